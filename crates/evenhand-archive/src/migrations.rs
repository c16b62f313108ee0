//! Schemas, one after the other: an older archive is brought to the newest in one transaction.

use crate::error::{ArchiveError, Doing};
use rusqlite::Connection;
use std::path::Path;

/// Marks the file as ours ("Evnh"), so that another program's database is not written to.
pub(crate) const APPLICATION: u32 = 0x4576_6e68;

/// The step to schema `n + 1` stands at `n`.
const STEPS: &[&str] = &[include_str!("migrations/001.sql")];

/// The newest schema.
pub(crate) fn newest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

fn pragma(connection: &Connection, name: &str) -> Result<u32, rusqlite::Error> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

/// The schema of the file; 0 for an empty one.
pub(crate) fn schema(connection: &Connection, path: &Path) -> Result<u32, ArchiveError> {
    let foreign = || ArchiveError::NotAnArchive {
        path: path.to_owned(),
    };
    let application = match pragma(connection, "application_id") {
        Ok(application) => application,
        Err(fault) if fault.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(foreign());
        }
        Err(fault) => return Err(fault).doing("opening the archive"),
    };
    let tables: u32 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .doing("opening the archive")?;
    let found = pragma(connection, "user_version").doing("opening the archive")?;
    if application == 0 && tables == 0 && found == 0 {
        return Ok(0);
    }
    if application != APPLICATION {
        return Err(foreign());
    }
    if found > newest() {
        return Err(ArchiveError::Newer {
            path: path.to_owned(),
            found,
            known: newest(),
        });
    }
    Ok(found)
}

/// Brings the file to the newest schema.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), ArchiveError> {
    const DOING: &str = "bringing the archive to the newest schema";
    if schema(connection, path)? == newest() {
        return Ok(());
    }
    let step = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .doing(DOING)?;
    // Asked again under the lock: another program may have been quicker.
    let found = schema(&step, path)?;
    for sql in STEPS.iter().skip(found as usize) {
        step.execute_batch(sql).doing(DOING)?;
    }
    step.pragma_update(None, "application_id", APPLICATION)
        .doing(DOING)?;
    step.pragma_update(None, "user_version", newest())
        .doing(DOING)?;
    step.commit().doing(DOING)
}
