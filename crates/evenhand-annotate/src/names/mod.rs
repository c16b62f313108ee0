//! Names of persons, bodies and places, with the descriptions given to them.

use crate::Scene;
use evenhand_report::{NameMention, RulePage};

/// The pages of the rules of this family.
pub(crate) const PAGES: &[RulePage] = &[];

/// The names of a sentence, in order.
pub(crate) fn mark(_scene: &Scene<'_>) -> Vec<NameMention> {
    Vec::new()
}
