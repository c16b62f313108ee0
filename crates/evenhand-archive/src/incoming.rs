//! A document made ready to be put in: read, annotated, packed, cut into words; on any thread, without the archive.

use crate::error::ArchiveError;
use crate::index::gather::DocumentWords;
use crate::reading::{COLUMN_BYTES, Columns};
use evenhand_report::{Reading, Report};

/// How strongly originals are packed: above 3, zstd takes far more time for a few percent.
const PACKING: i32 = 3;

/// A document ready to be put in. Making it (packing, cutting words) is the costly part and asks nothing of the archive.
#[derive(Debug)]
pub struct Incoming {
    pub(crate) report: Report,
    pub(crate) readings: Vec<Reading>,
    pub(crate) sha256: [u8; 32],
    pub(crate) bytes: u64,
    pub(crate) packed: Vec<u8>,
    pub(crate) words: DocumentWords,
    pub(crate) columns: Vec<u8>,
    pub(crate) given: String,
    pub(crate) origin: String,
}

impl Incoming {
    /// Prepares a document: `original` are the bytes of its file and `sha256` their fingerprint, `given` what the user
    /// said about it (JSON, given back as it is by [`crate::Document::given`]), `origin` where the file lay.
    ///
    /// # Errors
    /// [`ArchiveError`] when the original cannot be packed.
    pub fn new(
        report: Report,
        readings: Vec<Reading>,
        original: &[u8],
        sha256: [u8; 32],
        given: String,
        origin: String,
    ) -> Result<Self, ArchiveError> {
        let packed =
            zstd::bulk::compress(original, PACKING).map_err(|fault| ArchiveError::Damaged {
                doing: "packing an original",
                found: fault.to_string(),
            })?;
        let words = DocumentWords::of(report.sentences.iter().map(|s| report.sentence_text(s)));
        let mut columns = Vec::with_capacity(report.sentences.len() * COLUMN_BYTES);
        for (sentence, reading) in report.sentences.iter().zip(&readings) {
            let section = report.passage(sentence.passage).section.0;
            Columns::of(sentence, section, reading).write(&mut columns);
        }
        Ok(Self {
            report,
            readings,
            sha256,
            bytes: original.len() as u64,
            packed,
            words,
            columns,
            given,
            origin,
        })
    }

    /// The document's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.report.identity.document
    }

    /// How many sentences it has.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.report.sentences.len()
    }

    /// What makes it the same document as an earlier import: who published it, on which country and year, its name.
    pub(crate) fn key(&self) -> String {
        let identity = &self.report.identity;
        let year = identity.year.map(|year| year.to_string());
        [
            identity.publisher.as_deref(),
            identity.country.as_ref().map(|code| code.as_str()),
            year.as_deref(),
            Some(identity.document.as_str()),
        ]
        .map(|part| part.unwrap_or(""))
        .join("\u{1f}")
    }
}
