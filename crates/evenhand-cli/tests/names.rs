//! `evenhand names` as a user runs it, on the invented registers.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use assert_cmd::Command;
use std::path::{Path, PathBuf};

fn evenhand() -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command.arg("names");
    command
}

fn lists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/registers/lists.csv")
}

fn printed(command: &mut Command, code: i32) -> String {
    let output = command.assert().code(code).get_output().clone();
    String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8")
}

#[test]
fn two_names_are_told_with_every_part() {
    let shown = printed(evenhand().args(["Tolmai Reshketi", "Т. Решкети"]), 0);
    assert!(
        shown.starts_with("score 0.900: same (variant)\n"),
        "{shown}"
    );
    assert!(
        shown.contains("Reshketi  Решкети  transliteration"),
        "{shown}"
    );
}

#[test]
fn a_name_is_found_in_a_register_in_another_script() {
    let shown = printed(
        evenhand()
            .args(["Т. Решкети", "--among"])
            .arg(lists())
            .args(["--format", "csv"]),
        0,
    );
    assert!(
        shown.starts_with(
            "line,name,score,same,grade,because\r\n2,Tolmai Reshketi,0.900,true,variant,"
        ),
        "{shown}"
    );
    let nothing = printed(
        evenhand()
            .args(["Nobody Ofthatname", "--among"])
            .arg(lists()),
        1,
    );
    assert!(!nothing.contains("Reshketi"), "{nothing}");
}

#[test]
fn pairs_keep_their_columns_and_a_judgement_wins() {
    let folder = tempfile::tempdir().expect("a folder");
    let pairs = folder.path().join("pairs.csv");
    std::fs::write(&pairs, "id,schema,name1,name2,note\n1,Person,Mira Orlan,M. Orlan,\"a, b\"\n2,Company,Orlan AG,Orlan GmbH,\n").expect("written");
    let judged = folder.path().join("judged.csv");
    std::fs::write(
        &judged,
        "name1,name2,judgement,who,when\nOrlan GmbH,Orlan AG,same,T. B.,2026-02-03\n",
    )
    .expect("written");
    let before = std::fs::read(&judged).expect("read");
    let plain = printed(evenhand().arg("--pairs").arg(&pairs), 0);
    let lines: Vec<&str> = plain.lines().collect();
    assert_eq!(
        lines[0],
        "id,schema,name1,name2,note,score,same,grade,because"
    );
    assert!(
        lines[1].starts_with("1,Person,Mira Orlan,M. Orlan,\"a, b\",0.900,true,variant,"),
        "{plain}"
    );
    assert!(lines[2].contains(",false,doubtful,"), "{plain}");
    let json = printed(
        evenhand()
            .arg("--pairs")
            .arg(&pairs)
            .arg("--judgements")
            .arg(&judged)
            .args(["--format", "json"]),
        0,
    );
    let rows: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(rows[1]["same"], true);
    assert!(
        rows[1]["because"]
            .as_str()
            .is_some_and(|because| because.starts_with("judged same by T. B. on 2026-02-03; "))
    );
    assert_eq!(
        std::fs::read(&judged).expect("read"),
        before,
        "what people decided is only read"
    );
}

#[test]
fn a_fault_says_what_was_found_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let pairs = folder.path().join("pairs.csv");
    std::fs::write(&pairs, "one,two\na,b\n").expect("written");
    let shown = printed(evenhand().arg("--pairs").arg(&pairs), 2);
    assert!(
        shown.contains("there is no column name1 or left; found one, two"),
        "{shown}"
    );
    let shown = printed(&mut evenhand(), 2);
    assert!(shown.contains("give two names to compare"), "{shown}");
    let shown = printed(evenhand().args(["Mira Orlan", "--among", "nowhere.csv"]), 2);
    assert!(shown.contains("reading nowhere.csv"), "{shown}");
}
