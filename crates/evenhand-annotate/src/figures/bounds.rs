//! How a number is bounded or blurred: "more than", "up to", "or older", also from afar: "the
//! minimum age is", "limited to". In: an amount in its place; out: its qualifier and how far the
//! figure's words reach. Does not look at what is counted.

use super::afar::{from_afar, negated};
use super::amount::{Amount, Sort};
use super::cues::{AFTER, BEFORE, Cue};

use super::look::Look;
use super::vocabulary::{ADVERB, AGE, AUXILIARY, BOUNDARY, DETERMINER, JOINER, MORE, PREPOSITION};

use crate::key;

use evenhand_report::Qualifier;

/// The qualifier of a figure and its reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bound {
    /// First token of the figure's words.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// What the words around the number say.
    pub(super) qualifier: Qualifier,
    /// "younger than", "age": the words say the number is an age.
    pub(super) age: bool,
    /// "an average of".
    pub(super) average: bool,
}

/// The words around an amount that belong to it, and what they make of it. `floor`: the end of
/// the figure before, which must not be crossed.
/// `age_before`: the figure before is an age.
pub(super) fn bound(look: Look<'_>, amount: &Amount, floor: usize, age_before: bool) -> Bound {
    let mut bound = Bound {
        start: amount.start,
        end: amount.end,
        qualifier: Qualifier::Exact,
        age: amount.sort == Sort::Age,
        average: false,
    };
    words_before(look, floor, amount.high.is_some(), &mut bound);
    words_after(look, amount, &mut bound);
    if amount.high.is_some() {
        // "an estimated 10 to 15" is a range all the same.
        bound.qualifier = Qualifier::Range;
        return bound;
    }
    if let Some(qualifier) = tied_limit(look, amount) {
        bound.start = amount.start;
        bound.qualifier = qualifier;
    }
    negated(look, amount.sort, &mut bound);
    if bound.qualifier == Qualifier::Exact
        && let Some(qualifier) = entitled(look, amount, &mut bound)
            .or_else(|| from_afar(look, amount, &bound, floor, age_before))
    {
        bound.qualifier = qualifier;
    }
    bound
}

/// "the 10-hour maximum", "a 46-hour monthly cap", "a 15-day minimum".
fn tied_limit(look: Look<'_>, amount: &Amount) -> Option<Qualifier> {
    if !look.hyphen(amount.end) {
        return None;
    }
    (amount.past..amount.past + 4)
        .take_while(|at| look.is_word(*at) && !look.has(*at, BOUNDARY))
        .find_map(|at| {
            let key = look.key(at);
            if keys!("maximum cap limit ceiling").contains(&key) {
                Some(Qualifier::AtMost)
            } else if key == key!("minimum") {
                Some(Qualifier::AtLeast)
            } else {
                None
            }
        })
}

/// "after 16 years of age", "after six years of residence": what must have passed first.
fn entitled(look: Look<'_>, amount: &Amount, bound: &mut Bound) -> Option<Qualifier> {
    let after = look.key_before(amount.start, 1) == key!("after");
    let passed = amount.sort == Sort::Age
        || matches!(amount.sort, Sort::Time(..))
            && look.is(amount.past, key!("of"))
            && (amount.past + 1..amount.past + 4).any(|at| {
                keys!("residence residency service marriage employment").contains(&look.key(at))
            });
    if after && passed {
        bound.start = amount.start - 1;
        return Some(Qualifier::AtLeast);
    }
    let as_minimum = look.is(amount.end, key!("as"))
        && (amount.end..amount.end + 5).any(|at| look.is(at, key!("minimum")));
    as_minimum.then_some(Qualifier::AtLeast)
}

