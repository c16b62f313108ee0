//! A person with a description: "journalist X", "X, a 34-year-old blogger", "the mayor, X,".

use super::description;
use super::look::{Look, Mention};
use super::vocabulary::{
    ACRONYM, ALONE_BODY, CAPITAL, COUNTRY, FUNCTION, GIVEN, LEADER, PERSON_NOUN, PLAIN,
};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "described_person";

/// A run after, or before, words for a person.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    let foreign = look.all(PLAIN | FUNCTION | ACRONYM | COUNTRY | CAPITAL | ALONE_BODY)
        && !look.any(GIVEN | LEADER);
    if foreign {
        return None;
    }
    let person = || Mention::sure(look.tokens(), NameKind::Person, RULE);
    if let Some(range) = description::before(t, look.from, look.start, PERSON_NOUN) {
        return Some(person().described(Some(range)));
    }
    if look.initial() && look.capitals().count() == 1 && !look.unknown(look.start) {
        return None;
    }
    let after = description::after(t, look.end, PERSON_NOUN)
        .filter(|range| !range.is_empty())
        .or_else(|| age(look));
    if let Some(range) = after {
        return Some(person().described(Some(range)));
    }
    description::apposed(t, look.from, look.start, look.end)
        .map(|range| person().described(Some(range)))
}

/// "X, 34,": an age alone says that X is a person.
fn age(look: &Look<'_>) -> Option<std::ops::Range<usize>> {
    let t = look.t;
    let number = t.text(look.end + 1);
    let years =
        number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty();
    let closed = matches!(t.text(look.end + 2), "," | ")");
    let fits = matches!(look.next(), "," | "(") && years && closed && look.capitals().count() >= 2;
    fits.then(|| look.end + 1..look.end + 2)
}
