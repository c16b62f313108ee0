//! Parts of a whole in words: "half", "two-thirds", "one in five". In: a place in the sentence;
//! out: the share as a percentage and where it ends. What the share is of is for the rules.

use super::look::Look;
use super::numeral::{Numeral, digits, numeral, tidy};
use super::terms::Word;
use super::vocabulary::{AUXILIARY, DETERMINER, PREPOSITION, RANKING};
use crate::key;

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
    let ordinal = keys!("first second other latter last and in one every next previous eastern western northern southern a former past this better").contains(&back);
    if ordinal && !(back == key!("and") && look.is(next, key!("of"))) {
        return None;
    }
    let share = look.is(next, key!("of"))
        || look.is(next, key!("("))
        || look.has(next, DETERMINER) && look.word(next) != Some(Word::Article)
        || look.has(next, AUXILIARY)
        || (look.is(next, key!("as"))
            && !look.has(next + 1, RANKING | PREPOSITION)
            && look.is(next + 2, key!("as")));
    let bounded = keys!("than least nearly almost approximately about to roughly over")
        .contains(&back)
        && !look.is_number(next)
        && look.time(next).is_none()
        && look.word(next).is_none();
    (share || bounded).then_some(next)
}
