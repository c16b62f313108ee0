//! The reports a reply is held against, made ready for searching.
//!
//! In: reports as read (or their sentences, from an archive). Out: [`Volume`]s of [`Line`]s, the one
//! replied to first, then the other editions of the same country, then other countries. The
//! volumes of one country are indexed by words and meaning; the others when a point speaks of them.

use super::meaning::{Meaning, Vector};
use super::query::Terms;
use evenhand_report::country::CountryCode;
use evenhand_report::{Reading, Report, SentenceId};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A sentence of a volume.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its stable name.
    pub id: SentenceId,
    /// Where it stands, for people.
    pub pin: String,
    /// Its section, in [`Volume::sections`].
    pub section: u32,
    /// A number that the sentences of one passage share.
    pub passage: u32,
    /// Its words.
    pub text: String,
    /// What is noted on it; empty where the volume was not annotated.
    pub reading: Reading,
}

/// One report on the shelf.
#[derive(Debug)]
pub struct Volume {
    /// The document's name ("2023/veldania").
    pub document: String,
    /// The country it is about.
    pub country: Option<CountryCode>,
    /// The year it is about.
    pub year: Option<u16>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The headings above each section and its own, outermost first.
    pub sections: Vec<Vec<String>>,
    /// Its sentences, in order; those that only point elsewhere or repeat a block are left out.
    pub lines: Vec<Line>,
    /// What its sentences are in words and meaning, once asked for.
    index: OnceLock<Index>,
}

/// The words and meaning of the lines of a volume.
#[derive(Debug)]
pub(crate) struct Index {
    /// Of each line: its words.
    pub(crate) terms: Vec<Terms>,
    /// Of each line: its meaning.
    pub(crate) vectors: Vec<Vector>,
    /// Of each passage: the meaning of its lines together with the headings above it.
    pub(crate) passages: BTreeMap<u32, (Vector, Terms)>,
    /// Average number of words of a line, and of a passage.
    pub(crate) length: f32,
    pub(crate) passage_length: f32,
}

impl Volume {
    /// A volume of a report and what is noted on it; `readings` may be empty.
    #[must_use]
    pub fn of(report: &Report, readings: &[Reading]) -> Self {
        let sections = (0..report.sections.len())
            .map(|at| {
                let id = evenhand_report::SectionId(u32::try_from(at).unwrap_or(u32::MAX));
                report
                    .section_path(id)
                    .into_iter()
                    .map(str::to_owned)
                    .collect()
            })
            .collect();
        let lines = report
            .sentences
            .iter()
            .enumerate()
            .filter(|(_, sentence)| !sentence.pointer)
            .map(|(at, sentence)| Line {
                id: sentence.id,
                pin: report.pin(sentence),
                section: report.passage(sentence.passage).section.0,
                passage: sentence.passage.0,
                text: report.sentence_text(sentence).to_owned(),
                reading: readings.get(at).cloned().unwrap_or_default(),
            })
            .collect();
        Self {
            document: report.identity.document.clone(),
            country: report.identity.country,
            year: report.identity.year,
            publisher: report.identity.publisher.clone(),
            sections,
            lines,
            index: OnceLock::new(),
        }
    }

    /// A volume of sentences kept elsewhere.
    #[must_use]
    pub fn of_lines(
        document: String,
        country: Option<CountryCode>,
        year: Option<u16>,
        publisher: Option<String>,
        sections: Vec<Vec<String>>,
        lines: Vec<Line>,
    ) -> Self {
        Self {
            document,
            country,
            year,
            publisher,
            sections,
            lines,
            index: OnceLock::new(),
        }
    }

    /// The headings above a line, outermost first.
    #[must_use]
    pub fn section(&self, line: &Line) -> &[String] {
        self.sections
            .get(line.section as usize)
            .map_or(&[], Vec::as_slice)
    }

    /// The name of the country in the document's name ("veldania" of "2023/veldania").
    pub(crate) fn slug(&self) -> &str {
        self.document.rsplit('/').next().unwrap_or(&self.document)
    }

