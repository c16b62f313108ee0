//! One report among the others of its edition: the same words there, formulas it lacks, where it stands.
//!
//! In: a report, on the disk or in the archive, and a shelf with other reports. Out: what part 9 of
//! the dossier shows, and the nearest earlier edition. Each other report is opened once, with its
//! stored readings. Only reports of the same publisher and year are compared; the rest is named.

mod edition;
mod same_words;

pub use same_words::{ClosenessCount, FoundIn, Placed, SameWords, SharedStatement};

use super::AcrossError;
use super::formulas::{self, Gathered, Missing, NEARLY_ALL};
use super::shelf::{self, Held, Shelf};
use super::standing::{Counting, Matter, Stands, count};
use crate::Opened;
use edition::Edition;
use evenhand_report::country::Countries;
use serde::Serialize;

/// Formulas shown that this report lacks.
const FORMULAS: usize = 20;
/// Quotes of a formula from other reports.
const FORMULA_QUOTES: usize = 1;
/// Quotes of the report for each measure.
const MEASURE_QUOTES: usize = 3;

/// A report among the others of its edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Elsewhere {
    /// Whose edition it is; none where the report does not tell.
    pub publisher: Option<String>,
    /// The edition; none where the report does not tell.
    pub year: Option<u16>,
    /// The country's region, as the register has it.
    pub region: Option<String>,
    /// The reports it was held against.
    pub compared: Vec<Compared>,
    /// Publishers with reports of the same year that were left out: an edition is one publisher's.
    pub left_out: Vec<String>,
    /// Its statements in the other reports; none where there are no others.
    pub same_words: Option<SameWords>,
    /// Formulas that most countries get and this one does not; none where there are no others.
    pub missing: Option<MissingFormulas>,
    /// Where it stands among the others, over all statements; none where there are no others.
    pub standing: Option<Stands>,
}

/// A report that was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Name of the document.
    pub document: String,
    /// The country's code, or the document's name without its year.
    pub country: String,
    /// The country's name in the register.
    pub country_name: Option<String>,
}

/// Formulas that most countries get and this one does not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MissingFormulas {
    /// Least share of the countries of the edition that get such a formula, in percent.
    pub least_percent: f64,
    /// How many there are.
    pub found: usize,
    /// Those that most countries get.
    pub formulas: Vec<Missing>,
}

/// Holds a report against the others of its edition on a shelf; `done` is told of each that was read.
///
/// # Errors
/// [`AcrossError`] when one of them cannot be opened.
pub fn elsewhere(
    shelf: &dyn Shelf,
    report: &Opened,
    done: &mut dyn FnMut(usize),
) -> Result<Elsewhere, AcrossError> {
    let edition = Edition::new(shelf, report);
    let own = edition.own().clone();
    let country = own.place();
    let mut found = Elsewhere {
        publisher: own.publisher.clone(),
        year: own.year,
        region: own.region().map(str::to_owned),
        compared: edition.others().map(compared).collect(),
        left_out: edition.left_out().to_vec(),
        same_words: None,
        missing: None,
        standing: None,
    };
    let (Some(year), false) = (own.year, found.compared.is_empty()) else {
        return Ok(found);
    };
    let chosen: Vec<usize> = (0..edition.held().len()).collect();
    let mut gathered = Gathered::none(
        &edition,
        (chosen.clone(), own.publisher.clone(), Vec::new()),
    );
    let mut counting = Counting::new(&country, &Matter::All);
    let mut read = 0;
    shelf::each(
        &edition,
        &chosen,
        &|opener, at| {
            let opened = opener.opened(at)?;
            let held = (at == edition.own_number()).then(|| edition.own());
            let counted = count(&opened, held, &Matter::All, MEASURE_QUOTES);
            Ok((formulas::masked(&opened.report), counted))
        },
        &mut |at, (masked, counted)| {
            gathered.add(masked);
            if let Some(held) = edition.held().get(at) {
                counting.take(held, counted);
            }
            read += 1;
            done(read);
            Ok(())
        },
    )?;
    found.same_words = Some(same_words::same_words(&edition, &gathered, report)?);
    let (missing, all) =
        gathered.missing(Some(&country), NEARLY_ALL / 100.0, FORMULAS, FORMULA_QUOTES)?;
    found.missing = Some(MissingFormulas {
        least_percent: NEARLY_ALL,
        found: all,
        formulas: missing,
    });
    found.standing = counting.stands(year, &[], own.publisher.clone(), found.left_out.clone());
    Ok(found)
}

/// The nearest earlier edition of a report on a shelf: same publisher, same country.
///
/// # Errors
/// [`AcrossError`] when it cannot be opened.
pub fn earlier_edition(shelf: &dyn Shelf, report: &Opened) -> Result<Option<Opened>, AcrossError> {
    let own = held(report);
    let (Some(year), Some(_)) = (own.year, &own.publisher) else {
        return Ok(None);
    };
    let earlier = |other: &&(usize, &Held)| {
        let (_, other) = other;
        other.publisher == own.publisher
            && other.place() == own.place()
            && other.year.is_some_and(|other| other < year)
    };
    let all: Vec<(usize, &Held)> = shelf.held().iter().enumerate().collect();
    match all.iter().filter(earlier).max_by_key(|(_, held)| held.year) {
        Some((at, _)) => shelf.opener()?.opened(*at).map(Some),
        None => Ok(None),
    }
}

/// How many reports [`elsewhere`] will read.
#[must_use]
pub fn others(shelf: &dyn Shelf, report: &Opened) -> usize {
    Edition::new(shelf, report).others().count()
}

/// A report as it would stand on a shelf.
fn held(report: &Opened) -> Held {
    let identity = &report.report.identity;
    Held {
        document: identity.document.clone(),
        country: identity.country,
        year: identity.year,
        publisher: identity.publisher.clone(),
    }
}

fn compared(held: &Held) -> Compared {
    let country = held
        .country
        .and_then(|code| Countries::register().get(code));
    Compared {
        document: held.document.clone(),
        country: held.place(),
        country_name: country.map(|country| country.name.clone()),
    }
}

#[cfg(test)]
mod tests;
