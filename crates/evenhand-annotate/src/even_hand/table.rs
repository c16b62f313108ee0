//! Which words of one country stand for which of another.
//!
//! In: two countries of the register. Out: for each of their names, adjectives, capitals and
//! leaders the other's. Short stands for short, long for long, an adjective for an adjective; where
//! the other has no such form, its first stands for it.

use crate::tokens::{Case, Words};
use evenhand_report::country::Country;
use evenhand_report::leaders;
use std::collections::BTreeMap;

/// The words of two countries, each with the other's.
#[derive(Debug, Clone)]
pub struct Table {
    /// The country exchanged.
    pub from: &'static Country,
    /// The country it is exchanged for.
    pub to: &'static Country,
    words: BTreeMap<String, String>,
    /// Parts of leaders' names that stand alone in no row.
    parts: Vec<String>,
}

/// A leader: the full forms and the short one.
#[derive(Debug, Default)]
struct Person {
    full: Vec<&'static str>,
    short: Option<&'static str>,
}

impl Table {
    /// The table for exchanging two countries; none where they share a name or adjective, so that
    /// the exchange could not be told from no exchange.
    #[must_use]
    pub fn of(from: &'static Country, to: &'static Country) -> Option<Self> {
        if from.code == to.code
            || from.adjectives.is_empty() != to.adjectives.is_empty()
            || from
                .adjectives
                .iter()
                .any(|adjective| to.adjectives.contains(adjective))
            || from.capitals.is_empty() != to.capitals.is_empty()
        {
            return None;
        }
        let mut table = Self {
            from,
            to,
            words: BTreeMap::new(),
            parts: Vec::new(),
        };
        table.direction(from, to);
        table.direction(to, from);
        Some(table)
    }

    /// What stands for `form` after the exchange.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<&str> {
        self.words.get(&plain(form)).map(String::as_str)
    }

    /// A part of a leader's name that the table does not exchange alone ("Xi" of "Xi Jinping").
    #[must_use]
    pub fn is_part(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part == word)
    }

    /// `text` with every row of the table applied.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        super::exchanged::exchange(text, self).map_or_else(|_| text.to_owned(), |(_, new)| new)
    }

    /// `text` with the words of both countries blanked.
    #[must_use]
    pub fn masked(&self, text: &str) -> String {
        super::exchanged::masked(text, self)
    }

    fn row(&mut self, form: &str, other: &str) {
        self.words
            .entry(plain(form))
            .or_insert_with(|| other.to_owned());
    }

    fn direction(&mut self, from: &Country, to: &Country) {
        self.row(&from.name, &to.name);
        let usable = |name: &&String| {
            !name.contains([',', '(', '–']) && !name.contains(" - ") && !name.starts_with("The ")
        };
        for name in from.names.iter().filter(usable) {
            let like = to
                .names
                .iter()
                .filter(usable)
                .find(|other| manner(other) == manner(name));
            // A second short name ("Burma") stands for the other's first.
            let other = if manner(name) == Manner::Short {
                &to.name
            } else {
                like.unwrap_or(&to.name)
            };
            self.row(name, other);
        }
        // "ni-Vanuatu" begins small and stands for no other.
        let written = |name: &&String| name.starts_with(char::is_uppercase);
        let others: Vec<&String> = to.adjectives.iter().filter(written).collect();
        for (at, adjective) in from.adjectives.iter().enumerate() {
            if let Some(other) = others.get(at).or(others.first()).copied() {
                self.row(adjective, other);
                // "Philippines" is no plural of "Philippine"; "Filipinos" is one.
                let plural = [other]
                    .into_iter()
                    .chain(others.iter().copied())
                    .map(|other| format!("{other}s"))
                    .find(|plural| *plural != to.name && !to.names.contains(plural));
                if let Some(plural) = plural {
                    self.row(&format!("{adjective}s"), &plural);
                }
            }
        }
        if let Some(other) = to.capitals.iter().find(written) {
            for capital in &from.capitals {
                self.row(capital, other);
            }
        }
        self.leaders(from, to);
    }

    fn leaders(&mut self, from: &Country, to: &Country) {
        let ours = persons(from);
        let theirs = persons(to);
        let alike = |one: &Person, other: &Person| {
            one.short.is_some() == other.short.is_some()
                && one.full.is_empty() == other.full.is_empty()
        };
        for (at, person) in ours.iter().enumerate() {
            for name in &person.full {
                // A man is called by the last word, or by the first where that is no first name.
                self.parts.extend(
                    last(name)
                        .split('-')
                        .filter(|part| part.len() > 2)
                        .map(str::to_owned),
                );
                let first = Words::of(name);
                if !crate::names::is_given(&first, 0) {
                    self.parts.push(first.at(0).to_owned());
                }
            }
            // One with a last name in the table stands for one with, so that later mentions follow.
            let like: Vec<&Person> = theirs.iter().filter(|other| alike(other, person)).collect();
            // No two become one: what is known of the one would be known of the other.
            let nth = ours
                .iter()
                .take(at)
                .filter(|before| alike(before, person))
                .count();
            let Some(other) = like.get(nth) else {
                self.parts.extend(person.short.map(str::to_owned));
                continue;
            };
            if let Some(full) = other.full.first() {
                for name in &person.full {
                    self.row(name, full);
                }
            }
            if let (Some(short), Some(other)) = (person.short, other.short) {
                self.row(short, other);
            }
        }
        let parts = std::mem::take(&mut self.parts);
        self.parts = parts
            .into_iter()
            .filter(|part| !self.words.contains_key(&plain(part)))
            .collect();
    }
}

/// How a name is made, so that like stands for like.
#[derive(Debug, PartialEq, Eq)]
enum Manner {
    /// "Kazakhstan".
    Short,
    /// "Republic of Kazakhstan".
    Long,
    /// "UK".
    Letters,
}

fn manner(name: &str) -> Manner {
    let words = Words::of(name);
    match words.tokens() {
        [one] if one.case == Case::Upper => Manner::Letters,
        _ if name.contains(" of ") => Manner::Long,
        _ => Manner::Short,
    }
}

fn persons(country: &Country) -> Vec<Person> {
    let mut persons: Vec<Person> = Vec::new();
    let names = || {
        leaders()
            .iter()
            .filter(|leader| leader.code == country.code)
            .map(|leader| crate::names::without_title(&leader.name))
    };
    for name in names().filter(|name| name.contains(' ')) {
        let last = last(name);
        match persons
            .iter_mut()
            .find(|person| person.full.iter().any(|full| self::last(full) == last))
        {
            Some(person) => person.full.push(name),
            None => persons.push(Person {
                full: vec![name],
                short: None,
            }),
        }
    }
    // "May", "Najib": a word or first name that cannot be told from the leader's is no row.
    let known = |name: &&str| !crate::names::units(&Words::of(name)).is_empty();
    for name in names().filter(|name| !name.contains(' ')).filter(known) {
        match persons.iter_mut().find(|person| {
            person
                .full
                .iter()
                .any(|full| full.split(' ').any(|part| part == name))
        }) {
            Some(person) => person.short = person.short.or(Some(name)),
            None => persons.push(Person {
                full: Vec::new(),
                short: Some(name),
            }),
        }
    }
    persons
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// The form a row is looked up by: small letters, straight apostrophes, single spaces.
fn plain(form: &str) -> String {
    form.to_lowercase().replace('’', "'")
}
