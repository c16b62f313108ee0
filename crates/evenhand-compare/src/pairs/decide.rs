//! From evidence to the class of a pair.
//!
//! In: the evidence. Out: the pair's class and whether its meaning changed. The scores are sums of
//! whole numbers, so that they are the same on every machine.

use super::evidence::{Evidence, WIDTH};
use super::{CHOICES, Class, Pair, Relation};
use std::sync::LazyLock;

/// Made by `cargo xtask train-pairs`: a line a feature, a column a class.
const WEIGHTS: &str = include_str!("../../weights/pairs.tsv");

/// Below this share of asserting words in common (thousandths of the shorter side, and of the
/// longer) two sentences only share a topic. Judged on 330 fresh pairs of 2016-2024.
const LEAST_COMMON: (u32, u32) = (200, 130);

/// By class of [`CHOICES`]: a weight for every feature, in thousandths.
static TABLE: LazyLock<Vec<[i32; 5]>> = LazyLock::new(|| {
    let mut table = vec![[0; 5]; WIDTH];
    for line in WEIGHTS.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or("");
        let row = super::evidence::FEATURES
            .iter()
            .position(|feature| *feature == name);
        if let Some(row) = row {
            for (cell, weight) in cells.zip(table[row].iter_mut()) {
                *weight = cell.parse().unwrap_or(0);
            }
        }
    }
    table
});

pub(super) fn decide(evidence: Evidence) -> Pair {
    let (of_shorter, of_longer) = evidence.common;
    if of_shorter < LEAST_COMMON.0 && of_longer < LEAST_COMMON.1 {
        return Pair {
            relation: Relation::Different,
            classes: Vec::new(),
            main: Class::Verbatim,
            meaning_changed: false,
            changes: evidence.changes,
        };
    }
    let score = |column: usize| -> i64 {
        evidence
            .counts
            .iter()
            .zip(TABLE.iter())
            .map(|(count, weights)| i64::from(*count) * i64::from(weights[column]))
            .sum()
    };
    let main = CHOICES
        .iter()
        .enumerate()
        .filter(|(_, class)| **class == Class::Style || evidence.speaks_for(**class))
        .max_by_key(|(column, class)| (score(*column), std::cmp::Reverse(**class)))
        .map_or(Class::Style, |(_, class)| *class);
    let mut classes: Vec<Class> = CHOICES
        .iter()
        .copied()
        .filter(|class| *class == main || (*class < main && evidence.speaks_for(*class)))
        .collect();
    classes.reverse();
    let meaning_changed = match main {
        Class::Verbatim | Class::Style | Class::Name => false,
        Class::Number => evidence.quantity,
        Class::Caveat | Class::Substance => true,
    };
    Pair {
        relation: Relation::Same,
        classes,
        main,
        meaning_changed,
        changes: evidence.changes,
    }
}
