//! `money`: "350,000 Swiss francs ($350,000)", "€12", "HTG 500": a sum with its currency. A sum
//! and its conversion in brackets are two figures, the second under the bounds of the first.

use super::amount::{Currency, Sort};
use super::{Place, Taken, page};
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("money", include_str!("../../rules/figures/money.md"));

/// Takes sums with a currency.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    let Sort::Money(currency) = place.amount.sort else {
        return None;
    };
    Some(Taken {
        kind: FigureKind::Money,
        unit: match currency {
            Currency::Words(start, end) => place.words((start, end)),
            Currency::Sign(name) => name.to_owned(),
        },
    })
}

/// Whether this sum stands in brackets right after another: the same sum in another currency.
pub(super) fn converts(place: &Place<'_>) -> bool {
    let Place {
        look, bound, floor, ..
    } = *place;
    let Some(bracket) = bound.start.checked_sub(1) else {
        return false;
    };
    matches!(place.amount.sort, Sort::Money(_))
        && look.str(bracket) == "("
        && bracket - floor.min(bracket) <= 6
        && place
            .earlier
            .last()
            .is_some_and(|figure| figure.kind == FigureKind::Money)
}
