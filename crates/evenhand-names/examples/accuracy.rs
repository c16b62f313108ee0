//! How well comparing names tells one name from two, on labelled pairs.
//!
//! `cargo run --package evenhand-names --example accuracy -- PAIRS.csv [--errors] [--tune]`. The file has the columns
//! `schema`, `name1`, `name2`, `is_match`, and may have `case_group`. `--errors` lists the pairs told wrong; `--tune` moves the weights on one half of the pairs and
//! scores the other half, several times, and says what that gives against the weights as they stand.
#![expect(clippy::print_stdout, reason = "it prints its figures")]

use evenhand_names::weights::{ALL, Weights};
use evenhand_names::{Kind, Name};
use std::error::Error;

struct Pair {
    group: String,
    one: Name,
    other: Name,
    same: bool,
    /// Which half a split puts it in hangs on this: pairs that share a name stay together.
    family: u64,
}

#[derive(Default, Clone, Copy)]
struct Tally {
    hits: f64,
    false_alarms: f64,
    misses: f64,
}

impl Tally {
    fn add(&mut self, said: bool, is: bool) {
        match (said, is) {
            (true, true) => self.hits += 1.0,
            (true, false) => self.false_alarms += 1.0,
            (false, true) => self.misses += 1.0,
            (false, false) => {}
        }
    }

    fn f1(self) -> f64 {
        2.0 * self.hits / (2.0 * self.hits + self.false_alarms + self.misses).max(1.0)
    }
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

fn load(path: &str) -> Result<Vec<Pair>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let head = reader.headers()?.clone();
    let column = |name: &str| head.iter().position(|column| column == name);
    let needed = |name: &str| column(name).ok_or(format!("{path}: there is no column {name}"));
    let (schema, one, other, same) = (
        needed("schema")?,
        needed("name1")?,
        needed("name2")?,
        needed("is_match")?,
    );
    let group = column("case_group");
    let mut pairs = Vec::new();
    for row in reader.records() {
        let row = row?;
        let field = |at: usize| row.get(at).unwrap_or("");
        let kind = Kind::of_word(field(schema));
        let (mut left, mut right) = (Name::read(field(one), kind), Name::read(field(other), kind));
        if left.kind() != right.kind() {
            left = Name::read(field(one), Kind::Body);
            right = Name::read(field(other), Kind::Body);
        }
        let key = field(other).to_lowercase();
        pairs.push(Pair {
            group: group.map_or(String::new(), |at| field(at).to_owned()),
            one: left,
            other: right,
            same: field(same) == "true",
            family: hash(&key),
        });
    }
    Ok(pairs)
}

fn tally<'a>(pairs: impl Iterator<Item = &'a Pair>, weights: &Weights) -> Tally {
    let mut tally = Tally::default();
    for pair in pairs {
        tally.add(pair.one.compare_by(&pair.other, weights).same, pair.same);
    }
    tally
}

/// What tuning looks at: F1, and by a little how far the scores lie on the right side.
fn goal(pairs: &[&Pair], weights: &Weights) -> f64 {
    let mut tally = Tally::default();
    let mut margin = 0.0;
    for pair in pairs {
        let found = pair.one.compare_by(&pair.other, weights);
        tally.add(found.same, pair.same);
        let over = found.score - f64::from(weights.threshold());
        margin += (if pair.same { over } else { -over }).clamp(-0.1, 0.1);
    }
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pairs")]
    let count = pairs.len() as f64;
    tally.f1() + margin / count
}

/// Moves one weight at a time while it helps.
fn tune(pairs: &[&Pair]) -> Weights {
    let mut weights = Weights::default();
    let mut best = goal(pairs, &weights);
    for _ in 0..3 {
        let before = best;
        // The threshold stays: every cost is told against it.
        for at in 1..ALL.len() {
            for factor in [0.5, 0.7, 0.85, 1.15, 1.4, 2.0] {
                let mut moved = weights;
                moved.0[at] = (weights.0[at] * factor).min(1.0);
                let found = goal(pairs, &moved);
                if found > best + 1e-4 {
                    (best, weights) = (found, moved);
                }
            }
        }
        if best - before < 1e-3 {
            break;
        }
    }
    weights
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = args.first().ok_or("name the file of labelled pairs")?;
    let pairs = load(path)?;
    let weights = Weights::default();
    let all = tally(pairs.iter(), &weights);
    println!(
        "{} pairs: F1 {:.3} (precision {:.3}, recall {:.3})",
        pairs.len(),
        all.f1(),
        all.hits / (all.hits + all.false_alarms).max(1.0),
        all.hits / (all.hits + all.misses).max(1.0)
    );
    let mut groups: Vec<&str> = pairs.iter().map(|pair| pair.group.as_str()).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        let of_group = || pairs.iter().filter(|pair| pair.group == group);
        println!(
            "  {group}: {} pairs, F1 {:.3}",
            of_group().count(),
            tally(of_group(), &weights).f1()
        );
    }
    if args.iter().any(|arg| arg == "--errors") {
        for pair in &pairs {
            let found = pair.one.compare_by(&pair.other, &weights);
            if found.same != pair.same {
                let what = if pair.same { "missed" } else { "false" };
                println!(
                    "{what} {:.3} | {} | {} | {found}",
                    found.score,
                    pair.one.text(),
                    pair.other.text()
                );
            }
        }
    }
    if args.iter().any(|arg| arg == "--tune") {
        let (mut as_is, mut tuned_here, mut tuned_there) = (0.0, 0.0, 0.0);
        let splits = 5;
        for split in 0..splits {
            for side in [false, true] {
                let half = |pair: &&Pair| {
                    (pair.family.wrapping_mul(2 * split + 3) >> (17 + split)).is_multiple_of(2)
                        == side
                };
                let (here, there): (Vec<&Pair>, Vec<&Pair>) = pairs.iter().partition(half);
                let tuned = tune(&here);
                as_is += tally(there.iter().copied(), &weights).f1();
                tuned_here += tally(here.iter().copied(), &tuned).f1();
                tuned_there += tally(there.iter().copied(), &tuned).f1();
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a few splits")]
        let runs = 2.0 * splits as f64;
        println!(
            "{splits} splits in halves, both ways: weights as they stand {:.3}; tuned on one half {:.3} there, {:.3} on the other",
            as_is / runs,
            tuned_here / runs,
            tuned_there / runs
        );
        let every: Vec<&Pair> = pairs.iter().collect();
        let tuned = tune(&every);
        println!("tuned on all: F1 {:.3}", tally(pairs.iter(), &tuned).f1());
        for (at, (name, value)) in ALL.iter().enumerate() {
            if (tuned.0[at] - value).abs() > 1e-6 {
                println!("  {name} {value} -> {:.3}", tuned.0[at]);
            }
        }
    }
    Ok(())
}
