//! What a reader or annotator found odd in a document: data for the user, never swallowed.

use crate::Span;
use serde::Serialize;

crate::written_enum! {
    /// The kind of a [`ReadingNote`].
    pub enum NoteKind {
        /// Bytes that are not text in the detected encoding were replaced.
        UndecodableBytes = "undecodable_bytes",
        /// The main text was guessed, not marked by the page.
        MainTextGuessed = "main_text_guessed",
        /// No main text was found: the report is empty.
        NoMainText = "no_main_text",
        /// A block of text stands a second time in the document.
        RepeatedText = "repeated_text",
        /// A heading does not fit the outline it stands in.
        OutlineGap = "outline_gap",
        /// The page calls itself a draft or was unpublished.
        Draft = "draft",
        /// A sentence is longer than any sentence should be.
        LongSentence = "long_sentence",
        /// Markup that is broken or nested without end.
        BrokenMarkup = "broken_markup",
        /// The identity of the page is contradictory or incomplete.
        Identity = "identity",
        /// A part of the document was left out on purpose (site furniture, scripts).
        LeftOut = "left_out",
    }
}

/// One remark about a place in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingNote {
    /// Where, in the report's text; empty at 0 when the remark is about the whole.
    pub span: Span,
    /// What kind of remark.
    pub kind: NoteKind,
    /// Plain words for the user: what was found and what was done.
    pub message: String,
}
