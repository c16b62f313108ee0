//! What a report leaves unmentioned: measures that were taken, and topics another report covers.
//!
//! In: a report with its readings, and what is looked for. Out: where it is mentioned and how surely, or
//! that it was not found by these terms. Absence is absence of reporting; nothing is judged.

mod dates;
mod search;
mod terms;
mod topics;

pub use dates::dates;
pub use search::{Found, Mention, Searched, Sought, Standing};
pub use topics::{RightShare, Topic, Uncovered, uncovered};
