//! A total and its parts in one sentence that do not add up. See
//! `rules/sum_that_does_not_add_up.md`.

use super::{Case, Statement, part, plain_number};
use crate::{Finding, Number};
use evenhand_report::{Figure, FigureKind, Qualifier, Span};

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    case.statements()
        .filter(|statement| statement.reading.figures.len() > 2)
        .filter_map(sum)
        .collect()
}

/// How far parts may fall short of the total, as a share of it: further, and the list is taken for
/// a choice of parts.
const NEAR: f64 = 0.15;

/// The first total of a sentence whose list of parts does not add up to it.
fn sum(statement: Statement<'_>) -> Option<Finding> {
    let text = statement.text;
    let figures: Vec<&Figure> = statement.reading.figures.iter().collect();
    for (at, total) in figures.iter().enumerate() {
        let Some(parts) = list(text, &figures, at) else {
            continue;
        };
        let sum: f64 = parts.iter().map(|figure| figure.value).sum();
        let off = total.value - sum;
        if off == 0.0 || off > total.value * NEAR || -off > total.value * NEAR {
            continue;
        }
        let mut quotes = vec![part(statement.at, total.span)];
        quotes.extend(parts.iter().map(|figure| part(statement.at, figure.span)));
        let number = |name, value| Number {
            name,
            value,
            unit: total.unit.clone(),
        };
        return Some(Finding {
            rule: "sum_that_does_not_add_up",
            message: format!(
                "The parts listed add up to {}, the total given is {}.",
                plain_number(sum),
                plain_number(total.value)
            ),
            quotes,
            numbers: vec![
                number("total", total.value),
                number("sum", sum),
                number("difference", sum - total.value),
            ],
        });
    }
    None
}

/// The figures of the list that opens right after the figure `at` with a colon, dash or bracket and
/// closes with "and": its parts.
fn list<'a>(text: &str, figures: &[&'a Figure], at: usize) -> Option<Vec<&'a Figure>> {
    let total = figures.get(at).filter(|figure| countable(figure))?;
    let first = figures.get(at + 1)?;
    let opening = between(text, total.span, first.span)?;
    let mark = opening.find([':', '(', '–', '—'])?;
    let bracket = opening.get(mark..)?.starts_with('(');
    let tail = opening.get(mark..)?;
    // Words of choice mean that not every part is listed.
    if ["includ", "at least", "among", "such as", "compared", "e.g"]
        .iter()
        .any(|word| opening.contains(word))
        || tail.contains(')')
    {
        return None;
    }
    let mut parts: Vec<&'a Figure> = vec![first];
    let mut closed = false;
    for pair in figures.get(at + 1..)?.windows(2) {
        let gap = between(text, pair[0].span, pair[1].span)?;
        if gap.contains([';', ':', '(', ')', '.']) || !(gap.contains(',') || gap.contains(" and "))
        {
            break;
        }
        if ["of whom", "of which", "includ", "compared", "while", "than"]
            .iter()
            .any(|word| gap.contains(word))
        {
            return None;
        }
        parts.push(pair[1]);
        if gap.contains(" and ") {
            closed = true;
            break;
        }
    }
    let last = parts.last()?;
    // "One person each from …", "two double cells": a figure of the list counts more than once.
    let whole = text.get(total.span.end as usize..)?;
    if whole.contains(" each") || whole.contains(" double ") {
        return None;
    }
    let after = text.get(last.span.end as usize..)?;
    let ends = if bracket {
        after
            .find(')')
            .is_some_and(|end| after.get(..end).is_some_and(|rest| !rest.contains(',')))
    } else {
        true
    };
    (closed && ends && parts.len() > 1 && parts.iter().all(|figure| countable(figure)))
        .then_some(parts)
}

fn countable(figure: &Figure) -> bool {
    figure.kind == FigureKind::Count
        && figure.qualifier == Qualifier::Exact
        && figure.high.is_none()
        && !figure.norm
}

fn between(text: &str, one: Span, other: Span) -> Option<&str> {
    text.get(one.end as usize..other.start as usize)
}
