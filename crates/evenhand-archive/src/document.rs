//! What is in the archive: documents, their versions, the bytes of their originals.

use crate::error::{ArchiveError, Doing};
use crate::{Archive, DocumentFilter};
use evenhand_report::country::{Countries, CountryCode};
use rusqlite::{OptionalExtension, Row};

/// Longest original that is unpacked, in bytes: no page is longer, and a damaged length must not fill the memory.
const LONGEST: usize = 4 << 30;

/// One version of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its number in the archive.
    pub id: i64,
    /// The document of which it is a version.
    pub lineage: i64,
    /// Which version, from 1.
    pub version: u32,
    /// Whether it is the newest.
    pub newest: bool,
    /// Whether it counts as its publisher's report on its country and year.
    pub edition: bool,
    /// Name: "2023/veldania".
    pub name: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// The country it is about.
    pub country: Option<CountryCode>,
    /// The year it reports on.
    pub year: Option<u16>,
    /// Title.
    pub title: Option<String>,
    /// Address it was published at.
    pub address: Option<String>,
    /// Date of publication.
    pub published: Option<String>,
    /// Date of the last change.
    pub modified: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// Whether the page calls itself a draft or was unpublished.
    pub draft: bool,
    /// Where the file lay when it was imported.
    pub origin: String,
    /// When it was imported.
    pub imported: String,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// Size of the file.
    pub bytes: u64,
    /// What the user said about it: the JSON that was put in with it.
    pub given: String,
    /// Version of the program that read it.
    pub reader: String,
    /// Words of its sentences.
    pub words: u64,
    /// Number of the first of its sentences in the archive.
    pub first_sentence: i64,
    /// Its sentences.
    pub sentences: u32,
    /// Its statements: sentences that count.
    pub statements: u32,
}

const COLUMNS: &str = "id, document, number, newest, edition, name, publisher, country, year, title, address, published, \
    modified, language, draft, origin, imported, sha256, bytes, given, reader, words, first_sentence, sentences, statements";

fn document(row: &Row<'_>) -> Result<Document, rusqlite::Error> {
    let country: Option<String> = row.get(7)?;
    Ok(Document {
        id: row.get(0)?,
        lineage: row.get(1)?,
        version: row.get(2)?,
        newest: row.get(3)?,
        edition: row.get(4)?,
        name: row.get(5)?,
        publisher: row.get(6)?,
        country: country.and_then(|code| Some(Countries::register().find(&code).ok()?.code)),
        year: row.get(8)?,
        title: row.get(9)?,
        address: row.get(10)?,
        published: row.get(11)?,
        modified: row.get(12)?,
        language: row.get(13)?,
        draft: row.get(14)?,
        origin: row.get(15)?,
        imported: row.get(16)?,
        sha256: row.get(17)?,
        bytes: row.get::<_, i64>(18)?.unsigned_abs(),
        given: row.get(19)?,
        reader: row.get(20)?,
        words: row.get::<_, i64>(21)?.unsigned_abs(),
        first_sentence: row.get(22)?,
        sentences: row.get(23)?,
        statements: row.get(24)?,
    })
}

impl Archive {
    /// The documents that are meant, by country's code, year, publisher, name, version.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read.
    pub fn documents(&self, filter: &DocumentFilter) -> Result<Vec<Document>, ArchiveError> {
        const DOING: &str = "listing the documents of the archive";
        let mut statement = self
            .connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM version ORDER BY country, year, publisher, name, document, number"
            ))
            .doing(DOING)?;
        let mut rows = statement.query([]).doing(DOING)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next().doing(DOING)? {
            let document = document(row).doing(DOING)?;
            if filter.holds(&document) {
                found.push(document);
            }
        }
        Ok(found)
    }

    /// The bytes of the file as it was imported.
    ///
    /// # Errors
    /// [`ArchiveError`] when there is no such document or what is stored is damaged.
    pub fn original(&self, document: &Document) -> Result<Vec<u8>, ArchiveError> {
        const DOING: &str = "fetching an original from the archive";
        let damaged = |found: String| ArchiveError::Damaged {
            doing: DOING,
            found: format!("{}: {found}", document.name),
        };
        let packed: Vec<u8> = self
            .connection
            .prepare_cached("SELECT content FROM original WHERE version = ?1")
            .and_then(|mut one| one.query_row([document.id], |row| row.get(0)).optional())
            .doing(DOING)?
            .ok_or_else(|| damaged("the original is not there".to_owned()))?;
        let size = usize::try_from(document.bytes)
            .ok()
            .filter(|size| *size <= LONGEST)
            .ok_or_else(|| damaged(format!("its size is given as {} bytes", document.bytes)))?;
        zstd::bulk::decompress(&packed, size).map_err(|fault| damaged(fault.to_string()))
    }
}
