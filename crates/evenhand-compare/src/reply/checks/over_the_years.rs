//! "For the first time", "stopped", "continues": the trace through the editions. See
//! `rules/reply/over_the_years.md`.

use super::{Case, Found};
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "over_the_years";

const STOPPED: &[&str] = &[
    "stopped",
    "no longer",
    "ceased",
    "has dropped",
    "have dropped",
];
const CONTINUES: &[&str] = &["continue to", "continues to", "still", "as before"];
const OVER_TIME: &[&str] = &[
    "for the first time",
    "last year",
    "previous year*",
    "earlier editions",
    "until now",
];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if matches!(
        case.kind,
        Kind::Opinion | Kind::AboutOtherDocument | Kind::Funding
    ) {
        return None;
    }
    let stopped = case.says(STOPPED);
    if !stopped && !case.says(CONTINUES) && !case.says(OVER_TIME) {
        return None;
    }
    let phrase = case.claim.phrases.first()?;
    let plain = quoted::plain_words(phrase);
    // "the true opposition" and "opposition leader" have a word in common that is not everybody's.
    let name = case.claim.names.iter().find(|name| name.person);
    let mut told = Vec::new();
    let mut with_phrase: Vec<(bool, Place)> = Vec::new();
    let mut quotes = Vec::new();
    let mut editions = case.desk.shelf.editions();
    editions.sort_by_key(|(_, volume)| volume.year);
    for (at, volume) in editions {
        let lines: Vec<(Place, &Line)> = case
            .lines(at, volume)
            .filter(|(_, line)| match name {
                Some(name) => name.in_line(&line.text),
                None => quoted::holds(&line.text, &plain),
            })
            .collect();
        let year = volume
            .year
            .map_or_else(|| volume.document.clone(), |year| year.to_string());
        if lines.is_empty() {
            told.push(format!("{year}: not named"));
            continue;
        }
        let holding = lines
            .iter()
            .find(|(_, line)| quoted::holds(&line.text, &plain));
        let label = lines.iter().find_map(|(_, line)| description(line, name));
        told.push(match (holding, label) {
            (Some(_), _) => format!("{year}: “{phrase}”"),
            (None, Some(label)) => format!("{year}: “{label}”"),
            (None, None) => format!("{year}: named {} times", lines.len()),
        });
        if let Some((place, _)) = holding {
            with_phrase.push((at == 0, *place));
            quotes.push(*place);
        } else if let Some((place, _)) = lines.first() {
            quotes.push(*place);
        }
    }
    let here = with_phrase.iter().any(|(main, _)| *main);
    let before = with_phrase.iter().any(|(main, _)| !*main);
    let message = format!("Through the editions: {}.", told.join("; "));
    let found = Found::new(RULE, message, quotes);
    Some(if stopped {
        match (before, here) {
            // What never stood there cannot have stopped.
            (false, false) => found.says(Verdict::Contradicted, 0.72),
            (true, false) => found.says(Verdict::Supported, 0.6),
            (_, true) => found.says(Verdict::Partly, 0.65),
        }
    } else if cues::any(&case.claim.plain, &["last year", "previous year*"]) && before {
        found.says(Verdict::Supported, 0.62)
    } else {
        found
    })
}

/// The words that describe the person in a line.
fn description(line: &Line, name: Option<&crate::reply::names::Name>) -> Option<String> {
    let name = name?;
    line.reading
        .names
        .iter()
        .filter(|mention| name.in_line(mention.span.of(&line.text)))
        .find_map(|mention| mention.description)
        .map(|span| span.of(&line.text).to_owned())
}
