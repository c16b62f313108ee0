//! The reports to hold a reply against, read and put on the shelf.
//!
//! In: what the user names. Out: [`Shelved`]: a [`Shelf`] with the report replied to first, and the editions of
//! its country opened, for the registers. The editions are annotated; reports on other countries are only read,
//! unless they are few or the reply names the country.

use super::{Beside, CheckError};
use crate::archive::{self, Archive, Document, DocumentFilter, FromArchiveError, Years};
use crate::{OpenError, Opened, Sha256, Source};
use evenhand_compare::reply::{Shelf, Volume};
use evenhand_read::Given;
use evenhand_report::country::{Countries, CountryCode};

/// Up to so many reports on other countries are annotated too, and those of up to so many countries that the reply names.
const FEW: usize = 8;
const NAMED: usize = 16;

/// The shelf, and what registers are held against.
pub(super) struct Shelved {
    pub(super) shelf: Shelf,
    /// The report replied to.
    pub(super) main: Opened,
    /// Its other editions; none where there are no measures to look for.
    pub(super) editions: Vec<Opened>,
}

/// A report on the shelf; opened, where it is an edition that measures are looked for in.
type OnShelf = (Volume, Option<Opened>);

/// Reads the reports and puts them on a shelf.
pub(super) fn shelf(beside: &Beside<'_>, reply: &str) -> Result<Shelved, CheckError> {
    let Some((first, rest)) = beside.against.split_first() else {
        return Err(CheckError::NoReport);
    };
    let main = open(first, &beside.given)?;
    if main.report.sentences.is_empty() {
        return Err(CheckError::EmptyReport {
            path: first.label(),
        });
    }
    let name = main.report.identity.document.clone();
    let rest: Vec<&Source> = rest
        .iter()
        .filter(|source| source.document() != name)
        .collect();
    let few = rest.len() <= FEW;
    let country = main.report.identity.country;
    let slug = slug(&name).to_owned();
    let wanted = !beside.measures.is_empty();
    let named = named(reply);
    let put = |mut opened: Opened| {
        let identity = &opened.report.identity;
        let own = match (identity.country, country) {
            (Some(one), Some(other)) => one == other,
            _ => self::slug(&identity.document) == slug,
        };
        if own || few || identity.country.is_some_and(|code| named.contains(&code)) {
            opened.readings = evenhand_annotate::annotate(&opened.report);
        }
        let volume = Volume::of(&opened.report, &opened.readings);
        (volume, (own && wanted).then_some(opened))
    };
    let mut volumes = vec![Volume::of(&main.report, &main.readings)];
    let mut editions = Vec::new();
    // Reports on other countries may be some two hundred: all cores read them.
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let size = rest.len().div_ceil(workers).max(1);
    let parts: Vec<Result<Vec<OnShelf>, OpenError>> = std::thread::scope(|scope| {
        let handles: Vec<_> = rest
            .chunks(size)
            .map(|chunk| {
                let put = &put;
                scope.spawn(move || {
                    chunk
                        .iter()
                        .map(|source| read(source, &Given::default()).map(put))
                        .collect()
                })
            })
            .collect();
        handles
            .into_iter()
            .map(|handle| match handle.join() {
                Ok(part) => part,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    });
    for (volume, opened) in parts
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
    {
        volumes.push(volume);
        editions.extend(opened);
    }
    if let Some(archive) = beside.archive {
        from_archive(archive, wanted, &named, &mut volumes, &mut editions)?;
    }
    editions.sort_by_key(|edition| edition.report.identity.year);
    Ok(Shelved {
        shelf: Shelf::new(volumes),
        main,
        editions,
    })
}

/// Adds what the archive has: the country's other editions with their readings, and the other countries of the year.
fn from_archive(
    archive: &Archive,
    wanted: bool,
    named: &[CountryCode],
    volumes: &mut Vec<Volume>,
    editions: &mut Vec<Opened>,
) -> Result<(), CheckError> {
    let Some((country, year)) = volumes.first().map(|main| (main.country, main.year)) else {
        return Ok(());
    };
    let there: Vec<String> = volumes
        .iter()
        .map(|volume| volume.document.clone())
        .collect();
    let new = |document: &Document| !there.contains(&document.name);
    if let Some(code) = country {
        let filter = DocumentFilter {
            countries: vec![code],
            ..DocumentFilter::default()
        };
        archive::opened::<_, FromArchiveError>(
            archive,
            &filter,
            None,
            |document, opened| {
                new(document).then(|| {
                    let volume = Volume::of(&opened.report, &opened.readings);
                    (volume, wanted.then_some(opened))
                })
            },
            |_, found| {
                if let Some((volume, opened)) = found {
                    volumes.push(volume);
                    editions.extend(opened);
                }
                Ok(())
            },
        )?;
    }
    if year.is_some() {
        let filter = DocumentFilter {
            years: Years {
                from: year,
                to: year,
            },
            ..DocumentFilter::default()
        };
        archive::reports::<_, FromArchiveError>(
            archive,
            &filter,
            None,
            |document, report| {
                (new(document) && (document.country.is_none() || document.country != country)).then(
                    || {
                        let readings = match document.country {
                            Some(code) if named.contains(&code) => {
                                evenhand_annotate::annotate(&report)
                            }
                            _ => Vec::new(),
                        };
                        Volume::of(&report, &readings)
                    },
                )
            },
            |_, volume| {
                volumes.extend(volume);
                Ok(())
            },
        )?;
    }
    Ok(())
}

/// The countries that a reply names: reports on them are annotated, so that their figures and sources can be held
/// against it.
fn named(reply: &str) -> Vec<CountryCode> {
    let mut named = evenhand_compare::reply::countries_named(reply);
    named.truncate(NAMED);
    named
}

fn open(source: &Source, given: &Given) -> Result<Opened, OpenError> {
    let mut opened = read(source, given)?;
    opened.readings = evenhand_annotate::annotate(&opened.report);
    Ok(opened)
}

/// Reads a report; nothing is noted on it yet.
fn read(source: &Source, given: &Given) -> Result<Opened, OpenError> {
    let bytes = source.bytes()?;
    let given = Given {
        document: source.document(),
        ..given.clone()
    };
    Ok(Opened {
        report: evenhand_read::read(&bytes, &given)?,
        readings: Vec::new(),
        sha256: Sha256::of(&bytes),
        bytes: bytes.len() as u64,
    })
}

fn slug(document: &str) -> &str {
    document.rsplit('/').next().unwrap_or(document)
}

/// Where a name stands first as whole words ("Niger" is no part of "Nigeria"), and how often it does.
fn whole_words(text: &str, name: &str) -> Option<(usize, usize)> {
    let letter = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
    let mut found = text.match_indices(name).filter(|(at, _)| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|after| after.chars().next());
        !letter(before) && !letter(after)
    });
    let (first, _) = found.next()?;
    Some((first, 1 + found.count()))
}

