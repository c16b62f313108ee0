//! `percent`: "70 to 90 percent", "12%". Its unit is what the share is of.

use super::amount::Sort;
use super::look::Look;
use super::vocabulary::{ADVERBIAL, AUXILIARY, BOUNDARY, DETERMINER, REPORTING};
use super::{Place, Taken, noun, page};
use crate::key;
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("percent", include_str!("../../rules/figures/percent.md"));

/// Takes numbers with a percent sign or word.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    (place.amount.sort == Sort::Percent).then(|| Taken {
        kind: FigureKind::Percent,
        unit: whole(place),
    })
}

/// What a share is a share of: "of the population", "increase", what an earlier share was of, or
/// the subject.
pub(super) fn whole(place: &Place<'_>) -> String {
    let Place { look, bound, .. } = *place;
    let mut at = bound.end;
    if look.is(at, key!("points")) {
        at += 1;
    }
    // "50 percent or more of", "10 percent (12,000) of"
    if look.str(at) == "(" {
        let close = (at..at + 8).find(|close| look.str(*close) == ")");
        if let Some(close) = close.filter(|close| look.is(close + 1, key!("of"))) {
            at = close + 1;
        }
    }
    if look.is(at, key!("of")) || look.is(at, key!("among")) {
        if noun::points_back(look, at + 1) {
            let last = place.earlier.last().map(|figure| figure.unit.clone());
            return last.unwrap_or_else(|| look.str(at + 1).to_owned());
        }
        if let Some(found) = noun::whole(look, at + 1) {
            return place.words(found);
        }
    } else if look.is_word(at)
        && !comparative(look, at)
        && !place.amount.lent
        && (!look.has(at, BOUNDARY) || look.has(at, DETERMINER) && look.word(at).is_none())
        && let Some(found) = noun::after(look, at, place.amount.sort == Sort::Percent)
    {
        return place.words(found);
    }
    let change = keys!("by to at was were from");
    let up = keys!("up down").contains(&look.key_before(bound.start, 1));
    let counted = || {
        let of_subject = change.contains(&look.key_before(bound.start, 1));
        place
            .earlier_unit(FigureKind::Count)
            .filter(|_| !of_subject)
    };
    place
        .earlier_unit(FigureKind::Percent)
        .filter(|_| !up)
        .or_else(counted)
        .or_else(|| noun::before(look, bound.start, place.floor).map(|found| place.words(found)))
        .or_else(|| noun::before(look, bound.start, 0).map(|found| place.words(found)))
        .unwrap_or_default()
}

/// A word after the share that is not what the share is of.
fn comparative(look: Look<'_>, at: usize) -> bool {
    keys!("more less higher lower fewer respectively compared were was").contains(&look.key(at))
        || look.has(at, AUXILIARY | ADVERBIAL)
        || look.has(at, REPORTING) && !look.plural(at)
        || (look.ends(at, "ed") || look.ends(at, "ing")) && look.has(at + 1, BOUNDARY)
}
