//! Every report of the editions 2016-2024 is read, with its outline and without site furniture.
//!
//! The corpus is not ours and lies outside the repository: `EVENHAND_CORPUS`, or `target/corpus`,
//! unpacked there once from `EVENHAND_SHARED` or `../shared`. Where it is missing, this says so.
#![expect(
    clippy::disallowed_methods,
    reason = "the test looks for the corpus and reads it"
)]

mod support;

use evenhand_read::{Given, read};
use evenhand_report::country::{Countries, CountryCode};
use evenhand_report::{Format, Report};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The folder of the corpus; none where it is not given and cannot be unpacked.
fn corpus() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("EVENHAND_CORPUS") {
        return Some(named.into());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared =
        std::env::var_os("EVENHAND_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let place = root.join("target/corpus");
    let whole = place.join(".whole");
    if whole.exists() {
        return Some(place);
    }
    let script = shared.join("corpus/unpack.sh");
    if !script.exists() {
        return None;
    }
    let done = Command::new("bash")
        .arg(&script)
        .arg(&place)
        .output()
        .ok()?;
    if !done.status.success() {
        return None;
    }
    std::fs::write(&whole, "").ok()?;
    Some(place)
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

/// Words that only the site writes, never a report.
const FURNITURE: &[&str] = &[
    "View report by",
    "Download Report",
    "Build Your Custom Report",
    "Read a Section",
    "READ A SECTION",
    "IN THIS SECTION",
    "On This Page",
    "Accordion Toggle",
    "gtm4wp",
    "function(",
    "{",
    "</",
];

/// Fewest pages of the nine editions that must have a summary headed as one; a handful never had.
const FEWEST_SUMMARIES: usize = 1470;

fn check(document: &str, report: &Report) -> bool {
    let (year, _) = document.split_once('/').expect("a year and a name");
    assert_eq!(
        report.identity.year.map(|y| y.to_string()).as_deref(),
        Some(year),
        "{document}"
    );
    if Countries::register().all().len() > 150 {
        assert!(report.identity.country.is_some(), "{document}: no country");
    }
    let mut numbers: Vec<&str> = report
        .sections
        .iter()
        .filter(|section| section.depth == 0)
        .filter_map(|section| section.label.strip_prefix("section "))
        .collect();
    numbers.dedup();
    let fewest = if year == "2024" { 3 } else { 5 };
    assert!(numbers.len() >= fewest, "{document}: sections {numbers:?}");
    let lettered = report
        .sections
        .iter()
        .filter(|s| s.label.contains('.') && s.depth == 1)
        .count();
    assert!(lettered >= 8, "{document}: {lettered} lettered sections");
    assert!(
        report.sentences.len() > 30,
        "{document}: {} sentences",
        report.sentences.len()
    );
    let letters: usize = report.sentences.iter().map(|s| s.span.len()).sum();
    let mean = letters / report.sentences.len();
    assert!(
        (90..=230).contains(&mean),
        "{document}: sentences of {mean} bytes on average"
    );
    assert!(
        letters * 100 > report.text.len() * 94,
        "{document}: much text in no sentence"
    );
    for sentence in &report.sentences {
        assert!(
            sentence.span.len() < 3_200,
            "{document}: {}",
            report.sentence_text(sentence)
        );
    }
    for words in FURNITURE {
        assert!(!report.text.contains(words), "{document}: {words:?}");
        let heading = report.sections.iter().find(|s| s.heading.contains(words));
        assert!(heading.is_none(), "{document}: {words:?} in a heading");
    }
    report
        .sections
        .iter()
        .any(|section| section.label == "executive summary")
}

/// File names that stand for one country.
const SAME: &[&[&str]] = &[
    &["bahamas", "the-bahamas", "thebahamas"],
    &["democratic-peoples-republic-of-korea", "north-korea"],
    &["republic-of-korea", "south-korea"],
    &["federated-states-of-micronesia", "micronesia"],
    &["gambia", "the-gambia"],
    &["jamaica", "jamaica__trashed"],
    &["kyrgyz-republic", "kyrgyzstan"],
    &["macedonia", "north-macedonia"],
    &["malaysia", "malaysia-2", "Malaysia"],
    &["mongolia", "Mongolia", "mongolia__trashed"],
    &["peru", "peru__trashed"],
    &["swaziland", "eswatini"],
    &["uruguay", "uraguay"],
];

/// File names that stand for as many countries.
const DIFFERENT: &[&[&str]] = &[
    &["republic-of-the-congo", "democratic-republic-of-the-congo"],
    &["north-korea", "south-korea"],
    &[
        "guinea",
        "guinea-bissau",
        "equatorial-guinea",
        "papua-new-guinea",
    ],
    &["sudan", "south-sudan"],
    &["niger", "nigeria"],
    &["dominica", "dominican-republic"],
    &["samoa", "san-marino"],
];

/// No two reports of one year are on one country, and a country is the same whatever its file is called.
fn one_name_a_country(mut places: Vec<(Option<CountryCode>, Option<u16>, String)>) {
    places.sort();
    for pair in places.windows(2) {
        let [a, b] = pair else { continue };
        assert!(
            (a.0, a.1) != (b.0, b.1),
            "{} and {} are on one country",
            a.2,
            b.2
        );
    }
    let codes = |name: &str| {
        let same = |document: &str| {
            document
                .split_once('/')
                .is_some_and(|(_, stem)| stem == name)
        };
        let mut codes: Vec<_> = places
            .iter()
            .filter(|(_, _, d)| same(d))
            .map(|p| p.0)
            .collect();
        codes.dedup();
        assert_eq!(codes.len(), 1, "{name}: {codes:?}");
        codes[0]
    };
    for names in SAME {
        let found: Vec<_> = names.iter().map(|name| codes(name)).collect();
        assert!(
            found.iter().all(|code| *code == found[0]),
            "{names:?}: {found:?}"
        );
    }
    for names in DIFFERENT {
        let mut found: Vec<_> = names.iter().map(|name| codes(name)).collect();
        found.sort();
        found.dedup();
        assert_eq!(found.len(), names.len(), "{names:?}: {found:?}");
    }
}

#[test]
fn every_report_of_every_edition_is_read_with_its_outline() {
    let Some(corpus) = corpus() else {
        println!(
            "skipped: no corpus; name its folder in EVENHAND_CORPUS or the shared data in \
             EVENHAND_SHARED"
        );
        return;
    };
    let pages = pages(&corpus);
    assert!(
        pages.len() >= 1_400,
        "{} pages in {}",
        pages.len(),
        corpus.display()
    );
    let (next, summaries, sentences) = (
        AtomicUsize::new(0),
        AtomicUsize::new(0),
        AtomicUsize::new(0),
    );
    let places = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((document, path)) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = std::fs::read(path).unwrap();
                    let given = Given {
                        document: document.clone(),
                        ..Given::default()
                    };
                    let report = read(&bytes, &given).unwrap();
                    assert_eq!(report.identity.format, Format::Html);
                    support::check_report(&report);
                    support::check_way_back(&report, std::str::from_utf8(&bytes).unwrap());
                    let summary = check(document, &report);
                    let place = (report.identity.country, report.identity.year);
                    let mut places = places.lock().unwrap();
                    places.push((place.0, place.1, document.clone()));
                    drop(places);
                    summaries.fetch_add(usize::from(summary), Ordering::Relaxed);
                    sentences.fetch_add(report.sentences.len(), Ordering::Relaxed);
                }
            });
        }
    });
    one_name_a_country(places.into_inner().unwrap());
    let (summaries, sentences) = (summaries.into_inner(), sentences.into_inner());
    assert!(summaries >= FEWEST_SUMMARIES, "{summaries} summaries");
    assert!(
        (600_000..700_000).contains(&sentences),
        "{sentences} sentences"
    );
}
