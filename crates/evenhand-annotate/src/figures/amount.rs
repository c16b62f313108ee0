//! The amounts of a sentence: each number that may count, with the percent sign, currency or time
//! that belongs to it, joined to a range where two make one ("between 10 and 15", "six months to
//! two years", "$338 to $526"). In: a sentence; out: amounts in order. Qualifiers, units and the
//! rules come after.

use super::calendar;
use super::numeral::{self, Numeral, tidy};
use super::vocabulary::{
    AGE, BOUNDARY, CHANGE, COUNTED, CURRENCY, DETERMINER, DOUBTFUL_CURRENCY, Look, PREPOSITION,
    SIGN, TIME_ADJECTIVE, Time, Word, currency_code,
};
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
    if let Some(part) = numeral::part(look, at) {
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
    if ordinal_follows(look, number.end) || vague(look, at) || span_of_report(look, at, number.end) {
        return Step::Over(number.end);
    }
    let Some((end, past, sort)) = belonging(look, number, sign) else {
        return Step::Over(number.end + 1);
    };
    let pronoun = matches!(sort, Sort::Bare | Sort::Time(..)) && number.end == at + 1;
    if pronoun && calendar::idle_one(look, at, counted_before) {
        return Step::Over(number.end);
    }
    let mut found = amount(start, end, number.value, sort);
    found.past = past;
    Step::Found(found)
}

fn amount(start: usize, end: usize, low: f64, sort: Sort) -> Amount {
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
        && ([key!("up"), key!("to")].contains(&look.key_before(at, 2))
            || at.checked_sub(2).is_some_and(|unit| look.time(unit).is_some()));
    let bound = [
        key!("than"), key!("least"), key!("within"), key!("exceeded"), key!("exceeding"), key!("exceed"),
        key!("nearly"), key!("almost"), key!("over"), key!("under"),
        key!("approximately"),
    ]
    .contains(&back);
    if !(up_to || bound) || time == Time::Second || look.hyphen(noun + 1) {
        return None;
    }
    let mut found = amount(at, noun + 1, 1.0, Sort::Time(time, noun));
    found.past = noun + 1;
    Some(found)
}

/// A currency sign or code right before the number: where the figure begins, and the currency.
fn sign_before(look: Look<'_>, at: usize) -> (usize, Option<Currency>) {
    let Some(before) = at.checked_sub(1) else {
        return (at, None);
    };
    if look.has(before, SIGN) {
        let letters = before
            .checked_sub(1)
            .filter(|letters| look.glued(before) && look.is_word(*letters));
        if let Some(letters) = letters {
            let name = currency_code(look.key(letters)).unwrap_or("dollars");
            return (letters, Some(Currency::Sign(name)));
        }
        let name = match look.str(before) {
            "€" => "euros",
            "£" => "pounds",
            "¥" => "yen",
            "₦" => "naira",
            "₹" => "rupees",
            "₪" => "shekels",
            "₽" => "rubles",
            "₴" => "hryvnias",
            "₸" => "tenge",
            "₺" => "lira",
            "₩" => "won",
            "₱" => "pesos",
            "฿" => "baht",
            "₫" => "dong",
            "₾" => "lari",
            "₼" => "manats",
            "$" => "U.S. dollars",
            _ => return (before, Some(Currency::Words(before, at))),
        };
        return (before, Some(Currency::Sign(name)));
    }
    // "HTG 500", "Rs. 500", "Gs. 19.1 million"
    let pointed = look.str(before) == "." && look.glued(before);
    let code = if pointed { before.saturating_sub(1) } else { before };
    let written = look.str(code);
    let capital = look.capital(code) && (written.len() <= 4) && written.len() > 1;
    let upper = written.chars().all(char::is_uppercase);
    let letters = matches!(written, "Rs" | "Rp" | "Tk" | "Gs" | "Ksh" | "KSh" | "TSh" | "USh" | "RM");
    if capital && look.is_word(code) && (letters || upper) && !look.hyphen(code + 1) {
        match currency_code(look.key(code)) {
            Some("") => return (code, Some(Currency::Words(code, code + 1))),
            Some(name) if letters => return (code, Some(Currency::Sign(name))),
            _ => {}
        }
    }
    (at, None)
}

