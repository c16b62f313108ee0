//! `evenhand standing`: on one right or topic, where a country stands among all, its region, its peers.

use crate::answer::{self, Which};
use crate::args::ListFormat;
use crate::{Outcome, progress};
use anyhow::{Context, Result, bail};
use clap::Args;
use evenhand::across::standing::{Matter, standing};
use evenhand::across::{Shelf, Term};
use std::io::Write;
use std::path::Path;

/// Options of `evenhand standing`.
#[derive(Debug, Args)]
pub(crate) struct Standing {
    /// Country, by name or code.
    #[arg(value_name = "COUNTRY")]
    country: String,
    /// Statements about this article of the Universal Declaration of Human Rights.
    #[arg(long, value_name = "ARTICLE", value_parser = clap::value_parser!(u8).range(1..=30), required_unless_present_any = ["topic", "all"])]
    right: Option<u8>,
    /// Statements that hold this word or phrase.
    #[arg(long, value_name = "TERM", conflicts_with = "right")]
    topic: Option<String>,
    /// Every statement: the shares of directions, sources and figures of the whole report.
    #[arg(long, conflicts_with_all = ["right", "topic"])]
    all: bool,
    /// The edition; the newest where none is given.
    #[arg(long, value_name = "YEAR")]
    year: Option<u16>,
    /// A group to stand beside: countries parted by commas, or a file with one a line.
    #[arg(long, value_name = "COUNTRIES|FILE")]
    peers: Option<String>,
    /// Most quotes for each measure, in JSON.
    #[arg(long, value_name = "N", default_value_t = 3)]
    quotes: usize,
    /// Which reports.
    #[command(flatten)]
    which: Which,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Counts, lays beside, and writes.
pub(crate) fn run(options: &Standing, out: &mut impl Write) -> Result<Outcome> {
    let shelf = options.which.shelf(None)?;
    let country = answer::place(&options.country, &shelf)?;
    let matter = match (options.right, &options.topic) {
        (Some(article), _) => Matter::Right(article),
        (None, Some(topic)) => Matter::Topic(Term::new(topic)?),
        (None, None) if options.all => Matter::All,
        (None, None) => bail!("say what to look at: --right ARTICLE, --topic TERM or --all"),
    };
    let year = match options.year {
        Some(year) => year,
        None => answer::newest(&shelf, &|held| held.place() == country)?,
    };
    let peers = match &options.peers {
        Some(named) => peers(named, &shelf)?,
        None => Vec::new(),
    };
    let found = standing(
        &shelf,
        &|_| true,
        &country,
        year,
        &matter,
        &peers,
        options.quotes,
    )?;
    let Some(found) = found else {
        bail!(
            "{country}: the archive holds no report on it for {year}; `evenhand coverage` shows what is there"
        );
    };
    answer::tell_left_out(found.publisher.as_deref(), &found.left_out);
    if !found.peers_missing.is_empty() {
        progress::tell(&format!(
            "no report of {year} on {}",
            found.peers_missing.join(", ")
        ));
    }
    let mut rows = Vec::new();
    for row in &found.measures {
        let own = answer::cells(row.standing.own);
        for beside in &row.standing.beside {
            let mut cells = vec![
                row.standing.measure.clone(),
                row.standing.part.to_string(),
                row.standing.whole.to_string(),
            ];
            cells.extend(own.clone());
            cells.push(beside.group.clone());
            cells.push(beside.countries.to_string());
            cells.extend(answer::cells(beside.together));
            cells.extend(match beside.quartiles {
                Some(quartiles) => quartiles.map(answer::number),
                None => [String::new(), String::new(), String::new()],
            });
            cells.extend([beside.below, beside.alike, beside.above].map(|count| count.to_string()));
            rows.push(cells);
        }
    }
    let head = [
        "measure",
        "part",
        "whole",
        "share",
        "low",
        "high",
        "beside",
        "countries",
        "together",
        "together_low",
        "together_high",
        "quartile_1",
        "median",
        "quartile_3",
        "below",
        "alike",
        "above",
    ];
    answer::write(options.format, &found, &head, rows, out)?;
    Ok(if found.statements == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// The countries of a group, named one after the other or in a file.
fn peers(named: &str, shelf: &dyn Shelf) -> Result<Vec<String>> {
    let text = if Path::new(named).is_file() {
        #[expect(
            clippy::disallowed_methods,
            reason = "the program reads the file of peers it is given"
        )]
        let text = std::fs::read_to_string(named);
        text.with_context(|| format!("reading peers from {named}"))?
    } else {
        named.to_owned()
    };
    text.split(['\n', ','])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| answer::place(name, shelf))
        .collect()
}
