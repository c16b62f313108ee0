//! The words that describe a name: "fugitive banker" before it, "leader of the party" after it.
//!
//! In: a tagged sentence and the tokens of a name. Out: the tokens of the description, without
//! articles. Does not decide what the name names; rules ask for the noun they need.

use super::tagged::Tagged;
use super::vocabulary::{
    ADJECTIVE, BODY_NOUN, DATE, DETERMINER, FUNCTION, INSIDE, JOINER, KIN, NO_NAME, PERSON_ACT,
    PERSON_NOUN, PLACE_BEFORE, PLACE_NOUN, Roles, TITLE,
};
use crate::tokens::Kind;
use std::ops::Range;

/// Longest description before a name, in tokens.
const LONGEST_BEFORE: usize = 12;
/// Longest apposition, in tokens.
const LONGEST_AFTER: usize = 30;

/// The description that ends right before token `at`, where its last noun has one of `nouns`.
///
/// `from` is where the description may not begin before: the end of the name before it.
pub(super) fn before(t: &Tagged<'_>, from: usize, at: usize, nouns: Roles) -> Option<Range<usize>> {
    let last = at.checked_sub(1)?;
    let age = aged(t, last);
    let noun = t.is(last, nouns) && !t.is(last, DATE) && word(t, last);
    let start = if noun {
        last
    } else if let Some(noun) = post_of(t, last, nouns) {
        noun
    } else if age && nouns & PERSON_NOUN != 0 {
        last
    } else {
        return None;
    };
    let start = leftwards(t, from, start);
    (start < at).then_some(start..at)
}

/// Extends a description from its noun at `noun` to the left, over the words that modify it.
pub(super) fn leftwards(t: &Tagged<'_>, from: usize, noun: usize) -> usize {
    let floor = from.max(noun.saturating_sub(LONGEST_BEFORE));
    let mut start = noun;
    while start > floor {
        let at = start - 1;
        let inside = t.glued(start) || t.glued(at) && t.text(at) == "-";
        let fits = if t.text(at) == "-" {
            inside
        } else if t.token(at).is_some_and(|token| token.kind == Kind::Number) {
            t.glued(start)
        } else if t.text(at) == "and" {
            // "journalist and human rights defender".
            t.before(at, PERSON_NOUN | BODY_NOUN) && at > floor && !t.before(at, KIN)
        } else if t.possessive(at)
            || !word(t, at)
            || t.is(at, NO_NAME) && !t.is(at, BODY_NOUN) && t.lower(at)
        {
            false
        } else if t.capital(at) || !t.lower(at) {
            // A name before the noun belongs to it: "Imbonerakure member".
            let opens = t.tags.get(at).is_some_and(|tag| tag.initial);
            !t.is(at, DATE) && (!opens || !t.is(at, FUNCTION))
        } else {
            modifier(t, at)
        };
        if !fits {
            break;
        }
        start = at;
    }
    // A description does not begin with "and" or a hyphen.
    while start < noun && matches!(t.text(start), "and" | "-") {
        start += 1;
    }
    start
}

fn word(t: &Tagged<'_>, at: usize) -> bool {
    t.token(at).is_some_and(|token| token.kind == Kind::Word)
}

/// "34-year-old".
fn aged(t: &Tagged<'_>, at: usize) -> bool {
    matches!(t.text(at), "old")
        && t.text(at.wrapping_sub(1)) == "-"
        && t.text(at.wrapping_sub(2)).starts_with("year")
}

/// "minister of education", "editor in chief", "chief of staff": the noun before "of".
fn post_of(t: &Tagged<'_>, last: usize, nouns: Roles) -> Option<usize> {
    let mut at = last;
    for _ in 0..4 {
        if !t.lower(at) || t.is(at, FUNCTION) {
            return None;
        }
        at = at.checked_sub(1)?;
        let link =
            matches!(t.text(at), "of" | "in") || matches!(t.text(at), "for") && last > at + 1;
        if link {
            let noun = at.checked_sub(1)?;
            // "members of party X" gives no description of X.
            let single = !t.text(noun).ends_with('s');
            return (t.is(noun, nouns & (PERSON_NOUN | TITLE)) && single && word(t, noun))
                .then_some(noun);
        }
        if t.text(at) == "and" {
            at = at.checked_sub(1)?;
        }
    }
    None
}

