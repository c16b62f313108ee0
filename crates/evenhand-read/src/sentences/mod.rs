//! One passage in, its sentences out, as spans.
//!
//! Own rules over the marks that may end a sentence: what the word before a point is, and what
//! follows. Sentences do not touch white space at their ends; between them lie only white space,
//! list marks and marks of notes. No dictionary of names, no model; one pass, linear time.

mod abbreviations;
mod ends;

use abbreviations::begins_sentence;
use evenhand_report::Span;

/// Longest quotation that is kept whole, in bytes. Quotations of several sentences stay with the
/// words that credit them, as the annotators of the gold sentences kept them; longer ones are cut.
const QUOTATION_REACH: usize = 600;

/// The sentences of `text`, in order; spans count bytes of `text`.
///
/// ```
/// let text = "Gen. M. Ostrava met the U.S. envoy at 5 p.m. on Monday. “No. 5 is open.” He left.";
/// let sentences: Vec<&str> =
///     evenhand_read::sentences::split(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(sentences.len(), 3);
/// assert_eq!(sentences[1], "“No. 5 is open.”");
/// ```
#[must_use]
pub fn split(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    split_into(text, 0, &mut sentences);
    sentences
}

/// Adds the sentences of `text` to `sentences`, their spans moved on by `origin`.
pub(crate) fn split_into(text: &str, origin: u32, sentences: &mut Vec<Span>) {
    let mut splitter = Splitter {
        text,
        bytes: text.as_bytes(),
        start: 0,
        bracket: None,
        quotation: None,
        resume: 0,
    };
    splitter.start = splitter.after_list_mark(splitter.skip_space(0));
    let mut at = splitter.start;
    while let Some(found) = splitter.next_mark(at) {
        let Some(end) = splitter.ends(found) else {
            at = splitter.resume.max(found.after);
            continue;
        };
        splitter.add(end.sentence, origin, sentences);
        splitter.start = end.next;
        splitter.bracket = None;
        splitter.quotation = None;
        at = end.next;
    }
    splitter.add(text.len(), origin, sentences);
}

/// A mark that may end a sentence.
#[derive(Debug, Clone, Copy)]
struct Mark {
    /// Where it stands.
    at: usize,
    /// One past it.
    after: usize,
    kind: Ending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// ".": may be many things.
    Point,
    /// "!", "?", "؟" and the like.
    Cry,
    /// "…", "...".
    Ellipsis,
    /// "。": no space need follow.
    Wide,
}

/// The end of one sentence and the start of the next.
#[derive(Debug, Clone, Copy)]
struct End {
    sentence: usize,
    next: usize,
}

struct Splitter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    /// Start of the sentence.
    start: usize,
    /// A bracket that opened inside the sentence and is not closed.
    bracket: Option<usize>,
    /// A quotation that opened in the sentence and is not closed: its mark, and one past it.
    quotation: Option<(char, usize)>,
    /// Past the marks that were weighed last.
    resume: usize,
}

/// Bytes at which the scan stops: ends, brackets, and first bytes of ends in other scripts.
static STOPS: [bool; 256] = stops();

const fn stops() -> [bool; 256] {
    let mut stops = [false; 256];
    stops[b'.' as usize] = true;
    stops[b'!' as usize] = true;
    stops[b'?' as usize] = true;
    stops[b'(' as usize] = true;
    stops[b')' as usize] = true;
    stops[b'"' as usize] = true;
    stops[0xc2] = true;
    stops[0xd6] = true;
    stops[0xd8] = true;
    stops[0xdb] = true;
    stops[0xe0] = true;
    stops[0xe1] = true;
    stops[0xe2] = true;
    stops[0xe3] = true;
    stops[0xef] = true;
    stops
}

fn is_closer(ch: char) -> bool {
    matches!(
        ch,
        '"' | '\'' | '’' | '”' | '»' | ')' | ']' | '›' | '」' | '』' | '）' | '*' | '_' | '}'
    )
}

