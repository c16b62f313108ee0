//! `evenhand lists` on the invented reports: listed before and after, contradicting lists, names shared by two.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn evenhand(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command
        .env_remove("EVENHAND_ARCHIVE")
        .current_dir(examples())
        .args(["lists", "2023/veldania.html"])
        .args(arguments);
    command
}

fn json(files: &[&str]) -> Value {
    let output = evenhand(&["--format", "json", "--lists"])
        .args(files)
        .assert()
        .success();
    serde_json::from_slice(&output.get_output().stdout).expect("JSON")
}

/// Everybody on whom this entry is found.
fn with<'a>(found: &'a Value, entry: &str) -> Vec<&'a Value> {
    found["on_lists"]
        .as_array()
        .expect("names")
        .iter()
        .filter(|row| {
            row["listings"]
                .as_array()
                .expect("entries")
                .iter()
                .any(|l| l["id"] == entry)
        })
        .collect()
}

#[test]
fn entries_and_events_stand_in_the_order_of_their_dates_on_one_line() {
    let found = json(&["registers/lists.csv"]);
    let imrai = with(&found, "L03")[0];
    let line = imrai["line"].as_str().expect("a line");
    let places: Vec<usize> = [
        "2022-05-11 listed as political prisoner",
        "2023-04 upheld (2023, section 1.e",
        "2023-10 sentenced (2023, section 2.a",
        "2024-10-14 no longer listed (L03)",
    ]
    .iter()
    .map(|words| {
        line.find(words)
            .unwrap_or_else(|| panic!("{words}: {line}"))
    })
    .collect();
    assert!(places.is_sorted(), "{line}");
    let described: Vec<&str> = imrai["descriptions"]
        .as_array()
        .expect("descriptions")
        .iter()
        .map(|row| row["words"].as_str().expect("words"))
        .collect();
    assert_eq!(
        described,
        ["teacher and civic activist from Ushtel", "blogger"]
    );
    let tonsu = with(&found, "L16")[0]["line"].as_str().expect("a line");
    assert!(
        tonsu.find("2022-03 arrested") < tonsu.find("2022-03-16 listed"),
        "arrested, then listed: {tonsu}"
    );
}

#[test]
fn lists_that_contradict_one_another_stand_side_by_side() {
    let found = json(&["registers/lists.csv"]);
    let reshketi = with(&found, "L02")[0];
    let listed: Vec<&str> = reshketi["listings"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|row| row["listed_as"].as_str().expect("words"))
        .collect();
    assert_eq!(listed, ["wanted for embezzlement", "recognized refugee"]);
    let events = reshketi["events"].to_string();
    assert!(
        !events.contains("sentenced"),
        "others were sentenced in that sentence, not he: {events}"
    );
}

#[test]
fn a_first_name_that_shares_a_last_name_is_found() {
    let found = json(&["registers/lists.csv"]);
    for entry in ["L04", "L05", "L06"] {
        assert_eq!(with(&found, entry).len(), 1, "{entry}");
    }
    assert_eq!(with(&found, "L04")[0]["name"], "Derun Vashtai");
    assert_eq!(with(&found, "L05")[0]["name"], "Kelm Vashtai");
}

#[test]
fn periods_are_told_against_the_year_reported_on() {
    let found = json(&["registers/lists.csv"]);
    let period = |entry: &str| {
        let row = with(&found, entry)[0]["listings"].clone();
        let row = row
            .as_array()
            .expect("entries")
            .iter()
            .find(|l| l["id"] == entry)
            .cloned();
        row.expect(entry)["period"]
            .as_str()
            .expect("words")
            .to_owned()
    };
    assert_eq!(period("L03"), "listed before 2023 and in it");
    assert_eq!(period("L10"), "listed before 2023, ended in it");
    assert_eq!(period("L11"), "listed in 2023");
    assert_eq!(period("L13"), "listed only after 2023");
}

#[test]
fn an_entry_that_fits_nobody_is_told_and_follow_the_money_is_read() {
    let found = json(&["registers/lists.csv", "registers/ftm.jsonl"]);
    let not_named = found["not_named"].to_string();
    assert!(not_named.contains("L18 Anto Resk"), "{not_named}");
    assert_eq!(with(&found, "vd-reshketi")[0]["kind"], "person");
    assert_eq!(with(&found, "vd-lantern")[0]["kind"], "body");
    assert!(found["percent"].as_f64().is_some());
}

#[test]
fn table_and_csv_tell_the_same_entries() {
    let shown = |format: &str| {
        let output = evenhand(&["--format", format, "--lists", "registers/lists.csv"])
            .assert()
            .success();
        String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8")
    };
    let (table, csv) = (shown("table"), shown("csv"));
    assert!(
        table.contains("L11: sanctioned official on Travel and asset sanctions of Aldermark"),
        "{table}"
    );
    assert!(csv.contains(",L11,"), "{csv}");
    let fault = evenhand(&["--lists", "registers/ties.csv"])
        .assert()
        .code(2);
    let told = String::from_utf8(fault.get_output().stderr.clone()).expect("UTF-8");
    assert!(
        told.contains("registers/ties.csv, line 1, column 63: there is no column \"name\""),
        "{told}"
    );
}
