//! The report is said to say what it only relays. See `rules/reply/in_whose_mouth.md`.

use super::{Case, Found, credited};
use crate::reply::{Kind, Verdict, cues};

const RULE: &str = "in_whose_mouth";

/// The point says that the report itself speaks so.
const ACCUSES: &[&str] = &[
    "accuses",
    "accuse",
    "blame",
    "blames",
    "puts the blame",
    "alleges",
    "claims that",
    "charges",
];
const CALLS: &[&str] = &[
    "classify",
    "classifies",
    "presented to",
    "presents",
    "calls them",
    "treats",
    "lists them",
    "declares",
];

const AS_FACT: &[&str] = &[
    "established fact",
    "as fact",
    "as a fact",
    "as proven",
    "at face value",
    "without any doubt",
    "no allegedly",
    "without allegedly",
];

/// A line speaks of the same matter from this share of the point's words on.
const SAME: f32 = 0.3;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if matches!(
        case.kind,
        Kind::Opinion | Kind::AboutOtherDocument | Kind::Omission | Kind::Funding | Kind::Heading
    ) {
        return None;
    }
    let accuses = cues::any(&case.claim.whole_plain, ACCUSES) || case.says(AS_FACT);
    if !accuses && !case.says(CALLS) {
        return None;
    }
    let mut quotes = Vec::new();
    let mut mouths = Vec::new();
    for (place, line) in case.best(4) {
        if case.covers(place) < SAME && !quotes.is_empty() {
            continue;
        }
        if let Some((source, _)) = credited(line) {
            let told = format!("“{source}”");
            if !mouths.contains(&told) {
                mouths.push(told);
            }
            quotes.push(place);
        }
    }
    if mouths.is_empty() {
        return None;
    }
    let found = Found::new(
        RULE,
        format!(
            "The report does not say it in its own voice; it credits {}.",
            super::listed(&mouths)
        ),
        quotes,
    );
    Some(if accuses {
        found.says(Verdict::Contradicted, 0.6)
    } else {
        found.says(Verdict::Partly, 0.55)
    })
}
