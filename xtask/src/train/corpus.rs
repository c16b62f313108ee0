//! The corpus as examples: labelled sentences and a sample of the others, each as features.

use super::labels::{Label, name};
use anyhow::{Result, bail};
use evenhand::report::Report;
use evenhand_annotate::linear::Room;
use evenhand_annotate::linear::features::{Feature, Reach};
use evenhand_annotate::linear::vocabulary::Vocabulary;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A sentence as features: hashes, those of its own words first.
#[derive(Debug)]
pub(super) struct Example {
    /// What a reader said of it.
    pub(super) label: Option<Label>,
    /// What the sentence encoder said of its direction.
    pub(super) judged: Option<[f32; 5]>,
    /// One of the sample for the pupil.
    pub(super) sampled: bool,
    /// A number for its country.
    pub(super) country: u64,
    features: Vec<(u64, Reach)>,
    own: usize,
}

impl Example {
    /// Whether it was labelled wholly, as one of a sample, not chosen for its direction.
    pub(super) fn drawn(&self) -> bool {
        self.label
            .as_ref()
            .is_some_and(|label| label.rights.is_some())
    }

    /// The hashes of its features, with or without those of its context.
    pub(super) fn features(&self, context: bool) -> impl Iterator<Item = (u64, Reach)> {
        let end = if context {
            self.features.len()
        } else {
            self.own
        };
        self.features.iter().take(end).copied()
    }
}

/// What the model of rights looks at.
pub(super) fn rights_reach(reach: Reach) -> bool {
    reach == Reach::Both
}

/// What the model of direction looks at.
pub(super) fn direction_reach(_: Reach) -> bool {
    true
}

/// All examples.
#[derive(Debug)]
pub(super) struct Corpus {
    pub(super) labelled: Vec<Example>,
    pub(super) others: Vec<Example>,
    /// How many of the labels were found.
    pub(super) found: usize,
}

/// Reads every report of a folder, in order.
pub(super) fn reports(folder: &Path) -> Result<Vec<Report>> {
    let sources = evenhand::sources(&[folder.display().to_string()])?;
    sources
        .iter()
        .map(|source| {
            let evenhand::Source::File(path) = source else {
                bail!("a corpus is a folder of files")
            };
            Ok(evenhand::open_file(path, &evenhand::Given::default())?.report)
        })
        .collect()
}

/// The part of a document's name that says which country it is about.
pub(super) fn country(report: &Report) -> &str {
    let document = &report.identity.document;
    document.rsplit('/').next().unwrap_or(document)
}

impl Corpus {
    /// The labelled sentences of the reports, the judged ones, and one in `sample` of the others; none twice.
    pub(super) fn of(
        reports: &[Report],
        labels: &BTreeMap<u64, Label>,
        judged: &BTreeMap<u64, [f32; 5]>,
        vocabulary: &Vocabulary,
        sample: usize,
    ) -> Self {
        let mut room = Room::default();
        let mut corpus = Self {
            labelled: Vec::new(),
            others: Vec::new(),
            found: 0,
        };
        let mut seen = BTreeSet::new();
        for report in reports {
            let country = name(&[country(report)]);
            evenhand_annotate::scenes(report, &mut |at, scene| {
                let passage = report.passage(report.sentences[at].passage);
                let heading = passage.run_in.map_or("", |span| span.of(&report.text));
                let names = [name(&[scene.text()]), name(&[heading, scene.text()])];
                let label = names
                    .iter()
                    .find_map(|key| labels.get(key).map(|label| (*key, label)));
                let (key, label) =
                    label.map_or((names[0], None), |(key, label)| (key, Some(label)));
                // The name decides who is in the sample: the same sentences whatever else is there.
                let sampled = (key >> 7) % sample as u64 == 0;
                let judged = judged.get(&names[0]).copied();
                if label.is_none() && judged.is_none() && !sampled || !seen.insert(key) {
                    return;
                }
                let (features, own) = room.features(scene, vocabulary);
                let example = Example {
                    label: label.cloned(),
                    judged,
                    sampled,
                    country,
                    features: features
                        .iter()
                        .map(|Feature { hash, reach, .. }| (*hash, *reach))
                        .collect(),
                    own,
                };
                if label.is_some() {
                    corpus.found += 1;
                    corpus.labelled.push(example);
                } else {
                    corpus.others.push(example);
                }
            });
        }
        corpus
    }
}
