//! What the main assertion says about the state of the right: a rule where the sentence says it by a formula, else the model.

mod none_reported;

use crate::Scene;
use crate::linear::Scored;
use evenhand_report::{Direction, DirectionCall, Family, RulePage};

/// The pages of the rules and models of this family.
pub(crate) const PAGES: &[RulePage] = &[
    RulePage {
        name: MODEL,
        family: Family::Direction,
        page: include_str!("../../rules/direction/direction_model.md"),
    },
    RulePage {
        name: none_reported::RULE,
        family: Family::Direction,
        page: include_str!("../../rules/direction/none_reported.md"),
    },
];

const MODEL: &str = "direction_model";

/// Most words shown as what decided a direction.
const WORDS: usize = 3;

/// The direction of a sentence.
pub(crate) fn mark(scene: &Scene<'_>, scored: &Scored<'_>) -> DirectionCall {
    if let Some(words) = none_reported::marks(scene.words) {
        return DirectionCall {
            direction: Direction::NoneReported,
            score: none_reported::SCORE,
            because: vec![words],
            rule: none_reported::RULE,
        };
    }
    let mut best = (Direction::Context, 0.0);
    for (direction, score) in Direction::ALL.iter().zip(scored.directions()) {
        if score > best.1 {
            best = (*direction, score);
        }
    }
    DirectionCall {
        direction: best.0,
        score: best.1,
        because: scored.because_direction(best.0, WORDS),
        rule: MODEL,
    }
}
