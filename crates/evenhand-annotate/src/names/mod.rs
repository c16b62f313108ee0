//! Names of persons, bodies and places, with the descriptions given to them.
//!
//! In: a sentence with its context. Out: names in order, each with its kind, its description ("fugitive
//! banker") and, for a short form, the full name. Words with capitals are gathered into runs (`runs`);
//! one rule a file says what a run names, asked in a fixed order, the surest first. Names of laws,
//! documents, days, peoples, languages and religions are left out. No rule knows a single country.

mod acronym;
mod acting_person;
mod body_head;
mod capitalised_body;
mod country_or_capital;
mod defined;
mod described_body;
mod described_person;
mod description;
mod known_body;
mod leader;
mod listed_with;
mod located;
mod look;
mod personal_name;
mod place_head;
mod register;
mod runs;
mod short_form;
mod tagged;
mod titled;
mod vocabulary;

pub(crate) use defined::DefinedNames;

use crate::Scene;
use crate::tokens::{Words, key_of};
use evenhand_report::{Family, NameKind, NameMention, RulePage};
use look::{Look, Mention};
use std::borrow::Cow;
use std::ops::Range;
use tagged::Tagged;
use vocabulary::{
    ACRONYM, ADJECTIVE, ALONE_BODY, BODY_HEAD, CAPITAL, COUNTRY, DOCUMENT_HEAD, FUNCTION, GIVEN,
    LEADER, OPENER, PLACE_HEAD, PLAIN, REGISTER, SIDE,
};

macro_rules! page {
    ($name:literal) => {
        RulePage {
            name: $name,
            family: Family::Name,
            page: include_str!(concat!("../../rules/names/", $name, ".md")),
        }
    };
}

/// The pages of the rules of this family.
pub(crate) const PAGES: &[RulePage] = &[
    page!("titled"),
    page!("described_person"),
    page!("personal_name"),
    page!("acting_person"),
    page!("leader"),
    page!("body_head"),
    page!("known_body"),
    page!("acronym"),
    page!("described_body"),
    page!("capitalised_body"),
    page!("country_or_capital"),
    page!("place_head"),
    page!("located"),
    page!("short_form"),
    page!("listed_with"),
];

/// A name of the register in a sentence, in tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    /// First token.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// A sentence or quotation begins here.
    pub initial: bool,
}

/// Every name, adjective, capital and leader of the register in a sentence, in order.
pub(crate) fn units(words: &Words) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = 0;
    while at < words.tokens().len() {
        if let Some((length, _)) = register::unit(words, at) {
            units.push(Unit {
                start: at,
                end: at + length,
                initial: at == 0 || matches!(words.at(at - 1), "“" | "\"" | ":" | "?"),
            });
            at += length;
        } else {
            at += 1;
        }
    }
    units
}

/// Whether a name of the register begins at a word.
pub(crate) fn is_register(words: &Words, at: usize) -> bool {
    register::unit(words, at).is_some()
}

/// Whether a name of the register speaks of several people; "Bahamas" and "Iraqis" cannot be told by their
/// last letter.
pub(crate) fn people(word: &str) -> Option<People> {
    let class = register::class(word)?;
    let several = class == ADJECTIVE && register::is_plural(word);
    Some(if several {
        People::Several
    } else {
        People::One
    })
}

/// What a name of the register says about number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum People {
    /// An adjective in the plural: "Iraqis".
    Several,
    /// A country, capital, leader or plain adjective.
    One,
}

/// Whether a word is a country or capital of the register.
pub(crate) fn is_place(words: &Words, at: usize) -> bool {
    register::class(words.at(at)).is_some_and(|class| class & (COUNTRY | CAPITAL) != 0)
}

/// Whether a word is a leader of the register.
pub(crate) fn is_leader(words: &Words, at: usize) -> bool {
    register::class(words.at(at)) == Some(LEADER)
}

/// A leader's name without a title before it ("King", "Pope").
pub(crate) fn without_title(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if vocabulary::roles(key_of(first)) & vocabulary::TITLE != 0 => rest,
        _ => name,
    }
}

/// Whether a word is a first name.
pub(crate) fn is_given(words: &Words, at: usize) -> bool {
    words
        .tokens()
        .get(at)
        .is_some_and(|token| vocabulary::roles(token.key) & GIVEN != 0)
}

/// Whether a word stands in any list of words.
pub(crate) fn is_word(words: &Words, at: usize) -> bool {
    words.tokens().get(at).is_some_and(|token| {
        vocabulary::roles(token.key) & (PLAIN | FUNCTION | vocabulary::DATE) != 0
    })
}

/// The names of a sentence, in order.
pub(crate) fn mark(scene: &Scene<'_>) -> Vec<NameMention> {
    let defined = defined_before(scene);
    names(scene.words, &defined)
}

/// What the report has given in full, and a sentence before that stands without a report.
fn defined_before<'a>(scene: &Scene<'a>) -> Cow<'a, DefinedNames> {
    let mut defined = Cow::Borrowed(&scene.defined.names);
    let alone = scene
        .before
        .nearest_first()
        .next()
        .filter(|(_, reading)| reading.is_none());
    if let Some((text, _)) = alone {
        let words = Words::of(text);
        let found = names(&words, &defined);
        defined.to_mut().learn(&words, &found);
    }
    defined
}

