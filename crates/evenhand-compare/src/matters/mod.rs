//! Figures of one report that speak of the same thing, side by side.
//!
//! In: a report and its readings. Out: matters, each with at least two figures. Two figures are
//! laid side by side only on positive evidence (the same place and occasion, or the next sentence
//! of the passage going on with another source) and where nothing tells them apart (other place,
//! month, year, group). A false grouping is worse than a missed one.

mod claim;
pub mod over_editions;
mod setting;
mod vocabulary;

use crate::credit;
use crate::words::{self, Piece, Word};
use claim::{Claim, Giver, Tally};
use evenhand_report::country::Countries;
use evenhand_report::{Attribution, Date, Reading, Report, SentenceIndex};
use setting::Setting;
use std::collections::BTreeMap;
use vocabulary::{Befell, Occasion};

/// One figure in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureAt {
    /// The sentence.
    pub sentence: SentenceIndex,
    /// Which of the sentence's figures.
    pub figure: usize,
}

/// Figures about one matter: the same thing counted, at the same occasion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What they speak of, in words of the report ("deaths, January").
    pub what: String,
    /// The figures, in document order; at least two.
    pub figures: Vec<FigureAt>,
    /// Whether they differ in value or range.
    pub differ: bool,
}

/// Who gives a figure: the attribution of its clause, or the nearest in its sentence.
#[must_use]
pub fn giver<'a>(
    report: &Report,
    readings: &'a [Reading],
    at: FigureAt,
) -> Option<&'a Attribution> {
    let sentence = report.sentences.get(at.sentence.0 as usize)?;
    let reading = readings.get(at.sentence.0 as usize)?;
    let figure = reading.figures.get(at.figure)?;
    credit::giver(report.sentence_text(sentence), reading, figure.span)
}

/// The matters of a report on which more than one figure stands.
#[must_use]
pub fn matters(report: &Report, readings: &[Reading]) -> Vec<Matter> {
    let mut tallies: BTreeMap<Tally, Vec<Claim>> = BTreeMap::new();
    for claim in claims(report, readings) {
        tallies.entry(claim.tally.clone()).or_default().push(claim);
    }
    let mut matters: Vec<Matter> = tallies
        .into_values()
        .flat_map(|claims| clusters(&claims))
        .map(|cluster| matter(report, readings, &cluster))
        .collect();
    matters.sort_by(|a, b| a.figures.cmp(&b.figures));
    matters
}

/// Every figure that can be laid beside others, in document order.
fn claims(report: &Report, readings: &[Reading]) -> Vec<Claim> {
    let own = own_country(report);
    let mut claims = Vec::new();
    let mut told: Option<(u32, Setting)> = None;
    let mut counts: Vec<bool> = vec![false; report.passages.len()];
    for (sentence, reading) in report.sentences.iter().zip(readings) {
        if let Some(counts) = counts.get_mut(sentence.passage.0 as usize) {
            *counts |= reading.figures.iter().any(claim::may_count);
        }
    }
    for ((index, sentence), reading) in (0_u32..).zip(&report.sentences).zip(readings) {
        let figures = counts.get(sentence.passage.0 as usize) == Some(&true);
        if sentence.pointer || sentence.repeats.is_some() || !figures {
            continue;
        }
        let text = report.sentence_text(sentence);
        let line = words::line(text);
        let here = setting::setting(text, &line, reading, &own);
        let passage = sentence.passage.0;
        let setting = match &told {
            Some((before, setting)) if *before == passage => setting::inherit(&here, setting),
            _ => here.clone(),
        };
        for which in 0..reading.figures.len() {
            let last = claims
                .last()
                .filter(|last: &&Claim| last.passage == passage && last.at.sentence.0 + 1 == index);
            let tally = claim::tally(text, &line, reading, which).or_else(|| {
                last.filter(|_| claim::corrects(text, &line, reading, which))
                    .map(|last| (last.tally.clone(), last.who.clone()))
            });
            if let Some((tally, who)) = tally {
                let figure = &reading.figures[which];
                let (low, high) = claim::stretch(figure);
                claims.push(Claim {
                    at: FigureAt {
                        sentence: SentenceIndex(index),
                        figure: which,
                    },
                    passage,
                    tally,
                    who,
                    own_setting: !here.places.is_empty() || !here.months.is_empty(),
                    setting: setting.clone(),
                    giver: giver_of(text, credit::giver(text, reading, figure.span)),
                    start: figure.span.start,
                    of_a_cause: claim::of_a_cause(text, &line, figure),
                    given: claim::given(text, &line, figure),
                    value: figure.value,
                    low,
                    high,
                });
            }
        }
        told = Some((passage, setting));
    }
    claims
}

