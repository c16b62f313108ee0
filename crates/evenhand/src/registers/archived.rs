//! Reports out of the archive that registers are held against: one, its other editions, its peers.

use crate::Opened;
use crate::archive::{Archive, DocumentFilter, FromArchiveError, Years, open_document};
use evenhand_archive::{ArchiveError, Document};
use evenhand_report::country::{Countries, CountryCode};

/// Why a report could not be got out of the archive.
#[derive(Debug, thiserror::Error)]
pub enum ArchivedError {
    /// The archive failed, or what it holds cannot be read.
    #[error(transparent)]
    Archive(#[from] FromArchiveError),
    /// There is none.
    #[error("the archive holds no report on {country} for {year}; {has}")]
    None {
        /// "Veldania (XVD)".
        country: String,
        /// The year.
        year: u16,
        /// What it does hold.
        has: String,
    },
    /// There are several.
    #[error(
        "the archive holds several reports on {country} for {year}, by {publishers}; say which with --publisher"
    )]
    Several {
        /// "Veldania (XVD)".
        country: String,
        /// The year.
        year: u16,
        /// The publishers.
        publishers: String,
    },
}

impl From<ArchiveError> for ArchivedError {
    fn from(fault: ArchiveError) -> Self {
        Self::Archive(fault.into())
    }
}

/// The report on a country and year; `publisher` holds words of the publisher's name.
///
/// # Errors
/// [`ArchivedError`] when there is none or there are several.
pub fn from_archive(
    archive: &Archive,
    country: CountryCode,
    year: u16,
    publisher: Option<&str>,
) -> Result<Opened, ArchivedError> {
    let filter = DocumentFilter {
        countries: vec![country],
        years: single(year),
        publisher: publisher.map(str::to_owned),
        ..DocumentFilter::default()
    };
    let found = archive.documents(&filter)?;
    let name = || {
        let name = Countries::register()
            .get(country)
            .map_or("", |country| country.name.as_str());
        format!("{name} ({country})")
    };
    match found.as_slice() {
        [document] => Ok(open_document(archive, document)?),
        [] => {
            let held = archive.documents(&DocumentFilter {
                countries: vec![country],
                ..DocumentFilter::default()
            })?;
            let years: Vec<String> = held
                .iter()
                .filter_map(|document| document.year)
                .map(|year| year.to_string())
                .collect();
            Err(ArchivedError::None {
                country: name(),
                year,
                has: if years.is_empty() {
                    "it holds nothing on this country; `evenhand import` brings reports in"
                        .to_owned()
                } else {
                    format!("it holds {}", years.join(", "))
                },
            })
        }
        several => Err(ArchivedError::Several {
            country: name(),
            year,
            publishers: several
                .iter()
                .map(|document| document.publisher.as_deref().unwrap_or(&document.name))
                .collect::<Vec<_>>()
                .join("; "),
        }),
    }
}

const fn single(year: u16) -> Years {
    Years {
        from: Some(year),
        to: Some(year),
    }
}

/// The other editions of a report: same publisher, same country, other years, in order.
///
/// # Errors
/// [`ArchivedError`] when the archive cannot be read.
pub fn other_editions(archive: &Archive, report: &Opened) -> Result<Vec<Opened>, ArchivedError> {
    let identity = &report.report.identity;
    let filter = DocumentFilter {
        countries: identity.country.into_iter().collect(),
        ..DocumentFilter::default()
    };
    open_all(archive, &filter, |document| {
        document.publisher == identity.publisher && document.year != identity.year
    })
}

/// Reports of the same publisher and year on other countries of the same region, of those `wanted` holds.
///
/// # Errors
/// [`ArchivedError`] when the archive cannot be read.
pub fn peers(
    archive: &Archive,
    report: &Opened,
    wanted: &[CountryCode],
) -> Result<Vec<Opened>, ArchivedError> {
    let identity = &report.report.identity;
    let register = Countries::register();
    let region = identity
        .country
        .and_then(|code| register.get(code))
        .map(|country| country.region.clone());
    let (Some(region), Some(year)) = (region, identity.year) else {
        return Ok(Vec::new());
    };
    let filter = DocumentFilter {
        regions: vec![region],
        years: single(year),
        ..DocumentFilter::default()
    };
    open_all(archive, &filter, |document| {
        document.publisher == identity.publisher
            && document.country != identity.country
            && document.country.is_some_and(|code| wanted.contains(&code))
    })
}

fn open_all(
    archive: &Archive,
    filter: &DocumentFilter,
    meant: impl Fn(&Document) -> bool,
) -> Result<Vec<Opened>, ArchivedError> {
    let mut opened = Vec::new();
    for document in archive
        .documents(filter)?
        .iter()
        .filter(|document| meant(document))
    {
        opened.push(open_document(archive, document)?);
    }
    Ok(opened)
}
