//! A reporting participle: "X criticized the law, saying ...", "a report alleging ...".

use super::clause::Clause;
use super::source::{Source, Who, noun_at};
use super::verbs::Verb;
use super::words::{Class, KEYS};
use super::{Found, Range, complement, says_that};
use crate::attribution::heads::Role;
use evenhand_report::{SourceKind, Specificity};

const RULE: &str = "saying";

/// Participles that credit right after a noun for people: "activists alleging abuse".
const AFTER_PEOPLE: &[&str] = &[
    "alleging",
    "criticizing",
    "criticising",
    "complaining",
    "accusing",
    "denouncing",
    "demanding",
    "claiming",
    "calling",
    "condemning",
];

/// The attribution made by the participle at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize, verb: &Verb) -> Option<Found> {
    let clause = who.clause;
    let mut before = at.checked_sub(1)?;
    if clause.class(before) == Class::Adv && before > 0 {
        before -= 1;
    }
    let cue = complement::complete(clause, at, verb)?;
    if clause.is(at, "establishing") {
        // "passed a law establishing that": the law provides.
        return None;
    }
    if clause.is(at, "reporting")
        && clause.nominal(before)
        && !(at.saturating_sub(14)..at).any(|k| clause.key(k) == KEYS.with)
    {
        return None;
    }
    let (range, source) = if clause.is(at, "citing")
        && let Some(cited) = cited(who, at)
    {
        cited
    } else {
        match clause.class(before) {
            Class::Quote | Class::Comma | Class::And | Class::But => {
                if clause.class(before) == Class::Quote
                    && clause.class(before.saturating_sub(1)) != Class::Comma
                {
                    return None;
                }
                if matches!(clause.class(before), Class::And | Class::But)
                    && !follows_participle(clause, before)
                {
                    return None;
                }
                if clause.is_any(at, &["reporting"]) && !clause.clause_follows(at) {
                    return None;
                }
                // "punished for opposing and criticizing"
                if clause.class(before) == Class::And
                    && before > 1
                    && clause.class(before - 1) == Class::Ing
                    && clause.class(before - 2) == Class::Prep
                {
                    after_preposition(who, at, before - 2)?
                } else {
                    main_subject(who, before)?
                }
            }
            Class::Be => {
                if clause.is(at, "reporting") && !clause.clause_follows(at) {
                    return None;
                }
                // "was claiming", "had been saying": the subject of the verb.
                let group = clause.group(at);
                if group.modal || group.negated {
                    return None;
                }
                let subject = clause.subject(group.start)?;
                let source = who.is(&subject.range).ok()?;
                (subject.range, source)
            }
            Class::Prep => after_preposition(who, at, before)?,
            _ if clause.nominal(before) => after_noun(who, at, before)?,
            _ => return None,
        }
    };
    // "published reports indicating": one cue.
    let cue = if at > 0 && clause.is_any(at - 1, &["reports", "allegations"]) {
        at - 1..cue.end
    } else {
        cue
    };
    if let Some(head) = says_that::nobodys(clause, &range, &source) {
        return Some(Found {
            source: None,
            cue: head..head + 1,
            stance: verb.stance,
            rule: RULE,
        });
    }
    if !says_that::may(who, at, verb, &source, &range) {
        return None;
    }
    // "80 percent were out of school, indicating": a fact shows something, people do not.
    let shows = clause.is_any(
        at,
        &[
            "indicating",
            "suggesting",
            "revealing",
            "highlighting",
            "underscoring",
        ],
    );
    if shows && source.kind == SourceKind::Affected && !source.document {
        return None;
    }
    Some(Found {
        source: Some((range, source)),
        cue,
        stance: verb.stance,
        rule: RULE,
    })
}

/// "saying X and adding Y".
fn follows_participle(clause: &Clause<'_>, joint: usize) -> bool {
    (0..joint)
        .rev()
        .take_while(|k| clause.class(*k) != Class::Stop && !clause.finite(*k))
        .any(|k| clause.class(k) == Class::Ing && clause.verb(k).is_some())
        || clause.class(joint.saturating_sub(1)) == Class::Comma
}

/// The one who is quoted by somebody: "X, citing the ministry".
fn cited(who: &Who<'_, '_>, at: usize) -> Option<(Range, Source)> {
    let range = who.clause.phrase_from(at + 1, true)?;
    let source = who.is(&range).ok()?;
    let speaker = source.sure
        && (source.document
            || matches!(
                source.kind,
                SourceKind::Media
                    | SourceKind::Ngo
                    | SourceKind::Intergovernmental
                    | SourceKind::Observer
            ))
        || source.specificity == Specificity::Named;
    speaker.then_some((range, source))
}

