//! The reading as CSV: one row a sentence, RFC 4180, UTF-8, columns as in [`CODEBOOK`].
//!
//! Several values in one field are parted by "; ". A field that a spreadsheet would take for a
//! formula (it begins with `=`, `+`, `-`, `@`, tab or carriage return) gets a `'` in front: a
//! report is a stranger's text, and a table must not run it.

use crate::Opened;
use crate::contract::Number;
use evenhand_report::{Attribution, NameKind, Specificity, country::Countries};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};

/// Every column, in order, and what it means; `docs/reading-csv.md` is this list.
pub const CODEBOOK: &[(&str, &str)] = &[
    (
        "document",
        "name of the document: <year>/<file name> where the folder is a year",
    ),
    (
        "country",
        "ISO 3166 alpha-3 code; empty where the document does not tell",
    ),
    ("cow", "Correlates-of-War number; empty where there is none"),
    ("year", "year reported on"),
    ("publisher", "who published the report"),
    (
        "sentence_id",
        "16 hexadecimal digits, the same whenever the same document is read",
    ),
    ("index", "number of the sentence in the document, from 0"),
    (
        "section",
        "headings above the sentence, outermost first, parted by ' > '",
    ),
    ("heading", "run-in heading of the paragraph"),
    ("pin", "pin-cite for people"),
    (
        "paragraph",
        "number of the paragraph in its section, from 1",
    ),
    (
        "start",
        "first byte of the sentence in the source document as decoded",
    ),
    ("end", "one past its last byte"),
    ("text", "the sentence"),
    (
        "counted",
        "1 for a statement; 0 for a pure pointer or a repetition inside the document",
    ),
    (
        "pointer",
        "1 where the sentence only sends the reader elsewhere",
    ),
    (
        "repeats",
        "index of the earlier sentence it repeats inside the document",
    ),
    (
        "right",
        "article of the Universal Declaration it is most about",
    ),
    ("rights", "all articles it is about, most central first"),
    (
        "direction",
        "violation, improvement, safeguard, none_reported or context",
    ),
    ("direction_score", "confidence in the direction, 0 to 1"),
    ("attributions", "number of attributions"),
    (
        "basis",
        "most definite source: named, category, impersonal, or none",
    ),
    (
        "sources",
        "sources as written; empty between '; ' where crediting is impersonal",
    ),
    ("cues", "crediting words, in the order of the sources"),
    ("source_kinds", "kinds of the sources, in the same order"),
    (
        "specificities",
        "specificities of the sources, in the same order",
    ),
    ("stances", "stances of the cues, in the same order"),
    ("bodies", "bodies the sources name, in the same order"),
    ("figures", "figures as written, with their qualifier words"),
    (
        "figure_values",
        "values, in the order of the figures; low..high for a range",
    ),
    ("figure_qualifiers", "qualifiers, in the same order"),
    ("figure_kinds", "kinds, in the same order"),
    ("figure_units", "units, in the same order"),
    (
        "figure_norms",
        "1 for a norm, 0 for a fact, in the same order",
    ),
    ("persons", "persons named"),
    ("bodies_named", "bodies named, as source or not"),
    ("places", "places named"),
];

/// The basis of a sentence: its most definite source.
pub(crate) fn basis(attributions: &[Attribution]) -> Option<Specificity> {
    // The variants stand from the most to the least definite.
    attributions.iter().map(|a| a.specificity).min()
}

/// `'` before what a spreadsheet would run.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

fn joined<T: Display>(values: impl Iterator<Item = T>) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for (at, value) in values.enumerate() {
        let _ = write!(text, "{}{value}", if at > 0 { "; " } else { "" });
    }
    text
}

fn value(value: f64, high: Option<f64>) -> String {
    match high {
        Some(high) => format!("{}..{}", Number::of(value), Number::of(high)),
        None => Number::of(value).to_string(),
    }
}

pub(crate) fn writer(out: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out)
}

pub(crate) fn head(out: &mut dyn Write) -> io::Result<()> {
    let mut rows = writer(out);
    rows.write_record(CODEBOOK.iter().map(|(column, _)| column))?;
    rows.flush()
}

