//! Numbers that count nothing: dates, years, times of the day, articles and other labels,
//! telephone numbers, numbers in names. In: a number in its place; out: whether to leave it alone,
//! and up to where. Decides by the words around the number, never by what country they name.

use super::numeral::Numeral;

use super::look::Look;
use super::terms::currency_code;
use super::vocabulary::{
    ADVERB, AUXILIARY, BOUNDARY, DETERMINER, LABEL, MONTH, PREPOSITION, PROPER_LABEL, TELEPHONE,
};

use crate::key;

use crate::tokens::Kind;

/// Where a number that counts nothing ends (one past its last token); none for one that may count.
pub(super) fn passed_over(look: Look<'_>, at: usize, number: Numeral) -> Option<usize> {
    if !number.digits {
        return (labelled_word(look, at, number) || the_two(look, at, number))
            .then_some(number.end);
    }
    written_together(look, at)
        .or_else(|| clock(look, at, number))
        .or_else(|| label(look, at, number))
        .or_else(|| date(look, at))
        .or_else(|| year(look, at, number))
}

/// "COVID-19", "15th", "1990s", "9/11", "10:30", "116-111": digits tied to something.
fn written_together(look: Look<'_>, at: usize) -> Option<usize> {
    let next = look.str(at + 1);
    let tied = look.glued(at + 1);
    if look.glued(at) {
        let before = at.checked_sub(1)?;
        let to_letters = before.checked_sub(1).is_some_and(|word| look.is_word(word));
        if look.hyphen(before) && to_letters && !counts_after_hyphen(look, before - 1) {
            return Some(at + 1);
        }
        if matches!(
            look.str(before),
            "#" | "/" | "@" | "×" | "_" | "№" | "=" | "&"
        ) {
            return Some(at + 1);
        }
    }
    if !tied {
        return None;
    }
    if next == "×" {
        return Some(at + 1);
    }
    if look.is_word(at + 1) {
        let unit = matches!(
            next,
            "km" | "m"
                | "mm"
                | "cm"
                | "kg"
                | "k"
                | "K"
                | "M"
                | "bn"
                | "mn"
                | "USD"
                | "EUR"
                | "percent"
                | "sqm"
        );
        return (!unit).then_some(at + 2);
    }
    let digits_follow = look.is_number(at + 2) && look.glued(at + 2);
    // "sections 1.c."
    if next == "." && look.glued(at + 2) && look.is_word(at + 2) && look.str(at + 2).len() == 1 {
        return Some(at + 3);
    }
    if matches!(next, "/" | ":" | "'" | "’") && digits_follow {
        let mut end = at + 3;
        while matches!(look.str(end), "/" | ":" | "-") && look.glued(end) && look.is_number(end + 1)
        {
            end += 2;
        }
        return Some(end);
    }
    let further = look.hyphen(at + 3) && look.is_number(at + 4);
    (look.hyphen(at + 1) && digits_follow && further).then_some(at + 5)
}

/// "under-18", "over-60", "between", "mid-": a word whose number after the hyphen still counts.
fn counts_after_hyphen(look: Look<'_>, word: usize) -> bool {
    keys!("under over to and or above aged").contains(&look.key(word)) || look.word(word).is_some()
}

/// "10 p.m.", also the first of "between 7 and 9 p.m.".
fn clock(look: Look<'_>, at: usize, number: Numeral) -> Option<usize> {
    let hour = |at: usize| {
        matches!(
            look.str(at),
            "a.m" | "p.m" | "a.m." | "p.m." | "am" | "pm" | "o'clock" | "o’clock" | "AM" | "PM"
        )
    };
    if number.value > 24.0 {
        return None;
    }
    if hour(number.end) {
        return Some(number.end + 1);
    }
    let joined = look.dash(number.end) || keys!("and to or").contains(&look.key(number.end));
    let other = number.end + 1;
    (joined && look.is_number(other) && hour(other + 1))
        .then_some(other)
        .or_else(|| {
            (joined && look.is_number(other) && look.str(other + 1) == ":").then_some(other)
        })
        .map(|end| end.max(at + 1))
}

