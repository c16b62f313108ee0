//! Lists of a register laid beside the points that name somebody.
//!
//! In: the points, the report replied to, and lists the user brings. Out: the points with what each list says of those
//! they name, and the dates of lists, report and point in order. A listing is what its keeper says: it
//! moves a verdict only where a point states just that somebody is, or is not, on a list; then in either direction.

mod stated;
mod tell;
mod weigh;

use super::named::{By, Fit, Named, Names, fit};
use crate::Opened;
use crate::registers;
use evenhand_compare::reply::{Kind, Point, Shelf};
use evenhand_names::{Kind as NamesKind, Name, Names as Index};
use evenhand_registers::{Listed, Listing, Naming};
use evenhand_report::{Date, NameKind};

const LISTED: &str = "listed_in_register";

/// How many persons and bodies are told to a point.
const NAMED: usize = 4;

/// How many names of the register are looked at for one, and from which score on.
const LIKELY: usize = 80;
const LEAST: f64 = 0.6;

/// Words of a point that speak of lists.
const OF_LISTS: &[&str] = &["list", "lists", "listed", "register", "registers"];

/// Lists made ready for being asked.
pub(super) struct Lists<'a> {
    listings: &'a [Listing],
    index: Index,
    /// The listing that each name of the index belongs to.
    owners: Vec<usize>,
}

/// A name of a point with the entries it fits.
struct OnThem<'a> {
    named: Named,
    entries: Vec<(&'a Listing, Fit)>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(listings: &'a [Listing]) -> Self {
        let names: Vec<(usize, &str)> = listings
            .iter()
            .enumerate()
            .flat_map(|(at, listing)| listing.names().map(move |name| (at, name)))
            .collect();
        Self {
            listings,
            index: Index::new(names.iter().map(|(_, name)| *name), NamesKind::Unknown),
            owners: names.iter().map(|(at, _)| *at).collect(),
        }
    }

    /// The entries that a name fits, by date; entries that only may fit are left out beside those that do.
    fn entries(&self, named: &Named) -> Vec<(&'a Listing, Fit)> {
        let kind = match named.kind {
            NameKind::Person => NamesKind::Person,
            NameKind::Body | NameKind::Place => NamesKind::Body,
        };
        let mut likely: Vec<usize> = named
            .full
            .iter()
            .flat_map(|name| {
                self.index
                    .candidates(&Name::read(name, kind), LIKELY, LEAST)
            })
            .filter_map(|found| self.owners.get(found.number).copied())
            .collect();
        likely.sort_unstable();
        likely.dedup();
        let mut found: Vec<(&Listing, Fit)> = likely
            .into_iter()
            .filter_map(|at| {
                let listing = self.listings.get(at)?;
                let naming = match listing.kind {
                    Listed::Person => Naming::Person,
                    Listed::Company | Listed::Organisation => Naming::Body,
                };
                let names: Vec<&str> = listing.names().collect();
                Some((listing, fit(named, naming, &names)?))
            })
            .collect();
        let least = found
            .iter()
            .map(|(_, fit)| fit.score)
            .fold(0.0, f64::max)
            .min(0.85);
        found.retain(|(_, fit)| fit.score >= least);
        found.sort_by(|(one, _), (other, _)| in_order(one.since, other.since));
        found
    }
}

/// Lays the lists beside the points.
pub(super) fn beside(
    reply: &Opened,
    names: &Names<'_>,
    points: &mut [Point],
    (shelf, main): (&Shelf, &Opened),
    listings: &[Listing],
) {
    if listings.is_empty() {
        return;
    }
    let lists = Lists::new(listings);
    let text = &reply.report.text;
    let found: Vec<Vec<OnThem<'_>>> = points
        .iter()
        .map(|point| on_them(&lists, names, point, text))
        .collect();
    // What the report tells of those who stand on a list; the others are not looked for.
    let mut wanted: Vec<Listing> = Vec::new();
    for (listing, _) in found.iter().flatten().flat_map(|named| &named.entries) {
        if !wanted.contains(listing) {
            wanted.push((*listing).clone());
        }
    }
    let rows = registers::lists(main, &wanted).on_lists;
    for (point, found) in points.iter_mut().zip(&found) {
        for named in found.iter().filter(|named| !named.entries.is_empty()) {
            tell::tell(point, text, shelf, named, &rows);
        }
        weigh::weigh(point, text, found, listings, main.report.identity.year);
    }
}

/// Those a point names who may stand on a list.
fn on_them<'a>(lists: &Lists<'a>, names: &Names<'_>, point: &Point, text: &str) -> Vec<OnThem<'a>> {
    if matches!(point.kind, Kind::Opinion | Kind::AboutOtherDocument) {
        return Vec::new();
    }
    let look = |named: Vec<Named>| -> Vec<OnThem<'a>> {
        named
            .into_iter()
            .map(|named| OnThem {
                entries: lists.entries(&named),
                named,
            })
            // A run of capitals that is on no list is hardly a name.
            .filter(|found| found.named.by != By::Capitals || !found.entries.is_empty())
            .collect()
    };
    let mut found = look(names.of(point));
    let about = matches!(point.kind, Kind::Person | Kind::Organisation)
        || has(point.span.of(text), OF_LISTS);
    if found.is_empty() && about {
        found = look(names.near(point));
        // A pronoun points to the nearest; who else was named stays out.
        found.truncate(1);
    }
    let mut seen: Vec<Vec<String>> = Vec::new();
    found.retain(|found| {
        let new = !seen.contains(&found.named.full);
        seen.push(found.named.full.clone());
        new
    });
    found.truncate(NAMED);
    found
}

fn has(text: &str, list: &[&str]) -> bool {
    text.to_lowercase()
        .split(|ch: char| !ch.is_alphanumeric())
        .any(|word| list.contains(&word))
}

fn in_order(one: Option<Date>, other: Option<Date>) -> std::cmp::Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.in_order(other),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) => std::cmp::Ordering::Equal,
    }
}
