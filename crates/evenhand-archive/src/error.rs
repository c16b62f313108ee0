//! Why something could not be done with an archive.

use std::path::PathBuf;

/// Why something could not be done with an archive.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// There is no such file.
    #[error("{}: there is no archive here; `evenhand import FOLDER --archive {}` makes one", .path.display(), .path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{}: this file is not an Evenhand archive; name another with --archive", .path.display())]
    NotAnArchive {
        /// The file.
        path: PathBuf,
    },
    /// A later program wrote it.
    #[error(
        "{}: this archive has schema {found}, and this program knows schemas up to {known}; use the newer program that \
         wrote it", .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The latest schema known here.
        known: u32,
    },
    /// Another program holds the archive.
    #[error("{doing}: another program is writing to this archive; try again when it has ended")]
    Busy {
        /// What was being done.
        doing: &'static str,
    },
    /// The database failed.
    #[error("{doing}: {source}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// What is stored cannot be understood.
    #[error("{doing}: {found}; `evenhand check-archive` tells what is damaged")]
    Damaged {
        /// What was being done.
        doing: &'static str,
        /// What was found.
        found: String,
    },
}

/// Says what was being done when the database failed.
pub(crate) trait Doing<T> {
    fn doing(self, doing: &'static str) -> Result<T, ArchiveError>;
}

impl<T> Doing<T> for Result<T, rusqlite::Error> {
    fn doing(self, doing: &'static str) -> Result<T, ArchiveError> {
        self.map_err(|source| match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                ArchiveError::Busy { doing }
            }
            _ => ArchiveError::Database { doing, source },
        })
    }
}
