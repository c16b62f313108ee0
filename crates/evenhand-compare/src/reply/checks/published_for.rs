//! The report itself: that it was published, for which year. See `rules/reply/published_for.md`.

use super::{Case, Found};
use crate::reply::shelf::Place;
use crate::reply::{Kind, Verdict};

const RULE: &str = "published_for";

const PUBLISHED: &[&str] = &[
    "published",
    "publishes",
    "released",
    "issued",
    "presented",
    "came out",
    "has appeared",
];
const REPORT: &[&str] = &["report", "reports", "edition", "overview"];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Wording
        || !case.claim.phrases.is_empty()
        || !case.says(PUBLISHED)
        || !case.says(REPORT)
    {
        return None;
    }
    let main = case.main()?;
    let year = main.year?;
    let told: Vec<u16> = case
        .claim
        .plain
        .split(' ')
        .filter_map(|word| word.parse().ok())
        .filter(|told| (1970..2100).contains(told))
        .collect();
    if told.is_empty() {
        return None;
    }
    // What the report says in sum, for whoever wants to see it.
    let opening: Vec<Place> = case
        .lines(0, main)
        .filter(|(_, line)| main.in_summary(line))
        .map(|(place, _)| place)
        .take(2)
        .collect();
    let found = if told.contains(&year) {
        Found::new(
            RULE,
            format!("The report at hand is the one on {year}."),
            opening,
        )
        .says(Verdict::Supported, 0.6)
    } else {
        Found::new(
            RULE,
            format!("The report at hand is on {year}, not on {}.", told.first()?),
            opening,
        )
        .says(Verdict::Partly, 0.45)
    };
    Some(found.first())
}
