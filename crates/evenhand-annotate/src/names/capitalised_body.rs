//! A body by its capitals and its surroundings: "the Taliban", "Open Country activists".

use super::look::{Look, Mention};
use super::vocabulary::{
    ADJECTIVE, BODY_NOUN, CAPITAL, COUNTRY, DETERMINER, FUNCTION, GIVEN, LEADER, OPENER,
    PERSON_NOUN, PLACE_BEFORE, PLAIN, SIDE,
};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "capitalised_body";

/// Nouns whose owner is a body.
const OF_BODIES: &[&str] = &[
    "forces",
    "fighters",
    "militants",
    "rebels",
    "troops",
    "spokesperson",
    "spokesman",
    "supporters",
    "members",
    "member",
    "leaders",
    "activists",
    "officials",
    "headquarters",
    "operatives",
    "affiliates",
    "candidates",
    "staff",
    "representatives",
    "offices",
    "combatants",
    "militia",
    "militias",
    "insurgents",
    "movement",
    "party",
    "group",
    "newspaper",
    "website",
    "faction",
    "officers",
    "employees",
    "editors",
    "reporter",
    "reporters",
    "journalists",
    "journalist",
    "elements",
    "users",
    "pages",
    "posts",
    "accounts",
];

/// A run that only its capitals and its surroundings speak for.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    let count = look.capitals().count();
    let body = || Mention::likely(look.tokens(), NameKind::Body, RULE);
    if look.any(LEADER) || look.all(ADJECTIVE | SIDE | FUNCTION) {
        return None;
    }
    let unknown = look.capitals().filter(|at| look.unknown(*at)).count();
    let next = look.next();
    let owned = OF_BODIES.contains(&next);
    let article = look
        .last_before()
        .is_some_and(|at| t.is(at, DETERMINER) && matches!(t.text(at), "the" | "The"));
    if unknown == count {
        // Words in no list: "the Taliban", "Chadema leaders".
        return (owned || article && !place_behind_article(look)).then(body);
    }
    if count == 1 {
        return None;
    }
    // Ordinary words with capitals inside a sentence: "Youth Against Slavery", "Open Russia".
    let ordinary = look.any(PLAIN) && !look.any(GIVEN) && !look.initial();
    let titled = look.all(PLAIN | PERSON_NOUN | OPENER | ADJECTIVE)
        && look
            .capitals()
            .last()
            .is_some_and(|at| t.is(at, PERSON_NOUN | BODY_NOUN) && !t.is(at, BODY_NOUN));
    let country =
        look.any(COUNTRY | CAPITAL) && look.capitals().next().is_some_and(|at| t.is(at, PLAIN));
    (ordinary && !titled && (owned || article || unknown > 0 || country)).then(body)
}

/// "in the Rif".
fn place_behind_article(look: &Look<'_>) -> bool {
    look.start > 1 && look.t.is(look.start - 2, PLACE_BEFORE) && look.t.text(look.start - 2) != "to"
}
