//! A violation stated as fact, with no source. See `rules/violation_without_source.md`.

use super::{Case, speaks_of_law, whole};
use crate::Finding;
use crate::credit::Credit;
use evenhand_report::Direction;

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    case.statements()
        .filter(|statement| {
            statement.reading.direction.direction == Direction::Violation
                && statement.credit == Credit::None
                && !speaks_of_law(statement.text)
        })
        .map(|statement| Finding {
            rule: "violation_without_source",
            message:
                "Stated as fact: the sentence credits nobody, and no credit carries over from \
                      the sentence before it."
                    .to_owned(),
            quotes: vec![whole(statement.at)],
            numbers: Vec::new(),
        })
        .collect()
}
