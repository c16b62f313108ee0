//! The accuracy of classing pairs of wordings, by the scorer that comes with the pairs read by
//! hand, held against committed figures.
//!
//! In: `../shared/gold/pairs.jsonl`. Out: the scores, and a failure when one fell. The labels of the
//! pairs are kept from the program: it is given `id`, `old` and `new` alone.

use crate::shared;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

/// How far a score may fall before it counts as fallen: rounding, not room.
const ROUNDING: f64 = 0.000_5;

/// Scores that must not fall.
const HELD: &[&str] = &[
    "relation_acc",
    "main_acc",
    "meaning_acc",
    "style_or_more_acc",
    "changes_macro_f1",
];

/// Scores the classing of the gold pairs; writes the new figures when asked to.
pub(crate) fn run(root: &Path, write: bool) -> Result<()> {
    let Some(shared) = shared::folder(root) else {
        eprintln!(
            "pairs skipped: no ../shared and no EVENHAND_SHARED, so no pairs to score against"
        );
        return Ok(());
    };
    let gold = shared.join("gold/pairs.jsonl");
    let mut bare = String::new();
    for line in shared::text(&gold)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let bared = json!({"id": row["id"], "old": row["old"], "new": row["new"]});
        bare.push_str(&bared.to_string());
        bare.push('\n');
    }
    let mut labels = Vec::new();
    evenhand::compare::label_pairs(&mut Cursor::new(bare), &mut labels)?;
    let labelled = root.join("target/eval/pairs.jsonl");
    shared::write(&labelled, &String::from_utf8(labels)?)?;
    let output = Command::new("python3")
        .arg(shared.join("gold/score_pairs.py"))
        .args([&gold, &labelled])
        .arg("--json")
        .output()
        .context("running the scorer of pairs with python3")?;
    if !output.status.success() {
        bail!(
            "the scorer of pairs failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let scores: Map<String, Value> = serde_json::from_slice(&output.stdout)?;
    hold(root, &scores, write)
}

fn hold(root: &Path, scores: &Map<String, Value>, write: bool) -> Result<()> {
    let path = root.join("accuracy/pairs.json");
    let committed: Map<String, Value> = shared::text(&path)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let mut fallen = Vec::new();
    let mut kept = Map::new();
    for (name, value) in scores {
        let now = value.as_f64().unwrap_or(0.0);
        let before = committed.get(name).and_then(Value::as_f64);
        match before {
            Some(before) => eprintln!("pairs {name:18} {now:.3}  ({:+.3})", now - before),
            None => eprintln!("pairs {name:18} {now:.3}"),
        }
        if HELD.contains(&name.as_str()) && before.is_some_and(|before| now < before - ROUNDING) {
            fallen.push(format!("{name} {now:.4}"));
        }
        kept.insert(name.clone(), ((now * 10_000.0).round() / 10_000.0).into());
    }
    if write {
        shared::write(
            &path,
            &format!("{}\n", serde_json::to_string_pretty(&kept)?),
        )?;
    } else if !fallen.is_empty() {
        bail!("pairs below the committed figures: {}", fallen.join(", "));
    }
    Ok(())
}
