//! The checks: one question put to a point a file; each has its page in `rules/reply/`.
//!
//! In: a [`Case`], the point with the passages beside it. Out: what each check found: plain words, the
//! sentences it rests on, what it says of the verdict and how surely. A check that has nothing to say
//! stays silent.

mod caveat_dropped;
mod heading_quoted;
mod in_whose_mouth;
mod judged_so;
mod killed_or_died;
mod named_nowhere;
mod not_every_one;
mod not_mentioned;
mod nothing_like_it;
mod on_a_list;
mod on_balance;
mod one_source_among_others;
mod only_where;
mod other_figure;
mod over_the_years;
mod printed_twice;
mod published_for;
mod quotation;
mod same_standard;
mod set_apart;
mod stands_there;
mod unnamed_sources;
mod who_pays;

use super::claim::{Claim, Desk};
use super::passages::Evidence;
use super::query::{Query, Terms, each_term};
use super::shelf::{Line, Place, Volume};
use super::{Kind, Reason, Verdict};
use evenhand_report::{Attribution, Family, RulePage, Specificity};

/// A check: its page, and the question it puts.
struct Check {
    page: RulePage,
    put: fn(&Case<'_>) -> Option<Found>,
}

macro_rules! page {
    ($name:ident) => {
        RulePage {
            name: stringify!($name),
            family: Family::Check,
            page: include_str!(concat!("../../../rules/reply/", stringify!($name), ".md")),
        }
    };
}

macro_rules! checks {
    ($($name:ident),+ $(,)?) => {
        const CHECKS: &[Check] = &[$(Check {
            page: page!($name),
            put: $name::put,
        }),+];

        /// The pages of the checks, in the order they are put.
        pub const PAGES: &[RulePage] = &[$(page!($name)),+];
    };
}

checks![
    set_apart,
    quotation,
    heading_quoted,
    other_figure,
    killed_or_died,
    unnamed_sources,
    not_mentioned,
    over_the_years,
    only_where,
    same_standard,
    not_every_one,
    caveat_dropped,
    in_whose_mouth,
    one_source_among_others,
    printed_twice,
    on_a_list,
    who_pays,
    named_nowhere,
    stands_there,
    on_balance,
    judged_so,
    published_for,
    nothing_like_it,
];

/// A point with what lies beside it.
pub(super) struct Case<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) claim: &'a Claim,
    pub(super) kind: Kind,
    pub(super) evidence: &'a Evidence,
    /// The words of the point alone.
    own: Query,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) reason: Reason,
    /// What it says of the verdict; nothing where it only tells.
    pub(super) says: Option<Verdict>,
    /// How surely, 0 to 1.
    pub(super) sure: f32,
    /// Its quotes belong before the passages that the search found.
    pub(super) first: bool,
}

impl Found {
    fn new(rule: &'static str, message: String, quotes: Vec<Place>) -> Self {
        Self {
            reason: Reason {
                rule,
                message,
                quotes,
            },
            says: None,
            sure: 0.0,
            first: false,
        }
    }

    const fn says(mut self, verdict: Verdict, sure: f32) -> Self {
        self.says = Some(verdict);
        self.sure = sure;
        self
    }

    const fn first(mut self) -> Self {
        self.first = true;
        self
    }
}

impl<'a> Case<'a> {
    pub(super) fn new(
        desk: &'a Desk<'a>,
        claim: &'a Claim,
        kind: Kind,
        evidence: &'a Evidence,
    ) -> Self {
        let mut own = Query::default();
        own.words(&claim.text, 1.0, &desk.rarity, &|term| {
            desk.is_home(term.stem) || claim.aside.contains(&term.stem)
        });
        Self {
            desk,
            claim,
            kind,
            evidence,
            own,
        }
    }

