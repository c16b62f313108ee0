//! `times`: "32 times as likely", "150 times the minimum wage", "twice the rate": a multiple.

use super::amount::Sort;
use super::vocabulary::{BOUNDARY, DETERMINER};
use super::{Place, Taken, noun, page};
use crate::key;
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("times", include_str!("../../rules/figures/times.md"));

/// Takes multiples; "arrested three times" is left to `count`.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    let Place { look, amount, .. } = *place;
    let of = if amount.sort == Sort::Twice {
        amount.end
    } else if look.is(amount.end, key!("times")) && amount.sort == Sort::Bare {
        let next = amount.end + 1;
        let multiple = look.is(next, key!("as"))
            || look.is(next, key!("more"))
            || look.is(next, key!("that"))
            || look.is(next, key!("higher"))
            || look.has(next, DETERMINER) && look.time(next + 1).is_none()
            || look.is_word(next) && !look.has(next, BOUNDARY) && !look.str(next).ends_with("ly");
        if !multiple {
            return None;
        }
        next
    } else {
        return None;
    };
    let from = amount.end;
    let fallback = if look.is(of, key!("as")) { of + 2 } else { of };
    let end = noun::after(look, of, true).map_or(fallback, |(_, end)| end);
    let end = noun::shortened(look, from, end.max(fallback));
    let unit = if end > from {
        (from, end)
    } else {
        (from, from + 1)
    };
    Some(Taken {
        kind: FigureKind::Other,
        unit: place.words(unit),
    })
}
