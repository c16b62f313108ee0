//! Part 3, figures: each with who gives it, and those on the same matter side by side.

use super::model::{Basis, FigureAt};
use super::tally::Tally;
use evenhand_compare::matters::Matter;
use evenhand_report::{Attribution, FigureKind, Qualifier};
use serde::Serialize;
use std::collections::BTreeMap;

/// Part 3.
#[derive(Debug, Clone, Serialize)]
pub struct Figures {
    /// Every figure of a statement, in document order.
    pub all: Vec<FigureRow>,
    /// Figures that speak of the same thing, side by side.
    pub matters: Vec<MatterRow>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureRow {
    /// Where it stands.
    #[serde(flatten)]
    pub at: FigureAt,
    /// The number with its qualifier words.
    pub text: String,
    /// The number; the lower end of a range.
    #[serde(serialize_with = "super::json::number")]
    pub value: f64,
    /// The upper end of a range.
    #[serde(serialize_with = "super::json::number_or_none")]
    pub high: Option<f64>,
    /// How it is qualified.
    pub qualifier: Qualifier,
    /// What it measures.
    pub kind: FigureKind,
    /// What is counted.
    pub unit: String,
    /// Set by a law, policy, court or contract.
    pub norm: bool,
    /// What its sentence rests on.
    pub basis: Basis,
    /// Who gives it: the sources of its sentence, as written ("reportedly" where there is nobody).
    pub sources: Vec<String>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Figures on one matter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatterRow {
    /// What they speak of.
    pub what: String,
    /// Whether they differ.
    pub differ: bool,
    /// Numbers of the figures in [`Figures::all`].
    pub figures: Vec<usize>,
}

pub(super) fn figures(tally: &Tally<'_>, matters: &[Matter]) -> Figures {
    let all: Vec<FigureRow> = tally
        .figures()
        .map(|(at, figure)| {
            let text = tally.text(at.sentence);
            FigureRow {
                at,
                text: figure.span.of(text).to_owned(),
                value: figure.value,
                high: figure.high,
                qualifier: figure.qualifier,
                kind: figure.kind,
                unit: figure.unit.clone(),
                norm: figure.norm,
                basis: tally.basis(at.sentence),
                sources: sources(text, &tally.reading(at.sentence).attributions),
                rule: figure.rule,
            }
        })
        .collect();
    let place: BTreeMap<FigureAt, usize> =
        all.iter().enumerate().map(|(n, row)| (row.at, n)).collect();
    let matters = matters
        .iter()
        .map(|matter| MatterRow {
            what: matter.what.clone(),
            differ: matter.differ,
            figures: matter
                .figures
                .iter()
                .filter_map(|f| {
                    let at = FigureAt {
                        sentence: f.sentence,
                        figure: f.figure,
                    };
                    place.get(&at).copied()
                })
                .collect(),
        })
        .collect();
    Figures { all, matters }
}

/// Who is credited in a sentence: the sources as written, or the crediting words.
fn sources(text: &str, credits: &[Attribution]) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for credit in credits {
        let words = match (&credit.antecedent, credit.source) {
            (Some(antecedent), _) => antecedent.clone(),
            (None, Some(source)) => source.of(text).to_owned(),
            (None, None) => credit.cue.of(text).to_lowercase(),
        };
        if !sources.contains(&words) {
            sources.push(words);
        }
    }
    sources
}
