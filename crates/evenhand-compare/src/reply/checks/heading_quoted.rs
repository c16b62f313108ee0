//! A heading quoted, whole, short or in other words. See `rules/reply/heading_quoted.md`.

use super::{Case, Found};
use crate::reply::query::{Query, Terms};
use crate::reply::shelf::Place;
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "heading_quoted";

/// From this share of its words on, a heading is the one that is meant.
const MEANT: f32 = 0.5;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Heading {
        return None;
    }
    let main = case.main()?;
    let spoken = spoken_of(&case.claim.text);
    let phrase = case.claim.phrases.first().or(spoken.as_ref())?;
    let plain = quoted::plain_words(phrase);
    let mut label = Query::default();
    label.words(phrase, 1.0, &case.desk.rarity, &|_| false);
    let mut best: Option<(f32, usize, &String)> = None;
    for (at, path) in main.sections.iter().enumerate() {
        let Some(heading) = path.last() else { continue };
        let share = if bare(heading) == plain {
            2.0
        } else {
            label.share(&Terms::of(heading))
        };
        if best.is_none_or(|(known, _, _)| share > known) {
            best = Some((share, at, heading));
        }
    }
    let (share, section, heading) = best?;
    if share < MEANT && case.says(cues::MISSING) {
        return gone(case, phrase, &plain);
    }
    if share < MEANT {
        return Some(
            Found::new(
                RULE,
                format!("No heading of the report has the words “{phrase}”."),
                Vec::new(),
            )
            .says(Verdict::Contradicted, 0.6),
        );
    }
    let under: Vec<Place> = case
        .best(40)
        .filter(|(_, line)| line.section as usize == section)
        .map(|(place, _)| place)
        .take(2)
        .collect();
    let (bearing, all) = bearing(case, heading);
    let also =
        format!(" The same heading stands in {bearing} of the {all} reports of that year at hand.");
    if share > 1.0 {
        return Some(
            Found::new(
                RULE,
                format!("The heading stands there as quoted: “{heading}”.{also}"),
                under,
            )
            .says(Verdict::Supported, 0.7)
            .first(),
        );
    }
    let left_out = if quoted::plain_words(heading).contains(plain.trim()) {
        "is quoted short"
    } else {
        "is quoted in other words"
    };
    Some(
        Found::new(
            RULE,
            format!("The heading {left_out}: in the report it is “{heading}”.{also}"),
            under,
        )
        .says(Verdict::Partly, 0.75)
        .first(),
    )
}

/// A heading spoken of without quotation marks: "the heading on the press, which ...".
fn spoken_of(text: &str) -> Option<String> {
    let (_, rest) = [
        "heading on ",
        "heading about ",
        "chapter on ",
        "section on ",
    ]
    .iter()
    .find_map(|cue| text.split_once(cue))?;
    let end = rest.find([',', ';', ':']).unwrap_or(rest.len());
    let words = rest.get(..end)?.trim();
    (1..=6)
        .contains(&words.split_whitespace().count())
        .then(|| words.to_owned())
}

/// A heading said to be gone that is not in the report: which other editions have it?
fn gone(case: &Case<'_>, phrase: &str, plain: &str) -> Option<Found> {
    let mut quotes = Vec::new();
    let mut years = Vec::new();
    for (at, volume) in case.desk.shelf.editions().into_iter().skip(1) {
        let section = (0_u32..).zip(&volume.sections).find(|(_, path)| {
            path.last()
                .is_some_and(|heading| bare(heading).starts_with(plain.trim_end()))
        });
        let Some((section, _)) = section else {
            continue;
        };
        years.extend(volume.year);
        let first = case
            .lines(at, volume)
            .find(|(_, line)| line.section == section)
            .map(|(place, _)| (volume.year, place));
        quotes.extend(first);
    }
    if years.is_empty() {
        return None;
    }
    years.sort_unstable();
    // The nearest edition before this one first.
    quotes.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
    let main = case.main().and_then(|main| main.year);
    quotes.sort_by_key(|(year, _)| *year > main);
    let years: Vec<String> = years.iter().map(u16::to_string).collect();
    Some(
        Found::new(
            RULE,
            format!(
                "The report has no heading “{phrase}”; the edition of {} has it.",
                super::listed(&years)
            ),
            quotes.into_iter().map(|(_, place)| place).collect(),
        )
        .says(Verdict::Supported, 0.6)
        .first(),
    )
}

/// A heading without its number or letter, in plain words.
fn bare(heading: &str) -> String {
    let rest = heading
        .split_once(". ")
        .filter(|(mark, _)| mark.chars().count() < 12)
        .map_or(heading, |(_, rest)| rest);
    quoted::plain_words(rest)
}

/// In how many reports of the year the heading stands, and how many there are.
fn bearing(case: &Case<'_>, heading: &str) -> (usize, usize) {
    let plain = bare(heading);
    let year = case.main().and_then(|main| main.year);
    let of_year: Vec<_> = case
        .desk
        .shelf
        .volumes
        .iter()
        .filter(|volume| volume.year == year)
        .collect();
    let with = of_year
        .iter()
        .filter(|volume| {
            volume
                .sections
                .iter()
                .any(|path| path.last().is_some_and(|own| bare(own) == plain))
        })
        .count();
    (with, of_year.len())
}
