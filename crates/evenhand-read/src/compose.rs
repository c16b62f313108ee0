//! From pieces to report: outline, passages, run-in headings, sentences, pointers, repetitions.
//!
//! The same for every format. Nothing is dropped here: what does not fit becomes a note.

use crate::outline::Outline;
use crate::page::{Page, Piece};
use crate::repeats::{self, Words};
use crate::sentences::split_into;
use crate::{pointer, run_in};
use evenhand_report::{
    Identity, NoteKind, Passage, PassageId, ReadingNote, Report, Sentence, SentenceId, Span,
};
use std::collections::BTreeMap;

/// A sentence longer than this is noted, in bytes. The longest true sentences of the editions, the
/// lists of abuses in the summaries, stay below it.
const LONG_SENTENCE: usize = 2_500;

/// Composes the report.
pub(crate) fn compose(page: Page, identity: Identity, mut notes: Vec<ReadingNote>) -> Report {
    let Page {
        text,
        source_map,
        pieces,
        ..
    } = page;
    let headings = pieces.iter().filter_map(|piece| match piece {
        Piece::Heading { text, level, .. } => Some((text.as_str(), *level)),
        Piece::Block(_) => None,
    });
    let mut outline = Outline::new(headings);
    let mut passages: Vec<Passage> = Vec::new();
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    for piece in pieces {
        let block = match piece {
            Piece::Heading { text, level, at } => {
                if let Some(message) = outline.heading(&text, level) {
                    notes.push(ReadingNote {
                        span: Span { start: at, end: at },
                        kind: NoteKind::OutlineGap,
                        message,
                    });
                }
                continue;
            }
            Piece::Block(block) => block,
        };
        let section = outline.here();
        let number = numbers.entry(section.0).or_insert(0);
        *number += 1;
        let words = block.span.of(&text);
        let run_in = run_in::heading(words, &block);
        let body = words.get(run_in.unwrap_or(0)..).unwrap_or("");
        let origin = block.span.start + u32::try_from(run_in.unwrap_or(0)).unwrap_or(0);
        spans.clear();
        split_into(body, origin, &mut spans);
        let passage = PassageId(u32::try_from(passages.len()).unwrap_or(u32::MAX));
        for (number, span) in (1..).zip(&spans) {
            sentences.push(Sentence {
                id: SentenceId(0),
                passage,
                span: *span,
                number,
                pointer: pointer::is_pointer(span.of(&text)),
                repeats: None,
            });
        }
        passages.push(Passage {
            section,
            kind: block.kind,
            span: block.span,
            run_in: run_in.map(|len| Span {
                start: block.span.start,
                end: block.span.start + u32::try_from(len).unwrap_or(0),
            }),
            number: *number,
            links: block.links,
        });
    }
    name_sentences(&identity.document, &text, &mut sentences);
    mark_repeats(&text, &mut sentences, &mut notes);
    for sentence in &sentences {
        if sentence.span.len() > LONG_SENTENCE {
            notes.push(ReadingNote {
                span: sentence.span,
                kind: NoteKind::LongSentence,
                message: format!(
                    "a sentence of {} characters; it may be several",
                    sentence.span.of(&text).chars().count()
                ),
            });
        }
    }
    notes.sort_by_key(|note| note.span.start);
    Report {
        identity,
        text,
        source_map,
        sections: outline.finish(),
        passages,
        sentences,
        notes,
    }
}

/// Gives every sentence its id, counting equal words.
fn name_sentences(document: &str, text: &str, sentences: &mut [Sentence]) {
    let mut seen: BTreeMap<SentenceId, u32> = BTreeMap::new();
    for sentence in sentences {
        let words = sentence.span.of(text);
        let first = SentenceId::of(document, words, 0);
        let nth = seen.entry(first).or_insert(0);
        sentence.id = if *nth == 0 {
            first
        } else {
            SentenceId::of(document, words, *nth)
        };
        *nth += 1;
    }
}

fn mark_repeats(text: &str, sentences: &mut [Sentence], notes: &mut Vec<ReadingNote>) {
    let words: Vec<Words> = sentences
        .iter()
        .map(|sentence| Words {
            hash: repeats::hash(sentence.span.of(text)),
            // Pointers come back by their nature; they make no block.
            len: if sentence.pointer {
                0
            } else {
                u32::try_from(sentence.span.len()).unwrap_or(u32::MAX)
            },
        })
        .collect();
    let (repeated, blocks) = repeats::find(&words);
    for (sentence, repeats) in sentences.iter_mut().zip(repeated) {
        sentence.repeats = repeats;
    }
    for block in blocks {
        let (Some(first), Some(last)) = (sentences.get(block.first), sentences.get(block.last))
        else {
            continue;
        };
        let count = block.last - block.first + 1;
        notes.push(ReadingNote {
            span: first.span.join(last.span),
            kind: NoteKind::RepeatedText,
            message: format!(
                "{count} {} stood before in this document, from sentence {} on; not counted again",
                if count == 1 { "sentence" } else { "sentences" },
                block.original + 1
            ),
        });
    }
}
