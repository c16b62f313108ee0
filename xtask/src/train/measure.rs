//! How good and how honest the models are on sentences they have not learned from.

use super::Models;
use super::arithmetic::ln;
use super::corpus::Example;
use super::learn::probabilities;
use std::fmt::Write as _;

/// Factors that make the sums of each model honest probabilities.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sureness {
    pub(super) rights: f32,
    pub(super) direction: f32,
}

/// Prints the scores with and without context, and finds the factors by the likelihood of the labels.
pub(super) fn report<'a>(models: &Models, examples: impl Iterator<Item = &'a Example>) -> Sureness {
    let examples: Vec<&Example> = examples.collect();
    for context in [true, false] {
        let mut line = String::new();
        let (first, f1) = rights(models, &examples, context, 0.33);
        let (direction, confusion) = direction(models, &examples, context);
        let _ = write!(
            line,
            "countries left out, {}: first right {first:.3}, F1 {f1:.3}, direction {direction:.3}",
            if context { "with context" } else { "bare" }
        );
        eprintln!("{line}\n  labelled by called: {confusion:?}");
    }
    Sureness {
        rights: best(|factor| {
            examples
                .iter()
                .map(|example| {
                    let Some(labelled) = example.label.as_ref().and_then(|label| label.rights)
                    else {
                        return 0.0;
                    };
                    let is = probabilities(
                        models.rights.score(example, true).map(|sum| sum * factor),
                        false,
                    );
                    is.iter()
                        .zip(labelled)
                        .map(|(is, should)| {
                            let hit = if should > 0.5 { *is } else { 1.0 - is };
                            ln(f64::from(hit.max(1e-6)))
                        })
                        .sum::<f64>()
                })
                .sum()
        }),
        direction: best(|factor| {
            examples
                .iter()
                .map(|example| {
                    let Some(label) = &example.label else {
                        return 0.0;
                    };
                    let is = probabilities(
                        models
                            .direction
                            .score(example, true)
                            .map(|sum| sum * factor),
                        true,
                    );
                    let hit: f32 = is
                        .iter()
                        .zip(label.direction)
                        .map(|(is, should)| is * should)
                        .sum();
                    ln(f64::from(hit.max(1e-6)))
                })
                .sum()
        }),
    }
}

/// The factor of a fine row of factors that makes the labels likeliest.
fn best(likelihood: impl Fn(f32) -> f64) -> f32 {
    let factors = (6..=40_u8).map(|step| f32::from(step) * 0.05);
    let best = factors
        .map(|factor| (likelihood(factor), factor))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let factor = best.map_or(1.0, |(_, factor)| factor);
    eprintln!("sureness {factor:.2}");
    factor
}

/// Share of sentences whose first right is among the labelled ones, and F1 over all rights.
fn rights(models: &Models, examples: &[&Example], context: bool, next: f32) -> (f32, f32) {
    let (mut hits, mut both, mut said, mut labelled, mut all) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for example in examples {
        let Some(label) = &example.label else {
            continue;
        };
        let Some(right) = label.rights else {
            continue;
        };
        let is = models.rights.judge(example, context);
        let mut order: Vec<usize> = (0..30).collect();
        order.sort_by(|a, b| is[*b].total_cmp(&is[*a]));
        let called: Vec<usize> = order
            .iter()
            .copied()
            .enumerate()
            .take_while(|(rank, at)| *rank < 3 && is[*at] >= if *rank == 0 { 0.2 } else { next })
            .map(|(_, at)| at)
            .collect();
        let wanted: f32 = right.iter().sum();
        let hit = match called.first() {
            Some(first) => right[*first] > 0.5,
            None => wanted < 0.5,
        };
        let w = label.weight;
        hits += if hit { w } else { 0.0 };
        all += w;
        both += w * called.iter().map(|at| right[*at]).sum::<f32>();
        #[expect(clippy::cast_precision_loss, reason = "at most three")]
        {
            said += w * called.len() as f32;
        }
        labelled += w * wanted;
    }
    (hits / all, 2.0 * both / (said + labelled))
}

/// Share of sentences whose direction is as labelled; and how often which was called which.
fn direction(models: &Models, examples: &[&Example], context: bool) -> (f32, [[u32; 5]; 5]) {
    let mut confusion = [[0; 5]; 5];
    for example in examples {
        let Some(label) = &example.label else {
            continue;
        };
        let highest = |shares: &[f32; 5]| {
            (0..5)
                .max_by(|a, b| shares[*a].total_cmp(&shares[*b]))
                .unwrap_or(0)
        };
        confusion[highest(&label.direction)][highest(&models.direction.judge(example, context))] +=
            1;
    }
    let right: u32 = (0..5).map(|at| confusion[at][at]).sum();
    let all: u32 = confusion.iter().flatten().sum();
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    (right as f32 / all as f32, confusion)
}
