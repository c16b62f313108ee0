//! `evenhand check` and `evenhand answer` as a user runs them, on the invented reply and reports.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn evenhand() -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command.env_remove("EVENHAND_ARCHIVE");
    command
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn check(folder: &Path, more: &[&str]) -> String {
    let output = evenhand()
        .current_dir(folder)
        .arg("check")
        .arg(example("reply/opinion.txt"))
        .arg("--against")
        .args([
            example("2023/veldania.html"),
            example("2022"),
            example("2024"),
            example("2023"),
        ])
        .args(more)
        .assert()
        .success();
    String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8")
}

fn points(folder: &Path) -> (String, Vec<Value>) {
    let text = check(folder, &["--format", "json"]);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    (text, value["points"].as_array().expect("points").clone())
}

#[test]
fn points_lead_back_to_the_bytes_of_the_reply_and_to_the_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let (text, points) = points(folder.path());
    let reply = std::fs::read(example("reply/opinion.txt")).expect("the reply");
    assert!(points.len() > 40);
    for point in &points {
        let at =
            |field: &str| usize::try_from(point[field].as_u64().expect("a number")).expect("small");
        assert_eq!(
            &reply[at("start")..at("end")],
            point["text"].as_str().expect("text").as_bytes()
        );
        let evidence = point["evidence"].as_array().expect("evidence");
        assert!(evidence.len() >= 10, "{point}");
        assert!(
            evidence
                .iter()
                .all(|passage| passage["pin"].as_str().is_some_and(|pin| !pin.is_empty()))
        );
    }
    assert_eq!(
        text,
        check(folder.path(), &["--format", "json"]),
        "the same bytes every time"
    );
}

#[test]
fn every_check_of_a_reply_has_its_page_in_the_program_and_none_calls_supported_what_is_refuted() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, points) = points(folder.path());
    let judged: Value =
        serde_json::from_slice(&std::fs::read(example("reply/points.json")).expect("read"))
            .expect("JSON");
    let reply = std::fs::read_to_string(example("reply/opinion.txt")).expect("the reply");
    let byte = |chars: u64| {
        reply
            .char_indices()
            .nth(usize::try_from(chars).expect("small"))
            .map_or(reply.len(), |(at, _)| at) as u64
    };
    let (mut same, mut all) = (0, 0);
    for wanted in judged["claims"].as_array().expect("claims") {
        let (start, end) = (
            byte(wanted["claim_start"].as_u64().expect("a number")),
            byte(wanted["claim_end"].as_u64().expect("a number")),
        );
        let overlap = |point: &&Value| {
            let (s, e) = (
                point["start"].as_u64().expect("start"),
                point["end"].as_u64().expect("end"),
            );
            let common = e.min(end).saturating_sub(s.max(start));
            // Thousandths of the stretch both cover.
            1000 * common / (e.max(end) - s.min(start))
        };
        let best = points.iter().max_by_key(overlap).expect("a point");
        assert!(overlap(&best) > 0, "no point on {}", wanted["claim"]);
        assert!(
            !(best["verdict"] == "supported" && wanted["verdict"] == "contradicted"),
            "{}",
            wanted["claim"]
        );
        all += 1;
        same += usize::from(best["verdict"] == wanted["verdict"]);
    }
    assert!(same * 10 >= all * 7, "{same} of {all} verdicts as judged");
    for point in &points {
        for reason in point["reasons"].as_array().expect("reasons") {
            evenhand()
                .args(["explain", reason["rule"].as_str().expect("a rule")])
                .assert()
                .success();
        }
    }
}

#[test]
fn what_a_person_decided_is_kept_and_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    check(folder.path(), &["--out", "checked"]);
    let file = folder.path().join("checked/judgements.csv");
    let text = std::fs::read_to_string(&file).expect("judgements");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "key,text,proposed,judgement,who,when,note");
    let decided = lines[1]
        .strip_suffix(",,,,")
        .map(|row| format!("{row},contradicted,R. Ilse,2026-01-09,seen in print"))
        .expect("an undecided row");
    lines[1].clone_from(&decided);
    std::fs::write(&file, lines.join("\n")).expect("written");
    check(folder.path(), &["--out", "checked"]);
    let again = std::fs::read_to_string(&file).expect("judgements");
    assert!(again.lines().any(|line| line == decided), "{again}");
    let page = std::fs::read_to_string(folder.path().join("checked/check.html")).expect("a page");
    assert!(page.contains("R. Ilse") && page.contains("seen in print"));
    assert!(!page.contains("http:") && !page.contains("<script"));
}

#[test]
fn bad_input_is_told_with_file_line_and_column() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    };
    let fails = |reply: &Path, more: &[&str], wanted: &[&str]| {
        let output = evenhand()
            .current_dir(folder.path())
            .arg("check")
            .arg(reply)
            .arg("--against")
            .arg(example("2023/veldania.html"))
            .args(more)
            .assert()
            .code(2);
        let told = String::from_utf8(output.get_output().stderr.clone()).expect("UTF-8");
        for words in wanted {
            assert!(told.contains(words), "{told}");
        }
    };
    fails(
        &write("empty.txt", " \n"),
        &[],
        &["empty.txt", "line 1, column 1", "expected"],
    );
    write("j.csv", "key,text\n1,2\n");
    let reply = example("reply/opinion.txt");
    fails(
        &reply,
        &["--judgements", "j.csv"],
        &["j.csv", "line 1, column 3", "proposed"],
    );
    write(
        "k.csv",
        "key,text,proposed,judgement,who,when,note\n1,a,partly,perhaps,,,\n",
    );
    fails(
        &reply,
        &["--judgements", "k.csv"],
        &["k.csv", "line 2, column 4", "perhaps", "supported"],
    );
    fails(
        &write("kenya.txt", "Kenya is a country of laws.\n"),
        &["--country", "Kazakhstan"],
        &["kenya.txt", "line 1, column 1", "Kenya", "Kazakhstan"],
    );
}

#[test]
fn a_draft_quotes_the_report_letter_by_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    evenhand()
        .current_dir(folder.path())
        .arg("answer")
        .arg(example("2023/veldania.html"))
        .args(["--out", "draft", "--measures"])
        .arg(example("registers/measures.csv"))
        .assert()
        .success();
    let page = std::fs::read_to_string(folder.path().join("draft/answer.html")).expect("a page");
    assert!(page.contains("The government stated that 41 persons were killed in the Kolvane events, including five police officers."));
    assert!(page.contains("Measures the report does not mention"));
    let document = std::fs::read(folder.path().join("draft/answer.docx")).expect("a document");
    assert!(document.starts_with(b"PK"));
}
