//! Two editions of the longest report compared, and all countries aligned over all editions.
//!
//! `cargo bench --package evenhand --bench compare [-- RUNS]`. Needs the corpus: `EVENHAND_CORPUS`, or
//! unpacked under `target/corpus` (`cargo xtask eval` does that). It checks its own answer: every
//! statement of both editions stands in one row, runs agree, and the share that stands in both
//! editions is what it is known to be.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the clock and the environment"
)]

use evenhand::compare::{What, compare, lives};
use evenhand::report::Report;
use evenhand::{Given, Source};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

fn corpus() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/corpus");
    let named = std::env::var_os("EVENHAND_CORPUS").map(PathBuf::from);
    named
        .or(Some(root))
        .filter(|folder| folder.join("2023").is_dir())
}

/// Reads both editions from the disk, compares them, writes the chart.
fn longest(corpus: &Path, runs: usize) {
    let file = |year: &str| corpus.join(year).join("israel-west-bank-and-gaza.html");
    let mut seconds = Vec::new();
    let mut first = None;
    for _ in 0..runs {
        let start = Instant::now();
        let open = |year| evenhand::open_file(&file(year), &Given::default()).expect("read");
        let comparison = compare(&open("2022"), &open("2023"));
        let page = evenhand::compare::html(&comparison);
        seconds.push(start.elapsed().as_secs_f64());
        let old: usize = comparison.rows.iter().map(|row| row.old.len()).sum();
        let new: usize = comparison.rows.iter().map(|row| row.new.len()).sum();
        assert_eq!(
            old, comparison.earlier.statements,
            "every earlier statement once"
        );
        assert_eq!(
            new, comparison.later.statements,
            "every later statement once"
        );
        let both = comparison
            .rows
            .iter()
            .filter(|row| !matches!(row.what, What::New | What::Dropped))
            .count();
        assert!(
            (360..=420).contains(&both),
            "{both} rows stand in both editions"
        );
        assert_eq!(*first.get_or_insert((both, page.len())), (both, page.len()));
    }
    seconds.sort_by(f64::total_cmp);
    println!(
        "the longest report, two editions, from file to chart: median of {runs} runs {:.3} s ({:.3} to {:.3})",
        seconds[seconds.len() / 2],
        seconds[0],
        seconds[seconds.len() - 1]
    );
}

/// Every country over all its editions, on all cores.
fn all(corpus: &Path) {
    let sources = evenhand::sources(&[corpus.display().to_string()]).expect("listed");
    let mut by_country: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for source in sources {
        let Source::File(path) = source else { continue };
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        by_country.entry(name.into_owned()).or_default().push(path);
    }
    let countries: Vec<Vec<PathBuf>> = by_country.into_values().collect();
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    let work = || {
        let (mut statements, mut lived, mut aligning) = (0_usize, 0_usize, 0.0);
        while let Some(paths) = countries.get(next.fetch_add(1, Ordering::Relaxed)) {
            let reports: Vec<Report> = paths
                .iter()
                .map(|path| {
                    let opened = evenhand::open_file(path, &Given::default());
                    opened.expect("every page is read").report
                })
                .collect();
            let begun = Instant::now();
            let lives = lives(&reports.iter().collect::<Vec<_>>());
            aligning += begun.elapsed().as_secs_f64();
            for (report, lives) in reports.iter().zip(lives) {
                let count = report.statements().count();
                assert_eq!(
                    lives.iter().flatten().count(),
                    count,
                    "every statement lives"
                );
                statements += count;
                lived += lives
                    .iter()
                    .flatten()
                    .filter(|l| l.before.is_some())
                    .count();
            }
        }
        (statements, lived, aligning)
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let sums = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("no worker fails"))
            .fold((0, 0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2))
    });
    let (statements, lived, aligning) = sums;
    assert!(
        lived * 10 > statements * 4,
        "{lived} of {statements} stand in the edition before"
    );
    println!(
        "{} file names over all editions: {statements} statements, {lived} of them in the edition before; {:.1} s with reading and annotating, {aligning:.1} s of them aligning (summed over {workers} workers)",
        countries.len(),
        start.elapsed().as_secs_f64()
    );
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
        .unwrap_or(5);
    longest(&corpus, runs);
    all(&corpus);
}
