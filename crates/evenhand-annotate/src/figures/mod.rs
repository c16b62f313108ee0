//! The quantities a sentence states.

use crate::Scene;
use evenhand_report::{Figure, RulePage};

/// The pages of the rules of this family.
pub(crate) const PAGES: &[RulePage] = &[];

/// The figures of a sentence, in order.
pub(crate) fn mark(_scene: &Scene<'_>) -> Vec<Figure> {
    Vec::new()
}
