//! What a number counts, as a short noun phrase of the sentence: the noun after it, the noun
//! before it, or that of an earlier figure. In: a place; out: words of the sentence, six at most.
//! There is no parser here: a phrase ends at the first word that cannot belong to it.

use super::look::Look;
use super::vocabulary::{
    ADVERB, ADVERBIAL, AGE, AUXILIARY, BOUNDARY, CHANGE, DETERMINER, FATE, JOINER, MORE, PERSON,
    PREPOSITION, PRONOUN, VERB,
};
use crate::key;
use crate::tokens::Kind;

/// The most words a unit has.
const LONGEST: usize = 6;

/// A stretch of tokens, `end` exclusive.
pub(super) type Stretch = (usize, usize);

/// The noun phrase that begins at `at` or after the articles there; with what it is "of".
/// `single`: the number is one, so no plural tells where the head stands.
pub(super) fn after(look: Look<'_>, at: usize, single: bool) -> Option<Stretch> {
    let (start, head_end) = simple(look, at, single)?;
    let mut end = head_end;
    if look.is(end, key!("of"))
        && let Some((_, inner)) = simple(look, end + 1, true)
        && words(look, start, inner) <= LONGEST + 2
    {
        end = inner;
    } else if look.is(end, key!("and"))
        && look.plural(end + 1)
        && !look.has(end + 1, BOUNDARY)
        && look.plural(end - 1)
        && (look.has(end + 2, BOUNDARY) || !look.is_word(end + 2))
    {
        end += 2;
    }
    Some((start, shortened(look, start, end)))
}

/// A noun phrase with no "of".
fn simple(look: Look<'_>, at: usize, single: bool) -> Option<Stretch> {
    let mut start = at;
    while look.has(start, DETERMINER | MORE)
        || look.is(start, key!("more"))
        || matches!(look.str(start), "“" | "\"" | "‘")
    {
        start += 1;
    }
    let mut end = start;
    let mut head = false;
    let mut seen = 0;
    let mut next = start;
    while seen < LONGEST + 1 {
        match look.kind(next) {
            Some(Kind::Word) => {
                let roles = look.roles(next);
                // "20 northern and southern provinces": adjectives joined before their noun.
                let joined = (look.is(next, key!("and")) || look.is(next, key!("or")))
                    && !head
                    && !single
                    && seen > 0
                    && seen < 3
                    && (next + 1..next + 4)
                        .take_while(|at| look.is_word(*at) && !look.has(*at, BOUNDARY))
                        .any(|at| look.plural(at));
                if joined {
                    next += 1;
                    continue;
                }
                let in_compound = next > start && look.hyphen(next - 1);
                let ends_phrase = (roles & BOUNDARY != 0 || roles & AGE != 0 && seen > 0)
                    && !in_compound
                    && !(roles & VERB != 0 && seen == 0)
                    && !(roles & PREPOSITION != 0 && look.hyphen(next + 1));
                if ends_phrase {
                    break;
                }
                let text = look.str(next);
                let plural = look.plural(next);
                let told = seen > 0
                    && (look.ends(next, "ed") && text.len() > 3
                        || text.ends_with("ly")
                        || look.ends(next, "ing") && head)
                    && !look.hyphen(next + 1)
                    && (head || (single && !text.ends_with("ly") && !noun_near(look, next + 1)));
                let adverb = roles & ADVERBIAL != 0
                    && seen > 0
                    && (look.has(next + 1, BOUNDARY) || !look.is_word(next + 1));
                let occasion = single
                    && seen == 1
                    && keys!("instance case incident occasion").contains(&look.key(next - 1));
                if told || (head && !plural) || adverb || occasion {
                    break;
                }
                head = plural && !single && !look.hyphen(next + 1);
                seen += usize::from(seen == 0 || !look.same_name(next));
                next += 1;
                end = next;
            }
            Some(Kind::Possessive) if next > start => {
                head = false;
                next += 1;
                end = next;
            }
            Some(Kind::Mark) => {
                let text = look.str(next);
                let tied =
                    look.hyphen(next) || text == "/" && look.glued(next) && look.glued(next + 1);
                let quote = matches!(text, "“" | "”" | "\"" | "‘");
                if !(tied || quote && seen < LONGEST) || head && !quote {
                    break;
                }
                head = false;
                next += 1;
            }
            Some(Kind::Number | Kind::Possessive) | None => break,
        }
    }
    (end > start).then_some((start, end))
}

fn noun_near(look: Look<'_>, at: usize) -> bool {
    look.is_word(at) && !look.has(at, BOUNDARY)
}

