//! Lists for people (aligned columns), for spreadsheets (CSV, RFC 4180) and for programs (JSON).

use crate::args::ListFormat;
use anyhow::Result;
use std::io::Write;

/// Widest a column grows in the table for people, in characters.
const WIDEST: usize = 60;

/// Writes rows under a head.
pub(crate) fn write(
    format: ListFormat,
    head: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    out: &mut impl Write,
) -> Result<()> {
    match format {
        ListFormat::Table => aligned(head, &rows.collect::<Vec<_>>(), out),
        ListFormat::Csv => {
            let mut csv = csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .from_writer(out);
            csv.write_record(head)?;
            for row in rows {
                csv.write_record(row)?;
            }
            csv.flush()?;
            Ok(())
        }
        ListFormat::Json => {
            let objects: Vec<serde_json::Value> = rows
                .map(|row| {
                    let pairs = head.iter().map(|name| (*name).to_owned());
                    pairs
                        .zip(row.into_iter().map(serde_json::Value::String))
                        .collect()
                })
                .collect();
            serde_json::to_writer_pretty(&mut *out, &objects)?;
            writeln!(out)?;
            Ok(())
        }
    }
}

fn aligned(head: &[&str], rows: &[Vec<String>], out: &mut impl Write) -> Result<()> {
    // Reasons are shown whole.
    let whole = head.iter().position(|name| *name == "because");
    let cell = |at: usize, text: &str| {
        let text = text.replace(['\n', '\t'], " ");
        if whole != Some(at) && text.chars().count() > WIDEST {
            let mut short: String = text.chars().take(WIDEST - 1).collect();
            short.push('…');
            short
        } else {
            text
        }
    };
    let mut lines: Vec<Vec<String>> = vec![
        head.iter()
            .enumerate()
            .map(|(at, name)| cell(at, name))
            .collect(),
    ];
    lines.extend(rows.iter().map(|row| {
        row.iter()
            .enumerate()
            .map(|(at, text)| cell(at, text))
            .collect()
    }));
    let mut widths = vec![0; head.len()];
    for line in &lines {
        for (width, text) in widths.iter_mut().zip(line) {
            *width = (*width).max(text.chars().count());
        }
    }
    for line in &lines {
        let mut text = String::new();
        for (width, cell) in widths.iter().zip(line) {
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', width + 2 - cell.chars().count()));
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}
