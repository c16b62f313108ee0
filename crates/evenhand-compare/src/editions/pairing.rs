//! Which statement of one edition is which of the other.
//!
//! In: two prepared editions. Out: pairs, each statement in at most one, with their likeness.
//! Equal words first, then alike words by an index of rare words, then statements that stand
//! between pairs already found. Every choice is made by a key that reads the same from either
//! side, so the pairs do not depend on which edition is called the earlier.

use super::likeness::{Likeness, likeness};
use super::statements::{Editions, Statement};
use crate::words::KeyMap;
use std::cmp::Reverse;
use std::collections::VecDeque;

// Judged by eye on 110 pairs of random countries and years, 2016-2024, the same statement edited:
// likeness .34-.42 in place 26 of 30, .42-.50 22 of 25, .50-.56 28 of 30, .56-.64 24 of 25; not in
// place .43-.50 16 of 18, .36-.43 about half. Nine of ten edited pairs lie above .60. Of the pairs
// read by hand (gold, `relation` same) 145 of 149 are found when whole reports are aligned.

/// From here on two statements are the same one edited, wherever they stand.
const SAME_ANYWHERE: Likeness = Likeness(440);
/// From here on they are the same one where their neighbours are paired with each other.
const SAME_IN_PLACE: Likeness = Likeness(340);
/// What each paired neighbour, and an equal heading, adds when several would do.
const CONTEXT: u32 = 40;
/// Words in more statements than this do not lead to candidates.
const COMMON_WORD: u32 = 64;
/// Share of the lighter statement's weight that rare words in common must reach, in percent.
const RARE_SHARE: u64 = 12;
/// How far from a pair its neighbours are looked for.
const REACH: i64 = 3;

/// The pairs of two editions.
#[derive(Debug)]
pub(super) struct Pairing<'a> {
    editions: &'a Editions,
    /// By statement of the earlier edition: its pair in the later, and how like.
    pub(super) of_before: Vec<Option<(usize, Likeness)>>,
    /// By statement of the later edition: its pair in the earlier.
    pub(super) of_after: Vec<Option<usize>>,
}

impl<'a> Pairing<'a> {
    /// Pairs two editions.
    pub(super) fn of(editions: &'a Editions) -> Self {
        let mut pairing = Self {
            editions,
            of_before: vec![None; editions.before.len()],
            of_after: vec![None; editions.after.len()],
        };
        pairing.equal();
        let candidates = pairing.candidates();
        pairing.choose(candidates, SAME_ANYWHERE);
        for _ in 0..3 {
            let candidates = pairing.neighbours();
            if !pairing.choose(candidates, SAME_IN_PLACE) {
                break;
            }
        }
        pairing
    }

    fn pair(&mut self, i: usize, j: usize, how: Likeness) {
        self.of_before[i] = Some((j, how));
        self.of_after[j] = Some(i);
    }

    fn free(&self, i: usize, j: usize) -> bool {
        self.of_before.get(i).is_some_and(Option::is_none)
            && self.of_after.get(j).is_some_and(Option::is_none)
    }

    fn equal_words(&self, i: usize, j: usize) -> bool {
        match (self.editions.before.get(i), self.editions.after.get(j)) {
            (Some(one), Some(other)) => one.exact == other.exact,
            _ => false,
        }
    }

    /// Pairs statements of equal words: those that stand once in each edition, then repeated
    /// formulas beside a pair, then under the same heading, then in order.
    fn equal(&mut self) {
        let mut groups: KeyMap<usize> = KeyMap::default();
        let mut members: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        let mut group = |exact: u64, members: &mut Vec<(Vec<usize>, Vec<usize>)>| {
            *groups.entry(exact).or_insert_with(|| {
                members.push((Vec::new(), Vec::new()));
                members.len() - 1
            })
        };
        for (i, statement) in self.editions.before.iter().enumerate() {
            let at = group(statement.exact, &mut members);
            members[at].0.push(i);
        }
        for (j, statement) in self.editions.after.iter().enumerate() {
            let at = group(statement.exact, &mut members);
            members[at].1.push(j);
        }
        for (before, after) in &members {
            if let (&[i], &[j]) = (before.as_slice(), after.as_slice()) {
                self.pair(i, j, Likeness(1000));
            }
        }
        self.spread();
        for (before, after) in members {
            if before.len() > 1 || after.len() > 1 {
                self.equal_under_headings(&before, &after);
            }
        }
    }

    /// Goes on from each pair while the next (then the one before) is equal on both sides.
    fn spread(&mut self) {
        for i in 0..self.of_before.len() {
            if let Some((j, _)) = self.of_before[i]
                && self.free(i + 1, j + 1)
                && self.equal_words(i + 1, j + 1)
            {
                self.pair(i + 1, j + 1, Likeness(1000));
            }
        }
        for i in (1..self.of_before.len()).rev() {
            if let Some((j, _)) = self.of_before[i]
                && let Some(before_j) = j.checked_sub(1)
                && self.free(i - 1, before_j)
                && self.equal_words(i - 1, before_j)
            {
                self.pair(i - 1, before_j, Likeness(1000));
            }
        }
    }

