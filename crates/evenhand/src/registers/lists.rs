//! On which lists the persons and bodies of a report stand, as what and since when, and how the report
//! describes them; dates in order on one line.

use super::timeline::events;
use super::{Event, Held, Quoted};
use crate::Opened;
use crate::dossier::percent;
use evenhand_registers::{Listed, Listing, Naming, Same};
use evenhand_report::{Date, NameKind, SentenceIndex, Span};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Lists held against the names of a report.
#[derive(Debug, Clone, Serialize)]
pub struct ListsReport {
    /// The report.
    pub report: Held,
    /// Persons and bodies the report names that stand on a list, in the order of their first mention.
    pub on_lists: Vec<OnLists>,
    /// Persons the report names, by full name.
    pub persons: usize,
    /// Of these, persons on a list.
    pub persons_on_lists: usize,
    /// Share in percent.
    pub percent: Option<f64>,
    /// Entries of the lists.
    pub entries: usize,
    /// Entries that fit no name of this report, by their names in the register.
    pub not_named: Vec<String>,
}

/// A person or body that stands on a list.
#[derive(Debug, Clone, Serialize)]
pub struct OnLists {
    /// The name as the report first writes it in full.
    pub name: String,
    /// What it names.
    pub kind: NameKind,
    /// Every spelling the report uses.
    pub spellings: Vec<String>,
    /// Sentences that name it.
    pub mentions: usize,
    /// How the report describes it, each description once, in order.
    pub descriptions: Vec<Described>,
    /// The entries, by date.
    pub listings: Vec<OnList>,
    /// What the report tells with a word of procedure and, where it gives one, a date.
    pub events: Vec<Event>,
    /// Entries and events in the order of their dates, on one line.
    pub line: String,
}

/// A description of a person or body.
#[derive(Debug, Clone, Serialize)]
pub struct Described {
    /// The words.
    pub words: String,
    /// Where they stand.
    pub quote: Quoted,
}

/// An entry of a list, and why it fits the name.
#[derive(Debug, Clone, Serialize)]
pub struct OnList {
    /// The entry.
    #[serde(flatten)]
    pub listing: Listing,
    /// How sure it is that the names are the same, 0 to 1.
    pub score: f32,
    /// Why.
    pub because: String,
    /// How the entry stands to the year reported on, in plain words.
    pub period: String,
}

/// A name of the report with all its mentions.
struct Group {
    name: String,
    kind: NameKind,
    spellings: Vec<String>,
    mentions: Vec<(SentenceIndex, Span, Option<Span>)>,
}

/// Holds lists against the names of a report.
#[must_use]
pub fn lists(opened: &Opened, listings: &[Listing]) -> ListsReport {
    let mut groups = named_in(opened);
    for listing in listings {
        written(opened, listing, &mut groups);
    }
    let mut named = vec![false; listings.len()];
    let mut on_lists = Vec::new();
    for group in &groups {
        let mut found = Vec::new();
        for (at, listing) in listings.iter().enumerate() {
            if let Some(same) = fits(group, listing) {
                named[at] = true;
                found.push(OnList {
                    period: period(opened.report.identity.year, listing),
                    listing: listing.clone(),
                    score: same.score,
                    because: same.because,
                });
            }
        }
        if !found.is_empty() {
            found.sort_by(|one, other| in_order(one.listing.since, other.listing.since));
            on_lists.push(on_list(opened, group, found));
        }
    }
    let persons = groups
        .iter()
        .filter(|group| group.kind == NameKind::Person && group.name.contains(' '))
        .count();
    let persons_on_lists = on_lists
        .iter()
        .filter(|row: &&OnLists| row.kind == NameKind::Person)
        .count();
    ListsReport {
        report: Held::new(opened),
        on_lists,
        persons,
        persons_on_lists,
        percent: percent(persons_on_lists, persons),
        entries: listings.len(),
        not_named: listings
            .iter()
            .zip(named)
            .filter(|(_, named)| !named)
            .map(|(listing, _)| format!("{} {}", listing.id, listing.name))
            .collect(),
    }
}

/// Names of persons and bodies, each with all its mentions, in the order of the first.
fn named_in(opened: &Opened) -> Vec<Group> {
    let report = &opened.report;
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: BTreeMap<(NameKind, String), usize> = BTreeMap::new();
    for (at, sentence) in report.statements() {
        let text = report.sentence_text(sentence);
        let names = opened
            .readings
            .get(at.0 as usize)
            .map(|reading| &reading.names);
        for name in names.into_iter().flatten() {
            let naming = match name.kind {
                NameKind::Person => Naming::Person,
                NameKind::Body => Naming::Body,
                NameKind::Place => continue,
            };
            let written = name.span.of(text).to_owned();
            let whole = name.full.clone().unwrap_or_else(|| written.clone());
            let key = (name.kind, naming.key(&whole));
            // A last name alone is the one person's who bears it so far.
            let last = || {
                let bears = |group: &Group| {
                    group.kind == name.kind
                        && group.name.split_whitespace().next_back() == Some(whole.as_str())
                };
                let mut bearers = (0..groups.len()).filter(|at| bears(&groups[*at]));
                bearers.next().filter(|_| {
                    name.kind == NameKind::Person
                        && !whole.contains(' ')
                        && bearers.next().is_none()
                })
            };
            let alike = || {
                groups.iter().position(|group| {
                    group.kind == name.kind && naming.same(&group.name, &whole).is_some()
                })
            };
            let place = by_key
                .get(&key)
                .copied()
                .or_else(last)
                .or_else(alike)
                .unwrap_or_else(|| {
                    groups.push(Group {
                        name: whole.clone(),
                        kind: name.kind,
                        spellings: Vec::new(),
                        mentions: Vec::new(),
                    });
                    groups.len() - 1
                });
            by_key.insert(key, place);
            let group = &mut groups[place];
            if !group.spellings.contains(&written) {
                group.spellings.push(written);
            }
            group.mentions.push((at, name.span, name.description));
        }
    }
    groups
}

