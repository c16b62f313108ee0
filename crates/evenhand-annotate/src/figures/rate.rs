//! `rate`: "72 births per 1,000 girls", "an average of 40 women per day": so many to so many.

use super::amount::Sort;
use super::look::Look;
use super::vocabulary::BOUNDARY;
use super::{Place, Taken, noun, page};
use crate::key;
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("rate", include_str!("../../rules/figures/rate.md"));

/// Takes numbers per so many, and averages per time.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    let Place {
        look,
        amount,
        bound,
        ..
    } = *place;
    if !matches!(amount.sort, Sort::Bare | Sort::Tied(_)) {
        return None;
    }
    let start = bound.end;
    let mut at = start;
    while at < start + 7
        && !look.is(at, key!("per"))
        && !look.is_number(at)
        && !matches!(look.str(at), "," | ";" | ".")
    {
        at += 1;
    }
    let many = look.is(at, key!("per"))
        && (look.is_number(at + 1)
            || super::numeral::numeral(look, at + 1).is_some_and(|number| number.value >= 100.0));
    if many {
        let past = super::numeral::numeral(look, at + 1).map_or(at + 2, |number| number.end);
        let end = noun::after(look, past, false).map_or(past, |(_, end)| end);
        return Some(Taken {
            kind: FigureKind::Other,
            unit: place.words((start, noun::shortened(look, start, end.max(past)))),
        });
    }
    if bound.average && per_time(look, start) {
        let unit = noun::after(look, start, false)?;
        return Some(Taken {
            kind: FigureKind::Other,
            unit: place.words(unit),
        });
    }
    None
}

/// "per day", "a week", "daily", "each month" in the next words.
fn per_time(look: Look<'_>, start: usize) -> bool {
    (start..start + 9)
        .take_while(|at| !matches!(look.str(*at), ";" | "."))
        .any(|at| {
            let each =
                keys!("per a each every").contains(&look.key(at)) && look.time(at + 1).is_some();
            let adverb = keys!("daily weekly monthly annually yearly").contains(&look.key(at));
            each || adverb
        })
}

/// Whether this number is the "1,000" of "per 1,000": the measure of another, no figure of its own.
pub(super) fn is_base(look: Look<'_>, start: usize, sort: Sort) -> bool {
    sort == Sort::Bare
        && (look.key_before(start, 1) == key!("per")
            || look.key_before(start, 1) == key!("every")
                && look.key_before(start, 2) == key!("for")
                && look.has(start, !BOUNDARY))
}
