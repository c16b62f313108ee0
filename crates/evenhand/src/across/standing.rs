//! `standing`: on one right or topic, where a country stands among all, its region, its peers.

use super::AcrossError;
use super::quote::Quote;
use super::shelf::{self, Held, Shelf, of_one_publisher};
use evenhand_compare::across::standing::{Measure, Standing, Tally, standing as lay_beside};
use evenhand_compare::across::term::Term;
use evenhand_report::{Reading, Sentence};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// Statements about an article of the Universal Declaration, first or second.
    Right(u8),
    /// Statements that hold a word or phrase.
    Topic(Term),
}

impl Matter {
    fn holds(&self, text: &str, reading: &Reading) -> bool {
        match self {
            Self::Right(article) => reading.rights.iter().any(|right| right.article == *article),
            Self::Topic(term) => !term.find(text).is_empty(),
        }
    }

    /// As it is called in output.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
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
    let mut tallies: BTreeMap<String, (Tally, Option<&'static str>)> = BTreeMap::new();
    let mut own_quotes: BTreeMap<Measure, Vec<Quote>> = BTreeMap::new();
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| {
            let opened = opener.opened(at)?;
            let mut tally = Tally::default();
            let mut quotes: BTreeMap<Measure, Vec<Quote>> = BTreeMap::new();
            let held = shelf.held().get(at);
            for (index, sentence) in opened.report.statements() {
                let text = opened.report.sentence_text(sentence);
                let Some(reading) = opened.readings.get(index.0 as usize) else {
                    continue;
                };
                let on_matter = matter.holds(text, reading);
                tally.add(text, reading, on_matter);
                if let Some(held) = held.filter(|held| on_matter && held.place() == country) {
                    let quote =
                        |sentence: &Sentence| Quote::of(held, &opened.report, sentence, Vec::new());
                    for measure in Measure::all()
                        .into_iter()
                        .filter(|one| one.shown_by(reading))
                    {
                        let kept = quotes.entry(measure).or_default();
                        if kept.len() < quoted {
                            kept.push(quote(sentence));
                        }
                    }
                }
            }
            Ok((tally, quotes))
        },
        &mut |at, (tally, quotes)| {
            if let Some(held) = shelf.held().get(at) {
                if held.place() == country {
                    own_quotes = quotes;
                }
                tallies.insert(held.place(), (tally, held.region()));
            }
            Ok(())
        },
    )?;
    let Some((own, region)) = tallies.remove(country) else {
        return Ok(None);
    };
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
    let measures = lay_beside(&own, &groups)
        .into_iter()
        .map(|(measure, standing)| StandingRow {
            standing,
            quotes: own_quotes.remove(&measure).unwrap_or_default(),
        })
        .collect();
    Ok(Some(Stands {
        country: country.to_owned(),
        year,
        matter: matter.name(),
        statements: own.statements,
        words: own.words,
        words_a_statement: mean(own.words, own.statements),
        words_a_statement_elsewhere: mean(elsewhere.0, elsewhere.1),
        publisher,
        left_out,
        peers_missing: peers
            .iter()
            .filter(|peer| *peer != country && !tallies.contains_key(*peer))
            .cloned()
            .collect(),
        measures,
    }))
}
