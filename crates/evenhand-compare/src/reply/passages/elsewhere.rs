//! Passages that the words of a point alone do not lead to: where a missing thing would be expected, other countries, and bodies
//! that other editions name beside a name.

use super::{Search, best_first, meaning, normal};
use crate::reply::claim::{Claim, Desk};
use crate::reply::cues;
use crate::reply::names::Name;
use crate::reply::shelf::Place;
use crate::reply::signals::Signal;
use crate::reply::{Kind, PROPOSED, kind};
use evenhand_report::NameKind;
use std::collections::BTreeMap;

/// How many of its sentences show how near a section comes to a paragraph of the reply.
const SECTION_LINES: usize = 5;

impl Search<'_> {
    /// Where a missing thing would be expected: the opening sentences of the sections that come nearest to the meaning
    /// of the paragraph that the point stands in, best first.
    pub(super) fn expected(&self) -> Vec<(Place, f32)> {
        let Some(main) = self.desk.shelf.main() else {
            return Vec::new();
        };
        let meant = normal(meaning(
            self.desk,
            &self.desk.paragraph(self.claim.sentence),
            &[],
        ));
        let index = main.index();
        let mut sections: BTreeMap<u32, (Place, Vec<f32>)> = BTreeMap::new();
        for (at, (line, vector)) in (0..).zip(main.lines.iter().zip(&index.vectors)) {
            sections
                .entry(line.section)
                .or_insert((
                    Place {
                        volume: 0,
                        line: at,
                    },
                    Vec::new(),
                ))
                .1
                .push(vector.likeness(&meant));
        }
        let mut found: Vec<(Place, f32)> = sections
            .into_values()
            .map(|(opening, mut likeness)| {
                likeness.sort_by(|a, b| b.total_cmp(a));
                likeness.truncate(SECTION_LINES);
                (opening, likeness.iter().sum::<f32>())
            })
            .collect();
        best_first(&mut found);
        found
    }

    /// Lines about the other countries that the point speaks of, or that name whom it speaks of.
    pub(super) fn abroad(&self) -> Vec<(Place, f32)> {
        let outside = matches!(self.kind, Kind::CrossCountry | Kind::AboutOtherDocument);
        let mut named: Vec<u32> = self
            .claim
            .countries
            .iter()
            .filter_map(|country| country.volume)
            .collect();
        // "Families from Iraq" at the border of Poland: Poland is spoken of.
        let meant: Vec<u32> = self
            .claim
            .countries
            .iter()
            .filter(|country| kind::is_place(&self.claim.plain, country))
            .filter_map(|country| country.volume)
            .collect();
        if !meant.is_empty() && self.kind == Kind::CrossCountry {
            named = meant;
        }
        if named.is_empty() && outside && !cues::any(&self.claim.plain, cues::ONLY_WHERE) {
            named = self
                .claim
                .countries_near
                .iter()
                .filter_map(|country| country.volume)
                .collect();
        }
        named.dedup();
        // Each country has its turn: the best of every one, then the second best.
        let mut lists: Vec<Vec<(Place, f32)>> = Vec::new();
        for at in named {
            if let Some(volume) = self.desk.shelf.volumes.get(at as usize) {
                let summary = match self.kind {
                    Kind::AboutOtherDocument => Some(Signal::Summary),
                    Kind::CrossCountry => Some(Signal::SummaryFact),
                    _ => None,
                };
                let mut list = self.volume(at, volume, summary);
                list.truncate(PROPOSED);
                lists.push(list);
            }
        }
        let mut found = Vec::new();
        if self.kind == Kind::AboutOtherDocument {
            for (at, volume) in self.desk.shelf.abroad() {
                for (line, words) in (0..).zip(&volume.lines) {
                    let named = self.claim.names.iter().any(|name| {
                        name.person
                            && words.text.contains(name.family())
                            && name.in_line(&words.text)
                    });
                    if named {
                        found.push((Place { volume: at, line }, 1.0));
                    }
                }
            }
        }
        for nth in 0..PROPOSED {
            found.extend(lists.iter().filter_map(|list| list.get(nth)).copied());
        }
        found.truncate(PROPOSED);
        found
    }
}

/// Bodies that other editions name in one sentence with a name of the point that the report replied to
/// does not have: the party of a leader who is no longer named, the trust of its founder.
pub(super) fn beside_names(desk: &Desk<'_>, claim: &Claim) -> Vec<Name> {
    let Some(main) = desk.shelf.main() else {
        return Vec::new();
    };
    let mut found: Vec<(Name, usize)> = Vec::new();
    for name in claim
        .names
        .iter()
        .chain(&claim.names_near)
        .filter(|name| name.person)
    {
        if main.lines.iter().any(|line| name.in_line(&line.text)) {
            continue;
        }
        for (_, volume) in desk.shelf.editions().into_iter().skip(1) {
            for line in volume.lines.iter().filter(|line| name.in_line(&line.text)) {
                for mention in &line.reading.names {
                    if mention.kind != NameKind::Body {
                        continue;
                    }
                    let text = mention
                        .full
                        .as_deref()
                        .unwrap_or(mention.span.of(&line.text));
                    let body = Name::new(text, false);
                    match found.iter_mut().find(|(known, _)| *known == body) {
                        Some((_, count)) => *count += 1,
                        None if !body.is_empty() => found.push((body, 1)),
                        None => {}
                    }
                }
            }
        }
    }
    found
        .into_iter()
        .filter(|(_, count)| *count > 1)
        .map(|(name, _)| name)
        .collect()
}
