//! What a report is, from what the user says, what the page says, and what its name says.
//!
//! The user wins. A country is taken only from a name that fits exactly one; nothing is guessed
//! from the text. Contradictions become notes.

use crate::page::Metadata;
use crate::{Given, ReadError};
use evenhand_report::country::{Countries, CountryCode, CountryError, key};
use evenhand_report::{Format, Identity, NoteKind, ReadingNote, Span};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Makes the identity; notes what is odd.
pub(crate) fn identify(
    given: &Given,
    metadata: Metadata,
    format: Format,
    text: &str,
    notes: &mut Vec<ReadingNote>,
) -> Result<Identity, ReadError> {
    let page_title = metadata
        .title
        .map(|title| without_site(&title, metadata.site.as_deref()));
    let address = given.address.clone().or(metadata.address);
    let title = given.title.clone().or(page_title);
    let draft = metadata.draft
        || address.as_deref().is_some_and(is_draft)
        || is_draft(&given.document)
        || title.as_deref().is_some_and(|title| {
            let lower = title.to_lowercase();
            lower.ends_with("draft") || lower.starts_with("draft")
        });
    if draft {
        notes.push(note(
            NoteKind::Draft,
            "the page calls itself a draft or was unpublished; it may differ from what was published"
                .to_owned(),
        ));
    }
    let country = match given.country {
        Some(code) => Some(code),
        None => country(
            &given.document,
            metadata.country.as_deref(),
            title.as_deref(),
            address.as_deref(),
            notes,
        )?,
    };
    let year = given
        .year
        .or_else(|| year(address.as_deref(), title.as_deref(), &given.document, notes));
    Ok(Identity {
        document: given.document.clone(),
        publisher: given.publisher.clone().or(metadata.site),
        country,
        year,
        title,
        address,
        published: given.published.clone().or(metadata.published),
        modified: metadata.modified,
        language: given
            .language
            .clone()
            .or(metadata.language)
            .or_else(|| language(text).map(str::to_owned)),
        format,
    })
}

fn note(kind: NoteKind, message: String) -> ReadingNote {
    ReadingNote {
        span: Span::default(),
        kind,
        message,
    }
}

/// A title without the name of the site at its end: "Nordavia - The Office" is "Nordavia".
fn without_site(title: &str, site: Option<&str>) -> String {
    let title = title.trim();
    for mark in [" | ", " - ", " – ", " — ", " :: "] {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && (site.is_some_and(|site| tail.eq_ignore_ascii_case(site.trim())) || mark == " | ")
            && !head.trim().is_empty()
        {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}

fn is_draft(address: &str) -> bool {
    address.contains("__trashed")
        || address
            .split(['/', '-', '_', '?', '&', '='])
            .any(|word| word.eq_ignore_ascii_case("draft"))
}

/// The file-name form at the end of an address or document name, without what the site added.
fn slug(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or("");
    let last = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or("")
        .trim_end_matches(".html")
        .trim_end_matches(".htm");
    let last = last.split("__trashed").next().unwrap_or("");
    let last = last.trim_end_matches("-draft");
    // "malaysia-2": the site's second page of that name.
    match last.rsplit_once('-') {
        Some((head, number))
            if number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            head
        }
        _ => last,
    }
}

fn country(
    document: &str,
    stated: Option<&str>,
    title: Option<&str>,
    address: Option<&str>,
    notes: &mut Vec<ReadingNote>,
) -> Result<Option<CountryCode>, ReadError> {
    let register = Countries::register();
    let ambiguous = |source: CountryError| ReadError::Country {
        document: document.to_owned(),
        source,
    };
    if let Some(stated) = stated {
        return match register.find(stated) {
            Ok(country) => Ok(Some(country.code)),
            Err(source) => Err(ambiguous(source)),
        };
    }
    let by_address = address.map(slug).and_then(exact);
    let by_document = Some(slug(document))
        .filter(|slug| slug.len() > 3)
        .and_then(exact);
    let by_title = match title {
        Some(title) => {
            let found = exact(title);
            // A title that is an ambiguous name ("Congo") is asked about, not passed over.
            if found.is_none()
                && by_address.is_none()
                && title.split(' ').count() <= 2
                && let Err(source @ CountryError::Ambiguous { .. }) = register.find(title)
            {
                return Err(ambiguous(source));
            }
            found.or_else(|| only_country_in(title))
        }
        None => None,
    };
    let found = by_title.or(by_address).or(by_document);
    if let (Some(title), Some(address)) = (by_title, by_address)
        && title != address
    {
        notes.push(note(
            NoteKind::Identity,
            format!(
                "the title speaks of {title}, the address of {address}; {title} was taken: say which \
                 with --country"
            ),
        ));
    }
    let found = found.or_else(|| {
        address
            .map(slug)
            .and_then(|slug| only_country_in(&slug.replace(['-', '_'], " ")))
            .or_else(|| only_country_in(&slug(document).replace(['-', '_'], " ")))
    });
    if found.is_none() {
        notes.push(note(
            NoteKind::Identity,
            "neither title, address nor file name says which country this is about: say it with \
             --country"
                .to_owned(),
        ));
    }
    Ok(found)
}

/// Every name and file-name form of the register; those that fit two countries are left out.
static NAMES: LazyLock<BTreeMap<String, Option<CountryCode>>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for country in Countries::register().all() {
        let all = [&country.name]
            .into_iter()
            .chain(&country.names)
            .chain(&country.slugs);
        for name in all {
            names
                .entry(key(name))
                .and_modify(|code| {
                    if *code != Some(country.code) {
                        *code = None;
                    }
                })
                .or_insert(Some(country.code));
        }
    }
    names
});

