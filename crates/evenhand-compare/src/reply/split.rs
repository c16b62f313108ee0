//! Sentences of a reply cut into points: stretches that state one thing each.
//!
//! In: the text of a sentence. Out: spans inside it, in order, that do not overlap. Cuts are made
//! between statements (at a comma with a connecting word and a verb, a relative or participial
//! clause, a semicolon, a dash), between the things of a list that is said to be missing, and after
//! quoted labels in a row. Nothing inside quotation marks or brackets is cut.

use super::cues;
use super::quoted;
use super::verbs;
use crate::words::{self, Piece};
use evenhand_report::Span;

/// A word or mark of the sentence.
struct Bit<'a> {
    piece: Piece,
    span: Span,
    text: &'a str,
    lower: String,
    /// Inside quotation marks or brackets.
    inside: bool,
}

/// Fewest words of a point; a shorter stretch stays with the one before it.
const FEWEST: usize = 3;

const CONNECTORS: &[&str] = &[
    "and", "but", "or", "while", "whereas", "although", "though", "yet", "so", "nor", "however",
    "because",
];

const RELATIVES: &[&str] = &["which", "who", "whom", "whose", "where", "when"];

/// Participles without an ending of their own that open a clause ("…, taken from …").
const PARTICIPLES: &[&str] = &[
    "taken", "given", "known", "drawn", "written", "shown", "seen", "chosen", "borne", "built",
    "brought", "bought", "sold", "paid", "held", "kept", "led", "made", "meant", "beaten",
    "driven",
];

/// The stretches of a sentence that state one thing each.
pub(super) fn stretches(text: &str) -> Vec<Span> {
    let bits = bits(text);
    if let Some(items) = missing_items(text, &bits) {
        return items;
    }
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for at in 0..bits.len() {
        if let Some(next) = cut_at(&bits, from, at)
            && words_in(&bits, from, at) >= FEWEST
            && words_in(&bits, next, bits.len()) >= FEWEST
        {
            starts.push((from, at));
            from = next;
        }
    }
    starts.push((from, bits.len()));
    starts
        .into_iter()
        .filter_map(|(from, to)| stretch(text, &bits, from, to))
        .collect()
}

fn bits(text: &str) -> Vec<Bit<'_>> {
    let quotes = quoted::phrases(text);
    let mut bits = Vec::new();
    let mut depth = 0_usize;
    words::cut(text, |piece, span| {
        let word = span.of(text);
        if word == "(" {
            depth += 1;
        }
        let inside = depth > 0 || quotes.iter().any(|quote| quote.overlaps(span));
        if word == ")" {
            depth = depth.saturating_sub(1);
        }
        bits.push(Bit {
            piece,
            span,
            text: word,
            lower: word.to_lowercase(),
            inside,
        });
    });
    bits
}

/// The span of a stretch without marks at its ends (a closing point stays).
fn stretch(text: &str, bits: &[Bit<'_>], from: usize, to: usize) -> Option<Span> {
    let list = bits.get(from..to)?;
    let first = list
        .iter()
        .find(|bit| bit.piece != Piece::Mark || opens(bit.text))?;
    let last = list.iter().rev().find(|bit| {
        bit.piece != Piece::Mark || !matches!(bit.text, "," | ";" | ":" | "-" | "–" | "—")
    })?;
    let span = Span::new(first.span.start as usize, last.span.end as usize);
    (!span.of(text).is_empty()).then_some(span)
}

fn opens(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "„" | "«" | "(")
}

