//! What is wrong with a register, where, and what was expected instead.

use thiserror::Error;

/// A fault of a register: file, line and column from 1, columns counted in characters.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}, line {line}, column {column}: {problem}")]
pub struct RegisterError {
    /// The file as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong, and what was expected.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// Bytes that are not UTF-8.
    #[error(
        "{found}, where UTF-8 text is expected; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")"
    )]
    Encoding {
        /// The byte or mark found.
        found: String,
    },
    /// Nothing in the file.
    #[error("the file is empty, where {expected} is expected")]
    Empty {
        /// What was expected.
        expected: &'static str,
    },
    /// A column that must be there is not.
    #[error(
        "there is no column {missing:?}; the head is {found:?}, and {register} need {expected}"
    )]
    MissingColumn {
        /// The column.
        missing: &'static str,
        /// The head as it stands.
        found: String,
        /// "measures", "ties", "lists", "grants".
        register: &'static str,
        /// All columns that must be there.
        expected: String,
    },
    /// A column stands twice.
    #[error("the column {0:?} stands twice in the head; each is expected once")]
    ColumnTwice(String),
    /// A row with too few or too many fields.
    #[error(
        "this row has {found} fields, where the head has {expected}; a comma inside a field needs quotation marks around the field"
    )]
    Fields {
        /// Fields of the head.
        expected: usize,
        /// Fields of the row.
        found: usize,
    },
    /// A quotation mark that is never closed, or stands inside a field without quotes.
    #[error("{found}; a field with quotation marks is written \"like \"\"this\"\"\" (RFC 4180)")]
    Quotes {
        /// What is wrong with the marks.
        found: &'static str,
    },
    /// A field that must say something says nothing.
    #[error("{field} is empty, where {expected} is expected")]
    Nothing {
        /// The field.
        field: String,
        /// What was expected.
        expected: &'static str,
    },
    /// A field that does not say what it should.
    #[error("{field} is {found:?}, where {expected} is expected")]
    Value {
        /// The field.
        field: String,
        /// What stands there.
        found: String,
        /// What was expected.
        expected: String,
    },
    /// XML that is not well formed.
    #[error("broken XML: {found}; a whole IATI 2.03 activity file (<iati-activities>) is expected")]
    Xml {
        /// What the reader said.
        found: String,
    },
    /// JSON that is not well formed or not of the shape expected.
    #[error("{found}; {expected} is expected")]
    Json {
        /// What the reader said.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
}
