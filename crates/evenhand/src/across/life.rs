//! `life`: since which edition each sentence of a country's report stands, and what kind of text it is.

use super::AcrossError;
use super::formulas;
use super::quote::Quote;
use super::shelf::{self, Held, Shelf, of_one_publisher};
use crate::Opened;
use evenhand_compare::across::life::{Carried, TextKind, carried, kind, lives};
use evenhand_compare::editions::lives as lives_of_editions;
use evenhand_report::Report;
use serde::Serialize;
use std::collections::BTreeSet;

/// One sentence and since when it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LifeRow {
    /// The sentence.
    #[serde(flatten)]
    pub quote: Quote,
    /// What kind of text it is.
    pub kind: TextKind,
    /// The edition since which it stands word for word.
    pub verbatim_since: Option<u16>,
    /// The edition since which it stands, edited or not.
    pub near_since: Option<u16>,
    /// Where it stood in that edition.
    pub first_pin: String,
    /// Its words there.
    pub first_text: String,
}

/// What one edition carried over from the one before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CarriedEdition {
    /// The edition.
    pub year: Option<u16>,
    /// The edition before, as far as it is at hand.
    pub before: Option<u16>,
    /// In all, and by kind of text.
    pub shares: Vec<Carried>,
}

/// The lives of the sentences of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lives {
    /// The country.
    pub country: String,
    /// The edition looked at.
    pub year: Option<u16>,
    /// Whose editions they are.
    pub publisher: Option<String>,
    /// Publishers left out.
    pub left_out: Vec<String>,
    /// Every edition at hand, earliest first.
    pub editions: Vec<CarriedEdition>,
    /// The sentences of the edition looked at, in its order.
    pub sentences: Vec<LifeRow>,
}

/// A sentence is a formula where it stands, names and numbers aside, in this share of the reports of
/// its edition.
const FORMULA_SHARE: usize = 10;
/// And in as many reports at least.
const FORMULA_REPORTS: usize = 3;

/// Follows the sentences of the edition `year` (the newest where none) of the country that `wanted`
/// lets through back to their first edition. `others` are the reports formulas are looked for in.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn life(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
    others: &dyn Fn(&Held) -> bool,
    year: Option<u16>,
) -> Result<Option<Lives>, AcrossError> {
    let (mut chosen, publisher, left_out) = of_one_publisher(shelf, &|held| {
        wanted(held) && held.year.is_some() && year.is_none_or(|year| held.year <= Some(year))
    });
    chosen.sort_by_key(|at| shelf.held().get(*at).and_then(|held| held.year));
    let mut opened: Vec<(Held, Opened)> = Vec::new();
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| opener.opened(at),
        &mut |at, one| {
            opened.extend(shelf.held().get(at).map(|held| (held.clone(), one)));
            Ok(())
        },
    )?;
    let Some((last, _)) = opened.last() else {
        return Ok(None);
    };
    if year.is_some() && last.year != year {
        return Ok(None);
    }
    let reports: Vec<&Report> = opened.iter().map(|(_, one)| &one.report).collect();
    let all = lives_of_editions(&reports);
    let mut editions = Vec::new();
    let mut sentences = Vec::new();
    for (which, (held, one)) in opened.iter().enumerate() {
        let formulas = formulas::shared(
            shelf,
            &|other| other.year == held.year && other.publisher == held.publisher && others(other),
            &held.document,
            FORMULA_SHARE,
            FORMULA_REPORTS,
        )?;
        let kinds = kinds(one, &formulas);
        let found = lives(&all, which, &kinds);
        let before = which.checked_sub(1).and_then(|at| opened.get(at)?.0.year);
        editions.push(CarriedEdition {
            year: held.year,
            before,
            shares: if before.is_some() {
                carried(&found, which)
            } else {
                Vec::new()
            },
        });
        if which + 1 == opened.len() {
            sentences = found
                .iter()
                .filter_map(|life| {
                    let sentence = one.report.sentences.get(life.sentence.0 as usize)?;
                    let (first_held, first) = opened.get(life.near_since)?;
                    let first_sentence = first.report.sentences.get(life.first.0 as usize)?;
                    Some(LifeRow {
                        quote: Quote::of(held, &one.report, sentence, Vec::new()),
                        kind: life.kind,
                        verbatim_since: opened.get(life.verbatim_since)?.0.year,
                        near_since: first_held.year,
                        first_pin: first.report.pin(first_sentence),
                        first_text: first.report.sentence_text(first_sentence).to_owned(),
                    })
                })
                .collect();
        }
    }
    Ok(Some(Lives {
        country: last.place(),
        year: last.year,
        publisher,
        left_out,
        editions,
        sentences,
    }))
}

fn kinds(one: &Opened, formulas: &BTreeSet<u32>) -> Vec<TextKind> {
    (0..)
        .zip(&one.report.sentences)
        .zip(&one.readings)
        .map(|((number, sentence), reading)| {
            kind(
                one.report.sentence_text(sentence),
                reading,
                formulas.contains(&number),
            )
        })
        .collect()
}