/// The stems of the country's own names: it is not a place inside itself.
fn own_country(report: &Report) -> Vec<u64> {
    let country = report
        .identity
        .country
        .and_then(|code| Countries::register().get(code));
    country
        .iter()
        .flat_map(|country| country.names.iter().chain(&country.adjectives))
        .flat_map(|name| words::line(name))
        .map(|word| word.stem)
        .collect()
}

/// Who gives a figure, as far as it tells two sources apart.
fn giver_of(text: &str, attribution: Option<&Attribution>) -> Giver {
    let Some(attribution) = attribution else {
        return Giver::Nobody;
    };
    let source = attribution.source.map_or("", |source| source.of(text));
    if attribution.antecedent.is_some() || claim::refers_back(source) {
        return Giver::Same;
    }
    let name = attribution.body.as_deref().unwrap_or(source);
    Giver::Known(words::exact_key(&name.to_lowercase()))
}

/// How many claims back a claim is compared with those before it: keeps long lists linear.
const BACK: usize = 200;

/// Claims on one tally, gathered: each joins the first cluster that one of its members calls it
/// into and none shuts it out of.
fn clusters(claims: &[Claim]) -> Vec<Vec<Claim>> {
    let mut clusters: Vec<Vec<&Claim>> = Vec::new();
    for claim in claims {
        let from = clusters.len().saturating_sub(BACK);
        let home = clusters[from..].iter_mut().find(|cluster| {
            cluster.iter().any(|other| linked(other, claim))
                && cluster.iter().all(|other| agrees(other, claim))
        });
        match home {
            Some(cluster) => cluster.push(claim),
            None => clusters.push(vec![claim]),
        }
    }
    clusters
        .into_iter()
        .filter(|cluster| cluster.len() > 1)
        .map(|cluster| cluster.into_iter().cloned().collect())
        .collect()
}

/// Positive evidence that the later claim speaks of what the earlier one does.
fn linked(earlier: &Claim, later: &Claim) -> bool {
    goes_on(earlier, later) || same_occasion(earlier, later)
}

/// The same sentence or the next of the passage, from another source, with no setting of its own.
fn goes_on(earlier: &Claim, later: &Claim) -> bool {
    if earlier.passage != later.passage {
        return false;
    }
    match later.at.sentence.0 - earlier.at.sentence.0 {
        // "… 34 died; the union counted 36": given anew in a clause of its own.
        0 => later.given.is_some_and(|clause| earlier.start < clause),
        1 | 2 => {
            let other_source = match (earlier.giver, later.giver) {
                (_, Giver::Same) => false,
                (Giver::Known(one), Giver::Known(other)) => one != other,
                (Giver::Nobody | Giver::Same, Giver::Known(_)) => true,
                (_, Giver::Nobody) => later.given.is_some(),
            };
            other_source
                && !later.of_a_cause
                && (!later.own_setting || shares_place(earlier, later))
        }
        _ => false,
    }
}

fn shares_place(one: &Claim, other: &Claim) -> bool {
    one.setting
        .places
        .iter()
        .any(|(place, _)| other.setting.places.iter().any(|(there, _)| there == place))
}

fn shares_month(one: &Claim, other: &Claim) -> bool {
    one.setting
        .months
        .iter()
        .any(|month| other.setting.months.contains(month))
}

