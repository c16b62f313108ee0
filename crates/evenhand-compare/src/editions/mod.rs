//! Two editions of one country's report, aligned sentence by sentence, whatever the outline.
//!
//! In: two reports. Out: every statement of both exactly once, with what became of it. Statements
//! are paired by their words and order, never by headings alone. What kind of edit a pair is, is
//! not decided here.

pub(crate) mod echo;
mod joins;
mod likeness;
mod lives;
mod moves;
mod order;
mod pairing;
mod statements;
mod words;

pub use lives::{Life, lives, lives_of};
pub use words::{Stretch, words};

use evenhand_report::{Report, SentenceIndex};
use pairing::Pairing;
use statements::Editions;

evenhand_report::written_enum! {
    /// What became of a sentence.
    pub enum Fate {
        /// Stands word for word in both editions.
        CarriedOver = "carried_over",
        /// Stands in both, with other words.
        Edited = "edited",
        /// Stands only in the later edition.
        New = "new",
        /// Stands only in the earlier edition.
        Dropped = "dropped",
    }
}

/// One sentence's fate: the earlier sentence, the later one, or both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// What became of it.
    pub fate: Fate,
    /// In the earlier edition.
    pub before: Option<SentenceIndex>,
    /// In the later edition.
    pub after: Option<SentenceIndex>,
    /// Share of words in common, weighed by how rare they are and by their order, 0 to 1; 1 for a
    /// sentence carried over, 0 where there is only one sentence.
    pub similarity: f32,
    /// Whether its order among the other pairs is another one.
    pub moved: bool,
    /// For a further part of a sentence that was split (only `after` here) or drawn into another
    /// (only `before` here): the sentence of the other edition it belongs to.
    pub part_of: Option<SentenceIndex>,
}

/// The alignment of two editions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// Every statement of both editions exactly once, in the order of the later edition, dropped
    /// sentences where they would have stood.
    pub steps: Vec<Step>,
}

impl Alignment {
    /// How many steps have this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.steps.iter().filter(|step| step.fate == fate).count()
    }
}

/// Aligns an earlier and a later edition.
///
/// Pointers and sentences that repeat a block of the same document are no statements and are left
/// out. A sentence that has moved is carried over or edited like any other. Aligning the later
/// edition with the earlier gives the same pairs.
#[must_use]
pub fn align(before: &Report, after: &Report) -> Alignment {
    let editions = Editions::new(before, after);
    let pairing = Pairing::of(&editions);
    let joins = joins::Joins::of(&editions, &pairing);
    order::steps(&editions, &pairing, &joins)
}
