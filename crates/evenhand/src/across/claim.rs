//! `test`: a claim put to a whole edition, "improvements are noted only where …".
//!
//! In: two queries. Out: the two-by-two table over reports, its odds ratio, and every report with the
//! sentences that put it where it is. A report meets a query where one of its sentences does.

use super::AcrossError;
use super::quote::Quote;
use super::shelf::{Archived, Shelf, of_one_publisher};
use crate::archive::{
    ArchiveError, DocumentFilter, FromArchiveError, Query, QueryError, SearchError, SearchRequest,
    Searcher, SentenceFilter,
};
use evenhand_compare::across::interval::{Interval, share};
use evenhand_compare::across::two_by_two::{OddsRatio, TwoByTwo};
use evenhand_report::{Direction, SourceKind, Specificity};
use serde::Serialize;
use std::collections::BTreeMap;

/// A query with its filters: "right:2 direction:improvement \"release of\"".
#[derive(Debug, Clone)]
pub struct Condition {
    /// As it was typed.
    pub typed: String,
    query: Query,
    sentences: SentenceFilter,
}

/// Why a text is no condition.
#[derive(Debug, thiserror::Error)]
pub enum ConditionError {
    /// The words make no query.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// A filter's value is not one it can have.
    #[error("{field}:{value}: {expected} is expected")]
    Value {
        /// The filter.
        field: &'static str,
        /// What was typed.
        value: String,
        /// What it can be.
        expected: String,
    },
    /// Nothing was asked.
    #[error(
        "an empty condition holds everywhere; write words, or a filter such as right:2 or direction:improvement"
    )]
    Empty,
}

fn expected<T: Copy>(all: &[T], written: fn(T) -> &'static str) -> String {
    let names: Vec<&str> = all.iter().map(|one| written(*one)).collect();
    format!("one of {}", names.join(", "))
}

/// The filters a condition may name, before a colon.
const FIELDS: &[&str] = &[
    "right",
    "direction",
    "source_kind",
    "specificity",
    "named",
    "section",
];

impl Condition {
    /// Reads what was typed: filters (`right:`, `direction:`, `source_kind:`, `specificity:`, `named:`,
    /// `section:`; a value of several words in quotes), all else words of a search.
    ///
    /// # Errors
    /// [`ConditionError`] when a filter or the words make no sense.
    pub fn parse(typed: &str) -> Result<Self, ConditionError> {
        let mut sentences = SentenceFilter {
            statements: true,
            ..SentenceFilter::default()
        };
        let mut words = String::new();
        for part in parts(typed) {
            let field = part.split_once(':').and_then(|(name, value)| {
                let field = FIELDS.iter().find(|field| **field == name)?;
                Some((*field, value.trim_matches(['"', '“', '”'])))
            });
            let Some((field, value)) = field else {
                words.push_str(part);
                words.push(' ');
                continue;
            };
            let wrong = |expected: String| ConditionError::Value {
                field,
                value: value.to_owned(),
                expected,
            };
            match field {
                "right" => {
                    let article = value
                        .parse()
                        .ok()
                        .filter(|article| (1..=30).contains(article));
                    let asked =
                        || wrong("an article of the Universal Declaration, 1 to 30,".to_owned());
                    sentences.rights.push(article.ok_or_else(asked)?);
                }
                "direction" => {
                    let asked = || wrong(expected(Direction::ALL, Direction::as_str));
                    sentences
                        .directions
                        .push(Direction::from_written(value).ok_or_else(asked)?);
                }
                "source_kind" => {
                    let asked = || wrong(expected(SourceKind::ALL, SourceKind::as_str));
                    sentences
                        .source_kinds
                        .push(SourceKind::from_written(value).ok_or_else(asked)?);
                }
                "specificity" => {
                    let asked = || wrong(expected(Specificity::ALL, Specificity::as_str));
                    sentences
                        .specificities
                        .push(Specificity::from_written(value).ok_or_else(asked)?);
                }
                "named" => sentences.named.push(value.to_owned()),
                _ => sentences.sections.push(value.to_owned()),
            }
        }
        let words = words.trim();
        let none = SentenceFilter {
            statements: true,
            ..SentenceFilter::default()
        };
        if words.is_empty() && sentences == none {
            return Err(ConditionError::Empty);
        }
        Ok(Self {
            typed: typed.trim().to_owned(),
            query: if words.is_empty() {
                Query::all()
            } else {
                Query::parse(words)?
            },
            sentences,
        })
    }
}