/// Whether a word in small letters modifies the noun after it, rather than beginning the phrase.
fn modifier(t: &Tagged<'_>, at: usize) -> bool {
    let text = t.text(at);
    if matches!(
        text,
        "former"
            | "then"
            | "local"
            | "own"
            | "fellow"
            | "acting"
            | "late"
            | "former-"
            | "foreign"
            | "domestic"
            | "first"
            | "second"
    ) {
        return true;
    }
    if t.is(
        at,
        FUNCTION | DETERMINER | JOINER | PLACE_BEFORE | PERSON_ACT,
    ) {
        return false;
    }
    if VERBS.contains(&text) && !(t.glued(at) && at > 0 && t.text(at - 1) == "-") {
        return false;
    }
    if text.ends_with("ing") {
        return matches!(
            text,
            "leading"
                | "acting"
                | "sitting"
                | "outgoing"
                | "incoming"
                | "ruling"
                | "banking"
                | "engineering"
                | "mining"
                | "housing"
                | "prevailing"
                | "trafficking"
                | "visiting"
                | "aspiring"
                | "practicing"
                | "losing"
                | "winning"
                | "managing"
                | "founding"
                | "campaigning"
                | "messaging"
                | "publishing"
                | "broadcasting"
                | "governing"
                | "working"
                | "high-ranking"
                | "ranking"
                | "serving"
                | "living"
                | "surviving"
                | "nursing"
                | "polling"
                | "monitoring"
        );
    }
    if text.ends_with("ed") || text.ends_with("ly") {
        // "authorities detained activist X" against "the detained activist X".
        return opens_phrase(t, at);
    }
    true
}

/// Whether a noun phrase begins at `at`: what stands before is no subject.
fn opens_phrase(t: &Tagged<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    if t.glued(at) && t.text(before) == "-" {
        return true;
    }
    t.possessive(before)
        || t.is(before, DETERMINER)
        || t.text(before).ends_with("ly")
        || t.is(before, JOINER | PLACE_BEFORE)
        || matches!(
            t.text(before),
            "," | "("
                | "with"
                | "by"
                | "that"
                | "as"
                | "and"
                | "including"
                | "former"
                | "against"
                | "after"
                | "before"
                | "when"
                | "while"
                | "where"
                | "because"
                | "since"
                | "if"
                | "than"
        )
}

/// Verbs that do not end in "-ed" and often stand before a person's description.
const VERBS: &[&str] = &[
    "told",
    "said",
    "beat",
    "shot",
    "met",
    "held",
    "sent",
    "gave",
    "found",
    "made",
    "took",
    "saw",
    "kept",
    "put",
    "let",
    "forbade",
    "barred",
    "hit",
    "struck",
    "caught",
    "left",
    "brought",
    "led",
    "won",
    "lost",
    "ran",
    "shows",
    "show",
    "say",
    "says",
    "arrest",
    "arrests",
    "release",
    "detain",
    "sentence",
    "try",
    "include",
    "includes",
    "harass",
    "hear",
    "see",
    "fired",
    "sued",
    "sue",
    "kill",
    "killing",
    "free",
    "stop",
    "prevent",
    "named",
    "prosecute",
    "question",
    "summon",
    "threaten",
    "attack",
    "attacks",
    "like",
    "beating",
    "called",
    "replace",
    "elect",
    "elected",
    "appoint",
    "defeat",
    "criticize",
    "support",
    "visit",
    "meet",
    "protect",
    "reportedly",
    "allegedly",
    "dubbed",
    "known",
    "began",
    "denied",
];

