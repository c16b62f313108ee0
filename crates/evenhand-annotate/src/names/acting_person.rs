//! A person by what is said next: "X was arrested", "X's lawyer", "the X regime".

use super::look::{Look, Mention};
use super::vocabulary::{DETERMINER, PERSON_ACT, PERSON_NOUN, PLACE_BEFORE};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "acting_person";

/// "the X regime", "the X family".
pub(super) fn ruled(look: &Look<'_>) -> Option<Mention> {
    let fits = RULED.contains(&look.next())
        && look.capitals().all(|at| look.unknown(at))
        && look
            .last_before()
            .is_some_and(|at| look.t.is(at, DETERMINER));
    fits.then(|| Mention::likely(look.tokens(), NameKind::Person, RULE))
}

/// Nouns that follow a ruler's or a clan's name.
const RULED: &[&str] = &[
    "regime",
    "family",
    "brothers",
    "administration",
    "clan",
    "dynasty",
    "government",
    "siblings",
    "couple",
    "presidency",
];

/// A run of words in no list, followed by what persons do or have.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    let unknown = look.capitals().all(|at| look.unknown(at));
    if !unknown || look.capitals().count() > 4 {
        return None;
    }
    let person = || Mention::likely(look.tokens(), NameKind::Person, RULE);
    let article = look.last_before().is_some_and(|at| t.is(at, DETERMINER));
    if article {
        return None;
    }
    let place = look.last_before().is_some_and(|at| {
        t.is(at, PLACE_BEFORE) && !matches!(t.text(at), "to" | "from" | "between" | "through")
    });
    if t.possessive(look.end) {
        let has = (look.end + 1..look.end + 4).any(|at| t.is(at, PERSON_NOUN))
            || HELD
                .iter()
                .any(|noun| (look.end + 1..look.end + 4).any(|at| t.text(at) == *noun));
        return (has || !place).then(person);
    }
    if look.capitals().count() >= 2 && !place {
        return Some(person());
    }
    // "arrested Mohammadi", "against Bejjaj".
    let suffers = look.last_before().is_some_and(|at| {
        t.lower(at)
            && (t.text(at).ends_with("ed") && at > 0
                || matches!(t.text(at), "against" | "with" | "by" | "on")
                    && look.capitals().count() == 1
                    && !t.lower(look.end))
    });
    if suffers {
        return Some(person());
    }
    let acts = t.is(look.end, PERSON_ACT) || t.lower(look.end) && look.next().ends_with("ed");
    (acts && !place).then(person)
}

/// What a person has.
const HELD: &[&str] = &[
    "trial",
    "arrest",
    "death",
    "release",
    "house",
    "home",
    "body",
    "case",
    "detention",
    "sentence",
    "conviction",
    "imprisonment",
    "disappearance",
    "murder",
    "killing",
    "appeal",
    "remains",
    "health",
    "defense",
    "bail",
    "whereabouts",
    "extradition",
    "account",
];
