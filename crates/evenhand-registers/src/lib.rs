//! Facts a user brings, each with its own citation: measures, ties, lists.
//!
//! In: the bytes of a file and its name (CSV, IATI 2.03 XML, 360Giving JSON or CSV,
//! FollowTheMoney JSON lines). Out: facts, each with the place in the file where it stands, or an
//! error that names file, line and column and what was expected. No files are opened here, and
//! nothing is judged: a tie is a fact, not a verdict.

mod decode;
mod error;
pub mod ftm;
pub mod grants;
mod iati;
mod json;
mod lists;
mod measures;
mod money;
mod naming;
mod table;
mod ties;
pub mod web;

pub use error::{Problem, RegisterError};
pub use iati::{Activity, IatiFile, PartyRole};
pub use lists::{LISTS_CODEBOOK, Listed, Listing, lists};
pub use measures::{MEASURES_CODEBOOK, Measure, measures};
pub use money::{Amount, Money, Sum, sums};
pub use naming::{Naming, Same};
pub use ties::{Flag, Level, Party, Relation, Status, TIES_CODEBOOK, Tie, TieNote, TiesFile, ties};

use serde::Serialize;

/// Where a fact stands: file and line, to be looked up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// A column of a register: its name, whether it must be there, what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the head.
    pub name: &'static str,
    /// Whether the head must have it.
    pub required: bool,
    /// What it holds.
    pub holds: &'static str,
}
