//! The general vocabulary and its classes of words, from the corpus alone.
//!
//! Words that stand in the same surroundings are put in the same class: how often each stands next to and near
//! the commonest words, weighed by how surprising that is (positive pointwise mutual information), reduced
//! to a few dozen dimensions, and parted into groups around means.

use super::arithmetic::{Sequence, ln};
use super::corpus::country;
use super::labels::name;
use evenhand::report::Report;
use evenhand_annotate::linear::masked::{Seen, mask, words_of_names};
use evenhand_annotate::linear::vocabulary::{FIRST_WORD, Vocabulary};
use evenhand_annotate::tokens::{Case, Kind, Words, key_of};
use std::collections::{BTreeMap, BTreeSet};

/// A word stands in the reports on at least so many countries in small letters, so often; or, with a capital
/// inside sentences, in those on so many.
const COUNTRIES: usize = 12;
const TIMES: u32 = 20;
const CAPITAL_COUNTRIES: usize = 45;
/// Words looked at around a word; the nearest are told by side.
const NEAR: usize = 4;
/// How many of the commonest words count as surroundings.
const COMMON: usize = 1500;
/// Dimensions that are kept, and rounds to find them.
const DIMENSIONS: usize = 80;
const ROUNDS: usize = 7;
/// Numbers of classes: wide and narrow.
const CLASSES: [usize; 2] = [60, 200];
const MARKS: &str = ", . ; : ( ) $ % / & - € £ ? [ ]";

/// The rows of the vocabulary: key, classes, and whether only capitalised.
pub(super) fn vocabulary(reports: &[Report]) -> Vec<(u64, [u8; 2], bool)> {
    let rows = words(reports);
    let vocabulary = Vocabulary::new(&rows);
    let vectors = vectors(reports, &vocabulary, rows.len());
    let groups = CLASSES.map(|count| groups(&vectors, count));
    rows.iter()
        .enumerate()
        .map(|(at, (key, _, capital))| (*key, [groups[0][at], groups[1][at]], *capital))
        .collect()
}

/// The words, the commonest first.
fn words(reports: &[Report]) -> Vec<(u64, [u8; 2], bool)> {
    #[derive(Default)]
    struct Count {
        small: u32,
        small_in: BTreeSet<u64>,
        capital: u32,
        capital_in: BTreeSet<u64>,
    }
    let mut counts: BTreeMap<u64, Count> = BTreeMap::new();
    let mut words = Words::default();
    for report in reports {
        let country = name(&[country(report)]);
        for sentence in report
            .sentences
            .iter()
            .filter(|sentence| sentence.repeats.is_none())
        {
            words.read(report.sentence_text(sentence));
            for (at, token) in words.tokens().iter().enumerate() {
                if token.kind != Kind::Word {
                    continue;
                }
                let count = counts.entry(token.key).or_default();
                if token.case == Case::Lower {
                    count.small += 1;
                    count.small_in.insert(country);
                } else if at > 0 {
                    count.capital += 1;
                    count.capital_in.insert(country);
                }
            }
        }
    }
    let names = words_of_names();
    let marks: BTreeSet<u64> = MARKS.split(' ').map(key_of).collect();
    let mut kept: Vec<(u32, u64, bool)> = counts
        .iter()
        .filter_map(|(key, count)| {
            let small = count.small >= TIMES && count.small_in.len() >= COUNTRIES;
            let capital = count.capital_in.len() >= CAPITAL_COUNTRIES && !names.contains(key);
            (small || capital).then_some((count.small + count.capital, *key, !small))
        })
        .chain(marks.iter().map(|key| (u32::MAX, *key, false)))
        .collect();
    kept.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    kept.into_iter()
        .map(|(_, key, capital)| (key, [0; 2], capital))
        .collect()
}

/// A sparse row: columns and values.
type Sparse = Vec<(u32, f32)>;

/// A short vector a word.
fn vectors(reports: &[Report], vocabulary: &Vocabulary, count: usize) -> Vec<Vec<f32>> {
    let columns = COMMON * 3;
    let mut dense = vec![0_u32; count * columns];
    let mut seen_before = BTreeSet::new();
    let mut words = Words::default();
    let mut seen: Vec<Seen> = Vec::new();
    for report in reports {
        for sentence in &report.sentences {
            let text = report.sentence_text(sentence);
            if !seen_before.insert(name(&[text])) {
                continue;
            }
            words.read(text);
            mask(&words, vocabulary, &mut seen);
            for (at, word) in seen.iter().enumerate() {
                let Some(row) = word.number.checked_sub(FIRST_WORD) else {
                    continue;
                };
                for distance in 1..=NEAR {
                    for (other, side) in
                        [(at.checked_sub(distance), 0), (at.checked_add(distance), 1)]
                    {
                        let Some(other) = other.and_then(|at| seen.get(at)) else {
                            continue;
                        };
                        let column = usize::from(other.number);
                        if column < COMMON {
                            let block = if distance == 1 { side } else { 2 };
                            dense[usize::from(row) * columns + block * COMMON + column] += 1;
                        }
                    }
                }
            }
        }
    }
    reduced(&surprise(&dense, count, columns), columns)
}

