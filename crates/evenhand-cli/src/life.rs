//! `evenhand life`: since which edition each sentence of a country's report stands, and what was carried over.

use crate::Outcome;
use crate::answer::{self, Which};
use crate::args::ListFormat;
use anyhow::{Result, bail};
use clap::Args;
use evenhand::across::life::{Lives, life};
use std::io::Write;

/// Options of `evenhand life`.
#[derive(Debug, Args)]
pub(crate) struct Life {
    /// Country, by name or code.
    #[arg(value_name = "COUNTRY")]
    country: String,
    /// The edition whose sentences are followed back; the newest where none is given.
    #[arg(value_name = "YEAR")]
    year: Option<u16>,
    /// List every sentence of the edition with since when it stands, instead of the shares carried over.
    #[arg(long)]
    sentences: bool,
    /// Which reports.
    #[command(flatten)]
    which: Which,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Follows sentences back and writes.
pub(crate) fn run(options: &Life, out: &mut impl Write) -> Result<Outcome> {
    let shelf = options.which.shelf(None)?;
    let country = answer::place(&options.country, &shelf)?;
    let found = life(
        &shelf,
        &|held| held.place() == country,
        &|_| true,
        options.year,
    )?;
    let Some(found) = found else {
        bail!(
            "{country}: the archive holds no report on it{}; `evenhand coverage` shows what is there",
            options
                .year
                .map(|year| format!(" for {year}"))
                .unwrap_or_default()
        );
    };
    answer::tell_left_out(found.publisher.as_deref(), &found.left_out);
    if options.sentences {
        sentences(options, &found, out)?;
    } else {
        shares(options, &found, out)?;
    }
    Ok(Outcome::Done)
}

fn year(year: Option<u16>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

fn shares(options: &Life, found: &Lives, out: &mut impl Write) -> Result<()> {
    let mut rows = Vec::new();
    for edition in &found.editions {
        for share in &edition.shares {
            let mut cells = vec![
                year(edition.year),
                year(edition.before),
                share.kind.map_or("all", |kind| kind.as_str()).to_owned(),
            ];
            let counts = [
                share.statements,
                share.carried_over,
                share.edited,
                share.new,
            ];
            cells.extend(counts.map(|count| count.to_string()));
            cells.extend(answer::cells(share.share_carried_over));
            cells.extend(answer::cells(share.share_kept));
            rows.push(cells);
        }
    }
    let head = [
        "year",
        "before",
        "kind",
        "statements",
        "carried_over",
        "edited",
        "new",
        "share_carried_over",
        "low",
        "high",
        "share_kept",
        "kept_low",
        "kept_high",
    ];
    answer::write(options.format, found, &head, rows, out)
}

fn sentences(options: &Life, found: &Lives, out: &mut impl Write) -> Result<()> {
    let rows = found
        .sentences
        .iter()
        .map(|row| {
            vec![
                row.quote.pin.clone(),
                row.kind.to_string(),
                year(row.verbatim_since),
                year(row.near_since),
                row.first_pin.clone(),
                row.quote.text.clone(),
            ]
        })
        .collect();
    let head = [
        "pin",
        "kind",
        "verbatim_since",
        "near_since",
        "first_pin",
        "text",
    ];
    answer::write(options.format, &found.sentences, &head, rows, out)
}
