//! Who the sentence says its content comes from.
//!
//! In: a sentence with its context. Out: attributions with source, cue, kind, specificity, stance,
//! body, antecedent and rule. The rules stand on a shallow grammar (`clause`), on lists of verbs
//! (`verbs`) and nouns (`heads`), and on one classification of sources (`source`). A body that is
//! only mentioned is no source; acts that credit nothing (a court sentences, a law provides) are none.

mod according_to;
mod antecedent;
mod clause;
mod complement;
mod content;
mod crediting_noun;
mod group;
mod heads;
mod named;
mod phrase_left;
mod phrase_right;
mod places;
mod reportedly;
mod reports_of;
mod saying;
mod says_that;
mod source;
mod subject;
mod told;
mod verbs;
mod was_reported;
mod weak;
mod were_critical;
mod words;

use crate::Scene;
use crate::tokens::Words;
use clause::{Clause, Range};
use evenhand_report::{
    Attribution, Family, NameMention, RulePage, SourceKind, Specificity, Stance,
};
use source::{Source, Who};
use words::{Class, Form, Trigger};

macro_rules! page {
    ($name:literal) => {
        RulePage {
            name: $name,
            family: Family::Attribution,
            page: include_str!(concat!("../../rules/attribution/", $name, ".md")),
        }
    };
}

/// The pages of the rules of this family.
pub(crate) const PAGES: &[RulePage] = &[
    page!("says_that"),
    page!("saying"),
    page!("according_to"),
    page!("was_reported"),
    page!("reports_of"),
    page!("reportedly"),
    page!("were_critical"),
];

/// What a rule found, before it is written down.
pub(crate) struct Found {
    /// The noun phrase that names the source.
    source: Option<(Range, Source)>,
    cue: Range,
    stance: Stance,
    rule: &'static str,
}

/// The attributions of a sentence, in order of their cues.
pub(crate) fn mark(scene: &Scene<'_>, _names: &[NameMention]) -> Vec<Attribution> {
    let clause = Clause::of(scene);
    let mut marked: Vec<Attribution> = Vec::new();
    if !clause.triggered {
        return marked;
    }
    for at in 0..clause.len() {
        let who = Who {
            scene,
            clause: &clause,
            sofar: &marked,
        };
        let found = match (clause.trigger(at), clause.verb(at)) {
            (Some(Trigger::According), _) => according_to::find(&who, at),
            (Some(Trigger::Rests), _) => according_to::rests_on(&who, at),
            (Some(Trigger::Adverb), _) => reportedly::adverb(&clause, at),
            (Some(Trigger::Adjective), _) if reportedly::is_adjective(&clause, at) => {
                reportedly::adjective(&clause, at)
            }
            (Some(Trigger::Stance), _) => were_critical::find(&who, at),
            (trigger, Some((row, form))) => {
                let verb = verb_rule(&who, at, row, form);
                if verb.is_none() && trigger == Some(Trigger::Noun) {
                    reports_of::find(&who, at)
                } else {
                    verb
                }
            }
            (Some(Trigger::Noun), None) => reports_of::find(&who, at),
            (Some(Trigger::Adjective) | None, None) => None,
        };
        if let Some(found) = found {
            write(&mut marked, &clause, found);
        }
    }
    marked.sort_by_key(|attribution| attribution.cue);
    marked
}

fn verb_rule(who: &Who<'_, '_>, at: usize, row: u16, form: Form) -> Option<Found> {
    let verb = verbs::VERBS.get(usize::from(row))?;
    match form {
        Form::Ing => saying::find(who, at, verb),
        Form::Base | Form::Third => says_that::find(who, at, verb, form),
        Form::Past | Form::Participle => {
            if was_reported::is_passive(who.clause, at) {
                was_reported::find(who, at, verb)
            } else {
                says_that::find(who, at, verb, form)
            }
        }
    }
}

/// Adds what was found, unless it repeats or is swallowed by what stands already.
fn write(marked: &mut Vec<Attribution>, clause: &Clause<'_>, found: Found) {
    let words = clause.words;
    let cue = words.span(found.cue.start, found.cue.end);
    let attribution = match found.source {
        Some((range, source)) => Attribution {
            source: Some(words.span(range.start, range.end)),
            cue,
            kind: source.kind,
            specificity: source.specificity,
            stance: found.stance,
            body: source.body,
            antecedent: source.antecedent,
            rule: found.rule,
        },
        None => Attribution {
            source: None,
            cue,
            kind: SourceKind::Impersonal,
            specificity: Specificity::Impersonal,
            stance: found.stance,
            body: None,
            antecedent: None,
            rule: found.rule,
        },
    };
    let inside = |inner: evenhand_report::Span| {
        attribution
            .source
            .is_some_and(|source| source.contains(inner))
    };
    // "media reports said": the noun is the source, not a cue of its own; "reports indicated": one cue.
    marked.retain(|earlier| {
        let swallowed = earlier.rule == "reports_of" && inside(earlier.cue);
        let shorter = earlier.cue.overlaps(cue) && earlier.cue.len() <= cue.len();
        !swallowed && !shorter
    });
    let covered = marked.iter().any(|earlier| {
        earlier.cue.overlaps(cue)
            || (attribution.rule == "reports_of"
                && earlier.source.is_some_and(|source| source.contains(cue)))
    });
    if !covered {
        marked.push(attribution);
    }
}

/// The kind told by a describing word right before a name: "activist", "the NGO".
pub(crate) fn describing(words: &Words, at: usize) -> Option<SourceKind> {
    antecedent::describing(words, at)
}

/// Whether a short form stands for a class of people or bodies: "NGOs", "IDPs".
pub(crate) fn names_nobody(short: &str) -> bool {
    named::names_nobody(short)
}

/// Whether the word at `at` stands for one person.
pub(crate) fn is_person_word(words: &Words, at: usize) -> bool {
    antecedent::is_person_word(words, at)
}

/// The kind of the body whose name stands at these tokens, where its words or the describing word
/// before it tell; nothing where they do not.
pub(crate) fn kind_of_name(scene: &Scene<'_>, start: usize, end: usize) -> Option<SourceKind> {
    if start > 0
        && let Some(kind) = antecedent::describing(scene.words, start - 1)
    {
        return Some(kind);
    }
    let clause = Clause::of(scene);
    let who = Who {
        scene,
        clause: &clause,
        sofar: &[],
    };
    let source = who.is(&(start..end)).ok()?;
    source.sure.then_some(source.kind)
}

/// Whether the class may stand between a verb and the noun that completes the cue.
fn between(class: Class) -> bool {
    matches!(
        class,
        Class::Det
            | Class::Adv
            | Class::Noun
            | Class::Name
            | Class::Ed
            | Class::And
            | Class::Comma
            | Class::Num
            | Class::Hyphen
            | Class::Ing
    )
}