/// "article 12", "Branch 6", "No. 5", "Articles 8, 10 and 16", "Mada 100.8 FM".
fn label(look: Look<'_>, at: usize, number: Numeral) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let pointed = look.str(before) == "." && look.glued(before);
    let word = if pointed {
        before.checked_sub(1)?
    } else {
        before
    };
    let roles = look.roles(word);
    let capital = look.capital(word);
    let no = look.is(word, key!("no")) || look.is(word, key!("art"));
    let counted = !look.has(number.end, BOUNDARY)
        && !look.capital(number.end)
        && (look.plural(number.end) || look.plural(number.end + 1) && look.is_word(number.end));
    let named = (roles & LABEL != 0 && (!no || pointed || capital))
        || (roles & PROPER_LABEL != 0
            && capital
            && !counted
            && (!pointed || look.str(word).len() < 5));
    let named = named
        || keys!("grade grades number").contains(&look.key(word))
            && !look.is(number.end, key!("of"));
    if named && number.value < 1e6 && !look.is(number.end, key!("percent")) {
        // "The law 15 members drafted" does not occur; "the rules 12 provinces" hardly.
        return Some(labels_end(look, number.end));
    }
    if look.has(word, TELEPHONE)
        && !look.is(word, key!("number"))
        && number.bare
        && number.value < 1e9
        && (!look.is_word(number.end) || look.has(number.end, BOUNDARY))
    {
        return Some(number.end);
    }
    if matches!(look.str(number.end), "FM" | "AM" | "MHz") {
        return Some(number.end + 1);
    }
    // "the Group of 77"
    if look.is(word, key!("of")) && look.had(word, 1, PROPER_LABEL) && look.capital(word - 1) {
        return Some(number.end);
    }
    let street = keys!("street avenue road boulevard square");
    if look.capital(number.end)
        && (number.end + 1..number.end + 3)
            .any(|at| look.capital(at) && street.contains(&look.key(at)))
    {
        return Some(number.end);
    }
    // "Lahav 433": a name goes on in digits where nothing to be counted follows.
    let name = capital
        && word > 0
        && look.is_word(word)
        && !pointed
        && !look.had(word, 1, PREPOSITION)
        && look.roles(word) & (MONTH | ADVERB | BOUNDARY) == 0
        && look.word(word).is_none();
    let nothing_follows = !look.is_word(number.end) || look.has(number.end, BOUNDARY);
    let sum = look.is(number.end, key!("percent"))
        || look.str(number.end) == "%"
        || currency_code(look.key(word)).is_some();
    (name
        && nothing_follows
        && !sum
        && number.bare
        && !look.str(at).contains(',')
        && number.value < 1900.0)
        .then_some(number.end)
}

/// The end of a list of numbers under one label: "sections 3, 4 and 12".
fn labels_end(look: Look<'_>, mut end: usize) -> usize {
    loop {
        let mut next = end;
        while next < end + 2
            && (matches!(look.str(next), "," | "-" | "–" | "(" | ")" | "/")
                || keys!("and or to through").contains(&look.key(next)))
        {
            next += 1;
        }
        let listed = next > end && look.is_number(next);
        let through = next > end
            && (look.dash(next - 1) || keys!("to through").contains(&look.key(next - 1)));
        if listed && through {
            end = next + 1;
            continue;
        }
        let counts = (look.is_word(next + 1) && !look.has(next + 1, BOUNDARY))
            || matches!(look.str(next + 1), "%" | "-");
        if !listed || counts {
            return end;
        }
        end = next + 1;
    }
}

/// "World War Two", "Zone Five", "grades one to seven": a number word in a name.
fn labelled_word(look: Look<'_>, at: usize, number: Numeral) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let graded = |at: usize| {
        keys!("grade grades tier level levels phase type category chapter class day")
            .contains(&look.key(at))
    };
    // A capital inside the sentence: "the Three Years Movement", "Channel One", "Group of Seven".
    let name = look.capital(at) && look.is_word(before);
    let list = keys!("to through and").contains(&look.key(before))
        && at > 2
        && look.word(at - 2).is_some()
        && graded(at - 3);
    name || graded(before) && !look.is_word(number.end)
        || graded(before) && look.has(number.end, BOUNDARY)
        || list
}

/// "The two were released": the number stands for persons already named.
fn the_two(look: Look<'_>, at: usize, number: Numeral) -> bool {
    (look.key_before(at, 1) == key!("the") || look.key_before(at, 1) == key!("these"))
        && look.key_before(at, 2) != key!("of")
        && number.value < 13.0
        && number.end == at + 1
        && (look.has(number.end, AUXILIARY)
            || matches!(look.str(number.end), "," | "." | ";" | ")" | "–")
            || look.kind(number.end) == Some(Kind::Possessive))
}

