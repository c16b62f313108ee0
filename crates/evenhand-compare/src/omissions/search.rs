//! Whether a report mentions a measure: by its search terms, its date, its rights, its title.
//!
//! In: a report with its readings, and a measure. Out: the sentences that speak of it with a
//! confidence and its reasons, and how many merely use its words. A word in common is never a mention
//! by itself: without the measure's date, number, title or a change told, terms stay below it.

use super::dates::dates;
use super::terms::{Token, find, tokens};
use crate::words;
use evenhand_report::{Date, Direction, Reading, Report, SentenceIndex, Span};
use std::collections::BTreeSet;

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// What was done, in a line.
    pub title: &'a str,
    /// When it took effect.
    pub date: Date,
    /// The articles it concerns.
    pub rights: &'a [u8],
    /// Words and phrases by which a report would speak of it.
    pub terms: &'a [String],
}

evenhand_report::written_enum! {
    /// How a measure stands in a report.
    pub enum Standing {
        /// A sentence speaks of it.
        Mentioned = "mentioned",
        /// A sentence may speak of it; a person should look.
        Possibly = "possibly",
        /// Not found by these terms in this report.
        NotFound = "not_found",
        /// Not found, and it took effect after the period reported on.
        AfterPeriod = "after_period",
    }
}

/// A sentence that speaks of a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The sentence.
    pub sentence: SentenceIndex,
    /// The decisive words in it: terms, date, words of the title.
    pub spans: Vec<Span>,
    /// In which direction the sentence speaks.
    pub direction: Direction,
    /// How sure it is, in hundredths.
    pub confidence: u8,
    /// Why, in plain words.
    pub because: Vec<String>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// How the measure stands.
    pub standing: Standing,
    /// The sentences that speak of it (or may), most sure first.
    pub mentions: Vec<Mention>,
    /// Sentences that use a term but do not speak of the measure, in document order.
    pub words_only: Vec<SentenceIndex>,
    /// Statements searched.
    pub of: usize,
}

/// Points of evidence, in hundredths. They were set on the invented examples (25 measures, three
/// editions) so that terms alone stay below a mention and any second kind of evidence lifts them.
mod points {
    pub(super) const MENTIONED: i32 = 60;
    pub(super) const POSSIBLY: i32 = 55;
    /// A phrase of three words that say something, or one with a number.
    pub(super) const LONG_TERM: i32 = 40;
    pub(super) const PHRASE: i32 = 30;
    pub(super) const WORD: i32 = 15;
    /// Of ten points of a term, those left where it stands in more than [`OFTEN`] statements: a body
    /// that is named again and again is not yet a measure that concerns it.
    pub(super) const OFTEN_LEFT: i32 = 6;
    pub(super) const OFTEN: usize = 3;
    /// Most that terms give together.
    pub(super) const TERMS_MOST: i32 = 40;
    /// The rest of the title, where all of it stands in the sentence.
    pub(super) const TITLE: i32 = 35;
    /// The value the title says it was changed to.
    pub(super) const NEW_VALUE: i32 = 15;
    pub(super) const DAY: i32 = 45;
    pub(super) const MONTH: i32 = 20;
    pub(super) const YEAR: i32 = 5;
    /// The sentence gives other days or months only.
    pub(super) const OTHER_DATE: i32 = -25;
    pub(super) const RIGHT: i32 = 5;
    pub(super) const IMPROVEMENT: i32 = 15;
    pub(super) const CHANGE: i32 = 10;
    /// The value before the change stands there and the new one does not.
    pub(super) const OLD_VALUE_MOST: i32 = 40;
}

