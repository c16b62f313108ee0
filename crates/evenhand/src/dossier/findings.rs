//! Part 6, findings of the tests, each with its rule, its quotes and their pin-cites.

use super::tally::Tally;
use evenhand_compare::{Finding, questions};
use evenhand_report::SentenceIndex;
use serde::Serialize;

/// Part 6.
#[derive(Debug, Clone, Serialize)]
pub struct Findings {
    /// Every finding, by test and then in document order; its number is its place here.
    pub all: Vec<FindingRow>,
}

/// What a test found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingRow {
    /// The test.
    pub rule: &'static str,
    /// Plain words: what stands there.
    pub message: String,
    /// The words it rests on.
    pub quotes: Vec<QuoteRow>,
    /// The numbers it rests on.
    pub numbers: Vec<NumberRow>,
}

/// Words of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuoteRow {
    /// The sentence.
    pub sentence: SentenceIndex,
    /// Where it stands, for people.
    pub pin: String,
    /// The decisive words, counted in bytes from the sentence's start; the whole sentence where none.
    pub span: Option<evenhand_report::Span>,
    /// Those words.
    pub text: String,
}

/// A number of a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NumberRow {
    /// What it is.
    pub name: &'static str,
    /// The number.
    #[serde(serialize_with = "super::json::number")]
    pub value: f64,
    /// Its unit.
    pub unit: String,
}

pub(super) fn rows(tally: &Tally<'_>, mut findings: Vec<Finding>) -> Findings {
    let order = |rule: &str| questions::PAGES.iter().position(|page| page.name == rule);
    findings.sort_by_key(|finding| {
        // A test without a page stands last rather than nowhere.
        let first = finding.quotes.first().map(|quote| quote.sentence);
        (order(finding.rule).unwrap_or(usize::MAX), first)
    });
    let row = |finding: Finding| FindingRow {
        rule: finding.rule,
        message: finding.message,
        quotes: finding
            .quotes
            .iter()
            .map(|quote| {
                let text = tally.text(quote.sentence);
                QuoteRow {
                    sentence: quote.sentence,
                    pin: tally.report().pin(tally.sentence(quote.sentence)),
                    span: quote.span,
                    text: quote.span.map_or(text, |span| span.of(text)).to_owned(),
                }
            })
            .collect(),
        numbers: finding
            .numbers
            .into_iter()
            .map(|number| NumberRow {
                name: number.name,
                value: number.value,
                unit: number.unit,
            })
            .collect(),
    };
    Findings {
        all: findings.into_iter().map(row).collect(),
    }
}
