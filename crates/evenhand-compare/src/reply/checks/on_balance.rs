//! Praise or blame in general: what the report’s sentences say on balance. See `rules/reply/on_balance.md`.

use super::{Case, Found};
use crate::reply::shelf::Place;
use crate::reply::{Kind, Verdict, cues};
use evenhand_report::Direction;

const RULE: &str = "on_balance";

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Wording || !case.says(cues::WHOLE) || !case.claim.phrases.is_empty() {
        return None;
    }
    let main = case.main()?;
    let (mut good, mut bad) = (0, 0);
    let mut examples: Vec<(Place, bool)> = Vec::new();
    for (place, line) in case.lines(0, main) {
        let same = line
            .reading
            .rights
            .first()
            .is_some_and(|right| case.claim.rights.contains(&right.article));
        match line.reading.direction.direction {
            Direction::Improvement | Direction::Safeguard => {
                good += 1;
                examples.push((place, same));
            }
            Direction::Violation => bad += 1,
            Direction::NoneReported | Direction::Context => {}
        }
    }
    // Of the same right first, then as they stand.
    examples.sort_by_key(|(place, same)| (!*same, *place));
    let all = main.lines.len();
    let quotes = examples
        .into_iter()
        .take(2)
        .map(|(place, _)| place)
        .collect();
    let message = format!(
        "Of {all} sentences of the report, {good} speak of an improvement or a safeguard and {bad} of a violation; no sentence sums \
         them up so."
    );
    Some(Found::new(RULE, message, quotes).says(Verdict::Partly, 0.5))
}
