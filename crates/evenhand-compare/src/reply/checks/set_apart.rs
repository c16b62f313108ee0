//! Judgements and remarks that no report can settle. See `rules/reply/set_apart.md`.

use super::{Case, Found};
use crate::reply::{Kind, Verdict};

const RULE: &str = "set_apart";

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    let message = match case.kind {
        Kind::Opinion => {
            "A judgement: no report can bear it out or refute it. It is set apart and not checked."
        }
        Kind::AboutOtherDocument => {
            "It speaks of remarks or a paper other than the report; the reports at hand do not contain them."
        }
        Kind::Wording
        | Kind::Heading
        | Kind::Figure
        | Kind::Omission
        | Kind::CrossCountry
        | Kind::Person
        | Kind::Organisation
        | Kind::Funding => return None,
    };
    Some(Found::new(RULE, message.to_owned(), Vec::new()).says(Verdict::NotCheckable, 0.8))
}
