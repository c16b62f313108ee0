//! Nouns that credit: "there were reports that", "credible allegations of", "complaints from X that".

use super::Found;
use super::clause::{Clause, Range};
use super::crediting_noun::{
    CREDIBLE, Follows, Noun, denied, existential, existential_start, left_edge,
};
use super::source::{Source, Who, noun_at};
use super::words::{Class, KEYS};
use evenhand_report::{SourceKind, Specificity};

const RULE: &str = "reports_of";

/// The attribution made by the noun at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize) -> Option<Found> {
    let clause = who.clause;
    if clause.class(at) == Class::Name {
        return None;
    }
    let start = left_edge(clause, at);
    let modifiers = start..at;
    let existential = existential(clause, start);
    if denied(clause, start, at) && !clause.is(at, "recommendations") {
        return None;
    }
    // "requires yearly financial reports from firms": papers that have to be handed in.
    if word_is_paper(clause, &modifiers, start) && !existential {
        return None;
    }
    let counted = modifiers.clone().any(|k| {
        let year = clause.words.at(k).len() == 4
            && (clause.words.at(k).starts_with("19") || clause.words.at(k).starts_with("20"));
        clause.class(k) == Class::Num
            && !year
            && !clause.is_any(k, &["dozens", "hundreds", "thousands", "one"])
    });
    let word = Noun::of(clause, at)?;
    let follows = Follows::after(clause, at);
    let stance = word.stance();
    // "NGOs' complaints that", "media reports that", "reports by residents", "reports in local media".
    if let Some((range, source)) = owner(who, at, &modifiers).or_else(|| agent(who, at, word)) {
        if matches!(word, Noun::Report | Noun::Reports)
            && !existential
            && follows == Follows::Nothing
        {
            return None;
        }
        let especially = clause.class(at + 1) == Class::Comma;
        if counted && !existential
            || follows == Follows::Nothing && !existential && !especially && word != Noun::Calls
        {
            return None;
        }
        let enough = match word {
            Noun::Complaints => {
                follows == Follows::Clause
                    || existential
                    || especially
                    || clause.is_any(at + 1, &["of", "about", "regarding"])
            }
            Noun::Indications if clause.is(at, "speculation") => follows != Follows::Nothing,
            Noun::Concerns | Noun::Evidence | Noun::Indications => follows == Follows::Clause,
            Noun::Calls => (at + 1..at + 10).any(|k| clause.is(k, "for")),
            Noun::Claims => follows == Follows::Clause || clause.key(at + 1) == KEYS.of,
            Noun::Recommendations | Noun::Reports | Noun::Report | Noun::Allegations => true,
        };
        if !enough {
            return None;
        }
        return Some(Found {
            source: Some((range, source)),
            cue: at..at + 1,
            stance,
            rule: RULE,
        });
    }
    let praised = modifiers.clone().any(|k| clause.is_any(k, CREDIBLE));
    let cue_start = existential_start(clause, start).unwrap_or(start);
    let take = match word {
        Noun::Reports => existential || follows != Follows::Nothing || received(clause, start),
        Noun::Report => existential && follows != Follows::Nothing,
        Noun::Allegations => {
            existential
                || !counted && (follows != Follows::Nothing || praised)
                || modifiers
                    .clone()
                    .any(|k| clause.class(k) == Class::Noun && !clause.is_any(k, &["such", "same"]))
        }
        Noun::Claims => follows == Follows::Clause || existential && follows != Follows::Nothing,
        Noun::Complaints => {
            follows == Follows::Clause && !counted
                || existential && !counted && follows != Follows::Nothing
        }
        Noun::Evidence => {
            follows == Follows::Verb
                || (praised || existential) && follows == Follows::Clause
                || praised && existential && follows != Follows::Nothing
        }
        Noun::Indications | Noun::Concerns => {
            existential && follows != Follows::Nothing
                || follows == Follows::Clause
                || clause.is_any(at + 1, &["persisted", "remained", "arose", "emerged"])
        }
        Noun::Calls | Noun::Recommendations => false,
    };
    // "there were 355 registered reports of": a statistic.
    let statistic = modifiers.clone().any(|k| {
        clause.class(k) == Class::Num
            && clause
                .words
                .at(k)
                .starts_with(|ch: char| ch.is_ascii_digit())
    });
    if !take || counted && !existential || statistic {
        return None;
    }
    if clause.class(start.saturating_sub(1)) == Class::Prep
        && clause.is_any(start - 1, &["against", "without", "on"])
    {
        return None;
    }
    // "reports indicated": the verb is part of the cue.
    let end = if follows == Follows::Verb {
        at + 2
    } else {
        at + 1
    };
    Some(Found {
        source: None,
        cue: cue_start..end,
        stance,
        rule: RULE,
    })
}

