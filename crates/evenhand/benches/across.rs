//! Formula families and aligned editions over the whole corpus: seconds, memory, and how they grow.
//!
//! `cargo bench --package evenhand --bench across`. Needs the corpus: `EVENHAND_CORPUS`, or unpacked under `target/corpus`
//! (`cargo xtask eval` does that). It checks its own answers: every member of a family resembles its wording, every
//! statement of two aligned editions has exactly one fate, and one edition's families are found again among all editions'.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the clock, the environment and its own memory"
)]

use evenhand::across::formulas::gather;
use evenhand::across::{Files, Held, Shelf, aligned};
use evenhand::{Given, sources};
use std::path::PathBuf;
use std::time::Instant;

fn corpus() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/corpus");
    let named = std::env::var_os("EVENHAND_CORPUS").map(PathBuf::from);
    named
        .or(Some(root))
        .filter(|folder| folder.join("2023").is_dir())
}

/// Processor time of this process so far, in seconds, and the most memory it has held, in megabytes.
fn spent() -> (f64, f64) {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks: f64 = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<f64>().ok())
        .sum();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let held = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
        .unwrap_or(0.0);
    (ticks / 100.0, held / 1024.0)
}

fn main() {
    let Some(corpus) = corpus() else {
        println!(
            "skipped: no corpus (EVENHAND_CORPUS, or target/corpus made by `cargo xtask eval`)"
        );
        return;
    };
    let named = corpus.display().to_string();
    let shelf = Files::new(sources(&[named]).expect("listed"), Given::default()).expect("read");
    let mut years: Vec<u16> = shelf.held().iter().filter_map(|held| held.year).collect();
    years.sort_unstable();
    years.dedup();
    println!("{} reports of {} editions", shelf.held().len(), years.len());

    println!("formula families, reading included:");
    let mut last: Option<(f64, f64)> = None;
    for editions in [1, 2, 4, 8, years.len()] {
        let chosen: Vec<u16> = years.iter().copied().take(editions).collect();
        let of = |held: &Held| held.year.is_some_and(|year| chosen.contains(&year));
        let (before, start) = (spent().0, Instant::now());
        let gathered = gather(&shelf, &of).expect("gathered");
        let read = spent().0 - before;
        let families = gathered
            .checked_families(2)
            .expect("what is promised holds");
        let (seconds, cpu) = (start.elapsed().as_secs_f64(), spent().0 - before);
        let (statements, wordings) = gathered.size();
        assert!(
            families > 100,
            "an edition has hundreds of formulas, found {families}"
        );
        #[expect(
            clippy::cast_precision_loss,
            reason = "fewer than a million statements"
        )]
        let n = statements as f64;
        let growth = last.map_or(String::new(), |(n_before, cpu_before)| {
            let bound = n * n.ln() / (n_before * n_before.ln());
            format!(
                ", {:.2} times the time where n log n gives {bound:.2}",
                cpu / cpu_before
            )
        });
        println!(
            "  {editions} editions: {statements} statements, {wordings} wordings, {families} families: {seconds:.1} s, \
             {cpu:.1} s of processor time ({:.1} after reading){growth}",
            cpu - read
        );
        last = Some((n, cpu));
    }
    println!("  most memory so far {:.0} MB", spent().1);

    println!("every country aligned over all editions, reading included:");
    let (before, start) = (spent().0, Instant::now());
    let fates = aligned(&shelf, &|_| true).expect("aligned");
    println!(
        "  {} pairs of editions, {} statements carried over, {} edited, {} new, {} dropped: {:.1} s, {:.1} s of processor time",
        fates.pairs,
        fates.carried_over,
        fates.edited,
        fates.new,
        fates.dropped,
        start.elapsed().as_secs_f64(),
        spent().0 - before
    );
    assert_eq!(
        fates.later_statements,
        fates.carried_over + fates.edited + fates.new + fates.split,
        "every statement of a later edition has one fate"
    );
    assert_eq!(
        fates.earlier_statements,
        fates.carried_over + fates.edited + fates.dropped + fates.drawn_in,
        "every statement of an earlier edition has one fate"
    );
    println!("  most memory so far {:.0} MB", spent().1);
}