/// Verbs and phrases that tell of a step taken.
const CHANGES: &[&str] = &[
    "abolished",
    "adopted",
    "allowed",
    "amended",
    "approved",
    "banned",
    "closed",
    "created",
    "decreed",
    "enacted",
    "established",
    "extended",
    "forbade",
    "freed",
    "granted",
    "introduced",
    "lifted",
    "lowered",
    "opened",
    "pardoned",
    "passed",
    "prohibited",
    "raised",
    "ratified",
    "recognized",
    "recognised",
    "reduced",
    "released",
    "removed",
    "repealed",
    "resumed",
    "shortened",
    "signed",
    "transferred",
];

/// A sentence as it is searched.
struct Line<'a> {
    at: SentenceIndex,
    text: &'a str,
    reading: &'a Reading,
    words: Vec<Token>,
}

/// A report prepared for searching.
pub struct Searched<'a> {
    lines: Vec<Line<'a>>,
    year: Option<u16>,
    /// Stems of words that stand in more than one statement in twenty: they tell little.
    common: BTreeSet<u64>,
    changes: BTreeSet<u64>,
}

/// A measure prepared for searching.
struct Prepared {
    terms: Vec<Vec<Token>>,
    /// Words of the title that say something and are no term's.
    title: Vec<Token>,
    /// For each term, whether it stands in many statements.
    often: Vec<bool>,
    old: Option<u64>,
    new: Option<u64>,
}

impl<'a> Searched<'a> {
    /// Prepares a report.
    #[must_use]
    pub fn new(report: &'a Report, readings: &'a [Reading]) -> Self {
        let lines: Vec<Line<'a>> = report
            .statements()
            .filter_map(|(at, sentence)| {
                let text = report.sentence_text(sentence);
                Some(Line {
                    at,
                    text,
                    reading: readings.get(at.0 as usize)?,
                    words: tokens(text),
                })
            })
            .collect();
        let mut seen: std::collections::BTreeMap<u64, usize> = std::collections::BTreeMap::new();
        for line in &lines {
            let own: BTreeSet<u64> = line.words.iter().map(|word| word.root).collect();
            for root in own {
                *seen.entry(root).or_default() += 1;
            }
        }
        let often = lines.len() / 20;
        let mut lower = String::new();
        Self {
            common: seen
                .into_iter()
                .filter(|(_, count)| *count > often.max(3))
                .map(|(root, _)| root)
                .collect(),
            changes: CHANGES
                .iter()
                .map(|word| words::stem(word, &mut lower))
                .collect(),
            year: report.identity.year,
            lines,
        }
    }

    /// How many statements are searched.
    #[must_use]
    pub fn statements(&self) -> usize {
        self.lines.len()
    }

    /// Searches for a measure.
    #[must_use]
    pub fn find(&self, sought: &Sought<'_>) -> Found {
        let mut prepared = Prepared::new(sought);
        prepared.often = prepared
            .terms
            .iter()
            .map(|term| {
                let holds = |line: &&Line<'_>| find(&line.words, term).is_some();
                self.lines
                    .iter()
                    .filter(holds)
                    .take(points::OFTEN + 1)
                    .count()
                    > points::OFTEN
            })
            .collect();
        let early = self.year.is_some_and(|year| sought.date.year() > year);
        let mut mentions = Vec::new();
        let mut words_only = Vec::new();
        for line in &self.lines {
            let Some((mention, points)) = self.weigh(line, sought, &prepared) else {
                continue;
            };
            // Before it took effect nothing can say that it did; its words stand there all the same.
            if points >= points::POSSIBLY && !early {
                mentions.push(mention);
            } else {
                words_only.push(line.at);
            }
        }
        mentions.sort_by_key(|mention| (std::cmp::Reverse(mention.confidence), mention.sentence));
        let surely = |mention: &&Mention| i32::from(mention.confidence) >= points::MENTIONED;
        let standing = if mentions.iter().any(|mention| surely(&mention)) {
            // Beside a clear mention, doubtful ones are words in common.
            let (sure, doubtful): (Vec<Mention>, Vec<Mention>) =
                mentions.into_iter().partition(|mention| surely(&mention));
            mentions = sure;
            words_only.extend(doubtful.iter().map(|mention| mention.sentence));
            words_only.sort();
            Standing::Mentioned
        } else if !mentions.is_empty() {
            Standing::Possibly
        } else if early {
            Standing::AfterPeriod
        } else {
            Standing::NotFound
        };
        Found {
            standing,
            mentions,
            words_only,
            of: self.lines.len(),
        }
    }

