//! `evenhand formulas`: sentences that many reports share, and the countries that do not get them.

use crate::answer::{self, Which, pin};
use crate::args::ListFormat;
use crate::{Outcome, progress};
use anyhow::{Result, ensure};
use clap::Args;
use evenhand::across::formulas::{Gathered, NEARLY_ALL, gather};
use evenhand::archive::Years;
use serde::Serialize;
use std::io::Write;

/// Options of `evenhand formulas`.
#[derive(Debug, Args)]
pub(crate) struct Formulas {
    /// Where this sentence stands, word for word, with other names and numbers, or nearly.
    #[arg(long, value_name = "TEXT", conflicts_with = "missing")]
    sentence: Option<String>,
    /// Formulas that nearly all countries of an edition get and this one does not; without a name, those that any does not.
    #[arg(long, value_name = "COUNTRY", num_args = 0..=1)]
    missing: Option<Option<String>>,
    /// What "nearly all" is, in percent of the countries of the edition.
    #[arg(long, value_name = "PERCENT", default_value_t = NEARLY_ALL)]
    nearly_all: f64,
    /// Fewest countries a formula stands in.
    #[arg(long, value_name = "N", default_value_t = 2)]
    countries: usize,
    /// Most formulas shown.
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// Most quotes for each, in JSON; for --sentence, in all.
    #[arg(long, value_name = "N", default_value_t = 3)]
    quotes: usize,
    /// Only these years: 2023, 2020..2022, 2022.. or ..2019; for --missing one year, the newest where none is given.
    #[arg(long, value_name = "YEARS")]
    year: Option<Years>,
    /// Which reports.
    #[command(flatten)]
    which: Which,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

#[derive(Serialize)]
struct Answer<'a, T: Serialize> {
    publisher: Option<&'a str>,
    left_out: &'a [String],
    found: usize,
    formulas: T,
}

/// Gathers and writes.
pub(crate) fn run(options: &Formulas, out: &mut impl Write) -> Result<Outcome> {
    ensure!(
        options.nearly_all > 0.0 && options.nearly_all <= 100.0,
        "--nearly-all {}: a percentage from above 0 to 100 is expected",
        options.nearly_all
    );
    let shelf = options.which.shelf(options.year)?;
    if let Some(country) = &options.missing {
        let country = country
            .as_deref()
            .map(|name| answer::place(name, &shelf))
            .transpose()?;
        let of_country = |held: &evenhand::across::Held| {
            country
                .as_deref()
                .is_none_or(|country| held.place() == country)
        };
        let year = answer::newest(&shelf, &of_country)?;
        let gathered = gather(&shelf, &|held| held.year == Some(year))?;
        return missing(options, &gathered, country.as_deref(), out);
    }
    let gathered = gather(&shelf, &|_| true)?;
    answer::tell_left_out(gathered.publisher.as_deref(), &gathered.left_out);
    match &options.sentence {
        Some(text) => sentence(options, &gathered, text, out),
        None => families(options, &gathered, out),
    }
}

fn families(options: &Formulas, gathered: &Gathered<'_>, out: &mut impl Write) -> Result<Outcome> {
    let (rows, found) =
        gathered.families(options.countries, options.limit, options.quotes.max(1))?;
    tell_more(rows.len(), found);
    let cells = rows
        .iter()
        .map(|row| {
            let [share, low, high] = answer::cells(Some(row.share));
            let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
            vec![
                row.reports.to_string(),
                row.countries.to_string(),
                share,
                low,
                high,
                year(row.first),
                year(row.last),
                row.exact.to_string(),
                row.masked.to_string(),
                row.near.to_string(),
                row.wording.clone(),
                row.quotes.first().map(pin).unwrap_or_default(),
            ]
        })
        .collect();
    let head = [
        "reports",
        "countries",
        "share",
        "low",
        "high",
        "first",
        "last",
        "exact",
        "masked",
        "near",
        "wording",
        "for_example",
    ];
    let answer = Answer {
        publisher: gathered.publisher.as_deref(),
        left_out: &gathered.left_out,
        found,
        formulas: &rows,
    };
    answer::write(options.format, &answer, &head, cells, out)?;
    Ok(outcome(found))
}

fn missing(
    options: &Formulas,
    gathered: &Gathered<'_>,
    country: Option<&str>,
    out: &mut impl Write,
) -> Result<Outcome> {
    let least = options.nearly_all / 100.0;
    let (rows, found) = gathered.missing(country, least, options.limit, options.quotes.max(1))?;
    tell_more(rows.len(), found);
    let cells = rows
        .iter()
        .map(|row| {
            let [share, low, high] = answer::cells(Some(row.formula.share));
            let (likeness, nearest, nearest_pin) = match &row.nearest {
                Some((quote, likeness)) => (
                    answer::number(f64::from(*likeness)),
                    quote.text.clone(),
                    pin(quote),
                ),
                None => Default::default(),
            };
            vec![
                row.formula.countries.to_string(),
                share,
                low,
                high,
                row.formula.wording.clone(),
                row.missing.len().to_string(),
                row.missing.join(" "),
                likeness,
                nearest_pin,
                nearest,
            ]
        })
        .collect();
    let head = [
        "countries",
        "share",
        "low",
        "high",
        "wording",
        "missing",
        "missing_countries",
        "likeness",
        "nearest_pin",
        "nearest",
    ];
    let answer = Answer {
        publisher: gathered.publisher.as_deref(),
        left_out: &gathered.left_out,
        found,
        formulas: &rows,
    };
    answer::write(options.format, &answer, &head, cells, out)?;
    if found > 0 {
        progress::tell("that a formula is missing says that it was not written, not why");
    }
    Ok(outcome(found))
}

fn sentence(
    options: &Formulas,
    gathered: &Gathered<'_>,
    text: &str,
    out: &mut impl Write,
) -> Result<Outcome> {
    let found = gathered.sentence(text, options.quotes)?;
    let cells = found
        .editions
        .iter()
        .map(|edition| {
            let [share, low, high] = answer::cells(Some(edition.share));
            vec![
                edition
                    .year
                    .map(|year| year.to_string())
                    .unwrap_or_default(),
                edition.reports.to_string(),
                edition.exact.to_string(),
                edition.masked.to_string(),
                edition.near.to_string(),
                share,
                low,
                high,
                edition.countries.join(" "),
                edition.missing.join(" "),
            ]
        })
        .collect();
    let head = [
        "year",
        "reports",
        "exact",
        "masked",
        "near",
        "share",
        "low",
        "high",
        "countries",
        "missing",
    ];
    let any = found
        .editions
        .iter()
        .any(|edition| !edition.countries.is_empty());
    answer::write(options.format, &found, &head, cells, out)?;
    Ok(outcome(usize::from(any)))
}

fn tell_more(shown: usize, found: usize) {
    if shown < found {
        progress::tell(&format!(
            "{shown} of {found} formulas shown; --limit shows more"
        ));
    }
}

fn outcome(found: usize) -> Outcome {
    if found == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    }
}
