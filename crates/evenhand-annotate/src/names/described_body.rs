//! A body with a description: "the newspaper X", "NGO X", "X, an independent weekly".

use super::description;
use super::look::{Look, Mention};
use super::vocabulary::{BODY_NOUN, CAPITAL, COUNTRY, GIVEN, LEADER};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "described_body";

/// A run after, or before, a noun for a body.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    if look.all(COUNTRY | CAPITAL | LEADER) {
        return None;
    }
    let body = || Mention::sure(look.tokens(), NameKind::Body, RULE);
    let mut start = look.start;
    if start > 0 && matches!(t.text(start - 1), "“" | "‘" | "\"") {
        start -= 1;
    }
    // "an organization called X", "a group known as X".
    let called = start > 1
        && (t.text(start - 1) == "called"
            || matches!(t.text(start - 1), "named" | "as")
                && matches!(t.text(start - 2), "known" | "named"));
    if called {
        let noun = start - if t.text(start - 1) == "as" { 3 } else { 2 };
        if t.is(noun, BODY_NOUN) && t.lower(noun) {
            return Some(
                body().described(Some(description::leftwards(t, look.from, noun)..noun + 1)),
            );
        }
    }
    if let Some(range) = description::before(t, look.from, start, BODY_NOUN) {
        return Some(body().described(Some(range)));
    }
    let person = look.capitals().next().is_some_and(|at| t.is(at, GIVEN));
    let after = description::after(t, look.end, BODY_NOUN).filter(|_| !person && !look.initial());
    after.map(|range| body().described(Some(range)))
}
