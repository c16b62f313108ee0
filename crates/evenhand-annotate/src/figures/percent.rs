//! `percent`: "70 to 90 percent", "12%". Its unit is what the share is of.

use super::amount::Sort;
use super::vocabulary::{AUXILIARY, BOUNDARY, Look, PRONOUN};
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
        if let Some(found) = of_what(place, look, at + 1) {
            return found;
        }
    } else if look.is_word(at)
        && !comparative(look, at)
        && !place.amount.lent
        && (!look.has(at, BOUNDARY) || look.has(at, super::vocabulary::DETERMINER))
        && let Some(found) = noun::after(look, at, true)
    {
        return place.words(found);
    }
    place
        .earlier_unit(FigureKind::Percent)
        .or_else(|| noun::before(look, bound.start, place.floor).map(|found| place.words(found)))
        .or_else(|| noun::before(look, bound.start, 0).map(|found| place.words(found)))
        .unwrap_or_default()
}

fn of_what(place: &Place<'_>, look: Look<'_>, at: usize) -> Option<String> {
    if look.has(at, PRONOUN)
        || [key!("these"), key!("those"), key!("which"), key!("whom")].contains(&look.key(at))
            && (look.has(at + 1, BOUNDARY) || !look.is_word(at + 1))
    {
        return place
            .earlier
            .last()
            .map(|figure| figure.unit.clone())
            .or_else(|| Some(look.str(at).to_owned()));
    }
    let mut start = at;
    // "of the estimated 3,000 prisoners", "of all girls"
    while look.has(
        start,
        super::vocabulary::DETERMINER | super::vocabulary::ADVERB,
    ) || look.is_number(start)
        || super::numeral::numeral(look, start).is_some()
        || [key!("than"), key!("more")].contains(&look.key(start))
    {
        start = super::numeral::numeral(look, start).map_or(start + 1, |number| number.end);
    }
    noun::after(look, start, false).map(|found| place.words(found))
}

fn comparative(look: Look<'_>, at: usize) -> bool {
    [
        key!("more"),
        key!("less"),
        key!("higher"),
        key!("lower"),
        key!("fewer"),
        key!("respectively"),
        key!("compared"),
        key!("were"),
        key!("was"),
    ]
    .contains(&look.key(at))
        || look.has(at, AUXILIARY)
}
