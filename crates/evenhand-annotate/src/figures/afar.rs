//! Bounds that stand away from their number: "the minimum age is 18", "limited to three", "may not
//! be held for more than 10 days". In: an amount in its place; out: the qualifier its clause gives
//! it. Reads back to the clause's beginning, never over a semicolon or "but".

use super::amount::{Amount, Sort};
use super::bounds::Bound;
use super::look::Look;
use super::vocabulary::{AGE, AUXILIARY, CHANGE, DETERMINER, NEGATION, PREPOSITION, VERB};
use crate::key;
use evenhand_report::Qualifier;

/// "may not hold a suspect for more than 10 days" is a ceiling; "may not earn less than" a floor.
pub(super) fn negated(look: Look<'_>, sort: Sort, bound: &mut Bound) {
    let turned = match bound.qualifier {
        Qualifier::MoreThan => Qualifier::AtMost,
        Qualifier::LessThan if !bound.age => Qualifier::AtLeast,
        _ => return,
    };
    let mut at = bound.start;
    for _ in 0..24 {
        let Some(before) = at.checked_sub(1) else {
            return;
        };
        at = before;
        if matches!(look.str(at), ";" | "." | ":" | "(")
            || look.is(at, key!("but"))
            || look.is(at, key!("who"))
            || look.is(at, key!("that")) && !look.had(at, 1, PREPOSITION)
        {
            return;
        }
        let not = look.is(at, key!("not")) && look.had(at, 1, AUXILIARY)
            || look.is(at, key!("cannot"))
            || look.is(at, key!("never"));
        if not {
            let modal = keys!("may can could shall must should would might will");
            let allowed = keys!("allow permit authorize exceed let").contains(&look.key(at + 1));
            if look.is(at, key!("cannot")) || modal.contains(&look.key_before(at, 1)) || allowed {
                bound.qualifier = turned;
            }
            return;
        }
        let barred = keys!("prohibits prohibited prohibiting forbids bans bars");
        if barred.contains(&look.key(at))
            && turned == Qualifier::AtMost
            && matches!(sort, Sort::Time(..))
        {
            bound.qualifier = turned;
            return;
        }
        if look.has(at, NEGATION)
            && look.is(at, key!("no"))
            && turned == Qualifier::AtMost
            && (at + 1..bound.start).any(|word| {
                look.is(word, key!("may"))
                    || look.is(word, key!("shall"))
                    || look.is(word, key!("can"))
                    || look.is(word, key!("could"))
            })
        {
            bound.qualifier = turned;
            return;
        }
    }
}

/// "the minimum age is 18", "maximum penalty of 16 years", "limits the workday to seven hours",
/// "estimates placed their number at 1,500".
pub(super) fn from_afar(
    look: Look<'_>,
    amount: &Amount,
    bound: &Bound,
    floor: usize,
    age_before: bool,
) -> Option<Qualifier> {
    let link = bound.start.checked_sub(1)?;
    let is = look.has(link, AUXILIARY);
    let to = look.is(link, key!("to"));
    let at_word = look.is(link, key!("at"));
    let carried = age_before
        && (look.is(link, key!("and")) || look.is(link, key!("or")) || look.str(link) == ",");
    let linked = is
        || to
        || at_word
        || carried
        || keys!("of as for remained from").contains(&look.key(link));
    if !linked || amount.sort == Sort::Percent && !to && !is {
        return None;
    }
    let mut at = link + 1;
    let mut comma = false;
    for back in 1..28 {
        at = at.checked_sub(1)?;
        if look.str(at) == ")" {
            at = (at.saturating_sub(12)..at)
                .rev()
                .find(|open| look.str(*open) == "(")?;
            continue;
        }
        if matches!(look.str(at), ";" | "." | "(") || look.is(at, key!("but")) {
            return None;
        }
        comma |= look.str(at) == ",";
        let key = look.key(at);
        let crossed = at < floor && !(carried || to);
        if !crossed && key == key!("minimum") {
            return holds(look, at, link).then_some(Qualifier::AtLeast);
        }
        if !crossed && key == key!("maximum") {
            return holds(look, at, link).then_some(Qualifier::AtMost);
        }
        let limits = keys!(
            "limited limits limit limiting restricts restricted restrict restricting capped caps"
        );
        if to && limits.contains(&key) {
            return Some(Qualifier::AtMost);
        }
        let limit = keys!("limit restriction cap ceiling");
        if !crossed && limit.contains(&key) && (is || at_word || look.is(link, key!("of"))) {
            return Some(Qualifier::AtMost);
        }
        let estimate = keys!("estimate estimates").contains(&key) && !look.is(link, key!("were"))
            || key == key!("estimated") && (at_word || look.had(at, 1, DETERMINER));
        if !crossed
            && !comma
            && estimate
            && (is || at_word)
            && back < 16
            && amount.sort != Sort::Percent
        {
            return Some(Qualifier::About);
        }
        if look.has(at, AGE)
            && bound.start == amount.start
            && (is || to || at_word || carried || look.is(link, key!("as")))
            && legal_age(look, at)
        {
            return Some(Qualifier::AtLeast);
        }
        let marriage = keys!("marry married marriage consent retire");
        if at_word && back < 8 && marriage.contains(&key) && amount.sort == Sort::Bare {
            return Some(Qualifier::AtLeast);
        }
    }
    None
}

/// The bound belongs to this number: what stands between is its noun phrase, not a new thought.
fn holds(look: Look<'_>, cue: usize, link: usize) -> bool {
    if cue + 1 < link && look.is(cue + 1, key!("number")) && look.is(cue + 2, key!("of")) {
        return false;
    }
    !(cue..link).any(|word| look.has(word, VERB) && !look.has(word, CHANGE))
}

/// "the legal age for marriage", "age of consent", "the working age".
fn legal_age(look: Look<'_>, age: usize) -> bool {
    let legal = (1..=4).any(|back| {
        keys!("legal minimum voting working consent statutory consensual retirement pensionable marriageable").contains(&look.key_before(age, back))
    });
    let purpose = keys!("of for at").contains(&look.key(age + 1))
        && !look.is_number(age + 2)
        && look.word(age + 2).is_none();
    legal || purpose
}
