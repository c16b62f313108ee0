//! Which sentences are meant: section, right, direction, source, names, figures.

use evenhand_report::{Direction, FigureKind, SourceKind, Specificity};
use std::str::FromStr;

/// A run of values, open at either end.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Range {
    /// The lowest; none for no limit.
    pub from: Option<f64>,
    /// The highest, included; none for no limit.
    pub to: Option<f64>,
}

/// A text that is no run of values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no number or run of numbers; write 41, 40..60, 100.. or ..10")]
pub struct RangeError {
    /// What was written.
    pub text: String,
}

impl FromStr for Range {
    type Err = RangeError;

    fn from_str(text: &str) -> Result<Self, RangeError> {
        let fault = || RangeError {
            text: text.to_owned(),
        };
        let number = |part: &str| -> Result<Option<f64>, RangeError> {
            let part = part.trim().replace([',', '_'], "");
            if part.is_empty() {
                return Ok(None);
            }
            match part.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Some(number)),
                _ => Err(fault()),
            }
        };
        let range = match text.split_once("..") {
            Some((from, to)) => Self {
                from: number(from)?,
                to: number(to)?,
            },
            None => {
                let number = number(text)?.ok_or_else(fault)?;
                Self {
                    from: Some(number),
                    to: Some(number),
                }
            }
        };
        match (range.from, range.to) {
            (Some(from), Some(to)) if from > to => Err(fault()),
            _ => Ok(range),
        }
    }
}

impl Range {
    /// Whether a value, or a range of values, shares something with the run.
    #[must_use]
    pub fn meets(self, value: f64, high: f64) -> bool {
        self.from.is_none_or(|from| from <= high) && self.to.is_none_or(|to| value <= to)
    }
}

/// One figure of a sentence must answer all of this.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureFilter {
    /// Its value; a figure that is a range must overlap it.
    pub value: Range,
    /// Words its unit must hold ("persons"); all units where none.
    pub unit: Option<String>,
    /// What it measures.
    pub kind: Option<FigureKind>,
    /// Only norms (`Some(true)`), only facts (`Some(false)`), or both.
    pub norm: Option<bool>,
}

/// Which sentences are meant; the default is all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SentenceFilter {
    /// In one of these sections or below: label ("1.a") or words of the heading; all where empty.
    pub sections: Vec<String>,
    /// About one of these articles; all where empty.
    pub rights: Vec<u8>,
    /// In one of these directions; all where empty.
    pub directions: Vec<Direction>,
    /// Credited to a source of one of these kinds …
    pub source_kinds: Vec<SourceKind>,
    /// … and of one of these specificities; one attribution must answer both.
    pub specificities: Vec<Specificity>,
    /// Naming each of these persons, bodies or places: words that the name must hold.
    pub named: Vec<String>,
    /// With such a figure.
    pub figure: Option<FigureFilter>,
    /// Only sentences that count: no pointers, no repetitions.
    pub statements: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_values_are_read() {
        let range: Range = "1,000..2000".parse().expect("a range");
        assert!(range.meets(1000.0, 1000.0) && range.meets(10.0, 1500.0));
        assert!(!range.meets(2001.0, 3000.0));
        assert!("40..".parse::<Range>().expect("open").meets(1e9, 1e9));
        assert!("..2.5".parse::<Range>().expect("open").meets(-1.0, -1.0));
        for text in ["", "x", "5..1", "nan", "1..2..3"] {
            assert!(text.parse::<Range>().is_err(), "{text}");
        }
    }
}
