//! Two editions side by side, and single pairs of wordings classed.
//!
//! - [`compare`]: every statement's fate and class, what is new, dropped, no longer heard.
//! - [`html()`], [`json()`], [`table()`], [`csv()`]: the comparison for filing, for programs, for the
//!   terminal, for spreadsheets.
//! - [`label_pairs`]: lines of JSON with an older and a newer sentence in, their classes out.

mod gone;
mod html;
mod label;
mod model;
mod rows;
mod written;

pub use evenhand_compare::editions::{Alignment, Life, align, lives, lives_of};
pub use evenhand_compare::pairs::{
    CHOICES, Class, Relation, class, counts as evidence_counts, features as evidence_features,
};
pub use html::html;
pub use label::{LabelError, label_pairs};
pub use model::{
    ABSENCE, Comparison, Evidence, FORMAT, Gone, GonePerson, GoneRight, GoneSection, GoneSource,
    Join, Place, Row, Segment, What, WhatCount,
};
pub use written::{csv, json, table};

use crate::Opened;
use crate::dossier::tally::Tally;
use evenhand_compare::editions;

/// Lays an earlier and a later edition side by side.
#[must_use]
pub fn compare(before: &Opened, after: &Opened) -> Comparison {
    let alignment = editions::align(&before.report, &after.report);
    let (earlier, later) = (Tally::new(before), Tally::new(after));
    let rows = rows::rows(&earlier, &later, &alignment);
    Comparison {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION"),
        earlier: earlier.about(),
        later: later.about(),
        counts: rows::counts(&earlier, &later, &rows),
        moved: rows.iter().filter(|row| row.moved).count(),
        meaning_changed: rows.iter().filter(|row| row.meaning_changed).count(),
        gone: gone::gone(&earlier, &later, &alignment),
        absence: ABSENCE,
        rows,
    }
}
