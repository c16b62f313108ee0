//! Who the sentence says its content comes from.

use crate::Scene;
use evenhand_report::{Attribution, NameMention, RulePage};

/// The pages of the rules of this family.
pub(crate) const PAGES: &[RulePage] = &[];

/// The attributions of a sentence, in order of their cues.
pub(crate) fn mark(_scene: &Scene<'_>, _names: &[NameMention]) -> Vec<Attribution> {
    Vec::new()
}
