//! A reply checked against reports, point by point.
//!
//! In: the reply and the reports it is held against, the one replied to first. Out: [`Checked`]: the
//! reply, its points with verdict, reasons and passages, and the reports they stand in; [`json()`]
//! writes it for programs. What is found may go against either side.

mod error;
mod json;
mod shelve;

pub use error::CheckError;
pub use json::json;

use crate::{Opened, Source};
use evenhand_compare::reply::{self, Point, Shelf};
use evenhand_read::Given;

/// A reply with its points.
#[derive(Debug)]
pub struct Checked {
    /// The reply as read.
    pub reply: Opened,
    /// The reports, the one replied to first.
    pub shelf: Shelf,
    /// The points, in the order of the reply.
    pub points: Vec<Point>,
}

/// What is laid beside a reply.
#[derive(Debug, Default)]
pub struct Beside<'a> {
    /// Reports: the one replied to first, then any others to look into.
    pub against: &'a [Source],
    /// What the user says about the report replied to.
    pub given: Given,
}

/// Checks a reply.
///
/// # Errors
/// [`CheckError`] when the reply has no words or speaks of another country, there is no report, or a
/// file cannot be read.
pub fn check(reply: &Source, beside: &Beside<'_>) -> Result<Checked, CheckError> {
    let label = reply.label();
    let bytes = reply.bytes()?;
    let given = Given {
        document: reply.document(),
        ..Given::default()
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(CheckError::Empty { path: label });
    }
    let reply = crate::open(&bytes, &given).map_err(crate::OpenError::from)?;
    if reply.report.sentences.is_empty() {
        return Err(CheckError::Empty { path: label });
    }
    let shelf = shelve::shelf(beside)?;
    shelve::same_country(&label, &reply, &shelf)?;
    let points = reply::check(&reply.report, &reply.readings, &shelf);
    Ok(Checked {
        reply,
        shelf,
        points,
    })
}
