//! Whether a mark ends a sentence: the word before it, and what follows.
//!
//! The judgements of [`Splitter`], apart from the scan that finds the marks. What is an
//! abbreviation and what begins a sentence is in `abbreviations`.

use super::abbreviations::{self, Point, begins_sentence, follows_time, is_lettered, point};
use super::{End, Ending, Mark, Splitter, is_closer, is_opener};

/// Longest stretch in which a bracket is expected to close, in bytes.
const BRACKET_REACH: usize = 400;

impl<'a> Splitter<'a> {
    /// "’s" right after a mark: "Yahoo!’s".
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        let mut chars = self.rest(at).chars().skip(1);
        chars.next() == Some('s') && !chars.next().is_some_and(char::is_alphanumeric)
    }

    /// Inside a bracket that opened within the sentence and closes soon.
    pub(super) fn is_open_bracket(&self) -> bool {
        self.bracket.is_some_and(|open| {
            let reach = (open + BRACKET_REACH).min(self.bytes.len());
            self.bytes
                .get(open + 1..reach)
                .is_some_and(|inside| memchr::memchr(b')', inside).is_some())
        })
    }

    /// Passes over the mark of a note between two sentences: `year. [12] The`; "year. 12 The" has none.
    pub(super) fn after_note_mark(&self, next: usize) -> usize {
        let rest = self.rest(next);
        if let Some(inside) = rest.strip_prefix('[') {
            let digits = inside
                .bytes()
                .take(4)
                .take_while(u8::is_ascii_digit)
                .count();
            if digits > 0 && inside.as_bytes().get(digits) == Some(&b']') {
                return self.skip_space(next + digits + 2);
            }
        }
        next
    }

    /// One past the opening quotation marks and brackets at `at`.
    pub(super) fn opening_of(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(ch) = self.char_at(at).filter(|ch| is_opener(*ch)) {
            at += ch.len_utf8();
        }
        at
    }

    /// Whether a sentence may begin with this character.
    pub(super) fn may_begin(&self, first: char, at: usize, quoted: bool, kind: Ending) -> bool {
        if first.is_lowercase() {
            // "al-Nuri said": names that begin small after the article.
            let word = self.word_at(at);
            return kind != Ending::Ellipsis
                && matches!(
                    word,
                    "al" | "el" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "e" | "i"
                )
                && matches!(
                    self.rest(at + word.len()).chars().next(),
                    Some('-' | '–' | '’')
                )
                && self
                    .rest(at + word.len())
                    .chars()
                    .nth(1)
                    .is_some_and(char::is_uppercase);
        }
        if first.is_alphanumeric() {
            return true;
        }
        match first {
            '$' | '€' | '£' | '@' | '#' => true,
            '•' | '▪' | '●' | '–' | '—' | '-' => self
                .rest(self.skip_space(at + first.len_utf8()))
                .starts_with(|ch: char| ch.is_uppercase() || is_opener(ch)),
            _ => quoted && first != '.' && first != '…' && !first.is_whitespace(),
        }
    }

    /// The word that begins at `at`.
    pub(super) fn word_at(&self, at: usize) -> &'a str {
        let rest = self.rest(at);
        let len = rest
            .char_indices()
            .take(24)
            .find(|(_, ch)| !ch.is_alphanumeric())
            .map_or_else(
                || rest.char_indices().nth(24).map_or(rest.len(), |(at, _)| at),
                |(at, _)| at,
            );
        rest.get(..len).unwrap_or("")
    }

    /// The word before the point at `at`, with inner points, and where it begins.
    fn word_before(&self, at: usize) -> (&'a str, usize) {
        let mut start = at;
        // Longer than any abbreviation, and then it does not matter how long.
        while start > self.start && at - start < 2 * abbreviations::LONGEST {
            match self.char_before(start) {
                Some(ch) if ch.is_alphanumeric() || matches!(ch, '.' | '/' | '&') => {
                    start -= ch.len_utf8();
                }
                _ => break,
            }
        }
        (self.text.get(start..at).unwrap_or(""), start)
    }

    /// Whether the point at `at` ends a sentence before `word`, which begins with `first`.
    pub(super) fn point_ends(
        &self,
        at: usize,
        closed: bool,
        first: char,
        word: &str,
        quoted: bool,
    ) -> bool {
        let (before, start) = self.word_before(at);
        if before.is_empty() {
            return true;
        }
        let digit = first.is_ascii_digit();
        match point(before) {
            // "Main St. The": a street, where no saint's name follows.
            Point::Title => return (closed || before == "St") && begins_sentence(word),
            Point::BeforeNumber => return !digit && !is_roman(word) && !self.is_symbol(first),
            Point::Inside => return begins_sentence(word) && !digit,
            Point::Time => return !follows_time(word) && !digit,
            Point::End => {}
        }
        let mut letters = before.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else {
            return self.dotted_ends(before, word, digit);
        };
        if digit || !letter.is_uppercase() {
            // A list mark at the start ("a. The law"), a sub-section elsewhere ("section b. The").
            return !(letter.is_alphabetic() && start == self.start) || closed;
        }
        // A single capital: an initial, unless it names a class or the next word begins a sentence.
        if start == self.start {
            return false;
        }
        if closed || quoted {
            return true;
        }
        let previous = self.previous_word(start);
        begins_sentence(word) || is_lettered(previous)
    }

    fn is_symbol(&self, first: char) -> bool {
        matches!(first, '§' | '#' | '№')
    }

    /// Words with inner points: "U.S.S.R.", "1.c.", "state.gov".
    fn dotted_ends(&self, before: &str, word: &str, digit: bool) -> bool {
        if !before.contains('.') {
            return true;
        }
        let pieces = before.split('.');
        let single = pieces
            .clone()
            .all(|piece| piece.chars().count() == 1 && piece.chars().all(char::is_alphabetic));
        // "D.C. The" ends, "D.C. Circuit" does not.
        !single || begins_sentence(word) && !digit
    }

    fn previous_word(&self, at: usize) -> &'a str {
        let head = self.text.get(self.start..at).unwrap_or("");
        let tail_start = head.len().saturating_sub(24);
        let tail = (tail_start..=head.len())
            .find_map(|from| head.get(from..))
            .unwrap_or("");
        tail.trim_end().rsplit([' ', '\u{a0}']).next().unwrap_or("")
    }

    /// A sentence that begins without a space after the last: "year.The", "percent).In".
    pub(super) fn missing_space(&self, mark: Mark, after: usize, closed: bool) -> Option<End> {
        let mut next = after;
        // The mark of a note: "year.12 The", "year.[12] The".
        let rest = self.rest(after);
        let inside = rest.strip_prefix('[').unwrap_or(rest);
        let digits = inside
            .bytes()
            .take(4)
            .take_while(u8::is_ascii_digit)
            .count();
        let in_brackets = inside.len() < rest.len();
        if (1..=3).contains(&digits) {
            let mut end = after + digits;
            if in_brackets {
                (inside.as_bytes().get(digits) == Some(&b']')).then_some(())?;
                end += 2;
            }
            next = self.skip_space(end);
            if next == end || next >= self.text.len() {
                return None;
            }
        }
        if self.is_open_bracket() || self.is_open_quotation(after) {
            return None;
        }
        let noted = next > after;
        let (before, start) = self.word_before(mark.at);
        let opening = self.opening_of(next);
        let first = self.char_at(opening)?;
        if !first.is_uppercase() {
            return None;
        }
        let word = self.word_at(opening);
        if noted {
            let letters = before.chars().all(char::is_alphabetic) && before.chars().count() > 1;
            return (letters && point(before) == Point::End || closed).then_some(End {
                sentence: after,
                next,
            });
        }
        let small = before.chars().all(|ch| ch.is_lowercase()) && before.chars().count() > 1;
        let number = !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit());
        let bracketed = self.char_before(mark.at).is_some_and(is_closer);
        let ends_plainly = closed || bracketed || small || number || mark.kind != Ending::Point;
        // An address has no space on either side: "www.Example.Org/a".
        let tail = self.rest(opening + word.len());
        let in_address =
            tail.starts_with(['.', '/', '@', '_']) && !tail.starts_with(". ") && tail.len() > 1
                || self.char_before(start).is_some_and(|ch| {
                    matches!(ch, '@' | '_' | '-' | ':') && ch != ':' || ch == '/'
                });
        let capitalised = word.chars().nth(1).is_none_or(char::is_lowercase);
        let plausible = capitalised || closed;
        let one_letter = word.chars().count() == 1 && !matches!(word, "A" | "I");
        let ends = plausible
            && !in_address
            && !one_letter
            && if ends_plainly {
                !number || begins_sentence(word)
            } else {
                begins_sentence(word) && point(before) == Point::End && before.chars().count() > 1
            };
        ends.then_some(End {
            sentence: after,
            next,
        })
    }
}

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 5
        && word
            .bytes()
            .all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'))
}
