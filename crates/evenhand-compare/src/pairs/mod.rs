//! One statement in two editions: what kind of change lies between the two wordings.
//!
//! In: an older and a newer sentence. Out: a [`Pair`]: whether they are one statement, every kind
//! of change with its places and rule, the weightiest, and whether a careful reader learns
//! something else. Rules find the evidence; whole-number weights (`weights/pairs.tsv`, made by
//! `cargo xtask train-pairs`) say which kind leads where several could. A class without evidence
//! in the words is never given.

mod decide;
mod edits;
mod evidence;
mod lexicon;
mod tokens;

use evenhand_report::Span;

evenhand_report::written_enum! {
    /// A class of change, the lightest first.
    pub enum Class {
        /// Not one mark is different but for typography.
        Verbatim = "verbatim",
        /// Punctuation, spelling, house terms, tense, word order: nothing else is asserted.
        Style = "style",
        /// A person, body, place or law is named otherwise, the assertion is the same.
        Name = "name",
        /// A quantity, percentage, sum, date or year is different, the assertion is the same.
        Number = "number",
        /// A hedge, qualification or source is added, dropped or exchanged.
        Caveat = "caveat",
        /// What is asserted is different.
        Substance = "substance",
    }
}

evenhand_report::written_enum! {
    /// Whether two sentences are one statement.
    pub enum Relation {
        /// The newer one is the older one carried on.
        Same = "same",
        /// They share words or a topic.
        Different = "different",
    }
}

/// One piece of evidence: words on either side, and the rule that found them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What it speaks for.
    pub class: Class,
    /// The rule that found it.
    pub rule: &'static str,
    /// Words of the older sentence.
    pub old: Option<Span>,
    /// Words of the newer sentence.
    pub new: Option<Span>,
}

/// What lies between two wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Whether they are one statement.
    pub relation: Relation,
    /// Every class of change, the weightiest first; empty for what is verbatim or different.
    pub classes: Vec<Class>,
    /// The weightiest class; [`Class::Verbatim`] where nothing changed.
    pub main: Class,
    /// Whether a careful reader would learn something else about the country.
    pub meaning_changed: bool,
    /// The evidence, in reading order.
    pub changes: Vec<Change>,
}

/// Classes a pair of wordings.
#[must_use]
pub fn class(old: &str, new: &str) -> Pair {
    if crate::words::same_letters(old, new)
        || crate::words::exact_key(old) == crate::words::exact_key(new)
    {
        return Pair {
            relation: Relation::Same,
            classes: Vec::new(),
            main: Class::Verbatim,
            meaning_changed: false,
            changes: Vec::new(),
        };
    }
    let edits = edits::Edits::of(old, new);
    decide::decide(evidence::evidence(&edits))
}

/// The names of the counts that the weights combine.
#[must_use]
pub fn features() -> &'static [&'static str] {
    evidence::FEATURES
}

/// The counts of one pair, by [`features`], and which of [`CHOICES`] have evidence: for making the
/// weights.
#[must_use]
pub fn counts(old: &str, new: &str) -> (Vec<i32>, [bool; 5]) {
    let evidence = evidence::evidence(&edits::Edits::of(old, new));
    let open = CHOICES.map(|class| class == Class::Style || evidence.speaks_for(class));
    (evidence.counts, open)
}

/// The classes the weights choose among, in the order of their columns.
pub const CHOICES: [Class; 5] = [
    Class::Style,
    Class::Name,
    Class::Number,
    Class::Caveat,
    Class::Substance,
];
