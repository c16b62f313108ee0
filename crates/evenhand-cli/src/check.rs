//! `evenhand check`: a reply in, its points out, each with what the reports say beside it.

use crate::args::Identity;
use crate::{Outcome, given, read};
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use evenhand::check::{self, Beside};
use std::io::Write;

/// Options of `evenhand check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The reply: a text that answers a report; `-` reads standard input.
    #[arg(value_name = "REPLY")]
    pub(crate) reply: String,
    /// The report replied to, then any others to look into: editions, countries, folders of them.
    #[arg(long, value_name = "REPORT", num_args = 1.., required = true)]
    pub(crate) against: Vec<String>,
    /// How to write the points.
    #[arg(long, value_enum, default_value_t = CheckFormat::Table)]
    pub(crate) format: CheckFormat,
    /// What is known about the report replied to.
    #[command(flatten)]
    pub(crate) identity: Identity,
}

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
    let reply = match read::sources(std::slice::from_ref(&options.reply))?.as_slice() {
        [one] => one.clone(),
        [] => bail!("{}: there is no document here", options.reply),
        several => bail!(
            "{}: a reply is one document, and here are {}",
            options.reply,
            several.len()
        ),
    };
    let against = read::sources(&options.against)?;
    let checked = evenhand::check(
        &reply,
        &Beside {
            against: &against,
            given: given::given(&options.identity)?,
        },
    )?;
    match options.format {
        CheckFormat::Json => out.write_all(check::json(&checked).as_bytes())?,
        CheckFormat::Table => {
            for point in &checked.points {
                writeln!(
                    out,
                    "{}\t{}\t{}",
                    point.kind,
                    point.verdict,
                    point.span.of(&checked.reply.report.text)
                )?;
            }
        }
    }
    Ok(if checked.points.is_empty() {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}
