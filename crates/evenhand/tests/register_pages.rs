//! Every page of what registers say to a point: the replies it must have something to say on, and those it must stay silent on.
//!
//! A page (`rules/check/<name>.md`) holds, under `## Marked` and `## Not marked`, fenced blocks named `reply`: a line `2023/veldania`
//! opens a report, a line `lists.csv` or `measures.csv` a register, lines that begin with `> ` are the reply. The first report
//! is the one replied to.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use evenhand::check::{Beside, PAGES, check};
use evenhand::{Checked, Given, registers};
use std::path::Path;

struct Block {
    /// Files by name, in order.
    files: Vec<(String, String)>,
    reply: String,
}

fn blocks(page: &str, heading: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let (mut here, mut open) = (false, false);
    for line in page.lines() {
        if open {
            let block = found.last_mut().expect("a block is open");
            if line.starts_with("```") {
                open = false;
            } else if let Some(text) = line.strip_prefix("> ") {
                block.reply.push_str(text);
                block.reply.push('\n');
            } else if matches!(line, "lists.csv" | "measures.csv") {
                block.files.push((line.to_owned(), String::new()));
            } else if line.starts_with("20") && line.contains('/') && !line.contains(' ') {
                block.files.push((format!("{line}.md"), String::new()));
            } else {
                let (name, text) = block.files.last_mut().expect("a file is open");
                text.push_str(line);
                text.push_str(if name.ends_with(".csv") { "\n" } else { "\n\n" });
            }
        } else if let Some(title) = line.strip_prefix("## ") {
            here = title.trim() == heading;
        } else if here && line.trim() == "```reply" {
            open = true;
            found.push(Block {
                files: Vec::new(),
                reply: String::new(),
            });
        }
    }
    assert!(!open, "a block is not closed");
    found
}

/// Checks the reply of a block in a folder of its own.
fn checked(block: &Block) -> Checked {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, text).expect("written");
        path
    };
    let reply = write("reply.txt", &block.reply);
    let (mut against, mut lists, mut measures) = (Vec::new(), Vec::new(), Vec::new());
    for (name, text) in &block.files {
        let path = write(name, text);
        match name.as_str() {
            "lists.csv" => lists.push(path),
            "measures.csv" => measures.push(path),
            _ => against.push(path.display().to_string()),
        }
    }
    let sources =
        |path: &Path| evenhand::sources(&[path.display().to_string()]).expect("the file is there");
    let lists = registers::lists_files(&lists).expect("lists");
    let measures = registers::measures_files(&measures).expect("measures");
    check(
        sources(&reply).first().expect("a reply"),
        &Beside {
            against: &evenhand::sources(&against).expect("reports"),
            given: Given {
                country: evenhand::countries()
                    .iter()
                    .find(|country| country.name == "Veldania")
                    .map(|country| country.code),
                ..Given::default()
            },
            lists: &lists,
            measures: &measures,
            ..Beside::default()
        },
    )
    .expect("the page's own texts are checked")
}

#[test]
fn registers_speak_where_their_page_says_so_and_are_silent_elsewhere() {
    let mut faults = Vec::new();
    for page in PAGES {
        for (heading, wanted) in [("Marked", true), ("Not marked", false)] {
            let blocks = blocks(page.page, heading);
            assert!(
                blocks.len() >= 3,
                "{}: three blocks under {heading}",
                page.name
            );
            for block in &blocks {
                let checked = checked(block);
                let told: Vec<&str> = checked
                    .points
                    .iter()
                    .flat_map(|point| point.reasons.iter().map(|reason| reason.rule))
                    .collect();
                if told.contains(&page.name) != wanted {
                    faults.push(format!(
                        "{} / {heading}: {told:?} on {:?}",
                        page.name, block.reply
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_page_says_what_it_marks_and_why() {
    for page in PAGES {
        for part in [
            "## Marks",
            "## Leaves alone",
            "## Why it matters",
            "## Known gaps",
            "## Marked",
            "## Not marked",
        ] {
            assert!(page.page.contains(part), "{}: {part}", page.name);
        }
        assert!(page.page.starts_with(&format!("# {}\n", page.name)));
    }
}
