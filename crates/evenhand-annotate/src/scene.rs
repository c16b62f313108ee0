//! What a rule may look at: the words of the sentence and its stated context, nothing else.

use crate::bodies::Defined;
use crate::tokens::Words;
use evenhand_report::country::Country;
use evenhand_report::{Reading, Report, Sentence};

/// The sentences before this one in its passage, with what was noted on them.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    report: Option<&'a Report>,
    sentences: &'a [Sentence],
    readings: &'a [Reading],
    /// A sentence that stands before, where there is no report around it.
    alone: Option<&'a str>,
}

impl<'a> Earlier<'a> {
    /// The sentences of `report` from the start of the passage, and their readings.
    #[must_use]
    pub fn new(report: &'a Report, sentences: &'a [Sentence], readings: &'a [Reading]) -> Self {
        Self {
            report: Some(report),
            sentences,
            readings,
            alone: None,
        }
    }

    /// A single sentence before, not yet read; none for the start of a passage.
    #[must_use]
    pub fn text(text: Option<&'a str>) -> Self {
        Self {
            report: None,
            sentences: &[],
            readings: &[],
            alone: text,
        }
    }

    /// Words and readings of the sentences before, nearest first.
    pub fn nearest_first(&self) -> impl Iterator<Item = (&'a str, Option<&'a Reading>)> {
        let report = self.report;
        self.sentences
            .iter()
            .zip(self.readings)
            .rev()
            .filter_map(move |(sentence, reading)| {
                Some((report?.sentence_text(sentence), Some(reading)))
            })
            .chain(self.alone.map(|text| (text, None)))
    }
}

/// One sentence and its stated context.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The words of the sentence.
    pub words: &'a Words,
    /// The sentences before it in its passage.
    pub before: Earlier<'a>,
    /// The headings it stands under, outermost first.
    pub headings: &'a [&'a str],
    /// The country the report is about.
    pub country: Option<&'a Country>,
    /// Bodies and acronyms the report has defined so far.
    pub defined: &'a Defined,
}

impl<'a> Scene<'a> {
    /// A scene from its parts.
    #[must_use]
    pub fn new(
        words: &'a Words,
        before: Earlier<'a>,
        headings: &'a [&'a str],
        country: Option<&'a Country>,
        defined: &'a Defined,
    ) -> Self {
        Self {
            words,
            before,
            headings,
            country,
            defined,
        }
    }

    /// The sentence as it stands.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.words.text()
    }
}
