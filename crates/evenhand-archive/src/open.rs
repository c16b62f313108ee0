//! Opening, creating and migrating the file.

use crate::error::{ArchiveError, Doing};
use crate::migrations;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long another program's writing is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open archive. Each thread opens its own; readers see a whole archive while another program writes.
#[derive(Debug)]
pub struct Archive {
    pub(crate) path: PathBuf,
    pub(crate) connection: Connection,
}

impl Archive {
    /// Opens the archive at `path`, bringing an older schema to the newest.
    ///
    /// # Errors
    /// [`ArchiveError`] when it is not there, is no archive, or was written by a newer program.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        if !path.is_file() {
            return Err(ArchiveError::Missing {
                path: path.to_owned(),
            });
        }
        let archive = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if migrations::schema(&archive.connection, path)? == 0 {
            return Err(ArchiveError::NotAnArchive {
                path: path.to_owned(),
            });
        }
        archive.ready()
    }

    /// Opens the archive at `path`, making it where there is none.
    ///
    /// # Errors
    /// [`ArchiveError`] when the file cannot be made, is no archive, or was written by a newer program.
    pub fn create(path: &Path) -> Result<Self, ArchiveError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let archive = Self::connect(path, flags)?;
        if migrations::schema(&archive.connection, path)? == 0 {
            archive
                .connection
                .pragma_update(None, "page_size", PAGE_SIZE)
                .doing("making the archive")?;
        }
        archive.ready()
    }

    /// Where the file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Self, ArchiveError> {
        const DOING: &str = "opening the archive";
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).doing(DOING)?;
        connection.busy_timeout(PATIENCE).doing(DOING)?;
        Ok(Self {
            path: path.to_owned(),
            connection,
        })
    }

    fn ready(mut self) -> Result<Self, ArchiveError> {
        const DOING: &str = "opening the archive";
        let mode: String = self
            .connection
            .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))
            .doing(DOING)?;
        if mode != "wal" {
            return Err(ArchiveError::Damaged {
                doing: DOING,
                found: format!("the journal mode is {mode} and cannot be made wal"),
            });
        }
        for (name, value) in [
            ("synchronous", 1),
            ("foreign_keys", 1),
            ("cache_size", -32_000),
            ("mmap_size", MAPPED),
            ("temp_store", 2),
        ] {
            self.connection
                .pragma_update(None, name, value)
                .doing(DOING)?;
        }
        self.connection.set_prepared_statement_cache_capacity(64);
        migrations::migrate(&mut self.connection, &self.path)?;
        Ok(self)
    }
}

/// Bytes of a page of a new archive: originals and word lists are long, so larger than SQLite's own 4,096.
const PAGE_SIZE: i64 = 8192;

/// How much of the file is read through memory mapping.
const MAPPED: i64 = 1 << 30;
