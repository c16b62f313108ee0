//! The archive: many reports in one file, and what is asked of it.
//!
//! - [`import()`]: files, folders and packed archives in; [`Import`] says what became of each.
//! - [`reports`], [`opened`]: whole reports out, on all cores, in a stable order.
//! - Rows without whole reports: [`Archive::sentences`], [`Archive::attributions`], [`Archive::figures`],
//!   [`Archive::names`].

mod import;
mod pieces;
mod reports;
mod said;

pub use evenhand_archive::{
    Archive, ArchiveError, AttributionRow, Counted, Document, DocumentFilter, FigureRow, NameRow,
    SentenceRow, Versions, Years, YearsError,
};
pub use import::{Import, ImportError, ImportOptions, Imported, Outcome, import};
pub use reports::{FromArchiveError, open_document, opened, read_document, reports};

/// The version of the program, kept with every reading.
pub const READER: &str = env!("CARGO_PKG_VERSION");
