//! No reading changes when a report's country is exchanged for another (invariant 5).
//!
//! Every tenth report of the corpus, with another target country each; `cargo xtask even-hand` does
//! the whole. The corpus is not ours and lies outside the repository: `EVENHAND_CORPUS`, or
//! `target/corpus`, unpacked there by the readers' own test. Where it is missing, this says so.
#![expect(
    clippy::disallowed_methods,
    reason = "the test looks for the corpus and reads it"
)]

use evenhand_annotate::even_hand::{Difference, Exchanged, LeftOut, Part, Table, compare};
use evenhand_read::{Given, read};
use evenhand_report::country::Countries;
use std::path::{Path, PathBuf};

/// One report in this many is tried.
const STEP: usize = 10;

fn corpus() -> Option<PathBuf> {
    let named = std::env::var_os("EVENHAND_CORPUS").map(PathBuf::from);
    named
        .or_else(|| Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/corpus")))
        .filter(|folder| folder.join("2023").is_dir())
}

fn pages(corpus: &Path) -> Vec<(String, PathBuf)> {
    let mut pages = Vec::new();
    for year in 2016..=2024 {
        let folder = corpus.join(year.to_string());
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) {
                pages.push((format!("{year}/{stem}"), path.clone()));
            }
        }
    }
    pages.sort();
    pages
}

fn table(from: &str, to: &str) -> Table {
    let find = |name: &str| {
        Countries::register()
            .find(name)
            .expect("a country of the register")
    };
    Table::of(find(from), find(to)).expect("two countries that can be exchanged")
}

fn report(text: &str, country: &str) -> evenhand_report::Report {
    let given = Given {
        document: "2023/invented".to_owned(),
        country: Some(Countries::register().find(country).expect("a country").code),
        ..Given::default()
    };
    read(text.as_bytes(), &given).expect("a report")
}

#[test]
fn a_table_exchanges_both_countries() {
    let table = table("KAZ", "FRA");
    assert_eq!(
        table.apply("The Kazakh police sent two Kazakhs from Astana to France."),
        "The French police sent two Frenchs from Paris to Kazakhstan."
    );
}

#[test]
fn a_name_inside_another_name_is_left() {
    let report = report(
        "Police in Northern Ireland met the envoy. The Paris Principles were followed in Ireland.",
        "IRL",
    );
    let exchanged = Exchanged::of(&report, &table("IRL", "FRA"));
    assert_eq!(
        exchanged.left_out,
        [LeftOut::PlaceName, LeftOut::DocumentName]
    );
}

#[test]
fn an_invented_report_reads_the_same_for_every_country() {
    let text = "The government of Kazakhstan stated that 12 Kazakh officers were dismissed in Astana. \
                President Tokayev denied the reports. Human Rights Watch reported that the Kazakh National \
                Council held 30 percent of Kazakhstan’s detainees.";
    let report = report(text, "KAZ");
    let mut tried = 0;
    let mut faults: Vec<String> = Vec::new();
    for to in Countries::register().all() {
        let from = Countries::register().find("KAZ").expect("a country");
        if let Some(table) = Table::of(from, to) {
            tried += 1;
            let outcome = compare(&report, &table);
            faults.extend(
                outcome
                    .differences
                    .iter()
                    .map(|difference| format!("{}: {difference:?}", to.name)),
            );
        }
    }
    assert!(tried > 190, "{tried} countries");
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn no_reading_of_the_corpus_changes_by_an_exchange_of_countries() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus (EVENHAND_CORPUS or target/corpus)");
        return;
    };
    let pages = pages(&corpus);
    assert!(pages.len() > 1400, "{} pages", pages.len());
    let all = Countries::register().all();
    let mut differences: Vec<(String, Difference)> = Vec::new();
    let mut exchanged = 0;
    for (at, (document, path)) in pages.iter().enumerate().step_by(STEP) {
        let bytes = std::fs::read(path).expect("a page");
        let given = Given {
            document: document.clone(),
            ..Given::default()
        };
        let Ok(report) = read(&bytes, &given) else {
            continue;
        };
        let Some(from) = report
            .identity
            .country
            .and_then(|code| Countries::register().get(code))
        else {
            continue;
        };
        let Some(table) =
            (0..all.len()).find_map(|step| Table::of(from, &all[(at * 83 + step) % all.len()]))
        else {
            continue;
        };
        let outcome = compare(&report, &table);
        exchanged += outcome.exchanged;
        let name = format!("{document} as {}", table.to.name);
        differences.extend(
            outcome
                .differences
                .into_iter()
                .map(|difference| (name.clone(), difference)),
        );
    }
    assert!(
        exchanged > 2000,
        "only {exchanged} sentences were exchanged"
    );
    let counts: Vec<String> = Part::ALL
        .iter()
        .map(|part| {
            format!(
                "{part} {}",
                differences
                    .iter()
                    .filter(|(_, difference)| difference.part == *part)
                    .count()
            )
        })
        .collect();
    let shown: Vec<String> = differences
        .iter()
        .take(40)
        .map(|row| format!("{row:#?}"))
        .collect();
    assert!(
        differences.is_empty(),
        "of {exchanged} sentences exchanged: {}\n{}",
        counts.join(", "),
        shown.join("\n")
    );
}
