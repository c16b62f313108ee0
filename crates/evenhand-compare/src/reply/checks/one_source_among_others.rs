//! A body said to be the source: how much does the report rest on it? See
//! `rules/reply/one_source_among_others.md`.

use super::{Case, Found, is_named, listed};
use crate::reply::names::Name;
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues};
use crate::words::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const RULE: &str = "one_source_among_others";

/// Everything is said to come from it.
const ALONE: &[&str] = &[
    "everything",
    "single organisation",
    "single organization",
    "only source",
    "sole source",
    "one organisation",
    "one organization",
    "alone",
    "exclusively",
];

/// It is said to be a source.
const SOURCE: &[&str] = &[
    "opinion of",
    "according to",
    "source",
    "from",
    "validate",
    "relies",
    "rely",
    "quotes",
    "refers to",
    "based on",
];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Organisation || !cues::any(&case.claim.plain, SOURCE) {
        return None;
    }
    let quoted = case
        .claim
        .phrases
        .iter()
        .map(|phrase| Name::new(phrase, false))
        .next();
    let body = case
        .claim
        .names
        .iter()
        .find(|name| !name.person)
        .or(quoted.as_ref())?;
    let main = case.main()?;
    let alone = case.says(ALONE);
    let lines: Vec<(Place, &Line)> = case.lines(0, main).collect();
    let section = if alone { topic(case, &lines) } else { None };
    let (mut of, mut all) = (0, 0);
    let mut others: BTreeMap<String, Place> = BTreeMap::new();
    let mut first_own = None;
    for (place, line) in &lines {
        if section.is_some_and(|section| section != line.section) {
            continue;
        }
        let own = body.in_line(&line.text);
        if own {
            first_own.get_or_insert(*place);
        }
        for credit in &line.reading.attributions {
            all += 1;
            if own {
                of += 1;
            } else if is_named(credit) {
                let source = credit.source.unwrap_or(credit.cue).of(&line.text);
                others.entry(source.to_owned()).or_insert(*place);
            }
        }
    }
    if all == 0 {
        return None;
    }
    let where_ = section
        .and_then(|section| main.sections.get(section as usize)?.last())
        .map_or_else(
            || "In the whole report".to_owned(),
            |heading| format!("Under “{heading}”"),
        );
    let named: Vec<String> = others
        .keys()
        .take(5)
        .map(|name| format!("“{name}”"))
        .collect();
    let message = format!(
        "{where_}, {of} of {all} credits stand in a sentence that names {}; other named sources: {}.",
        body.text,
        if named.is_empty() {
            "none".to_owned()
        } else {
            listed(&named)
        }
    );
    let mut by_place: Vec<Place> = others.values().copied().collect();
    by_place.sort_unstable();
    by_place.truncate(4);
    let mut quotes: Vec<Place> = Vec::new();
    if alone {
        quotes.extend(by_place);
        quotes.extend(first_own);
    } else {
        quotes.extend(first_own);
    }
    let found = Found::new(RULE, message, quotes);
    Some(if alone && of * 2 < all {
        found.says(Verdict::Contradicted, 0.7).first()
    } else if of * 2 < all {
        found.says(Verdict::Partly, 0.6)
    } else {
        found.says(Verdict::Supported, 0.5)
    })
}

/// Words for the source itself: they do not say what it speaks of.
static BODIES: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "organisation organization association alliance group foundation body union nongovernmental ngo \
         single sole only everything almost nearly rely based",
        (),
    )])
});

/// The section most of the point's words lead to, by its heading; one in which somebody is quoted.
fn topic(case: &Case<'_>, lines: &[(Place, &Line)]) -> Option<u32> {
    let main = case.main()?;
    let mut topic = case.own.clone();
    topic.terms.retain(|(term, _)| !BODIES.has(term.stem));
    let quoting: BTreeSet<u32> = lines
        .iter()
        .filter(|(_, line)| !line.reading.attributions.is_empty())
        .map(|(_, line)| line.section)
        .collect();
    let mut best: Option<(f32, u32)> = None;
    for (_, line) in lines {
        if best.is_some_and(|(_, known)| known == line.section) || !quoting.contains(&line.section)
        {
            continue;
        }
        let Some(heading) = main
            .sections
            .get(line.section as usize)
            .and_then(|path| path.last())
        else {
            continue;
        };
        let share = topic.share(&crate::reply::query::Terms::of(heading));
        if share > 0.05 && best.is_none_or(|(known, _)| share > known) {
            best = Some((share, line.section));
        }
    }
    best.map(|(_, section)| section)
}
