//! Figures of one report that speak of the same thing, side by side.

use evenhand_report::{Reading, Report, SentenceIndex};

/// One figure in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureAt {
    /// The sentence.
    pub sentence: SentenceIndex,
    /// Which of the sentence's figures.
    pub figure: usize,
}

/// Figures about one matter: the same thing counted, at the same occasion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What they speak of, in words of the report ("deaths, January").
    pub what: String,
    /// The figures, in document order; at least two.
    pub figures: Vec<FigureAt>,
    /// Whether they differ in value or range.
    pub differ: bool,
}

/// The matters of a report on which more than one figure stands.
#[must_use]
pub fn matters(report: &Report, readings: &[Reading]) -> Vec<Matter> {
    let _ = (report, readings);
    Vec::new()
}
