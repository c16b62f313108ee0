//! Markdown: blocks line by line, marks inside a line passed over, words kept as they stand.
//!
//! Headings, lists, quotations, tables, notes, links, emphasis, front matter. Code blocks are left
//! out: they are no report's words. What is no mark is text; no input is refused.

use crate::html::date;
use crate::page::{Block, Metadata, Page, Piece, References, Writer};
use evenhand_report::{Link, PassageKind, Span};

/// How far a mark is looked for that closes another, in bytes: keeps the time linear.
const MARK_REACH: usize = 2_000;

struct Reader<'a> {
    source: &'a str,
    writer: Writer<'a>,
    page: Page,
    kind: PassageKind,
    links: Vec<Link>,
    /// Depth of emphasis by "**" and "*".
    strong: bool,
    slanted: bool,
    lead_open: bool,
    lead_end: usize,
    lead_strong: bool,
}

/// Reads a Markdown text.
pub(crate) fn read(source: &str) -> Page {
    let mut reader = Reader {
        source,
        writer: Writer::new(source, References::Resolved),
        page: Page::default(),
        kind: PassageKind::Paragraph,
        links: Vec::new(),
        strong: false,
        slanted: false,
        lead_open: true,
        lead_end: 0,
        lead_strong: false,
    };
    let body = reader.front_matter();
    reader.lines(body);
    reader.end_block(None);
    (reader.page.text, reader.page.source_map) = reader.writer.finish();
    reader.page
}

impl<'a> Reader<'a> {
    /// Reads "---" front matter; gives where the text begins.
    fn front_matter(&mut self) -> usize {
        let Some(rest) = self.source.strip_prefix("---\n") else {
            return 0;
        };
        let Some((inside, _)) = rest.split_once("\n---") else {
            return 0;
        };
        let mut metadata = Metadata::default();
        for line in inside.lines() {
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            if value.is_empty() {
                continue;
            }
            match name.trim().to_ascii_lowercase().as_str() {
                "title" => metadata.title = Some(value),
                "publisher" | "site" => metadata.site = Some(value),
                "url" | "address" | "link" => metadata.address = Some(value),
                "date" | "published" => metadata.published = date(&value),
                "modified" | "updated" => metadata.modified = date(&value),
                "lang" | "language" => metadata.language = Some(value),
                "country" => metadata.country = Some(value),
                "draft" => metadata.draft = value == "true",
                _ => {}
            }
        }
        self.page.metadata = metadata;
        let end = 4 + inside.len() + 4;
        self.source
            .get(end..)
            .and_then(|rest| rest.find('\n'))
            .map_or(self.source.len(), |at| end + at + 1)
    }

    fn lines(&mut self, from: usize) {
        let mut start = from;
        let mut fence: Option<&str> = None;
        for raw in self.source.get(from..).unwrap_or("").split_inclusive('\n') {
            let line_start = start;
            start += raw.len();
            let line = raw.trim_end();
            let words = line.trim_start();
            let at = line_start + line.len() - words.len();
            let indent = line.len() - words.len();
            if let Some(mark) = ["```", "~~~"]
                .into_iter()
                .find(|mark| words.starts_with(mark))
            {
                match fence {
                    Some(open) if open == mark => fence = None,
                    Some(_) => {}
                    None => {
                        self.end_block(None);
                        fence = Some(mark);
                    }
                }
                continue;
            }
            if fence.is_some() {
                self.page.left_out += words.len();
                continue;
            }
            self.line(words, at, indent);
        }
    }

