//! `formulas`: sentences that many reports share, and the countries that do not get them.
//!
//! In: reports of one publisher. Out: families of formulas with how many reports, countries and
//! editions hold them; the places of any one sentence; the formulas that nearly all countries of
//! an edition get, with the countries that do not, and the nearest sentence these do get.

use super::AcrossError;
use super::quote::{Quote, quotes};
use super::shelf::{self, Held, Shelf, of_one_publisher};
use evenhand_compare::across::families::{Closeness, Family, Formulas, Member, NEAR};
use evenhand_compare::across::interval::{Interval, share};
use evenhand_compare::across::masked::{Masked, mask, resemblance};
use evenhand_report::Report;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The formulas of many reports, gathered once and asked often.
pub struct Gathered<'a> {
    shelf: &'a dyn Shelf,
    chosen: Vec<usize>,
    formulas: Formulas,
    /// Whose reports they are.
    pub publisher: Option<String>,
    /// Publishers that were left out.
    pub left_out: Vec<String>,
}

/// One family.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormulaRow {
    /// The wording with names and numbers masked.
    pub wording: String,
    /// Reports that hold it.
    pub reports: usize,
    /// Countries whose reports hold it.
    pub countries: usize,
    /// Their share of the countries that have a report, with its interval.
    pub share: Interval,
    /// The first and the last edition that hold it.
    pub first: Option<u16>,
    /// The last edition.
    pub last: Option<u16>,
    /// Sentences that are its most frequent printed wording, word for word.
    pub exact: usize,
    /// Sentences that are the same but for names and numbers.
    pub masked: usize,
    /// Sentences that are nearly the same.
    pub near: usize,
    /// A few of them.
    pub quotes: Vec<Quote>,
}

/// A formula that nearly all countries of an edition get.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Missing {
    /// The formula.
    #[serde(flatten)]
    pub formula: FormulaRow,
    /// The countries that do not get it.
    pub missing: Vec<String>,
    /// For a country asked for: the sentence of its report that comes nearest, with its likeness.
    pub nearest: Option<(Quote, f32)>,
}

/// Where a sentence stands in one edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SentenceEdition {
    /// The edition.
    pub year: Option<u16>,
    /// Reports of the edition.
    pub reports: usize,
    /// Reports that hold the sentence word for word.
    pub exact: usize,
    /// Reports that hold it but for names and numbers.
    pub masked: usize,
    /// Reports that hold nearly the same.
    pub near: usize,
    /// Share of reports that hold any of these, with its interval.
    pub share: Interval,
    /// Countries that hold any of these.
    pub countries: Vec<String>,
    /// Countries of the edition that do not.
    pub missing: Vec<String>,
}

/// Where a sentence stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SentencePlaces {
    /// The sentence, names and numbers masked.
    pub masked: String,
    /// Editions, earliest first.
    pub editions: Vec<SentenceEdition>,
    /// Some of the places: closest first.
    pub quotes: Vec<(Closeness, Quote)>,
}

/// The reports of an edition, and those that hold a sentence, with how closely.
type Holders = (BTreeSet<u32>, BTreeMap<u32, Closeness>);

/// Gathers the statements of every report that `wanted` lets through.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn gather<'a>(
    shelf: &'a dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
) -> Result<Gathered<'a>, AcrossError> {
    let mut gathered = Gathered::none(shelf, of_one_publisher(shelf, wanted));
    let chosen = gathered.chosen.clone();
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| Ok(masked(&opener.report(at)?)),
        &mut |_, masked| {
            gathered.add(masked);
            Ok(())
        },
    )?;
    Ok(gathered)
}

/// The statements of a report, masked, each with its number.
pub(super) fn masked(report: &Report) -> Vec<(u32, Masked)> {
    report
        .statements()
        .map(|(index, sentence)| (index.0, mask(report.sentence_text(sentence))))
        .collect()
}

