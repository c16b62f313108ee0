//! The program as a user runs it: in a temporary folder, on the invented reports, output compared.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use assert_cmd::Command;
use std::path::{Path, PathBuf};

fn evenhand() -> Command {
    Command::cargo_bin("evenhand").expect("the program is built")
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn audit_writes_a_dossier_and_a_screen_of_summary() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = evenhand()
        .current_dir(folder.path())
        .arg("audit")
        .arg(example("2023/veldania.html"))
        .arg("--before")
        .arg(example("2022/veldania.html"))
        .args(["--out", "dossier"])
        .assert()
        .success();
    let summary = text(&output.get_output().stdout);
    assert!(summary.contains("Veldania"), "{summary}");
    assert!(
        summary.lines().count() <= 50,
        "one screen, not {} lines",
        summary.lines().count()
    );
    let page = std::fs::read_to_string(folder.path().join("dossier/dossier.html")).expect("a page");
    assert!(page.ends_with("</html>\n"), "the page is whole");
    let facts = std::fs::read_to_string(folder.path().join("dossier/dossier.json")).expect("facts");
    let facts: serde_json::Value = serde_json::from_str(&facts).expect("JSON");
    assert!(facts.is_object());
    let left: Vec<_> = std::fs::read_dir(folder.path().join("dossier"))
        .expect("listed")
        .collect();
    assert_eq!(left.len(), 2, "nothing half-written stays: {left:?}");
}

#[test]
fn audit_without_a_folder_names_it_after_the_report() {
    let folder = tempfile::tempdir().expect("a folder");
    evenhand()
        .current_dir(folder.path())
        .arg("audit")
        .arg(example("2023/hestrania.html"))
        .assert()
        .success();
    assert!(folder.path().join("hestrania-2023/dossier.html").is_file());
}

#[test]
fn read_writes_the_contract_the_same_every_time() {
    let run = || {
        let output = evenhand()
            .arg("read")
            .args([example("2023"), example("other")])
            .assert()
            .success();
        text(&output.get_output().stdout)
    };
    let first = run();
    assert_eq!(first, run(), "the same bytes from run to run");
    let mut documents = Vec::new();
    for line in first.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("one object a line");
        let words = row["text"].as_str().expect("text");
        for list in ["attributions", "figures", "names"] {
            for item in row[list].as_array().expect("a list") {
                assert!(item["rule"].is_string(), "{item} names its rule");
                let quoted = item.get("cue").unwrap_or(item);
                let at = |end: &str| {
                    usize::try_from(quoted[end].as_u64().expect("an offset")).expect("small")
                };
                assert_eq!(
                    words.get(at("start")..at("end")),
                    quoted["text"].as_str(),
                    "{row}"
                );
            }
        }
        let document = row["document"].as_str().expect("a document").to_owned();
        if documents.last() != Some(&document) {
            documents.push(document);
        }
    }
    assert_eq!(
        documents,
        [
            "2023/ambrelle",
            "2023/hestrania",
            "2023/veldania",
            "veldania-ngo-2023",
            "veldania-un-2023"
        ]
    );
}

#[test]
fn read_takes_standard_input_and_writes_csv() {
    let output = evenhand()
        .args([
            "read",
            "-",
            "--format",
            "csv",
            "--country",
            "Veldania",
            "--year",
            "2023",
        ])
        .write_stdin("The ministry said that 41 persons died.\n\nActivists reported 60 deaths.\n")
        .assert()
        .success();
    let csv = text(&output.get_output().stdout);
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains("XVD"), "{csv}");
}

#[test]
fn an_ambiguous_country_is_refused_with_the_candidates() {
    for (name, first, second) in [("Congo", "COD", "COG"), ("Korea", "KOR", "PRK")] {
        let output = evenhand()
            .args(["read", "-", "--country", name])
            .write_stdin("Nothing.")
            .assert()
            .code(2);
        let fault = text(&output.get_output().stderr);
        assert!(fault.contains(first) && fault.contains(second), "{fault}");
    }
    let output = evenhand().args(["countries", "Atlantis"]).assert().code(2);
    assert!(text(&output.get_output().stderr).contains("Atlantis"));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    };
    let bad = write("scan.html", b"%PDF-1.7 not a page");
    let good = write("good.txt", b"The police denied the claim.\n");
    let output = evenhand().arg("read").args([&bad, &good]).assert().code(2);
    let output = output.get_output();
    assert!(text(&output.stdout).contains("The police denied the claim."));
    let fault = text(&output.stderr);
    assert!(fault.contains("scan") && fault.contains("PDF"), "{fault}");
}

#[test]
fn a_file_that_is_not_there_is_a_clear_error() {
    let output = evenhand()
        .args(["audit", "no/such/report.html"])
        .assert()
        .code(2);
    let fault = text(&output.get_output().stderr);
    assert!(fault.contains("no/such/report.html"), "{fault}");
}

#[test]
fn every_rule_is_listed_and_explained() {
    let listed = evenhand()
        .args(["rules", "--format", "json"])
        .assert()
        .success();
    let rules: serde_json::Value =
        serde_json::from_slice(&listed.get_output().stdout).expect("JSON");
    let rules = rules.as_array().expect("a list");
    assert!(rules.len() >= 20, "only {} rules", rules.len());
    for rule in rules {
        let name = rule["rule"].as_str().expect("a name");
        let shown = evenhand().args(["explain", name]).assert().success();
        assert!(text(&shown.get_output().stdout).starts_with(&format!("# {name}")));
    }
    let output = evenhand().args(["explain", "acording_to"]).assert().code(2);
    assert!(text(&output.get_output().stderr).contains("evenhand rules"));
}

#[test]
fn countries_are_found_by_old_names_and_codes() {
    for (name, code) in [
        ("Swaziland", "SWZ"),
        ("macedonia", "MKD"),
        ("KAZ", "KAZ"),
        ("Burma", "MMR"),
    ] {
        let output = evenhand()
            .args(["countries", name, "--format", "csv"])
            .assert()
            .success();
        let csv = text(&output.get_output().stdout);
        assert!(
            csv.lines().nth(1).is_some_and(|row| row.starts_with(code)),
            "{csv}"
        );
    }
}

#[test]
fn every_command_teaches_in_its_help() {
    for command in ["read", "audit", "explain", "rules", "countries"] {
        let help = evenhand().args([command, "--help"]).assert().success();
        assert!(
            text(&help.get_output().stdout).contains("Usage:"),
            "{command}"
        );
    }
}
