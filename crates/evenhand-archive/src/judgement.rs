//! What persons decided: only added, never changed; the latest of a matter counts, and the earlier ones stay.

use crate::Archive;
use crate::error::{ArchiveError, Doing};
use rusqlite::{Row, params};

/// A person's judgement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Judgement {
    /// What was judged: the reply or report …
    pub document: String,
    /// … and the point or sentence in it.
    pub point: String,
    /// What the person decided.
    pub verdict: String,
    /// Who decided.
    pub who: String,
    /// When, ISO 8601.
    pub at: String,
    /// What the person saw: the proposal and the quotes.
    pub shown: String,
    /// What the person wrote to it.
    pub note: String,
}

fn judgement(row: &Row<'_>) -> Result<Judgement, rusqlite::Error> {
    Ok(Judgement {
        document: row.get(0)?,
        point: row.get(1)?,
        verdict: row.get(2)?,
        who: row.get(3)?,
        at: row.get(4)?,
        shown: row.get(5)?,
        note: row.get(6)?,
    })
}

impl Archive {
    /// Adds a judgement, unless the very same one is there already; says whether it was added.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be written.
    pub fn judge(&self, judgement: &Judgement) -> Result<bool, ArchiveError> {
        let j = judgement;
        self.connection
            .prepare_cached(
                "INSERT INTO judgement (document, point, verdict, who, at, shown, note)
                 SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
                     SELECT 1 FROM judgement WHERE document = ?1 AND point = ?2 AND verdict = ?3 AND who = ?4
                     AND at = ?5 AND shown = ?6 AND note = ?7)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    j.document, j.point, j.verdict, j.who, j.at, j.shown, j.note
                ])
            })
            .map(|added| added == 1)
            .doing("adding a judgement to the archive")
    }

    /// Every judgement on a document (on all where none), in the order they were added.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read.
    pub fn judgements(&self, document: Option<&str>) -> Result<Vec<Judgement>, ArchiveError> {
        self.connection
            .prepare_cached(
                "SELECT document, point, verdict, who, at, shown, note FROM judgement
                 WHERE ?1 IS NULL OR document = ?1 ORDER BY id",
            )
            .and_then(|mut all| all.query_map([document], judgement)?.collect())
            .doing("listing the judgements of the archive")
    }
}
