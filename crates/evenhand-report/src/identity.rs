//! What a report is: publisher, country, period, title, address, date, language.

use crate::country::CountryCode;
use serde::Serialize;

crate::written_enum! {
    /// The format a document was read from.
    pub enum Format {
        /// A web page.
        Html = "html",
        /// Markdown.
        Markdown = "markdown",
        /// Plain text.
        Text = "text",
    }
}

/// The identity of a report, taken from the page's own metadata or given by the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Identity {
    /// Name of the document: `<year>/<file name without ending>` where the folder is a year,
    /// otherwise the file name without ending.
    pub document: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// The country the report is about.
    pub country: Option<CountryCode>,
    /// Year of the edition: the year reported on, not the year of publication.
    pub year: Option<u16>,
    /// Title as the page gives it, without the site's name.
    pub title: Option<String>,
    /// Address it was published at.
    pub address: Option<String>,
    /// Date of publication as the page gives it, ISO 8601 date (`2024-04-22`).
    pub published: Option<String>,
    /// Date of the last change as the page gives it, ISO 8601 date.
    pub modified: Option<String>,
    /// Language tag as the page gives it, or as found (`en`).
    pub language: Option<String>,
    /// Format it was read from.
    pub format: Format,
}
