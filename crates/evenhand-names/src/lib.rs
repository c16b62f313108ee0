//! Are these two names the same person or body? A score with its explanation.

mod align;
mod compare;
mod distance;
mod likeness;
mod name;
pub mod romanise;
mod skeleton;
pub mod weights;
mod words;

pub use compare::{Comparison, Grade, PartsCompared, compare};
pub use likeness::How;
pub use name::{Kind, Name};
pub use skeleton::skeleton;
