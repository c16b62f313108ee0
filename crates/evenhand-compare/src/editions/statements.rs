//! One edition made ready for aligning: its statements as weighted words and word pairs.
//!
//! In: two reports. Out: for each, its statements in order, with the key of their exact words,
//! their stems and pairs of neighbouring stems, and how rare each is over both editions. All
//! weights are whole numbers, so that sums do not depend on order and aligning mirrors exactly.

use crate::words::{self, Key, KeyMap, NUMBER, Piece};
use evenhand_report::{PassageId, Report, SentenceIndex};

/// Weight of a number: all numbers are one word, since an edition brings its figures up to date.
const NUMBER_WEIGHT: u32 = 400;
/// A word's weight is the thousandfold logarithm of one in how many statements it stands in.
const SCALE: f64 = 1000.0;

/// A statement, ready for comparing.
#[derive(Debug)]
pub(super) struct Statement {
    /// Where it stands.
    pub(super) index: SentenceIndex,
    /// Its passage.
    pub(super) passage: PassageId,
    /// Key of its headings' words, to tell equal formulas apart.
    pub(super) heading: u64,
    /// Key of its exact words.
    pub(super) exact: u64,
    /// Its stems, sorted; one entry for each time a stem stands there.
    pub(super) stems: Vec<u32>,
    /// The stems of its capitalised words, the first word apart, sorted.
    pub(super) names: Vec<u32>,
    /// Its pairs of neighbouring stems, sorted.
    pub(super) pairs: Vec<u32>,
    /// Sum of the weights of the stems.
    pub(super) stem_weight: u32,
    /// Sum of the weights of the pairs.
    pub(super) pair_weight: u32,
}

/// Both editions in one vocabulary.
#[derive(Debug)]
pub(super) struct Editions {
    /// The earlier edition's statements.
    pub(super) before: Vec<Statement>,
    /// The later edition's statements.
    pub(super) after: Vec<Statement>,
    /// By stem or pair: its weight.
    pub(super) weights: Vec<u32>,
    /// By stem or pair: in how many statements of both editions it stands.
    pub(super) counts: Vec<u32>,
}

#[derive(Default)]
pub(super) struct Vocabulary {
    ids: KeyMap<u32>,
    /// For each id, the parts of a pair; a stem is its own part.
    parts: Vec<(u32, u32)>,
    counts: Vec<u32>,
    number: Vec<bool>,
}

impl Vocabulary {
    fn id(&mut self, key: u64, parts: Option<(u32, u32)>) -> u32 {
        let next = u32::try_from(self.parts.len()).unwrap_or(u32::MAX);
        *self.ids.entry(key).or_insert_with(|| {
            self.parts.push(parts.unwrap_or((next, next)));
            self.counts.push(0);
            self.number.push(key == NUMBER);
            next
        })
    }

    fn count(&mut self, sorted: &[u32]) {
        let mut last = None;
        for id in sorted {
            if last != Some(id) {
                self.counts[*id as usize] += 1;
                last = Some(id);
            }
        }
    }

    /// The weight of each stem by how rare it is; of a pair, the mean of its stems.
    pub(super) fn weights(&self, statements: usize) -> Vec<u32> {
        let weight = |id: u32| {
            if self.number[id as usize] {
                return NUMBER_WEIGHT;
            }
            let count = f64::from(self.counts[id as usize].max(1));
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "counts of statements are small; the logarithm is small and not negative"
            )]
            let weight = (SCALE * (1.0 + statements as f64 / count).ln()).round() as u32;
            weight
        };
        self.parts
            .iter()
            .map(|&(one, other)| u32::midpoint(weight(one), weight(other)))
            .collect()
    }
}

impl Editions {
    /// Prepares both editions.
    pub(super) fn new(before: &Report, after: &Report) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut before = statements(before, &mut vocabulary, |_| true);
        let mut after = statements(after, &mut vocabulary, |_| true);
        let weights = vocabulary.weights(before.len() + after.len());
        weigh(&mut before, &weights);
        weigh(&mut after, &weights);
        Self {
            before,
            after,
            weights,
            counts: vocabulary.counts,
        }
    }
}

/// Sums up the weights of each statement's words.
pub(super) fn weigh(statements: &mut [Statement], weights: &[u32]) {
    let sum = |ids: &[u32]| ids.iter().map(|id| weights[*id as usize]).sum();
    for statement in statements {
        statement.stem_weight = sum(&statement.stems);
        statement.pair_weight = sum(&statement.pairs);
    }
}

/// The statements of a report that are let through, not yet weighed.
pub(super) fn statements(
    report: &Report,
    vocabulary: &mut Vocabulary,
    let_through: impl Fn(SentenceIndex) -> bool,
) -> Vec<Statement> {
    let mut headings: Vec<u64> = Vec::with_capacity(report.sections.len());
    for section in &report.sections {
        headings.push(heading_key(&section.heading));
    }
    let mut lower = String::new();
    let mut line = Vec::new();
    report
        .statements()
        .filter(|(index, _)| let_through(*index))
        .map(|(index, sentence)| {
            let text = report.sentence_text(sentence);
            line.clear();
            let mut names = Vec::new();
            words::cut(text, |piece, span| match piece {
                Piece::Word => {
                    let word = span.of(text);
                    let id = vocabulary.id(words::stem(word, &mut lower), None);
                    if !line.is_empty() && word.starts_with(char::is_uppercase) {
                        names.push(id);
                    }
                    line.push(id);
                }
                Piece::Number => line.push(vocabulary.id(NUMBER, None)),
                Piece::Mark => {}
            });
            let mut pairs: Vec<u32> = line
                .windows(2)
                .map(|pair| {
                    let mut key = Key::new();
                    key.number(u64::from(pair[0]));
                    key.number(u64::from(pair[1]));
                    vocabulary.id(key.done(), Some((pair[0], pair[1])))
                })
                .collect();
            let mut stems = line.clone();
            stems.sort_unstable();
            pairs.sort_unstable();
            names.sort_unstable();
            vocabulary.count(&stems);
            vocabulary.count(&pairs);
            let passage = report.passage(sentence.passage);
            let run_in = passage
                .run_in
                .map_or(0, |span| heading_key(span.of(&report.text)));
            let section = headings
                .get(passage.section.0 as usize)
                .copied()
                .unwrap_or(0);
            Statement {
                index,
                passage: sentence.passage,
                heading: section ^ run_in.rotate_left(1),
                exact: words::exact_key(text),
                stems,
                names,
                pairs,
                stem_weight: 0,
                pair_weight: 0,
            }
        })
        .collect()
}

/// The key of a heading's letters, without numbering ("a.", "Section 1."), marks and case.
fn heading_key(heading: &str) -> u64 {
    let mut key = Key::new();
    words::cut(heading, |piece, span| {
        let word = span.of(heading);
        if piece == Piece::Word && word.chars().nth(1).is_some() {
            word.chars()
                .flat_map(char::to_lowercase)
                .for_each(|ch| key.char(ch));
            key.byte(b' ');
        }
    });
    key.done()
}
