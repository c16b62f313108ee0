//! Bytes in, report out: web pages, plain text, Markdown.
//!
//! Reading never gives up on bad input: odd things become notes. An error is returned only for
//! what is no document at all. PDF and DOCX join as further modules beside `html` and `text`.

mod compose;
mod decode;
mod detect;
mod html;
mod identity;
mod markdown;
mod outline;
mod page;
mod plain;
mod pointer;
mod repeats;
mod run_in;
pub mod sentences;
mod wrapped;

use detect::Kind;
use evenhand_report::country::{CountryCode, CountryError};
use evenhand_report::{Format, NoteKind, ReadingNote, Report, Span};
use page::Page;

/// What the user says about a document; it wins over what the document says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Name of the document in output; see [`evenhand_report::Identity::document`].
    pub document: String,
    /// Format, where the user knows better than the bytes.
    pub format: Option<Format>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Country.
    pub country: Option<CountryCode>,
    /// Year of the edition.
    pub year: Option<u16>,
    /// Title.
    pub title: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Date of publication, ISO 8601.
    pub published: Option<String>,
    /// Language tag.
    pub language: Option<String>,
}

/// Why bytes could not be read as a report.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The bytes are a kind of file that is not read.
    #[error("{document}: this is {found}, not a web page, plain text or Markdown")]
    NotADocument {
        /// Name of the document.
        document: String,
        /// What was recognised ("a PDF file").
        found: &'static str,
    },
    /// The document is empty.
    #[error("{document}: the file is empty")]
    Empty {
        /// Name of the document.
        document: String,
    },
    /// The country could not be told.
    #[error("{document}: {source}; say which with --country")]
    Country {
        /// Name of the document.
        document: String,
        /// Why.
        source: CountryError,
    },
}

/// Reads a document.
///
/// # Errors
/// [`ReadError`] when the bytes are no document, or its country's name is unknown or ambiguous.
pub fn read(bytes: &[u8], given: &Given) -> Result<Report, ReadError> {
    let document = || given.document.clone();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty {
            document: document(),
        });
    }
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::NotADocument {
            document: document(),
            found: "a file of more than 4 gigabytes",
        });
    }
    if let Kind::Other(found) = detect::kind(bytes) {
        return Err(ReadError::NotADocument {
            document: document(),
            found,
        });
    }
    let decoded = decode::decode(bytes);
    let format = given
        .format
        .unwrap_or_else(|| detect::format(&decoded.text));
    let page = match format {
        Format::Html => html::read(&decoded.text),
        Format::Markdown => markdown::read(&decoded.text),
        Format::Text => plain::read(&decoded.text),
    };
    let mut notes = notes(&page, decoded.misfit);
    let metadata = page.metadata.clone();
    let identity = identity::identify(given, metadata, format, &page.text, &mut notes)?;
    Ok(compose::compose(page, identity, notes))
}

/// What was odd about a page as a whole.
fn notes(page: &Page, misfit: Option<&str>) -> Vec<ReadingNote> {
    let mut notes = Vec::new();
    let mut note = |kind, message: String| {
        notes.push(ReadingNote {
            span: Span::default(),
            kind,
            message,
        });
    };
    if let Some(encoding) = misfit {
        note(
            NoteKind::UndecodableBytes,
            format!("some bytes are no text in {encoding}; each stands as \u{fffd}"),
        );
    }
    if page.text.is_empty() {
        note(
            NoteKind::NoMainText,
            "no text was found in this document".to_owned(),
        );
    } else if page.guessed {
        note(
            NoteKind::MainTextGuessed,
            "the page does not mark its main text; the part that holds most of its prose was taken"
                .to_owned(),
        );
    }
    if page.broken {
        note(
            NoteKind::BrokenMarkup,
            "the markup is cut off or nested without end; what could be read was read".to_owned(),
        );
    }
    if page.left_out > 0 {
        note(
            NoteKind::LeftOut,
            format!(
                "{} characters inside the main text were left out: menus, captions, what the page \
                 does not show",
                page.left_out
            ),
        );
    }
    notes
}
