//! The full-text index: which sentences a word stands in, and where. It can be made again from the sentences.
//!
//! [`words`] cuts and folds; [`postings`] holds the lists as bytes; [`gather`] makes them while documents come in.
//! [`merge`] keeps segments few. Not in here: what a user's query means (`search`).

pub(crate) mod gather;
pub(crate) mod merge;
pub(crate) mod postings;
pub(crate) mod words;
