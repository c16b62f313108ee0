//! What completes the cue of a reporting verb, and lets it credit: "called for", "expressed concern".
//!
//! In: a verb and the words after it. Out: the tokens of the cue, or nothing where what follows
//! makes the verb an act ("denied him entry", "reported the theft to police").

use super::between;
use super::clause::{Clause, Range};
use super::source::noun_at;
use super::verbs::{Frame, Verb};
use super::words::Class;

/// Whether what follows the verb lets it credit, and the words of the cue.
pub(crate) fn complete(clause: &Clause<'_>, at: usize, verb: &Verb) -> Option<Range> {
    let plain = at..at + 1;
    let mut next = at + 1;
    while clause.class(next) == Class::Adv {
        next += 1;
    }
    match verb.frame {
        Frame::Any => {
            if verb.forms == "report" && !reports_something(clause, at, next) {
                return None;
            }
            if verb.forms == "claim" && taken_by_claiming(clause, next) {
                return None;
            }
            if verb.forms == "declare"
                && (next..next + 4)
                    .take_while(|k| between(clause.class(*k)) || clause.class(*k) == Class::Poss)
                    .any(|k| clause.is_any(k, ENACTED))
            {
                return None;
            }
            if verb.forms == "demand"
                && (next..next + 6)
                    .take_while(|k| !matches!(clause.class(*k), Class::Stop | Class::That))
                    .any(|k| clause.is_any(k, EXACTED))
            {
                return None;
            }
            if verb.forms.starts_with("find ")
                && clause.is_any(
                    next,
                    &[
                        "guilty",
                        "innocent",
                        "themselves",
                        "itself",
                        "himself",
                        "herself",
                        "their",
                        "dead",
                        "employment",
                        "work",
                        "refuge",
                    ],
                )
            {
                return None;
            }
            if verb.forms == "object" && clause.class(next) != Class::To {
                return None;
            }
            if verb.forms == "question"
                && !clause.is_any(
                    next,
                    &[
                        "whether", "the", "how", "why", "this", "these", "his", "its",
                    ],
                )
            {
                return None;
            }
            if verb.forms == "post" && clause.class(next) == Class::Prep {
                return None;
            }
            Some(plain)
        }
        Frame::Clause => clause.clause_follows(at).then_some(plain),
        Frame::That => {
            let told = matches!(
                verb.forms,
                "inform"
                    | "advise"
                    | "assure"
                    | "remind"
                    | "notify notifies notified notified notifying"
            ) && (next..next + 14)
                .take_while(|k| !matches!(clause.class(*k), Class::Stop | Class::Comma))
                .any(|k| clause.class(k) == Class::That);
            let noticed = verb.forms == "observe"
                && (next..next + 8)
                    .take_while(|k| between(clause.class(*k)) || clause.class(*k) == Class::Prep)
                    .any(|k| clause.is_any(k, NOTICED));
            (told || noticed || clause.says_so(at)).then_some(plain)
        }
        Frame::Claim => {
            let claims = clause.says_so(at)
                || matches!(clause.class(next), Class::Pron) && clause.finite(next + 1)
                || !matches!(clause.class(next), Class::Prep | Class::To)
                    && bare_clause(clause, next)
                || matches!(clause.class(next), Class::Ing)
                || (clause.class(next) == Class::To && clause.class(next + 1) == Class::Ing)
                || (next..next + 6)
                    .take_while(|k| !matches!(clause.class(*k), Class::Stop | Class::Comma))
                    .any(|k| clause.is_any(k, CLAIMED))
                || (verb.forms == "confirm"
                    && matches!(clause.class(next), Class::Det | Class::Num)
                    && !object_is_person(clause, next));
            let admitted = verb.forms.starts_with("admit ")
                && clause.class(next) == Class::To
                && matches!(clause.class(next + 1), Class::Det | Class::Noun)
                && !(next + 1..next + 5).any(|k| {
                    clause.is_any(
                        k,
                        &[
                            "hospital",
                            "clinic",
                            "school",
                            "university",
                            "country",
                            "program",
                        ],
                    )
                });
            (claims || admitted).then_some(plain)
        }
        Frame::Particle(list) => {
            if !clause.is_any(at + 1, list) {
                // "called the rules unfair"
                let called = verb.forms == "call"
                    && (clause.is_any(
                        at + 1,
                        &["the", "it", "this", "these", "such", "its", "his", "their"],
                    ))
                    && judged(clause, at + 1)
                    || verb.forms == "call" && called_names(clause, at + 1);
                return called.then_some(plain);
            }
            if verb.forms == "call" && clause.is(at + 1, "attention") && !clause.is(at + 2, "to") {
                return None;
            }
            if clause.is(at + 1, "out") && clause.is_any(at + 2, &["against"]) {
                return Some(at..at + 3);
            }
            Some(at..at + 2)
        }
        Frame::Noun(list) => {
            let mut k = at + 1;
            while k < at + 8 {
                if clause.is_any(k, list) {
                    // "expressed a wide variety of views": what is said of a free press.
                    let range_of = clause.is_any(k, &["views", "opinions"])
                        && (at + 1..k).any(|w| {
                            clause.is_any(
                                w,
                                &[
                                    "variety",
                                    "range",
                                    "diversity",
                                    "spectrum",
                                    "array",
                                    "diverse",
                                ],
                            )
                        });
                    return (!range_of).then(|| at..k + 1);
                }
                // "expressed in a resolution “deep concern”"
                let apart = matches!(verb.forms, "express" | "voice")
                    && matches!(clause.class(k), Class::Prep | Class::Quote);
                if !between(clause.class(k)) && !apart {
                    return None;
                }
                k += 1;
            }
            None
        }
        Frame::Judgement => {
            let as_needed = verb.forms.starts_with("see ")
                || matches!(
                    verb.forms,
                    "evaluate"
                        | "brand"
                        | "view"
                        | "regard"
                        | "perceive"
                        | "interpret"
                        | "label"
                        | "dub"
                );
            let related = at > 0
                && clause.class(at - 1) != Class::Be
                && (clause.class(next) == Class::To && clause.class(next + 1) == Class::Be
                    || clause.is(next, "as"));
            if related && clause.object_relative(at - 1) {
                return Some(plain);
            }
            let object = matches!(
                clause.class(next),
                Class::Det | Class::Pron | Class::Noun | Class::Name | Class::That | Class::Num
            );
            if !object {
                return None;
            }
            let has_as = (next..next + 16)
                .take_while(|k| clause.class(*k) != Class::Stop)
                .any(|k| clause.is(k, "as"));
            if as_needed && !has_as {
                return None;
            }
            (as_needed || judged(clause, next) || clause.clause_follows(at)).then_some(plain)
        }
    }
}

