//! `evenhand answer`: a report in, a draft to answer it out.

use crate::args::Identity;
use crate::{Outcome, given, read};
use anyhow::{Result, bail};
use clap::Args;
use evenhand::{Given, Source, answer, registers};
use std::io::Write;
use std::path::PathBuf;

/// Options of `evenhand answer`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Answer {
    /// The report; `-` reads standard input.
    #[arg(value_name = "REPORT")]
    pub(crate) file: String,
    /// Folder for answer.html and answer.docx; made where it is not there.
    #[arg(long, value_name = "FOLDER", default_value = "answer")]
    pub(crate) out: PathBuf,
    /// Register of measures (CSV): those the report does not mention are laid out too.
    #[arg(long, value_name = "FILE")]
    pub(crate) measures: Option<PathBuf>,
    /// What is known about the report.
    #[command(flatten)]
    pub(crate) identity: Identity,
}

const EXAMPLES: &str = "Every finding of the report with its exact quotes and pin-cites, wording that quotes letter by letter, and room \
for a reply. It argues nothing.

Example:
  evenhand answer 2023/veldania.html --out draft
      writes draft/answer.html and draft/answer.docx, and prints how many findings each test gave
  evenhand answer 2023/veldania.html --measures measures.csv
      also the measures the report does not mention, each with its citation";

/// Lays the report out and writes the draft.
pub(crate) fn run(options: &Answer, out: &mut impl Write) -> Result<Outcome> {
    let given = given::given(&options.identity)?;
    let sources = read::sources(std::slice::from_ref(&options.file))?;
    let [source] = sources.as_slice() else {
        bail!(
            "{}: a draft answers one report, and here are {} documents",
            options.file,
            sources.len()
        );
    };
    let opened = match source {
        Source::File(path) => evenhand::open_file(path, &given)?,
        Source::Bytes { document, bytes } => evenhand::open(
            bytes,
            &Given {
                document: document.clone(),
                ..given
            },
        )?,
    };
    let mut draft = evenhand::answer(&opened);
    if let Some(file) = &options.measures {
        draft.measures(&opened, &registers::measures_file(file)?)?;
    }
    for part in &draft.parts {
        writeln!(
            out,
            "{:>4}  {:<28} {}",
            part.matters.len(),
            part.rule,
            part.summary
        )?;
    }
    writeln!(
        out,
        "\n{} findings in {} statements of {}.",
        draft.count(),
        draft.statements,
        draft.document
    )?;
    if options.measures.is_some() {
        writeln!(
            out,
            "{} of {} measures of the register are not mentioned.",
            draft.unmentioned.len(),
            draft.measures_held
        )?;
    }
    let written = answer::write_into(&draft, &options.out)?;
    let names: Vec<String> = written
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    writeln!(out, "Written: {}", names.join(", "))?;
    Ok(if draft.count() == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}
