//! Where the reports that are compared come from, and how they are gone through on all cores.
//!
//! In: files, or an archive. Out: what a question asks of each report, in the order of the reports,
//! whatever the number of workers; no more than a few reports a worker are in memory at once.

use crate::open::{OpenError, Opened};
use crate::{Given, Source};
use evenhand_report::Report;
use evenhand_report::country::{Countries, CountryCode};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

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
    /// [`OpenError`] when they cannot be had.
    fn bytes(&mut self, at: usize) -> Result<Vec<u8>, OpenError>;
    /// What is known about it beside its bytes.
    fn given(&self, at: usize) -> Given;

    /// The report, without readings.
    ///
    /// # Errors
    /// [`OpenError`] when it cannot be read.
    fn report(&mut self, at: usize) -> Result<Report, OpenError> {
        let bytes = self.bytes(at)?;
        Ok(evenhand_read::read(&bytes, &self.given(at))?)
    }

    /// The report and its readings.
    ///
    /// # Errors
    /// [`OpenError`] when it cannot be read.
    fn opened(&mut self, at: usize) -> Result<Opened, OpenError> {
        let bytes = self.bytes(at)?;
        Ok(crate::open(&bytes, &self.given(at))?)
    }
}

/// Reports to be compared.
pub trait Shelf: Sync {
    /// What stands on it, in a stable order.
    fn held(&self) -> &[Held];
    /// Somebody who opens them; each worker has its own.
    ///
    /// # Errors
    /// [`OpenError`] when the shelf cannot be reached.
    fn opener(&self) -> Result<Box<dyn Opens + Send + '_>, OpenError>;
}

/// How many reports a worker is given before the others are waited for.
const ROUND_PER_WORKER: usize = 8;

/// Asks each report of `chosen` (numbers of [`Shelf::held`]) with `ask`, on all cores, and hands the
/// answers to `take` in the order of `chosen`.
///
/// # Errors
/// The first [`OpenError`] in that order, or whatever `take` returns.
pub fn each<T: Send, E: From<OpenError>>(
    shelf: &dyn Shelf,
    chosen: &[usize],
    ask: &(dyn Fn(&mut dyn Opens, usize) -> Result<T, OpenError> + Sync),
    take: &mut dyn FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    let workers = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(chosen.len().max(1));
    let mut openers = (0..workers)
        .map(|_| shelf.opener())
        .collect::<Result<Vec<_>, _>>()?;
    for round in chosen.chunks(workers * ROUND_PER_WORKER) {
        let next = AtomicUsize::new(0);
        let answers: Mutex<Vec<Option<Result<T, OpenError>>>> =
            Mutex::new(round.iter().map(|_| None).collect());
        std::thread::scope(|scope| {
            for opener in &mut openers {
                let (next, answers) = (&next, &answers);
                scope.spawn(move || {
                    loop {
                        let turn = next.fetch_add(1, Ordering::Relaxed);
                        let Some(at) = round.get(turn) else { break };
                        let answer = ask(&mut **opener, *at);
                        let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
                        if let Some(slot) = answers.get_mut(turn) {
                            *slot = Some(answer);
                        }
                    }
                });
            }
        });
        let answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
        for (at, answer) in round.iter().zip(answers) {
            if let Some(answer) = answer {
                take(*at, answer?)?;
            }
        }
    }
    Ok(())
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
    /// [`OpenError`] when one cannot be read.
    pub fn new(sources: Vec<Source>, given: Given) -> Result<Self, OpenError> {
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
        each::<_, OpenError>(
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

    fn opener(&self) -> Result<Box<dyn Opens + Send + '_>, OpenError> {
        Ok(Box::new(FileOpener(self)))
    }
}

struct FileOpener<'a>(&'a Files);

impl Opens for FileOpener<'_> {
    fn bytes(&mut self, at: usize) -> Result<Vec<u8>, OpenError> {
        match self.0.sources.get(at) {
            Some(source) => source.bytes().map(std::borrow::Cow::into_owned),
            None => Ok(Vec::new()),
        }
    }

    fn given(&self, at: usize) -> Given {
        Given {
            document: self
                .0
                .sources
                .get(at)
                .map(Source::document)
                .unwrap_or_default(),
            ..self.0.given.clone()
        }
    }
}

/// The numbers of the reports that `wanted` lets through, of the publisher that has most of them;
/// and the other publishers, who are left out: an edition is one publisher's.
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
        .max_by_key(|(name, reports)| (reports.len(), std::cmp::Reverse(**name)))
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
