//! Which articles of the Universal Declaration a sentence is about.

use crate::Scene;
use crate::linear::Scored;
use evenhand_report::{Family, RightCall, RulePage};

/// The pages of the rules and models of this family.
pub(crate) const PAGES: &[RulePage] = &[RulePage {
    name: MODEL,
    family: Family::Right,
    page: include_str!("../../rules/rights/rights_model.md"),
}];

const MODEL: &str = "rights_model";

/// Below this probability even the likeliest article is not given: the sentence is background.
const FIRST: f32 = 0.20;
/// Probability from which a second and third article are given.
const NEXT: f32 = 0.33;
/// Most articles a sentence is given.
const MOST: usize = 3;
/// Most words shown as what decided an article.
const WORDS: usize = 3;

/// The rights of a sentence, most central first.
pub(crate) fn mark(_scene: &Scene<'_>, scored: &Scored<'_>) -> Vec<RightCall> {
    let mut calls: Vec<(u8, f32)> = (1..=30)
        .map(|article| (article, scored.right(article)))
        .filter(|(_, score)| *score >= FIRST)
        .collect();
    calls.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    calls
        .into_iter()
        .enumerate()
        .take_while(|(at, (_, score))| *at < MOST && (*at == 0 || *score >= NEXT))
        .map(|(_, (article, score))| RightCall {
            article,
            score,
            because: scored.because_right(article, WORDS),
            rule: MODEL,
        })
        .collect()
}
