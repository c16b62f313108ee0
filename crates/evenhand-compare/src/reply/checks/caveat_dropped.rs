//! What the report adds and the point leaves out. See `rules/reply/caveat_dropped.md`.

use super::{Case, Found};
use crate::reply::{Kind, Verdict, cues, quoted};
use evenhand_report::Direction;

const RULE: &str = "caveat_dropped";

/// Words that take something back or narrow it.
const NARROWING: &[&str] = &[
    "but",
    "although",
    "however",
    "nevertheless",
    "except",
    "not consistently",
    "some barriers",
    "only",
    "repeated",
    "unless",
    "did not",
    "does not",
    "limited",
    "partially",
    "in part",
    "some of",
    "superficial",
    "sometimes",
    "could not",
    "was not",
    "were not",
    "without adequate",
    "rarely",
    "while",
];

/// A line speaks of the same matter from this share of the point's words on; a point of so few words that say something
/// shares them by chance.
const SAME: f32 = 0.42;
const FEW: usize = 2;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if !matches!(case.kind, Kind::Wording | Kind::Organisation)
        || !case.claim.phrases.is_empty()
        || case.own.terms.len() <= FEW
    {
        return None;
    }
    let mut best: Option<(crate::reply::Place, &crate::reply::Line)> = None;
    let same_right = |line: &crate::reply::Line| {
        line.reading
            .rights
            .first()
            .is_some_and(|right| case.claim.rights.contains(&right.article))
    };
    let near: Vec<_> = case
        .best(4)
        .filter(|(place, _)| case.covers(*place) >= SAME)
        .collect();
    // Prison conditions are no working conditions: where a line is on the point's right, one on another is not meant.
    let on_right = case.best(4).any(|(_, line)| same_right(line));
    for (place, line) in near {
        if on_right && !same_right(line) {
            continue;
        }
        best.get_or_insert((place, line));
        let plain = quoted::plain_words(&line.text);
        let narrowing = NARROWING
            .iter()
            .find(|word| cues::has(&plain, word) && !cues::has(&case.claim.plain, word));
        if let Some(word) = narrowing {
            return Some(
                Found::new(
                    RULE,
                    format!("The sentence goes on or narrows it (“{word}”), which the point leaves out: {}.", line.pin),
                    vec![place],
                )
                .says(Verdict::Partly, 0.55),
            );
        }
    }
    // A good word, and in the same passage a violation of the same.
    let (place, line) = best?;
    if line.reading.direction.direction == Direction::Violation {
        return None;
    }
    let main = case.main()?;
    let against = case
        .lines(0, main)
        .filter(|(other, words)| *other != place && words.passage == line.passage)
        .find(|(other, words)| {
            words.reading.direction.direction == Direction::Violation
                && case.covers(*other) >= SAME / 2.0
        });
    against.map(|(other, words)| {
        Found::new(
            RULE,
            format!("In the same passage the report adds: {}.", words.pin),
            vec![place, other],
        )
        .says(Verdict::Partly, 0.38)
    })
}