fn names(words: &Words, defined: &DefinedNames) -> Vec<NameMention> {
    let Some(t) = Tagged::of(words) else {
        return Vec::new();
    };
    let mut found: Vec<Mention> = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    for run in runs::runs(&t) {
        let from = persons_end(&found);
        let look = Look {
            t: &t,
            start: run.start,
            end: run.end,
            from,
            defined,
        };
        resolve(&look, &mut found, &mut open);
    }
    let mut listed = Vec::new();
    listed_with::settle(&t, &mut found, &mut open, &mut listed);
    if !listed.is_empty() {
        found.append(&mut listed);
        found.sort_by_key(|name| name.tokens.start);
    }
    found
        .into_iter()
        .map(|name| NameMention {
            span: words.span(name.tokens.start, name.tokens.end),
            kind: name.kind,
            description: name
                .description
                .filter(|range| !range.is_empty())
                .map(|range| words.span(range.start, range.end)),
            full: name.full,
            rule: name.rule,
        })
        .collect()
}

/// Where the last person ends: a description does not reach over one, but may hold a body or place.
fn persons_end(found: &[Mention]) -> usize {
    found
        .iter()
        .rev()
        .find(|name| name.kind == NameKind::Person)
        .map_or(0, |name| name.tokens.end)
}

/// Says what a run names; a run that no rule knows is left in `open`.
fn resolve(look: &Look<'_>, found: &mut Vec<Mention>, open: &mut Vec<Range<usize>>) {
    let Some((start, end)) = trim(look) else {
        return;
    };
    let look = &look.cut(start, end);
    let all_places = country_or_capital::find(look);
    if !all_places.is_empty() {
        found.extend(all_places);
        return;
    }
    if let Some(mention) = known_body::find(look) {
        found.push(mention);
        return;
    }
    if look.all(LEADER)
        && let Some(mention) = leader::find(look)
    {
        found.push(with_full(look, mention));
        return;
    }
    let head = look.head();
    // "Maintenance of Peace and Order Act": the head may be the last word.
    let last = look.capitals().last().unwrap_or(head);
    if look.t.is(last, DOCUMENT_HEAD)
        && !look.t.is(last, BODY_HEAD)
        && !look.any(BODY_HEAD)
        && !world_body(look)
    {
        return;
    }
    if look.t.is(head, DOCUMENT_HEAD)
        && !look.t.is(head, ACRONYM)
        && !look.t.is(head, BODY_HEAD)
        && !world_body(look)
    {
        return;
    }
    if let Some(mention) = short_form::find(look) {
        let nouns = if mention.kind == NameKind::Body {
            vocabulary::BODY_NOUN
        } else {
            vocabulary::PERSON_NOUN
        };
        found.push(mention.described(description::before(look.t, look.from, look.start, nouns)));
        return;
    }
    if let Some(mention) = body_head::find(look) {
        found.push(mention);
        return;
    }
    if look.t.is(head, PLACE_HEAD)
        && !look.t.is(head, vocabulary::TITLE)
        && let Some(mention) = place_head::find(look)
    {
        found.push(mention);
        return;
    }
    if let Some(titled) = titled::split(look) {
        if !titled.before.is_empty() {
            before_title(&look.cut(titled.before.start, titled.before.end), found);
        }
        found.extend(titled.person.map(|person| with_full(look, person)));
        return;
    }
    if let Some(mention) = place_head::find(look) {
        found.push(mention);
        return;
    }
    if let Some(at) = seam(look) {
        resolve(&look.cut(look.start, at), found, open);
        let from = persons_end(found).max(look.from);
        let rest = Look {
            from,
            ..look.cut(at, look.end)
        };
        resolve(&rest, found, open);
        return;
    }
    if look.all(ADJECTIVE | SIDE | FUNCTION | OPENER) && !look.any(GIVEN) {
        return;
    }
    if lone_plain(look) && !look.t.is(look.start, ACRONYM) {
        return;
    }
    let mention = leader::find(look)
        .or_else(|| acting_person::ruled(look))
        .or_else(|| described_body::find(look))
        .or_else(|| acronym::find(look))
        .or_else(|| described_person::find(look))
        .or_else(|| personal_name::find(look))
        .or_else(|| located::find(look))
        .or_else(|| acting_person::find(look))
        .or_else(|| capitalised_body::find(look));
    match mention {
        Some(mention) => found.push(with_full(look, mention)),
        None if !look.all(PLAIN | ACRONYM) => open.push(look.tokens()),
        None => {}
    }
}

/// One ordinary word, or the first word of a sentence: its capital says nothing.
fn lone_plain(look: &Look<'_>) -> bool {
    look.capitals().count() == 1
        && look.t.is(
            look.start,
            PLAIN | FUNCTION | OPENER | BODY_HEAD | PLACE_HEAD,
        )
        && !look.t.is(look.start, GIVEN | ALONE_BODY)
}

