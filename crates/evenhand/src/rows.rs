//! The reading of a report as rows, one a sentence, in the format asked for.

use crate::Opened;
use crate::{contract, csv_rows, table};
use std::io::{self, Write};

evenhand_report::written_enum! {
    /// How a reading is written out, one row a sentence.
    pub enum RowFormat {
        /// JSON Lines: everything, for programs.
        Jsonl = "jsonl",
        /// CSV (RFC 4180, UTF-8), for spreadsheets and statistics; see [`crate::CODEBOOK`].
        Csv = "csv",
        /// Columns for reading on a terminal.
        Table = "table",
    }
}

impl RowFormat {
    /// Writes what stands once above all rows.
    ///
    /// # Errors
    /// When writing fails.
    pub(crate) fn head(self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Jsonl => Ok(()),
            Self::Csv => csv_rows::head(out),
            Self::Table => table::head(out),
        }
    }

    /// Writes the rows of one report.
    ///
    /// # Errors
    /// When writing fails.
    pub(crate) fn rows(self, opened: &Opened, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Jsonl => {
                let report = &opened.report;
                let pairs = report.sentences.iter().zip(&opened.readings);
                for (index, (sentence, reading)) in pairs.enumerate() {
                    contract::write_sentence(out, report, index, sentence, reading)?;
                }
                Ok(())
            }
            Self::Csv => csv_rows::rows(opened, out),
            Self::Table => table::rows(opened, out),
        }
    }
}
