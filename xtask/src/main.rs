//! Repository chores: `cargo xtask <chore>`.
#![expect(clippy::print_stderr, reason = "chores speak to the developer")]

mod alone;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask CHORE
  annotate SENTENCES.jsonl   annotate sentences one by one, outside their reports (id, doc, sentence,
                             before, headings); writes the reading as JSON Lines";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["annotate", sentences] => alone::annotate(sentences.as_ref()),
        _ => {
            eprintln!("{USAGE}");
            bail!("no such chore: {args:?}")
        }
    }
}
