//! The tests: one question put to a report a file; each has its page in `rules/`.
//!
//! In: a report and its readings. Out: findings, test by test, each test's in document order. The
//! words of a finding are the same whoever it concerns; nothing is judged.

mod allegation_then_fact;
mod clashing_descriptions;
mod figure_without_named_source;
mod repeated_text;
mod same_matter_other_count;
mod sum_that_does_not_add_up;
mod violation_without_source;

use crate::credit::{Credit, credits};
use crate::words::{self, Piece, Table};
use crate::{Finding, Quote};
use evenhand_report::{Family, Reading, Report, RulePage, SentenceIndex, Span};
use std::sync::LazyLock;

/// A test: its page, and the question it puts.
struct Test {
    page: RulePage,
    put: fn(&Case<'_>) -> Vec<Finding>,
}

macro_rules! tests {
    ($($name:ident),+ $(,)?) => {
        const TESTS: &[Test] = &[$(Test {
            page: page!($name),
            put: $name::put,
        }),+];

        /// The pages of the tests, in the order they are put.
        pub const PAGES: &[RulePage] = &[$(page!($name)),+];
    };
}

macro_rules! page {
    ($name:ident) => {
        RulePage {
            name: stringify!($name),
            family: Family::Test,
            page: include_str!(concat!("../../rules/", stringify!($name), ".md")),
        }
    };
}

tests![
    violation_without_source,
    figure_without_named_source,
    same_matter_other_count,
    sum_that_does_not_add_up,
    clashing_descriptions,
    allegation_then_fact,
    repeated_text,
];

/// What a test looks at: the report, its readings, and where the credit of each sentence stands.
struct Case<'a> {
    report: &'a Report,
    readings: &'a [Reading],
    credits: Vec<Credit>,
}

/// A statement: a sentence that counts, with what was noted on it.
#[derive(Clone, Copy)]
struct Statement<'a> {
    at: SentenceIndex,
    text: &'a str,
    reading: &'a Reading,
    credit: Credit,
}

impl<'a> Case<'a> {
    fn new(report: &'a Report, readings: &'a [Reading]) -> Self {
        Self {
            report,
            readings,
            credits: credits(report, readings),
        }
    }

    /// The statements, in document order.
    fn statements(&self) -> impl Iterator<Item = Statement<'_>> {
        self.report.statements().filter_map(|(at, sentence)| {
            Some(Statement {
                at,
                text: self.report.sentence_text(sentence),
                reading: self.readings.get(at.0 as usize)?,
                credit: self.credits.get(at.0 as usize).copied()?,
            })
        })
    }

    fn text(&self, at: SentenceIndex) -> &'a str {
        self.report
            .sentences
            .get(at.0 as usize)
            .map_or("", |sentence| self.report.sentence_text(sentence))
    }
}

/// Puts every test to a report: test by test in the order of [`PAGES`], each test's findings in
/// document order.
#[must_use]
pub fn findings(report: &Report, readings: &[Reading]) -> Vec<Finding> {
    let case = Case::new(report, readings);
    TESTS
        .iter()
        .flat_map(|test| {
            let mut found = (test.put)(&case);
            found.sort_by(|a, b| a.quotes.cmp(&b.quotes));
            debug_assert!(
                found
                    .iter()
                    .all(|finding| finding.rule == test.page.name && !finding.quotes.is_empty()),
                "a finding bears its test's name and quotes what it rests on"
            );
            found
        })
        .collect()
}

/// A quote of the whole sentence.
const fn whole(sentence: SentenceIndex) -> Quote {
    Quote {
        sentence,
        span: None,
    }
}

/// A quote of some words of a sentence.
const fn part(sentence: SentenceIndex, span: Span) -> Quote {
    Quote {
        sentence,
        span: Some(span),
    }
}

/// A number as it is read by people: "1,204", "3.5".
pub(crate) fn plain_number(value: f64) -> String {
    let digits = if value.fract() == 0.0 {
        format!("{value:.0}")
    } else {
        format!("{value}")
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut shown = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0
            && (whole.len() - at).is_multiple_of(3)
            && digit.is_ascii_digit()
            && !shown.ends_with('-')
        {
            shown.push(',');
        }
        shown.push(digit);
    }
    if !rest.is_empty() {
        shown.push('.');
        shown.push_str(rest);
    }
    shown
}

/// Names of legal texts: near the start of a sentence they are what it rests on.
static LAW: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "law laws constitution code codes article articles decree decrees regulation regulations \
         statute statutes legislation amendment amendments ordinance ordinances act acts bill \
         provision provisions legal",
        (),
    )])
});

/// How far into the sentence its legal text is looked for, in words.
const OPENING: usize = 6;

/// Whether a sentence speaks of a legal text, which is then what it rests on.
fn speaks_of_law(text: &str) -> bool {
    let mut lower = String::new();
    let (mut seen, mut law) = (0, false);
    words::cut(text, |piece, span| {
        if piece == Piece::Word && seen < OPENING {
            seen += 1;
            law |= LAW.has(words::stem(span.of(text), &mut lower));
        }
    });
    law || [
        "punishable by",
        "criminalize",
        "is illegal",
        "was illegal",
        "are illegal",
        "were illegal",
    ]
    .iter()
    .any(|words| text.contains(words))
}
