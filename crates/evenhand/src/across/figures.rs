//! `figures`: figures about one matter side by side, over sentences, editions and publishers; and
//! sentences that stand again with another number.

use super::AcrossError;
use super::quote::Quote;
use super::shelf::{self, Held, Shelf};
use crate::Opened;
use evenhand_compare::across::masked::mask;
use evenhand_compare::editions::{Fate, align};
use evenhand_compare::matters;
use evenhand_compare::matters::over_editions::{self, About, Source, Told};
use serde::Serialize;

/// One figure on a matter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureRow {
    /// Who published the report.
    pub publisher: Option<String>,
    /// The sentence, with the figure marked.
    #[serde(flatten)]
    pub quote: Quote,
    /// The figure as printed.
    pub figure: String,
    /// Its number.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// How it is qualified.
    pub qualifier: &'static str,
    /// What is counted, as the reading has it.
    pub unit: String,
    /// The word that says what is counted ("killed", "deaths").
    pub wording: String,
    /// Who gives it, as printed; none where nobody is credited.
    pub given_by: Option<String>,
    /// What kind of source that is.
    pub source_kind: Option<&'static str>,
    /// How closely the source is identified.
    pub specificity: Option<&'static str>,
    /// The headings it stands under, outermost first, with the paragraph's own.
    pub heading: Vec<String>,
    /// The rule that read the figure.
    pub rule: &'static str,
}

/// A matter with every figure on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatterRow {
    /// What the figures speak of.
    pub matter: String,
    /// The lowest number given.
    pub low: f64,
    /// The highest number given.
    pub high: f64,
    /// The highest over the lowest.
    pub spread: f64,
    /// Whether some two figures cannot both be right.
    pub differ: bool,
    /// Different sources, an uncredited figure counting as one.
    pub sources: usize,
    /// The figures, by edition.
    pub figures: Vec<FigureRow>,
}

/// A sentence that stands again with another number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangedNumber {
    /// The sentence of the earlier edition.
    pub before: Quote,
    /// The sentence of the later edition.
    pub after: Quote,
    /// Numbers of the earlier sentence that are not in the later, as printed.
    pub was: Vec<String>,
    /// Numbers of the later sentence that are not in the earlier, as printed.
    pub is: Vec<String>,
}

/// Figures side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// The documents looked at.
    pub documents: Vec<String>,
    /// Those of them in which no figure of any matter below stands.
    pub without: Vec<String>,
    /// Matters, those with most figures first.
    pub matters: Vec<MatterRow>,
    /// Sentences that stand again with another number, in the order of the later edition.
    pub changed: Vec<ChangedNumber>,
}

/// Lays the figures of the reports that `wanted` lets through side by side: all publishers'.
///
/// # Errors
/// [`AcrossError`] when a report cannot be opened.
pub fn figures(
    shelf: &dyn Shelf,
    wanted: &dyn Fn(&Held) -> bool,
    about: Option<&str>,
) -> Result<Figures, AcrossError> {
    let mut chosen: Vec<usize> = (0..shelf.held().len())
        .filter(|at| shelf.held().get(*at).is_some_and(wanted))
        .collect();
    chosen.sort_by_key(|at| {
        shelf
            .held()
            .get(*at)
            .map(|held| (held.year, held.publisher.clone()))
    });
    let mut opened: Vec<(Held, Opened)> = Vec::new();
    shelf::each(
        shelf,
        &chosen,
        &|opener, at| opener.opened(at),
        &mut |at, one| {
            opened.extend(shelf.held().get(at).map(|held| (held.clone(), one)));
            Ok(())
        },
    )?;
    let sources: Vec<Source<'_>> = opened
        .iter()
        .map(|(_, one)| Source {
            report: &one.report,
            readings: &one.readings,
        })
        .collect();
    let about = about.map(About::new);
    let matters = over_editions::matters(&sources, about.as_ref());
    let with: Vec<usize> = matters
        .iter()
        .flat_map(|matter| matter.figures.iter().map(|told| told.report))
        .collect();
    Ok(Figures {
        without: (0..)
            .zip(&opened)
            .filter(|(number, _)| !with.contains(number))
            .map(|(_, (held, _))| held.document.clone())
            .collect(),
        documents: opened
            .iter()
            .map(|(held, _)| held.document.clone())
            .collect(),
        matters: matters
            .iter()
            .filter_map(|matter| matter_row(&opened, matter))
            .collect(),
        changed: if about.is_none() {
            changed(&opened)
        } else {
            Vec::new()
        },
    })
}

