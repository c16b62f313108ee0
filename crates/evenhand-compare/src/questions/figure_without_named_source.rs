//! A figure given by an unnamed source, or by nobody. See `rules/figure_without_named_source.md`.

use super::{Case, Statement, part};
use crate::credit::{self, Credit};
use crate::words::{self, Table};
use crate::{Finding, Number, Quote};
use evenhand_report::{Attribution, Figure, FigureKind, Qualifier, Specificity};
use std::fmt::Write as _;
use std::sync::LazyLock;

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    case.statements()
        .filter_map(|statement| {
            let figures: Vec<&Figure> = statement
                .reading
                .figures
                .iter()
                .filter(|figure| measures(figure))
                .collect();
            finding(case, statement, &figures)
        })
        .collect()
}

/// Below this, an exact count of persons or things is told of one by one, not measured.
const LEAST_COUNT: f64 = 10.0;

/// How a country is made up; anybody can look it up.
static MAKE_UP: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "seat seats region regions province provinces district districts county counties state \
         states municipality municipalities constituency constituencies minister ministers \
         ministry ministries senator senators deputies lawmaker lawmakers legislator legislators \
         parliamentarian parliamentarians cabinet article articles language languages country \
         countries page pages",
        (),
    )])
});

/// Whether a figure is a finding about the country rather than a norm, its make-up, a person's age,
/// or part of an event told ("two men were beaten").
fn measures(figure: &Figure) -> bool {
    let counted = figure.qualifier != Qualifier::Exact || figure.value >= LEAST_COUNT;
    let make_up = || {
        words::line(&figure.unit)
            .iter()
            .any(|word| MAKE_UP.has(word.stem))
    };
    !figure.norm
        && match figure.kind {
            FigureKind::Percent => !make_up(),
            FigureKind::Count => counted && !figure.unit.is_empty() && !make_up(),
            FigureKind::Money | FigureKind::Duration | FigureKind::Age | FigureKind::Other => false,
        }
}

fn finding(case: &Case<'_>, statement: Statement<'_>, figures: &[&Figure]) -> Option<Finding> {
    let first = figures.first()?;
    let named = |a: &Attribution| a.specificity == Specificity::Named;
    let mut quotes: Vec<Quote> = figures
        .iter()
        .map(|figure| part(statement.at, figure.span))
        .collect();
    let what = listed(statement.text, figures);
    let (stands, is) = if figures.len() == 1 {
        ("stands", "is")
    } else {
        ("stand", "are")
    };
    let message = match statement.credit {
        Credit::None => format!("{what} {stands} without a source."),
        Credit::Own => {
            // Any named source in the sentence speaks for the figure: a doubt counts for the text.
            if statement.reading.attributions.iter().any(named) {
                return None;
            }
            let giver = credit::giver(statement.text, statement.reading, first.span)?;
            quotes.push(source_quote(statement.at, giver));
            let by = credited(statement.text, giver);
            format!("{what} {is} credited {by}; nobody is named.")
        }
        Credit::Carried(from) => {
            let reading = case.readings.get(from.0 as usize)?;
            if reading.attributions.iter().any(named) {
                return None;
            }
            let giver = reading.attributions.last()?;
            quotes.push(source_quote(from, giver));
            let by = credited(case.text(from), giver);
            format!("{what} {is} credited {by}, before in the passage; nobody is named.")
        }
    };
    quotes.sort_unstable();
    let numbers = figures.iter().flat_map(|figure| {
        let unit = if figure.kind == FigureKind::Percent {
            "percent"
        } else {
            &figure.unit
        };
        [
            Some(("value", figure.value)),
            figure.high.map(|high| ("high", high)),
        ]
        .into_iter()
        .flatten()
        .map(move |(name, value)| Number {
            name,
            value,
            unit: unit.to_owned(),
        })
    });
    Some(Finding {
        rule: "figure_without_named_source",
        message,
        quotes,
        numbers: numbers.collect(),
    })
}

/// "The figure “12” (arrests)", "The figures “12” (arrests), “70 percent” (prisoners)".
fn listed(text: &str, figures: &[&Figure]) -> String {
    let mut list = if figures.len() == 1 {
        "The figure ".to_owned()
    } else {
        "The figures ".to_owned()
    };
    for (nth, figure) in figures.iter().enumerate() {
        let comma = if nth == 0 { "" } else { ", " };
        let _ = write!(list, "{comma}“{}”", figure.span.of(text));
        if !figure.unit.is_empty() {
            let _ = write!(list, " ({})", figure.unit);
        }
    }
    list
}

/// "to “activists”"; "by the word “reportedly”".
fn credited(text: &str, giver: &Attribution) -> String {
    match giver.source {
        Some(source) => format!("to “{}”", source.of(text)),
        None => format!("by the words “{}”", giver.cue.of(text)),
    }
}

fn source_quote(at: evenhand_report::SentenceIndex, giver: &Attribution) -> Quote {
    part(at, giver.source.unwrap_or(giver.cue))
}