    fn line(&self, place: Place) -> Option<&'a Line> {
        self.desk.shelf.at(place).map(|(_, line)| line)
    }

    fn terms(&self, place: Place) -> Option<&'a Terms> {
        let (volume, _) = self.desk.shelf.at(place)?;
        volume.index().terms.get(place.line as usize)
    }

    /// The best lines of the report replied to, best first.
    fn best(&self, count: usize) -> impl Iterator<Item = (Place, &'a Line)> {
        self.evidence
            .main
            .iter()
            .take(count)
            .filter_map(|(place, _)| Some((*place, self.line(*place)?)))
    }

    /// The best lines that a point is held against: where it speaks of another country, those of that country.
    fn beside(&self, count: usize) -> Vec<(Place, &'a Line)> {
        if self.kind != Kind::CrossCountry || self.evidence.abroad.is_empty() {
            return self.best(count).collect();
        }
        self.evidence
            .abroad
            .iter()
            .take(count)
            .filter_map(|(place, _)| Some((*place, self.line(*place)?)))
            .collect()
    }

    /// The share of the point's own words that a line has.
    fn covers(&self, place: Place) -> f32 {
        self.terms(place).map_or(0.0, |terms| self.own.share(terms))
    }

    /// How well a line answers the point's own words: as [`Case::covers`], but long lines have words by chance.
    fn answers(&self, place: Place) -> f32 {
        let Some((volume, _)) = self.desk.shelf.at(place) else {
            return 0.0;
        };
        let index = volume.index();
        index
            .terms
            .get(place.line as usize)
            .map_or(0.0, |terms| self.own.answered(terms, index.length))
    }

    fn says(&self, phrases: &[&str]) -> bool {
        super::cues::any(&self.claim.plain, phrases)
    }

    /// Every line of a volume with its place.
    fn lines(&self, at: u32, volume: &'a Volume) -> impl Iterator<Item = (Place, &'a Line)> {
        (0..)
            .zip(&volume.lines)
            .map(move |(line, words)| (Place { volume: at, line }, words))
    }

    /// The report replied to.
    fn main(&self) -> Option<&'a Volume> {
        self.desk.shelf.main()
    }

    fn pin(&self, place: Place) -> &'a str {
        self.line(place).map_or("", |line| line.pin.as_str())
    }
}

/// The share of a query that stands close together in a text: in a stretch of twice as many words that say
/// something as the query has, at most four more.
pub(super) fn closely(query: &Query, text: &str) -> f32 {
    close(query, text, false)
}

/// As [`closely`], but words inside a name ("Legal Aid Center") are no mention of what is written small ("legal aid").
fn closely_outside_names(query: &Query, text: &str) -> f32 {
    close(query, text, true)
}

fn close(query: &Query, text: &str, outside_names: bool) -> f32 {
    let all: f32 = query.terms.iter().map(|(_, weight)| weight).sum();
    if all <= 0.0 {
        return 0.0;
    }
    let mut words = Vec::new();
    let names = !outside_names || query.terms.iter().any(|(term, _)| term.capital);
    each_term(text, |term| {
        if names || !term.capital || words.is_empty() {
            words.push(term);
        }
    });
    let lines: Vec<Terms> = words.iter().map(|term| Terms::one(*term)).collect();
    let reach = query.terms.len() + query.terms.len().min(4);
    let mut best = 0.0_f32;
    for start in 0..lines.len() {
        let window = &lines[start..(start + reach).min(lines.len())];
        let has: f32 = query
            .terms
            .iter()
            .map(|(term, weight)| {
                weight
                    * window
                        .iter()
                        .map(|line| line.has(*term))
                        .fold(0.0, f32::max)
            })
            .sum();
        best = best.max(has / all);
        if start + reach >= lines.len() {
            break;
        }
    }
    best
}

/// Whom a line credits, in its words; "nobody" where it credits none.
fn credited(line: &Line) -> Option<(String, &Attribution)> {
    let credit = line.reading.attributions.first()?;
    let source = credit
        .source
        .map_or(credit.cue, |source| source)
        .of(&line.text)
        .to_owned();
    Some((source, credit))
}

/// Whether a source is identified by a name.
fn is_named(credit: &Attribution) -> bool {
    credit.specificity == Specificity::Named
}

/// A list in words: "a, b and c".
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// Puts every check to a point, in the order of [`PAGES`].
pub(super) fn put(case: &Case<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = CHECKS
        .iter()
        .filter_map(|check| {
            let found = (check.put)(case);
            debug_assert!(
                found
                    .as_ref()
                    .is_none_or(|found| found.reason.rule == check.page.name),
                "a finding bears its check's name"
            );
            found
        })
        .collect();
    // Where a passage stands, and how often, no sentence of the report says of itself.
    if found.iter().any(|one| one.reason.rule == "printed_twice") {
        found.retain(|one| one.reason.rule != "named_nowhere");
    }
    // That nothing comes near is worth telling only where nothing else is told.
    if found.len() > 1 {
        found.retain(|one| one.reason.rule != "nothing_like_it");
    }
    found
}
