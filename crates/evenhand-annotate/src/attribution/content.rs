//! What follows or precedes a reporting verb as its content: a clause, a quotation.
//!
//! In: a tagged sentence and a verb. Out: yes or no. It does not say where the content ends.

use super::clause::Clause;
use super::words::Class;

impl Clause<'_> {
    /// "that", "there were" or a quotation before the clause ends.
    pub(crate) fn content_soon(&self, from: usize) -> bool {
        (from..(from + 16).min(self.len()))
            .take_while(|at| !matches!(self.class(*at), Class::Stop | Class::Rel | Class::Sub))
            .any(|at| {
                matches!(self.class(at), Class::There | Class::Quote)
                    || self.class(at) == Class::That
                        && !(self.finite(at + 1) && at > from && self.class(at - 1) == Class::Noun)
            })
    }

    /// Whether a clause with its own subject and verb begins at `from`.
    pub(crate) fn subject_ahead(&self, from: usize) -> bool {
        let mut at = from;
        let mut noun = false;
        let mut passed = false;
        while at < self.len() && at < from + 22 {
            match self.class(at) {
                Class::Stop | Class::Comma if noun => return false,
                Class::But | Class::Sub => return false,
                Class::There => return true,
                Class::Noun | Class::Name | Class::Pron | Class::Num => noun = true,
                Class::That | Class::Rel if noun => passed = true,
                _ if noun && self.finite(at) => {
                    if !passed {
                        return true;
                    }
                    // The verb of a relative clause: another must follow.
                    if !matches!(
                        self.class(at),
                        Class::Be | Class::Have | Class::Do | Class::Modal
                    ) || !matches!(self.class(at + 1), Class::Ed | Class::Be)
                    {
                        passed = false;
                        noun = false;
                        while matches!(self.class(at + 1), Class::Ed | Class::Adv) {
                            at += 1;
                        }
                        if self.class(at + 1) == Class::Stop {
                            return false;
                        }
                    }
                }
                _ if self.finite(at) => return false,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Whether a clause follows the verb at `verb`: "that", a quotation, or subject and verb.
    pub(crate) fn clause_follows(&self, verb: usize) -> bool {
        let mut at = verb + 1;
        while self.class(at) == Class::Adv {
            at += 1;
        }
        match self.class(at) {
            Class::That | Class::Quote | Class::There => true,
            Class::Stop => self.is(at, ":") || at + 1 >= self.len() && self.content_before(verb),
            Class::Comma => {
                // "said, “...”", "argued, however, that", or the content stands before.
                matches!(self.class(at + 1), Class::Quote | Class::That)
                    || self.class(at + 1) == Class::Adv
                        && self.class(at + 2) == Class::Comma
                        && self.class(at + 3) == Class::That
                    || self.content_before(verb)
            }
            Class::Prep | Class::To => {
                // "told reporters in May that"
                self.that_soon(at, 9)
            }
            Class::Det
            | Class::Noun
            | Class::Name
            | Class::Num
            | Class::Pron
            | Class::No
            | Class::Ed => self.that_soon(at, 6) || self.subject_ahead(at),
            _ => false,
        }
    }

    /// "that ...", a quotation, or the content before: in so many words.
    pub(crate) fn says_so(&self, verb: usize) -> bool {
        let mut at = verb + 1;
        while self.class(at) == Class::Adv {
            at += 1;
        }
        match self.class(at) {
            Class::That | Class::There => true,
            Class::Quote => true,
            Class::Prep => self.content_soon(at),
            Class::To | Class::Comma => self.clause_follows(verb),
            Class::Stop => self.is(at, ":") || at + 1 >= self.len() && self.content_before(verb),
            Class::Noun | Class::Name | Class::Det | Class::Pron => {
                // "told the family that": the one who is told stands between.
                self.tag(verb).is_some_and(|tag| tag.verb.is_some())
                    && self.is_any(
                        verb,
                        &[
                            "informed",
                            "advised",
                            "told",
                            "informing",
                            "advising",
                            "promised",
                        ],
                    )
                    && (self.content_soon(at)
                        || (at..at + 8).any(|k| self.class(k) == Class::Pron && self.finite(k + 1)))
            }
            _ => false,
        }
    }

    pub(super) fn that_soon(&self, from: usize, within: usize) -> bool {
        (from..(from + within).min(self.len()))
            .take_while(|at| !matches!(self.class(*at), Class::Stop) && !self.finite(*at))
            .any(|at| {
                self.class(at) == Class::That && self.class(at + 1) != Class::Noun
                    || self.class(at) == Class::That && !self.nominal(at.wrapping_sub(1))
            })
    }

    /// "..., activists said": a comma or a quotation stands before the subject.
    pub(crate) fn content_before(&self, verb: usize) -> bool {
        let start = self.group(verb).start;
        let mut at = start;
        let mut steps = 0;
        while at > 0 && steps < 12 {
            at -= 1;
            steps += 1;
            match self.class(at) {
                Class::Comma | Class::Quote => {
                    return (0..at).any(|k| self.finite(k));
                }
                Class::Stop => return false,
                _ if self.finite(at) => return false,
                _ => {}
            }
        }
        false
    }
}
