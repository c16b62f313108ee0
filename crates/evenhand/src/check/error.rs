//! Why a reply could not be checked.

use crate::OpenError;

/// Why a reply could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// A file could not be read, or is no document.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The reply has no words.
    #[error(
        "{path}: line 1, column 1: the reply is empty; expected a text that answers a report (plain text, Markdown or HTML)"
    )]
    Empty {
        /// The reply.
        path: String,
    },
    /// There is no report to hold it against.
    #[error(
        "there is no report to check the reply against; name at least one with --against REPORT"
    )]
    NoReport,
    /// The report has no sentences.
    #[error("{path}: no sentences were found in this report; expected a country report with text")]
    EmptyReport {
        /// The report.
        path: String,
    },
    /// A file of judgements is broken.
    #[error("{path}: line {line}, column {column}: found {found}; expected {expected}")]
    Judgements {
        /// The file.
        path: String,
        /// Its line, from 1.
        line: u64,
        /// The cell of that line, from 1.
        column: usize,
        /// What stands there.
        found: String,
        /// What should.
        expected: String,
    },
    /// A file could not be written.
    #[error(transparent)]
    Write(#[from] crate::WriteError),
    /// The document for a word processor could not be packed.
    #[error("packing the .docx file: {0}")]
    Docx(#[source] zip::result::ZipError),
    /// The measures could not be held against the report.
    #[error(transparent)]
    Registers(#[from] crate::registers::RegistersError),
    /// The archive failed.
    #[error(transparent)]
    Archive(#[from] crate::archive::FromArchiveError),
    /// The reply does not speak of the report's country.
    #[error(
        "{path}: line {line}, column {column}: the reply speaks of {found}, and nowhere of {expected}, which {report} is about; \
         name the report it answers with --against"
    )]
    OtherCountry {
        /// The reply.
        path: String,
        /// Where the other country is first named.
        line: usize,
        /// The character of that line, from 1.
        column: usize,
        /// The country the reply names.
        found: String,
        /// The country of the report.
        expected: String,
        /// The report.
        report: String,
    },
}
