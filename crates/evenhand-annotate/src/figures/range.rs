//! Two amounts that make one range ("between 10 and 15", "six months to two years", "$338 to
//! $526"), and amounts that share what stands at the last ("six and four years"). In: the single
//! amounts of a sentence; out: the same with ranges joined.

use super::amount::{Amount, Currency, Sort};
use super::look::Look;
use super::numeral::tidy;
use super::terms::Time;
use super::vocabulary::{ADVERB, AGE, CHANGE, DETERMINER, PREPOSITION};
use crate::key;

/// Joins neighbours that make a range.
pub(super) fn ranges(look: Look<'_>, singles: &[Amount]) -> Vec<Amount> {
    let mut joined: Vec<Amount> = Vec::with_capacity(singles.len());
    let mut at = 0;
    while let Some(low) = singles.get(at) {
        let of_range = joined.last().is_some_and(|before| before.high.is_some());
        let range = singles
            .get(at + 1)
            .and_then(|high| range(look, *low, *high, of_range));
        joined.push(range.unwrap_or(*low));
        at += if range.is_some() { 2 } else { 1 };
    }
    joined
}

/// `of_range`: the amount before is a range; its conversion in brackets is one as well.
fn range(look: Look<'_>, low: Amount, high: Amount, of_range: bool) -> Option<Amount> {
    let (mut from, to) = (low.past, high.start);
    // "10-to-15-year", "one- to 12-year"
    while look.dash(from) && look.glued(from) && to > from + 1 {
        from += 1;
    }
    let words = to.checked_sub(from)?;
    let converted = of_range
        && matches!(low.sort, Sort::Money(Currency::Sign(_)))
        && (1..=3).any(|back| low.start >= back && look.str(low.start - back) == "(");
    let between = converted || opened_by(look, low.start, key!("between"));
    let from_to = opened_by(look, low.start, key!("from"));
    let to_word =
        look.is(from, key!("to")) || look.is(from, key!("through")) || look.is(from, key!("until"));
    let years =
        |at: usize| look.has(at, AGE) || look.has(at, DETERMINER) || look.is(at, key!("of"));
    let linked = match words {
        1 => {
            to_word
                || look.dash(from)
                || (between && (look.is(from, key!("and")) || look.is(from, key!("or"))))
                || (look.is(from, key!("or")) && neighbours(low, high))
        }
        2 => {
            (to_word
                && (look.is(from + 1, key!("age"))
                    || look.hyphen(from + 1)
                    || from_to && look.has(from + 1, DETERMINER)))
                || (between && look.is(from, key!("and")) && years(from + 1))
                || (from_to && look.is(from, key!("up")) && look.is(from + 1, key!("to")))
        }
        3 => {
            let percent_of = (between && look.is(from, key!("and")) || to_word)
                && years(from + 1)
                && years(from + 2);
            percent_of || (from_to && look.is(from, key!("up")) && look.is(from + 1, key!("to")))
        }
        _ => false,
    };
    if !linked || ends_vote(look, low, high) {
        return None;
    }
    if from_to && changed(look, low.start) || high.low <= 0.0 {
        return None;
    }
    let (low_value, high_value, sort) = match (low.sort, high.sort) {
        (Sort::Time(a, noun), Sort::Time(b, _)) => (
            low.low,
            tidy(high.low * b.in_units_of(a)),
            Sort::Time(a, noun),
        ),
        (Sort::Bare, sort) => (low.low, high.low, sort),
        (sort, Sort::Bare) => (low.low, high.low, sort),
        (Sort::Time(Time::Year, _), Sort::Age) | (Sort::Age, Sort::Time(Time::Year, _)) => {
            (low.low, high.low, Sort::Age)
        }
        (a, b) if std::mem::discriminant(&a) == std::mem::discriminant(&b) => {
            (low.low, high.low, b)
        }
        _ => return None,
    };
    // "250 to 500 thousand"
    let low_value = if low_value >= high_value && high_value > 0.0 {
        return None;
    } else {
        low_value
    };
    let sort = match (low.sort, high.sort) {
        // "350 dinars to 895 dinars" takes the first's words where the second has none.
        (Sort::Money(_), Sort::Money(money)) => Sort::Money(money),
        _ => sort,
    };
    Some(Amount {
        start: low.start,
        end: high.end,
        past: high.past,
        low: low_value,
        high: Some(high_value),
        sort,
        lent: false,
        shares: false,
    })
}

/// "one or two", "two or three".
fn neighbours(low: Amount, high: Amount) -> bool {
    low.sort == Sort::Bare && (high.low - low.low - 1.0).abs() < 1e-9 && low.low < 10.0
}

/// "between (the) (ages of) 10": the word before a range's low end.
fn opened_by(look: Look<'_>, start: usize, opener: u64) -> bool {
    let mut at = start;
    for _ in 0..5 {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        if look.is(before, opener) {
            return true;
        }
        let passed = look.has(before, DETERMINER | AGE | ADVERB)
            || look.is(before, key!("of"))
            || look.is(before, key!("an"));
        if !passed {
            return false;
        }
        at = before;
    }
    false
}

/// "reduced from 10 to 5": a change, not a range.
fn changed(look: Look<'_>, start: usize) -> bool {
    (1..=14).any(|back| look.had(start, back, CHANGE))
        && !(1..=14).any(|back| {
            keys!("range ranged ranges ranging varied varying")
                .contains(&look.key_before(start, back))
        })
}

/// "a vote of 59 to 11".
fn ends_vote(look: Look<'_>, low: Amount, high: Amount) -> bool {
    low.sort == Sort::Bare
        && high.sort == Sort::Bare
        && (1..=3)
            .any(|back| keys!("vote voted ruled votes").contains(&look.key_before(low.start, back)))
}

/// "six and four years", "10, 15, or 20 percent": the last one's noun serves all.
pub(super) fn lend(look: Look<'_>, amounts: &mut [Amount]) {
    for at in (1..amounts.len()).rev() {
        let (before, after) = amounts.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let aged = look.had(first.start, 1, AGE)
            || look.key_before(first.start, 1) == key!("of") && look.had(first.start, 2, AGE);
        if aged
            || first.sort != Sort::Bare
            || second.sort == Sort::Bare
            || second.high.is_some() && first.high.is_some()
        {
            continue;
        }
        let lends = matches!(
            second.sort,
            Sort::Percent | Sort::Time(..) | Sort::Age | Sort::Money(_)
        );
        let gap = first.past..second.start;
        let joined = gap.len() <= 6
            && !gap.is_empty()
            && gap.clone().all(|word| {
                matches!(look.str(word), "," | "-" | "–")
                    || keys!("and or up to instead of for at least not more than from between respectively over a in").contains(&look.key(word))
            });
        let opens_list = look.str(first.past) == ","
            && !look.is(first.past + 1, key!("and"))
            && !look.is(first.past + 1, key!("or"))
            && !matches!(second.sort, Sort::Time(..) | Sort::Percent | Sort::Age);
        let by_sign = matches!(second.sort, Sort::Money(Currency::Sign(_)));
        let counted = look.had(first.start, 1, PREPOSITION) && look.is(first.past, key!("in"));
        let year_span = look.is(first.past, key!("in")) || look.is(first.past, key!("for"));
        if joined && lends && !opens_list && !by_sign && !counted && !year_span {
            first.sort = second.sort;
            first.lent = true;
            second.shares = true;
        }
    }
}
