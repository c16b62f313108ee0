//! A body of the register of bodies that watch many countries: "UNHCR", "Human Rights Watch".

use super::look::{Look, Mention};
use super::vocabulary::PERSON_NOUN;
use crate::bodies::Bodies;
use evenhand_report::NameKind;

pub(super) const RULE: &str = "known_body";

/// The run begins with a body of the register, and nothing but that body stands in it.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let words = look.t.words;
    let (body, length) = Bodies::register().find(words, look.start, words.tokens().len())?;
    let end = look.start + length;
    // "UN special rapporteur": words in small letters after the run are a description.
    let spills =
        end > look.end && (look.end..end).any(|at| look.t.lower(at) && look.t.is(at, PERSON_NOUN));
    if end < look.end || spills {
        return None;
    }
    let short = words.span(look.start, end).of(words.text());
    let full = (short == body.acronym && short != body.name).then(|| body.name.clone());
    Some(Mention {
        full,
        ..Mention::sure(look.start..end, NameKind::Body, RULE)
    })
}