/// "called protesters “traitors”": a noun phrase, then what it is called in quotation marks.
fn called_names(clause: &Clause<'_>, from: usize) -> bool {
    matches!(
        clause.class(from),
        Class::Noun | Class::Name | Class::Pron | Class::Det
    ) && (from + 1..from + 9)
        .find(|k| !(between(clause.class(*k)) && clause.class(*k) != Class::Comma))
        .is_some_and(|k| clause.class(k) == Class::Quote && clause.class(k + 1) != Class::Name)
}

/// "claimed 75 lives", "claimed asylum", "claimed Hestranian descent": had, took, not said.
fn taken_by_claiming(clause: &Clause<'_>, next: usize) -> bool {
    (next..next + 5)
        .take_while(|k| {
            between(clause.class(*k)) && clause.class(*k) != Class::Comma
                || clause.class(*k) == Class::Poss
        })
        .any(|k| clause.is_any(k, TAKEN))
        && !clause.clause_follows(next.saturating_sub(1))
        || clause.is_any(
            next,
            &["asylum", "refugee", "ownership", "land", "benefits"],
        )
}

/// What is had or taken by claiming it.
const TAKEN: &[&str] = &[
    "lives",
    "life",
    "descent",
    "ancestry",
    "heritage",
    "citizenship",
    "territory",
    "sovereignty",
    "membership",
    "exemption",
    "compensation",
    "damages",
    "insurance",
    "benefits",
    "seats",
];

/// What comes to be, or is handed in, by declaring it: "declared a state of emergency", "their assets".
const ENACTED: &[&str] = &[
    "state",
    "emergency",
    "curfew",
    "martial",
    "moratorium",
    "war",
    "holiday",
    "assets",
    "income",
    "incomes",
    "property",
    "interests",
    "candidacy",
    "independence",
    "amnesty",
    "bankruptcy",
    "ceasefire",
    "truce",
    "winner",
    "wealth",
    "holdings",
    "mourning",
];

