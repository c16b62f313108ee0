//! The weights that say which class of change leads in a pair of wordings.
//!
//! In: `training/pairs.tsv`, a line a pair read by a person: its main class and the counts of its
//! evidence, without its words. Out: `crates/evenhand-compare/weights/pairs.tsv`. A softmax over
//! few counts, drawn strongly towards what each count speaks for by its meaning, so that a few
//! hundred pairs are enough and no single one decides.

use crate::shared;
use anyhow::{Context, Result, bail};
use evenhand::compare::{CHOICES, evidence_counts, evidence_features};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// What a count speaks for by its meaning: the class and the weight the fit starts from and is
/// drawn back to.
const MEANT: &[(&str, usize, f64)] = &[
    ("always", 0, 1.0),
    ("name_any", 1, 0.5),
    ("name_exchanged", 1, 1.5),
    ("quantity_exchanged", 2, 1.5),
    ("quantity_alone", 2, 0.5),
    ("date_exchanged", 2, 1.0),
    ("date_alone", 2, 0.5),
    ("hedge", 3, 1.0),
    ("share", 3, 0.5),
    ("often", 3, 1.0),
    ("bound", 3, 1.0),
    ("source", 3, 1.0),
    ("content_longest_run", 4, 0.3),
    ("content_removed", 4, 0.1),
    ("content_added", 4, 0.1),
    ("content_exchanged", 4, -0.15),
    ("content_alone", 4, 0.3),
    ("list_item", 4, 1.0),
    ("clause_removed", 4, 1.0),
    ("clause_added", 4, 1.0),
    ("negation_unbalanced", 4, 1.0),
];

/// How strongly. Over tenfold division of the pairs, 5 to 100 give the same accuracy (.82-.83); on
/// pairs of another hand higher ones carry over better (.83 at 10, .88 at 60).
const DRAWN: f64 = 60.0;
const STEPS: i32 = 2000;
const RATE: f64 = 0.05;
const CLASSES: usize = CHOICES.len();

type Row = [f64; CLASSES];

struct Labelled {
    main: usize,
    counts: Vec<f64>,
    open: [bool; CLASSES],
}

/// Adds pairs read by a person to `training/pairs.tsv`: objects with `id`, `old`, `new`, `gold`.
pub(crate) fn add(root: &Path, labelled: &Path) -> Result<()> {
    let mut lines = format!("id\tmain\topen\t{}\n", evidence_features().join("\t"));
    for line in shared::text(labelled)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let field = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or("");
        let main = row
            .pointer("/gold/main")
            .and_then(Value::as_str)
            .unwrap_or("");
        if main.is_empty() {
            continue;
        }
        let (counts, open) = evidence_counts(field("old"), field("new"));
        let open: String = open
            .iter()
            .map(|open| if *open { '1' } else { '0' })
            .collect();
        let counts: Vec<String> = counts.iter().map(ToString::to_string).collect();
        let _ = writeln!(
            lines,
            "{}\t{main}\t{open}\t{}",
            field("id"),
            counts.join("\t")
        );
    }
    shared::write(&root.join("training/pairs.tsv"), &lines)
}

/// Makes the weights; with `measure`, prints the accuracy over tenfold division instead.
pub(crate) fn run(root: &Path, measure: bool) -> Result<()> {
    let pairs = read(&root.join("training/pairs.tsv"))?;
    if measure {
        let (mut right, mut style) = (0, 0);
        for fold in 0..10 {
            let (mut known, mut held) = (Vec::new(), Vec::new());
            for (at, pair) in pairs.iter().enumerate() {
                if at % 10 == fold {
                    &mut held
                } else {
                    &mut known
                }
                .push(pair);
            }
            let weights = fit(&known);
            for pair in held {
                let chosen = choose(&weights, pair);
                right += usize::from(chosen == pair.main);
                style += usize::from((chosen == 0) == (pair.main == 0));
            }
        }
        eprintln!(
            "of {} pairs, each by weights made without it: {right} weightiest class, {style} style or more",
            pairs.len()
        );
        return Ok(());
    }
    let weights = fit(&pairs.iter().collect::<Vec<_>>());
    let mut text = String::from(
        "# Made by `cargo xtask train-pairs` from training/pairs.tsv; thousandths.\n# feature",
    );
    for class in CHOICES {
        let _ = write!(text, "\t{class}");
    }
    text.push('\n');
    for (name, row) in evidence_features().iter().zip(&weights) {
        text.push_str(name);
        for weight in row {
            let _ = write!(text, "\t{:.0}", weight * 1000.0 + 0.0);
        }
        text.push('\n');
    }
    shared::write(
        &root.join("crates/evenhand-compare/weights/pairs.tsv"),
        &text.replace("\t-0\n", "\t0\n").replace("\t-0\t", "\t0\t"),
    )
}

