//! Who a noun phrase is: its kind, how closely it is identified, the body of the register it names.
//!
//! In: a range of tokens. Out: a [`Source`], or the reason why it can be none (a law, a thing, "no
//! reports"). Kinds come, in this order, from the register of bodies and the report's own
//! definitions, the head noun, the words before it, what hangs on it ("members of ..."), and for a
//! bare name from the describing word it had when it was first mentioned.

use super::clause::{Clause, Range};
use super::heads::{NOUNS, Noun, Role};
use super::told::Told;
use super::words::{Class, KEYS};
use super::{antecedent, places};
use crate::Scene;
use crate::bodies::Bodies;
use crate::tokens::Case;
use evenhand_report::{Attribution, SourceKind, Specificity};

/// A noun phrase that can be the source of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// Who it is.
    pub(crate) kind: SourceKind,
    /// How closely it is identified.
    pub(crate) specificity: Specificity,
    /// The body it names, if the register or the report knows it.
    pub(crate) body: Option<String>,
    /// What a pronoun stands for.
    pub(crate) antecedent: Option<String>,
    /// It is a document rather than somebody.
    pub(crate) document: bool,
    /// The kind comes from a word, not from a default.
    pub(crate) sure: bool,
}

/// Why a phrase is no source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Not {
    /// A law provides; it does not credit.
    Law,
    /// Cases, conditions, years.
    Thing,
    /// "no group".
    Nobody,
    /// Nothing tells.
    Unknown,
}

/// Everything the classification looks at.
pub(crate) struct Who<'a, 'b> {
    /// The sentence and its context.
    pub(crate) scene: &'b Scene<'a>,
    /// Its words, tagged.
    pub(crate) clause: &'b Clause<'a>,
    /// What has been marked in the sentence so far.
    pub(crate) sofar: &'b [Attribution],
}

/// The row of the table for the noun at `at`.
pub(crate) fn noun_at(clause: &Clause<'_>, at: usize) -> Option<Noun> {
    let row = clause.tag(at)?.noun?;
    NOUNS.get(usize::from(row)).map(|(_, noun)| *noun)
}

impl Who<'_, '_> {
    /// The source that `range` names.
    pub(crate) fn is(&self, range: &Range) -> Result<Source, Not> {
        let clause = self.clause;
        if range.len() == 1 && clause.class(range.start) == Class::Pron {
            return antecedent::pronoun(self, range.start).ok_or(Not::Unknown);
        }
        if clause.class(range.start) == Class::No {
            return Err(Not::Nobody);
        }
        let parts = self.conjuncts(range);
        let mut told = match self.told(&parts[0], range.end) {
            // "children's rights and labor activists": the head stands at the end.
            Err(Not::Thing) if parts.len() > 1 && self.base(&parts[0]) == parts[0] => {
                Told::default()
            }
            told => told?,
        };
        let mut used = 0;
        let bare_name = told.kind.is_none() && !told.pointing && self.bare_name(&parts[0]);
        while !bare_name && told.kind.is_none() && used + 1 < parts.len() {
            used += 1;
            let joined = parts[0].start..parts[used].end;
            let more = self.told(&parts[used], range.end)?;
            told.named |= more.named;
            told = Told {
                named: told.named,
                ..more
            };
            if told.kind.is_none() {
                told.named |= self.named(&joined);
            }
        }
        // "Government and political officials": the first word only says whose officials they are.
        let borrowed = parts.len() == 2
            && parts[0].len() == 1
            && clause.is_any(
                parts[0].start,
                &["government", "state", "party", "ministry", "court"],
            )
            && parts[1].len() > 1;
        let skip = usize::from(borrowed);
        let named = told.named && !borrowed || parts.iter().skip(skip).any(|part| self.named(part));
        let pointing = told.pointing;
        let mut source = Source {
            kind: told.kind.unwrap_or(SourceKind::Observer),
            specificity: if named {
                Specificity::Named
            } else {
                Specificity::Category
            },
            body: told.body,
            antecedent: None,
            document: told.document
                || parts.len() > 1 && parts.last().is_some_and(|part| self.is_document(part)),
            sure: told.kind.is_some(),
        };
        // "the Lakeside Fund and other local NGOs": the class tells what the name is.
        if let Some(last) = parts.last()
            && parts.len() > 1
            && source.body.is_none()
            && !source.document
            && clause.is(last.start, "other")
            && self.named(&parts[0])
            && let Ok(others) = self.told(last, range.end)
            && let Some(
                kind @ (SourceKind::Ngo
                | SourceKind::Media
                | SourceKind::Union
                | SourceKind::Party
                | SourceKind::Intergovernmental),
            ) = others.kind
        {
            source.kind = kind;
            source.sure = true;
        }
        if pointing && let Some(found) = antecedent::definite(self, range) {
            if source.document && !source.sure && found.kind == SourceKind::Affected {
                source.kind = SourceKind::Expert;
                source.sure = true;
            } else if !source.sure
                || source.document
                || clause.is_any(range.start, &["this", "that", "these", "those"])
            {
                source.kind = found.kind;
                source.sure = true;
            }
            source.specificity = found.specificity;
            source.body = source.body.or(found.body);
            source.antecedent = found.antecedent;
        } else if pointing && source.document && !source.sure {
            source.kind = SourceKind::Expert;
            source.sure = true;
        }
        if !source.sure {
            let (kind, sure) = self.bare(if bare_name { &parts[0] } else { range })?;
            source.kind = kind;
            source.sure = sure;
        }
        if source.kind == SourceKind::State && places::foreign(self, range) {
            source.kind = SourceKind::ForeignState;
        } else if source.kind == SourceKind::ForeignState
            && source.body.is_none()
            && places::own(self, range)
        {
            source.kind = SourceKind::State;
        }
        Ok(source)
    }

