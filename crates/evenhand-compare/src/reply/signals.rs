//! What a line can have in common with a point, and how much each of these counts.
//!
//! In: for each [`Signal`] how far a line has it, 0 to about 1. Out: one score, the weighed sum. The weights are told
//! beside the signals; they are the same for every kind of point and every country. They were learned from six replies
//! (the invented case, the worked one, and four written and annotated without sight of the program): a listwise softmax
//! loss on the first passage of a careful person (Cao et al., Learning to Rank: From Pairwise Approach to Listwise
//! Approach, ICML 2007), found by coordinate search and held near the weights set by hand before. With each reply left
//! out in turn that passage is among the first three of the report for 0.75 of the points, with the weights by hand for 0.68. Rounded, and
//! brought to the scale of before, which the thresholds of the checks go by.

/// What the best line near it in the passage lends to a line: people quote by the paragraph.
pub(super) const NEIGHBOUR: f32 = 0.35;
/// What the best line of a passage lends to the sentence that opens it and says what it is about.
pub(super) const LEAD: f32 = 0.27;

macro_rules! signals {
    ($($(#[$doc:meta])* $name:ident = $weight:expr),+ $(,)?) => {
        /// What a line can have in common with a point.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Signal {
            $($(#[$doc])* $name),+
        }

        const WEIGHTS: &[f32] = &[$($weight),+];
    };
}

signals! {
    /// The words of the point.
    Words = 0.57,
    /// Its meaning.
    Meaning = 0.42,
    /// Its meaning, in the passage the line stands in.
    Passage = 0.08,
    /// The words of the point in the passage and its headings.
    PassageWords = 0.42,
    /// A name of the point.
    Name = 0.18,
    /// A name near the point.
    NameNear = 0.07,
    /// A name near the point, which has none of its own.
    NameNearOnly = 0.20,
    /// A body that other editions name together with a name this report does not have.
    NameBeside = 0.12,
    /// A quoted phrase that stands there word for word.
    Phrase = 0.20,
    /// All or most words of a quoted phrase, in another order or form.
    PhraseWords = 0.18,
    /// The line speaks of the report itself ("this report covers ...").
    Itself = -0.30,
    /// The same number.
    Figure = 0.29,
    /// A number of the same paragraph of the reply.
    FigureNear = 0.15,
    /// The heading has the quoted phrase, in its words or in others.
    Heading = 0.13,
    /// The same, where the point is about a heading.
    HeadingPoint = 0.25,
    /// The words of the point in the heading.
    Topic = 0.32,
    /// The same right of the Universal Declaration.
    Right = 0.08,
    /// An improvement, where the point speaks of a change or of praise.
    Change = 0.07,
    /// An improvement, where the point speaks of reforms or efforts in general.
    AnyChange = 0.20,
    /// An improvement or a safeguard, where the point judges the report as a whole.
    Good = 0.10,
    /// A source that is only a category, where sources are said to be without a name; wholly where a number stands beside it.
    Nameless = 0.14,
    /// The opening summary, where a point is about another document.
    Summary = 0.25,
    /// The opening summary, where the point says that it stands at the opening.
    Opening = 0.24,
    /// The opening summary, where a point is about another country.
    SummaryFact = 0.06,
    /// The words of the point alone, without those around it.
    OwnWords = 0.11,
    /// Most of the point's own words close together.
    OwnClose = 0.14,
}

/// How far a line has each signal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signals([f32; WEIGHTS.len()]);

impl Default for Signals {
    fn default() -> Self {
        Self([0.0; WEIGHTS.len()])
    }
}

impl Signals {
    /// Notes how far a line has a signal.
    pub(super) fn set(&mut self, signal: Signal, far: f32) {
        if let Some(known) = self.0.get_mut(signal as usize) {
            *known = far;
        }
    }

    /// The weighed sum.
    pub(super) fn score(&self) -> f32 {
        self.0
            .iter()
            .zip(WEIGHTS)
            .map(|(far, weight)| far * weight)
            .sum()
    }
}