/// A text cut at white space outside quotes.
fn parts(typed: &str) -> Vec<&str> {
    let mut quoted = false;
    typed
        .split(move |ch: char| {
            if matches!(ch, '"' | '“' | '”') {
                quoted = !quoted;
            }
            ch.is_whitespace() && !quoted
        })
        .filter(|part| !part.is_empty())
        .collect()
}

evenhand_report::written_enum! {
    /// Where a report stands in the table.
    pub enum Cell {
        /// It meets both conditions: an example.
        WhereAndHas = "where_and_has",
        /// It meets the first only: a counter-example to "wherever".
        WhereWithoutHas = "where_without_has",
        /// It meets the second only: a counter-example to "only where".
        HasWithoutWhere = "has_without_where",
        /// It meets neither.
        Neither = "neither",
    }
}

/// A report in the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placed {
    /// Name of the document.
    pub document: String,
    /// The country's code, or the document's name without its year.
    pub country: String,
    /// The edition.
    pub year: Option<u16>,
    /// Where it stands.
    pub cell: Cell,
    /// How many of its sentences meet the first condition, and the first few.
    pub where_sentences: usize,
    /// The first few of them.
    pub where_quotes: Vec<Quote>,
    /// How many meet the second, and the first few.
    pub has_sentences: usize,
    /// The first few of them.
    pub has_quotes: Vec<Quote>,
}

/// A claim and what the reports say to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claim {
    /// The first condition.
    pub r#where: String,
    /// The second.
    pub has: String,
    /// Whose reports they are.
    pub publisher: Option<String>,
    /// Publishers left out.
    pub left_out: Vec<String>,
    /// The table.
    pub table: TwoByTwo,
    /// Its odds ratio; none where a margin is empty. An end that nothing bounds is null.
    pub odds_ratio: Option<OddsRatio>,
    /// How the odds ratio was made.
    pub method: &'static str,
    /// Share of reports that have it, of those where; Wilson's interval.
    pub share_where: Option<Interval>,
    /// Share of reports that have it, of all others.
    pub share_elsewhere: Option<Interval>,
    /// Every report: examples first, then counter-examples, then the rest.
    pub reports: Vec<Placed>,
}

/// How the odds ratio of a [`Claim`] is made, in words for people.
pub const METHOD: &str = "conditional maximum likelihood estimate with the exact 95 percent interval (Cornfield 1956), two-sided p of \
     Fisher's exact test; over reports, a report counting once";

