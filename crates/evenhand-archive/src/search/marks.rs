//! Which words of a hit answer the query: they are found in its text again, so marks never lie.

use super::places::{Place, places};
use super::query::{Node, Term};
use crate::index::words;
use evenhand_report::Span;

fn answers(term: &Term, word: &str) -> bool {
    if term.prefix {
        word.starts_with(&term.word)
    } else {
        word == term.word
    }
}

/// The terms of a part, in order.
pub(crate) fn terms<'a>(node: &'a Node, found: &mut Vec<&'a Term>) {
    match node {
        Node::Phrase(terms) => found.extend(terms),
        Node::Near(a, b, _) => {
            terms(a, found);
            terms(b, found);
        }
        Node::And(parts) | Node::Or(parts) => parts.iter().for_each(|part| terms(part, found)),
        Node::All | Node::Not(_) => {}
    }
}

struct Sentence {
    words: Vec<(String, Span)>,
}

impl Sentence {
    /// Where the words stand that answer each term.
    fn leaves(&self, node: &Node) -> Vec<Vec<u32>> {
        let mut all = Vec::new();
        terms(node, &mut all);
        all.iter()
            .map(|term| {
                (0..)
                    .zip(&self.words)
                    .filter(|(_, (word, _))| answers(term, word))
                    .map(|(at, _)| at)
                    .collect()
            })
            .collect()
    }

    /// Whether the sentence answers, and the places that made it.
    fn look(&self, node: &Node, found: &mut Vec<Place>) -> bool {
        match node {
            Node::All => true,
            Node::Not(part) => !self.look(part, &mut Vec::new()),
            Node::And(parts) => {
                let mut own = Vec::new();
                let all = parts.iter().all(|part| self.look(part, &mut own));
                if all {
                    found.extend(own);
                }
                all
            }
            Node::Or(parts) => {
                let mut any = false;
                for part in parts {
                    any |= self.look(part, found);
                }
                any
            }
            Node::Near(a, b, _) => {
                let joined = self.places(node);
                // Of a pair within reach the two sides are marked, not the words between.
                for side in [a, b] {
                    let mut inner = Vec::new();
                    self.look(side, &mut inner);
                    let inside =
                        |place: &Place| joined.iter().any(|j| j.0 <= place.0 && place.1 <= j.1);
                    found.extend(inner.into_iter().filter(inside));
                }
                !joined.is_empty()
            }
            Node::Phrase(_) => {
                let places = self.places(node);
                found.extend(&places);
                !places.is_empty()
            }
        }
    }

    fn places(&self, node: &Node) -> Vec<Place> {
        let leaves = self.leaves(node);
        places(node, &mut 0, &|n| leaves.get(n).map_or(&[], Vec::as_slice))
    }
}

fn cut(text: &str) -> Sentence {
    let mut words = Vec::new();
    words::each(text, |word, start, end| {
        words.push((word.to_owned(), Span::new(start, end)));
    });
    Sentence { words }
}

/// Whether a text answers a query.
pub(crate) fn fits(node: &Node, text: &str) -> bool {
    cut(text).look(node, &mut Vec::new())
}

/// The spans of the words that answer, in order; neighbours of one phrase are one span.
pub(crate) fn marks(node: &Node, text: &str) -> Vec<Span> {
    let sentence = cut(text);
    let mut found = Vec::new();
    sentence.look(node, &mut found);
    found.sort_unstable();
    let mut spans: Vec<Span> = Vec::new();
    for (first, last) in found {
        let word = |at: u32| sentence.words.get(at as usize).map(|(_, span)| *span);
        let (Some(first), Some(last)) = (word(first), word(last)) else {
            continue;
        };
        let span = first.join(last);
        match spans.last_mut() {
            Some(before) if before.overlaps(span) => *before = before.join(span),
            _ => spans.push(span),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::super::query::Query;
    use super::*;

    #[test]
    fn the_words_that_answer_are_marked() {
        let text = "The court's order barred the press; a lower court upheld the order.";
        for (query, marked) in [
            ("court", vec!["court", "court"]),
            ("\"court s order\"", vec!["court's order"]),
            ("court NEAR/1 order", vec!["court", "order"]),
            ("press OR upheld", vec!["press", "upheld"]),
            ("bar* NOT nothing", vec!["barred"]),
            ("press nothing", vec![]),
        ] {
            let query = Query::parse(query).expect("a query");
            let spans = marks(&query.0, text);
            let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
            assert_eq!(words, marked, "{query:?}");
            assert_eq!(fits(&query.0, text), !marked.is_empty());
        }
    }
}
