//! The dossier: a report laid open for people, as one page, as JSON, and as a screen of summary.
//!
//! [`audit`] computes every number once, with the places it rests on; [`html()`], [`json()`] and
//! [`summary()`] only write them down. Nothing here reads files or asks the clock: the same report
//! gives the same bytes.

pub mod editions;
pub mod figures;
pub mod findings;
pub mod glance;
pub(crate) mod html;
mod json;
pub mod method;
mod model;
pub mod rights;
pub mod speakers;
mod summary;
pub(crate) mod tally;
#[cfg(test)]
mod tests;

pub use html::html;
pub use json::json;
pub use model::{About, Basis, Count, CreditAt, Dossier, FORMAT, FigureAt, per, percent};
pub use summary::summary;

use crate::Opened;
use crate::across::elsewhere::Elsewhere;
use evenhand_compare::{editions as alignment, matters, questions};
use tally::Tally;

/// Lays a report open; `befores` are earlier editions to hold it against.
#[must_use]
pub fn audit(opened: &Opened, befores: &[Opened]) -> Dossier {
    audit_beside(opened, befores, None)
}

/// Lays a report open, as [`audit`] does, with the others of its edition beside it
/// ([`crate::across::elsewhere::elsewhere`]).
#[must_use]
pub fn audit_beside(opened: &Opened, befores: &[Opened], elsewhere: Option<Elsewhere>) -> Dossier {
    let computed = Computed {
        findings: questions::findings(&opened.report, &opened.readings),
        matters: matters::matters(&opened.report, &opened.readings),
        alignments: befores
            .iter()
            .map(|before| alignment::align(&before.report, &opened.report))
            .collect(),
    };
    Dossier {
        elsewhere,
        ..assemble(opened, befores, computed)
    }
}

/// What the tests and comparisons say, before it is counted.
pub(crate) struct Computed {
    pub(crate) findings: Vec<evenhand_compare::Finding>,
    pub(crate) matters: Vec<matters::Matter>,
    /// One for each earlier edition.
    pub(crate) alignments: Vec<alignment::Alignment>,
}

pub(crate) fn assemble(opened: &Opened, befores: &[Opened], computed: Computed) -> Dossier {
    let tally = Tally::new(opened);
    let findings = findings::rows(&tally, computed.findings);
    let editions = befores
        .iter()
        .zip(computed.alignments)
        .map(|(before, alignment)| editions::comparison(before, &tally, &alignment))
        .collect();
    Dossier {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION"),
        about: tally.about(),
        glance: glance::glance(&tally, &findings),
        speakers: speakers::speakers(&tally),
        figures: figures::figures(&tally, &computed.matters),
        rights: rights::rights(&tally),
        editions,
        method: method::method(&tally, &findings),
        findings,
        elsewhere: None,
        opened: opened.clone(),
    }
}
