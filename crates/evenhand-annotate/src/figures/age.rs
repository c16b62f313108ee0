//! `age`: "14-year-old", "ages 6 to 15", "younger than 18", "the minimum age is 16": how old
//! somebody is or must be.

use super::amount::Sort;
use super::look::Look;
use super::terms::Time;
use super::vocabulary::{AGE, AUXILIARY, BOUNDARY, DETERMINER, PERSON, PREPOSITION};
use super::{Place, Taken, noun, page};
use crate::key;
use evenhand_report::{FigureKind, Qualifier, RulePage};

/// The rule's page.
pub(super) const PAGE: RulePage = page("age", include_str!("../../rules/figures/age.md"));

/// Takes ages.
pub(super) fn take(place: &Place<'_>) -> Option<Taken> {
    let Place {
        look,
        amount,
        bound,
        ..
    } = *place;
    let spoken = match amount.sort {
        Sort::Age => true,
        Sort::Time(Time::Year | Time::Month, _) => {
            let alone = stands_alone(look, amount.past) && !look.is(amount.past, key!("of"));
            bound.age || years_of_persons(place) || alone && set_as_age(place)
        }
        Sort::Bare => {
            let alone = stands_alone(look, bound.end);
            bound.age
                || alone
                    && (by_then(place)
                        || of_persons(place)
                        || set_as_age(place)
                        || in_list(place)
                        || reached(place))
                || beside_name(place)
        }
        _ => false,
    };
    if !spoken || amount.low > 130.0 {
        return None;
    }
    Some(Taken {
        kind: FigureKind::Age,
        unit: whose(place),
    })
}

/// No noun follows that the number could count.
fn stands_alone(look: Look<'_>, at: usize) -> bool {
    !look.is_word(at) || look.has(at, BOUNDARY & !DETERMINER) || look.is(at, key!("each"))
}

/// "half by the age of 15, the rest by 18": an age among ages.
fn by_then(place: &Place<'_>) -> bool {
    let back = place.look.key_before(place.bound.start, 1);
    place.amount.low < 100.0
        && keys!("by before at").contains(&back)
        && place
            .earlier
            .iter()
            .any(|figure| figure.kind == FigureKind::Age)
}

/// "girls between 15 and 19 years", "boys 10 to 14 years".
fn years_of_persons(place: &Place<'_>) -> bool {
    let Place {
        look,
        bound,
        amount,
        ..
    } = *place;
    amount.high.is_some() && look.had(bound.start, 1, PERSON) && !look.is(amount.past, key!("in"))
}

/// "children under five", "women 15 to 49", "persons over 65".
fn of_persons(place: &Place<'_>) -> bool {
    let Place {
        look,
        bound,
        amount,
        ..
    } = *place;
    let person = look.had(bound.start, 1, PERSON)
        || look.had(bound.start, 1, AUXILIARY) && look.had(bound.start, 2, PERSON);
    let limit = matches!(
        bound.qualifier,
        Qualifier::LessThan | Qualifier::MoreThan | Qualifier::Range | Qualifier::AtLeast
    );
    person
        && limit
        && amount.low < 100.0
        && !look.had(bound.start, 1, AUXILIARY)
        && amount.high.is_none_or(|high| high < 121.0)
}

/// "the minimum age for marriage is 18", "designates 18 as the minimum age".
fn set_as_age(place: &Place<'_>) -> bool {
    let Place {
        look,
        bound,
        amount,
        ..
    } = *place;
    if amount.low > 90.0 {
        return false;
    }
    if look.is(amount.end, key!("as")) && (amount.end..amount.end + 6).any(|at| look.has(at, AGE)) {
        return true;
    }
    let Some(link) = bound.start.checked_sub(1) else {
        return false;
    };
    let linked =
        look.has(link, AUXILIARY) || keys!("at to as from remained of").contains(&look.key(link));
    let follows =
        (look.is(link, key!("and")) || look.is(link, key!("or")) || look.str(link) == ",")
            && place
                .earlier
                .last()
                .is_some_and(|figure| figure.kind == FigureKind::Age);
    (linked || follows) && age_word(look, bound.start).is_some()
}

/// The word "age" before `start` in the same clause.
fn age_word(look: Look<'_>, start: usize) -> Option<usize> {
    (1..=22)
        .map_while(|back| start.checked_sub(back))
        .take_while(|at| !matches!(look.str(*at), ";" | "."))
        .find(|at| look.has(*at, AGE))
}

