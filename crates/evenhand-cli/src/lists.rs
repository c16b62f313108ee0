//! `evenhand lists`: on which lists the persons and bodies of a report stand, as what, since when.

use crate::args::{Identity, ListFormat};
use crate::which::Which;
use crate::{Outcome, table};
use anyhow::Result;
use clap::Args;
use evenhand::registers::{self, ListsReport};
use std::io::Write;
use std::path::PathBuf;

/// Options of `evenhand lists`.
#[derive(Debug, Args)]
#[command(after_help = "\
A list says what its keeper says; that lists contradict one another is shown, not resolved. A name that fits may be another person's: \
look at the score and its reason. Files: CSV (docs/registers.md) or FollowTheMoney JSON lines.

Example:
  evenhand lists 2023/veldania.html --lists lists.csv sanctions.jsonl")]
pub(crate) struct Arguments {
    /// The report.
    #[command(flatten)]
    which: Which,
    /// Registers of lists.
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    lists: Vec<PathBuf>,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
    /// What is known about the report.
    #[command(flatten)]
    identity: Identity,
}

/// Holds the lists against the report.
pub(crate) fn run(options: &Arguments, out: &mut impl Write) -> Result<Outcome> {
    let report = options.which.open(&options.identity)?.report;
    let found = registers::lists(&report, &registers::lists_files(&options.lists)?);
    match options.format {
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &found)?;
            writeln!(out)?;
        }
        ListFormat::Csv => rows(&found, out)?,
        ListFormat::Table => shown(&found, out)?,
    }
    Ok(if found.on_lists.is_empty() {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// One row a name and entry.
fn rows(found: &ListsReport, out: &mut impl Write) -> Result<()> {
    let head = [
        "name",
        "kind",
        "mentions",
        "described_as",
        "id",
        "listed_name",
        "list",
        "listed_as",
        "since",
        "until",
        "period",
        "score",
        "because",
        "citation",
        "in_order",
    ];
    let mut rows = Vec::new();
    for named in &found.on_lists {
        let described: Vec<&str> = named
            .descriptions
            .iter()
            .map(|words| words.words.as_str())
            .collect();
        for entry in &named.listings {
            let listing = &entry.listing;
            rows.push(vec![
                named.name.clone(),
                named.kind.to_string(),
                named.mentions.to_string(),
                described.join("; "),
                listing.id.clone(),
                listing.name.clone(),
                listing.list.clone(),
                listing.listed_as.clone(),
                listing
                    .since
                    .map(|date| date.to_string())
                    .unwrap_or_default(),
                listing
                    .until
                    .map(|date| date.to_string())
                    .unwrap_or_default(),
                entry.period.clone(),
                format!("{:.2}", entry.score),
                entry.because.clone(),
                listing.citation.clone(),
                named.line.clone(),
            ]);
        }
    }
    table::write(ListFormat::Csv, &head, rows.into_iter(), out)
}

/// For people: name by name.
fn shown(found: &ListsReport, out: &mut impl Write) -> Result<()> {
    writeln!(
        out,
        "{} of {} persons the report names stand on a list{}; {} entries read.",
        found.persons_on_lists,
        found.persons,
        found
            .percent
            .map_or(String::new(), |share| format!(" ({share} percent)")),
        found.entries
    )?;
    for named in &found.on_lists {
        let sentences = if named.mentions == 1 {
            "one sentence".to_owned()
        } else {
            format!("{} sentences", named.mentions)
        };
        writeln!(
            out,
            "\n{} ({}): named in {sentences}",
            named.name, named.kind
        )?;
        if named.spellings.len() > 1 {
            writeln!(out, "    written {}", named.spellings.join(", "))?;
        }
        for described in &named.descriptions {
            writeln!(
                out,
                "    described as “{}” ({})",
                described.words, described.quote.pin
            )?;
        }
        for entry in &named.listings {
            let listing = &entry.listing;
            writeln!(
                out,
                "    {}: {} on {}; {} ({}; name {:.2}: {})",
                listing.id,
                listing.listed_as,
                listing.list,
                entry.period,
                listing.citation,
                entry.score,
                entry.because
            )?;
        }
        writeln!(out, "    in order: {}", named.line)?;
        for event in named.events.iter().filter(|event| event.date.is_none()) {
            writeln!(
                out,
                "    without a date: {} ({})",
                event.what, event.quote.pin
            )?;
        }
    }
    if !found.not_named.is_empty() {
        writeln!(
            out,
            "\nEntries that fit no name of this report: {}",
            found.not_named.join(", ")
        )?;
    }
    Ok(())
}
