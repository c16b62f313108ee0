//! The register of well-known bodies, and the bodies and acronyms a report defines itself.

use crate::Scene;
use evenhand_report::SourceKind;

/// A body a report has introduced with an acronym.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The short form ("CAT").
    pub acronym: String,
    /// The full name ("Coalition Against Torture").
    pub full: String,
    /// What kind of source it would be, where its description tells.
    pub kind: Option<SourceKind>,
}

/// What the report has defined so far.
#[derive(Debug, Clone, Default)]
pub struct Defined {
    list: Vec<Definition>,
}

impl Defined {
    /// Takes in what a sentence defined; a second definition of an acronym replaces the first.
    pub fn learn(&mut self, definitions: Vec<Definition>) {
        for definition in definitions {
            self.list
                .retain(|known| known.acronym != definition.acronym);
            self.list.push(definition);
        }
    }

    /// The body with this acronym.
    #[must_use]
    pub fn get(&self, acronym: &str) -> Option<&Definition> {
        self.list.iter().find(|known| known.acronym == acronym)
    }
}

/// The bodies a sentence defines.
#[must_use]
pub fn definitions(_scene: &Scene<'_>) -> Vec<Definition> {
    Vec::new()
}