fn word_is_paper(clause: &Clause<'_>, modifiers: &Range, start: usize) -> bool {
    modifiers.clone().any(|k| {
        clause.is_any(
            k,
            &[
                "financial",
                "annual",
                "yearly",
                "quarterly",
                "monthly",
                "weekly",
                "periodic",
                "progress",
                "activity",
                "written",
                "performance",
                "status",
            ],
        )
    }) || start > 0
        && clause.is_any(
            start - 1,
            &[
                "require",
                "requires",
                "required",
                "submit",
                "submits",
                "submitted",
                "file",
                "filed",
            ],
        )
}

fn received(clause: &Clause<'_>, start: usize) -> bool {
    start > 0
        && clause.is_any(
            start - 1,
            &[
                "received",
                "reviewed",
                "investigated",
                "heard",
                "documented",
                "confirmed",
            ],
        )
}

/// "media reports", "NGOs' complaints", "the prosecution's calls".
fn owner(who: &Who<'_, '_>, at: usize, modifiers: &Range) -> Option<(Range, Source)> {
    let clause = who.clause;
    if let Some(poss) = modifiers
        .clone()
        .rev()
        .find(|k| clause.class(*k) == Class::Poss)
    {
        let range = modifiers.start..poss;
        if range.is_empty() {
            return None;
        }
        let source = who.is(&range).ok()?;
        return (source.sure || source.specificity == Specificity::Named)
            .then_some((range, source));
    }
    if clause.is_any(at, &["reports", "report", "speculation", "allegations"])
        && at > modifiers.start
    {
        let teller = clause.tag(at - 1)?.before.is_some_and(|kind| {
            matches!(
                kind,
                SourceKind::Media | SourceKind::Ngo | SourceKind::Intergovernmental
            )
        }) && !clause.is_any(
            at - 1,
            &[
                "rights",
                "civil",
                "human",
                "international",
                "independent",
                "aid",
                "relief",
            ],
        ) || noun_at(clause, at - 1).is_some_and(|noun| {
            noun.role == super::heads::Role::Head
                && matches!(
                    noun.kind,
                    Some(
                        SourceKind::Media
                            | SourceKind::Ngo
                            | SourceKind::Intergovernmental
                            | SourceKind::State
                    )
                )
        });
        if teller {
            // "several media reports": the phrase itself is the source.
            let range = at - 1..at + 1;
            let mut start = range.start;
            while start > modifiers.start
                && !matches!(clause.class(start - 1), Class::Poss)
                && !clause.is_any(
                    start - 1,
                    &[
                        "some", "several", "numerous", "multiple", "many", "frequent", "credible",
                    ],
                )
            {
                start -= 1;
            }
            let range = start..at + 1;
            let source = who.is(&range).ok()?;
            return source.sure.then_some((range, source));
        }
    }
    None
}

/// "reports by X", "complaints from X", "recommendations of X", "reports in local media".
fn agent(who: &Who<'_, '_>, at: usize, word: Noun) -> Option<(Range, Source)> {
    let clause = who.clause;
    let mut link = at + 1;
    // "complaints, especially from Romani individuals,"
    if clause.class(link) == Class::Comma && clause.class(link + 1) == Class::Adv {
        link += 2;
    }
    let by = clause.key(link) == KEYS.by;
    let from = clause.key(link) == KEYS.from;
    let of = clause.key(link) == KEYS.of && word == Noun::Recommendations;
    let inside = clause.key(link) == KEYS.r#in && matches!(word, Noun::Reports);
    if !(by || from || of || inside) || clause.class(link + 1) == Class::Ing {
        return None;
    }
    let range = clause.phrase_from(link + 1, false)?;
    let range = if of {
        range
    } else if inside {
        let end = range
            .clone()
            .find(|k| clause.class(*k) == Class::Prep)
            .unwrap_or(range.end);
        range.start..end
    } else {
        up_to_of(clause, range)
    };
    let source = who.is(&range).ok()?;
    if inside && source.kind != SourceKind::Media {
        return None;
    }
    (source.sure || source.specificity == Specificity::Named).then_some((range, source))
}

/// "by residents of beatings": what was told is no part of who told it.
pub(crate) fn up_to_of(clause: &Clause<'_>, range: Range) -> Range {
    let mut seen = false;
    for at in range.clone() {
        if seen
            && clause.class(at) == Class::Prep
            && (clause.key(at) != KEYS.of
                || noun_at(clause, at + 1).is_none_or(|noun| noun.kind.is_none())
                    && clause.class(at + 1) != Class::Det
                    && clause.class(at + 1) != Class::Name)
        {
            return range.start..at;
        }
        if clause.nominal(at) {
            seen = true;
        }
    }
    range
}