    fn equal_under_headings(&mut self, before: &[usize], after: &[usize]) {
        let mut by_heading: KeyMap<VecDeque<usize>> = KeyMap::default();
        for &j in after.iter().filter(|j| self.of_after[**j].is_none()) {
            let heading = self.editions.after[j].heading;
            by_heading.entry(heading).or_default().push_back(j);
        }
        for &i in before {
            if self.of_before[i].is_none()
                && let Some(queue) = by_heading.get_mut(&self.editions.before[i].heading)
                && let Some(j) = queue.pop_front()
            {
                self.pair(i, j, Likeness(1000));
            }
        }
        let left: Vec<usize> = before
            .iter()
            .copied()
            .filter(|i| self.of_before[*i].is_none())
            .collect();
        let right: Vec<usize> = after
            .iter()
            .copied()
            .filter(|j| self.of_after[*j].is_none())
            .collect();
        for (i, j) in left.into_iter().zip(right) {
            self.pair(i, j, Likeness(1000));
        }
    }

    /// Unpaired statements that share rare words or word pairs.
    fn candidates(&self) -> Vec<(Likeness, usize, usize)> {
        let editions = self.editions;
        let rare = |id: u32| (2..=COMMON_WORD).contains(&editions.counts[id as usize]);
        let mut postings: Vec<Vec<usize>> = vec![Vec::new(); editions.counts.len()];
        for (i, statement) in editions.before.iter().enumerate() {
            if self.of_before[i].is_none() {
                for id in features(statement).filter(|id| rare(*id)) {
                    postings[id as usize].push(i);
                }
            }
        }
        let mut shared: Vec<u32> = vec![0; editions.before.len()];
        let mut touched: Vec<usize> = Vec::new();
        let mut found = Vec::new();
        for (j, statement) in editions.after.iter().enumerate() {
            if self.of_after[j].is_some() {
                continue;
            }
            for id in features(statement).filter(|id| rare(*id)) {
                for &i in &postings[id as usize] {
                    if shared[i] == 0 {
                        touched.push(i);
                    }
                    shared[i] += editions.weights[id as usize];
                }
            }
            for i in touched.drain(..) {
                let other = &editions.before[i];
                let lighter = u64::from(
                    (other.stem_weight + other.pair_weight)
                        .min(statement.stem_weight + statement.pair_weight),
                );
                if u64::from(shared[i]) * 100 >= lighter * RARE_SHARE {
                    found.push((likeness(other, statement, &editions.weights), i, j));
                }
                shared[i] = 0;
            }
        }
        found
    }

    /// Unpaired statements that stand beside a pair in its passages, on the same side of it.
    fn neighbours(&self) -> Vec<(Likeness, usize, usize)> {
        let (before, after) = (&self.editions.before, &self.editions.after);
        let step = |at: usize, by: i64| usize::try_from(i64::try_from(at).ok()? + by).ok();
        let mut near = Vec::new();
        for (i, pair) in self.of_before.iter().enumerate() {
            let Some((j, _)) = *pair else { continue };
            for side in [-1, 1] {
                for (a, b) in (1..=REACH).flat_map(|a| (1..=REACH).map(move |b| (a, b))) {
                    if let (Some(x), Some(y)) = (step(i, a * side), step(j, b * side))
                        && self.free(x, y)
                        && before[x].passage == before[i].passage
                        && after[y].passage == after[j].passage
                    {
                        near.push((x, y));
                    }
                }
            }
        }
        near.sort_unstable();
        near.dedup();
        let weights = &self.editions.weights;
        near.into_iter()
            .map(|(x, y)| (likeness(&before[x], &after[y], weights), x, y))
            .collect()
    }

    /// Takes the likest first, each statement once. True where anything was paired.
    fn choose(&mut self, mut found: Vec<(Likeness, usize, usize)>, least: Likeness) -> bool {
        found.retain(|(how, ..)| *how >= least);
        let (n, m) = (self.of_before.len(), self.of_after.len());
        let rank = |&(how, i, j): &(Likeness, usize, usize)| {
            let score = how.0 + CONTEXT * self.context(i, j);
            (Reverse(score), (i * m).abs_diff(j * n), i.min(j), i.max(j))
        };
        found.sort_by_cached_key(rank);
        let mut any = false;
        for (how, i, j) in found {
            if self.free(i, j) {
                self.pair(i, j, how);
                any = true;
            }
        }
        any
    }

    /// How many neighbours are paired with each other, and whether the headings are equal.
    fn context(&self, i: usize, j: usize) -> u32 {
        let paired = |i: Option<usize>, j: Option<usize>| match (i, j) {
            (Some(i), Some(j)) => self
                .of_before
                .get(i)
                .copied()
                .flatten()
                .is_some_and(|(pair, _)| pair == j),
            _ => false,
        };
        u32::from(paired(i.checked_sub(1), j.checked_sub(1)))
            + u32::from(paired(Some(i + 1), Some(j + 1)))
            + u32::from(self.editions.before[i].heading == self.editions.after[j].heading)
    }
}

/// The distinct stems and pairs of a statement.
fn features(statement: &Statement) -> impl Iterator<Item = u32> + '_ {
    distinct(&statement.stems).chain(distinct(&statement.pairs))
}

fn distinct(sorted: &[u32]) -> impl Iterator<Item = u32> + '_ {
    sorted
        .iter()
        .enumerate()
        .filter(|(at, id)| *at == 0 || sorted[at - 1] != **id)
        .map(|(_, id)| *id)
}
