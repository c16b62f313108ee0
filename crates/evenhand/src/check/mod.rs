//! A reply checked against reports, point by point.
//!
//! In: the reply and the reports it is held against, the one replied to first. Out: [`Checked`]: the
//! reply, its points with verdict, reasons and passages, and the reports they stand in; [`json()`]
//! writes it for programs, [`html()`] and [`docx()`] for people, [`table()`] for a terminal. What a person
//! decides is kept in [`Judgements`]. What is found may go against either side.

mod docx;
mod error;
mod html;
mod json;
mod judgements;
mod lists;
mod measures;
mod named;
mod pages;
mod settle;
mod shelve;
mod table;
mod ties;
mod view;

pub use docx::docx;
pub use error::CheckError;
pub use html::html;
pub use json::json;
pub use judgements::{COLUMNS, Judgement, Judgements, keys};
pub use pages::PAGES;
pub use table::table;

use crate::archive::Archive;
use crate::{Opened, Source};
use evenhand_compare::reply::{self, Point, Shelf};
use evenhand_read::Given;
use evenhand_registers::{Listing, Measure, Tie};
use std::path::{Path, PathBuf};

/// A reply with its points.
#[derive(Debug)]
pub struct Checked {
    /// The reply as read.
    pub reply: Opened,
    /// The reports, the one replied to first.
    pub shelf: Shelf,
    /// The points, in the order of the reply.
    pub points: Vec<Point>,
    /// The registers laid beside it, in words ("19 entries of lists").
    pub registers: Vec<String>,
}

/// What is laid beside a reply.
#[derive(Debug, Default)]
pub struct Beside<'a> {
    /// Reports: the one replied to first, then any others to look into.
    pub against: &'a [Source],
    /// What the user says about the report replied to.
    pub given: Given,
    /// An archive: its other editions of the country, and the other countries of the year, are looked into.
    pub archive: Option<&'a Archive>,
    /// Ties the user brings: who pays, employs, awards whom.
    pub ties: &'a [Tie],
    /// Lists the user brings: persons and bodies, as what, since when.
    pub lists: &'a [Listing],
    /// Measures the user brings: reforms, laws, releases.
    pub measures: &'a [Measure],
}

/// Checks a reply.
///
/// # Errors
/// [`CheckError`] when the reply has no words or speaks of another country, there is no report, a
/// file cannot be read, or the register of measures has none of the report's country.
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
    let shelve::Shelved {
        shelf,
        main,
        editions,
    } = shelve::shelf(beside, &reply.report.text)?;
    shelve::same_country(&label, &reply, &shelf)?;
    let mut points = reply::check(&reply.report, &reply.readings, &shelf);
    let names = named::Names::new(&reply, &main);
    ties::beside(&reply.report.text, &names, &mut points, beside.ties);
    lists::beside(&reply, &names, &mut points, (&shelf, &main), beside.lists);
    measures::beside(
        &reply,
        &mut points,
        &shelf,
        (&main, &editions),
        beside.measures,
    )?;
    Ok(Checked {
        reply,
        shelf,
        points,
        registers: registers(beside),
    })
}

/// What registers there are, in words.
fn registers(beside: &Beside<'_>) -> Vec<String> {
    [
        (
            beside.lists.len(),
            "entries of lists",
            "one entry of a list",
        ),
        (beside.measures.len(), "measures", "one measure"),
        (beside.ties.len(), "ties", "one tie"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, many, one)| {
        if count == 1 {
            one.to_owned()
        } else {
            format!("{count} {many}")
        }
    })
    .collect()
}

/// Writes check.html, check.json, check.docx and judgements.csv into a folder; each whole or not at all. What a person
/// decided in a judgements.csv that is there already is kept, whatever `judgements` says.
///
/// # Errors
/// [`CheckError`] when a file cannot be written, or the judgements.csv that is there is broken.
pub fn write(
    checked: &Checked,
    judgements: &Judgements,
    folder: &Path,
) -> Result<Vec<PathBuf>, CheckError> {
    let kept = folder.join("judgements.csv");
    let judgements = if kept.is_file() {
        judgements_of(&kept)?.with(judgements)
    } else {
        judgements.clone()
    };
    let files: [(&str, Vec<u8>); 4] = [
        ("check.html", html(checked, &judgements).into_bytes()),
        ("check.json", json(checked).into_bytes()),
        ("check.docx", docx(checked, &judgements)?),
        ("judgements.csv", judgements.write(checked)),
    ];
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        crate::write_aside(&path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}

/// Reads a file of judgements.
///
/// # Errors
/// [`CheckError`] when it cannot be read or is broken, with line and column.
pub fn judgements_of(path: &Path) -> Result<Judgements, CheckError> {
    let bytes = crate::open::bytes_of(path)?;
    Judgements::read(&path.display().to_string(), &bytes)
}