/// The same place and kind of occasion, or the same month and kind of occasion.
fn same_occasion(one: &Claim, other: &Claim) -> bool {
    let (Some((a, _)), Some((b, _))) = (one.setting.occasion, other.setting.occasion) else {
        return false;
    };
    let total = matches!(
        one.tally,
        Tally::Befell(Befell::Died | Befell::Injured | Befell::Missing)
    );
    // Attacks and disasters are many: both the place and the month must be the same.
    let where_and_when = match a {
        Occasion::Unrest | Occasion::Vote => shares_place(one, other) || shares_month(one, other),
        Occasion::Disaster
        | Occasion::Fire
        | Occasion::Crash
        | Occasion::Attack
        | Occasion::Operation => shares_place(one, other) && shares_month(one, other),
    };
    total
        && a == b
        && one.at.sentence != other.at.sentence
        && one.who == other.who
        && (same_name(one, other) || where_and_when)
}

/// Whether both call the occasion by the same place or month ("the Kolvane events").
fn same_name(one: &Claim, other: &Claim) -> bool {
    one.setting.called.is_some() && one.setting.called == other.setting.called
}

/// Figures further apart than this, times, are taken for a part and the whole.
const PART_OF_WHOLE: f64 = 3.0;

/// Whether nothing tells the two apart.
fn agrees(one: &Claim, other: &Claim) -> bool {
    let apart = |empty: bool, shared: bool| !empty && !shared;
    let near = one.passage == other.passage && other.at.sentence.0.abs_diff(one.at.sentence.0) <= 1;
    let years = {
        let (a, b) = (&one.setting.years, &other.setting.years);
        apart(
            a.is_empty() || b.is_empty(),
            a.iter().any(|year| b.contains(year)),
        )
    };
    let months = apart(
        one.setting.months.is_empty() || other.setting.months.is_empty(),
        shares_month(one, other),
    );
    let places = apart(
        one.setting.places.is_empty() || other.setting.places.is_empty(),
        shares_place(one, other),
    );
    let period = one.setting.period != other.setting.period;
    let days = apart(
        one.setting.days.is_empty() || other.setting.days.is_empty(),
        one.setting
            .days
            .iter()
            .any(|day| other.setting.days.contains(day)),
    );
    let who = one.who != other.who && !(near && (one.who.is_empty() || other.who.is_empty()));
    let (small, large) = (one.value.min(other.value), one.value.max(other.value));
    // Other dates beside a named occasion are those of a report about it.
    let when = (years || months || days) && !same_name(one, other);
    !(when || period || places || who) && large <= small * PART_OF_WHOLE
}

fn matter(report: &Report, readings: &[Reading], cluster: &[Claim]) -> Matter {
    let first = &cluster[0];
    let text = |at: SentenceIndex| report.sentence_text(&report.sentences[at.0 as usize]);
    let mut what = match &first.tally {
        Tally::Befell(befell) if first.who.is_empty() => befell.label().to_owned(),
        Tally::Share(share) => (*share).to_owned(),
        Tally::Befell(_) | Tally::Things(_) => readings[first.at.sentence.0 as usize].figures
            [first.at.figure]
            .unit
            .clone(),
    };
    let shared: Option<(Word, &str)> = cluster.iter().find_map(|claim| {
        let words = text(claim.at.sentence);
        words::line(words)
            .into_iter()
            .find(|word| {
                word.piece == Piece::Word
                    && word.capital
                    && cluster.iter().all(|claim| {
                        claim
                            .setting
                            .places
                            .iter()
                            .any(|(place, _)| *place == word.stem)
                    })
            })
            .map(|word| (word, words))
    });
    if let Some((word, words)) = shared {
        what.push_str(", ");
        what.push_str(word.span.of(words));
    }
    let month = first.setting.months.iter().find(|month| {
        cluster
            .iter()
            .all(|claim| claim.setting.months.contains(month))
    });
    if let Some(name) =
        month.and_then(|month| Date::MONTHS.get(usize::from(*month).checked_sub(1)?))
    {
        what.push_str(", ");
        what.push_str(name);
    }
    let mut figures: Vec<FigureAt> = cluster.iter().map(|claim| claim.at).collect();
    figures.sort_unstable();
    let differ = {
        let low = cluster
            .iter()
            .map(|claim| claim.low)
            .fold(f64::NEG_INFINITY, f64::max);
        let high = cluster
            .iter()
            .map(|claim| claim.high)
            .fold(f64::INFINITY, f64::min);
        low > high
    };
    Matter {
        what,
        figures,
        differ,
    }
}
