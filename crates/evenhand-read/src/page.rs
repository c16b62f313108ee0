//! What every format's reader hands on: the text of a document in pieces, before its outline is
//! understood and its sentences are cut.
//!
//! [`Writer`] takes stretches of the source and keeps the text, folded, with the way back. It does
//! not know markup: the reader of a format says where blocks begin and end.

use crate::html::references::{Reference, reference};
use evenhand_report::{Link, PassageKind, SourceMap, Span};

/// One block of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A heading; its words are not part of the text.
    Heading {
        /// Its words.
        text: String,
        /// 1 for the highest, as the format counts; deeper than 6 for lines that only look it.
        level: u8,
        /// Where in the text it stands.
        at: u32,
    },
    /// A paragraph, list item, quotation, cell or note.
    Block(Block),
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it is on the page.
    pub(crate) kind: PassageKind,
    /// Its words.
    pub(crate) span: Span,
    /// Length of the words at its start that are set off (bold, underlined, italic).
    pub(crate) lead: u32,
    /// The lead is bold or underlined.
    pub(crate) strong: bool,
    /// Its links.
    pub(crate) links: Vec<Link>,
}

/// What a document says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub(crate) title: Option<String>,
    pub(crate) site: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) country: Option<String>,
    /// The page calls itself a draft.
    pub(crate) draft: bool,
}

/// A document in pieces.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) source_map: SourceMap,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) metadata: Metadata,
    /// The main text was found by guessing.
    pub(crate) guessed: bool,
    /// The page is cut off or nested without end.
    pub(crate) broken: bool,
    /// Letters of text inside the main text that were left out on purpose.
    pub(crate) left_out: usize,
}

/// How `&` is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum References {
    /// "&amp;" stands for "&".
    Resolved,
    /// "&amp;" stands for itself.
    Literal,
}

/// Writes the text of a document block by block.
#[derive(Debug)]
pub(crate) struct Writer<'a> {
    source: &'a str,
    text: String,
    map: SourceMap,
    references: References,
    /// Start of the block in the text, once it has a visible character.
    block: Option<usize>,
    /// White space in the source, not yet written, since the last visible character.
    space: Option<usize>,
}

/// How a byte is read.
const PLAIN: u8 = 0;
const SPACE: u8 = 1;
const AMPERSAND: u8 = 2;
const LOOK: u8 = 3;

static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [PLAIN; 256];
    let mut at = 0;
    while at <= 0x20 {
        classes[at] = SPACE;
        at += 1;
    }
    classes[0x7f] = SPACE;
    classes[b'&' as usize] = AMPERSAND;
    classes[0xc2] = LOOK;
    classes[0xe1] = LOOK;
    classes[0xe2] = LOOK;
    classes[0xe3] = LOOK;
    classes[0xef] = LOOK;
    classes
}

/// What a character is to the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Visible,
    Space,
    Nothing,
}

fn shown(ch: char) -> Shown {
    match ch {
        '\u{ad}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => Shown::Nothing,
        '\u{0}'..='\u{20}' | '\u{7f}'..='\u{a0}' => Shown::Space,
        _ if ch.is_whitespace() => Shown::Space,
        _ => Shown::Visible,
    }
}

impl<'a> Writer<'a> {
    /// A writer of stretches of `source`.
    pub(crate) fn new(source: &'a str, references: References) -> Self {
        Self {
            source,
            text: String::with_capacity(source.len() / 2),
            map: SourceMap::default(),
            references,
            block: None,
            space: None,
        }
    }

    /// Whether the block has a visible character.
    pub(crate) fn has_block(&self) -> bool {
        self.block.is_some()
    }

    /// Length of the text.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The words of the block so far.
    pub(crate) fn block(&self) -> &str {
        self.block
            .and_then(|start| self.text.get(start..))
            .unwrap_or("")
    }

    /// Takes a break in the source at `at` for white space.
    pub(crate) fn space(&mut self, at: usize) {
        if self.block.is_some() {
            self.space.get_or_insert(at);
        }
    }

