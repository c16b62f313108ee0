//! What the user named, piece by piece: files, folders, patterns; zip and tar archives and single files, also packed.
//!
//! A piece of a packed archive is unpacked when its turn comes. What cannot be unpacked is a piece too: the fault is told
//! with the others at the end, and the rest goes in.

use super::said;
use crate::Given;
use crate::open::{bytes_of, document_name};
use crate::source::{SourceError, is_document, matching, walk};
use evenhand_archive::{Archive, ArchiveError, DocumentFilter};
use flate2::read::MultiGzDecoder;
use lzma_rust2::XzReader;
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::{Path, PathBuf};

/// Longest document that is unpacked, in bytes: a packed file may claim any length.
const LONGEST: u64 = 256 << 20;

/// One document to be imported.
pub(crate) struct Piece {
    /// The document's name.
    pub(crate) document: String,
    /// Where it lies, for people: "reports.zip: 2023/veldania.html".
    pub(crate) origin: String,
    /// Its bytes, or a file still to be read, or what is wrong.
    pub(crate) content: Content,
    /// How much of the input it is, in bytes on the disk.
    pub(crate) weight: u64,
    /// What was said about it, and when it was imported, where it comes out of another archive.
    pub(crate) before: Option<(Given, String)>,
}

pub(crate) enum Content {
    File(PathBuf),
    Bytes(Vec<u8>),
    Fault(String),
}

impl Content {
    /// The bytes, or what is wrong.
    pub(crate) fn bytes(self) -> Result<Vec<u8>, String> {
        match self {
            Self::File(path) => bytes_of(&path).map_err(|fault| fault.to_string()),
            Self::Bytes(bytes) => Ok(bytes),
            Self::Fault(fault) => Err(fault),
        }
    }
}

/// How a file is packed, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    Zip,
    Tar(Squeeze),
    Single(Squeeze),
    Archive,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Squeeze {
    No,
    Gzip,
    Xz,
}

const PACKINGS: &[(&str, Packing)] = &[
    (".zip", Packing::Zip),
    (".tar", Packing::Tar(Squeeze::No)),
    (".tar.gz", Packing::Tar(Squeeze::Gzip)),
    (".tgz", Packing::Tar(Squeeze::Gzip)),
    (".tar.xz", Packing::Tar(Squeeze::Xz)),
    (".txz", Packing::Tar(Squeeze::Xz)),
    (".gz", Packing::Single(Squeeze::Gzip)),
    (".xz", Packing::Single(Squeeze::Xz)),
    (".db", Packing::Archive),
];

fn packing(path: &Path) -> Option<Packing> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let (_, packing) = PACKINGS.iter().find(|(end, _)| name.ends_with(end))?;
    match packing {
        // "page.html.gz" is a document; "backup.gz" is not known to be one.
        Packing::Single(_) if !is_document(Path::new(&name).with_extension("").as_path()) => None,
        packing => Some(*packing),
    }
}

/// Files by path, and how much they weigh in all.
#[derive(Debug)]
pub(crate) struct Input {
    files: Vec<(PathBuf, u64)>,
    /// Bytes on the disk.
    pub(crate) weight: u64,
}

