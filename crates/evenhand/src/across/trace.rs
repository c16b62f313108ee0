//! `trace`: where a name, label or formula stands in each edition, and how it changes.
//!
//! In: reports and a term. Out: for each edition its rate, and for a person the words that describe
//! them, year by year, or that they were not named; first and last use. Every number has quotes.

pub use super::picture::html;
use super::quote::Quote;
use super::shelf::{self, Held, Shelf, of_one_publisher};
use super::terms::INTERVAL;
use super::{AcrossError, Opens};
use evenhand_compare::across::interval::{self, Interval};
use evenhand_compare::across::term::Term;
use evenhand_names::{Grade, Kind, Name};
use evenhand_report::{NameKind, NameMention, Reading, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// Words that describe a person in one edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Described {
    /// The words, as printed first.
    pub words: String,
    /// How often.
    pub times: u64,
    /// Where, the first few.
    pub quotes: Vec<Quote>,
}

/// A term in one edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TracedEdition {
    /// The edition.
    pub year: u16,
    /// Reports looked at.
    pub reports: u64,
    /// Their words.
    pub words: u64,
    /// How often the term stands.
    pub count: u64,
    /// Times in 10,000 words, with its interval.
    pub per_10_000_words: Interval,
    /// Reports it stands in.
    pub reports_with: u64,
    /// Their countries.
    pub countries: Vec<String>,
    /// How often it stands in the name of a person.
    pub as_person: u64,
    /// How a person of that name is described; empty where they are named without a description.
    pub descriptions: Vec<Described>,
    /// How often such a person is named with no description beside the name.
    pub undescribed: u64,
    /// Quotes, the first few.
    pub quotes: Vec<Quote>,
}

/// A term through the years.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trace {
    /// The term.
    pub term: String,
    /// Whose editions they are.
    pub publisher: Option<String>,
    /// Publishers in the archive that were left out.
    pub left_out: Vec<String>,
    /// How intervals were made.
    pub interval: &'static str,
    /// Editions, earliest first; those without the term too: not named there.
    pub editions: Vec<TracedEdition>,
    /// Its first use.
    pub first: Option<Quote>,
    /// Its last use.
    pub last: Option<Quote>,
    /// All uses.
    pub count: u64,
}

impl Trace {
    /// Whether the term is, somewhere, the name of a person.
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.editions.iter().any(|edition| edition.as_person > 0)
    }
}

/// What one report has of a term.
#[derive(Default)]
struct Uses {
    words: u64,
    count: u64,
    quotes: Vec<Quote>,
    last: Option<Quote>,
    as_person: u64,
    undescribed: u64,
    described: Vec<(String, Quote)>,
}

/// Whether a person's name is the one asked for, in another spelling, order or script; a surname alone
/// stands for everybody of that name. A letter apart is not enough: that is as often somebody else.
fn same_person(asked: &Name, named: &str) -> bool {
    let same = |named: &str| {
        let found = asked.compare(&Name::read(named, Kind::Person));
        found.same && matches!(found.grade, Grade::Equal | Grade::Variant)
    };
    let one_word = asked.text().split_whitespace().count() == 1;
    let surname = named.split_whitespace().next_back();
    same(named) || one_word && surname.is_some_and(same)
}

/// Follows a term through the editions of the reports that `wanted` lets through. Up to `quoted`
/// quotes an edition are kept. With `person` the term is a person's name, and persons named in another
/// spelling of it are taken too.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn trace(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
    term: &Term,
    person: bool,
    quoted: usize,
) -> Result<Trace, AcrossError> {
    let (chosen, publisher, left_out) =
        of_one_publisher(shelf, &|held| held.year.is_some() && wanted(held));
    let person = person.then(|| Name::read(&term.text, Kind::Person));
    let mut by_year: BTreeMap<u16, Vec<(usize, Uses)>> = BTreeMap::new();
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| match shelf.held().get(at) {
            Some(held) => uses(opener, at, held, term, person.as_ref(), quoted),
            None => Ok(Uses::default()),
        },
        &mut |at, uses| {
            let year = shelf.held().get(at).and_then(|held| held.year).unwrap_or(0);
            by_year.entry(year).or_default().push((at, uses));
            Ok(())
        },
    )?;
    let mut first = None;
    let mut last = None;
    let mut editions = Vec::new();
    for (year, reports) in by_year {
        if first.is_none() {
            first = reports
                .iter()
                .find_map(|(_, uses)| uses.quotes.first().cloned());
        }
        if let Some(quote) = reports.iter().rev().find_map(|(_, uses)| uses.last.clone()) {
            last = Some(quote);
        }
        editions.extend(edition(shelf, year, reports, quoted));
    }
    Ok(Trace {
        term: term.text.clone(),
        publisher,
        left_out,
        interval: INTERVAL,
        count: editions.iter().map(|edition| edition.count).sum(),
        editions,
        first,
        last,
    })
}

