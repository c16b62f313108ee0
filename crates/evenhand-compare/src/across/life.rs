//! The life of sentences: since which edition each stands, word for word or nearly, and what it is.
//!
//! In: the editions of one country's report, earliest first, with their readings. Out: for every
//! statement of one of them where it was before, and the share of the report carried over, told
//! apart by what kind of text it is: law stands because the law stands; a formula stands in many
//! countries; an event that is told again has grown old; only the rest describes how things are.

use super::interval::{Interval, share};
use crate::editions::Life as SentenceLife;
use crate::words::Table;
use evenhand_report::{Date, NameKind, Reading, SentenceIndex};
use serde::Serialize;
use std::sync::LazyLock;

evenhand_report::written_enum! {
    /// What kind of text a sentence is.
    pub enum TextKind {
        /// It says what law, constitution or policy provides.
        Law = "law",
        /// It stands, names and numbers aside, in many countries' reports.
        Formula = "formula",
        /// It tells of something that happened to somebody, somewhere, on a date.
        Event = "event",
        /// It describes how things are.
        Description = "description",
    }
}

static LEGAL: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "law laws constitution code codes decree decrees legislation statute statutes act ordinance \
         regulation regulations amendment amendments charter edict",
        (),
    )])
});

static ORDAINS: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "provide prohibit criminalize criminalise require allow permit guarantee establish define \
         grant mandate forbid forbade bar protect stipulate prescribe punish ban recognize recognise \
         authorize authorise impose entitle oblige set limit restrict prevent exempt \
         specify cover apply regulate penalize penalise outlaw may must",
        (),
    )])
});

/// How far into a sentence the law that speaks may stand, in words.
const LAW_WITHIN: usize = 10;
/// How far after it the verb by which it ordains.
const ORDAINS_WITHIN: usize = 8;

/// What kind of text a sentence is; `formula` where it stands in many countries' reports.
#[must_use]
pub fn kind(text: &str, reading: &Reading, formula: bool) -> TextKind {
    let line = crate::words::line(text);
    let law = line
        .iter()
        .take(LAW_WITHIN)
        .position(|word| LEGAL.has(word.stem));
    let ordains = law.is_some_and(|at| {
        line.iter()
            .skip(at + 1)
            .take(ORDAINS_WITHIN)
            .any(|word| ORDAINS.has(word.stem))
    });
    let norm = reading.figures.iter().any(|figure| figure.norm);
    if (ordains || norm) && reading.attributions.is_empty() {
        return TextKind::Law;
    }
    if formula {
        return TextKind::Formula;
    }
    let person = reading
        .names
        .iter()
        .any(|name| name.kind == NameKind::Person);
    if person || dated(text, &line) {
        TextKind::Event
    } else {
        TextKind::Description
    }
}

static MONTHS: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(&Date::MONTHS.map(|month| (month, ()))));

/// Whether a sentence names a month, or a year as a date.
fn dated(text: &str, line: &[crate::words::Word]) -> bool {
    line.iter().enumerate().any(|(at, word)| {
        let printed = word.span.of(text);
        let month = word.capital && at > 0 && MONTHS.has(word.stem);
        let year = printed.len() == 4
            && printed
                .parse::<u16>()
                .is_ok_and(|year| (1900..2100).contains(&year));
        month || year
    })
}

/// Where a statement was in earlier editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    /// The statement.
    pub sentence: SentenceIndex,
    /// What kind of text it is.
    pub kind: TextKind,
    /// The edition (by number) since which it stands word for word without a break.
    pub verbatim_since: usize,
    /// The edition since which it stands word for word or edited.
    pub near_since: usize,
    /// Where it stood in that edition.
    pub first: SentenceIndex,
}

/// The share of a report that was carried over from the edition before, for one kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Carried {
    /// The kind of text; none for the whole report.
    pub kind: Option<TextKind>,
    /// Statements of that kind.
    pub statements: u64,
    /// Word for word as in the edition before.
    pub carried_over: u64,
    /// As in the edition before, edited.
    pub edited: u64,
    /// New.
    pub new: u64,
    /// Share carried over word for word, with its interval.
    pub share_carried_over: Option<Interval>,
    /// Share carried over or edited, with its interval.
    pub share_kept: Option<Interval>,
}

/// The lives of the statements of edition number `which`, told back to where each first stood.
///
/// `all` are the lives of all editions' sentences ([`crate::editions::lives_of`]); `kinds` has one entry
/// a sentence of the edition looked at.
#[must_use]
pub fn lives(all: &[Vec<Option<SentenceLife>>], which: usize, kinds: &[TextKind]) -> Vec<Life> {
    let of = |edition: usize, sentence: SentenceIndex| -> Option<SentenceLife> {
        *all.get(edition)?.get(sentence.0 as usize)?
    };
    let sentences = all.get(which).map_or(&[][..], Vec::as_slice);
    (0..)
        .map(SentenceIndex)
        .zip(sentences)
        .filter_map(|(sentence, life)| {
            let life = (*life)?;
            let (mut first, mut edition) = (sentence, which);
            while let Some(earlier) = of(edition, first).and_then(|life| life.before) {
                let Some(before) = edition.checked_sub(1) else {
                    break;
                };
                (first, edition) = (earlier, before);
            }
            Some(Life {
                sentence,
                kind: kinds
                    .get(sentence.0 as usize)
                    .copied()
                    .unwrap_or(TextKind::Description),
                verbatim_since: life.verbatim_since,
                near_since: life.since,
                first,
            })
        })
        .collect()
}

/// The share of edition number `which` carried over from the one before, in all and by kind.
#[must_use]
pub fn carried(lives: &[Life], which: usize) -> Vec<Carried> {
    let of = |kind: Option<TextKind>| {
        let mine = || {
            lives
                .iter()
                .filter(move |life| kind.is_none_or(|kind| life.kind == kind))
        };
        let statements = mine().count() as u64;
        let carried_over = mine().filter(|life| life.verbatim_since < which).count() as u64;
        let kept = mine().filter(|life| life.near_since < which).count() as u64;
        Carried {
            kind,
            statements,
            carried_over,
            edited: kept - carried_over,
            new: statements - kept,
            share_carried_over: share(carried_over, statements),
            share_kept: share(kept, statements),
        }
    };
    std::iter::once(None)
        .chain(TextKind::ALL.iter().copied().map(Some))
        .map(of)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn law_formula_event_and_description_are_told_apart() {
        let reading = Reading::default();
        for (text, formula, kind) in [
            (
                "The constitution provides for freedom of assembly.",
                true,
                TextKind::Law,
            ),
            (
                "The law prohibited such practices, but officials did not always obey.",
                false,
                TextKind::Law,
            ),
            (
                "There were no reports of egregious abuse in the islands.",
                true,
                TextKind::Formula,
            ),
            (
                "On March 3, soldiers closed the market in Tesmar.",
                false,
                TextKind::Event,
            ),
            (
                "Cells were damp, and inmates slept in turns.",
                false,
                TextKind::Description,
            ),
            (
                "Lawyers may not always see their clients.",
                false,
                TextKind::Description,
            ),
        ] {
            assert_eq!(super::kind(text, &reading, formula), kind, "{text}");
        }
    }
}