    /// Whether the phrase is headed by a document.
    pub(super) fn is_document(&self, range: &Range) -> bool {
        let base = self.base(range);
        noun_at(self.clause, base.end - 1).is_some_and(|noun| noun.role == Role::Document)
    }

    /// The parts of a coordinated phrase: "media, lawyers, and the ombudsman".
    pub(super) fn conjuncts(&self, range: &Range) -> Vec<Range> {
        let clause = self.clause;
        let mut parts = Vec::new();
        let mut start = range.start;
        let mut at = range.start;
        while at < range.end {
            match clause.class(at) {
                Class::Open => {
                    while at < range.end && clause.class(at) != Class::Close {
                        at += 1;
                    }
                }
                Class::And | Class::Comma => {
                    // "Ministry of Health and Welfare" is one name.
                    let inside_name = at > start
                        && clause.class(at - 1) == Class::Name
                        && clause.class(at + 1) == Class::Name
                        && (start..at).any(|k| clause.key(k) == KEYS.of || clause.is(k, "for"))
                        && noun_at(clause, at + 1).is_none_or(|noun| noun.role != Role::Head)
                        && !self.body_starts(at + 1, range.end)
                        || self.one_name(start, at, range.end);
                    if !inside_name && at > start {
                        parts.push(start..at);
                    }
                    if !inside_name {
                        start = at + 1;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        if start < range.end {
            parts.push(start..range.end);
        }
        if parts.is_empty() {
            parts.push(range.clone());
        }
        parts
    }

    /// "the National Intelligence and Security Agency": before "and" no noun tells who it is, the last one does.
    fn one_name(&self, start: usize, joint: usize, end: usize) -> bool {
        let clause = self.clause;
        let named = |k: usize| clause.class(k) == Class::Name;
        clause.class(joint) == Class::And
            && joint > start
            && joint + 1 < end
            && named(joint - 1)
            && noun_at(clause, joint - 1).is_none()
            && (joint + 1..end).all(named)
            && noun_at(clause, end - 1)
                .is_some_and(|noun| matches!(noun.role, Role::Weak | Role::Head))
            && !(start..joint).any(|k| self.body_starts(k, joint))
            && !self.body_starts(joint + 1, end)
    }

    pub(super) fn body_starts(&self, at: usize, end: usize) -> bool {
        self.body_length(at, end).is_some()
    }

    pub(super) fn body_length(&self, at: usize, end: usize) -> Option<usize> {
        let words = self.clause.words;
        let known = Bodies::register()
            .find(words, at, end)
            .map(|(_, length)| length);
        let defined = self
            .scene
            .defined
            .find(words, at, end)
            .map(|(_, length)| length);
        known.max(defined)
    }

    /// The phrase up to its first preposition, participle or relative pronoun.
    pub(super) fn base(&self, range: &Range) -> Range {
        let clause = self.clause;
        let mut at = range.start;
        while at < range.end {
            // The first word of a sentence may belong to a name as well: "Reporters Without Borders".
            let capital = clause.class(at) == Class::Name
                || clause
                    .words
                    .tokens()
                    .get(at)
                    .is_some_and(|token| token.case == Case::Capital);
            if capital && let Some(length) = self.body_length(at, range.end) {
                at += length;
                continue;
            }
            let stop = match clause.class(at) {
                Class::Prep | Class::To => at > range.start,
                Class::Rel | Class::That | Class::Comma | Class::Open | Class::Be => true,
                Class::Ed => !clause.adjectival(at) && at > range.start && clause.nominal(at - 1),
                Class::Ing => {
                    at > range.start
                        && clause.nominal(at - 1)
                        && (clause.class(at + 1) != Class::Noun
                            || crate::names::plural_ending(clause.words.at(at - 1))
                            || noun_at(clause, at - 1).is_some())
                }
                Class::Finite => true,
                _ => false,
            };
            if stop {
                break;
            }
            at += 1;
        }
        range.start..at.max(range.start + 1)
    }
}