/// What stands at a number's end: `(end, past, sort)`; none where the number is part of a word.
fn belonging(
    look: Look<'_>,
    number: Numeral,
    sign: Option<Currency>,
) -> Option<(usize, usize, Sort)> {
    let mut end = number.end;
    if sign.is_some() && look.glued(end) && matches!(look.str(end), "m" | "k" | "bn" | "M" | "K" | "b") {
        end += 1;
    }
    if let Some(currency) = sign {
        return Some((end, end, Sort::Money(currency)));
    }
    if look.hyphen(end) {
        return tied(look, end);
    }
    if look.str(end) == "%" || look.is(end, key!("percent")) || look.is(end, key!("pct"))
        || look.is(end, key!("percentage"))
    {
        return Some((end + 1, end + 1, Sort::Percent));
    }
    if look.is(end, key!("per")) && look.is(end + 1, key!("cent")) {
        return Some((end + 2, end + 2, Sort::Percent));
    }
    if let Some((from, to)) = currency_after(look, number) {
        return Some((end, to, Sort::Money(Currency::Words(from, to))));
    }
    if let Some((time, noun)) = time_after(look, end) {
        let age = look.is(noun + 1, key!("old"))
            || (look.is(noun + 1, key!("of")) && look.is(noun + 2, key!("age")));
        if age {
            return Some((end, noun + 2 + usize::from(!look.is(noun + 1, key!("old"))), Sort::Age));
        }
        return Some((end, noun + 1, Sort::Time(time, noun)));
    }
    Some((end, end, Sort::Bare))
}

/// A number tied by a hyphen: "five-year", "14-year-old", "51-member", "10-percent".
fn tied(look: Look<'_>, hyphen: usize) -> Option<(usize, usize, Sort)> {
    let word = hyphen + 1;
    let bare = Some((hyphen, hyphen, Sort::Bare));
    if look.time(word).is_some()
        && look.hyphen(word + 1)
        && [key!("old"), key!("olds")].contains(&look.key(word + 2))
    {
        return Some((hyphen, word + 3, Sort::Age));
    }
    if let Some(time) = look.time(word) {
        return Some((hyphen, word + 1, Sort::Time(time, word)));
    }
    if look.is(word, key!("percent")) {
        return Some((word + 1, word + 1, Sort::Percent));
    }
    if look.has(word, CURRENCY) {
        return Some((hyphen, word + 1, Sort::Money(Currency::Words(word, word + 1))));
    }
    if look.has(word, COUNTED | super::vocabulary::MEASURE) {
        return Some((hyphen, word + 1, Sort::Tied(word)));
    }
    let range = look.is_number(word)
        || look.word(word).is_some_and(|word| !matches!(word, Word::Part(..) | Word::Article))
        || [key!("to"), key!("or"), key!("and")].contains(&look.key(word));
    if range { bare } else { None }
}

/// "14 million rupees", "350,000 Swiss francs", "2,000 pa'anga ($": the currency's words.
fn currency_after(look: Look<'_>, number: Numeral) -> Option<(usize, usize)> {
    let start = number.end + usize::from(look.is(number.end, key!("of")));
    let mut at = number.end;
    let converted = |at: usize| {
        look.str(at) == "("
            && (at + 1..at + 4).any(|sign| look.has(sign, SIGN) || look.is(sign, key!("usd")))
    };
    for _ in 0..4 {
        if converted(at) && at > number.end {
            return Some((start, at));
        }
        if look.has(at, CURRENCY) {
            let sure = !look.has(at, DOUBTFUL_CURRENCY)
                || converted(at + 1)
                || number.value >= 10_000.0
                || look.is(at, key!("pounds")) && !look.is(at + 1, key!("of"));
            return sure.then_some((start, at + 1));
        }
        let code = look.is_word(at) && currency_code(look.key(at)).is_some_and(str::is_empty);
        if code && at == number.end && look.str(at).chars().all(char::is_uppercase) {
            return Some((start, at + 1));
        }
        if look.str(at) == "$" && at == number.end {
            return Some((at, at + 1));
        }
        if matches!(look.str(at), "€" | "£") && at == number.end {
            return Some((at, at + 1));
        }
        if !look.is_word(at) && !look.hyphen(at) || look.has(at, BOUNDARY) {
            return None;
        }
        at += 1;
    }
    None
}

/// "10 consecutive days": the time, past adjectives.
fn time_after(look: Look<'_>, end: usize) -> Option<(Time, usize)> {
    let mut at = end;
    while look.time(at).is_none() && look.has(at, TIME_ADJECTIVE) && at < end + 3 {
        at += 1 + usize::from(look.hyphen(at + 1));
    }
    let time = look.time(at)?;
    let holidays = (end..at).any(|word| {
        [key!("holiday"), key!("public"), key!("non"), key!("official")].contains(&look.key(word))
    });
    (!holidays && !(time == Time::Second && at > end)).then_some((time, at))
}

/// "two first", "hundred fifth": no.
fn ordinal_follows(look: Look<'_>, end: usize) -> bool {
    look.hyphen(end) && matches!(look.word(end + 1), Some(Word::Part(_, false)))
}

/// "several hundred", "a few thousand", "tens of", "many million".
fn vague(look: Look<'_>, at: usize) -> bool {
    [key!("several"), key!("few"), key!("many"), key!("hundreds"), key!("thousands"), key!("tens"), key!("unknown")]
        .contains(&look.key_before(at, 1))
        && look.word(at).is_some_and(|word| !matches!(word, Word::Small(_) | Word::Tens(_)))
}