fn words_in(bits: &[Bit<'_>], from: usize, to: usize) -> usize {
    bits.get(from..to)
        .unwrap_or_default()
        .iter()
        .filter(|bit| bit.piece != Piece::Mark)
        .count()
}

/// Whether the bits from `from` to `to` have a finite verb.
fn finite(bits: &[Bit<'_>], from: usize, to: usize) -> bool {
    verbs::has_finite(
        bits.get(from..to)
            .unwrap_or_default()
            .iter()
            .filter(|bit| bit.piece != Piece::Mark && !bit.inside)
            .map(|bit| bit.lower.as_str()),
    )
}

/// Where the clause that begins at `from` ends: the next comma, semicolon or dash.
fn clause_end(bits: &[Bit<'_>], from: usize) -> usize {
    (from..bits.len())
        .find(|at| {
            !bits[*at].inside
                && !joined(bits, *at)
                && matches!(bits[*at].text, "," | ";" | "–" | "—" | ":")
        })
        .unwrap_or(bits.len())
}

/// Where the next stretch begins if the sentence is cut at this bit.
fn cut_at(bits: &[Bit<'_>], from: usize, at: usize) -> Option<usize> {
    let bit = &bits[at];
    if bit.inside {
        return None;
    }
    match bit.text {
        ";" => (!says_missing(bits, at + 1)).then_some(at + 1),
        // "They are let off: that an inquiry was opened is not told".
        ":" => (finite(bits, from, at) && finite(bits, at + 1, bits.len())).then_some(at + 1),
        "–" | "—" => (!joined(bits, at)
            && finite(bits, at + 1, clause_end(bits, at + 1))
            && words_in(bits, at + 1, bits.len()) > FEWEST + 1)
            .then_some(at + 1),
        "," => after_comma(bits, from, at),
        "and" => after_and(bits, from, at),
        _ => None,
    }
}

/// Whether the bits say that something is missing.
fn missing(bits: &[Bit<'_>], from: usize, to: usize) -> bool {
    cues::says_missing(&plain(bits, from, to))
}

/// Whether the clause that begins here only says that what stands before it is missing: few words, or
/// a pronoun for what is missing.
fn says_missing(bits: &[Bit<'_>], from: usize) -> bool {
    let end = (from..bits.len())
        .find(|at| bits[*at].text == ";" || (bits[*at].text == "." && *at > from))
        .unwrap_or(bits.len());
    let words = words_in(bits, from, end);
    // "And who counted them we never learn" says more than that it is missing.
    let asks = bits
        .get(from..end)
        .unwrap_or_default()
        .iter()
        .take(2)
        .any(|bit| {
            matches!(
                bit.lower.as_str(),
                "who" | "what" | "where" | "why" | "how" | "whose" | "which"
            )
        });
    missing(bits, from, end)
        && !asks
        && (words <= 6
            || words <= 10 && {
                let plain = plain(bits, from, end);
                cues::any(&plain, &["it", "this", "them", "so"])
            })
}

fn plain(bits: &[Bit<'_>], from: usize, to: usize) -> String {
    let mut text = String::from(" ");
    for bit in bits.get(from..to).unwrap_or_default() {
        if bit.piece != Piece::Mark {
            text.push_str(&bit.lower);
            text.push(' ');
        }
    }
    text
}

/// Whether a dash stands between two words without a space, as a hyphen.
fn joined(bits: &[Bit<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bits.get(before));
    let (Some(before), Some(after)) = (before, bits.get(at + 1)) else {
        return false;
    };
    before.span.end == bits[at].span.start && bits[at].span.end == after.span.start
}

fn after_comma(bits: &[Bit<'_>], from: usize, at: usize) -> Option<usize> {
    let next = bits.get(at + 1)?;
    let lower = next.lower.as_str();
    let verb_before = finite(bits, from, at) || missing(bits, from, at);
    // Labels in a row: so-called "such", victims of "so" and …
    if verb_before
        && ends_in_quote(bits, at)
        && !finite(bits, at + 1, clause_end(bits, at + 1))
        && later_quote(bits, at)
    {
        return Some(at + 1);
    }
    // "… were allowed to stand, and the authors forgot to mention it": one point.
    if says_missing(bits, at + 1) {
        return None;
    }
    if !verb_before {
        // "X, having become Y, maintains Z": the statement goes on after what was put in.
        let put_in = bits
            .get(from..at)?
            .iter()
            .any(|bit| matches!(bit.lower.as_str(), "having" | "being"));
        if put_in && verbs::is_verb(lower, &mut String::new()) {
            return Some(at + 1);
        }
        return None;
    }
    if CONNECTORS.contains(&lower) {
        let start = at + 2;
        let end = clause_end(bits, start);
        // "…, and therefore, in the end, he went": the verb may come after a second comma.
        let mut reach = if words_in(bits, start, end) < FEWEST {
            clause_end(bits, end + 1)
        } else {
            end
        };
        // "..., and our officials, who last year did so, now do it": the verb comes after the relative clause.
        let relative = bits
            .get(end + 1)
            .is_some_and(|bit| RELATIVES.contains(&bit.lower.as_str()));
        if relative && bits.get(end).is_some_and(|bit| bit.text == ",") {
            reach = clause_end(bits, clause_end(bits, end + 1) + 1);
        }
        return finite(bits, start, reach).then_some(start);
    }
    if RELATIVES.contains(&lower) && finite(bits, at + 1, bits.len()) {
        return Some(at + 1);
    }
    let second = bits.get(at + 2).map_or("", |bit| bit.lower.as_str());
    if (matches!(
        lower,
        "within" | "of" | "in" | "for" | "by" | "from" | "with"
    ) && second == "which")
        || (lower == "as" && second == "if")
        || (lower == "not" && second == "without")
    {
        return Some(at + 1);
    }
    let participle = next.piece == Piece::Word
        && !next.text.starts_with(char::is_uppercase)
        && !matches!(
            lower,
            "including"
                | "according"
                | "regarding"
                | "concerning"
                | "following"
                | "considering"
                | "depending"
        )
        && (lower.len() > 4 && (lower.ends_with("ing") || lower.ends_with("ed"))
            || PARTICIPLES.contains(&lower));
    if participle && words_in(bits, at + 1, clause_end(bits, at + 1)) > FEWEST {
        return Some(at + 1);
    }
    // A second statement set beside the first: "the first is bad, the second is bad".
    let end = clause_end(bits, at + 1);
    let beside = matches!(
        lower,
        "the" | "this" | "these" | "our" | "he" | "she" | "it" | "they"
    ) && finite(bits, at + 1, end);
    beside.then_some(at + 1)
}

fn after_and(bits: &[Bit<'_>], from: usize, at: usize) -> Option<usize> {
    if from == at {
        return None;
    }
    let next = bits.get(at + 1)?;
    // A label in a row may have been parted from the verb that all of them hang on.
    let in_row = from > 0 && finite(bits, 0, from);
    if !in_row && !finite(bits, from, at) {
        return None;
    }
    if ends_in_quote(bits, at) && next.piece == Piece::Word && !finite(bits, at + 1, bits.len()) {
        return later_or_earlier_quote(bits, from, at).then_some(at);
    }
    // One subject, two statements, the second a name given: "… and calls them …".
    matches!(
        next.lower.as_str(),
        "calls" | "call" | "called" | "describes" | "names" | "labels"
    )
    .then_some(at + 1)
}

fn ends_in_quote(bits: &[Bit<'_>], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| bits.get(before))
        .is_some_and(|bit| matches!(bit.text, "\"" | "”" | "»"))
}

fn later_quote(bits: &[Bit<'_>], at: usize) -> bool {
    bits.get(at..)
        .unwrap_or_default()
        .iter()
        .any(|bit| opens(bit.text) && bit.text != "(")
}

fn later_or_earlier_quote(bits: &[Bit<'_>], from: usize, at: usize) -> bool {
    later_quote(bits, at)
        || from > 0
            && bits
                .get(..from)
                .unwrap_or_default()
                .iter()
                .any(|bit| opens(bit.text))
}

/// The things of a list that is said to be missing: "such things as A, B, C, etc. are not mentioned".
fn missing_items(text: &str, bits: &[Bit<'_>]) -> Option<Vec<Span>> {
    let plain = quoted::plain_words(text);
    if !cues::says_missing(&plain) {
        return None;
    }
    let words: Vec<&str> = bits.iter().map(|bit| bit.lower.as_str()).collect();
    let such = words
        .iter()
        .position(|word| *word == "such" || *word == "like")?;
    let start = if words.get(such) == Some(&"such") {
        let gap = words
            .get(such + 1..)?
            .iter()
            .take(4)
            .position(|word| *word == "as")?;
        such + 1 + gap + 1
    } else {
        such + 1
    };
    // The list ends where its verb begins.
    let end = (start..bits.len()).find(|at| {
        matches!(
            words[*at],
            "is" | "are" | "was" | "were" | "has" | "have" | "does" | "do" | "etc"
        )
    })?;
    let mut items = Vec::new();
    let mut from = start;
    for at in start..=end {
        // "A, B, and C": the last thing begins after its "and".
        if from == at && matches!(words[at], "and" | "or") && at < end {
            from = at + 1;
            continue;
        }
        let parts = at == end
            || (!bits[at].inside && (bits[at].text == "," || (words[at] == "and" && from < at)));
        if parts {
            if let Some(span) = stretch(text, bits, from, at)
                && words_in(bits, from, at) >= 1
            {
                items.push(span);
            }
            from = at + 1;
        }
    }
    (items.len() >= 2).then_some(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        stretches(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn statements_joined_by_a_comma_are_parted() {
        assert_eq!(
            cut("Veldania has not passed one, and so there can be no progress in Veldania."),
            [
                "Veldania has not passed one",
                "so there can be no progress in Veldania."
            ]
        );
        assert_eq!(
            cut("The toll is too high, taken from groups whose names nobody gives."),
            [
                "The toll is too high",
                "taken from groups whose names nobody gives."
            ]
        );
    }

    #[test]
    fn one_statement_stays_whole() {
        for whole in [
            "The report says that the minimum wage is now above the subsistence level.",
            "Not a word about the single presidential term.",
            "He thanked judges, prosecutors, and clerks.",
            "Inspectors may now visit mines without notice, and the report does not say so.",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn things_said_to_be_missing_are_points_of_their_own() {
        assert_eq!(
            cut(
                "And such large things as the new court, a law on aid, and the census, etc. are not mentioned at all."
            ),
            ["the new court", "a law on aid", "the census"]
        );
    }

    #[test]
    fn labels_in_a_row_are_parted() {
        assert_eq!(
            cut(
                "They list his friends as so-called \"prisoners of conscience\", victims of \"pressure\" and free thinkers of Tesmar."
            ),
            [
                "They list his friends as so-called \"prisoners of conscience\"",
                "victims of \"pressure\"",
                "and free thinkers of Tesmar."
            ]
        );
    }

    #[test]
    fn quotations_are_not_cut() {
        let text = "He wrote that \"it is late, and we are tired, which is no wonder\".";
        assert_eq!(cut(text), [text]);
    }
}