    /// Adds the stretch `start..end` of the source to the block.
    pub(crate) fn append(&mut self, start: usize, end: usize) {
        let source = self.source;
        let bytes = source.as_bytes();
        let end = end.min(bytes.len());
        let mut run = start;
        let mut at = start;
        while at < end {
            match CLASSES[bytes[at] as usize] {
                PLAIN => at += 1,
                SPACE => {
                    self.visible(run, at);
                    self.space(at);
                    at += 1;
                    run = at;
                }
                AMPERSAND if self.references == References::Literal => at += 1,
                AMPERSAND => {
                    let Some(found) = bytes.get(at..end).and_then(reference) else {
                        at += 1;
                        continue;
                    };
                    self.visible(run, at);
                    self.referenced(found, at);
                    at += found.len;
                    run = at;
                }
                _ => {
                    let ch = source
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .unwrap_or('\0');
                    let next = at + ch.len_utf8();
                    match shown(ch) {
                        Shown::Visible => {}
                        Shown::Space => {
                            self.visible(run, at);
                            self.space(at);
                            run = next;
                        }
                        Shown::Nothing => {
                            self.visible(run, at);
                            run = next;
                        }
                    }
                    at = next;
                }
            }
        }
        self.visible(run, end);
    }

    /// Makes ready for a visible character: the line break before a block, or the space due.
    fn lead_in(&mut self) {
        if self.block.is_none() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.block = Some(self.text.len());
        } else if let Some(at) = self.space {
            self.map.push(self.text.len(), at);
            self.text.push(' ');
        }
        self.space = None;
    }

    fn visible(&mut self, start: usize, end: usize) {
        if start >= end {
            return;
        }
        self.lead_in();
        self.map.push(self.text.len(), start);
        self.text
            .push_str(self.source.get(start..end).unwrap_or(""));
    }

    fn referenced(&mut self, found: Reference, at: usize) {
        match shown(found.first) {
            Shown::Space => self.space(at),
            Shown::Nothing => {}
            Shown::Visible => {
                self.lead_in();
                let start = self.text.len();
                self.text.push(found.first);
                self.text.extend(found.second);
                self.map
                    .push_reference(start, self.text.len(), at, at + found.len);
            }
        }
    }

    /// Ends the block and gives its place in the text; none if it had no visible character.
    pub(crate) fn end_block(&mut self) -> Option<Span> {
        self.space = None;
        let start = self.block.take()?;
        Some(Span::new(start, self.text.len()))
    }

    /// Ends the block and takes its words out of the text again.
    pub(crate) fn take_block(&mut self) -> Option<String> {
        let span = self.end_block()?;
        let start = span.start as usize;
        let words = self.text.split_off(start);
        // The line break before the block goes with it.
        let kept = start.saturating_sub(1);
        self.text.truncate(kept);
        self.map.truncate(kept);
        Some(words)
    }

    /// The text and the way back.
    pub(crate) fn finish(mut self) -> (String, SourceMap) {
        self.text.shrink_to_fit();
        (self.text, self.map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_white_space_and_keeps_the_way_back() {
        let source = "<p>Two\u{a0} words&#8212;and  caf&eacute;.</p>";
        let mut writer = Writer::new(source, References::Resolved);
        writer.append(3, source.len() - 4);
        let span = writer.end_block().unwrap();
        let (text, map) = writer.finish();
        assert_eq!(span.of(&text), "Two words—and café.");
        let at = text.find("caf").unwrap();
        assert_eq!(
            source.find("caf&eacute;"),
            Some(map.source(at as u32) as usize)
        );
        let dash = text.find('—').unwrap();
        assert_eq!(
            map.source_span(Span::new(dash, dash + '—'.len_utf8()))
                .of(source),
            "&#8212;"
        );
    }

    #[test]
    fn taking_a_block_out_leaves_the_text_as_it_was() {
        let source = "one heading two";
        let mut writer = Writer::new(source, References::Literal);
        writer.append(0, 3);
        writer.end_block();
        writer.append(4, 11);
        assert_eq!(writer.take_block().as_deref(), Some("heading"));
        writer.append(12, 15);
        writer.end_block();
        let (text, map) = writer.finish();
        assert_eq!(text, "one\ntwo");
        assert_eq!(map.source_span(Span::new(4, 7)).of(source), "two");
    }
}