/// "ages 14 and 15", "ages 17, 15, and 12".
fn in_list(place: &Place<'_>) -> bool {
    let Place {
        look, bound, floor, ..
    } = *place;
    bound.start > floor
        && bound.start - floor <= 2
        && (floor..bound.start)
            .all(|at| look.str(at) == "," || look.is(at, key!("and")) || look.is(at, key!("or")))
        && place
            .earlier
            .last()
            .is_some_and(|figure| figure.kind == FigureKind::Age)
}

/// "turned 18", "may marry at 16".
fn reached(place: &Place<'_>) -> bool {
    let Place {
        look,
        bound,
        amount,
        ..
    } = *place;
    if !(5.0..100.0).contains(&amount.low) {
        return false;
    }
    let back = look.key_before(bound.start, 1);
    let reached = look.key_before(amount.start, 1);
    let reaching = keys!("reaching reach reaches").contains(&reached) && amount.low < 31.0;
    if reaching || keys!("turned turn turning turns").contains(&back) {
        return true;
    }
    let life = keys!("marry married marries marriage retire retirement consent");
    back == key!("at") && (1..=8).any(|back| life.contains(&look.key_before(bound.start, back)))
}

/// "Amina Diallo, 14,": an age beside a name.
fn beside_name(place: &Place<'_>) -> bool {
    let Place {
        look,
        bound,
        amount,
        ..
    } = *place;
    let Some(comma) = bound.start.checked_sub(1) else {
        return false;
    };
    let named = comma >= 2
        && look.str(comma) == ","
        && (look.capital(comma - 1)
            && look.is_word(comma - 1)
            && look.capital(comma - 2)
            && look.is_word(comma - 2)
            || look.has(comma - 1, PERSON) && !look.plural(comma - 1))
        && !look.has(comma - 1, super::vocabulary::MONTH);
    named
        && amount.high.is_none()
        && bound.qualifier == Qualifier::Exact
        && matches!(look.str(amount.end), "," | ")")
        && (2.0..110.0).contains(&amount.low)
}

/// Of whom the age is told.
fn whose(place: &Place<'_>) -> String {
    let Place {
        look,
        amount,
        bound,
        ..
    } = *place;
    let past = bound.end.max(amount.past);
    if look.is(amount.past - 1, key!("olds")) {
        return place.words((amount.past - 3, amount.past));
    }
    if amount.sort == Sort::Age
        && look.hyphen(amount.end)
        && let Some(found) = noun::after(look, past, true)
    {
        return place.words(found);
    }
    if amount.sort == Sort::Age && look.hyphen(amount.end) {
        return place.words((amount.end + 1, amount.past));
    }
    if look.is(past, key!("for"))
        && age_word(look, bound.start).is_some()
        && let Some(found) = noun::after(look, past + 1, true)
    {
        return place.words(found);
    }
    let link = bound.start.saturating_sub(1);
    let told = look.has(link, AUXILIARY) || keys!("at to as").contains(&look.key(link));
    if told
        && !bound.age
        && let Some(age) = age_word(look, bound.start)
    {
        return place.words(age_phrase(look, age, link));
    }
    if look.is(amount.end, key!("as"))
        && let Some(age) = (amount.end..amount.end + 6).find(|at| look.has(*at, AGE))
    {
        return place.words(age_phrase(look, age, look.len()));
    }
    // Past "age", "the age of", which may stand outside the figure's words.
    let mut start = bound.start;
    while look.had(start, 1, AGE | DETERMINER)
        || look.key_before(start, 1) == key!("of") && look.had(start, 2, AGE)
    {
        start -= 1;
    }
    let link = start.saturating_sub(1);
    let beside = look.has(link, PERSON | AUXILIARY)
        || look.str(link) == "," && look.capital(link.saturating_sub(1));
    let near = noun::before(look, start, place.floor.min(start));
    let persons = || noun::persons(look, bound.start, 0);
    let found = if beside {
        near.or_else(persons)
    } else {
        persons().or(near)
    };
    found
        .or_else(|| noun::before(look, bound.start, 0))
        .or_else(|| noun::after(look, past, true))
        .map(|found| place.words(found))
        .or_else(|| place.earlier_unit(FigureKind::Age))
        .unwrap_or_default()
}

/// "legal minimum age for marriage": the word age with what makes it specific.
fn age_phrase(look: Look<'_>, age: usize, limit: usize) -> noun::Stretch {
    let mut start = age;
    while start > 0 && look.is_word(start - 1) && !look.has(start - 1, BOUNDARY) && age - start < 3
    {
        start -= 1;
    }
    let mut end = age + 1;
    if look.has(end, PREPOSITION)
        && end < limit
        && let Some((_, inner)) = noun::after(look, end + 1, true)
    {
        end = inner.min(limit);
    }
    (start, noun::shortened(look, start, end))
}
