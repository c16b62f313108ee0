//! A reporting verb with its subject: "NGOs reported ...", "activists, however far away, ... said".

use super::clause::Clause;
use super::complement::{complete, object_is_person};
use super::source::{Not, Source, Who};
use super::verbs::{Frame, Verb, Who as May};
use super::words::{Class, Form};
use super::{Found, Range};
use evenhand_report::{SourceKind, Specificity, Stance};

const RULE: &str = "says_that";

/// The attribution made by the finite verb at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize, verb: &Verb, form: Form) -> Option<Found> {
    let clause = who.clause;
    if clause.adjectival(at) && !speaks(clause, at) {
        return None;
    }
    let group = clause.group(at);
    if at > 0 && (clause.class(at - 1) == Class::Hyphen || clause.class(at + 1) == Class::Hyphen)
        || matches!(form, Form::Past | Form::Participle)
            && (!clause.finite(at) || at > 0 && clause.class(at - 1) == Class::Det)
    {
        return None;
    }
    if group.unsaid || group.modal || group.infinitive {
        return None;
    }
    // "individuals confirmed or suspected of": a participle, like the one before it.
    if at > 1
        && clause.class(at - 1) == Class::And
        && (clause.class(at - 2) == Class::Ed || clause.words.at(at - 2).ends_with("ed"))
        && clause.class(at + 1) == Class::Prep
        && clause.tag(at).is_some_and(|tag| tag.object)
    {
        return None;
    }
    if group.negated && verb.stance != Stance::Denies {
        return None;
    }
    match form {
        // "NGOs continued to report", "observers note that".
        Form::Base => {
            let goes_on = group.start < at && clause.class(at - 1) == Class::To;
            let present = group.start > 0
                && clause.nominal(group.start - 1)
                && clause.class(at + 1) == Class::That
                && (crate::names::plural_ending(clause.words.at(group.start - 1))
                    || clause.is_any(
                        group.start - 1,
                        &["media", "police", "many", "some", "others"],
                    ));
            // "The ministry and the union report that", "Experts attribute the decline to"
            let several = group.start > 1
                && clause.nominal(group.start - 1)
                && clause.class(at + 1) == Class::That
                && (group.start.saturating_sub(9)..group.start)
                    .any(|k| clause.class(k) == Class::And);
            let plain = group.start > 0
                && clause.is_any(at, PLAIN_VERBS)
                && clause.class(group.start - 1) == Class::Noun
                && clause.is_person(group.start - 1)
                && crate::names::plural_ending(clause.words.at(group.start - 1))
                && matches!(
                    clause.class(at + 1),
                    Class::Det | Class::There | Class::Pron | Class::Noun | Class::Name
                )
                && !(0..group.start).any(|k| clause.finite(k) || clause.class(k) == Class::To);
            let present = present || several || plain;
            let did = (group.start..at).any(|k| clause.class(k) == Class::Do);
            if !goes_on && !present && !did {
                return None;
            }
        }
        Form::Third => {
            let told = clause.class(at + 1) == Class::That
                || !clause.is_any(at, ALSO_NOUNS) && clause.clause_follows(at);
            if group.start == 0
                || !(clause.nominal(group.start - 1)
                    || clause.class(group.start - 1) == Class::Pron
                    || clause.class(group.start - 1) == Class::Rel)
                || matches!(
                    clause.class(at + 1),
                    Class::Prep | Class::Stop | Class::Comma | Class::And
                )
                || clause.finite(at + 1)
                || !told
            {
                return None;
            }
        }
        Form::Past | Form::Participle | Form::Ing => {}
    }
    let cue = complete(clause, at, verb)?;
    let (range, source) = subject(who, group.start, at, verb)?;
    if matches!(clause.class(range.start), Class::Prep | Class::To)
        || !may(who, at, verb, &source, &range)
    {
        return None;
    }
    // "When victims reported crimes, police investigated": what may happen.
    if verb.forms == "report"
        && range.start > 0
        && clause.is_any(range.start - 1, &["when", "if", "whenever"])
        && !clause.clause_follows(at)
    {
        return None;
    }
    if form == Form::Third
        && clause.is_any(at, ALSO_NOUNS)
        && (!matches!(clause.class(range.start), Class::Det | Class::Name)
            || crate::names::plural_ending(clause.words.at(range.end - 1)))
    {
        return None;
    }
    if let Some(head) = nobodys(clause, &range, &source) {
        // "Estimates ranged", "Some estimates placed": nobody is named.
        return Some(Found {
            source: None,
            cue: head..head + 1,
            stance: verb.stance,
            rule: RULE,
        });
    }
    let source = own_treatment(clause, at, &range, source);
    Some(Found {
        source: Some((range, source)),
        cue,
        stance: verb.stance,
        rule: RULE,
    })
}

