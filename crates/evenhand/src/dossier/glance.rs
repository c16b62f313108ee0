//! Part 1, the report at a glance: how much is credited, what it rests on, which way it points.

use super::findings::Findings;
use super::model::{Basis, Count, CreditAt, FigureAt, per};
use super::tally::Tally;
use evenhand_compare::questions;
use evenhand_report::{Direction, SentenceIndex, Specificity};
use serde::Serialize;

/// Part 1.
#[derive(Debug, Clone, Serialize)]
pub struct Glance {
    /// Statements that credit somebody or "reportedly", out of all statements.
    pub attributed: Count<SentenceIndex>,
    /// Statements by what they rest on, out of all statements.
    pub basis: Vec<BasisCount>,
    /// Attributions by how closely the source is identified, out of all attributions.
    pub specificity: Vec<SpecificityCount>,
    /// Figures that say what happened or was measured, out of all figures.
    pub facts: Count<FigureAt>,
    /// Figures set by a law, policy, court or contract, out of all figures.
    pub norms: Count<FigureAt>,
    /// Statements by direction, out of all statements.
    pub directions: Vec<DirectionCount>,
    /// Findings by test, counted and rated.
    pub findings: Vec<TestCount>,
}

/// Statements that rest on one kind of basis.
#[derive(Debug, Clone, Serialize)]
pub struct BasisCount {
    /// What they rest on.
    pub basis: Basis,
    /// How many.
    #[serde(flatten)]
    pub count: Count<SentenceIndex>,
}

/// Attributions to sources so closely identified.
#[derive(Debug, Clone, Serialize)]
pub struct SpecificityCount {
    /// How closely.
    pub specificity: Specificity,
    /// How many.
    #[serde(flatten)]
    pub count: Count<CreditAt>,
}

/// Statements of one direction.
#[derive(Debug, Clone, Serialize)]
pub struct DirectionCount {
    /// The direction.
    pub direction: Direction,
    /// How many.
    #[serde(flatten)]
    pub count: Count<SentenceIndex>,
}

/// Findings of one test.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TestCount {
    /// The test.
    pub rule: &'static str,
    /// What it asks, in one sentence.
    pub summary: &'static str,
    /// How many findings.
    pub count: usize,
    /// Findings on 100 statements.
    pub per_100_statements: Option<f64>,
    /// Findings on 10,000 words.
    pub per_10000_words: Option<f64>,
    /// The findings' numbers.
    pub at: Vec<usize>,
}

pub(super) fn glance(tally: &Tally<'_>, findings: &Findings) -> Glance {
    let all = tally.statements.len();
    let attributed = tally.such(|at| !tally.reading(at).attributions.is_empty());
    let credits: Vec<_> = tally.credits().collect();
    let figures: Vec<_> = tally.figures().collect();
    let of_kind = |norm: bool| {
        let at = figures
            .iter()
            .filter(|(_, figure)| figure.norm == norm)
            .map(|(at, _)| *at);
        Count::of(at.collect(), figures.len())
    };
    Glance {
        attributed: Count::of(attributed, all),
        basis: by_basis(tally, &tally.statements),
        specificity: by_specificity(credits.iter().map(|(at, credit)| (*at, credit.specificity))),
        facts: of_kind(false),
        norms: of_kind(true),
        directions: by_direction(tally, &tally.statements),
        findings: tests(tally, findings),
    }
}

/// Statements by what they rest on.
pub(super) fn by_basis(tally: &Tally<'_>, among: &[SentenceIndex]) -> Vec<BasisCount> {
    let row = |basis: &Basis| {
        let at = among
            .iter()
            .copied()
            .filter(|at| tally.basis(*at) == *basis);
        BasisCount {
            basis: *basis,
            count: Count::of(at.collect(), among.len()),
        }
    };
    Basis::ALL.iter().map(row).collect()
}

/// Attributions by how closely their sources are identified.
pub(super) fn by_specificity(
    credits: impl Iterator<Item = (CreditAt, Specificity)>,
) -> Vec<SpecificityCount> {
    let credits: Vec<_> = credits.collect();
    let row = |specificity: &Specificity| {
        let at = credits
            .iter()
            .filter(|(_, s)| s == specificity)
            .map(|(at, _)| *at);
        SpecificityCount {
            specificity: *specificity,
            count: Count::of(at.collect(), credits.len()),
        }
    };
    Specificity::ALL.iter().map(row).collect()
}

/// Statements by direction.
pub(super) fn by_direction(tally: &Tally<'_>, among: &[SentenceIndex]) -> Vec<DirectionCount> {
    let row = |direction: &Direction| {
        let has = |at: &SentenceIndex| tally.reading(*at).direction.direction == *direction;
        let at = among.iter().copied().filter(has);
        DirectionCount {
            direction: *direction,
            count: Count::of(at.collect(), among.len()),
        }
    };
    Direction::ALL.iter().map(row).collect()
}

/// Every test that was put, and after them any rule that gave findings without having a page.
fn tests(tally: &Tally<'_>, findings: &Findings) -> Vec<TestCount> {
    let mut rules: Vec<(&'static str, &'static str)> = questions::PAGES
        .iter()
        .map(|page| (page.name, page.summary()))
        .collect();
    for finding in &findings.all {
        if !rules.iter().any(|(name, _)| *name == finding.rule) {
            rules.push((finding.rule, finding.rule));
        }
    }
    let row = |(rule, summary): (&'static str, &'static str)| {
        let numbered = findings.all.iter().enumerate();
        let at: Vec<usize> = numbered
            .filter(|(_, f)| f.rule == rule)
            .map(|(n, _)| n)
            .collect();
        TestCount {
            rule,
            summary,
            count: at.len(),
            per_100_statements: per(at.len(), tally.statements.len(), 100),
            per_10000_words: per(at.len(), tally.words, 10_000),
            at,
        }
    };
    rules.into_iter().map(row).collect()
}
