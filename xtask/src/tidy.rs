//! What must hold of the repository itself: who may use whom, licences, sizes, documents.
//!
//! In: the work tree and `cargo metadata`. Out: a list of faults; none when all is tidy.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Who may use whom: the table of `docs/architecture.md`. Anything not listed is forbidden.
const EDGES: &[(&str, &[&str])] = &[
    ("evenhand-report", &[]),
    ("evenhand-read", &["evenhand-report"]),
    ("evenhand-annotate", &["evenhand-report"]),
    ("evenhand-names", &["evenhand-report"]),
    ("evenhand-compare", &["evenhand-report", "evenhand-names"]),
    ("evenhand-registers", &["evenhand-report", "evenhand-names"]),
    (
        "evenhand-archive",
        &["evenhand-report", "evenhand-registers"],
    ),
    (
        "evenhand",
        &[
            "evenhand-report",
            "evenhand-read",
            "evenhand-annotate",
            "evenhand-names",
            "evenhand-compare",
            "evenhand-registers",
            "evenhand-archive",
        ],
    ),
    ("evenhand-cli", &["evenhand", "evenhand-workbench"]),
    ("evenhand-workbench", &["evenhand", "evenhand-report"]),
    ("xtask", &["evenhand", "evenhand-annotate"]),
];

/// Licences that allow distribution under MIT OR Apache-2.0.
const LICENCES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "Zlib",
    "0BSD",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
    "MIT-0",
];

/// Longest a module may be, in lines, tests and tables of words included.
const LONGEST_MODULE: usize = 560;

/// Finds every fault and fails where there is one.
pub(crate) fn check(root: &Path) -> Result<()> {
    let mut faults = Vec::new();
    edges(root, &mut faults)?;
    licences(root, &mut faults)?;
    modules(root, &mut faults)?;
    readme(root, &mut faults)?;
    let page = crate::pages::rules_page();
    if read(&root.join("docs/rules.md")).ok().as_deref() != Some(page.as_str()) {
        faults.push("docs/rules.md is not what `cargo xtask pages` writes".to_owned());
    }
    if !faults.is_empty() {
        bail!("{} faults:\n- {}", faults.len(), faults.join("\n- "));
    }
    eprintln!("tidy: crate edges, licences, module sizes, documents hold");
    Ok(())
}

fn metadata(root: &Path, dependencies: bool) -> Result<Value> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["metadata", "--format-version", "1"])
        .current_dir(root);
    if !dependencies {
        cargo.arg("--no-deps");
    }
    let output = cargo.output().context("running cargo metadata")?;
    if !output.status.success() {
        bail!(
            "cargo metadata: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata
        .get("packages")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or("")
}

fn edges(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let allowed: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    let metadata = metadata(root, false)?;
    for package in packages(&metadata) {
        let name = text(package, "name");
        let Some(may_use) = allowed.get(name) else {
            faults.push(format!("{name} is not in the table of crates"));
            continue;
        };
        let uses = package
            .get("dependencies")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        for used in uses.filter(|used| used.get("kind").is_none_or(Value::is_null)) {
            let used = text(used, "name");
            if allowed.contains_key(used) && !may_use.contains(&used) {
                faults.push(format!("{name} may not use {used}"));
            }
        }
    }
    Ok(())
}

fn licences(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let metadata = metadata(root, true)?;
    for package in packages(&metadata) {
        let licence = text(package, "license").replace('/', " OR ");
        let alternative_holds = |alternative: &str| {
            alternative
                .split(" AND ")
                .map(|part| part.trim_matches(['(', ')', ' ']))
                .all(|part| LICENCES.contains(&part))
        };
        // "(A OR B) AND C": every AND part needs one allowed alternative.
        let parts_hold = licence.split(") AND ").all(|part| {
            part.trim_matches(['(', ')', ' '])
                .split(" OR ")
                .any(alternative_holds)
        });
        if licence.is_empty() || !parts_hold {
            faults.push(format!("{} is licensed {licence:?}", text(package, "name")));
        }
    }
    Ok(())
}

fn modules(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let mut files = Vec::new();
    for folder in ["crates", "xtask"] {
        rust_files(&root.join(folder), &mut files)?;
    }
    for file in files {
        let source = read(&file)?;
        let name = file.strip_prefix(root).unwrap_or(&file).display();
        let lines = source.lines().count();
        if lines > LONGEST_MODULE {
            faults.push(format!(
                "{name} has {lines} lines; the most is {LONGEST_MODULE}"
            ));
        }
        if !source.starts_with("//!") {
            faults.push(format!("{name} does not open with what it is for"));
        }
    }
    Ok(())
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            rust_files(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

fn readme(root: &Path, faults: &mut Vec<String>) -> Result<()> {
    let readme = read(&root.join("README.md"))?;
    let ci = read(&root.join(".ci/run"))?;
    let test = "cargo test --workspace";
    if !readme.lines().any(|line| line.trim() == test) || !ci.contains(test) {
        faults.push(format!(
            "README.md and .ci/run share the test command `{test}`"
        ));
    }
    let mut linked = BTreeSet::new();
    for piece in readme.split("](").skip(1) {
        let target = piece.split([')', '#']).next().unwrap_or("");
        if !target.is_empty() && !target.contains("://") {
            linked.insert(target.to_owned());
        }
    }
    for target in linked {
        if !root.join(&target).exists() {
            faults.push(format!("README.md links to {target}, which is not there"));
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    #[expect(clippy::disallowed_methods, reason = "a chore reads files")]
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}
