//! `evenhand test`: a claim put to a whole edition, with every example and counter-example.

use crate::Outcome;
use crate::answer::{self, Which};
use crate::args::ListFormat;
use anyhow::{Context, Result};
use clap::Args;
use evenhand::across::claim::{Cell, Claim, Condition, claim};
use evenhand::archive::Years;
use std::io::Write;

/// Options of `evenhand test`.
#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Where: words as in `evenhand search`, and filters right:, direction:, source_kind:, specificity:, named:, section:.
    #[arg(long = "where", value_name = "QUERY")]
    first: String,
    /// What the reports have there, in the same way.
    #[arg(long, value_name = "QUERY")]
    has: String,
    /// Only these years: 2023, 2020..2022, 2022.. or ..2019.
    #[arg(long, value_name = "YEARS")]
    year: Option<Years>,
    /// Most quotes for each report and condition.
    #[arg(long, value_name = "N", default_value_t = 3)]
    quotes: usize,
    /// Which reports.
    #[command(flatten)]
    which: Which,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Puts the claim and writes.
pub(crate) fn run(options: &Test, out: &mut impl Write) -> Result<Outcome> {
    let first = Condition::parse(&options.first).context("--where")?;
    let second = Condition::parse(&options.has).context("--has")?;
    let shelf = options.which.shelf(options.year)?;
    let filter = options.which.filter(options.year);
    let found = claim(&shelf, &filter, &first, &second, options.quotes.max(1))?;
    answer::tell_left_out(found.publisher.as_deref(), &found.left_out);
    if options.format == ListFormat::Table {
        summary(&found, out)?;
    }
    let rows = found
        .reports
        .iter()
        .filter(|placed| placed.cell != Cell::Neither || options.format == ListFormat::Csv)
        .map(|placed| {
            let told = |quotes: &[evenhand::across::Quote]| {
                let first = quotes.first();
                [
                    first.map(|quote| quote.pin.clone()).unwrap_or_default(),
                    first.map(|quote| quote.text.clone()).unwrap_or_default(),
                ]
            };
            let mut row = vec![
                placed.cell.to_string(),
                placed.country.clone(),
                placed.year.map(|year| year.to_string()).unwrap_or_default(),
                placed.where_sentences.to_string(),
            ];
            row.extend(told(&placed.where_quotes));
            row.push(placed.has_sentences.to_string());
            row.extend(told(&placed.has_quotes));
            row
        })
        .collect();
    let head = [
        "cell",
        "country",
        "year",
        "where_sentences",
        "where_pin",
        "where_text",
        "has_sentences",
        "has_pin",
        "has_text",
    ];
    answer::write(options.format, &found, &head, rows, out)?;
    let any = found.table.reports() > found.table.neither;
    Ok(if any {
        Outcome::Done
    } else {
        Outcome::NothingFound
    })
}

/// The table and its odds ratio, for people.
fn summary(found: &Claim, out: &mut impl Write) -> Result<()> {
    let table = &found.table;
    writeln!(out, "where: {}    has: {}", found.r#where, found.has)?;
    writeln!(out, "reports       has  has not")?;
    writeln!(
        out,
        "where      {:>6}   {:>6}",
        table.both, table.where_only
    )?;
    writeln!(
        out,
        "elsewhere  {:>6}   {:>6}",
        table.has_only, table.neither
    )?;
    match found.odds_ratio {
        Some(odds) => writeln!(
            out,
            "odds ratio {} (95 % interval {} to {}, p {:.4})",
            answer::number(odds.value),
            answer::number(odds.low),
            answer::number(odds.high),
            odds.p
        )?,
        None => writeln!(
            out,
            "no odds ratio: all reports stand on one side of a condition, so there is nothing to compare"
        )?,
    }
    for (place, share) in [
        ("where", found.share_where),
        ("elsewhere", found.share_elsewhere),
    ] {
        if let Some(share) = share {
            writeln!(
                out,
                "share of reports that have it, {place}: {} ({} to {})",
                answer::number(share.value),
                answer::number(share.low),
                answer::number(share.high)
            )?;
        }
    }
    writeln!(out)?;
    Ok(())
}
