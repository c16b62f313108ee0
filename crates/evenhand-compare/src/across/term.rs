//! A term looked for in texts: a word, a phrase, or the beginning of a word (`journalis*`).
//!
//! In: what the user typed. Out: a [`Term`] that finds its places in a text. Case, kinds of
//! apostrophe, and what stands between the words of a phrase (space, hyphen, line) do not matter;
//! word boundaries do.

use evenhand_report::Span;

/// A word of a text in small letters, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word in small letters, apostrophes made one.
    pub word: String,
    /// Where it stands.
    pub span: Span,
}

/// The words of a text: runs of letters and digits, inner apostrophes kept.
pub fn tokens(text: &str, found: &mut Vec<Token>) {
    found.clear();
    let mut open: Option<Token> = None;
    for (at, ch) in text.char_indices() {
        let end = at + ch.len_utf8();
        if ch.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&ch) {
            let token = open.get_or_insert_with(|| Token {
                word: String::new(),
                span: Span::new(at, at),
            });
            token.word.extend(ch.to_lowercase());
            token.span = Span::new(token.span.start as usize, end);
        } else if matches!(ch, '\'' | '’' | 'ʼ') && open.is_some() {
            if let Some(token) = &mut open {
                token.word.push('\'');
            }
        } else if ch != '\u{ad}' {
            close(&mut open, found);
        }
    }
    close(&mut open, found);
}

fn close(open: &mut Option<Token>, found: &mut Vec<Token>) {
    if let Some(mut token) = open.take() {
        let bare = token.word.trim_end_matches('\'').len();
        token.word.truncate(bare);
        if let Some(owner) = token.word.strip_suffix("'s") {
            // "the country's": the word is "country"; the span keeps the whole.
            token.word = owner.to_owned();
        }
        found.push(token);
    }
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As the user typed it, without quotation marks.
    pub text: String,
    words: Vec<(String, bool)>,
}

/// Why a term cannot be looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} holds no word to look for; write a word, a phrase (\"climate change\"), or the beginning of a word with a star (journalis*)"
)]
pub struct NoWord {
    /// What was typed.
    pub text: String,
}

impl Term {
    /// Takes up what the user typed.
    ///
    /// # Errors
    /// [`NoWord`] where it holds neither a letter nor a digit.
    pub fn new(typed: &str) -> Result<Self, NoWord> {
        let text = typed.trim().trim_matches(['"', '“', '”']).trim().to_owned();
        let mut words = Vec::new();
        let mut found = Vec::new();
        for part in text.split_whitespace() {
            tokens(part, &mut found);
            let star = part.ends_with('*');
            let last = found.len().saturating_sub(1);
            words.extend(
                found
                    .drain(..)
                    .enumerate()
                    .map(|(at, token)| (token.word, star && at == last)),
            );
        }
        if words.is_empty() {
            return Err(NoWord { text });
        }
        Ok(Self { text, words })
    }

    /// Where the term stands among the tokens of a text; places do not overlap.
    pub fn places(&self, tokens: &[Token], mut each: impl FnMut(Span)) {
        let mut at = 0;
        while let Some(window) = tokens.get(at..at + self.words.len()) {
            let fits = window
                .iter()
                .zip(&self.words)
                .all(|(token, (word, start))| {
                    if *start {
                        token.word.starts_with(word.as_str())
                    } else {
                        token.word == *word
                    }
                });
            match (fits, window.first(), window.last()) {
                (true, Some(first), Some(last)) => {
                    each(first.span.join(last.span));
                    at += self.words.len();
                }
                _ => at += 1,
            }
        }
    }

    /// Where the term stands in a text.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Span> {
        let mut cut = Vec::new();
        tokens(text, &mut cut);
        let mut found = Vec::new();
        self.places(&cut, |span| found.push(span));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'a>(term: &str, text: &'a str) -> Vec<&'a str> {
        let term = Term::new(term).expect("a term");
        term.find(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn words_phrases_and_beginnings_are_found_whatever_the_case() {
        let text =
            "Journalists of the Sarve Herald, a JOURNALIST’s union, spoke of climate-change law.";
        assert_eq!(found("journalis*", text), ["Journalists", "JOURNALIST’s"]);
        assert_eq!(found("journalist", text), ["JOURNALIST’s"]);
        assert_eq!(found("\"climate change\"", text), ["climate-change"]);
        assert_eq!(found("change climate", text), [""; 0]);
        assert_eq!(found("law of", text), [""; 0]);
    }

    #[test]
    fn a_term_without_words_is_refused() {
        for nothing in ["", "  ", "\"\"", "*", "—"] {
            assert!(Term::new(nothing).is_err(), "{nothing:?}");
        }
    }

    proptest! {
        #[test]
        fn places_lie_on_characters_in_order_and_apart(typed in "\\PC{1,12}", text in "\\PC{0,80}") {
            if let Ok(term) = Term::new(&typed) {
                let places = term.find(&text);
                prop_assert!(places.windows(2).all(|two| two[0].end <= two[1].start));
                prop_assert!(places.iter().all(|span| !span.of(&text).is_empty()));
            }
        }

        #[test]
        fn a_term_is_found_in_itself(typed in "[a-zа-я]{1,8}( [a-zа-я’]{2,8}){0,3}") {
            if let Ok(term) = Term::new(&typed) {
                prop_assert_eq!(term.find(&typed).len(), 1);
            }
        }
    }
}