    /// Every statement that uses a term, most telling first, whether or not it is enough for a mention: for a text
    /// of which it is known that it speaks of measures, so that the question is only of which.
    #[must_use]
    pub fn using(&self, sought: &Sought<'_>) -> Vec<Mention> {
        let prepared = Prepared::new(sought);
        let mut found: Vec<Mention> = self
            .lines
            .iter()
            .filter_map(|line| Some(self.weigh(line, sought, &prepared)?.0))
            .collect();
        found.sort_by_key(|mention| (std::cmp::Reverse(mention.confidence), mention.sentence));
        found
    }

    fn weigh(
        &self,
        line: &Line<'_>,
        sought: &Sought<'_>,
        prepared: &Prepared,
    ) -> Option<(Mention, i32)> {
        let mut spans = Vec::new();
        let mut because = Vec::new();
        let mut total = terms_points(line, sought, prepared, &mut spans, &mut because)?;
        total += self.title_points(line, prepared, &mut spans, &mut because);
        total += date_points(line, sought, self.year, &mut spans, &mut because);
        let shared = line
            .reading
            .rights
            .iter()
            .find(|call| sought.rights.contains(&call.article));
        if let Some(call) = shared {
            total += points::RIGHT;
            because.push(format!("article {}", call.article));
        }
        let direction = line.reading.direction.direction;
        if direction == Direction::Improvement {
            total += points::IMPROVEMENT;
            because.push("read as an improvement".to_owned());
        } else if line.text.to_lowercase().contains("for the first time") {
            total += points::IMPROVEMENT;
            because.push("said to be for the first time".to_owned());
        }
        if let Some(word) = line
            .words
            .iter()
            .find(|word| self.changes.contains(&word.stem))
        {
            total += points::CHANGE;
            because.push(format!("tells of a step: {:?}", word.span.of(line.text)));
        }
        let has = |value: Option<u64>| {
            value.is_some_and(|value| line.words.iter().any(|word| word.stem == value))
        };
        if has(prepared.new) {
            total += points::NEW_VALUE;
            because.push("the value it was changed to".to_owned());
        } else if has(prepared.old) {
            total = total.min(points::OLD_VALUE_MOST);
            because.push("the value before the change".to_owned());
        }
        spans.sort();
        spans.dedup();
        let confidence = u8::try_from(total.clamp(0, 99)).unwrap_or(99);
        let mention = Mention {
            sentence: line.at,
            spans,
            direction,
            confidence,
            because,
        };
        Some((mention, total))
    }

    /// The share of the rest of the title that stands in the sentence; words that stand everywhere in
    /// the report count a quarter, numbers double.
    fn title_points(
        &self,
        line: &Line<'_>,
        prepared: &Prepared,
        spans: &mut Vec<Span>,
        because: &mut Vec<String>,
    ) -> i32 {
        let weight = |word: &Token| -> i32 {
            match (word.number, self.common.contains(&word.root)) {
                (true, _) => 8,
                (false, true) => 1,
                (false, false) => 4,
            }
        };
        let mut all = 0;
        let mut here = 0;
        let mut named = Vec::new();
        for wanted in &prepared.title {
            all += weight(wanted);
            let found = line
                .words
                .iter()
                .find(|word| word.stem == wanted.stem || word.root == wanted.root);
            if let Some(word) = found {
                here += weight(wanted);
                spans.push(word.span);
                named.push(word.span.of(line.text));
            }
        }
        // A title with hardly a word beside the terms tells little when that one word is there.
        let all = all.max(8);
        if here > 0 {
            because.push(format!("words of the title: {}", named.join(", ")));
        }
        points::TITLE * here / all
    }
}

