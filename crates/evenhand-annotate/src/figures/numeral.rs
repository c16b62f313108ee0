//! Numbers as they are written: "1,234.5", "twenty-one", "two hundred", "1.2 million", "a dozen",
//! "two and a half", and parts of a whole: "half", "two-thirds", "one in five".
//! In: a place in the sentence; out: the value and where the number ends. Knows nothing of what
//! the number counts, nor whether it counts at all.

use super::look::Look;
use super::terms::Word;

use crate::key;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// One past its last token.
    pub(super) end: usize,
    /// What it comes to.
    pub(super) value: f64,
    /// It opens with digits.
    pub(super) digits: bool,
    /// Only digits: no "million", no "dozen".
    pub(super) bare: bool,
}

/// The number that begins at `at`.
pub(super) fn numeral(look: Look<'_>, at: usize) -> Option<Numeral> {
    if look.is_number(at) {
        let (mut end, mut value) = spaced(look, at, digits(look.str(at))?);
        let bare_end = end;
        (end, value) = halves(look, end, value);
        (end, value) = scaled(look, end, value);
        return Some(Numeral {
            end,
            value,
            digits: true,
            bare: end == bare_end,
        });
    }
    let (end, value) = match look.word(at)? {
        Word::Half => half_a(look, at)?,
        Word::Small(_) | Word::Tens(_) | Word::Article => cardinal(look, at)?,
        Word::Hundred | Word::Scale(_) | Word::Dozen | Word::Part(..) | Word::Twice => return None,
    };
    Some(Numeral {
        end,
        value,
        digits: false,
        bare: false,
    })
}

/// The value of a token of digits: "1,234", "1,23,456", "1.234.567", "3,5" (of a million), "0.7".
pub(super) fn digits(text: &str) -> Option<f64> {
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    let groups_of_three = |mark: char| text.split(mark).skip(1).all(|group| group.len() == 3);
    let plain = match (commas, points) {
        (_, 2..) if commas == 0 && groups_of_three('.') => text.replace('.', ""),
        (_, 2..) => return None,
        (1, 0) if !groups_of_three(',') => text.replace(',', "."),
        (0, _) => return text.parse().ok(),
        _ => text.replace(',', ""),
    };
    plain.parse().ok()
}

/// "12 500": thousands set apart by a space, as UN texts have them.
fn spaced(look: Look<'_>, at: usize, first: f64) -> (usize, f64) {
    let mut end = at + 1;
    let mut value = first;
    if look.str(at).len() > 3 || first < 1.0 {
        return (end, value);
    }
    while look.is_number(end)
        && !look.glued(end)
        && look.str(end).len() == 3
        && look.str(end).bytes().all(|byte| byte.is_ascii_digit())
    {
        value = value * 1_000.0 + digits(look.str(end)).unwrap_or(0.0);
        end += 1;
    }
    (end, value)
}

/// "million", "hundred thousand", "dozen" after a number; also tied by a hyphen.
pub(super) fn scaled(look: Look<'_>, mut end: usize, mut value: f64) -> (usize, f64) {
    loop {
        let at = if look.hyphen(end) { end + 1 } else { end };
        let by = match look.word(at) {
            Some(Word::Hundred) => 100.0,
            Some(Word::Scale(by)) => by,
            Some(Word::Dozen) => 12.0,
            _ => return (end, value),
        };
        value = tidy(value * by);
        end = at + 1;
    }
}

/// "and a half", "and one-half", "-and-a-half" after a number.
fn halves(look: Look<'_>, end: usize, value: f64) -> (usize, f64) {
    let tie = |at: usize| usize::from(look.hyphen(at));
    let and = end + tie(end);
    if !look.is(and, key!("and")) {
        return (end, value);
    }
    let one = and + 1 + tie(and + 1);
    if !matches!(look.word(one), Some(Word::Article | Word::Small(1))) {
        return (end, value);
    }
    let half = one + 1 + tie(one + 1);
    match look.word(half) {
        Some(Word::Half) => (half + 1, value + 0.5),
        Some(Word::Part(4, false)) => (half + 1, value + 0.25),
        _ => (end, value),
    }
}

/// "half a million", "half a dozen", "half-dozen".
fn half_a(look: Look<'_>, at: usize) -> Option<(usize, f64)> {
    let mut next = at + 1;
    if look.hyphen(next) || look.word(next) == Some(Word::Article) {
        next += 1;
    }
    match look.word(next)? {
        Word::Dozen => Some((next + 1, 6.0)),
        Word::Hundred => Some((next + 1, 50.0)),
        Word::Scale(by) => Some((next + 1, by / 2.0)),
        _ => None,
    }
}

