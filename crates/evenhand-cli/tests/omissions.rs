//! `evenhand omissions` on the invented reports: mentioned, not mentioned, in another edition only, peers, another report.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn evenhand() -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command
        .env_remove("EVENHAND_ARCHIVE")
        .current_dir(example(""));
    command
}

fn printed(arguments: &[&str], code: i32) -> String {
    let output = evenhand().args(arguments).assert().code(code);
    let output = output.get_output();
    String::from_utf8([output.stdout.as_slice(), &output.stderr].concat()).expect("UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    let output = evenhand()
        .args(arguments)
        .args(["--format", "json"])
        .assert()
        .success();
    serde_json::from_slice(&output.get_output().stdout).expect("JSON")
}

const REGISTER: &str = "registers/measures.csv";

fn measure<'a>(found: &'a Value, id: &str) -> &'a Value {
    found["measures"]
        .as_array()
        .expect("measures")
        .iter()
        .find(|row| row["id"] == id)
        .expect(id)
}

#[test]
fn a_measure_is_mentioned_with_its_words_its_place_and_its_reasons() {
    let found = json(&["omissions", "2023/veldania.html", "--measures", REGISTER]);
    let forensic = measure(&found, "M12");
    assert_eq!(forensic["standing"], "mentioned");
    let mention = &forensic["mentions"][0];
    assert_eq!(mention["pin"], "2023, section 1.c, para. 4, sentence 2");
    assert_eq!(mention["direction"], "improvement");
    assert!(mention["confidence"].as_f64().expect("a number") > 0.9);
    let text = mention["text"].as_str().expect("text");
    for span in mention["spans"].as_array().expect("spans") {
        let at = |end: &str| usize::try_from(span[end].as_u64().expect("a place")).expect("small");
        assert!(
            text.get(at("start")..at("end"))
                .is_some_and(|words| !words.is_empty())
        );
    }
    let because = mention["because"].to_string();
    assert!(
        because.contains("terms: forensic service") && because.contains("its date: 2023-07-01")
    );
}

#[test]
fn what_is_absent_was_not_found_by_these_terms_and_a_word_in_common_is_no_mention() {
    let found = json(&["omissions", "2023/veldania.html", "--measures", REGISTER]);
    let signs = measure(&found, "M17");
    assert_eq!(signs["standing"], "not_found");
    assert_eq!(signs["words_only"], 1);
    assert!(
        signs["words_only_quotes"][0]["text"]
            .as_str()
            .expect("text")
            .contains("sign-language")
    );
    let message = signs["message"].as_str().expect("a message");
    assert!(
        message.starts_with("not found by these terms in 485 statements: sign language"),
        "{message}"
    );
    let counts: Vec<(String, u64)> = found["standings"]
        .as_array()
        .expect("standings")
        .iter()
        .map(|row| {
            (
                row["standing"].as_str().expect("a word").to_owned(),
                row["count"].as_u64().expect("a count"),
            )
        })
        .collect();
    let told = |standing: &str, count| counts.contains(&(standing.to_owned(), count));
    assert!(
        told("mentioned", 13) && told("not_found", 6) && told("after_period", 2),
        "{counts:?}"
    );
}

#[test]
fn an_earlier_edition_and_peers_are_looked_at_too() {
    let found = json(&[
        "omissions",
        "2023/veldania.html",
        "--measures",
        REGISTER,
        "--before",
        "2022/veldania.html",
        "--peers",
        "2023/hestrania.html",
        "2023/ambrelle.html",
    ]);
    let term = measure(&found, "M01");
    assert_eq!(term["standing"], "not_found");
    assert_eq!(term["editions"][0]["document"], "2022/veldania");
    assert_eq!(term["editions"][0]["standing"], "mentioned");
    let pardon = measure(&found, "M19");
    assert_eq!(pardon["standing"], "not_found");
    assert_eq!(pardon["peers"]["mentioned"], 2);
    assert_eq!(pardon["peers"]["of"], 2);
    assert_eq!(found["peers"].as_array().expect("peers").len(), 4);
}

#[test]
fn from_the_archive_other_editions_and_peers_come_by_themselves() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("reports.db");
    evenhand()
        .args(["import", "2022", "2023", "2024", "--archive"])
        .arg(&archive)
        .assert()
        .success();
    let archive = archive.to_str().expect("a path");
    let found = json(&[
        "omissions",
        "XVD",
        "2023",
        "--measures",
        REGISTER,
        "--archive",
        archive,
    ]);
    let editions: Vec<&str> = measure(&found, "M01")["editions"]
        .as_array()
        .expect("editions")
        .iter()
        .map(|row| row["document"].as_str().expect("a name"))
        .collect();
    assert_eq!(editions, ["2022/veldania", "2024/veldania"]);
    assert_eq!(found["peers"].as_array().expect("peers").len(), 4);
    let fault = printed(
        &[
            "omissions",
            "Veldania",
            "2021",
            "--measures",
            REGISTER,
            "--archive",
            archive,
        ],
        2,
    );
    assert!(
        fault.contains("no report on Veldania (XVD) for 2021; it holds 2022, 2023, 2024"),
        "{fault}"
    );
}

#[test]
fn topics_of_another_report_are_told_with_rates_and_quotes() {
    let found = json(&[
        "omissions",
        "2024/veldania.html",
        "--against",
        "2023/veldania.html",
    ]);
    let (held, covered) = (
        found["held"].as_u64().expect("held"),
        found["covered"].as_u64().expect("covered"),
    );
    assert!(
        covered * 2 < held,
        "most of 2023 is cut from 2024: {covered} of {held}"
    );
    let topics = found["topics"].as_array().expect("topics");
    assert!(topics.iter().any(|topic| topic["article"] == 21));
    for topic in topics {
        let quotes = topic["quotes"].as_array().expect("quotes").len() as u64;
        assert_eq!(topic["statements"], quotes);
        assert!(topic["percent"].as_f64().is_some() && quotes > 0);
    }
    let none = printed(
        &[
            "omissions",
            "2023/veldania.html",
            "--against",
            "2023/veldania.html",
        ],
        1,
    );
    assert!(
        none.contains("(100 percent) have a counterpart here"),
        "{none}"
    );
}

#[test]
fn csv_has_one_row_a_measure_and_report() {
    let text = printed(
        &[
            "omissions",
            "2023/veldania.html",
            "--measures",
            REGISTER,
            "--before",
            "2022/veldania.html",
            "--format",
            "csv",
        ],
        0,
    );
    assert_eq!(text.lines().count(), 1 + 2 * 21);
    assert!(text.starts_with(
        "measure,country,date,title,rights,document,year,standing,confidence,direction,pin,quote"
    ));
}

#[test]
fn faults_name_file_line_and_column() {
    let fault = printed(
        &[
            "omissions",
            "2023/veldania.html",
            "--measures",
            "registers/lists.csv",
        ],
        2,
    );
    assert!(
        fault.contains("registers/lists.csv, line 1, column 57: there is no column \"country\""),
        "{fault}"
    );
    let fault = printed(
        &[
            "omissions",
            "2023/veldania.html",
            "--measures",
            "missing.csv",
        ],
        2,
    );
    assert!(fault.contains("reading missing.csv"), "{fault}");
    let fault = printed(
        &[
            "omissions",
            "other/veldania-ngo-2023.txt",
            "--country",
            "Kenya",
            "--measures",
            REGISTER,
        ],
        2,
    );
    assert!(
        fault.contains("no measure of Kenya (KEN)") && fault.contains("XAM, XHS, XVD"),
        "{fault}"
    );
}
