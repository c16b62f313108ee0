//! A search answered: the page of hits asked for, the exact count, and what it is a share of.

use super::SearchError;
use super::cache::{Kept, Searcher};
use super::filters::SentenceFilter;
use super::find::Finder;
use super::marks::marks;
use super::query::Query;
use crate::{Document, DocumentFilter};
use evenhand_report::country::CountryCode;
use evenhand_report::{Direction, SentenceId, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is asked.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// The words.
    pub query: Query,
    /// In which reports.
    pub documents: DocumentFilter,
    /// In which sentences of them.
    pub sentences: SentenceFilter,
    /// Hits before the first that is wanted.
    pub offset: usize,
    /// Most hits that are wanted.
    pub limit: usize,
}

/// One sentence that answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// Its stable name.
    pub sentence_id: SentenceId,
    /// Name of the document.
    pub document: String,
    /// Which version of the document.
    pub version: u32,
    /// The country it is about.
    pub country: Option<CountryCode>,
    /// The year it reports on.
    pub year: Option<u16>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Position in the report, from 0.
    pub index: u32,
    /// Where it stands, for people.
    pub pin: String,
    /// Heading of its section.
    pub heading: String,
    /// What it says about the state of the right.
    pub direction: Direction,
    /// The article it is most about.
    pub right: Option<u8>,
    /// Whether it counts: no pointer, no repetition.
    pub statement: bool,
    /// Its words.
    pub text: String,
    /// The words of `text` that answer.
    pub marks: Vec<Span>,
    /// The sentence before it in the report.
    pub before: Option<String>,
    /// The sentence after it.
    pub after: Option<String>,
}

/// A count and what it is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Share {
    /// Sentences that answer.
    pub hits: usize,
    /// Sentences of the reports that were searched.
    pub sentences: usize,
    /// Reports with a sentence that answers.
    pub reports_with_hits: usize,
    /// Reports that were searched.
    pub reports: usize,
}

impl Share {
    /// Hits in a thousand sentences; none where nothing was searched.
    #[must_use]
    pub fn per_thousand(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
        (self.sentences > 0).then(|| self.hits as f64 * 1000.0 / self.sentences as f64)
    }
}

/// The count of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct YearShare {
    /// The year; none for reports without.
    pub year: Option<u16>,
    /// The count.
    #[serde(flatten)]
    pub share: Share,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// The exact count over all reports searched.
    pub total: Share,
    /// The same by year.
    pub years: Vec<YearShare>,
    /// The page of hits: by country's code, year, publisher, document, place in the report.
    pub hits: Vec<Hit>,
}

impl Searcher {
    /// Answers a search.
    ///
    /// # Errors
    /// [`SearchError`] when the archive cannot be read.
    pub fn search(&mut self, request: &SearchRequest) -> Result<Found, SearchError> {
        let (archive, kept) = self.kept()?;
        let finder = Finder { archive, kept };
        let documents: Vec<&Document> = kept
            .documents
            .iter()
            .filter(|document| request.documents.holds(document))
            .collect();
        let within = finder.filtered(&documents, &request.sentences)?;
        let found = finder.find(&request.query.0, &within)?;
        let mut total = Share::default();
        let mut years: BTreeMap<Option<u16>, Share> = BTreeMap::new();
        let mut hits = Vec::new();
        for document in documents {
            let run = Kept::run(document);
            let here = found.count_in(run.clone());
            for share in [&mut total, years.entry(document.year).or_default()] {
                share.hits += here;
                share.sentences += document.sentences as usize;
                share.reports += 1;
                share.reports_with_hits += usize::from(here > 0);
            }
            let skipped = request.offset.saturating_sub(total.hits - here);
            let wanted = request.limit - hits.len();
            for at in found.each_in(run).skip(skipped).take(wanted) {
                hits.push(hit(&finder, document, at, &request.query)?);
            }
        }
        let years = years.into_iter();
        Ok(Found {
            total,
            years: years
                .map(|(year, share)| YearShare { year, share })
                .collect(),
            hits,
        })
    }
}

/// The sentence with what stands around it.
fn hit(
    finder: &Finder<'_>,
    document: &Document,
    at: usize,
    query: &Query,
) -> Result<Hit, SearchError> {
    let id = i64::try_from(at).unwrap_or(i64::MAX);
    let end = document.first_sentence + i64::from(document.sentences);
    let around = [(id - 1).max(document.first_sentence), (id + 2).min(end)];
    let (mut hit, mut before, mut after) = (None, None, None);
    finder.archive.sentence_rows(around, |row| {
        if row.id < id {
            before = Some(row.text.to_owned());
        } else if row.id > id {
            after = Some(row.text.to_owned());
        } else {
            hit = Some(Hit {
                sentence_id: row.key,
                document: document.name.clone(),
                version: document.version,
                country: document.country,
                year: document.year,
                publisher: document.publisher.clone(),
                index: row.position,
                pin: row.pin(document),
                heading: row.heading.to_owned(),
                direction: row.direction,
                right: row.right,
                statement: row.statement(),
                text: row.text.to_owned(),
                marks: marks(&query.0, row.text),
                before: None,
                after: None,
            });
        }
    })?;
    let hit = hit.ok_or_else(|| crate::ArchiveError::Damaged {
        doing: "showing a hit",
        found: format!("{}: sentence {id} is not there", document.name),
    })?;
    Ok(Hit {
        before,
        after,
        ..hit
    })
}
