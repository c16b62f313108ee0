//! Pairs of names by phenomenon: every row of every table under `tests/pairs/` is compared.
//!
//! A file has a line `kind: person` or `kind: body`, then tables under headings. Under "Same" the names must be the same, under "Different" not.
//! A third column, where there is one, names what the explanation must speak of, or the grade.

#![expect(clippy::disallowed_methods, reason = "a test reads its own files")]

use evenhand_names::{Kind, compare};
use std::path::Path;

#[derive(Default)]
struct Tables {
    rows: usize,
    faults: Vec<String>,
}

fn check(file: &Path, tables: &mut Tables) {
    let text = std::fs::read_to_string(file).expect("a specification");
    let mut kind = None;
    let mut same = None;
    let (mut in_same, mut in_different) = (0, 0);
    for line in text.lines() {
        if let Some(word) = line.strip_prefix("kind: ") {
            kind = Some(Kind::of_word(word));
        } else if let Some(heading) = line.strip_prefix("## ") {
            same = match heading.trim() {
                "Same" => Some(true),
                "Different" => Some(false),
                _ => None,
            };
        } else if let Some(row) = line.strip_prefix("| ") {
            let cells: Vec<&str> = row
                .trim_end_matches('|')
                .split('|')
                .map(str::trim)
                .collect();
            let [one, other, rest @ ..] = cells.as_slice() else {
                continue;
            };
            if *one == "one" || one.starts_with("--") {
                continue;
            }
            let (kind, same) = (
                kind.expect("a kind before the tables"),
                same.expect("a heading before the table"),
            );
            let found = compare(one, other, kind);
            tables.rows += 1;
            *(if same {
                &mut in_same
            } else {
                &mut in_different
            }) += 1;
            let expected = rest.first().copied().unwrap_or("");
            let told = expected.is_empty()
                || found.to_string().contains(expected)
                || found.grade.as_str() == expected;
            if found.same != same || !told {
                tables.faults.push(format!(
                    "{}: {one} / {other}: {} {:.3} {} ({found}); expected {} {expected}",
                    file.file_name().unwrap_or_default().display(),
                    if found.same { "same" } else { "different" },
                    found.score,
                    found.grade.as_str(),
                    if same { "same" } else { "different" },
                ));
            }
        }
    }
    if in_same < 3 || in_different < 3 {
        tables.faults.push(format!(
            "{}: {in_same} same and {in_different} different; at least three of each are needed",
            file.display()
        ));
    }
}

#[test]
fn every_pair_is_told_as_its_table_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("listed")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut tables = Tables::default();
    for file in &files {
        check(file, &mut tables);
    }
    assert!(files.len() >= 8, "a file a phenomenon");
    assert!(
        tables.faults.is_empty(),
        "{} of {} rows:\n{}",
        tables.faults.len(),
        tables.rows,
        tables.faults.join("\n")
    );
}
