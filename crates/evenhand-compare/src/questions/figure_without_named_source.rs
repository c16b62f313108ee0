//! A figure given by an unnamed source, or by nobody. See `rules/figure_without_named_source.md`.

use super::{Case, Statement, part};
use crate::credit::{self, Credit};
use crate::{Finding, Number, Quote};
use evenhand_report::{Attribution, Figure, FigureKind, Qualifier, Specificity};

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    case.statements()
        .flat_map(|statement| {
            statement
                .reading
                .figures
                .iter()
                .filter(|figure| measures(figure))
                .filter_map(move |figure| finding(case, statement, figure))
        })
        .collect()
}

/// Below this, an exact count of persons or things is told of one by one, not measured.
const LEAST_COUNT: f64 = 10.0;

/// Whether a figure is a finding about the country rather than a norm, a date, a person's age, or
/// part of an event told ("two men were beaten").
fn measures(figure: &Figure) -> bool {
    let counted = figure.qualifier != Qualifier::Exact || figure.value >= LEAST_COUNT;
    !figure.norm
        && match figure.kind {
            FigureKind::Percent => true,
            FigureKind::Count => counted && !figure.unit.is_empty(),
            FigureKind::Money | FigureKind::Duration | FigureKind::Age | FigureKind::Other => false,
        }
}

fn finding(case: &Case<'_>, statement: Statement<'_>, figure: &Figure) -> Option<Finding> {
    let named = |a: &Attribution| a.specificity == Specificity::Named;
    let words = figure.span.of(statement.text);
    let what = if figure.unit.is_empty() {
        format!("“{words}”")
    } else {
        format!("“{words}” ({})", figure.unit)
    };
    let mut quotes = vec![part(statement.at, figure.span)];
    let message = match statement.credit {
        Credit::None => format!("The figure {what} stands without a source."),
        Credit::Own => {
            // Any named source in the sentence speaks for the figure: a doubt counts for the text.
            if statement.reading.attributions.iter().any(named) {
                return None;
            }
            let giver = credit::giver(statement.text, statement.reading, figure.span)?;
            quotes.push(source_quote(statement.at, giver));
            unnamed(&what, statement.text, giver, "")
        }
        Credit::Carried(from) => {
            let reading = case.readings.get(from.0 as usize)?;
            if reading.attributions.iter().any(named) {
                return None;
            }
            let giver = reading.attributions.last()?;
            quotes.push(source_quote(from, giver));
            unnamed(
                &what,
                case.text(from),
                giver,
                ", in the sentence it goes on from",
            )
        }
    };
    quotes.sort_unstable();
    let number = |name, value| Number {
        name,
        value,
        unit: if figure.kind == FigureKind::Percent {
            "percent".to_owned()
        } else {
            figure.unit.clone()
        },
    };
    let mut numbers = vec![number("value", figure.value)];
    numbers.extend(figure.high.map(|high| number("high", high)));
    Some(Finding {
        rule: "figure_without_named_source",
        message,
        quotes,
        numbers,
    })
}

fn unnamed(what: &str, text: &str, giver: &Attribution, place: &str) -> String {
    match giver.source {
        Some(source) => format!(
            "The figure {what} is credited to “{}”{place}; nobody is named.",
            source.of(text)
        ),
        None => format!(
            "The figure {what} is credited by “{}”{place}; nobody is named.",
            giver.cue.of(text)
        ),
    }
}

fn source_quote(at: evenhand_report::SentenceIndex, giver: &Attribution) -> Quote {
    part(at, giver.source.unwrap_or(giver.cue))
}
