//! Linear classes learned by gradient descent with a step a weight (AdaGrad: Duchi, Hazan and Singer 2011).

use super::arithmetic::{Sequence, exp, ln};
use super::corpus::Example;
use evenhand_annotate::linear::features::Reach;
use evenhand_annotate::linear::table::Trained;
use std::collections::{BTreeMap, HashMap};

/// Length of the first step of a weight.
const STEP: f32 = 0.02;
/// Length of the steps at the end, against the first.
const LAST: f32 = 0.3;
/// In how many labelled examples (a sentence counts once with its context and once without), or in how many others,
/// a feature must stand.
const LABELLED: u32 = 3;
const OTHERS: u32 = 40;

/// An example with what is to be learned from it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a, const N: usize> {
    pub(super) example: &'a Example,
    pub(super) context: bool,
    pub(super) target: [f32; N],
    pub(super) weight: f32,
}

/// What is learned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Task {
    pub(super) reach: fn(Reach) -> bool,
    pub(super) passes: usize,
    /// One class of all, rather than each for itself.
    pub(super) softmax: bool,
    /// Share of an example's features that is passed over at each step (dropout: Srivastava and others 2014).
    pub(super) passed_over: f32,
}

/// Weights, learned or being learned.
#[derive(Debug)]
pub(super) struct Learned<const N: usize> {
    task: Task,
    places: HashMap<u64, u32>,
    hashes: Vec<u64>,
    weights: Vec<[f32; N]>,
    squares: Vec<[f32; N]>,
    bias: [f32; N],
    bias_squares: [f32; N],
}

impl<const N: usize> Learned<N> {
    /// Nothing learned yet, with room for the features that stand often enough in these rows.
    pub(super) fn new(labelled: &[Row<'_, N>], others: &[Row<'_, N>], task: Task) -> Self {
        let mut counts: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
        for (rows, labelled) in [(labelled, true), (others, false)] {
            for row in rows {
                for (hash, reach) in row.example.features(row.context) {
                    if (task.reach)(reach) {
                        let count = counts.entry(hash).or_default();
                        if labelled { count.0 += 1 } else { count.1 += 1 }
                    }
                }
            }
        }
        let hashes: Vec<u64> = counts
            .into_iter()
            .filter(|(_, (labelled, others))| *labelled >= LABELLED || *others >= OTHERS)
            .map(|(hash, _)| hash)
            .collect();
        let places = (0..)
            .zip(&hashes)
            .map(|(place, hash)| (*hash, place))
            .collect();
        Self {
            task,
            places,
            weights: vec![[0.0; N]; hashes.len()],
            squares: vec![[0.0; N]; hashes.len()],
            hashes,
            bias: [0.0; N],
            bias_squares: [0.0; N],
        }
    }

    fn rows(&self, example: &Example, context: bool) -> Vec<u32> {
        example
            .features(context)
            .filter(|(_, reach)| (self.task.reach)(*reach))
            .filter_map(|(hash, _)| self.places.get(&hash).copied())
            .collect()
    }

    fn sums(&self, rows: &[u32]) -> [f32; N] {
        let mut sums = self.bias;
        for row in rows {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[*row as usize]) {
                *sum += weight;
            }
        }
        sums
    }

    /// The sums of an example.
    pub(super) fn score(&self, example: &Example, context: bool) -> [f32; N] {
        self.sums(&self.rows(example, context))
    }

    /// The probabilities of an example's classes.
    pub(super) fn judge(&self, example: &Example, context: bool) -> [f32; N] {
        probabilities(self.score(example, context), self.task.softmax)
    }

    /// Learns from the rows.
    pub(super) fn learn(&mut self, rows: &[Row<'_, N>]) {
        let found: Vec<Vec<u32>> = rows
            .iter()
            .map(|row| self.rows(row.example, row.context))
            .collect();
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let mut sequence = Sequence::new();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of 2 to the power of 16"
        )]
        let passed_over = (self.task.passed_over * 65_536.0) as u64;
        let mut left = Vec::new();
        for pass in 0..self.task.passes {
            sequence.shuffle(&mut order);
            #[expect(clippy::cast_precision_loss, reason = "a handful of passes")]
            let done = pass as f32 / (self.task.passes.max(2) - 1) as f32;
            let step = STEP * (1.0 - done * (1.0 - LAST));
            for at in &order {
                left.clear();
                left.extend(
                    (found[*at].iter())
                        .filter(|_| passed_over == 0 || sequence.next() >> 48 >= passed_over),
                );
                self.step(&rows[*at], &left, step);
            }
        }
    }

    fn step(&mut self, row: &Row<'_, N>, found: &[u32], step: f32) {
        let fuller = 1.0 / (1.0 - self.task.passed_over);
        let mut sums = self.sums(found);
        for (sum, bias) in sums.iter_mut().zip(self.bias) {
            *sum = bias + (*sum - bias) * fuller;
        }
        let is = probabilities(sums, self.task.softmax);
        // Classes that are right already are passed over: most of thirty are.
        let mut active = [0_usize; N];
        let mut count = 0;
        let mut slopes = [0.0; N];
        for at in 0..N {
            let slope = (is[at] - row.target[at]) * row.weight;
            if slope.abs() > 1e-4 {
                slopes[at] = slope;
                active[count] = at;
                count += 1;
            }
        }
        let active = &active[..count];
        for at in active {
            self.bias_squares[*at] += slopes[*at] * slopes[*at];
            self.bias[*at] -= step * slopes[*at] / (self.bias_squares[*at].sqrt() + 1e-4);
        }
        for place in found {
            let weights = &mut self.weights[*place as usize];
            let squares = &mut self.squares[*place as usize];
            for at in active {
                squares[*at] += slopes[*at] * slopes[*at];
                weights[*at] -= step * slopes[*at] / (squares[*at].sqrt() + 1e-4);
            }
        }
    }

    /// Moves the bias towards the shares in which the classes are expected.
    pub(super) fn move_shares(&mut self, rows: &[Row<'_, N>], expected: [f32; N], moved: f32) {
        let mut shares = [0.0; N];
        for row in rows {
            for (share, is) in shares.iter_mut().zip(row.target) {
                *share += is * row.weight;
            }
        }
        let total: f32 = shares.iter().sum();
        for ((bias, share), expected) in self.bias.iter_mut().zip(shares).zip(expected) {
            #[expect(clippy::cast_possible_truncation, reason = "a small number")]
            let distance = ln(f64::from(expected * total / share.max(1.0))) as f32;
            *bias += moved * distance;
        }
    }

    /// The weights, to be written.
    pub(super) fn trained(self, sureness: f32) -> Trained<N> {
        Trained {
            features: self.hashes.into_iter().zip(self.weights).collect(),
            bias: self.bias,
            sureness,
        }
    }
}

/// Probabilities from sums.
pub(super) fn probabilities<const N: usize>(sums: [f32; N], softmax: bool) -> [f32; N] {
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
    if softmax {
        let highest = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shares = sums.map(|sum| exp(f64::from(sum - highest)));
        let total: f64 = shares.iter().sum();
        shares.map(|share| (share / total) as f32)
    } else {
        sums.map(|sum| (1.0 / (1.0 + exp(f64::from(-sum)))) as f32)
    }
}

/// Probabilities raised to a power and made to add up to one again.
pub(super) fn sharpened<const N: usize>(shares: [f32; N], power: f32) -> [f32; N] {
    #[expect(clippy::cast_possible_truncation, reason = "a logarithm of a share")]
    let sums = shares.map(|share| ln(f64::from(share.max(1e-9))) as f32 * power);
    probabilities(sums, true)
}
