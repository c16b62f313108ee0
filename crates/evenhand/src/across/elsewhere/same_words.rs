//! The same words elsewhere: which statements of a report stand in other reports of its edition.
//!
//! In: the masked statements of all reports of the edition. Out: counts by how close the closest
//! is, and the statements that stand in most reports, with quotes of others.

use super::edition::Edition;
use crate::Opened;
use crate::across::AcrossError;
use crate::across::formulas::Gathered;
use crate::across::interval::{Interval, share};
use crate::across::quote::{Quote, quotes};
use crate::across::shelf::Shelf;
use crate::dossier::Count;
use evenhand_compare::across::families::{Closeness, FEWEST_WORDS, Member};
use evenhand_compare::across::masked::{Masked, mask};
use evenhand_report::SentenceIndex;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Statements shown with quotes.
const SHOWN: usize = 25;
/// Quotes of other reports for each.
const QUOTES: usize = 3;

/// Which statements of a report stand in other reports of its edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SameWords {
    /// Statements by how close the closest sentence of another report is.
    pub closeness: Vec<ClosenessCount>,
    /// Statements that stand in no other report.
    pub nowhere: Count<SentenceIndex>,
    /// Those of them that are too short to be compared: fewer than five words.
    pub short: Count<SentenceIndex>,
    /// For every statement that stands elsewhere, in how many reports.
    pub places: Vec<FoundIn>,
    /// The statements that stand in most reports, most first.
    pub most: Vec<SharedStatement>,
}

/// How many statements stand elsewhere, the closest so close.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClosenessCount {
    /// How close.
    pub closeness: Closeness,
    /// How many, of all statements.
    #[serde(flatten)]
    pub count: Count<SentenceIndex>,
}

/// In how many other reports a statement stands, each counted at its closest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FoundIn {
    /// The statement.
    pub sentence: SentenceIndex,
    /// Reports that hold it word for word.
    pub exact: usize,
    /// Reports that hold it but for names and numbers.
    pub masked: usize,
    /// Reports that hold nearly the same.
    pub near: usize,
}

impl FoundIn {
    /// Reports that hold any of these.
    #[must_use]
    pub const fn reports(&self) -> usize {
        self.exact + self.masked + self.near
    }
}

/// A statement that stands elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SharedStatement {
    /// Where it stands here, and in how many other reports.
    #[serde(flatten)]
    pub found: FoundIn,
    /// How many other reports there are.
    pub of: usize,
    /// The share of them that hold it, with its interval.
    pub share: Interval,
    /// The countries whose reports hold it.
    pub countries: Vec<String>,
    /// A few of the places: closest first, neighbours first.
    pub quotes: Vec<Placed>,
}

/// A quote of another report, and how close it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placed {
    /// How close.
    pub closeness: Closeness,
    /// The quote.
    #[serde(flatten)]
    pub quote: Quote,
}

pub(super) fn same_words(
    edition: &Edition<'_>,
    gathered: &Gathered<'_>,
    report: &Opened,
) -> Result<SameWords, AcrossError> {
    let report = &report.report;
    let (statements, masked): (Vec<SentenceIndex>, Vec<Masked>) = report
        .statements()
        .map(|(index, sentence)| (index, mask(report.sentence_text(sentence))))
        .unzip();
    let closest: Vec<BTreeMap<u32, Member>> = gathered
        .same_as_each(&masked)
        .into_iter()
        .map(|members| by_report(edition, members))
        .collect();
    let found = || statements.iter().copied().zip(&closest);
    let all = statements.len();
    let such = |wanted: Option<Closeness>| -> Vec<SentenceIndex> {
        found()
            .filter(|(_, closest)| closest.values().map(|one| one.closeness).min() == wanted)
            .map(|(at, _)| at)
            .collect()
    };
    let short = found()
        .zip(&masked)
        .filter(|((_, closest), masked)| closest.is_empty() && masked.words < FEWEST_WORDS)
        .map(|((at, _), _)| at);
    let mut ranked: Vec<(SentenceIndex, &BTreeMap<u32, Member>)> =
        found().filter(|(_, closest)| !closest.is_empty()).collect();
    let places = ranked
        .iter()
        .map(|(at, closest)| found_in(*at, closest))
        .collect();
    ranked.sort_by_key(|(at, closest)| (std::cmp::Reverse(closest.len()), *at));
    ranked.truncate(SHOWN);
    Ok(SameWords {
        closeness: Closeness::ALL
            .iter()
            .map(|closeness| ClosenessCount {
                closeness: *closeness,
                count: Count::of(such(Some(*closeness)), all),
            })
            .collect(),
        nowhere: Count::of(such(None), all),
        short: Count::of(short.collect(), all),
        places,
        most: most(edition, &ranked)?,
    })
}

/// The closest sentence of each other report.
fn by_report(edition: &Edition<'_>, members: Vec<Member>) -> BTreeMap<u32, Member> {
    let mut closest: BTreeMap<u32, Member> = BTreeMap::new();
    for member in members {
        if member.place.report as usize == edition.own_number() {
            continue;
        }
        let known = closest.entry(member.place.report).or_insert(member);
        if (member.closeness, member.place) < (known.closeness, known.place) {
            *known = member;
        }
    }
    closest
}

fn found_in(sentence: SentenceIndex, closest: &BTreeMap<u32, Member>) -> FoundIn {
    let of = |wanted| {
        closest
            .values()
            .filter(|one| one.closeness == wanted)
            .count()
    };
    FoundIn {
        sentence,
        exact: of(Closeness::Exact),
        masked: of(Closeness::Masked),
        near: of(Closeness::Near),
    }
}

fn most(
    edition: &Edition<'_>,
    ranked: &[(SentenceIndex, &BTreeMap<u32, Member>)],
) -> Result<Vec<SharedStatement>, AcrossError> {
    let held = |member: &Member| edition.held().get(member.place.report as usize);
    let region = edition.own().region();
    let neighbour =
        |member: &Member| region.is_some() && held(member).and_then(|held| held.region()) == region;
    // Quotes are taken from few reports, so that few are opened again.
    let mut used: BTreeSet<u32> = BTreeSet::new();
    let mut picked: Vec<Vec<Member>> = Vec::new();
    for (_, closest) in ranked {
        let mut order: Vec<Member> = closest.values().copied().collect();
        order.sort_by_key(|one| {
            let report = one.place.report;
            (
                one.closeness,
                !neighbour(one),
                !used.contains(&report),
                one.place,
            )
        });
        order.truncate(QUOTES);
        used.extend(order.iter().map(|one| one.place.report));
        picked.push(order);
    }
    let places: Vec<(usize, u32)> = picked
        .iter()
        .flatten()
        .map(|one| (one.place.report as usize, one.place.sentence))
        .collect();
    let mut found = quotes(edition, &places)?.into_iter();
    let of = edition.others().count();
    let mut rows = Vec::new();
    for ((at, closest), picked) in ranked.iter().zip(&picked) {
        let quotes = picked
            .iter()
            .zip(found.by_ref())
            .map(|(one, quote)| Placed {
                closeness: one.closeness,
                quote,
            })
            .collect();
        let countries: BTreeSet<String> = closest
            .values()
            .filter_map(|one| Some(held(one)?.place()))
            .collect();
        rows.extend(
            share(closest.len() as u64, of as u64).map(|share| SharedStatement {
                found: found_in(*at, closest),
                of,
                share,
                countries: countries.into_iter().collect(),
                quotes,
            }),
        );
    }
    Ok(rows)
}
