//! `evenhand check-archive` and `evenhand backup`: care of the file.

use crate::archive::ArchiveArg;
use crate::args::ListFormat;
use crate::{Outcome, table};
use anyhow::Result;
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// Options of `evenhand check-archive`.
#[derive(Debug, Args)]
#[command(
    after_help = "Checks the database itself, that every sentence stands in its document, that every original has the fingerprint \
    it was imported with, and that the full-text index says what the sentences say. The exit code is 2 where something is wrong.\
    \n\nExample:\n  evenhand check-archive --archive reports.db"
)]
pub(crate) struct Check {
    /// Which archive.
    #[command(flatten)]
    archive: ArchiveArg,
    /// How to write the faults.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Options of `evenhand backup`.
#[derive(Debug, Args)]
#[command(
    after_help = "Other programs may go on reading and writing meanwhile; the copy is the state of one moment, in one file that \
    appears whole or not at all.\n\nExample:\n  evenhand backup reports-monday.db --archive reports.db"
)]
pub(crate) struct Backup {
    /// Where the copy goes; a file that is there already is not written over.
    #[arg(value_name = "FILE")]
    target: PathBuf,
    /// Which archive.
    #[command(flatten)]
    archive: ArchiveArg,
}

/// Checks the archive.
pub(crate) fn check(options: &Check, out: &mut impl Write) -> Result<Outcome> {
    let archive = options.archive.open()?;
    let checked = evenhand::archive::check(&archive)?;
    let faults = checked.faults.iter().map(|fault| vec![fault.clone()]);
    match options.format {
        ListFormat::Table => {
            for fault in &checked.faults {
                writeln!(out, "{fault}")?;
            }
            writeln!(
                out,
                "{}: {} documents, {} sentences, {} lists of words: {}",
                options.archive.archive.display(),
                checked.documents,
                checked.sentences,
                checked.lists,
                match checked.faults.len() {
                    0 => "whole".to_owned(),
                    1 => "1 fault".to_owned(),
                    many => format!("{many} faults"),
                }
            )?;
        }
        format @ (ListFormat::Csv | ListFormat::Json) => {
            table::write(format, &["fault"], faults, out)?;
        }
    }
    Ok(if checked.faults.is_empty() {
        Outcome::Done
    } else {
        Outcome::PartFailed
    })
}

/// Copies the archive.
pub(crate) fn backup(options: &Backup, out: &mut impl Write) -> Result<Outcome> {
    let archive = options.archive.open()?;
    evenhand::archive::backup(&archive, &options.target, &mut |_, _| {})?;
    writeln!(
        out,
        "{} copied to {}",
        options.archive.archive.display(),
        options.target.display()
    )?;
    Ok(Outcome::Done)
}
