//! Statements of one report whose words stand, nearly all of them, in another of its statements.
//!
//! In: one report. Out: pairs of a statement and one that holds it, with the share of its words'
//! weight found there. Serves tests that ask whether the same thing is told twice.

use super::likeness::{common_pairs, common_stems};
use super::statements::{Statement, Vocabulary, statements, weigh};
use evenhand_report::{Report, SentenceIndex};

/// Words in more statements than this do not lead to candidates.
const COMMON_WORD: usize = 40;
/// Least weight of words in common (a share, in thousandths) and of pairs of words.
const LEAST_WORDS: u64 = 780;
const LEAST_PAIRS: u64 = 600;
/// How many times the words' weight of the held one the holder may have: a list of everything holds
/// every formula.
const LONGEST_HOLDER: u32 = 2;

/// A statement and another that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Echo {
    /// The statement whose words stand in the other.
    pub(crate) held: SentenceIndex,
    /// The statement that holds them.
    pub(crate) holder: SentenceIndex,
    /// Share of the weight of words found, in thousandths.
    pub(crate) share: u64,
}

/// For every statement `want` lets through as held, the statement that `may_hold` lets through and
/// that holds most of its words.
pub(crate) fn echoes(
    report: &Report,
    want: impl Fn(SentenceIndex) -> bool,
    may_hold: impl Fn(SentenceIndex) -> bool,
) -> Vec<Echo> {
    let mut vocabulary = Vocabulary::default();
    let mut all = statements(report, &mut vocabulary, |at| want(at) || may_hold(at));
    let weights = vocabulary.weights(all.len());
    weigh(&mut all, &weights);
    let mut postings: Vec<Vec<usize>> = vec![Vec::new(); weights.len()];
    for (at, statement) in all.iter().enumerate().filter(|(_, s)| may_hold(s.index)) {
        for pair in &statement.pairs {
            let list = &mut postings[*pair as usize];
            if list.last() != Some(&at) && list.len() <= COMMON_WORD {
                list.push(at);
            }
        }
    }
    all.iter()
        .filter(|statement| want(statement.index))
        .filter_map(|statement| best(statement, &all, &postings, &weights))
        .collect()
}

fn best(
    statement: &Statement,
    all: &[Statement],
    postings: &[Vec<usize>],
    weights: &[u32],
) -> Option<Echo> {
    let mut candidates: Vec<usize> = statement
        .pairs
        .iter()
        .map(|pair| &postings[*pair as usize])
        .filter(|list| list.len() <= COMMON_WORD)
        .flatten()
        .copied()
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    candidates
        .into_iter()
        .filter_map(|at| {
            let other = &all[at];
            if other.stem_weight > LONGEST_HOLDER * statement.stem_weight {
                return None;
            }
            let stems = common_stems(statement, other, weights);
            let pairs = common_pairs(statement, other, weights);
            let share = (1000 * stems).checked_div(u64::from(statement.stem_weight))?;
            let order = (1000 * pairs).checked_div(u64::from(statement.pair_weight))?;
            (share >= LEAST_WORDS && order >= LEAST_PAIRS).then_some(Echo {
                held: statement.index,
                holder: other.index,
                share,
            })
        })
        .max_by_key(|echo| (echo.share, std::cmp::Reverse(echo.holder)))
}
