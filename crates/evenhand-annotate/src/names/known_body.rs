//! A body of the register of bodies that watch many countries: "UNHCR", "Human Rights Watch".

use super::look::{Look, Mention};
use crate::bodies::Bodies;
use evenhand_report::NameKind;

pub(super) const RULE: &str = "known_body";

/// The run begins with a body of the register, and nothing but that body stands in it.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let words = look.t.words;
    let (body, length) = Bodies::register().find(words, look.start, words.tokens().len())?;
    let end = look.start + length;
    if end < look.end {
        return None;
    }
    let short = words.span(look.start, end).of(words.text());
    let full = (short == body.acronym && short != body.name).then(|| body.name.clone());
    Some(Mention { full, ..Mention::sure(look.start..end, NameKind::Body, RULE) })
}
