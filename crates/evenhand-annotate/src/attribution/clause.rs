//! Noun phrases around a verb: its subject however far away, and the phrase that follows a word.
//!
//! In: the words of a sentence. Out: ranges of tokens. It knows no kinds of sources and marks
//! nothing; it is a shallow grammar of English clauses, read from the closed classes of words.

use super::words::{self, Class, Form, KEYS, Tag, Trigger};
use crate::Scene;
use crate::tokens::Words;

/// A range of tokens, end exclusive.
pub(crate) type Range = std::ops::Range<usize>;

/// A sentence with the part each word plays.
pub(crate) struct Clause<'a> {
    /// The words.
    pub(crate) words: &'a Words,
    tags: Vec<Tag>,
    /// Whether any rule has something to begin at.
    pub(crate) triggered: bool,
}

impl<'a> Clause<'a> {
    /// The sentence of a scene, tagged.
    pub(crate) fn of(scene: &Scene<'a>) -> Self {
        Self::read(scene.words)
    }

    /// Words, tagged.
    pub(crate) fn read(words: &'a Words) -> Self {
        let tokens = words.tokens();
        let mut tags = Vec::with_capacity(tokens.len());
        let mut opening = true;
        let mut triggered = false;
        for (at, token) in tokens.iter().enumerate() {
            let tag = words::tag(words, at, *token, opening);
            triggered |= tag.verb.is_some() || tag.trigger.is_some();
            opening = match tag.class {
                Class::Stop => true,
                Class::Quote => opening || at == 0,
                _ => false,
            };
            tags.push(tag);
        }
        for at in 1..tags.len() {
            // "press reporting" is a noun.
            let told = tags
                .get(at - 1)
                .is_some_and(|tag| tag.before.is_some() && tag.class != Class::Prep);
            let told = told
                || at == 1
                    && [
                        "independent",
                        "local",
                        "investigative",
                        "public",
                        "credible",
                        "recent",
                    ]
                    .iter()
                    .any(|word| words.is(0, word));
            if told
                && words.is(at, "reporting")
                && let Some(tag) = tags.get_mut(at)
            {
                tag.class = Class::Noun;
                tag.verb = None;
            }
        }
        for at in 1..tags.len() {
            // "lawyers for the accused said": the participle stands for people.
            let standing = words.is(at - 1, "the")
                && ["accused", "deceased", "detained", "convicted", "bereaved"]
                    .iter()
                    .any(|word| words.is(at, word))
                && tags.get(at + 1).is_none_or(|tag| {
                    !matches!(
                        tag.class,
                        Class::Noun | Class::Name | Class::Num | Class::Hyphen | Class::Det
                    )
                });
            if standing && let Some(tag) = tags.get_mut(at) {
                tag.class = Class::Noun;
                tag.verb = None;
            }
        }
        // "state-owned", "so-called", "child-labor/findings": parts of one word.
        for at in 1..tags.len() {
            if tags.get(at).is_none_or(|tag| tag.class != Class::Hyphen) {
                continue;
            }
            let dotted = words.at(at) == ".";
            let named = tags.get(at - 1).is_some_and(|tag| tag.class == Class::Name);
            for part in [at - 1, at + 1] {
                if let Some(tag) = tags.get_mut(part)
                    && !matches!(tag.class, Class::Name | Class::Num | Class::And)
                {
                    tag.class = if dotted && named {
                        Class::Name
                    } else {
                        Class::Noun
                    };
                    tag.verb = None;
                    tag.trigger = None;
                }
            }
        }
        Self {
            words,
            tags,
            triggered,
        }
    }

