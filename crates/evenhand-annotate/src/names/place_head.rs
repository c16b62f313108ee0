//! A place by its head noun: "Bubanza Province", "Evin Prison", "Lake Tana", "Republic of Chechnya".

use super::look::{Look, Mention};
use super::vocabulary::{
    ADJECTIVE, BODY_HEAD, DETERMINER, FUNCTION, PLACE_HEAD, PLAIN, REGISTER, SIDE,
};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "place_head";

/// Heads that stand before the rest of the name.
const FIRST: &[&str] = &[
    "Lake", "Mount", "Camp", "Fort", "Port", "Cape", "Isla", "Puerto", "Villa", "Cerro", "Gulf",
    "Bay", "River", "San", "Santa", "St",
];

/// A run whose head noun is that of a place.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    let head = look.head();
    let place = || Mention::sure(look.tokens(), NameKind::Place, RULE);
    let count = look.capitals().count();
    if count > 1
        && !t.is(look.start, REGISTER)
        && FIRST.contains(&t.text(look.start))
        && !t.is(head, BODY_HEAD)
        && !(look.initial() && t.is(look.start, PLAIN))
    {
        let near = look.last_before().is_none_or(|at| {
            !t.lower(at) || t.is(at, DETERMINER | FUNCTION | super::vocabulary::PLACE_BEFORE)
        });
        if near || t.is(look.start, PLACE_HEAD) {
            return Some(place());
        }
    }
    // "North Kivu", "Upper Nile".
    let sided = count > 1
        && t.is(look.start, SIDE)
        && !look.initial()
        && look.capitals().skip(1).all(|at| look.unknown(at));
    if sided {
        return Some(place());
    }
    if !t.is(head, PLACE_HEAD) || count < 2 {
        return None;
    }
    // "Islamic State", "Member States": an adjective and an ordinary word before make no place.
    let before = head.checked_sub(1).filter(|at| *at >= look.start);
    let general = before.is_some_and(|at| {
        t.is(at, ADJECTIVE)
            || matches!(t.text(at), "Member" | "Baltic" | "Gulf" | "Arab")
                && matches!(t.text(head), "States")
    });
    let state = matches!(
        t.text(head),
        "State" | "States" | "Republic" | "Base" | "Park" | "Kingdom"
    ) && before.is_some_and(|at| t.is(at, PLAIN) && !t.is(at, SIDE));
    (!general && !state).then(place)
}
