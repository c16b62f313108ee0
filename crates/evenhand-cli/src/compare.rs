//! `evenhand compare`: two editions side by side, or given pairs of sentences labelled.

use crate::archive::ArchiveArg;
use crate::args::Identity;
use crate::{Outcome, given, progress, read};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use evenhand::archive::{Archive, DocumentFilter, Years, open_document};
use evenhand::compare::{self, Comparison, What};
use evenhand::report::country::{Countries, Country};
use evenhand::{Given, Opened, Source};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

const EXAMPLES: &str = "Examples:
  evenhand compare 2022/veldania.html 2023/veldania.html
      the counts, what is no longer there, and every statement that changed
  evenhand compare 2022/veldania.html 2023/veldania.html --out chart
      chart/compare.html, to be filed or printed, and chart/compare.json
  evenhand compare 2022/veldania.html 2023/veldania.html --only substance,caveat --format csv
      the weighty changes, for a spreadsheet
  evenhand compare KAZ 2022 2023
      two editions out of the archive, by country (name or code) and years
  evenhand compare --pairs pairs.jsonl
      classes given pairs: {\"id\":…,\"old\":…,\"new\":…} a line in, a label a line out

Exit codes: 0 done, 1 nothing differs, 2 failed.";

/// Options of `evenhand compare`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Compare {
    /// The older file, then the newer one (`-` reads standard input); or a country and two years of the archive.
    #[arg(value_name = "OLD NEW | COUNTRY YEAR YEAR", num_args = 2..=3, required_unless_present = "pairs")]
    files: Vec<String>,
    /// Class these pairs instead: a JSON object a line with `id`, `old` and `new`; `-` reads standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["files", "out", "only"])]
    pairs: Option<String>,
    /// How to write the comparison.
    #[arg(long, value_enum, default_value_t = CompareFormat::Table)]
    format: CompareFormat,
    /// Folder for compare.html and compare.json; made where it is not there.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Only rows of these kinds (table and csv); without it the table leaves out what is verbatim.
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    only: Vec<What>,
    /// Where a country and years are looked up.
    #[command(flatten)]
    archive: ArchiveArg,
    /// What is known about both reports, where they are files.
    #[command(flatten)]
    identity: Identity,
}

/// How a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompareFormat {
    /// Counts and changed statements, for people.
    Table,
    /// The whole comparison as one object.
    Json,
    /// One row a statement (UTF-8, RFC 4180).
    Csv,
}

fn kind(text: &str) -> Result<What, String> {
    What::from_written(text).ok_or_else(|| {
        let kinds: Vec<&str> = What::ALL.iter().map(|what| what.as_str()).collect();
        format!("kinds are {}", kinds.join(", "))
    })
}

/// Compares, or labels pairs.
pub(crate) fn run(options: &Compare, out: &mut impl Write) -> Result<Outcome> {
    match (&options.pairs, options.files.as_slice()) {
        (Some(path), _) => pairs(path, out),
        (None, [old, new]) => {
            let given = given::given(&options.identity)?;
            editions(options, &one(old, &given)?, &one(new, &given)?, out)
        }
        (None, [country, old, new]) => {
            let country = Countries::register().find(country)?;
            let archive = options.archive.open()?;
            let (old, new) = (kept(&archive, country, old)?, kept(&archive, country, new)?);
            editions(options, &old, &new, out)
        }
        (None, _) => bail!("two editions are compared: the older file, then the newer one"),
    }
}

/// The report of one country and year that the archive counts as the edition.
fn kept(archive: &Archive, country: &Country, year: &str) -> Result<Opened> {
    let number: u16 = year.parse().with_context(|| {
        format!("{year:?}: a country is followed by two years, as in KAZ 2022 2023")
    })?;
    let filter = DocumentFilter {
        countries: vec![country.code],
        years: Years {
            from: Some(number),
            to: Some(number),
        },
        ..DocumentFilter::default()
    };
    match archive.documents(&filter)?.as_slice() {
        [document] => Ok(open_document(archive, document)?),
        [] => bail!(
            "{}: no report on {} for {number}; `evenhand coverage` shows what is there",
            archive.path().display(),
            country.name
        ),
        several => {
            let names: Vec<&str> = several.iter().map(|d| d.name.as_str()).collect();
            bail!(
                "{}: several publishers report on {} for {number} ({}); name the two files",
                archive.path().display(),
                country.name,
                names.join(", ")
            )
        }
    }
}

fn editions(
    options: &Compare,
    old: &Opened,
    new: &Opened,
    out: &mut impl Write,
) -> Result<Outcome> {
    let comparison = compare::compare(old, new);
    if let Some(folder) = &options.out {
        let page = folder.join("compare.html");
        let facts = folder.join("compare.json");
        evenhand::write_aside(&page, compare::html(&comparison).as_bytes())?;
        evenhand::write_aside(&facts, compare::json(&comparison).as_bytes())?;
        progress::tell(&format!(
            "written: {} and {}",
            page.display(),
            facts.display()
        ));
    }
    match options.format {
        CompareFormat::Table => compare::table(&comparison, &options.only, out)?,
        CompareFormat::Json => write!(out, "{}", compare::json(&comparison))?,
        CompareFormat::Csv => compare::csv(&comparison, &options.only, out)?,
    }
    Ok(if differs(&comparison) {
        Outcome::Done
    } else {
        Outcome::NothingFound
    })
}

fn differs(comparison: &Comparison) -> bool {
    comparison
        .rows
        .iter()
        .any(|row| row.what != What::Verbatim || row.moved)
}

/// The one document that an argument stands for.
fn one(name: &str, given: &Given) -> Result<Opened> {
    let sources = read::sources(std::slice::from_ref(&name.to_owned()))?;
    match sources.as_slice() {
        [Source::File(path)] => Ok(evenhand::open_file(path, given)?),
        [Source::Bytes { document, bytes }] => Ok(evenhand::open(
            bytes,
            &Given {
                document: document.clone(),
                ..given.clone()
            },
        )?),
        [] => bail!("{name}: there is no document here"),
        several => bail!(
            "{name}: one report is compared with one other, and here are {} documents",
            several.len()
        ),
    }
}

fn pairs(path: &str, out: &mut impl Write) -> Result<Outcome> {
    let mut input: Box<dyn BufRead> = if path == "-" {
        Box::new(std::io::stdin().lock())
    } else {
        let file = std::fs::File::open(path).with_context(|| format!("opening pairs: {path}"))?;
        Box::new(BufReader::new(file))
    };
    let count = compare::label_pairs(&mut input, out).with_context(|| path.to_owned())?;
    Ok(if count == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}
