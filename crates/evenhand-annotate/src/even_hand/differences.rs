//! What changed in a reading by an exchange of countries.
//!
//! In: a sentence and its reading before and after. Out: one row for each part that differs in
//! more than the words exchanged.

use super::exchanged::Change;
use super::table::Table;
use evenhand_report::{Attribution, Figure, NameMention, Reading, Span, written_enum};

written_enum! {
    /// The part of a reading that changed.
    pub enum Part {
        /// Sources, cues, kinds, specificity, stance.
        Attributions = "attributions",
        /// Quantities.
        Figures = "figures",
        /// Names and descriptions.
        Names = "names",
        /// Articles and scores.
        Rights = "rights",
        /// Direction and score.
        Direction = "direction",
    }
}

/// One part of one reading that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The part.
    pub part: Part,
    /// The sentence before.
    pub before: String,
    /// The sentence after.
    pub after: String,
    /// What was read before, brought over the exchange.
    pub expected: String,
    /// What was read after.
    pub found: String,
}

/// Scores are sums of many small numbers; below this they are the same.
const SAME_SCORE: f32 = 1e-4;

/// Compares two readings of one sentence.
pub(super) fn find(
    table: &Table,
    change: &Change,
    (before, old): (&str, &Reading),
    (after, new): (&str, &Reading),
    out: &mut Vec<Difference>,
) {
    let mut differ = |part: Part, expected: Vec<String>, found: Vec<String>| {
        if expected != found {
            let missing: Vec<&String> =
                expected.iter().filter(|row| !found.contains(row)).collect();
            let extra: Vec<&String> = found.iter().filter(|row| !expected.contains(row)).collect();
            out.push(Difference {
                part,
                before: before.to_owned(),
                after: after.to_owned(),
                expected: format!("{missing:?}"),
                found: format!("{extra:?}"),
            });
        }
    };
    // What was learned from a sentence left as it stands keeps the old words: either counts.
    let either = |text: &str| table.masked(text);
    let over = |span: Span| change.map(span).of(after).to_owned();
    let here = |span: Span| span.of(after).to_owned();
    differ(
        Part::Attributions,
        old.attributions
            .iter()
            .map(|a| attribution(a, &over, &either))
            .collect(),
        new.attributions
            .iter()
            .map(|a| attribution(a, &here, &either))
            .collect(),
    );
    differ(
        Part::Figures,
        old.figures
            .iter()
            .map(|f| figure(f, &over, &either))
            .collect(),
        new.figures
            .iter()
            .map(|f| figure(f, &here, &either))
            .collect(),
    );
    let touched: Vec<bool> = old
        .names
        .iter()
        .map(|name| change.touches(name.span))
        .collect();
    let full = |at: usize| !touched.get(at).copied().unwrap_or(false);
    differ(
        Part::Names,
        old.names
            .iter()
            .enumerate()
            .map(|(at, n)| name(n, full(at), &over, &either))
            .collect(),
        new.names
            .iter()
            .enumerate()
            .map(|(at, n)| name(n, full(at), &here, &either))
            .collect(),
    );
    let same = old.rights.len() == new.rights.len()
        && old
            .rights
            .iter()
            .zip(&new.rights)
            .all(|(a, b)| a.article == b.article && (a.score - b.score).abs() < SAME_SCORE);
    if !same {
        let rows = |reading: &Reading| {
            reading
                .rights
                .iter()
                .map(|right| format!("{} {:.4}", right.article, right.score))
                .collect()
        };
        differ(Part::Rights, rows(old), rows(new));
    }
    let (a, b) = (&old.direction, &new.direction);
    if a.direction != b.direction || (a.score - b.score).abs() >= SAME_SCORE {
        differ(
            Part::Direction,
            vec![format!("{} {:.4} {}", a.direction, a.score, a.rule)],
            vec![format!("{} {:.4} {}", b.direction, b.score, b.rule)],
        );
    }
}

type Words<'a> = &'a dyn Fn(Span) -> String;
type Text<'a> = &'a dyn Fn(&str) -> String;

fn attribution(a: &Attribution, words: Words<'_>, text: Text<'_>) -> String {
    format!(
        "{:?} {:?} {} {} {} {:?} {:?} {}",
        a.source.map(words),
        words(a.cue),
        a.kind,
        a.specificity,
        a.stance,
        a.body.as_deref().map(text),
        a.antecedent.as_deref().map(text),
        a.rule
    )
}

fn figure(f: &Figure, words: Words<'_>, text: Text<'_>) -> String {
    format!(
        "{:?} {} {:?} {} {} {:?} {} {}",
        words(f.span),
        f.value,
        f.high,
        f.qualifier,
        f.kind,
        text(&f.unit),
        f.norm,
        f.rule
    )
}

fn name(n: &NameMention, full: bool, words: Words<'_>, text: Text<'_>) -> String {
    let full = if full {
        n.full.as_deref().map(text)
    } else {
        None
    };
    format!(
        "{:?} {} {:?} {full:?} {}",
        words(n.span),
        n.kind,
        n.description.map(words),
        n.rule
    )
}
