//! What a model looks at: the words of the masked sentence, their pairs and classes, its main clause, what
//! is negated, how it opens; and, where they are stated, the words of the nearest headings and of the sentence before.
//!
//! A feature is a hash; it carries the words it stands on, so that a score can name them.

use super::frames::Frame;
use super::masked::Seen;
use super::vocabulary::mark;
use crate::tokens::key_of;
use evenhand_report::Span;
use std::sync::LazyLock;

/// One feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// Its hash, never 0.
    pub hash: u64,
    /// The words it stands on, in the sentence; empty for length and context.
    pub span: Span,
    /// Which models look at it.
    pub reach: Reach,
}

/// Which models look at a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Rights and direction.
    Both,
    /// Direction alone: order and negation say nothing on the subject of a sentence.
    Direction,
}

/// Kinds of features; the same words in another kind are another feature.
#[derive(Debug, Clone, Copy)]
enum Space {
    Word = 1,
    Pair,
    MainWord,
    MainPair,
    SideWord,
    Negated,
    NegatedClass,
    Opening,
    Length,
    WideClass,
    WidePair,
    NarrowClass,
    NarrowPair,
    Heading,
    HeadingPair,
    HeadingAbove,
    Before,
    BeforeOpening,
    Kind,
    KindPair,
    KindTriple,
    MainKindPair,
    HeadingKind,
}

/// How many words after a negation are taken as negated.
const NEGATION_REACH: usize = 5;
/// How many words of the sentence before are looked at.
const BEFORE_REACH: usize = 60;

struct Keys {
    but: u64,
    not: u64,
    comma: u64,
    semicolon: u64,
    full_stop: u64,
    concession: Vec<u64>,
    negation: Vec<u64>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let all = |words: &str| words.split_whitespace().map(key_of).collect::<Vec<_>>();
    Keys {
        but: key_of("but"),
        not: key_of("not"),
        comma: key_of(","),
        semicolon: key_of(";"),
        full_stop: key_of("."),
        concession: all("although though while despite whereas notwithstanding"),
        negation: all(
            "no not never without lack lacked lacks lacking failed fail fails failing failure none nor neither \
             unable cannot refused refuse denied inability insufficient inadequate rarely seldom few little limited \
             didn't don't doesn't wasn't weren't",
        ),
    }
});

/// The features of a sentence, added to `out`.
pub fn of_sentence(seen: &[Seen], out: &mut Vec<Feature>) {
    let keys = &*KEYS;
    let mut before = mark::START;
    let mut before_classes = [0; 2];
    let mut before_span: Option<Span> = None;
    let mut negated = 0;
    for word in seen {
        let pair = before_span.map_or(word.span, |span| span.join(word.span));
        push(
            out,
            Space::Word,
            [word.number, 0, 0],
            word.span,
            Reach::Both,
        );
        push(
            out,
            Space::Pair,
            [before, word.number, 0],
            pair,
            Reach::Both,
        );
        let [wide, narrow] = word.classes;
        if wide > 0 {
            push(
                out,
                Space::WideClass,
                [wide.into(), 0, 0],
                word.span,
                Reach::Direction,
            );
            push(
                out,
                Space::NarrowClass,
                [narrow.into(), 0, 0],
                word.span,
                Reach::Both,
            );
        }
        let wide_of = class_of(before, before_classes[0]);
        push(
            out,
            Space::WidePair,
            [wide_of, class_of(word.number, wide), 0],
            pair,
            Reach::Direction,
        );
        let narrow_of = class_of(before, before_classes[1]);
        push(
            out,
            Space::NarrowPair,
            [narrow_of, class_of(word.number, narrow), 0],
            pair,
            Reach::Direction,
        );
        if negated > 0 {
            negated -= 1;
            push(
                out,
                Space::Negated,
                [word.number, 0, 0],
                word.span,
                Reach::Direction,
            );
            if wide > 0 {
                push(
                    out,
                    Space::NegatedClass,
                    [narrow.into(), 0, 0],
                    word.span,
                    Reach::Direction,
                );
                push(
                    out,
                    Space::NegatedClass,
                    [wide.into(), 1, 0],
                    word.span,
                    Reach::Direction,
                );
            }
        }
        if keys.negation.contains(&word.key) {
            negated = NEGATION_REACH;
        } else if [keys.comma, keys.semicolon, keys.but].contains(&word.key) {
            negated = 0;
        }
        before = word.number;
        before_classes = word.classes;
        before_span = Some(word.span);
    }
    if let Some(span) = before_span {
        push(out, Space::Pair, [before, mark::END, 0], span, Reach::Both);
    }
    of_kinds(seen, out);
    of_clauses(seen, out);
    openings(seen, Space::Opening, out);
    let length = u16::try_from(seen.len() / 8).unwrap_or(6).min(6);
    push(
        out,
        Space::Length,
        [length, 0, 0],
        Span::default(),
        Reach::Direction,
    );
}

/// The kinds of words that stand together, two and three, in the sentence and in its main clause; see [`frames`](super::frames).
/// Each stands on the last of its words.
fn of_kinds(seen: &[Seen], out: &mut Vec<Feature>) {
    let mut add = |space, kinds, span| push(out, space, kinds, span, Reach::Direction);
    let frame = Frame::of(seen);
    let kinds = frame.kinds();
    for (at, (one, span)) in kinds.iter().enumerate() {
        add(Space::Kind, [*one, 0, 0], *span);
        for (next, (other, span)) in kinds.iter().enumerate().skip(at + 1) {
            add(Space::KindPair, [*one, *other, 0], *span);
            for (last, span) in kinds.iter().skip(next + 1) {
                add(Space::KindTriple, [*one, *other, *last], *span);
            }
        }
    }
    let (start, end) = main_clause(seen);
    if end - start < seen.len() {
        let frame = Frame::of(seen.get(start..end).unwrap_or(seen));
        for (at, (one, _)) in frame.kinds().iter().enumerate() {
            for (other, span) in frame.kinds().iter().skip(at + 1) {
                add(Space::MainKindPair, [*one, *other, 0], *span);
            }
        }
    }
}

