//! The report says it, in these words or near ones. See `rules/reply/stands_there.md`.

use super::{Case, Found};
use crate::reply::{Kind, Verdict};

const RULE: &str = "stands_there";

/// From this share of the point's words on, a line is taken to say it.
const SAYS: f32 = 0.6;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if !matches!(case.kind, Kind::Wording | Kind::Person | Kind::Organisation) {
        return None;
    }
    let (place, covered) = case
        .best(5)
        .map(|(place, _)| (place, case.covers(place)))
        .max_by(|(a, x), (b, y)| x.total_cmp(y).then(b.cmp(a)))?;
    (covered >= SAYS && case.own.terms.len() > 1).then(|| {
        Found::new(
            RULE,
            format!(
                "{} has {:.0} percent of what the point says, by the weight of its words.",
                case.pin(place),
                covered * 100.0
            ),
            vec![place],
        )
        .says(Verdict::Supported, 0.4 + (covered - SAYS) / 2.0)
    })
}
