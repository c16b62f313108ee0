//! The small linear models of rights and direction: what they look at, their weights, their sums.
//!
//! In: a [`Scene`](crate::Scene). Out: a score a class, and the words it rests on. [`masked`] puts a mark
//! in place of every proper name, [`features`] lists what stands in the masked sentence and
//! its context, [`table`] adds up the weights. `cargo xtask train` makes the weights with this same code.

pub mod features;
mod frames;
pub mod masked;
mod scored;
pub mod table;
pub mod vocabulary;

pub use scored::{Room, Scored};
