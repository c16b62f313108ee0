//! The noun phrase that begins at a word, found by walking right.
//!
//! In: a tagged sentence and the first word of a phrase. Out: where it ends, with its "of" and
//! "by" phrases, an apposition that names it, and, where asked for, the rest of a list.

use super::clause::{Clause, Range};
use super::words::{Class, KEYS};
use crate::tokens::{Case, Kind};

impl Clause<'_> {
    /// The noun phrase that begins at `from`, up to `stop`, with what hangs on it.
    pub(crate) fn phrase_from(&self, from: usize, lists: bool) -> Option<Range> {
        let mut at = from;
        let mut end = from;
        let mut comma = None;
        while at < self.len() {
            match self.class(at) {
                // "activists related to the case"
                Class::Noun
                    if at > from
                        && self.is_any(at, &["related", "relating"])
                        && self.class(at + 1) == Class::To =>
                {
                    break;
                }
                Class::Noun | Class::Name | Class::Num => end = at + 1,
                Class::Poss => end = at + 1,
                Class::Pron if at == from => return Some(from..from + 1),
                Class::Det | Class::No => {
                    // A new article after a finished phrase begins something else.
                    // "the agency's most recent data", "Save the Children"
                    let goes_on = at > from
                        && (self.class(at - 1) == Class::Poss
                            || self.is(at - 1, "Save") && self.class(at - 1) == Class::Name);
                    if at > from && self.nominal(at - 1) && comma.is_none() && !goes_on {
                        break;
                    }
                }
                Class::Hyphen | Class::And => {}
                Class::Adv if at == from || !self.nominal(at - 1) => {}
                Class::Prep | Class::To => {
                    if self.is(at, "at") && self.is_any(at + 1, &["least", "most"])
                        || self.temporal(at) && self.key(at) != KEYS.of && self.key(at) != KEYS.from
                        || self.is_any(
                            at,
                            &[
                                "as",
                                "after",
                                "before",
                                "since",
                                "until",
                                "despite",
                                "without",
                                "including",
                                "during",
                                "because",
                                "due",
                                "according",
                                "while",
                            ],
                        )
                    {
                        break;
                    }
                    if self.class(at) == Class::To
                        && self.class(at + 1) == Class::Noun
                        && self.tag(at + 1).is_some_and(|t| t.verb.is_some())
                    {
                        break;
                    }
                }
                Class::Open => {
                    let close =
                        (at..(at + 14).min(self.len())).find(|k| self.class(*k) == Class::Close);
                    match close {
                        Some(close) if self.is_name_bracket(at, close) => {
                            end = close + 1;
                            at = close + 1;
                            continue;
                        }
                        _ => break,
                    }
                }
                Class::Quote => {
                    let close = (at + 1..(at + 10).min(self.len()))
                        .find(|k| self.class(*k) == Class::Quote);
                    match close {
                        Some(close) if self.class(at + 1) == Class::Name => {
                            end = close + 1;
                            at = close + 1;
                            continue;
                        }
                        _ => break,
                    }
                }
                Class::Ed => {
                    if self.adjectival(at) && (at == from || !self.nominal(at - 1)) {
                    } else if at > from
                        && self.nominal(at - 1)
                        && self.verb(at).is_none()
                        && let Some(by) = self.agent_soon(at)
                    {
                        at = by;
                    } else if at > from && self.class(at - 1) == Class::Det {
                    } else {
                        break;
                    }
                }
                Class::Ing => {
                    let modifies = at == from || !self.nominal(at - 1);
                    let working = self.nominal(at.wrapping_sub(1))
                        && self.tag(at).is_some_and(|tag| tag.verb.is_none());
                    if !modifies && !working {
                        break;
                    }
                }
                Class::Rel if self.is(at, "who") && at > from && self.nominal(at - 1) => {}
                Class::Finite | Class::Be | Class::Have
                    if at > from && self.class(at - 1) == Class::Rel => {}
                Class::Comma => {
                    if !self.runs_on(from, at, lists) {
                        break;
                    }
                    comma = Some(at);
                }
                _ => break,
            }
            at += 1;
        }
        (end > from).then_some(from..end)
    }

    /// An acronym or a short name in brackets: part of the name before it.
    pub(super) fn is_name_bracket(&self, open: usize, close: usize) -> bool {
        close > open + 1
            && close - open <= 8
            && (open + 1..close).all(|at| {
                matches!(
                    self.class(at),
                    Class::Name | Class::Hyphen | Class::Quote | Class::Det | Class::Prep
                ) || self
                    .words
                    .tokens()
                    .get(at)
                    .is_some_and(|token| token.case != Case::Lower)
            })
            && (open + 1..close).any(|at| {
                self.words
                    .tokens()
                    .get(at)
                    .is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower)
            })
            && !self.is_any(open + 1, &["see"])
    }

    /// "published in March by": an agent follows the participle at `at`.
    pub(super) fn agent_soon(&self, at: usize) -> Option<usize> {
        let mut k = at + 1;
        while k < self.len() && k < at + 7 {
            if self.key(k) == KEYS.by {
                return Some(k);
            }
            match self.class(k) {
                Class::Prep | Class::Name | Class::Num | Class::Det | Class::Noun | Class::Adv => {}
                _ => return None,
            }
            k += 1;
        }
        None
    }

    /// Whether the phrase goes on after the comma: an apposition, or a list with "and".
    pub(super) fn runs_on(&self, from: usize, comma: usize, lists: bool) -> bool {
        let first = comma + 1;
        if self.class(first) == Class::And {
            return lists
                && self.class(first + 1) != Class::Num
                && self.nominal(first + 1)
                    | matches!(self.class(first + 1), Class::Det | Class::Name);
        }
        if !matches!(self.class(first), Class::Det | Class::Name | Class::Noun) {
            return false;
        }
        if self.tag(first).is_some_and(|tag| tag.time)
            || self.is_any(first, &["some", "many", "several", "most", "all"]) && !lists
        {
            return false;
        }
        // To the next comma or stop: noun phrase only?
        let mut at = first;
        while at < self.len() && !matches!(self.class(at), Class::Comma | Class::Stop) {
            if self.finite(at)
                || matches!(
                    self.class(at),
                    Class::That | Class::Sub | Class::There | Class::Pron | Class::But
                )
            {
                return false;
            }
            if self.class(at) == Class::Open {
                match (at..self.len()).find(|k| self.class(*k) == Class::Close) {
                    Some(close) => at = close,
                    None => return false,
                }
            }
            at += 1;
        }
        let joint = (first..at).any(|k| self.class(k) == Class::And)
            || (self.class(at) == Class::Comma && self.class(at + 1) == Class::And);
        let closes_list = lists && (joint || self.class(at) == Class::Stop);
        let named = (from..comma).any(|k| self.class(k) == Class::Name);
        let describes = self.is_any(first, &["the"])
            || self.is_any(first, &["a", "an"])
                && (first..at).any(|k| super::antecedent::is_person_word(self.words, k))
            || (self.class(first) == Class::Name
                && (first..at).all(|k| {
                    matches!(
                        self.class(k),
                        Class::Name
                            | Class::Prep
                            | Class::Hyphen
                            | Class::Poss
                            | Class::Det
                            | Class::Noun
                    )
                }));
        let apposed = !lists
            && !joint
            && self.class(at) == Class::Comma
            && describes
            && self.class(at + 1) != Class::And
            && (named || self.class(first) == Class::Name)
            && self.subject_ahead(at + 1);
        closes_list || apposed
    }
}
