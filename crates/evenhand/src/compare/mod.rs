//! Two editions side by side, and single pairs of wordings classed.
//!
//! - [`label_pairs`]: lines of JSON with an older and a newer sentence in, their classes out.

mod label;

pub use evenhand_compare::pairs::{
    CHOICES, Class, Relation, counts as evidence_counts, features as evidence_features,
};
pub use label::{LabelError, label_pairs};
