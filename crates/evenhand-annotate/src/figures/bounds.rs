//! How a number is bounded or blurred: "more than", "up to", "or older", also from afar: "the
//! minimum age is", "limited to". In: an amount in its place; out: its qualifier and how far the
//! figure's words reach. Does not look at what is counted.

use super::amount::{Amount, Sort};
use super::vocabulary::{
    ADVERB, AGE, AUXILIARY, BOUNDARY, CHANGE, DETERMINER, Endings, JOINER, Look, MORE, NEGATION,
    PREPOSITION, VERB,
};
use crate::key;
use evenhand_report::Qualifier;
use std::sync::LazyLock;

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

/// What a phrase before a number makes of it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cue {
    /// A bound or a blur.
    Is(Qualifier),
    /// The same, and the number is an age.
    Aged(Qualifier),
    /// "an average of".
    Average,
    /// "a total of": belongs to the words, says nothing.
    Plain,
    /// "between": the same, where a range follows.
    Opens,
}

static BEFORE: LazyLock<Endings<Cue>> = LazyLock::new(|| {
    use Cue::{Aged, Average, Is, Opens, Plain};
    use Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};
    Endings::new(&[
        ("at least", Is(AtLeast)),
        ("no fewer than", Is(AtLeast)),
        ("not fewer than", Is(AtLeast)),
        ("no less than", Is(AtLeast)),
        ("not less than", Is(AtLeast)),
        ("nothing less than", Is(AtLeast)),
        ("a minimum of", Is(AtLeast)),
        ("minimum of", Is(AtLeast)),
        ("minimum", Is(AtLeast)),
        ("a minimum", Is(AtLeast)),
        ("as few as", Is(AtLeast)),
        ("as low as", Is(AtLeast)),
        ("as little as", Is(AtLeast)),
        ("as young as", Aged(AtLeast)),
        ("starting at", Is(AtLeast)),
        ("starting from", Is(AtLeast)),
        ("not below", Is(AtLeast)),
        ("not lower than", Is(AtLeast)),
        ("no lower than", Is(AtLeast)),
        ("no earlier than", Is(AtLeast)),
        ("no younger than", Aged(AtLeast)),
        ("not younger than", Aged(AtLeast)),
        ("upon reaching", Is(AtLeast)),
        ("a minimum period of", Is(AtLeast)),
        ("more than", Is(MoreThan)),
        ("over", Is(MoreThan)),
        ("above", Is(MoreThan)),
        ("exceeding", Is(MoreThan)),
        ("exceeded", Is(MoreThan)),
        ("exceeds", Is(MoreThan)),
        ("surpassed", Is(MoreThan)),
        ("surpassing", Is(MoreThan)),
        ("exceed", Is(MoreThan)),
        ("in excess of", Is(MoreThan)),
        ("excess of", Is(MoreThan)),
        ("greater than", Is(MoreThan)),
        ("larger than", Is(MoreThan)),
        ("higher than", Is(MoreThan)),
        ("longer than", Is(MoreThan)),
        ("older than", Aged(MoreThan)),
        ("later than", Is(MoreThan)),
        ("beyond", Is(MoreThan)),
        ("upward of", Is(MoreThan)),
        ("upwards of", Is(MoreThan)),
        ("up to", Is(AtMost)),
        ("up until", Is(AtMost)),
        ("upto", Is(AtMost)),
        ("no more than", Is(AtMost)),
        ("not more than", Is(AtMost)),
        ("nor more than", Is(AtMost)),
        ("never more than", Is(AtMost)),
        ("at most", Is(AtMost)),
        ("at the most", Is(AtMost)),
        ("a maximum of", Is(AtMost)),
        ("maximum of", Is(AtMost)),
        ("maximum", Is(AtMost)),
        ("a maximum", Is(AtMost)),
        ("a maximum period of", Is(AtMost)),
        ("a maximum term of", Is(AtMost)),
        ("as many as", Is(AtMost)),
        ("as much as", Is(AtMost)),
        ("as long as", Is(AtMost)),
        ("as high as", Is(AtMost)),
        ("as late as", Is(AtMost)),
        ("as large as", Is(AtMost)),
        ("not to exceed", Is(AtMost)),
        ("not exceed", Is(AtMost)),
        ("cannot exceed", Is(AtMost)),
        ("never exceed", Is(AtMost)),
        ("not exceeding", Is(AtMost)),
        ("without exceeding", Is(AtMost)),
        ("no longer than", Is(AtMost)),
        ("not longer than", Is(AtMost)),
        ("no later than", Is(AtMost)),
        ("not later than", Is(AtMost)),
        ("no greater than", Is(AtMost)),
        ("not greater than", Is(AtMost)),
        ("no higher than", Is(AtMost)),
        ("not higher than", Is(AtMost)),
        ("no older than", Aged(AtMost)),
        ("not older than", Aged(AtMost)),
        ("within", Is(AtMost)),
        ("within the first", Is(AtMost)),
        ("limited to", Is(AtMost)),
        ("restricted to", Is(AtMost)),
        ("capped at", Is(AtMost)),
        ("limit of", Is(AtMost)),
        ("cap of", Is(AtMost)),
        ("ceiling of", Is(AtMost)),
        ("by age", Aged(AtMost)),
        ("until age", Aged(AtMost)),
        ("until", Is(AtMost)),
        ("through age", Aged(AtMost)),
        ("until the age of", Aged(AtMost)),
        ("up to age", Aged(AtMost)),
        ("up to the age of", Aged(AtMost)),
        ("less than", Is(LessThan)),
        ("fewer than", Is(LessThan)),
        ("lower than", Is(LessThan)),
        ("smaller than", Is(LessThan)),
        ("shorter than", Is(LessThan)),
        ("under", Is(LessThan)),
        ("below", Is(LessThan)),
        ("younger than", Aged(LessThan)),
        ("under age", Aged(LessThan)),
        ("under the age of", Aged(LessThan)),
        ("below the age of", Aged(LessThan)),
        ("below age", Aged(LessThan)),
        ("over age", Aged(MoreThan)),
        ("over the age of", Aged(MoreThan)),
        ("above the age of", Aged(MoreThan)),
        ("above age", Aged(MoreThan)),
        ("before age", Aged(LessThan)),
        ("before the age of", Aged(LessThan)),
        ("before turning", Aged(LessThan)),
        ("before reaching", Is(LessThan)),
        ("before reaching the age of", Aged(LessThan)),
        ("before they turned", Aged(LessThan)),
        ("before they reach", Is(LessThan)),
        ("by the age of", Aged(LessThan)),
        ("from between", Opens),
        ("after age", Aged(AtLeast)),
        ("after the age of", Aged(AtLeast)),
        ("from age", Aged(AtLeast)),
        ("from the age of", Aged(AtLeast)),
        ("beginning at age", Aged(AtLeast)),
        ("starting at age", Aged(AtLeast)),
        ("approximately", Is(About)),
        ("about", Is(About)),
        ("around", Is(About)),
        ("roughly", Is(About)),
        ("some", Is(About)),
        ("nearly", Is(About)),
        ("almost", Is(About)),
        ("virtually", Is(About)),
        ("circa", Is(About)),
        ("estimated", Is(About)),
        ("an estimated", Is(About)),
        ("estimated at", Is(About)),
        ("estimated to be", Is(About)),
        ("estimated at between", Is(About)),
        ("estimate of", Is(About)),
        ("estimates of", Is(About)),
        ("close to", Is(About)),
        ("closer to", Is(About)),
        ("an approximate", Is(About)),
        ("approximate", Is(About)),
        ("approaching", Is(About)),
        ("in the region of", Is(About)),
        ("on the order of", Is(About)),
        ("in the range of", Is(About)),
        ("in the vicinity of", Is(About)),
        ("believed to be", Is(About)),
        ("thought to be", Is(About)),
        ("an average of", Average),
        ("average of", Average),
        ("on average", Average),
        ("average", Average),
        ("averaging", Average),
        ("averaged", Average),
        ("an average", Average),
        ("a total of", Plain),
        ("total of", Plain),
        ("a record", Plain),
        ("another", Plain),
        ("an additional", Plain),
        ("additional", Plain),
        ("a further", Plain),
        ("a combined", Plain),
        ("a combined total of", Plain),
        ("between", Opens),
        ("from", Opens),
        ("anywhere from", Opens),
        ("anywhere between", Opens),
        ("ranging from", Opens),
    ])
});

