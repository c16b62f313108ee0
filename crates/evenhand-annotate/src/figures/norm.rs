//! Whether a figure was set by a law, policy, court or contract, or tells what happened.
//! In: the amount, its kind and qualifier, and the cues of its sentence; out: yes or no.

use super::amount::Amount;
use super::vocabulary::Look;
use evenhand_report::{FigureKind, Qualifier};

/// What the sentence says of law and of fact.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cues;

/// The cues of a sentence.
pub(super) fn cues(_look: Look<'_>) -> Cues {
    Cues
}

/// Whether the figure is a norm.
pub(super) fn norm(
    _look: Look<'_>,
    _amount: &Amount,
    _kind: FigureKind,
    _qualifier: Qualifier,
    _cues: Cues,
) -> bool {
    false
}
