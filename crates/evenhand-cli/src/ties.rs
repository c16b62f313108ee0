//! `evenhand ties`: for every body a report relies on, who is tied to it, with citations.

use crate::args::{Identity, ListFormat};
use crate::which::Which;
use crate::{Outcome, progress, table};
use anyhow::Result;
use clap::Args;
use evenhand::registers::{self, TieGiven, TiesReport};
use std::io::Write;
use std::path::PathBuf;

/// Options of `evenhand ties`.
#[derive(Debug, Args)]
#[command(after_help = "\
A tie is a fact from your files, with its citation; it is no verdict on anybody. The same words are used for everybody, government \
bodies included. Amounts are added up only at one level and in one currency, and the level is named; planned money is shown as planned. \
Files: CSV (docs/registers.md), IATI 2.03 XML, 360Giving JSON or CSV, FollowTheMoney JSON lines.

Example:
  evenhand ties 2023/veldania.html --ties ties.csv iati.xml")]
pub(crate) struct Arguments {
    /// The report.
    #[command(flatten)]
    which: Which,
    /// Registers of ties.
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    ties: Vec<PathBuf>,
    /// Further names on the publisher's side, beside the publisher the report names.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    publisher_side: Vec<String>,
    /// Further names of the government reported on.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    government_side: Vec<String>,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
    /// What is known about the report.
    #[command(flatten)]
    identity: Identity,
}

/// Holds the ties against the report.
pub(crate) fn run(options: &Arguments, out: &mut impl Write) -> Result<Outcome> {
    let report = options.which.open(&options.identity)?.report;
    let file = registers::ties_files(&options.ties)?;
    let sides = TieGiven {
        publisher: options.publisher_side.clone(),
        government: options.government_side.clone(),
    };
    let found = registers::ties(&report, &file, &sides);
    match options.format {
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &found)?;
            writeln!(out)?;
        }
        ListFormat::Csv => rows(&found, out)?,
        ListFormat::Table => shown(&found, out)?,
    }
    for note in &found.notes {
        progress::tell(&format!(
            "note: {}, line {}: {}",
            note.place.file, note.place.line, note.message
        ));
    }
    Ok(if found.bodies.is_empty() {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// One row a tie of a body the report relies on.
fn rows(found: &TiesReport, out: &mut impl Write) -> Result<()> {
    let head = [
        "body",
        "kind",
        "attributions",
        "of",
        "side",
        "giver",
        "relation",
        "receiver",
        "id",
        "amount",
        "currency",
        "status",
        "start",
        "end",
        "when",
        "purpose",
        "flags",
        "citation",
        "file",
        "line",
        "circle",
        "from_government",
    ];
    let mut rows = Vec::new();
    for body in &found.bodies {
        for link in &body.links {
            for tie in &link.step.ties {
                let flags: Vec<&str> = tie.flags.iter().map(|flag| flag.as_str()).collect();
                rows.push(vec![
                    body.name.clone(),
                    body.kind.to_string(),
                    body.attributions.to_string(),
                    body.of.to_string(),
                    link.side.to_string(),
                    link.step.giver.clone(),
                    link.step.relation.to_string(),
                    link.step.receiver.clone(),
                    tie.id.clone(),
                    tie.amount
                        .map(|amount| amount.to_string().replace(',', ""))
                        .unwrap_or_default(),
                    tie.currency.clone().unwrap_or_default(),
                    tie.status.to_string(),
                    tie.start.map(|date| date.to_string()).unwrap_or_default(),
                    tie.end.map(|date| date.to_string()).unwrap_or_default(),
                    tie.when.to_string(),
                    tie.purpose.clone(),
                    flags.join("; "),
                    tie.citation.clone(),
                    tie.file.clone(),
                    tie.line.to_string(),
                    body.circle_words.clone(),
                    body.from_government_words.clone(),
                ]);
            }
        }
    }
    table::write(ListFormat::Csv, &head, rows.into_iter(), out)
}

/// For people: body by body.
fn shown(found: &TiesReport, out: &mut impl Write) -> Result<()> {
    writeln!(
        out,
        "{} of {} named sources have a tie in these files ({} ties read).",
        found.tied, found.sources, found.ties
    )?;
    writeln!(out, "Publisher's side: {}", list(&found.publisher_side))?;
    writeln!(
        out,
        "Government reported on: {}",
        list(&found.government_side)
    )?;
    for body in &found.bodies {
        writeln!(
            out,
            "\n{} ({}): {} of {} attributions to named sources{}",
            body.name,
            body.kind,
            body.attributions,
            body.of,
            body.percent
                .map_or(String::new(), |share| format!(" ({share} percent)"))
        )?;
        for link in &body.links {
            writeln!(out, "    {:<10}  {}", link.side.as_str(), link.step.words)?;
            for tie in &link.step.ties {
                writeln!(
                    out,
                    "                {}: {}{}",
                    tie.id,
                    tie.citation,
                    flagged(tie)
                )?;
            }
        }
        if !body.circle_words.is_empty() {
            writeln!(
                out,
                "    from the publisher to this source: {}",
                body.circle_words
            )?;
        }
        if !body.from_government_words.is_empty() {
            writeln!(
                out,
                "    from the government reported on to this source: {}",
                body.from_government_words
            )?;
        }
        for quote in body.quotes.iter().take(1) {
            writeln!(out, "    “{}” ({})", quote.text, quote.pin)?;
        }
    }
    if !found.shared_origins.is_empty() {
        writeln!(out, "\nSources with one origin")?;
        for shared in &found.shared_origins {
            writeln!(
                out,
                "\n{} ({}): {}",
                shared.origin,
                shared.side,
                shared.sources.join(", ")
            )?;
            writeln!(out, "    {}", shared.words)?;
        }
    }
    writeln!(out, "\nA tie is a fact of your files, not a verdict.")?;
    Ok(())
}

fn flagged(tie: &registers::TieRow) -> String {
    let flags: Vec<&str> = tie.flags.iter().map(|flag| flag.as_str()).collect();
    if flags.is_empty() {
        String::new()
    } else {
        format!(" [{}]", flags.join(", "))
    }
}

fn list(names: &[String]) -> String {
    if names.is_empty() {
        "nobody in these files".to_owned()
    } else {
        names.join(", ")
    }
}
