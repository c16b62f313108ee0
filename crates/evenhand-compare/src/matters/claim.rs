//! What one figure claims: what is counted, who, where, when.
//!
//! In: a sentence, its reading, the occasion told so far in its passage. Out: a [`Claim`] for each
//! figure that can be laid beside others, none for parts of other figures, norms, ages, times.

use super::FigureAt;
use super::setting::Setting;
use super::vocabulary::{
    ANYBODY, BEFELL, BESIDE, Befell, CORRECTS, GIVES, NUMBER_NOUN, PART_NEAR, PART_NEXT, RECEIVED,
    SHARES,
};
use crate::words::{Piece, Word};
use evenhand_report::{Figure, FigureKind, Qualifier, Reading};

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

/// Who gives a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Giver {
    Nobody,
    /// Somebody spoken of before ("the report", "it").
    Same,
    /// Somebody, by the key of the name.
    Known(u64),
}

/// Whether a source is one spoken of before.
pub(super) fn refers_back(source: &str) -> bool {
    let mut words = source.split_whitespace().map(str::to_lowercase);
    match (
        words.next().as_deref(),
        words.next().as_deref(),
        words.next(),
    ) {
        (Some("it" | "they" | "he" | "she"), None, _) => true,
        (Some("the" | "this" | "that" | "these"), Some(noun), None) => BACK_NOUNS.contains(&noun),
        _ => false,
    }
}

/// "The report added": nouns that stand for a source spoken of before.
const BACK_NOUNS: &[&str] = &[
    "report",
    "group",
    "groups",
    "organization",
    "organizations",
    "ngo",
    "ngos",
    "study",
    "survey",
    "newspaper",
    "agency",
    "same",
    "network",
    "center",
    "commission",
    "article",
    "statement",
];

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
    /// Who gives the figure.
    pub(super) giver: Giver,
    /// Whether a cause holds for these alone ("11 died of tuberculosis").
    pub(super) of_a_cause: bool,
    /// Where the figure begins in its sentence.
    pub(super) start: u32,
    /// Where the clause begins that gives the figure in so many words ("the union counted 36").
    pub(super) given: Option<u32>,
    /// The figure as it stands; the lower end of a range.
    pub(super) value: f64,
    /// The figure as a stretch of the number line.
    pub(super) low: f64,
    pub(super) high: f64,
}

/// Whether a figure is of a kind that is laid beside others.
pub(super) fn may_count(figure: &Figure) -> bool {
    !figure.norm && matches!(figure.kind, FigureKind::Count | FigureKind::Percent)
}

/// What a figure counts and whom; none where it cannot be laid beside others.
pub(super) fn tally(
    text: &str,
    words: &[Word],
    reading: &Reading,
    which: usize,
) -> Option<(Tally, Vec<u64>)> {
    let figure = &reading.figures[which];
    let single = figure.value < 2.0 && figure.high.is_none();
    if figure.norm || single || is_part(text, words, figure) {
        return None;
    }
    match figure.kind {
        FigureKind::Percent => {
            share(text, words, figure).map(|share| (Tally::Share(share), Vec::new()))
        }
        FigureKind::Count => count(text, words, reading, figure),
        FigureKind::Money | FigureKind::Duration | FigureKind::Age | FigureKind::Other => None,
    }
}

fn is_part(text: &str, words: &[Word], figure: &Figure) -> bool {
    let first = words.partition_point(|word| word.span.start < figure.span.start);
    // In brackets a figure details one before it; "from 65 to 50" begins with what was.
    let open = words
        .get(..first)
        .unwrap_or_default()
        .iter()
        .rev()
        .find_map(|word| match word.span.of(text) {
            "(" => Some(true),
            ")" => Some(false),
            _ => None,
        });
    let from = figure.span.of(text).starts_with("from ")
        || first
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|word| word.span.of(text) == "from");
    if open == Some(true) || from {
        return true;
    }
    // "Of the 28, 23 had …": the whole told again, and its parts.
    if words.first().is_some_and(|word| word.span.of(text) == "Of")
        || figure.kind == FigureKind::Count && whole_again(text, words, first)
    {
        return true;
    }
    let last = words.partition_point(|word| word.span.end <= figure.span.end);
    // "another 12", "among them 12"; "including 12", "of which it acknowledged 12".
    let before = words
        .get(first.saturating_sub(5)..first)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|word| word.piece != Piece::Mark)
        .enumerate()
        .any(|(back, word)| {
            PART_NEAR.has(word.stem)
                || (back < 2 && PART_NEXT.has(word.stem))
                || of_which(text, words, first, back)
        });
    // "12 of them", "12 of the 40", "two more", "two other".
    let after = words.get(last).is_some_and(|word| {
        let it = word.span.of(text);
        it == "of" || it == "more" || it == "other" || it == "additional" || it == "others"
    });
    before || after
}

