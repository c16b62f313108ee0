//! Sentences cut into words for comparing: pieces with their place, and stems that are blind to
//! tense and number.
//!
//! In: the text of a sentence. Out: its pieces, a key of its exact words, its stems. The stems
//! serve likeness only ("provides" and "provided" are one stem); nothing is annotated here.

use evenhand_report::Span;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What a piece of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Letters, with inner apostrophes, hyphens and points.
    Word,
    /// Digits, with inner commas and points.
    Number,
    /// One character of anything else.
    Mark,
}

/// Cuts a text into pieces, calling `each` with what it is and where it stands.
pub(crate) fn cut(text: &str, mut each: impl FnMut(Piece, Span)) {
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            if !first.is_whitespace() && first != '\u{ad}' {
                each(Piece::Mark, Span::new(start, start + first.len_utf8()));
            }
            continue;
        }
        let number = first.is_ascii_digit();
        let mut end = start + first.len_utf8();
        while let Some(&(at, ch)) = chars.peek() {
            let inside = ch.is_alphanumeric()
                || ('\u{300}'..='\u{36f}').contains(&ch)
                || joins(ch, text.get(at + ch.len_utf8()..), number);
            if !inside {
                break;
            }
            end = at + ch.len_utf8();
            chars.next();
        }
        each(
            if number { Piece::Number } else { Piece::Word },
            Span::new(start, end),
        );
    }
}

