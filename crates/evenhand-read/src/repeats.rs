//! Text that stands twice in one document: a block pasted again.
//!
//! In: the hashes and lengths of the sentences, in order. Out: for each sentence the earlier one
//! whose block it repeats. A single short sentence that comes back is a formula, not a pasted block.

use evenhand_report::SentenceIndex;
use std::collections::BTreeMap;

/// Fewest sentences of a pasted block.
const FEWEST_SENTENCES: usize = 2;
/// A single sentence of this length is a block of its own, in bytes.
const LONG_SENTENCE: u32 = 200;
/// Least length of a block of several sentences, in bytes: shorter runs are formulas
/// ("There were no reports of X. See section 6.").
const LEAST_BYTES: u32 = 120;

/// A sentence as this module sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    /// Hash of its words, small letters, letters and digits only.
    pub(crate) hash: u64,
    /// Length in bytes.
    pub(crate) len: u32,
}

/// A pasted block: first sentence, last sentence, and the sentence it repeats the first of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pasted {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) original: usize,
}

/// The hash of a sentence's words.
pub(crate) fn hash(text: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            eat(byte.to_ascii_lowercase());
        } else if !byte.is_ascii() {
            eat(byte);
        }
    }
    hash
}

/// Finds the pasted blocks, and for each sentence the one it repeats.
pub(crate) fn find(sentences: &[Words]) -> (Vec<Option<SentenceIndex>>, Vec<Pasted>) {
    let mut repeats: Vec<Option<SentenceIndex>> = vec![None; sentences.len()];
    let mut blocks = Vec::new();
    let pair = |at: usize| {
        let here = sentences.get(at)?.hash;
        let next = sentences.get(at + 1)?.hash;
        Some((here, next))
    };
    let mut first_of: BTreeMap<u64, usize> = BTreeMap::new();
    let mut first_pair: BTreeMap<(u64, u64), usize> = BTreeMap::new();
    let mut at = 0;
    while let Some(words) = sentences.get(at) {
        let pasted = pair(at).and_then(|pair| first_pair.get(&pair).copied());
        let single = first_of
            .get(&words.hash)
            .copied()
            .filter(|_| words.len >= LONG_SENTENCE);
        let mut next = at + 1;
        if let Some(original) = pasted.or(single) {
            let mut length = 0;
            let mut bytes = 0;
            while let (Some(old), Some(new)) =
                (sentences.get(original + length), sentences.get(at + length))
                && original + length < at
                && old.hash == new.hash
            {
                length += 1;
                bytes += new.len;
            }
            let counts = length >= FEWEST_SENTENCES && bytes >= LEAST_BYTES
                || length == 1 && words.len >= LONG_SENTENCE;
            if counts {
                for step in 0..length {
                    if let Some(slot) = repeats.get_mut(at + step) {
                        *slot = Some(SentenceIndex(
                            u32::try_from(original + step).unwrap_or(u32::MAX),
                        ));
                    }
                }
                blocks.push(Pasted {
                    first: at,
                    last: at + length - 1,
                    original,
                });
                next = at + length;
            }
        }
        // Only what is no repetition can be repeated: every chain ends at the first.
        for seen in at..next {
            if repeats.get(seen).is_some_and(Option::is_none) {
                if let Some(words) = sentences.get(seen) {
                    first_of.entry(words.hash).or_insert(seen);
                }
                if let Some(pair) = seen.checked_sub(1).and_then(pair)
                    && repeats.get(seen - 1).is_some_and(Option::is_none)
                {
                    first_pair.entry(pair).or_insert(seen - 1);
                }
            }
        }
        at = next;
    }
    (repeats, blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str]) -> Vec<Option<u32>> {
        let words: Vec<Words> = texts
            .iter()
            .map(|text| Words {
                hash: hash(text),
                len: text.len() as u32,
            })
            .collect();
        find(&words)
            .0
            .into_iter()
            .map(|found| found.map(|index| index.0))
            .collect()
    }

    #[test]
    fn a_pasted_block_is_found() {
        let a = "The harbour court sat for nine days and heard the crews of both ferries in turn.";
        let b = "It then ordered the line to pay every passenger for the night on the quay.";
        let c = "Nobody appealed.";
        assert_eq!(
            found(&[a, b, c, "Other.", a, b, c, "End.", a, b]),
            [
                None,
                None,
                None,
                None,
                Some(0),
                Some(1),
                Some(2),
                None,
                Some(0),
                Some(1)
            ]
        );
    }

    #[test]
    fn formulas_are_left_alone() {
        let formula = "There were no such reports during the year.";
        assert_eq!(found(&[formula, "A.", formula, "B.", formula]), [None; 5]);
        assert_eq!(found(&["No.", "None.", "No.", "None."]), [None; 4]);
    }

    #[test]
    fn a_long_sentence_alone_counts() {
        let long = "word ".repeat(60);
        assert_eq!(found(&[&long, "A.", &long]), [None, None, Some(0)]);
    }

    #[test]
    fn the_same_sentence_over_and_over_is_linear_and_clear() {
        let line = "The same line stands here many times over, as a machine would write it down.";
        let texts = vec![line; 2_000];
        let found = found(&texts);
        assert_eq!(found[0], None);
        assert!(found[1_999].is_some());
    }
}
