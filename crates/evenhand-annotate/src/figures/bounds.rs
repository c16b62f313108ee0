//! How a number is bounded or blurred: "more than", "up to", "or older", also from afar: "the
//! minimum age is", "limited to". In: an amount in its place; out: its qualifier and how far the
//! figure's words reach. Does not look at what is counted.

use super::amount::{Amount, Sort};
use super::vocabulary::{ADVERB, AGE, AUXILIARY, DETERMINER, Endings, Look, MORE, NEGATION};
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
}

static BEFORE: LazyLock<Endings<Cue>> = LazyLock::new(|| {
    use Cue::{Aged, Average, Is, Plain};
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
        ("between", Plain),
        ("from", Plain),
        ("anywhere from", Plain),
        ("anywhere between", Plain),
        ("ranging from", Plain),
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
pub(super) fn bound(look: Look<'_>, amount: &Amount, floor: usize) -> Bound {
    let mut bound = Bound {
        start: amount.start,
        end: amount.end,
        qualifier: Qualifier::Exact,
        age: amount.sort == Sort::Age,
        average: false,
    };
    words_before(look, floor, &mut bound);
    words_after(look, amount, &mut bound);
    if amount.high.is_some() && !matches!(bound.qualifier, Qualifier::Exact) {
        // "more than 10 to 15" does not occur; "an estimated 10 to 15" is a range all the same.
        bound.qualifier = Qualifier::Range;
    } else if amount.high.is_some() {
        bound.qualifier = Qualifier::Range;
    } else {
        negated(look, &mut bound);
        if bound.qualifier == Qualifier::Exact {
            if let Some(qualifier) = from_afar(look, amount, &bound, floor) {
                bound.qualifier = qualifier;
            }
        }
    }
    bound
}

fn words_before(look: Look<'_>, floor: usize, bound: &mut Bound) {
    loop {
        if let Some((from, cue)) = BEFORE.before(look, bound.start)
            && from >= floor
        {
            bound.start = from;
            match cue {
                Cue::Is(qualifier) => outer(bound, qualifier),
                Cue::Aged(qualifier) => {
                    outer(bound, qualifier);
                    bound.age = true;
                }
                Cue::Average => bound.average = true,
                Cue::Plain => {}
            }
            continue;
        }
        let Some(before) = bound.start.checked_sub(1).filter(|before| *before >= floor) else {
            return;
        };
        let roles = look.roles(before);
        if roles & AGE != 0 {
            bound.age = true;
            bound.start = before;
            continue;
        }
        // "the age of 18", "approximately a 50 percent", "up to a maximum of".
        let of_age = look.is(before, key!("of")) && look.had(before, 1, AGE);
        if of_age && before > floor {
            bound.age = true;
            bound.start = before - 1;
            continue;
        }
        if roles & DETERMINER != 0 && before > floor {
            let reaches = BEFORE.before(look, before).is_some_and(|(from, cue)| {
                from >= floor && !matches!(cue, Cue::Plain | Cue::Average)
            });
            if reaches {
                bound.start = before;
                continue;
            }
        }
        if roles & (ADVERB | MORE) != 0 {
            let more_to_come = BEFORE
                .before(look, before)
                .is_some_and(|(from, _)| from >= floor);
            if more_to_come
                || bound.start < bound.end
                    && bound.qualifier != Qualifier::Exact
                    && roles & ADVERB != 0
            {
                bound.start = before;
                continue;
            }
        }
        return;
    }
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
    // Right after the number, after its noun, or after "years of age".
    let places = [amount.end, amount.past, amount.past + 1, amount.past + 2];
    for (n, place) in places.into_iter().enumerate() {
        if n >= 2 && (!look.is_word(place - 1) || look.has(place - 1, super::vocabulary::BOUNDARY))
        {
            break;
        }
        let hit = AFTER.iter().find(|(keys, _)| {
            keys.iter()
                .enumerate()
                .all(|(on, key)| look.key(place + on) == *key)
        });
        let Some((keys, cue)) = hit else { continue };
        // "10 or more serious crimes" still bounds; "two persons or more"; but not "or more than".
        if look.is(place + keys.len(), key!("than")) {
            continue;
        }
        let number_follows = look.is_number(place + keys.len());
        if number_follows {
            continue;
        }
        match cue {
            Cue::Is(qualifier) => bound.qualifier = *qualifier,
            Cue::Aged(qualifier) => {
                bound.qualifier = *qualifier;
                bound.age = true;
            }
            Cue::Average | Cue::Plain => {}
        }
        bound.end = bound.end.max(place + keys.len());
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
    for _ in 0..16 {
        let Some(before) = at.checked_sub(1) else {
            return;
        };
        at = before;
        if matches!(look.str(at), ";" | "." | ":" | "(")
            || look.is(at, key!("but"))
            || look.is(at, key!("who"))
            || look.is(at, key!("that")) && !look.is(at, key!("not"))
        {
            return;
        }
        let not = look.is(at, key!("not")) && look.had(at, 1, AUXILIARY)
            || look.is(at, key!("cannot"))
            || look.is(at, key!("never"));
        if not {
            let modal = [
                key!("may"),
                key!("can"),
                key!("could"),
                key!("shall"),
                key!("must"),
                key!("should"),
                key!("would"),
                key!("might"),
                key!("will"),
            ];
            if look.is(at, key!("cannot")) || modal.contains(&look.key_before(at, 1)) {
                bound.qualifier = turned;
            }
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

/// "the minimum age is 18", "maximum penalty of 16 years", "limits the workday to seven hours".
fn from_afar(look: Look<'_>, amount: &Amount, bound: &Bound, floor: usize) -> Option<Qualifier> {
    let link = bound.start.checked_sub(1)?;
    // "the 10-hour maximum", "a 46-hour monthly cap"
    if (amount.past..amount.past + 4).any(|word| {
        [key!("maximum"), key!("cap"), key!("limit"), key!("ceiling")].contains(&look.key(word))
    }) && (amount.end..amount.past + 2).any(|word| look.hyphen(word))
    {
        return Some(Qualifier::AtMost);
    }
    if (amount.past..amount.past + 3).any(|word| look.is(word, key!("minimum")))
        && look.hyphen(amount.end)
    {
        return Some(Qualifier::AtLeast);
    }
    let linked = look.has(link, AUXILIARY)
        || [
            key!("of"),
            key!("to"),
            key!("at"),
            key!("as"),
            key!("for"),
            key!("and"),
            key!("or"),
            key!("remained"),
            key!("equals"),
            key!("from"),
            key!("is"),
            key!(","),
        ]
        .contains(&look.key(link))
        || look.str(link) == "(";
    if !linked {
        return None;
    }
    let mut at = link + 1;
    let mut limited = look.is(link, key!("to"));
    for _ in 0..22 {
        let before = at.checked_sub(1)?;
        at = before;
        if matches!(look.str(at), ";" | ".") || look.is(at, key!("but")) {
            return None;
        }
        if at < floor {
            // Another figure lies between: only "14 for … and 18 for …" carries the bound on.
            limited &= look.is(link, key!("to"));
        }
        let key = look.key(at);
        if key == key!("minimum") || key == key!("minimums") {
            return holds(look, at, link).then_some(Qualifier::AtLeast);
        }
        if key == key!("maximum") {
            return holds(look, at, link).then_some(Qualifier::AtMost);
        }
        if limited
            && [
                key!("limited"),
                key!("limits"),
                key!("limit"),
                key!("limiting"),
                key!("restricts"),
                key!("restricted"),
                key!("restrict"),
                key!("restricting"),
                key!("capped"),
                key!("caps"),
            ]
            .contains(&key)
        {
            return Some(Qualifier::AtMost);
        }
        if [
            key!("limit"),
            key!("restriction"),
            key!("cap"),
            key!("ceiling"),
        ]
        .contains(&key)
            && (look.has(link, AUXILIARY) || look.is(link, key!("of")) || look.is(link, key!("at")))
        {
            return Some(Qualifier::AtMost);
        }
        if look.has(at, AGE) && bound.start == amount.start && legal_age(look, at, link) {
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
    let verbs = (cue..link)
        .filter(|word| look.has(*word, super::vocabulary::VERB) || matches!(look.str(*word), ";"))
        .count();
    verbs == 0
}

/// "the legal age for marriage is", "age of consent was", "set the working age at".
fn legal_age(look: Look<'_>, age: usize, link: usize) -> bool {
    let set = look.has(link, AUXILIARY)
        || look.is(link, key!("at"))
        || look.is(link, key!("to"))
        || look.is(link, key!("as"));
    let legal = (1..=4).any(|back| {
        [
            key!("legal"),
            key!("minimum"),
            key!("voting"),
            key!("working"),
            key!("consent"),
            key!("statutory"),
            key!("consensual"),
            key!("retirement"),
            key!("pensionable"),
            key!("marriageable"),
        ]
        .contains(&look.key_before(age, back))
    });
    let of = look.is(age + 1, key!("of"))
        || look.is(age + 1, key!("for"))
        || look.is(age + 1, key!("at"));
    set && (legal || of)
        && !look.has(
            age + 1,
            super::vocabulary::BOUNDARY & !super::vocabulary::PREPOSITION,
        )
        || set && legal
}
