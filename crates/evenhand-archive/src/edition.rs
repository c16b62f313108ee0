//! Which of several documents counts as its publisher's report on a country and year: a stated rule.
//!
//! Not a draft before a draft; then the one changed last; then the one published last; then the first by name (so
//! "malaysia" before "malaysia-2"). A document whose publisher, country or year is unknown stands for itself.

use rusqlite::{Connection, params};

/// A publisher's country and year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    publisher: Option<String>,
    country: Option<String>,
    year: Option<u16>,
}

impl Place {
    /// The places of all versions of a document.
    pub(crate) fn of_document(
        connection: &Connection,
        document: i64,
    ) -> Result<Vec<Self>, rusqlite::Error> {
        let mut all = connection
            .prepare_cached("SELECT publisher, country, year FROM version WHERE document = ?1")?;
        let rows = all.query_map([document], |row| {
            Ok(Self {
                publisher: row.get(0)?,
                country: row.get(1)?,
                year: row.get(2)?,
            })
        })?;
        rows.collect()
    }
}

/// Marks the document that counts at a place, and unmarks the others.
pub(crate) fn choose(connection: &Connection, place: &Place) -> Result<(), rusqlite::Error> {
    let known = place.publisher.is_some() && place.country.is_some() && place.year.is_some();
    if !known {
        return Ok(());
    }
    let here = params![place.country, place.year, place.publisher];
    // An older version stands for its document's place in its time: it is marked where the newest is.
    connection
        .prepare_cached(
            "UPDATE version SET edition = document = (
                SELECT document FROM version
                WHERE country = ?1 AND year = ?2 AND publisher = ?3 AND newest = 1
                ORDER BY draft, coalesce(modified, published, '') DESC, coalesce(published, '') DESC, name, id
                LIMIT 1)
             WHERE country = ?1 AND year = ?2 AND publisher = ?3",
        )?
        .execute(here)?;
    Ok(())
}
