//! Sentences annotated one by one, outside their reports: the scorer's input without the reader.

use anyhow::{Context, Result};
use evenhand::report::country::Countries;
use evenhand::report::{
    Format, Identity, Passage, PassageId, PassageKind, Report, Section, SectionId, Sentence,
    SentenceId, SourceMap, Span,
};
use serde_json::Value;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes the reading of each sentence of a JSON Lines file.
pub(crate) fn annotate(path: &Path) -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "a chore reads files")]
    let lines = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        let report = report(&row).with_context(|| format!("not a sentence: {line}"))?;
        let readings = evenhand_annotate::annotate(&report);
        let last = report.sentences.len() - 1;
        evenhand::contract::write_sentence(
            &mut out,
            &report,
            last,
            &report.sentences[last],
            &readings[last],
        )?;
    }
    out.flush()?;
    Ok(())
}

/// A report that holds the sentence and, in the same passage, the one before it.
fn report(row: &Value) -> Option<Report> {
    let document = row.get("doc")?.as_str()?;
    let (year, slug) = document.split_once('/')?;
    let sentence = row.get("sentence")?.as_str()?;
    let before = row.get("before").and_then(Value::as_str).unwrap_or("");
    let headings: Vec<String> = match row.get("headings") {
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        Some(Value::String(text)) => text.split(" > ").map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let slug = slug.trim_end_matches("__trashed").trim_end_matches("-2");
    let sections: Vec<Section> = (0..)
        .zip(&headings)
        .map(|(depth, heading): (u8, _)| Section {
            heading: heading.clone(),
            depth,
            parent: depth
                .checked_sub(1)
                .map(|above| SectionId(u32::from(above))),
            label: String::new(),
        })
        .collect();
    let sections = if sections.is_empty() {
        vec![Section {
            heading: String::new(),
            depth: 0,
            parent: None,
            label: String::new(),
        }]
    } else {
        sections
    };
    let text = if before.is_empty() {
        sentence.to_owned()
    } else {
        format!("{before} {sentence}")
    };
    let mut sentences = Vec::new();
    let mut push = |start: usize, end: usize| {
        let words = &text.get(start..end).unwrap_or("");
        sentences.push(Sentence {
            id: SentenceId::of(document, words, 0),
            passage: PassageId(0),
            span: Span::new(start, end),
            number: u32::try_from(sentences.len()).unwrap_or(u32::MAX) + 1,
            pointer: false,
            repeats: None,
        });
    };
    if !before.is_empty() {
        push(0, before.len());
    }
    push(text.len() - sentence.len(), text.len());
    let section = SectionId(u32::try_from(sections.len()).ok()? - 1);
    let whole = Span::new(0, text.len());
    Some(Report {
        identity: Identity {
            document: document.to_owned(),
            publisher: None,
            country: Countries::register()
                .find(slug)
                .ok()
                .map(|country| country.code),
            year: year.parse().ok(),
            title: None,
            address: None,
            published: None,
            modified: None,
            language: None,
            format: Format::Text,
        },
        passages: vec![Passage {
            section,
            kind: PassageKind::Paragraph,
            span: whole,
            run_in: None,
            number: 1,
            links: Vec::new(),
        }],
        sections,
        sentences,
        text,
        source_map: SourceMap::default(),
        notes: Vec::new(),
    })
}
