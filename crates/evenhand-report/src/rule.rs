//! The public page of a rule: the same text in `evenhand explain`, the rules page and the dossier.

crate::written_enum! {
    /// What a rule or model annotates or finds.
    pub enum Family {
        /// Who says so.
        Attribution = "attribution",
        /// Quantities.
        Figure = "figure",
        /// Persons, bodies, places.
        Name = "name",
        /// Articles of the Universal Declaration.
        Right = "right",
        /// Violation, improvement, safeguard, none reported, context.
        Direction = "direction",
        /// A question put to a whole report; yields findings.
        Test = "test",
        /// A question put to a point of a reply; yields a reason and speaks for a verdict.
        Check = "check",
    }
}

/// A rule's specification: one Markdown file with what it marks, what it leaves alone, why it
/// matters, its known gaps, and sentences marked and not marked, which are also its tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RulePage {
    /// The rule's name, as it stands in output (`according_to`).
    pub name: &'static str,
    /// What it annotates.
    pub family: Family,
    /// The whole specification in Markdown.
    pub page: &'static str,
}

impl RulePage {
    /// The first line of prose: what the rule recognises, in one sentence.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.page
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with('#'))
            .unwrap_or("")
    }
}
