//! Names and adjectives of countries: is a ministry the country's own or another's?
//!
//! In: a noun phrase. Out: whether a country other than the report's own stands in it. All
//! countries of the register are treated alike; only the scene says which one is its own.

use super::clause::Range;
use super::source::Who;
use super::words::{Class, KEYS};
use crate::lexicon::Lexicon;
use crate::tokens::{Case, Words, key_of};
use evenhand_report::country::{Countries, CountryCode};
use std::sync::LazyLock;

/// A word or two that stand for a country.
struct Places {
    /// Single words, with the country; none where several share it.
    single: Lexicon<Option<CountryCode>>,
    /// Adjectives of one word.
    adjectives: Lexicon<()>,
    /// Names and adjectives of several words, with the key of the first.
    several: Vec<(u64, Vec<u64>, CountryCode)>,
}

static PLACES: LazyLock<Places> = LazyLock::new(load);

fn load() -> Places {
    let mut single: Vec<(String, Option<CountryCode>)> = Vec::new();
    let mut adjectives = Vec::new();
    let mut several = Vec::new();
    for country in Countries::register().all() {
        let names = std::iter::once(&country.name).chain(&country.names);
        for (name, adjective) in names
            .map(|name| (name, false))
            .chain(country.adjectives.iter().map(|name| (name, true)))
        {
            let words = Words::of(name);
            let keys: Vec<u64> = words.tokens().iter().map(|token| token.key).collect();
            if let [_] = keys.as_slice() {
                let clash = single.iter().any(|(other, code)| {
                    other.eq_ignore_ascii_case(name) && *code != Some(country.code)
                });
                single.push((name.to_lowercase(), (!clash).then_some(country.code)));
                if adjective {
                    let name = name.to_lowercase();
                    let plural = format!("{name}s");
                    // "Philippines" is no plural of "Philippine".
                    if !country
                        .names
                        .iter()
                        .chain([&country.name])
                        .any(|name| name.to_lowercase() == plural)
                    {
                        adjectives.push(plural);
                    }
                    adjectives.push(name);
                }
            } else if let Some(first) = keys.first() {
                several.push((*first, keys.clone(), country.code));
            }
        }
    }
    let rows: Vec<(u64, Option<CountryCode>)> = single
        .iter()
        .map(|(name, code)| (key_of(name), *code))
        .collect();
    let adjectives: Vec<(u64, ())> = adjectives.iter().map(|name| (key_of(name), ())).collect();
    several.sort_by_key(|(_, keys, _)| std::cmp::Reverse(keys.len()));
    Places {
        single: Lexicon::keyed(&rows),
        adjectives: Lexicon::keyed(&adjectives),
        several,
    }
}

/// Whether a word is the adjective of a country.
pub(crate) fn adjective(key: u64) -> bool {
    PLACES.adjectives.get(key).is_some()
}

/// The country named at `at`, if one is.
fn at(who: &Who<'_, '_>, at: usize) -> Option<CountryCode> {
    let tokens = who.clause.words.tokens();
    let token = tokens.get(at)?;
    if token.case == Case::Lower {
        return None;
    }
    for (first, keys, code) in &PLACES.several {
        if *first == token.key
            && keys
                .iter()
                .zip(tokens.iter().skip(at))
                .filter(|(key, token)| **key == token.key)
                .count()
                == keys.len()
        {
            return Some(*code);
        }
    }
    PLACES.single.get(token.key)?
}

/// Countries that say whose body it is: before the noun, or after "of".
fn owners<'a>(who: &'a Who<'_, '_>, range: &'a Range) -> impl Iterator<Item = CountryCode> + 'a {
    range
        .clone()
        .take_while(move |at| {
            // "officials from the north": only "of" keeps the link.
            match who.clause.class(*at) {
                Class::Prep => who.clause.key(*at) == KEYS.of,
                Class::Rel | Class::Comma | Class::And => false,
                _ => true,
            }
        })
        .filter_map(|index| at(who, index))
}

/// Whether the phrase belongs to a country other than the report's own.
pub(crate) fn foreign(who: &Who<'_, '_>, range: &Range) -> bool {
    let Some(own) = who.scene.country.map(|country| country.code) else {
        return false;
    };
    let mut any = false;
    for code in owners(who, range) {
        if code == own {
            return false;
        }
        any = true;
    }
    any
}

/// Whether the phrase belongs to the report's own country.
pub(crate) fn own(who: &Who<'_, '_>, range: &Range) -> bool {
    who.scene
        .country
        .is_some_and(|own| owners(who, range).any(|code| code == own.code))
}
