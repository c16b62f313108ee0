//! `duration`: "six months", "five-year", "40 hours per week": a length of time.

use super::amount::Sort;
use super::look::Look;
use super::vocabulary::{AUXILIARY, BOUNDARY, TIME_ADJECTIVE};
use super::{Place, Taken, noun, page};
use crate::key;
use crate::tokens::Kind;
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("duration", include_str!("../../rules/figures/duration.md"));

/// Takes numbers with a time.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    let Sort::Time(_, at) = place.amount.sort else {
        return limit_in_days(place);
    };
    let look = place.look;
    let mut start = at;
    while start > place.amount.end && look.has(start - 1, TIME_ADJECTIVE) {
        start -= 1;
    }
    let end = noun::shortened(look, start, tail(look, at + 1));
    let mut unit = place.words((start, end));
    if end == at + 1
        && let Some(what) = spent(look, place.bound.start)
    {
        unit = format!("{unit} of {what}");
    } else if end == at + 1
        && let Some(earlier) = place.earlier_unit(FigureKind::Duration)
        && earlier
            .strip_prefix(&unit)
            .is_some_and(|rest| rest.starts_with([' ', '\'', '’']))
    {
        unit = earlier;
    }
    Some(Taken {
        kind: FigureKind::Duration,
        unit,
    })
}

/// "imprisonment for two years", "detention of up to 10 days": what the time is spent in.
fn spent<'a>(look: Look<'a>, start: usize) -> Option<&'a str> {
    let noun = start.checked_sub(2)?;
    let linked = keys!("of for").contains(&look.key_before(start, 1));
    let what = keys!("imprisonment detention incarceration jail prison");
    (linked && what.contains(&look.key(noun))).then(|| look.str(noun))
}

/// "The limit for consecutive working days was 12."
fn limit_in_days(place: &Place<'_>) -> Option<Taken> {
    let Place {
        look,
        amount,
        bound,
        ..
    } = *place;
    let alone = !look.is_word(amount.end);
    if amount.sort != Sort::Bare || !alone || !look.had(bound.start, 1, AUXILIARY) {
        return None;
    }
    let (start, end) = noun::before(look, bound.start, place.floor)?;
    look.time(end - 1).filter(|_| look.plural(end - 1))?;
    Some(Taken {
        kind: FigureKind::Duration,
        unit: place.words((start, end)),
    })
}

/// Where the words that say what the time is of end: "'s imprisonment", "in prison", "per week".
fn tail(look: Look<'_>, at: usize) -> usize {
    if look.kind(at) == Some(Kind::Possessive) {
        return noun::after(look, at + 1, true).map_or(at + 1, |(_, end)| end.min(at + 4));
    }
    let per = look.is(at, key!("per"))
        || (look.is(at, key!("a")) || look.is(at, key!("each"))) && look.time(at + 1).is_some();
    if per {
        return at + 2;
    }
    let of = keys!("of in").contains(&look.key(at));
    if of && look.is_word(at + 1) {
        let end = noun::after(look, at + 1, true).map_or(at, |(_, end)| end.min(at + 5));
        return if look.capital(at + 1) && look.is(at, key!("in")) {
            at
        } else {
            end
        };
    }
    if look.is_word(at) && !look.has(at, BOUNDARY) {
        return noun::after(look, at, true).map_or(at, |(_, end)| end.min(at + 4));
    }
    at
}
