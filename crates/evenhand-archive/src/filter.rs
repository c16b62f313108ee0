//! Which documents are meant: country, region, years, publisher, versions.

use crate::Document;
use evenhand_report::country::{Countries, CountryCode};
use std::fmt;
use std::str::FromStr;

/// A run of years, open at either end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Years {
    /// The first; none for no limit.
    pub from: Option<u16>,
    /// The last, included; none for no limit.
    pub to: Option<u16>,
}

/// A text that is no run of years.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no year or run of years; write 2023, 2020..2022, 2022.. or ..2019")]
pub struct YearsError {
    /// What was written.
    pub text: String,
}

impl Years {
    /// Whether a year lies in the run; a document without a year lies only in the run of all years.
    #[must_use]
    pub fn hold(self, year: Option<u16>) -> bool {
        match year {
            Some(year) => {
                self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
            }
            None => self == Self::default(),
        }
    }
}

impl FromStr for Years {
    type Err = YearsError;

    fn from_str(text: &str) -> Result<Self, YearsError> {
        let fault = || YearsError {
            text: text.to_owned(),
        };
        let year = |part: &str| -> Result<Option<u16>, YearsError> {
            let part = part.trim();
            if part.is_empty() {
                return Ok(None);
            }
            match part.parse() {
                Ok(year) if part.len() == 4 => Ok(Some(year)),
                _ => Err(fault()),
            }
        };
        let years = match text.split_once("..") {
            Some((from, to)) => Self {
                from: year(from)?,
                to: year(to.strip_prefix('=').unwrap_or(to))?,
            },
            None => {
                let year = year(text)?.ok_or_else(fault)?;
                Self {
                    from: Some(year),
                    to: Some(year),
                }
            }
        };
        match (years.from, years.to) {
            (Some(from), Some(to)) if from > to => Err(fault()),
            _ => Ok(years),
        }
    }
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            (from, to) => {
                if let Some(from) = from {
                    write!(f, "{from}")?;
                }
                f.write_str("..")?;
                if let Some(to) = to {
                    write!(f, "{to}")?;
                }
                Ok(())
            }
        }
    }
}

/// Which versions of a document are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Versions {
    /// The newest of each document.
    #[default]
    Newest,
    /// All that were ever imported.
    All,
}

/// Which of several documents of one publisher on one country and year are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counted {
    /// The one that counts as the edition: not a draft before a draft, then the one changed last, then the one published
    /// last, then the first by name. So there is one report for each publisher, country and year.
    #[default]
    Edition,
    /// All, drafts and doubles too.
    All,
}

/// Which documents are meant; the default is the newest version of every edition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentFilter {
    /// Only these countries; all where empty.
    pub countries: Vec<CountryCode>,
    /// Only countries of these regions, as written in the register, case apart; all where empty.
    pub regions: Vec<String>,
    /// Only these years.
    pub years: Years,
    /// Only publishers whose name holds these words, case apart.
    pub publisher: Option<String>,
    /// Only documents with one of these names ("2023/veldania"); all where empty.
    pub names: Vec<String>,
    /// Newest version, or all.
    pub versions: Versions,
    /// One document for each publisher, country and year, or all.
    pub counted: Counted,
}

impl DocumentFilter {
    /// Everything that was ever imported.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            versions: Versions::All,
            counted: Counted::All,
            ..Self::default()
        }
    }

    /// Whether a document is meant.
    #[must_use]
    pub fn holds(&self, document: &Document) -> bool {
        let lower = |text: &str| text.to_lowercase();
        let region = || {
            document
                .country
                .and_then(|code| Countries::register().get(code))
                .map(|country| lower(&country.region))
        };
        (self.versions == Versions::All || document.newest)
            && (self.counted == Counted::All || document.edition)
            && self.years.hold(document.year)
            && (self.countries.is_empty()
                || document
                    .country
                    .is_some_and(|code| self.countries.contains(&code)))
            && (self.regions.is_empty()
                || region().is_some_and(|has| self.regions.iter().any(|r| lower(r) == has)))
            && self.publisher.as_ref().is_none_or(|wanted| {
                document
                    .publisher
                    .as_ref()
                    .is_some_and(|has| lower(has).contains(&lower(wanted)))
            })
            && (self.names.is_empty() || self.names.contains(&document.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_years_are_read_and_written() {
        for (text, inside, outside) in [
            ("2023", vec![2023], vec![2022, 2024]),
            ("2020..2022", vec![2020, 2021, 2022], vec![2019, 2023]),
            ("2022..", vec![2022, 2030], vec![2021]),
            ("..2019", vec![2019, 1990], vec![2020]),
            ("..", vec![1990, 2030], vec![]),
        ] {
            let years: Years = text.parse().expect(text);
            assert_eq!(years.to_string(), text);
            assert!(inside.iter().all(|year| years.hold(Some(*year))), "{text}");
            assert!(
                !outside.iter().any(|year| years.hold(Some(*year))),
                "{text}"
            );
        }
        assert!(!"2023".parse::<Years>().expect("a year").hold(None));
        for text in [
            "",
            "20",
            "2023-2024",
            "2024..2022",
            "x..",
            "2020..2021..2022",
        ] {
            assert!(text.parse::<Years>().is_err(), "{text}");
        }
    }
}
