//! What "they", "he" or "the report" stands for, and what a bare name was called before.
//!
//! In: a pronoun, a definite phrase or a name. Out: the source it takes up, from this sentence and
//! the ones before it in the passage. It never looks beyond the passage.

use super::clause::{Clause, Range};
use super::heads::Role;
use super::source::{Source, Who, noun_at};
use super::words::{Class, people};
use crate::Scene;
use crate::tokens::{Case, Kind, Words};
use evenhand_report::{Attribution, SourceKind, Specificity};

/// What a pronoun can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Plural,
    Thing,
    Person,
    /// "the report", "the group": anything singular that is no pronoun.
    Body,
}

/// The source a pronoun takes up.
pub(crate) fn pronoun(who: &Who<'_, '_>, at: usize) -> Option<Source> {
    let words = who.clause.words;
    let wanted = match words.at(at).to_ascii_lowercase().as_str() {
        "they" => Wanted::Plural,
        "it" => Wanted::Thing,
        "he" | "she" => Wanted::Person,
        _ => return None,
    };
    if wanted == Wanted::Thing && !thing_can_speak(who, at) {
        return None;
    }
    Some(find(who, wanted, at).unwrap_or(Source {
        kind: match wanted {
            Wanted::Plural => SourceKind::Ngo,
            Wanted::Person => SourceKind::Affected,
            Wanted::Thing | Wanted::Body => SourceKind::State,
        },
        specificity: if wanted == Wanted::Plural {
            Specificity::Category
        } else {
            Specificity::Named
        },
        body: None,
        antecedent: None,
        document: false,
        sure: false,
    }))
}

/// "it was reported" stands for nothing.
fn thing_can_speak(who: &Who<'_, '_>, at: usize) -> bool {
    !matches!(who.clause.class(at + 1), Class::Be)
}

/// What "the report", "the group" takes up.
pub(crate) fn definite(who: &Who<'_, '_>, range: &Range) -> Option<Source> {
    find(who, Wanted::Body, range.start)
}

fn find(who: &Who<'_, '_>, wanted: Wanted, at: usize) -> Option<Source> {
    let words = who.clause.words;
    let start = words.tokens().get(at)?.span.start;
    // Earlier in the same sentence.
    for attribution in who.sofar.iter().rev() {
        if attribution.source.is_some_and(|source| source.end <= start)
            && fits(attribution, words, wanted)
        {
            return taken(attribution, words);
        }
    }
    if matches!(wanted, Wanted::Thing | Wanted::Person)
        && let Some(source) = subject_of(who, who.clause, Some(at), wanted)
    {
        return Some(source);
    }
    for (distance, (text, reading)) in who.scene.before.nearest_first().take(4).enumerate() {
        let earlier = Words::of(text);
        if let Some(reading) = reading {
            for attribution in reading.attributions.iter().rev() {
                if fits(attribution, &earlier, wanted) {
                    return taken(attribution, &earlier);
                }
            }
        }
        if distance < 2 || wanted == Wanted::Person {
            let clause = Clause::read(&earlier);
            let scene = Scene::new(
                &earlier,
                crate::Earlier::text(None),
                who.scene.headings,
                who.scene.country,
                who.scene.defined,
            );
            let there = Who {
                scene: &scene,
                clause: &clause,
                sofar: &[],
            };
            if let Some(source) = subject_of(&there, &clause, None, wanted) {
                return Some(source);
            }
        }
    }
    None
}

/// The subject of a clause as a candidate.
fn subject_of(
    who: &Who<'_, '_>,
    clause: &Clause<'_>,
    before: Option<usize>,
    wanted: Wanted,
) -> Option<Source> {
    let end = before.unwrap_or(clause.len());
    let verb = (0..end).find(|at| clause.finite(*at))?;
    let subject = clause.subject(clause.group(verb).start)?;
    if subject.range.end > end || clause.class(subject.range.start) == Class::Pron {
        return None;
    }
    let text = clause
        .words
        .span(subject.range.start, subject.range.end)
        .of(clause.words.text());
    if plural(text) != (wanted == Wanted::Plural) {
        return None;
    }
    let mut source = who.is(&subject.range).ok()?;
    if wanted == Wanted::Person && !is_person(&source, text)
        || wanted == Wanted::Thing && is_person(&source, text)
    {
        return None;
    }
    source.antecedent = Some(text.to_owned());
    Some(source)
}

