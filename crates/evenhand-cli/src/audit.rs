//! `evenhand audit`: one report in, its dossier out, and a screen of summary.

use crate::args::Audit;
use crate::{Outcome, given, progress, read};
use anyhow::{Result, bail};
use evenhand::{Given, Opened, Source, dossier};
use std::io::Write;
use std::path::PathBuf;

/// Opens the report and what stood before it, and writes the dossier.
pub(crate) fn run(options: &Audit, out: &mut impl Write) -> Result<Outcome> {
    let given = given::given(&options.identity)?;
    let report = one(&options.file, &given)?;
    // Earlier editions are of the same country; the rest of their identity is their own.
    let earlier_given = Given {
        country: given.country.or(report.report.identity.country),
        ..Given::default()
    };
    let mut before = Vec::new();
    for source in read::sources(&options.before)? {
        before.push(open(&source, &earlier_given)?);
    }
    let dossier = evenhand::audit(&report, &before);
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