    /// Number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.tags.len()
    }

    /// The tag at `at`.
    pub(crate) fn tag(&self, at: usize) -> Option<&Tag> {
        self.tags.get(at)
    }

    /// The part the word at `at` plays; a stop past the end.
    pub(crate) fn class(&self, at: usize) -> Class {
        self.tags.get(at).map_or(Class::Stop, |tag| tag.class)
    }

    /// The key of the token at `at`.
    pub(crate) fn key(&self, at: usize) -> u64 {
        self.words.tokens().get(at).map_or(0, |token| token.key)
    }

    /// Whether the word at `at` is this one.
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.words.is(at, word)
    }

    /// Whether the word at `at` is one of these.
    pub(crate) fn is_any(&self, at: usize, list: &[&str]) -> bool {
        let word = self.words.at(at);
        !word.is_empty() && list.iter().any(|one| word.eq_ignore_ascii_case(one))
    }

    /// Noun, name, number and the like: what a noun phrase may end in.
    pub(crate) fn nominal(&self, at: usize) -> bool {
        matches!(
            self.class(at),
            Class::Noun | Class::Name | Class::Num | Class::Close
        ) || (self.class(at) == Class::Quote && at > 0)
            || (self.class(at) == Class::Poss && self.class(at + 1) != Class::Noun)
    }

    /// A verb that stands as the finite verb of a clause, not as an adjective or in "those arrested in".
    pub(crate) fn finite(&self, at: usize) -> bool {
        match self.class(at) {
            Class::Finite | Class::Be | Class::Have | Class::Do | Class::Modal => true,
            Class::Ed => !self.adjectival(at) && !self.reduced(at),
            _ => false,
        }
    }

    /// "-ed" before a noun as its adjective: "several detained students".
    pub(crate) fn adjectival(&self, at: usize) -> bool {
        if self.class(at) != Class::Ed {
            return false;
        }
        let next = self.class(at + 1);
        if at > 0 && self.class(at - 1) == Class::Hyphen {
            return true;
        }
        let article = at > 0 && matches!(self.class(at - 1), Class::Det | Class::No | Class::Poss);
        // "both recognized and unrecognized groups"
        if article
            && next == Class::And
            && matches!(self.class(at + 2), Class::Ed | Class::Noun)
            && matches!(self.class(at + 3), Class::Noun | Class::Name)
        {
            return true;
        }
        let described = matches!(next, Class::Noun | Class::Name | Class::Hyphen | Class::Ed)
            || article && matches!(next, Class::Num | Class::Quote);
        if !described {
            return false;
        }
        let mut before = at;
        while before > 0 && self.class(before - 1) == Class::Adv {
            before -= 1;
        }
        if before == 0 {
            return true;
        }
        matches!(
            self.class(before - 1),
            Class::Det
                | Class::No
                | Class::Prep
                | Class::Num
                | Class::Poss
                | Class::Hyphen
                | Class::Stop
        ) || (self.class(before - 1) == Class::Ed
            && (self.adjectival(before - 1)
                || self.verb(before - 1).is_some()
                    && self.tag(at).is_some_and(|tag| !tag.alone)
                    && !self.is_any(at, &["included", "involved"])))
    }

    /// "-ed" after a noun with no object: "persons detained in the protests".
    pub(super) fn reduced(&self, verb: usize) -> bool {
        let at = verb;
        if self.class(at) != Class::Ed || at == 0 {
            return false;
        }
        let before = if self.class(at - 1) == Class::Adv && at > 1 {
            at - 2
        } else {
            at - 1
        };
        if !self.nominal(before) && self.class(before) != Class::Comma {
            return false;
        }
        // "registered solely in"
        let at = if self.class(at + 1) == Class::Adv && self.class(at + 2) == Class::Prep {
            at + 1
        } else {
            at
        };
        let next = self.class(at + 1);
        let Some(tag) = self.tag(verb) else {
            return false;
        };
        if tag.alone || self.is_any(verb, &["called"]) {
            return false;
        }
        if tag.verb.is_some() && !tag.object && next == Class::Prep {
            // "reported in May that"
            if self.key(at + 1) == KEYS.by {
                return true;
            }
            if self.content_soon(at + 1)
                || self.class(before) == Class::Name
                || self.is_person(before)
            {
                return false;
            }
            // The only verb of its clause is no participle.
            return self.other_verb(verb);
        }
        if next == Class::Prep
            && tag.object
            && self.class(before) == Class::Name
            && self.key(at + 1) != KEYS.by
            && !self.other_verb(verb)
        {
            return false;
        }
        if next == Class::Prep && tag.verb.is_some() && self.object_relative(before) {
            return false;
        }
        next == Class::Prep
            || (next == Class::To && tag.verb.is_none())
            || (next == Class::Name && self.tag(at + 1).is_some_and(|tag| tag.time))
    }

    /// Whether the clause around `at` holds another verb.
    pub(super) fn other_verb(&self, at: usize) -> bool {
        let verb = |k: &usize| {
            matches!(
                self.class(*k),
                Class::Finite | Class::Be | Class::Have | Class::Do | Class::Modal
            ) || self.class(*k) == Class::Ed && *k > 0 && self.nominal(*k - 1)
        };
        let end = |k: &usize| {
            !matches!(
                self.class(*k),
                Class::Stop | Class::Sub | Class::That | Class::Rel
            )
        };
        (0..at).rev().take_while(end).any(|k| verb(&k))
            || (at + 1..self.len()).take_while(end).any(|k| verb(&k))
    }

    /// "a process that observers described as": the noun phrase ending at `last` stands behind a
    /// relative pronoun that is its verb's object.
    pub(crate) fn object_relative(&self, last: usize) -> bool {
        let mut at = last + 1;
        while at > 0 && at + 6 > last {
            at -= 1;
            match self.class(at) {
                Class::That | Class::Rel => {
                    return at > 0 && (self.nominal(at - 1) || self.class(at - 1) == Class::Comma);
                }
                Class::Noun
                | Class::Name
                | Class::Det
                | Class::Adv
                | Class::Hyphen
                | Class::Poss
                | Class::And
                | Class::Pron => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the noun at `at` stands for somebody.
    pub(crate) fn is_person(&self, at: usize) -> bool {
        self.tag(at).is_some_and(|tag| {
            tag.noun.is_some_and(|row| {
                super::heads::NOUNS
                    .get(usize::from(row))
                    .is_some_and(|(_, noun)| noun.kind.is_some())
            })
        })
    }

    /// The bracket that the one at `close` closes, or `close` itself.
    pub(super) fn opening(&self, close: usize) -> usize {
        (0..close)
            .rev()
            .find(|at| self.class(*at) == Class::Open)
            .unwrap_or(close)
    }

    pub(super) fn comma_before(&self, end: usize) -> Option<usize> {
        let mut at = end;
        while at > 0 {
            at -= 1;
            match self.class(at) {
                Class::Comma => return Some(at),
                Class::Close => at = self.opening(at),
                Class::Stop => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether all words of a range are words of time.
    pub(crate) fn timely(&self, range: &Range) -> bool {
        range.clone().all(|at| {
            self.tag(at).is_some_and(|tag| {
                tag.time
                    || matches!(
                        tag.class,
                        Class::Det | Class::Prep | Class::And | Class::Num | Class::Comma
                    )
            })
        })
    }

    /// Whether a stretch of time follows the preposition at `at`.
    pub(crate) fn temporal(&self, at: usize) -> bool {
        let mut next = at + 1;
        while matches!(self.class(next), Class::Det) {
            next += 1;
        }
        let Some(tag) = self.tag(next) else {
            return false;
        };
        let mut after = next;
        while self.tag(after).is_some_and(|tag| tag.time) {
            after += 1;
        }
        // "into the 2018 violence", "in 2019 figures"
        if tag.time && self.class(after) == Class::Noun && !self.is_any(after, &["the"]) {
            return false;
        }
        tag.time
            && (tag.class != Class::Num || self.words.at(next).len() == 4)
            && !(tag.class == Class::Name
                && self.class(next + 1) == Class::Name
                && !self.tag(next + 1).is_some_and(|t| t.time))
    }

    /// The verb of the list at `at` and its form.
    pub(crate) fn verb(&self, at: usize) -> Option<(u16, Form)> {
        self.tag(at)?.verb
    }

    /// The trigger at `at`.
    pub(crate) fn trigger(&self, at: usize) -> Option<Trigger> {
        self.tag(at)?.trigger
    }
}
