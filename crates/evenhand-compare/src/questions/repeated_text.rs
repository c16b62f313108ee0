//! Text that stands twice in a report. See `rules/repeated_text.md`.

use super::{Case, whole};
use crate::words::{self, KeyMap, Piece};
use crate::{Finding, Number};
use evenhand_report::SentenceIndex;

/// From this many words on, a sentence is no formula that many a section needs.
const LONG_SENTENCE: usize = 15;

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    let mut blocks: Vec<Vec<(SentenceIndex, SentenceIndex)>> = Vec::new();
    for (later, first) in repeats(case) {
        match blocks
            .last_mut()
            .and_then(|block| Some((block.last().copied()?, block)))
        {
            Some(((last_later, last_first), block))
                if last_later.0 + 1 == later.0 && last_first.0 + 1 == first.0 =>
            {
                block.push((later, first));
            }
            _ => blocks.push(vec![(later, first)]),
        }
    }
    blocks
        .into_iter()
        .map(|block| {
            let sentences = block.len();
            let mut quotes: Vec<_> = block
                .iter()
                .flat_map(|(later, first)| [whole(*first), whole(*later)])
                .collect();
            quotes.sort_unstable();
            Finding {
                rule: "repeated_text",
                message: match sentences {
                    1 => "A sentence stands twice in the report, word for word.".to_owned(),
                    _ => format!(
                        "{sentences} sentences in a row stand twice in the report, word for word."
                    ),
                },
                quotes,
                #[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
                numbers: vec![Number {
                    name: "sentences",
                    value: sentences as f64,
                    unit: "sentences".to_owned(),
                }],
            }
        })
        .collect()
}

/// Each sentence that repeats another, with the first of its kind, in document order: those the
/// reader found in blocks, and single long sentences.
fn repeats(case: &Case<'_>) -> Vec<(SentenceIndex, SentenceIndex)> {
    let mut seen: KeyMap<SentenceIndex> = KeyMap::default();
    let mut found = Vec::new();
    for (at, sentence) in (0..).map(SentenceIndex).zip(&case.report.sentences) {
        if let Some(first) = sentence.repeats {
            found.push((at, first));
            continue;
        }
        let text = case.report.sentence_text(sentence);
        if sentence.pointer || count_words(text) < LONG_SENTENCE {
            continue;
        }
        match seen.entry(words::exact_key(text)) {
            std::collections::hash_map::Entry::Occupied(first) => found.push((at, *first.get())),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(at);
            }
        }
    }
    found
}

fn count_words(text: &str) -> usize {
    let mut count = 0;
    words::cut(text, |piece, _| count += usize::from(piece != Piece::Mark));
    count
}