/// Whether a mark stands inside a word or number that goes on after it.
fn joins(mark: char, rest: Option<&str>, number: bool) -> bool {
    let next = rest.and_then(|rest| rest.chars().next());
    match mark {
        '.' | ',' if number => next.is_some_and(|ch| ch.is_ascii_digit()),
        '\'' | '’' | '-' | '‑' | '.' if !number => next.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// A hash that is the same on every machine: FNV-1a with a final mix.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key(u64);

impl Key {
    pub(crate) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    pub(crate) fn char(&mut self, ch: char) {
        if let Ok(byte) = u8::try_from(ch)
            && byte.is_ascii()
        {
            return self.byte(byte);
        }
        let mut buffer = [0; 4];
        for byte in ch.encode_utf8(&mut buffer).bytes() {
            self.byte(byte);
        }
    }

    pub(crate) fn number(&mut self, number: u64) {
        for byte in number.to_le_bytes() {
            self.byte(byte);
        }
    }

    pub(crate) const fn done(self) -> u64 {
        let hash = self.0 ^ (self.0 >> 32);
        let hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
        hash ^ (hash >> 32)
    }
}

/// A map by key. Keys are hashes already, so they are passed through. Never iterated.
pub(crate) type KeyMap<T> = HashMap<u64, T, BuildHasherDefault<Through>>;

/// Passes a key through as its own hash.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Through(u64);

impl Hasher for Through {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// A character as it counts for "word for word": one form for each kind of quotation mark, dash
/// and hyphen; editors exchange them without touching the words.
fn plain(ch: char) -> char {
    match ch {
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‑' | '‐' | '−' => '-',
        _ => ch,
    }
}

/// The key of the exact words of a text: white space folded, typographic variants made one.
pub(crate) fn exact_key(text: &str) -> u64 {
    let mut key = Key::new();
    for word in text.split_whitespace() {
        for ch in word.chars().filter(|ch| *ch != '\u{ad}') {
            key.char(plain(ch));
        }
        key.byte(b' ');
    }
    key.done()
}

/// Whether two pieces are the same but for typography.
pub(crate) fn same_letters(one: &str, other: &str) -> bool {
    one == other
        || one
            .chars()
            .map(plain)
            .filter(|ch| *ch != '\u{ad}')
            .eq(other.chars().map(plain).filter(|ch| *ch != '\u{ad}'))
}

/// The key all numbers share: a changed figure leaves the statement the same one.
pub(crate) const NUMBER: u64 = 0x6e75_6d62_6572;

/// The stem of a word in small letters, as a key.
///
/// Endings of tense, person and plural are cut without a dictionary; forms of be, have, do, can,
/// will and must, which editions move between tenses, are one each.
pub(crate) fn stem(word: &str, lower: &mut String) -> u64 {
    lower.clear();
    if word.is_ascii() {
        // Nearly every word: without this the tests on a long report take a third longer.
        lower.push_str(word);
        lower.make_ascii_lowercase();
        return stem_of(lower);
    }
    for ch in word.chars().filter(|ch| *ch != '\u{ad}') {
        lower.extend(plain(ch).to_lowercase());
    }
    stem_of(lower)
}

/// The key of the stem of a word in small letters.
fn stem_of(lower: &str) -> u64 {
    let bare = lower.strip_suffix("'s").unwrap_or(lower);
    let (stem, ending) = match bare {
        "is" | "are" | "was" | "were" | "been" | "being" => ("be", false),
        "has" | "had" | "having" => ("have", false),
        "does" | "did" | "done" => ("do", false),
        "may" | "might" | "could" => ("can", false),
        "would" | "shall" | "should" => ("will", false),
        "an" => ("a", false),
        "those" | "these" | "this" => ("that", false),
        _ => endless(bare),
    };
    let mut key = Key::new();
    stem.bytes().for_each(|byte| key.byte(byte));
    if ending {
        key.byte(b'y');
    }
    key.done()
}

/// A word without its ending of tense, person or number, and whether it ends in y.
fn endless(word: &str) -> (&str, bool) {
    if word.chars().count() < 4 {
        return (word, false);
    }
    let y = word
        .strip_suffix("ies")
        .or_else(|| word.strip_suffix("ied"))
        .or_else(|| word.strip_suffix('y'))
        .filter(|rest| rest.chars().count() > 1);
    if let Some(rest) = y {
        return (rest, true);
    }
    let word = word
        .strip_suffix('s')
        .filter(|rest| !rest.ends_with(['s', 'u', 'i']))
        .unwrap_or(word);
    let cut = word
        .strip_suffix("ing")
        .or_else(|| word.strip_suffix("ed"))
        .or_else(|| word.strip_suffix('e'))
        .filter(|rest| rest.chars().count() > 2)
        .unwrap_or(word);
    let mut last = cut.chars().rev();
    match (last.next(), last.next()) {
        (Some(a), Some(b)) if a == b && !"aeiouls".contains(a) && cut.len() < word.len() => {
            let mut chars = cut.chars();
            chars.next_back();
            (chars.as_str(), false)
        }
        _ => (cut, false),
    }
}

/// A word of a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) piece: Piece,
    pub(crate) span: Span,
    /// Its stem; of a number, [`NUMBER`]; of a mark, its character.
    pub(crate) stem: u64,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

/// The words and marks of a sentence, in order.
pub(crate) fn line(text: &str) -> Vec<Word> {
    let mut lower = String::new();
    let mut words = Vec::new();
    cut(text, |piece, span| {
        let word = span.of(text);
        words.push(Word {
            piece,
            span,
            stem: match piece {
                Piece::Word => stem(word, &mut lower),
                Piece::Number => NUMBER,
                Piece::Mark => word
                    .chars()
                    .next()
                    .map_or(0, |mark| u64::from(u32::from(mark))),
            },
            capital: word.starts_with(char::is_uppercase),
        });
    });
    words
}

/// A table from words to what they stand for, looked up by stem. Never iterated.
#[derive(Debug)]
pub(crate) struct Table<T>(KeyMap<T>);

impl<T: Copy> Table<T> {
    /// A table of `(words parted by white space, value)` rows; a later row wins.
    pub(crate) fn new(rows: &[(&str, T)]) -> Self {
        let mut lower = String::new();
        let mut map = KeyMap::default();
        for (words, value) in rows {
            for word in words.split_whitespace() {
                map.insert(stem(word, &mut lower), *value);
            }
        }
        Self(map)
    }

    /// What the word with this stem stands for.
    pub(crate) fn get(&self, stem: u64) -> Option<T> {
        self.0.get(&stem).copied()
    }

    /// Whether the word with this stem is in the table.
    pub(crate) fn has(&self, stem: u64) -> bool {
        self.0.contains_key(&stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        cut(text, |_, span| found.push(span.of(text)));
        found
    }

    fn stem_key(word: &str) -> u64 {
        stem(word, &mut String::new())
    }

    #[test]
    fn cuts_words_numbers_and_marks() {
        assert_eq!(
            pieces("The state-owned firm’s U.S. arm paid 1,204.5 drel (2022)."),
            [
                "The",
                "state-owned",
                "firm’s",
                "U.S",
                ".",
                "arm",
                "paid",
                "1,204.5",
                "drel",
                "(",
                "2022",
                ")",
                "."
            ]
        );
        assert_eq!(
            pieces("in 2019, 12-14"),
            ["in", "2019", ",", "12", "-", "14"]
        );
    }

    #[test]
    fn tense_and_plural_share_a_stem() {
        for (one, other) in [
            ("provides", "provided"),
            ("prohibit", "prohibited"),
            ("is", "were"),
            ("may", "could"),
            ("agencies", "agency"),
            ("stopped", "stops"),
            ("NGO’s", "NGO"),
            ("carried", "carries"),
        ] {
            assert_eq!(stem_key(one), stem_key(other), "{one} {other}");
        }
        for (one, other) in [("prison", "person"), ("police", "policy"), ("no", "not")] {
            assert_ne!(stem_key(one), stem_key(other), "{one} {other}");
        }
    }

    #[test]
    fn typography_does_not_change_the_exact_key() {
        assert_eq!(
            exact_key("the “party’s”\u{a0} men"),
            exact_key("the \"party's\" men")
        );
        assert_ne!(exact_key("the men"), exact_key("the man"));
    }
}