    fn line(&mut self, words: &'a str, at: usize, indent: usize) {
        if words.is_empty() {
            return self.end_block(None);
        }
        let hashes = words.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&hashes) && words.as_bytes().get(hashes).is_none_or(|b| *b == b' ') {
            self.end_block(None);
            let inside = words.trim_end_matches('#').trim_end();
            self.inline(at + hashes, at + inside.len().max(hashes));
            return self.end_block(u8::try_from(hashes).ok());
        }
        let rule =
            |mark: u8| words.len() >= 3 && words.bytes().all(|byte| byte == mark || byte == b' ');
        if self.writer.has_block() && self.kind == PassageKind::Paragraph && indent < 4 {
            if words.bytes().all(|byte| byte == b'=') {
                return self.end_block(Some(1));
            }
            if words.bytes().all(|byte| byte == b'-') {
                return self.end_block(Some(2));
            }
        }
        if rule(b'-') || rule(b'*') || rule(b'_') {
            return self.end_block(None);
        }
        if words.starts_with('|') {
            return self.table_row(words, at);
        }
        if let Some((name, _)) = words
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("]:"))
        {
            self.end_block(None);
            if name.starts_with('^') {
                self.kind = PassageKind::Note;
                self.inline(at + name.len() + 3, at + words.len());
            }
            return;
        }
        if let Some(rest) = words.strip_prefix('>') {
            if self.kind != PassageKind::Quotation {
                self.end_block(None);
            }
            if rest.trim().is_empty() {
                return self.end_block(None);
            }
            self.kind = PassageKind::Quotation;
            self.writer.space(at);
            return self.inline(at + 1, at + words.len());
        }
        if let Some(mark) = list_mark(words) {
            self.end_block(None);
            self.kind = PassageKind::ListItem;
            return self.inline(at + mark, at + words.len());
        }
        self.writer.space(at);
        self.inline(at, at + words.len());
    }

    fn table_row(&mut self, words: &str, at: usize) {
        self.end_block(None);
        if words
            .bytes()
            .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
        {
            return;
        }
        let mut start = at;
        for cell in words.split_inclusive('|') {
            let inside = cell.strip_suffix('|').unwrap_or(cell);
            self.kind = PassageKind::TableCell;
            self.inline(start, start + inside.len());
            self.end_block(None);
            start += cell.len();
        }
    }

    fn append(&mut self, start: usize, end: usize) {
        let before = self.writer.len();
        self.writer.append(start, end);
        let after = self.writer.len();
        if after > before && self.lead_open {
            if self.strong || self.slanted {
                self.lead_end = after;
                self.lead_strong |= self.strong;
            } else {
                self.lead_open = false;
            }
        }
    }

    /// Reads the stretch `start..end` of a line.
    fn inline(&mut self, start: usize, end: usize) {
        let source = self.source;
        let bytes = source.as_bytes();
        let mut run = start;
        let mut at = start;
        while at < end {
            let rest = source.get(at..end).unwrap_or("");
            let skipped = match bytes[at] {
                b'\\' => bytes
                    .get(at + 1)
                    .filter(|next| next.is_ascii_punctuation() && at + 1 < end)
                    .map(|_| 1),
                b'*' | b'_' | b'~' | b'`' => self.emphasis(rest, at, run),
                b'!' if rest.starts_with("![") => {
                    link_parts(rest.get(1..).unwrap_or("")).map(|(_, _, len)| len + 1)
                }
                b'[' if rest.starts_with("[^") => rest
                    .bytes()
                    .take(40)
                    .position(|byte| byte == b']')
                    .map(|len| len + 1),
                b'[' => {
                    if let Some((words, address, len)) = link_parts(rest) {
                        self.append(run, at);
                        self.link(at + 1, words, address);
                        at += len;
                        run = at;
                        continue;
                    }
                    None
                }
                b'<' => tag_len(rest),
                _ => None,
            };
            match skipped {
                Some(len) => {
                    // Emphasis changes what follows, so what stands before is written first.
                    self.append(run, at);
                    self.toggle(rest, len);
                    at += len;
                    run = at;
                    if bytes.get(at - len) == Some(&b'\\') {
                        at += 1;
                    }
                }
                None => at += 1,
            }
        }
        self.append(run.min(end), end);
    }

    /// Length of a mark of emphasis at the start of `rest`; none where it is text.
    fn emphasis(&self, rest: &str, at: usize, line: usize) -> Option<usize> {
        let mark = *rest.as_bytes().first()?;
        let len = rest
            .bytes()
            .take(4)
            .take_while(|byte| *byte == mark)
            .count();
        let before = at
            .checked_sub(1)
            .filter(|_| at > line || self.writer.has_block())
            .and_then(|at| self.source.as_bytes().get(at));
        let after = rest.as_bytes().get(len);
        let word =
            |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
        let blank = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
        match mark {
            b'`' => Some(len),
            b'~' => (len == 2).then_some(2),
            // "snake_case" and "2 * 3" are text.
            b'_' if word(before) && word(after) => None,
            _ if blank(before) && blank(after) => None,
            _ => (len <= 3).then_some(len),
        }
    }

    fn toggle(&mut self, rest: &str, len: usize) {
        if rest.starts_with("**") || rest.starts_with("__") {
            self.strong = !self.strong;
            if len == 3 {
                self.slanted = !self.slanted;
            }
        } else if rest.starts_with(['*', '_']) {
            self.slanted = !self.slanted;
        }
    }

    fn link(&mut self, start: usize, words: &'a str, address: &str) {
        self.append(start, start);
        let before = self.writer.len();
        self.append(start, start + words.len());
        let block = self.writer.block();
        let from = before.max(self.writer.len() - block.len());
        let span = Span::new(from, self.writer.len());
        let lead = block
            .get(block.len() - span.len()..)
            .map_or(0, |words| words.len() - words.trim_start().len());
        if span.len() > lead {
            self.links.push(Link {
                span: Span::new(from + lead, self.writer.len()),
                address: address.to_owned(),
            });
        }
    }

    fn end_block(&mut self, heading: Option<u8>) {
        let len = self.writer.len();
        let start = len - self.writer.block().len();
        match heading {
            Some(level) => {
                if let Some(text) = self.writer.take_block() {
                    self.page.pieces.push(Piece::Heading {
                        text,
                        level,
                        at: u32::try_from(self.writer.len()).unwrap_or(u32::MAX),
                    });
                }
                self.links.clear();
            }
            None => {
                if let Some(span) = self.writer.end_block() {
                    self.page.pieces.push(Piece::Block(Block {
                        kind: self.kind,
                        span,
                        lead: u32::try_from(self.lead_end.saturating_sub(start)).unwrap_or(0),
                        strong: self.lead_strong,
                        links: std::mem::take(&mut self.links),
                    }));
                }
            }
        }
        self.kind = PassageKind::Paragraph;
        self.strong = false;
        self.slanted = false;
        self.lead_open = true;
        self.lead_strong = false;
        self.lead_end = 0;
    }
}

