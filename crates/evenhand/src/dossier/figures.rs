//! Part 3, figures: each with who gives it, and those on the same matter side by side.

use super::model::{Basis, FigureAt};
use super::tally::Tally;
use evenhand_compare::matters::{self, Matter};
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
    /// What it rests on: how closely who gives it is identified.
    pub basis: Basis,
    /// Who gives it: the source of its clause, or the nearest in its sentence, as written; the
    /// crediting words where there is nobody ("reportedly").
    pub giver: Option<String>,
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

pub(super) fn figures(tally: &Tally<'_>, found: &[Matter]) -> Figures {
    let all: Vec<FigureRow> = tally
        .figures()
        .map(|(at, figure)| {
            let text = tally.text(at.sentence);
            let place = matters::FigureAt {
                sentence: at.sentence,
                figure: at.figure,
            };
            let giver = matters::giver(tally.report(), &tally.opened.readings, place);
            FigureRow {
                at,
                text: figure.span.of(text).to_owned(),
                value: figure.value,
                high: figure.high,
                qualifier: figure.qualifier,
                kind: figure.kind,
                unit: figure.unit.clone(),
                norm: figure.norm,
                basis: giver.map(|credit| credit.specificity).into(),
                giver: giver.map(|credit| words_of(text, credit)),
                rule: figure.rule,
            }
        })
        .collect();
    let place: BTreeMap<FigureAt, usize> =
        all.iter().enumerate().map(|(n, row)| (row.at, n)).collect();
    let matters = found
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

/// A source as written, or what its pronoun stands for, or the crediting words.
fn words_of(text: &str, credit: &Attribution) -> String {
    match (&credit.antecedent, credit.source) {
        (Some(antecedent), _) => antecedent.clone(),
        (None, Some(source)) => source.of(text).to_owned(),
        (None, None) => credit.cue.of(text).to_lowercase(),
    }
}
