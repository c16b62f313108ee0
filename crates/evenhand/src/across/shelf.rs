//! Where the reports that are compared come from, and how they are gone through on all cores.
//!
//! In: files, or an archive. Out: what a question asks of each report, in the order of the reports,
//! whatever the number of workers; no more than a few reports a worker are in memory at once.

use super::AcrossError;
use crate::archive::{
    Archive, Document, DocumentFilter, FromArchiveError, open_document, read_document,
};
use crate::in_order::in_order;
use crate::open::{OpenError, Opened};
use crate::{Given, Source};
use evenhand_report::Report;
use evenhand_report::country::{Countries, CountryCode};
use std::path::{Path, PathBuf};

/// A report on the shelf, before it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Name of the document ("2023/veldania").
    pub document: String,
    /// The country's code.
    pub country: Option<CountryCode>,
    /// The edition.
    pub year: Option<u16>,
    /// Who published it.
    pub publisher: Option<String>,
}

impl Held {
    /// What the report is about, for grouping: the country's code, else the document's name
    /// without its year.
    #[must_use]
    pub fn place(&self) -> String {
        match self.country {
            Some(code) => code.to_string(),
            None => self
                .document
                .rsplit('/')
                .next()
                .unwrap_or(&self.document)
                .to_owned(),
        }
    }

    /// The region of the country, as the register has it.
    #[must_use]
    pub fn region(&self) -> Option<&'static str> {
        let country = Countries::register().get(self.country?)?;
        Some(country.region.as_str())
    }
}

/// Opens reports for one worker.
pub trait Opens {
    /// The bytes of the report as it was downloaded.
    ///
    /// # Errors
    /// [`AcrossError`] when they cannot be had.
    fn bytes(&mut self, at: usize) -> Result<Vec<u8>, AcrossError>;

    /// The report, without readings.
    ///
    /// # Errors
    /// [`AcrossError`] when it cannot be read.
    fn report(&mut self, at: usize) -> Result<Report, AcrossError>;

    /// The report and its readings.
    ///
    /// # Errors
    /// [`AcrossError`] when it cannot be read.
    fn opened(&mut self, at: usize) -> Result<Opened, AcrossError>;
}

/// Reports to be compared.
pub trait Shelf: Sync {
    /// What stands on it, in a stable order.
    fn held(&self) -> &[Held];
    /// Somebody who opens them; each worker has its own.
    ///
    /// # Errors
    /// [`AcrossError`] when the shelf cannot be reached.
    fn opener(&self) -> Result<Box<dyn Opens + Send + '_>, AcrossError>;
}

/// Asks each report of `chosen` (numbers of [`Shelf::held`]) with `ask`, on all cores, and hands the
/// answers to `take` in the order of `chosen`.
///
/// # Errors
/// The first [`AcrossError`] in that order, or the first of `take`.
pub fn each<T: Send>(
    shelf: &dyn Shelf,
    chosen: &[usize],
    ask: &(dyn Fn(&mut dyn Opens, usize) -> Result<T, AcrossError> + Sync),
    take: &mut dyn FnMut(usize, T) -> Result<(), AcrossError>,
) -> Result<(), AcrossError> {
    in_order(
        chosen.iter().copied(),
        None,
        || None,
        |own: &mut Option<Box<dyn Opens + Send + '_>>, at| {
            let answer = match own {
                Some(opener) => ask(&mut **opener, at),
                // A worker reaches for the shelf when it has something to do.
                None => shelf
                    .opener()
                    .and_then(|opener| ask(&mut **own.insert(opener), at)),
            };
            (at, answer)
        },
        |(at, answer)| take(at, answer?),
    )
}

/// Files as a shelf: read once to learn what they are.
#[derive(Debug)]
pub struct Files {
    sources: Vec<Source>,
    given: Given,
    held: Vec<Held>,
}

impl Files {
    /// Puts files on a shelf.
    ///
    /// # Errors
    /// [`AcrossError`] when one cannot be read.
    pub fn new(sources: Vec<Source>, given: Given) -> Result<Self, AcrossError> {
        let mut files = Self {
            held: vec![
                Held {
                    document: String::new(),
                    country: None,
                    year: None,
                    publisher: None
                };
                sources.len()
            ],
            sources,
            given,
        };
        let chosen: Vec<usize> = (0..files.sources.len()).collect();
        let mut held = Vec::new();
        each(
            &files,
            &chosen,
            &|opener, at| opener.report(at).map(|report| report.identity),
            &mut |_, identity| {
                held.push(Held {
                    document: identity.document,
                    country: identity.country,
                    year: identity.year,
                    publisher: identity.publisher,
                });
                Ok(())
            },
        )?;
        files.held = held;
        Ok(files)
    }
}

