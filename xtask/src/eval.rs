//! The accuracy on annotated sentences, by the scorer that comes with them, held against committed figures.
//!
//! In: `../shared/gold` and the corpus (unpacked under the target folder when it is not there). Out: the
//! scores, a line a sentence with what was missed, and a failure when a score fell.

use crate::shared;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How far a score may fall before it counts as fallen: rounding, not room.
const ROUNDING: f64 = 0.000_5;

/// Scores that must not fall.
const HELD: &[&str] = &[
    "found",
    "exact_split",
    "attr_f1",
    "attr_strict_f1",
    "attr_kind_acc",
    "attr_specificity_acc",
    "fig_f1",
    "fig_qualifier_acc",
    "fig_kind_acc",
    "fig_norm_acc",
    "fig_unit_acc",
    "rights_hit1",
    "rights_f1",
    "direction_acc",
];

/// Scores the reading of the gold sentences; writes the new figures when asked to.
pub(crate) fn run(root: &Path, write: bool) -> Result<()> {
    let Some(shared) = shared::folder(root) else {
        eprintln!(
            "eval skipped: no ../shared and no EVENHAND_SHARED, so no annotated sentences to score against"
        );
        return Ok(());
    };
    let corpus = shared::corpus(root, &shared)?;
    let gold = shared.join("gold");
    let read = root.join("target/eval/read.jsonl");
    annotate(&gold.join("sentences.jsonl"), &corpus, &read)?;
    let scores = score(&gold, &read)?;
    let committed_path = root.join("crates/evenhand/data/accuracy.json");
    let committed = shared::text(&committed_path)
        .ok()
        .and_then(|text| serde_json::from_str::<Value>(&text).ok())
        .unwrap_or_default();
    let mut fallen = Vec::new();
    for (name, value) in &scores {
        let now = value.as_f64().unwrap_or(0.0);
        let before = committed
            .get(name)
            .and_then(|m| m.get("value"))
            .and_then(Value::as_f64);
        match before {
            Some(before) => eprintln!("{name:24} {now:.3}  ({:+.3})", now - before),
            None => eprintln!("{name:24} {now:.3}"),
        }
        if HELD.contains(&name.as_str()) && before.is_some_and(|before| now < before - ROUNDING) {
            fallen.push(format!("{name} {now:.4}"));
        }
    }
    let cases = cases(&gold, &read)?;
    let cases_path = root.join("accuracy/cases.tsv");
    report_changes(&shared::text(&cases_path).unwrap_or_default(), &cases);
    if write {
        let file = measurements(&scores, &gold)?;
        shared::write(
            &committed_path,
            &format!("{}\n", serde_json::to_string_pretty(&file)?),
        )?;
        shared::write(&cases_path, &cases)?;
        eprintln!("written: {}", committed_path.display());
    } else if !fallen.is_empty() {
        bail!("below the committed figures: {}", fallen.join(", "));
    }
    Ok(())
}

/// What the dossier shows: the name of a score, its value to four places, and on how many cases it was measured.
fn measurements(scores: &Map<String, Value>, gold: &Path) -> Result<Map<String, Value>> {
    let gold = rows(&gold.join("gold.jsonl"))?;
    let count = |field: &str| -> usize {
        gold.iter()
            .filter_map(|row| row.get(field)?.as_array())
            .map(Vec::len)
            .sum()
    };
    let value = |name: &str| scores.get(name).and_then(Value::as_f64).unwrap_or(0.0);
    // Kind, qualifier and the like are measured on the matched ones only.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "counts of some hundred"
    )]
    let matched = |all: usize, recall: &str| (all as f64 * value(recall)).round() as usize;
    let (attributions, figures) = (count("attributions"), count("figures"));
    let mut file = Map::new();
    for name in HELD {
        let n = match *name {
            "attr_f1" | "attr_strict_f1" => attributions,
            "fig_f1" => figures,
            _ if name.starts_with("attr_") => matched(attributions, "attr_r"),
            _ if name.starts_with("fig_") => matched(figures, "fig_r"),
            _ => gold.len(),
        };
        let mut entry = Map::new();
        entry.insert(
            "value".to_owned(),
            ((value(name) * 10_000.0).round() / 10_000.0).into(),
        );
        entry.insert("n".to_owned(), n.into());
        file.insert((*name).to_owned(), Value::Object(entry));
    }
    Ok(file)
}

