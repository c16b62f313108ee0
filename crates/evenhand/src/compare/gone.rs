//! What the later edition no longer has: rights, headings, sources, persons.
//!
//! A right is gone where no statement of the later edition is about it; a heading where its words
//! are no heading there; a source where nothing is credited to it; a person where the last word of
//! the name does not stand in the text.

use super::model::{Gone, GonePerson, GoneRight, GoneSection, GoneSource};
use crate::dossier::per;
use crate::dossier::tally::Tally;
use evenhand_compare::editions::Alignment;
use evenhand_report::yardstick::UDHR;
use evenhand_report::{NameKind, Sentence, SentenceIndex, Specificity};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn gone(earlier: &Tally<'_>, later: &Tally<'_>, alignment: &Alignment) -> Gone {
    Gone {
        rights: rights(earlier, later),
        sections: sections(earlier, later, alignment),
        sources: sources(earlier, later),
        persons: persons(earlier, later),
    }
}

fn pin(tally: &Tally<'_>, at: SentenceIndex) -> String {
    tally.report().pin(tally.sentence(at))
}

fn rights(earlier: &Tally<'_>, later: &Tally<'_>) -> Vec<GoneRight> {
    let about = |tally: &Tally<'_>, article: u8| {
        tally.such(|at| {
            let rights = &tally.reading(at).rights;
            rights.iter().any(|right| right.article == article)
        })
    };
    UDHR.iter()
        .filter_map(|article| {
            let there = about(earlier, article.number);
            (!there.is_empty() && about(later, article.number).is_empty()).then(|| GoneRight {
                article: article.number,
                name: article.short,
                statements: there.len(),
                per_100: per(there.len(), earlier.statements.len(), 100),
                pins: there.iter().map(|at| pin(earlier, *at)).collect(),
            })
        })
        .collect()
}

/// The letters of a heading, without numbering and case.
fn letters(heading: &str) -> String {
    heading
        .split_whitespace()
        .filter(|word| word.chars().nth(2).is_some() || word.chars().all(char::is_lowercase))
        .filter(|word| !word.ends_with('.') || word.chars().count() > 3)
        .flat_map(|word| word.chars().filter(|ch| ch.is_alphabetic()))
        .flat_map(char::to_lowercase)
        .collect()
}

fn sections(earlier: &Tally<'_>, later: &Tally<'_>, alignment: &Alignment) -> Vec<GoneSection> {
    let kept: BTreeSet<SentenceIndex> = alignment
        .steps
        .iter()
        .filter(|step| step.after.is_some() || step.part_of.is_some())
        .filter_map(|step| step.before)
        .collect();
    let (old, new) = (earlier.report(), later.report());
    let mut there: BTreeSet<String> = new.sections.iter().map(|s| letters(&s.heading)).collect();
    there.extend(
        new.passages
            .iter()
            .filter_map(|passage| passage.run_in)
            .map(|span| letters(span.of(&new.text))),
    );
    let mut by_section: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for at in &earlier.statements {
        let section = old.passage(earlier.sentence(*at).passage).section;
        let counts = by_section.entry(section.0).or_default();
        counts.0 += 1;
        counts.1 += usize::from(kept.contains(at));
    }
    by_section
        .into_iter()
        .filter_map(|(section, (statements, elsewhere))| {
            let section = old.sections.get(section as usize)?;
            let heading = letters(&section.heading);
            (!heading.is_empty() && !there.contains(&heading)).then(|| GoneSection {
                label: section.label.clone(),
                heading: section.heading.clone(),
                statements,
                elsewhere,
                per_100: per(statements, earlier.statements.len(), 100),
            })
        })
        .collect()
}

/// The name under which a source is counted: the body it names, else its words.
fn sources_of<'a>(tally: &'a Tally<'_>) -> Vec<(String, &'a str, SentenceIndex)> {
    tally
        .credits()
        .filter(|(_, credit)| credit.specificity == Specificity::Named)
        .filter_map(|(at, credit)| {
            let text = tally.text(at.sentence);
            let words = credit.source?.of(text);
            let key = credit.body.as_deref().unwrap_or(words);
            Some((bare(key), words, at.sentence))
        })
        .collect()
}

/// A name in small letters, without an article and possessive.
fn bare(name: &str) -> String {
    let lower = name.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    lower
        .trim_end_matches("’s")
        .trim_end_matches("'s")
        .to_owned()
}

fn sources(earlier: &Tally<'_>, later: &Tally<'_>) -> Vec<GoneSource> {
    let heard: BTreeSet<String> = sources_of(later).into_iter().map(|(key, ..)| key).collect();
    let text = later.report().text.to_lowercase();
    let mut found: BTreeMap<String, (&str, Vec<SentenceIndex>)> = BTreeMap::new();
    let all = sources_of(earlier);
    for (key, words, at) in &all {
        if !heard.contains(key) && key.chars().any(char::is_alphabetic) {
            let entry = found.entry(key.clone()).or_insert((words, Vec::new()));
            entry.1.push(*at);
        }
    }
    let mut rows: Vec<GoneSource> = found
        .into_iter()
        .map(|(key, (words, at))| GoneSource {
            source: words.to_owned(),
            credits: at.len(),
            per_10000_words: per(at.len(), earlier.words, 10_000),
            still_mentioned: stands_in(&text, &key) || stands_in(&text, &bare(words)),
            pins: at.iter().map(|at| pin(earlier, *at)).collect(),
        })
        .collect();
    rows.sort_by(|a, b| b.credits.cmp(&a.credits).then(a.source.cmp(&b.source)));
    rows
}

/// Whether the words stand in the text as words of their own.
fn stands_in(text: &str, words: &str) -> bool {
    let edge = |ch: Option<char>| ch.is_none_or(|ch| !ch.is_alphanumeric());
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + found.len()..)
            .and_then(|text| text.chars().next());
        edge(before) && edge(after)
    })
}

fn persons(earlier: &Tally<'_>, later: &Tally<'_>) -> Vec<GonePerson> {
    let text = later.report().text.to_lowercase();
    let mut found: BTreeMap<String, (String, Vec<SentenceIndex>)> = BTreeMap::new();
    let place = |sentence: &Sentence| earlier.report().pin(sentence);
    for at in &earlier.statements {
        let sentence = earlier.text(*at);
        for mention in &earlier.reading(*at).names {
            if mention.kind != NameKind::Person {
                continue;
            }
            let words = mention.span.of(sentence);
            let full = mention.full.as_deref().unwrap_or(words);
            let last = bare(full.split_whitespace().next_back().unwrap_or(full));
            if last.chars().count() < 3 || stands_in(&text, &last) {
                continue;
            }
            let entry = found
                .entry(last)
                .or_insert_with(|| (full.to_owned(), Vec::new()));
            // The longest form is the name; short ones are the same person within one report.
            if full.chars().count() > entry.0.chars().count() {
                full.clone_into(&mut entry.0);
            }
            entry.1.push(*at);
        }
    }
    let mut rows: Vec<GonePerson> = found
        .into_values()
        .map(|(name, at)| GonePerson {
            name,
            mentions: at.len(),
            per_10000_words: per(at.len(), earlier.words, 10_000),
            pins: at.iter().map(|at| place(earlier.sentence(*at))).collect(),
        })
        .collect();
    rows.sort_by(|a, b| b.mentions.cmp(&a.mentions).then(a.name.cmp(&b.name)));
    rows
}
