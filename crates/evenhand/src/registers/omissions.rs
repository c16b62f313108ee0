//! Which measures a report mentions and which it does not, in this edition, in others, for peers; and
//! which topics another report covers that this one does not.

use super::{Held, Quoted, RegistersError};
use crate::Opened;
use crate::dossier::percent;
use evenhand_compare::omissions::{Found, Mention, Searched, Sought, Standing, uncovered};
use evenhand_registers::Measure;
use evenhand_report::Direction;
use evenhand_report::country::Countries;
use evenhand_report::yardstick::article;
use serde::Serialize;

/// How many sentences that merely use a measure's words are shown.
const WORDS_SHOWN: usize = 3;

/// Measures held against a report.
#[derive(Debug, Clone, Serialize)]
pub struct Omissions {
    /// The report.
    pub report: Held,
    /// Measures of the report's country, in the order of the register.
    pub measures: Vec<MeasureRow>,
    /// How many stand how, out of all measures of the country.
    pub standings: Vec<StandingCount>,
    /// Measures of peers held against the peers' own reports.
    pub peers: Vec<PeerRow>,
    /// Topics of another report, where one was given.
    pub against: Option<Against>,
}

/// Measures that stand in one way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandingCount {
    /// The way.
    pub standing: Standing,
    /// How many.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
    /// Share in percent.
    pub percent: Option<f64>,
}

/// A measure and how it stands.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureRow {
    /// The measure.
    #[serde(flatten)]
    pub measure: Measure,
    /// How it stands in the report.
    pub standing: Standing,
    /// In plain words.
    pub message: String,
    /// Sentences that speak of it, most sure first.
    pub mentions: Vec<MentionRow>,
    /// Statements that use a term without speaking of the measure.
    pub words_only: usize,
    /// The first of them.
    pub words_only_quotes: Vec<Quoted>,
    /// How it stands in other editions, in the order given.
    pub editions: Vec<EditionRow>,
    /// Measures of peers with a right in common.
    pub peers: PeerShare,
}

/// A sentence that speaks of a measure.
#[derive(Debug, Clone, Serialize)]
pub struct MentionRow {
    /// The sentence.
    #[serde(flatten)]
    pub quote: Quoted,
    /// In which direction it speaks.
    pub direction: Direction,
    /// How sure it is that it speaks of the measure, 0 to 1.
    pub confidence: f64,
    /// Why.
    pub because: Vec<String>,
}

/// How a measure stands in another edition.
#[derive(Debug, Clone, Serialize)]
pub struct EditionRow {
    /// The edition.
    pub document: String,
    /// Its year.
    pub year: Option<u16>,
    /// How the measure stands there.
    pub standing: Standing,
    /// Sentences that speak of it there.
    pub mentions: Vec<MentionRow>,
}

/// How many of the peers' measures with a right in common their own reports mention.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeerShare {
    /// Peers' measures mentioned.
    pub mentioned: usize,
    /// Out of how many that had taken effect.
    pub of: usize,
    /// Share in percent.
    pub percent: Option<f64>,
    /// Those mentioned: "XHS M23".
    pub measures: Vec<String>,
}

/// A measure of a peer.
#[derive(Debug, Clone, Serialize)]
pub struct PeerRow {
    /// The peer's report.
    pub document: String,
    /// The peer's name.
    pub country_name: String,
    /// The measure.
    #[serde(flatten)]
    pub measure: Measure,
    /// How it stands in the peer's report.
    pub standing: Standing,
    /// Sentences that speak of it there.
    pub mentions: Vec<MentionRow>,
}

/// What another report covers that this one does not.
#[derive(Debug, Clone, Serialize)]
pub struct Against {
    /// The other report.
    pub other: Held,
    /// Statements of the other that were held against this report: those long enough that concern a right.
    pub held: usize,
    /// Of these, with a counterpart here.
    pub covered: usize,
    /// Share in percent.
    pub covered_percent: Option<f64>,
    /// Of these, without a counterpart, though their words stand here somewhere.
    pub other_words: usize,
    /// Topics without a counterpart, those with most statements first.
    pub topics: Vec<TopicRow>,
    /// How often each report speaks of each right.
    pub rights: Vec<RightRow>,
}

