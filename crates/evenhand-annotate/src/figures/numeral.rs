//! Numbers as they are written: "1,234.5", "twenty-one", "two hundred", "1.2 million", "a dozen",
//! "two and a half", and parts of a whole: "half", "two-thirds", "one in five".
//! In: a place in the sentence; out: the value and where the number ends. Knows nothing of what
//! the number counts, nor whether it counts at all.

use super::vocabulary::{Look, PREPOSITION, RANKING, Word};
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
        Word::Hundred
        | Word::Scale(_)
        | Word::Dozen
        | Word::Part(..)
        | Word::Twice => return None,
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
fn scaled(look: Look<'_>, mut end: usize, mut value: f64) -> (usize, f64) {
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
    loop {
        let Some(word) = look.word(at) else { break };
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
                total = (total + current) * by;
                current = 0.0;
                if by < 1e6 && total >= 1e9 {
                    return None;
                }
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

/// The part of a whole that begins at `at`, as a percentage: "half", "a third", "two-thirds",
/// "one in five", "2/3".
pub(super) fn part(look: Look<'_>, at: usize) -> Option<Numeral> {
    let found = |end, value: f64| {
        Some(Numeral {
            end,
            value: tidy((value * 10.0).round() / 10.0),
            digits: look.is_number(at),
            bare: false,
        })
    };
    if look.word(at) == Some(Word::Half) {
        return half(look, at).and_then(|end| found(end, 50.0));
    }
    if look.is_number(at) && look.str(at + 1) == "/" && look.glued(at + 1) && look.glued(at + 2) {
        let (over, under) = (digits(look.str(at))?, digits(look.str(at + 2))?);
        let whole = look.is(at + 3, key!("of")) || look.is(at + 3, key!("majority"));
        let fits = under <= 10.0 && over < under && over > 0.0;
        return (whole && fits).then(|| found(at + 3, 100.0 * over / under))?;
    }
    let count = match look.word(at) {
        Some(Word::Small(n @ 1..=9)) => f64::from(n),
        Some(Word::Article) => 1.0,
        _ if look.is_number(at) => digits(look.str(at))?,
        _ => return None,
    };
    let article = look.word(at) == Some(Word::Article);
    let tied = look.hyphen(at + 1);
    let name = if tied { at + 2 } else { at + 1 };
    match look.word(name) {
        Some(Word::Half) if !article && count == 1.0 => return found(name + 1, 50.0),
        Some(Word::Part(of, plural)) if !look.is_number(at) => {
            let whole = look.is(name + 1, key!("of")) || look.is(name + 1, key!("("));
            let sure = whole || (tied && (plural || !article)) || (plural && count > 1.0);
            let whole_follows = !look.hyphen(name + 1) || plural;
            return (sure && whole_follows && count < f64::from(of))
                .then(|| found(name + 1, 100.0 * count / f64::from(of)))?;
        }
        _ => {}
    }
    if article {
        return None;
    }
    in_every(look, at + 1, count).and_then(|(end, of)| found(end, 100.0 * count / of))
}

/// "in five", "in every 10", "out of 10": the end and the whole.
fn in_every(look: Look<'_>, at: usize, count: f64) -> Option<(usize, f64)> {
    let out_of = look.is(at, key!("out")) && look.is(at + 1, key!("of"));
    let mut next = match () {
        () if look.is(at, key!("in")) => at + 1,
        () if out_of => at + 2,
        () => return None,
    };
    let every = look.is(next, key!("every"));
    if every {
        next += 1;
    }
    let whole = numeral(look, next)?;
    let round = whole.value == 10.0 || whole.value == 100.0 || whole.value == 1_000.0;
    let sure = if out_of {
        every || round || count == 1.0
    } else {
        whole.value <= 20.0 || round
    };
    (sure && count < whole.value && whole.value.fract() == 0.0).then_some((whole.end, whole.value))
}

/// "half" as a share: "half of", "more than half the", "half (28)", "half were".
fn half(look: Look<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    if look.glued(at) || look.hyphen(next) {
        return None;
    }
    let back = look.key_before(at, 1);
    let ordinal = [
        key!("first"), key!("second"), key!("other"), key!("latter"), key!("last"), key!("and"),
        key!("in"), key!("one"), key!("every"), key!("next"), key!("previous"), key!("eastern"),
        key!("western"), key!("northern"), key!("southern"), key!("a"), key!("former"),
        key!("past"), key!("this"), key!("better"),
    ]
    .contains(&back);
    if ordinal && !(back == key!("and") && look.is(next, key!("of"))) {
        return None;
    }
    let share = look.is(next, key!("of")) || look.is(next, key!("("))
        || look.has(next, super::vocabulary::DETERMINER) && look.word(next) != Some(Word::Article)
        || look.has(next, super::vocabulary::AUXILIARY)
        || (look.is(next, key!("as")) && !look.has(next + 1, RANKING | PREPOSITION)
            && look.is(next + 2, key!("as")));
    let bounded = [key!("than"), key!("least"), key!("nearly"), key!("almost"),
        key!("approximately"), key!("about"), key!("to"), key!("roughly"), key!("over")]
    .contains(&back)
        && !look.is_number(next)
        && look.time(next).is_none()
        && look.word(next).is_none();
    (share || bounded).then_some(next)
}

/// Rounds away what binary fractions add ("1.2 million" is 1200000).
pub(super) fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e6).round() / 1e6;
    if (rounded - value).abs() < 1e-6 * value.abs().max(1.0) {
        rounded
    } else {
        value
    }
}
