//! `measure`: "15 miles", "32 square feet", "350 tons": distances, areas, weights.

use super::amount::Sort;
use super::vocabulary::MEASURE;
use super::{Place, Taken, noun, page};
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("measure", include_str!("../../rules/figures/measure.md"));

/// Takes numbers with a measure.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    let Place { look, amount, .. } = *place;
    let at = match amount.sort {
        Sort::Tied(noun) => noun,
        Sort::Bare => amount.end,
        _ => return None,
    };
    let more =
        usize::from(look.has(at, super::vocabulary::MORE) || look.is(at, crate::key!("more")));
    if !look.has(at + more, MEASURE) {
        return None;
    }
    let (start, end) = noun::after(look, at + more, false)?;
    Some(Taken {
        kind: FigureKind::Other,
        unit: place.words((start, end)),
    })
}
