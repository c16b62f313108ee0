//! Nothing in the report comes near the point. See `rules/reply/nothing_like_it.md`.

use super::{Case, Found};
use crate::reply::{Kind, Verdict};

const RULE: &str = "nothing_like_it";

/// Below this share of the point's words in every line the report does not speak of it.
const NOTHING: f32 = 0.28;

/// From this score on a line may say it in other words.
const BESIDE: f32 = 0.62;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if !matches!(
        case.kind,
        Kind::Wording | Kind::Figure | Kind::Organisation | Kind::CrossCountry
    ) || !case.claim.phrases.is_empty()
        || (case.kind == Kind::Figure && !case.claim.figures_near.is_empty())
    {
        return None;
    }
    let best = case
        .best(12)
        .map(|(place, _)| place)
        .chain(case.evidence.abroad.iter().map(|(place, _)| *place))
        .map(|place| case.covers(place))
        .fold(0.0, f32::max);
    // What is told in quite other words is found by its meaning.
    let score = case.evidence.main.first().map_or(0.0, |(_, score)| *score);
    (best < NOTHING && score < BESIDE).then(|| {
        Found::new(
            RULE,
            "No sentence of the report comes near it, in its words or in others.".to_owned(),
            Vec::new(),
        )
        .says(
            if case.kind == Kind::CrossCountry {
                Verdict::NotCheckable
            } else {
                Verdict::NotInReport
            },
            0.4,
        )
    })
}
