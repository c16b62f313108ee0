//! Names a report has given in full, so that their short forms lead back to them.
//!
//! In: the names of each sentence as it is read. Out: for a last name or an acronym, the full name
//! and what it names. A last name borne by two persons of the report leads to neither of them.

use super::register;
use super::vocabulary::{self, LEADER};
use crate::lexicon::KeyHasher;
use crate::tokens::{Case, Kind, Words, key_of};
use evenhand_report::{NameKind, NameMention, Span};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// What a short form stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Full {
    /// The full name; none where the report has given several.
    pub name: Option<String>,
    /// What it names; none where the short form is that of a law or document.
    pub kind: Option<NameKind>,
}

/// The names of one report.
#[derive(Debug, Clone, Default)]
pub(crate) struct DefinedNames {
    by_short: HashMap<u64, Full, BuildHasherDefault<KeyHasher>>,
}

impl DefinedNames {
    /// What the word with this key stands for.
    pub(super) fn get(&self, key: u64) -> Option<&Full> {
        self.by_short.get(&key)
    }

    /// Takes in the names of one sentence.
    pub(crate) fn learn(&mut self, words: &Words, names: &[NameMention]) {
        for (at, name) in names.iter().enumerate() {
            if name.full.is_some() {
                continue;
            }
            match name.kind {
                NameKind::Person => self.person(words, name.span),
                NameKind::Body => {
                    let short = names
                        .get(at + 1)
                        .filter(|short| bracketed(words, name.span, short.span));
                    if let Some(short) = short {
                        self.set(
                            short.span.of(words.text()),
                            name.span.of(words.text()),
                            NameKind::Body,
                        );
                    }
                }
                NameKind::Place => {}
            }
        }
        self.documents(words, names);
    }

    /// "Ablyazov" for "Mukhtar Ablyazov"; "Guo" for "Guo Yongfeng", whose first word is no first name.
    fn person(&mut self, words: &Words, span: Span) {
        let tokens = words.tokens();
        let inside = |at: &usize| {
            tokens
                .get(*at)
                .is_some_and(|token| span.contains(token.span))
        };
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let capital: Vec<usize> = (first..tokens.len())
            .take_while(inside)
            .filter(|at| {
                tokens
                    .get(*at)
                    .is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower)
            })
            .collect();
        let full = span.of(words.text());
        if let [one] = capital.as_slice()
            && words.at(*one) == full
            && let Some((_, last)) = full.rsplit_once([' ', '-'])
        {
            // A leader of the register is one word.
            self.set(last, full, NameKind::Person);
        }
        let ([first, .., last], true) = (capital.as_slice(), capital.len() <= 7) else {
            return;
        };
        // A double last name keeps its hyphen: "Ala-Tuuhonen" is not "Tuuhonen".
        // "Hassan the Afghan": a word of the register is no last name, unless a leader's.
        let free = |at: usize| register::unit(words, at).is_none_or(|(_, class)| class == LEADER);
        let hyphen = last.checked_sub(1).is_some_and(|at| words.at(at) == "-");
        if !hyphen && free(*last) {
            self.set(words.at(*last), full, NameKind::Person);
        }
        if free(*first)
            && tokens
                .get(*first)
                .is_some_and(|token| vocabulary::roles(token.key) == 0)
        {
            self.set(words.at(*first), full, NameKind::Person);
        }
        // "Caruana Galizia", "Rios Montt": the last two words together.
        if let [.., before, last] = capital.as_slice()
            && capital.len() > 2
        {
            let both = words.span(*before, *last + 1).of(words.text());
            self.set(both, full, NameKind::Person);
        }
    }

    /// "the Public Order Act (POA)": an acronym after what is no name is none either.
    fn documents(&mut self, words: &Words, names: &[NameMention]) {
        let tokens = words.tokens();
        for (at, token) in tokens.iter().enumerate() {
            if token.case != Case::Upper
                || at == 0
                || words.at(at - 1) != "("
                || words.at(at + 1) != ")"
            {
                continue;
            }
            let named = names.iter().any(|name| name.span.overlaps(token.span));
            if !named {
                self.by_short.insert(
                    key_of(words.at(at)),
                    Full {
                        name: None,
                        kind: None,
                    },
                );
            }
        }
    }

    fn set(&mut self, short: &str, full: &str, kind: NameKind) {
        match self.by_short.get_mut(&key_of(short)) {
            Some(known) if known.kind == Some(kind) && kind == NameKind::Person => {
                let same = known
                    .name
                    .as_deref()
                    .is_some_and(|name| same_person(name, full));
                if !same {
                    known.name = None;
                } else if known
                    .name
                    .as_ref()
                    .is_some_and(|name| name.len() < full.len())
                {
                    known.name = Some(full.to_owned());
                }
            }
            _ => {
                self.by_short.insert(
                    key_of(short),
                    Full {
                        name: Some(full.to_owned()),
                        kind: Some(kind),
                    },
                );
            }
        }
    }
}

/// "Mukhtar Ablyazov" and "Mukhtar Kabulovich Ablyazov": every word of the shorter is in the longer.
fn same_person(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short
        .split(' ')
        .all(|word| long.split(' ').any(|other| other == word))
}

/// Whether `short` stands in brackets right after `full`.
fn bracketed(words: &Words, full: Span, short: Span) -> bool {
    let between = Span {
        start: full.end,
        end: short.start.max(full.end),
    };
    matches!(between.of(words.text()), " (" | " (“" | " (\"" | " (the ")
}
