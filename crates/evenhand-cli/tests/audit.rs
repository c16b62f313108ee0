//! `evenhand audit` with an archive, on the invented reports.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the files the program wrote"
)]

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn evenhand(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command.current_dir(folder).env_remove("EVENHAND_ARCHIVE");
    command
}

/// A folder with an archive of the invented reports.
fn with_archive() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    evenhand(folder.path())
        .args(["import", "--archive", "reports.db"])
        .args(["2022", "2023", "2024"].map(example))
        .assert()
        .success();
    folder
}

fn facts(folder: &Path) -> serde_json::Value {
    let text = std::fs::read_to_string(folder.join("d/dossier.json")).expect("facts");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn a_country_and_a_year_and_its_file_give_the_same_dossier() {
    let folder = with_archive();
    let folder = folder.path();
    let named = evenhand(folder)
        .args([
            "audit",
            "Veldania",
            "2023",
            "--archive",
            "reports.db",
            "--out",
            "d",
        ])
        .assert()
        .success();
    let said = String::from_utf8(named.get_output().stdout.clone()).expect("UTF-8");
    assert!(said.contains("Against 2022/veldania"), "{said}");
    assert!(
        said.contains("Other countries (2 other reports of"),
        "{said}"
    );
    assert!(said.lines().count() <= 54, "{said}");
    let by_name = facts(folder);
    let page = std::fs::read_to_string(folder.join("d/dossier.html")).expect("a page");
    assert!(page.contains("id=\"elsewhere\""));
    evenhand(folder)
        .arg("audit")
        .arg(example("2023/veldania.html"))
        .env("EVENHAND_ARCHIVE", "reports.db")
        .args(["--out", "d"])
        .assert()
        .success();
    assert_eq!(by_name, facts(folder));
}

#[test]
fn a_file_without_an_archive_is_as_before_and_named_editions_win() {
    let folder = with_archive();
    let folder = folder.path();
    evenhand(folder)
        .arg("audit")
        .arg(example("2023/veldania.html"))
        .args(["--out", "d"])
        .assert()
        .success();
    let alone = facts(folder);
    assert!(alone["elsewhere"].is_null());
    assert_eq!(alone["editions"].as_array().map(Vec::len), Some(0));
    evenhand(folder)
        .args([
            "audit",
            "XVD",
            "2024",
            "--archive",
            "reports.db",
            "--out",
            "d",
            "--before",
        ])
        .arg(example("2022/veldania.html"))
        .assert()
        .success();
    let named = facts(folder);
    let editions = named["editions"].as_array().expect("a list");
    assert_eq!(editions.len(), 1);
    assert_eq!(editions[0]["earlier"]["document"], "2022/veldania");
}

#[test]
fn what_is_not_there_is_said_in_plain_words() {
    let folder = with_archive();
    let folder = folder.path();
    for (arguments, said) in [
        (
            vec!["XVD", "2019", "--archive", "reports.db"],
            "2022, 2023, 2024",
        ),
        (
            vec!["XVD", "last", "--archive", "reports.db"],
            "as in KAZ 2023",
        ),
        (vec!["XVD", "2023", "--archive", "none.db"], "none.db"),
        (vec!["XVD", "2023"], "evenhand.db"),
    ] {
        let output = evenhand(folder)
            .arg("audit")
            .args(&arguments)
            .assert()
            .code(2);
        let told = String::from_utf8(output.get_output().stderr.clone()).expect("UTF-8");
        assert!(told.contains(said), "{arguments:?}: {told}");
    }
    assert!(!folder.join("evenhand.db").exists() && !folder.join("none.db").exists());
}
