//! The words of a sentence as figure rules look at them: by place, with what each can be; every
//! answer past either end is empty. Also phrases looked up by their last word.

use super::terms::{Time, Word, number_word, time_word};
use super::vocabulary::{PLURAL, Roles, roles_of};
use crate::lexicon::Lexicon;
use crate::tokens::{Case, Kind, Token, Words, key_of};

/// The words of a sentence, looked at by place; every answer past either end is empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'a> {
    /// The words.
    pub(super) words: &'a Words,
    tokens: &'a [Token],
}

impl<'a> Look<'a> {
    pub(super) fn new(words: &'a Words) -> Self {
        Self {
            words,
            tokens: words.tokens(),
        }
    }

    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn key(self, at: usize) -> u64 {
        self.tokens.get(at).map_or(0, |token| token.key)
    }

    /// The key `back` places before `at`.
    pub(super) fn key_before(self, at: usize, back: usize) -> u64 {
        at.checked_sub(back).map_or(0, |at| self.key(at))
    }

    pub(super) fn is(self, at: usize, key: u64) -> bool {
        self.key(at) == key
    }

    pub(super) fn roles(self, at: usize) -> Roles {
        match self.tokens.get(at) {
            Some(token) => roles_of(token.key),
            None => 0,
        }
    }

    pub(super) fn has(self, at: usize, roles: Roles) -> bool {
        self.roles(at) & roles != 0
    }

    /// Whether the token `back` places before `at` has one of these roles.
    pub(super) fn had(self, at: usize, back: usize, roles: Roles) -> bool {
        at.checked_sub(back).is_some_and(|at| self.has(at, roles))
    }

    pub(super) fn word(self, at: usize) -> Option<Word> {
        self.tokens.get(at).and_then(|token| number_word(token.key))
    }

    pub(super) fn time(self, at: usize) -> Option<Time> {
        self.tokens.get(at).and_then(|token| time_word(token.key))
    }

    pub(super) fn glued(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(super) fn kind(self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    pub(super) fn is_number(self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Number)
    }

    /// Written with a capital, or in capitals.
    pub(super) fn capital(self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.case != Case::Lower)
    }

    /// Goes on with a name begun before it, or is an article: a name counts as one word, so that the
    /// length of a country's name changes no distance.
    pub(super) fn same_name(self, at: usize) -> bool {
        let before = at.checked_sub(1).is_some_and(|before| self.capital(before));
        before && self.capital(at) || self.is(at, crate::key!("the"))
    }

    /// A hyphen that ties the words on both its sides together.
    pub(super) fn hyphen(self, at: usize) -> bool {
        self.glued(at) && self.glued(at + 1) && is_hyphen(self.str(at))
    }

    /// A dash of a range, tied or not.
    pub(super) fn dash(self, at: usize) -> bool {
        is_hyphen(self.str(at)) || matches!(self.str(at), "–" | "—" | "‒")
    }

    pub(super) fn str(self, at: usize) -> &'a str {
        self.words.at(at)
    }

    /// The words from `start` to `end`.
    pub(super) fn text(self, start: usize, end: usize) -> &'a str {
        self.words.span(start, end).of(self.words.text())
    }

    /// Whether a word ends so; a name of the register ("Beijing", "Budapest") ends in nothing.
    pub(super) fn ends(self, at: usize, ending: &str) -> bool {
        let word = self.str(at);
        word.ends_with(ending) && crate::names::people(word).is_none()
    }

    /// A noun that looks like more than one.
    pub(super) fn plural(self, at: usize) -> bool {
        if self.has(at, PLURAL) {
            return true;
        }
        if let Some(people) = crate::names::people(self.str(at)) {
            return people == crate::names::People::Several;
        }
        let word = self.str(at);
        self.is_word(at)
            && word.len() > 3
            && (word.ends_with('s')
                && !word.ends_with("ss")
                && !word.ends_with("ous")
                && !word.ends_with("us")
                && !word.ends_with("is"))
    }
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "‐" | "‑")
}

/// Phrases looked up by their last word, read from right to left.
#[derive(Debug)]
pub(super) struct Endings<T> {
    by_last: Lexicon<(usize, usize)>,
    rows: Vec<(Vec<u64>, T)>,
}

impl<T: Copy> Endings<T> {
    /// The phrases of a table; of two that fit, the longer is taken.
    pub(super) fn new(table: &[(&str, T)]) -> Self {
        let mut rows: Vec<(Vec<u64>, T)> = table
            .iter()
            .map(|(phrase, value)| (phrase.split(' ').rev().map(key_of).collect(), *value))
            .collect();
        rows.sort_by_key(|(keys, _)| (keys.first().copied(), usize::MAX - keys.len()));
        let mut by_last: Vec<(&str, (usize, usize))> = Vec::new();
        for (phrase, _) in table {
            let Some(last) = phrase.rsplit(' ').next() else {
                continue;
            };
            let key = key_of(last);
            let start = rows.partition_point(|(keys, _)| keys.first() < Some(&key));
            let end = rows.partition_point(|(keys, _)| keys.first() <= Some(&key));
            by_last.push((last, (start, end)));
        }
        Self {
            by_last: Lexicon::new(&by_last),
            rows,
        }
    }

    /// The longest phrase that ends right before `at`: where it starts, and its value.
    pub(super) fn before(&self, look: Look<'_>, at: usize) -> Option<(usize, T)> {
        let (start, end) = self.by_last.get(look.key_before(at, 1))?;
        self.rows.get(start..end)?.iter().find_map(|(keys, value)| {
            let from = at.checked_sub(keys.len())?;
            keys.iter()
                .enumerate()
                .all(|(back, key)| look.key_before(at, back + 1) == *key)
                .then_some((from, *value))
        })
    }
}