impl<'a> Gathered<'a> {
    /// The reports that are meant, nothing gathered yet: as [`of_one_publisher`] gives them.
    pub(super) fn none(
        shelf: &'a dyn Shelf,
        (chosen, publisher, left_out): (Vec<usize>, Option<String>, Vec<String>),
    ) -> Self {
        Self {
            shelf,
            chosen,
            formulas: Formulas::default(),
            publisher,
            left_out,
        }
    }

    /// Adds the next of the reports.
    pub(super) fn add(&mut self, masked: Vec<(u32, Masked)>) {
        self.formulas.add(masked);
    }

    /// Where each of these sentences stands.
    pub(super) fn same_as_each(&self, sentences: &[Masked]) -> Vec<Vec<Member>> {
        self.formulas.same_as_each(sentences)
    }
}

impl Gathered<'_> {
    /// How many statements were gathered, and how many wordings they have.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (self.formulas.sentences(), self.formulas.wordings())
    }

    /// How many families stand in at least `least_reports` reports, where all that is promised of them
    /// holds: each member resembles its family's wording, no sentence stands in two families.
    ///
    /// # Errors
    /// What does not hold, in words.
    pub fn checked_families(&self, least_reports: usize) -> Result<usize, String> {
        let families = self.formulas.families(least_reports);
        let members = || families.iter().flat_map(|family| &family.members);
        if let Some(stranger) = members().find(|member| member.resemblance < NEAR) {
            return Err(format!(
                "{:?} resembles its family's wording by {} only",
                stranger.place, stranger.resemblance
            ));
        }
        let mut places: Vec<_> = members().map(|member| member.place).collect();
        let all = places.len();
        places.sort_unstable();
        places.dedup();
        if places.len() < all {
            return Err(format!(
                "{} sentences stand in two families",
                all - places.len()
            ));
        }
        Ok(families.len())
    }

    fn held(&self, report: u32) -> Option<&Held> {
        self.shelf.held().get(*self.chosen.get(report as usize)?)
    }

    fn place(&self, member: &Member) -> (usize, u32) {
        let report = self.chosen.get(member.place.report as usize);
        (report.copied().unwrap_or(usize::MAX), member.place.sentence)
    }

    fn all_countries(&self) -> BTreeSet<String> {
        (0..self.chosen.len())
            .filter_map(|at| Some(self.shelf.held().get(*self.chosen.get(at)?)?.place()))
            .collect()
    }

    fn countries_of(&self, family: &Family) -> BTreeSet<String> {
        family
            .members
            .iter()
            .filter_map(|member| Some(self.held(member.place.report)?.place()))
            .collect()
    }

    /// The families that stand in at least `least_countries` countries, those in most reports first, at
    /// most `limit` of them, each with up to `quoted` quotes; and how many there are in all.
    ///
    /// # Errors
    /// [`AcrossError`] when a report cannot be opened for its quotes.
    pub fn families(
        &self,
        least_countries: usize,
        limit: usize,
        quoted: usize,
    ) -> Result<(Vec<FormulaRow>, usize), AcrossError> {
        let mut families = self.formulas.families(least_countries.max(1));
        families.retain(|family| self.countries_of(family).len() >= least_countries);
        let all = self.all_countries().len();
        let shown: Vec<&Family> = families.iter().take(limit).collect();
        Ok((self.rows(&shown, all, quoted)?, families.len()))
    }

    fn rows(
        &self,
        families: &[&Family],
        countries: usize,
        quoted: usize,
    ) -> Result<Vec<FormulaRow>, AcrossError> {
        let mut places = Vec::new();
        let mut ends = Vec::new();
        for family in families {
            places.extend(spread(&family.members, quoted).map(|member| self.place(member)));
            ends.push(places.len());
        }
        let mut found = quotes(self.shelf, &places)?.into_iter();
        let mut from = 0;
        let mut rows = Vec::new();
        for (family, end) in families.iter().zip(ends) {
            let quotes = found.by_ref().take(end - from).collect();
            from = end;
            rows.extend(self.row(family, countries, quotes));
        }
        Ok(rows)
    }

    fn row(&self, family: &Family, countries: usize, quotes: Vec<Quote>) -> Option<FormulaRow> {
        let reports: BTreeSet<u32> = family.members.iter().map(|m| m.place.report).collect();
        let years: BTreeSet<u16> = reports
            .iter()
            .filter_map(|report| self.held(*report)?.year)
            .collect();
        let of = |closeness: Closeness| {
            let is = |member: &&Member| member.closeness == closeness;
            family.members.iter().filter(is).count()
        };
        let own = self.countries_of(family).len();
        Some(FormulaRow {
            wording: family.wording.clone(),
            reports: reports.len(),
            countries: own,
            share: share(own as u64, countries as u64)?,
            first: years.first().copied(),
            last: years.last().copied(),
            exact: of(Closeness::Exact),
            masked: of(Closeness::Masked),
            near: of(Closeness::Near),
            quotes,
        })
    }

    /// The formulas that at least the share `least` of the countries get, and `country` does not
    /// (any country where none is asked for). Made for the reports of one edition.
    ///
    /// # Errors
    /// [`AcrossError`] when a report cannot be opened for its quotes.
    pub fn missing(
        &self,
        country: Option<&str>,
        least: f64,
        limit: usize,
        quoted: usize,
    ) -> Result<(Vec<Missing>, usize), AcrossError> {
        let all = self.all_countries();
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number of countries times a share"
        )]
        let enough = ((all.len() as f64 * least).ceil() as usize).max(1);
        let mut found: Vec<(Family, Vec<String>)> = Vec::new();
        for family in self.formulas.families(enough) {
            let countries = self.countries_of(&family);
            let missing: Vec<String> = all.difference(&countries).cloned().collect();
            let asked = country.is_none_or(|asked| missing.iter().any(|place| place == asked));
            if countries.len() >= enough && !missing.is_empty() && asked {
                found.push((family, missing));
            }
        }
        let in_all = found.len();
        found.truncate(limit);
        let families: Vec<&Family> = found.iter().map(|(family, _)| family).collect();
        let rows = self.rows(&families, all.len(), quoted)?;
        let mut answers: Vec<Missing> = rows
            .into_iter()
            .zip(&found)
            .map(|(formula, (_, missing))| Missing {
                formula,
                missing: missing.clone(),
                nearest: None,
            })
            .collect();
        if let Some(country) = country {
            self.nearest(country, &mut answers)?;
        }
        Ok((answers, in_all))
    }

    /// Finds the sentence of a country's reports that comes nearest to each formula.
    fn nearest(&self, country: &str, answers: &mut [Missing]) -> Result<(), AcrossError> {
        let own: Vec<usize> = self
            .chosen
            .iter()
            .copied()
            .filter(|at| {
                self.shelf
                    .held()
                    .get(*at)
                    .is_some_and(|held| held.place() == country)
            })
            .collect();
        let wanted: Vec<Vec<u32>> = answers
            .iter()
            .map(|answer| {
                let text = answer
                    .formula
                    .quotes
                    .first()
                    .map(|quote| quote.text.as_str());
                mask(text.unwrap_or(&answer.formula.wording)).shingles
            })
            .collect();
        shelf::each(
            self.shelf,
            &own,
            &|opener, at| {
                let report = opener.report(at)?;
                let mut best: Vec<Option<(Quote, f32)>> = vec![None; wanted.len()];
                let Some(held) = self.shelf.held().get(at) else {
                    return Ok(best);
                };
                for (_, sentence) in report.statements() {
                    let masked = mask(report.sentence_text(sentence));
                    for (best, wanted) in best.iter_mut().zip(&wanted) {
                        let found = resemblance(&masked.shingles, wanted);
                        if found > best.as_ref().map_or(LEAST_LIKE, |(_, found)| *found) {
                            *best = Some((Quote::of(held, &report, sentence, Vec::new()), found));
                        }
                    }
                }
                Ok(best)
            },
            &mut |_, best| {
                for (answer, best) in answers.iter_mut().zip(best) {
                    if best.as_ref().map(|(_, found)| *found)
                        > answer.nearest.as_ref().map(|(_, found)| *found)
                    {
                        answer.nearest = best;
                    }
                }
                Ok(())
            },
        )
    }

    /// Where a sentence stands, by edition, with up to `quoted` quotes in all.
    ///
    /// # Errors
    /// [`AcrossError`] when a report cannot be opened for its quotes.
    pub fn sentence(&self, text: &str, quoted: usize) -> Result<SentencePlaces, AcrossError> {
        let masked = mask(text);
        let mut members = self.formulas.same_as(&masked);
        let mut editions: BTreeMap<Option<u16>, Holders> = BTreeMap::new();
        for report in (0..).take(self.chosen.len()) {
            let year = self.held(report).and_then(|held| held.year);
            editions.entry(year).or_default().0.insert(report);
        }
        for member in &members {
            let year = self.held(member.place.report).and_then(|held| held.year);
            let closest = &mut editions.entry(year).or_default().1;
            let own = closest
                .entry(member.place.report)
                .or_insert(member.closeness);
            *own = (*own).min(member.closeness);
        }
        let places = |reports: &mut dyn Iterator<Item = &u32>| -> BTreeSet<String> {
            reports
                .filter_map(|report| Some(self.held(*report)?.place()))
                .collect()
        };
        let editions = editions
            .into_iter()
            .filter_map(|(year, (reports, closest))| {
                let of = |wanted: Closeness| closest.values().filter(|has| **has == wanted).count();
                let all = places(&mut reports.iter());
                let countries = places(&mut closest.keys());
                Some(SentenceEdition {
                    year,
                    reports: reports.len(),
                    exact: of(Closeness::Exact),
                    masked: of(Closeness::Masked),
                    near: of(Closeness::Near),
                    share: share(closest.len() as u64, reports.len() as u64)?,
                    missing: all.difference(&countries).cloned().collect(),
                    countries: countries.into_iter().collect(),
                })
            })
            .collect();
        members.sort_by_key(|member| (member.closeness, member.place));
        members.truncate(quoted);
        let spots: Vec<(usize, u32)> = members.iter().map(|member| self.place(member)).collect();
        let quotes = quotes(self.shelf, &spots)?;
        Ok(SentencePlaces {
            masked: masked.text,
            editions,
            quotes: members
                .iter()
                .map(|member| member.closeness)
                .zip(quotes)
                .collect(),
        })
    }
}

