//! `evenhand import` and the other commands of the archive, as a user runs them, and killed in the middle.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use assert_cmd::Command;
use evenhand::archive::{Archive, ArchiveError, DocumentFilter, check};
use std::path::{Path, PathBuf};
use std::time::Duration;

fn evenhand(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command.current_dir(folder).env_remove("EVENHAND_ARCHIVE");
    command
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn printed(command: &mut Command, code: i32) -> String {
    let output = command.assert().code(code);
    let output = output.get_output();
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
        + &String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn reports_go_in_once_and_are_searched_by_words_and_filters() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = || evenhand(folder.path());
    let years = ["2022", "2023", "2024"].map(example);
    let said = printed(at().arg("import").args(&years), 0);
    assert!(said.starts_with("evenhand.db: 5 new, 0 changed"), "{said}");
    let said = printed(at().arg("import").args(&years), 0);
    assert!(
        said.contains("0 new, 0 changed since their last import, 5 known already"),
        "{said}"
    );

    let said = printed(
        at().args([
            "search",
            "ministry",
            "--country",
            "Veldania",
            "--year",
            "2023",
        ]),
        0,
    );
    assert!(said.contains("XVD 2023, "), "{said}");
    assert!(said.contains(" in 1,000; in 1 of 1 reports"), "{said}");
    let said = printed(
        at().args([
            "search",
            "ministr* OR polic*",
            "--direction",
            "violation",
            "--format",
            "json",
            "--limit",
            "3",
        ]),
        0,
    );
    let found: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(found["hits"].as_array().map(Vec::len), Some(3), "{said}");
    assert!(found["total"]["hits"].as_u64() > Some(3));
    for hit in found["hits"].as_array().into_iter().flatten() {
        assert_eq!(hit["direction"], "violation");
        let text = hit["text"].as_str().expect("text");
        for mark in hit["marks"].as_array().into_iter().flatten() {
            let place =
                |end: &str| usize::try_from(mark[end].as_u64().expect("a number")).expect("small");
            let word = text
                .get(place("start")..place("end"))
                .expect("a word")
                .to_lowercase();
            assert!(
                word.starts_with("ministr") || word.starts_with("polic"),
                "{word}"
            );
        }
    }
    let csv = printed(
        at().args(["search", "ministry", "--format", "csv", "--limit", "2"]),
        0,
    );
    assert!(
        csv.starts_with("document,version,country,cow,year,"),
        "{csv}"
    );
    let said = printed(at().args(["search", "qqqzzz"]), 1);
    assert!(
        said.starts_with("0 of ") && said.contains("0.00 in 1,000; in 0 of 5 reports"),
        "{said}"
    );
    let said = printed(at().args(["search", "(ministry"]), 2);
    assert!(said.contains("a bracket ( is not closed"), "{said}");
    printed(at().args(["search"]), 2);
    printed(
        at().args(["search", "--named", "Veldania", "--right", "3"]),
        0,
    );
}

#[test]
fn coverage_names_holes_and_republished_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = || evenhand(folder.path());
    printed(at().arg("import").args(["2022", "2023"].map(example)), 0);
    let page = std::fs::read_to_string(example("2023/hestrania.html")).expect("read");
    std::fs::create_dir_all(folder.path().join("2023")).expect("made");
    std::fs::write(
        folder.path().join("2023/hestrania.html"),
        page + "<!-- x -->",
    )
    .expect("written");
    let said = printed(at().args(["import", "2023"]), 0);
    assert!(said.contains("2023/hestrania was changed"), "{said}");
    let grid = printed(at().arg("coverage"), 0);
    assert!(
        grid.contains("4 reports, 2 holes, 0 doubles, 1 earlier versions"),
        "{grid}"
    );
    assert!(
        grid.contains("changed after publication: 2023/hestrania, version 1 is kept"),
        "{grid}"
    );
    let csv = printed(at().args(["coverage", "--format", "csv"]), 0);
    assert!(csv.contains(",XHS,Hestrania,2022,missing,"), "{csv}");
    printed(at().args(["coverage", "--year", "1990"]), 1);
}