/// Base forms that are no nouns: "experts attribute", "activists allege".
const PLAIN_VERBS: &[&str] = &[
    "say",
    "argue",
    "believe",
    "allege",
    "contend",
    "assert",
    "criticize",
    "complain",
    "acknowledge",
    "describe",
    "attribute",
    "insist",
    "deny",
    "accuse",
    "consider",
    "condemn",
    "denounce",
    "indicate",
    "suggest",
    "confirm",
    "explain",
    "cite",
    "note",
    "claim",
    "report",
    "state",
    "fear",
];

/// Third persons that are plural nouns as well: "reports", "claims".
const ALSO_NOUNS: &[&str] = &[
    "reports",
    "claims",
    "calls",
    "states",
    "notes",
    "lists",
    "documents",
    "records",
    "estimates",
    "charges",
    "questions",
    "views",
    "rates",
    "ranges",
    "doubts",
    "fears",
    "demands",
    "appeals",
    "challenges",
    "comments",
    "details",
    "posts",
    "projects",
    "ranks",
    "suspects",
    "tweets",
    "hails",
    "faults",
    "quotes",
    "registers",
    "labels",
    "terms",
    "points",
    "rumors",
    "rumours",
    "answers",
    "repeats",
    "judges",
    "credits",
    "objects",
    "worries",
    "forecasts",
    "regrets",
    "echoes",
    "feels",
    "slams",
];

/// An "-ed" word that looks like an adjective and yet is the verb: "and alleged police".
fn speaks(clause: &Clause<'_>, at: usize) -> bool {
    at > 0 && matches!(clause.class(at - 1), Class::Stop) && clause.clause_follows(at) && at > 1
}

/// "estimates", "reports" with nobody behind them.
pub(crate) fn nobodys(clause: &Clause<'_>, range: &Range, source: &Source) -> Option<usize> {
    if !source.document
        || source.kind != SourceKind::Expert
        || source.specificity != Specificity::Category
        || source.body.is_some()
    {
        return None;
    }
    range
        .clone()
        .take(3)
        .find(|at| clause.is_any(*at, &["estimates", "reports", "accounts"]))
        .filter(|_| {
            !range.clone().any(|at| {
                clause.key(at) == super::words::KEYS.by || clause.key(at) == super::words::KEYS.from
            })
        })
}

/// The subject, looked for further left where the nearest one could not speak.
fn subject(who: &Who<'_, '_>, start: usize, at: usize, verb: &Verb) -> Option<(Range, Source)> {
    let clause = who.clause;
    let mut from = start;
    for _ in 0..4 {
        let Some(subject) = clause.subject(from) else {
            return inverted(who, at, verb);
        };
        match who.is(&subject.range) {
            Ok(source) => {
                if subject.shared_with.is_none()
                    || source.sure
                    || source.specificity == Specificity::Named
                {
                    return Some((subject.range, source));
                }
            }
            Err(Not::Nobody) if subject.shared_with.is_none() => return None,
            Err(Not::Law) if subject.shared_with.is_none() => return None,
            Err(Not::Unknown)
                if subject.shared_with.is_none()
                    && clause.class(subject.range.end - 1) == Class::Noun
                    && (crate::names::plural_ending(clause.words.at(subject.range.end - 1))
                        || clause.is_any(
                            at,
                            &[
                                "said",
                                "stated",
                                "claimed",
                                "told",
                                "complained",
                                "alleged",
                                "testified",
                            ],
                        ))
                    && clause.clause_follows(at) =>
            {
                let source = Source {
                    kind: SourceKind::Affected,
                    specificity: Specificity::Category,
                    body: None,
                    antecedent: None,
                    document: false,
                    sure: false,
                };
                return Some((subject.range, source));
            }
            Err(_) => {}
        }
        // Further left only for a verb that shares its subject.
        let shared = subject.shared_with?;
        let earlier = clause.earlier_verb(clause.group(shared).start)?;
        from = clause.group(earlier).start;
        if from == 0 {
            return None;
        }
    }
    None
}

