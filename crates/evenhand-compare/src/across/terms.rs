//! Terms by edition: counts with their rates, on the countries that every edition covers.
//!
//! In: what was counted in each report. Out: a row an edition, and the countries that dropped out
//! with the editions they are missing from. Nothing is read or counted here.

use super::interval::{self, Interval};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Words to which rates are related.
pub const PER_WORDS: f64 = 10_000.0;

/// What was counted in one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The country's code, or the name of the report where it has none.
    pub country: String,
    /// The edition.
    pub year: u16,
    /// How many words the report has.
    pub words: u64,
    /// How often each term stands in it.
    pub counts: Vec<u64>,
}

evenhand_report::written_enum! {
    /// Which reports are compared.
    pub enum Basis {
        /// Only countries that every edition covers.
        Matched = "matched",
        /// Every report there is.
        All = "all",
    }
}

/// One term in one edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TermRate {
    /// How often it stands.
    pub count: u64,
    /// Times in 10,000 words, with its interval.
    pub per_10_000_words: Interval,
    /// Times a report.
    pub per_report: f64,
    /// How many reports hold it at all.
    pub reports_with: u64,
    /// Their share, with its interval.
    pub share_of_reports: Interval,
}

/// One edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditionTerms {
    /// The edition.
    pub year: u16,
    /// Reports counted.
    pub reports: u64,
    /// Words counted.
    pub words: u64,
    /// One entry a term, in the order asked.
    pub terms: Vec<TermRate>,
}

/// A country left out of a matched comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DroppedOut {
    /// The country.
    pub country: String,
    /// The editions that do not cover it.
    pub missing_in: Vec<u16>,
}

/// Terms by edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TermTable {
    /// Which reports are compared.
    pub basis: Basis,
    /// Editions, earliest first.
    pub editions: Vec<EditionTerms>,
    /// Countries left out, by name; none on the basis of all reports.
    pub dropped_out: Vec<DroppedOut>,
}

/// The countries that every edition covers, and those that drop out.
#[must_use]
pub fn matched<'a>(
    reports: impl Iterator<Item = (&'a str, u16)>,
) -> (BTreeSet<&'a str>, Vec<DroppedOut>) {
    let mut years: BTreeSet<u16> = BTreeSet::new();
    let mut covered: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for (country, year) in reports {
        years.insert(year);
        covered.entry(country).or_default().insert(year);
    }
    let (mut kept, mut dropped) = (BTreeSet::new(), Vec::new());
    for (country, here) in covered {
        if here.len() == years.len() {
            kept.insert(country);
        } else {
            dropped.push(DroppedOut {
                country: country.to_owned(),
                missing_in: years.difference(&here).copied().collect(),
            });
        }
    }
    (kept, dropped)
}

/// Gathers what was counted into editions. Reports of one country and edition are taken together.
#[must_use]
pub fn by_edition(counted: &[Counted], terms: usize, basis: Basis) -> TermTable {
    let (kept, dropped) = matched(counted.iter().map(|one| (one.country.as_str(), one.year)));
    let mut editions: BTreeMap<u16, Vec<&Counted>> = BTreeMap::new();
    for one in counted {
        let here = editions.entry(one.year).or_default();
        if basis == Basis::All || kept.contains(one.country.as_str()) {
            here.push(one);
        }
    }
    TermTable {
        basis,
        editions: editions
            .into_iter()
            .filter_map(|(year, reports)| edition(year, &reports, terms))
            .collect(),
        dropped_out: match basis {
            Basis::Matched => dropped,
            Basis::All => Vec::new(),
        },
    }
}

fn edition(year: u16, reports: &[&Counted], terms: usize) -> Option<EditionTerms> {
    let words: u64 = reports.iter().map(|one| one.words).sum();
    let rates = (0..terms)
        .map(|term| {
            let of = |one: &Counted| one.counts.get(term).copied().unwrap_or(0);
            let pairs: Vec<(u64, u64)> = reports.iter().map(|one| (of(one), one.words)).collect();
            let count = pairs.iter().map(|(count, _)| count).sum();
            let with = pairs.iter().filter(|(count, _)| *count > 0).count() as u64;
            Some(TermRate {
                count,
                per_10_000_words: interval::ratio(&pairs)?.times(PER_WORDS),
                per_report: interval::number(count) / interval::number(pairs.len() as u64),
                reports_with: with,
                share_of_reports: interval::share(with, pairs.len() as u64)?,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    Some(EditionTerms {
        year,
        reports: reports.len() as u64,
        words,
        terms: rates,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(country: &str, year: u16, words: u64, count: u64) -> Counted {
        Counted {
            country: country.to_owned(),
            year,
            words,
            counts: vec![count],
        }
    }

    #[test]
    fn a_country_missing_from_one_edition_drops_out_of_all_and_is_named() {
        let counted = [
            report("XVD", 2022, 1000, 4),
            report("XHS", 2022, 3000, 20),
            report("XVD", 2023, 500, 4),
        ];
        let table = by_edition(&counted, 1, Basis::Matched);
        let counts: Vec<(u16, u64, u64)> = table
            .editions
            .iter()
            .map(|edition| (edition.year, edition.words, edition.terms[0].count))
            .collect();
        assert_eq!(counts, [(2022, 1000, 4), (2023, 500, 4)]);
        assert_eq!(
            table.dropped_out,
            [DroppedOut {
                country: "XHS".to_owned(),
                missing_in: vec![2023]
            }]
        );
        let rate = table.editions[1].terms[0].per_10_000_words;
        assert!(
            (rate.value - 80.0).abs() < 1e-9,
            "the text halved, the rate doubled"
        );
        let all = by_edition(&counted, 1, Basis::All);
        assert_eq!(all.editions[0].terms[0].count, 24);
        assert!(all.dropped_out.is_empty());
    }

    #[test]
    fn where_no_country_is_in_every_edition_there_is_no_row() {
        let counted = [report("XVD", 2022, 10, 1), report("XHS", 2023, 10, 1)];
        let table = by_edition(&counted, 1, Basis::Matched);
        assert!(table.editions.is_empty());
        assert_eq!(table.dropped_out.len(), 2);
    }
}
