//! Care of the file: is it whole, and a copy of it while it is in use.

use crate::Sha256;
use evenhand_archive::{Archive, ArchiveError, Checked};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Why a copy could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CareError {
    /// The archive failed.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// There is a file already.
    #[error("{}: there is a file already; a backup is not written over another", .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The copy could not be put in its place.
    #[error("writing {}: {source}", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Checks the whole archive: the database, the numbers of sentences, the fingerprint of every original, the index.
///
/// # Errors
/// [`ArchiveError`] when the archive cannot be read at all.
pub fn check(archive: &Archive) -> Result<Checked, ArchiveError> {
    archive.check(&mut |document, bytes| {
        let found = Sha256::of(bytes);
        (found.bytes() != &document.sha256).then(|| {
            format!(
                "its original has fingerprint {found}, not {}",
                Sha256::from_bytes(document.sha256)
            )
        })
    })
}

/// Copies the archive, while others may use it, to a new file at `target`, which appears whole or not at all. `told` hears
/// how many pages are left of how many.
///
/// # Errors
/// [`CareError`] when there is a file already or the copy cannot be written.
pub fn backup(
    archive: &Archive,
    target: &Path,
    told: &mut dyn FnMut(u64, u64),
) -> Result<(), CareError> {
    if target.exists() {
        return Err(CareError::Exists {
            path: target.to_owned(),
        });
    }
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    let beside = target.with_file_name(name);
    let placed = archive
        .copy_to(&beside, told)
        .map_err(CareError::from)
        .and_then(|()| {
            std::fs::rename(&beside, target).map_err(|source| CareError::Write {
                path: target.to_owned(),
                source,
            })
        });
    if placed.is_err() {
        // Nothing half-written stays; that the clean-up fails too changes nothing for the user.
        let _ = std::fs::remove_file(&beside);
    }
    placed
}