/// "the first six months of the year", "in the previous two years": when, not how much.
fn span_of_report(look: Look<'_>, at: usize, end: usize) -> bool {
    if look.time(end).is_none() {
        return false;
    }
    let back = look.key_before(at, 1);
    let past = [key!("previous"), key!("past"), key!("last"), key!("preceding"), key!("prior"), key!("recent")];
    if past.contains(&back) {
        return look.had(at, 2, DETERMINER) || look.key_before(at, 2) == key!("over");
    }
    let part = [key!("first"), key!("final"), key!("last"), key!("initial"), key!("next")].contains(&back)
        && look.is(end + 1, key!("of"))
        && (look.is_number(end + 2) || look.is(end + 3, key!("year")) || look.is_number(end + 3)
            || look.is(end + 2, key!("fiscal")));
    let before = [key!("preceding"), key!("prior"), key!("leading")].contains(&look.key(end + 1))
        && look.had(at, 1, DETERMINER);
    part || before || look.is(end + 1, key!("ago"))
}

/// Joins neighbours that make a range.
fn ranges(look: Look<'_>, singles: &[Amount]) -> Vec<Amount> {
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
    while look.hyphen(from) && to > from + 1 {
        from += 1;
    }
    let words = to.checked_sub(from)?;
    let converted = of_range
        && matches!(low.sort, Sort::Money(Currency::Sign(_)))
        && (1..=3).any(|back| low.start >= back && look.str(low.start - back) == "(");
    let between = converted || opened_by(look, low.start, key!("between"));
    let from_to = opened_by(look, low.start, key!("from"));
    let to_word = look.is(from, key!("to")) || look.is(from, key!("through")) || look.is(from, key!("until"));
    let years = |at: usize| look.has(at, AGE) || look.has(at, DETERMINER) || look.is(at, key!("of"));
    let linked = match words {
        1 => {
            to_word
                || look.dash(from)
                || (between && (look.is(from, key!("and")) || look.is(from, key!("or"))))
                || (look.is(from, key!("or")) && neighbours(low, high))
        }
        2 => (to_word && (look.is(from + 1, key!("age")) || look.hyphen(from + 1) || from_to && look.has(from + 1, DETERMINER)))
            || (between && look.is(from, key!("and")) && years(from + 1))
            || (from_to && look.is(from, key!("up")) && look.is(from + 1, key!("to"))),
        3 => {
            let percent_of = (between && look.is(from, key!("and")) || to_word) && years(from + 1) && years(from + 2);
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
        (Sort::Time(a, noun), Sort::Time(b, _)) => {
            (low.low, tidy(high.low * b.in_units_of(a)), Sort::Time(a, noun))
        }
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
        let passed = look.has(before, DETERMINER | AGE | super::vocabulary::ADVERB)
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
    (1..=9).any(|back| look.had(start, back, CHANGE))
        && !(1..=9).any(|back| [key!("range"), key!("ranged"), key!("ranges"), key!("ranging"), key!("varied"), key!("varying")].contains(&look.key_before(start, back)))
}

/// "a vote of 59 to 11".
fn ends_vote(look: Look<'_>, low: Amount, high: Amount) -> bool {
    low.sort == Sort::Bare
        && high.sort == Sort::Bare
        && (1..=3).any(|back| {
            [key!("vote"), key!("voted"), key!("ruled"), key!("votes")].contains(&look.key_before(low.start, back))
        })
}

/// "six and four years", "10, 15, or 20 percent": the last one's noun serves all.
fn lend(look: Look<'_>, amounts: &mut [Amount]) {
    for at in (1..amounts.len()).rev() {
        let (before, after) = amounts.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let aged = look.had(first.start, 1, AGE) || look.key_before(first.start, 1) == key!("of") && look.had(first.start, 2, AGE);
        if aged || first.sort != Sort::Bare || second.sort == Sort::Bare || second.high.is_some() && first.high.is_some() {
            continue;
        }
        let lends = matches!(second.sort, Sort::Percent | Sort::Time(..) | Sort::Age | Sort::Money(_));
        let gap = first.past..second.start;
        let joined = gap.len() <= 6
            && !gap.is_empty()
            && gap.clone().all(|word| {
                matches!(look.str(word), "," | "-" | "–")
                    || [key!("and"), key!("or"), key!("up"), key!("to"), key!("instead"), key!("of"), key!("for"), key!("at"), key!("least"), key!("not"), key!("more"), key!("than"), key!("from"), key!("between"), key!("respectively"), key!("over"), key!("a"), key!("in")]
                        .contains(&look.key(word))
            });
        let opens_list = look.str(first.past) == ","
            && !look.is(first.past + 1, key!("and")) && !look.is(first.past + 1, key!("or"))
            && !matches!(second.sort, Sort::Time(..) | Sort::Percent | Sort::Age) ;
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
