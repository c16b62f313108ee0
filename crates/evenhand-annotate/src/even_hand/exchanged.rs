//! A report with two countries exchanged, and where each sentence changed.
//!
//! Whole words, longest name first, capitals kept. A sentence is left as it stands where an
//! exchanged word is part of another proper name; the reasons are listed in [`LeftOut`].

use super::table::Table;
use crate::bodies::Bodies;
use crate::names::units;
use crate::tokens::{Case, Kind, Words};
use evenhand_report::{
    Passage, Report, Section, Sentence, SentenceId, SourceMap, Span, written_enum,
};

written_enum! {
    /// Why a sentence is left as it stands.
    pub enum LeftOut {
        /// "Northern X", "New X", "X-Bissau": part of another place's name.
        PlaceName = "place_name",
        /// "X Principles", "X Convention": part of the name of a document or event.
        DocumentName = "document_name",
        /// "X Refugee Council": part of the name of a body of the register.
        RegisterBody = "register_body",
        /// "Michael X", "X Gonzalez": part of a person's name.
        PersonName = "person_name",
        /// A leader called by a part of the name that the table does not hold.
        LeaderPart = "leader_part",
        /// The word may be an ordinary one ("Male" at the start of a sentence).
        Ambiguous = "ambiguous",
    }
}

/// What happened to one sentence.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// Spans of the old sentence, with the length of what stands there now.
    pub edits: Vec<(Span, u32)>,
}

impl Change {
    /// Where a span of the old sentence stands in the new one.
    #[must_use]
    pub fn map(&self, span: Span) -> Span {
        Span {
            start: self.at(span.start, false),
            end: self.at(span.end, true),
        }
    }

    /// Whether something was exchanged inside the span.
    #[must_use]
    pub fn touches(&self, span: Span) -> bool {
        self.edits.iter().any(|(edit, _)| edit.overlaps(span))
    }

    fn at(&self, position: u32, end: bool) -> u32 {
        let mut moved = i64::from(position);
        for (edit, length) in &self.edits {
            if edit.end <= position {
                moved += i64::from(*length) - i64::from(edit.end - edit.start);
            } else if edit.start < position {
                // Inside an edit: its nearer end.
                moved += i64::from(edit.start) - i64::from(position)
                    + if end { i64::from(*length) } else { 0 };
            }
        }
        u32::try_from(moved).unwrap_or(0)
    }
}

/// A report before and after the exchange, without the sentences that are left out: what the report
/// defines in them is defined on neither side.
#[derive(Debug, Clone)]
pub struct Exchanged {
    /// The report as it was.
    pub before: Report,
    /// The report with the countries exchanged.
    pub after: Report,
    /// What happened to each sentence, in order.
    pub changes: Vec<Change>,
    /// Why sentences were left out.
    pub left_out: Vec<LeftOut>,
}

impl Exchanged {
    /// Exchanges the countries of `table` in `report`.
    #[must_use]
    pub fn of(report: &Report, table: &Table) -> Self {
        let mut left_out = Vec::new();
        let mut before = report.clone();
        let mut exchanges: Vec<(Change, String)> = Vec::with_capacity(report.sentences.len());
        before.sentences.retain(
            |sentence| match exchange(report.sentence_text(sentence), table) {
                Ok(exchanged) => {
                    exchanges.push(exchanged);
                    true
                }
                Err(why) => {
                    left_out.push(why);
                    false
                }
            },
        );
        let after = rebuilt(&before, &exchanges, table);
        let changes = exchanges.into_iter().map(|(change, _)| change).collect();
        Self {
            before,
            after,
            changes,
            left_out,
        }
    }
}

