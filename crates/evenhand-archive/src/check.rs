//! Whether an archive is whole: the database, the numbers of sentences, the originals, the index.

use crate::error::{ArchiveError, Doing};
use crate::index::postings::chunks;
use crate::index::words;
use crate::{Archive, Document, DocumentFilter};
use std::collections::HashMap;

const DOING: &str = "checking the archive";

/// What was checked, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Documents, all versions.
    pub documents: usize,
    /// Sentences.
    pub sentences: usize,
    /// Lists of the full-text index.
    pub lists: usize,
    /// What is wrong, in plain words; nothing where the archive is whole.
    pub faults: Vec<String>,
}

/// Faults of one kind that are told one by one; the rest is counted.
const TOLD: usize = 20;

impl Archive {
    /// Checks everything. `original` looks at the bytes of each document's original and says what is wrong with them (their
    /// fingerprint is not made here).
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read at all.
    pub fn check(
        &self,
        original: &mut dyn FnMut(&Document, &[u8]) -> Option<String>,
    ) -> Result<Checked, ArchiveError> {
        let mut checked = Checked::default();
        self.database(&mut checked.faults)?;
        let documents = self.documents(&DocumentFilter::everything())?;
        checked.documents = documents.len();
        self.numbers(&documents, &mut checked)?;
        for document in &documents {
            match self.original(document) {
                Ok(bytes) => {
                    let wrong = original(document, &bytes);
                    checked
                        .faults
                        .extend(wrong.map(|wrong| format!("{}: {wrong}", document.name)));
                }
                Err(fault) => checked.faults.push(fault.to_string()),
            }
        }
        self.index(&mut checked)?;
        Ok(checked)
    }

    fn database(&self, faults: &mut Vec<String>) -> Result<(), ArchiveError> {
        let mut check = self
            .connection
            .prepare("PRAGMA integrity_check(20)")
            .doing(DOING)?;
        let mut rows = check.query([]).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let said: String = row.get(0).doing(DOING)?;
            if said != "ok" {
                faults.push(format!("the database says: {said}"));
            }
        }
        let mut check = self
            .connection
            .prepare("PRAGMA foreign_key_check")
            .doing(DOING)?;
        let mut rows = check.query([]).doing(DOING)?;
        let mut broken = 0;
        while let Some(row) = rows.next().doing(DOING)? {
            let (table, to): (String, String) =
                (row.get(0).doing(DOING)?, row.get(2).doing(DOING)?);
            if broken < TOLD {
                faults.push(format!(
                    "a row of {table} belongs to a row of {to} that is not there"
                ));
            }
            broken += 1;
        }
        if broken > TOLD {
            faults.push(format!("{} more such rows", broken - TOLD));
        }
        Ok(())
    }

    /// Sentences are numbered without a hole, each version has as many as it says, and one version is the newest.
    fn numbers(&self, documents: &[Document], checked: &mut Checked) -> Result<(), ArchiveError> {
        let one = |sql: &str| -> Result<i64, ArchiveError> {
            self.connection
                .query_row(sql, [], |row| row.get(0))
                .doing(DOING)
        };
        let count = one("SELECT count(*) FROM sentence")?;
        checked.sentences = usize::try_from(count).unwrap_or(0);
        let mut runs: Vec<(i64, u32, &str)> = documents
            .iter()
            .map(|d| (d.first_sentence, d.sentences, d.name.as_str()))
            .collect();
        runs.sort_unstable();
        let mut next = 1;
        for (first, sentences, name) in runs {
            if first != next {
                checked.faults.push(format!(
                    "{name}: its sentences begin at {first}, not at {next}"
                ));
            }
            next = first + i64::from(sentences);
        }
        if count != next - 1 {
            checked.faults.push(format!(
                "the documents have {} sentences, and {count} are there",
                next - 1
            ));
        }
        let strays = one(
            "SELECT count(*) FROM sentence AS s LEFT JOIN version AS v ON v.id = s.version \
             WHERE v.id IS NULL OR s.id != v.first_sentence + s.position OR s.position >= v.sentences",
        )?;
        if strays > 0 {
            checked
                .faults
                .push(format!("{strays} sentences do not stand in their document"));
        }
        let newest = one(
            "SELECT count(*) FROM document WHERE (SELECT count(*) FROM version WHERE document = document.id \
             AND newest = 1 AND number = (SELECT max(number) FROM version WHERE document = document.id)) != 1",
        )?;
        if newest > 0 {
            checked
                .faults
                .push(format!("{newest} documents do not have one newest version"));
        }
        Ok(())
    }

    /// The index says of each word what the sentences say: the lists are walked whole, and the sum of what they say of each
    /// sentence is compared with the sentence.
    fn index(&self, checked: &mut Checked) -> Result<(), ArchiveError> {
        let size = checked.sentences + 1;
        // For each sentence the sum of a number for every word and place.
        let mut by_index = vec![0_u64; size];
        let mut lists = self
            .connection
            .prepare("SELECT word, body FROM posting")
            .doing(DOING)?;
        let mut rows = lists.query([]).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            checked.lists += 1;
            let word = row.get_ref(0).doing(DOING)?.as_str().unwrap_or("");
            let body = row.get_ref(1).doing(DOING)?.as_blob().unwrap_or(&[]);
            let number = number_of(word);
            let mut places = Vec::new();
            for chunk in chunks(body) {
                let walked = chunk.and_then(|chunk| {
                    let mut walk = chunk.walk();
                    while let Some(at) = walk.next(|_| true, &mut places)? {
                        let sum = usize::try_from(at).ok().and_then(|at| by_index.get_mut(at));
                        if let Some(sum) = sum {
                            for place in &places {
                                *sum = sum.wrapping_add(at_place(number, *place));
                            }
                        }
                    }
                    Ok(())
                });
                if walked.is_err() {
                    checked.faults.push(format!(
                        "the list of the word {word:?} cannot be understood"
                    ));
                }
            }
        }
        let mut sentences = self
            .connection
            .prepare("SELECT id, text FROM sentence")
            .doing(DOING)?;
        let mut rows = sentences.query([]).doing(DOING)?;
        let mut wrong = 0;
        let mut numbers: HashMap<String, u64> = HashMap::new();
        while let Some(row) = rows.next().doing(DOING)? {
            let id: i64 = row.get(0).doing(DOING)?;
            let text = row.get_ref(1).doing(DOING)?.as_str().unwrap_or("");
            let mut sum = 0_u64;
            let mut place = 0;
            words::each(text, |word, _, _| {
                let number = match numbers.get(word) {
                    Some(number) => *number,
                    None => {
                        let number = number_of(word);
                        numbers.insert(word.to_owned(), number);
                        number
                    }
                };
                sum = sum.wrapping_add(at_place(number, place));
                place += 1;
            });
            let indexed = usize::try_from(id).ok().and_then(|id| by_index.get(id));
            wrong += usize::from(indexed != Some(&sum));
        }
        if wrong > 0 {
            checked.faults.push(format!(
                "the full-text index does not agree with {wrong} sentences"
            ));
        }
        Ok(())
    }
}

/// A number for a word (FNV-1a).
fn number_of(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A number for a word at a place (the last step of `splitmix64`).
fn at_place(word: u64, place: u32) -> u64 {
    let mut mixed = word ^ u64::from(place).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
