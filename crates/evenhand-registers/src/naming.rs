//! Whether two names are the same person or body: the one place where names are compared.
//!
//! In: two names as a report or a register writes them. Out: a score with its reason, or nothing.

use evenhand_names::{Grade, Kind, Name, Names, compare};
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
        let comparison = compare(one, other, self.kind());
        let alike = comparison.same && matches!(comparison.grade, Grade::Equal | Grade::Variant);
        alike.then(|| Same {
            #[expect(clippy::cast_possible_truncation, reason = "a score between 0 and 1")]
            score: comparison.score as f32,
            because: comparison.to_string(),
        })
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Person => Kind::Person,
            Self::Body => Kind::Body,
        }
    }
}

/// Names, of persons and bodies alike, that are asked for others that are the same.
#[derive(Debug)]
pub(crate) struct Known {
    names: Names,
    written: Vec<String>,
}

impl Default for Known {
    fn default() -> Self {
        Self::new(std::iter::empty())
    }
}

/// How many likely names are looked at for one.
const LIKELY: usize = 20;

/// The least score at which a name is looked at; whether it is the same, comparing says.
const LEAST: f64 = 0.5;

impl Known {
    /// Makes names ready; their numbers are their places.
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let written: Vec<String> = names.map(str::to_owned).collect();
        Self {
            names: Names::new(written.iter().map(String::as_str), Kind::Unknown),
            written,
        }
    }

    /// The numbers of the names that are the same as this one; misprints are not taken for the same.
    pub(crate) fn alike(&self, name: &str) -> Vec<usize> {
        let asked = Name::read(name, Kind::Unknown);
        self.names
            .candidates(&asked, LIKELY, LEAST)
            .into_iter()
            .map(|candidate| candidate.number)
            .filter(|number| {
                self.written.get(*number).is_some_and(|known| {
                    let comparison = compare(name, known, Kind::Unknown);
                    comparison.same && matches!(comparison.grade, Grade::Equal | Grade::Variant)
                })
            })
            .collect()
    }
}
