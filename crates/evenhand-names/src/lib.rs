//! Are these two names the same person or body? A score with its explanation.
//!
//! - [`compare()`]: two names and what they name in; a [`Comparison`] out: score, same or not, and every part with what it cost.
//! - [`Name`]: a name made ready once, to be compared with many.
//! - [`Names`]: an index over many names; asked for one, it gives the likest.
//! - [`Judgements`]: what people decided; look there first.
//! - [`skeleton()`]: what stays the same when a name is spelt another way: a key for joining.
//!
//! "Same" means: near enough that a person should see the two side by side. It includes names a letter or a digit apart, because that is
//! how slips of the pen look; [`Grade::Misprint`] says so, and who joins registers without a person looking asks for [`Grade::Variant`] or better.
//!
//! Where a name comes from changes nothing: no list here holds a country's or a people's name. No clock, files, network or hash order.

mod align;
mod compare;
mod costs;
mod distance;
mod index;
mod judgement;
mod likeness;
mod name;
mod roles;
pub mod romanise;
mod skeleton;
pub mod weights;
mod words;

pub use compare::{Comparison, Grade, PartsCompared, compare};
pub use index::{Candidate, Names};
pub use judgement::{Judged, JudgedTwice, Judgement, Judgements};
pub use likeness::How;
pub use name::{Kind, Name};
pub use skeleton::skeleton;
