//! What one figure claims: what is counted, who, where, when.
//!
//! In: a sentence, its reading, the occasion told so far in its passage. Out: a [`Claim`] for each
//! figure that can be laid beside others, none for parts of other figures, norms, ages, times.

use super::FigureAt;
use super::vocabulary::{
    ANYBODY, BEFELL, Befell, MONTHS, OCCASIONS, Occasion, PART, PLACE_BEFORE, RECEIVED, SHARES,
};
use crate::words::{Piece, Word};
use evenhand_report::{Figure, FigureKind, Qualifier, Reading, Span};

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tally {
    /// People to whom this happened.
    Befell(Befell),
    /// A share known by a name.
    Share(&'static str),
    /// Things, by the stems of their name.
    Things(Vec<u64>),
}

/// Where and when, as far as a sentence tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    /// Stems of places, with their words.
    pub(super) places: Vec<(u64, Span)>,
    pub(super) months: Vec<u8>,
    pub(super) years: Vec<u16>,
    pub(super) occasion: Option<(Occasion, Span)>,
}

/// One figure, ready to be laid beside others.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) at: FigureAt,
    pub(super) passage: u32,
    pub(super) tally: Tally,
    /// Stems of words that narrow who is counted ("children"); empty for anybody.
    pub(super) who: Vec<u64>,
    /// Where and when, in the sentence or else in the passage before it.
    pub(super) setting: Setting,
    /// Whether the sentence itself tells where or when.
    pub(super) own_setting: bool,
    /// Key of who gives the figure; none where nobody does.
    pub(super) giver: Option<u64>,
    /// The figure as a stretch of the number line.
    pub(super) low: f64,
    pub(super) high: f64,
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
                }
            }
            Piece::Word if word.capital && MONTHS.has(word.stem) => {
                // "May" opens sentences and is a verb; with a capital inside it is the month.
                setting.months.extend(
                    MONTHS
                        .get(word.stem)
                        .filter(|_| at > 0 || next_is_number(words, at)),
                );
            }
            Piece::Word => {
                if setting.occasion.is_none()
                    && let Some(kind) = OCCASIONS.get(word.stem)
                {
                    setting.occasion = Some((kind, word.span));
                }
                let inside = sources.iter().any(|source| source.contains(word.span));
                if word.capital
                    && !inside
                    && at > 0
                    && is_place(words, at)
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

fn next_is_number(words: &[Word], at: usize) -> bool {
    words
        .get(at + 1)
        .is_some_and(|next| next.piece == Piece::Number)
}

/// A capitalised word after "in", "at", "near", or right before a word for an occasion ("the
/// Kolvane events").
fn is_place(words: &[Word], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    let the = |word: &Word| word.span.len() == 3 && !word.capital;
    let after_preposition = match before(1) {
        Some(word) if PLACE_BEFORE.has(word.stem) => true,
        Some(word) if the(word) => before(2).is_some_and(|word| PLACE_BEFORE.has(word.stem)),
        _ => false,
    };
    after_preposition
        || words
            .get(at + 1)
            .is_some_and(|next| !next.capital && OCCASIONS.has(next.stem))
}

/// Fills what a sentence leaves open from the sentence before it in the passage.
pub(super) fn inherit(own: &Setting, before: &Setting) -> Setting {
    let mut setting = own.clone();
    if setting.places.is_empty() {
        setting.places.clone_from(&before.places);
    }
    if setting.months.is_empty() && setting.years.is_empty() {
        setting.months.clone_from(&before.months);
        setting.years.clone_from(&before.years);
    }
    setting.occasion = setting.occasion.or(before.occasion);
    setting
}

/// What a figure counts and whom; none where it cannot be laid beside others.
pub(super) fn tally(
    text: &str,
    words: &[Word],
    reading: &Reading,
    which: usize,
) -> Option<(Tally, Vec<u64>)> {
    let figure = &reading.figures[which];
    if figure.norm || is_part(text, words, figure) {
        return None;
    }
    match figure.kind {
        FigureKind::Percent => share(words, figure).map(|share| (Tally::Share(share), Vec::new())),
        FigureKind::Count => count(text, words, figure),
        FigureKind::Money | FigureKind::Duration | FigureKind::Age | FigureKind::Other => None,
    }
}

fn is_part(text: &str, words: &[Word], figure: &Figure) -> bool {
    let first = words.partition_point(|word| word.span.start < figure.span.start);
    let last = words.partition_point(|word| word.span.end <= figure.span.end);
    // "including 12", "among them 12", "of whom 12", "another 12"; "at least 12" is inside the span.
    let before = (1..=2).any(|back| {
        first
            .checked_sub(back)
            .and_then(|at| words.get(at))
            .is_some_and(|word| PART.has(word.stem))
    });
    // "12 of them", "12 of the 40", "two more", "two other".
    let after = words.get(last).is_some_and(|word| {
        let it = word.span.of(text);
        it == "of" || it == "more" || it == "other" || it == "additional" || it == "others"
    });
    before || after
}

fn share(words: &[Word], figure: &Figure) -> Option<&'static str> {
    let at = words.partition_point(|word| word.span.start < figure.span.start);
    words
        .get(at.saturating_sub(6)..(at + 8).min(words.len()))?
        .iter()
        .find_map(|word| SHARES.get(word.stem))
}

