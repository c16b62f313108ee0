//! Documents into the archive: read and annotated on all cores, written by one, a batch at a time.

use super::pieces::{Input, Piece};
use super::{READER, said};
use crate::in_order::in_order;
use crate::source::SourceError;
use crate::{Given, Sha256};
use evenhand_archive::{Added, Archive, ArchiveError, DocumentFilter, Incoming, Writer};
use evenhand_report::Identity;
use std::collections::HashMap;
use std::num::NonZeroUsize;

/// What is imported, and what is said about it.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// What the user says about every document; `document` is ignored.
    pub given: Given,
    /// The time of import, ISO 8601.
    pub now: String,
    /// How many workers; all cores where none.
    pub workers: Option<NonZeroUsize>,
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    New {
        /// Its sentences.
        sentences: usize,
    },
    /// The archive had another version, which is kept: the report was changed after publication.
    Version {
        /// Which version this is.
        number: u32,
        /// Its sentences.
        sentences: usize,
    },
    /// The archive has it already.
    Known,
    /// It could not be imported.
    Failed(String),
}

/// One document, as it is told while the import goes on, in order.
#[derive(Debug)]
pub struct Imported<'a> {
    /// Its name.
    pub document: &'a str,
    /// Where it lies.
    pub origin: &'a str,
    /// What became of it.
    pub outcome: &'a Outcome,
    /// Bytes of the input that are done.
    pub done: u64,
    /// Bytes of the input in all.
    pub of: u64,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// Documents that are new.
    pub new: usize,
    /// Documents of which the archive had another version, with the number of the new one.
    pub republished: Vec<(String, u32)>,
    /// Documents that the archive had already.
    pub known: usize,
    /// Documents that could not be imported, with what is wrong.
    pub failed: Vec<(String, String)>,
    /// Sentences added.
    pub sentences: usize,
    /// Bytes of the documents added.
    pub bytes: u64,
}

/// Why an import stopped. What was committed before is in the archive; the same import again goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// What was named is not there.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The archive failed.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// Documents after which what was added is made part of the archive …
const BATCH: usize = 128;
/// … or bytes, whichever comes first.
const BATCH_BYTES: u64 = 32 << 20;