/// The sentences of a document that stand, names and numbers aside, in a share (one in `one_in`) of
/// the reports that `wanted` lets through, and in at least `least` of them.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn shared(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
    document: &str,
    one_in: usize,
    least: usize,
) -> Result<BTreeSet<u32>, AcrossError> {
    let gathered = gather(shelf, wanted)?;
    let enough = gathered.chosen.len().div_ceil(one_in.max(1)).max(least);
    let mut found = BTreeSet::new();
    for family in gathered.formulas.families(enough) {
        for member in &family.members {
            let own = gathered.held(member.place.report);
            if own.is_some_and(|held| held.document == document) {
                found.insert(member.place.sentence);
            }
        }
    }
    Ok(found)
}

/// What "nearly all" countries are where nobody says otherwise, in percent: of an edition of some 170
/// reports few formulas stand in more.
pub const NEARLY_ALL: f64 = 60.0;

/// A sentence that shares less with a formula than this is no answer to where it went.
const LEAST_LIKE: f32 = 0.25;

/// Up to `count` members, spread evenly over the family, closest first.
fn spread(members: &[Member], count: usize) -> impl Iterator<Item = &Member> {
    let mut order: Vec<&Member> = members.iter().collect();
    order.sort_by_key(|member| (member.closeness, member.place));
    let exact = order
        .iter()
        .take_while(|member| member.closeness == Closeness::Exact)
        .count();
    let step = (exact / count.max(1)).max(1);
    let mut picked: Vec<&Member> = order
        .iter()
        .take(exact)
        .step_by(step)
        .take(count)
        .copied()
        .collect();
    picked.extend(
        order
            .iter()
            .skip(exact)
            .take(count - picked.len().min(count)),
    );
    picked.into_iter()
}
