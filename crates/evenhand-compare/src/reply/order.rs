//! In which order passages are proposed: the report replied to first, other editions and countries where the
//! point speaks of them or the report says nothing.
//!
//! In: the scored passages. Out: places, best first, each once.

use super::claim::{Claim, Desk};
use super::cues;
use super::query::Query;
use super::shelf::Place;
use super::{Kind, PROPOSED};

/// What was found where.
pub(super) struct Found<'a> {
    pub(super) main: &'a [(Place, f32)],
    /// Of the country's other editions, by score.
    pub(super) others: &'a [(Place, f32)],
    /// The same, the best of each edition in turn, the nearest first.
    pub(super) turns: &'a [(Place, f32)],
    pub(super) abroad: &'a [(Place, f32)],
    /// Where a missing thing would be expected: the openings of the sections nearest to what the paragraph speaks of.
    pub(super) expected: &'a [(Place, f32)],
    /// The words of the point alone.
    pub(super) own: Query,
}

/// How many sentences beside the best one are proposed with it: what a person quotes is often next to what
/// the words of the point lead to.
const BESIDE: usize = 2;

/// In which order the passages are proposed.
pub(super) fn order(desk: &Desk<'_>, claim: &Claim, kind: Kind, found: &Found<'_>) -> Vec<Place> {
    let Found {
        main,
        others,
        turns,
        abroad,
        expected,
        ..
    } = found;
    let text = |place: &Place| desk.shelf.text(*place);
    let named = |list: &[(Place, f32)]| {
        list.iter()
            .take(PROPOSED)
            .any(|(place, _)| claim.names.iter().any(|name| name.in_line(text(place))))
    };
    let over_time = cues::any(&claim.whole_plain, cues::OVER_TIME);
    let share = |list: &[(Place, f32)]| {
        list.iter()
            .take(5)
            .filter_map(|(place, _)| {
                let (volume, _) = desk.shelf.at(*place)?;
                let terms = volume.index().terms.get(place.line as usize)?;
                Some(found.own.share(terms))
            })
            .fold(0.0, f32::max)
    };
    let missing_here = kind == Kind::Omission && share(others) > share(main) + 0.25;
    let elsewhere_only = missing_here || !claim.names.is_empty() && !named(main) && named(others);
    let (near_one, near_two) = (near(desk, main, 0), near(desk, main, 1));
    let near_abroad = near(desk, abroad, 0);
    let mut places: Vec<Place> = Vec::new();
    let mut take = |list: &[(Place, f32)], count: usize| {
        let mut taken = 0;
        for (place, _) in list {
            if taken == count || places.len() == PROPOSED {
                break;
            }
            if !places.contains(place) {
                places.push(*place);
                taken += 1;
            }
        }
    };
    if !abroad.is_empty() && matches!(kind, Kind::CrossCountry | Kind::AboutOtherDocument) {
        take(abroad, 3);
        take(&near_abroad, BESIDE);
        take(abroad, 1);
        take(main, 4);
        take(others, 1);
        take(abroad, PROPOSED);
    } else if elsewhere_only {
        take(turns, 2);
        take(main, 3);
        take(turns, 1);
        take(main, if expected.is_empty() { 4 } else { 3 });
        take(expected, 1);
        take(others, PROPOSED);
    } else if over_time {
        take(main, 1);
        take(turns, 2);
        take(main, 1);
        take(turns, 1);
        take(main, 3);
        take(others, PROPOSED);
    } else {
        take(main, 4);
        take(abroad, 1);
        take(&near_one, BESIDE);
        take(&near_two, 1);
        take(others, 1);
        take(main, if expected.is_empty() { 3 } else { 2 });
        take(expected, 1);
        take(others, 2);
    }
    take(main, PROPOSED);
    take(others, PROPOSED);
    places
}

/// The sentences beside the nth of a list in its passage, the nearest first.
fn near(desk: &Desk<'_>, list: &[(Place, f32)], nth: usize) -> Vec<(Place, f32)> {
    let Some((place, score)) = list.get(nth) else {
        return Vec::new();
    };
    let passage = |place: Place| desk.shelf.at(place).map(|(_, line)| line.passage);
    [1_i64, -1, 2, -2]
        .into_iter()
        .filter_map(|step| {
            let line = u32::try_from(i64::from(place.line) + step).ok()?;
            let beside = Place {
                volume: place.volume,
                line,
            };
            (passage(beside).is_some() && passage(beside) == passage(*place))
                .then_some((beside, *score))
        })
        .collect()
}
