//! `evenhand check` refuses a reply to a report on another country, and only such a one.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use assert_cmd::Command;
use std::path::Path;

/// The exit code of a check of a reply against a report that is given as being about a country.
fn code(reply: &str, country: &str) -> Option<i32> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reply.txt");
    std::fs::write(&path, reply).expect("written");
    let output = Command::cargo_bin("evenhand")
        .expect("the program is built")
        .env_remove("EVENHAND_ARCHIVE")
        .current_dir(folder.path())
        .arg("check")
        .arg(path)
        .arg("--against")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/2023/veldania.html"))
        .args(["--country", country])
        .output()
        .expect("the program runs");
    output.status.code()
}

#[test]
fn a_long_reply_that_says_our_country_and_names_a_neighbour_once_is_not_refused() {
    let long = "Our country is told that its prisons are crowded. ".repeat(50);
    let once = format!("{long}\nIn Kenya nobody is asked.\n");
    assert_eq!(code(&once, "Kazakhstan"), Some(0));
}

#[test]
fn a_reply_that_names_another_country_again_and_again_is_refused() {
    let often = "The prisons of Kenya are told to be crowded. ".repeat(50);
    assert_eq!(code(&often, "Kazakhstan"), Some(2));
}

#[test]
fn a_name_inside_another_name_is_not_that_country() {
    let reply = "The prisons of Nigeria are told to be crowded.\n";
    assert_eq!(code(reply, "Niger"), Some(2));
    assert_eq!(code(reply, "Nigeria"), Some(0));
}