/// A number in words.
fn cardinal(look: Look<'_>, start: usize) -> Option<(usize, f64)> {
    let mut total = 0.0_f64;
    let mut current = 0.0_f64;
    let mut last: Option<Word> = None;
    let mut at = start;
    let mut end = start;
    let mut scale = f64::INFINITY;
    while let Some(word) = look.word(at) {
        let fits = match (word, last) {
            (Word::Small(_) | Word::Tens(_), None) => true,
            (Word::Article, None) => matches!(
                look.word(at + 1),
                Some(Word::Hundred | Word::Scale(_) | Word::Dozen)
            ),
            (Word::Small(n), Some(Word::Tens(_))) => n > 0 && n < 10,
            (Word::Small(_) | Word::Tens(_), Some(Word::Hundred | Word::Scale(_))) => true,
            (Word::Hundred, Some(Word::Small(_) | Word::Tens(_) | Word::Article)) => true,
            (Word::Scale(_) | Word::Dozen, Some(last)) => !matches!(last, Word::Dozen),
            _ => false,
        };
        if !fits {
            break;
        }
        match word {
            Word::Small(n) | Word::Tens(n) => current += f64::from(n),
            Word::Article => current = 1.0,
            Word::Hundred => current *= 100.0,
            Word::Dozen => current *= 12.0,
            Word::Scale(by) => {
                // "two million five thousand" adds, "two hundred thousand million" multiplies.
                total = if by < scale && scale.is_finite() {
                    total + current * by
                } else {
                    (total + current) * by
                };
                current = 0.0;
                scale = by;
            }
            Word::Half | Word::Part(..) | Word::Twice => {}
        }
        last = Some(word);
        end = at + 1;
        at = next_word(look, end, word);
    }
    last?;
    let (end, value) = halves(look, end, total + current);
    let (end, value) = match look.word(end) {
        Some(Word::Scale(by)) if value.fract() > 0.0 => (end + 1, value * by),
        _ => (end, value),
    };
    Some((end, value))
}

/// Where the next word of a number would stand: past a hyphen, or past "and" after a hundred.
fn next_word(look: Look<'_>, end: usize, last: Word) -> usize {
    if look.hyphen(end) {
        return end + 1;
    }
    let small = matches!(look.word(end + 1), Some(Word::Small(_) | Word::Tens(_)));
    if look.is(end, key!("and")) && small && matches!(last, Word::Hundred | Word::Scale(_)) {
        return end + 1;
    }
    end
}

/// Rounds away what binary fractions add ("1.2 million" is 1200000).
pub(super) fn tidy(value: f64) -> f64 {
    // Above a milliard the sixth decimal is beyond what a double holds.
    if value.abs() >= 1e9 {
        let whole = value.round();
        return if (whole - value).abs() < 1e-3 {
            whole
        } else {
            value
        };
    }
    let rounded = (value * 1e6).round() / 1e6;
    if (rounded - value).abs() < 1e-6 * value.abs().max(1.0) {
        rounded
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::{digits, numeral};
    use crate::figures::look::Look;
    use crate::figures::share::part;
    use crate::tokens::Words;
    use proptest::prelude::*;

    fn value(text: &str) -> Option<f64> {
        let words = Words::of(text);
        let look = Look::new(&words);
        numeral(look, 0)
            .filter(|number| number.end == look.len())
            .map(|number| number.value)
    }

    fn share(text: &str) -> Option<f64> {
        let words = Words::of(text);
        part(Look::new(&words), 0).map(|number| number.value)
    }

    /// A number below a billion in words.
    fn spelled(n: u32) -> String {
        const SMALL: [&str; 20] = [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ];
        const TENS: [&str; 10] = [
            "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        ];
        let rest = |n: u32, by: u32, joint: &str| match n % by {
            0 => String::new(),
            rest => format!("{joint}{}", spelled(rest)),
        };
        match n {
            0..20 => SMALL[n as usize].to_owned(),
            20..100 => format!("{}{}", TENS[(n / 10) as usize], rest(n, 10, "-")),
            100..1_000 => format!("{} hundred{}", spelled(n / 100), rest(n, 100, " and ")),
            1_000..1_000_000 => format!("{} thousand{}", spelled(n / 1_000), rest(n, 1_000, " ")),
            _ => format!(
                "{} million{}",
                spelled(n / 1_000_000),
                rest(n, 1_000_000, " ")
            ),
        }
    }

    proptest! {
        #[test]
        fn numbers_in_words_parse_back(n in prop_oneof![1_u32..2_000, 1_u32..999_999_999]) {
            prop_assert_eq!(value(&spelled(n)), Some(f64::from(n)), "{}", spelled(n));
        }

        #[test]
        fn numbers_with_commas_parse_back(n in 0_u32..1_000, m in 0_u32..1_000) {
            prop_assert_eq!(digits(&format!("{n},{m:03}")), Some(f64::from(n * 1_000 + m)));
        }
    }

    #[test]
    fn mixed_and_vague_forms() {
        for (text, wanted) in [
            ("1.2 million", 1_200_000.0),
            ("half a million", 500_000.0),
            ("half a dozen", 6.0),
            ("a hundred", 100.0),
            ("two dozen", 24.0),
            ("two and a half", 2.5),
            ("two and one-half", 2.5),
            ("one and a half million", 1_500_000.0),
            ("12 500", 12_500.0),
            ("1,00,000", 100_000.0),
            ("1.000.000", 1_000_000.0),
            ("five hundred thousand", 500_000.0),
            ("3.5-million", 3_500_000.0),
        ] {
            assert_eq!(value(text), Some(wanted), "{text}");
        }
        for (text, wanted) in [
            ("half of", 50.0),
            ("two-thirds", 66.7),
            ("a quarter of", 25.0),
            ("one in five", 20.0),
            ("nine out of 10", 90.0),
            ("one-half", 50.0),
        ] {
            assert_eq!(share(text), Some(wanted), "{text}");
        }
        assert_eq!(share("half a million"), None);
        assert_eq!(share("a third country"), None);
        assert_eq!(value("hundreds"), None);
    }
}