fn is_person(source: &Source, text: &str) -> bool {
    let words = Words::of(text);
    let has_title = (0..words.tokens().len()).any(|at| is_person_word(&words, at));
    has_title
        || source.kind == SourceKind::Affected
        || (source.specificity == Specificity::Named
            && !text.to_ascii_lowercase().starts_with("the ")
            && (2..=4).contains(&words.tokens().len())
            && words
                .tokens()
                .iter()
                .all(|token| token.case == Case::Capital))
}

/// A noun for one person: "minister", "activist".
pub(crate) fn is_person_word(words: &Words, at: usize) -> bool {
    const PERSONS: &[&str] = &[
        "minister",
        "president",
        "chairman",
        "chairwoman",
        "chairperson",
        "chair",
        "director",
        "activist",
        "journalist",
        "lawyer",
        "attorney",
        "leader",
        "ombudsman",
        "ombudsperson",
        "commissioner",
        "judge",
        "governor",
        "mayor",
        "senator",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "rapporteur",
        "politician",
        "official",
        "officer",
        "general",
        "secretary",
        "member",
        "candidate",
        "blogger",
        "editor",
        "representative",
        "head",
        "prosecutor",
        "victim",
        "woman",
        "man",
        "detainee",
        "professor",
        "doctor",
        "imam",
        "bishop",
        "priest",
        "pastor",
        "king",
        "premier",
        "chief",
        "advocate",
        "researcher",
        "analyst",
        "expert",
        "reporter",
        "defender",
        "author",
        "writer",
        "student",
        "prisoner",
        "inmate",
        "worker",
        "employee",
        "mother",
        "father",
        "wife",
        "husband",
        "brother",
        "sister",
        "son",
        "daughter",
        "deputy",
        "ambassador",
        "envoy",
        "columnist",
        "cleric",
        "monk",
        "unionist",
        "organizer",
        "scholar",
        "economist",
        "parliamentarian",
        "legislator",
        "lawmaker",
        "pope",
        "archbishop",
        "rabbi",
        "publisher",
    ];
    let word = words.at(at);
    PERSONS.iter().any(|one| word.eq_ignore_ascii_case(one))
}

fn fits(attribution: &Attribution, words: &Words, wanted: Wanted) -> bool {
    let Some(span) = attribution.source else {
        return false;
    };
    let text = span.of(words.text());
    match wanted {
        Wanted::Plural => plural(text) || text.eq_ignore_ascii_case("they"),
        Wanted::Thing => !plural(text) && !person_text(text),
        Wanted::Person => {
            person_text(text) || text.eq_ignore_ascii_case("he") || text.eq_ignore_ascii_case("she")
        }
        Wanted::Body => {
            attribution.specificity == Specificity::Named
                && !text.eq_ignore_ascii_case("he")
                && !text.eq_ignore_ascii_case("she")
        }
    }
}

fn person_text(text: &str) -> bool {
    let words = Words::of(text);
    (0..words.tokens().len().min(8)).any(|at| is_person_word(&words, at))
        || (0..words.tokens().len()).any(|at| crate::names::is_leader(&words, at))
        || ((2..=4).contains(&words.tokens().len())
            && words
                .tokens()
                .iter()
                .all(|token| token.case == Case::Capital))
}

