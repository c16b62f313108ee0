//! "Only in countries where …": the two-by-two table over the year's reports. See
//! `rules/reply/only_where.md`.

use super::{Case, Found};
use crate::reply::query::Query;
use crate::reply::shelf::{Place, Volume};
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "only_where";

const ONLY: &[&str] = &[
    "only in countries where",
    "only in those countries where",
    "only where",
    "only those countries that",
    "only for countries",
];

/// An improvement, as summaries tell it.
const BETTER: &[&str] = &[
    "improvement*",
    "improved",
    "progress",
    "took effect",
    "released",
    "abolished",
    "repealed",
    "decriminalized",
    "legalized",
    "positive step*",
    "positive change*",
    "significant steps",
];

/// Unless it is denied.
const NOT_BETTER: &[&str] = &[
    "no improvement*",
    "no significant improvement*",
    "no progress",
    "not improve*",
    "little progress",
];

/// From this share of its words close together on, a report has what is named as the condition.
const HAS: f32 = 0.6;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::CrossCountry || !cues::any(&case.claim.plain, ONLY) {
        return None;
    }
    let condition = case
        .claim
        .text
        .split_once("where")
        .or_else(|| case.claim.text.split_once("that"))
        .map(|(_, rest)| rest)?;
    let begins = begins(condition);
    let mut query = Query::default();
    query.words(condition, 1.0, &case.desk.rarity, &|_| false);
    let (mut both, mut better_only, mut with_only, mut neither) = (0, 0, 0, 0);
    let mut examples: Vec<Place> = Vec::new();
    let mut counter: Vec<Place> = Vec::new();
    let main = case.main()?;
    let volumes = std::iter::once((0, main)).chain(case.desk.shelf.abroad());
    for (at, volume) in volumes {
        let has = condition_in(case, at, volume, &query, &begins);
        let better = better_in(case, at, volume);
        match (better, has) {
            (Some(place), Some(law)) => {
                both += 1;
                examples.extend([law, place]);
            }
            (Some(place), None) => {
                better_only += 1;
                counter.push(place);
            }
            (None, Some(_)) => with_only += 1,
            (None, None) => neither += 1,
        }
    }
    let all = both + better_only + with_only + neither;
    if all < 2 {
        return None;
    }
    let message = format!(
        "Of {all} reports of the year at hand, {} tell of an improvement in their summary: {both} with what is named as the \
         condition, {better_only} without; {with_only} have the condition without an improvement, {neither} have neither.",
        both + better_only
    );
    examples.truncate(1);
    counter.truncate(4);
    let refuted = !counter.is_empty();
    examples.extend(counter);
    let found = Found::new(RULE, message, examples).first();
    Some(if refuted {
        found.says(Verdict::Contradicted, 0.75)
    } else if both > 0 {
        found.says(Verdict::Partly, 0.5)
    } else {
        found.says(Verdict::NotInReport, 0.4)
    })
}

fn condition_in(
    case: &Case<'_>,
    at: u32,
    volume: &Volume,
    query: &Query,
    begins: &[String],
) -> Option<Place> {
    case.lines(at, volume)
        .find(|(_, line)| {
            // A cheap test before the exact one: some two hundred reports are looked through.
            let text = line.text.as_str();
            let begun = begins
                .iter()
                .filter(|begin| text.contains(begin.as_str()))
                .count();
            begun >= begins.len().min(2) && super::closely(query, text) >= HAS && !denies(text)
        })
        .map(|(place, _)| place)
}

/// How the longer words of the condition begin, after their first letter, which may be a capital.
fn begins(condition: &str) -> Vec<String> {
    condition
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| {
            word.chars().count() > 3 && !matches!(*word, "have" | "been" | "were" | "with" | "such")
        })
        .map(|word| word.chars().skip(1).take(4).collect())
        .collect()
}

/// Whether a line says that there is no such thing.
fn denies(text: &str) -> bool {
    cues::any(
        &quoted::plain_words(text),
        &[
            "no legal",
            "no law",
            "not recognize*",
            "did not allow",
            "prohibited",
            "no provision*",
            "not permitted",
        ],
    )
}

fn better_in(case: &Case<'_>, at: u32, volume: &Volume) -> Option<Place> {
    case.lines(at, volume)
        .take_while(|(_, line)| volume.in_summary(line))
        .find(|(_, line)| {
            let plain = quoted::plain_words(&line.text);
            cues::any(&plain, BETTER) && !cues::any(&plain, NOT_BETTER)
        })
        .map(|(place, _)| place)
}
