//! Word by word: what changed between two wordings of a statement.
//!
//! In: two sentences. Out: stretches of words kept, removed and added, in reading order, that
//! together cover every word of both. Quotation marks, dashes and spaces of another shape do not
//! count as changes.

use crate::words::{cut, same_letters};
use evenhand_report::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::hash::{Hash, Hasher};

/// Words that were kept, removed, added or exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// The same words in both.
    Kept {
        /// In the older sentence.
        old: Span,
        /// In the newer sentence.
        new: Span,
    },
    /// Words only in the older sentence.
    Removed {
        /// In the older sentence.
        old: Span,
    },
    /// Words only in the newer sentence.
    Added {
        /// In the newer sentence.
        new: Span,
    },
}

/// A word that equals another of the same letters, whatever the typography.
struct Word<'a>(&'a str);

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        same_letters(self.0, other.0)
    }
}

impl Eq for Word<'_> {}

impl Hash for Word<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(crate::words::exact_key(self.0));
    }
}

/// The stretches of two wordings, in reading order; removed words before those that replace them.
#[must_use]
pub fn words(old: &str, new: &str) -> Vec<Stretch> {
    let (old_spans, new_spans) = (spans(old), spans(new));
    let old_words: Vec<Word<'_>> = old_spans.iter().map(|span| Word(span.of(old))).collect();
    let new_words: Vec<Word<'_>> = new_spans.iter().map(|span| Word(span.of(new))).collect();
    let over = |spans: &[Span], start: usize, len: usize| match (
        spans.get(start),
        (start + len)
            .checked_sub(1)
            .and_then(|last| spans.get(last)),
    ) {
        (Some(first), Some(last)) if len > 0 => Some(first.join(*last)),
        _ => None,
    };
    let mut stretches = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let (old_index, old_len, new_index, new_len) = match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => {
                if let (Some(old), Some(new)) = (
                    over(&old_spans, old_index, len),
                    over(&new_spans, new_index, len),
                ) {
                    stretches.push(Stretch::Kept { old, new });
                }
                continue;
            }
            DiffOp::Delete {
                old_index, old_len, ..
            } => (old_index, old_len, 0, 0),
            DiffOp::Insert {
                new_index, new_len, ..
            } => (0, 0, new_index, new_len),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => (old_index, old_len, new_index, new_len),
        };
        stretches.extend(over(&old_spans, old_index, old_len).map(|old| Stretch::Removed { old }));
        stretches.extend(over(&new_spans, new_index, new_len).map(|new| Stretch::Added { new }));
    }
    stretches
}

fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    cut(text, |_, span| spans.push(span));
    spans
}
