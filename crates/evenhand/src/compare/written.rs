//! The comparison as JSON, as CSV, and as a screen for people.

use super::model::{Comparison, Place, Row, Segment, What};
use std::io::{self, Write};

/// The comparison as JSON on one line; the same bytes for the same comparison.
#[must_use]
pub fn json(comparison: &Comparison) -> String {
    let mut text = serde_json::to_string(comparison)
        .expect("the model has string keys only and writes to memory");
    text.push('\n');
    text
}

/// One row a statement (UTF-8, RFC 4180), of the kinds asked for.
///
/// # Errors
/// When writing fails.
pub fn csv(comparison: &Comparison, only: &[What], out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    csv.write_record([
        "number",
        "what",
        "classes",
        "meaning_changed",
        "moved",
        "join",
        "similarity",
        "old_pin",
        "old",
        "new_pin",
        "new",
        "note",
    ])?;
    for row in chosen(comparison, only) {
        let classes: Vec<&str> = row.classes.iter().map(|class| class.as_str()).collect();
        csv.write_record([
            row.number.to_string().as_str(),
            row.what.as_str(),
            &classes.join(" "),
            yes(row.meaning_changed),
            yes(row.moved),
            row.join.map_or("", super::Join::as_str),
            &row.similarity.to_string(),
            &joined(&row.old, |place| &place.pin, "; "),
            &joined(&row.old, |place| &place.text, " "),
            &joined(&row.new, |place| &place.pin, "; "),
            &joined(&row.new, |place| &place.text, " "),
            &row.note,
        ])?;
    }
    csv.flush()
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

fn chosen<'a>(comparison: &'a Comparison, only: &'a [What]) -> impl Iterator<Item = &'a Row> {
    comparison
        .rows
        .iter()
        .filter(|row| only.is_empty() || only.contains(&row.what))
}

fn joined(places: &[Place], of: impl Fn(&Place) -> &String, with: &str) -> String {
    let parts: Vec<&str> = places.iter().map(|place| of(place).as_str()).collect();
    parts.join(with)
}

/// The counts, then the rows of the kinds asked for; without any, all that are not verbatim.
///
/// # Errors
/// When writing fails.
pub fn table(comparison: &Comparison, only: &[What], out: &mut dyn Write) -> io::Result<()> {
    let (earlier, later) = (&comparison.earlier, &comparison.later);
    writeln!(
        out,
        "{} ({} statements, {} words) to {} ({} statements, {} words)\n",
        earlier.identity.document,
        earlier.statements,
        earlier.words,
        later.identity.document,
        later.statements,
        later.words
    )?;
    writeln!(
        out,
        "{:<10} {:>6}  {:>15}  {:>13}  {:>10}  {:>15}",
        "", "rows", "of 100 earlier", "of 100 later", "% matched", "on 10,000 words"
    )?;
    let rate = |rate: Option<f64>| rate.map_or("-".to_owned(), |rate| format!("{rate:.1}"));
    for count in &comparison.counts {
        writeln!(
            out,
            "{:<10} {:>6}  {:>15}  {:>13}  {:>10}  {:>15}",
            count.what.as_str(),
            count.rows,
            rate(count.per_100_earlier),
            rate(count.per_100_later),
            rate(count.percent_of_matched),
            rate(count.per_10000_words)
        )?;
    }
    let joins = comparison
        .rows
        .iter()
        .filter(|row| row.join.is_some())
        .count();
    writeln!(
        out,
        "moved {}, split or merged {joins}, meaning changed {}\n",
        comparison.moved, comparison.meaning_changed
    )?;
    gone(comparison, out)?;
    writeln!(out, "{}\n", comparison.absence)?;
    let without_verbatim: Vec<What> = What::ALL
        .iter()
        .copied()
        .filter(|what| *what != What::Verbatim)
        .collect();
    let only = if only.is_empty() {
        &without_verbatim
    } else {
        only
    };
    for row in chosen(comparison, only) {
        lines(row, out)?;
    }
    Ok(())
}

/// What is no longer there, the first few of each.
fn gone(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    const SHOWN: usize = 8;
    let gone = &comparison.gone;
    let mut list = |head: &str, names: Vec<String>| -> io::Result<()> {
        let more = names.len().saturating_sub(SHOWN);
        let shown: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
        match (names.len(), more) {
            (0, _) => writeln!(out, "{head}: none"),
            (count, 0) => writeln!(out, "{head} ({count}): {}", shown.join(", ")),
            (count, _) => writeln!(
                out,
                "{head} ({count}): {} and {more} more",
                shown.join(", ")
            ),
        }
    };
    list(
        "rights no longer spoken of",
        gone.rights
            .iter()
            .map(|r| format!("{} {}", r.article, r.name))
            .collect(),
    )?;
    list(
        "headings no longer there",
        gone.sections.iter().map(|s| s.heading.clone()).collect(),
    )?;
    list(
        "sources no longer heard",
        gone.sources.iter().map(|s| s.source.clone()).collect(),
    )?;
    list(
        "persons no longer named",
        gone.persons.iter().map(|p| p.name.clone()).collect(),
    )?;
    Ok(())
}

fn lines(row: &Row, out: &mut dyn Write) -> io::Result<()> {
    let mut head = vec![row.what.as_str().to_owned()];
    head.extend(row.join.map(|join| join.as_str().to_owned()));
    if row.moved {
        head.push("moved".to_owned());
    }
    if row.meaning_changed {
        head.push("meaning changed".to_owned());
    }
    writeln!(out, "{}. {}", row.number, head.join(", "))?;
    if !row.note.is_empty() {
        writeln!(out, "   {}", safe(&row.note))?;
    }
    for (mark, places, segments) in [
        ("-", &row.old, &row.old_marked),
        ("+", &row.new, &row.new_marked),
    ] {
        if places.is_empty() {
            continue;
        }
        let text = if segments.is_empty() {
            joined(places, |place| &place.text, " ")
        } else {
            bracketed(segments, mark)
        };
        writeln!(
            out,
            " {mark} {}: {}",
            joined(places, |place| &place.pin, "; "),
            safe(text.trim_end())
        )?;
    }
    writeln!(out)
}

/// Changed words in brackets with their mark.
fn bracketed(segments: &[Segment], mark: &str) -> String {
    let mut text = String::new();
    for segment in segments {
        if segment.changed {
            let words = segment.text.trim_end();
            text.push_str(&format!("[{mark}{words}]"));
            text.push_str(segment.text.get(words.len()..).unwrap_or(""));
        } else {
            text.push_str(&segment.text);
        }
    }
    text
}

/// Control characters could steer a terminal.
fn safe(text: &str) -> String {
    text.chars()
        .map(|ch| if ch.is_control() { ' ' } else { ch })
        .collect()
}
