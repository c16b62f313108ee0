//! One document: bytes in, report and reading out, with the fingerprint of the bytes.

use evenhand_read::{Given, ReadError};
use evenhand_report::{Reading, Report};
use serde::{Serialize, Serializer};
use sha2::Digest;
use std::fmt;
use std::path::{Path, PathBuf};

/// The SHA-256 fingerprint of a file, by which a dossier is tied to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// The fingerprint of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }

    /// The fingerprint with these bytes, made before.
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The fingerprint's own bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A document that has been read and annotated.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Its text, outline, sentences, notes.
    pub report: Report,
    /// One reading a sentence, in order.
    pub readings: Vec<Reading>,
    /// Fingerprint of the file as it was given.
    pub sha256: Sha256,
    /// Size of the file as it was given.
    pub bytes: u64,
}

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file could not be read from the disk.
    #[error("reading {}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The bytes are no report.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Reads and annotates a document.
///
/// `given` is what the user says about it (`--country`, `--year` …) and wins over the document's
/// own words; `given.document` is its name in output.
///
/// # Errors
/// [`ReadError`] when the bytes are no document, or its country's name is unknown or ambiguous.
pub fn open(bytes: &[u8], given: &Given) -> Result<Opened, ReadError> {
    let report = evenhand_read::read(bytes, given)?;
    let readings = evenhand_annotate::annotate(&report);
    Ok(Opened {
        report,
        readings,
        sha256: Sha256::of(bytes),
        bytes: bytes.len() as u64,
    })
}

/// Reads and annotates a file; where `given.document` is empty, it is named after the path.
///
/// # Errors
/// [`OpenError`] when the file cannot be read or is no document.
pub fn open_file(path: &Path, given: &Given) -> Result<Opened, OpenError> {
    let bytes = bytes_of(path)?;
    let mut given = given.clone();
    if given.document.is_empty() {
        given.document = document_name(path);
    }
    Ok(open(&bytes, &given)?)
}

pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, OpenError> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the facade is where files are read"
    )]
    std::fs::read(path).map_err(|source| OpenError::File {
        path: path.to_owned(),
        source,
    })
}

/// `<year>/<file name without ending>` where the folder is named by a year, otherwise the file
/// name without ending.
pub(crate) fn document_name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .unwrap_or_default()
        .to_string_lossy();
    if folder.len() == 4 && folder.bytes().all(|b| b.is_ascii_digit()) {
        format!("{folder}/{stem}")
    } else {
        stem.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_after_year_folder_and_file() {
        assert_eq!(
            document_name(Path::new("/a/2023/veldania.html")),
            "2023/veldania"
        );
        assert_eq!(document_name(Path::new("papers/veldania.md")), "veldania");
        assert_eq!(
            document_name(Path::new("veldania-ngo.2023.txt")),
            "veldania-ngo.2023"
        );
    }

    #[test]
    fn the_fingerprint_is_the_published_one() {
        assert_eq!(
            Sha256::of(b"abc").to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
