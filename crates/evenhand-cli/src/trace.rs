//! `evenhand trace`: where a name, label or formula stands in each edition, and how it changes.

use crate::answer::{self, Which};
use crate::args::ListFormat;
use crate::{Outcome, progress};
use anyhow::Result;
use clap::Args;
use evenhand::across::Term;
use evenhand::across::trace::{TracedEdition, html, trace};
use evenhand::archive::Years;
use std::io::Write;
use std::path::PathBuf;

/// Options of `evenhand trace`.
#[derive(Debug, Args)]
pub(crate) struct Trace {
    /// A word, a phrase ("fugitive banker"), or the beginning of a word (journalis*).
    #[arg(value_name = "TERM")]
    term: String,
    /// Only this country, by name or code; may be given several times.
    #[arg(long, value_name = "NAME")]
    country: Vec<String>,
    /// Only these years: 2023, 2020..2022, 2022.. or ..2019.
    #[arg(long, value_name = "YEARS")]
    year: Option<Years>,
    /// The term is a person's name: take persons named in another spelling, order or script too.
    #[arg(long)]
    person: bool,
    /// Most quotes an edition.
    #[arg(long, value_name = "N", default_value_t = 3)]
    quotes: usize,
    /// Folder for trace.html, a picture for people; made where it is not there.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Which reports.
    #[command(flatten)]
    which: Which,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Follows the term and writes.
pub(crate) fn run(options: &Trace, out: &mut impl Write) -> Result<Outcome> {
    let term = Term::new(&options.term)?;
    let shelf = options.which.shelf(options.year)?;
    let places = options
        .country
        .iter()
        .map(|name| answer::place(name, &shelf))
        .collect::<Result<Vec<_>>>()?;
    let wanted =
        |held: &evenhand::across::Held| places.is_empty() || places.contains(&held.place());
    let found = trace(&shelf, &wanted, &term, options.person, options.quotes)?;
    answer::tell_left_out(found.publisher.as_deref(), &found.left_out);
    if let Some(folder) = &options.out {
        let file = folder.join("trace.html");
        evenhand::write_aside(&file, html(&found).as_bytes())?;
        progress::tell(&format!("Written: {}", file.display()));
    }
    let person = found.is_person();
    let rows = found
        .editions
        .iter()
        .map(|edition| {
            let [value, low, high] = answer::cells(Some(edition.per_10_000_words));
            vec![
                edition.year.to_string(),
                edition.reports.to_string(),
                edition.words.to_string(),
                edition.count.to_string(),
                value,
                low,
                high,
                edition.reports_with.to_string(),
                described(edition, person),
                edition.quotes.first().map(answer::pin).unwrap_or_default(),
            ]
        })
        .collect();
    let head = [
        "year",
        "reports",
        "words",
        "count",
        "per_10000_words",
        "low",
        "high",
        "reports_with",
        "described_as",
        "first_place",
    ];
    answer::write(options.format, &found, &head, rows, out)?;
    Ok(if found.count == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// The words that describe a person in an edition, with how often.
fn described(edition: &TracedEdition, person: bool) -> String {
    if !person {
        return String::new();
    }
    if edition.count == 0 {
        return "not named".to_owned();
    }
    let mut told: Vec<String> = edition
        .descriptions
        .iter()
        .map(|one| match one.times {
            1 => one.words.clone(),
            times => format!("{} ({times})", one.words),
        })
        .collect();
    if edition.undescribed > 0 {
        told.push(format!("no description ({})", edition.undescribed));
    }
    told.join("; ")
}
