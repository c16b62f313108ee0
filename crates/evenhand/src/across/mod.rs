//! Questions put to many reports at once: through the years, across countries, figures side by side.
//!
//! In: a [`Shelf`] of reports (an archive, or files) and what is asked. Out: data, to be printed or
//! shown; every answer leads back to sentences with their pin-cites. The comparing itself is done
//! by `evenhand_compare::across`; here reports are opened, on all cores, and answers put together.

mod aligned;
pub mod claim;
pub mod elsewhere;
pub mod figures;
pub mod formulas;
pub mod life;
pub mod newsroom;
mod picture;
mod quote;
mod shelf;
pub mod standing;
mod terms;
pub mod trace;

pub use aligned::{Fates, aligned};
pub use evenhand_compare::across::term::{NoWord, Term};
pub use evenhand_compare::across::terms::Basis;
pub use evenhand_compare::across::{interval, two_by_two};
pub use quote::{Quote, quotes};
pub use shelf::{Archived, Files, Held, Opens, Shelf, each, of_one_publisher};
pub use terms::{INTERVAL, NewsroomRow, Terms, newsroom as newsroom_table, newsroom_terms, terms};

use crate::archive::FromArchiveError;
use crate::open::OpenError;

/// Why a question could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum AcrossError {
    /// A report could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A report could not be got out of the archive.
    #[error(transparent)]
    Archive(#[from] FromArchiveError),
    /// A report was asked for that is not there: a fault of this program.
    #[error("report number {at} was asked for, and the shelf does not hold it; please report this")]
    NotHeld {
        /// Its number.
        at: usize,
    },
    /// A condition that makes no sense.
    #[error(transparent)]
    Condition(#[from] claim::ConditionError),
    /// A term without words.
    #[error(transparent)]
    Term(#[from] NoWord),
}
