//! Where a country stands on one matter among others: shares and lengths with their intervals.
//!
//! In: what was counted in each country's report. Out: for every measure, the country's own value,
//! the value and spread of each group it is held against, and how many countries of the group lie
//! clearly below and clearly above. There is no rank: where intervals meet, countries are alike.

use super::interval::{self, Interval};
use evenhand_report::{Direction, Reading, Specificity, Stance};
use serde::Serialize;

/// What was counted in one country's report on a matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Statements on the matter.
    pub statements: u64,
    /// Their words.
    pub words: u64,
    /// The squares of their numbers of words, added up: how far lengths spread.
    pub word_squares: u64,
    /// All statements of the report.
    pub report_statements: u64,
    /// Statements on the matter that credit somebody.
    pub attributed: u64,
    /// Those of them that name nobody they credit.
    pub unnamed: u64,
    /// Those of them that credit nobody at all ("reportedly").
    pub impersonal: u64,
    /// By direction, in the order of [`Direction::ALL`].
    pub directions: Vec<u64>,
    /// By stance of the crediting words, in the order of [`Stance::ALL`].
    pub stances: Vec<u64>,
}

/// A cell of a reading that a statement counts in; quotes are kept by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Statements on the matter among all statements of the report.
    ShareOfReport,
    /// Statements that credit somebody.
    Attributed,
    /// Of these, statements that name nobody they credit.
    Unnamed,
    /// Of the same, statements that credit nobody at all ("reportedly").
    Impersonal,
    /// Statements with a direction.
    Direction(Direction),
    /// Crediting words with a stance.
    Stance(Stance),
}

impl Measure {
    /// Every measure, in the order in which they are shown.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::ShareOfReport,
            Self::Attributed,
            Self::Unnamed,
            Self::Impersonal,
        ];
        all.extend(Direction::ALL.iter().map(|one| Self::Direction(*one)));
        all.extend(Stance::ALL.iter().map(|one| Self::Stance(*one)));
        all
    }

    /// What it is called in output.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::ShareOfReport => "share_of_report".to_owned(),
            Self::Attributed => "attributed".to_owned(),
            Self::Unnamed => "unnamed".to_owned(),
            Self::Impersonal => "impersonal".to_owned(),
            Self::Direction(direction) => format!("direction:{direction}"),
            Self::Stance(stance) => format!("stance:{stance}"),
        }
    }

    /// What it is a share of, for people.
    #[must_use]
    pub const fn of(self) -> &'static str {
        match self {
            Self::ShareOfReport => "statements of the report",
            Self::Attributed | Self::Direction(_) => "statements on the matter",
            Self::Unnamed | Self::Impersonal => "attributed statements",
            Self::Stance(_) => "crediting words",
        }
    }

    /// The part and the whole in one report.
    #[must_use]
    pub fn counts(self, tally: &Tally) -> (u64, u64) {
        let at = |list: &[u64], place: Option<usize>| {
            place.and_then(|at| list.get(at)).copied().unwrap_or(0)
        };
        match self {
            Self::ShareOfReport => (tally.statements, tally.report_statements),
            Self::Attributed => (tally.attributed, tally.statements),
            Self::Unnamed => (tally.unnamed, tally.attributed),
            Self::Impersonal => (tally.impersonal, tally.attributed),
            Self::Direction(one) => {
                let place = Direction::ALL.iter().position(|other| *other == one);
                (at(&tally.directions, place), tally.statements)
            }
            Self::Stance(one) => {
                let place = Stance::ALL.iter().position(|other| *other == one);
                (at(&tally.stances, place), tally.stances.iter().sum())
            }
        }
    }

    /// Whether a statement counts in the measure.
    #[must_use]
    pub fn shown_by(self, reading: &Reading) -> bool {
        match self {
            Self::ShareOfReport => true,
            Self::Attributed => !reading.attributions.is_empty(),
            Self::Unnamed => !reading.attributions.is_empty() && !names_a_source(reading),
            Self::Impersonal => {
                let mut credits = reading.attributions.iter().map(|one| one.specificity);
                !reading.attributions.is_empty()
                    && credits.all(|one| one == Specificity::Impersonal)
            }
            Self::Direction(one) => reading.direction.direction == one,
            Self::Stance(one) => reading.attributions.iter().any(|has| has.stance == one),
        }
    }
}

fn names_a_source(reading: &Reading) -> bool {
    let named = |specificity: Specificity| specificity == Specificity::Named;
    reading
        .attributions
        .iter()
        .any(|one| named(one.specificity))
}

