//! What a sentence tells of a person with a date: "convicted", "arrested", "released", and when.

use super::Quoted;
use crate::Opened;
use evenhand_compare::omissions::dates;
use evenhand_report::{Date, NameKind, SentenceIndex, Span};
use serde::Serialize;

/// Something that happened, with its date where the sentence gives one.
#[derive(Debug, Clone, Serialize)]
pub struct Event {
    /// When; none where the sentence gives no date.
    pub date: Option<Date>,
    /// What, in the sentence's own word.
    pub what: String,
    /// Where it stands.
    pub quote: Quoted,
}

/// Words that tell what was done with a person or body.
const DONE: &[&str] = &[
    "acquitted",
    "appointed",
    "arrested",
    "attacked",
    "banned",
    "charged",
    "convicted",
    "deported",
    "detained",
    "died",
    "disbarred",
    "dismissed",
    "dissolved",
    "elected",
    "extradited",
    "fined",
    "imprisoned",
    "indicted",
    "killed",
    "pardoned",
    "recognized",
    "recognised",
    "released",
    "sanctioned",
    "sentenced",
    "upheld",
];

/// Words after which one of these tells of the name before: "was arrested", "has been released".
const PASSIVE: &[&str] = &[
    "was", "were", "been", "be", "being", "is", "are", "has", "had",
];

/// Most words between a doing word and the name after it: "sentenced the blogger Sevda Imrai".
const NEAR: usize = 3;

/// What a sentence tells of the name at `near`, each word with the date nearest to it: the word stands shortly
/// before the name, or after it as a passive or behind a comma, with no other name between; only words of
/// the name's clause (parted by semicolons) count. What is done to others in the sentence is left alone.
pub(super) fn events(opened: &Opened, at: SentenceIndex, near: Span) -> Vec<Event> {
    let report = &opened.report;
    let Some(sentence) = report.sentences.get(at.0 as usize) else {
        return Vec::new();
    };
    let text = report.sentence_text(sentence);
    let start = text
        .get(..near.start as usize)
        .and_then(|before| before.rfind(';'))
        .map_or(0, |at| at + 1);
    let end = text
        .get(near.end as usize..)
        .and_then(|after| after.find(';'))
        .map_or(text.len(), |at| near.end as usize + at);
    let clause = Span::new(start, end);
    let found: Vec<(Span, Date)> = dates(text, report.identity.year)
        .into_iter()
        .filter(|(span, _)| clause.contains(*span))
        .collect();
    let mut events = Vec::new();
    let mut from = start;
    for word in clause.of(text).split(|ch: char| !ch.is_alphabetic()) {
        let span = Span::new(from, from + word.len());
        from += word.len() + next_len(text, from + word.len());
        if !DONE.contains(&word) || !tells_of(opened, at, text, span, near) {
            continue;
        }
        let distance = |other: &Span| {
            if other.start >= span.end {
                other.start - span.end
            } else {
                span.start.saturating_sub(other.end)
            }
        };
        let date = found.iter().min_by_key(|(other, _)| distance(other));
        let mut spans = vec![span];
        spans.extend(date.map(|(span, _)| *span));
        spans.sort();
        if let Some(quote) = Quoted::new(opened, at, spans) {
            events.push(Event {
                date: date.map(|(_, date)| *date),
                what: word.to_owned(),
                quote,
            });
        }
    }
    events
}

/// Whether a doing word tells of the name at `near`.
fn tells_of(opened: &Opened, at: SentenceIndex, text: &str, word: Span, near: Span) -> bool {
    let (first, second) = if word.end <= near.start {
        (word, near)
    } else {
        (near, word)
    };
    let between = Span {
        start: first.end,
        end: second.start.max(first.end),
    };
    let other_name = opened
        .readings
        .get(at.0 as usize)
        .into_iter()
        .flat_map(|reading| &reading.names)
        .any(|name| name.kind == NameKind::Person && between.contains(name.span));
    if other_name {
        return false;
    }
    let words = between.of(text);
    if word.end <= near.start {
        let passive = text
            .get(..word.start as usize)
            .and_then(|before| before.split_whitespace().next_back())
            .is_some_and(|before| PASSIVE.contains(&before));
        return !passive && words.split_whitespace().count() <= NEAR && !words.contains(',');
    }
    let before = words.split_whitespace().next_back().unwrap_or("");
    PASSIVE.contains(&before) || before.ends_with(',') || words.trim_end().ends_with(',')
}

/// Bytes of the character at `at`.
fn next_len(text: &str, at: usize) -> usize {
    text.get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8)
}
