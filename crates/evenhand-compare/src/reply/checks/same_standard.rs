//! One measure for some and another for others: the same sentences side by side. See
//! `rules/reply/same_standard.md`.

use super::{Case, Found};
use crate::reply::shelf::{Place, Volume};
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "same_standard";

const STANDARDS: &[&str] = &[
    "standard",
    "standards",
    "double standard*",
    "yardstick",
    "measure",
    "ignored by",
    "other countries",
    "western countries",
];
const PRAISE: &[&str] = &[
    "only praise",
    "nothing but praise",
    "full of praise",
    "praises",
];
const OPENING: &[&str] = &[
    "begins",
    "opens",
    "starts",
    "nothing has changed",
    "no change*",
    "same words",
];

/// Shares of the point's words that make a line of another report bear it out.
const BORNE_OUT: f32 = 0.45;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::CrossCountry {
        return None;
    }
    let named: Vec<u32> = case
        .claim
        .countries
        .iter()
        .chain(&case.claim.countries_near)
        .filter_map(|country| country.volume)
        .collect();
    let at = *named.first()?;
    let abroad = case.desk.shelf.volumes.get(at as usize)?;
    let opening = opening(case, at, abroad)?;
    let home = case.main().and_then(|main| self::opening(case, 0, main));
    if case.says(OPENING) {
        let alike = home.is_some_and(|home| same_but_for_names(case, home, opening));
        let mut quotes = vec![opening];
        quotes.extend(home);
        return Some(if alike {
            Found::new(
                RULE,
                "Both reports open with the same words.".to_owned(),
                quotes,
            )
            .says(Verdict::Supported, 0.75)
            .first()
        } else {
            Found::new(
                RULE,
                "The two reports open with different words.".to_owned(),
                quotes,
            )
            .says(Verdict::Contradicted, 0.5)
            .first()
        });
    }
    let best = case.evidence.abroad.first().map(|(place, _)| *place)?;
    if case.says(PRAISE) {
        let problems: Vec<Place> = case
            .lines(at, abroad)
            .filter(|(_, line)| abroad.in_summary(line))
            .filter(|(_, line)| {
                cues::any(
                    &quoted::plain_words(&line.text),
                    &[
                        "problems",
                        "issues",
                        "abuse*",
                        "detention",
                        "torture",
                        "restrict*",
                        "harsh",
                    ],
                )
            })
            .map(|(place, _)| place)
            .take(2)
            .collect();
        if !problems.is_empty() {
            return Some(
                Found::new(
                    RULE,
                    format!("The summary of {} names problems too.", abroad.document),
                    problems,
                )
                .says(Verdict::Contradicted, 0.65)
                .first(),
            );
        }
    }
    if case.says(STANDARDS) {
        let mut quotes = vec![opening];
        quotes.push(best);
        quotes.extend(home);
        return Some(
            Found::new(
                RULE,
                format!(
                    "A charge of unequal measure is not settled by single sentences; beside each other: how {} opens, what it \
                     says nearest to the point, and how the report replied to opens.",
                    abroad.document
                ),
                quotes,
            )
            .says(Verdict::NotCheckable, 0.6)
            .first(),
        );
    }
    let (best, covered) = case
        .evidence
        .abroad
        .iter()
        .take(8)
        .map(|(place, _)| (*place, case.covers(*place)))
        .max_by(|(a, x), (b, y)| x.total_cmp(y).then(b.cmp(a)))?;
    (covered >= BORNE_OUT).then(|| {
        Found::new(
            RULE,
            format!("{} says it at {}.", abroad.document, case.pin(best)),
            vec![best],
        )
        .says(Verdict::Supported, 0.5)
    })
}

/// The first sentence of a report.
fn opening(case: &Case<'_>, at: u32, volume: &Volume) -> Option<Place> {
    case.lines(at, volume)
        .find(|(_, line)| {
            volume.in_summary(line)
                && !line.text.contains("this report")
                && !line.text.contains("This report")
        })
        .map(|(place, _)| place)
}

/// Whether two sentences are the same but for the words that begin with a capital.
fn same_but_for_names(case: &Case<'_>, one: Place, other: Place) -> bool {
    let bare = |place: Place| -> Vec<&str> {
        case.line(place)
            .map_or("", |line| line.text.as_str())
            .split_whitespace()
            .filter(|word| !word.starts_with(char::is_uppercase) && *word != "the")
            .collect()
    };
    bare(one) == bare(other)
}
