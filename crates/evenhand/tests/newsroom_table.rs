//! The newsroom's published table of terms is reproduced cell by cell, where the pages are at hand.

use evenhand::across::{Files, newsroom_table, newsroom_terms};
use evenhand::sources;
use std::path::PathBuf;

#[expect(
    clippy::disallowed_methods,
    reason = "a test asks where the corpus lies and reads the published table"
)]
fn corpus_and_table() -> Option<(PathBuf, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let corpus = std::env::var_os("EVENHAND_CORPUS")
        .map_or_else(|| root.join("target/corpus"), PathBuf::from);
    let shared =
        std::env::var_os("EVENHAND_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let table = std::fs::read_to_string(shared.join("peers/terms_by_edition.csv")).ok()?;
    corpus.join("2023").is_dir().then_some((corpus, table))
}

#[test]
fn every_cell_of_the_published_table_is_reproduced() {
    let Some((corpus, table)) = corpus_and_table() else {
        println!("skipped: no corpus (EVENHAND_CORPUS) or no published table (EVENHAND_SHARED)");
        return;
    };
    let mut lines = table.lines();
    let head = lines.next().expect("a head");
    let asked: Vec<String> = head
        .split(',')
        .filter_map(|column| column.strip_prefix("count_"))
        .map(|term| term.replace('_', " "))
        .collect();
    let years: Vec<String> = lines
        .clone()
        .filter_map(|line| line.split(',').next())
        .map(|year| corpus.join(year).display().to_string())
        .collect();
    let files = Files::by_folder(sources(&years).expect("listed"));
    let (_, columns) = newsroom_terms(&asked);
    assert_eq!(columns.join(","), head);
    let rows = newsroom_table(&files, &|_| true, &asked).expect("counted");
    let found: Vec<String> = rows
        .iter()
        .map(|row| {
            let counts: Vec<String> = row.counts.iter().map(u64::to_string).collect();
            format!(
                "{},{},{},{}",
                row.year,
                row.reports,
                row.word_count,
                counts.join(",")
            )
        })
        .collect();
    assert_eq!(found, lines.map(str::to_owned).collect::<Vec<_>>());
}
