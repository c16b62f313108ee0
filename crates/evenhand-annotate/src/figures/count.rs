//! `count`: people, cases, things: every number that no other rule takes. Its unit is the noun
//! after it, or what an earlier number counted ("of whom 63 remained"), or the subject.

use super::amount::Sort;
use super::look::Look;
use super::vocabulary::{AUXILIARY, BOUNDARY, CHANGE, DETERMINER, FATE, MORE, PREPOSITION, VERB};
use super::{Place, Taken, noun, page, rate};
use crate::key;
use evenhand_report::{FigureKind, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("count", include_str!("../../rules/figures/count.md"));

/// Takes what is left, but for the base of a rate.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    let Place { look, amount, .. } = *place;
    if rate::is_base(look, amount.start, amount.sort) {
        return None;
    }
    Some(Taken {
        kind: FigureKind::Count,
        unit: counted(place).unwrap_or_default(),
    })
}

fn counted(place: &Place<'_>) -> Option<String> {
    let Place {
        look,
        amount,
        bound,
        ..
    } = *place;
    let single = amount.low == 1.0 && amount.high.is_none();
    if let Sort::Tied(noun) = amount.sort {
        let stretch = noun::after(look, noun, true).unwrap_or((noun, noun + 1));
        return Some(place.words(stretch));
    }
    let mut at = bound.end;
    let earlier = || place.earlier_unit(FigureKind::Count);
    if look.is(at, key!("of")) {
        if noun::points_back(look, at + 1) {
            let told = look.is_word(at + 2) && !look.has(at + 2, BOUNDARY);
            if told && let Some(found) = noun::after(look, at + 2, false) {
                return Some(place.words(found));
            }
            let unit = earlier()
                .or_else(|| noun::before(look, bound.start, 0).map(|found| place.words(found)));
            return with_fate(unit?, noun::fate(look, at + 2));
        }
        if let Some(found) = noun::whole(look, at + 1) {
            return Some(place.words(found));
        }
    }
    // "two additional 84-day periods": the counted noun stands after the time.
    let mut next = at;
    while look.has(next, MORE) {
        next += 1;
    }
    if (look.is_number(next) || look.word(next).is_some())
        && look.hyphen(next + 1)
        && look.time(next + 2).is_some()
    {
        at = next + 3;
    }
    let back = look.key_before(bound.start, 1);
    let of_those = back == key!("whom")
        || back == key!("which") && look.key_before(bound.start, 2) == key!("of");
    if of_those
        && !look.plural(at)
        && let Some(unit) = earlier()
    {
        return with_fate(unit, noun::fate(look, at));
    }
    if look.is(at, key!("others")) || look.is(at, key!("other")) && look.has(at + 1, BOUNDARY) {
        return Some(look.str(at).to_owned());
    }
    if names_counted(look, at, single)
        && let Some((start, end)) = noun::after(look, at, single)
    {
        let fate = noun::fate(look, end).filter(|_| end - start < 5);
        return with_fate(place.words((start, end)), fate);
    }
    if look.has(at, AUXILIARY)
        && look.plural(at + 1)
        && !look.has(at + 1, BOUNDARY)
        && let Some(found) = noun::after(look, at + 1, false)
    {
        return Some(place.words(found));
    }
    let unit = number_reached(place)
        .or_else(earlier)
        .or_else(|| {
            let bracket = look.key_before(bound.start, 1) == key!("(");
            let last = place.earlier.last().filter(|_| bracket);
            last.map(|figure| figure.unit.clone())
        })
        .or_else(|| noun::before(look, bound.start, place.floor).map(|found| place.words(found)))
        .or_else(|| noun::before(look, bound.start, 0).map(|found| place.words(found)))?;
    with_fate(unit, noun::fate(look, at))
}

/// "The number of inmates was 998", "rose to 2,100": nothing follows, and a number was spoken of.
fn number_reached(place: &Place<'_>) -> Option<String> {
    let Place { look, bound, .. } = *place;
    let linked = look.had(bound.start, 1, AUXILIARY | PREPOSITION | CHANGE)
        || keys!("reached totaled exceeded").contains(&look.key_before(bound.start, 1));
    if !linked {
        return None;
    }
    noun::number_of(look, bound.start).map(|found| place.words(found))
}

/// Whether the words at `at` name what is counted.
fn names_counted(look: Look<'_>, at: usize, single: bool) -> bool {
    if matches!(look.str(at), "“" | "\"" | "‘") {
        return true;
    }
    if !look.is_word(at) || look.has(at, AUXILIARY) {
        return false;
    }
    let roles = look.roles(at);
    if roles & BOUNDARY != 0 && roles & (VERB | DETERMINER) == 0 {
        return false;
    }
    let verbal = look.ends(at, "ed") || look.ends(at, "ing") || look.has(at, FATE | VERB);
    !(verbal
        && !look.plural(at)
        && (look.has(at + 1, BOUNDARY)
            || !look.is_word(at + 1)
            || noun::after(look, at + 1, single).is_none()))
}

fn with_fate(unit: String, fate: Option<&str>) -> Option<String> {
    Some(match fate {
        Some(fate) if !unit.contains(fate) => format!("{unit} {fate}"),
        _ => unit,
    })
}