/// "World Food Program", "UN Development Program": a program that is a body.
fn world_body(look: &Look<'_>) -> bool {
    let head = look.t.text(look.head());
    matches!(head, "Program" | "Programme")
        && matches!(look.t.text(look.start), "UN" | "World" | "United")
}

/// The full name of a person called by the last name after a title: "President Ablyazov".
fn with_full(look: &Look<'_>, mut mention: Mention) -> Mention {
    if mention.kind == NameKind::Person && mention.full.is_none() {
        let name = Look {
            start: mention.tokens.start,
            end: mention.tokens.end,
            ..look.cut(look.start, look.end)
        };
        mention.full = short_form::find(&name)
            .filter(|short| short.kind == NameKind::Person)
            .and_then(|short| short.full);
    }
    mention
}

/// What stands before a title in one run: "Republika Srpska President", "Supreme Court Justice".
fn before_title(look: &Look<'_>, found: &mut Vec<Mention>) {
    let Some((start, end)) = trim(look) else {
        return;
    };
    let look = &look.cut(start, end);
    let t = look.t;
    let units = country_or_capital::find(look);
    if !units.is_empty() {
        found.extend(units);
    } else if let Some(mention) = known_body::find(look)
        .or_else(|| body_head::find(look))
        .or_else(|| place_head::find(look))
        .or_else(|| acronym::find(look))
    {
        found.push(mention);
    } else if look.capitals().any(|at| look.unknown(at)) {
        // "New Brunswick Education Minister": the name ends where ordinary words begin.
        let last = look
            .capitals()
            .filter(|at| look.unknown(*at))
            .last()
            .unwrap_or(look.start);
        let look = &look.cut(look.start, t.after(last));
        let sided = t.is(look.start, SIDE);
        let governed = sided
            || matches!(
                t.text(look.end),
                "Governor" | "ruler" | "Mayor" | "President" | "Premier" | "Chief"
            );
        let kind = if governed {
            NameKind::Place
        } else {
            NameKind::Body
        };
        let rule = if governed {
            located::RULE
        } else {
            capitalised_body::RULE
        };
        found.push(Mention::likely(look.tokens(), kind, rule));
    }
}

/// Leaves away words at the start of a run that only begin the sentence.
fn trim(look: &Look<'_>) -> Option<(usize, usize)> {
    let t = look.t;
    let (mut start, end) = (look.start, look.end);
    if look.initial() {
        let head = look.head();
        let keeps = t.is(head, BODY_HEAD) && head > start;
        while start < end
            && (t.is(start, FUNCTION)
                || !keeps && t.is(start, OPENER) && !t.is(start, vocabulary::PERSON_NOUN))
        {
            start = t.after(start);
            // "Local NGO X": the next word is no longer at the start.
            while start < end && !t.capital(start) {
                start += 1;
            }
        }
        // An ordinary word alone, unless it is itself a name.
        let lone = start == look.start && t.after(start) == end;
        if lone
            && t.is(start, PLAIN | ADJECTIVE | OPENER)
            && !t.is(start, ALONE_BODY | REGISTER | ACRONYM)
        {
            return None;
        }
        // "Opposition X said": an ordinary first word before a word in no list.
        let second = t.after(start);
        if start == look.start
            && second < end
            && t.is(start, PLAIN)
            && !t.is(
                start,
                BODY_HEAD
                    | GIVEN
                    | SIDE
                    | PLACE_HEAD
                    | vocabulary::TITLE
                    | vocabulary::PERSON_NOUN
                    | DOCUMENT_HEAD,
            )
            && !t.is(look.head(), BODY_HEAD | DOCUMENT_HEAD | PLACE_HEAD)
            && t.is(second, COUNTRY | CAPITAL | LEADER)
        {
            start = second;
        }
    }
    // Adjectives before a person's or unknown name are no part of it.
    while start < end && t.is(start, ADJECTIVE) && t.after(start) < end {
        let next = t.after(start);
        if t.capital(next)
            && t.is(next, GIVEN)
            && !(next..end).any(|at| t.is(at, BODY_HEAD | PLACE_HEAD | DOCUMENT_HEAD))
        {
            start = next;
        } else {
            break;
        }
    }
    (start < end).then_some((start, end))
}

/// Where two names stand side by side without a comma: "Kosovo Albin Kurti", "UNHCR Kabul".
fn seam(look: &Look<'_>) -> Option<usize> {
    let t = look.t;
    let first = look.start;
    let next = t.after(first);
    if next >= look.end || !t.capital(next) {
        return None;
    }
    let place = t.is(first, COUNTRY | CAPITAL);
    let body = t.is(first, ACRONYM | ALONE_BODY);
    let person = t.is(next, GIVEN | LEADER) || look.unknown(next) && t.after(next) < look.end;
    (place && (person || look.unknown(next))
        || body
            && (t.is(next, COUNTRY | CAPITAL | LEADER)
                || t.is(next, GIVEN) && t.after(next) < look.end))
        .then_some(next)
}
