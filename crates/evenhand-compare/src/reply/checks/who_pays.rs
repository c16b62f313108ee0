//! Money said to go from one to another: what the reports say of it. See `rules/reply/who_pays.md`.

use super::{Case, Found, credited};
use crate::reply::{Kind, Verdict, cues};
use evenhand_report::FigureKind;

const RULE: &str = "who_pays";

/// The writer speaks of his own affairs.
const OWN_AFFAIRS: &[&str] = &["my", "our", "i", "me", "we", "us"];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Funding {
        return None;
    }
    let sums: Vec<f64> = case
        .claim
        .figures
        .iter()
        .filter(|figure| figure.kind == FigureKind::Money)
        .map(|figure| figure.value)
        .collect();
    let main = case.main()?;
    for (place, line) in case.lines(0, main) {
        let same = line
            .reading
            .figures
            .iter()
            .any(|figure| figure.kind == FigureKind::Money && sums.contains(&figure.value));
        if same {
            let message = match credited(line) {
                Some((source, _)) => format!(
                    "The sum stands in the report ({}), credited to “{source}”; what else the sentence says of it belongs beside it.",
                    line.pin
                ),
                None => format!("The sum stands in the report: {}.", line.pin),
            };
            return Some(
                Found::new(RULE, message, vec![place])
                    .says(Verdict::Partly, 0.65)
                    .first(),
            );
        }
    }
    let message = if cues::any(&case.claim.plain, OWN_AFFAIRS) {
        "It speaks of the writer’s own affairs; no report contains them. A register of ties may (--ties)."
    } else {
        "The reports do not say who pays here. A register of ties may bear it out or refute it (--ties)."
    };
    Some(Found::new(RULE, message.to_owned(), Vec::new()).says(Verdict::NotCheckable, 0.6))
}
