//! The reading as JSON Lines: one object a sentence, in document order, the same bytes every run.
//!
//! `start` and `end` of a sentence count bytes of the decoded source document; spans inside a
//! sentence count bytes of its `text`.

use evenhand_report::{
    Attribution, Figure, NameMention, Reading, Report, RightCall, Sentence, Span,
};
use serde::Serialize;

#[derive(Serialize)]
struct Quoted<'a> {
    text: &'a str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct AttributionRow<'a> {
    source: Option<Quoted<'a>>,
    cue: Quoted<'a>,
    kind: &'static str,
    specificity: &'static str,
    stance: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    antecedent: Option<&'a str>,
    rule: &'static str,
}

#[derive(Serialize)]
struct FigureRow<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    value: Number,
    high: Option<Number>,
    qualifier: &'static str,
    kind: &'static str,
    unit: &'a str,
    norm: bool,
    rule: &'static str,
}

/// A number written without a fraction where it has none ("238", not "238.0").
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Number {
    Whole(i64),
    Fraction(f64),
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Whole(value) => value.fmt(f),
            Self::Fraction(value) => value.fmt(f),
        }
    }
}

impl Number {
    pub(crate) fn of(value: f64) -> Self {
        // 2^53: every whole number below is exact in both forms.
        if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
            #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
            Self::Whole(value as i64)
        } else {
            Self::Fraction(value)
        }
    }
}

#[derive(Serialize)]
struct NameRow<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Quoted<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full: Option<&'a str>,
    rule: &'static str,
}

#[derive(Serialize)]
struct RightRow<'a> {
    article: u8,
    score: f64,
    because: Vec<&'a str>,
    rule: &'static str,
}

#[derive(Serialize)]
struct DirectionRow<'a> {
    score: f64,
    because: Vec<&'a str>,
    rule: &'static str,
}

#[derive(Serialize)]
struct NoteRow<'a> {
    kind: &'static str,
    message: &'a str,
}

/// One sentence and its reading, as written in JSON Lines and in a dossier.
#[derive(Serialize)]
pub(crate) struct SentenceRow<'a> {
    document: &'a str,
    country: Option<&'a str>,
    year: Option<u16>,
    sentence_id: String,
    index: usize,
    section: Vec<&'a str>,
    pin: String,
    paragraph: u32,
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<&'a str>,
    attributions: Vec<AttributionRow<'a>>,
    figures: Vec<FigureRow<'a>>,
    names: Vec<NameRow<'a>>,
    rights: Vec<RightRow<'a>>,
    direction: &'static str,
    direction_by: DirectionRow<'a>,
    notes: Vec<NoteRow<'a>>,
}

fn quoted(text: &str, span: Span) -> Quoted<'_> {
    Quoted {
        text: span.of(text),
        start: span.start,
        end: span.end,
    }
}

fn attribution<'a>(text: &'a str, a: &'a Attribution) -> AttributionRow<'a> {
    AttributionRow {
        source: a.source.map(|span| quoted(text, span)),
        cue: quoted(text, a.cue),
        kind: a.kind.as_str(),
        specificity: a.specificity.as_str(),
        stance: a.stance.as_str(),
        body: a.body.as_deref(),
        antecedent: a.antecedent.as_deref(),
        rule: a.rule,
    }
}

fn figure<'a>(text: &'a str, f: &'a Figure) -> FigureRow<'a> {
    FigureRow {
        text: f.span.of(text),
        start: f.span.start,
        end: f.span.end,
        value: Number::of(f.value),
        high: f.high.map(Number::of),
        qualifier: f.qualifier.as_str(),
        kind: f.kind.as_str(),
        unit: &f.unit,
        norm: f.norm,
        rule: f.rule,
    }
}

fn name<'a>(text: &'a str, n: &'a NameMention) -> NameRow<'a> {
    NameRow {
        text: n.span.of(text),
        start: n.span.start,
        end: n.span.end,
        kind: n.kind.as_str(),
        description: n.description.map(|span| quoted(text, span)),
        full: n.full.as_deref(),
        rule: n.rule,
    }
}

/// Two decimals: what a reader can use, and the same text on every machine.
pub(crate) fn rounded(score: f32) -> f64 {
    (f64::from(score) * 100.0).round() / 100.0
}

fn right<'a>(text: &'a str, r: &RightCall) -> RightRow<'a> {
    RightRow {
        article: r.article,
        score: rounded(r.score),
        because: r.because.iter().map(|span| span.of(text)).collect(),
        rule: r.rule,
    }
}

impl<'a> SentenceRow<'a> {
    /// The row of the sentence with this index.
    pub(crate) fn of(
        report: &'a Report,
        index: usize,
        sentence: &'a Sentence,
        reading: &'a Reading,
    ) -> Self {
        let text = report.sentence_text(sentence);
        let passage = report.passage(sentence.passage);
        let source = report.source_map.source_span(sentence.span);
        SentenceRow {
            document: &report.identity.document,
            country: report.identity.country.as_ref().map(|code| code.as_str()),
            year: report.identity.year,
            sentence_id: sentence.id.to_string(),
            index,
            section: report.section_path(passage.section),
            pin: report.pin(sentence),
            paragraph: passage.number,
            start: source.start,
            end: source.end,
            text,
            heading: passage.run_in.map(|span| span.of(&report.text)),
            attributions: reading
                .attributions
                .iter()
                .map(|a| attribution(text, a))
                .collect(),
            figures: reading.figures.iter().map(|f| figure(text, f)).collect(),
            names: reading.names.iter().map(|n| name(text, n)).collect(),
            rights: reading.rights.iter().map(|r| right(text, r)).collect(),
            direction: reading.direction.direction.as_str(),
            direction_by: DirectionRow {
                score: rounded(reading.direction.score),
                because: reading
                    .direction
                    .because
                    .iter()
                    .map(|span| span.of(text))
                    .collect(),
                rule: reading.direction.rule,
            },
            notes: notes(report, sentence),
        }
    }
}

/// Writes one sentence and its reading as a line of JSON, with a newline, to `out`.
///
/// # Errors
/// When writing to `out` fails.
pub fn write_sentence(
    out: &mut impl std::io::Write,
    report: &Report,
    index: usize,
    sentence: &Sentence,
    reading: &Reading,
) -> std::io::Result<()> {
    let row = SentenceRow::of(report, index, sentence, reading);
    serde_json::to_writer(&mut *out, &row)?;
    out.write_all(b"\n")
}

fn notes<'a>(report: &'a Report, sentence: &Sentence) -> Vec<NoteRow<'a>> {
    let mut notes: Vec<NoteRow<'a>> = report
        .notes
        .iter()
        .filter(|note| !note.span.is_empty() && note.span.overlaps(sentence.span))
        .map(|note| NoteRow {
            kind: note.kind.as_str(),
            message: &note.message,
        })
        .collect();
    if sentence.pointer {
        notes.push(NoteRow {
            kind: "pointer",
            message: "points to another text",
        });
    }
    notes
}
