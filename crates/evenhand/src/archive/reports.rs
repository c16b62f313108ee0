//! Whole reports out of the archive, on all cores, in a stable order.

use super::said;
use crate::in_order::in_order;
use crate::{Opened, Sha256};
use evenhand_archive::{Archive, ArchiveError, Document, DocumentFilter};
use evenhand_read::ReadError;
use evenhand_report::Report;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Why a report could not be got out of an archive.
#[derive(Debug, thiserror::Error)]
pub enum FromArchiveError {
    /// The archive failed.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The stored original is no longer read as a report.
    #[error("reading a stored original again: {0}")]
    Read(#[from] ReadError),
    /// What the user said about it cannot be understood.
    #[error("{document}: what was said about it when it was imported cannot be understood: {said}")]
    Said {
        /// The document.
        document: String,
        /// What is stored.
        said: String,
    },
    /// This program reads the document differently from the one that imported it.
    #[error(
        "{document}: it was imported by version {reader}, which found {stored} sentences where this program finds \
         {found}; read all anew into another archive: `evenhand import OLD.db --archive NEW.db`"
    )]
    Otherwise {
        /// The document.
        document: String,
        /// Version of the program that imported it.
        reader: String,
        /// Sentences in the archive.
        stored: usize,
        /// Sentences found now.
        found: usize,
    },
}

/// The report of a document in the archive: its original, read again.
///
/// # Errors
/// [`FromArchiveError`] when the archive is damaged.
pub fn read_document(archive: &Archive, document: &Document) -> Result<Report, FromArchiveError> {
    let bytes = archive.original(document)?;
    let given =
        said::given(&document.name, &document.given).ok_or_else(|| FromArchiveError::Said {
            document: document.name.clone(),
            said: document.given.clone(),
        })?;
    Ok(evenhand_read::read(&bytes, &given)?)
}

/// The report of a document in the archive with its reading as it was stored.
///
/// # Errors
/// [`FromArchiveError`] when the archive is damaged, or the program reads the document otherwise than the version that
/// imported it.
pub fn open_document(archive: &Archive, document: &Document) -> Result<Opened, FromArchiveError> {
    let report = read_document(archive, document)?;
    let readings = archive.readings(document, &rule)?;
    if readings.len() != report.sentences.len() {
        return Err(FromArchiveError::Otherwise {
            document: document.name.clone(),
            reader: document.reader.clone(),
            stored: readings.len(),
            found: report.sentences.len(),
        });
    }
    Ok(Opened {
        report,
        readings,
        sha256: Sha256::from_bytes(document.sha256),
        bytes: document.bytes,
    })
}

/// The lasting form of a rule's name. A rule that this program no longer has keeps its name.
fn rule(name: &str) -> &'static str {
    static KNOWN: LazyLock<Mutex<BTreeMap<&'static str, &'static str>>> = LazyLock::new(|| {
        let pages = crate::rules().map(|page| (page.name, page.name));
        Mutex::new(pages.collect())
    });
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    match known.get(name) {
        Some(name) => name,
        None => {
            // As many as there were rules in older programs: a few dozen short words.
            let name: &'static str = Box::leak(name.to_owned().into_boxed_str());
            known.insert(name, name);
            name
        }
    }
}

/// Reads the documents that are meant on all cores (or `workers`): `work` runs beside others on each report, `take` gets
/// what it gives, one after the other, in the order of [`Archive::documents`].
///
/// # Errors
/// The first error of the archive or of `take`.
pub fn reports<T: Send, E: From<FromArchiveError>>(
    archive: &Archive,
    filter: &DocumentFilter,
    workers: Option<NonZeroUsize>,
    work: impl Fn(&Document, Report) -> T + Sync,
    take: impl FnMut(&Document, T) -> Result<(), E>,
) -> Result<(), E> {
    stream(archive, filter, workers, read_document, work, take)
}

/// As [`reports`], with the readings.
///
/// # Errors
/// The first error of the archive or of `take`.
pub fn opened<T: Send, E: From<FromArchiveError>>(
    archive: &Archive,
    filter: &DocumentFilter,
    workers: Option<NonZeroUsize>,
    work: impl Fn(&Document, Opened) -> T + Sync,
    take: impl FnMut(&Document, T) -> Result<(), E>,
) -> Result<(), E> {
    stream(archive, filter, workers, open_document, work, take)
}

fn stream<R, T: Send, E: From<FromArchiveError>>(
    archive: &Archive,
    filter: &DocumentFilter,
    workers: Option<NonZeroUsize>,
    get: impl Fn(&Archive, &Document) -> Result<R, FromArchiveError> + Sync,
    work: impl Fn(&Document, R) -> T + Sync,
    mut take: impl FnMut(&Document, T) -> Result<(), E>,
) -> Result<(), E> {
    let documents = archive.documents(filter).map_err(FromArchiveError::from)?;
    let path = archive.path();
    in_order(
        documents.iter(),
        workers,
        || None,
        |own: &mut Option<Archive>, document| {
            // Each worker has its own connection, opened when it has something to do.
            let got = match own {
                Some(own) => get(own, document),
                None => Archive::open(path)
                    .map_err(FromArchiveError::from)
                    .and_then(|archive| get(own.insert(archive), document)),
            };
            (document, got.map(|got| work(document, got)))
        },
        |(document, got)| take(document, got?),
    )
}
