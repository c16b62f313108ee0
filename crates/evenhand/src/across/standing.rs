//! `standing`: on one right or topic, where a country stands among all, its region, its peers.

use super::AcrossError;
use super::quote::Quote;
use super::shelf::{self, Held, Shelf, of_one_publisher};
use crate::Opened;
use evenhand_compare::across::standing::{
    Length, Measure, Standing, Tally, length, standing as lay_beside,
};
use evenhand_compare::across::term::Term;
use evenhand_report::Reading;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// All statements.
    All,
    /// Statements about an article of the Universal Declaration, first or second.
    Right(u8),
    /// Statements that hold a word or phrase.
    Topic(Term),
}

impl Matter {
    fn holds(&self, text: &str, reading: &Reading) -> bool {
        match self {
            Self::All => true,
            Self::Right(article) => reading.rights.iter().any(|right| right.article == *article),
            Self::Topic(term) => !term.find(text).is_empty(),
        }
    }

    /// As it is called in output.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::All => "all statements".to_owned(),
            Self::Right(article) => format!("article {article}"),
            Self::Topic(term) => format!("\"{}\"", term.text),
        }
    }
}

/// A measure with the quotes behind it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandingRow {
    /// The measure.
    #[serde(flatten)]
    pub standing: Standing,
    /// A few of the country's statements that count in it.
    pub quotes: Vec<Quote>,
}

/// Where a country stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stands {
    /// The country.
    pub country: String,
    /// The edition.
    pub year: u16,
    /// What was looked at.
    pub matter: String,
    /// Statements on it.
    pub statements: u64,
    /// Their words.
    pub words: u64,
    /// Words a statement in the country's report, and over all other countries together.
    pub words_a_statement: Option<f64>,
    /// The same over all other countries together.
    pub words_a_statement_elsewhere: Option<f64>,
    /// Whose edition it is.
    pub publisher: Option<String>,
    /// Publishers left out.
    pub left_out: Vec<String>,
    /// Peers asked for of whom the edition has no report.
    pub peers_missing: Vec<String>,
    /// How long statements and reports are.
    pub length: Length,
    /// Measures.
    pub measures: Vec<StandingRow>,
}

/// Lays a country beside the other countries of an edition; none where it has no report there.
/// `peers` names countries by their [`Held::place`].
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn standing(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
    country: &str,
    year: u16,
    matter: &Matter,
    peers: &[String],
    quoted: usize,
) -> Result<Option<Stands>, AcrossError> {
    let (chosen, publisher, left_out) =
        of_one_publisher(shelf, &|held| held.year == Some(year) && wanted(held));
    let mut counting = Counting::new(country, matter);
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| {
            let opened = opener.opened(at)?;
            let own = shelf.held().get(at).filter(|held| held.place() == country);
            Ok(count(&opened, own, matter, quoted))
        },
        &mut |at, counted| {
            if let Some(held) = shelf.held().get(at) {
                counting.take(held, counted);
            }
            Ok(())
        },
    )?;
    Ok(counting.stands(year, peers, publisher, left_out))
}

/// What one report has on a matter, with quotes where they are wanted.
pub(super) type Counted = (Tally, BTreeMap<Measure, Vec<Quote>>);

/// Counts one report; quotes are kept where it is the country's own.
pub(super) fn count(
    opened: &Opened,
    own: Option<&Held>,
    matter: &Matter,
    quoted: usize,
) -> Counted {
    let mut tally = Tally::default();
    let mut quotes: BTreeMap<Measure, Vec<Quote>> = BTreeMap::new();
    for (index, sentence) in opened.report.statements() {
        let text = opened.report.sentence_text(sentence);
        let Some(reading) = opened.readings.get(index.0 as usize) else {
            continue;
        };
        let on_matter = matter.holds(text, reading);
        tally.add(text, reading, on_matter);
        let Some(held) = own.filter(|_| on_matter) else {
            continue;
        };
        let shown = Measure::all()
            .into_iter()
            .filter(|one| one.shown_by(reading));
        for measure in shown {
            let kept = quotes.entry(measure).or_default();
            if kept.len() < quoted {
                kept.push(Quote::of(held, &opened.report, sentence, Vec::new()));
            }
        }
    }
    (tally, quotes)
}

/// The reports of an edition as they are counted, one after the other.
pub(super) struct Counting<'a> {
    country: &'a str,
    matter: &'a Matter,
    tallies: BTreeMap<String, (Tally, Option<&'static str>)>,
    own_quotes: BTreeMap<Measure, Vec<Quote>>,
}

impl<'a> Counting<'a> {
    pub(super) fn new(country: &'a str, matter: &'a Matter) -> Self {
        Self {
            country,
            matter,
            tallies: BTreeMap::new(),
            own_quotes: BTreeMap::new(),
        }
    }

    /// Takes up what a report has.
    pub(super) fn take(&mut self, held: &Held, (tally, quotes): Counted) {
        if held.place() == self.country {
            self.own_quotes = quotes;
        }
        self.tallies.insert(held.place(), (tally, held.region()));
    }

    /// Lays the country beside the others; none where it has no report.
    pub(super) fn stands(
        mut self,
        year: u16,
        peers: &[String],
        publisher: Option<String>,
        left_out: Vec<String>,
    ) -> Option<Stands> {
        let (own, region) = self.tallies.remove(self.country)?;
        let tallies = &self.tallies;
        let of = |holds: &dyn Fn(&str, Option<&str>) -> bool| -> Vec<&Tally> {
            tallies
                .iter()
                .filter(|(place, (_, region))| holds(place, *region))
                .map(|(_, (tally, _))| tally)
                .collect()
        };
        let mut groups = vec![("all".to_owned(), of(&|_, _| true))];
        if let Some(region) = region {
            groups.push((region.to_owned(), of(&|_, other| other == Some(region))));
        }
        if !peers.is_empty() {
            let is_peer = |place: &str, _: Option<&str>| peers.iter().any(|peer| peer == place);
            groups.push(("peers".to_owned(), of(&is_peer)));
        }
        let mean = |words: u64, statements: u64| {
            #[expect(
                clippy::cast_precision_loss,
                reason = "counts of words lie far below 2^53"
            )]
            let mean = words as f64 / statements as f64;
            (statements > 0).then_some(mean)
        };
        let elsewhere = tallies
            .values()
            .fold((0, 0), |(words, statements), (tally, _)| {
                (words + tally.words, statements + tally.statements)
            });
        let own_quotes = &mut self.own_quotes;
        let measures = lay_beside(&own, &groups)
            .into_iter()
            // All statements are all of the report: that says nothing.
            .filter(|(one, _)| *self.matter != Matter::All || *one != Measure::ShareOfReport)
            .map(|(measure, standing)| StandingRow {
                standing,
                quotes: own_quotes.remove(&measure).unwrap_or_default(),
            })
            .collect();
        Some(Stands {
            country: self.country.to_owned(),
            year,
            matter: self.matter.name(),
            statements: own.statements,
            words: own.words,
            words_a_statement: mean(own.words, own.statements),
            words_a_statement_elsewhere: mean(elsewhere.0, elsewhere.1),
            publisher,
            left_out,
            peers_missing: peers
                .iter()
                .filter(|peer| *peer != self.country && !tallies.contains_key(*peer))
                .cloned()
                .collect(),
            length: length(&own, &groups),
            measures,
        })
    }
}
