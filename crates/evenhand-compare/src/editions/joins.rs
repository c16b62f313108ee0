//! One sentence become two, or two become one.
//!
//! In: two editions and their pairs. Out: for sentences left over, the pair they belong to: the
//! second part of a sentence that was split, or a sentence that was drawn into another. The test
//! reads the same from either side.

use super::likeness::{Likeness, likeness};
use super::pairing::Pairing;
use super::statements::{Editions, Statement};
use std::cmp::Reverse;

/// How like the two parts together and the whole must be.
const SAME_TOGETHER: Likeness = Likeness(420);
/// By how much both parts together must be liker than one of them.
const GAIN: u32 = 50;
/// Share of the part's words' weight that must stand in the whole and not in the other part,
/// in percent: a new sentence beside an edited one is no part of it.
const PART_SHARE: u64 = 45;

/// The parts of splits and merges.
#[derive(Debug, Default)]
pub(super) struct Joins {
    /// By statement of the later edition: the earlier one it is a further part of.
    pub(super) of_after: Vec<Option<usize>>,
    /// By statement of the earlier edition: the later one that took it up.
    pub(super) of_before: Vec<Option<usize>>,
}

/// One side of the editions with what its statements are paired with.
struct Side<'a> {
    own: &'a [Statement],
    other: &'a [Statement],
    /// By own statement: its pair.
    pair: Vec<Option<usize>>,
}

impl Joins {
    pub(super) fn of(editions: &Editions, pairing: &Pairing<'_>) -> Self {
        let before: Vec<Option<usize>> = pairing
            .of_before
            .iter()
            .map(|pair| pair.map(|(j, _)| j))
            .collect();
        let splits = parts(
            &Side {
                own: &editions.after,
                other: &editions.before,
                pair: pairing.of_after.clone(),
            },
            &editions.weights,
        );
        let merges = parts(
            &Side {
                own: &editions.before,
                other: &editions.after,
                pair: before,
            },
            &editions.weights,
        );
        let mut joins = Self {
            of_after: vec![None; editions.after.len()],
            of_before: vec![None; editions.before.len()],
        };
        // One pair is split or merged, never both, the greater gain first; gains of either side are
        // measured alike, so the choice mirrors.
        let mut taken_before = vec![None; editions.before.len()];
        let mut all: Vec<(u32, usize, usize, usize, bool)> = Vec::new();
        all.extend(
            splits
                .iter()
                .map(|p| (p.gain, p.whole, p.beside, p.part, true)),
        );
        all.extend(
            merges
                .iter()
                .map(|p| (p.gain, p.beside, p.whole, p.part, false)),
        );
        all.sort_by_key(|(gain, i, j, part, split)| {
            (
                Reverse(*gain),
                *i.min(j),
                *i.max(j),
                *part,
                *split && i <= j,
            )
        });
        for (_, i, j, part, split) in all {
            if taken_before[i].is_some_and(|how| how != split) {
                continue;
            }
            taken_before[i] = Some(split);
            if split {
                joins.of_after[part] = Some(i);
            } else {
                joins.of_before[part] = Some(j);
            }
        }
        joins
    }
}

/// A statement that is a further part of another edition's statement.
struct Part {
    part: usize,
    /// The statement beside it that is paired with the whole.
    beside: usize,
    /// The whole, in the other edition.
    whole: usize,
    gain: u32,
}

fn parts(side: &Side<'_>, weights: &[u32]) -> Vec<Part> {
    let mut found = Vec::new();
    for (part, statement) in side.own.iter().enumerate() {
        if side.pair[part].is_some() {
            continue;
        }
        let neighbours = [part.checked_sub(1), Some(part + 1)];
        let best = neighbours
            .into_iter()
            .flatten()
            .filter_map(|beside| {
                let neighbour = side.own.get(beside)?;
                let whole = (*side.pair.get(beside)?)?;
                if neighbour.passage != statement.passage {
                    return None;
                }
                let gain = gain(&side.other[whole], neighbour, statement, weights)?;
                Some(Part {
                    part,
                    beside,
                    whole,
                    gain,
                })
            })
            .max_by_key(|part| (part.gain, Reverse(part.beside)));
        found.extend(best);
    }
    found
}

/// How much liker the two parts together are to the whole than the one already paired with it.
fn gain(whole: &Statement, one: &Statement, part: &Statement, weights: &[u32]) -> Option<u32> {
    if whole.exact == one.exact {
        return None;
    }
    let alone = without(&part.stems, &one.stems);
    let of: u64 = part
        .stems
        .iter()
        .map(|id| u64::from(weights[*id as usize]))
        .sum();
    let there: u64 = common(&alone, &without(&whole.stems, &one.stems))
        .iter()
        .map(|id| u64::from(weights[*id as usize]))
        .sum();
    if of == 0 || there * 100 < of * PART_SHARE {
        return None;
    }
    let together = likeness(whole, &joined(one, part, weights), weights);
    let apart = likeness(whole, one, weights);
    (together >= SAME_TOGETHER && together.0 >= apart.0 + GAIN).then(|| together.0 - apart.0)
}

/// Two statements as one.
fn joined(one: &Statement, other: &Statement, weights: &[u32]) -> Statement {
    let merged = |a: &[u32], b: &[u32]| {
        let mut all = [a, b].concat();
        all.sort_unstable();
        all
    };
    let sum = |ids: &[u32]| ids.iter().map(|id| weights[*id as usize]).sum();
    let (stems, pairs) = (
        merged(&one.stems, &other.stems),
        merged(&one.pairs, &other.pairs),
    );
    Statement {
        index: one.index,
        passage: one.passage,
        heading: one.heading,
        exact: 0,
        names: merged(&one.names, &other.names),
        stem_weight: sum(&stems),
        pair_weight: sum(&pairs),
        stems,
        pairs,
    }
}

/// What stands in the first sorted list and not in the second.
fn without(list: &[u32], other: &[u32]) -> Vec<u32> {
    let mut rest = Vec::with_capacity(list.len());
    let mut at = 0;
    for id in list {
        while other.get(at).is_some_and(|o| o < id) {
            at += 1;
        }
        if other.get(at) == Some(id) {
            at += 1;
        } else {
            rest.push(*id);
        }
    }
    rest
}

/// What stands in both sorted lists.
fn common(list: &[u32], other: &[u32]) -> Vec<u32> {
    let missing = without(list, other);
    without(list, &missing)
}
