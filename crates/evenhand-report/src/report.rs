//! A report as read: its text, outline, passages and sentences.

use crate::{Identity, ReadingNote, Span};
use serde::{Serialize, Serializer};
use std::fmt;

/// Position of a [`Section`] in [`Report::sections`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionId(pub u32);

/// Position of a [`Passage`] in [`Report::passages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PassageId(pub u32);

/// Position of a [`Sentence`] in [`Report::sentences`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct SentenceIndex(pub u32);

/// Name of a sentence that stays the same when the same document is read again: a hash of the
/// document's name, the sentence's words and how often they stood before in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SentenceId(pub u64);

impl SentenceId {
    /// The id of the `nth` (from 0) sentence with these words in `document`.
    #[must_use]
    pub fn of(document: &str, text: &str, nth: u32) -> Self {
        // FNV-1a, 64 bit: stable over platforms and versions, which the id promises.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut eat = |bytes: &[u8]| {
            for byte in bytes {
                hash ^= u64::from(*byte);
                hash = hash.wrapping_mul(0x0000_0100_0000_01b3);
            }
        };
        eat(document.as_bytes());
        eat(&[0]);
        eat(text.as_bytes());
        eat(&nth.to_le_bytes());
        Self(hash)
    }
}

impl fmt::Display for SentenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for SentenceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A node of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading as printed ("a. Arbitrary Deprivation of Life …"); empty for text before any.
    pub heading: String,
    /// Depth in the outline, 0 for the top.
    pub depth: u8,
    /// The section this one stands in.
    pub parent: Option<SectionId>,
    /// What a pin-cite calls it: "section 1.a", "executive summary", "section 6, Women".
    pub label: String,
}

crate::written_enum! {
    /// What a passage is on the page.
    pub enum PassageKind {
        /// A paragraph.
        Paragraph = "paragraph",
        /// An item of a list.
        ListItem = "list_item",
        /// A quotation set off as a block.
        Quotation = "quotation",
        /// A cell of a table.
        TableCell = "table_cell",
        /// A note at the foot or end.
        Note = "note",
    }
}

/// A link inside a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The linked words, in the report's text.
    pub span: Span,
    /// Where the link leads.
    pub address: String,
}

/// A paragraph or list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The section it stands in.
    pub section: SectionId,
    /// What it is on the page.
    pub kind: PassageKind,
    /// Its words in the report's text, with a run-in heading.
    pub span: Span,
    /// A heading at its start ("Child Abuse:"), in the report's text, not part of any sentence.
    pub run_in: Option<Span>,
    /// Number of the paragraph inside its section, from 1.
    pub number: u32,
    /// Links, in order.
    pub links: Vec<Link>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its stable name.
    pub id: SentenceId,
    /// The passage it stands in.
    pub passage: PassageId,
    /// Its words in the report's text.
    pub span: Span,
    /// Number inside its passage, from 1.
    pub number: u32,
    /// Only points elsewhere ("See the … Report at …").
    pub pointer: bool,
    /// The earlier sentence whose block this one repeats; such sentences are not counted.
    pub repeats: Option<SentenceIndex>,
}

/// The way back from the report's text to the decoded source: runs that are byte-identical in both.
///
/// The text is the source without markup, with character references resolved, runs of white
/// space folded to one space, and characters that show nothing (zero-width space, soft hyphen,
/// direction marks) left out; nothing else is changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    /// `(start in text, start in source)` of each run, ordered by both.
    runs: Vec<(u32, u32)>,
    /// `(end in text, end in source)` of each character that stands for a longer reference
    /// ("&#8217;"), ordered by both.
    references: Vec<(u32, u32)>,
}

impl SourceMap {
    /// Notes that from `text` on the text follows the source from `source` on. Calls must come in
    /// text order; a run that merely continues the last one is not stored.
    pub fn push(&mut self, text: usize, source: usize) {
        let text = u32::try_from(text).unwrap_or(u32::MAX);
        let source = u32::try_from(source).unwrap_or(u32::MAX);
        if let Some((last_text, last_source)) = self.runs.last_mut() {
            if *last_text == text {
                *last_source = source;
                return;
            }
            if source.checked_sub(*last_source) == Some(text - *last_text) {
                return;
            }
        }
        self.runs.push((text, source));
    }

