//! The check of a reply, scored against points that careful readers judged: the invented case, and the worked case where
//! the shared data is there.
//!
//! A point is the one that overlaps most; evidence counts where a passage holds the quote. Figures are committed in
//! `accuracy/reply.json`; the chore fails where one fell.

use crate::shared;
use anyhow::{Context, Result, bail};
use evenhand::check::{self, Beside};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Scores both cases; writes the figures when asked to.
pub(crate) fn run(root: &Path, write: bool) -> Result<()> {
    let mut scores = Map::new();
    let examples = root.join("examples");
    let own = ["2023/veldania.html", "2022", "2024", "2023"]
        .map(|name| examples.join(name).display().to_string());
    scores.insert("examples".to_owned(), case(&examples.join("reply"), &own)?);
    match shared::folder(root) {
        Some(folder) => {
            let corpus = shared::corpus(root, &folder)?;
            let against = ["2023/kazakhstan.html", "*/kazakhstan.html", "2023"]
                .map(|name| corpus.join(name).display().to_string());
            scores.insert(
                "kazakhstan-2023".to_owned(),
                case(&folder.join("reply/kazakhstan-2023"), &against)?,
            );
        }
        None => eprintln!("the worked reply is skipped: no ../shared and no EVENHAND_SHARED"),
    }
    let path = root.join("accuracy/reply.json");
    let before: Value = shared::text(&path)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let mut fallen = Vec::new();
    for (name, row) in &scores {
        for (measure, now) in row.as_object().into_iter().flatten() {
            let was = before
                .get(name)
                .and_then(|row| row.get(measure))
                .and_then(Value::as_f64);
            let now = now.as_f64().unwrap_or(0.0);
            eprintln!(
                "{name:18} {measure:34} {now:.3}{}",
                was.map_or(String::new(), |was| format!("  ({:+.3})", now - was))
            );
            let worse = if measure == "supported_though_contradicted" {
                was.is_some_and(|was| now > was)
            } else {
                was.is_some_and(|was| now < was - 0.0005)
            };
            if worse {
                fallen.push(format!("{name} {measure}"));
            }
        }
    }
    if write {
        return shared::write(
            &path,
            &format!("{}\n", serde_json::to_string_pretty(&scores)?),
        );
    }
    if !fallen.is_empty() {
        bail!("below the committed figures: {}", fallen.join(", "));
    }
    Ok(())
}

#[derive(Default)]
struct Tally {
    points: u32,
    kind: u32,
    verdict: u32,
    with_evidence: u32,
    in_three: u32,
    in_ten: u32,
    wrong_way: u32,
}

fn case(folder: &Path, against: &[String]) -> Result<Value> {
    let path = folder.join("opinion.txt");
    let reply = evenhand::sources(&[path.display().to_string()])?;
    let against = evenhand::sources(against)?;
    let checked = evenhand::check(
        reply.first().context("a reply")?,
        &Beside {
            against: &against,
            ..Beside::default()
        },
    )?;
    let found: Value = serde_json::from_str(&check::json(&checked))?;
    let text = shared::text(&path)?;
    let gold: Value = serde_json::from_str(&shared::text(&folder.join("points.json"))?)?;
    let mut tally = Tally::default();
    for wanted in gold["claims"].as_array().into_iter().flatten() {
        tally.add(
            wanted,
            found["points"].as_array().map_or(&[][..], Vec::as_slice),
            &text,
        );
    }
    let share = |count: u32, of: u32| f64::from(count * 10_000 / of.max(1)) / 10_000.0;
    Ok(json!({
        "points": tally.points,
        "kind": share(tally.kind, tally.points),
        "verdict": share(tally.verdict, tally.points),
        "first_evidence_among_three": share(tally.in_three, tally.with_evidence),
        "first_evidence_among_ten": share(tally.in_ten, tally.with_evidence),
        "supported_though_contradicted": tally.wrong_way,
    }))
}

impl Tally {
    fn add(&mut self, wanted: &Value, points: &[Value], text: &str) {
        self.points += 1;
        let evidence = wanted["evidence"].as_array().and_then(|list| list.first());
        self.with_evidence += u32::from(evidence.is_some());
        let byte = |field: &str| {
            let at = usize::try_from(wanted[field].as_u64().unwrap_or(0)).unwrap_or(0);
            text.char_indices().nth(at).map_or(text.len(), |(at, _)| at) as u64
        };
        let (start, end) = (byte("claim_start"), byte("claim_end"));
        let overlap = |point: &&Value| {
            let (s, e) = (
                point["start"].as_u64().unwrap_or(0),
                point["end"].as_u64().unwrap_or(0),
            );
            10_000 * e.min(end).saturating_sub(s.max(start)) / (e.max(end) - s.min(start)).max(1)
        };
        let Some(best) = points
            .iter()
            .max_by_key(overlap)
            .filter(|point| overlap(point) > 0)
        else {
            return;
        };
        self.kind += u32::from(best["kind"] == wanted["kind"]);
        self.verdict += u32::from(best["verdict"] == wanted["verdict"]);
        self.wrong_way +=
            u32::from(best["verdict"] == "supported" && wanted["verdict"] == "contradicted");
        let Some(first) = evidence else { return };
        let quote = letters(first["quote"].as_str().unwrap_or(""));
        let rank = best["evidence"]
            .as_array()
            .into_iter()
            .flatten()
            .position(|passage| {
                let text = letters(passage["text"].as_str().unwrap_or(""));
                passage["document"] == first["doc"]
                    && (text.contains(&quote) || text.len() > 15 && quote.contains(&text))
            });
        self.in_three += u32::from(rank.is_some_and(|rank| rank < 3));
        self.in_ten += u32::from(rank.is_some_and(|rank| rank < 10));
    }
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .flat_map(char::to_lowercase)
        .collect()
}
