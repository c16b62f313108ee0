//! Editions laid beside each other, figures side by side, and the tests that yield findings.
//!
//! A test is one question put to a report, in code: it yields [`Finding`]s with rule, quotes,
//! numbers and plain words. Nothing here judges; a person decides.

pub mod across;
mod credit;
pub mod editions;
mod finding;
pub mod matters;
pub mod omissions;
pub mod pairs;
pub mod questions;
pub mod reply;
mod words;

pub use finding::{Finding, Number, Quote, Rate};
