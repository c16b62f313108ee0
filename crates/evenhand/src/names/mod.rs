//! Names compared: two names, a table of pairs, one name among many; with what people have decided winning over scores.
//!
//! In: names, and tables as bytes with the file's name for messages. Out: scores, whether the names are the same, and why. The judging is
//! `evenhand-names`'; reading and writing tables is here.

mod among;
mod judgements;
mod pairs;

pub use among::{Found, Searched, among};
pub use evenhand_names::{
    Candidate, Comparison, Grade, How, Judged, JudgedTwice, Judgement, Judgements, Kind, Name,
    Names, PartsCompared, compare, skeleton,
};
pub use judgements::{judgements, judgements_csv};
pub use pairs::{Pairs, pairs};

use std::path::{Path, PathBuf};

/// Why names could not be read or compared.
#[derive(Debug, thiserror::Error)]
pub enum NamesError {
    /// The file could not be read.
    #[error("reading {}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A row that is no row of a table.
    #[error("reading the table {file}: {source}; expected CSV in UTF-8 with one heading line")]
    Table {
        /// The file.
        file: String,
        /// What was found, with its line.
        source: csv::Error,
    },
    /// A column that is needed is not there.
    #[error(
        "reading {file}, line 1: there is no column {wanted}; found {found}. Rename a column, or name it with --column"
    )]
    NoColumn {
        /// The file.
        file: String,
        /// The columns that would do.
        wanted: String,
        /// Those that are there.
        found: String,
    },
    /// A cell that does not hold what its column is for.
    #[error("reading {file}, line {line}, column {column}: found {found:?}, expected {expected}")]
    Cell {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: u64,
        /// The column's heading.
        column: String,
        /// What stands there.
        found: String,
        /// What should.
        expected: String,
    },
    /// Two judgements on the same names.
    #[error("reading {file}, line {line}: {source}")]
    JudgedTwice {
        /// The file.
        file: String,
        /// The line of the second.
        line: u64,
        /// Both judgements.
        source: JudgedTwice,
    },
}

/// A score and what it rests on, a judgement winning over it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Between 0 and 1; what comparing gave, whatever was judged.
    pub score: f64,
    /// Whether they are the same: as judged, otherwise as compared.
    pub same: bool,
    /// How sure one may be, as compared.
    pub grade: Grade,
    /// The judgement, if there is one, then the parts and what they cost.
    pub because: String,
}

/// Compares two names; a judgement on them wins.
#[must_use]
pub fn tell(one: &str, other: &str, kind: Kind, judgements: &Judgements) -> Told {
    let compared = compare(one, other, kind);
    let mut same = compared.same;
    let mut because = compared.to_string();
    if let Some(judged) = judgements.get(one, other) {
        match judged.judgement {
            Judgement::Same => same = true,
            Judgement::Different => same = false,
            Judgement::Unsure => {}
        }
        let by = if judged.who.is_empty() {
            String::new()
        } else {
            format!(" by {}", judged.who)
        };
        let on = if judged.when.is_empty() {
            String::new()
        } else {
            format!(" on {}", judged.when)
        };
        because = format!("judged {}{by}{on}; {because}", judged.judgement);
    }
    Told {
        score: compared.score,
        same,
        grade: compared.grade,
        because,
    }
}

/// The bytes of a file.
///
/// # Errors
/// [`NamesError::File`] where it cannot be read.
pub fn file(path: &Path) -> Result<Vec<u8>, NamesError> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the facade is where files are read"
    )]
    std::fs::read(path).map_err(|source| NamesError::File {
        path: path.to_owned(),
        source,
    })
}

/// A table as rows of text; a byte order mark is dropped, and rows may be of any length.
pub(crate) struct Table {
    pub(crate) file: String,
    pub(crate) head: Vec<String>,
    /// Each with its line.
    pub(crate) rows: Vec<(u64, csv::StringRecord)>,
}

impl Table {
    pub(crate) fn read(bytes: &[u8], file: &str) -> Result<Self, NamesError> {
        let fault = |source| NamesError::Table {
            file: file.to_owned(),
            source,
        };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
        let head = reader
            .headers()
            .map_err(fault)?
            .iter()
            .map(str::to_owned)
            .collect();
        let mut rows = Vec::new();
        let (mut counted, mut line) = (0, 1);
        for row in reader.records() {
            let row = row.map_err(fault)?;
            // The reader's own line is one short where lines end in two signs: the end of the row before still lies ahead.
            let at = row
                .position()
                .map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0));
            let start = bytes.get(at..).unwrap_or_default();
            let start = at
                + start
                    .iter()
                    .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                    .count();
            let passed = bytes.get(counted..start).unwrap_or_default();
            line += passed
                .iter()
                .map(|&byte| u64::from(byte == b'\n'))
                .sum::<u64>();
            counted = start.max(counted);
            rows.push((line, row));
        }
        Ok(Self {
            file: file.to_owned(),
            head,
            rows,
        })
    }

    /// The first of the columns that is there.
    pub(crate) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| {
            self.head
                .iter()
                .position(|column| column.trim().eq_ignore_ascii_case(name))
        })
    }

    /// The same, or what is missing.
    pub(crate) fn needed(&self, names: &[&str]) -> Result<usize, NamesError> {
        self.find(names).ok_or_else(|| NamesError::NoColumn {
            file: self.file.clone(),
            wanted: names.join(" or "),
            found: if self.head.iter().all(String::is_empty) {
                "no columns".to_owned()
            } else {
                self.head.join(", ")
            },
        })
    }
}
