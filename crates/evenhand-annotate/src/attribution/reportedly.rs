//! "reportedly", "allegedly", and "alleged" before a noun.

use super::Found;
use super::clause::Clause;
use super::words::Class;
use evenhand_report::Stance;

const RULE: &str = "reportedly";

/// The attribution made by the adverb at `at`.
#[expect(clippy::unnecessary_wraps, reason = "every rule answers alike")]
pub(crate) fn adverb(clause: &Clause<'_>, at: usize) -> Option<Found> {
    let stance = if clause.is(at, "reportedly") {
        Stance::Reports
    } else {
        Stance::Alleges
    };
    Some(impersonal(at, stance))
}

fn impersonal(at: usize, stance: Stance) -> Found {
    Found {
        source: None,
        cue: at..at + 1,
        stance,
        rule: RULE,
    }
}

/// Whether "alleged" at `at` stands before its noun, and is not the verb.
pub(crate) fn is_adjective(clause: &Clause<'_>, at: usize) -> bool {
    if !matches!(
        clause.class(at + 1),
        Class::Noun
            | Class::Name
            | Class::Ed
            | Class::Hyphen
            | Class::Quote
            | Class::Num
            | Class::Ing
            | Class::Adv
    ) {
        return false;
    }
    // "reported instances", "for reported abuses": stricter where the verb is the common use.
    if !clause.is_any(at, &["alleged", "purported"]) {
        let free = at == 0
            || clause.class(at - 1) == Class::Prep
                && !clause.is_any(at - 1, &["of", "as", "than", "since", "after"]);
        return free
            && clause.is_any(at, &["reported", "claimed", "rumored", "rumoured"])
            && clause.class(at + 1) == Class::Noun
            && clause.adjectival(at);
    }
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    match clause.class(before) {
        Class::Noun => {
            !clause.is_person(before) && !crate::names::plural_ending(clause.words.at(before))
        }
        Class::Name | Class::Close | Class::Rel | Class::Pron | Class::Have => false,
        Class::Adv => {
            !(before > 0 && (clause.nominal(before - 1) || clause.class(before - 1) == Class::Pron))
        }
        Class::And => {
            let listed = clause.is_person(at + 1)
                || crate::attribution::words::people(clause.words.at(at + 1));
            matches!(clause.class(at + 1), Class::Noun)
                && clause.class(at + 2) != Class::Ed
                && (!clause.clause_follows(at)
                    || (listed || clause.words.at(at + 1).ends_with("als"))
                        && matches!(clause.class(at + 2), Class::And | Class::Rel | Class::That))
        }
        Class::Be => false,
        _ => true,
    }
}

/// Words after "alleged" that name a part in a case, in law and procedure: nobody is credited.
const PARTS: &[&str] = &[
    "victim",
    "victims",
    "perpetrator",
    "perpetrators",
    "crime",
    "offender",
    "offenders",
    "offense",
    "offence",
    "consent",
    "abuser",
    "abusers",
    "offenses",
    "aggressor",
    "aggressors",
    "culprits",
    "wrongdoers",
];

/// The attribution made by "alleged" before a noun.
pub(crate) fn adjective(clause: &Clause<'_>, at: usize) -> Option<Found> {
    let next = if clause.class(at + 1) == Class::Quote {
        at + 2
    } else {
        at + 1
    };
    (!clause.is_any(next, PARTS)).then(|| impersonal(at, Stance::Alleges))
}