impl Tally {
    /// Counts a statement of the report; `on_matter` where it is about what was asked.
    pub fn add(&mut self, text: &str, reading: &Reading, on_matter: bool) {
        self.report_statements += 1;
        if !on_matter {
            return;
        }
        self.directions.resize(Direction::ALL.len(), 0);
        self.stances.resize(Stance::ALL.len(), 0);
        self.statements += 1;
        let words = text.split_whitespace().count() as u64;
        self.words += words;
        self.word_squares += words * words;
        self.attributed += u64::from(Measure::Attributed.shown_by(reading));
        self.unnamed += u64::from(Measure::Unnamed.shown_by(reading));
        self.impersonal += u64::from(Measure::Impersonal.shown_by(reading));
        for (count, direction) in self.directions.iter_mut().zip(Direction::ALL) {
            *count += u64::from(reading.direction.direction == *direction);
        }
        for attribution in &reading.attributions {
            for (count, stance) in self.stances.iter_mut().zip(Stance::ALL) {
                *count += u64::from(attribution.stance == *stance);
            }
        }
    }
}

/// A group a country is held against.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Beside {
    /// What the group is called: "all", the region, "peers".
    pub group: String,
    /// Countries with anything to count, the country itself left out.
    pub countries: usize,
    /// The share over all of them together, with an interval that lets countries differ.
    pub together: Option<Interval>,
    /// First quartile, median, third quartile over countries with at least five to count.
    pub quartiles: Option<[f64; 3]>,
    /// Countries whose interval lies wholly below the country's own.
    pub below: usize,
    /// Countries whose interval meets the country's own: no difference can be told.
    pub alike: usize,
    /// Countries whose interval lies wholly above.
    pub above: usize,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standing {
    /// What it is called.
    pub measure: String,
    /// What it is a share of.
    pub of: &'static str,
    /// How many.
    pub part: u64,
    /// Of how many.
    pub whole: u64,
    /// The country's own share, with Wilson's interval; none where there is nothing to count.
    pub own: Option<Interval>,
    /// The groups.
    pub beside: Vec<Beside>,
}

/// A country with fewer to count says nothing about the spread of a group.
const FEWEST: u64 = 5;

/// Lays a country beside groups of others, by measure.
#[must_use]
pub fn standing(own: &Tally, groups: &[(String, Vec<&Tally>)]) -> Vec<(Measure, Standing)> {
    Measure::all()
        .into_iter()
        .map(|measure| {
            let (part, whole) = measure.counts(own);
            let value = interval::share(part, whole);
            let standing = Standing {
                measure: measure.name(),
                of: measure.of(),
                part,
                whole,
                own: value,
                beside: groups
                    .iter()
                    .map(|(name, tallies)| beside(name, measure, value, tallies))
                    .collect(),
            };
            (measure, standing)
        })
        .collect()
}

fn beside(name: &str, measure: Measure, own: Option<Interval>, tallies: &[&Tally]) -> Beside {
    let pairs: Vec<(u64, u64)> = tallies
        .iter()
        .map(|tally| measure.counts(tally))
        .filter(|(_, whole)| *whole > 0)
        .collect();
    let each: Vec<(u64, Interval)> = pairs
        .iter()
        .filter_map(|(part, whole)| Some((*whole, interval::share(*part, *whole)?)))
        .collect();
    let together = interval::ratio(&pairs).map(|rate| Interval {
        high: rate.high.min(1.0),
        ..rate
    });
    laid(name, own, &each, together)
}

/// Lays a value beside those of a group, each with how many it was made of.
fn laid(
    name: &str,
    own: Option<Interval>,
    each: &[(u64, Interval)],
    together: Option<Interval>,
) -> Beside {
    let count = |holds: &dyn Fn(&Interval, &Interval) -> bool| {
        own.map_or(0, |own| {
            each.iter().filter(|(_, other)| holds(other, &own)).count()
        })
    };
    let below = count(&|other, own| other.below(own));
    let above = count(&|other, own| own.below(other));
    let values = each
        .iter()
        .filter(|(whole, _)| *whole >= FEWEST)
        .map(|(_, one)| one.value);
    Beside {
        group: name.to_owned(),
        countries: each.len(),
        together,
        quartiles: quartiles(values.collect()),
        below,
        alike: if own.is_some() {
            each.len() - below - above
        } else {
            0
        },
        above,
    }
}

