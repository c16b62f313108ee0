//! A place by its surroundings: "in X", "the city of X", "X district".

use super::look::{Look, Mention};
use super::vocabulary::{ACRONYM, GIVEN, PLACE_BEFORE, PLACE_NOUN, PLAIN, SIDE};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "located";

/// A run after a preposition of place, or beside a noun for a place.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    if look.any(ACRONYM) || look.all(PLAIN) && !look.all(SIDE) {
        return None;
    }
    let sure = || Mention::sure(look.tokens(), NameKind::Place, RULE);
    let next = look.next();
    // "Mwanza region", "Brest regional court".
    let beside = t.lower(look.end)
        && !t.glued(look.end)
        && (t.is(look.end, PLACE_NOUN) && !BODILY.contains(&next) || REGIONAL.contains(&next));
    if beside {
        return Some(sure());
    }
    let before = look.last_before()?;
    // "the city of X"; "Kampong Cham, X Province" is for `place_head`.
    if t.text(before) == "of" && before > 0 && t.is(before - 1, PLACE_NOUN) && t.lower(before - 1) {
        return Some(sure());
    }
    if t.text(before) == "of"
        && before > 0
        && OF_PLACES.contains(&t.text(before - 1))
        && look.capitals().count() <= 3
    {
        return Some(sure());
    }
    let mut at = before;
    if t.text(at) == "the" && at > 0 {
        at -= 1;
    }
    // "in eastern X", "in the northern X".
    while at > 0
        && t.lower(at)
        && (t.is(at, SIDE) || matches!(t.text(at), "rural" | "downtown" | "suburban" | "coastal"))
    {
        if t.is(at, SIDE) && !t.is(look.start, GIVEN) {
            return Some(sure());
        }
        at -= 1;
    }
    if !t.is(at, PLACE_BEFORE) || !t.lower(at) {
        return None;
    }
    let strong = matches!(
        t.text(at),
        "in" | "near" | "at" | "outside" | "across" | "throughout" | "around" | "inside"
    );
    let given = look.capitals().next().is_some_and(|at| t.is(at, GIVEN));
    if given && look.capitals().count() > 1 && !strong || t.possessive(look.end) && !strong {
        return None;
    }
    let verbal = t.text(at) == "to"
        && (t.is(look.end, super::vocabulary::PERSON_ACT) || look.capitals().count() > 2);
    (!verbal && look.capitals().count() <= 4)
        .then(|| Mention::likely(look.tokens(), NameKind::Place, RULE))
}

/// Nouns of places that follow a body's name as well.
const BODILY: &[&str] = &[
    "state",
    "community",
    "communities",
    "department",
    "departments",
    "states",
    "sector",
    "commission",
];
/// Adjectives that follow a place's name.
const REGIONAL: &[&str] = &[
    "regional",
    "provincial",
    "municipal",
    "district",
    "metropolitan",
    "city",
    "mayor",
    "mayoral",
    "governor",
    "authorities",
    "police",
    "residents",
    "president",
    "ruler",
    "premier",
    "airport",
    "prison",
];
/// What a place has, before "of".
const OF_PLACES: &[&str] = &[
    "mayor",
    "governor",
    "ruler",
    "hospital",
    "assembly",
    "court",
    "residents",
    "inhabitants",
    "people",
    "bishop",
    "archbishop",
    "north",
    "south",
    "east",
    "west",
    "outskirts",
    "streets",
    "parts",
    "capital",
    "port",
    "prison",
    "authorities",
    "emirate",
    "kingdom",
    "siege",
    "population",
    "center",
    "legislature",
    "parliament",
    "courts",
];
