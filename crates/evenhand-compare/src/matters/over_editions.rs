//! Figures about one matter over several reports on a country: editions, publishers.
//!
//! In: reports with their readings. Out: matters with every figure on them, by whom and in which
//! words, from the lowest to the highest. Two figures of different reports are laid side by side
//! where the same thing is counted at the same place, month and kind of occasion, in the same year,
//! and nothing tells them apart; the rules inside one report are those of [`super::matters`].

use super::claim::{Claim, Tally};
use super::vocabulary::{BEFELL, CORRECTS, MONTHS};
use super::{FigureAt, PART_OF_WHOLE, claims, linked, same_name, shares_month, shares_place};
use crate::words::{self, Piece, Table, Word};
use evenhand_report::{Date, Reading, Report};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A report with its readings.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its readings, one a sentence.
    pub readings: &'a [Reading],
}

/// One figure on a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Which of the reports.
    pub report: usize,
    /// The figure.
    pub at: FigureAt,
    /// The word that says what is counted, as printed ("killed", "deaths"); else the unit.
    pub wording: String,
    /// The stretch of the number line it claims; the upper end may be infinite.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// What several figures speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Matter {
    /// What is counted ("deaths"), with month and year where all agree on them.
    pub what: String,
    /// The figures, in the order of reports.
    pub figures: Vec<Told>,
    /// The lowest and the highest number given.
    pub lowest: f64,
    /// The highest number given.
    pub highest: f64,
    /// Whether some two of them cannot both be right.
    pub differ: bool,
}

/// A claim with what its report adds: which report, and the years it may speak of.
struct Dated {
    report: usize,
    claim: Claim,
    /// Empty where it may be any: "the January events", looked back on.
    years: Vec<u16>,
}

/// Words that narrow which figures are asked for: months, what befell people, anything else as a
/// word of the sentence, of the headings above it, or of the place its passage tells of.
#[derive(Debug, Clone, Default)]
pub struct About {
    months: Vec<u8>,
    befell: Vec<u64>,
    words: Vec<u64>,
}

impl About {
    /// Takes up what the user typed ("January deaths").
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut about = Self::default();
        for word in words::line(typed) {
            if word.piece == Piece::Mark {
                continue;
            }
            let capital = word.capital || !word.span.of(typed).eq_ignore_ascii_case("may");
            if let Some(month) = MONTHS.get(word.stem).filter(|_| capital) {
                about.months.push(month);
            } else if BEFELL.has(word.stem) {
                about.befell.push(word.stem);
            } else if word.piece == Piece::Word {
                about.words.push(word.stem);
            } else {
                about.words.push(words::exact_key(word.span.of(typed)));
            }
        }
        about
    }

    fn holds(&self, source: &Source<'_>, claim: &Claim) -> bool {
        let Some(sentence) = source.report.sentences.get(claim.at.sentence.0 as usize) else {
            return false;
        };
        let months = &claim.setting.months;
        let befell = |stem: &u64| match (&claim.tally, BEFELL.get(*stem)) {
            (Tally::Befell(has), Some(asked)) => *has == asked,
            _ => false,
        };
        if !self.months.iter().all(|month| months.contains(month))
            || !self.befell.iter().all(befell)
        {
            return false;
        }
        let mut around = vec![source.report.sentence_text(sentence)];
        let passage = source.report.passage(sentence.passage);
        around.extend(passage.run_in.map(|span| span.of(&source.report.text)));
        around.extend(source.report.section_path(passage.section));
        let here: Vec<u64> = around
            .iter()
            .flat_map(|text| {
                let line = words::line(text);
                line.into_iter().map(|word| match word.piece {
                    Piece::Number => words::exact_key(word.span.of(text)),
                    Piece::Word | Piece::Mark => word.stem,
                })
            })
            .collect();
        let place = |stem: &u64| claim.setting.places.iter().any(|(place, _)| place == stem);
        self.words
            .iter()
            .all(|stem| here.contains(stem) || place(stem))
    }
}