    /// Whether a line stands in the opening summary.
    pub(crate) fn in_summary(&self, line: &Line) -> bool {
        self.section(line)
            .first()
            .is_none_or(|heading| heading.to_lowercase().contains("summary"))
    }

    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let meaning = Meaning::table();
            let terms: Vec<Terms> = self
                .lines
                .iter()
                .map(|line| Terms::of(&line.text))
                .collect();
            let vectors: Vec<Vector> = self
                .lines
                .iter()
                .map(|line| meaning.of(&line.text))
                .collect();
            let mut passages: BTreeMap<u32, (Vector, Terms)> = BTreeMap::new();
            for (line, (vector, terms)) in self.lines.iter().zip(vectors.iter().zip(&terms)) {
                let (whole, words) = passages.entry(line.passage).or_insert_with(|| {
                    let headings = self.section(line).join(". ");
                    let mut vector = meaning.of(&headings);
                    vector.scale(0.5);
                    (vector, Terms::of(&headings))
                });
                whole.add(vector, 1.0);
                words.join(terms);
            }
            for (whole, _) in passages.values_mut() {
                whole.normalise();
            }
            #[expect(clippy::cast_precision_loss, reason = "lengths of sentences are small")]
            let length = terms.iter().map(|terms| terms.length as f32).sum::<f32>()
                / (terms.len().max(1) as f32);
            #[expect(clippy::cast_precision_loss, reason = "lengths of passages are small")]
            let passage_length = passages
                .values()
                .map(|(_, words)| words.length as f32)
                .sum::<f32>()
                / (passages.len().max(1) as f32);
            Index {
                passage_length: passage_length.max(1.0),
                terms,
                vectors,
                passages,
                length: length.max(1.0),
            }
        })
    }
}

/// A sentence on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Which volume.
    pub volume: u32,
    /// Which line of it.
    pub line: u32,
}

/// The reports a reply is held against.
#[derive(Debug)]
pub struct Shelf {
    /// The report replied to first.
    pub volumes: Vec<Volume>,
}

impl Shelf {
    /// A shelf; the first volume is the report replied to.
    #[must_use]
    pub const fn new(volumes: Vec<Volume>) -> Self {
        Self { volumes }
    }

    /// The report replied to; none on an empty shelf.
    #[must_use]
    pub fn main(&self) -> Option<&Volume> {
        self.volumes.first()
    }

    /// The volume and line of a place; none where it is not on this shelf.
    #[must_use]
    pub fn at(&self, place: Place) -> Option<(&Volume, &Line)> {
        let volume = self.volumes.get(place.volume as usize)?;
        Some((volume, volume.lines.get(place.line as usize)?))
    }

    /// The words of a place.
    #[must_use]
    pub fn text(&self, place: Place) -> &str {
        self.at(place).map_or("", |(_, line)| line.text.as_str())
    }

    /// Whether a volume is about the country of the report replied to.
    pub(crate) fn same_country(&self, volume: &Volume) -> bool {
        self.main()
            .is_some_and(|main| match (main.country, volume.country) {
                (Some(one), Some(other)) => one == other,
                _ => main.slug() == volume.slug(),
            })
    }

    /// The volumes about the same country, the report replied to first, then by nearness in years.
    pub(crate) fn editions(&self) -> Vec<(u32, &Volume)> {
        let year = self.main().and_then(|main| main.year).unwrap_or(0);
        let mut found: Vec<(u32, &Volume)> = (0..)
            .zip(&self.volumes)
            .filter(|(_, volume)| self.same_country(volume))
            .collect();
        found.sort_by_key(|(at, volume)| {
            let other = volume.year.unwrap_or(0);
            (*at != 0, year.abs_diff(other), other > year, *at)
        });
        found
    }

    /// The volumes about other countries in the year of the report replied to.
    pub(crate) fn abroad(&self) -> impl Iterator<Item = (u32, &Volume)> {
        let year = self.main().and_then(|main| main.year);
        (0..)
            .zip(&self.volumes)
            .filter(move |(_, volume)| volume.year == year && !self.same_country(volume))
    }
}