fn matter_row(opened: &[(Held, Opened)], matter: &over_editions::Matter) -> Option<MatterRow> {
    let figures: Vec<FigureRow> = matter
        .figures
        .iter()
        .filter_map(|told| figure_row(opened, told))
        .collect();
    let mut sources: Vec<Option<&str>> =
        figures.iter().map(|row| row.given_by.as_deref()).collect();
    sources.sort_unstable();
    sources.dedup();
    Some(MatterRow {
        matter: matter.what.clone(),
        low: matter.lowest,
        high: matter.highest,
        spread: matter.highest / matter.lowest.max(f64::MIN_POSITIVE),
        differ: matter.differ,
        sources: sources.len(),
        figures,
    })
}

fn figure_row(opened: &[(Held, Opened)], told: &Told) -> Option<FigureRow> {
    let (held, one) = opened.get(told.report)?;
    let report = &one.report;
    let at = told.at.sentence.0 as usize;
    let sentence = report.sentences.get(at)?;
    let text = report.sentence_text(sentence);
    let figure = one.readings.get(at)?.figures.get(told.at.figure)?;
    let giver = matters::giver(report, &one.readings, told.at);
    let given_by = giver.map(|giver| {
        giver
            .body
            .clone()
            .or_else(|| giver.antecedent.clone())
            .or_else(|| giver.source.map(|span| span.of(text).to_owned()))
            .unwrap_or_else(|| giver.cue.of(text).to_owned())
    });
    let passage = report.passage(sentence.passage);
    let mut heading: Vec<String> = report
        .section_path(passage.section)
        .into_iter()
        .map(str::to_owned)
        .collect();
    heading.extend(passage.run_in.map(|span| span.of(&report.text).to_owned()));
    Some(FigureRow {
        publisher: held.publisher.clone(),
        quote: Quote::of(held, report, sentence, vec![figure.span]),
        figure: figure.span.of(text).to_owned(),
        value: figure.value,
        high: figure.high,
        qualifier: figure.qualifier.as_str(),
        unit: figure.unit.clone(),
        wording: told.wording.clone(),
        given_by,
        source_kind: giver.map(|giver| giver.kind.as_str()),
        specificity: giver.map(|giver| giver.specificity.as_str()),
        heading,
        rule: figure.rule,
    })
}

/// Sentences of neighbouring editions of one publisher and country that differ in numbers only.
fn changed(opened: &[(Held, Opened)]) -> Vec<ChangedNumber> {
    let mut found = Vec::new();
    for (later, (held, after)) in opened.iter().enumerate() {
        let before = opened.iter().take(later).rfind(|(other, _)| {
            other.publisher == held.publisher
                && other.place() == held.place()
                && other.year < held.year
        });
        let Some((old_held, before)) = before else {
            continue;
        };
        for step in align(&before.report, &after.report).steps {
            let (Fate::Edited, Some(old), Some(new)) = (step.fate, step.before, step.after) else {
                continue;
            };
            let (Some(old), Some(new)) = (
                before.report.sentences.get(old.0 as usize),
                after.report.sentences.get(new.0 as usize),
            ) else {
                continue;
            };
            let (was_text, is_text) = (
                before.report.sentence_text(old),
                after.report.sentence_text(new),
            );
            if mask(was_text).key != mask(is_text).key {
                continue;
            }
            let (was, is) = (numbers(was_text), numbers(is_text));
            let (was, is) = (without(&was, &is), without(&is, &was));
            if !was.is_empty() || !is.is_empty() {
                found.push(ChangedNumber {
                    before: Quote::of(old_held, &before.report, old, Vec::new()),
                    after: Quote::of(held, &after.report, new, Vec::new()),
                    was,
                    is,
                });
            }
        }
    }
    found
}

/// The numbers of a text in digits, years left out: dates move from edition to edition.
fn numbers(text: &str) -> Vec<String> {
    text.split(|ch: char| !(ch.is_ascii_digit() || matches!(ch, '.' | ',')))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| !word.is_empty())
        .filter(|word| !matches!(word.parse::<u16>(), Ok(1900..2100) if word.len() == 4))
        .map(str::to_owned)
        .collect()
}

/// What the one list has more of than the other.
fn without(one: &[String], other: &[String]) -> Vec<String> {
    let mut other: Vec<&String> = other.iter().collect();
    one.iter()
        .filter(|number| match other.iter().position(|has| has == number) {
            Some(at) => {
                other.remove(at);
                false
            }
            None => true,
        })
        .cloned()
        .collect()
}
