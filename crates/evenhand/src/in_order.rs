//! Work done on all cores and taken up in a stable order, with flat memory: a worker starts a piece only when it lies
//! within a fixed window of the one being taken up.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many pieces each worker may be ahead of the one being taken up.
const WINDOW_PER_WORKER: usize = 4;

struct State<T> {
    /// Pieces begun.
    begun: usize,
    /// There are no more pieces.
    ended: bool,
    /// Pieces taken up.
    taken: usize,
    done: BTreeMap<usize, T>,
    stop: bool,
}

struct Desk<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Desk<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<T>>) -> MutexGuard<'a, State<T>> {
        self.changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells the desk to stop when its holder ends, whichever way: no thread is left waiting.
struct StopOnDrop<'a, T>(&'a Desk<T>, bool);

impl<T> Drop for StopOnDrop<'_, T> {
    fn drop(&mut self) {
        if self.1 {
            self.0.lock().stop = true;
            self.0.changed.notify_all();
        }
    }
}

/// Does each piece of work on one of `workers` threads (all cores where none), each of which has what `tool` makes for
/// it (a connection, say), and hands the results to `take` on the calling thread, in the order of the pieces. The next
/// piece is fetched when a worker is free.
///
/// # Errors
/// The first error of `take`; the rest of the work is then dropped.
pub(crate) fn in_order<P, W, T: Send, E>(
    pieces: impl Iterator<Item = P> + Send,
    workers: Option<NonZeroUsize>,
    tool: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, P) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let workers = workers
        .or_else(|| std::thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let desk = Desk {
        state: Mutex::new(State {
            begun: 0,
            ended: false,
            taken: 0,
            done: BTreeMap::new(),
            stop: false,
        }),
        changed: Condvar::new(),
    };
    let window = workers * WINDOW_PER_WORKER;
    let pieces = Mutex::new(pieces);
    // The piece that comes next with its number. Fetching may take long (unpacking), so it has its own lock.
    let fetch = || {
        let mut pieces = pieces.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = desk.lock();
        while !state.stop && state.begun >= state.taken + window {
            state = desk.wait(state);
        }
        if state.stop || state.ended {
            return None;
        }
        drop(state);
        let piece = pieces.next();
        let mut state = desk.lock();
        if piece.is_none() {
            state.ended = true;
            drop(state);
            desk.changed.notify_all();
            return None;
        }
        let at = state.begun;
        state.begun += 1;
        piece.map(|piece| (at, piece))
    };
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                // A worker that panics must not leave the others waiting for its piece.
                let mut guard = StopOnDrop(&desk, true);
                let mut tool = tool();
                while let Some((at, piece)) = fetch() {
                    let done = work(&mut tool, piece);
                    desk.lock().done.insert(at, done);
                    desk.changed.notify_all();
                }
                guard.1 = false;
            });
        }
        let _stop = StopOnDrop(&desk, true);
        for at in 0.. {
            let mut state = desk.lock();
            let done = loop {
                if let Some(done) = state.done.remove(&at) {
                    break done;
                }
                // Stopped without an error of `take`: a worker panicked, and the scope will carry the panic on.
                if state.stop || (state.ended && at >= state.begun) {
                    return Ok(());
                }
                state = desk.wait(state);
            };
            state.taken = at + 1;
            drop(state);
            desk.changed.notify_all();
            take(done)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_workers() {
        for workers in [1, 3, 8] {
            let mut taken = Vec::new();
            let done: Result<(), ()> = in_order(
                0..50,
                NonZeroUsize::new(workers),
                || (),
                |(), at| at * at,
                |square| {
                    taken.push(square);
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            assert_eq!(taken, (0..50).map(|at| at * at).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_ends_the_work() {
        let mut taken = 0;
        let done = in_order(
            0..1000,
            None,
            || (),
            |(), at| at,
            |at| {
                taken += 1;
                if at == 7 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!((done, taken), (Err("enough"), 8));
    }
}