/// A right and a matter that the other report speaks of.
#[derive(Debug, Clone, Serialize)]
pub struct TopicRow {
    /// The article.
    pub article: u8,
    /// Its short name.
    pub right: &'static str,
    /// Words of the other report that stand nowhere in this one.
    pub matter: String,
    /// Statements of the other on it.
    pub statements: usize,
    /// Share in percent of the other's statements that were held.
    pub percent: Option<f64>,
    /// The statements.
    pub quotes: Vec<Quoted>,
}

/// How often each report speaks of a right.
#[derive(Debug, Clone, Serialize)]
pub struct RightRow {
    /// The article.
    pub article: u8,
    /// Its short name.
    pub right: &'static str,
    /// Statements of the other report that concern it first.
    pub other: usize,
    /// Share in percent of the other's statements.
    pub other_percent: Option<f64>,
    /// Statements of this report.
    pub here: usize,
    /// Share in percent of this report's statements.
    pub here_percent: Option<f64>,
}

/// Holds measures against a report; `others` are other editions of it, `peers` reports on other
/// countries against which their own measures are held.
///
/// # Errors
/// [`RegistersError`] when the report's country is unknown or has no measure in the register.
pub fn omissions(
    report: &Opened,
    measures: &[Measure],
    others: &[Opened],
    peers: &[Opened],
) -> Result<Omissions, RegistersError> {
    let identity = &report.report.identity;
    let country = identity.country.ok_or_else(|| RegistersError::NoCountry {
        document: identity.document.clone(),
    })?;
    let own: Vec<&Measure> = measures
        .iter()
        .filter(|measure| measure.country == country)
        .collect();
    if own.is_empty() {
        let mut found: Vec<&str> = measures.iter().map(|m| m.country.as_str()).collect();
        found.sort_unstable();
        found.dedup();
        let name = Countries::register()
            .get(country)
            .map_or("", |country| country.name.as_str());
        return Err(RegistersError::NoMeasure {
            file: measures
                .first()
                .map_or_else(|| "the register".to_owned(), |m| m.place.file.clone()),
            country: format!("{name} ({country})"),
            found: if found.is_empty() {
                "no country".to_owned()
            } else {
                found.join(", ")
            },
        });
    }
    let searched = Searched::new(&report.report, &report.readings);
    let editions: Vec<(&Opened, Searched<'_>)> = others
        .iter()
        .map(|edition| (edition, Searched::new(&edition.report, &edition.readings)))
        .collect();
    let peer_rows = peer_rows(country, measures, peers);
    let rows: Vec<MeasureRow> = own
        .into_iter()
        .map(|measure| {
            let found = searched.find(&sought(measure));
            MeasureRow {
                message: message(measure, &found),
                standing: found.standing,
                mentions: mention_rows(report, &found.mentions),
                words_only: found.words_only.len(),
                words_only_quotes: found
                    .words_only
                    .iter()
                    .take(WORDS_SHOWN)
                    .filter_map(|at| Quoted::new(report, *at, Vec::new()))
                    .collect(),
                editions: editions
                    .iter()
                    .map(|(edition, searched)| {
                        let found = searched.find(&sought(measure));
                        EditionRow {
                            document: edition.report.identity.document.clone(),
                            year: edition.report.identity.year,
                            standing: found.standing,
                            mentions: mention_rows(edition, &found.mentions),
                        }
                    })
                    .collect(),
                peers: share(measure, &peer_rows),
                measure: measure.clone(),
            }
        })
        .collect();
    Ok(Omissions {
        report: Held::new(report),
        standings: Standing::ALL
            .iter()
            .map(|standing| {
                let count = rows.iter().filter(|row| row.standing == *standing).count();
                StandingCount {
                    standing: *standing,
                    count,
                    of: rows.len(),
                    percent: percent(count, rows.len()),
                }
            })
            .collect(),
        measures: rows,
        peers: peer_rows,
        against: None,
    })
}

/// What is looked for of a measure.
pub(crate) fn sought(measure: &Measure) -> Sought<'_> {
    Sought {
        title: &measure.title,
        date: measure.date,
        rights: &measure.rights,
        terms: &measure.terms,
    }
}