pub(crate) fn rows(opened: &Opened, out: &mut Vec<u8>) -> io::Result<()> {
    let report = &opened.report;
    let identity = &report.identity;
    let code = identity.country.map(|code| code.to_string());
    let cow = identity
        .country
        .and_then(|code| Countries::register().get(code))
        .and_then(|country| country.cow)
        .map(|cow| cow.to_string());
    let year = identity.year.map(|year| year.to_string());
    let flag = |set: bool| if set { "1" } else { "0" };
    let mut rows = writer(out);
    for (index, (sentence, reading)) in report.sentences.iter().zip(&opened.readings).enumerate() {
        let text = report.sentence_text(sentence);
        let passage = report.passage(sentence.passage);
        let source = report.source_map.source_span(sentence.span);
        let credits = &reading.attributions;
        let figures = &reading.figures;
        let named = |kind: NameKind| {
            joined(
                reading
                    .names
                    .iter()
                    .filter(|n| n.kind == kind)
                    .map(|n| n.span.of(text)),
            )
        };
        let fields: [Cow<'_, str>; CODEBOOK.len()] = [
            identity.document.as_str().into(),
            code.as_deref().unwrap_or("").into(),
            cow.as_deref().unwrap_or("").into(),
            year.as_deref().unwrap_or("").into(),
            identity.publisher.as_deref().unwrap_or("").into(),
            sentence.id.to_string().into(),
            index.to_string().into(),
            report.section_path(passage.section).join(" > ").into(),
            passage
                .run_in
                .map_or("", |span| span.of(&report.text))
                .into(),
            report.pin(sentence).into(),
            passage.number.to_string().into(),
            source.start.to_string().into(),
            source.end.to_string().into(),
            text.into(),
            flag(!sentence.pointer && sentence.repeats.is_none()).into(),
            flag(sentence.pointer).into(),
            sentence
                .repeats
                .map_or(String::new(), |at| at.0.to_string())
                .into(),
            reading
                .rights
                .first()
                .map_or(String::new(), |r| r.article.to_string())
                .into(),
            joined(reading.rights.iter().map(|r| r.article)).into(),
            reading.direction.direction.as_str().into(),
            contract::rounded(reading.direction.score)
                .to_string()
                .into(),
            credits.len().to_string().into(),
            basis(credits).map_or("none", Specificity::as_str).into(),
            joined(credits.iter().map(|a| a.source.map_or("", |s| s.of(text)))).into(),
            joined(credits.iter().map(|a| a.cue.of(text))).into(),
            joined(credits.iter().map(|a| a.kind)).into(),
            joined(credits.iter().map(|a| a.specificity)).into(),
            joined(credits.iter().map(|a| a.stance)).into(),
            joined(credits.iter().map(|a| a.body.as_deref().unwrap_or(""))).into(),
            joined(figures.iter().map(|f| f.span.of(text))).into(),
            joined(figures.iter().map(|f| value(f.value, f.high))).into(),
            joined(figures.iter().map(|f| f.qualifier)).into(),
            joined(figures.iter().map(|f| f.kind)).into(),
            joined(figures.iter().map(|f| f.unit.as_str())).into(),
            joined(figures.iter().map(|f| flag(f.norm))).into(),
            named(NameKind::Person).into(),
            named(NameKind::Body).into(),
            named(NameKind::Place).into(),
        ];
        rows.write_record(fields.iter().map(|field| guarded(field).into_owned()))?;
    }
    rows.flush()
}

use crate::contract;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_disarmed() {
        assert_eq!(guarded("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(guarded("- a list item"), "'- a list item");
        assert_eq!(guarded("41 persons"), "41 persons");
    }

    #[test]
    fn the_codebook_is_in_the_documents() {
        let page = include_str!("../../../docs/reading-csv.md");
        for (column, meaning) in CODEBOOK {
            let row = format!("| `{column}` | {meaning} |");
            assert!(page.contains(&row), "docs/reading-csv.md lacks {row}");
        }
    }
}