fn read(path: &Path) -> Result<Vec<Labelled>> {
    let text = shared::text(path)?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or("").split('\t').skip(3).collect();
    if head != evidence_features() {
        bail!(
            "{}: its counts are not those the program makes now; add the pairs again",
            path.display()
        );
    }
    lines
        .map(|line| {
            let mut cells = line.split('\t').skip(1);
            let main = cells.next().unwrap_or("");
            let main = CHOICES
                .iter()
                .position(|class| class.as_str() == main)
                .with_context(|| format!("{}: no such class: {main:?}", path.display()))?;
            let mut open = [true; CLASSES];
            for (open, mark) in open.iter_mut().zip(cells.next().unwrap_or("").chars()) {
                *open = mark == '1';
            }
            let counts = cells
                .map(|cell| cell.parse::<f64>().with_context(|| line.to_owned()))
                .collect::<Result<_>>()?;
            Ok(Labelled { main, counts, open })
        })
        .collect()
}

fn choose(weights: &[Row], pair: &Labelled) -> usize {
    let scores = scores(weights, &pair.counts, pair.open);
    (0..CLASSES)
        .max_by(|a, b| scores[*a].total_cmp(&scores[*b]))
        .unwrap_or(0)
}

fn scores(weights: &[Row], counts: &[f64], open: [bool; CLASSES]) -> Row {
    let mut sums = [0.0; CLASSES];
    for (count, row) in counts.iter().zip(weights) {
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += count * weight;
        }
    }
    for (sum, open) in sums.iter_mut().zip(open) {
        if !open {
            *sum = f64::MIN / 4.0;
        }
    }
    sums
}

/// Adam over the whole set, each count on the scale of its spread.
#[expect(clippy::cast_precision_loss, reason = "some hundred pairs")]
fn fit(pairs: &[&Labelled]) -> Vec<Row> {
    let width = evidence_features().len();
    let n = pairs.len() as f64;
    let spread: Vec<f64> = (0..width)
        .map(|at| {
            let mean = pairs.iter().map(|pair| pair.counts[at]).sum::<f64>() / n;
            let square = pairs.iter().map(|pair| (pair.counts[at] - mean).powi(2));
            let spread = (square.sum::<f64>() / n).sqrt();
            if spread == 0.0 { 1.0 } else { spread }
        })
        .collect();
    let mut meant = vec![[0.0; CLASSES]; width];
    for (name, class, weight) in MEANT {
        if let Some(at) = evidence_features()
            .iter()
            .position(|feature| feature == name)
        {
            meant[at][*class] = weight * spread[at];
        }
    }
    let scaled: Vec<Vec<f64>> = pairs
        .iter()
        .map(|pair| {
            pair.counts
                .iter()
                .zip(&spread)
                .map(|(c, s)| c / s)
                .collect()
        })
        .collect();
    let mut weights = meant.clone();
    let (mut mean, mut square) = (vec![[0.0; CLASSES]; width], vec![[0.0; CLASSES]; width]);
    for step in 1..=STEPS {
        let mut slope = vec![[0.0; CLASSES]; width];
        for (pair, counts) in pairs.iter().zip(&scaled) {
            let mut open = pair.open;
            open[pair.main] = true;
            let scores = scores(&weights, counts, open);
            let top = scores.iter().copied().fold(f64::MIN, f64::max);
            let parts = scores.map(|score| (score - top).exp());
            let whole: f64 = parts.iter().sum();
            for class in 0..CLASSES {
                let miss = parts[class] / whole - f64::from(u8::from(class == pair.main));
                for (row, count) in slope.iter_mut().zip(counts) {
                    row[class] += count * miss / n;
                }
            }
        }
        for at in 0..width {
            for class in 0..CLASSES {
                let g = slope[at][class] + DRAWN * (weights[at][class] - meant[at][class]) / n;
                mean[at][class] = 0.9 * mean[at][class] + 0.1 * g;
                square[at][class] = 0.999 * square[at][class] + 0.001 * g * g;
                let m = mean[at][class] / (1.0 - 0.9_f64.powi(step));
                let v = square[at][class] / (1.0 - 0.999_f64.powi(step));
                weights[at][class] -= RATE * m / (v.sqrt() + 1e-8);
            }
        }
    }
    for (row, spread) in weights.iter_mut().zip(&spread) {
        for weight in row {
            *weight /= spread;
        }
    }
    weights
}