/// A number for the class of a word; marks have their own.
fn class_of(number: u16, class: u8) -> u16 {
    if class == 0 {
        300 + number.min(super::vocabulary::FIRST_WORD)
    } else {
        class.into()
    }
}

/// The first words together, where the assertion often shows itself ("There were no ...").
fn openings(seen: &[Seen], space: Space, out: &mut Vec<Feature>) {
    if let [first, second, third, ..] = seen {
        let span = first.span.join(second.span);
        push(
            out,
            space,
            [first.number, second.number, 0],
            span,
            Reach::Direction,
        );
        let span = first.span.join(third.span);
        push(
            out,
            space,
            [first.number, second.number, third.number],
            span,
            Reach::Direction,
        );
    }
    if let Some(first) = seen.first() {
        push(
            out,
            space,
            [first.number, 0, 0],
            first.span,
            Reach::Direction,
        );
    }
}

/// The clause that carries the assertion, and what stands beside it.
fn of_clauses(seen: &[Seen], out: &mut Vec<Feature>) {
    let (start, end) = main_clause(seen);
    for (at, word) in seen.iter().enumerate() {
        if at < start || at >= end {
            push(
                out,
                Space::SideWord,
                [word.number, 0, 0],
                word.span,
                Reach::Direction,
            );
        }
    }
    let main = seen.get(start..end).unwrap_or(seen);
    for word in main {
        push(
            out,
            Space::MainWord,
            [word.number, 0, 0],
            word.span,
            Reach::Direction,
        );
    }
    for pair in main.windows(2) {
        let span = pair[0].span.join(pair[1].span);
        push(
            out,
            Space::MainPair,
            [pair[0].number, pair[1].number, 0],
            span,
            Reach::Direction,
        );
    }
}

/// From where to where the clause stands that carries the assertion: after the last "but", without a leading or
/// trailing concession.
fn main_clause(seen: &[Seen]) -> (usize, usize) {
    let keys = &*KEYS;
    let (mut start, mut end) = (0, seen.len());
    let but = seen.iter().rposition(|word| word.key == keys.but);
    if let Some(at) = but
        && at > 2
        && seen.get(at - 1).is_some_and(|word| word.key != keys.not)
    {
        start = at + 1;
    }
    let concedes = |word: &Seen| keys.concession.contains(&word.key);
    if seen.get(start).is_some_and(concedes)
        && let Some(comma) = seen
            .iter()
            .skip(start)
            .position(|word| word.key == keys.comma)
    {
        start += comma + 1;
    }
    if let Some(at) = seen.iter().skip(start + 4).position(concedes) {
        end = start + 4 + at;
    }
    (start.min(end), end)
}

/// The features of the nearest heading and the one above it, added to `out`.
pub fn of_headings(nearest: &[Seen], above: &[Seen], out: &mut Vec<Feature>) {
    let none = Span::default();
    for word in nearest {
        push(out, Space::Heading, [word.number, 0, 0], none, Reach::Both);
    }
    for pair in nearest.windows(2) {
        push(
            out,
            Space::HeadingPair,
            [pair[0].number, pair[1].number, 0],
            none,
            Reach::Both,
        );
    }
    for word in above {
        push(
            out,
            Space::HeadingAbove,
            [word.number, 0, 0],
            none,
            Reach::Both,
        );
    }
}

/// The kinds of words of the sentence under the nearest heading, added to `out`.
pub fn of_kinds_under(seen: &[Seen], nearest: &[Seen], out: &mut Vec<Feature>) {
    let Some(first) = nearest.first() else {
        return;
    };
    let second = nearest.get(1).map_or(0, |word| word.number);
    for (kind, span) in Frame::of(seen).kinds() {
        push(
            out,
            Space::HeadingKind,
            [first.number, second, *kind],
            *span,
            Reach::Direction,
        );
    }
}

/// The features of the sentence before, or of there being none, added to `out`.
pub fn of_before(before: Option<&[Seen]>, out: &mut Vec<Feature>) {
    let none = Span::default();
    let Some(before) = before else {
        push(out, Space::BeforeOpening, [0, 0, 0], none, Reach::Both);
        return;
    };
    for word in before.iter().take(BEFORE_REACH) {
        if word.number > mark::OTHER && word.key != KEYS.comma && word.key != KEYS.full_stop {
            push(out, Space::Before, [word.number, 0, 0], none, Reach::Both);
        }
    }
    if let [first, second, ..] = before {
        push(
            out,
            Space::BeforeOpening,
            [first.number, second.number, 1],
            none,
            Reach::Direction,
        );
    }
}

fn push(out: &mut Vec<Feature>, space: Space, words: [u16; 3], span: Span, reach: Reach) {
    // The four numbers fit one word of 64 bits, so only the mixing below can make two features meet.
    let [a, b, c] = words.map(u64::from);
    let mut hash = (space as u64) << 48 | a << 32 | b << 16 | c;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^= hash >> 29;
    out.push(Feature { hash, span, reach });
}
