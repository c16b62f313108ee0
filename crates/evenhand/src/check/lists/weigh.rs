//! The verdict on a point that states just that somebody is, or is not, on a list.

use super::stated::{Stated, stated};
use super::{LISTED, OnThem};
use crate::check::named::{By, Fit};
use crate::check::settle::settle;
use evenhand_compare::reply::{Point, Reason, Verdict};
use evenhand_registers::{Listing, Naming};
use evenhand_report::{Date, Span};

/// How surely an entry, or that a list has no such entry, bears on a statement about that list. A name that may be
/// another's, a last name that the report completes, and a list that may not be in the register as a whole, make it uncertain.
const ENTERED: f32 = 0.75;
const BY_LAST_NAME: f32 = 0.6;
const DOUBTFUL: f32 = 0.45;
const NOT_ENTERED: f32 = 0.4;

/// Moves the verdict of a point that states just that somebody is, or is not, on a list.
pub(super) fn weigh(
    point: &mut Point,
    text: &str,
    found: &[OnThem<'_>],
    listings: &[Listing],
    year: Option<u16>,
) {
    let words = point.span.of(text);
    for one in found.iter().filter(|one| !one.named.full.is_empty()) {
        let subject = match one.named.span {
            Some(span) if span.start >= point.span.start && span.end <= point.span.end => Span {
                start: span.start - point.span.start,
                end: span.end - point.span.start,
            },
            Some(_) => continue,
            None => match pronoun(words) {
                Some(span) => span,
                None => continue,
            },
        };
        let Some(stated) = stated(words, subject) else {
            continue;
        };
        if let Some((verdict, sure, message)) = bears(&stated, one, listings, year) {
            if !message.is_empty() {
                point.reasons.push(Reason {
                    rule: LISTED,
                    message,
                    quotes: Vec::new(),
                });
            }
            settle(point, verdict, sure);
        }
        return;
    }
}

/// What the register says to the statement: verdict, how surely, and words where no entry says it already.
fn bears(
    stated: &Stated,
    found: &OnThem<'_>,
    listings: &[Listing],
    year: Option<u16>,
) -> Option<(Verdict, f32, String)> {
    let meant: Vec<&(&Listing, Fit)> = found
        .entries
        .iter()
        .filter(|(listing, _)| stated.means(&listing.list, &listing.listed_as))
        .collect();
    if !meant.is_empty() {
        let sure = match found.named.by {
            _ if !meant.iter().any(|(_, fit)| fit.sure) => DOUBTFUL,
            By::Itself | By::Capitals => ENTERED,
            By::Report | By::Reply => BY_LAST_NAME,
        };
        let open = meant.iter().any(|(listing, _)| listing.until.is_none());
        let ended = meant
            .iter()
            .filter_map(|(listing, _)| listing.until)
            .max_by(|one, other| one.in_order(*other))
            .filter(|_| stated.now && !open);
        let all = found.named.full.iter().all(|name| {
            meant.iter().any(|(listing, _)| {
                listing
                    .names()
                    .any(|other| Naming::Person.same(name, other).is_some())
            })
        });
        if let Some(ended) = ended {
            // "Is" may have been true when the reply was written, where the entry outlived the period reported on.
            let period = year.and_then(|year| Date::new(year, None, None));
            let later = period.is_some_and(|period| period.surely_before(ended));
            let (verdict, sure) = match (stated.denied, later) {
                (false, true) => (Verdict::Supported, DOUBTFUL),
                (false, false) => (Verdict::Partly, sure),
                (true, true) => (Verdict::Partly, DOUBTFUL),
                (true, false) => (Verdict::Supported, DOUBTFUL),
            };
            let message = format!(
                "Register of lists: the entry ended on {ended}; when the reply was written it does not say."
            );
            return Some((verdict, sure, message));
        }
        return Some(match stated.denied {
            false if !all && found.named.several => (
                Verdict::Partly,
                sure,
                format!(
                    "Register of lists: not all of {} stand on that list.",
                    found.named.full.join(" and ")
                ),
            ),
            false => (Verdict::Supported, sure, String::new()),
            true => (Verdict::Contradicted, sure, String::new()),
        });
    }
    let name = found.named.full.join(" or ");
    let same: Vec<&Listing> = listings
        .iter()
        .filter(|listing| stated.means(&listing.list, ""))
        .collect();
    let verdict = if stated.denied {
        Verdict::Supported
    } else {
        Verdict::Contradicted
    };
    let count = |of: usize| {
        if of == 1 {
            "one entry".to_owned()
        } else {
            format!("{of} entries")
        }
    };
    match (stated.which.is_empty(), same.first()) {
        (false, Some(list)) => Some((
            verdict,
            NOT_ENTERED,
            format!(
                "Register of lists: it has {} of that list ({}), and none is on {name}. The list may have more than the register at \
                 hand. Source: {}.",
                count(same.len()),
                list.list,
                list.citation
            ),
        )),
        (true, _) if stated.denied => Some((
            verdict,
            NOT_ENTERED,
            format!(
                "Register of lists: of its {}, none is on {name}. There are lists that the register at hand does not have.",
                count(listings.len())
            ),
        )),
        _ => None,
    }
}

/// The pronoun that opens a text.
fn pronoun(text: &str) -> Option<Span> {
    let first = text.split_whitespace().find(|word| {
        !matches!(
            *word,
            "though" | "although" | "and" | "but" | "yet" | "while"
        )
    })?;
    let start = text.find(first)?;
    matches!(
        first.to_lowercase().as_str(),
        "he" | "she" | "it" | "they" | "who"
    )
    .then(|| Span::new(start, start + first.len()))
}