fn words_before(look: Look<'_>, floor: usize, range: bool, bound: &mut Bound) {
    // The place reached; the figure's words reach as far as the last of them that says something.
    let mut reach = bound.start;
    loop {
        if let Some((from, cue)) = BEFORE.before(look, reach)
            && from >= floor
            && (range || cue != Cue::Opens)
            && !told_estimate(look, from)
        {
            reach = from;
            bound.start = from;
            match cue {
                Cue::Is(qualifier) => outer(bound, qualifier),
                Cue::Aged(qualifier) => {
                    outer(bound, qualifier);
                    bound.age = true;
                }
                Cue::Average => bound.average = true,
                Cue::Plain | Cue::Opens => {}
            }
            continue;
        }
        let Some(before) = reach.checked_sub(1).filter(|before| *before >= floor) else {
            return;
        };
        let roles = look.roles(before);
        if roles & AGE != 0 && !look.is(before, key!("aging")) {
            bound.age = true;
            reach = before;
            continue;
        }
        // "the age of 18", "approximately a 50 percent", "up to a maximum of".
        if look.is(before, key!("of")) && look.had(before, 1, AGE) && before > floor {
            bound.age = true;
            reach = before - 1;
            continue;
        }
        let open = BEFORE
            .before(look, before)
            .is_some_and(|(from, cue)| from >= floor && (bound.age || cue != Cue::Plain));
        let spatial = keys!("under over above below beyond").contains(&look.key_before(before, 1));
        if roles & (DETERMINER | ADVERB | MORE) != 0 && open && (bound.age || !spatial) {
            reach = before;
            continue;
        }
        if roles & ADVERB != 0 && bound.qualifier != Qualifier::Exact {
            reach = before;
            bound.start = before;
            continue;
        }
        return;
    }
}

/// "the fund estimated 21 percent": here somebody estimates; "an estimated" is a blur.
fn told_estimate(look: Look<'_>, at: usize) -> bool {
    look.is(at, key!("estimated"))
        && !look.is(at + 1, key!("at"))
        && !look.is(at + 1, key!("to"))
        && at > 0
        && !look.had(
            at,
            1,
            DETERMINER | AUXILIARY | PREPOSITION | JOINER | ADVERB,
        )
        && !matches!(
            look.kind(at - 1),
            Some(crate::tokens::Kind::Possessive | crate::tokens::Kind::Mark)
        )
}

/// The outer of two words counts, but a bound outweighs a blur ("an estimated more than").
fn outer(bound: &mut Bound, qualifier: Qualifier) {
    if qualifier != Qualifier::About || bound.qualifier == Qualifier::Exact {
        bound.qualifier = qualifier;
    }
}

fn words_after(look: Look<'_>, amount: &Amount, bound: &mut Bound) {
    if look.str(amount.end) == "+" && look.glued(amount.end) {
        bound.end = amount.end + 1;
        bound.qualifier = Qualifier::AtLeast;
        return;
    }
    // Right after the number, after its noun, after "years of age", after a conversion in brackets.
    let mut places = [amount.end, amount.past, amount.past + 1, amount.past + 2, 0];
    if matches!(amount.sort, Sort::Money(_)) {
        let close = (amount.past..amount.past + 9).find(|at| look.str(*at) == ")");
        places = [
            amount.end,
            amount.past,
            close.map_or(0, |close| close + 1),
            0,
            0,
        ];
    }
    for (n, place) in places.into_iter().enumerate() {
        let at_noun = n < 2 || place == 0 || look.str(place - 1) == ")";
        if !at_noun && (!look.is_word(place - 1) || look.has(place - 1, BOUNDARY)) {
            break;
        }
        if place == 0 {
            continue;
        }
        let hit = AFTER.iter().find(|(keys, _)| {
            keys.iter()
                .enumerate()
                .all(|(on, key)| look.key(place + on) == *key)
        });
        let Some((keys, cue)) = hit.filter(|(keys, _)| keys.len() > 1 || !look.hyphen(amount.end))
        else {
            continue;
        };
        let next = place + keys.len();
        // "two persons or more than three", "10 or more than …", "at least 12 or at most 15".
        if look.is(next, key!("than")) || look.is_number(next) || look.word(next).is_some() {
            continue;
        }
        match cue {
            Cue::Is(qualifier) => bound.qualifier = *qualifier,
            Cue::Aged(qualifier) => {
                bound.qualifier = *qualifier;
                bound.age = true;
            }
            Cue::Average | Cue::Plain | Cue::Opens => {}
        }
        if place < amount.past + 3 && look.str(place - 1) != ")" {
            bound.end = bound.end.max(next);
        }
        return;
    }
}
