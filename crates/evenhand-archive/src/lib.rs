//! One file that holds reports, readings, judgements, and their full-text index: the only crate with SQL.
//!
//! - [`Archive`]: opens, creates and migrates the file.
//! - [`Writer`]: puts documents in, each [`Incoming`] whole or not at all.
//! - [`Document`], [`DocumentFilter`]: what is in it; the bytes of each original.
//! - [`SentenceRow`], [`AttributionRow`], [`FigureRow`], [`NameRow`]: what was read, row by row.
//! - [`Searcher`]: full-text search with filters.
//!
//! No document is read or annotated here, and no clock asked: times come with what is put in.

mod backup;
mod check;
mod document;
mod edition;
mod error;
mod filter;
mod incoming;
mod index;
mod judgement;
mod migrations;
mod open;
mod reading;
mod rows;
mod search;
mod stored;
mod write;

pub use check::Checked;
pub use document::Document;
pub use error::ArchiveError;
pub use filter::{Counted, DocumentFilter, Versions, Years, YearsError};
pub use incoming::Incoming;
pub use judgement::Judgement;
pub use open::Archive;
pub use rows::{AttributionRow, FigureRow, NameRow, SentenceRow};
pub use search::{
    FigureFilter, Found, Hit, Query, QueryError, Range, RangeError, SearchError, SearchRequest,
    Searcher, SentenceFilter, Share, YearShare,
};
pub use write::{Added, Writer};
