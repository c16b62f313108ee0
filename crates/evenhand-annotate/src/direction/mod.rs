//! What the main assertion says about the state of the right.

use crate::Scene;
use evenhand_report::{Attribution, DirectionCall, RulePage};

/// The pages of the rules and models of this family.
pub(crate) const PAGES: &[RulePage] = &[];

/// The direction of a sentence.
pub(crate) fn mark(_scene: &Scene<'_>, _attributions: &[Attribution]) -> DirectionCall {
    DirectionCall::default()
}
