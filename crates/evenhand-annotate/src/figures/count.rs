//! `count`: people, cases, things: every number that no other rule takes. Its unit is the noun
//! after it, or what an earlier number counted ("of whom 63 remained"), or the subject.

use super::amount::Sort;
use super::vocabulary::{AUXILIARY, BOUNDARY, PRONOUN, VERB};
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
    let at = bound.end;
    if look.is(at, key!("of")) {
        let pointing = look.has(at + 1, PRONOUN)
            || [key!("these"), key!("those"), key!("whom"), key!("which")]
                .contains(&look.key(at + 1))
                && (look.has(at + 2, BOUNDARY | AUXILIARY) || !look.is_word(at + 2));
        if !pointing && let Some(found) = noun::after(look, at + 1, false) {
            return Some(place.words(found));
        }
    }
    if look.is(at, key!("others")) || look.is(at, key!("other")) && look.has(at + 1, BOUNDARY) {
        return Some(look.str(at).to_owned());
    }
    let follows = look.is_word(at)
        && (!look.has(at, BOUNDARY) || look.has(at, VERB | super::vocabulary::DETERMINER))
        && !look.has(at, AUXILIARY)
        && noun::fate(look, at).is_none_or(|_| {
            noun::after(look, at + 1, single).is_some() && !look.has(at + 1, BOUNDARY)
        })
        || matches!(look.str(at), "“" | "\"" | "‘");
    if follows
        && !look.is(at, key!("more")) | look.is_word(at + 1)
        && let Some((start, end)) = noun::after(look, at, single)
    {
        let unit = place.words((start, end));
        return Some(match noun::fate(look, end) {
            Some(fate) if end - start < 5 => format!("{unit} {fate}"),
            _ => unit,
        });
    }
    if look.has(at, AUXILIARY)
        && look.plural(at + 1)
        && !look.has(at + 1, BOUNDARY)
        && let Some(found) = noun::after(look, at + 1, false)
    {
        return Some(place.words(found));
    }
    let earlier = place.earlier_unit(FigureKind::Count);
    let unit = earlier
        .or_else(|| noun::before(look, bound.start, place.floor).map(|found| place.words(found)))
        .or_else(|| noun::before(look, bound.start, 0).map(|found| place.words(found)))?;
    Some(match noun::fate(look, at) {
        Some(fate) if !unit.contains(fate) => format!("{unit} {fate}"),
        _ => unit,
    })
}
