//! A verb with its auxiliaries: passive, negated, "continued to", inside a relative clause or not.
//!
//! In: a tagged sentence. Out: [`Group`], and the verbs left of a place. It finds no subjects.

use super::clause::Clause;
use super::words::Class;

/// The verb with its auxiliaries and adverbs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// First token of the group.
    pub(crate) start: usize,
    /// "was reported".
    pub(crate) passive: bool,
    /// "did not report".
    pub(crate) negated: bool,
    /// "may report".
    pub(crate) modal: bool,
    /// "failed to report": what was not said.
    pub(crate) unsaid: bool,
    /// "to report" after anything but "continued" and the like.
    pub(crate) infinitive: bool,
    /// Where "widely" or "generally" stands, if it does.
    pub(crate) widely: bool,
}

impl Clause<'_> {
    /// The verb at `verb` with what belongs to it on the left.
    pub(crate) fn group(&self, verb: usize) -> Group {
        let mut group = Group {
            start: verb,
            passive: false,
            negated: false,
            modal: false,
            unsaid: false,
            infinitive: false,
            widely: false,
        };
        let ing = self.class(verb) == Class::Ing;
        while group.start > 0 {
            let at = group.start - 1;
            match self.class(at) {
                Class::Adv => {
                    group.negated |= self.is_any(at, &["not", "never", "rarely", "seldom"]);
                    group.widely |= self.is_any(
                        at,
                        &[
                            "widely",
                            "generally",
                            "commonly",
                            "largely",
                            "publicly",
                            "broadly",
                            "internationally",
                        ],
                    );
                }
                Class::Be => group.passive |= !ing,
                Class::Have => {}
                Class::Do => {
                    group.negated |= self.words.at(at).ends_with("n't");
                }
                Class::Modal => group.modal = true,
                Class::Hyphen if self.class(at.wrapping_sub(1)) == Class::Noun && at > 0 => {}
                Class::To if at > 0 => {
                    let control = at - 1;
                    if self.is_any(control, GO_ON) {
                        group.start = control;
                        continue;
                    }
                    group.infinitive = true;
                    group.unsaid |= self.is_any(control, REFUSE);
                    group.start = at;
                    break;
                }
                _ => break,
            }
            group.start = at;
        }
        group
    }

    /// The nearest finite verb left of `at`.
    pub(crate) fn earlier_verb(&self, at: usize) -> Option<usize> {
        let mut k = at;
        while k > 0 {
            k -= 1;
            match self.class(k) {
                Class::Stop => return None,
                Class::Close => k = self.opening(k),
                Class::Finite | Class::Ed if self.finite(k) => return Some(k),
                Class::Be | Class::Have | Class::Modal | Class::Do
                    if k == 0 || self.class(k - 1) != Class::To =>
                {
                    return Some(k);
                }
                _ => {}
            }
        }
        None
    }

    /// Whether a relative pronoun governs the finite verb at `verb`.
    pub(super) fn inside_relative(&self, verb: usize) -> bool {
        self.relative_before(verb).is_some()
    }

    /// The relative pronoun of the clause in which `verb` stands: "who visited", "whom police held".
    pub(super) fn relative_before(&self, verb: usize) -> Option<usize> {
        let start = self.group(verb).start;
        let mut at = start;
        let mut steps = 0;
        while at > 0 && steps < 14 {
            at -= 1;
            steps += 1;
            match self.class(at) {
                Class::Rel => return Some(at),
                Class::That => {
                    let noun = at > 0 && self.nominal(at - 1);
                    return (noun && at + 1 == start).then_some(at);
                }
                Class::Stop | Class::Sub | Class::Comma => return None,
                Class::But => return None,
                Class::Close => at = self.opening(at),
                _ if self.finite(at) => {
                    // "who visited prisons and spoke": the same relative clause.
                    let coordinated = (at + 1..start).any(|k| self.class(k) == Class::And);
                    if !coordinated
                        && !matches!(
                            self.class(at),
                            Class::Be | Class::Have | Class::Do | Class::Modal
                        )
                    {
                        return None;
                    }
                }
                _ => {}
            }
        }
        None
    }
}

/// "continued to report" is reporting.
const GO_ON: &[&str] = &[
    "continued",
    "continue",
    "continues",
    "continuing",
    "began",
    "begin",
    "started",
    "went",
    "tended",
    "appeared",
    "seemed",
    "used",
    "proceeded",
    "came",
    "chose",
    "quick",
    "happened",
    "remained",
];

/// "refused to comment" is not.
const REFUSE: &[&str] = &[
    "refused",
    "failed",
    "declined",
    "reluctant",
    "unwilling",
    "hesitated",
    "unable",
    "refusing",
    "failing",
    "afraid",
    "neglected",
    "hesitant",
    "failure",
    "refusal",
    "forgot",
    "omitted",
];
