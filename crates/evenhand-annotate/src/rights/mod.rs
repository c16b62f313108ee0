//! Which articles of the Universal Declaration a sentence is about.

use crate::Scene;
use evenhand_report::{RightCall, RulePage};

/// The pages of the rules and models of this family.
pub(crate) const PAGES: &[RulePage] = &[];

/// The rights of a sentence, most central first.
pub(crate) fn mark(_scene: &Scene<'_>) -> Vec<RightCall> {
    Vec::new()
}