    /// Notes that the text from `text` to `text_end` is the character that the reference from
    /// `source` to `source_end` stands for.
    pub fn push_reference(
        &mut self,
        text: usize,
        text_end: usize,
        source: usize,
        source_end: usize,
    ) {
        self.push(text, source);
        let text_end = u32::try_from(text_end).unwrap_or(u32::MAX);
        let source_end = u32::try_from(source_end).unwrap_or(u32::MAX);
        self.references.push((text_end, source_end));
    }

    /// Forgets everything from `text` on: the text was cut there.
    pub fn truncate(&mut self, text: usize) {
        let text = u32::try_from(text).unwrap_or(u32::MAX);
        while self.runs.last().is_some_and(|(start, _)| *start >= text) {
            self.runs.pop();
        }
        while self.references.last().is_some_and(|(end, _)| *end > text) {
            self.references.pop();
        }
    }

    /// The byte of the source that the byte `at` of the text comes from.
    #[must_use]
    pub fn source(&self, at: u32) -> u32 {
        let next = self.runs.partition_point(|(text, _)| *text <= at);
        match next.checked_sub(1).and_then(|run| self.runs.get(run)) {
            Some((text, source)) => source + (at - text),
            None => at,
        }
    }

    /// The stretch of the source a span of the text comes from, markup inside it included.
    #[must_use]
    pub fn source_span(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.source(span.start);
            return Span { start: at, end: at };
        }
        let end = match self
            .references
            .binary_search_by_key(&span.end, |(end, _)| *end)
        {
            Ok(at) => self.references[at].1,
            Err(_) => self.source(span.end - 1) + 1,
        };
        Span {
            start: self.source(span.start),
            end,
        }
    }
}

/// One document about one country and period, by one publisher, as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What it is.
    pub identity: Identity,
    /// The words of the document in reading order, without markup; passages are parted by `\n`.
    /// Every span of the report counts bytes of this text.
    pub text: String,
    /// The way back to the source.
    pub source_map: SourceMap,
    /// The outline, in document order.
    pub sections: Vec<Section>,
    /// The passages, in document order.
    pub passages: Vec<Passage>,
    /// The sentences, in document order.
    pub sentences: Vec<Sentence>,
    /// What was odd.
    pub notes: Vec<ReadingNote>,
}

impl Report {
    /// The words of a sentence.
    #[must_use]
    pub fn sentence_text(&self, sentence: &Sentence) -> &str {
        sentence.span.of(&self.text)
    }

    /// The passage with this id.
    #[must_use]
    pub fn passage(&self, id: PassageId) -> &Passage {
        &self.passages[id.0 as usize]
    }

    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0 as usize]
    }

    /// The headings above a section and its own, outermost first; empty headings left out.
    #[must_use]
    pub fn section_path(&self, id: SectionId) -> Vec<&str> {
        let mut path = Vec::new();
        let mut at = Some(id);
        while let Some(id) = at {
            let section = self.section(id);
            if !section.heading.is_empty() {
                path.push(section.heading.as_str());
            }
            at = section.parent;
        }
        path.reverse();
        path
    }

    /// Where a sentence stands, for people: "2023, section 1.a, para. 2, sentence 1".
    #[must_use]
    pub fn pin(&self, sentence: &Sentence) -> String {
        use fmt::Write as _;
        let passage = self.passage(sentence.passage);
        let mut pin = String::new();
        if let Some(year) = self.identity.year {
            let _ = write!(pin, "{year}, ");
        }
        let label = &self.section(passage.section).label;
        if !label.is_empty() {
            let _ = write!(pin, "{label}, ");
        }
        let _ = write!(
            pin,
            "para. {}, sentence {}",
            passage.number, sentence.number
        );
        pin
    }

    /// Sentences that count: not pointers, not repetitions inside the document.
    pub fn statements(&self) -> impl Iterator<Item = (SentenceIndex, &Sentence)> {
        (0..)
            .zip(&self.sentences)
            .filter(|(_, sentence)| !sentence.pointer && sentence.repeats.is_none())
            .map(|(index, sentence)| (SentenceIndex(index), sentence))
    }
}
