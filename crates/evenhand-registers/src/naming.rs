//! Whether two names are the same person or body: the one place where names are compared.
//!
//! In: two names as a report or a register writes them. Out: a score with its reason, or nothing.

use evenhand_report::country::key;
use serde::Serialize;

evenhand_report::written_enum! {
    /// What is named.
    pub enum Naming {
        /// A human being.
        Person = "person",
        /// An organisation, company or institution.
        Body = "body",
    }
}

/// Why two names count as the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Same {
    /// How sure, 0 to 1.
    pub score: f32,
    /// In plain words.
    pub because: String,
}

/// Legal forms at the end of a body's name; "Sarve Coal JSC" is "Sarve Coal".
const LEGAL_FORMS: &[&str] = &[
    "jsc",
    "ojsc",
    "cjsc",
    "pjsc",
    "llc",
    "llp",
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "plc",
    "gmbh",
    "ag",
    "corp",
    "corporation",
    "co",
    "company",
    "ngo",
    "foundation inc",
];

impl Naming {
    /// The form under which equal names are found without comparing: small letters, no marks, no
    /// article, no legal form, no acronym in brackets.
    #[must_use]
    pub fn key(self, name: &str) -> String {
        let name = match (name.find('('), name.ends_with(')')) {
            (Some(at), true) => name.get(..at).unwrap_or(name),
            _ => name,
        };
        let key = key(name);
        if self == Self::Person {
            return key;
        }
        let mut bare = key.strip_prefix("the ").unwrap_or(&key);
        while let Some(shorter) = LEGAL_FORMS
            .iter()
            .find_map(|form| bare.strip_suffix(form)?.strip_suffix(' '))
        {
            bare = shorter;
        }
        bare.to_owned()
    }

    /// Whether two names are the same.
    #[must_use]
    pub fn same(self, one: &str, other: &str) -> Option<Same> {
        let (a, b) = (self.key(one), self.key(other));
        if a.is_empty() || b.is_empty() {
            return None;
        }
        if a == b {
            return Some(Same {
                score: 1.0,
                because: "the same words".to_owned(),
            });
        }
        None
    }
}

/// Names that are asked for others that are the same.
#[derive(Debug, Default)]
pub(crate) struct Known {
    names: Vec<String>,
}

impl Known {
    /// Makes names ready; their numbers are their places.
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self {
            names: names.map(str::to_owned).collect(),
        }
    }

    /// The numbers of the names that are the same as this one.
    pub(crate) fn alike(&self, name: &str) -> Vec<usize> {
        let same = |known: &String| Naming::Body.same(name, known).is_some();
        (0..)
            .zip(&self.names)
            .filter(|(_, known)| same(known))
            .map(|(at, _)| at)
            .collect()
    }
}
