//! A short form of a name the report has given in full: "Ablyazov", "CAT".

use super::look::{Look, Mention};
use super::vocabulary::{ACRONYM, CAPITAL, COUNTRY, GIVEN};
use crate::tokens::key_of;
use evenhand_report::{NameKind, Span};

pub(super) const RULE: &str = "short_form";

/// A run that is the short form of a name given before.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    if t.is(look.start, COUNTRY | CAPITAL) {
        return None;
    }
    let full = match look.capitals().count() {
        1 if t.after(look.start) == look.end => look.defined.get(t.token(look.start)?.key)?,
        2 | 3 => {
            let span: Span = t.words.span(look.start, look.end);
            look.defined.get(key_of(span.of(t.words.text())))?
        }
        _ => return None,
    };
    let kind = full.kind?;
    // "UN" is no short form of a man called Un.
    if t.is(look.start, ACRONYM) && kind == NameKind::Person {
        return None;
    }
    // "May" at the start of a sentence is a month, "Grace" a first name of somebody else.
    if kind == NameKind::Person
        && look.initial()
        && !look.unknown(look.start)
        && !t.is(look.start, GIVEN)
    {
        return None;
    }
    let name = full
        .name
        .clone()
        .filter(|name| name != t.words.span(look.start, look.end).of(t.words.text()));
    Some(Mention {
        full: name,
        ..Mention::sure(look.tokens(), kind, RULE)
    })
}
