//! What the commands over many reports share: which reports, how countries are named, how answers are written.

use crate::archive::ArchiveArg;
use crate::args::ListFormat;
use crate::{progress, table};
use anyhow::{Context, Result, bail};
use clap::Args;
use evenhand::across::interval::Interval;
use evenhand::across::{Archived, Held, Quote, Shelf};
use evenhand::archive::{Counted, DocumentFilter, Years};
use evenhand::report::country::Countries;
use serde::Serialize;
use std::io::Write;

/// Which reports of the archive.
#[derive(Debug, Args)]
#[command(next_help_heading = "Which reports")]
pub(crate) struct Which {
    /// Which archive.
    #[command(flatten)]
    pub(crate) archive: ArchiveArg,
    /// Only publishers whose name holds these words.
    #[arg(long, value_name = "NAME")]
    pub(crate) publisher: Option<String>,
}

impl Which {
    /// The reports, of these years: one for each publisher, country and year.
    pub(crate) fn shelf(&self, years: Option<Years>) -> Result<Archived> {
        self.counting(years, Counted::Edition)
    }

    /// Which documents of the archive are meant.
    pub(crate) fn filter(&self, years: Option<Years>) -> DocumentFilter {
        DocumentFilter {
            years: years.unwrap_or_default(),
            publisher: self.publisher.clone(),
            ..DocumentFilter::default()
        }
    }

    /// The reports, of these years, with or without drafts and doubles.
    pub(crate) fn counting(&self, years: Option<Years>, counted: Counted) -> Result<Archived> {
        let filter = DocumentFilter {
            counted,
            ..self.filter(years)
        };
        let shelf = Archived::new(&self.archive.open()?, &filter)?;
        if shelf.held().is_empty() {
            bail!(
                "{}: no report {}; `evenhand import` brings reports in",
                self.archive.archive.display(),
                match years {
                    Some(years) => format!("of {years} is in this archive"),
                    None => "is in this archive".to_owned(),
                }
            );
        }
        Ok(shelf)
    }
}

/// What a country is called among reports: its code, or, where the register has it not, the name of
/// its reports in the archive.
pub(crate) fn place(name: &str, shelf: &dyn Shelf) -> Result<String> {
    match Countries::register().find(name) {
        Ok(country) => Ok(country.code.to_string()),
        Err(fault) => {
            let wanted = name.trim().to_lowercase();
            let own = shelf
                .held()
                .iter()
                .map(Held::place)
                .find(|place| place.to_lowercase() == wanted);
            own.ok_or(fault)
                .with_context(|| format!("country {name:?}"))
        }
    }
}

/// The newest edition on a shelf, among the reports that `wanted` lets through.
pub(crate) fn newest(shelf: &dyn Shelf, wanted: &dyn Fn(&Held) -> bool) -> Result<u16> {
    let years = shelf.held().iter().filter(|held| wanted(held));
    years
        .filter_map(|held| held.year)
        .max()
        .context("no report of a known year is there; say which with --year when importing")
}

/// Writes an answer: rows as a table or CSV, the whole of it as JSON.
pub(crate) fn write(
    format: ListFormat,
    whole: &impl Serialize,
    head: &[&str],
    rows: Vec<Vec<String>>,
    out: &mut impl Write,
) -> Result<()> {
    match format {
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, whole)?;
            writeln!(out)?;
            Ok(())
        }
        ListFormat::Table | ListFormat::Csv => table::write(format, head, rows.into_iter(), out),
    }
}

/// Says whose reports were left out, where some were.
pub(crate) fn tell_left_out(publisher: Option<&str>, left_out: &[String]) {
    if !left_out.is_empty() {
        progress::tell(&format!(
            "counted: {}; left out: {} (--publisher chooses)",
            publisher.unwrap_or("reports of unknown publishers"),
            left_out.join(", ")
        ));
    }
}

/// A number with as many decimals as say something.
pub(crate) fn number(value: f64) -> String {
    if value.is_infinite() {
        return "inf".to_owned();
    }
    match value.abs() {
        0.0 => "0".to_owned(),
        size if size >= 1_000.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 0.1 => format!("{value:.2}"),
        _ => format!("{value:.4}"),
    }
}

/// An estimate and the ends of its interval, as three cells.
pub(crate) fn cells(interval: Option<Interval>) -> [String; 3] {
    match interval {
        Some(interval) => [interval.value, interval.low, interval.high].map(number),
        None => [String::new(), String::new(), String::new()],
    }
}

/// Where a quote stands, with its country.
pub(crate) fn pin(quote: &Quote) -> String {
    format!("{} {}", quote.country, quote.pin)
}
