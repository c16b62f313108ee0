//! Sets of sentences, one bit each.

/// A set of numbers below a fixed size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    size: usize,
}

impl Bits {
    /// The empty set.
    pub(crate) fn none(size: usize) -> Self {
        Self {
            words: vec![0; size.div_ceil(64)],
            size,
        }
    }

    /// Adds one; what is outside is passed over.
    #[inline]
    pub(crate) fn add(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Whether it is in the set.
    #[inline]
    pub(crate) fn has(&self, at: usize) -> bool {
        self.words
            .get(at / 64)
            .is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Whether anything of a run is in the set.
    pub(crate) fn any_in(&self, run: std::ops::Range<usize>) -> bool {
        self.each_in(run).next().is_some()
    }

    /// Adds a run.
    pub(crate) fn add_run(&mut self, run: std::ops::Range<usize>) {
        let end = run.end.min(self.size);
        let mut at = run.start;
        while at < end {
            if at.is_multiple_of(64) && at + 64 <= end {
                if let Some(word) = self.words.get_mut(at / 64) {
                    *word = u64::MAX;
                }
                at += 64;
            } else {
                self.add(at);
                at += 1;
            }
        }
    }

    pub(crate) fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub(crate) fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Takes out what is in the other.
    pub(crate) fn without(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// How many.
    #[cfg(test)]
    pub(crate) fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// How many in a run.
    pub(crate) fn count_in(&self, run: std::ops::Range<usize>) -> usize {
        let (first, last) = (run.start / 64, run.end / 64);
        let word = |at: usize| self.words.get(at).copied().unwrap_or(0);
        let below = |end: usize| (1_u64 << (end % 64)) - 1;
        if run.start >= run.end {
            return 0;
        }
        let ones = |bits: u64| bits.count_ones() as usize;
        if first == last {
            return ones(word(first) & below(run.end) & !below(run.start));
        }
        let middle: usize = (first + 1..last).map(|at| ones(word(at))).sum();
        ones(word(first) & !below(run.start)) + middle + ones(word(last) & below(run.end))
    }

    /// The members of a run, in order.
    pub(crate) fn each_in(&self, run: std::ops::Range<usize>) -> impl Iterator<Item = usize> {
        let words = run.start / 64..run.end.div_ceil(64);
        words
            .flat_map(move |at| {
                let mut word = self.words.get(at).copied().unwrap_or(0);
                std::iter::from_fn(move || {
                    (word != 0).then(|| {
                        let bit = word.trailing_zeros() as usize;
                        word &= word - 1;
                        at * 64 + bit
                    })
                })
            })
            .filter(move |at| run.contains(at))
    }

    /// All members, in order.
    pub(crate) fn each(&self) -> impl Iterator<Item = usize> {
        self.each_in(0..self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn bits_are_sets(
            members in proptest::collection::btree_set(0_usize..300, 0..60),
            others in proptest::collection::btree_set(0_usize..300, 0..60),
            run in (0_usize..300, 0_usize..300),
        ) {
            let run = run.0.min(run.1)..run.0.max(run.1);
            let made = |from: &BTreeSet<usize>| {
                let mut bits = Bits::none(300);
                from.iter().for_each(|at| bits.add(*at));
                bits
            };
            let (bits, other) = (made(&members), made(&others));
            prop_assert_eq!(bits.each().collect::<BTreeSet<_>>(), members.clone());
            prop_assert_eq!(bits.count(), members.len());
            let inside: Vec<usize> = members.range(run.clone()).copied().collect();
            prop_assert_eq!(bits.count_in(run.clone()), inside.len());
            prop_assert_eq!(bits.each_in(run.clone()).collect::<Vec<_>>(), inside);
            prop_assert_eq!(bits.any_in(run.clone()), bits.count_in(run.clone()) > 0);
            let mut and = bits.clone();
            and.and(&other);
            prop_assert_eq!(and.each().collect::<BTreeSet<_>>(), &members & &others);
            let mut or = bits.clone();
            or.or(&other);
            prop_assert_eq!(or.each().collect::<BTreeSet<_>>(), &members | &others);
            let mut less = bits.clone();
            less.without(&other);
            prop_assert_eq!(less.each().collect::<BTreeSet<_>>(), &members - &others);
            let mut with_run = bits.clone();
            with_run.add_run(run.clone());
            prop_assert_eq!(with_run.each().collect::<BTreeSet<_>>(), &members | &run.collect());
        }
    }
}
