//! What a comparison of two editions holds; written as JSON and as a chart from the same values.

use crate::dossier::About;
use evenhand_compare::pairs::Class;
use evenhand_report::SentenceIndex;
use serde::Serialize;

/// The name of the format of `compare.json`; the number rises when a field changes its meaning.
pub const FORMAT: &str = "evenhand compare 1";

/// What is said wherever something is absent.
pub const ABSENCE: &str = "What stands only in the earlier edition is absent from the later one: that is absence of reporting. \
    It may have been cut for length, and does not show that anything ended or improved; what stands only in the later one need not be new in the country.";

/// Two editions side by side.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// [`FORMAT`].
    pub format: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// The earlier edition.
    pub earlier: About,
    /// The later edition.
    pub later: About,
    /// How many rows of each kind, with rates.
    pub counts: Vec<WhatCount>,
    /// Rows whose statement has moved.
    pub moved: usize,
    /// Rows whose meaning changed.
    pub meaning_changed: usize,
    /// What is no longer there.
    pub gone: Gone,
    /// How absence is to be read.
    pub absence: &'static str,
    /// Every statement of both editions once, in the order of the later one.
    pub rows: Vec<Row>,
}

evenhand_report::written_enum! {
    /// What became of a statement.
    pub enum What {
        /// Stands word for word in both.
        Verbatim = "verbatim",
        /// Edited without a change of what is asserted.
        Style = "style",
        /// A name changed.
        Name = "name",
        /// A figure or date changed.
        Number = "number",
        /// A hedge, qualification or source changed.
        Caveat = "caveat",
        /// What is asserted changed.
        Substance = "substance",
        /// Only in the later edition.
        New = "new",
        /// Only in the earlier edition.
        Dropped = "dropped",
    }
}

impl From<Class> for What {
    fn from(class: Class) -> Self {
        match class {
            Class::Verbatim => Self::Verbatim,
            Class::Style => Self::Style,
            Class::Name => Self::Name,
            Class::Number => Self::Number,
            Class::Caveat => Self::Caveat,
            Class::Substance => Self::Substance,
        }
    }
}

/// How many rows are of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatCount {
    /// The kind.
    pub what: What,
    /// Rows.
    pub rows: usize,
    /// Statements of the earlier edition in them, on a hundred of its statements.
    pub per_100_earlier: Option<f64>,
    /// Statements of the later edition in them, on a hundred of its statements.
    pub per_100_later: Option<f64>,
    /// Share of the rows that stand in both editions; none for new and dropped ones.
    pub percent_of_matched: Option<f64>,
    /// Rows on 10,000 words: of the later edition, for dropped ones of the earlier.
    pub per_10000_words: Option<f64>,
}

evenhand_report::written_enum! {
    /// Whether a row holds more than one sentence of an edition.
    pub enum Join {
        /// One sentence became several.
        Split = "split",
        /// Several sentences became one.
        Merged = "merged",
    }
}

/// One statement in both editions, or in one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Its number in the chart, from 1.
    pub number: usize,
    /// What became of it.
    pub what: What,
    /// Every class of change, the weightiest first.
    pub classes: Vec<Class>,
    /// Whether a careful reader would learn something else.
    pub meaning_changed: bool,
    /// Whether its order among the other statements is another one.
    pub moved: bool,
    /// Whether it was split or merged.
    pub join: Option<Join>,
    /// Share of words in common, two decimals; 0 where there is one side only.
    pub similarity: f64,
    /// Why it has its class, in words.
    pub note: String,
    /// Where it stands in the earlier edition.
    pub old: Vec<Place>,
    /// Where it stands in the later edition.
    pub new: Vec<Place>,
    /// The earlier words, removed ones marked; empty for what is verbatim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub old_marked: Vec<Segment>,
    /// The later words, added ones marked; empty for what is verbatim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub new_marked: Vec<Segment>,
    /// The words each class rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A sentence and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Its number in its report, from 0.
    pub sentence: SentenceIndex,
    /// Where it stands, for people.
    pub pin: String,
    /// The heading it stands under.
    pub heading: String,
    /// Its words.
    pub text: String,
}

/// A stretch of words, changed or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// Whether it stands on this side only.
    pub changed: bool,
    /// The words, with the blank after them.
    pub text: String,
}

/// Words that speak for a class, and the rule that found them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The class.
    pub class: Class,
    /// The rule.
    pub rule: &'static str,
    /// Words of the earlier sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// Words of the later sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
}

/// What the later edition no longer has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gone {
    /// Rights some statement of the earlier edition is about and none of the later.
    pub rights: Vec<GoneRight>,
    /// Headings of the earlier edition that the later one has not.
    pub sections: Vec<GoneSection>,
    /// Sources named in the earlier edition to which the later one credits nothing.
    pub sources: Vec<GoneSource>,
    /// Persons named in the earlier edition and not in the later.
    pub persons: Vec<GonePerson>,
}

/// A right no longer spoken of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoneRight {
    /// Article of the Universal Declaration.
    pub article: u8,
    /// Its short name.
    pub name: &'static str,
    /// Statements about it in the earlier edition.
    pub statements: usize,
    /// On a hundred of its statements.
    pub per_100: Option<f64>,
    /// Where.
    pub pins: Vec<String>,
}

/// A heading no longer there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoneSection {
    /// What a pin-cite calls it.
    pub label: String,
    /// The heading.
    pub heading: String,
    /// Statements under it in the earlier edition.
    pub statements: usize,
    /// How many of them stand elsewhere in the later edition.
    pub elsewhere: usize,
    /// On a hundred of the earlier edition's statements.
    pub per_100: Option<f64>,
}

/// A source no longer heard.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoneSource {
    /// As it was named.
    pub source: String,
    /// What the earlier edition credited to it.
    pub credits: usize,
    /// On 10,000 words of the earlier edition.
    pub per_10000_words: Option<f64>,
    /// Whether its name still stands in the later edition, though nothing is credited to it.
    pub still_mentioned: bool,
    /// Where it was heard.
    pub pins: Vec<String>,
}

/// A person no longer named.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GonePerson {
    /// The name.
    pub name: String,
    /// How often the earlier edition names the person.
    pub mentions: usize,
    /// On 10,000 words of the earlier edition.
    pub per_10000_words: Option<f64>,
    /// Where.
    pub pins: Vec<String>,
}
