//! Killed, murdered or died, and in whose mouth. See `rules/reply/killed_or_died.md`.

use super::{Case, Found, credited, listed};
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "killed_or_died";

const NAMING: &[&str] = &[
    "calls",
    "call",
    "calling",
    "called",
    "names them",
    "speaks of",
    "describes",
    "labels",
];

const WORDS: &[(&str, &str)] = &[
    ("murder*", "murder"),
    ("kill*", "kill"),
    ("execut*", "execut"),
    ("massacre*", "massacre"),
    ("slaughter*", "slaughter"),
];

const DEATHS: &[&str] = &[
    "kill*",
    "murder*",
    "died",
    "dead",
    "death*",
    "execut*",
    "massacre*",
];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if matches!(
        case.kind,
        Kind::Heading | Kind::Omission | Kind::Opinion | Kind::AboutOtherDocument
    ) {
        return None;
    }
    if !cues::any(&case.claim.plain, NAMING) {
        return None;
    }
    let (_, stem) = WORDS
        .iter()
        .find(|(cue, _)| cues::has(&case.claim.plain, cue))?;
    let about: Vec<_> = case
        .best(6)
        .filter(|(_, line)| cues::any(&quoted::plain_words(&line.text), DEATHS))
        .take(4)
        .collect();
    if about.is_empty() {
        return None;
    }
    let with: Vec<_> = about
        .iter()
        .filter(|(_, line)| line.text.to_lowercase().contains(stem))
        .collect();
    if with.is_empty() {
        return Some(
            Found::new(
                RULE,
                format!("Of these deaths the report does not use the word “{stem}…”."),
                about.iter().map(|(place, _)| *place).collect(),
            )
            .says(Verdict::Contradicted, 0.7),
        );
    }
    let mouths: Vec<String> = with
        .iter()
        .filter_map(|(_, line)| credited(line))
        .map(|(source, _)| format!("“{source}”"))
        .collect();
    let quotes = with.iter().map(|(place, _)| *place).collect();
    if mouths.is_empty() {
        return Some(
            Found::new(
                RULE,
                format!("The report uses the word “{stem}…” itself."),
                quotes,
            )
            .says(Verdict::Supported, 0.6)
            .first(),
        );
    }
    Some(
        Found::new(
            RULE,
            format!(
                "The word “{stem}…” stands there in the mouth of {}.",
                listed(&mouths)
            ),
            quotes,
        )
        .says(Verdict::Partly, 0.65)
        .first(),
    )
}
