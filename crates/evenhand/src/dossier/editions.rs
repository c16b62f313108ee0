//! Part 5, the report against an earlier edition: what was carried over, edited, new, dropped.
//!
//! By sentence, whatever the outline. Rates are given over all statements and over the matched
//! ones, so that a shorter edition does not look like a better or a worse one.

use super::model::{About, Basis, per, percent};
use super::tally::Tally;
use crate::Opened;
use crate::contract::rounded;
use evenhand_compare::editions::{Alignment, Fate, Step, Stretch, words};
use evenhand_compare::pairs::{Class, class};
use evenhand_report::{Direction, SectionId, SentenceIndex, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// Part 5: the report against one earlier edition.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// The earlier edition.
    pub earlier: About,
    /// What became of the statements.
    pub fates: Vec<FateCount>,
    /// Of the statements that stand in both: how many by class of change.
    pub classes: Vec<ClassCount>,
    /// Section by section: the later edition's for what stands in it, the earlier one's for what
    /// was dropped.
    pub sections: Vec<FateSection>,
    /// The same measures on both editions, over all statements and over the matched ones.
    pub measures: Vec<Measure>,
    /// Every statement of both editions once, in the order of the later one.
    pub steps: Vec<StepRow>,
}

/// How many statements had one fate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FateCount {
    /// The fate.
    pub fate: Fate,
    /// How many statements, or pairs of them.
    pub count: usize,
    /// Share of the earlier edition's statements; none for what is new.
    pub percent_of_earlier: Option<f64>,
    /// Share of the later edition's statements; none for what was dropped.
    pub percent_of_later: Option<f64>,
    /// Numbers of the steps.
    pub at: Vec<usize>,
}

/// How many of the statements that stand in both editions have one class of change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClassCount {
    /// The class.
    pub class: Class,
    /// How many, out of those that stand in both.
    #[serde(flatten)]
    pub share: Share,
}

/// What became of the statements of one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FateSection {
    /// What a pin-cite calls it.
    pub label: String,
    /// Its heading in the edition that has it, the later one first.
    pub heading: String,
    /// Steps by fate, in the order of [`Fate::ALL`].
    pub counts: [usize; 4],
    /// Steps of the section, all.
    pub of: usize,
}

/// One measure on two editions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// What is measured ("statements that credit somebody").
    pub name: &'static str,
    /// In the earlier edition, all statements.
    pub earlier: Share,
    /// In the later edition, all statements.
    pub later: Share,
    /// In the earlier edition, statements that stand in both.
    pub matched_earlier: Share,
    /// In the later edition, statements that stand in both.
    pub matched_later: Share,
}

/// A count and what it is measured against, without places.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
    /// On a hundred, one decimal.
    pub percent: Option<f64>,
}

/// One statement's fate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepRow {
    /// What became of it.
    pub fate: Fate,
    /// The earlier sentence.
    pub before: Option<BeforeSentence>,
    /// The later sentence.
    pub after: Option<SentenceIndex>,
    /// What a pin-cite calls its section: the later edition's, or the earlier one's for what was dropped.
    pub section: String,
    /// Share of words in common, two decimals.
    pub similarity: f64,
    /// The weightiest class of change, for what stands in both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// Word by word, for what was edited.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diff: Vec<Piece>,
}

/// A sentence of the earlier edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BeforeSentence {
    /// Its number there.
    pub index: SentenceIndex,
    /// Where it stands, for people.
    pub pin: String,
    /// Its words.
    pub text: String,
    /// Its direction.
    pub direction: Direction,
}

evenhand_report::written_enum! {
    /// What became of a stretch of words.
    pub enum Edit {
        /// Stands in both.
        Kept = "kept",
        /// Stood only in the earlier edition.
        Removed = "removed",
        /// Stands only in the later edition.
        Added = "added",
    }
}

/// A stretch of words of an edited sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What became of it.
    pub edit: Edit,
    /// The words.
    pub text: String,
}

