//! The register of countries: names in every edition, ISO 3166 alpha-3 and Correlates-of-War codes.

use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

/// An ISO 3166 alpha-3 code, or a user-assigned one (`XKX`) where ISO has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode([u8; 3]);

impl CountryCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 3] = text.as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(bytes))
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 alpha-3.
    pub code: CountryCode,
    /// Correlates-of-War number; none where the place has none.
    pub cow: Option<u16>,
    /// Short name in use today.
    pub name: String,
    /// Region (UN M49 sub-region).
    pub region: String,
    /// Other names: long forms, former names, spellings of the editions.
    pub names: Vec<String>,
    /// Adjectives and demonyms.
    pub adjectives: Vec<String>,
    /// Capitals.
    pub capitals: Vec<String>,
    /// File-name forms.
    pub slugs: Vec<String>,
}

/// Why a name did not lead to one country.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountryError {
    /// The name fits several.
    #[error("the country name {name:?} is ambiguous: it may be {}", .candidates.join(", "))]
    Ambiguous {
        /// What was asked.
        name: String,
        /// "Congo, Democratic Republic of the (COD)".
        candidates: Vec<String>,
    },
    /// The name fits none.
    #[error("no country named {name:?}{}", nearest(.candidates))]
    Unknown {
        /// What was asked.
        name: String,
        /// The nearest names.
        candidates: Vec<String>,
    },
}

fn nearest(candidates: &[String]) -> String {
    if candidates.is_empty() {
        "; `evenhand countries` lists the register".to_owned()
    } else {
        format!("; the nearest are {}", candidates.join(", "))
    }
}

/// The register.
#[derive(Debug)]
pub struct Countries {
    all: Vec<Country>,
    by_key: BTreeMap<String, usize>,
}

/// A name without case, marks and punctuation, for looking up.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for ch in name.chars().flat_map(char::to_lowercase) {
        if ch.is_alphanumeric() {
            key.push(ch);
        } else if !key.is_empty() && !key.ends_with(' ') && ch != '\'' && ch != '’' {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

static REGISTER: LazyLock<Countries> = LazyLock::new(Countries::load);

impl Countries {
    /// The register that comes with the program.
    #[must_use]
    pub fn register() -> &'static Countries {
        &REGISTER
    }

    fn load() -> Self {
        let mut rows = csv::Reader::from_reader(include_str!("../data/countries.csv").as_bytes());
        let list = |field: Option<&str>| {
            field
                .unwrap_or("")
                .split('|')
                .filter(|s| !s.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let mut all: Vec<Country> = rows
            .records()
            .filter_map(Result::ok)
            .filter_map(|row| {
                Some(Country {
                    code: CountryCode::parse(row.get(0)?)?,
                    cow: row.get(1)?.parse().ok(),
                    name: row.get(2)?.to_owned(),
                    region: row.get(3)?.to_owned(),
                    names: list(row.get(4)),
                    adjectives: list(row.get(5)),
                    capitals: list(row.get(6)),
                    slugs: list(row.get(7)),
                })
            })
            .collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        let mut by_key = BTreeMap::new();
        for (at, country) in all.iter().enumerate() {
            for name in [&country.name]
                .into_iter()
                .chain(&country.names)
                .chain(&country.slugs)
            {
                by_key.insert(key(name), at);
            }
            by_key.insert(country.code.as_str().to_lowercase(), at);
        }
        Self { all, by_key }
    }

    /// Every country, by name.
    #[must_use]
    pub fn all(&self) -> &[Country] {
        &self.all
    }

    /// The country with this code.
    #[must_use]
    pub fn get(&self, code: CountryCode) -> Option<&Country> {
        self.all.iter().find(|country| country.code == code)
    }

    /// The one country that a name, file-name form or code stands for.
    ///
    /// # Errors
    /// [`CountryError`] with candidates when the name is unknown or fits several.
    pub fn find(&self, name: &str) -> Result<&Country, CountryError> {
        let wanted = key(name);
        if let Some(at) = self.by_key.get(&wanted) {
            return Ok(&self.all[*at]);
        }
        let label = |country: &Country| format!("{} ({})", country.name, country.code);
        let words = |text: &str| text.split(' ').any(|word| word == wanted);
        let mut candidates: Vec<String> = self
            .all
            .iter()
            .filter(|c| {
                [&c.name]
                    .into_iter()
                    .chain(&c.names)
                    .any(|name| words(&key(name)))
            })
            .map(label)
            .collect();
        candidates.dedup();
        if candidates.len() > 1 {
            return Err(CountryError::Ambiguous {
                name: name.to_owned(),
                candidates,
            });
        }
        if candidates.is_empty() && wanted.len() > 3 {
            let start: String = wanted.chars().take(4).collect();
            candidates = self
                .all
                .iter()
                .filter(|c| key(&c.name).starts_with(&start))
                .map(label)
                .take(5)
                .collect();
        }
        Err(CountryError::Unknown {
            name: name.to_owned(),
            candidates,
        })
    }
}
