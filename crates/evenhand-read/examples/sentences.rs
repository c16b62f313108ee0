//! Prints every sentence of the given files as JSON lines, and the speed of reading to stderr.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "an example reads files, prints and takes the time"
)]

use evenhand_read::{Given, read};
use std::path::Path;

fn main() {
    let quiet = std::env::args().any(|arg| arg == "--quiet");
    let passages = std::env::args().any(|arg| arg == "--passages");
    let (mut bytes, mut sentences) = (0_usize, 0_usize);
    let mut spent = std::time::Duration::ZERO;
    for name in std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
    {
        let path = Path::new(&name);
        let source = std::fs::read(path).expect("a readable file");
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = path
            .parent()
            .and_then(Path::file_name)
            .unwrap_or_default()
            .to_string_lossy();
        let given = Given {
            document: format!("{folder}/{stem}"),
            ..Given::default()
        };
        let start = std::time::Instant::now();
        let report = read(&source, &given);
        spent += start.elapsed();
        bytes += source.len();
        let report = match report {
            Ok(report) => report,
            Err(error) => {
                eprintln!("{error}");
                continue;
            }
        };
        sentences += report.sentences.len();
        if quiet {
            continue;
        }
        if passages {
            for (at, section) in report.sections.iter().enumerate() {
                println!(
                    "{{\"document\":{:?},\"section\":{at},\"depth\":{},\"heading\":{},\"label\":{}}}",
                    given.document,
                    section.depth,
                    json(&section.heading),
                    json(&section.label)
                );
            }
            for note in &report.notes {
                println!(
                    "{{\"document\":{:?},\"note\":\"{}\",\"message\":{},\"text\":{}}}",
                    given.document,
                    note.kind,
                    json(&note.message),
                    json(note.span.of(&report.text))
                );
            }
            for passage in &report.passages {
                println!(
                    "{{\"document\":{:?},\"kind\":\"{}\",\"in\":{},\"run_in\":{},\"text\":{}}}",
                    given.document,
                    passage.kind,
                    passage.section.0,
                    json(passage.run_in.map_or("", |span| span.of(&report.text))),
                    json(passage.span.of(&report.text))
                );
            }
            continue;
        }
        for sentence in &report.sentences {
            let passage = report.passage(sentence.passage);
            println!(
                "{{\"document\":{:?},\"country\":{:?},\"year\":{},\"pin\":{},\"pointer\":{},\"repeats\":{},\"heading\":{},\"text\":{}}}",
                given.document,
                report
                    .identity
                    .country
                    .map_or(String::new(), |code| code.to_string()),
                report.identity.year.unwrap_or(0),
                json(&report.pin(sentence)),
                sentence.pointer,
                sentence.repeats.is_some(),
                json(passage.run_in.map_or("", |span| span.of(&report.text))),
                json(report.sentence_text(sentence)),
            );
        }
    }
    eprintln!(
        "{sentences} sentences, {} MB in {:.2} s: {:.0} MB/s",
        bytes / 1_000_000,
        spent.as_secs_f64(),
        bytes as f64 / 1e6 / spent.as_secs_f64()
    );
}

fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for ch in text.chars() {
        match ch {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            ch if ch.is_control() => out.push_str(&format!("\\u{:04x}", ch as u32)),
            ch => out.push(ch),
        }
    }
    out.push('"');
    out
}
