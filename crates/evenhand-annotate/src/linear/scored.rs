//! A sentence scored by both models, once, with the words each score rests on.

use super::features::{self, Feature, Reach};
use super::masked::{Seen, mask};
use super::table::{Table, because};
use super::vocabulary::Vocabulary;
use crate::Scene;
use crate::tokens::Words;
use evenhand_report::{Direction, Span};
use std::sync::LazyLock;

/// Articles of the Universal Declaration: the classes of the model of rights.
pub(super) const ARTICLES: usize = 30;
/// The classes of the model of direction, in the order of [`Direction::ALL`].
pub(super) const DIRECTIONS: usize = 5;

/// Both tables.
#[derive(Debug)]
pub(crate) struct Weights {
    pub(crate) rights: Table<ARTICLES>,
    pub(crate) direction: Table<DIRECTIONS>,
}

pub(crate) const RIGHTS_BYTES: &[u8] = include_bytes!("../../weights/rights.bin");
pub(crate) const DIRECTION_BYTES: &[u8] = include_bytes!("../../weights/direction.bin");

pub(crate) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights {
    rights: Table::of(RIGHTS_BYTES).expect("the committed weights are whole: a test reads them"),
    direction: Table::of(DIRECTION_BYTES)
        .expect("the committed weights are whole: a test reads them"),
});

/// Room that is reused from sentence to sentence; remembers the last sentence and headings as masked.
#[derive(Debug, Default)]
pub struct Room {
    seen: Vec<Seen>,
    last: (String, Vec<Seen>),
    nearest: (String, Vec<Seen>),
    above: (String, Vec<Seen>),
    features: Vec<Feature>,
    rights: Vec<(Feature, u32)>,
    direction: Vec<(Feature, u32)>,
    words: Words,
}

impl Room {
    /// The features of a sentence: those of its own words, then those of its stated context; and where the latter begin.
    pub fn features(&mut self, scene: &Scene<'_>, vocabulary: &Vocabulary) -> (&[Feature], usize) {
        let Self {
            seen,
            last,
            nearest,
            above,
            features,
            words,
            ..
        } = self;
        features.clear();
        mask(scene.words, vocabulary, seen);
        features::of_sentence(seen, features);
        let own = features.len();
        let mut remember = |kept: &mut (String, Vec<Seen>), text: &str| {
            if kept.0 != text {
                kept.0.clear();
                kept.0.push_str(text);
                words.read(text);
                mask(words, vocabulary, &mut kept.1);
            }
        };
        let mut headings = scene.headings.iter().rev();
        remember(nearest, headings.next().unwrap_or(&""));
        remember(above, headings.next().unwrap_or(&""));
        features::of_headings(&nearest.1, &above.1, features);
        features::of_kinds_under(seen, &nearest.1, features);
        match scene.before.nearest_first().next() {
            Some((text, _)) => {
                remember(last, text);
                features::of_before(Some(&last.1), features);
            }
            None => features::of_before(None, features),
        }
        std::mem::swap(&mut last.1, seen);
        last.0.clear();
        last.0.push_str(scene.text());
        (features, own)
    }
}

/// The scores of a sentence.
#[derive(Debug)]
pub struct Scored<'a> {
    rights: [f32; ARTICLES],
    direction: [f32; DIRECTIONS],
    room: &'a Room,
}

impl<'a> Scored<'a> {
    /// Scores a sentence in its stated context.
    #[must_use]
    pub fn of(scene: &Scene<'_>, room: &'a mut Room) -> Self {
        let weights = &*WEIGHTS;
        room.features(scene, Vocabulary::committed());
        let (mut rights, mut direction) = ([0; ARTICLES], [0; DIRECTIONS]);
        room.rights.clear();
        room.direction.clear();
        for feature in &room.features {
            if feature.reach == Reach::Both
                && let Some(row) = weights.rights.row(feature.hash)
            {
                weights.rights.add(row, &mut rights);
                room.rights.push((*feature, row));
            }
            if let Some(row) = weights.direction.row(feature.hash) {
                weights.direction.add(row, &mut direction);
                room.direction.push((*feature, row));
            }
        }
        Self {
            rights: weights.rights.scores(&rights),
            direction: weights.direction.scores(&direction),
            room,
        }
    }

    /// The probability that the sentence is about an article, 1 to 30.
    #[must_use]
    pub fn right(&self, article: u8) -> f32 {
        let score = usize::from(article)
            .checked_sub(1)
            .and_then(|at| self.rights.get(at));
        score.map_or(0.0, |score| 1.0 / (1.0 + (-score).exp()))
    }

    /// The probability of each direction, in the order of [`Direction::ALL`].
    #[must_use]
    pub fn directions(&self) -> [f32; DIRECTIONS] {
        let highest = self
            .direction
            .iter()
            .copied()
            .fold(f32::NEG_INFINITY, f32::max);
        let shares = self.direction.map(|score| (score - highest).exp());
        let total: f32 = shares.iter().sum();
        shares.map(|share| share / total)
    }

    /// The words that spoke most for an article.
    #[must_use]
    pub fn because_right(&self, article: u8, most: usize) -> Vec<Span> {
        let class = usize::from(article).saturating_sub(1);
        because(&WEIGHTS.rights, &self.room.rights, class, most)
    }

    /// The words that spoke most for a direction.
    #[must_use]
    pub fn because_direction(&self, direction: Direction, most: usize) -> Vec<Span> {
        let class = Direction::ALL
            .iter()
            .position(|known| *known == direction)
            .unwrap_or(0);
        because(&WEIGHTS.direction, &self.room.direction, class, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_weights_are_whole() {
        assert!(
            Table::<ARTICLES>::whole(RIGHTS_BYTES) && Table::<DIRECTIONS>::whole(DIRECTION_BYTES)
        );
        assert_ne!(WEIGHTS.rights.version(), WEIGHTS.direction.version());
    }

    #[test]
    fn broken_weights_are_refused() {
        assert!(Table::<ARTICLES>::of(b"").is_none());
        assert!(Table::<ARTICLES>::of(DIRECTION_BYTES).is_none());
        assert!(Table::<DIRECTIONS>::of(b"EVHLIN02aaaaaaaaaaaaaaaaaaaa").is_none());
    }

    #[test]
    fn weights_are_small() {
        assert!(RIGHTS_BYTES.len() + DIRECTION_BYTES.len() < 8_000_000);
    }
}
