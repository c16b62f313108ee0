//! `fraction`: "half of", "two-thirds", "one in five": a share told in words. Its value is a
//! percentage, its unit what the share is of.

use super::amount::Sort;
use super::{Place, Taken, page, percent};
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("fraction", include_str!("../../rules/figures/fraction.md"));

/// Takes parts of a whole.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    (place.amount.sort == Sort::Part).then(|| Taken {
        kind: FigureKind::Percent,
        unit: percent::whole(place),
    })
}
