//! The rows of a comparison: every statement of both editions once, with its class.

use super::label::note;
use super::model::{Evidence, Join, Place, Row, Segment, What, WhatCount};
use crate::contract::rounded;
use crate::dossier::per;
use crate::dossier::tally::Tally;
use evenhand_compare::editions::{Alignment, Fate, Step, Stretch, words};
use evenhand_compare::pairs::{Class, class};
use evenhand_report::{SentenceIndex, Span};
use std::collections::BTreeMap;

pub(super) fn rows(earlier: &Tally<'_>, later: &Tally<'_>, alignment: &Alignment) -> Vec<Row> {
    // Further parts of split and merged sentences, by the sentence they belong to.
    let mut parts_after: BTreeMap<SentenceIndex, Vec<SentenceIndex>> = BTreeMap::new();
    let mut parts_before: BTreeMap<SentenceIndex, Vec<SentenceIndex>> = BTreeMap::new();
    for step in &alignment.steps {
        match (step.part_of, step.before, step.after) {
            (Some(whole), None, Some(part)) => parts_after.entry(whole).or_default().push(part),
            (Some(whole), Some(part), None) => parts_before.entry(whole).or_default().push(part),
            _ => {}
        }
    }
    let mut rows = Vec::with_capacity(alignment.steps.len());
    for step in alignment.steps.iter().filter(|s| s.part_of.is_none()) {
        let mut old: Vec<SentenceIndex> = step.before.into_iter().collect();
        let mut new: Vec<SentenceIndex> = step.after.into_iter().collect();
        if let (Some(before), Some(after)) = (step.before, step.after) {
            new.extend(parts_after.remove(&before).unwrap_or_default());
            old.extend(parts_before.remove(&after).unwrap_or_default());
        }
        old.sort();
        new.sort();
        rows.push(row(
            rows.len() + 1,
            step,
            places(earlier, &old),
            places(later, &new),
        ));
    }
    rows
}

fn places(tally: &Tally<'_>, sentences: &[SentenceIndex]) -> Vec<Place> {
    let report = tally.report();
    sentences
        .iter()
        .map(|at| {
            let sentence = tally.sentence(*at);
            let passage = report.passage(sentence.passage);
            let heading = report.section_path(passage.section).last().copied();
            Place {
                sentence: *at,
                pin: report.pin(sentence),
                heading: heading.unwrap_or("").to_owned(),
                text: tally.text(*at).to_owned(),
            }
        })
        .collect()
}

fn row(number: usize, step: &Step, old: Vec<Place>, new: Vec<Place>) -> Row {
    let whole = |places: &[Place]| {
        let texts: Vec<&str> = places.iter().map(|place| place.text.as_str()).collect();
        texts.join(" ")
    };
    let mut row = Row {
        number,
        what: match step.fate {
            Fate::CarriedOver => What::Verbatim,
            Fate::Edited => What::Style,
            Fate::New => What::New,
            Fate::Dropped => What::Dropped,
        },
        classes: Vec::new(),
        meaning_changed: false,
        moved: step.moved,
        join: match (old.len(), new.len()) {
            (1, 2..) => Some(Join::Split),
            (2.., 1) => Some(Join::Merged),
            _ => None,
        },
        similarity: rounded(step.similarity),
        note: String::new(),
        old_marked: Vec::new(),
        new_marked: Vec::new(),
        evidence: Vec::new(),
        old,
        new,
    };
    if row.old.is_empty() || row.new.is_empty() {
        return row;
    }
    if step.fate == Fate::CarriedOver && row.join.is_none() {
        return row;
    }
    let (old, new) = (whole(&row.old), whole(&row.new));
    let pair = class(&old, &new);
    // Aligned statements that hardly share a word that asserts something are one in their place only:
    // what is asserted has changed.
    row.what = match (pair.relation, pair.main) {
        (evenhand_compare::pairs::Relation::Different, _) => What::Substance,
        (_, Class::Verbatim) => What::Style,
        (_, main) => main.into(),
    };
    row.note = note(&pair, &old, &new);
    row.meaning_changed = pair.meaning_changed || row.what == What::Substance;
    let words_of = |span: Option<Span>, text: &str| span.map(|span| span.of(text).to_owned());
    row.evidence = pair
        .changes
        .iter()
        .map(|change| Evidence {
            class: change.class,
            rule: change.rule,
            old: words_of(change.old, &old),
            new: words_of(change.new, &new),
        })
        .collect();
    row.classes = pair.classes;
    (row.old_marked, row.new_marked) = marked(&old, &new);
    row
}

/// Both wordings, the words of one side only marked.
fn marked(old: &str, new: &str) -> (Vec<Segment>, Vec<Segment>) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for stretch in words(old, new) {
        match stretch {
            Stretch::Kept { old: a, new: b } => {
                left.push(segment(old, a, false));
                right.push(segment(new, b, false));
            }
            Stretch::Removed { old: a } => left.push(segment(old, a, true)),
            Stretch::Added { new: b } => right.push(segment(new, b, true)),
        }
    }
    (left, right)
}

/// A stretch with the blank after it.
fn segment(text: &str, span: Span, changed: bool) -> Segment {
    let rest = text.get(span.range().end..).unwrap_or("");
    let blank = rest.len() - rest.trim_start().len();
    Segment {
        changed,
        text: Span::new(span.range().start, span.range().end + blank)
            .of(text)
            .to_owned(),
    }
}

pub(super) fn counts(earlier: &Tally<'_>, later: &Tally<'_>, rows: &[Row]) -> Vec<WhatCount> {
    let matched = rows
        .iter()
        .filter(|row| !row.old.is_empty() && !row.new.is_empty())
        .count();
    What::ALL
        .iter()
        .map(|what| {
            let such: Vec<&Row> = rows.iter().filter(|row| row.what == *what).collect();
            let old: usize = such.iter().map(|row| row.old.len()).sum();
            let new: usize = such.iter().map(|row| row.new.len()).sum();
            let both = !matches!(what, What::New | What::Dropped);
            let words = if *what == What::Dropped {
                earlier.words
            } else {
                later.words
            };
            WhatCount {
                what: *what,
                rows: such.len(),
                per_100_earlier: (*what != What::New)
                    .then(|| per(old, earlier.statements.len(), 100))
                    .flatten(),
                per_100_later: (*what != What::Dropped)
                    .then(|| per(new, later.statements.len(), 100))
                    .flatten(),
                percent_of_matched: both.then(|| per(such.len(), matched, 100)).flatten(),
                per_10000_words: per(such.len(), words, 10_000),
            }
        })
        .collect()
}
