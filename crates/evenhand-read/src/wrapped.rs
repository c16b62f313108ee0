//! Text whose lines were wrapped at a width, as programs write that take text out of PDF files:
//! where its paragraphs end, and which lines are headings.
//!
//! Seen as plain text files, and once as a page of the 2024 edition pasted into one paragraph.

use crate::outline;

/// Wrapped text is not wider than this, in characters.
pub(crate) const WIDEST: usize = 130;
/// A last line is shorter than this share of the width, in percent.
const LAST_LINE_PERCENT: usize = 85;
/// Longest line that may be a heading, in bytes.
const LONGEST_HEADING: usize = 110;

/// Whether a line ends a sentence.
pub(crate) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')', ']', '»', ' '])
        .ends_with(['.', '!', '?', ':', ';', '…', '。', '؟'])
}

/// Whether a line ends its paragraph: it ends a sentence and leaves room that was not used.
pub(crate) fn ends_paragraph(line: &str, width: usize) -> bool {
    ends_sentence(line) && line.chars().count() * 100 < width * LAST_LINE_PERCENT
}

/// Whether a line where a paragraph may begin is a heading.
pub(crate) fn is_heading(line: &str, next: &str) -> bool {
    let goes_on = next.starts_with(char::is_lowercase) && !outline::is_numbered(next);
    if line.len() > LONGEST_HEADING || goes_on {
        return false;
    }
    outline::is_numbered(line) || !ends_sentence(line) && is_titled(line)
}

/// Words in title case: every longer word begins with a capital.
pub(crate) fn is_titled(words: &str) -> bool {
    let mut seen = false;
    for word in words.split([' ', '/', '-']) {
        let word = word.trim_matches(|ch: char| !ch.is_alphanumeric());
        let Some(first) = word.chars().next() else {
            continue;
        };
        let title = first.is_uppercase() || first.is_ascii_digit();
        let small = matches!(
            word,
            "a" | "an"
                | "and"
                | "against"
                | "as"
                | "at"
                | "by"
                | "for"
                | "from"
                | "in"
                | "of"
                | "on"
                | "or"
                | "s"
                | "the"
                | "to"
                | "with"
        );
        if !title && (!seen || !small) {
            return false;
        }
        seen = true;
    }
    seen
}

/// Fewest lines of a paragraph of a page that is wrapped text.
const FEWEST_LINES: usize = 40;

/// The width of a long paragraph of a page whose lines were wrapped; none where it is ordinary.
pub(crate) fn width_of(text: &str) -> Option<usize> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    if breaks < FEWEST_LINES {
        return None;
    }
    let (mut width, mut full, mut wide) = (0, 0, 0);
    for line in text.lines() {
        let len = line.trim().chars().count();
        if len > WIDEST {
            wide += 1;
        } else {
            width = width.max(len);
        }
        full += usize::from(len > 40);
    }
    (wide * 20 <= breaks && full * 2 > breaks).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_headings() {
        assert!(ends_paragraph("of the week.", 60));
        assert!(!ends_paragraph(
            "of the week and the court at the end of it sat down.",
            60
        ));
        assert!(is_heading("a. Harbour Cells", "The court"));
        assert!(is_heading("Section 2. Liberty", "a. Harbour Cells"));
        assert!(!is_heading("The Court of Nordavia", "and its crew"));
        assert!(!is_heading("The court sat.", "It heard"));
    }
}
