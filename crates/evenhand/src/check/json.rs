//! The points as JSON: the contract of `evenhand check --format json`.
//!
//! `start` and `end` of a point count bytes of the reply as given; passages are best first.

use super::Checked;
use evenhand_compare::reply::{Place, Point, Shelf};
use serde::Serialize;

#[derive(Serialize)]
struct Points<'a> {
    points: Vec<PointRow<'a>>,
}

#[derive(Serialize)]
struct PointRow<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    kind: &'static str,
    verdict: &'static str,
    confidence: f64,
    reasons: Vec<ReasonRow<'a>>,
    evidence: Vec<PassageRow<'a>>,
    repeated: Vec<Stretch>,
}

#[derive(Serialize)]
struct Stretch {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct ReasonRow<'a> {
    rule: &'static str,
    text: &'a str,
    quotes: Vec<PassageRow<'a>>,
}

#[derive(Serialize)]
struct PassageRow<'a> {
    document: &'a str,
    sentence_id: String,
    pin: &'a str,
    section: &'a [String],
    text: &'a str,
}

/// Every point, as one object.
#[must_use]
pub fn json(checked: &Checked) -> String {
    let points = checked
        .points
        .iter()
        .map(|point| row(checked, point))
        .collect();
    let mut text = serde_json::to_string_pretty(&Points { points }).unwrap_or_default();
    text.push('\n');
    text
}

fn row<'a>(checked: &'a Checked, point: &'a Point) -> PointRow<'a> {
    let report = &checked.reply.report;
    let source = |span| report.source_map.source_span(span);
    let span = source(point.span);
    PointRow {
        text: point.span.of(&report.text),
        start: span.start,
        end: span.end,
        kind: point.kind.as_str(),
        verdict: point.verdict.as_str(),
        confidence: (f64::from(point.confidence) * 100.0).round() / 100.0,
        reasons: point
            .reasons
            .iter()
            .map(|reason| ReasonRow {
                rule: reason.rule,
                text: &reason.message,
                quotes: passages(&checked.shelf, &reason.quotes),
            })
            .collect(),
        evidence: passages(&checked.shelf, &point.evidence),
        repeated: point
            .repeated
            .iter()
            .map(|span| {
                let span = source(*span);
                Stretch {
                    start: span.start,
                    end: span.end,
                }
            })
            .collect(),
    }
}

fn passages<'a>(shelf: &'a Shelf, places: &[Place]) -> Vec<PassageRow<'a>> {
    places
        .iter()
        .filter_map(|place| shelf.at(*place))
        .map(|(volume, line)| PassageRow {
            document: &volume.document,
            sentence_id: line.id.to_string(),
            pin: &line.pin,
            section: volume.section(line),
            text: &line.text,
        })
        .collect()
}
