//! Which reports are there: country by year, with holes, drafts, doubles and republished versions named.

use evenhand_archive::{Archive, ArchiveError, Counted, Document, DocumentFilter, Versions};
use evenhand_report::country::{Countries, CountryCode};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

evenhand_report::written_enum! {
    /// What a row of the coverage says.
    pub enum State {
        /// The report that counts as the edition's.
        Report = "report",
        /// A country that the publisher has reports on has none for this year.
        Missing = "missing",
        /// Another document of the same publisher on the same country and year; it does not count.
        Double = "double",
        /// An earlier version of a document that was changed after publication.
        Earlier = "earlier_version",
        /// A document that does not tell its publisher, country or year; it stands for itself.
        Unplaced = "unplaced",
    }
}

/// One document, or one hole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverageRow {
    /// Who published it.
    pub publisher: Option<String>,
    /// The country.
    pub country: Option<CountryCode>,
    /// Its name.
    pub name: Option<String>,
    /// The year.
    pub year: Option<u16>,
    /// What this row says.
    pub state: State,
    /// Name of the document; none for a hole.
    pub document: Option<String>,
    /// Which version; none for a hole.
    pub version: Option<u32>,
    /// Whether the page calls itself a draft or was unpublished.
    pub draft: bool,
    /// Its sentences.
    pub sentences: u32,
    /// Where it came from.
    pub origin: Option<String>,
    /// When it was imported.
    pub imported: Option<String>,
}

/// Everything that is there and what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Coverage {
    /// By publisher, country's name, year, and what the row says.
    pub rows: Vec<CoverageRow>,
}

impl Coverage {
    /// The years of a publisher's reports.
    #[must_use]
    pub fn years(&self, publisher: Option<&str>) -> Vec<u16> {
        let own = self.of(publisher);
        let years: BTreeSet<u16> = own.filter_map(|row| row.year).collect();
        years.into_iter().collect()
    }

    /// The rows of a publisher.
    pub fn of(&self, publisher: Option<&str>) -> impl Iterator<Item = &CoverageRow> {
        self.rows
            .iter()
            .filter(move |row| row.publisher.as_deref() == publisher)
    }

    /// How many rows say this.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }

    /// Every publisher, in order.
    #[must_use]
    pub fn publishers(&self) -> Vec<Option<&str>> {
        let all: BTreeSet<Option<&str>> = self
            .rows
            .iter()
            .map(|row| row.publisher.as_deref())
            .collect();
        all.into_iter().collect()
    }
}

/// The coverage of the documents that are meant; versions and doubles are always told.
///
/// # Errors
/// [`ArchiveError`] when the archive cannot be read.
pub fn coverage(archive: &Archive, filter: &DocumentFilter) -> Result<Coverage, ArchiveError> {
    let filter = DocumentFilter {
        versions: Versions::All,
        counted: Counted::All,
        ..filter.clone()
    };
    let documents = archive.documents(&filter)?;
    let mut rows: Vec<CoverageRow> = documents.iter().map(row).collect();
    holes(&documents, &mut rows);
    rows.sort_by(|a, b| {
        let key = |row: &CoverageRow| {
            (
                row.publisher.clone(),
                row.name.clone(),
                row.year,
                row.state,
                row.document.clone(),
                row.version,
            )
        };
        key(a).cmp(&key(b))
    });
    Ok(Coverage { rows })
}

fn name_of(country: Option<CountryCode>) -> Option<String> {
    let country = Countries::register().get(country?)?;
    Some(country.name.clone())
}

fn row(document: &Document) -> CoverageRow {
    let placed =
        document.publisher.is_some() && document.country.is_some() && document.year.is_some();
    CoverageRow {
        publisher: document.publisher.clone(),
        country: document.country,
        name: name_of(document.country).or_else(|| document.title.clone()),
        year: document.year,
        state: match document {
            Document { newest: false, .. } => State::Earlier,
            _ if !placed => State::Unplaced,
            Document { edition: false, .. } => State::Double,
            Document { .. } => State::Report,
        },
        document: Some(document.name.clone()),
        version: Some(document.version),
        draft: document.draft,
        sentences: document.sentences,
        origin: Some(document.origin.clone()),
        imported: Some(document.imported.clone()),
    }
}

/// Years of a publisher in which a country that it reports on has no report.
fn holes(documents: &[Document], rows: &mut Vec<CoverageRow>) {
    let mut years: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    let mut there: BTreeMap<(&str, CountryCode), BTreeSet<u16>> = BTreeMap::new();
    for document in documents {
        if let (Some(publisher), Some(country), Some(year)) = (
            document.publisher.as_deref(),
            document.country,
            document.year,
        ) {
            years.entry(publisher).or_default().insert(year);
            there.entry((publisher, country)).or_default().insert(year);
        }
    }
    for ((publisher, country), has) in there {
        for year in years.get(publisher).into_iter().flatten() {
            if !has.contains(year) {
                rows.push(CoverageRow {
                    publisher: Some(publisher.to_owned()),
                    country: Some(country),
                    name: name_of(Some(country)),
                    year: Some(*year),
                    state: State::Missing,
                    document: None,
                    version: None,
                    draft: false,
                    sentences: 0,
                    origin: None,
                    imported: None,
                });
            }
        }
    }
}
