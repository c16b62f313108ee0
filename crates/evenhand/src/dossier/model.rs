//! What a dossier holds: every number with what it is measured against and where it stands.
//!
//! The same values are written as JSON (`docs/dossier-json.md` names every field) and as a page, so
//! the two cannot disagree. Places are numbers of sentences, from 0, in [`Dossier::opened`].

use super::editions::Comparison;
use super::figures::Figures;
use super::findings::Findings;
use super::glance::Glance;
use super::method::Method;
use super::rights::Rights;
use super::speakers::Speakers;
use crate::across::elsewhere::Elsewhere;
use crate::{Opened, Sha256};
use evenhand_report::{Identity, SentenceIndex, Specificity};
use serde::Serialize;

/// The name of the format of `dossier.json`; the number rises when a field changes its meaning.
pub const FORMAT: &str = "evenhand dossier 1";

/// A report laid open.
#[derive(Debug, Clone, Serialize)]
pub struct Dossier {
    /// [`FORMAT`].
    pub format: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// What the report is.
    pub about: About,
    /// Part 1: the report at a glance.
    pub glance: Glance,
    /// Part 2: who speaks.
    pub speakers: Speakers,
    /// Part 3: figures.
    pub figures: Figures,
    /// Part 4: rights.
    pub rights: Rights,
    /// Part 5: against earlier editions, in the order given.
    pub editions: Vec<Comparison>,
    /// Part 6: findings of the tests.
    pub findings: Findings,
    /// Part 8: method.
    pub method: Method,
    /// Part 9: the same edition, other countries; none where no archive was given.
    pub elsewhere: Option<Elsewhere>,
    /// Part 7: the report itself; in JSON its sentences, as `evenhand read` writes them.
    #[serde(rename = "sentences", serialize_with = "super::json::sentences")]
    pub opened: Opened,
}

/// What a report is, and how long.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct About {
    /// Publisher, country, period, title, address, dates, language.
    #[serde(flatten)]
    pub identity: Identity,
    /// Name of the country in the register.
    pub country_name: Option<String>,
    /// Correlates-of-War number of the country.
    pub cow: Option<u16>,
    /// Fingerprint of the file.
    pub sha256: Sha256,
    /// Size of the file.
    pub bytes: u64,
    /// Words of the report: runs of characters without white space, headings not counted.
    pub words: usize,
    /// Paragraphs and list items.
    pub passages: usize,
    /// Sentences, all.
    pub sentences: usize,
    /// Statements: sentences that are neither pointers nor repetitions. Rates are taken over these.
    pub statements: usize,
    /// Sentences that only point elsewhere.
    pub pointers: Vec<SentenceIndex>,
    /// Sentences of a block that stands a second time.
    pub repeated: Vec<SentenceIndex>,
}

/// A count, what it is measured against, and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Count<Place> {
    /// How many.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
    /// Share in percent, one decimal; none where there is nothing to measure against.
    pub percent: Option<f64>,
    /// The places, in document order.
    pub at: Vec<Place>,
}

impl<Place> Count<Place> {
    /// The count of these places out of `of`.
    #[must_use]
    pub fn of(at: Vec<Place>, of: usize) -> Self {
        Self {
            count: at.len(),
            of,
            percent: percent(at.len(), of),
            at,
        }
    }
}

/// Share in percent with one decimal.
#[must_use]
pub fn percent(count: usize, of: usize) -> Option<f64> {
    per(count, of, 100)
}

/// How many on `on` of them, with one decimal ("3.4 on 100 statements").
#[must_use]
pub fn per(count: usize, of: usize, on: u32) -> Option<f64> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of sentences and words are small"
    )]
    (of > 0).then(|| (count as f64 * f64::from(on) * 10.0 / of as f64).round() / 10.0)
}

/// An attribution in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CreditAt {
    /// The sentence.
    pub sentence: SentenceIndex,
    /// Which of the sentence's attributions, from 0.
    pub attribution: usize,
}

/// A figure in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FigureAt {
    /// The sentence.
    pub sentence: SentenceIndex,
    /// Which of the sentence's figures, from 0.
    pub figure: usize,
}

evenhand_report::written_enum! {
    /// What a statement rests on: its most definite source.
    pub enum Basis {
        /// A source with a name.
        Named = "named",
        /// A class of sources, nobody identified.
        Category = "category",
        /// Crediting without anybody.
        Impersonal = "impersonal",
        /// No crediting in the sentence.
        Unattributed = "none",
    }
}

impl From<Option<Specificity>> for Basis {
    fn from(specificity: Option<Specificity>) -> Self {
        match specificity {
            Some(Specificity::Named) => Self::Named,
            Some(Specificity::Category) => Self::Category,
            Some(Specificity::Impersonal) => Self::Impersonal,
            None => Self::Unattributed,
        }
    }
}
