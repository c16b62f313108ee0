//! What one rule of names is shown: a run of capitals in its sentence, and what was found before it.

use super::defined::DefinedNames;
use super::tagged::Tagged;
use super::vocabulary::{
    ACRONYM, ADJECTIVE, FUNCTION, INSIDE, OPENER, PLAIN, REGISTER, Roles, SIDE,
};
use crate::tokens::Kind;
use evenhand_report::NameKind;
use std::ops::Range;

/// A name found, in tokens.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The tokens of the name.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
    /// The tokens of its description.
    pub description: Option<Range<usize>>,
    /// The full name, where this is a short form.
    pub full: Option<String>,
    /// The rule.
    pub rule: &'static str,
    /// The words themselves decide; a neighbour in a list does not overrule it.
    pub sure: bool,
}

impl Mention {
    /// A name that stands by its own words.
    pub(super) fn sure(tokens: Range<usize>, kind: NameKind, rule: &'static str) -> Self {
        Self {
            tokens,
            kind,
            description: None,
            full: None,
            rule,
            sure: true,
        }
    }

    /// A name that only its surroundings speak for.
    pub(super) fn likely(tokens: Range<usize>, kind: NameKind, rule: &'static str) -> Self {
        Self {
            sure: false,
            ..Self::sure(tokens, kind, rule)
        }
    }

    /// The same with a description.
    pub(super) fn described(self, description: Option<Range<usize>>) -> Self {
        Self {
            description: description.or(self.description),
            ..self
        }
    }
}

/// One run in its sentence.
pub(super) struct Look<'a> {
    /// The sentence.
    pub t: &'a Tagged<'a>,
    /// First token of the run.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// Where the name before this run ends.
    pub from: usize,
    /// Names the report has given in full.
    pub defined: &'a DefinedNames,
}

impl Look<'_> {
    /// The tokens of the run.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Words of the run, units of the register counted once.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        let t = self.t;
        self.tokens().filter(move |at| {
            t.token(*at).is_some_and(|token| token.kind == Kind::Word) && !t.is(*at, INSIDE)
        })
    }

    /// Words with a capital, units counted once.
    pub(super) fn capitals(&self) -> impl Iterator<Item = usize> {
        let t = self.t;
        self.words().filter(move |at| t.capital(*at))
    }

    /// The word that is the head: before the first "of", "for", or the last.
    pub(super) fn head(&self) -> usize {
        let mut head = self.start;
        for at in self.words() {
            if self.t.lower(at) && !self.t.glued(at) && !self.t.glued(at + 1) {
                if matches!(
                    self.t.text(at),
                    "of" | "for"
                        | "on"
                        | "against"
                        | "to"
                        | "de"
                        | "des"
                        | "du"
                        | "del"
                        | "without"
                        | "by"
                        | "pour"
                        | "para"
                ) && at > self.start
                {
                    return head;
                }
            } else {
                head = at;
            }
        }
        head
    }

    /// Whether the word at `at` is neither in the word list nor in the register.
    pub(super) fn unknown(&self, at: usize) -> bool {
        !self.t.is(
            at,
            PLAIN | FUNCTION | OPENER | ADJECTIVE | REGISTER | SIDE | ACRONYM | INSIDE,
        )
    }

    /// Whether every capital word of the run has one of these roles.
    pub(super) fn all(&self, roles: Roles) -> bool {
        self.capitals().all(|at| self.t.is(at, roles))
    }

    /// Whether a word of the run has one of these roles.
    pub(super) fn any(&self, roles: Roles) -> bool {
        self.capitals().any(|at| self.t.is(at, roles))
    }

    /// Whether the capital of the first word says nothing.
    pub(super) fn initial(&self) -> bool {
        self.t.tags.get(self.start).is_some_and(|tag| tag.initial)
    }

    /// The letters of the token after the run.
    pub(super) fn next(&self) -> &str {
        self.t.text(self.end)
    }

    /// The token before the run, if there is one.
    pub(super) fn last_before(&self) -> Option<usize> {
        self.start.checked_sub(1)
    }

    /// The same run cut to `start..end`.
    pub(super) fn cut(&self, start: usize, end: usize) -> Look<'_> {
        Look {
            start,
            end,
            ..*self
        }
    }
}
