//! A reporting verb in the passive: "was reported", "believed to be", "criticized by NGOs".

use super::Found;
use super::clause::Clause;
use super::group::Group;
use super::source::Who;
use super::verbs::{Frame, Verb, Who as May};
use super::words::{Class, KEYS};
use evenhand_report::{SourceKind, Specificity, Stance};

const RULE: &str = "was_reported";

/// Whether the participle at `at` stands in the passive.
pub(crate) fn is_passive(clause: &Clause<'_>, at: usize) -> bool {
    if clause.adjectival(at) {
        return false;
    }
    if clause.group(at).passive {
        return true;
    }
    // "as reported by", "believed to", "reported included", "quoted by"
    let by = by_agent(clause, at).is_some();
    let to_be = clause.class(at + 1) == Class::To
        && (matches!(clause.class(at + 2), Class::Be | Class::Have)
            || clause.is_any(at, &["believed", "said", "alleged"])
                && clause.class(at + 2) == Class::Noun);
    let told = clause.is_any(
        at,
        &[
            "believed",
            "thought",
            "said",
            "alleged",
            "reported",
            "suspected",
            "rumored",
            "rumoured",
            "estimated",
            "assumed",
            "presumed",
        ],
    );
    let to_be = to_be && told && !(at > 0 && clause.object_relative(at - 1));
    let as_cue = at > 0 && clause.is(at - 1, "as");
    let before_verb = clause.is_any(at, &["reported"])
        && (clause.class(at + 1) == Class::Finite
            || clause.is_any(at + 1, &["was", "were", "is", "are"])
            || !matches!(clause.class(at + 2), Class::Noun | Class::Name)
                && clause.is_any(
                    at + 1,
                    &[
                        "included",
                        "involved",
                        "ranged",
                        "increased",
                        "decreased",
                        "rose",
                    ],
                ))
        && at > 0
        && matches!(clause.class(at - 1), Class::Noun | Class::Adv)
        && !clause.is_person(at - 1)
        && !(at > 1 && clause.is_person(at - 2));
    let widely = clause.is_any(
        at,
        &[
            "interpreted",
            "viewed",
            "seen",
            "perceived",
            "regarded",
            "considered",
            "believed",
            "criticized",
            "reported",
            "condemned",
        ],
    ) && clause.group(at).widely
        && at > 1
        && clause.nominal(at - 2)
        && clause.class(at + 1) == Class::Prep;
    widely || by && clause.class(at + 1) == Class::Prep || to_be || as_cue && by || before_verb
}

/// "by X" soon after the verb.
fn by_agent(clause: &Clause<'_>, at: usize) -> Option<usize> {
    (at + 1..at + 6)
        .take_while(|k| {
            !matches!(
                clause.class(*k),
                Class::Stop | Class::Comma | Class::That | Class::Rel | Class::And
            ) && !clause.finite(*k)
        })
        .find(|k| clause.key(*k) == KEYS.by && clause.class(*k + 1) != Class::Ing)
}