fn message(measure: &Measure, found: &Found) -> String {
    let terms = measure.terms.join("; ");
    let in_common = match found.words_only.len() {
        0 => String::new(),
        1 => "; one statement uses such words of something else".to_owned(),
        count => format!("; {count} statements use such words of something else"),
    };
    match found.standing {
        Standing::Mentioned => format!(
            "mentioned in {} of {} statements",
            found.mentions.len(),
            found.of
        ),
        Standing::Possibly => format!(
            "possibly mentioned in {} of {} statements; a person should look",
            found.mentions.len(),
            found.of
        ),
        Standing::NotFound => format!(
            "not found by these terms in {} statements: {terms}{in_common}",
            found.of
        ),
        Standing::AfterPeriod => {
            format!("took effect after the period reported on; terms: {terms}{in_common}")
        }
    }
}

fn mention_rows(opened: &Opened, mentions: &[Mention]) -> Vec<MentionRow> {
    mentions
        .iter()
        .filter_map(|mention| {
            Some(MentionRow {
                quote: Quoted::new(opened, mention.sentence, mention.spans.clone())?,
                direction: mention.direction,
                confidence: f64::from(mention.confidence) / 100.0,
                because: mention.because.clone(),
            })
        })
        .collect()
}

/// Every peer's measures held against the peer's own report.
fn peer_rows(
    country: evenhand_report::country::CountryCode,
    measures: &[Measure],
    peers: &[Opened],
) -> Vec<PeerRow> {
    let mut rows = Vec::new();
    for peer in peers {
        let identity = &peer.report.identity;
        let Some(code) = identity.country.filter(|code| *code != country) else {
            continue;
        };
        let searched = Searched::new(&peer.report, &peer.readings);
        for measure in measures.iter().filter(|measure| measure.country == code) {
            let found = searched.find(&sought(measure));
            rows.push(PeerRow {
                document: identity.document.clone(),
                country_name: Countries::register()
                    .get(code)
                    .map_or_else(|| code.to_string(), |country| country.name.clone()),
                measure: measure.clone(),
                standing: found.standing,
                mentions: mention_rows(peer, &found.mentions),
            });
        }
    }
    rows
}

fn share(measure: &Measure, peers: &[PeerRow]) -> PeerShare {
    let alike: Vec<&PeerRow> = peers
        .iter()
        .filter(|row| row.standing != Standing::AfterPeriod)
        .filter(|row| {
            row.measure
                .rights
                .iter()
                .any(|article| measure.rights.contains(article))
        })
        .collect();
    let mentioned: Vec<String> = alike
        .iter()
        .filter(|row| row.standing == Standing::Mentioned)
        .map(|row| format!("{} {}", row.measure.country, row.measure.id))
        .collect();
    PeerShare {
        mentioned: mentioned.len(),
        of: alike.len(),
        percent: percent(mentioned.len(), alike.len()),
        measures: mentioned,
    }
}

/// Topics of `other` that `report` does not speak of.
#[must_use]
pub fn against(report: &Opened, other: &Opened) -> Against {
    let found = uncovered(
        (&other.report, &other.readings),
        (&report.report, &report.readings),
    );
    let short = |number| article(number).map_or("", |article| article.short);
    let held = Held::new(other);
    Against {
        held: found.held,
        covered: found.covered,
        covered_percent: percent(found.covered, found.held),
        other_words: found.other_words,
        topics: found
            .topics
            .into_iter()
            .map(|topic| TopicRow {
                article: topic.article,
                right: short(topic.article),
                matter: topic.matter,
                statements: topic.statements.len(),
                percent: percent(topic.statements.len(), found.held),
                quotes: topic
                    .statements
                    .iter()
                    .filter_map(|at| Quoted::new(other, *at, Vec::new()))
                    .collect(),
            })
            .collect(),
        rights: found
            .rights
            .iter()
            .map(|share| RightRow {
                article: share.article,
                right: short(share.article),
                other: share.other,
                other_percent: percent(share.other, held.statements),
                here: share.here,
                here_percent: percent(share.here, found.here),
            })
            .collect(),
        other: held,
    }
}
