//! From tags to blocks: one pass over the main text of a page, with a stack of what is open.
//!
//! Site furniture, scripts and what is not shown are passed over. Broken nesting never stops the
//! walk: what is not closed ends with what surrounds it, and nesting beyond [`MAX_DEPTH`] is
//! counted but not followed, which keeps the time linear.

use super::look::{is_menu, looks_like_heading};
use super::references::plain;
use super::tags::{Marks, Name};
use super::tokens::{Tag, Token, Tokens};
use crate::outline;
use crate::page::{Block, Page, Piece, References, Writer};
use crate::wrapped;
use evenhand_report::{Link, PassageKind, Span};

/// Deepest nesting that is followed.
pub(super) const MAX_DEPTH: usize = 512;

/// Shortest stretch of text that is looked at for wrapped lines; a longer paragraph is rare.
const WRAPPED_BYTES: usize = 4_000;

/// Level of a block that only looks like a heading: deeper than every real one.
pub(crate) const LOOKS_LIKE_HEADING: u8 = 7;

#[derive(Debug, Clone, Copy)]
struct Open {
    name: Name,
    skip: bool,
    strong: bool,
    note: bool,
    /// A link: start in the text, and its address.
    link: Option<(usize, usize)>,
}

/// The walk over a page.
pub(super) struct Walk<'a> {
    source: &'a str,
    writer: Writer<'a>,
    page: Page,
    stack: Vec<Open>,
    counts: [u32; Name::COUNT],
    /// Elements open beyond the deepest nesting.
    beyond: u32,
    skipping: u32,
    strong: u32,
    slanted: u32,
    notes: u32,
    headings: u32,
    markers: u32,
    /// Addresses of the links that are open.
    hrefs: Vec<&'a str>,
    links: Vec<Link>,
    /// Letters of the block that are part of a link.
    linked: usize,
    lead_open: bool,
    lead_strong: bool,
    lead_end: usize,
    /// The last visible thing was a line break.
    after_break: bool,
    /// Where the next token begins in the source.
    next: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            writer: Writer::new(source, References::Resolved),
            page: Page::default(),
            stack: Vec::with_capacity(64),
            counts: [0; Name::COUNT],
            beyond: 0,
            skipping: 0,
            strong: 0,
            slanted: 0,
            notes: 0,
            headings: 0,
            markers: 0,
            hrefs: Vec::new(),
            links: Vec::new(),
            linked: 0,
            lead_open: true,
            lead_strong: false,
            lead_end: 0,
            after_break: false,
            next: 0,
        }
    }

    /// Walks from the tag at `start` to its end tag, or to `end`.
    pub(super) fn element(self, start: usize, end: usize) -> Page {
        self.run(start, end, true)
    }

    /// Walks over everything.
    pub(super) fn everything(self) -> Page {
        let end = self.source.len();
        self.run(0, end, false)
    }

    fn run(mut self, start: usize, end: usize, rooted: bool) -> Page {
        let mut tokens = Tokens::new(self.source, start);
        let mut first = rooted;
        while let Some(token) = tokens.next() {
            self.next = tokens.position();
            match token {
                Token::Text(from, to) => self.text(from, to),
                Token::Start(tag) => self.start(&tag, first),
                Token::End(name) => self.end(name),
            }
            first = false;
            let done = rooted && self.stack.is_empty() && self.beyond == 0;
            if done || tokens.position() >= end {
                break;
            }
        }
        self.end_block();
        self.page.broken |= tokens.cut_off;
        (self.page.text, self.page.source_map) = self.writer.finish();
        self.page
    }

    fn text(&mut self, start: usize, end: usize) {
        if self.skipping > 0 {
            let words = self.source.get(start..end).unwrap_or("");
            self.page.left_out += words.trim().len();
            return;
        }
        if self.counts[Name::Pre as usize] > 0 {
            return self.preformatted(start, end);
        }
        if end - start > WRAPPED_BYTES
            && let Some(width) = wrapped::width_of(self.source.get(start..end).unwrap_or(""))
        {
            return self.wrapped(start, end, width);
        }
        self.words(start, end);
    }

    /// A whole text pasted into one paragraph, its lines wrapped (Kenya 2024).
    fn wrapped(&mut self, start: usize, end: usize, width: usize) {
        let text = self.source.get(start..end).unwrap_or("");
        let mut lines = text.split_inclusive('\n').peekable();
        let mut at = start;
        while let Some(line) = lines.next() {
            let next = lines.peek().map_or("", |next| next.trim());
            let words = line.trim();
            let begins = !self.writer.has_block();
            self.words(at, at + line.len());
            at += line.len();
            if begins && wrapped::is_heading(words, next) {
                self.markers = 1;
                self.end_block();
            } else if words.is_empty() || wrapped::ends_paragraph(words, width) {
                self.end_block();
            }
        }
    }

    /// Text where an empty line parts paragraphs.
    fn preformatted(&mut self, start: usize, end: usize) {
        let mut at = start;
        for line in self
            .source
            .get(start..end)
            .unwrap_or("")
            .split_inclusive('\n')
        {
            if line.trim().is_empty() && at > start {
                self.end_block();
            }
            self.words(at, at + line.len());
            at += line.len();
        }
    }

    fn words(&mut self, start: usize, end: usize) {
        let before = self.writer.len();
        self.writer.append(start, end);
        let after = self.writer.len();
        if after == before {
            return;
        }
        self.after_break = false;
        if !self.hrefs.is_empty() {
            self.linked += after - before;
        }
        if self.lead_open {
            if self.strong + self.slanted > 0 {
                self.lead_end = after;
                self.lead_strong |= self.strong > 0;
            } else {
                self.lead_open = false;
            }
        }
    }

    fn start(&mut self, tag: &Tag<'a>, root: bool) {
        let name = tag.name;
        match name {
            Name::Br => {
                if self.after_break && self.headings == 0 {
                    self.end_block();
                } else if self.is_broken_off_heading() {
                    self.markers = 1;
                    self.end_block();
                } else {
                    self.writer.space(tag.start);
                    self.after_break = self.writer.has_block();
                }
                return;
            }
            Name::Hr => return self.end_block(),
            _ if name.is_void() => return,
            _ => {}
        }
        let marks = Marks::of(tag.attributes);
        if name.is_inline() {
            return self.push(name, &marks, root);
        }
        self.end_block();
        self.close(Name::Head, &[]);
        self.close(Name::P, &[]);
        match name {
            Name::Li => self.close(Name::Li, &[Name::Ul, Name::Ol]),
            Name::Td | Name::Th => {
                self.close(Name::Td, &[Name::Table]);
                self.close(Name::Th, &[Name::Table]);
            }
            Name::Tr => self.close(Name::Tr, &[Name::Table]),
            _ if name.heading().is_some() => {
                for level in [Name::H1, Name::H2, Name::H3, Name::H4, Name::H5, Name::H6] {
                    self.close(level, &[Name::Div, Name::Section]);
                }
            }
            _ => {}
        }
        self.push(name, &marks, root);
    }

    fn push(&mut self, name: Name, marks: &Marks<'a>, root: bool) {
        if self.stack.len() >= MAX_DEPTH {
            self.beyond += 1;
            self.page.broken = true;
            return;
        }
        let open = Open {
            name,
            skip: !root && (name.is_furniture() || marks.left_out),
            strong: marks.strong && matches!(name, Name::Span | Name::Font),
            note: marks.note,
            link: (name == Name::A && !marks.href.is_empty())
                .then_some((self.writer.len(), self.hrefs.len())),
        };
        if open.link.is_some() {
            self.hrefs.push(marks.href);
        }
        self.counts[name as usize] += 1;
        self.skipping += u32::from(open.skip);
        self.strong += u32::from(open.strong || name.is_strong());
        self.slanted += u32::from(name.is_slanted());
        self.notes += u32::from(open.note);
        self.headings += u32::from(name.heading().is_some());
        if marks.section_marker && self.headings == 0 {
            self.markers = 1;
        }
        self.stack.push(open);
    }

    fn forget(&mut self, open: Open) {
        self.counts[open.name as usize] -= 1;
        self.skipping -= u32::from(open.skip);
        self.strong -= u32::from(open.strong || open.name.is_strong());
        self.slanted -= u32::from(open.name.is_slanted());
        self.notes -= u32::from(open.note);
        self.headings -= u32::from(open.name.heading().is_some());
        if let Some((start, href)) = open.link {
            let address = self.hrefs.get(href).copied().unwrap_or("");
            self.hrefs.truncate(href);
            if self.link(start, address) {
                self.part_from_address();
            }
        }
    }

    /// Parts a printed address from the mark that ends its sentence by a space ("…/digest .").
    ///
    /// The one place where a space is added: the address can be copied, and no rule takes the
    /// point into it. The gold sentences are written that way.
    fn part_from_address(&mut self) {
        let next = self.source.as_bytes().get(self.next);
        if matches!(next, Some(b'.' | b',' | b';' | b'/')) {
            self.writer.space(self.next);
        }
    }

    /// Notes a link whose words are in the block; tells whether they are an address themselves.
    fn link(&mut self, start: usize, address: &str) -> bool {
        let block = self.writer.block();
        let end = self.writer.len();
        let start = start.max(end - block.len());
        let words = block
            .get(block.len() - (end - start.min(end))..)
            .unwrap_or("");
        let inside = words.trim();
        let printed = inside.contains("://") || inside.contains('/') && !inside.contains(' ');
        if !inside.is_empty() {
            let lead = words.len() - words.trim_start().len();
            self.links.push(Link {
                span: Span::new(start + lead, end),
                address: plain(address),
            });
        }
        printed
    }

    /// Closes the innermost `name` and all it holds, unless a `fence` lies between.
    fn close(&mut self, name: Name, fences: &[Name]) {
        if self.counts[name as usize] == 0 {
            return;
        }
        let found = self
            .stack
            .iter()
            .rposition(|open| open.name == name || fences.contains(&open.name));
        if let Some(at) = found
            && self.stack[at].name == name
        {
            for open in self.stack.split_off(at).into_iter().rev() {
                self.forget(open);
            }
        }
    }

    fn end(&mut self, name: Name) {
        if name.is_void() {
            return;
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            if !name.is_inline() {
                self.end_block();
            }
            return;
        }
        if name.is_inline() {
            // Only the mark itself ends: "<b><p></b>" keeps its paragraph.
            if self.counts[name as usize] > 0
                && let Some(at) = self.stack.iter().rposition(|open| open.name == name)
            {
                let open = self.stack.remove(at);
                self.forget(open);
            }
            return;
        }
        self.end_block();
        self.close(name, &[]);
    }

    fn kind(&self) -> PassageKind {
        if self.notes > 0 {
            return PassageKind::Note;
        }
        self.stack
            .iter()
            .rev()
            .find_map(|open| match open.name {
                Name::Li | Name::Dd => Some(PassageKind::ListItem),
                Name::Td | Name::Th => Some(PassageKind::TableCell),
                Name::Blockquote => Some(PassageKind::Quotation),
                _ => None,
            })
            .unwrap_or(PassageKind::Paragraph)
    }

    fn heading_level(&self) -> Option<u8> {
        if self.markers > 0 {
            return Some(LOOKS_LIKE_HEADING);
        }
        if self.headings == 0 {
            return None;
        }
        self.stack.iter().rev().find_map(|open| open.name.heading())
    }

    /// A heading set as the first line of a paragraph: "g. Property<br>Laws were …".
    fn is_broken_off_heading(&self) -> bool {
        let line = self.writer.block();
        if line.is_empty() || line.len() > 160 || self.headings > 0 || self.skipping > 0 {
            return false;
        }
        let titles_marker = matches!(
            self.page.pieces.last(),
            Some(Piece::Heading { text, .. }) if outline::is_marker(text)
        );
        outline::is_numbered(line) || titles_marker && looks_like_heading(line)
    }

    fn end_block(&mut self) {
        self.after_break = false;
        if !self.writer.has_block() {
            self.reset_block();
            return;
        }
        // A link that runs on into the next block ends here and begins again there.
        let len = self.writer.len();
        for at in 0..self.stack.len() {
            if let Some((start, href)) = self.stack[at].link {
                let address = self.hrefs.get(href).copied().unwrap_or("");
                self.link(start, address);
                self.stack[at].link = Some((0, href));
            }
        }
        let block = self.writer.block();
        let block_len = block.len();
        let start = len - block_len;
        let lead = self.lead_end.saturating_sub(start);
        let level = self.heading_level().or_else(|| {
            // Bold that goes on behind the block was left open by mistake.
            let set_off = lead == block_len && self.strong + self.slanted == 0;
            (set_off && self.notes == 0 && looks_like_heading(block)).then_some(LOOKS_LIKE_HEADING)
        });
        if let Some(level) = level {
            if let Some(text) = self.writer.take_block() {
                self.page.pieces.push(Piece::Heading {
                    text,
                    level,
                    at: u32::try_from(self.writer.len()).unwrap_or(u32::MAX),
                });
            }
        } else if is_menu(block, self.linked) {
            self.page.left_out += block_len;
            self.writer.take_block();
        } else {
            let kind = self.kind();
            if let Some(span) = self.writer.end_block() {
                self.page.pieces.push(Piece::Block(Block {
                    kind,
                    span,
                    lead: u32::try_from(lead).unwrap_or(0),
                    strong: self.lead_strong,
                    links: std::mem::take(&mut self.links),
                }));
            }
        }
        self.reset_block();
    }

    fn reset_block(&mut self) {
        self.links.clear();
        self.linked = 0;
        self.lead_open = true;
        self.lead_strong = false;
        self.lead_end = 0;
        self.markers = 0;
    }
}

#[cfg(test)]
mod tests;
