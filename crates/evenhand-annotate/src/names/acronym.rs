//! A body by capitals all through: "SPRK", "OSCE/ODIHR".

use super::description;
use super::look::{Look, Mention};
use super::vocabulary::{ACRONYM, BODY_NOUN, DOCUMENT_HEAD, INSIDE, PLAIN};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "acronym";

/// A run of acronyms, or one that begins with an acronym and goes on with ordinary words.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    if !t.is(look.start, ACRONYM) {
        return None;
    }
    let short = look
        .capitals()
        .all(|at| t.is(at, ACRONYM) || t.text(at).len() <= 2);
    let named = look.capitals().skip(1).all(|at| t.is(at, PLAIN)) && look.capitals().count() > 1;
    if !short && !named || is_law(look) {
        return None;
    }
    let letters = t
        .text(look.start)
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count();
    if letters < 2 || look.start > 0 && t.text(look.start - 1) == "#" {
        return None;
    }
    Some(
        Mention::sure(look.tokens(), NameKind::Body, RULE)
            .described(description::before(t, look.from, look.start, BODY_NOUN)),
    )
}

/// "under the POA", "the Public Order Act (POA)", and what the report has so defined.
fn is_law(look: &Look<'_>) -> bool {
    let t = look.t;
    let known = t
        .token(look.start)
        .and_then(|token| look.defined.get(token.key))
        .is_some_and(|full| full.kind.is_none());
    let Some(before) = look.last_before() else {
        return known;
    };
    let opening = t.text(before) == "(" && {
        // The words before the bracket decide.
        let head = (0..before)
            .rev()
            .find(|at| !matches!(t.text(*at), "“" | "”" | "\"" | ")" | "("));
        let head = head.unwrap_or(0);
        !t.capital(head) && !t.is(head, INSIDE) && (t.lower(head) || !t.possessive(head))
            || t.is(head, DOCUMENT_HEAD)
            || document_before(look, head)
    };
    let under = before > 0
        && t.text(before) == "the"
        && matches!(t.text(before - 1), "under" | "violating" | "violated");
    known || opening || under
}

/// "the Law on Public Order (LPO)".
fn document_before(look: &Look<'_>, last: usize) -> bool {
    let t = look.t;
    let mut at = last;
    while at > 0
        && (t.capital(at)
            || t.is(at, INSIDE)
            || matches!(
                t.text(at),
                "of" | "on" | "for" | "and" | "the" | "to" | "against" | "in"
            ))
    {
        if matches!(t.text(at), "of" | "on" | "for" | "to" | "against")
            && t.capital(at - 1)
            && t.is(at - 1, DOCUMENT_HEAD)
        {
            return true;
        }
        at -= 1;
    }
    false
}
