//! Part 4, rights: what is said on each of the thirty articles, and on which nothing is.

use super::glance::{DirectionCount, by_direction};
use super::model::Count;
use super::tally::Tally;
use evenhand_report::{SentenceIndex, yardstick::UDHR};
use serde::Serialize;

/// Part 4.
#[derive(Debug, Clone, Serialize)]
pub struct Rights {
    /// The thirty articles, in order. A statement about two articles counts under both.
    pub articles: Vec<ArticleRow>,
    /// Articles on which nothing is said.
    pub silent: Vec<u8>,
    /// Statements about no article, out of all statements.
    pub unassigned: Count<SentenceIndex>,
}

/// What is said on one article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleRow {
    /// Number, 1 to 30.
    pub article: u8,
    /// Short name.
    pub name: &'static str,
    /// Statements about it, out of all statements.
    #[serde(flatten)]
    pub count: Count<SentenceIndex>,
    /// By direction, out of the statements about it.
    pub directions: Vec<DirectionCount>,
}

pub(super) fn rights(tally: &Tally<'_>) -> Rights {
    let all = tally.statements.len();
    let articles: Vec<ArticleRow> = UDHR
        .iter()
        .map(|article| {
            let about = |at: SentenceIndex| {
                tally
                    .reading(at)
                    .rights
                    .iter()
                    .any(|right| right.article == article.number)
            };
            let at = tally.such(about);
            ArticleRow {
                article: article.number,
                name: article.short,
                directions: by_direction(tally, &at),
                count: Count::of(at, all),
            }
        })
        .collect();
    Rights {
        silent: articles
            .iter()
            .filter(|row| row.count.count == 0)
            .map(|row| row.article)
            .collect(),
        unassigned: Count::of(tally.such(|at| tally.reading(at).rights.is_empty()), all),
        articles,
    }
}
