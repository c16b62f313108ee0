//! The documents say what the program does: every command has its row in the README and its page, and what the pages
//! show of a run is what the program prints.
//!
//! A page's ```` ```console ```` blocks hold lines that begin with `$ evenhand` and what each prints. They are run in order,
//! in a folder that holds a copy of `examples/`. A line that is only `…` stands for any number of lines.
//! `EVENHAND_UPDATE_DOCS=1 cargo test -p evenhand-cli --test documentation` writes the output into the pages again.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use assert_cmd::Command;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn evenhand() -> Command {
    Command::cargo_bin("evenhand").expect("the program is built")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The commands the program itself lists.
fn commands() -> Vec<String> {
    let output = evenhand().arg("--help").output().expect("help");
    let help = String::from_utf8(output.stdout).expect("UTF-8");
    let listed = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty());
    listed
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

fn pages() -> Vec<PathBuf> {
    let folder = root().join("docs/commands");
    let entries = std::fs::read_dir(&folder).expect("docs/commands");
    let mut pages: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_command_is_in_the_readme_and_has_a_page_of_its_own() {
    let readme = read(&root().join("README.md"));
    let commands = commands();
    assert!(commands.len() >= 5, "{commands:?}");
    for command in &commands {
        assert!(
            readme.contains(&format!("evenhand {command}")),
            "README.md does not show `evenhand {command}`"
        );
        let page = root().join(format!("docs/commands/{command}.md"));
        assert!(page.is_file(), "{} is missing", page.display());
        assert!(
            read(&page).contains(&format!("$ evenhand {command}")),
            "{} shows no run of the command",
            page.display()
        );
    }
    for page in pages() {
        let name = page.file_stem().expect("a name").to_string_lossy();
        assert!(
            commands.iter().any(|command| *command == name),
            "{} is about no command",
            page.display()
        );
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("listed") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Cuts a command line into words; '…' and "…" hold a word together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for ch in line.chars() {
        match (quote, ch) {
            (Some(open), _) if ch == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(ch);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(ch),
        }
    }
    words.extend(word);
    words
}

fn run(folder: &Path, line: &str) -> String {
    let mut arguments = words(line).into_iter();
    assert_eq!(arguments.next().as_deref(), Some("evenhand"), "{line}");
    let output = evenhand()
        .current_dir(folder)
        .env_remove("EVENHAND_ARCHIVE")
        .args(arguments)
        .output()
        .expect("run");
    let mut shown = String::from_utf8(output.stdout).expect("UTF-8");
    shown.push_str(&String::from_utf8(output.stderr).expect("UTF-8"));
    shown
}

/// Whether `actual` is `shown`, where a line `…` stands for any lines.
fn fits(shown: &[&str], actual: &[&str]) -> bool {
    match shown {
        [] => actual.is_empty(),
        ["…", rest @ ..] => (0..=actual.len()).any(|skip| fits(rest, &actual[skip..])),
        [line, rest @ ..] => actual
            .split_first()
            .is_some_and(|(first, tail)| first.trim_end() == *line && fits(rest, tail)),
    }
}

/// The shown lines with what the program printed: as many lines from the start as stood before a `…`, and from the end as
/// stood after it.
fn renewed(shown: &[&str], actual: &[&str]) -> Vec<String> {
    let Some(cut) = shown.iter().position(|line| *line == "…") else {
        return actual
            .iter()
            .map(|line| line.trim_end().to_owned())
            .collect();
    };
    let after = shown.len() - cut - 1;
    let head = actual.iter().take(cut);
    let tail = actual.iter().skip(actual.len().saturating_sub(after));
    let gap = std::iter::once(&"…");
    head.chain(gap)
        .chain(tail)
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[test]
fn what_the_pages_show_is_what_the_program_prints() {
    let update = std::env::var_os("EVENHAND_UPDATE_DOCS").is_some();
    let mut faults = String::new();
    let mut runs = 0;
    for page in pages() {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&root().join("examples"), &folder.path().join("examples"));
        let text = read(&page);
        let mut written = String::with_capacity(text.len());
        let mut lines = text.lines().peekable();
        let mut console = false;
        while let Some(line) = lines.next() {
            let _ = writeln!(written, "{line}");
            if line.starts_with("```") {
                console = line == "```console";
            }
            let Some(command) = line.strip_prefix("$ ").filter(|_| console) else {
                continue;
            };
            let mut shown = Vec::new();
            while let Some(next) = lines.next_if(|l| !l.starts_with("$ ") && *l != "```") {
                shown.push(next);
            }
            let printed = run(folder.path(), command);
            let actual: Vec<&str> = printed.trim_end().lines().collect();
            let shown_end = shown
                .iter()
                .rposition(|l| !l.is_empty())
                .map_or(0, |i| i + 1);
            let blank_lines = shown.len() - shown_end;
            let shown = &shown[..shown_end];
            runs += 1;
            if !fits(shown, &actual) {
                let _ = writeln!(faults, "{}: $ {command}\n{printed}", page.display());
            }
            let kept: Vec<String> = if update && !fits(shown, &actual) {
                renewed(shown, &actual)
            } else {
                shown.iter().map(|l| (*l).to_owned()).collect()
            };
            for line in kept {
                let _ = writeln!(written, "{line}");
            }
            written.push_str(&"\n".repeat(blank_lines));
        }
        if update {
            std::fs::write(&page, written).expect("the page is written");
        }
    }
    assert!(runs >= 5, "the pages show {runs} runs");
    assert!(
        update || faults.is_empty(),
        "the pages show other output than the program prints (EVENHAND_UPDATE_DOCS=1 writes it again):\n{faults}"
    );
}
