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

/// Share of a statement's weight of words that a counterpart must hold, in hundredths.
const COUNTERPART: u32 = 40;

/// Words a statement needs to be held against the other report: shorter ones say too little.
const WORDS: usize = 5;

struct Line<'a> {
    at: SentenceIndex,
    text: &'a str,
    article: Option<u8>,
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
    for line in &others {
        let roots: BTreeSet<u64> = telling(&line.words).map(|word| word.root).collect();
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
        let best = held.values().copied().max().unwrap_or(0);
        if best * 100 >= all * COUNTERPART {
            result.covered += 1;
        } else {
            open.push((line, article));
        }
    }
    let common = others.len() / 5;
    let absent = |matter: &[Token]| {
        let first = matter.first().map_or(0, |word| word.root);
        let everywhere = matter
            .iter()
            .any(|word| spread.get(&word.root).copied().unwrap_or(0) > common.max(2));
        !everywhere
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

/// The absent matter that most of these statements share, two words before one and three, the first in
/// document order before later ones; with the statements.
fn most_told(
    lines: &[&Line<'_>],
    absent: &dyn Fn(&[Token]) -> bool,
) -> Option<(String, Vec<SentenceIndex>)> {
    let mut seen: BTreeMap<Vec<u64>, (usize, usize, Vec<SentenceIndex>)> = BTreeMap::new();
    let mut first: Vec<(&Line<'_>, usize)> = Vec::new();
    for line in lines {
        for length in 1..=3 {
            for (start, window) in line.words.windows(length).enumerate() {
                let ends = [window.first(), window.last()];
                if ends.iter().flatten().any(|word| word.empty || word.number) {
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
        let form = match length {
            2 => 2,
            3 => 1,
            _ => 0,
        };
        (statements.len(), form, std::cmp::Reverse(*order))
    })?;
    let (order, length, statements) = best;
    let (line, start) = first.get(*order)?;
    let window = line.words.get(*start..start + length)?;
    let span = window.first()?.span.join(window.last()?.span);
    Some((span.of(line.text).to_owned(), statements.clone()))
}
