//! What lists say of a name that a point has, in words: the entries with their citations, and the dates in order.

use super::{LISTED, OnThem, has};
use crate::check::named::Fit;
use crate::check::settle::place;
use crate::registers::{Event, OnLists, dated, on_a_line};
use evenhand_compare::omissions::dates;
use evenhand_compare::reply::{Point, Reason, Shelf};
use evenhand_registers::{Listing, Naming};
use std::collections::BTreeMap;

const IN_ORDER: &str = "dates_in_order";

/// How many entries of one name are told.
const ENTRIES: usize = 4;

/// Words of a point that put one thing before another.
const ORDER: &[&str] = &["after", "before", "earlier", "later", "until"];

/// Tells what the lists say of one name, and the dates in order.
pub(super) fn tell(
    point: &mut Point,
    text: &str,
    shelf: &Shelf,
    found: &OnThem<'_>,
    rows: &[OnLists],
) {
    // One reason for each full name that the register has.
    let mut people: BTreeMap<String, Vec<(&Listing, &Fit)>> = BTreeMap::new();
    for (listing, fit) in &found.entries {
        people
            .entry(Naming::Person.key(&listing.name))
            .or_default()
            .push((listing, fit));
    }
    for entries in people.values() {
        let Some((first, fit)) = entries.first() else {
            continue;
        };
        let mut said: Vec<String> = entries
            .iter()
            .take(ENTRIES)
            .map(|(listing, _)| entry(listing))
            .collect();
        if entries.len() > ENTRIES {
            said.push(format!("and {} entries more", entries.len() - ENTRIES));
        }
        let row = rows.iter().find(|row| {
            entries
                .iter()
                .any(|(listing, _)| row.listings.iter().any(|own| own.listing == **listing))
        });
        let described: Vec<String> = row
            .iter()
            .flat_map(|row| &row.descriptions)
            .map(|described| format!("“{}”", described.words))
            .collect();
        let report = match row {
            None => " The report replied to does not name this person or body.".to_owned(),
            Some(_) if described.is_empty() => String::new(),
            Some(_) => format!(
                " Described in the report replied to as {}.",
                described.join(", ")
            ),
        };
        let mut quotes: Vec<_> = row
            .iter()
            .flat_map(|row| &row.descriptions)
            .filter_map(|described| place(shelf, &described.quote))
            .collect();
        quotes.dedup();
        point.reasons.push(Reason {
            rule: LISTED,
            message: format!(
                "Register of lists: {} is listed {}. {}{report} A listing is what its keeper says.",
                first.name,
                said.join("; "),
                fit.words()
            ),
            quotes,
        });
        let events = row.map_or(&[][..], |row| row.events.as_slice());
        let listings: Vec<&Listing> = entries.iter().map(|(listing, _)| *listing).collect();
        if let Some(reason) = order(point.span.of(text), shelf, &first.name, &listings, events) {
            point.reasons.push(reason);
        }
    }
}

/// An entry in words, with its citation.
fn entry(listing: &Listing) -> String {
    let when = match (listing.since, listing.until) {
        (Some(since), Some(until)) => format!(" from {since} until {until}"),
        (Some(since), None) => format!(" since {since}"),
        (None, Some(until)) => format!(" until {until}"),
        (None, None) => String::new(),
    };
    format!(
        "as “{}”{when} ({}; {}; {})",
        listing.listed_as, listing.list, listing.id, listing.citation
    )
}

/// The dates of lists, report and point on one line, and which came first where the point speaks of an order.
fn order(
    words: &str,
    shelf: &Shelf,
    name: &str,
    listings: &[&Listing],
    events: &[Event],
) -> Option<Reason> {
    let own = dates(words, None);
    let told: Vec<&Event> = events.iter().filter(|event| event.date.is_some()).collect();
    let asks = has(words, ORDER);
    if listings.iter().all(|listing| listing.since.is_none())
        || (own.is_empty() && told.is_empty() && !asks)
    {
        return None;
    }
    let mut items = dated(listings.iter().copied(), told.iter().copied());
    items.extend(
        own.iter()
            .map(|(_, date)| (Some(*date), "a date the point gives".to_owned())),
    );
    let mut message = format!("Dates in order, {name}: {}.", on_a_line(items));
    if asks && told.is_empty() {
        message.push_str(
            " The report replied to tells nothing with a date of this name, so what came before or after the listing cannot be told from it.",
        );
    } else if asks {
        for event in told.iter().take(2) {
            for listing in listings.iter().take(2) {
                message.push_str(&beside_listing(event, listing));
            }
        }
    }
    let mut quotes: Vec<_> = told
        .iter()
        .filter_map(|event| place(shelf, &event.quote))
        .collect();
    quotes.dedup();
    Some(Reason {
        rule: IN_ORDER,
        message,
        quotes,
    })
}

/// Whether something told came before or after a listing, and before or after its end.
fn beside_listing(event: &Event, listing: &Listing) -> String {
    let mut text = String::new();
    let ends = [
        (listing.since, format!("“listed as {}”", listing.listed_as)),
        (
            listing.until,
            format!("the end of “listed as {}”", listing.listed_as),
        ),
    ];
    for (end, words) in ends {
        let (Some(date), Some(end)) = (event.date, end) else {
            continue;
        };
        let how = if date.surely_before(end) {
            "came before"
        } else if end.surely_before(date) {
            "came after"
        } else {
            "by these dates may have come before or after"
        };
        text.push_str(&format!(" “{}” {how} {words}.", event.what));
    }
    text
}