/// Length of a list mark; numbers stay with the words.
fn list_mark(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    if matches!(bytes.first(), Some(b'-' | b'*' | b'+')) && bytes.get(1) == Some(&b' ') {
        return Some(2);
    }
    let digits = words.bytes().take(4).take_while(u8::is_ascii_digit).count();
    ((1..=3).contains(&digits)
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && bytes.get(digits + 1) == Some(&b' '))
    .then_some(0)
}

/// The words, address and whole length of a link, `[words](address)`.
fn link_parts(rest: &str) -> Option<(&str, &str, usize)> {
    let inside = rest.strip_prefix('[')?;
    let close = find_near(inside, b"](")?;
    let words = inside.get(..close)?;
    let target = inside.get(close + 2..)?;
    let end = find_near(target, b")")?;
    let address = target.get(..end)?.split(' ').next().unwrap_or("");
    Some((words, address, 1 + close + 2 + end + 1))
}

/// Length of an HTML tag or of the brackets of "<https://…>"; none where "<" is text.
fn tag_len(rest: &str) -> Option<usize> {
    let next = *rest.as_bytes().get(1)?;
    if rest.starts_with("<http") {
        return Some(1);
    }
    if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!')) {
        return None;
    }
    find_near(rest, b">").map(|at| at + 1)
}

/// Where `mark` stands within the reach of marks.
fn find_near(text: &str, mark: &[u8]) -> Option<usize> {
    let reach = text.len().min(MARK_REACH);
    memchr::memmem::find(text.as_bytes().get(..reach)?, mark)
}

#[cfg(test)]
mod tests;