/// "“...,” said the ombudsman".
fn inverted(who: &Who<'_, '_>, at: usize, verb: &Verb) -> Option<(Range, Source)> {
    let clause = who.clause;
    if !clause.is_any(
        at,
        &[
            "said",
            "says",
            "added",
            "stated",
            "explained",
            "noted",
            "wrote",
            "told",
        ],
    ) {
        return None;
    }
    let quoted = at > 0 && matches!(clause.class(at - 1), Class::Quote | Class::Comma);
    if !quoted || verb.frame != Frame::Any && verb.frame != Frame::Clause {
        return None;
    }
    if !clause.content_before(at)
        || !matches!(clause.class(at + 1), Class::Det | Class::Name | Class::Noun)
    {
        return None;
    }
    let range = clause.phrase_from(at + 1, true)?;
    let source = who.is(&range).ok()?;
    (source.sure || source.specificity == Specificity::Named).then_some((range, source))
}

/// Whether this source may do what the verb says.
pub(crate) fn may(
    who: &Who<'_, '_>,
    at: usize,
    verb: &Verb,
    source: &Source,
    range: &Range,
) -> bool {
    let clause = who.clause;
    match verb.who {
        May::Anyone => {
            // Deciding and considering is what authorities do; others judge.
            // "when they believed an offense had been committed": what somebody may have in mind.
            if verb.stance == Stance::Believes
                && clause.class(range.start) == Class::Pron
                && !source.sure
            {
                return false;
            }
            if clause.is_any(at + 1, &["themselves", "himself", "herself", "itself"])
                && matches!(verb.forms, "declare" | "describe" | "consider" | "proclaim")
            {
                return false;
            }
            if source.kind == SourceKind::Court && matches!(verb.forms, "declare" | "proclaim") {
                return false;
            }
            if verb.frame == Frame::Judgement
                && matches!(source.kind, SourceKind::State | SourceKind::Court)
            {
                return (at + 1..at + 14)
                    .any(|k| clause.class(k) == Class::To && clause.class(k + 1) == Class::Be);
            }
            true
        }
        May::Document => source.document,
        May::Watcher => {
            if clause.class(range.start) == Class::Pron
                && matches!(verb.forms, "record" | "register" | "identify" | "document")
                && !clause.is_any(range.start, &["it"])
            {
                return false;
            }
            let acts = matches!(
                source.kind,
                SourceKind::State
                    | SourceKind::Court
                    | SourceKind::Affected
                    | SourceKind::Union
                    | SourceKind::Party
                    | SourceKind::Faith
                    | SourceKind::ForeignState
            );
            if !acts || source.document {
                return true;
            }
            match verb.forms {
                "record" => source.kind == SourceKind::State && clause.class(at + 1) != Class::Pron,
                "document" | "outline" => false,
                "register" | "identify" | "verify" => {
                    source.kind == SourceKind::State
                        && verb.forms == "register"
                        && matches!(clause.class(at + 1), Class::Num)
                        && !object_is_person(clause, at + 1)
                }
                "find finds found found finding" => {
                    (clause.class(at + 1) == Class::That
                        || matches!(clause.class(at + 1), Class::Pron | Class::No)
                        || clause.class(at + 1) == Class::There)
                        && source.kind != SourceKind::Affected
                }
                "encourage" => matches!(source.kind, SourceKind::ForeignState),
                "expect" | "question" | "welcome" => {
                    !range.is_empty()
                        && source.kind != SourceKind::State
                        && source.kind != SourceKind::Court
                }
                "determine"
                | "assess"
                | "calculate"
                | "appeal"
                | "see sees saw seen seeing"
                | "press" => clause.class(at + 1) == Class::That,
                _ => true,
            }
        }
    }
}

/// Journalists who tell what was done to themselves are those concerned, not the media.
pub(crate) fn own_treatment(
    clause: &Clause<'_>,
    at: usize,
    range: &Range,
    mut source: Source,
) -> Source {
    if source.kind == SourceKind::Media
        && range.clone().any(|k| {
            clause.is_any(
                k,
                &[
                    "journalists",
                    "reporters",
                    "editors",
                    "bloggers",
                    "journalist",
                    "broadcasters",
                    "photographers",
                ],
            )
        })
        && (clause.class(at + 1) == Class::Ing
            || clause.is_any(
                at + 1,
                &[
                    "harassment",
                    "threats",
                    "intimidation",
                    "self",
                    "difficulty",
                    "difficulties",
                    "pressure",
                    "fear",
                    "their",
                    "they",
                ],
            )
            || clause.class(at + 1) == Class::That && clause.is_any(at + 2, &["they", "their"])
            || clause.class(at + 1) == Class::Adv && clause.is_any(at + 2, &["they", "their"]))
    {
        source.kind = SourceKind::Affected;
    }
    source
}
