//! `terms`: how often words and phrases stand in each edition, with rates, intervals and a stated basis.
//!
//! In: reports and terms. Out: our own count (whole words in the statements of each report, on
//! matched countries), or the newsroom's recipe on the pages as downloaded.

use super::newsroom;
use super::shelf::{self, Shelf, of_one_publisher};
use super::{AcrossError, Held};
use evenhand_compare::across::term::{Term, Token, tokens};
use evenhand_compare::across::terms::{Basis, Counted, TermTable, by_edition};
use evenhand_report::Report;
use serde::Serialize;
use std::collections::BTreeMap;

/// Terms by edition, and what they were counted on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Terms {
    /// The terms as asked.
    pub terms: Vec<String>,
    /// Whose editions they are.
    pub publisher: Option<String>,
    /// Publishers in the archive that were left out.
    pub left_out: Vec<String>,
    /// How intervals were made.
    pub interval: &'static str,
    /// The counts.
    #[serde(flatten)]
    pub table: TermTable,
}

/// How the intervals of [`Terms`] are made, in words for people.
pub const INTERVAL: &str = "95 percent: of rates by the ratio estimator over reports on a logarithmic scale (Cochran 1977), \
     exact Poisson (Garwood 1936) where nothing was found or one report stands alone; of shares by Wilson (1927)";

/// Counts terms in the statements of each report that `wanted` lets through.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn terms(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
    asked: &[Term],
    basis: Basis,
) -> Result<Terms, AcrossError> {
    let (chosen, publisher, left_out) =
        of_one_publisher(shelf, &|held| held.year.is_some() && wanted(held));
    let mut counted = Vec::new();
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| opener.report(at).map(|report| count(&report, asked)),
        &mut |at, (words, counts)| {
            if let Some(held) = shelf.held().get(at) {
                counted.push(Counted {
                    country: held.place(),
                    year: held.year.unwrap_or(0),
                    words,
                    counts,
                });
            }
            Ok(())
        },
    )?;
    Ok(Terms {
        terms: asked.iter().map(|term| term.text.clone()).collect(),
        publisher,
        left_out,
        interval: INTERVAL,
        table: by_edition(&counted, asked.len(), basis),
    })
}

/// Words of a report's statements, and how often each term stands in them.
fn count(report: &Report, asked: &[Term]) -> (u64, Vec<u64>) {
    let mut words = 0;
    let mut counts = vec![0; asked.len()];
    let mut cut: Vec<Token> = Vec::new();
    for (_, sentence) in report.statements() {
        let text = report.sentence_text(sentence);
        words += text.split_whitespace().count() as u64;
        tokens(text, &mut cut);
        for (count, term) in counts.iter_mut().zip(asked) {
            term.places(&cut, |_| *count += 1);
        }
    }
    (words, counts)
}

/// One edition by the newsroom's recipe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewsroomRow {
    /// The edition.
    pub year: u16,
    /// Pages counted.
    pub reports: u64,
    /// Words of all pages.
    pub word_count: u64,
    /// One count a term.
    pub counts: Vec<u64>,
}

/// The terms as the recipe looks for them, and the columns they are written in
/// ("human rights": `count_human_rights`).
#[must_use]
pub fn newsroom_terms(asked: &[String]) -> (Vec<String>, Vec<String>) {
    let small: Vec<String> = asked
        .iter()
        .map(|term| term.trim().to_lowercase())
        .collect();
    let mut columns = vec![
        "year".to_owned(),
        "reports".to_owned(),
        "word_count".to_owned(),
    ];
    columns.extend(
        small
            .iter()
            .map(|term| format!("count_{}", term.replace(' ', "_"))),
    );
    (small, columns)
}

/// Counts every page that `wanted` lets through by the newsroom's recipe; pages whose edition is
/// unknown are left out.
///
/// # Errors
/// [`AcrossError`] when a page cannot be had.
pub fn newsroom(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
    asked: &[String],
) -> Result<Vec<NewsroomRow>, AcrossError> {
    let (small, _) = newsroom_terms(asked);
    let (chosen, _, _) = of_one_publisher(shelf, &|held| held.year.is_some() && wanted(held));
    let mut rows: BTreeMap<u16, NewsroomRow> = BTreeMap::new();
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| opener.bytes(at).map(|page| newsroom::count(&page, &small)),
        &mut |at, page| {
            let year = shelf.held().get(at).and_then(|held| held.year).unwrap_or(0);
            let row = rows.entry(year).or_insert_with(|| NewsroomRow {
                year,
                reports: 0,
                word_count: 0,
                counts: vec![0; small.len()],
            });
            row.reports += 1;
            row.word_count += page.words;
            for (sum, count) in row.counts.iter_mut().zip(&page.counts) {
                *sum += count;
            }
            Ok(())
        },
    )?;
    Ok(rows.into_values().collect())
}
