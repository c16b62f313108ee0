//! `evenhand terms`: how often words and phrases stand in each edition, with rates and intervals.

use crate::answer::{self, Which};
use crate::args::ListFormat;
use crate::{Outcome, progress};
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use evenhand::across::{Basis, Term, newsroom_table, newsroom_terms, terms};
use evenhand::archive::{Counted, Years};
use std::io::Write;
use std::path::Path;

/// Options of `evenhand terms`.
#[derive(Debug, Args)]
pub(crate) struct Terms {
    /// Words, phrases ("climate change") or beginnings of words (journalis*); or one file with a term a line.
    #[arg(required = true, value_name = "TERM|FILE")]
    terms: Vec<String>,
    /// How terms are counted.
    #[arg(long, value_enum, default_value_t = Recipe::Words)]
    recipe: Recipe,
    /// Every report, not only those of countries that every edition covers.
    #[arg(long)]
    unmatched: bool,
    /// Only this country, by name or code; may be given several times.
    #[arg(long, value_name = "NAME")]
    country: Vec<String>,
    /// Only these years: 2023, 2020..2022, 2022.. or ..2019.
    #[arg(long, value_name = "YEARS")]
    year: Option<Years>,
    /// Which reports.
    #[command(flatten)]
    which: Which,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// How terms are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Recipe {
    /// Whole words in the statements of each report, on countries that every edition covers.
    Words,
    /// A newsroom's published recipe: runs of characters, in the paragraphs of every page as downloaded.
    Newsroom,
}

/// Counts and writes.
pub(crate) fn run(options: &Terms, out: &mut impl Write) -> Result<Outcome> {
    let asked = asked(&options.terms)?;
    // The recipe counts every page there is, drafts and doubles too.
    let counted = match options.recipe {
        Recipe::Words => Counted::Edition,
        Recipe::Newsroom => Counted::All,
    };
    let shelf = options.which.counting(options.year, counted)?;
    let places = options
        .country
        .iter()
        .map(|name| answer::place(name, &shelf))
        .collect::<Result<Vec<_>>>()?;
    let wanted =
        |held: &evenhand::across::Held| places.is_empty() || places.contains(&held.place());
    if options.recipe == Recipe::Newsroom {
        let rows = newsroom_table(&shelf, &wanted, &asked)?;
        let (_, columns) = newsroom_terms(&asked);
        let head: Vec<&str> = columns.iter().map(String::as_str).collect();
        let cells = rows
            .iter()
            .map(|row| {
                let numbers = [u64::from(row.year), row.reports, row.word_count];
                numbers
                    .iter()
                    .chain(&row.counts)
                    .map(u64::to_string)
                    .collect()
            })
            .collect();
        answer::write(options.format, &rows, &head, cells, out)?;
        return Ok(if rows.is_empty() {
            Outcome::NothingFound
        } else {
            Outcome::Done
        });
    }
    let typed = asked
        .iter()
        .map(|term| Term::new(term))
        .collect::<Result<Vec<_>, _>>()?;
    let basis = if options.unmatched {
        Basis::All
    } else {
        Basis::Matched
    };
    let found = terms(&shelf, &wanted, &typed, basis)?;
    answer::tell_left_out(found.publisher.as_deref(), &found.left_out);
    if !found.table.dropped_out.is_empty() {
        let dropped: Vec<String> = found
            .table
            .dropped_out
            .iter()
            .map(|one| {
                let years: Vec<String> = one.missing_in.iter().map(u16::to_string).collect();
                format!("{} (no report for {})", one.country, years.join(", "))
            })
            .collect();
        progress::tell(&format!(
            "not counted, so that every edition is of the same countries: {}",
            dropped.join("; ")
        ));
    }
    let mut rows = Vec::new();
    for edition in &found.table.editions {
        for (term, rate) in found.terms.iter().zip(&edition.terms) {
            let [value, low, high] = answer::cells(Some(rate.per_10_000_words));
            rows.push(vec![
                edition.year.to_string(),
                term.clone(),
                edition.reports.to_string(),
                edition.words.to_string(),
                rate.count.to_string(),
                value,
                low,
                high,
                answer::number(rate.per_report),
                rate.reports_with.to_string(),
            ]);
        }
    }
    let head = [
        "year",
        "term",
        "reports",
        "words",
        "count",
        "per_10000_words",
        "low",
        "high",
        "per_report",
        "reports_with",
    ];
    let nothing = found
        .table
        .editions
        .iter()
        .all(|edition| edition.terms.iter().all(|term| term.count == 0));
    answer::write(options.format, &found, &head, rows, out)?;
    Ok(if nothing {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// The terms themselves, or the lines of the one file that is named.
fn asked(given: &[String]) -> Result<Vec<String>> {
    let [one] = given else {
        return Ok(given.to_vec());
    };
    if !Path::new(one).is_file() {
        return Ok(given.to_vec());
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "the program reads the file of terms it is given"
    )]
    let text = std::fs::read_to_string(one).with_context(|| format!("reading terms from {one}"))?;
    let terms: Vec<String> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    anyhow::ensure!(
        !terms.is_empty(),
        "{one}: the file has no term; write one a line"
    );
    Ok(terms)
}
