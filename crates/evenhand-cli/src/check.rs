//! `evenhand check`: a reply in, its points out, each with what the reports say beside it.

use crate::args::Identity;
use crate::{Outcome, given, read};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use evenhand::archive::Archive;
use evenhand::check::{self, Beside, Judgements};
use evenhand::{Checked, Source, registers};
use std::io::Write;
use std::path::PathBuf;

/// Options of `evenhand check`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Check {
    /// The reply: a text that answers a report; `-` reads standard input.
    #[arg(value_name = "REPLY")]
    pub(crate) reply: String,
    /// The report replied to, then any others to look into: editions, countries, folders of them.
    #[arg(long, value_name = "REPORT", num_args = 1.., required = true)]
    pub(crate) against: Vec<String>,
    /// An archive whose other editions of the country, and other countries of the year, are looked into too.
    #[arg(long, value_name = "FILE", env = "EVENHAND_ARCHIVE")]
    pub(crate) archive: Option<PathBuf>,
    /// Registers of ties (CSV, IATI, 360Giving, FollowTheMoney) to lay beside points on money, persons and bodies.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) ties: Vec<PathBuf>,
    /// Registers of lists (CSV, FollowTheMoney) to lay beside points that name somebody: on which list, as what, since when.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) lists: Vec<PathBuf>,
    /// Registers of measures (CSV: reforms, laws, releases) to lay beside points on what is missing or was done.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) measures: Vec<PathBuf>,
    /// What persons decided on the points (judgements.csv of an earlier run); their cells are kept as they are.
    #[arg(long, value_name = "FILE")]
    pub(crate) judgements: Option<PathBuf>,
    /// Folder for check.html, check.json, check.docx and judgements.csv; made where it is not there.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    /// How to write the points.
    #[arg(long, value_enum, default_value_t = CheckFormat::Table)]
    pub(crate) format: CheckFormat,
    /// What is known about the report replied to.
    #[command(flatten)]
    pub(crate) identity: Identity,
}

const EXAMPLES: &str = "The first report named is the one replied to. Verdicts are proposals by rules: supported, partly, contradicted, \
not_in_report, not_checkable; each comes with its reasons and the sentences it rests on (`evenhand explain not_mentioned`). A person decides.

Examples:
  evenhand check reply.txt --against 2023/veldania.html 2022/veldania.html --out checked
      writes checked/check.html, check.json, check.docx and judgements.csv, and prints the points
  evenhand check reply.txt --against 2023/veldania.html --archive reports.db --format json
  evenhand check reply.txt --against 2023/veldania.html --lists lists.csv --measures measures.csv --ties ties.csv
      lays what these registers say, with citations, beside the points (`evenhand explain listed_in_register`)";

/// How points are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Columns for people.
    Table,
    /// One object, the points in order.
    Json,
}

/// Checks the reply and writes its points.
pub(crate) fn run(options: &Check, out: &mut impl Write) -> Result<Outcome> {
    let reply = reply(&options.reply)?;
    let against = read::sources(&options.against)?;
    let archive = options.archive.as_deref().map(Archive::open).transpose()?;
    let judgements = match &options.judgements {
        Some(path) => judgements(path)?,
        None => Judgements::default(),
    };
    let ties = registers::ties_files(&options.ties)?;
    let lists = registers::lists_files(&options.lists)?;
    let measures = registers::measures_files(&options.measures)?;
    let checked = evenhand::check(
        &reply,
        &Beside {
            against: &against,
            given: given::given(&options.identity)?,
            archive: archive.as_ref(),
            ties: &ties.ties,
            lists: &lists,
            measures: &measures,
        },
    )?;
    match options.format {
        CheckFormat::Json => out.write_all(check::json(&checked).as_bytes())?,
        CheckFormat::Table => out.write_all(check::table(&checked).as_bytes())?,
    }
    if let Some(folder) = &options.out {
        let written = check::write(&checked, &judgements, folder)?;
        if options.format == CheckFormat::Table {
            let names: Vec<String> = written
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            writeln!(out, "Written: {}", names.join(", "))?;
        }
    }
    Ok(if found(&checked) {
        Outcome::Done
    } else {
        Outcome::NothingFound
    })
}

fn found(checked: &Checked) -> bool {
    !checked.points.is_empty()
}

/// The one document that is the reply.
fn reply(name: &str) -> Result<Source> {
    let sources = read::sources(std::slice::from_ref(&name.to_owned()))?;
    match sources.as_slice() {
        [one] => Ok(one.clone()),
        [] => bail!("{name}: there is no document here"),
        several => bail!(
            "{name}: a reply is one document, and here are {}; name one of them",
            several.len()
        ),
    }
}

fn judgements(path: &std::path::Path) -> Result<Judgements> {
    let bytes =
        check::judgements_of(path).with_context(|| format!("--judgements {}", path.display()))?;
    Ok(bytes)
}
