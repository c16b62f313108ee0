//! Search: a user's query and filters in, sentences out, with the exact count and what it is a share of.
//!
//! [`query`] reads what the user typed, [`bits`] are sets of sentences, [`columns`] hold what filters ask of each sentence
//! in memory, [`find`] answers, [`marks`] says which words of a hit matched.

mod bits;
mod cache;
mod columns;
mod filters;
mod find;
mod hits;
mod marks;
mod places;
mod query;

pub use cache::Searcher;
pub use filters::{FigureFilter, Range, RangeError, SentenceFilter};
pub use hits::{Found, Hit, SearchRequest, Share, YearShare};
pub use query::{Query, QueryError};

use crate::ArchiveError;

/// Why a search could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The query makes no sense.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The archive failed.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}
