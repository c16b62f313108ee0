//! The order of steps: that of the later edition, dropped sentences where they would have stood.
//!
//! In: the pairs of two editions. Out: the steps. A dropped sentence stands after the nearest
//! sentence before it that is still there; where that one has left the passage and one after it
//! has not, before that one.

use super::joins::Joins;
use super::moves;
use super::pairing::Pairing;
use super::statements::Editions;
use super::{Alignment, Fate, Step};

/// Puts pairs, new and dropped sentences in order.
pub(super) fn steps(editions: &Editions, pairing: &Pairing<'_>, joins: &Joins) -> Alignment {
    let paired: Vec<(usize, usize)> = (0..)
        .zip(&pairing.of_after)
        .filter_map(|(j, pair)| Some((j, (*pair)?)))
        .collect();
    let places: Vec<usize> = paired.iter().map(|(_, i)| *i).collect();
    let mut moved = vec![false; editions.after.len()];
    for ((j, _), gone) in paired.iter().zip(moves::moved(&places)) {
        moved[*j] = gone;
    }
    let dropped = slots(editions, pairing);
    let mut next = dropped.into_iter().peekable();
    let mut steps = Vec::with_capacity(editions.before.len() + editions.after.len());
    let mut put_dropped = |slot: usize, steps: &mut Vec<Step>| {
        while let Some((_, i)) = next.next_if(|(at, _)| *at <= slot) {
            let part_of = joins.of_before[i].map(|j| editions.after[j].index);
            steps.push(Step {
                fate: if part_of.is_some() {
                    Fate::Edited
                } else {
                    Fate::Dropped
                },
                before: Some(editions.before[i].index),
                after: None,
                similarity: 0.0,
                moved: false,
                part_of,
            });
        }
    };
    for (j, statement) in editions.after.iter().enumerate() {
        put_dropped(j, &mut steps);
        let pair = pairing.of_after[j]
            .and_then(|i| pairing.of_before[i].map(|(_, how)| (&editions.before[i], how)));
        steps.push(match pair {
            Some((earlier, how)) => {
                let same = earlier.exact == statement.exact;
                Step {
                    fate: if same {
                        Fate::CarriedOver
                    } else {
                        Fate::Edited
                    },
                    before: Some(earlier.index),
                    after: Some(statement.index),
                    similarity: if same { 1.0 } else { how.share() },
                    moved: moved[j],
                    part_of: None,
                }
            }
            None => {
                let part_of = joins.of_after[j].map(|i| editions.before[i].index);
                Step {
                    fate: if part_of.is_some() {
                        Fate::Edited
                    } else {
                        Fate::New
                    },
                    before: None,
                    after: Some(statement.index),
                    similarity: 0.0,
                    moved: false,
                    part_of,
                }
            }
        });
    }
    put_dropped(editions.after.len(), &mut steps);
    Alignment { steps }
}

/// Each dropped sentence with the later edition's sentence before which it goes, sorted.
fn slots(editions: &Editions, pairing: &Pairing<'_>) -> Vec<(usize, usize)> {
    let place = |i: usize| pairing.of_before[i].map(|(j, _)| j);
    // The nearest kept sentence after each one, in its passage.
    let mut following = vec![None; editions.before.len()];
    let mut ahead: Option<(usize, usize)> = None;
    for i in (0..editions.before.len()).rev() {
        following[i] = ahead
            .filter(|(k, _)| editions.before[*k].passage == editions.before[i].passage)
            .map(|(_, j)| j);
        if let Some(j) = place(i) {
            ahead = Some((i, j));
        }
    }
    let mut slots = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (i, following) in following.into_iter().enumerate() {
        if let Some(j) = place(i) {
            last = Some((i, j));
            continue;
        }
        let same_passage = |k: usize| editions.before[k].passage == editions.before[i].passage;
        let slot = match (last, following) {
            // The passage begins with dropped sentences: they go before its first kept one.
            (Some((k, _)), Some(next)) if !same_passage(k) => next,
            (Some((_, j)), _) => j + 1,
            (None, Some(next)) => next,
            (None, None) => 0,
        };
        slots.push((slot, i));
    }
    slots.sort_unstable();
    slots
}