/// The matters that figures of several reports speak of, those with most figures first.
///
/// With `about`, the figures it lets through that count the same thing make one matter, for the user
/// has said what they are about; a figure alone is shown too. Without, a matter needs two figures
/// from two reports, or two that differ.
#[must_use]
pub fn matters(sources: &[Source<'_>], about: Option<&About>) -> Vec<Matter> {
    let mut tallies: BTreeMap<Tally, Vec<Dated>> = BTreeMap::new();
    for (number, source) in sources.iter().enumerate() {
        for claim in claims(source.report, source.readings) {
            if about.is_some_and(|about| !about.holds(source, &claim)) {
                continue;
            }
            let years = years(source, &claim);
            // "The true number was higher, possibly 60" counts nobody else than the number it corrects.
            let mut claim = claim;
            claim
                .who
                .retain(|stem| !CORRECTS.has(*stem) && !GUESSES.has(*stem));
            tallies.entry(claim.tally.clone()).or_default().push(Dated {
                report: number,
                claim,
                years,
            });
        }
    }
    let mut matters: Vec<Matter> = Vec::new();
    for dated in tallies.into_values() {
        let clusters = match about {
            Some(_) => by_whom(dated),
            None => gathered(dated),
        };
        matters.extend(clusters.into_iter().filter_map(|cluster| {
            let matter = matter(sources, &cluster)?;
            let reports = cluster.iter().any(|one| one.report != cluster[0].report);
            let shown = about.is_some() || matter.figures.len() > 1 && (reports || matter.differ);
            shown.then_some(matter)
        }));
    }
    matters.sort_by(|a, b| {
        let key = |matter: &Matter| matter.figures.first().map(|told| (told.report, told.at));
        (b.figures.len().cmp(&a.figures.len())).then_with(|| key(a).cmp(&key(b)))
    });
    matters
}

/// Words by which a number is guessed at: they tell no group of people from another.
static GUESSES: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(&[("likely possibly probably perhaps estimated reported", ())]));

/// The years a claim may speak of: those it tells; else any, where it looks back on something that
/// has a name; else the edition's.
fn years(source: &Source<'_>, claim: &Claim) -> Vec<u16> {
    if !claim.setting.years.is_empty() {
        claim.setting.years.clone()
    } else if claim.setting.called.is_some() {
        Vec::new()
    } else {
        source.report.identity.year.into_iter().collect()
    }
}

/// One cluster for each group of people counted.
fn by_whom(dated: Vec<Dated>) -> Vec<Vec<Dated>> {
    let mut groups: BTreeMap<Vec<u64>, Vec<Dated>> = BTreeMap::new();
    for one in dated {
        groups.entry(one.claim.who.clone()).or_default().push(one);
    }
    groups.into_values().collect()
}

/// How many clusters back a claim is held against: keeps long lists linear.
const BACK: usize = 200;

fn gathered(dated: Vec<Dated>) -> Vec<Vec<Dated>> {
    let mut clusters: Vec<Vec<Dated>> = Vec::new();
    for one in dated {
        let from = clusters.len().saturating_sub(BACK);
        let home = clusters[from..].iter_mut().find(|cluster| {
            cluster.iter().any(|other| joined(other, &one))
                && cluster.iter().all(|other| agree(other, &one))
        });
        match home {
            Some(cluster) => cluster.push(one),
            None => clusters.push(vec![one]),
        }
    }
    clusters
}

/// Positive evidence that two claims speak of the same.
fn joined(one: &Dated, other: &Dated) -> bool {
    if one.report == other.report {
        return linked(&one.claim, &other.claim);
    }
    let (a, b) = (&one.claim, &other.claim);
    let same_kind = match (a.setting.occasion, b.setting.occasion) {
        (Some((a, _)), Some((b, _))) => a == b,
        _ => false,
    };
    let told_when = !one.years.is_empty() || !other.years.is_empty();
    same_kind
        && told_when
        && (shares_month(a, b) && (shares_place(a, b) || no_place(a) || no_place(b))
            || shares_place(a, b) && same_name(a, b))
}

fn no_place(claim: &Claim) -> bool {
    claim.setting.places.is_empty()
}

