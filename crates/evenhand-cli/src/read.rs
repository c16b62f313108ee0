//! `evenhand read`: documents in, one row a sentence out.

use crate::args::{Read, ReadFormat};
use crate::{Outcome, given, progress};
use anyhow::{Context, Result};
use evenhand::aside::Aside;
use evenhand::{Options, RowFormat, Source, Totals};
use std::io::{Read as _, Write};

/// Name of the document that comes from standard input.
const STANDARD_INPUT: &str = "standard-input";

/// Reads what is named and writes the rows.
pub(crate) fn run(options: &Read, out: &mut impl Write) -> Result<Outcome> {
    let sources = sources(&options.files)?;
    let settings = Options {
        given: given::given(&options.identity)?,
        format: match options.format {
            ReadFormat::Jsonl => RowFormat::Jsonl,
            ReadFormat::Csv => RowFormat::Csv,
            ReadFormat::Table => RowFormat::Table,
        },
        workers: None,
    };
    let totals = match &options.out {
        Some(path) => {
            let mut aside = Aside::create(path)?;
            let totals = write(&sources, &settings, &mut aside)?;
            aside.finish()?;
            progress::tell(&format!(
                "{}: {} sentences of {} documents",
                path.display(),
                totals.sentences,
                totals.read
            ));
            totals
        }
        None => write(&sources, &settings, out)?,
    };
    Ok(match totals {
        Totals { failed: 1.., .. } => Outcome::PartFailed,
        Totals { sentences: 0, .. } => Outcome::NothingFound,
        Totals { .. } => Outcome::Done,
    })
}

fn write(sources: &[Source], settings: &Options, out: &mut dyn Write) -> Result<Totals> {
    let bar = progress::bar(sources.len());
    let mut faults = Vec::new();
    let totals = evenhand::read_many(sources, settings, out, &mut |step| {
        bar.set_message(step.source.document());
        bar.inc(1);
        if let Err(fault) = &step.outcome {
            faults.push(fault.to_string());
        }
    });
    bar.finish_and_clear();
    for fault in &faults {
        progress::tell(&format!("evenhand: {fault}"));
    }
    if faults.len() > 1 {
        progress::tell(&format!(
            "{} of {} documents could not be read",
            faults.len(),
            sources.len()
        ));
    }
    Ok(totals?)
}

/// The documents that the arguments stand for; `-` is standard input.
pub(crate) fn sources(named: &[String]) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for name in named {
        if name == "-" {
            let mut bytes = Vec::new();
            std::io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .context("reading standard input")?;
            sources.push(Source::Bytes {
                document: STANDARD_INPUT.to_owned(),
                bytes,
            });
        } else {
            for source in evenhand::sources(&[name])? {
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
        }
    }
    Ok(sources)
}
