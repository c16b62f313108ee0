//! Documents made from the code: the page of all rules.

use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::path::Path;

/// The page of all rules, by family.
pub(crate) fn rules_page() -> String {
    let mut page = String::from(
        "# The rules\n\nMade from the rules' own pages by `cargo xtask pages`; `evenhand explain RULE` shows one \
         in the terminal.\nThe sentences under \"Marked\" and \"Not marked\" are the rule's tests.\n",
    );
    let rules: Vec<_> = evenhand::rules().collect();
    for family in evenhand::report::Family::ALL {
        let of_family: Vec<_> = rules.iter().filter(|rule| rule.family == *family).collect();
        if of_family.is_empty() {
            continue;
        }
        let _ = write!(
            page,
            "\n## {family}\n\n| rule | what it recognises |\n|---|---|\n"
        );
        for rule in &of_family {
            let name = rule.name;
            let _ = writeln!(page, "| [{name}](#{name}) | {} |", rule.summary());
        }
        for rule in of_family {
            page.push('\n');
            for line in rule.page.lines() {
                // The rule's title becomes a heading of this page's third level.
                if line.starts_with('#') && !line.starts_with("# country") {
                    page.push_str("##");
                }
                page.push_str(line);
                page.push('\n');
            }
        }
    }
    page
}

/// Writes every document made from the code.
pub(crate) fn write(root: &Path) -> Result<()> {
    let path = root.join("docs/rules.md");
    #[expect(clippy::disallowed_methods, reason = "a chore writes documents")]
    std::fs::write(&path, rules_page()).with_context(|| path.display().to_string())
}
