//! The amounts of a sentence: each number that may count, with the percent sign, currency or time
//! that belongs to it, joined to a range where two make one ("between 10 and 15", "six months to
//! two years", "$338 to $526"). In: a sentence; out: amounts in order. Qualifiers, units and the
//! rules come after.

use super::belonging::{belonging, lettered, sign_before};
use super::calendar;
use super::one::idle_one;
use super::range::{lend, ranges};
use super::share;

use super::numeral::{self, tidy};

use super::look::Look;
use super::terms::{Time, Word};
use super::vocabulary::{DETERMINER, TIME_ADJECTIVE};

use crate::key;

/// What the words right at a number say it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sort {
    /// Nothing.
    Bare,
    /// "percent", "%".
    Percent,
    /// A part of a whole in words: "half", "two-thirds".
    Part,
    /// A currency: its words in the sentence, or the name of its sign.
    Money(Currency),
    /// A time; the place of its noun.
    Time(Time, usize),
    /// "years old", "-year-old", "years of age".
    Age,
    /// A counted noun after a hyphen ("51-member"); its place.
    Tied(usize),
    /// "twice".
    Twice,
}

/// How the currency is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Currency {
    /// In words or letters of the sentence, from one token to another.
    Words(usize, usize),
    /// By a sign.
    Sign(&'static str),
}

/// A number that may count, or two that make a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// First token: a currency sign, or the number.
    pub(super) start: usize,
    /// One past the number and its percent sign.
    pub(super) end: usize,
    /// One past the words that belong to it (currency, time).
    pub(super) past: usize,
    /// The number; the lower end.
    pub(super) low: f64,
    /// The upper end of a range.
    pub(super) high: Option<f64>,
    /// What it is.
    pub(super) sort: Sort,
    /// The sort is taken from the next amount ("six and four years").
    pub(super) lent: bool,
    /// It lent its sort to the one before, and shares its bounds ("not to exceed 44 or 48 hours").
    pub(super) shares: bool,
}

/// The amounts of a sentence, in order.
pub(super) fn amounts(look: Look<'_>) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut at = 0;
    while at < look.len() {
        match single(look, at, !found.is_empty()) {
            Step::Found(amount) => {
                at = amount.past.max(at + 1);
                found.push(amount);
            }
            Step::Over(end) => at = end.max(at + 1),
        }
    }
    if found.len() > 1 {
        found = ranges(look, &found);
        lend(look, &mut found);
    }
    found
}

enum Step {
    Found(Amount),
    /// Nothing up to here.
    Over(usize),
}

fn single(look: Look<'_>, at: usize, counted_before: bool) -> Step {
    let word = look.word(at);
    if word.is_none() && !look.is_number(at) {
        return Step::Over(at + 1);
    }
    if word == Some(Word::Twice) {
        let measured = look.has(at + 1, DETERMINER) && look.word(at + 1) != Some(Word::Article)
            || look.is(at + 1, key!("as"));
        return if measured {
            Step::Found(amount(at, at + 1, 2.0, Sort::Twice))
        } else {
            Step::Over(at + 1)
        };
    }
    if word == Some(Word::Article)
        && let Some(amount) = a_year(look, at)
    {
        return Step::Found(amount);
    }
    if let Some(lettered) = lettered(look, at) {
        return Step::Found(lettered);
    }
    if let Some(part) = share::part(look, at) {
        return Step::Found(amount(at, part.end, part.value, Sort::Part));
    }
    let Some(number) = numeral::numeral(look, at) else {
        return Step::Over(at + 1);
    };
    let (start, sign) = sign_before(look, at);
    if sign.is_none()
        && let Some(end) = calendar::passed_over(look, at, number)
    {
        return Step::Over(end);
    }
    if ordinal_follows(look, number.end)
        || vague(look, at)
        || look.is(at, key!("zero")) && (look.is(at + 1, key!("tolerance")) || look.hyphen(at + 1))
        || span_of_report(look, at, number.end)
    {
        return Step::Over(number.end);
    }
    let Some((end, past, sort)) = belonging(look, number, sign) else {
        return Step::Over(number.end + 1);
    };
    let pronoun = matches!(sort, Sort::Bare | Sort::Time(..)) && number.end == at + 1;
    if pronoun && idle_one(look, at, counted_before) {
        return Step::Over(number.end);
    }
    // "$1.5m"
    let scale = match look.str(number.end) {
        "m" | "M" if end > number.end => 1e6,
        "bn" | "b" if end > number.end => 1e9,
        "k" | "K" if end > number.end => 1e3,
        _ => 1.0,
    };
    let mut found = amount(start, end, tidy(number.value * scale), sort);
    found.past = past;
    Step::Found(found)
}

pub(super) fn amount(start: usize, end: usize, low: f64, sort: Sort) -> Amount {
    Amount {
        start,
        end,
        past: end,
        low,
        high: None,
        sort,
        lent: false,
        shares: false,
    }
}

/// "up to a year", "six months to a year", "more than a decade": the article counts one, but only
/// under a bound.
fn a_year(look: Look<'_>, at: usize) -> Option<Amount> {
    let mut noun = at + 1;
    while look.has(noun, TIME_ADJECTIVE) && look.time(noun).is_none() {
        noun += 1;
    }
    let time = look.time(noun)?;
    let back = look.key_before(at, 1);
    let up_to = back == key!("to")
        && (keys!("up to").contains(&look.key_before(at, 2))
            || at
                .checked_sub(2)
                .is_some_and(|unit| look.time(unit).is_some()));
    let bound =
        keys!("than least within exceeded exceeding exceed nearly almost over under approximately")
            .contains(&back);
    if !(up_to || bound) || time == Time::Second || look.hyphen(noun + 1) {
        return None;
    }
    let mut found = amount(at, noun + 1, 1.0, Sort::Time(time, noun));
    found.past = noun + 1;
    Some(found)
}

/// "two first", "hundred fifth": no.
fn ordinal_follows(look: Look<'_>, end: usize) -> bool {
    look.hyphen(end) && matches!(look.word(end + 1), Some(Word::Part(_, false)))
}

/// "several hundred", "a few thousand", "tens of", "many million".
fn vague(look: Look<'_>, at: usize) -> bool {
    keys!("several few many hundreds thousands tens unknown").contains(&look.key_before(at, 1))
        && look
            .word(at)
            .is_some_and(|word| !matches!(word, Word::Small(_) | Word::Tens(_)))
}

/// "the first six months of the year", "in the previous two years": when, not how much.
fn span_of_report(look: Look<'_>, at: usize, end: usize) -> bool {
    if look.time(end).is_none() {
        return false;
    }
    let back = look.key_before(at, 1);
    let past = keys!("previous past last preceding prior recent");
    if past.contains(&back) {
        return look.had(at, 2, DETERMINER) || look.key_before(at, 2) == key!("over");
    }
    let part = keys!("first final last initial next").contains(&back)
        && look.is(end + 1, key!("of"))
        && (look.is_number(end + 2)
            || look.is(end + 2, key!("the"))
            || look.is(end + 3, key!("year"))
            || look.is_number(end + 3)
            || look.is(end + 2, key!("fiscal")));
    let part = part
        || back == key!("first")
            && look.str(end + 1) == ","
            && look.key_before(at, 3) == key!("during");
    let before = keys!("preceding prior leading").contains(&look.key(end + 1))
        && look.had(at, 1, DETERMINER);
    part || before || look.is(end + 1, key!("ago"))
}
