//! Sources said to have no name: have they? See `rules/reply/unnamed_sources.md`.

use super::{Case, Found, is_named, listed};
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues};
use evenhand_report::{FigureKind, SourceKind};

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

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind == Kind::Opinion
        || !cues::any(&case.claim.plain, cues::NAMELESS)
        || !case.claim.figures.is_empty()
    {
        return None;
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