/// Imports what is named. `told` is called after each document, in their order.
///
/// # Errors
/// [`ImportError`] when something named is not there or the archive cannot be written. A document that cannot be read is
/// no error: it is told and listed, and the rest goes in.
pub fn import<S: AsRef<str>>(
    archive: &mut Archive,
    named: &[S],
    options: &ImportOptions,
    told: &mut dyn FnMut(&Imported<'_>),
) -> Result<Import, ImportError> {
    let input = Input::of(named)?;
    let of = input.weight;
    let archives = input.archives();
    let known = Known::of(archive)?;
    let mut writer = archive.writer()?;
    let mut batch = Batch::default();
    let mut summary = Import::default();
    let mut done = 0;
    in_order(
        input.pieces(),
        options.workers,
        || (),
        |(), piece| read(piece, options, &known),
        |read: ReadPiece| -> Result<(), ImportError> {
            let outcome = read.put(&mut writer, &mut batch, &mut summary)?;
            done += read.weight;
            told(&Imported {
                document: &read.document,
                origin: &read.origin,
                outcome: &outcome,
                done,
                of,
            });
            match outcome {
                Outcome::New { .. } => summary.new += 1,
                Outcome::Version { number, .. } => {
                    summary.republished.push((read.document, number));
                }
                Outcome::Known => summary.known += 1,
                Outcome::Failed(fault) => summary.failed.push((read.origin, fault)),
            }
            Ok(())
        },
    )?;
    writer.finish()?;
    for path in archives {
        // That it can be opened was told, or not, with its documents.
        if let Ok(other) = Archive::open(&path) {
            for judgement in other.judgements(None)? {
                archive.judge(&judgement)?;
            }
        }
    }
    Ok(summary)
}

#[derive(Default)]
struct Batch {
    documents: usize,
    bytes: u64,
}

/// What is in the archive, by the fingerprint of the file.
struct Known(HashMap<[u8; 32], Vec<KnownDocument>>);

struct KnownDocument {
    name: String,
    given: String,
    place: Place,
}

/// What a document is about and from whom; two copies with the same are the same document, whatever they are called.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place(Option<String>, Option<String>, Option<u16>);

impl Place {
    fn of(identity: &Identity) -> Self {
        Self(
            identity.publisher.clone(),
            identity.country.map(|code| code.to_string()),
            identity.year,
        )
    }
}

impl Known {
    fn of(archive: &Archive) -> Result<Self, ArchiveError> {
        let mut known: HashMap<[u8; 32], Vec<KnownDocument>> = HashMap::new();
        for document in archive.documents(&DocumentFilter::everything())? {
            known
                .entry(document.sha256)
                .or_default()
                .push(KnownDocument {
                    place: Place(
                        document.publisher,
                        document.country.map(|code| code.to_string()),
                        document.year,
                    ),
                    name: document.name,
                    given: document.given,
                });
        }
        Ok(Self(known))
    }

    fn with(&self, sha256: Sha256) -> &[KnownDocument] {
        self.0.get(sha256.bytes()).map_or(&[], Vec::as_slice)
    }
}

struct ReadPiece {
    document: String,
    origin: String,
    weight: u64,
    bytes: u64,
    now: String,
    /// None where it is known already.
    incoming: Result<Option<Box<Incoming>>, String>,
}

fn read(piece: Piece, options: &ImportOptions, known: &Known) -> ReadPiece {
    let Piece {
        document,
        origin,
        content,
        weight,
        before,
    } = piece;
    let mut size = 0;
    // What comes out of another archive is read with what was said about it then.
    let (said, now) = match before {
        Some((said, imported)) => (said, imported),
        None => {
            let said = Given {
                document: document.clone(),
                ..options.given.clone()
            };
            (said, options.now.clone())
        }
    };
    let given = said::written(&said);
    let incoming = content.bytes().and_then(|bytes| {
        size = bytes.len() as u64;
        let sha256 = Sha256::of(&bytes);
        let same = known.with(sha256);
        if same.iter().any(|k| k.name == document && k.given == given) {
            return Ok(None);
        }
        let report = evenhand_read::read(&bytes, &said).map_err(|fault| fault.to_string())?;
        let place = Place::of(&report.identity);
        if same.iter().any(|k| k.place == place && k.given == given) {
            return Ok(None);
        }
        let readings = evenhand_annotate::annotate(&report);
        let incoming = Incoming::new(
            report,
            readings,
            &bytes,
            *sha256.bytes(),
            given.clone(),
            origin.clone(),
        );
        let incoming = incoming.map_err(|fault| format!("{document}: {fault}"))?;
        Ok(Some(Box::new(incoming)))
    });
    ReadPiece {
        document,
        origin,
        weight,
        bytes: size,
        now,
        incoming,
    }
}

impl ReadPiece {
    fn put(
        &self,
        writer: &mut Writer<'_>,
        batch: &mut Batch,
        summary: &mut Import,
    ) -> Result<Outcome, ArchiveError> {
        let incoming = match &self.incoming {
            Ok(Some(incoming)) => incoming,
            Ok(None) => return Ok(Outcome::Known),
            Err(fault) => return Ok(Outcome::Failed(fault.clone())),
        };
        let sentences = incoming.sentences();
        let outcome = match writer.add(incoming, &self.now, READER)? {
            Added::New => Outcome::New { sentences },
            Added::Version(number) => Outcome::Version { number, sentences },
            Added::Known => return Ok(Outcome::Known),
        };
        summary.sentences += sentences;
        summary.bytes += self.bytes;
        batch.documents += 1;
        batch.bytes += self.bytes;
        if batch.documents >= BATCH || batch.bytes >= BATCH_BYTES {
            writer.commit()?;
            *batch = Batch::default();
        }
        Ok(outcome)
    }
}
