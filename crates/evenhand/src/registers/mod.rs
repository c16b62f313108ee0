//! Registers held against a report: measures it leaves unmentioned, ties of those it relies on, lists
//! its persons stand on.
//!
//! - [`measures_file`], [`ties_files`], [`lists_files`]: registers from the disk.
//! - [`from_archive`], [`other_editions`], [`peers()`]: reports out of the archive.
//! - [`omissions()`], [`against()`]: what a report does not mention.
//! - [`ties()`]: who is tied to whom, for every body a report relies on.
//! - [`lists()`]: on which lists a person the report names stands, as what, since when.
//!
//! Every row carries the words it rests on, with their pin-cite, and the place of its fact in the
//! register. Absence is absence of reporting; a tie is a fact, not a verdict.

mod archived;
mod lists;
mod omissions;
mod tie_rows;
mod ties;
mod timeline;

pub use archived::{ArchivedError, from_archive, other_editions, peers};
pub use lists::{Described, ListsReport, OnList, OnLists, lists};
pub use omissions::{
    Against, EditionRow, MeasureRow, MentionRow, Omissions, PeerRow, PeerShare, RightRow,
    StandingCount, TopicRow, against, omissions,
};
pub use tie_rows::{
    BodyTies, Given as TieGiven, Link, SharedOrigin, Side, StepRow, TieRow, TiesReport, When,
};
pub use ties::ties;
pub use timeline::Event;

pub(crate) use lists::{dated, on_a_line, persons_in_full};
pub(crate) use omissions::sought;

pub use evenhand_compare::omissions::Standing;
pub use evenhand_registers::{
    Column, Flag, LISTS_CODEBOOK, Listed, Listing, MEASURES_CODEBOOK, Measure, RegisterError,
    Relation, Status, Sum, TIES_CODEBOOK, Tie, TieNote, TiesFile,
};

use crate::Opened;
use crate::open::{OpenError, bytes_of};
use evenhand_report::country::{Countries, CountryCode};
use evenhand_report::{SentenceId, SentenceIndex, Span};
use serde::Serialize;
use std::path::Path;

/// Why a register could not be held against a report.
#[derive(Debug, thiserror::Error)]
pub enum RegistersError {
    /// The file could not be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file is not what it should be.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The report does not say which country it is about.
    #[error(
        "{document}: the report does not say which country it is about, and measures are held against the country's own reports; give it with --country"
    )]
    NoCountry {
        /// The report.
        document: String,
    },
    /// The register holds nothing of this country.
    #[error(
        "{file}: there is no measure of {country} in this register; it holds measures of {found}"
    )]
    NoMeasure {
        /// The register.
        file: String,
        /// "Veldania (XVD)".
        country: String,
        /// Codes of the countries it does hold.
        found: String,
    },
}

/// A register of measures from the disk.
///
/// # Errors
/// [`RegistersError`] when the file cannot be read, or at the first field that is not what it should be.
pub fn measures_file(path: &Path) -> Result<Vec<Measure>, RegistersError> {
    let bytes = bytes_of(path)?;
    Ok(evenhand_registers::measures(
        &path.display().to_string(),
        &bytes,
    )?)
}

/// Registers of measures from the disk, one after the other.
///
/// # Errors
/// [`RegistersError`] as for [`measures_file`].
pub fn measures_files<P: AsRef<Path>>(paths: &[P]) -> Result<Vec<Measure>, RegistersError> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(measures_file(path.as_ref())?);
    }
    Ok(all)
}

/// Registers of ties from the disk: CSV, IATI 2.03, 360Giving or FollowTheMoney, one after the other.
///
/// # Errors
/// [`RegistersError`] as for [`measures_file`].
pub fn ties_files<P: AsRef<Path>>(paths: &[P]) -> Result<TiesFile, RegistersError> {
    let mut all = TiesFile::default();
    for path in paths {
        let path = path.as_ref();
        let bytes = bytes_of(path)?;
        let file = evenhand_registers::ties(&path.display().to_string(), &bytes)?;
        all.ties.extend(file.ties);
        all.notes.extend(file.notes);
    }
    Ok(all)
}

/// Registers of lists from the disk: CSV or FollowTheMoney, one after the other.
///
/// # Errors
/// [`RegistersError`] as for [`measures_file`].
pub fn lists_files<P: AsRef<Path>>(paths: &[P]) -> Result<Vec<Listing>, RegistersError> {
    let mut all = Vec::new();
    for path in paths {
        let path = path.as_ref();
        let bytes = bytes_of(path)?;
        all.extend(evenhand_registers::lists(
            &path.display().to_string(),
            &bytes,
        )?);
    }
    Ok(all)
}

/// What a report is, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Its name in output.
    pub document: String,
    /// Its country.
    pub country: Option<CountryCode>,
    /// The country's name in the register.
    pub country_name: Option<String>,
    /// The year reported on.
    pub year: Option<u16>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Statements in it: rates are taken over these.
    pub statements: usize,
}

impl Held {
    fn new(opened: &Opened) -> Self {
        let identity = &opened.report.identity;
        Self {
            document: identity.document.clone(),
            country: identity.country,
            country_name: identity
                .country
                .and_then(|code| Countries::register().get(code))
                .map(|country| country.name.clone()),
            year: identity.year,
            publisher: identity.publisher.clone(),
            statements: opened.report.statements().count(),
        }
    }
}

/// Words of a report with their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quoted {
    /// The report.
    pub document: String,
    /// The sentence's stable name.
    pub sentence_id: SentenceId,
    /// Where it stands, for people.
    pub pin: String,
    /// Headings above it.
    pub section: Vec<String>,
    /// The sentence.
    pub text: String,
    /// The decisive words, counted in bytes from its start.
    pub spans: Vec<Span>,
}

impl Quoted {
    fn new(opened: &Opened, at: SentenceIndex, spans: Vec<Span>) -> Option<Self> {
        let report = &opened.report;
        let sentence = report.sentences.get(at.0 as usize)?;
        let section = report.passage(sentence.passage).section;
        Some(Self {
            document: report.identity.document.clone(),
            sentence_id: sentence.id,
            pin: report.pin(sentence),
            section: report
                .section_path(section)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            text: report.sentence_text(sentence).to_owned(),
            spans,
        })
    }
}