/// Whether a quotation that `open` began ends with `mark`.
fn closes(open: char, mark: char) -> bool {
    match open {
        '“' => mark == '”',
        '„' => matches!(mark, '“' | '”'),
        '«' => mark == '»',
        _ => mark == open,
    }
}

fn is_opener(ch: char) -> bool {
    matches!(
        ch,
        '"' | '\''
            | '‘'
            | '“'
            | '„'
            | '«'
            | '('
            | '['
            | '‹'
            | '「'
            | '『'
            | '（'
            | '¿'
            | '¡'
            | '{'
    )
}

impl<'a> Splitter<'a> {
    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.rest(at).chars().next(),
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        match at.checked_sub(1).and_then(|at| self.bytes.get(at)) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text.get(..at)?.chars().next_back(),
        }
    }

    fn skip_space(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(ch) = self.char_at(at).filter(|ch| ch.is_whitespace()) {
            at += ch.len_utf8();
        }
        at
    }

    /// Passes over "1.", "12)", "(a)", "•" at the start of a passage.
    fn after_list_mark(&self, at: usize) -> usize {
        let rest = self.rest(at);
        let noted = self.after_note_mark(at);
        if noted > at && noted < self.text.len() {
            return noted;
        }
        let inside = rest.strip_prefix('(').unwrap_or(rest);
        let opened = rest.len() - inside.len();
        let mark = inside
            .bytes()
            .take(4)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let number = inside.get(..mark).unwrap_or("");
        let counts = number.bytes().all(|byte| byte.is_ascii_digit()) && mark <= 3
            || mark == 1
            || number
                .bytes()
                .all(|byte| matches!(byte, b'i' | b'v' | b'x'));
        let close = inside.as_bytes().get(mark).copied();
        let closes = match close {
            Some(b')') => true,
            Some(b'.') => opened == 0 && number.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        let after = at + opened + mark + 1;
        if mark > 0 && counts && closes && self.char_at(after).is_some_and(char::is_whitespace) {
            let next = self.skip_space(after);
            let word = self.char_at(next);
            // "1. The law", not "18. prosinca".
            if word.is_some_and(|ch| !ch.is_lowercase() || close == Some(b')')) {
                return next;
            }
        }
        if let Some(ch) = rest
            .chars()
            .next()
            .filter(|ch| matches!(ch, '•' | '▪' | '●' | '◦' | '‣' | '·'))
        {
            return self.skip_space(at + ch.len_utf8());
        }
        at
    }

    /// The next mark at or after `from`; brackets are noted on the way.
    fn next_mark(&mut self, from: usize) -> Option<Mark> {
        let mut at = from;
        loop {
            at += self
                .bytes
                .get(at..)?
                .iter()
                .position(|byte| STOPS[*byte as usize])?;
            let byte = self.bytes[at];
            let mark = |len: usize, kind: Ending| {
                Some(Mark {
                    at,
                    after: at + len,
                    kind,
                })
            };
            match byte {
                b'.' => return mark(1, Ending::Point),
                b'!' | b'?' => return mark(1, Ending::Cry),
                b'(' => {
                    if at > self.start {
                        self.bracket = Some(at);
                    }
                    at += 1;
                }
                b')' => {
                    self.bracket = None;
                    at += 1;
                }
                b'"' => {
                    self.quotation_mark('"', at);
                    at += 1;
                }
                _ => {
                    let ch = self.char_at(at)?;
                    let len = ch.len_utf8();
                    match ch {
                        '…' => return mark(len, Ending::Ellipsis),
                        '؟' | '۔' | '։' | '।' | '॥' | '།' | '።' | '፧' | '។' | '၊' | '။' | '‼'
                        | '⁇' | '⁈' | '⁉' => {
                            return mark(len, Ending::Cry);
                        }
                        '。' | '！' | '？' | '｡' => return mark(len, Ending::Wide),
                        '“' | '”' | '„' | '«' | '»' => {
                            self.quotation_mark(ch, at);
                            at += len;
                        }
                        _ => at += len,
                    }
                }
            }
        }
    }

    /// Notes where quotations open and close.
    fn quotation_mark(&mut self, mark: char, at: usize) {
        if let Some((open, _)) = self.quotation
            && closes(open, mark)
        {
            self.quotation = None;
            return;
        }
        let opens = match mark {
            '“' | '„' | '«' => true,
            '"' => self
                .char_before(at)
                .is_none_or(|ch| ch.is_whitespace() || is_opener(ch)),
            _ => false,
        };
        if opens {
            self.quotation = Some((mark, at + mark.len_utf8()));
        }
    }

    /// Inside a quotation that closes soon.
    fn is_open_quotation(&self, after: usize) -> bool {
        self.quotation.is_some_and(|(open, start)| {
            let reach = QUOTATION_REACH.saturating_sub(after.saturating_sub(start));
            self.rest(after)
                .char_indices()
                .take_while(|(at, _)| *at < reach)
                .find(|(_, ch)| closes(open, *ch) || *ch == open)
                .is_some_and(|(_, ch)| closes(open, ch))
        })
    }

    /// Whether the mark ends the sentence, and where.
    fn ends(&mut self, mark: Mark) -> Option<End> {
        let mut kind = mark.kind;
        let mut after = mark.after;
        let mut points = usize::from(kind == Ending::Point);
        let mut closed = false;
        // Further marks and closing quotation marks and brackets belong to the end.
        while let Some(ch) = self.char_at(after) {
            match ch {
                '.' => points += 1,
                '!' | '?' => kind = Ending::Cry,
                '…' => kind = Ending::Ellipsis,
                '。' | '！' | '？' => kind = Ending::Wide,
                ' ' if self.rest(after).starts_with(" . ")
                    || self.rest(after).starts_with(" ..") =>
                {
                    // ". . ." with spaces.
                }
                ')' if self.bracket.is_some() => {
                    self.bracket = None;
                    closed = true;
                }
                '\'' | '’' if self.is_possessive(after) => break,
                _ if is_closer(ch) => {
                    if let Some((open, _)) = self.quotation
                        && closes(open, ch)
                    {
                        self.quotation = None;
                    }
                    closed = true;
                }
                _ => break,
            }
            after += ch.len_utf8();
        }
        self.resume = after;
        if kind == Ending::Point && points >= 3 && !closed {
            kind = Ending::Ellipsis;
        }
        let next = self.skip_space(after);
        if next >= self.text.len() {
            return None;
        }
        if kind == Ending::Wide {
            return Some(End {
                sentence: after,
                next,
            });
        }
        if next == after {
            return self.missing_space(mark, after, closed);
        }
        if self.is_open_bracket() || self.is_open_quotation(after) {
            return None;
        }
        let next = self.after_note_mark(next);
        let opening = self.opening_of(next);
        let first = self.char_at(opening)?;
        let quoted = opening > next;
        if !self.may_begin(first, opening, quoted, kind) {
            return None;
        }
        let word = self.word_at(opening);
        let ends = match kind {
            Ending::Cry | Ending::Wide => true,
            Ending::Ellipsis => points > 3 || closed || begins_sentence(word),
            Ending::Point => self.point_ends(mark.at, closed, first, word, quoted),
        };
        ends.then_some(End {
            sentence: after,
            next,
        })
    }

    /// Adds the sentence that ends at `end`; marks without a word are none.
    fn add(&self, end: usize, origin: u32, sentences: &mut Vec<Span>) {
        let words = self.text.get(self.start..end).unwrap_or("").trim_end();
        let words = without_note_mark(words);
        if words.contains(char::is_alphanumeric) {
            sentences.push(Span::new(self.start, self.start + words.len()).shifted(origin));
        }
    }
}

/// A last sentence without the mark of a note behind its end: `quiet.[3]` is `quiet.`.
fn without_note_mark(words: &str) -> &str {
    let Some((head, mark)) = words.rsplit_once('[') else {
        return words;
    };
    let number = mark.strip_suffix(']').unwrap_or("");
    let is_mark = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let head = head.trim_end();
    if is_mark && head.ends_with(['.', '!', '?', '”', '"', ')']) {
        head
    } else {
        words
    }
}

#[cfg(test)]
mod tests;
