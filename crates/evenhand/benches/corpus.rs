//! The whole corpus read and annotated by one process on all cores: pages, megabytes and sentences a second.
//!
//! `cargo bench --package evenhand --bench corpus [-- RUNS]`. Needs the corpus: `EVENHAND_CORPUS`, or
//! unpacked under `target/corpus` (`cargo xtask eval` does that). It checks its own answer: every page
//! is read, the sentences are as many as expected for a corpus of this size, and every run counts
//! the same attributions, figures and names.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the clock and the environment"
)]

use evenhand::{Given, Source};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// What one run over the corpus counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Counts {
    pages: usize,
    bytes: u64,
    sentences: usize,
    attributions: usize,
    figures: usize,
    names: usize,
}

impl Counts {
    fn plus(self, other: Self) -> Self {
        Self {
            pages: self.pages + other.pages,
            bytes: self.bytes + other.bytes,
            sentences: self.sentences + other.sentences,
            attributions: self.attributions + other.attributions,
            figures: self.figures + other.figures,
            names: self.names + other.names,
        }
    }
}

fn corpus() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/corpus");
    let named = std::env::var_os("EVENHAND_CORPUS").map(PathBuf::from);
    named
        .or(Some(root))
        .filter(|folder| folder.join("2023").is_dir())
}

/// Reads every page; each worker takes the next, so memory does not grow with the number of pages.
fn run(sources: &[Source]) -> Counts {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut counts = Counts::default();
        while let Some(source) = sources.get(next.fetch_add(1, Ordering::Relaxed)) {
            let Source::File(path) = source else { continue };
            let opened = evenhand::open_file(path, &Given::default()).expect("every page is read");
            counts = counts.plus(Counts {
                pages: 1,
                bytes: opened.bytes,
                sentences: opened.report.sentences.len(),
                attributions: opened.readings.iter().map(|r| r.attributions.len()).sum(),
                figures: opened.readings.iter().map(|r| r.figures.len()).sum(),
                names: opened.readings.iter().map(|r| r.names.len()).sum(),
            });
        }
        counts
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let finished = threads
            .into_iter()
            .map(|thread| thread.join().expect("no worker fails"));
        finished.fold(Counts::default(), Counts::plus)
    })
}

fn main() {
    let Some(corpus) = corpus() else {
        println!(
            "skipped: no corpus (EVENHAND_CORPUS, or target/corpus made by `cargo xtask eval`)"
        );
        return;
    };
    let runs = std::env::args()
        .filter_map(|argument| argument.parse().ok())
        .next()
        .unwrap_or(3);
    let named = corpus.display().to_string();
    let sources = evenhand::sources(&[named]).expect("the corpus is listed");
    let mut first: Option<Counts> = None;
    let mut seconds = Vec::new();
    for _ in 0..runs {
        let start = Instant::now();
        let counts = run(&sources);
        seconds.push(start.elapsed().as_secs_f64());
        assert_eq!(counts.pages, sources.len(), "every page is read");
        assert!(
            counts.sentences > 400 * counts.pages,
            "{counts:?}: a page holds 400 sentences or more"
        );
        assert_eq!(
            *first.get_or_insert(counts),
            counts,
            "every run counts the same"
        );
    }
    seconds.sort_by(f64::total_cmp);
    let median = seconds[seconds.len() / 2];
    let counts = first.unwrap_or_default();
    let megabytes = counts.bytes as f64 / 1e6;
    println!("{counts:?}");
    println!(
        "median of {runs} runs {median:.2} s ({:.2} to {:.2}): {:.0} pages/s, {:.0} MB/s, {:.0} sentences/s",
        seconds[0],
        seconds[seconds.len() - 1],
        counts.pages as f64 / median,
        megabytes / median,
        counts.sentences as f64 / median,
    );
}