/// The country with exactly this name or file-name form.
fn exact(name: &str) -> Option<CountryCode> {
    NAMES.get(&key(name)).copied().flatten()
}

/// The one country named in a line of words; none where there are several.
fn only_country_in(line: &str) -> Option<CountryCode> {
    /// Most words of a name in the register that are looked for.
    const MOST_WORDS: usize = 7;
    /// Longest line in which a name is looked for, in words.
    const LONGEST_LINE: usize = 40;
    let words: Vec<&str> = line
        .split(|ch: char| !ch.is_alphanumeric() && !matches!(ch, '\'' | '’' | '-'))
        .filter(|word| !word.is_empty())
        .take(LONGEST_LINE)
        .collect();
    let mut found = None;
    let mut at = 0;
    while at < words.len() {
        let most = MOST_WORDS.min(words.len() - at);
        let hit = (1..=most).rev().find_map(|count| {
            let name = words.get(at..at + count)?.join(" ");
            // Codes of three letters are words too often ("and", "per", "can").
            (name.len() > 3)
                .then(|| exact(&name))
                .flatten()
                .map(|code| (code, count))
        });
        match hit {
            Some((code, count)) => {
                if found.is_some_and(|found| found != code) {
                    return None;
                }
                found = Some(code);
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

fn year(
    address: Option<&str>,
    title: Option<&str>,
    document: &str,
    notes: &mut Vec<ReadingNote>,
) -> Option<u16> {
    let by_address = address.and_then(first_year);
    let by_folder = document
        .split_once('/')
        .and_then(|(folder, _)| plausible(folder))
        .or_else(|| {
            let mut parts = document.rsplit('/').skip(1);
            parts.next().and_then(plausible)
        });
    if let (Some(address), Some(folder)) = (by_address, by_folder)
        && address != folder
    {
        notes.push(note(
            NoteKind::Identity,
            format!(
                "the address says {address}, the folder {folder}; {address} was taken: say which \
                 with --year"
            ),
        ));
    }
    by_address
        .or_else(|| title.and_then(first_year))
        .or(by_folder)
        .or_else(|| first_year(document))
}

fn plausible(word: &str) -> Option<u16> {
    (word.len() == 4)
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1945..=2100).contains(year))
}

/// The first year in an address or title: "…/2023-country-reports-…/".
fn first_year(text: &str) -> Option<u16> {
    text.split(|ch: char| !ch.is_ascii_alphanumeric())
        .find_map(plausible)
}

/// The language of a text that does not say: English by its small words, Cyrillic by its letters.
fn language(text: &str) -> Option<&'static str> {
    /// Words looked at.
    const SAMPLE: usize = 400;
    let (mut words, mut english, mut cyrillic, mut kazakh) = (0_usize, 0_usize, 0_usize, false);
    for word in text.split_whitespace().take(SAMPLE) {
        words += 1;
        english += usize::from(matches!(
            word,
            "the" | "of" | "and" | "to" | "in" | "that" | "for" | "was" | "were" | "by" | "with"
        ));
        cyrillic += usize::from(word.chars().any(|ch| ('а'..='я').contains(&ch)));
        kazakh |= word.contains(['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'һ']);
    }
    if words < 20 {
        None
    } else if english * 8 > words {
        Some("en")
    } else if cyrillic * 2 > words {
        Some(if kazakh { "kk" } else { "ru" })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_their_site() {
        assert_eq!(
            without_site("Nordavia - The Office", Some("The Office")),
            "Nordavia"
        );
        assert_eq!(
            without_site("Nordavia - Isles", Some("The Office")),
            "Nordavia - Isles"
        );
        assert_eq!(
            without_site("Nordavia: Events | Watch", None),
            "Nordavia: Events"
        );
    }

    #[test]
    fn slugs_and_drafts() {
        assert_eq!(
            slug("https://example.org/reports/2023-x/nordavia__trashed/"),
            "nordavia"
        );
        assert_eq!(slug("2018/nordavia-2"), "nordavia");
        assert_eq!(slug("nordavia.html"), "nordavia");
        assert!(is_draft("/x/nordavia__trashed/"));
        assert!(is_draft("/x/nordavia-draft/"));
        assert!(!is_draft("/x/draftsmen/"));
    }

    #[test]
    fn years_of_addresses() {
        assert_eq!(
            first_year("https://e.org/reports/2023-country-reports/x/"),
            Some(2023)
        );
        assert_eq!(first_year("World Digest 1998: Nordavia"), Some(1998));
        assert_eq!(first_year("page-12345"), None);
        let mut notes = Vec::new();
        assert_eq!(
            year(Some("/2022-x/"), None, "2023/a", &mut notes),
            Some(2022)
        );
        assert_eq!(notes.len(), 1);
    }

    #[test]
    fn languages() {
        let english =
            "the court heard of the case and the crew was sent to the island by boat ".repeat(3);
        assert_eq!(language(&english), Some("en"));
        let russian = "суд заслушал дело и отправил команду на остров ".repeat(5);
        assert_eq!(language(&russian), Some("ru"));
        assert_eq!(language("too short"), None);
    }
}