/// First quartile, median, third quartile; none of fewer than four values.
fn quartiles(mut values: Vec<f64>) -> Option<[f64; 3]> {
    values.sort_by(f64::total_cmp);
    let quartile = |quarter: usize| values.get((values.len() - 1) * quarter / 4).copied();
    match values.len() {
        0..4 => None,
        _ => Some([quartile(1)?, quartile(2)?, quartile(3)?]),
    }
}

/// How long a country's statements are, and its report, beside those of others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Length {
    /// Words a statement on the matter, with their interval; none for fewer than two statements.
    pub words_a_statement: Option<Interval>,
    /// The same in each group.
    pub beside: Vec<Beside>,
    /// Statements of the whole report.
    pub report_statements: u64,
    /// The same in each group; a length is counted in full and has no interval.
    pub reports: Vec<Spread>,
}

/// How a number spreads over a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Spread {
    /// What the group is called.
    pub group: String,
    /// Countries of it.
    pub countries: usize,
    /// First quartile, median, third quartile; none for fewer than four countries.
    pub quartiles: Option<[f64; 3]>,
}

/// Lays the length of a country's statements and report beside groups of others.
#[must_use]
pub fn length(own: &Tally, groups: &[(String, Vec<&Tally>)]) -> Length {
    let mean = |tally: &Tally| interval::mean(tally.words, tally.word_squares, tally.statements);
    let words_a_statement = mean(own);
    let beside = |(name, tallies): &(String, Vec<&Tally>)| {
        let each: Vec<(u64, Interval)> = tallies
            .iter()
            .filter_map(|tally| Some((tally.statements, mean(tally)?)))
            .collect();
        let pairs: Vec<(u64, u64)> = tallies
            .iter()
            .filter(|tally| tally.statements > 0)
            .map(|tally| (tally.words, tally.statements))
            .collect();
        laid(name, words_a_statement, &each, interval::ratio(&pairs))
    };
    Length {
        words_a_statement,
        beside: groups.iter().map(beside).collect(),
        report_statements: own.report_statements,
        reports: groups
            .iter()
            .map(|(name, tallies)| Spread {
                group: name.clone(),
                countries: tallies.len(),
                quartiles: quartiles(
                    tallies
                        .iter()
                        .map(|tally| interval::number(tally.report_statements))
                        .collect(),
                ),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(statements: u64, attributed: u64) -> Tally {
        Tally {
            statements,
            attributed,
            report_statements: 200,
            ..Tally::default()
        }
    }

    #[test]
    fn countries_are_told_apart_only_where_intervals_do_not_meet() {
        let own = tally(40, 30);
        let others = [tally(40, 4), tally(40, 28), tally(2, 0), tally(0, 0)];
        let groups = vec![("all".to_owned(), others.iter().collect())];
        let all = standing(&own, &groups);
        let (_, attributed) = all
            .iter()
            .find(|(measure, _)| *measure == Measure::Attributed)
            .expect("a measure");
        assert_eq!((attributed.part, attributed.whole), (30, 40));
        let beside = &attributed.beside[0];
        assert_eq!(
            (beside.countries, beside.below, beside.alike, beside.above),
            (3, 1, 2, 0)
        );
        let (_, unnamed) = &all[2];
        assert_eq!(unnamed.own.map(|own| own.value), Some(0.0));
    }

    #[test]
    fn a_country_without_statements_has_no_share() {
        let all = standing(&Tally::default(), &[]);
        assert!(all.iter().all(|(_, one)| one.own.is_none()));
        assert_eq!(all.len(), 4 + Direction::ALL.len() + Stance::ALL.len());
    }

    #[test]
    fn lengths_are_told_apart_by_their_spread() {
        let with = |words: &[u64]| Tally {
            statements: words.len() as u64,
            report_statements: words.len() as u64,
            words: words.iter().sum(),
            word_squares: words.iter().map(|words| words * words).sum(),
            ..Tally::default()
        };
        let own = with(&[30, 31, 32, 30, 31]);
        let others = [
            with(&[10, 11, 12, 11]),
            with(&[29, 33, 31, 30, 30]),
            with(&[50, 52, 51]),
            with(&[9]),
        ];
        let found = length(&own, &[("all".to_owned(), others.iter().collect())]);
        let beside = &found.beside[0];
        assert_eq!(
            (beside.countries, beside.below, beside.alike, beside.above),
            (3, 1, 1, 1)
        );
        assert_eq!(found.reports[0].quartiles, Some([1.0, 3.0, 4.0]));
        assert_eq!(found.report_statements, 5);
    }
}
