//! An archive opened for searching: what many searches ask is read once and kept.

use super::bits::Bits;
use super::columns::{Figures, Names, Sections, columns};
use crate::error::{ArchiveError, Doing};
use crate::reading::Columns;
use crate::{Archive, Document, DocumentFilter};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

/// An archive opened for searching. Keep it for many searches; it sees what other programs import meanwhile.
#[derive(Debug)]
pub struct Searcher {
    pub(crate) archive: Archive,
    kept: Option<Kept>,
}

/// What is kept between searches, for one state of the archive.
#[derive(Debug)]
pub(crate) struct Kept {
    data_version: i64,
    /// Every version, in the order hits are shown.
    pub(crate) documents: Vec<Document>,
    /// One more than the highest number of a sentence.
    pub(crate) size: usize,
    pub(crate) segments: Vec<i64>,
    columns: OnceCell<Vec<Columns>>,
    sections: OnceCell<Sections>,
    names: OnceCell<Names>,
    figures: OnceCell<Figures>,
    /// Words that stand in many sentences.
    pub(crate) frequent: RefCell<HashMap<String, Frequent>>,
}

/// A word that stands in many sentences: they as a set, and its lists.
#[derive(Debug, Clone)]
pub(crate) struct Frequent {
    pub(crate) sentences: Rc<Bits>,
    pub(crate) lists: Rc<Vec<Vec<u8>>>,
}

/// What is there, or is loaded now.
fn loaded<T>(
    cell: &OnceCell<T>,
    load: impl FnOnce() -> Result<T, ArchiveError>,
) -> Result<&T, ArchiveError> {
    if let Some(there) = cell.get() {
        return Ok(there);
    }
    let fresh = load()?;
    Ok(cell.get_or_init(|| fresh))
}

impl Searcher {
    /// Opens the archive at `path` for searching.
    ///
    /// # Errors
    /// [`ArchiveError`] as for [`Archive::open`].
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        Ok(Self {
            archive: Archive::open(path)?,
            kept: None,
        })
    }

    /// The archive, for other questions.
    #[must_use]
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// What is kept, made again where the archive has changed.
    pub(crate) fn kept(&mut self) -> Result<(&Archive, &Kept), ArchiveError> {
        const DOING: &str = "preparing to search the archive";
        let connection = &self.archive.connection;
        let data_version = connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .doing(DOING)?;
        let kept = match self.kept.take() {
            Some(kept) if kept.data_version == data_version => kept,
            _ => {
                let documents = self.archive.documents(&DocumentFilter::everything())?;
                let end = documents
                    .iter()
                    .map(|d| d.first_sentence + i64::from(d.sentences))
                    .max();
                let mut all = connection
                    .prepare("SELECT id FROM segment ORDER BY first_sentence")
                    .doing(DOING)?;
                let segments = all
                    .query_map([], |row| row.get(0))
                    .and_then(Iterator::collect)
                    .doing(DOING)?;
                Kept {
                    data_version,
                    documents,
                    size: usize::try_from(end.unwrap_or(0)).unwrap_or(0),
                    segments,
                    columns: OnceCell::new(),
                    sections: OnceCell::new(),
                    names: OnceCell::new(),
                    figures: OnceCell::new(),
                    frequent: RefCell::default(),
                }
            }
        };
        Ok((&self.archive, self.kept.insert(kept)))
    }
}

impl Kept {
    pub(crate) fn columns(&self, archive: &Archive) -> Result<&[Columns], ArchiveError> {
        loaded(&self.columns, || columns(&archive.connection, self.size)).map(Vec::as_slice)
    }

    pub(crate) fn sections(&self, archive: &Archive) -> Result<&Sections, ArchiveError> {
        loaded(&self.sections, || Sections::load(&archive.connection))
    }

    pub(crate) fn names(&self, archive: &Archive) -> Result<&Names, ArchiveError> {
        loaded(&self.names, || Names::load(&archive.connection))
    }

    pub(crate) fn figures(&self, archive: &Archive) -> Result<&Figures, ArchiveError> {
        loaded(&self.figures, || Figures::load(&archive.connection))
    }

    /// The numbers of a document's sentences.
    pub(crate) fn run(document: &Document) -> std::ops::Range<usize> {
        let first = usize::try_from(document.first_sentence).unwrap_or(usize::MAX);
        first..first.saturating_add(document.sentences as usize)
    }
}