impl Files {
    /// Puts files on a shelf without reading them: all that is known is what their paths say, the
    /// year of a folder that is named by one.
    #[must_use]
    pub fn by_folder(sources: Vec<Source>) -> Self {
        let held = sources
            .iter()
            .map(|source| {
                let document = source.document();
                Held {
                    year: document
                        .split_once('/')
                        .and_then(|(year, _)| year.parse().ok()),
                    document,
                    country: None,
                    publisher: None,
                }
            })
            .collect();
        Self {
            sources,
            given: Given::default(),
            held,
        }
    }
}

impl Shelf for Files {
    fn held(&self) -> &[Held] {
        &self.held
    }

    fn opener(&self) -> Result<Box<dyn Opens + Send + '_>, AcrossError> {
        Ok(Box::new(FileOpener(self)))
    }
}

struct FileOpener<'a>(&'a Files);

impl FileOpener<'_> {
    fn given(&self, source: &Source) -> Given {
        Given {
            document: source.document(),
            ..self.0.given.clone()
        }
    }

    fn source(&self, at: usize) -> Result<&Source, AcrossError> {
        self.0.sources.get(at).ok_or(AcrossError::NotHeld { at })
    }
}

impl Opens for FileOpener<'_> {
    fn bytes(&mut self, at: usize) -> Result<Vec<u8>, AcrossError> {
        Ok(self.source(at)?.bytes()?.into_owned())
    }

    fn report(&mut self, at: usize) -> Result<Report, AcrossError> {
        let source = self.source(at)?;
        let bytes = source.bytes()?;
        Ok(evenhand_read::read(&bytes, &self.given(source)).map_err(OpenError::from)?)
    }

    fn opened(&mut self, at: usize) -> Result<Opened, AcrossError> {
        let source = self.source(at)?;
        let bytes = source.bytes()?;
        Ok(crate::open(&bytes, &self.given(source)).map_err(OpenError::from)?)
    }
}

/// The reports of an archive as a shelf.
#[derive(Debug)]
pub struct Archived {
    path: PathBuf,
    documents: Vec<Document>,
    held: Vec<Held>,
}

impl Archived {
    /// Puts the documents of an archive that are meant on a shelf.
    ///
    /// # Errors
    /// [`AcrossError`] when the archive cannot be read.
    pub fn new(archive: &Archive, filter: &DocumentFilter) -> Result<Self, AcrossError> {
        let documents = archive.documents(filter).map_err(FromArchiveError::from)?;
        Ok(Self {
            path: archive.path().to_owned(),
            held: documents
                .iter()
                .map(|document| Held {
                    document: document.name.clone(),
                    country: document.country,
                    year: document.year,
                    publisher: document.publisher.clone(),
                })
                .collect(),
            documents,
        })
    }
}

impl Archived {
    /// Where the archive lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Shelf for Archived {
    fn held(&self) -> &[Held] {
        &self.held
    }

    fn opener(&self) -> Result<Box<dyn Opens + Send + '_>, AcrossError> {
        let archive = Archive::open(&self.path).map_err(FromArchiveError::from)?;
        Ok(Box::new(ArchiveOpener(archive, &self.documents)))
    }
}

struct ArchiveOpener<'a>(Archive, &'a [Document]);

impl ArchiveOpener<'_> {
    fn document(&self, at: usize) -> Result<&Document, AcrossError> {
        self.1.get(at).ok_or(AcrossError::NotHeld { at })
    }
}

impl Opens for ArchiveOpener<'_> {
    fn bytes(&mut self, at: usize) -> Result<Vec<u8>, AcrossError> {
        let found = self.0.original(self.document(at)?);
        Ok(found.map_err(FromArchiveError::from)?)
    }

    fn report(&mut self, at: usize) -> Result<Report, AcrossError> {
        Ok(read_document(&self.0, self.document(at)?)?)
    }

    fn opened(&mut self, at: usize) -> Result<Opened, AcrossError> {
        Ok(open_document(&self.0, self.document(at)?)?)
    }
}

/// The numbers of the reports that `wanted` lets through, of the publisher that has most of them (reports
/// of unknown publishers only where there are no others); and the other publishers, who are left out:
/// an edition is one publisher's.
#[must_use]
pub fn of_one_publisher(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
) -> (Vec<usize>, Option<String>, Vec<String>) {
    let mut by_publisher: std::collections::BTreeMap<Option<&str>, Vec<usize>> =
        std::collections::BTreeMap::new();
    for (at, held) in shelf.held().iter().enumerate() {
        if wanted(held) {
            by_publisher
                .entry(held.publisher.as_deref())
                .or_default()
                .push(at);
        }
    }
    let most = by_publisher
        .iter()
        .max_by_key(|(name, reports)| (name.is_some(), reports.len(), std::cmp::Reverse(**name)))
        .map(|(name, _)| *name);
    let mut chosen = Vec::new();
    let mut others = Vec::new();
    for (name, reports) in by_publisher {
        if Some(name) == most {
            chosen = reports;
        } else {
            others.push(name.unwrap_or("publisher unknown").to_owned());
        }
    }
    (chosen, most.flatten().map(str::to_owned), others)
}
