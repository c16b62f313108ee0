//! A sentence cut into words, numbers and marks, once, for all rules.
//!
//! Hyphenated words are cut at the hyphen ("state-owned" is three tokens, the last two glued), a
//! possessive "'s" is a token of its own, abbreviations with points ("U.S.") are one word, and
//! numbers keep their commas and decimal point ("1,234.5"). A country's name of several words is one word.

use crate::joined;
use evenhand_report::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, perhaps with inner points or apostrophes.
    Word,
    /// Digits.
    Number,
    /// A possessive ending ("'s" or a bare apostrophe after s).
    Possessive,
    /// Anything else, one character at a time.
    Mark,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Begins with a small letter, or has no letters.
    Lower,
    /// Begins with a capital.
    Capital,
    /// All capitals, two letters or more ("UNHCR").
    Upper,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the sentence.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// How it is written.
    pub case: Case,
    /// No white space before it.
    pub glued: bool,
    /// Hash of the word in small letters with straight apostrophes; see [`key_of`].
    pub key: u64,
}

/// The key of a word: FNV-1a with a final mix over its lower-case form, `’` taken as `'`.
#[must_use]
pub fn key_of(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |byte: u8| {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    };
    if word.is_ascii() {
        for byte in word.bytes() {
            eat(byte.to_ascii_lowercase());
        }
    } else {
        let mut buffer = [0; 4];
        for ch in word.chars().flat_map(char::to_lowercase) {
            let ch = if ch == '’' { '\'' } else { ch };
            ch.encode_utf8(&mut buffer).bytes().for_each(&mut eat);
        }
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// The key of a word known when the program is built, for comparing with [`Token::key`].
#[macro_export]
macro_rules! key {
    ($word:literal) => {{
        static KEY: std::sync::LazyLock<u64> =
            std::sync::LazyLock::new(|| $crate::tokens::key_of($word));
        *KEY
    }};
}

/// The words of one sentence; reused from sentence to sentence.
#[derive(Debug, Default, Clone)]
pub struct Words {
    text: String,
    tokens: Vec<Token>,
}

impl Words {
    /// The words of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        words.read(text);
        words
    }

    /// The sentence as it stands.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The letters of a token.
    #[must_use]
    pub fn str(&self, token: Token) -> &str {
        token.span.of(&self.text)
    }

    /// The letters of the token at `at`; empty past the end.
    #[must_use]
    pub fn at(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.str(*token))
    }

    /// Whether the token at `at` is this word, whatever its case.
    #[must_use]
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.at(at).eq_ignore_ascii_case(word)
    }

    /// The span from the first to the last of these tokens (`end` exclusive).
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        match (
            self.tokens.get(start),
            end.checked_sub(1).and_then(|at| self.tokens.get(at)),
        ) {
            (Some(first), Some(last)) if start < end => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// Cuts `text`, replacing what was here.
    pub fn read(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        self.tokens.clear();
        cut(text, &mut self.tokens);
        self.join();
    }

    /// Makes one word of a country's name of several.
    fn join(&mut self) {
        let mut kept = 0;
        let mut at = 0;
        while at < self.tokens.len() {
            let mut token = self.tokens[at];
            let mut length = 1;
            if let Some(joined) = joined::length(&self.tokens, at) {
                length = joined;
                token.span = token.span.join(self.tokens[at + length - 1].span);
                token.key = key_of(token.span.of(&self.text));
                token.case = Case::Capital;
            }
            self.tokens[kept] = token;
            kept += 1;
            at += length;
        }
        self.tokens.truncate(kept);
    }
}

/// Cuts `text` into `tokens`, every word by itself.
pub(crate) fn cut(text: &str, tokens: &mut Vec<Token>) {
    let mut chars = text.char_indices().peekable();
    let mut last_end = 0;
    while let Some((start, ch)) = chars.next() {
        if ch.is_whitespace() {
            continue;
        }
        let mut end = start + ch.len_utf8();
        let kind = if ch.is_ascii_digit() {
            while let Some(&(at, next)) = chars.peek() {
                let inner = matches!(next, ',' | '.')
                    && rest(text, at + 1).starts_with(|c: char| c.is_ascii_digit());
                if !next.is_ascii_digit() && !inner {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            Kind::Number
        } else if ch.is_alphabetic() {
            while let Some(&(at, next)) = chars.peek() {
                let after = rest(text, at + next.len_utf8());
                let inner = match next {
                    '\'' | '’' => after.starts_with(char::is_alphabetic) && !possessive(after),
                    // "U.S." and "p.m.": points between single letters.
                    '.' => {
                        let so_far = text.get(start..at).unwrap_or("");
                        let piece = so_far.rsplit('.').next().unwrap_or("");
                        piece.chars().count() == 1
                            && (after.starts_with(char::is_alphabetic)
                                && !after.chars().nth(1).is_some_and(char::is_alphabetic)
                                || so_far.contains('.'))
                    }
                    _ => next.is_alphanumeric() || is_combining(next),
                };
                if !inner {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            Kind::Word
        } else if matches!(ch, '\'' | '’') && start == last_end && possessive(rest(text, end)) {
            if let Some((at, next)) = chars.next() {
                end = at + next.len_utf8();
            }
            Kind::Possessive
        } else if matches!(ch, '\'' | '’')
            && start == last_end
            && text
                .get(..start)
                .is_some_and(|before| before.ends_with(['s', 'S']))
            && !rest(text, end).starts_with(char::is_alphanumeric)
        {
            Kind::Possessive
        } else {
            Kind::Mark
        };
        let word = text.get(start..end).unwrap_or("");
        tokens.push(Token {
            span: Span::new(start, end),
            kind,
            case: case_of(word, kind),
            glued: start == last_end && start > 0,
            key: key_of(word),
        });
        last_end = end;
    }
}

/// The text from a byte on; empty past the end.
fn rest(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or("")
}

/// "s" and then no further letter: the rest of a possessive after its apostrophe.
fn possessive(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

fn is_combining(ch: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&ch)
}

fn case_of(word: &str, kind: Kind) -> Case {
    if kind != Kind::Word || !word.starts_with(char::is_uppercase) {
        return Case::Lower;
    }
    let mut letters = word
        .chars()
        .filter(|ch| ch.is_alphabetic())
        .skip(1)
        .peekable();
    if letters.peek().is_some() && letters.all(char::is_uppercase) {
        Case::Upper
    } else {
        Case::Capital
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let words = Words::of(text);
        words
            .tokens()
            .iter()
            .map(|token| words.str(*token).to_owned())
            .collect()
    }

    #[test]
    fn cuts_words_numbers_and_marks() {
        assert_eq!(
            cut("The NGO’s 1,234.5 state-owned firms (U.S. $5)."),
            [
                "The", "NGO", "’s", "1,234.5", "state", "-", "owned", "firms", "(", "U.S.", "$",
                "5", ")", "."
            ]
        );
        assert_eq!(
            cut("at 5 p.m. on Monday."),
            ["at", "5", "p.m.", "on", "Monday", "."]
        );
        assert_eq!(cut("N’Djamena didn't"), ["N’Djamena", "didn't"]);
        assert_eq!(cut("the judges' union"), ["the", "judges", "'", "union"]);
    }

    #[test]
    fn keys_ignore_case_and_apostrophe() {
        assert_eq!(key_of("Didn’t"), key_of("didn't"));
        assert_ne!(key_of("reports"), key_of("report"));
    }
}
