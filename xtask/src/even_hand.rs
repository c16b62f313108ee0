//! The even hand over the whole corpus: no reading changes when a country is exchanged for another.
//!
//! In: the corpus outside the repository. Out: for each part of a reading how often it changed, with
//! examples, and what was left as it stands and why; fails where anything changed.

use crate::shared;
use anyhow::{Context, Result, bail};
use evenhand::report::country::Countries;
use evenhand::{Given, Source};
use evenhand_annotate::even_hand::{Difference, Outcome, Part, Table, compare};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Examples shown for each part.
const SHOWN: usize = 25;

/// Exchanges every report's country `times` times.
pub(crate) fn run(root: &Path, times: usize) -> Result<()> {
    let Some(folder) = shared::folder(root) else {
        eprintln!("even-hand: the shared data is not here; nothing was tried");
        return Ok(());
    };
    let corpus = shared::corpus(root, &folder)?;
    let pages = evenhand::sources(&[corpus.display().to_string()])?;
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let mut outcomes: Vec<(usize, String, Outcome)> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..workers)
            .map(|_| scope.spawn(|| work(&pages, &next, times)))
            .collect();
        started
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_default())
            .collect()
    });
    outcomes.sort_by_key(|(at, _, _)| *at);
    show(&outcomes)
}

fn work(pages: &[Source], next: &AtomicUsize, times: usize) -> Vec<(usize, String, Outcome)> {
    let mut outcomes = Vec::new();
    loop {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some(page) = pages.get(at) else {
            return outcomes;
        };
        let Ok(outcome) = page_outcomes(page, at, times) else {
            continue;
        };
        outcomes.extend(
            outcome
                .into_iter()
                .map(|(name, outcome)| (at, name, outcome)),
        );
    }
}

fn page_outcomes(page: &Source, at: usize, times: usize) -> Result<Vec<(String, Outcome)>> {
    let Source::File(path) = page else {
        return Ok(Vec::new());
    };
    let opened = evenhand::open_file(path, &Given::default()).with_context(|| page.label())?;
    let register = Countries::register();
    let Some(from) = opened
        .report
        .identity
        .country
        .and_then(|code| register.get(code))
    else {
        return Ok(Vec::new());
    };
    let all = register.all();
    let mut outcomes = Vec::new();
    // 83 and the register's size share no divisor, so every country comes round.
    for time in 0..times {
        let table = (0..all.len())
            .map(|step| (at * 83 + time * 37 + step) % all.len())
            .find_map(|target| Table::of(from, &all[target]));
        if let Some(table) = table {
            let name = format!("{} as {}", opened.report.identity.document, table.to.name);
            outcomes.push((name, compare(&opened.report, &table)));
        }
    }
    Ok(outcomes)
}

fn show(outcomes: &[(usize, String, Outcome)]) -> Result<()> {
    let exchanged: usize = outcomes
        .iter()
        .map(|(_, _, outcome)| outcome.exchanged)
        .sum();
    eprintln!(
        "{} exchanges, {exchanged} sentences exchanged",
        outcomes.len()
    );
    let mut left_out = std::collections::BTreeMap::new();
    for (why, count) in outcomes
        .iter()
        .flat_map(|(_, _, outcome)| &outcome.left_out)
    {
        *left_out.entry(why.as_str()).or_insert(0) += count;
    }
    for (why, count) in left_out {
        eprintln!("  left as it stands, {why}: {count}");
    }
    let mut total = 0;
    for part in Part::ALL {
        let all: Vec<(&String, &Difference)> = outcomes
            .iter()
            .flat_map(|(_, name, outcome)| {
                outcome
                    .differences
                    .iter()
                    .map(move |difference| (name, difference))
            })
            .filter(|(_, difference)| difference.part == *part)
            .collect();
        total += all.len();
        eprintln!("{part}: {} changed", all.len());
        let step = all.len().div_ceil(SHOWN).max(1);
        for (name, difference) in all.iter().step_by(step) {
            eprintln!(
                "  {name}\n    - {}\n    + {}",
                difference.before, difference.after
            );
            eprintln!(
                "      before {}\n      after  {}",
                difference.expected, difference.found
            );
        }
    }
    if total > 0 {
        bail!("{total} readings changed by an exchange of countries");
    }
    Ok(())
}