fn count(text: &str, words: &[Word], figure: &Figure) -> Option<(Tally, Vec<u64>)> {
    let unit = crate::words::line(&figure.unit);
    let befell = unit
        .iter()
        .find_map(|word| BEFELL.get(word.stem))
        .or_else(|| befell_beside(text, words, figure));
    let mut content: Vec<u64> = unit
        .iter()
        .filter(|word| {
            word.piece == Piece::Word && !ANYBODY.has(word.stem) && !BEFELL.has(word.stem)
        })
        .map(|word| word.stem)
        .collect();
    content.sort_unstable();
    content.dedup();
    if let Some(befell) = befell {
        return Some((Tally::Befell(befell), content));
    }
    let head_is_received = unit.iter().any(|word| RECEIVED.has(word.stem));
    (!content.is_empty() && !head_is_received && figure.value >= LEAST_THINGS)
        .then_some((Tally::Things(content), Vec::new()))
}

/// Below this, things counted are told of one by one rather than tallied.
const LEAST_THINGS: f64 = 10.0;

/// "killed 34 miners"; "the number of persons who died at 43": what befell them stands before.
fn befell_beside(text: &str, words: &[Word], figure: &Figure) -> Option<Befell> {
    let first = words.partition_point(|word| word.span.start < figure.span.start);
    let before = words.get(first.checked_sub(1)?)?;
    if let Some(befell) = BEFELL.get(before.stem) {
        return Some(befell);
    }
    // "number of …" or "death toll" up to the figure, in its clause.
    let clause = words.get(first.saturating_sub(16)..first)?;
    let start = clause
        .iter()
        .rposition(|word| word.piece == Piece::Mark && word.span.of(text) == ";")
        .map_or(0, |at| at + 1);
    let clause = clause.get(start..)?;
    let number = clause
        .iter()
        .rposition(|word| matches!(word.span.of(text), "number" | "toll"))?;
    clause
        .get(number.saturating_sub(1)..)?
        .iter()
        .find_map(|word| BEFELL.get(word.stem))
}

/// The stretch of the number line a figure claims. An upper bound stands for itself: "up to 260"
/// beside 238 is another count. About: within a twentieth.
pub(super) fn stretch(figure: &Figure) -> (f64, f64) {
    let value = figure.value;
    match figure.qualifier {
        Qualifier::Exact | Qualifier::AtMost | Qualifier::LessThan => {
            (value, figure.high.unwrap_or(value))
        }
        Qualifier::About => (value * 0.95, figure.high.unwrap_or(value) * 1.05),
        Qualifier::AtLeast | Qualifier::MoreThan => (value, f64::INFINITY),
        Qualifier::Range => (value, figure.high.unwrap_or(value)),
    }
}