impl Prepared {
    fn new(sought: &Sought<'_>) -> Self {
        let terms: Vec<Vec<Token>> = sought.terms.iter().map(|term| tokens(term)).collect();
        let words = tokens(sought.title);
        // "from 15 to 10": the old value and the new.
        let mut values = (None, None);
        for (at, word) in words.iter().enumerate() {
            if word.number {
                let before = at
                    .checked_sub(1)
                    .and_then(|at| words.get(at))
                    .map_or("", |word| word.span.of(sought.title));
                match before {
                    "from" => values.0 = Some(word.stem),
                    "to" => values.1 = Some(word.stem),
                    _ => {}
                }
            }
        }
        let (old, new) = match values {
            (Some(old), Some(new)) => (Some(old), Some(new)),
            _ => (None, None),
        };
        let of_terms: BTreeSet<u64> = terms.iter().flatten().map(|word| word.stem).collect();
        let mut seen = BTreeSet::new();
        let title = words
            .into_iter()
            .filter(|word| {
                !word.empty
                    && !of_terms.contains(&word.stem)
                    && Some(word.stem) != old
                    && seen.insert(word.stem)
            })
            .collect();
        Self {
            often: vec![false; terms.len()],
            terms,
            title,
            old,
            new,
        }
    }
}

/// What the terms give; none where no term stands in the sentence.
fn terms_points(
    line: &Line<'_>,
    sought: &Sought<'_>,
    prepared: &Prepared,
    spans: &mut Vec<Span>,
    because: &mut Vec<String>,
) -> Option<i32> {
    let mut total = 0;
    let mut taken: Vec<Span> = Vec::new();
    let mut named = Vec::new();
    for ((term, written), often) in prepared.terms.iter().zip(sought.terms).zip(&prepared.often) {
        let Some(at) = find(&line.words, term) else {
            continue;
        };
        let first = line.words.get(at)?.span;
        let last = line.words.get(at + term.len() - 1)?.span;
        let span = first.join(last);
        named.push(written.as_str());
        spans.push(span);
        // A term inside another, or the same in another form, is no second piece of evidence.
        if taken.iter().any(|other| other.overlaps(span)) {
            continue;
        }
        taken.push(span);
        let telling = term.iter().filter(|word| !word.empty).count();
        let number = term.iter().any(|word| word.number);
        let points = match (telling, number) {
            (3.., _) | (_, true) => points::LONG_TERM,
            (2, false) => points::PHRASE,
            _ => points::WORD,
        };
        total += if *often {
            points * points::OFTEN_LEFT / 10
        } else {
            points
        };
    }
    if named.is_empty() {
        return None;
    }
    because.push(format!("terms: {}", named.join(", ")));
    Some(total.min(points::TERMS_MOST))
}

/// What the dates of the sentence give.
fn date_points(
    line: &Line<'_>,
    sought: &Sought<'_>,
    year: Option<u16>,
    spans: &mut Vec<Span>,
    because: &mut Vec<String>,
) -> i32 {
    let mut best: Option<(i32, Span, Date)> = None;
    let mut closer = false;
    for (span, date) in dates(line.text, year) {
        closer |= date.month().is_some();
        if !date.may_be(sought.date) {
            continue;
        }
        let points = match (date.month(), date.day()) {
            (Some(_), Some(_)) if sought.date.day().is_some() => points::DAY,
            (Some(_), _) if sought.date.month().is_some() => points::MONTH,
            _ => points::YEAR,
        };
        if best.is_none_or(|(most, ..)| points > most) {
            best = Some((points, span, date));
        }
    }
    match best {
        Some((points, span, date)) => {
            spans.push(span);
            because.push(format!("its date: {date}"));
            points
        }
        None if closer => {
            because.push("gives another date".to_owned());
            points::OTHER_DATE
        }
        None => 0,
    }
}