/// The subject of the clause that the participle belongs to.
fn main_subject(who: &Who<'_, '_>, before: usize) -> Option<(Range, Source)> {
    let clause = who.clause;
    let mut from = before;
    let mut pronoun = None;
    for _ in 0..5 {
        let Some(verb) = clause.earlier_verb(from) else {
            break;
        };
        let group = clause.group(verb);
        // "arrested officers who opened cases, alleging": not those of the clause that only tells which.
        if let Some(pronoun) = clause.relative_before(verb)
            && pronoun > 0
            && clause.is(pronoun, "who")
            && clause.class(pronoun - 1) != Class::Comma
            && clause.class(before) == Class::Comma
            && clause.earlier_verb(pronoun).is_some()
        {
            from = pronoun;
            continue;
        }
        if let Some(subject) = clause.subject(group.start)
            && let Ok(source) = who.is(&subject.range)
            && (source.sure || source.specificity == Specificity::Named)
        {
            if clause.class(subject.range.start) != Class::Pron
                || pronoun.is_some()
                || group.start < 2
            {
                return Some((subject.range, source));
            }
            // "X stated it received ..., citing": X rather than "it".
            pronoun = Some((subject.range, source));
        }
        from = group.start;
        if from == 0 {
            break;
        }
    }
    pronoun
}

/// "after criticizing", "for criticizing".
fn after_preposition(who: &Who<'_, '_>, at: usize, prep: usize) -> Option<(Range, Source)> {
    let clause = who.clause;
    if clause.is_any(
        prep,
        &["after", "before", "while", "by", "in", "when", "upon"],
    ) {
        if clause.is_any(prep, &["in", "by"])
            && !clause.is_any(
                at,
                &[
                    "claiming",
                    "saying",
                    "stating",
                    "alleging",
                    "accusing",
                    "criticizing",
                ],
            )
        {
            return None;
        }
        return main_subject(who, prep);
    }
    if clause.is(prep, "for")
        && clause.is_any(
            at,
            &[
                "criticizing",
                "criticising",
                "accusing",
                "denouncing",
                "alleging",
                "condemning",
                "saying",
                "claiming",
            ],
        )
    {
        // "punished editors for criticizing": the one who was punished spoke.
        let verb = clause.earlier_verb(prep)?;
        let passive = clause.group(verb).passive || clause.class(verb) == Class::Be;
        if passive {
            return main_subject(who, prep);
        }
        let range = clause.phrase_ending(prep.checked_sub(1)?)?;
        let source = who.is(&range).ok()?;
        return (source.sure || source.specificity == Specificity::Named)
            .then_some((range, source));
    }
    None
}

/// "a report alleging", "with some reporting", "activists criticizing".
fn after_noun(who: &Who<'_, '_>, at: usize, noun: usize) -> Option<(Range, Source)> {
    let clause = who.clause;
    let range = clause.phrase_ending(noun);
    if let Some(range) = &range
        && range.start > 0
        && clause.key(range.start - 1) == KEYS.with
    {
        let source = who.is(range).ok()?;
        return Some((range.clone(), source));
    }
    if let Some(with) = (at.saturating_sub(14)..at)
        .rev()
        .find(|k| clause.key(*k) == KEYS.with)
        && !(with..at)
            .any(|k| matches!(clause.class(k), Class::Comma | Class::Stop) || clause.finite(k))
        && with > 0
        && clause.class(with - 1) == Class::Comma
    {
        let range = with + 1..noun + 1;
        let source = who.is(&range).ok()?;
        return (source.sure).then_some((range, source));
    }
    // A letter or a report on the way: whoever sent it speaks.
    let verb = clause.earlier_verb(at)?;
    let paper = (verb..at).any(|k| {
        noun_at(clause, k).is_some_and(|noun| noun.role == Role::Document)
            || clause.is_any(
                k,
                &[
                    "complaint",
                    "petition",
                    "suit",
                    "video",
                    "message",
                    "appeal",
                    "request",
                    "motion",
                    "resolution",
                    "comments",
                    "materials",
                    "protest",
                ],
            )
    });
    if paper {
        let group = clause.group(verb);
        if clause.is(noun, "reports")
            && !(verb..noun).any(|k| {
                clause.is_any(
                    k,
                    &["published", "released", "issued", "produced", "submitted"],
                )
            })
        {
            return None;
        }
        let received = clause.is_any(verb, &["received", "reviewed", "heard", "documented"]);
        if group.passive || clause.class(verb) == Class::Be {
            let subject = clause.subject(group.start)?;
            let source = who.is(&subject.range).ok()?;
            return Some((subject.range, source));
        }
        if received {
            return None;
        }
        return main_subject(who, at);
    }
    if !clause.is_any(at, AFTER_PEOPLE) || clause.class(at + 1) == Class::To {
        return None;
    }
    let range = range?;
    let source = who.is(&range).ok()?;
    source.sure.then_some((range, source))
}
