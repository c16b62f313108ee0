//! Words of a sentence for searching: stems without articles, hyphens parted, numbers by their digits.
//!
//! "sign-language interpreters" holds the term "sign language"; "the amnesty’s" holds "amnesty";
//! "11,204" does not hold "1,204".

use crate::words::{self, Key, Piece};
use evenhand_report::Span;

/// A word to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Its stem, or the digits of a number, as a key.
    pub(super) stem: u64,
    /// Its first six letters as a key, where it has as many: "president" and "presidential".
    pub(super) root: u64,
    pub(super) span: Span,
    pub(super) number: bool,
    /// Says nothing by itself ("of", "may").
    pub(super) empty: bool,
}

/// Words that say nothing by themselves.
const EMPTY: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as",
    "is", "are", "was", "were", "be", "been", "may", "not", "no", "its", "their", "his", "her",
    "all", "that", "this", "which", "who", "it", "he", "she", "they", "has", "have", "had", "will",
    "would", "could", "can", "under", "into", "than", "more", "some", "any", "other", "also",
    "but", "about", "said", "did", "do",
];

/// Words left out altogether, so that "the" inside a phrase does not part it.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// Letters of a root.
const ROOT: usize = 6;

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut lower = String::new();
    words::cut(text, |piece, span| match piece {
        Piece::Mark => {}
        Piece::Number => {
            let mut key = Key::new();
            span.of(text)
                .bytes()
                .filter(|byte| *byte != b',')
                .for_each(|byte| key.byte(byte));
            key.byte(b'#');
            let stem = key.done();
            found.push(Token {
                stem,
                root: stem,
                span,
                number: true,
                empty: false,
            });
        }
        Piece::Word => {
            let word = span.of(text);
            let mut start = 0;
            for part in word.split(['-', '‑']) {
                let span = Span::new(
                    span.start as usize + start,
                    span.start as usize + start + part.len(),
                );
                start += part.len()
                    + if word.contains('‑') {
                        '‑'.len_utf8()
                    } else {
                        1
                    };
                let small = part.to_lowercase();
                if small.is_empty() || ARTICLES.contains(&small.as_str()) {
                    continue;
                }
                let stem = words::stem(part, &mut lower);
                let bare = small.trim_end_matches("’s").trim_end_matches("'s");
                let root = if bare.chars().count() >= ROOT {
                    let mut key = Key::new();
                    bare.chars().take(ROOT).for_each(|ch| key.char(ch));
                    key.done()
                } else {
                    stem
                };
                let empty = EMPTY.contains(&small.as_str());
                found.push(Token {
                    stem,
                    root,
                    span,
                    number: false,
                    empty,
                });
            }
        }
    });
    found
}

/// Where `term` stands in `words`: the place of its first word, or none.
pub(super) fn find(words: &[Token], term: &[Token]) -> Option<usize> {
    if term.is_empty() {
        return None;
    }
    words.windows(term.len()).position(|window| {
        window
            .iter()
            .zip(term)
            .all(|(word, wanted)| word.stem == wanted.stem)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, term: &str) -> bool {
        find(&tokens(text), &tokens(term)).is_some()
    }

    #[test]
    fn forms_of_a_term_are_found_and_other_words_are_not() {
        for (text, term) in [
            (
                "They waited for a sign-language interpreter.",
                "sign languages",
            ),
            ("The amnesty’s terms were narrow.", "amnesty"),
            ("He freed 1,204 persons.", "1204"),
            (
                "Relatives of the president held posts.",
                "relatives of president",
            ),
            (
                "Independent candidates were allowed.",
                "independent candidate",
            ),
        ] {
            assert!(holds(text, term), "{term} in {text}");
        }
        for (text, term) in [
            ("It received 11,204 complaints.", "1,204"),
            ("The Sarve Legal Aid Center said so.", "free legal aid"),
            ("The aid was legal.", "legal aid"),
        ] {
            assert!(!holds(text, term), "{term} in {text}");
        }
    }
}