pub(super) fn comparison(before: &Opened, later: &Tally<'_>, alignment: &Alignment) -> Comparison {
    let earlier = Tally::new(before);
    let steps: Vec<StepRow> = alignment
        .steps
        .iter()
        .map(|step| step_row(&earlier, later, step))
        .collect();
    Comparison {
        earlier: earlier.about(),
        fates: fates(&earlier, later, &steps),
        classes: classes(&steps),
        sections: sections(&earlier, later, &steps),
        measures: measures(&earlier, later, &steps),
        steps,
    }
}

fn step_row(earlier: &Tally<'_>, later: &Tally<'_>, step: &Step) -> StepRow {
    let before = step.before.map(|at| BeforeSentence {
        index: at,
        pin: earlier.report().pin(earlier.sentence(at)),
        text: earlier.text(at).to_owned(),
        direction: earlier.reading(at).direction.direction,
    });
    let diff = match (&before, step.after, step.fate) {
        (Some(before), Some(after), Fate::Edited) => word_diff(&before.text, later.text(after)),
        _ => Vec::new(),
    };
    let class = match (&before, step.after, step.fate) {
        (Some(_), Some(_), Fate::CarriedOver) => Some(Class::Verbatim),
        (Some(before), Some(after), _) => Some(class_of(&before.text, later.text(after))),
        _ => None,
    };
    let section = match (step.after, step.before) {
        (Some(after), _) => later.named(later.section(after)).0,
        (None, Some(before)) => earlier.named(earlier.section(before)).0,
        (None, None) => String::new(),
    };
    StepRow {
        fate: step.fate,
        section,
        before,
        after: step.after,
        similarity: rounded(step.similarity),
        class,
        diff,
    }
}

/// The weightiest class; statements aligned by their place that hardly share a word are changed in
/// substance.
fn class_of(before: &str, after: &str) -> Class {
    let pair = class(before, after);
    match pair.relation {
        evenhand_compare::pairs::Relation::Same => pair.main,
        evenhand_compare::pairs::Relation::Different => Class::Substance,
    }
}

fn classes(steps: &[StepRow]) -> Vec<ClassCount> {
    let of = steps.iter().filter(|step| step.class.is_some()).count();
    Class::ALL
        .iter()
        .map(|class| {
            let count = steps.iter().filter(|s| s.class == Some(*class)).count();
            ClassCount {
                class: *class,
                share: Share {
                    count,
                    of,
                    percent: percent(count, of),
                },
            }
        })
        .collect()
}

fn fates(earlier: &Tally<'_>, later: &Tally<'_>, steps: &[StepRow]) -> Vec<FateCount> {
    let row = |fate: &Fate| {
        let numbered = steps.iter().enumerate();
        let at: Vec<usize> = numbered
            .filter(|(_, s)| s.fate == *fate)
            .map(|(n, _)| n)
            .collect();
        let such = || steps.iter().filter(|s| s.fate == *fate);
        let (old, new) = (
            such().filter(|s| s.before.is_some()).count(),
            such().filter(|s| s.after.is_some()).count(),
        );
        let of = |count: usize, sentences: usize, applies: bool| {
            applies.then(|| percent(count, sentences)).flatten()
        };
        FateCount {
            fate: *fate,
            count: at.len(),
            percent_of_earlier: of(old, earlier.statements.len(), *fate != Fate::New),
            percent_of_later: of(new, later.statements.len(), *fate != Fate::Dropped),
            at,
        }
    };
    Fate::ALL.iter().map(row).collect()
}