/// The noun phrase that ends before `at`, past verbs and adverbs ("the population was", "increased
/// by"), with what stands before it up to an article. Never reaches back over `floor`.
pub(super) fn before(look: Look<'_>, at: usize, floor: usize) -> Option<Stretch> {
    let mut end = at;
    loop {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        let roles = look.roles(last);
        let passed = roles
            & (AUXILIARY | VERB | ADVERB | CHANGE | DETERMINER | PREPOSITION | JOINER | PRONOUN)
            != 0
            && !(roles & CHANGE != 0 && look.is(last + 1, key!("of")) && !look.ends(last, "ed"))
            || !look.is_word(last) && look.kind(last) != Some(Kind::Possessive)
            || look.has(last, FATE | ADVERBIAL)
            || look.ends(last, "ed") && !look.had(last, 1, DETERMINER)
            || look.str(last).ends_with("ly");
        if !passed {
            break;
        }
        if at - last > 12 || matches!(look.str(last), ";" | ":") {
            return None;
        }
        end = last;
    }
    let mut start = end;
    let mut prepositions = 0;
    while let Some(first) = start.checked_sub(1).filter(|first| *first >= floor) {
        let roles = look.roles(first);
        let inner = keys!("of for in with").contains(&look.key(first))
            && prepositions < 1
            && first > floor
            && !look.had(first, 1, BOUNDARY | CHANGE)
            && first.checked_sub(1).is_some_and(|noun| look.is_word(noun));
        let article = roles & DETERMINER != 0
            && prepositions < 1
            && keys!("of for in").contains(&look.key_before(first, 1))
            && !look.had(first, 2, BOUNDARY | CHANGE)
            && first >= floor + 2;
        let part = look.is_word(first)
            && roles & (BOUNDARY | ADVERB) == 0
            && !look.is(first, key!("percent"))
            && look.word(first).is_none()
            || look.kind(first) == Some(Kind::Possessive)
            || look.hyphen(first);
        if !(inner || part || article) || words(look, first, end) > LONGEST {
            break;
        }
        prepositions += usize::from(inner);
        start = first;
    }
    while start < end && (look.has(start, DETERMINER | PREPOSITION) || !look.is_word(start)) {
        start += 1;
    }
    (start < end).then_some((start, end))
}

/// The noun phrase of a whole ("of the estimated 3,000 prisoners"), past articles and numbers.
pub(super) fn whole(look: Look<'_>, at: usize) -> Option<Stretch> {
    let mut start = at;
    loop {
        if let Some(number) = super::numeral::numeral(look, start) {
            start = number.end + usize::from(look.hyphen(number.end));
        } else if look.has(start, DETERMINER | ADVERB)
            || keys!("than more roughly").contains(&look.key(start))
        {
            start += 1;
        } else {
            break;
        }
    }
    after(look, start, false)
}

/// "these", "those", "them", "whom" with nothing named after: points back.
pub(super) fn points_back(look: Look<'_>, at: usize) -> bool {
    let pointer = keys!("these those which whom this that");
    look.has(at, PRONOUN)
        || pointer.contains(&look.key(at)) && (look.has(at + 1, BOUNDARY) || !look.is_word(at + 1))
}

/// What a number of the clause before `at` was a number of: "the number of inmates was".
pub(super) fn number_of(look: Look<'_>, at: usize) -> Option<Stretch> {
    let number = (1..26)
        .map_while(|back| at.checked_sub(back))
        .take_while(|at| !matches!(look.str(*at), ";" | "."))
        .find(|at| {
            keys!("number numbers total").contains(&look.key(*at)) && look.is(at + 1, key!("of"))
        })?;
    after(look, number + 2, false).filter(|(_, end)| *end <= at)
}

/// The nearest word for persons before `at` with its phrase.
pub(super) fn persons(look: Look<'_>, at: usize, floor: usize) -> Option<Stretch> {
    let person = (1..28)
        .map_while(|back| at.checked_sub(back))
        .take_while(|at| *at >= floor && !matches!(look.str(*at), ";" | "."))
        .find(|at| look.has(*at, PERSON) && !look.has(*at, DETERMINER))?;
    let (start, end) = before(look, person + 1, floor)?;
    let inner = (start..end)
        .rev()
        .find(|at| look.has(*at, BOUNDARY))
        .map_or(start, |at| at + 1);
    Some((inner, end))
}

/// "were killed", "arrested": what became of the counted, right after them.
pub(super) fn fate(look: Look<'_>, at: usize) -> Option<&str> {
    let at = at + usize::from(look.has(at, AUXILIARY));
    let at = at + usize::from(look.is(at, key!("been")) || look.is(at, key!("still")));
    look.has(at, FATE).then(|| look.str(at))
}

/// At most six words, and no loose end.
pub(super) fn shortened(look: Look<'_>, start: usize, end: usize) -> usize {
    let mut end = end;
    while words(look, start, end) > LONGEST
        || end > start + 1
            && (look.has(end - 1, BOUNDARY)
                || look.kind(end - 1) == Some(Kind::Mark)
                    && !matches!(look.str(end - 1), "”" | "%" | "$"))
    {
        end -= 1;
    }
    end
}

fn words(look: Look<'_>, start: usize, end: usize) -> usize {
    (start..end)
        .filter(|at| look.is_word(*at) && !(look.glued(*at) && *at > start))
        .filter(|at| !look.same_name(*at) || *at == start)
        .count()
}
