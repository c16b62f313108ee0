//! Topics another report covers and this one does not: a right and a matter.
//!
//! In: two reports with their readings. Out: statements of the other that have no counterpart here, by
//! the right they concern and by a matter, words of theirs that stand nowhere in this report. Words
//! decide, so what this report says in quite other words shows as a topic too; that is said.

use super::terms::{Token, find, tokens};
use evenhand_report::{Reading, Report, SentenceIndex};
use std::collections::{BTreeMap, BTreeSet};

/// A right and a matter that the other report speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The article its statements concern first.
    pub article: u8,
    /// Words of the other report that stand nowhere in this one.
    pub matter: String,
    /// Statements of the other report on it, in document order.
    pub statements: Vec<SentenceIndex>,
}

/// How often each report speaks of a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RightShare {
    /// The article.
    pub article: u8,
    /// Statements of the other report that concern it first.
    pub other: usize,
    /// Statements of this report that concern it first.
    pub here: usize,
}

/// What another report covers that this one does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uncovered {
    /// The topics, those with most statements first.
    pub topics: Vec<Topic>,
    /// Rights of either report, by article.
    pub rights: Vec<RightShare>,
    /// Statements of the other report that were held against this one.
    pub held: usize,
    /// Of these, statements with a counterpart here.
    pub covered: usize,
    /// Of these, statements without a counterpart all of whose matters stand here somewhere.
    pub other_words: usize,
    /// Statements of this report.
    pub here: usize,
}

/// Share of a statement's weight of words that a counterpart must hold, in hundredths: of the same
/// right, and of another.
const COUNTERPART: (u32, u32) = (25, 38);

/// Words a statement needs to be held against the other report: shorter ones say too little.
const WORDS: usize = 5;

struct Line<'a> {
    at: SentenceIndex,
    text: &'a str,
    article: Option<u8>,
    /// All articles it concerns.
    articles: Vec<u8>,
    words: Vec<Token>,
}

fn lines<'a>(report: &'a Report, readings: &[Reading]) -> Vec<Line<'a>> {
    report
        .statements()
        .filter_map(|(at, sentence)| {
            let text = report.sentence_text(sentence);
            let reading = readings.get(at.0 as usize)?;
            Some(Line {
                at,
                text,
                article: reading.rights.first().map(|call| call.article),
                articles: reading.rights.iter().map(|call| call.article).collect(),
                words: tokens(text),
            })
        })
        .collect()
}

/// Topics of `other` that `here` does not speak of.
#[must_use]
pub fn uncovered(other: (&Report, &[Reading]), here: (&Report, &[Reading])) -> Uncovered {
    let others = lines(other.0, other.1);
    let heres = lines(here.0, here.1);
    let mut index: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, line) in heres.iter().enumerate() {
        let own: BTreeSet<u64> = telling(&line.words).map(|word| word.root).collect();
        for root in own {
            index.entry(root).or_default().push(at);
        }
    }
    let mut spread: BTreeMap<u64, usize> = BTreeMap::new();
    for line in &others {
        let own: BTreeSet<u64> = telling(&line.words).map(|word| word.root).collect();
        for root in own {
            *spread.entry(root).or_default() += 1;
        }
    }
    let weight = |root: u64| -> u32 {
        // A word that fewer statements of both reports use tells more.
        let uses = index.get(&root).map_or(0, Vec::len) + spread.get(&root).copied().unwrap_or(0);
        let all = heres.len() + others.len();
        let rare = (all / uses.max(1)).max(1);
        rare.ilog2() + 1
    };
    let mut result = Uncovered {
        here: heres.len(),
        rights: shares(&others, &heres),
        ..Uncovered::default()
    };
    let mut open: Vec<(&Line<'_>, u8)> = Vec::new();
    // A word in every fifth statement of the other is its own name or subject, not a matter.
    let common = (others.len() / 5).max(2);
    let everywhere = |root: u64| spread.get(&root).copied().unwrap_or(0) > common;
    for line in &others {
        let roots: BTreeSet<u64> = telling(&line.words)
            .filter(|word| !word.number)
            .map(|word| word.root)
            .filter(|root| !everywhere(*root))
            .collect();
        let (Some(article), true) = (line.article, roots.len() >= WORDS) else {
            continue;
        };
        result.held += 1;
        let all: u32 = roots.iter().map(|root| weight(*root)).sum();
        let mut held: BTreeMap<usize, u32> = BTreeMap::new();
        for root in &roots {
            for at in index.get(root).into_iter().flatten() {
                *held.entry(*at).or_default() += weight(*root);
            }
        }
        let counterpart = held.iter().any(|(at, weight)| {
            let share = if heres[*at].articles.contains(&article) {
                COUNTERPART.0
            } else {
                COUNTERPART.1
            };
            weight * 100 >= all * share
        });
        if counterpart {
            result.covered += 1;
        } else {
            open.push((line, article));
        }
    }
    let absent = |matter: &[Token]| {
        let first = matter.first().map_or(0, |word| word.root);
        !matter.iter().any(|word| everywhere(word.root))
            && index
                .get(&first)
                .into_iter()
                .flatten()
                .all(|at| find(&heres[*at].words, matter).is_none())
    };
    let mut by_right: BTreeMap<u8, Vec<&Line<'_>>> = BTreeMap::new();
    for (line, article) in open {
        by_right.entry(article).or_default().push(line);
    }
    for (article, mut left) in by_right {
        while let Some((matter, statements)) = most_told(&left, &absent) {
            left.retain(|line| !statements.contains(&line.at));
            result.topics.push(Topic {
                article,
                matter,
                statements,
            });
        }
        result.other_words += left.len();
    }
    result.topics.sort_by_key(|topic| {
        (
            std::cmp::Reverse(topic.statements.len()),
            topic.statements.first().copied(),
        )
    });
    result
}

