//! Every country's editions aligned with one another: what became of all statements.
//!
//! In: reports. Out: sums over all pairs of neighbouring editions of one publisher and country. One
//! country's editions are in memory at a time for each worker.

use super::AcrossError;
use super::shelf::{self, Held, Shelf, of_one_publisher};
use evenhand_compare::editions::{Fate, align};
use evenhand_report::Report;
use serde::Serialize;

/// What became of statements between neighbouring editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Fates {
    /// Pairs of neighbouring editions.
    pub pairs: u64,
    /// Statements of the earlier editions.
    pub earlier_statements: u64,
    /// Statements of the later editions.
    pub later_statements: u64,
    /// Word for word in both.
    pub carried_over: u64,
    /// In both, edited.
    pub edited: u64,
    /// In the later, a further part of a statement that was split.
    pub split: u64,
    /// In the earlier, drawn into another statement.
    pub drawn_in: u64,
    /// Only in the later.
    pub new: u64,
    /// Only in the earlier.
    pub dropped: u64,
}

/// Aligns the editions of every country among the reports that `wanted` lets through.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn aligned(shelf: &dyn Shelf, wanted: &dyn Fn(&Held) -> bool) -> Result<Fates, AcrossError> {
    let (mut chosen, _, _) = of_one_publisher(shelf, wanted);
    let held = |at: &usize| shelf.held().get(*at);
    chosen.sort_by_key(|at| held(at).map(|held| (held.place(), held.year)));
    let place = |at: &usize| held(at).map(Held::place);
    let countries: Vec<Vec<usize>> = chosen
        .chunk_by(|one, other| place(one) == place(other))
        .map(<[usize]>::to_vec)
        .collect();
    let numbers: Vec<usize> = (0..countries.len()).collect();
    let mut sum = Fates::default();
    shelf::each(
        shelf,
        &numbers,
        &|opener, country| {
            let mut fates = Fates::default();
            let mut before: Option<Report> = None;
            for at in countries.get(country).into_iter().flatten() {
                let after = opener.report(*at)?;
                if let Some(before) = &before {
                    let alignment = align(before, &after);
                    fates.pairs += 1;
                    fates.earlier_statements += before.statements().count() as u64;
                    fates.later_statements += after.statements().count() as u64;
                    for step in alignment.steps {
                        if step.part_of.is_some() {
                            fates.split += u64::from(step.after.is_some());
                            fates.drawn_in += u64::from(step.before.is_some());
                            continue;
                        }
                        match step.fate {
                            Fate::CarriedOver => fates.carried_over += 1,
                            Fate::Edited => fates.edited += 1,
                            Fate::New => fates.new += 1,
                            Fate::Dropped => fates.dropped += 1,
                        }
                    }
                }
                before = Some(after);
            }
            Ok(fates)
        },
        &mut |_, fates| {
            sum.pairs += fates.pairs;
            sum.earlier_statements += fates.earlier_statements;
            sum.later_statements += fates.later_statements;
            sum.carried_over += fates.carried_over;
            sum.edited += fates.edited;
            sum.split += fates.split;
            sum.drawn_in += fates.drawn_in;
            sum.new += fates.new;
            sum.dropped += fates.dropped;
            Ok(())
        },
    )?;
    Ok(sum)
}
