//! What each difference between two names costs. All judgements of this crate in figures stand here.
//!
//! A score is 1 less the costs of the parts. The costs were set by hand from what the differences mean, then moved one at a time while the F1 on one half of 400 public
//! labelled pairs rose, and checked on the other half (`cargo xtask names`); docs/commands/names.md holds the figures.

/// Costs of the parts, and the score from which two names are the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights(pub [f32; COUNT]);

/// How many weights there are.
pub const COUNT: usize = ALL.len();

macro_rules! weights {
    ($($(#[doc = $doc:literal])* $name:ident = $value:literal;)*) => {
        /// Every weight: its name and its value.
        pub const ALL: &[(&str, f32)] = &[$((stringify!($name), $value)),*];

        #[expect(non_camel_case_types, reason = "the weights are named as they are read")]
        #[repr(usize)]
        #[derive(Clone, Copy)]
        enum Place { $($name),* }

        impl Weights {
            $($(#[doc = $doc])* #[inline] #[must_use] pub fn $name(&self) -> f32 { self.0[Place::$name as usize] })*
        }

        impl Default for Weights {
            fn default() -> Self {
                Self([$($value),*])
            }
        }
    };
}

weights! {
    /// The score from which two names are taken for the same.
    threshold = 0.70;
    /// A spelling variant.
    spelling = 0.01;
    /// Every edit of a misprint in a person's name.
    edit_person = 0.10;
    /// The share of edits in the letters of a person's name.
    edit_share_person = 0.45;
    /// Every edit of a misprint in a body's name.
    edit_body = 0.10;
    /// The share of edits in the letters of the word of a body.
    edit_share_body = 0.30;
    /// A short or sister form of a given name.
    nickname = 0.08;
    /// An initial for a word.
    initial = 0.10;
    /// An initial that does not fit the word.
    initial_contradicts = 0.35;
    /// A person's word that the other name does not have.
    extra_word_person = 0.06;
    /// Only one word of two persons is shared, and one of them has more.
    one_word_only = 0.16;
    /// An initial that the other name does not have.
    extra_initial = 0.02;
    /// A father's name that the other name does not have.
    extra_fathers_name = 0.03;
    /// A title that the other name does not have.
    extra_title = 0.02;
    /// A particle that the other name does not have.
    extra_particle = 0.005;
    /// Words that contradict each other.
    contradiction = 0.50;
    /// The parts stand in another order.
    order = 0.03;
    /// Father and son changed places.
    father_and_son = 0.35;
    /// "Jr" against "Sr", or against nothing.
    generation = 0.20;
    /// Borders between words are set otherwise.
    spacing = 0.02;
    /// A word said twice.
    repeated = 0.01;
    /// A body's word that the other name does not have.
    extra_word_body = 0.33;
    /// A word for the sort of body ("bank") that the other name does not have.
    extra_sort = 0.33;
    /// A loose word ("group") that the other name does not have.
    extra_loose = 0.12;
    /// Numbers that differ by a digit or two, an edit.
    number_edit = 0.13;
    /// A number that the other name does not have.
    extra_number = 0.32;
    /// A legal form that the other name does not have.
    form_missing = 0.02;
    /// Another legal form of the same sort.
    form_other = 0.06;
    /// A legal form of another sort.
    form_contradicts = 0.32;
    /// The first letters for the words.
    acronym = 0.14;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cost_is_between_nothing_and_all() {
        assert!(ALL.iter().all(|(_, value)| (0.0..=1.0).contains(value)));
        assert_eq!(Weights::default().threshold(), ALL[0].1);
    }
}
