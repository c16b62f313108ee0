//! The same thing counted differently in one report. See `rules/same_matter_other_count.md`.

use super::{Case, part, plain_number};
use crate::matters::{FigureAt, giver, matters};
use crate::{Finding, Number};
use evenhand_report::{Figure, FigureKind};
use std::fmt::Write as _;

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    matters(case.report, case.readings)
        .into_iter()
        .filter(|matter| matter.differ)
        .map(|matter| {
            let figure = |at: &FigureAt| -> Option<&Figure> {
                case.readings
                    .get(at.sentence.0 as usize)?
                    .figures
                    .get(at.figure)
            };
            let mut message = format!("{}: ", upper_first(&matter.what));
            let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
            let mut unit = matter.what.clone();
            let mut quotes = Vec::new();
            for (nth, at) in matter.figures.iter().enumerate() {
                let Some(figure) = figure(at) else { continue };
                let text = case.text(at.sentence);
                low = low.min(figure.value);
                high = high.max(figure.high.unwrap_or(figure.value));
                if figure.kind == FigureKind::Percent {
                    "percent".clone_into(&mut unit);
                }
                quotes.push(part(at.sentence, figure.span));
                let source = giver(case.report, case.readings, *at).and_then(|a| a.source);
                let _ = write!(
                    message,
                    "{}{} ({})",
                    if nth == 0 { "" } else { "; " },
                    figure.span.of(text),
                    source.map_or("no source credited", |source| source.of(text))
                );
            }
            let _ = write!(
                message,
                ". Lowest {}, highest {}.",
                plain_number(low),
                plain_number(high)
            );
            let number = |name, value| Number {
                name,
                value,
                unit: unit.clone(),
            };
            Finding {
                rule: "same_matter_other_count",
                message,
                quotes,
                numbers: vec![
                    number("low", low),
                    number("high", high),
                    number("spread", high - low),
                ],
            }
        })
        .collect()
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + chars.as_str())
        .unwrap_or_default()
}
