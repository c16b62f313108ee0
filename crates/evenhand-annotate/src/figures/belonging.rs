//! What belongs to a number where it stands: the currency before or after it, the percent sign,
//! the time, the noun tied to it by a hyphen. In: a number's place; out: its sort and its reach.

use super::amount::{Amount, Currency, Sort, amount};
use super::look::Look;
use super::numeral::{self, Numeral};
use super::terms::{Time, Word, currency_code};
use super::vocabulary::{
    BOUNDARY, COUNTED, CURRENCY, DOUBTFUL_CURRENCY, MEASURE, SIGN, TIME_ADJECTIVE,
};
use crate::key;

/// "D50,000 ($1,060)": letters written onto the number stand for a currency.
pub(super) fn lettered(look: Look<'_>, at: usize) -> Option<Amount> {
    let code = at.checked_sub(2)?;
    let joined = look.str(at - 1) == "," && look.glued(at - 1) && look.glued(at);
    if !joined || !look.is_number(at) || !look.is_word(code) {
        return None;
    }
    let letters = look
        .str(code)
        .trim_end_matches(|ch: char| ch.is_ascii_digit());
    let digits = look.str(code).strip_prefix(letters)?;
    let known = letters.chars().all(char::is_uppercase)
        && !letters.is_empty()
        && letters.len() <= 3
        && !digits.is_empty()
        && digits.len() <= 3;
    if !known || look.str(at).len() < 3 {
        return None;
    }
    let value = numeral::digits(&format!("{digits},{}", look.str(at)))?;
    let number = Numeral {
        end: at + 1,
        value,
        digits: true,
        bare: true,
    };
    let end = numeral::scaled(look, number.end, value);
    Some(amount(
        code,
        end.0,
        end.1,
        Sort::Money(Currency::Words(code, at + 1)),
    ))
}

/// A currency sign or code right before the number: where the figure begins, and the currency.
pub(super) fn sign_before(look: Look<'_>, at: usize) -> (usize, Option<Currency>) {
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
    let code = if pointed {
        before.saturating_sub(1)
    } else {
        before
    };
    let written = look.str(code);
    let capital = look.capital(code) && (written.len() <= 4) && written.len() > 1;
    let upper = written.chars().all(char::is_uppercase);
    let letters = matches!(
        written,
        "Rs" | "Rp" | "Tk" | "Gs" | "Ksh" | "KSh" | "TSh" | "USh" | "RM"
    );
    if capital && look.is_word(code) && (letters || upper) && !look.hyphen(code + 1) {
        match currency_code(look.key(code)) {
            Some("") => return (code, Some(Currency::Words(code, code + 1))),
            Some(name) if letters => return (code, Some(Currency::Sign(name))),
            _ => {}
        }
    }
    // "KM 300 ($164)": letters that only the conversion shows to be a currency.
    let short = upper && capital && look.is_word(code) && code == before;
    if short && look.str(at + 1) == "(" && (at + 2..at + 5).any(|sign| look.has(sign, SIGN)) {
        return (code, Some(Currency::Words(code, code + 1)));
    }
    (at, None)
}

/// What stands at a number's end: `(end, past, sort)`; none where the number is part of a word.
pub(super) fn belonging(
    look: Look<'_>,
    number: Numeral,
    sign: Option<Currency>,
) -> Option<(usize, usize, Sort)> {
    let mut end = number.end;
    if sign.is_some()
        && look.glued(end)
        && matches!(look.str(end), "m" | "k" | "bn" | "M" | "K" | "b")
    {
        end += 1;
    }
    if let Some(currency) = sign {
        return Some((end, end, Sort::Money(currency)));
    }
    if look.hyphen(end) {
        return tied(look, end);
    }
    if look.str(end) == "%"
        || look.is(end, key!("percent"))
        || look.is(end, key!("pct"))
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
            return Some((
                end,
                noun + 2 + usize::from(!look.is(noun + 1, key!("old"))),
                Sort::Age,
            ));
        }
        return Some((end, noun + 1, Sort::Time(time, noun)));
    }
    Some((end, end, Sort::Bare))
}

/// A number tied by a hyphen: "five-year", "14-year-old", "51-member", "10-percent".
fn tied(look: Look<'_>, hyphen: usize) -> Option<(usize, usize, Sort)> {
    let word = hyphen + 1;
    let bare = Some((hyphen, hyphen, Sort::Bare));
    // "12-, 14-, and 18-hour": the noun comes later.
    if !look.is_word(word) && !look.is_number(word) {
        return bare;
    }
    if look.time(word).is_some()
        && look.hyphen(word + 1)
        && keys!("old olds").contains(&look.key(word + 2))
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
        return Some((
            hyphen,
            word + 1,
            Sort::Money(Currency::Words(word, word + 1)),
        ));
    }
    if look.has(word, COUNTED | MEASURE) {
        return Some((hyphen, word + 1, Sort::Tied(word)));
    }
    let range = look.is_number(word)
        || look
            .word(word)
            .is_some_and(|word| !matches!(word, Word::Part(..) | Word::Article))
        || keys!("to or and").contains(&look.key(word));
    if range { bare } else { None }
}

/// "14 million rupees", "350,000 Swiss francs", "2,000 pa'anga ($": the currency's words.
fn currency_after(look: Look<'_>, number: Numeral) -> Option<(usize, usize)> {
    let start = number.end + usize::from(look.is(number.end, key!("of")));
    let converted = |at: usize| {
        look.str(at) == "("
            && (at + 1..at + 4).any(|sign| look.has(sign, SIGN) || look.is(sign, key!("usd")))
    };
    for at in number.end..number.end + 4 {
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
            let noun = usize::from(look.has(at + 1, CURRENCY));
            return Some((start, at + 1 + noun));
        }
        if at == number.end && look.has(at, SIGN) {
            return Some((at, at + 1));
        }
        if !look.is_word(at) && !look.hyphen(at) || look.has(at, BOUNDARY) {
            return None;
        }
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
    let holidays =
        (end..at).any(|word| keys!("holiday public non official").contains(&look.key(word)));
    let adjective_only = time == Time::Second && at > end;
    (!holidays && !adjective_only).then_some((time, at))
}
