//! The archive: many reports in one file, and what is asked of it.
//!
//! - [`import()`]: files, folders and packed archives in; [`Import`] says what became of each.
//! - [`reports()`], [`opened`]: whole reports out, on all cores, in a stable order.
//! - [`Searcher`]: full-text search with filters, exact counts and rates.
//! - [`coverage()`]: which reports are there and which are missing; [`check`], [`backup`]: care of the file.
//! - Rows without whole reports: [`Archive::sentences`], [`Archive::attributions`], [`Archive::figures`],
//!   [`Archive::names`].

mod care;
mod coverage;
mod found;
mod import;
mod pieces;
mod reports;
mod said;

pub use care::{CareError, backup, check};
pub use coverage::{Coverage, CoverageRow, State, coverage};
pub use evenhand_archive::{
    Archive, ArchiveError, AttributionRow, Checked, Counted, Document, DocumentFilter,
    FigureFilter, FigureRow, Found, Hit, Judgement, NameRow, Query, QueryError, Range, RangeError,
    SearchError, SearchRequest, Searcher, SentenceFilter, SentenceRow, Share, Versions, YearShare,
    Years, YearsError,
};
pub use found::{FOUND_COLUMNS, found_csv};
pub use import::{Import, ImportError, ImportOptions, Imported, Outcome, import};
pub use reports::{FromArchiveError, open_document, opened, read_document, reports};

/// The version of the program, kept with every reading.
pub const READER: &str = env!("CARGO_PKG_VERSION");