/// The apposition after a name that ends at `at`: ", leader of the …,", ", a 34-year-old blogger,".
pub(super) fn after(t: &Tagged<'_>, at: usize, nouns: Roles) -> Option<Range<usize>> {
    let comma = t.text(at);
    if comma != "," && comma != "(" && !(comma == "–" || comma == "—") {
        return None;
    }
    let mut start = at + 1;
    let article = matches!(
        t.text(start),
        "a" | "an" | "the" | "one" | "both" | "another" | "his" | "her" | "their"
    );
    if article {
        start += 1;
    }
    // "the country's largest labor federation".
    let mut noun = None;
    for i in start..(start + 9).min(t.len()) {
        let text = t.text(i);
        if t.is(i, nouns) && word(t, i) {
            noun = Some(i);
            // The head of the phrase is its last noun before a preposition.
            if !t.is(i + 1, nouns | BODY_NOUN | PERSON_NOUN) && !t.lower(i + 1) && !t.capital(i + 1)
            {
                break;
            }
            if t.is(i + 1, FUNCTION | JOINER | PLACE_BEFORE) {
                break;
            }
            continue;
        }
        let inside = matches!(text, "-" | "’s" | "'s" | "’" | "'")
            || t.token(i)
                .is_some_and(|token| token.kind == Kind::Number && t.glued(i + 1));
        let former = matches!(
            text,
            "former" | "then" | "local" | "foreign" | "own" | "first"
        );
        let stops = t.is(i, FUNCTION | JOINER | PLACE_BEFORE | PERSON_ACT) && !former && t.lower(i);
        if stops && !(noun.is_none() && former) || !(inside || word(t, i)) {
            break;
        }
        if !article && noun.is_none() && (text.ends_with("ed") && i == start || t.is(i, DATE)) {
            break;
        }
    }
    let noun = noun?;
    if !article && !t.is(noun, TITLE | PERSON_NOUN | BODY_NOUN) {
        return None;
    }
    // "a city council and city board member": the noun asked for must be the last one.
    let trails = t.lower(noun + 1)
        && !t.is(noun + 1, FUNCTION | JOINER | PLACE_BEFORE | PERSON_ACT)
        && !t.text(noun + 1).ends_with("ed")
        && !t.text(noun + 1).ends_with("ing")
        && !t.glued(noun + 1);
    if nouns & BODY_NOUN != 0 && (trails || !t.lower(noun) || t.text(noun + 1) == "and") {
        return None;
    }
    // A capital right after the noun is the next name: ", journalist Anare Ravula".
    if t.capital(noun + 1) && !article {
        return None;
    }
    let close = match comma {
        "(" => ")",
        "," => ",",
        dash => dash,
    };
    let mut end = noun + 1;
    while end < t.len() && end < start + LONGEST_AFTER {
        let text = t.text(end);
        // The comma of "Washington, D.C.".
        if t.is(end, INSIDE) {
            end += 1;
            continue;
        }
        if text == close || matches!(text, ";" | "." | "," | "–" | "—" | ":" | ")") {
            break;
        }
        if text == "and" && t.text(end + 1).ends_with("ed") {
            break;
        }
        if matches!(
            text,
            "who"
                | "whom"
                | "whose"
                | "was"
                | "were"
                | "which"
                | "had"
                | "has"
                | "is"
                | "to"
                | "said"
                | "after"
                | "while"
                | "when"
                | "because"
                | "on"
        ) && t.lower(end)
        {
            break;
        }
        end += 1;
    }
    let list = comma == "," && t.text(end) == "." && !article && t.is(noun, PLACE_NOUN);
    let endless = end >= start + LONGEST_AFTER;
    (end > noun && !list && !endless).then_some(start..end)
}

/// "the former mayor of X, Patrick Balkany,": a description that ends in the comma before a name.
pub(super) fn apposed(t: &Tagged<'_>, from: usize, at: usize, end: usize) -> Option<Range<usize>> {
    let comma = at.checked_sub(1)?;
    let closes = matches!(t.text(end), "," | "." | ")" | ";" | "") || t.text(end) == "and";
    if t.text(comma) != "," || !closes {
        return None;
    }
    // Back to the determiner that opens the phrase.
    let floor = comma.saturating_sub(16);
    let mut start = comma;
    let mut noun = None;
    while start > floor {
        let i = start - 1;
        if matches!(t.text(i), "," | ";" | "." | "(" | ")" | ":" | "“" | "”")
            || t.is(i, PERSON_ACT) && t.lower(i)
        {
            break;
        }
        if t.is(i, PERSON_NOUN) && t.lower(i) {
            noun = Some(i);
        }
        if noun.is_some()
            && (t.possessive(i)
                || matches!(
                    t.text(i),
                    "a" | "an" | "the" | "his" | "her" | "their" | "another"
                ))
        {
            break;
        }
        start = i;
    }
    let noun = noun?;
    if noun < from {
        return None;
    }
    let opens = start
        .checked_sub(1)
        .is_none_or(|i| t.possessive(i) || t.is(i, DETERMINER) || matches!(t.text(i), "," | "“"));
    let single = !t.text(noun).ends_with('s');
    let tail = noun + 1 == comma
        || t.is(noun + 1, JOINER | PLACE_BEFORE)
        || matches!(t.text(noun + 1), "and" | "in" | "with" | "at");
    let start = start.max(leftwards(t, start, noun));
    (opens && single && tail && !t.is(noun, ADJECTIVE)).then_some(start..comma)
}
