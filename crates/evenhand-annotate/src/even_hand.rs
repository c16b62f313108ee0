//! The even hand: a report reads the same when its country is exchanged for another.
//!
//! In: a report and two countries. Out: the report with the countries' names, adjectives, capitals
//! and leaders exchanged by table (each for the other's), what was left as it stands and why, and
//! every reading that changed by it. There should be none. Reads no files; the test over the corpus
//! and the chore `even-hand` call it.

mod differences;
mod exchanged;
mod table;

pub use differences::{Difference, Part};
pub use exchanged::{Exchanged, LeftOut};
pub use table::Table;

use crate::annotate;
use evenhand_report::Report;

/// What one exchange showed.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Sentences in which something was exchanged.
    pub exchanged: usize,
    /// Sentences left as they stand, by reason, in the order of [`LeftOut::ALL`].
    pub left_out: Vec<(LeftOut, usize)>,
    /// Every difference between the two readings.
    pub differences: Vec<Difference>,
}

/// Exchanges the countries of `table` in `report` and compares the readings before and after.
#[must_use]
pub fn compare(report: &Report, table: &Table) -> Outcome {
    let exchanged = Exchanged::of(report, table);
    let (old, new) = (annotate(&exchanged.before), annotate(&exchanged.after));
    let mut outcome = Outcome {
        left_out: LeftOut::ALL
            .iter()
            .map(|why| {
                (
                    *why,
                    exchanged
                        .left_out
                        .iter()
                        .filter(|left| *left == why)
                        .count(),
                )
            })
            .collect(),
        ..Outcome::default()
    };
    for (at, change) in exchanged.changes.iter().enumerate() {
        outcome.exchanged += usize::from(!change.edits.is_empty());
        let before = exchanged
            .before
            .sentence_text(&exchanged.before.sentences[at]);
        let after = exchanged
            .after
            .sentence_text(&exchanged.after.sentences[at]);
        differences::find(
            table,
            change,
            (before, &old[at]),
            (after, &new[at]),
            &mut outcome.differences,
        );
    }
    outcome
}