#[test]
fn an_archive_is_checked_and_copied_and_damage_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = || evenhand(folder.path());
    assert!(printed(at().arg("check-archive"), 2).contains("there is no archive here"));
    printed(at().arg("import").arg(example("2024")), 0);
    assert!(printed(at().arg("check-archive"), 0).contains(": whole"));
    printed(at().args(["backup", "copy.db"]), 0);
    assert!(printed(at().args(["check-archive", "--archive", "copy.db"]), 0).contains(": whole"));
    assert!(printed(at().args(["backup", "copy.db"]), 2).contains("there is a file already"));
    let files: Vec<String> = std::fs::read_dir(folder.path())
        .expect("listed")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert!(
        files
            .iter()
            .all(|name| ["copy.db", "evenhand.db"].contains(&name.as_str())),
        "{files:?}"
    );
    // A word of a stored sentence changed behind the program's back.
    let path = folder.path().join("copy.db");
    let mut bytes = std::fs::read(&path).expect("read");
    let word = b"ministry";
    let found: Vec<usize> = (0..bytes.len() - word.len())
        .filter(|at| &bytes[*at..at + word.len()] == word)
        .collect();
    for at in found {
        bytes[at] = b'M';
        bytes[at + 1] = b'o';
    }
    std::fs::write(&path, bytes).expect("written");
    let said = printed(at().args(["check-archive", "--archive", "copy.db"]), 2);
    assert!(said.contains("fault"), "{said}");
}

/// Kills an import again and again at other moments: the archive is whole each time, and in the end everything is in it.
#[test]
fn an_import_killed_at_any_moment_leaves_a_whole_archive_and_goes_on() {
    /// Papers; more than a few batches of the import.
    const PAPERS: usize = 700;
    let folder = tempfile::tempdir().expect("a folder");
    let papers = folder.path().join("papers");
    std::fs::create_dir_all(&papers).expect("made");
    for n in 0..PAPERS {
        let text = format!(
            "Paper {n}.\n\nThe ministry said {n} persons were held in district {n}. A court of Tesmar freed {} of them in \
             June. According to the League of Sarve, none was told why.\n",
            n / 2
        );
        std::fs::write(papers.join(format!("paper-{n:04}.txt")), text).expect("written");
    }
    let path = folder.path().join("evenhand.db");
    let program = assert_cmd::cargo::cargo_bin("evenhand");
    let mut killed = 0;
    let mut seen = 0;
    let mut kept_after_kill = 0;
    for round in 0_u64.. {
        let mut child = std::process::Command::new(&program)
            .current_dir(folder.path())
            .args(["import", "papers", "--archive", "evenhand.db"])
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("started");
        // Moments that differ from round to round and grow, so that the last import ends by itself.
        std::thread::sleep(Duration::from_millis(
            3 + round * 11 + round * round * 7 % 23,
        ));
        let ended = child.try_wait().expect("asked").is_some();
        if !ended {
            child.kill().expect("killed");
            killed += 1;
        }
        let status = child.wait().expect("waited");
        match Archive::open(&path) {
            Ok(archive) => {
                let checked = check(&archive).expect("checked");
                assert_eq!(checked.faults, Vec::<String>::new(), "after kill {killed}");
                assert!(checked.documents >= seen, "nothing is lost");
                kept_after_kill += usize::from(!ended && checked.documents > seen);
                seen = checked.documents;
            }
            // Killed before there was anything.
            Err(ArchiveError::Missing { .. } | ArchiveError::NotAnArchive { .. }) => {
                assert_eq!(seen, 0);
            }
            Err(fault) => panic!("after kill {killed}: {fault}"),
        }
        if ended && status.success() {
            break;
        }
    }
    assert!(killed >= 3, "killed only {killed} times");
    assert!(
        kept_after_kill >= 1,
        "a killed import keeps what it committed"
    );
    let archive = Archive::open(&path).expect("open");
    let documents = archive
        .documents(&DocumentFilter::everything())
        .expect("listed");
    assert_eq!(documents.len(), PAPERS);
    assert_eq!(
        documents.iter().map(|d| d.sentences).sum::<u32>() as usize,
        PAPERS * 4
    );
}