/// The report with each sentence replaced by its new words.
fn rebuilt(report: &Report, exchanges: &[(Change, String)], table: &Table) -> Report {
    let mut text = String::with_capacity(report.text.len() + 1024);
    let mut sentences: Vec<Sentence> = Vec::with_capacity(report.sentences.len());
    let mut moved: Vec<(u32, u32)> = vec![(0, 0)];
    let mut done = 0;
    for (sentence, (_, new)) in report.sentences.iter().zip(exchanges) {
        let gap = Span {
            start: done,
            end: sentence.span.start.max(done),
        };
        text.push_str(gap.of(&report.text));
        let span = Span::new(text.len(), text.len() + new.len());
        text.push_str(new);
        done = sentence.span.end;
        moved.push((sentence.span.start, span.start));
        moved.push((done, span.end));
        sentences.push(Sentence {
            id: SentenceId::of(&report.identity.document, new, 0),
            span,
            ..sentence.clone()
        });
    }
    text.push_str(Span::new(done as usize, report.text.len()).of(&report.text));
    let place = |at: u32| {
        let known = moved
            .partition_point(|(old, _)| *old <= at)
            .saturating_sub(1);
        moved.get(known).map_or(at, |(old, new)| new + (at - old))
    };
    let over = |span: Span| Span {
        start: place(span.start),
        end: place(span.end),
    };
    let mut identity = report.identity.clone();
    identity.country = identity.country.map(|code| match code {
        code if code == table.from.code => table.to.code,
        code if code == table.to.code => table.from.code,
        code => code,
    });
    Report {
        identity,
        sections: report
            .sections
            .iter()
            .map(|section| Section {
                heading: table.apply(&section.heading),
                ..section.clone()
            })
            .collect(),
        passages: report
            .passages
            .iter()
            .map(|passage| Passage {
                span: over(passage.span),
                run_in: passage.run_in.map(over),
                links: Vec::new(),
                ..passage.clone()
            })
            .collect(),
        sentences,
        text,
        source_map: SourceMap::default(),
        notes: Vec::new(),
    }
}

/// Exchanges one text.
///
/// # Errors
/// Why it must be left as it stands.
pub(super) fn exchange(text: &str, table: &Table) -> Result<(Change, String), LeftOut> {
    let words = Words::of(text);
    let units = units(&words);
    let mut edits = Vec::new();
    let mut given = Vec::new();
    let mut new = String::with_capacity(text.len() + 16);
    let mut done = 0;
    for unit in &units {
        let span = words.span(unit.start, unit.end);
        let Some(other) = table.get(span.of(text)) else {
            if span
                .of(text)
                .split([' ', '-'])
                .any(|word| table.is_part(word))
            {
                return Err(LeftOut::LeaderPart);
            }
            continue;
        };
        if let Some(why) = left_out(&words, unit.start, unit.end, unit.initial) {
            return Err(why);
        }
        new.push_str(
            Span {
                start: done,
                end: span.start,
            }
            .of(text),
        );
        let shouted = words
            .tokens()
            .get(unit.start)
            .is_some_and(|token| token.case == Case::Upper)
            && span.of(text).chars().count() > 4;
        let other = if shouted {
            other.to_uppercase()
        } else {
            other.to_owned()
        };
        new.push_str(&other);
        given.push(other.to_lowercase());
        let mut edited = span;
        let mut length = other.len();
        // "the Philippines' " becomes "Kazakhstan's".
        let bare = words.tokens().get(unit.end).filter(|token| {
            token.kind == Kind::Possessive
                && token.span.len() < 4
                && !words.at(unit.end).ends_with('s')
        });
        if let Some(bare) = bare
            && !other.ends_with('s')
        {
            let owned = format!("{}s", words.at(unit.end));
            new.push_str(&owned);
            edits.push((edited, u32::try_from(length).unwrap_or(u32::MAX)));
            edited = bare.span;
            length = owned.len();
        }
        edits.push((edited, u32::try_from(length).unwrap_or(u32::MAX)));
        done = edited.end;
    }
    new.push_str(Span::new(done as usize, text.len()).of(text));
    let whole = |at: usize| {
        units
            .iter()
            .any(|unit| (unit.start..unit.end).contains(&at))
    };
    let part = (0..words.tokens().len()).any(|at| {
        words
            .tokens()
            .get(at)
            .is_some_and(|token| token.case != Case::Lower)
            && !whole(at)
            && table.is_part(words.at(at))
    });
    if part {
        return Err(LeftOut::LeaderPart);
    }
    // "the Estonian Refugee Council" must not become a body of the register.
    if !edits.is_empty() && becomes_body(&new, table) {
        return Err(LeftOut::RegisterBody);
    }
    // "the Russian Federation of Labor": the new words must part as the old ones did.
    if !edits.is_empty() && ours(&new, table) != given {
        return Err(LeftOut::Ambiguous);
    }
    Ok((Change { edits }, new))
}

/// A text with the words of both countries blanked, whatever they stand in.
pub(super) fn masked(text: &str, table: &Table) -> String {
    let words = Words::of(text);
    let mut blank = String::with_capacity(text.len());
    let mut done = 0;
    for unit in units(&words) {
        let span = words.span(unit.start, unit.end);
        if table.get(span.of(text)).is_some() {
            blank.push_str(
                Span {
                    start: done,
                    end: span.start,
                }
                .of(text),
            );
            blank.push('*');
            // "Honduras'" and "Kenya's" are alike.
            let owned = words
                .tokens()
                .get(unit.end)
                .filter(|token| token.kind == Kind::Possessive);
            done = owned.map_or(span.end, |token| token.span.end);
        }
    }
    blank.push_str(Span::new(done as usize, text.len()).of(text));
    blank
}

