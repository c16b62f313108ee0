//! What a page says about itself in its head: title, address, dates, site, language.
//!
//! Reads up to the body and no further. Values are taken as they stand; the identity of the report
//! is made of them elsewhere.

use super::references::plain;
use super::tags::Name;
use super::tokens::{Attributes, Tag, Token, Tokens};
use crate::page::Metadata;

/// Reads the head of a page.
pub(super) fn read(source: &str) -> Metadata {
    let mut found = Metadata::default();
    let mut page_title = None;
    for token in Tokens::new(source, 0) {
        match token {
            Token::Start(tag) => match tag.name {
                Name::Html => found.language = attribute(&tag, "lang"),
                Name::Title if page_title.is_none() => {
                    page_title = Some(plain(tag.raw)).filter(|title| !title.is_empty());
                }
                Name::Meta => meta(&tag, &mut found),
                Name::Link => {
                    if attribute(&tag, "rel")
                        .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
                    {
                        found.address = attribute(&tag, "href").or(found.address);
                    }
                }
                Name::Script => linked_data(&tag, &mut found),
                Name::Head | Name::Style | Name::Base | Name::Noscript | Name::Other => {}
                _ => break,
            },
            Token::End(Name::Head) => break,
            Token::End(_) | Token::Text(..) => {}
        }
    }
    found.title = found.title.or(page_title);
    found
}

fn attribute(tag: &Tag<'_>, wanted: &str) -> Option<String> {
    Attributes::new(tag.attributes)
        .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| plain(value))
        .filter(|value| !value.is_empty())
}

fn meta(tag: &Tag<'_>, found: &mut Metadata) {
    let Some(name) = attribute(tag, "property").or_else(|| attribute(tag, "name")) else {
        return;
    };
    let Some(value) = attribute(tag, "content") else {
        return;
    };
    let place = match name.to_ascii_lowercase().as_str() {
        "og:title" => &mut found.title,
        "og:url" => &mut found.address,
        "og:site_name" => &mut found.site,
        "dc.publisher" | "dcterms.publisher" | "citation_publisher" => &mut found.site,
        "og:locale" => {
            found
                .language
                .get_or_insert_with(|| value.replace('_', "-"));
            return;
        }
        "article:published_time"
        | "date"
        | "dc.date"
        | "dcterms.created"
        | "dcterms.issued"
        | "publish-date"
        | "citation_publication_date" => {
            found.published = date(&value).or(found.published.take());
            return;
        }
        "article:modified_time" | "og:updated_time" | "last-modified" | "dcterms.modified" => {
            found.modified = date(&value).or(found.modified.take());
            return;
        }
        _ => return,
    };
    place.get_or_insert(value);
}

/// "datePublished" and "dateModified" of JSON-LD.
fn linked_data(tag: &Tag<'_>, found: &mut Metadata) {
    if !tag.attributes.contains("ld+json") {
        return;
    }
    let value = |key: &str| {
        let (_, after) = tag.raw.split_once(key)?;
        let after = after.trim_start().strip_prefix(':')?.trim_start();
        date(after.strip_prefix('"')?)
    };
    if found.published.is_none() {
        found.published = value("\"datePublished\"");
    }
    if found.modified.is_none() {
        found.modified = value("\"dateModified\"");
    }
}

/// The date at the start of an ISO 8601 date and time.
pub(crate) fn date(text: &str) -> Option<String> {
    let date = text.trim().get(..10)?;
    date.bytes()
        .enumerate()
        .all(|(at, byte)| {
            if matches!(at, 4 | 7) {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        })
        .then(|| date.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_head() {
        let found = read(
            "<!doctype html><html lang=en-GB><head><title>Nordavia &amp; Isles - The Office</title>\
             <meta property='og:site_name' content='The Office'><link rel=canonical href=/a>\
             <script type='application/ld+json'>{\"datePublished\": \"2024-04-17T19:52:45+00:00\"}\
             </script><meta property=article:modified_time content='2025-01-03T21:44:37'></head>\
             <body><title>not this</title>",
        );
        assert_eq!(
            found.title.as_deref(),
            Some("Nordavia & Isles - The Office")
        );
        assert_eq!(found.site.as_deref(), Some("The Office"));
        assert_eq!(found.address.as_deref(), Some("/a"));
        assert_eq!(found.published.as_deref(), Some("2024-04-17"));
        assert_eq!(found.modified.as_deref(), Some("2025-01-03"));
        assert_eq!(found.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn a_date_must_be_one() {
        assert_eq!(date("2024-4-17"), None);
        assert_eq!(date("17 April 2024"), None);
    }
}