/// Persons a report names in full, each once, in the order of the first mention; "Derun and Kelm Vashtai" names two.
pub(crate) fn persons_in_full(opened: &Opened) -> Vec<String> {
    let report = &opened.report;
    let mut found: Vec<String> = Vec::new();
    let mut add = |name: String| {
        let known = |other: &String| Naming::Person.same(other, &name).is_some();
        if name.contains(' ') && !found.iter().any(known) {
            found.push(name);
        }
    };
    for (at, sentence) in report.statements() {
        let text = report.sentence_text(sentence);
        let names = opened
            .readings
            .get(at.0 as usize)
            .map(|reading| &reading.names);
        for name in names.into_iter().flatten() {
            if name.kind != NameKind::Person {
                continue;
            }
            let written = name.span.of(text);
            let shared = text
                .get(..name.span.start as usize)
                .and_then(|before| before.strip_suffix(" and "))
                .and_then(|before| before.split(|ch: char| !ch.is_alphabetic()).next_back())
                .filter(|first| first.starts_with(char::is_uppercase));
            let last = written.split_once(' ').map(|(_, last)| last);
            if let (Some(first), Some(last)) = (shared, last.filter(|last| !last.contains(' '))) {
                add(format!("{first} {last}"));
            }
            add(name.full.clone().unwrap_or_else(|| written.to_owned()));
        }
    }
    found
}

/// Adds the places where a name of an entry stands word for word, which the reading may have missed.
fn written(opened: &Opened, listing: &Listing, groups: &mut Vec<Group>) {
    let report = &opened.report;
    let (kind, naming) = match listing.kind {
        Listed::Person => (NameKind::Person, Naming::Person),
        Listed::Company | Listed::Organisation => (NameKind::Body, Naming::Body),
    };
    let forms: Vec<&str> = listing
        .names()
        .filter(|name| name.starts_with(char::is_uppercase) && name.chars().count() > 3)
        .filter(|name| kind == NameKind::Body || name.contains(' '))
        .collect();
    let mut found: Vec<(SentenceIndex, Span)> = Vec::new();
    for (at, sentence) in report.statements() {
        let text = report.sentence_text(sentence);
        let span = forms.iter().find_map(|form| {
            whole_words(text, form).or_else(|| {
                (kind == NameKind::Person)
                    .then(|| shared_last_name(text, form))
                    .flatten()
            })
        });
        found.extend(span.map(|span| (at, span)));
    }
    let Some((at, span)) = found.first() else {
        return;
    };
    let text = report.sentence_text(&report.sentences[at.0 as usize]);
    let place = groups
        .iter()
        .position(|group| {
            group.kind == kind
                && listing
                    .names()
                    .any(|name| naming.same(&group.name, name).is_some())
        })
        .unwrap_or_else(|| {
            let written = span.of(text);
            // "Derun and Kelm Vashtai" is written for two; the entry's own name is the person's.
            let shared = kind == NameKind::Person && written.contains(" and ");
            let name = if shared {
                listing.name.as_str()
            } else {
                written
            };
            groups.push(Group {
                name: name.to_owned(),
                kind,
                spellings: vec![name.to_owned()],
                mentions: Vec::new(),
            });
            groups.len() - 1
        });
    let group = &mut groups[place];
    for (at, span) in found {
        let known = |(known, place, _): &(SentenceIndex, Span, Option<Span>)| {
            *known == at && place.overlaps(span)
        };
        if !group.mentions.iter().any(known) {
            group.mentions.push((at, span, None));
        }
    }
    group.mentions.sort_by_key(|(at, span, _)| (*at, *span));
}

/// Where a name stands in a text as whole words.
fn whole_words(text: &str, name: &str) -> Option<Span> {
    text.match_indices(name).find_map(|(at, _)| {
        let end = at + name.len();
        let inside = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(end..).and_then(|after| after.chars().next());
        (!inside(before) && !inside(after)).then(|| Span::new(at, end))
    })
}