/// The attribution made by the participle at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize, verb: &Verb) -> Option<Found> {
    let clause = who.clause;
    let group = clause.group(at);
    if group.negated || group.unsaid {
        return None;
    }
    // "concerns raised by unions", "allegations made by detainees": the noun is part of the cue.
    let raised = at > 0
        && matches!(verb.frame, Frame::Noun(list) if clause.is_any(at - 1, list))
        && !clause.is_any(at, &["declined", "drawn"]);
    let credits = (raised || matches!(verb.frame, Frame::Any | Frame::Claim | Frame::Judgement))
        && verb.who != May::Document
        && !clause.is_any(
            at,
            &[
                "recommended",
                "registered",
                "identified",
                "recorded",
                "added",
                "judged",
                "rated",
                "charged",
                "told",
                "registered",
                "determined",
                "informed",
                "advised",
                "posted",
                "questioned",
                "welcomed",
                "demanded",
            ],
        );
    if credits
        && let Some(by) = by_agent(clause, at)
        && let Some(range) = clause.phrase_from(by + 1, true)
        && let range = super::reports_of::up_to_of(clause, range)
        && let Ok(source) = who.is(&range)
        && (source.sure || source.specificity == Specificity::Named)
    {
        if verb.forms == "claim" && claimed_land(clause, at) {
            return None;
        }
        let acts = matches!(source.kind, SourceKind::State | SourceKind::Court);
        let judged = verb.frame == Frame::Judgement
            || verb.who == May::Watcher
            || clause.is_any(
                at,
                &[
                    "declared",
                    "proclaimed",
                    "announced",
                    "expected",
                    "accused",
                    "suspected",
                ],
            );
        if acts && judged && !clause.is_any(at, &["announced", "accused", "suspected"])
            || group.modal
        {
            return None;
        }
        return Some(Found {
            source: Some((range, source)),
            cue: at - usize::from(raised)..at + 1,
            stance: verb.stance,
            rule: RULE,
        });
    }
    if group.modal || group.infinitive {
        return None;
    }
    let judged = judged_in_the_past(clause, &group, at, verb);
    let widely = judged || group.widely && (verb.passive || matches!(verb.frame, Frame::Judgement));
    if !verb.passive && !widely {
        return None;
    }
    if nobody(clause, group.start) {
        return None;
    }
    let be = (group.start..at).find(|k| clause.class(*k) == Class::Be);
    let next = clause.class(at + 1);
    let to_be = next == Class::To
        && (matches!(clause.class(at + 2), Class::Be | Class::Have)
            || clause.class(at + 2) == Class::Noun && !clause.is_any(at, &["reported"]));
    match be {
        Some(be) => {
            if clause.is(be, "being") && be > 0 && clause.class(be - 1) == Class::Prep {
                return None;
            }
            let present = clause.is_any(be, &["is", "are"]);
            if clause.is_any(at, &["accused", "suspected", "blamed"])
                && (present || conditional(clause, be))
            {
                return None;
            }
            if next == Class::To && !to_be {
                // "was reported to police"
                return None;
            }
            if conditional(clause, be) {
                return None;
            }
            if clause.is_any(at, &["thought", "said"]) && !to_be {
                return None;
            }
            if clause.is(at, "criticized") && present {
                return None;
            }
        }
        None => {
            let known = clause.is_any(
                at,
                &[
                    "believed",
                    "thought",
                    "said",
                    "alleged",
                    "reported",
                    "suspected",
                    "rumored",
                    "estimated",
                ],
            );
            let widely = widely && clause.class(at + 1) == Class::Prep;
            let listed = clause.is_any(at, &["reported"]) && clause.finite(at + 1);
            let credits = known && to_be || widely || listed;
            if !credits {
                return None;
            }
        }
    }
    let start = be.map_or(at, |be| be);
    let start = if start > 0
        && clause.class(start) == Class::Be
        && clause.is_any(start, &["been", "being"])
        && clause.class(start - 1) == Class::Have
    {
        start - 1
    } else {
        start
    };
    let stance = if verb.stance == Stance::Criticises {
        Stance::Criticises
    } else {
        verb.stance
    };
    Some(Found {
        source: None,
        cue: start..at + 1,
        stance,
        rule: RULE,
    })
}

/// "elections were considered free and fair", "was perceived as a threat": nobody is named who thought so.
fn judged_in_the_past(clause: &Clause<'_>, group: &Group, at: usize, verb: &Verb) -> bool {
    let past = (group.start..at).any(|k| clause.is_any(k, &["was", "were"]));
    if !past || group.modal || group.negated || group.infinitive {
        return false;
    }
    let mut next = at + 1;
    while clause.class(next) == Class::Adv {
        next += 1;
    }
    let to_be = clause.class(next) == Class::To && clause.class(next + 1) == Class::Be;
    match verb.forms {
        "consider" => {
            to_be
                || clause.class(next) == Class::Noun
                    && !clause.is_any(next, &["unlawful", "illegal", "void", "eligible"])
        }
        "perceive" | "view" | "regard" | "see sees saw seen seeing" => {
            to_be && verb.forms == "perceive" || clause.is(next, "as")
        }
        _ => false,
    }
}

/// "a region claimed by both": land is had by claiming it.
fn claimed_land(clause: &Clause<'_>, at: usize) -> bool {
    at > 0
        && clause.is_any(
            at - 1,
            &[
                "region",
                "territory",
                "territories",
                "area",
                "areas",
                "land",
                "lands",
                "attack",
                "attacks",
                "island",
                "islands",
            ],
        )
}

/// "if", "when", "who is": what may happen, not what was said.
fn conditional(clause: &Clause<'_>, be: usize) -> bool {
    (be.saturating_sub(8)..be)
        .rev()
        .take_while(|k| !matches!(clause.class(*k), Class::Stop | Class::Comma))
        .any(|k| {
            clause.is_any(
                k,
                &["if", "when", "unless", "whenever", "anyone", "whether"],
            )
        })
}

/// "no cases were reported", "few incidents were reported".
fn nobody(clause: &Clause<'_>, start: usize) -> bool {
    (0..start)
        .rev()
        .take_while(|k| {
            let ends = matches!(
                clause.class(*k),
                Class::Stop | Class::Sub | Class::That | Class::But
            );
            !ends && (!clause.finite(*k) || clause.class(*k) == Class::Be)
        })
        .any(|k| clause.class(k) == Class::No || clause.is_any(k, &["none", "few"]))
}
