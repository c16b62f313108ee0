//! Where documents come from: files, folders, patterns, standard input; in a stable order.

use crate::open::{OpenError, bytes_of, document_name};
use std::path::{Path, PathBuf};

/// One document to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file on the disk, read when its turn comes.
    File(PathBuf),
    /// Bytes already in hand, with the name of the document ("standard input").
    Bytes {
        /// Name of the document in output.
        document: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// Why what the user named could not be listed.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// Nothing there.
    #[error("{path}: no such file or folder, and no file fits it as a pattern")]
    Nothing {
        /// What was named.
        path: String,
    },
    /// A folder that cannot be listed.
    #[error("listing {}: {source}", .folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Source {
    /// The document's name in output.
    #[must_use]
    pub fn document(&self) -> String {
        match self {
            Self::File(path) => document_name(path),
            Self::Bytes { document, .. } => document.clone(),
        }
    }

    /// What a message calls it: the path, or the document's name.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes { document, .. } => document.clone(),
        }
    }

    pub(crate) fn bytes(&self) -> Result<std::borrow::Cow<'_, [u8]>, OpenError> {
        match self {
            Self::File(path) => bytes_of(path).map(Into::into),
            Self::Bytes { bytes, .. } => Ok(bytes.as_slice().into()),
        }
    }
}

/// Endings of files that are read out of a folder.
const ENDINGS: &[&str] = &["html", "htm", "xhtml", "txt", "md", "markdown"];

/// The documents that `named` stand for, in that order: a file is itself, a folder is every
/// document under it by path, anything else is a pattern (`*` and `?` inside a name, `**` over
/// folders). A file named twice is read once. `-` is the caller's to replace by [`Source::Bytes`].
///
/// # Errors
/// [`SourceError`] when something named is not there or cannot be listed.
pub fn sources<S: AsRef<str>>(named: &[S]) -> Result<Vec<Source>, SourceError> {
    let mut found: Vec<PathBuf> = Vec::new();
    for name in named {
        let name = name.as_ref();
        let path = Path::new(name);
        if path.is_dir() {
            walk(path, &mut |file| {
                if is_document(file) {
                    found.push(file.to_owned());
                }
            })?;
        } else if path.is_file() {
            found.push(path.to_owned());
        } else {
            let before = found.len();
            matching(name, &mut found)?;
            if found.len() == before {
                return Err(SourceError::Nothing {
                    path: name.to_owned(),
                });
            }
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|path| seen.insert(path.clone()));
    Ok(found.into_iter().map(Source::File).collect())
}

pub(crate) fn is_document(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    ENDINGS.iter().any(|known| ending == *known)
}

/// Every file under a folder by path; hidden ones are left out.
pub(crate) fn walk(folder: &Path, found: &mut dyn FnMut(&Path)) -> Result<(), SourceError> {
    let fault = |source| SourceError::Folder {
        folder: folder.to_owned(),
        source,
    };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            // The entry's own type: a link to a folder is not followed, so no walk is endless.
            entries.push((entry.path(), entry.file_type().map_err(fault)?.is_dir()));
        }
    }
    entries.sort();
    for (path, is_folder) in entries {
        if is_folder {
            walk(&path, found)?;
        } else {
            found(&path);
        }
    }
    Ok(())
}

pub(crate) fn matching(pattern: &str, found: &mut Vec<PathBuf>) -> Result<(), SourceError> {
    if !pattern.contains(['*', '?']) {
        return Ok(());
    }
    let fixed: PathBuf = Path::new(pattern)
        .components()
        .take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?']))
        .collect();
    let start = if fixed.as_os_str().is_empty() {
        Path::new(".")
    } else {
        &fixed
    };
    if !start.is_dir() {
        return Ok(());
    }
    walk(start, &mut |file| {
        let file = file.strip_prefix("./").unwrap_or(file);
        if fits(
            pattern.trim_start_matches("./").as_bytes(),
            file.to_string_lossy().as_bytes(),
        ) {
            found.push(file.to_owned());
        }
    })
}

/// Whether a path fits a pattern: `*` and `?` stop at `/`, `**/` spans any number of folders.
fn fits(pattern: &[u8], path: &[u8]) -> bool {
    match pattern {
        [] => path.is_empty(),
        [b'*', b'*', rest @ ..] => {
            let rest = rest.strip_prefix(b"/").unwrap_or(rest);
            (0..=path.len()).any(|at| {
                (at == 0 || rest.is_empty() || path.get(at - 1) == Some(&b'/'))
                    && path.get(at..).is_some_and(|tail| fits(rest, tail))
            })
        }
        [b'*', rest @ ..] => (0..=path.len())
            .take_while(|at| !path.iter().take(*at).any(|b| *b == b'/'))
            .any(|at| path.get(at..).is_some_and(|tail| fits(rest, tail))),
        [b'?', rest @ ..] => match path {
            [first, tail @ ..] => *first != b'/' && fits(rest, tail),
            [] => false,
        },
        [byte, rest @ ..] => path
            .split_first()
            .is_some_and(|(first, tail)| first == byte && fits(rest, tail)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stop_at_folders_unless_doubled() {
        assert!(fits(
            b"reports/*/veldania.html",
            b"reports/2023/veldania.html"
        ));
        assert!(!fits(b"reports/*.html", b"reports/2023/veldania.html"));
        assert!(fits(b"reports/**/*.html", b"reports/2023/veldania.html"));
        assert!(fits(b"**/*.html", b"veldania.html"));
        assert!(fits(b"202?/v*", b"2023/veldania.html"));
        assert!(!fits(b"202?/v*", b"2023/hestrania.html"));
    }

    #[test]
    fn folders_are_listed_by_path_and_files_read_once() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [
            "b.html",
            "a.txt",
            "sub/c.md",
            "sub/picture.png",
            ".hidden.html",
        ] {
            crate::write_aside(&folder.path().join(name), b"x").expect("written");
        }
        let root = folder.path().display().to_string();
        let found = sources(&[format!("{root}/b.html"), root.clone()]).expect("listed");
        let names: Vec<String> = found.iter().map(Source::document).collect();
        assert_eq!(names, ["b", "a", "c"]);
        let found = sources(&[format!("{root}/**/*.md")]).expect("listed");
        assert_eq!(found.len(), 1);
        assert!(sources(&[format!("{root}/nothing.html")]).is_err());
    }
}