/// Whether a phrase stands for several: "NGOs", "lawyers and relatives", "police".
fn plural(text: &str) -> bool {
    let words = Words::of(text);
    let clause = Clause::read(&words);
    let mut last = None;
    for at in 0..clause.len() {
        match clause.class(at) {
            Class::And => return true,
            Class::Prep | Class::Rel | Class::Comma | Class::Ing if last.is_some() => break,
            Class::Noun | Class::Name | Class::Num => last = Some(at),
            _ => {}
        }
    }
    let Some(last) = last else { return false };
    let word = words.at(last);
    let few = [
        "police",
        "authorities",
        "media",
        "people",
        "men",
        "women",
        "children",
        "others",
        "many",
        "some",
    ]
    .iter()
    .any(|one| word.eq_ignore_ascii_case(one));
    if let Some(people) = crate::names::people(word) {
        return people == crate::names::People::Several;
    }
    let acronym = words
        .tokens()
        .get(last)
        .is_some_and(|token| token.case == Case::Upper);
    few || (!acronym
        && word.ends_with('s')
        && !word.ends_with("ss")
        && (clause.class(last) == Class::Noun || noun_at(&clause, last).is_some() || people(word)))
        || (word.ends_with('s')
            && word.len() > 3
            && word.trim_end_matches('s').chars().all(char::is_uppercase))
}

fn taken(attribution: &Attribution, words: &Words) -> Option<Source> {
    let text = attribution.source?.of(words.text());
    Some(Source {
        kind: attribution.kind,
        specificity: attribution.specificity,
        body: attribution.body.clone(),
        antecedent: Some(
            attribution
                .antecedent
                .clone()
                .unwrap_or_else(|| text.to_owned()),
        ),
        document: false,
        sure: true,
    })
}

/// The kind of a bare name from the describing word it has earlier in the sentence or the passage.
pub(crate) fn described(who: &Who<'_, '_>, last: usize, first: usize) -> Option<SourceKind> {
    let words = who.clause.words;
    let key = words.tokens().get(last)?.key;
    if let Some(kind) = described_in(words, key, first) {
        return Some(kind);
    }
    who.scene
        .before
        .nearest_first()
        .take(4)
        .find_map(|(text, _)| {
            // Only where the name stands at all is the sentence cut into words.
            text.contains(words.at(last)).then_some(())?;
            let earlier = Words::of(text);
            described_in(&earlier, key, earlier.tokens().len())
        })
}

fn described_in(words: &Words, key: u64, end: usize) -> Option<SourceKind> {
    let tokens = words.tokens();
    for at in 0..end.min(tokens.len()) {
        let token = tokens.get(at)?;
        if token.key != key || token.case == Case::Lower {
            continue;
        }
        // Back over the name to the word before it, or forward to an apposition.
        let mut start = at;
        while start > 0
            && tokens
                .get(start - 1)
                .is_some_and(|t| t.case != Case::Lower && t.kind == Kind::Word)
        {
            start -= 1;
        }
        for before in [start.wrapping_sub(1), start] {
            if let Some(kind) = describing(words, before) {
                return Some(kind);
            }
        }
        if words.at(at + 1) == "," {
            let clause = Clause::read(words);
            let found = (at + 2..(at + 9).min(tokens.len()))
                .take_while(|k| {
                    !matches!(clause.class(*k), Class::Comma | Class::Stop) && !clause.finite(*k)
                })
                .find_map(|k| describing(words, k));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// The kind told by a describing word right before a name: "activist", "the NGO", "newspaper".
pub(crate) fn describing(words: &Words, at: usize) -> Option<SourceKind> {
    let token = *words.tokens().get(at)?;
    let tag = super::words::tag(words, at, token, true);
    let noun = super::heads::NOUNS
        .get(usize::from(tag.noun?))
        .map(|(_, noun)| *noun)?;
    let kind = noun.kind?;
    let word = words.at(at);
    let singular = !word.ends_with('s') || word.len() < 4;
    match noun.role {
        Role::Head if singular && kind != SourceKind::Intergovernmental => {
            // "party leader", "union president" are told by the word before.
            Some(kind)
        }
        Role::Weak if singular && at > 0 => {
            let before = *words.tokens().get(at - 1)?;
            let tag = super::words::tag(words, at - 1, before, true);
            let told = tag.before.or_else(|| {
                super::heads::NOUNS
                    .get(usize::from(tag.noun?))
                    .filter(|(_, noun)| noun.role == Role::Head)
                    .and_then(|(_, noun)| noun.kind)
            });
            match kind {
                SourceKind::Ngo => Some(told.unwrap_or(kind)),
                SourceKind::Affected | SourceKind::State => told,
                _ => None,
            }
        }
        _ => None,
    }
}
