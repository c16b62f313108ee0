//! A copy of the archive while it is in use.

use crate::Archive;
use crate::error::{ArchiveError, Doing};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// Pages copied at a time; between them other programs may write.
const PAGES: i32 = 4096;
/// Wait where another program is writing just now.
const PAUSE: Duration = Duration::from_millis(20);
/// Such waits before giving up: half a minute.
const PATIENCE: u32 = 1500;

impl Archive {
    /// Copies the archive to `target`, a new file, while other programs may read and write it; the copy is the state of one
    /// moment. `told` hears how many pages are left of how many.
    ///
    /// # Errors
    /// [`ArchiveError`] when the copy cannot be written or the archive stays busy.
    pub fn copy_to(
        &self,
        target: &Path,
        told: &mut dyn FnMut(u64, u64),
    ) -> Result<(), ArchiveError> {
        const DOING: &str = "copying the archive";
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut copy = Connection::open_with_flags(target, flags).doing(DOING)?;
        {
            let backup = Backup::new(&self.connection, &mut copy).doing(DOING)?;
            let mut waits = 0;
            loop {
                match backup.step(PAGES).doing(DOING)? {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ if waits < PATIENCE => {
                        waits += 1;
                        std::thread::sleep(PAUSE);
                    }
                    _ => return Err(ArchiveError::Busy { doing: DOING }),
                }
                let progress = backup.progress();
                told(
                    u64::try_from(progress.remaining).unwrap_or(0),
                    u64::try_from(progress.pagecount).unwrap_or(0),
                );
            }
        }
        // One file: nothing of it may wait in another beside it.
        copy.pragma_update(None, "journal_mode", "delete")
            .doing(DOING)?;
        copy.close().map_err(|(_, source)| source).doing(DOING)
    }
}
