//! Plain text: lines into paragraphs, list items, quotations and headings.
//!
//! Whether a line is a paragraph or part of one is told from the document as a whole: lines that
//! break off inside sentences were wrapped. Nothing of the words is changed.

use crate::html::LOOKS_LIKE_HEADING;
use crate::page::{Block, Page, Piece, References, Writer};
use crate::wrapped::{self, is_titled};
use evenhand_report::PassageKind;

/// Longest line that may be a heading, in bytes.
const LONGEST_HEADING: usize = 160;

/// One line of the source.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    start: usize,
    /// Without white space at its ends.
    words: &'a str,
}

/// Reads a plain text.
pub(crate) fn read(source: &str) -> Page {
    let lines = lines(source);
    let wrapped = is_wrapped(&lines);
    let width = lines
        .iter()
        .map(|line| line.words.chars().count())
        .filter(|width| *width <= wrapped::WIDEST)
        .max()
        .unwrap_or(0);
    let mut page = Page::default();
    let mut writer = Writer::new(source, References::Literal);
    let mut kind = PassageKind::Paragraph;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let next = lines.get(at + 1).map_or("", |line| line.words);
        let starts_block = !writer.has_block();
        if line.words.is_empty() || is_rule(line.words) {
            end_block(&mut page, &mut writer, kind);
            at += 1;
            continue;
        }
        let ends = next.is_empty() || is_rule(next) || wrapped::is_heading(line.words, next);
        let alone = !wrapped || starts_block && ends;
        let underlined = starts_block && is_rule(next) && next.len() >= 3;
        let level = heading_level(line.words, alone, underlined);
        if let Some(level) = level.filter(|_| starts_block || !wrapped) {
            end_block(&mut page, &mut writer, kind);
            writer.append(line.start, line.start + line.words.len());
            if let Some(text) = writer.take_block() {
                page.pieces.push(Piece::Heading {
                    text,
                    level,
                    at: u32::try_from(writer.len()).unwrap_or(u32::MAX),
                });
            }
            at += 1;
            continue;
        }
        let (line_kind, mark) = kind_of(line.words);
        if !wrapped || line_kind == PassageKind::ListItem || !writer.has_block() {
            end_block(&mut page, &mut writer, kind);
            kind = line_kind;
        }
        let skip = if line_kind == kind { mark } else { 0 };
        writer.space(line.start);
        writer.append(line.start + skip, line.start + line.words.len());
        if wrapped && wrapped::ends_paragraph(line.words, width) {
            end_block(&mut page, &mut writer, kind);
        }
        at += 1;
    }
    end_block(&mut page, &mut writer, kind);
    (page.text, page.source_map) = writer.finish();
    page
}

fn end_block(page: &mut Page, writer: &mut Writer<'_>, kind: PassageKind) {
    if let Some(span) = writer.end_block() {
        page.pieces.push(Piece::Block(Block {
            kind,
            span,
            lead: 0,
            strong: false,
            links: Vec::new(),
        }));
    }
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in source.split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        let inside = line.trim_start();
        lines.push(Line {
            start: start + line.len() - inside.len(),
            words: inside.trim_end(),
        });
        start += line.len();
        start += source
            .get(start..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
    }
    lines
}