fn uses(
    opener: &mut dyn Opens,
    at: usize,
    held: &Held,
    term: &Term,
    person: Option<&Name>,
    quoted: usize,
) -> Result<Uses, AcrossError> {
    let report = opener.report(at)?;
    let mut found = Uses::default();
    let mut spots: Vec<(usize, Vec<Span>)> = Vec::new();
    for (index, sentence) in report.statements() {
        let text = report.sentence_text(sentence);
        found.words += text.split_whitespace().count() as u64;
        let places = term.find(text);
        if !places.is_empty() {
            spots.push((index.0 as usize, places));
        }
    }
    // Readings are fetched only where they can add something.
    if spots.is_empty() && person.is_none() {
        return Ok(found);
    }
    let opened = opener.opened(at)?;
    let mut spots: BTreeMap<usize, Vec<Span>> = spots.into_iter().collect();
    if let Some(person) = person {
        for (index, _) in report.statements() {
            let text = report.sentence_text(&report.sentences[index.0 as usize]);
            let reading = opened.readings.get(index.0 as usize);
            for name in reading.iter().flat_map(|reading| &reading.names) {
                let here = spots.entry(index.0 as usize).or_default();
                let known = here.iter().any(|span| span.overlaps(name.span));
                if name.kind == NameKind::Person
                    && !known
                    && same_person(person, name.span.of(text))
                {
                    here.push(name.span);
                }
            }
        }
    }
    for (index, mut places) in spots {
        let (Some(sentence), false) = (report.sentences.get(index), places.is_empty()) else {
            continue;
        };
        places.sort_unstable();
        found.count += places.len() as u64;
        let text = report.sentence_text(sentence);
        let quote = Quote::of(held, &report, sentence, places.clone());
        for name in opened
            .readings
            .get(index)
            .map_or(&[][..], |r: &Reading| &r.names)
        {
            if name.kind != NameKind::Person || !places.iter().any(|span| span.overlaps(name.span))
            {
                continue;
            }
            found.as_person += 1;
            match description(text, name) {
                Some(words) => found.described.push((words, quote.clone())),
                None => found.undescribed += 1,
            }
        }
        if found.quotes.len() < quoted.max(1) {
            found.quotes.push(quote.clone());
        }
        found.last = Some(quote);
    }
    Ok(found)
}

fn description(text: &str, name: &NameMention) -> Option<String> {
    let words = name.description?.of(text).trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn edition(
    shelf: &dyn Shelf,
    year: u16,
    reports: Vec<(usize, Uses)>,
    quoted: usize,
) -> Option<TracedEdition> {
    let pairs: Vec<(u64, u64)> = reports
        .iter()
        .map(|(_, uses)| (uses.count, uses.words))
        .collect();
    let rate = interval::ratio(&pairs)?.times(evenhand_compare::across::terms::PER_WORDS);
    let mut described: BTreeMap<String, Described> = BTreeMap::new();
    let mut quotes = Vec::new();
    let mut countries = Vec::new();
    let (mut as_person, mut undescribed, mut with) = (0, 0, 0);
    for (at, uses) in &reports {
        if uses.count > 0 {
            with += 1;
            countries.extend(shelf.held().get(*at).map(Held::place));
        }
        as_person += uses.as_person;
        undescribed += uses.undescribed;
        for (words, quote) in &uses.described {
            let key = words
                .to_lowercase()
                .trim_start_matches("the ")
                .trim_start_matches("a ")
                .trim_start_matches("an ")
                .to_owned();
            let one = described.entry(key.clone()).or_insert_with(|| Described {
                words: key,
                times: 0,
                quotes: Vec::new(),
            });
            one.times += 1;
            if one.quotes.len() < quoted {
                one.quotes.push(quote.clone());
            }
        }
        let room = quoted.saturating_sub(quotes.len());
        quotes.extend(uses.quotes.iter().take(room).cloned());
    }
    let mut descriptions: Vec<Described> = described.into_values().collect();
    descriptions.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.words.cmp(&b.words)));
    Some(TracedEdition {
        year,
        reports: reports.len() as u64,
        words: pairs.iter().map(|(_, words)| words).sum(),
        count: pairs.iter().map(|(count, _)| count).sum(),
        per_10_000_words: rate,
        reports_with: with,
        countries,
        as_person,
        descriptions,
        undescribed,
        quotes,
    })
}