/// What officials who extort demand.
const EXACTED: &[&str] = &[
    "bribe",
    "bribes",
    "money",
    "payment",
    "payments",
    "fee",
    "fees",
    "ransom",
    "ransoms",
    "sex",
    "favors",
    "favours",
    "cash",
    "kickbacks",
    "dowry",
    "dowries",
    "taxes",
    "food",
];

/// "denied police had beaten him": a clause with no infinitive on the way to its verb.
fn bare_clause(clause: &Clause<'_>, from: usize) -> bool {
    let mut noun = false;
    for at in from..from + 16 {
        match clause.class(at) {
            Class::To | Class::Stop | Class::Comma | Class::Prep | Class::Rel | Class::And => {
                return false;
            }
            Class::Noun | Class::Name | Class::Pron | Class::Num => noun = true,
            Class::There => return true,
            _ if clause.finite(at) => return noun,
            _ => {}
        }
    }
    false
}

/// "the elections free and fair", "it to be": a judgement after the object that begins at `from`.
fn judged(clause: &Clause<'_>, from: usize) -> bool {
    let end = (from..from + 18)
        .find(|k| matches!(clause.class(*k), Class::Stop) || *k >= clause.len())
        .unwrap_or(from + 18);
    let to_be =
        (from..end).any(|k| clause.class(k) == Class::To && clause.class(k + 1) == Class::Be);
    to_be || end > from + 1
}

/// What somebody who watches is struck by: "observed irregularities", not "observed the election".
const NOTICED: &[&str] = &[
    "irregularities",
    "violations",
    "abuses",
    "shortcomings",
    "improvements",
    "improvement",
    "signs",
    "instances",
    "cases",
    "incidents",
    "decline",
    "decrease",
    "increase",
    "trend",
    "lack",
    "failures",
    "turnout",
    "intimidation",
    "deficiencies",
    "problems",
    "flaws",
    "discrepancies",
    "deterioration",
    "overcrowding",
];

/// Words that make the object of "denied" or "admitted" a claim.
const CLAIMED: &[&str] = &[
    "allegations",
    "allegation",
    "accusations",
    "accusation",
    "charges",
    "charge",
    "claims",
    "claim",
    "reports",
    "report",
    "involvement",
    "responsibility",
    "existence",
    "wrongdoing",
    "knowledge",
    "having",
    "being",
    "guilt",
    "any",
    "mistakes",
    "abuses",
    "killings",
    "torture",
    "this",
    "that",
    "it",
    "these",
    "all",
];

pub(crate) fn object_is_person(clause: &Clause<'_>, from: usize) -> bool {
    clause
        .phrase_from(from, false)
        .and_then(|range| {
            let end = range
                .clone()
                .skip(1)
                .find(|k| matches!(clause.class(*k), Class::Prep | Class::Ed | Class::Rel))
                .unwrap_or(range.end);
            noun_at(clause, end - 1)
        })
        .is_some_and(|noun| noun.kind.is_some())
}

/// "reported abuses", not "reported on the trial", "reported to police", "reported the theft to police".
fn reports_something(clause: &Clause<'_>, at: usize, next: usize) -> bool {
    if matches!(clause.class(next), Class::To)
        || clause.is_any(next, &["on", "for", "about", "directly"])
    {
        return clause.class(next) == Class::To && clause.clause_follows(at)
            || clause.class(next) == Class::Prep
                && (next..next + 10).any(|k| clause.class(k) == Class::That);
    }
    if clause.clause_follows(at) {
        return true;
    }
    let mut k = next;
    while k < clause.len()
        && !matches!(
            clause.class(k),
            Class::Stop | Class::Comma | Class::That | Class::Rel
        )
    {
        if clause.class(k) == Class::To {
            let mut to = k + 1;
            while matches!(clause.class(to), Class::Det | Class::Name | Class::Poss)
                || clause.class(to) == Class::Noun
                    && noun_at(clause, to).is_none_or(|noun| noun.kind.is_none())
            {
                to += 1;
                if to > k + 5 {
                    break;
                }
            }
            let told = (k + 1..to + 1).any(|k| {
                clause.is_any(
                    k,
                    &[
                        "police",
                        "authorities",
                        "ombudsman",
                        "prosecutors",
                        "government",
                        "officials",
                        "ministry",
                        "employers",
                        "administration",
                        "court",
                        "courts",
                        "army",
                        "parliament",
                    ],
                )
            });
            if told {
                return false;
            }
        }
        k += 1;
    }
    true
}
