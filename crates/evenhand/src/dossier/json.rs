//! The dossier as JSON: the model as it is, sentences as `evenhand read` writes them.

use super::Dossier;
use crate::Opened;
use crate::contract::{Number, SentenceRow};
use serde::{Serialize, Serializer};

/// The dossier as JSON on one line; the same bytes for the same dossier.
#[must_use]
pub fn json(dossier: &Dossier) -> String {
    let mut text = serde_json::to_string(dossier)
        .expect("the model has string keys only and writes to memory");
    text.push('\n');
    text
}

pub(super) fn sentences<S: Serializer>(opened: &Opened, serializer: S) -> Result<S::Ok, S::Error> {
    let report = &opened.report;
    serializer.collect_seq(
        report
            .sentences
            .iter()
            .zip(&opened.readings)
            .enumerate()
            .map(|(index, (sentence, reading))| SentenceRow::of(report, index, sentence, reading)),
    )
}

pub(super) fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Number::of(*value).serialize(serializer)
}

pub(super) fn number_or_none<S: Serializer>(
    value: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.map(Number::of).serialize(serializer)
}
