//! Many documents, read on all cores and written in the order given.
//!
//! Memory is flat in the number of files: a worker starts a document only when it lies within a
//! fixed window of the one being written, so no more than the window's rows wait their turn.

use crate::open::{OpenError, open};
use crate::{RowFormat, Source};
use evenhand_read::Given;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many documents each worker may be ahead of the one being written.
const WINDOW_PER_WORKER: usize = 4;

/// How many documents are read, and what for.
#[derive(Debug, Clone)]
pub struct Options {
    /// What the user says about every document; `document` is ignored.
    pub given: Given,
    /// How rows are written.
    pub format: RowFormat,
    /// How many workers; all cores where none.
    pub workers: Option<NonZeroUsize>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            given: Given::default(),
            format: RowFormat::Jsonl,
            workers: None,
        }
    }
}

/// What has happened, told after each document, in the order of the documents.
#[derive(Debug)]
pub struct Progress<'a> {
    /// How many documents are done, this one included.
    pub done: usize,
    /// How many there are.
    pub of: usize,
    /// The document.
    pub source: &'a Source,
    /// Its size in bytes and its number of sentences, or why it could not be read.
    pub outcome: Result<(u64, usize), &'a OpenError>,
}

/// What was read in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Documents read.
    pub read: usize,
    /// Documents that could not be read; each was told in its [`Progress`].
    pub failed: usize,
    /// Sentences written.
    pub sentences: usize,
    /// Bytes read.
    pub bytes: u64,
}

/// Why reading stopped.
#[derive(Debug, thiserror::Error)]
pub enum ReadManyError {
    /// Rows could not be written: the disk is full, or the reader of a pipe has gone.
    #[error("writing the reading: {0}")]
    Write(#[source] io::Error),
}

struct Done {
    rows: Vec<u8>,
    outcome: Result<(u64, usize), OpenError>,
}

#[derive(Default)]
struct State {
    /// The next document to be read.
    next: usize,
    /// The document being written.
    written: usize,
    done: BTreeMap<usize, Done>,
    stop: bool,
}

struct Desk {
    state: Mutex<State>,
    changed: Condvar,
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells the desk to stop when its holder ends, whichever way: no thread is left waiting.
struct StopOnDrop<'a>(&'a Desk);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.lock().stop = true;
        self.0.changed.notify_all();
    }
}

/// Reads every document and writes its rows to `out`, in the order of `sources`, the same bytes
/// whatever the number of workers. `progress` is called on the calling thread after each document.
/// A document that cannot be read is told and passed over.
///
/// # Errors
/// [`ReadManyError`] when `out` cannot be written.
pub fn read_many(
    sources: &[Source],
    options: &Options,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(&Progress<'_>),
) -> Result<Totals, ReadManyError> {
    let workers = options
        .workers
        .or_else(|| std::thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
        .min(sources.len().max(1));
    let desk = Desk {
        state: Mutex::default(),
        changed: Condvar::new(),
    };
    options.format.head(out).map_err(ReadManyError::Write)?;
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| work(&desk, sources, options, workers * WINDOW_PER_WORKER));
        }
        let _stop = StopOnDrop(&desk);
        write_in_order(&desk, sources, out, progress)
    })
}

fn work(desk: &Desk, sources: &[Source], options: &Options, window: usize) {
    // A worker that panics must not leave the others waiting for its document.
    struct Guard<'a>(&'a Desk, bool);
    impl Drop for Guard<'_> {
        fn drop(&mut self) {
            if !self.1 {
                drop(StopOnDrop(self.0));
            }
        }
    }
    let mut guard = Guard(desk, false);
    loop {
        let mut state = desk.lock();
        while !state.stop && state.next < sources.len() && state.next >= state.written + window {
            state = desk.wait(state);
        }
        let at = state.next;
        let Some(source) = sources.get(at).filter(|_| !state.stop) else {
            break;
        };
        state.next += 1;
        drop(state);
        let done = read_one(source, options);
        desk.lock().done.insert(at, done);
        desk.changed.notify_all();
    }
    guard.1 = true;
}

fn read_one(source: &Source, options: &Options) -> Done {
    let mut rows = Vec::new();
    let outcome = source.bytes().and_then(|bytes| {
        let given = Given {
            document: source.document(),
            ..options.given.clone()
        };
        let opened = open(&bytes, &given)?;
        match options.format.rows(&opened, &mut rows) {
            Ok(()) => Ok((opened.bytes, opened.report.sentences.len())),
            // Writing to memory; an error here would be the row's own.
            Err(source) => Err(OpenError::File {
                path: given.document.into(),
                source,
            }),
        }
    });
    Done { rows, outcome }
}

fn write_in_order(
    desk: &Desk,
    sources: &[Source],
    out: &mut dyn Write,
    progress: &mut dyn FnMut(&Progress<'_>),
) -> Result<Totals, ReadManyError> {
    let mut totals = Totals::default();
    for (at, source) in sources.iter().enumerate() {
        let mut state = desk.lock();
        let done = loop {
            if let Some(done) = state.done.remove(&at) {
                break done;
            }
            if state.stop {
                // A worker panicked; the scope will carry the panic on.
                return Ok(totals);
            }
            state = desk.wait(state);
        };
        state.written = at + 1;
        drop(state);
        desk.changed.notify_all();
        out.write_all(&done.rows).map_err(ReadManyError::Write)?;
        match &done.outcome {
            Ok((bytes, sentences)) => {
                totals.read += 1;
                totals.bytes += bytes;
                totals.sentences += sentences;
            }
            Err(_) => totals.failed += 1,
        }
        progress(&Progress {
            done: at + 1,
            of: sources.len(),
            source,
            outcome: done.outcome.as_ref().map(|told| *told),
        });
    }
    out.flush().map_err(ReadManyError::Write)?;
    Ok(totals)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(count: usize) -> Vec<Source> {
        (0..count)
            .map(|n| Source::Bytes {
                document: format!("2023/paper-{n:03}"),
                bytes: format!("Paper {n}.\n\nThe ministry said {n} persons were held.\n")
                    .into_bytes(),
            })
            .collect()
    }

    fn run(workers: usize, format: RowFormat) -> (Vec<u8>, Vec<String>, Totals) {
        let sources = documents(60);
        let options = Options {
            format,
            workers: NonZeroUsize::new(workers),
            ..Options::default()
        };
        let mut out = Vec::new();
        let mut told = Vec::new();
        let totals = read_many(&sources, &options, &mut out, &mut |p| {
            told.push(format!("{}/{} {}", p.done, p.of, p.source.label()));
        })
        .expect("written");
        (out, told, totals)
    }

    #[test]
    fn the_order_and_the_bytes_do_not_depend_on_the_workers() {
        for format in RowFormat::ALL {
            let alone = run(1, *format);
            assert_eq!(alone, run(7, *format));
            assert_eq!(alone.1.len(), 60);
            assert_eq!(alone.2.read + alone.2.failed, 60);
        }
    }

    #[test]
    fn a_closed_pipe_stops_the_work() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let options = Options {
            format: RowFormat::Csv,
            ..Options::default()
        };
        let stopped = read_many(&documents(40), &options, &mut Closed, &mut |_| {});
        let Err(ReadManyError::Write(error)) = stopped else {
            panic!("writing must fail: {stopped:?}");
        };
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}
