//! What a test found.

use evenhand_report::{SentenceIndex, Span};

/// Words of the report a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quote {
    /// The sentence.
    pub sentence: SentenceIndex,
    /// The decisive words in it, counted from its start; the whole sentence where none.
    pub span: Option<Span>,
}

/// A count with what it is measured against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// How many.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
}

impl Rate {
    /// Share in percent; none where there is nothing to measure against.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
        (self.of > 0).then(|| 100.0 * self.count as f64 / self.of as f64)
    }
}

/// A number of a finding, with its name and unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// What it is ("low", "high", "spread").
    pub name: &'static str,
    /// The number.
    pub value: f64,
    /// Its unit in words ("deaths", "percent").
    pub unit: String,
}

/// What a test found in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The test.
    pub rule: &'static str,
    /// Plain words: what stands there, without a judgement.
    pub message: String,
    /// The words it rests on, in document order; never empty.
    pub quotes: Vec<Quote>,
    /// The numbers it rests on, where it has any.
    pub numbers: Vec<Number>,
}