impl Input {
    /// The files that `named` stand for: a file is itself, a folder is every document and packed archive under it by path,
    /// anything else is a pattern.
    pub(crate) fn of<S: AsRef<str>>(named: &[S]) -> Result<Self, SourceError> {
        let mut found = Vec::new();
        for name in named {
            let name = name.as_ref();
            let path = Path::new(name);
            if path.is_dir() {
                walk(path, &mut |file| {
                    // An archive is taken only where it is named itself: one may well lie in the folder it was made from.
                    let packing = packing(file).filter(|packing| *packing != Packing::Archive);
                    if is_document(file) || packing.is_some() {
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
        let files: Vec<(PathBuf, u64)> = found
            .into_iter()
            .map(|path| {
                // A file that is gone by now is told when it is read.
                let size = path.metadata().map_or(0, |about| about.len());
                (path, size)
            })
            .collect();
        Ok(Self {
            weight: files.iter().map(|(_, size)| size).sum(),
            files,
        })
    }

    /// The files that are archives of ours.
    pub(crate) fn archives(&self) -> Vec<PathBuf> {
        let ours = |path: &&PathBuf| packing(path) == Some(Packing::Archive);
        let paths = self.files.iter().map(|(path, _)| path);
        paths.filter(ours).cloned().collect()
    }

    /// The pieces, in order.
    pub(crate) fn pieces(self) -> impl Iterator<Item = Piece> + Send {
        self.files
            .into_iter()
            .flat_map(|(path, size)| open(path, size))
    }
}

type Pieces = Box<dyn Iterator<Item = Piece> + Send>;

fn open(path: PathBuf, size: u64) -> Pieces {
    let fault = |fault: &dyn std::fmt::Display| -> Pieces {
        Box::new(std::iter::once(Piece {
            document: document_name(&path),
            origin: path.display().to_string(),
            content: Content::Fault(format!("unpacking {}: {fault}", path.display())),
            weight: size,
            before: None,
        }))
    };
    let Some(packing) = packing(&path) else {
        return Box::new(std::iter::once(Piece {
            document: document_name(&path),
            origin: path.display().to_string(),
            weight: size,
            content: Content::File(path),
            before: None,
        }));
    };
    let file = match File::open(&path) {
        Ok(file) => BufReader::new(file),
        Err(error) => return fault(&error),
    };
    match packing {
        Packing::Archive => match from_archive(&path, size) {
            Ok(pieces) => Box::new(pieces),
            Err(error) => fault(&error),
        },
        Packing::Zip => match zip::ZipArchive::new(file) {
            Ok(zip) => Box::new(from_zip(path, size, zip)),
            Err(error) => fault(&error),
        },
        Packing::Tar(squeeze) => from_tar(path, size, unsqueezed(squeeze, file)),
        Packing::Single(squeeze) => {
            let mut reader = unsqueezed(squeeze, file);
            let name = document_name(&path.with_extension(""));
            let content = match limited(&mut reader) {
                Ok(bytes) => Content::Bytes(bytes),
                Err(error) => return fault(&error),
            };
            Box::new(std::iter::once(Piece {
                document: name,
                origin: path.display().to_string(),
                content,
                weight: size,
                before: None,
            }))
        }
    }
}

fn unsqueezed(squeeze: Squeeze, file: BufReader<File>) -> Box<dyn Read + Send> {
    match squeeze {
        Squeeze::No => Box::new(file),
        Squeeze::Gzip => Box::new(MultiGzDecoder::new(file)),
        Squeeze::Xz => Box::new(XzReader::new(file, true)),
    }
}

/// All bytes, unless they are more than a document can have.
fn limited(reader: &mut dyn Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(std::io::Error::other(format!(
            "unpacked it has more than {} megabytes, which no report has",
            LONGEST >> 20
        )));
    }
    Ok(bytes)
}

/// Whether an entry of a packed archive is a document: by its ending, and not hidden.
fn is_wanted(path: &Path) -> bool {
    is_document(path)
        && !path.components().any(|part| {
            let part = part.as_os_str().to_string_lossy();
            part == "__MACOSX" || (part.starts_with('.') && part.len() > 2)
        })
}

fn entry(archive: &Path, path: &Path, bytes: std::io::Result<Vec<u8>>, weight: u64) -> Piece {
    let origin = format!("{}: {}", archive.display(), path.display());
    Piece {
        document: document_name(path),
        content: match bytes {
            Ok(bytes) => Content::Bytes(bytes),
            Err(fault) => Content::Fault(format!("unpacking {origin}: {fault}")),
        },
        origin,
        weight,
        before: None,
    }
}

/// The originals of another archive, all versions in their order.
fn from_archive(
    path: &Path,
    size: u64,
) -> Result<impl Iterator<Item = Piece> + Send + use<>, ArchiveError> {
    let archive = Archive::open(path)?;
    let mut documents = archive.documents(&DocumentFilter::everything())?;
    documents.sort_by_key(|document| document.id);
    let each = size / (documents.len() as u64).max(1);
    Ok(documents.into_iter().map(move |document| {
        let given = said::given(&document.name, &document.given);
        let content = match (archive.original(&document), &given) {
            (Ok(bytes), Some(_)) => Content::Bytes(bytes),
            (Err(fault), _) => Content::Fault(fault.to_string()),
            (Ok(_), None) => Content::Fault(format!(
                "{}: what was said about it cannot be understood: {}",
                document.name, document.given
            )),
        };
        Piece {
            document: document.name,
            origin: document.origin,
            content,
            weight: each,
            before: given.map(|given| (given, document.imported)),
        }
    }))
}

fn from_zip<R: Read + Seek + Send + 'static>(
    path: PathBuf,
    size: u64,
    mut zip: zip::ZipArchive<R>,
) -> impl Iterator<Item = Piece> + Send {
    let mut names: Vec<(PathBuf, usize)> = (0..zip.len())
        .filter_map(|at| {
            let name = zip.name_for_index(at)?.ok()?;
            Some((PathBuf::from(name.as_ref()), at))
        })
        .filter(|(name, _)| is_wanted(name))
        .collect();
    names.sort();
    let each = size / (names.len() as u64).max(1);
    names.into_iter().map(move |(name, at)| {
        let bytes = zip
            .by_index(at)
            .map_err(std::io::Error::other)
            .and_then(|mut file| limited(&mut file));
        entry(&path, &name, bytes, each)
    })
}

/// A tar archive is read from front to back by a thread of its own, which waits when nobody takes what it has.
fn from_tar(path: PathBuf, size: u64, reader: Box<dyn Read + Send>) -> Pieces {
    /// Documents that are unpacked ahead.
    const AHEAD: usize = 8;
    let (send, receive) = std::sync::mpsc::sync_channel(AHEAD);
    std::thread::spawn(move || {
        let mut tar = tar::Archive::new(reader);
        let fault = |fault: std::io::Error| Piece {
            document: document_name(&path),
            origin: path.display().to_string(),
            content: Content::Fault(format!("unpacking {}: {fault}", path.display())),
            weight: 0,
            before: None,
        };
        let entries = match tar.entries() {
            Ok(entries) => entries,
            Err(error) => {
                let _ = send.send(fault(error));
                return;
            }
        };
        let mut weight = size;
        for found in entries {
            let piece = match found {
                Ok(mut found) => {
                    let name = match found.path() {
                        Ok(name) => name.into_owned(),
                        Err(error) => {
                            let _ = send.send(fault(error));
                            continue;
                        }
                    };
                    if !found.header().entry_type().is_file() || !is_wanted(&name) {
                        continue;
                    }
                    // How far a packed file has been read cannot be told; its documents are taken as a fifth packed.
                    let step = (found.size() / 5).min(weight);
                    weight -= step;
                    entry(&path, &name, limited(&mut found), step)
                }
                Err(error) => {
                    let _ = send.send(fault(error));
                    return;
                }
            };
            // Nobody takes it any more: the import has ended.
            if send.send(piece).is_err() {
                return;
            }
        }
    });
    Box::new(receive.into_iter())
}
