//! A head of state or government of the register.

use super::description;
use super::look::{Look, Mention};
use super::vocabulary::{LEADER, PERSON_NOUN};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "leader";

/// The whole run is a person where a leader's name stands in it.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let leader = look.any(LEADER);
    leader.then(|| {
        Mention::sure(look.tokens(), NameKind::Person, RULE).described(description::before(
            look.t,
            look.from,
            look.start,
            PERSON_NOUN,
        ))
    })
}