/// Whether nothing tells the two apart.
fn agree(one: &Dated, other: &Dated) -> bool {
    let (a, b) = (&one.claim, &other.claim);
    if one.report == other.report && !super::agrees(a, b) {
        return false;
    }
    let apart = |shared: bool, empty: bool| !empty && !shared;
    let years = apart(
        one.years.iter().any(|year| other.years.contains(year)),
        one.years.is_empty() || other.years.is_empty(),
    );
    let months = apart(
        shares_month(a, b),
        a.setting.months.is_empty() || b.setting.months.is_empty(),
    );
    let places = apart(shares_place(a, b), no_place(a) || no_place(b));
    let (small, large) = (a.value.min(b.value), a.value.max(b.value));
    let who = a.who != b.who && one.report != other.report;
    !(years || months || places || who)
        && a.setting.period == b.setting.period
        && large <= small * PART_OF_WHOLE
}

fn matter(sources: &[Source<'_>], cluster: &[Dated]) -> Option<Matter> {
    let first = cluster.first()?;
    let mut what = match &first.claim.tally {
        Tally::Befell(befell) if first.claim.who.is_empty() => befell.label().to_owned(),
        Tally::Share(share) => (*share).to_owned(),
        Tally::Befell(_) | Tally::Things(_) => {
            let reading = sources
                .get(first.report)?
                .readings
                .get(first.claim.at.sentence.0 as usize)?;
            let unit = reading.figures.get(first.claim.at.figure)?.unit.clone();
            let told = words::line(&unit).iter().any(|word| BEFELL.has(word.stem));
            match &first.claim.tally {
                Tally::Befell(befell) if !told => format!("{unit}, {}", befell.label()),
                Tally::Befell(_) | Tally::Share(_) | Tally::Things(_) => unit,
            }
        }
    };
    let all = |holds: &dyn Fn(&Dated) -> bool| cluster.iter().all(holds);
    let months = &first.claim.setting.months;
    if let Some(name) = months
        .iter()
        .find(|month| all(&|one| one.claim.setting.months.contains(month)))
        .and_then(|month| Date::MONTHS.get(usize::from(*month).checked_sub(1)?))
    {
        what.push_str(", ");
        what.push_str(name);
    }
    let told = cluster.iter().find(|one| !one.years.is_empty());
    if let Some(year) = told.and_then(|told| {
        let holds = |one: &Dated, year: &u16| one.years.is_empty() || one.years.contains(year);
        told.years.iter().find(|year| all(&|one| holds(one, year)))
    }) {
        what.push_str(&format!(" {year}"));
    }
    let mut figures: Vec<Told> = cluster
        .iter()
        .map(|one| Told {
            report: one.report,
            at: one.claim.at,
            wording: wording(sources, one),
            low: one.claim.low,
            high: one.claim.high,
        })
        .collect();
    figures.sort_by_key(|told| (told.report, told.at));
    let values: Vec<f64> = cluster
        .iter()
        .filter_map(|one| {
            let reading = sources
                .get(one.report)?
                .readings
                .get(one.claim.at.sentence.0 as usize)?;
            let figure = reading.figures.get(one.claim.at.figure)?;
            Some([figure.value, figure.high.unwrap_or(figure.value)])
        })
        .flatten()
        .collect();
    Some(Matter {
        what,
        lowest: values.iter().copied().fold(f64::INFINITY, f64::min),
        highest: values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        differ: cluster
            .iter()
            .map(|one| one.claim.low)
            .fold(f64::NEG_INFINITY, f64::max)
            > cluster
                .iter()
                .map(|one| one.claim.high)
                .fold(f64::INFINITY, f64::min),
        figures,
    })
}

/// The word nearest to a figure that says what befell those counted; else the figure's unit.
fn wording(sources: &[Source<'_>], one: &Dated) -> String {
    let told = || {
        let source = sources.get(one.report)?;
        let at = one.claim.at.sentence.0 as usize;
        let text = source
            .report
            .sentence_text(source.report.sentences.get(at)?);
        let figure = source.readings.get(at)?.figures.get(one.claim.at.figure)?;
        let Tally::Befell(befell) = &one.claim.tally else {
            return Some(figure.unit.clone());
        };
        let away = |word: &Word| {
            let (start, end) = (word.span.start, word.span.end);
            start.saturating_sub(figure.span.end) + figure.span.start.saturating_sub(end)
        };
        words::line(text)
            .into_iter()
            .filter(|word| BEFELL.get(word.stem) == Some(*befell))
            .min_by_key(away)
            .map(|word| word.span.of(text).to_lowercase())
            .or_else(|| Some(figure.unit.clone()))
    };
    told().unwrap_or_default()
}