/// Where a first name shares a last name with another: "Derun and Kelm Vashtai" for Derun Vashtai.
fn shared_last_name(text: &str, name: &str) -> Option<Span> {
    let (first, last) = name.split_once(' ')?;
    let span = whole_words(text, first)?;
    let rest = text.get(span.end as usize..)?;
    let mut words = rest.split(' ').skip(1);
    let and = words.next()?;
    let other = words.next()?;
    let theirs = words
        .next()?
        .trim_end_matches(|ch: char| !ch.is_alphanumeric());
    let holds = and == "and" && other.starts_with(char::is_uppercase) && theirs == last;
    holds.then(|| {
        Span::new(
            span.start as usize,
            span.end as usize + " and ".len() + other.len() + 1 + last.len(),
        )
    })
}

/// Why an entry is the one a group names: by any of the entry's names.
fn fits(group: &Group, listing: &Listing) -> Option<Same> {
    let naming = match (group.kind, listing.kind) {
        (NameKind::Person, Listed::Person) => Naming::Person,
        (NameKind::Body, Listed::Company | Listed::Organisation) => Naming::Body,
        _ => return None,
    };
    let spellings = group
        .spellings
        .iter()
        .filter(|spelling| spelling.contains(' '));
    std::iter::once(&group.name)
        .chain(spellings)
        .flat_map(|name| {
            listing
                .names()
                .filter_map(|listed| naming.same(name, listed))
        })
        // Of spellings that fit equally well the first is told: it is the nearest to the report's own.
        .fold(None, |best: Option<Same>, same| match best {
            Some(best) if best.score >= same.score => Some(best),
            _ => Some(same),
        })
}

fn on_list(opened: &Opened, group: &Group, listings: Vec<OnList>) -> OnLists {
    let report = &opened.report;
    let mut descriptions: Vec<Described> = Vec::new();
    let mut told = Vec::new();
    let mut sentences: Vec<SentenceIndex> = Vec::new();
    for (at, span, description) in &group.mentions {
        let text = report.sentence_text(&report.sentences[at.0 as usize]);
        if let Some(words) = description {
            let written = words.of(text).to_owned();
            if !descriptions.iter().any(|known| known.words == written)
                && let Some(quote) = Quoted::new(opened, *at, vec![*words])
            {
                descriptions.push(Described {
                    words: written,
                    quote,
                });
            }
        }
        if !sentences.contains(at) {
            sentences.push(*at);
            told.extend(events(opened, *at, *span));
        }
    }
    told.sort_by(|one, other| in_order(one.date, other.date));
    OnLists {
        name: group.name.clone(),
        kind: group.kind,
        spellings: group.spellings.clone(),
        mentions: sentences.len(),
        descriptions,
        line: line(&listings, &told),
        listings,
        events: told,
    }
}

/// Dates in order; what has none comes last.
fn in_order(one: Option<Date>, other: Option<Date>) -> std::cmp::Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.in_order(other),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) => std::cmp::Ordering::Equal,
    }
}

/// Entries and events on one line, in the order of their dates.
fn line(listings: &[OnList], told: &[Event]) -> String {
    let entries = listings.iter().map(|on_list| &on_list.listing);
    on_a_line(dated(
        entries,
        told.iter().filter(|event| event.date.is_some()),
    ))
}

/// Entries and events in words, each with its date.
pub(crate) fn dated<'a>(
    listings: impl Iterator<Item = &'a Listing>,
    told: impl Iterator<Item = &'a Event>,
) -> Vec<(Option<Date>, String)> {
    let mut items: Vec<(Option<Date>, String)> = Vec::new();
    for listing in listings {
        let mut words = format!("listed as {} ({}", listing.listed_as, listing.list);
        let _ = write!(words, "; {})", listing.id);
        items.push((listing.since, words));
        if listing.until.is_some() {
            items.push((listing.until, format!("no longer listed ({})", listing.id)));
        }
    }
    items.extend(told.map(|event| (event.date, format!("{} ({})", event.what, event.quote.pin))));
    items
}

/// What has a date on one line, in the order of the dates.
pub(crate) fn on_a_line(mut items: Vec<(Option<Date>, String)>) -> String {
    items.sort_by(|one, other| in_order(one.0, other.0));
    let items: Vec<String> = items
        .into_iter()
        .map(|(date, words)| match date {
            Some(date) => format!("{date} {words}"),
            None => format!("no date: {words}"),
        })
        .collect();
    items.join(" → ")
}

/// How an entry stands to the year reported on.
fn period(year: Option<u16>, listing: &Listing) -> String {
    let Some(year) = year.and_then(|year| Date::new(year, None, None)) else {
        return "the report bears no year".to_owned();
    };
    let ended = listing.until.is_some_and(|until| until.surely_before(year));
    let later = listing.since.is_some_and(|since| year.surely_before(since));
    let until_within = listing.until.is_some_and(|until| until.may_be(year));
    match (listing.since, ended, later) {
        (_, true, _) => format!("ended before {year}"),
        (_, _, true) => format!("listed only after {year}"),
        (None, ..) => "no date of listing is given".to_owned(),
        (Some(since), ..) if since.surely_before(year) && until_within => {
            format!("listed before {year}, ended in it")
        }
        (Some(since), ..) if since.surely_before(year) => format!("listed before {year} and in it"),
        (Some(_), ..) => format!("listed in {year}"),
    }
}