fn telling(words: &[Token]) -> impl Iterator<Item = &Token> {
    words.iter().filter(|word| !word.empty)
}

fn shares(others: &[Line<'_>], heres: &[Line<'_>]) -> Vec<RightShare> {
    let count = |lines: &[Line<'_>], article| {
        lines
            .iter()
            .filter(|line| line.article == Some(article))
            .count()
    };
    (1..=30)
        .map(|article| RightShare {
            article,
            other: count(others, article),
            here: count(heres, article),
        })
        .filter(|share| share.other + share.here > 0)
        .collect()
}

/// Endings of words that tell what is done or how, not of what.
const DOING: &[&str] = &["ed", "ing", "ly", "ose", "ould"];

/// Whether a word may be a part of a matter's name.
fn names_a_thing(word: &str, token: &Token) -> bool {
    !token.empty
        && !token.number
        && word.chars().count() > 3
        && word.chars().all(char::is_alphabetic)
        && !DOING.iter().any(|ending| word.ends_with(ending))
}

/// The absent matter that most of these statements share, two words before one, the first in document
/// order before later ones; with the statements.
fn most_told(
    lines: &[&Line<'_>],
    absent: &dyn Fn(&[Token]) -> bool,
) -> Option<(String, Vec<SentenceIndex>)> {
    let mut seen: BTreeMap<Vec<u64>, (usize, usize, Vec<SentenceIndex>)> = BTreeMap::new();
    let mut first: Vec<(&Line<'_>, usize)> = Vec::new();
    for line in lines {
        for length in 1..=2 {
            for (start, window) in line.words.windows(length).enumerate() {
                if !window
                    .iter()
                    .all(|word| names_a_thing(word.span.of(line.text), word))
                {
                    continue;
                }
                let apart = window
                    .windows(2)
                    .any(|pair| pair[0].span.end + 1 < pair[1].span.start);
                // The first word of a sentence has its capital from its place, not as a name.
                if apart || start == 0 {
                    continue;
                }
                let key: Vec<u64> = window.iter().map(|word| word.stem).collect();
                if let Some((.., statements)) = seen.get_mut(&key) {
                    if statements.last() != Some(&line.at) {
                        statements.push(line.at);
                    }
                } else if absent(window) {
                    first.push((line, start));
                    seen.insert(key, (first.len() - 1, length, vec![line.at]));
                }
            }
        }
    }
    let best = seen.values().max_by_key(|(order, length, statements)| {
        (statements.len(), *length, std::cmp::Reverse(*order))
    })?;
    let (order, length, statements) = best;
    let (line, start) = first.get(*order)?;
    let window = line.words.get(*start..start + length)?;
    let span = window.first()?.span.join(window.last()?.span);
    Some((span.of(line.text).to_owned(), statements.clone()))
}
