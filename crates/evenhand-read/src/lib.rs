//! Bytes in, report out: web pages, plain text, Markdown.
//!
//! Reading never gives up on bad input: odd things become notes. An error is returned only for
//! what is no document at all. PDF and DOCX join as further modules beside `html` and `text`.

use evenhand_report::country::{CountryCode, CountryError};
use evenhand_report::{Format, Report};

/// What the user says about a document; it wins over what the document says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Name of the document in output; see [`evenhand_report::Identity::document`].
    pub document: String,
    /// Format, where the user knows better than the bytes.
    pub format: Option<Format>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Country.
    pub country: Option<CountryCode>,
    /// Year of the edition.
    pub year: Option<u16>,
    /// Title.
    pub title: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Date of publication, ISO 8601.
    pub published: Option<String>,
    /// Language tag.
    pub language: Option<String>,
}

/// Why bytes could not be read as a report.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The bytes are a kind of file that is not read.
    #[error("{document}: this is {found}, not a web page, plain text or Markdown")]
    NotADocument {
        /// Name of the document.
        document: String,
        /// What was recognised ("a PDF file").
        found: &'static str,
    },
    /// The document is empty.
    #[error("{document}: the file is empty")]
    Empty {
        /// Name of the document.
        document: String,
    },
    /// The country could not be told.
    #[error("{document}: {source}; say which with --country")]
    Country {
        /// Name of the document.
        document: String,
        /// Why.
        source: CountryError,
    },
}

/// Reads a document.
///
/// # Errors
/// [`ReadError`] when the bytes are no document, or its country's name is unknown or ambiguous.
pub fn read(bytes: &[u8], given: &Given) -> Result<Report, ReadError> {
    let _ = (bytes, given);
    Err(ReadError::Empty {
        document: given.document.clone(),
    })
}
