//! A passage said to stand twice in the report: does it? See `rules/reply/printed_twice.md`.

use super::{Case, Found};
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, quoted};
use crate::words;
use std::collections::BTreeMap;

const RULE: &str = "printed_twice";

const TWICE: &[&str] = &[
    "twice",
    "two times",
    "a second time",
    "word for word again",
    "again word for word",
    "duplicated",
    "duplicate",
];

const PRINTED: &[&str] = &[
    "appear",
    "appears",
    "copied",
    "duplicated",
    "duplicate",
    "occurs",
    "pasted",
    "print",
    "printed",
    "prints",
    "repeated",
    "repeats",
    "reproduced",
    "stand",
    "stands",
];

const TEXT: &[&str] = &[
    "block",
    "lines",
    "paragraph",
    "paragraphs",
    "passage",
    "passages",
    "sentence",
    "sentences",
    "text",
];

/// A sentence of fewer words may well stand twice.
const LONG: usize = 6;

/// From this share of words in common on, two sentences are nearly the same.
const NEARLY: usize = 75;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    let told = matches!(
        case.kind,
        Kind::Wording | Kind::Figure | Kind::Person | Kind::Organisation
    );
    if !told || !case.says(TWICE) || !case.says(PRINTED) || !case.says(TEXT) {
        return None;
    }
    let main = case.main()?;
    let lines: Vec<(Place, &Line)> = case
        .lines(0, main)
        .filter(|(_, line)| line.text.split_whitespace().count() >= LONG)
        .collect();
    // What the passage is about, as far as the point says: the words it quotes, or the names it has.
    let about = |line: &Line| {
        let phrase = case.claim.phrases.first().map(|phrase| {
            quoted::plain_words(&line.text).contains(quoted::plain_words(phrase).trim())
        });
        let mut names = case
            .claim
            .names
            .iter()
            .chain(&case.claim.names_near)
            .peekable();
        match phrase {
            Some(holds) => Some(holds),
            None => names
                .peek()
                .is_some()
                .then(|| names.any(|name| name.in_line(&line.text))),
        }
    };
    let mut same: BTreeMap<u64, Vec<Place>> = BTreeMap::new();
    for (place, line) in &lines {
        if about(line) != Some(false) {
            same.entry(words::exact_key(&line.text))
                .or_default()
                .push(*place);
        }
    }
    let mut doubled: Vec<Vec<Place>> = same
        .into_values()
        .filter(|places| places.len() > 1)
        .collect();
    doubled.sort();
    let stated = lines.iter().any(|(_, line)| about(line).is_some());
    let Some(first) = doubled.first() else {
        return Some(nowhere(case, &lines, about));
    };
    let (one, other) = (*first.first()?, *first.get(1)?);
    let row = in_a_row(case, one, other);
    let sentences = if row == 1 {
        "One sentence stands".to_owned()
    } else {
        format!("{row} sentences in a row stand")
    };
    let more = match doubled.len() - 1 {
        0 => String::new(),
        more => format!(" So do sentences in {more} other places."),
    };
    let quotes = vec![one, other];
    let message = format!(
        "{sentences} word for word twice: at {} and at {}.{more}",
        case.pin(one),
        case.pin(other)
    );
    Some(if stated {
        Found::new(RULE, message, quotes)
            .says(Verdict::Supported, 0.8)
            .first()
    } else {
        Found::new(
            RULE,
            format!("{message} Which passage is meant, the reply does not say."),
            quotes,
        )
        .says(Verdict::Partly, 0.5)
    })
}

/// How many sentences are the same from these two places on.
fn in_a_row(case: &Case<'_>, one: Place, other: Place) -> u32 {
    let next = |place: Place, by: u32| {
        case.line(Place {
            volume: place.volume,
            line: place.line + by,
        })
    };
    (0..other.line - one.line)
        .take_while(|by| match (next(one, *by), next(other, *by)) {
            (Some(a), Some(b)) => words::exact_key(&a.text) == words::exact_key(&b.text),
            _ => false,
        })
        .fold(0, |count, _| count + 1)
}

/// No sentence stands twice; sentences that are nearly the same are told.
fn nowhere(
    case: &Case<'_>,
    lines: &[(Place, &Line)],
    about: impl Fn(&Line) -> Option<bool>,
) -> Found {
    let meant: Vec<&(Place, &Line)> = lines
        .iter()
        .filter(|(_, line)| about(line) == Some(true))
        .collect();
    for (at, (one, a)) in meant.iter().enumerate() {
        for (other, b) in meant.iter().skip(at + 1) {
            if nearly(&a.text, &b.text) {
                return Found::new(
                    RULE,
                    format!(
                        "Not word for word, but nearly the same: {} and {}.",
                        case.pin(*one),
                        case.pin(*other)
                    ),
                    vec![*one, *other],
                )
                .says(Verdict::Partly, 0.6)
                .first();
            }
        }
    }
    let quotes = meant.iter().take(3).map(|(place, _)| *place).collect();
    Found::new(
        RULE,
        if meant.is_empty() {
            "No such sentence stands word for word twice in the report.".to_owned()
        } else {
            format!(
                "Of the {} that may be meant, no sentence stands word for word twice in the report.",
                meant.len()
            )
        },
        quotes,
    )
    .says(Verdict::Contradicted, 0.5)
}

fn nearly(one: &str, other: &str) -> bool {
    let (a, b) = (quoted::plain_words(one), quoted::plain_words(other));
    let (a, b): (Vec<&str>, Vec<&str>) = (
        a.split_whitespace().collect(),
        b.split_whitespace().collect(),
    );
    let common = a.iter().filter(|word| b.contains(word)).count();
    common * 100 >= NEARLY * a.len().max(b.len())
}
