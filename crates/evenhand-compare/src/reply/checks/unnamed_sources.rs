//! Sources said to have no name: have they? See `rules/reply/unnamed_sources.md`.

use super::{Case, Found, is_named, listed};
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues};
use evenhand_report::{Direction, FigureKind, SourceKind};

const RULE: &str = "unnamed_sources";

/// The point is about organisations outside the state.
const OUTSIDE: &[&str] = &[
    "unofficial",
    "non governmental",
    "nongovernmental",
    "ngo",
    "ngos",
    "activists",
];

/// A point with so few words of its own speaks of the report's sources in general.
const FEW: usize = 2;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind == Kind::Opinion
        || !cues::any(&case.claim.plain, cues::NAMELESS)
        || !case.claim.figures.is_empty()
    {
        return None;
    }
    if case.own.terms.len() <= FEW && case.claim.figures_near.is_empty() {
        return in_general(case);
    }
    let outside = cues::any(&case.claim.whole_plain, OUTSIDE);
    let numbers = cues::any(&case.claim.whole_plain, cues::NUMBERS);
    // The passage that has the number the paragraph of the reply speaks of; otherwise the best lines.
    let anchors: Vec<u32> =
        case.best(12)
            .filter(|(_, line)| {
                line.reading.figures.iter().any(|figure| {
                    case.claim.figures_near.contains(&figure.value) && figure.value > 2.0
                })
            })
            .map(|(_, line)| line.passage)
            .collect();
    let main = case.main()?;
    let lines: Vec<(Place, &Line)> = if anchors.is_empty() {
        case.best(6).collect()
    } else {
        case.lines(0, main)
            .filter(|(_, line)| anchors.first() == Some(&line.passage))
            .collect()
    };
    let (mut named, mut unnamed) = (Vec::new(), Vec::new());
    let (mut by_name, mut without) = (Vec::new(), Vec::new());
    for (place, line) in lines {
        let counts = line
            .reading
            .figures
            .iter()
            .any(|figure| figure.kind == FigureKind::Count && !figure.norm);
        if numbers && !anchors.is_empty() && !counts {
            continue;
        }
        for credit in &line.reading.attributions {
            let of_state = matches!(
                credit.kind,
                SourceKind::State | SourceKind::Court | SourceKind::Oversight
            );
            if outside && of_state {
                continue;
            }
            let source = credit.source.unwrap_or(credit.cue).of(&line.text);
            let told = format!("“{source}”");
            if is_named(credit) {
                named.push(place);
                by_name.push(told);
            } else {
                unnamed.push(place);
                without.push(told);
            }
        }
    }
    by_name.dedup();
    without.dedup();
    by_name.truncate(4);
    without.truncate(4);
    let mut quotes = unnamed.clone();
    quotes.extend(&named);
    quotes.dedup();
    let found = match (unnamed.is_empty(), named.is_empty()) {
        (true, true) => return None,
        (false, true) => Found::new(
            RULE,
            format!(
                "The sources stand there without a name: {}.",
                listed(&without)
            ),
            quotes,
        )
        .says(Verdict::Supported, 0.6),
        (true, false) => Found::new(
            RULE,
            format!("The sources are named: {}.", listed(&by_name)),
            quotes,
        )
        .says(Verdict::Contradicted, 0.6),
        (false, false) => Found::new(
            RULE,
            format!(
                "Some sources stand there without a name ({}), others are named ({}).",
                listed(&without),
                listed(&by_name)
            ),
            quotes,
        )
        .says(Verdict::Partly, 0.65),
    };
    Some(found.first())
}

/// No matter is named whose sources are meant: how many of all the report's credits have a name?
fn in_general(case: &Case<'_>) -> Option<Found> {
    let main = case.main()?;
    let (mut named, mut unnamed) = (0, 0);
    let mut quotes: Vec<(bool, bool, Place)> = Vec::new();
    for (place, line) in case.lines(0, main) {
        let without = line
            .reading
            .attributions
            .iter()
            .filter(|credit| !is_named(credit))
            .count();
        named += line.reading.attributions.len() - without;
        unnamed += without;
        if without > 0 {
            let counts = line
                .reading
                .figures
                .iter()
                .any(|figure| figure.kind == FigureKind::Count && !figure.norm);
            let blames = line.reading.direction.direction == Direction::Violation;
            quotes.push((!blames, !counts, place));
        }
    }
    let all = named + unnamed;
    if all == 0 {
        return None;
    }
    quotes.sort_unstable();
    let quotes: Vec<Place> = quotes
        .into_iter()
        .map(|(_, _, place)| place)
        .take(4)
        .collect();
    let mut words: Vec<String> = Vec::new();
    for line in quotes.iter().filter_map(|place| case.line(*place)) {
        for credit in line
            .reading
            .attributions
            .iter()
            .filter(|credit| !is_named(credit))
        {
            let told = format!("“{}”", credit.source.unwrap_or(credit.cue).of(&line.text));
            if !words.contains(&told) {
                words.push(told);
            }
        }
    }
    words.truncate(3);
    let such = if words.is_empty() {
        String::new()
    } else {
        format!(" (such as {})", listed(&words))
    };
    let message = format!(
        "Of the {all} sources that the report credits, {unnamed} stand there without a name{such} and {named} are named."
    );
    let found = Found::new(RULE, message, quotes);
    Some(
        match (unnamed, named) {
            (0, _) => found.says(Verdict::Contradicted, 0.6),
            (_, 0) => found.says(Verdict::Supported, 0.6),
            _ => found.says(Verdict::Partly, 0.5),
        }
        .first(),
    )
}
