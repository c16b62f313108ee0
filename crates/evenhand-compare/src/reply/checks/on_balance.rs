//! Praise or blame in general: what the report’s sentences say on balance. See `rules/reply/on_balance.md`.

use super::{Case, Found};
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues, quoted};
use evenhand_report::Direction;

const RULE: &str = "on_balance";

/// A sentence on what the law says: it judges no practice.
const BY_LAW: &[&str] = &["the law", "by law", "the constitution", "the code"];

/// Words by which reports judge a practice or a state of things as a whole.
const JUDGED: &[&str] = &[
    "generally",
    "in general",
    "effectively",
    "consistently",
    "appropriate",
    "adequate*",
    "inadequate*",
    "sufficient*",
    "insufficient*",
    "above the",
    "below the",
    "commensurate",
    "respected",
    "not respect*",
];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Wording || !case.says(cues::WHOLE) || !case.claim.phrases.is_empty() {
        return None;
    }
    let main = case.main()?;
    let topic: Vec<(Place, &Line)> = case
        .lines(0, main)
        .filter(|(_, line)| {
            line.reading
                .rights
                .first()
                .is_some_and(|right| case.claim.rights.contains(&right.article))
        })
        .collect();
    let on_topic = !topic.is_empty();
    let lines: Vec<(Place, &Line)> = if on_topic {
        topic
    } else {
        case.lines(0, main).collect()
    };
    let of = |wanted: &[Direction]| -> Vec<(Place, &Line)> {
        lines
            .iter()
            .filter(|(_, line)| wanted.contains(&line.reading.direction.direction))
            .copied()
            .collect()
    };
    let good = of(&[Direction::Improvement, Direction::Safeguard]);
    let bad = of(&[Direction::Violation]);
    let quotes = if on_topic {
        // Both sides, the nearer to its words first: a judgement needs both.
        let mut quotes = nearest(case, &good, 2);
        quotes.extend(nearest(case, &bad, 1));
        quotes
    } else {
        good.iter().take(2).map(|(place, _)| *place).collect()
    };
    let about = if on_topic {
        let mut articles = case.claim.rights.clone();
        articles.sort_unstable();
        let articles: Vec<String> = articles.iter().map(u8::to_string).collect();
        format!(
            " on what the point is about (Universal Declaration, {} {})",
            if articles.len() > 1 {
                "articles"
            } else {
                "article"
            },
            super::listed(&articles)
        )
    } else {
        String::new()
    };
    let message = format!(
        "Of {} sentences of the report{about}, {} speak of an improvement or a safeguard and {} of a violation; no sentence sums \
         them up so.",
        lines.len(),
        good.len(),
        bad.len(),
    );
    let found = Found::new(RULE, message, quotes).says(Verdict::Partly, 0.5);
    Some(if on_topic { found.first() } else { found })
}

/// The sentences with most of the point's words, those that judge a practice as a whole first and those on law
/// last; then as they stand.
fn nearest(case: &Case<'_>, lines: &[(Place, &Line)], count: usize) -> Vec<Place> {
    let mut ranked: Vec<(u8, f32, Place)> = lines
        .iter()
        .map(|(place, line)| {
            let plain = quoted::plain_words(&line.text);
            let class = match (cues::any(&plain, BY_LAW), cues::any(&plain, JUDGED)) {
                (true, _) => 2,
                (false, true) => 0,
                (false, false) => 1,
            };
            (class, case.answers(*place), *place)
        })
        .collect();
    ranked.sort_by(|(class, near, place), (other_class, other_near, other)| {
        class
            .cmp(other_class)
            .then(other_near.total_cmp(near))
            .then(place.cmp(other))
    });
    ranked
        .into_iter()
        .take(count)
        .map(|(_, _, place)| place)
        .collect()
}
