//! Where and when: the places, dates and occasion a sentence tells of.
//!
//! In: the words of a sentence. Out: its [`Setting`], filled from the sentence before it in the
//! passage where it leaves something open. Places are told by the words around them, not by a list.

use super::vocabulary::{MONTHS, OCCASIONS, Occasion, PLACE_BEFORE};
use crate::words::{self, Piece, Word};
use evenhand_report::{Reading, Span};

/// Where and when, as far as a sentence tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    /// Stems of places, with their words.
    pub(super) places: Vec<(u64, Span)>,
    pub(super) months: Vec<u8>,
    pub(super) years: Vec<u16>,
    /// Days, as month and day.
    pub(super) days: Vec<(u8, u8)>,
    /// Key of the words for a stretch of time of its own ("since 2009", "first half").
    pub(super) period: Option<u64>,
    pub(super) occasion: Option<(Occasion, Span)>,
    /// The stem of the place or month the occasion is called by ("the Kolvane events").
    pub(super) called: Option<u64>,
}

/// Where and when, in the words of one sentence.
pub(super) fn setting(text: &str, words: &[Word], reading: &Reading, own: &[u64]) -> Setting {
    let mut setting = Setting::default();
    let sources: Vec<Span> = reading
        .attributions
        .iter()
        .filter_map(|attribution| attribution.source)
        .collect();
    for (at, word) in words.iter().enumerate() {
        match word.piece {
            Piece::Number => {
                let digits = word.span.of(text);
                if digits.len() == 4
                    && let Ok(year @ 1900..2100) = digits.parse()
                {
                    setting.years.push(year);
                    if at
                        .checked_sub(1)
                        .is_some_and(|before| is(words, text, before, "since"))
                    {
                        setting.period = Some(u64::from(year));
                    }
                }
            }
            Piece::Word if word.capital && MONTHS.has(word.stem) => {
                // "May" opens sentences and is a verb; with a capital inside it is the month.
                if let Some(month) = MONTHS.get(word.stem)
                    && (at > 0 || next_is_number(words, at))
                {
                    setting.months.push(month);
                    let day = words.get(at + 1).map(|next| next.span.of(text).parse());
                    if let Some(Ok(day @ 1..=31)) = day {
                        setting.days.push((month, day));
                    }
                }
            }
            Piece::Word => {
                let span_of_time = is(words, text, at, "first") || is(words, text, at, "second");
                if span_of_time
                    && let Some(next) = words.get(at + 1)
                    && (is(words, text, at + 1, "half") || is(words, text, at + 2, "months"))
                {
                    setting.period = Some(words::exact_key(next.span.of(text)));
                }
                if setting.occasion.is_none()
                    && !word.span.of(text).ends_with("ed")
                    && let Some(kind) = OCCASIONS.get(word.stem)
                {
                    setting.occasion = Some((kind, word.span));
                    setting.called = at
                        .checked_sub(1)
                        .and_then(|before| words.get(before))
                        .filter(|before| before.capital && before.piece == Piece::Word && at > 1)
                        .map(|before| before.stem);
                }
                let inside = sources.iter().any(|source| source.contains(word.span));
                if word.capital
                    && word.span.len() > 2
                    && !inside
                    && at > 0
                    && is_place(text, words, at)
                    && !own.contains(&word.stem)
                {
                    setting.places.push((word.stem, word.span));
                }
            }
            Piece::Mark => {}
        }
    }
    setting
}

fn is(words: &[Word], text: &str, at: usize, wanted: &str) -> bool {
    words
        .get(at)
        .is_some_and(|word| word.span.of(text).eq_ignore_ascii_case(wanted))
}

fn next_is_number(words: &[Word], at: usize) -> bool {
    words
        .get(at + 1)
        .is_some_and(|next| next.piece == Piece::Number)
}

/// A capitalised word after "in", "at", "near", or right before a word for an occasion ("the
/// Kolvane events").
fn is_place(text: &str, words: &[Word], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    let the = |word: &Word| word.span.len() == 3 && !word.capital;
    let after_preposition = match before(1) {
        Some(word) if PLACE_BEFORE.has(word.stem) => true,
        Some(word) if the(word) => before(2).is_some_and(|word| PLACE_BEFORE.has(word.stem)),
        _ => false,
    };
    after_preposition
        || words.get(at + 1).is_some_and(|next| {
            !next.capital && OCCASIONS.has(next.stem) && !next.span.of(text).ends_with("ed")
        })
}

/// Fills what a sentence leaves open from the sentence before it in the passage.
pub(super) fn inherit(own: &Setting, before: &Setting) -> Setting {
    let mut setting = own.clone();
    if setting.places.is_empty() {
        setting.places.clone_from(&before.places);
    }
    if setting.months.is_empty() && setting.years.is_empty() {
        setting.months.clone_from(&before.months);
        setting.days.clone_from(&before.days);
        setting.years.clone_from(&before.years);
    }
    setting.called = match own.occasion {
        Some(_) => own.called,
        None => before.called,
    };
    setting.occasion = setting.occasion.or(before.occasion);
    setting
}
