//! `evenhand compare`: two editions side by side, or given pairs of sentences labelled.

use crate::Outcome;
use anyhow::{Context, Result, bail};
use clap::Args;
use std::io::{BufRead, BufReader, Write};

/// Options of `evenhand compare`.
#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// The older edition, then the newer one.
    #[arg(value_name = "OLD NEW", num_args = 0..=3)]
    files: Vec<String>,
    /// Label these pairs instead: a JSON object a line with `id`, `old` and `new`; `-` reads standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "files")]
    pairs: Option<String>,
}

/// Compares, or labels pairs.
pub(crate) fn run(options: &Compare, out: &mut impl Write) -> Result<Outcome> {
    match &options.pairs {
        Some(path) => pairs(path, out),
        None => bail!("two editions are compared: the older file, then the newer one"),
    }
}

fn pairs(path: &str, out: &mut impl Write) -> Result<Outcome> {
    let mut input: Box<dyn BufRead> = if path == "-" {
        Box::new(std::io::stdin().lock())
    } else {
        let file = std::fs::File::open(path).with_context(|| format!("opening pairs: {path}"))?;
        Box::new(BufReader::new(file))
    };
    let count = evenhand::compare::label_pairs(&mut input, out).with_context(|| path.to_owned())?;
    Ok(if count == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}
