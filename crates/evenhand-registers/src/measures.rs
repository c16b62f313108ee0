//! Measures: reforms, laws, institutions, releases, each with its date and its source.

use crate::table::{Row, Table};
use crate::{Column, Place, RegisterError};
use evenhand_report::Date;
use evenhand_report::country::{Countries, CountryCode};
use serde::Serialize;

/// The columns of a register of measures.
pub const MEASURES_CODEBOOK: &[Column] = &[
    Column {
        name: "id",
        required: true,
        holds: "a name for the measure that stands once in the file",
    },
    Column {
        name: "country",
        required: true,
        holds: "ISO 3166 alpha-3 code or name of the country",
    },
    Column {
        name: "date",
        required: true,
        holds: "when it took effect: 2023-09-04, 2023-09 or 2023",
    },
    Column {
        name: "kind",
        required: false,
        holds: "what it is, in a word: law, decree, release, institution …",
    },
    Column {
        name: "title",
        required: true,
        holds: "what was done, in a line",
    },
    Column {
        name: "rights",
        required: true,
        holds: "articles of the Universal Declaration, parted by \";\", most central first",
    },
    Column {
        name: "search_terms",
        required: true,
        holds: "words and phrases by which a report would speak of it, parted by \";\"",
    },
    Column {
        name: "source",
        required: true,
        holds: "where it can be looked up: an address or a citation",
    },
];

/// A reform, a law, an institution, a release.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// Its name in the register.
    pub id: String,
    /// Whose it is.
    pub country: CountryCode,
    /// When it took effect.
    pub date: Date,
    /// What it is, in a word.
    pub kind: String,
    /// What was done.
    pub title: String,
    /// The articles it concerns, most central first.
    pub rights: Vec<u8>,
    /// Words and phrases by which a report would speak of it.
    pub terms: Vec<String>,
    /// Where it can be looked up.
    pub source: String,
    /// Where it stands in the register.
    pub place: Place,
}

/// Reads a register of measures.
///
/// # Errors
/// [`RegisterError`] at the first field that is not what it should be.
pub fn measures(file: &str, bytes: &[u8]) -> Result<Vec<Measure>, RegisterError> {
    let table = Table::read(file, bytes, "measures", MEASURES_CODEBOOK)?;
    let mut seen = std::collections::BTreeSet::new();
    table
        .rows()
        .map(|row| {
            let measure = measure(row)?;
            if seen.insert(measure.id.clone()) {
                Ok(measure)
            } else {
                Err(row.wrong("id", "a name that no row above bears"))
            }
        })
        .collect()
}

fn measure(row: Row<'_>) -> Result<Measure, RegisterError> {
    let country = row.some("country", "a country's code or name")?;
    let terms = row.list("search_terms");
    if terms
        .iter()
        .all(|term| !term.chars().any(char::is_alphanumeric))
    {
        return Err(row.wrong("search_terms", "at least one word to search for"));
    }
    Ok(Measure {
        id: row.some("id", "a name for the measure")?,
        country: Countries::register()
            .find(&country)
            .map_err(|error| row.wrong("country", format!("a country of the register ({error})")))?
            .code,
        date: row
            .date("date")?
            .ok_or_else(|| row.wrong("date", crate::table::DATE))?,
        kind: row.text("kind").to_owned(),
        title: row.some("title", "what was done")?,
        rights: rights(row)?,
        terms,
        source: row.some("source", "an address or citation")?,
        place: row.place(),
    })
}

fn rights(row: Row<'_>) -> Result<Vec<u8>, RegisterError> {
    let expected =
        "articles of the Universal Declaration, 1 to 30, parted by \";\" (as in \"9; 10\")";
    let articles = row
        .list("rights")
        .iter()
        .map(|part| {
            part.parse::<u8>()
                .ok()
                .filter(|article| (1..=30).contains(article))
        })
        .collect::<Option<Vec<u8>>>()
        .filter(|articles| !articles.is_empty());
    articles.ok_or_else(|| row.wrong("rights", expected))
}
