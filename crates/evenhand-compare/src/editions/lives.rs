//! The life of a sentence: since which edition it stands, word for word or near.
//!
//! In: reports of one country, the oldest first. Out: for every statement of every one, the
//! edition since which it stands verbatim and the one since which it stands at all, following the
//! pairs of neighbouring editions back.

use super::{Alignment, Fate, align};
use evenhand_report::{Report, SentenceIndex};

/// Since when a statement stands; editions are numbered as they were given, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    /// The first edition from which on it stands in the same words up to this one.
    pub verbatim_since: usize,
    /// The first edition from which on it stands in these or other words up to this one.
    pub since: usize,
    /// The same statement in the edition before, where it stands there.
    pub before: Option<SentenceIndex>,
}

/// The lives of the statements of every edition: by edition, by sentence; none for sentences that
/// are no statements. `alignments` are those of neighbours, [`align`]ed in order.
#[must_use]
pub fn lives_of(reports: &[&Report], alignments: &[Alignment]) -> Vec<Vec<Option<Life>>> {
    let mut all: Vec<Vec<Option<Life>>> = Vec::with_capacity(reports.len());
    for (edition, report) in reports.iter().enumerate() {
        let mut here: Vec<Option<Life>> = vec![None; report.sentences.len()];
        for (at, _) in report.statements() {
            here[at.0 as usize] = Some(Life {
                verbatim_since: edition,
                since: edition,
                before: None,
            });
        }
        let earlier = edition.checked_sub(1);
        if let Some((before, alignment)) =
            earlier.and_then(|at| Some((all.get(at)?, alignments.get(at)?)))
        {
            for step in &alignment.steps {
                let (Some(old), Some(new)) = (step.before, step.after) else {
                    continue;
                };
                let Some(life) = before.get(old.0 as usize).copied().flatten() else {
                    continue;
                };
                if let Some(place) = here.get_mut(new.0 as usize) {
                    *place = Some(Life {
                        verbatim_since: if step.fate == Fate::CarriedOver {
                            life.verbatim_since
                        } else {
                            edition
                        },
                        since: life.since,
                        before: Some(old),
                    });
                }
            }
        }
        all.push(here);
    }
    all
}

/// [`lives_of`] reports that are aligned here, the oldest first.
#[must_use]
pub fn lives(reports: &[&Report]) -> Vec<Vec<Option<Life>>> {
    let alignments: Vec<Alignment> = reports
        .windows(2)
        .map(|pair| align(pair[0], pair[1]))
        .collect();
    lives_of(reports, &alignments)
}