/// Puts a claim to the reports of a shelf that `filter` let onto it.
///
/// # Errors
/// [`AcrossError`] when the archive cannot be searched.
pub fn claim(
    shelf: &Archived,
    filter: &DocumentFilter,
    first: &Condition,
    second: &Condition,
    quoted: usize,
) -> Result<Claim, AcrossError> {
    let (chosen, publisher, left_out) = of_one_publisher(shelf, &|_| true);
    let mut searcher = Searcher::open(shelf.path()).map_err(archive)?;
    let mut sides = Vec::new();
    for condition in [first, second] {
        sides.push(answers(&mut searcher, filter, condition, quoted)?);
    }
    let mut table = TwoByTwo {
        both: 0,
        where_only: 0,
        has_only: 0,
        neither: 0,
    };
    let mut reports = Vec::new();
    for held in chosen.iter().filter_map(|at| shelf.held().get(*at)) {
        let side = |which: usize| {
            let found = sides.get(which).and_then(|side| side.get(&held.document));
            found.cloned().unwrap_or_default()
        };
        let (first, second) = (side(0), side(1));
        let (cell, count) = match (first.0 > 0, second.0 > 0) {
            (true, true) => (Cell::WhereAndHas, &mut table.both),
            (true, false) => (Cell::WhereWithoutHas, &mut table.where_only),
            (false, true) => (Cell::HasWithoutWhere, &mut table.has_only),
            (false, false) => (Cell::Neither, &mut table.neither),
        };
        *count += 1;
        reports.push(Placed {
            document: held.document.clone(),
            country: held.place(),
            year: held.year,
            cell,
            where_sentences: first.0,
            where_quotes: first.1,
            has_sentences: second.0,
            has_quotes: second.1,
        });
    }
    reports.sort_by_key(|placed| placed.cell);
    Ok(Claim {
        r#where: first.typed.clone(),
        has: second.typed.clone(),
        publisher,
        left_out,
        odds_ratio: table.odds_ratio(),
        method: METHOD,
        share_where: share(table.both, table.both + table.where_only),
        share_elsewhere: share(table.has_only, table.has_only + table.neither),
        table,
        reports,
    })
}

fn archive(fault: ArchiveError) -> AcrossError {
    AcrossError::Archive(FromArchiveError::Archive(fault))
}

/// How many sentences of each document answer, and the first few.
type Answers = BTreeMap<String, (usize, Vec<Quote>)>;

/// Hits fetched at once.
const PAGE: usize = 20_000;

fn answers(
    searcher: &mut Searcher,
    filter: &DocumentFilter,
    condition: &Condition,
    quoted: usize,
) -> Result<Answers, AcrossError> {
    let mut answers = Answers::new();
    let mut request = SearchRequest {
        query: condition.query.clone(),
        documents: filter.clone(),
        sentences: condition.sentences.clone(),
        offset: 0,
        limit: PAGE,
    };
    loop {
        let found = searcher.search(&request).map_err(|fault| match fault {
            SearchError::Archive(fault) => archive(fault),
            SearchError::Query(fault) => AcrossError::Condition(ConditionError::Query(fault)),
        })?;
        let fetched = found.hits.len();
        for hit in found.hits {
            let (count, quotes) = answers.entry(hit.document.clone()).or_default();
            *count += 1;
            if quotes.len() < quoted {
                let place = hit.country.map(|code| code.to_string());
                quotes.push(Quote {
                    country: place.unwrap_or_else(|| {
                        hit.document
                            .rsplit('/')
                            .next()
                            .unwrap_or_default()
                            .to_owned()
                    }),
                    document: hit.document,
                    year: hit.year,
                    pin: hit.pin,
                    sentence_id: hit.sentence_id,
                    text: hit.text,
                    marks: hit.marks,
                });
            }
        }
        request.offset += fetched;
        if fetched < PAGE {
            return Ok(answers);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_and_words_are_told_apart() {
        let found = Condition::parse(
            "right:2 direction:improvement \"release of: all\" OR amnest* named:\"Free Harbour\"",
        )
        .expect("a condition");
        assert_eq!(found.sentences.rights, [2]);
        assert_eq!(found.sentences.directions, [Direction::Improvement]);
        assert_eq!(found.sentences.named, ["Free Harbour"]);
        assert_eq!(
            found.query,
            Query::parse("\"release of: all\" OR amnest*").expect("a query")
        );
        assert!(
            found.sentences.statements,
            "pointers and repetitions do not count"
        );
    }

    #[test]
    fn what_makes_no_condition_is_refused_with_what_is_expected() {
        for (typed, told) in [
            ("", "empty condition"),
            ("right:31", "1 to 30"),
            ("direction:better", "improvement"),
            ("source_kind:friends", "ngo"),
            ("( torture", ""),
        ] {
            match Condition::parse(typed) {
                Err(fault) => assert!(fault.to_string().contains(told), "{typed}: {fault}"),
                Ok(found) => assert_eq!(typed, "( torture", "{found:?}"),
            }
        }
    }
}