/// "of the 28", "of 28", not "number of 28", "deaths of 28".
fn whole_again(text: &str, words: &[Word], first: usize) -> bool {
    let at = |back: usize| first.checked_sub(back).and_then(|at| words.get(at));
    let is = |back: usize, wanted: &str| at(back).is_some_and(|word| word.span.of(text) == wanted);
    let of = if is(1, "of") {
        1
    } else if is(2, "of") && (is(1, "the") || is(1, "those") || is(1, "these")) {
        2
    } else {
        return false;
    };
    !at(of + 1).is_some_and(|word| NUMBER_NOUN.has(word.stem) || BEFELL.has(word.stem))
}

/// "of which", "of whom" that many words before the figure.
fn of_which(text: &str, words: &[Word], first: usize, back: usize) -> bool {
    let at = |back: usize| {
        first
            .checked_sub(back + 1)
            .and_then(|at| words.get(at))
            .map_or("", |word| word.span.of(text))
    };
    matches!(at(back), "which" | "whom") && at(back + 1).eq_ignore_ascii_case("of")
}

/// Whether a cause follows that holds for these alone ("11 died of tuberculosis").
pub(super) fn of_a_cause(text: &str, words: &[Word], figure: &Figure) -> bool {
    let last = words.partition_point(|word| word.span.end <= figure.span.end);
    let after = words
        .get(last..(last + 5).min(words.len()))
        .unwrap_or_default();
    after.windows(2).any(|pair| {
        BEFELL.get(pair[0].stem) == Some(Befell::Died)
            && matches!(pair[1].span.of(text), "of" | "from")
    })
}

/// Where the clause begins in which somebody gives this figure; none where none does.
pub(super) fn given(text: &str, words: &[Word], figure: &Figure) -> Option<u32> {
    let first = words.partition_point(|word| word.span.start < figure.span.start);
    let clause = words
        .get(..first)?
        .iter()
        .rposition(|word| BESIDE.has(word.stem) || word.span.of(text) == ";")
        .map_or(0, |at| at + 1);
    words
        .get(clause.max(first.saturating_sub(WORDS_TO_GIVER))..first)?
        .iter()
        .any(|word| GIVES.has(word.stem))
        .then(|| words.get(clause).map_or(0, |word| word.span.start))
}

/// How many words may stand between "counted" or "put the number of dead at" and the figure.
const WORDS_TO_GIVER: usize = 8;

/// Whether a figure without a name of its own corrects one told before it: "the true number was
/// higher, possibly 60".
pub(super) fn corrects(text: &str, words: &[Word], reading: &Reading, which: usize) -> bool {
    let figure = &reading.figures[which];
    if figure.norm || figure.kind != FigureKind::Count || is_part(text, words, figure) {
        return false;
    }
    let first = words.partition_point(|word| word.span.start < figure.span.start);
    let before = words
        .get(first.saturating_sub(12)..first)
        .unwrap_or_default();
    before.iter().any(|word| NUMBER_NOUN.has(word.stem))
        && before.iter().any(|word| CORRECTS.has(word.stem))
}

fn share(text: &str, words: &[Word], figure: &Figure) -> Option<&'static str> {
    let at = words.partition_point(|word| word.span.start < figure.span.start);
    let parted = |word: &&Word| !matches!(word.span.of(text), "," | ";" | ":");
    let before = words.get(at.saturating_sub(10)..at)?;
    let after = words.get(at..(at + 6).min(words.len()))?;
    before
        .iter()
        .rev()
        .take_while(parted)
        .chain(after.iter().take_while(parted))
        .find_map(|word| SHARES.get(word.stem))
}

fn count(
    text: &str,
    words: &[Word],
    reading: &Reading,
    figure: &Figure,
) -> Option<(Tally, Vec<u64>)> {
    let unit = crate::words::line(&figure.unit);
    // "Bodies" are dead ones only when nothing else is said of them: not "legislative bodies".
    let bodies = !matches!(figure.unit.as_str(), "bodies" | "dead bodies" | "body");
    let mut told = unit
        .iter()
        .filter(|word| !(bodies && word.span.of(&figure.unit).starts_with("bod")))
        .filter_map(|word| BEFELL.get(word.stem));
    let befell = told.next();
    if befell.is_some() && told.any(|other| Some(other) != befell) {
        return None;
    }
    let befell = befell.or_else(|| befell_beside(text, words, figure));
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
    let said = reported_directly(text, words, reading, figure);
    (!content.is_empty() && !head_is_received && said && figure.value >= LEAST_THINGS)
        .then_some((Tally::Things(content), Vec::new()))
}

/// Whether the figure is what its source says ("the union counted 40 mines"), not a figure that
/// merely occurs in what it says.
fn reported_directly(text: &str, words: &[Word], reading: &Reading, figure: &Figure) -> bool {
    let Some(giver) = crate::credit::giver(text, reading, figure.span) else {
        return false;
    };
    let from = words.partition_point(|word| word.span.start < giver.cue.end);
    let to = words.partition_point(|word| word.span.start < figure.span.start);
    giver.cue.end <= figure.span.start && to - from <= WORDS_TO_FIGURE
}

/// How many words may stand between the crediting words and a figure they give directly.
const WORDS_TO_FIGURE: usize = 3;

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
