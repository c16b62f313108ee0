//! `evenhand audit`: one report in, its dossier out, and a screen of summary.

use crate::args::Identity;
use crate::{Outcome, given, progress, read};
use anyhow::{Context, Result, bail};
use clap::Args;
use evenhand::across::{Archived, elsewhere};
use evenhand::archive::{Archive, DocumentFilter};
use evenhand::report::country::{Countries, CountryCode};
use evenhand::{Given, Opened, Source, dossier, registers};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Options of `evenhand audit`.
#[derive(Debug, Args)]
pub(crate) struct Audit {
    /// The report: a file (`-` reads standard input), or a country and a year of the archive (KAZ 2023).
    #[arg(value_name = "REPORT", num_args = 1..=2, required = true)]
    report: Vec<String>,
    /// Earlier editions to compare with, nearest first; otherwise the nearest one of the archive.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    before: Vec<String>,
    /// The archive with earlier editions and other countries; evenhand.db for a country and a year, none for a file.
    #[arg(long, value_name = "FILE", env = "EVENHAND_ARCHIVE")]
    archive: Option<PathBuf>,
    /// Folder for dossier.html and dossier.json; made where it is not there.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// What is known about the report.
    #[command(flatten)]
    identity: Identity,
}

/// The archive that a country and a year are looked up in where none is named.
const ARCHIVE: &str = "evenhand.db";

/// Opens the report and what stands around it, and writes the dossier.
pub(crate) fn run(options: &Audit, out: &mut impl Write) -> Result<Outcome> {
    let named = options.archive.as_deref();
    let named = named.filter(|path| !path.as_os_str().is_empty());
    let (report, archive, country) = match options.report.as_slice() {
        [file] => {
            let given = given::given(&options.identity)?;
            let archive = named.map(Archive::open).transpose()?;
            let report = one(file, &given)?;
            let country = given.country.or(report.report.identity.country);
            (report, archive, country)
        }
        [country, year] => {
            let (country, year) = country_and_year(country, year)?;
            let archive = Archive::open(named.unwrap_or(Path::new(ARCHIVE)))?;
            let publisher = options.identity.publisher.as_deref();
            let report = registers::from_archive(&archive, country, year, publisher)?;
            (report, Some(archive), Some(country))
        }
        _ => bail!("a report is named by a file, or by a country and a year of the archive"),
    };
    let shelf = archive
        .map(|archive| Archived::new(&archive, &DocumentFilter::default()))
        .transpose()?;
    let before = befores(options, &report, country, shelf.as_ref())?;
    let beside = shelf.map(|shelf| beside(&shelf, &report)).transpose()?;
    let dossier = evenhand::audit_beside(&report, &before, beside);
    let folder = options.out.clone().unwrap_or_else(|| folder_for(&report));
    let page = folder.join("dossier.html");
    let facts = folder.join("dossier.json");
    evenhand::write_aside(&page, dossier::html(&dossier).as_bytes())?;
    evenhand::write_aside(&facts, dossier::json(&dossier).as_bytes())?;
    write!(out, "{}", dossier::summary(&dossier))?;
    writeln!(out, "\nWritten: {} and {}", page.display(), facts.display())?;
    for note in &report.report.notes {
        progress::tell(&format!("note: {}", note.message));
    }
    let empty = report.report.sentences.is_empty();
    Ok(if empty {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// A country and a year, as they name a report of the archive.
pub(crate) fn country_and_year(country: &str, year: &str) -> Result<(CountryCode, u16)> {
    let code = Countries::register().find(country)?.code;
    let year = year.parse().with_context(|| {
        format!(
            "{year:?} is no year; a report of the archive is named by country and year, as in KAZ 2023"
        )
    })?;
    Ok((code, year))
}

/// The earlier editions: those named, else the nearest one of the archive.
fn befores(
    options: &Audit,
    report: &Opened,
    country: Option<CountryCode>,
    shelf: Option<&Archived>,
) -> Result<Vec<Opened>> {
    // Earlier editions are of the same country; the rest of their identity is their own.
    let given = Given {
        country,
        ..Given::default()
    };
    let mut before = Vec::new();
    for source in read::sources(&options.before)? {
        before.push(open(&source, &given)?);
    }
    if let Some(shelf) = shelf
        && options.before.is_empty()
    {
        before.extend(elsewhere::earlier_edition(shelf, report)?);
    }
    Ok(before)
}

/// The report among the others of its edition.
fn beside(shelf: &Archived, report: &Opened) -> Result<elsewhere::Elsewhere> {
    let bar = progress::bar(elsewhere::others(shelf, report));
    let found = elsewhere::elsewhere(shelf, report, &mut |read| bar.set_position(read as u64));
    bar.finish_and_clear();
    Ok(found?)
}

/// The one document that an argument stands for.
pub(crate) fn one(name: &str, given: &Given) -> Result<Opened> {
    let sources = read::sources(std::slice::from_ref(&name.to_owned()))?;
    match sources.as_slice() {
        [source] => open(source, given),
        [] => bail!("{name}: there is no document here"),
        several => bail!(
            "{name}: a dossier is about one report, and here are {} documents ({}, {} …); \
             `evenhand read` takes many",
            several.len(),
            several[0].label(),
            several[1].label()
        ),
    }
}

/// The document of a source, read and annotated.
pub(crate) fn open(source: &Source, given: &Given) -> Result<Opened> {
    Ok(match source {
        Source::File(path) => evenhand::open_file(path, given)?,
        Source::Bytes { document, bytes } => evenhand::open(
            bytes,
            &Given {
                document: document.clone(),
                ..given.clone()
            },
        )?,
    })
}

/// A folder named after the report: `veldania-2023`.
fn folder_for(report: &Opened) -> PathBuf {
    let identity = &report.report.identity;
    let name = identity.document.rsplit('/').next().unwrap_or("report");
    let safe: String = name
        .chars()
        .map(|ch| {
            if ch.is_alphanumeric() || ch == '-' {
                ch
            } else {
                '-'
            }
        })
        .collect();
    match identity.year {
        Some(year) if !safe.contains(&year.to_string()) => format!("{safe}-{year}").into(),
        _ => safe.into(),
    }
}