/// Whether lines break off inside sentences: then an empty line parts paragraphs, not a new line.
fn is_wrapped(lines: &[Line<'_>]) -> bool {
    let (mut followed, mut broken_off, mut wide) = (0_usize, 0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.words.len() > wrapped::WIDEST && line.words.chars().count() > wrapped::WIDEST {
            wide += 1;
        }
        if line.words.len() < 30 || next.words.is_empty() {
            continue;
        }
        followed += 1;
        broken_off += usize::from(!wrapped::ends_sentence(line.words));
    }
    followed > 0 && broken_off * 2 >= followed && wide * 10 <= followed
}

/// A line of marks under or between text.
fn is_rule(words: &str) -> bool {
    words.len() >= 3
        && words
            .bytes()
            .all(|byte| matches!(byte, b'=' | b'-' | b'_' | b'*' | b'~' | b' '))
}

/// The level of a line that is a heading.
fn heading_level(words: &str, alone: bool, underlined: bool) -> Option<u8> {
    if words.len() > LONGEST_HEADING
        || words.ends_with(['.', ';', ',', '!', '?']) && !is_marker(words)
    {
        return None;
    }
    let lower = words.to_lowercase();
    let numbered = lower.strip_prefix("section ").is_some_and(|rest| {
        let after = rest.trim_start_matches(|ch: char| ch.is_ascii_digit());
        after.len() < rest.len() && after.starts_with(['.', ':', ' ', '–', '-'])
    });
    if numbered && is_titled(words) || is_marker(words) {
        return Some(2);
    }
    if lower == "executive summary" {
        return Some(2);
    }
    if underlined {
        return Some(3);
    }
    let letters = words.chars().filter(|ch| ch.is_alphabetic()).count();
    if letters >= 4 && !words.contains(char::is_lowercase) && words.contains(char::is_uppercase) {
        return Some(4);
    }
    let bytes = words.as_bytes();
    let lettered = bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes.get(1) == Some(&b'.')
        && bytes.get(2) == Some(&b' ');
    if alone && lettered && is_titled(words.get(3..).unwrap_or("")) {
        return Some(3);
    }
    let count = words.split(' ').count();
    (alone && count <= 12 && words.len() <= 90 && !words.ends_with(':') && is_titled(words))
        .then_some(LOOKS_LIKE_HEADING)
}

/// "Section 1." on a line of its own.
fn is_marker(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower
        .strip_prefix("section ")
        .and_then(|rest| rest.strip_suffix('.'))
        .is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// What a line is, and the length of the mark that says so and is no word.
fn kind_of(words: &str) -> (PassageKind, usize) {
    let after_space = |len: usize| {
        let rest = words.get(len..).unwrap_or("");
        rest.starts_with(char::is_whitespace)
            .then(|| words.len() - rest.trim_start().len())
    };
    let first = words.chars().next().unwrap_or(' ');
    match first {
        '-' | '*' | '•' | '–' | '▪' | '●' | '◦' | '·' | '+' => {
            after_space(first.len_utf8()).map_or((PassageKind::Paragraph, 0), |len| {
                (PassageKind::ListItem, len)
            })
        }
        '>' => (PassageKind::Quotation, after_space(1).unwrap_or(1)),
        _ if is_numbered(words) => (PassageKind::ListItem, 0),
        _ => (PassageKind::Paragraph, 0),
    }
}

/// "1. ", "12) ", "(a) ": the number stays with the words.
fn is_numbered(words: &str) -> bool {
    let inside = words.strip_prefix('(').unwrap_or(words);
    let mark = inside
        .bytes()
        .take(4)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let number = inside.get(..mark).unwrap_or("");
    let close = inside.get(mark..).unwrap_or("");
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    mark > 0
        && mark <= 3
        && (close.starts_with(") ") && (digits || mark == 1)
            || close.starts_with(". ") && digits && inside.len() == words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(source: &str) -> Vec<String> {
        let page = read(source);
        page.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Heading { text, level, .. } => format!("h{level} {text}"),
                Piece::Block(block) => format!("{} {}", block.kind, block.span.of(&page.text)),
            })
            .collect()
    }

    #[test]
    fn a_line_a_paragraph() {
        assert_eq!(
            blocks(
                "The harbour court opened its doors on Monday.\r\nIt heard nine crews.\r\n\r\nEnd of it.\r\n"
            ),
            [
                "paragraph The harbour court opened its doors on Monday.",
                "paragraph It heard nine crews.",
                "paragraph End of it."
            ]
        );
    }

    #[test]
    fn wrapped_lines_headings_and_lists() {
        assert_eq!(
            blocks(
                "EXECUTIVE SUMMARY\n\nThe harbour court opened its doors on the first Monday\nof \
                 May and heard nine crews in the course of\nthe week.\n\na. Camp Conditions\n\n- one \
                 thing\n- another thing\n\nQuiet Days\n==========\n> as they said\n"
            ),
            [
                "h2 EXECUTIVE SUMMARY",
                "paragraph The harbour court opened its doors on the first Monday of May and heard \
                 nine crews in the course of the week.",
                "h3 a. Camp Conditions",
                "list_item one thing",
                "list_item another thing",
                "h3 Quiet Days",
                "quotation as they said"
            ]
        );
    }
}
