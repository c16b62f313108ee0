//! `evenhand compare` on the invented reports: every statement once, the kinds asked for, pairs labelled.

#![expect(clippy::disallowed_methods, reason = "a test reads its own files")]

use assert_cmd::Command;
use std::path::{Path, PathBuf};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn compare() -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command.arg("compare");
    command
}

fn veldania() -> Command {
    let mut command = compare();
    command
        .arg(example("2022/veldania.html"))
        .arg(example("2023/veldania.html"));
    command
}

fn text(command: &mut Command) -> String {
    let output = command.assert().success().get_output().stdout.clone();
    String::from_utf8(output).expect("UTF-8")
}

#[test]
fn every_statement_of_both_editions_stands_in_one_row() {
    let facts: serde_json::Value =
        serde_json::from_str(&text(veldania().args(["--format", "json"]))).expect("JSON");
    for (side, about) in [("old", "earlier"), ("new", "later")] {
        let rows = facts["rows"].as_array().expect("rows");
        let mut sentences: Vec<u64> = rows
            .iter()
            .flat_map(|row| row[side].as_array().expect("places"))
            .map(|place| place["sentence"].as_u64().expect("a number"))
            .collect();
        let count = sentences.len();
        sentences.sort_unstable();
        sentences.dedup();
        assert_eq!(sentences.len(), count, "{side}: none twice");
        assert_eq!(
            Some(count as u64),
            facts[about]["statements"].as_u64(),
            "{side}: all"
        );
    }
    let sum: u64 = facts["counts"]
        .as_array()
        .expect("counts")
        .iter()
        .filter_map(|count| count["rows"].as_u64())
        .sum();
    assert_eq!(sum as usize, facts["rows"].as_array().expect("rows").len());
    assert!(
        facts["gone"]["persons"]
            .as_array()
            .is_some_and(|list| !list.is_empty())
    );
}

#[test]
fn a_change_of_rows_without_evidence_is_never_claimed() {
    let facts: serde_json::Value =
        serde_json::from_str(&text(veldania().args(["--format", "json"]))).expect("JSON");
    for row in facts["rows"].as_array().expect("rows") {
        let what = row["what"].as_str().expect("a kind");
        if ["number", "name", "caveat"].contains(&what) {
            let evidence = row["evidence"].as_array().expect("evidence");
            assert!(
                evidence.iter().any(|found| found["class"] == what),
                "row {}",
                row["number"]
            );
        }
    }
}

#[test]
fn csv_holds_the_kinds_asked_for() {
    let rows = text(veldania().args(["--format", "csv", "--only", "number,caveat"]));
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let kinds: Vec<String> = reader
        .records()
        .map(|row| row.expect("a row").get(1).unwrap_or("").to_owned())
        .collect();
    assert!(
        kinds.len() > 10
            && kinds
                .iter()
                .all(|kind| kind == "number" || kind == "caveat")
    );
    veldania()
        .args(["--only", "nonsense"])
        .assert()
        .failure()
        .code(2);
}

#[test]
fn a_report_beside_itself_has_nothing_to_show() {
    compare()
        .arg(example("2023/veldania.html"))
        .arg(example("2023/veldania.html"))
        .assert()
        .code(1);
}

#[test]
fn the_chart_is_one_file_that_loads_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    veldania()
        .arg("--out")
        .arg(folder.path())
        .assert()
        .success();
    let page = std::fs::read_to_string(folder.path().join("compare.html")).expect("a page");
    for stranger in ["<script", "src=", "@import", "url(h", "<link", "<img"] {
        assert!(!page.contains(stranger), "{stranger}");
    }
    assert!(
        page.contains("default-src 'none'") && page.contains("<del>") && page.contains("<ins>")
    );
    assert!(page.contains("2022, section 1.a, para. 1") && page.contains("absence of reporting"));
    assert!(folder.path().join("compare.json").is_file());
}

#[test]
fn given_pairs_are_labelled_line_by_line() {
    let pairs = concat!(
        r#"{"id":"a","old":"The law provides for a fine.","new":"The law provided for a fine.","gold":{"main":"nonsense"}}"#,
        "\n\n",
        r#"{"id":7,"old":"Guards beat 12 men.","new":"Guards beat 19 men."}"#,
        "\n"
    );
    let labels = text(compare().args(["--pairs", "-"]).write_stdin(pairs));
    let rows: Vec<serde_json::Value> = labels
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (rows[0]["id"].as_str(), rows[0]["main"].as_str()),
        (Some("a"), Some("style"))
    );
    assert_eq!(rows[0]["meaning_changed"], false);
    assert_eq!(
        (rows[1]["id"].as_u64(), rows[1]["main"].as_str()),
        (Some(7), Some("number"))
    );
    assert_eq!(rows[1]["note"], "figure: “12” to “19”");
    let failed = compare()
        .args(["--pairs", "-"])
        .write_stdin("{\"id\":1,\"old\":\"x\"}\n")
        .assert()
        .code(2);
    let message = String::from_utf8_lossy(&failed.get_output().stderr).into_owned();
    assert!(
        message.contains("line 1 of the pairs: no text `new`"),
        "{message}"
    );
}
