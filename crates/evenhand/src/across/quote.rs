//! Quotes with their pin-cites, fetched for the sentences an answer rests on.

use super::AcrossError;
use super::shelf::{self, Held, Shelf};
use evenhand_report::{Report, Sentence, SentenceId, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// A sentence as it is quoted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quote {
    /// Name of the document.
    pub document: String,
    /// The country's code, or the document's name without its year.
    pub country: String,
    /// The edition.
    pub year: Option<u16>,
    /// Where the sentence stands, for people.
    pub pin: String,
    /// Its stable name.
    pub sentence_id: SentenceId,
    /// Its words.
    pub text: String,
    /// The stretches of it that an answer rests on, as bytes from its start; none for all of it.
    pub marks: Vec<Span>,
}

impl Quote {
    /// Quotes a sentence of a report.
    #[must_use]
    pub fn of(held: &Held, report: &Report, sentence: &Sentence, marks: Vec<Span>) -> Self {
        Self {
            document: held.document.clone(),
            country: held.place(),
            year: held.year,
            pin: report.pin(sentence),
            sentence_id: sentence.id,
            text: report.sentence_text(sentence).to_owned(),
            marks,
        }
    }
}

/// The sentences at these places (number of the report on the shelf, number of the sentence), in
/// the order asked.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn quotes(shelf: &dyn Shelf, places: &[(usize, u32)]) -> Result<Vec<Quote>, AcrossError> {
    let mut by_report: BTreeMap<usize, Vec<(usize, u32)>> = BTreeMap::new();
    for (order, (report, sentence)) in places.iter().enumerate() {
        by_report
            .entry(*report)
            .or_default()
            .push((order, *sentence));
    }
    let chosen: Vec<usize> = by_report.keys().copied().collect();
    let mut found: Vec<(usize, Quote)> = Vec::with_capacity(places.len());
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| {
            let report = opener.report(at)?;
            let held = shelf.held().get(at);
            let wanted = by_report.get(&at).map_or(&[][..], Vec::as_slice);
            let quote = |(order, number): &(usize, u32)| {
                let sentence = report.sentences.get(*number as usize)?;
                Some((*order, Quote::of(held?, &report, sentence, Vec::new())))
            };
            Ok(wanted.iter().filter_map(quote).collect::<Vec<_>>())
        },
        &mut |_, quotes| {
            found.extend(quotes);
            Ok(())
        },
    )?;
    found.sort_by_key(|(order, _)| *order);
    Ok(found.into_iter().map(|(_, quote)| quote).collect())
}
