//! Whom a sentence, or a figure in it, is credited to: in the sentence itself, or carried over
//! from the sentence before.
//!
//! In: a report and its readings. Out: for each sentence, where its credit stands. A credit is
//! carried over only inside a passage, and only to a sentence that goes on with what was credited:
//! it opens with a pronoun, a demonstrative or a connecting word, or it speaks of a person named
//! in the sentence before.

use crate::words::{self, Table};
use evenhand_report::{Attribution, NameKind, Reading, Report, SentenceIndex, Span, Stance};
use std::sync::LazyLock;

/// Where the credit of a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Credit {
    /// Nowhere.
    None,
    /// In the sentence.
    Own,
    /// In an earlier sentence of the passage.
    Carried(SentenceIndex),
}

/// Words at the start of a sentence that go on with what stands before.
static GOES_ON: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "he she it they him her them his hers its their this that such both neither either others \
         another some one all also additionally moreover furthermore similarly likewise \
         consequently afterwards afterward later subsequently then thus meanwhile instead \
         nevertheless nonetheless however further there",
        (),
    )])
});

/// Openings of several words that go on with what stands before.
const GOES_ON_PHRASES: &[&str] = &[
    "in addition",
    "for example",
    "for instance",
    "in particular",
    "in one case",
    "in one instance",
    "in one such",
    "in another",
    "in a similar",
    "in other cases",
    "in other instances",
    "in some cases",
    "in some instances",
    "in many cases",
    "in several cases",
    "in most cases",
    "in each case",
    "in these cases",
    "in at least one",
    "in the same",
    "in response",
    "among them",
    "among these",
    "as a result",
    "as a consequence",
    "at the same time",
    "after this",
    "after that",
    "of these",
    "of those",
    "of them",
    "the same",
    "the latter",
    "the former",
];

/// The credit of every sentence of a report, in order.
pub(crate) fn credits(report: &Report, readings: &[Reading]) -> Vec<Credit> {
    let mut credits: Vec<Credit> = Vec::with_capacity(readings.len());
    for (at, (sentence, reading)) in report.sentences.iter().zip(readings).enumerate() {
        let credit = if !reading.attributions.is_empty() {
            Credit::Own
        } else {
            let before = at
                .checked_sub(1)
                .filter(|before| report.sentences[*before].passage == sentence.passage);
            match before.map(|before| (before, credits[before])) {
                Some((before, Credit::Own)) if gives_content(&readings[before]) => {
                    carried(report, readings, before, at, before)
                }
                Some((before, Credit::Carried(from))) => {
                    carried(report, readings, before, at, from.0 as usize)
                }
                _ => Credit::None,
            }
        };
        credits.push(credit);
    }
    credits
}

fn carried(report: &Report, readings: &[Reading], before: usize, at: usize, from: usize) -> Credit {
    let text = |at: usize| report.sentence_text(&report.sentences[at]);
    if opens_going_on(text(at))
        || shares_person(text(before), &readings[before], text(at), &readings[at])
    {
        Credit::Carried(SentenceIndex(u32::try_from(from).unwrap_or(u32::MAX)))
    } else {
        Credit::None
    }
}

/// Whether anything is credited that a next sentence could go on with: not a demand or a denial.
fn gives_content(reading: &Reading) -> bool {
    reading.attributions.iter().any(|attribution| {
        !matches!(
            attribution.stance,
            Stance::Demands | Stance::Praises | Stance::Denies
        )
    })
}

fn opens_going_on(text: &str) -> bool {
    let first = text
        .split(|ch: char| !(ch.is_alphanumeric() || matches!(ch, '-' | '’' | '\'')))
        .find(|word| !word.is_empty());
    let goes_on = first.is_some_and(|word| GOES_ON.has(words::stem(word, &mut String::new())));
    goes_on
        || GOES_ON_PHRASES.iter().any(|phrase| {
            text.get(..phrase.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(phrase))
        })
}

/// Whether both speak of a person of the same last name.
fn shares_person(one: &str, one_reading: &Reading, other: &str, other_reading: &Reading) -> bool {
    let last = |text: &'_ str, span: Span| {
        span.of(text)
            .split_whitespace()
            .next_back()
            .map(|word| words::exact_key(word.trim_end_matches("’s").trim_end_matches("'s")))
    };
    let persons = |reading: &'_ Reading, text: &'_ str| -> Vec<u64> {
        reading
            .names
            .iter()
            .filter(|name| name.kind == NameKind::Person)
            .filter_map(|name| last(text, name.span))
            .collect()
    };
    let here = persons(other_reading, other);
    !here.is_empty()
        && persons(one_reading, one)
            .iter()
            .any(|key| here.contains(key))
}

/// Who gives the words at `span` of a sentence: the nearest attribution before them in their
/// clause (clauses parted by semicolons or "although", "while", "but"), else the first after them in it, else the nearest before
/// them in the sentence.
pub(crate) fn giver<'a>(text: &str, reading: &'a Reading, span: Span) -> Option<&'a Attribution> {
    let before = |attribution: &&Attribution| place(attribution).start <= span.start;
    let same_clause = |attribution: &&Attribution| {
        let at = place(attribution);
        let between = Span {
            start: at.end.min(span.end),
            end: at.start.max(span.start),
        };
        between.start >= between.end || !parts(between.of(text))
    };
    let all = || reading.attributions.iter();
    all()
        .filter(same_clause)
        .rfind(before)
        .or_else(|| all().find(same_clause))
        .or_else(|| all().rfind(before))
}

/// Whether words between two others part their clauses.
fn parts(between: &str) -> bool {
    between.contains(';')
        || between
            .split(|ch: char| !ch.is_alphabetic())
            .any(|word| matches!(word, "although" | "while" | "whereas" | "but" | "though"))
}

/// Where an attribution stands: source and cue together.
fn place(attribution: &Attribution) -> Span {
    attribution
        .source
        .map_or(attribution.cue, |source| source.join(attribution.cue))
}
