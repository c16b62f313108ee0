//! Repository chores: `cargo xtask <chore>`.
#![expect(clippy::print_stderr, reason = "chores speak to the developer")]

mod alone;
mod eval;
mod eval_pairs;
mod eval_reply;
mod even_hand;
mod pages;
mod reading;
mod shared;
mod tidy;
mod train;
mod train_pairs;

use anyhow::{Result, bail};
use std::path::Path;

const USAGE: &str = "usage: cargo xtask CHORE
  eval [--write]             score the reading against the annotated sentences; fails when a figure fell;
                             --write commits the new figures
  eval-pairs [--write]       only the pairs of sentences of two editions, which `eval` scores too
  eval-reply [--write]       score the check of a reply alone (part of eval)
  even-hand [TIMES]          exchange each report's country for others' (each report TIMES times, 1 by default)
                             and show every reading that changes by it; fails where one does
  pages                      write docs/rules.md from the rules' own pages
  train CORPUS [--measure]   make the weights of the models again, the same bytes every time; --measure only prints
                             scores on countries left out
  train-pairs [--measure]    make the weights that class a pair of wordings from training/pairs.tsv; --measure only
                             prints the accuracy on pairs left out
  train-pairs --add PAIRS.jsonl
                             write training/pairs.tsv from pairs labelled by a person (id, old, new, gold)
  tidy                       crate edges, licences, module sizes, documents
  annotate SENTENCES.jsonl   annotate sentences one by one, outside their reports (id, doc, sentence,
                             before, headings); writes the reading as JSON Lines";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."));
    match args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["eval"] => eval::run(root, false)
            .and_then(|()| eval_pairs::run(root, false))
            .and_then(|()| eval_reply::run(root, false)),
        ["eval", "--write"] => eval::run(root, true)
            .and_then(|()| eval_pairs::run(root, true))
            .and_then(|()| eval_reply::run(root, true)),
        ["eval-reply"] => eval_reply::run(root, false),
        ["eval-reply", "--write"] => eval_reply::run(root, true),
        ["eval-pairs"] => eval_pairs::run(root, false),
        ["eval-pairs", "--write"] => eval_pairs::run(root, true),
        ["even-hand"] => even_hand::run(root, 1),
        ["even-hand", times] => even_hand::run(root, times.parse()?),
        ["pages"] => pages::write(root),
        ["train", corpus] => train::run(root, corpus.as_ref(), false),
        ["train", corpus, "--measure"] => train::run(root, corpus.as_ref(), true),
        ["train-pairs"] => train_pairs::run(root, false),
        ["train-pairs", "--measure"] => train_pairs::run(root, true),
        ["train-pairs", "--add", pairs] => train_pairs::add(root, pairs.as_ref()),
        ["tidy"] => tidy::check(root),
        ["annotate", sentences] => alone::annotate(sentences.as_ref()),
        _ => {
            eprintln!("{USAGE}");
            bail!("no such chore: {args:?}")
        }
    }
}
