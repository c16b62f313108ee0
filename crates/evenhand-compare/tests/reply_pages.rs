//! Every check's page: the replies it must have something to say on, and those it must stay silent on.
//!
//! A page (`rules/reply/<name>.md`) holds, under `## Marked` and `## Not marked`, fenced blocks named `reply`: a line
//! `2023/veldania` opens a report, lines after it are its Markdown, lines that begin with `> ` are the reply. The first
//! report is the one replied to.

#[path = "common/read.rs"]
mod read;

use evenhand_compare::reply::{PAGES, Shelf, Volume, check};
use evenhand_report::{Format, RulePage};
use read::read;

struct Block {
    reports: Vec<(String, String)>,
    reply: String,
}

fn blocks(page: &RulePage, heading: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let (mut here, mut open) = (false, false);
    for line in page.page.lines() {
        if open {
            let block = found.last_mut().expect("a block is open");
            if line.starts_with("```") {
                open = false;
            } else if let Some(text) = line.strip_prefix("> ") {
                block.reply.push_str(text);
                block.reply.push('\n');
            } else if line.len() > 5
                && line.get(4..5) == Some("/")
                && line
                    .get(..4)
                    .is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()))
            {
                block.reports.push((line.to_owned(), String::new()));
            } else {
                let (_, text) = block.reports.last_mut().expect("a report is open");
                text.push_str(line);
                text.push_str("\n\n");
            }
        } else if let Some(title) = line.strip_prefix("## ") {
            here = title.trim() == heading;
        } else if here && line.trim() == "```reply" {
            open = true;
            found.push(Block {
                reports: Vec::new(),
                reply: String::new(),
            });
        }
    }
    assert!(!open, "{}: a block is not closed", page.name);
    found
}

/// The rules that have something to say on the reply of a block.
fn told(block: &Block) -> Vec<&'static str> {
    let volumes = block
        .reports
        .iter()
        .map(|(document, text)| {
            let (report, readings) = read(document, text, Format::Markdown);
            Volume::of(&report, &readings)
        })
        .collect();
    let (reply, readings) = read("reply", &block.reply, Format::Text);
    let points = check(&reply, &readings, &Shelf::new(volumes));
    points
        .iter()
        .flat_map(|point| point.reasons.iter().map(|reason| reason.rule))
        .collect()
}

#[test]
fn every_check_speaks_where_its_page_says_so_and_is_silent_elsewhere() {
    let mut faults = Vec::new();
    for page in PAGES {
        for (heading, wanted) in [("Marked", true), ("Not marked", false)] {
            let blocks = blocks(page, heading);
            assert!(
                blocks.len() >= 3,
                "{}: three blocks under {heading}",
                page.name
            );
            for (nth, block) in blocks.iter().enumerate() {
                let told = told(block);
                if told.contains(&page.name) != wanted {
                    faults.push(format!(
                        "{} / {heading} {}: told {told:?} on {:?}",
                        page.name,
                        nth + 1,
                        block.reply
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