/// "March 8", "8 March", "May 12 and 15", "June 7-11".
fn date(look: Look<'_>, at: usize) -> Option<usize> {
    if !day(look, at) {
        return None;
    }
    let month = |at: usize| look.capital(at) && look.has(at, MONTH);
    let pointed = at
        .checked_sub(1)
        .is_some_and(|dot| look.str(dot) == "." && look.glued(dot));
    let back = if pointed { 2 } else { 1 };
    let after_month = at.checked_sub(back).is_some_and(month);
    if after_month {
        // "In March 12 persons": a month that opens an adverbial, and a counted noun.
        let counted = look.key_before(at, back + 1) == key!("in")
            && look.plural(at + 1)
            && !look.has(at + 1, BOUNDARY);
        return (!counted).then(|| days_end(look, at + 1));
    }
    let mut next = at + 1;
    loop {
        if month(next) {
            let may_be_verb =
                look.is(next, key!("may")) && look.is_word(next + 1) && !look.capital(next);
            return (!may_be_verb).then_some(next);
        }
        let joined = look.dash(next)
            || look.str(next) == ","
            || keys!("and to or").contains(&look.key(next));
        if joined && day(look, next + 1) && next < at + 8 {
            next += 2;
        } else {
            return None;
        }
    }
}

fn day(look: Look<'_>, at: usize) -> bool {
    look.is_number(at)
        && look.str(at).len() <= 2
        && super::numeral::digits(look.str(at)).is_some_and(|day| (1.0..=31.0).contains(&day))
}

/// The end of a list of days after a month: "May 12, 14, and 15".
fn days_end(look: Look<'_>, mut end: usize) -> usize {
    loop {
        let mut next = end;
        let comma = look.str(next) == ",";
        if comma {
            next += 1;
        }
        let word = look.dash(next) || keys!("and or to through until").contains(&look.key(next));
        if word {
            next += 1;
        }
        if next == end || !day(look, next) {
            return end;
        }
        if word && look.dash(next - 1) && look.glued(next) {
            end = next + 1;
            continue;
        }
        // "On May 12, 13 persons …" and "on May 12, 13 were held": the second number counts.
        let after = next + 1;
        let counts = match look.kind(after) {
            Some(Kind::Word) => {
                let noun = !look.has(after, BOUNDARY) && (word || !look.capital(after));
                noun || look.has(after, AUXILIARY) || (comma && !word)
            }
            Some(Kind::Mark) => {
                comma && !word && !matches!(look.str(after), "," | "-" | "–")
                    || matches!(look.str(after), "%")
                    || look.hyphen(after) && look.is_word(after + 1)
            }
            _ => false,
        };
        if counts {
            return end;
        }
        end = next + 1;
    }
}

/// "2019", "2019-20", "2005/06": four digits with no comma that nothing says are counted.
fn year(look: Look<'_>, at: usize, number: Numeral) -> Option<usize> {
    let text = look.str(at);
    let four = text.len() == 4
        && number.bare
        && (1200.0..2200.0).contains(&number.value)
        && number.end == at + 1;
    if !four {
        let second = at.checked_sub(2).is_some_and(|year| {
            look.dash(at - 1)
                && look.is_number(year)
                && look.str(year).len() == 4
                && !look.str(year).contains([',', '.'])
        });
        return (second && text.len() == 2 && number.bare).then_some(number.end);
    }
    let next = number.end;
    let percent = look.is(next, key!("percent")) || look.str(next) == "%";
    let counted_noun = look.is_word(next)
        && !look.capital(next)
        && (look.plural(next)
            || look.plural(next + 1) && look.is_word(next + 1) && !look.has(next, BOUNDARY))
        && !look.has(next, BOUNDARY);
    let bounded = keys!(
        "some than least approximately nearly almost estimated total exceeding exceeded over"
    );
    let bound = bounded.contains(&look.key_before(at, 1))
        || look.key_before(at, 1) == key!("to") && look.key_before(at, 2) == key!("up")
        || look.key_before(at, 1) == key!("of") && look.key_before(at, 2) == key!("total");
    let by_size =
        !(1900.0..=2060.0).contains(&number.value) && !look.had(at, 1, PREPOSITION | DETERMINER);
    if percent || counted_noun && (bound || by_size) {
        return None;
    }
    let end = if look.dash(next) && look.is_number(next + 1) && look.str(next + 1).len() <= 4 {
        next + 2
    } else {
        next
    };
    Some(end)
}