/// Later sections in their order, then earlier ones of which nothing under that label is left.
fn sections(earlier: &Tally<'_>, later: &Tally<'_>, steps: &[StepRow]) -> Vec<FateSection> {
    let mut rows: Vec<FateSection> = Vec::new();
    let mut by_label: BTreeMap<String, usize> = BTreeMap::new();
    let mut ordered: Vec<(&Tally<'_>, SectionId, &StepRow)> = Vec::new();
    for step in steps {
        match (step.after, &step.before) {
            (Some(after), _) => ordered.push((later, later.section(after), step)),
            (None, Some(before)) => ordered.push((earlier, earlier.section(before.index), step)),
            (None, None) => {}
        }
    }
    // What the later edition holds first, so that its headings and order lead.
    ordered.sort_by_key(|(_, section, step)| (step.after.is_none(), *section));
    for (tally, section, step) in ordered {
        let (label, heading) = tally.named(section);
        let at = *by_label.entry(label.clone()).or_insert_with(|| {
            rows.push(FateSection {
                label,
                heading,
                counts: [0; 4],
                of: 0,
            });
            rows.len() - 1
        });
        rows[at].of += 1;
        let column = Fate::ALL.iter().position(|fate| *fate == step.fate);
        if let Some(count) = column.and_then(|column| rows[at].counts.get_mut(column)) {
            *count += 1;
        }
    }
    rows
}

fn measures(earlier: &Tally<'_>, later: &Tally<'_>, steps: &[StepRow]) -> Vec<Measure> {
    type Holds = fn(&Tally<'_>, SentenceIndex) -> bool;
    const MEASURES: [(&str, Holds); 6] = [
        ("statements that credit somebody", |t, at| {
            t.basis(at) != Basis::Unattributed
        }),
        ("statements that rest on a named source", |t, at| {
            t.basis(at) == Basis::Named
        }),
        ("statements with a figure", |t, at| {
            !t.reading(at).figures.is_empty()
        }),
        ("statements of a violation", |t, at| {
            t.reading(at).direction.direction == Direction::Violation
        }),
        ("statements of an improvement", |t, at| {
            t.reading(at).direction.direction == Direction::Improvement
        }),
        ("statements that nothing was reported", |t, at| {
            t.reading(at).direction.direction == Direction::NoneReported
        }),
    ];
    let pairs = || {
        steps
            .iter()
            .filter_map(|s| Some((s.before.as_ref()?.index, s.after?)))
    };
    let matched_earlier: Vec<SentenceIndex> = pairs().map(|(before, _)| before).collect();
    let matched_later: Vec<SentenceIndex> = pairs().map(|(_, after)| after).collect();
    let share = |tally: &Tally<'_>, among: &[SentenceIndex], holds: Holds| {
        let count = among.iter().filter(|at| holds(tally, **at)).count();
        Share {
            count,
            of: among.len(),
            percent: per(count, among.len(), 100),
        }
    };
    MEASURES
        .iter()
        .map(|(name, holds)| Measure {
            name,
            earlier: share(earlier, &earlier.statements, *holds),
            later: share(later, &later.statements, *holds),
            matched_earlier: share(earlier, &matched_earlier, *holds),
            matched_later: share(later, &matched_later, *holds),
        })
        .collect()
}

/// The words of two wordings, kept, removed and added; each stretch with the blank after it.
fn word_diff(before: &str, after: &str) -> Vec<Piece> {
    let stretches = words(before, after);
    let piece = |stretch: &Stretch| match *stretch {
        Stretch::Kept { new, .. } => (Edit::Kept, with_blank(after, new)),
        Stretch::Removed { old } => (Edit::Removed, with_blank(before, old)),
        Stretch::Added { new } => (Edit::Added, with_blank(after, new)),
    };
    stretches
        .iter()
        .map(piece)
        .map(|(edit, text)| Piece {
            edit,
            text: text.to_owned(),
        })
        .collect()
}

fn with_blank(text: &str, span: Span) -> &str {
    let rest = text.get(span.range().end..).unwrap_or("");
    let blank = rest.len() - rest.trim_start().len();
    Span::new(span.range().start, span.range().end + blank).of(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_diff_holds_both_wordings() {
        let before = "The law provides for a fine of up to 300 drel.";
        let after = "The law provided for a fine of 430 drel, and courts applied it.";
        let pieces = word_diff(before, after);
        let side = |leave: Edit| -> String {
            let kept = pieces
                .iter()
                .filter(|p| p.edit != leave)
                .map(|p| p.text.as_str());
            kept.collect::<String>().trim_end().to_owned()
        };
        assert_eq!(side(Edit::Added), before);
        assert_eq!(side(Edit::Removed), after);
        assert_eq!(pieces[0].text, "The law ");
    }
}