/// What follows a number or its noun.
static AFTER: LazyLock<Vec<(Vec<u64>, Cue)>> = LazyLock::new(|| {
    use Cue::{Aged, Is};
    use Qualifier::{About, AtLeast, AtMost};
    [
        ("or more", Is(AtLeast)),
        ("and more", Is(AtLeast)),
        ("or older", Aged(AtLeast)),
        ("and older", Aged(AtLeast)),
        ("or over", Is(AtLeast)),
        ("and over", Is(AtLeast)),
        ("or above", Is(AtLeast)),
        ("and above", Is(AtLeast)),
        ("or higher", Is(AtLeast)),
        ("or greater", Is(AtLeast)),
        ("or longer", Is(AtLeast)),
        ("and up", Is(AtLeast)),
        ("and upward", Is(AtLeast)),
        ("and upwards", Is(AtLeast)),
        ("at least", Is(AtLeast)),
        ("at a minimum", Is(AtLeast)),
        ("minimum", Is(AtLeast)),
        ("or less", Is(AtMost)),
        ("or fewer", Is(AtMost)),
        ("or lower", Is(AtMost)),
        ("or under", Is(AtMost)),
        ("and under", Is(AtMost)),
        ("or younger", Aged(AtMost)),
        ("and younger", Aged(AtMost)),
        ("or below", Is(AtMost)),
        ("and below", Is(AtMost)),
        ("at most", Is(AtMost)),
        ("at the most", Is(AtMost)),
        ("maximum", Is(AtMost)),
        ("or so", Is(About)),
    ]
    .into_iter()
    .map(|(phrase, cue)| {
        let keys = phrase.split(' ').map(crate::tokens::key_of).collect();
        (keys, cue)
    })
    .collect()
});

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
    negated(look, &mut bound);
    if bound.qualifier == Qualifier::Exact
        && let Some(qualifier) =
            entitled(look, amount, &mut bound).or_else(|| from_afar(look, amount, &bound, floor, age_before))
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
            if [key!("maximum"), key!("cap"), key!("limit"), key!("ceiling")].contains(&key) {
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
                [key!("residence"), key!("residency"), key!("service"), key!("marriage"), key!("employment")]
                    .contains(&look.key(at))
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
        if roles & (DETERMINER | ADVERB | MORE) != 0 && open {
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
        && !look.had(at, 1, DETERMINER | AUXILIARY | PREPOSITION | JOINER | ADVERB)
        && !matches!(look.kind(at - 1), Some(crate::tokens::Kind::Possessive | crate::tokens::Kind::Mark))
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
        places = [amount.end, amount.past, close.map_or(0, |close| close + 1), 0, 0];
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
        let Some((keys, cue)) = hit.filter(|(keys, _)| keys.len() > 1 || !look.hyphen(amount.end)) else {
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

/// "may not hold a suspect for more than 10 days" is a ceiling; "may not earn less than" a floor.
fn negated(look: Look<'_>, bound: &mut Bound) {
    let turned = match bound.qualifier {
        Qualifier::MoreThan => Qualifier::AtMost,
        Qualifier::LessThan if !bound.age => Qualifier::AtLeast,
        _ => return,
    };
    let mut at = bound.start;
    for _ in 0..24 {
        let Some(before) = at.checked_sub(1) else { return };
        at = before;
        if matches!(look.str(at), ";" | "." | ":" | "(") || look.is(at, key!("but")) || look.is(at, key!("who")) || look.is(at, key!("that")) && !look.had(at, 1, PREPOSITION) {
            return;
        }
        let not = look.is(at, key!("not")) && look.had(at, 1, AUXILIARY)
            || look.is(at, key!("cannot"))
            || look.is(at, key!("never"));
        if not {
            let modal = [
                key!("may"), key!("can"), key!("could"), key!("shall"), key!("must"), key!("should"),
                key!("would"), key!("might"), key!("will"),
            ];
            if look.is(at, key!("cannot")) || modal.contains(&look.key_before(at, 1)) {
                bound.qualifier = turned;
            }
            return;
        }
        if look.has(at, NEGATION) && look.is(at, key!("no")) && turned == Qualifier::AtMost
            && (at + 1..bound.start).any(|word| look.is(word, key!("may")) || look.is(word, key!("shall")) || look.is(word, key!("can")) || look.is(word, key!("could")))
        {
            bound.qualifier = turned;
            return;
        }
    }
}

/// "the minimum age is 18", "maximum penalty of 16 years", "limits the workday to seven hours",
/// "estimates placed their number at 1,500".
fn from_afar(
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
    let linked = is || to || at_word || carried
        || [key!("of"), key!("as"), key!("for"), key!("remained"), key!("from")].contains(&look.key(link));
    if !linked || amount.sort == Sort::Percent && !to && !is {
        return None;
    }
    let mut at = link + 1;
    let mut comma = false;
    for back in 1..28 {
        at = at.checked_sub(1)?;
        if look.str(at) == ")" {
            at = (at.saturating_sub(12)..at).rev().find(|open| look.str(*open) == "(")?;
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
        let limits = [
            key!("limited"), key!("limits"), key!("limit"), key!("limiting"), key!("restricts"),
            key!("restricted"), key!("restrict"), key!("restricting"), key!("capped"), key!("caps"),
        ];
        if to && limits.contains(&key) {
            return Some(Qualifier::AtMost);
        }
        let limit = [key!("limit"), key!("restriction"), key!("cap"), key!("ceiling")];
        if !crossed && limit.contains(&key) && (is || at_word || look.is(link, key!("of"))) {
            return Some(Qualifier::AtMost);
        }
        let estimate = [key!("estimate"), key!("estimates")].contains(&key)
            && !look.is(link, key!("were"))
            || key == key!("estimated") && (at_word || look.had(at, 1, DETERMINER));
        if !crossed && !comma && estimate && (is || at_word) && back < 16 && amount.sort != Sort::Percent {
            return Some(Qualifier::About);
        }
        if look.has(at, AGE) && bound.start == amount.start && (is || to || at_word || carried || look.is(link, key!("as")))
            && legal_age(look, at)
        {
            return Some(Qualifier::AtLeast);
        }
        let marriage = [key!("marry"), key!("married"), key!("marriage"), key!("consent"), key!("retire")];
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
        [
            key!("legal"), key!("minimum"), key!("voting"), key!("working"), key!("consent"), key!("statutory"),
            key!("consensual"), key!("retirement"), key!("pensionable"), key!("marriageable"),
        ]
        .contains(&look.key_before(age, back))
    });
    let purpose = [key!("of"), key!("for"), key!("at")].contains(&look.key(age + 1))
        && !look.is_number(age + 2)
        && look.word(age + 2).is_none();
    legal || purpose
}