/// Counts as positive pointwise mutual information; each block of columns for itself, its columns' shares
/// flattened by a power of 3/4 (Levy, Goldberg and Dagan 2015).
fn surprise(dense: &[u32], count: usize, columns: usize) -> Vec<Sparse> {
    let mut rows: Vec<Sparse> = vec![Vec::new(); count];
    for block in 0..3 {
        let range = block * COMMON..(block + 1) * COMMON;
        let mut column_sums = vec![0.0_f64; COMMON];
        let mut row_sums = vec![0.0_f64; count];
        for (row, cells) in dense.chunks_exact(columns).enumerate() {
            for (column, cell) in cells[range.clone()].iter().enumerate() {
                column_sums[column] += f64::from(*cell);
                row_sums[row] += f64::from(*cell);
            }
        }
        // x to the power of 3/4, by square roots.
        let flat: Vec<f64> = column_sums
            .iter()
            .map(|sum| sum.sqrt() * sum.sqrt().sqrt())
            .collect();
        let flat_total: f64 = flat.iter().sum();
        for (row, cells) in dense.chunks_exact(columns).enumerate() {
            for (column, cell) in cells[range.clone()].iter().enumerate() {
                if *cell > 0 {
                    let ratio = f64::from(*cell) * flat_total / (row_sums[row] * flat[column]);
                    if ratio > 1.0 {
                        #[expect(
                            clippy::cast_possible_truncation,
                            reason = "a logarithm, a column"
                        )]
                        rows[row].push(((range.start + column) as u32, ln(ratio) as f32));
                    }
                }
            }
        }
    }
    rows
}

/// The rows in few dimensions: by subspace iteration towards the first singular vectors.
fn reduced(rows: &[Sparse], columns: usize) -> Vec<Vec<f32>> {
    let mut sequence = Sequence::new();
    let mut basis: Vec<Vec<f32>> = (0..columns)
        .map(|_| {
            (0..DIMENSIONS)
                .map(|_| f32::from(u8::try_from(sequence.next() >> 56).unwrap_or(0)) / 128.0 - 1.0)
                .collect()
        })
        .collect();
    let times = |basis: &[Vec<f32>]| -> Vec<Vec<f32>> {
        rows.iter()
            .map(|row| {
                let mut sum = vec![0.0; DIMENSIONS];
                for (column, value) in row {
                    for (sum, part) in sum.iter_mut().zip(&basis[*column as usize]) {
                        *sum += value * part;
                    }
                }
                sum
            })
            .collect()
    };
    for _ in 0..ROUNDS {
        let image = times(&basis);
        for row in &mut basis {
            row.fill(0.0);
        }
        for (row, image) in rows.iter().zip(&image) {
            for (column, value) in row {
                for (sum, part) in basis[*column as usize].iter_mut().zip(image) {
                    *sum += value * part;
                }
            }
        }
        orthonormal(&mut basis);
    }
    let mut image = times(&basis);
    // Each dimension by the root of its singular value, each word then to length one.
    for dimension in 0..DIMENSIONS {
        let length: f32 = image
            .iter()
            .map(|row| row[dimension] * row[dimension])
            .sum::<f32>()
            .sqrt();
        for row in &mut image {
            row[dimension] /= length.sqrt().max(1e-6);
        }
    }
    for row in &mut image {
        let length: f32 = row.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        row.iter_mut().for_each(|x| *x /= length);
    }
    image
}

/// Gram and Schmidt, on columns.
fn orthonormal(basis: &mut [Vec<f32>]) {
    for one in 0..DIMENSIONS {
        for other in 0..one {
            let shared: f32 = basis.iter().map(|row| row[one] * row[other]).sum();
            for row in basis.iter_mut() {
                row[one] -= shared * row[other];
            }
        }
        let length: f32 = basis
            .iter()
            .map(|row| row[one] * row[one])
            .sum::<f32>()
            .sqrt()
            .max(1e-6);
        for row in basis.iter_mut() {
            row[one] /= length;
        }
    }
}

/// Groups around means (Lloyd), numbered from 1.
fn groups(vectors: &[Vec<f32>], count: usize) -> Vec<u8> {
    // The commonest words make good first means: they are spread over the grammar.
    let mut means: Vec<Vec<f32>> = vectors.iter().step_by(7).take(count).cloned().collect();
    let mut group = vec![0_usize; vectors.len()];
    for _ in 0..25 {
        for (at, vector) in vectors.iter().enumerate() {
            let near =
                |mean: &Vec<f32>| -> f32 { mean.iter().zip(vector).map(|(a, b)| a * b).sum() };
            let mut best = (f32::NEG_INFINITY, 0);
            for (number, mean) in means.iter().enumerate() {
                let nearness = near(mean);
                if nearness > best.0 {
                    best = (nearness, number);
                }
            }
            group[at] = best.1;
        }
        for (number, mean) in means.iter_mut().enumerate() {
            let mut sum = vec![0.0; DIMENSIONS];
            for (vector, _) in vectors
                .iter()
                .zip(&group)
                .filter(|(_, group)| **group == number)
            {
                for (sum, part) in sum.iter_mut().zip(vector) {
                    *sum += part;
                }
            }
            let length: f32 = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
            if length > 1e-6 {
                *mean = sum.into_iter().map(|x| x / length).collect();
            }
        }
    }
    group
        .into_iter()
        .map(|group| u8::try_from(group + 1).unwrap_or(u8::MAX))
        .collect()
}
