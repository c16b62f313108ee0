//! Part 2, who speaks: sources by kind, bodies, the stance of the cues, what violations rest on.

use super::glance::{BasisCount, SpecificityCount, by_basis, by_specificity};
use super::model::{Count, CreditAt};
use super::tally::Tally;
use evenhand_report::{
    Attribution, Direction, SectionId, SentenceIndex, SourceKind, Specificity, Stance,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many crediting words are listed for a kind of source.
const CUES: usize = 8;

/// Words that name nobody by themselves.
const PRONOUNS: &[&str] = &[
    "he", "she", "it", "they", "both", "who", "which", "others", "many",
];

/// Part 2.
#[derive(Debug, Clone, Serialize)]
pub struct Speakers {
    /// Attributions of statements, all.
    pub attributions: usize,
    /// Sources by kind, most often credited first; kinds nobody of which speaks left out.
    pub kinds: Vec<KindRow>,
    /// Named sources, most often credited first.
    pub bodies: Vec<BodyRow>,
    /// What violations rest on: the whole report.
    pub violations: BasisRow,
    /// What violations rest on, section by section.
    pub sections: Vec<BasisRow>,
}

/// What sources of one kind are made to do.
#[derive(Debug, Clone, Serialize)]
pub struct KindRow {
    /// The kind.
    pub kind: SourceKind,
    /// Attributions to it, out of all attributions.
    #[serde(flatten)]
    pub count: Count<CreditAt>,
    /// How closely its sources are identified, out of its attributions.
    pub specificity: Vec<SpecificityCount>,
    /// The stance of the cues, out of its attributions; all stances, in their order.
    pub stances: Vec<StanceCount>,
    /// The crediting words, most frequent first, at most eight.
    pub cues: Vec<CueCount>,
}

/// Attributions of one stance.
#[derive(Debug, Clone, Serialize)]
pub struct StanceCount {
    /// The stance.
    pub stance: Stance,
    /// How many.
    #[serde(flatten)]
    pub count: Count<CreditAt>,
}

/// A crediting word and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CueCount {
    /// The word or words, in lower case.
    pub cue: String,
    /// How often.
    pub count: usize,
}

/// A named source and how often it is relied on.
#[derive(Debug, Clone, Serialize)]
pub struct BodyRow {
    /// Its name in the register, or as the report first writes it.
    pub name: String,
    /// Its kind.
    pub kind: SourceKind,
    /// Attributions to it, out of all attributions to named sources.
    #[serde(flatten)]
    pub count: Count<CreditAt>,
}

/// What the violations of a section rest on.
#[derive(Debug, Clone, Serialize)]
pub struct BasisRow {
    /// What a pin-cite calls the section; empty for the whole report.
    pub label: String,
    /// Its heading.
    pub heading: String,
    /// Statements of violations in it.
    pub violations: usize,
    /// By what they rest on, out of those violations.
    pub basis: Vec<BasisCount>,
}

pub(super) fn speakers(tally: &Tally<'_>) -> Speakers {
    let credits: Vec<_> = tally.credits().collect();
    let mut kinds: Vec<KindRow> = SourceKind::ALL
        .iter()
        .map(|kind| kind_row(tally, *kind, &credits))
        .filter(|row| row.count.count > 0)
        .collect();
    // Sorting is stable: kinds credited equally often keep the glossary's order.
    kinds.sort_by_key(|row| std::cmp::Reverse(row.count.count));
    let violations = tally.such(|at| tally.reading(at).direction.direction == Direction::Violation);
    let mut by_section: BTreeMap<SectionId, Vec<SentenceIndex>> = BTreeMap::new();
    for at in &violations {
        by_section.entry(tally.section(*at)).or_default().push(*at);
    }
    Speakers {
        attributions: credits.len(),
        kinds,
        bodies: bodies(tally, &credits),
        violations: basis_row(tally, (String::new(), String::new()), &violations),
        sections: by_section
            .iter()
            .map(|(section, among)| basis_row(tally, tally.named(*section), among))
            .collect(),
    }
}

fn basis_row(
    tally: &Tally<'_>,
    (label, heading): (String, String),
    among: &[SentenceIndex],
) -> BasisRow {
    BasisRow {
        label,
        heading,
        violations: among.len(),
        basis: by_basis(tally, among),
    }
}

fn kind_row(tally: &Tally<'_>, kind: SourceKind, all: &[(CreditAt, &Attribution)]) -> KindRow {
    let own: Vec<_> = all
        .iter()
        .filter(|(_, credit)| credit.kind == kind)
        .collect();
    let places = |own: &[&(CreditAt, &Attribution)]| own.iter().map(|(at, _)| *at).collect();
    let stance = |stance: &Stance| {
        let such: Vec<_> = own
            .iter()
            .copied()
            .filter(|(_, c)| c.stance == *stance)
            .collect();
        StanceCount {
            stance: *stance,
            count: Count::of(places(&such), own.len()),
        }
    };
    let mut cues: BTreeMap<String, usize> = BTreeMap::new();
    for (at, credit) in &own {
        let cue = credit.cue.of(tally.text(at.sentence)).to_lowercase();
        *cues.entry(cue).or_default() += 1;
    }
    let mut cues: Vec<CueCount> = cues
        .into_iter()
        .map(|(cue, count)| CueCount { cue, count })
        .collect();
    cues.sort_by_key(|cue| std::cmp::Reverse(cue.count));
    cues.truncate(CUES);
    KindRow {
        kind,
        count: Count::of(places(&own), all.len()),
        specificity: by_specificity(own.iter().map(|(at, credit)| (*at, credit.specificity))),
        stances: Stance::ALL.iter().map(stance).collect(),
        cues,
    }
}

/// Named sources under one name each: the register's, else the words without article and case;
/// a pronoun counts for what it stands for.
fn bodies(tally: &Tally<'_>, credits: &[(CreditAt, &Attribution)]) -> Vec<BodyRow> {
    struct Group {
        name: String,
        kinds: BTreeMap<SourceKind, usize>,
        at: Vec<CreditAt>,
    }
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut named = 0;
    for (at, credit) in credits
        .iter()
        .filter(|(_, c)| c.specificity == Specificity::Named)
    {
        named += 1;
        let written = credit
            .source
            .map_or("", |span| span.of(tally.text(at.sentence)));
        let words = credit.antecedent.as_deref().unwrap_or(written);
        if credit.body.is_none() && PRONOUNS.contains(&words.to_lowercase().as_str()) {
            // Somebody, but this passage does not say who.
            continue;
        }
        let body = credit.body.as_deref();
        let key = body.unwrap_or_else(|| without_article(words));
        let group = groups.entry(key.to_lowercase()).or_insert_with(|| Group {
            name: capitalised(body.unwrap_or(words)),
            kinds: BTreeMap::new(),
            at: Vec::new(),
        });
        *group.kinds.entry(credit.kind).or_default() += 1;
        group.at.push(*at);
    }
    let mut bodies: Vec<BodyRow> = groups
        .into_values()
        .filter_map(|group| {
            // The kind most often noted; the first in the glossary where two are level.
            let kinds = group.kinds.iter();
            let (kind, _) =
                kinds.max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind)))?;
            Some(BodyRow {
                name: group.name,
                kind: *kind,
                count: Count::of(group.at, named),
            })
        })
        .collect();
    bodies.sort_by_key(|body| std::cmp::Reverse(body.count.count));
    bodies
}

fn without_article(words: &str) -> &str {
    let words = words.trim();
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] {
        if let Some(rest) = words.strip_prefix(article) {
            return rest.trim_start();
        }
    }
    words
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