/// So many words of a reply that never names the report's country call for one more mention of another country, before
/// the reply is taken to be about that one: people write "our country" and mention a neighbour.
const WORDS_A_MENTION: usize = 200;

/// A reply that names another country again and again and never the report's own answers another report.
pub(super) fn same_country(path: &str, reply: &Opened, shelf: &Shelf) -> Result<(), CheckError> {
    let Some(main) = shelf.main() else {
        return Err(CheckError::NoReport);
    };
    let Some(code) = main.country else {
        return Ok(());
    };
    let text = &reply.report.text;
    // Where a country is named first, and how often it is named.
    let named = |code: CountryCode| -> Option<(usize, usize)> {
        let country = Countries::register().get(code)?;
        let names: Vec<&String> = std::iter::once(&country.name)
            .chain(&country.names)
            .chain(&country.adjectives)
            .chain(&country.capitals)
            .filter(|name| name.chars().count() > 3)
            .collect();
        names
            .iter()
            .filter_map(|name| whole_words(text, name))
            .reduce(|(first, often), (at, times)| (first.min(at), often.max(times)))
    };
    if named(code).is_some() {
        return Ok(());
    }
    let enough = 1 + text.split_whitespace().count() / WORDS_A_MENTION;
    let other = Countries::register()
        .all()
        .iter()
        .filter(|country| country.code != code)
        .filter_map(|country| named(country.code).map(|(at, often)| (at, often, country)))
        .filter(|(_, often, _)| *often >= enough)
        .min_by_key(|(at, _, country)| (*at, country.code));
    let Some((at, _, other)) = other else {
        return Ok(());
    };
    let before = text.get(..at).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Err(CheckError::OtherCountry {
        path: path.to_owned(),
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).unwrap_or("").chars().count() + 1,
        found: other.name.clone(),
        expected: Countries::register()
            .get(code)
            .map_or_else(|| code.to_string(), |country| country.name.clone()),
        report: main.document.clone(),
    })
}