/// Writes the reading of every report that gold sentences were drawn from.
fn annotate(sentences: &Path, corpus: &Path, out: &Path) -> Result<()> {
    let documents: BTreeSet<String> = rows(sentences)?
        .iter()
        .filter_map(|row| row.get("doc")?.as_str().map(str::to_owned))
        .collect();
    let (paths, missing): (Vec<PathBuf>, Vec<PathBuf>) = documents
        .iter()
        .map(|document| corpus.join(format!("{document}.html")))
        .partition(|path| path.is_file());
    // Their sentences count as not found: a score is never better for a missing page.
    for path in &missing {
        eprintln!("not in the corpus: {}", path.display());
    }
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = std::io::BufWriter::new(std::fs::File::create(out)?);
    crate::reading::write_all(&paths, &mut file)?;
    file.flush()?;
    Ok(())
}

fn score(gold: &Path, read: &Path) -> Result<Map<String, Value>> {
    let output = Command::new("python3")
        .arg(gold.join("score_reading.py"))
        .args([
            gold.join("gold.jsonl"),
            gold.join("sentences.jsonl"),
            read.to_owned(),
        ])
        .arg("--json")
        .output()
        .context("running the scorer with python3")?;
    if !output.status.success() {
        bail!(
            "the scorer failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// A line a sentence: what it should bear and what was found, in counts and labels, without its words.
fn cases(gold: &Path, read: &Path) -> Result<String> {
    let wanted: BTreeMap<String, Value> = rows(&gold.join("gold.jsonl"))?
        .into_iter()
        .filter_map(|row| Some((row.get("id")?.as_str()?.to_owned(), row)))
        .collect();
    let mut found: BTreeMap<(String, String), Value> = BTreeMap::new();
    for row in rows(read)? {
        let key = |field: &str| row.get(field).and_then(Value::as_str).map(str::to_owned);
        if let (Some(document), Some(text)) = (key("document"), key("text")) {
            found.insert((document, plain(&text)), row);
        }
    }
    let mut lines = String::from("id\tattributions\tfigures\trights\tdirection\n");
    for row in rows(&gold.join("sentences.jsonl"))? {
        let field = |name: &str| {
            row.get(name)
                .and_then(Value::as_str)
                .unwrap_or("")
                .to_owned()
        };
        let id = field("id");
        let Some(gold) = wanted.get(&id) else {
            continue;
        };
        let got = found.get(&(field("doc"), plain(&field("sentence"))));
        let count = |row: Option<&Value>, name: &str| {
            row.and_then(|row| row.get(name))
                .and_then(Value::as_array)
                .map_or(0, Vec::len)
        };
        let rights = |row: Option<&Value>| {
            let list = row
                .and_then(|row| row.get("rights"))
                .and_then(Value::as_array);
            let article = |right: &Value| right.get("article").unwrap_or(right).to_string();
            list.into_iter()
                .flatten()
                .map(article)
                .collect::<Vec<_>>()
                .join(",")
        };
        let direction = |row: Option<&Value>| {
            row.and_then(|row| row.get("direction"))
                .and_then(Value::as_str)
                .unwrap_or("-")
                .to_owned()
        };
        let gold = Some(gold);
        let _ = writeln!(
            lines,
            "{id}\t{}/{}\t{}/{}\t{}/{}\t{}/{}",
            count(got, "attributions"),
            count(gold, "attributions"),
            count(got, "figures"),
            count(gold, "figures"),
            rights(got),
            rights(gold),
            direction(got),
            direction(gold),
        );
    }
    Ok(lines)
}

/// Says which sentences changed since the committed lines.
fn report_changes(before: &str, now: &str) {
    let lines = |text: &str| -> BTreeMap<String, String> {
        text.lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(id, rest)| (id.to_owned(), rest.to_owned()))
            .collect()
    };
    let (before, now) = (lines(before), lines(now));
    let changed: Vec<&String> = now
        .iter()
        .filter(|(id, rest)| before.get(*id) != Some(rest))
        .map(|(id, _)| id)
        .collect();
    if !before.is_empty() && !changed.is_empty() {
        eprintln!("{} sentences read otherwise than committed:", changed.len());
        for id in changed.iter().take(40) {
            let was = before.get(*id).map_or("-", String::as_str);
            eprintln!(
                "  {id}  {was}  ->  {}",
                now.get(*id).map_or("-", String::as_str)
            );
        }
    }
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|ch| ch.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn rows(path: &Path) -> Result<Vec<Value>> {
    shared::text(path)?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).with_context(|| path.display().to_string()))
        .collect()
}
