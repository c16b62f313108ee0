//! The register of well-known bodies, and the bodies and acronyms a report defines itself.
//!
//! In: the words of a sentence. Out: the body that a run of words names, with its kind; and what a
//! sentence defines ("the domestic NGO Coalition Against Torture (CAT)"). The register is
//! `data/bodies.csv` (name, kind, acronym, aliases): bodies that watch many countries, never those
//! of a single one. It holds no countries and no persons.

mod definitions;

pub use definitions::definitions;

use crate::lexicon::KeyHasher;
use crate::tokens::{Case, Kind, Words};
use evenhand_report::SourceKind;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

type Keyed<T> = HashMap<u64, T, BuildHasherDefault<KeyHasher>>;

/// A body a report has introduced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The short form ("CAT"; of a person, the last name); empty where there is none.
    pub acronym: String,
    /// The full name ("Coalition Against Torture").
    pub full: String,
    /// What kind of source it would be, where its description tells.
    pub kind: Option<SourceKind>,
}

/// What the report has defined so far.
#[derive(Debug, Clone, Default)]
pub struct Defined {
    list: Vec<Definition>,
    by_name: Keyed<usize>,
    /// Persons and bodies by their short forms.
    pub(crate) names: crate::names::DefinedNames,
}

impl Defined {
    /// Takes in what a sentence defined; a second definition of an acronym replaces the first, but
    /// a name once described keeps its kind when it comes again without a description.
    pub fn learn(&mut self, definitions: Vec<Definition>) {
        for definition in definitions {
            let at = self.list.len();
            let known = self
                .by_name
                .get(&name_key(&definition.full))
                .and_then(|at| self.list.get(*at))
                .and_then(|known| known.kind);
            let kind = definition.kind.or(known);
            for name in [&definition.acronym, &definition.full] {
                if !name.is_empty() {
                    self.by_name.insert(name_key(name), at);
                }
            }
            self.list.push(Definition { kind, ..definition });
        }
    }

    /// The body with this acronym or full name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Definition> {
        self.list.get(*self.by_name.get(&name_key(name))?)
    }

    /// Nothing has been defined yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The longest defined name that begins at token `at`, with its length in tokens.
    pub(crate) fn find(
        &self,
        words: &Words,
        at: usize,
        end: usize,
    ) -> Option<(&Definition, usize)> {
        if self.list.is_empty() {
            return None;
        }
        longest(words, at, end, |key| self.by_name.get(&key).copied())
            .and_then(|(row, length)| Some((self.list.get(row)?, length)))
    }
}

/// One body of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Its acronym; empty where it has none.
    pub acronym: String,
}

/// The register of well-known bodies.
#[derive(Debug)]
pub struct Bodies {
    all: Vec<Body>,
    by_name: Keyed<usize>,
}

static REGISTER: LazyLock<Bodies> = LazyLock::new(Bodies::load);

impl Bodies {
    /// The register that comes with the program.
    #[must_use]
    pub fn register() -> &'static Bodies {
        &REGISTER
    }

    /// Every body, in the order of the file.
    #[must_use]
    pub fn all(&self) -> &[Body] {
        &self.all
    }

    fn load() -> Self {
        let mut all = Vec::new();
        let mut by_name = Keyed::default();
        for line in include_str!("../data/bodies.csv").lines().skip(1) {
            let mut fields = line.split(',');
            let (Some(name), Some(kind), Some(acronym)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let Some(kind) = SourceKind::from_written(kind) else {
                continue;
            };
            let aliases = fields.next().unwrap_or("");
            for form in [name, acronym].into_iter().chain(aliases.split('|')) {
                if !form.is_empty() {
                    by_name.entry(name_key(form)).or_insert(all.len());
                }
            }
            all.push(Body {
                name: name.to_owned(),
                kind,
                acronym: acronym.to_owned(),
            });
        }
        Self { all, by_name }
    }

    /// The longest name of the register that begins at token `at`, with its length in tokens.
    pub(crate) fn find(&self, words: &Words, at: usize, end: usize) -> Option<(&Body, usize)> {
        longest(words, at, end, |key| self.by_name.get(&key).copied())
            .and_then(|(row, length)| Some((self.all.get(row)?, length)))
    }
}

/// Commas are left out of names, so that "Educational, Scientific" is found as well.
fn is_name_part(words: &Words, at: usize) -> bool {
    words.at(at) != ","
}

fn mix(key: u64, word: u64) -> u64 {
    (key.rotate_left(7) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A key over the words of a name; acronyms keep their capitals apart from plain words.
fn name_key(name: &str) -> u64 {
    let words = Words::of(name);
    let mut key = 0;
    for (at, token) in words.tokens().iter().enumerate() {
        if is_name_part(&words, at) {
            key = mix(key, token_key(&words, at, token.case));
        }
    }
    key
}

fn token_key(words: &Words, at: usize, case: Case) -> u64 {
    let key = words.tokens().get(at).map_or(0, |token| token.key);
    // "WHO" is not "who".
    if case == Case::Upper {
        key.rotate_left(32)
    } else {
        key
    }
}

/// The longest run of words from `at` for which `known` holds something.
fn longest(
    words: &Words,
    at: usize,
    end: usize,
    known: impl Fn(u64) -> Option<usize>,
) -> Option<(usize, usize)> {
    let first = words.tokens().get(at)?;
    if first.case == Case::Lower || first.kind != Kind::Word {
        return None;
    }
    let mut key = 0;
    let mut found = None;
    for (length, token) in words
        .tokens()
        .get(at..end.min(at + 14).min(words.tokens().len()))?
        .iter()
        .enumerate()
    {
        if !is_name_part(words, at + length) {
            continue;
        }
        key = mix(key, token_key(words, at + length, token.case));
        if let Some(row) = known(key) {
            found = Some((row, length + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_register_is_read() {
        let rows = include_str!("../data/bodies.csv").lines().count() - 1;
        assert_eq!(Bodies::register().all().len(), rows);
        for body in Bodies::register().all() {
            assert!(body.name.len() > 2, "{body:?}");
        }
    }

    #[test]
    fn names_and_acronyms_are_found_and_plain_words_are_not() {
        let words = Words::of("WHO and the International Labour Organization asked who pays.");
        let register = Bodies::register();
        assert_eq!(
            register
                .find(&words, 0, 11)
                .map(|(b, n)| (b.acronym.as_str(), n)),
            Some(("WHO", 1))
        );
        assert_eq!(
            register
                .find(&words, 3, 11)
                .map(|(b, n)| (b.acronym.as_str(), n)),
            Some(("ILO", 3))
        );
        assert!(register.find(&words, 7, 11).is_none());
    }
}
