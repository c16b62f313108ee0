//! How like two statements are, and from where on they are the same statement.
//!
//! In: two prepared statements. Out: a [`Likeness`] in thousandths. It weighs words by how rare
//! they are in the two editions, and counts pairs of neighbouring words for their order.

use super::statements::Statement;

/// How like two statements are, in thousandths: 0 to 1000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Likeness(pub(super) u32);

impl Likeness {
    /// The share as it is shown, 0 to 1.
    pub(super) fn share(self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
        let share = self.0 as f32 / 1000.0;
        share
    }
}

/// Share of the weight of words in common, words and their order.
pub(super) fn likeness(one: &Statement, other: &Statement, weights: &[u32]) -> Likeness {
    let stems = 2 * common_stems(one, other, weights);
    let pairs = 2 * common_pairs(one, other, weights);
    let share = |common: u64, one: u32, other: u32| {
        let whole = u64::from(one) + u64::from(other);
        (1000 * common).checked_div(whole).unwrap_or(0)
    };
    let words = share(stems, one.stem_weight, other.stem_weight);
    let order = if one.pairs.is_empty() || other.pairs.is_empty() {
        words
    } else {
        share(pairs, one.pair_weight, other.pair_weight)
    };
    let strangers = share(
        2 * strangers(one, other, weights),
        one.stem_weight,
        other.stem_weight,
    );
    let like = (WORDS_PART * words + ORDER_PART * order) / 10;
    Likeness(u32::try_from(like.saturating_sub(strangers)).unwrap_or(1000))
}

/// Parts of ten: the words, and their order.
const WORDS_PART: u64 = 6;
const ORDER_PART: u64 = 10 - WORDS_PART;
/// The weight of names that stand on one side only, of the side that has less of it: two people
/// tried on like charges are two statements.
fn strangers(one: &Statement, other: &Statement, weights: &[u32]) -> u64 {
    let alone = |names: &[u32], stems: &[u32]| -> u64 {
        names
            .iter()
            .filter(|id| stems.binary_search(id).is_err())
            .map(|id| u64::from(weights[*id as usize]))
            .sum()
    };
    alone(&one.names, &other.stems).min(alone(&other.names, &one.stems))
}

/// The weight of the words two statements have in common.
pub(super) fn common_stems(one: &Statement, other: &Statement, weights: &[u32]) -> u64 {
    common(&one.stems, &other.stems, weights)
}

/// The weight of the pairs of words two statements have in common.
pub(super) fn common_pairs(one: &Statement, other: &Statement, weights: &[u32]) -> u64 {
    common(&one.pairs, &other.pairs, weights)
}

/// The weight two sorted lists have in common.
fn common(one: &[u32], other: &[u32], weights: &[u32]) -> u64 {
    let (mut i, mut j, mut common) = (0, 0, 0_u64);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += u64::from(weights[*a as usize]);
                i += 1;
                j += 1;
            }
        }
    }
    common
}
