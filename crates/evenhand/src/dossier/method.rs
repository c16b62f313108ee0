//! Part 8, method: which rules, how often used, how exact they were measured to be.

use super::findings::Findings;
use super::tally::Tally;
use crate::{Sha256, rules};
use evenhand_report::ReadingNote;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Measured accuracy, written by `cargo xtask eval --write`: an object from the name of a metric
/// to `{"value": 0.91, "n": 341}`; no dates, so that equal measurements are equal bytes.
const ACCURACY: &str = include_str!("../../data/accuracy.json");

/// Part 8.
#[derive(Debug, Clone, Serialize)]
pub struct Method {
    /// First 16 digits of a SHA-256 over the pages of all rules: changes when a rule does.
    pub rules_fingerprint: String,
    /// Every rule, with how often it was used here.
    pub rules: Vec<RuleUse>,
    /// Measured accuracy.
    pub accuracy: Vec<Accuracy>,
    /// What the reader found odd in the document.
    pub notes: Vec<ReadingNote>,
}

/// A rule and how often it was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleUse {
    /// Its name.
    pub name: &'static str,
    /// What it annotates.
    pub family: evenhand_report::Family,
    /// What it recognises, in one sentence.
    pub summary: &'static str,
    /// Annotations or findings of this dossier that it gave.
    pub used: usize,
}

/// One measured figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Accuracy {
    /// What was measured.
    pub metric: String,
    /// The measurement.
    pub value: f64,
    /// On how many cases.
    pub n: u64,
}

/// What the file holds under a metric's name.
#[derive(Deserialize)]
struct Measured {
    value: f64,
    n: u64,
}

pub(super) fn method(tally: &Tally<'_>, findings: &Findings) -> Method {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    let mut use_of = |rule: &'static str| *used.entry(rule).or_default() += 1;
    for at in &tally.statements {
        let reading = tally.reading(*at);
        reading.attributions.iter().for_each(|a| use_of(a.rule));
        reading.figures.iter().for_each(|f| use_of(f.rule));
        reading.names.iter().for_each(|n| use_of(n.rule));
        reading.rights.iter().for_each(|r| use_of(r.rule));
        use_of(reading.direction.rule);
    }
    findings.all.iter().for_each(|finding| use_of(finding.rule));
    let mut pages = String::new();
    rules().for_each(|page| pages.push_str(page.page));
    Method {
        rules_fingerprint: Sha256::of(pages.as_bytes())
            .to_string()
            .chars()
            .take(16)
            .collect(),
        rules: rules()
            .map(|page| RuleUse {
                name: page.name,
                family: page.family,
                summary: page.summary(),
                used: used.get(page.name).copied().unwrap_or(0),
            })
            .collect(),
        accuracy: accuracy(),
        notes: tally.report().notes.clone(),
    }
}

/// The committed measurements, in the order of the file's names.
fn accuracy() -> Vec<Accuracy> {
    let measured: BTreeMap<String, Measured> =
        serde_json::from_str(ACCURACY).expect("data/accuracy.json is checked by a test");
    measured
        .into_iter()
        .map(|(metric, Measured { value, n })| Accuracy { metric, value, n })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_measured_accuracy_can_be_read() {
        assert!(
            super::accuracy()
                .iter()
                .all(|a| a.n > 0 && a.value.is_finite())
        );
    }
}
