//! Files written whole or not at all: beside the target first, then renamed onto it.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("writing {}: {source}", .path.display())]
pub struct WriteError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// What the system said.
    pub source: std::io::Error,
}

/// Writes `bytes` to `path`, creating the folder where it is missing. Whoever looks at `path` sees
/// the old file or the whole new one, never a part.
///
/// # Errors
/// [`WriteError`] when the folder cannot be made or the file cannot be written or renamed.
pub fn write_aside(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let mut aside = Aside::create(path)?;
    aside.write_all(bytes).map_err(|source| WriteError {
        path: path.to_owned(),
        source,
    })?;
    aside.finish()
}

/// A file being written aside, for output too long to hold in memory. Dropped without
/// [`Aside::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct Aside {
    target: PathBuf,
    beside: PathBuf,
    file: Option<std::io::BufWriter<std::fs::File>>,
}

impl Aside {
    /// Opens a file beside `path`.
    ///
    /// # Errors
    /// [`WriteError`] when the folder or the file cannot be made.
    pub fn create(path: &Path) -> Result<Self, WriteError> {
        let fault = |source| WriteError {
            path: path.to_owned(),
            source,
        };
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder).map_err(fault)?;
        }
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}.part", std::process::id()));
        let beside = path.with_file_name(name);
        let file = std::fs::File::create(&beside).map_err(fault)?;
        Ok(Self {
            target: path.to_owned(),
            beside,
            file: Some(std::io::BufWriter::new(file)),
        })
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// [`WriteError`] when the last bytes cannot be written or the file cannot be renamed.
    pub fn finish(mut self) -> Result<(), WriteError> {
        let flushed = match self.file.take() {
            Some(file) => file
                .into_inner()
                .map_err(std::io::IntoInnerError::into_error)
                .and_then(|file| file.sync_all()),
            None => Ok(()),
        };
        let placed = flushed.and_then(|()| std::fs::rename(&self.beside, &self.target));
        placed.map_err(|source| {
            // Nothing half-written stays; that the clean-up fails too changes nothing for the user.
            let _ = std::fs::remove_file(&self.beside);
            WriteError {
                path: self.target.clone(),
                source,
            }
        })
    }
}

impl std::io::Write for Aside {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match &mut self.file {
            Some(file) => file.write(bytes),
            None => Err(std::io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.as_mut().map_or(Ok(()), std::io::Write::flush)
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            let _ = std::fs::remove_file(&self.beside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::bytes_of;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/dossier.html");
        write_aside(&path, b"first").expect("written");
        write_aside(&path, b"second").expect("written");
        assert_eq!(bytes_of(&path).expect("read"), b"second");
        let dropped = Aside::create(&path).expect("opened");
        drop(dropped);
        let entries = std::fs::read_dir(path.parent().expect("a folder")).expect("listed");
        assert_eq!(entries.count(), 1);
        assert_eq!(bytes_of(&path).expect("read"), b"second");
    }

    #[test]
    fn a_target_that_cannot_be_written_names_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = write_aside(folder.path(), b"x").expect_err("a folder is no file");
        assert!(error.to_string().starts_with("writing "), "{error}");
    }
}