/// The names of the two countries in a text, in small letters.
fn ours(text: &str, table: &Table) -> Vec<String> {
    let words = Words::of(text);
    units(&words)
        .iter()
        .map(|unit| words.span(unit.start, unit.end).of(text))
        .filter(|name| table.get(name).is_some())
        .map(str::to_lowercase)
        .collect()
}

fn becomes_body(new: &str, table: &Table) -> bool {
    let words = Words::of(new);
    units(&words).iter().any(|unit| {
        table
            .get(words.span(unit.start, unit.end).of(new))
            .is_some()
            && in_register_body(&words, unit.start)
    })
}

fn in_register_body(words: &Words, start: usize) -> bool {
    (start.saturating_sub(8)..=start).any(|from| {
        Bodies::register()
            .find(words, from, words.tokens().len())
            .is_some_and(|(_, length)| from + length > start)
    })
}

/// Words that make another place's name of a country's.
const PLACED: &[&str] = &[
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "North",
    "South",
    "East",
    "West",
    "New",
    "Central",
    "Upper",
    "Lower",
    "Greater",
    "Equatorial",
    "Papua",
    "Inner",
    "Outer",
    "Saint",
    "St",
    "San",
    "Santa",
    "Gulf",
    "Lake",
    "Port",
    "Little",
    "Mainland",
    "Old",
];

/// Words that make a document's or event's name of a country's.
const DOCUMENTS: &[&str] = &[
    "Principles",
    "Convention",
    "Conventions",
    "Protocol",
    "Protocols",
    "Declaration",
    "Agreement",
    "Agreements",
    "Accord",
    "Accords",
    "Statute",
    "Process",
    "Treaty",
    "Charter",
    "Rules",
    "Dialogue",
    "Framework",
    "Communique",
    "Communiqué",
    "Memorandum",
    "Document",
    "Action",
    "Compact",
    "Consensus",
    "Mechanism",
    "Spring",
    "War",
    "Olympics",
    "Games",
    "Conference",
    "Summit",
];

/// Whether the unit stands inside another proper name.
fn left_out(words: &Words, start: usize, end: usize, initial: bool) -> Option<LeftOut> {
    let before = start.checked_sub(1);
    let text = |at: usize| words.at(at);
    let glued = |at: usize| words.tokens().get(at).is_some_and(|token| token.glued);
    let capital = |at: usize| {
        words
            .tokens()
            .get(at)
            .is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower)
    };
    if let Some(before) = before {
        if PLACED.contains(&text(before)) {
            return Some(LeftOut::PlaceName);
        }
        // "Republic of X": the register may know the one whole and the other not.
        let whole = before > 0
            && text(before) == "of"
            && matches!(
                text(before - 1),
                "Republic"
                    | "Kingdom"
                    | "State"
                    | "Union"
                    | "Commonwealth"
                    | "Federation"
                    | "Emirate"
                    | "Islands"
            );
        if whole {
            return Some(LeftOut::PlaceName);
        }
        // "Guinea-Bissau", "Anglo-X": a hyphen between capitals.
        if text(before) == "-" && glued(before) && glued(start) && before > 0 && capital(before - 1)
        {
            return Some(LeftOut::PlaceName);
        }
        if crate::names::is_given(words, before) && capital(before) {
            return Some(LeftOut::PersonName);
        }
    }
    if matches!(text(end), "-" | "/") && glued(end) && glued(end + 1) && capital(end + 1) {
        return Some(LeftOut::PlaceName);
    }
    if matches!(
        text(end),
        "City" | "Town" | "Valley" | "River" | "Sea" | "Delta" | "Strip" | "Basin"
    ) {
        return Some(LeftOut::PlaceName);
    }
    let document = (end..end + 3)
        .take_while(|at| capital(*at))
        .any(|at| DOCUMENTS.contains(&text(at)));
    if document {
        return Some(LeftOut::DocumentName);
    }
    if in_register_body(words, start) {
        return Some(LeftOut::RegisterBody);
    }
    let ordinary = initial && end == start + 1 && crate::names::is_word(words, start);
    ordinary.then_some(LeftOut::Ambiguous)
}
