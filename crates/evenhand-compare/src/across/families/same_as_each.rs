//! Where each of many sentences stands, all looked for in one pass.
//!
//! In: masked sentences. Out: for each what [`Formulas::same_as`] gives. The runs of the sentences are
//! kept in one table, and each wording is held only against the sentences it shares a run with.

use super::{Formulas, Member, NEAR, closeness};
use crate::across::masked::{Masked, resemblance};
use crate::words::KeyMap;

impl Formulas {
    /// Where sentences stand that are the given ones: for each of them what [`Self::same_as`] gives.
    #[must_use]
    pub fn same_as_each(&self, sentences: &[Masked]) -> Vec<Vec<Member>> {
        let mut with_run: KeyMap<Vec<u32>> = KeyMap::default();
        for (number, sentence) in (0_u32..).zip(sentences) {
            for run in &sentence.shingles {
                with_run.entry(spread(*run)).or_default().push(number);
            }
        }
        // For each wording the sentences it is near to.
        let mut near: Vec<Vec<(u32, f32)>> = vec![Vec::new(); self.wordings.len()];
        let mut seen: Vec<u32> = Vec::new();
        for (near, wording) in near.iter_mut().zip(&self.wordings) {
            let runs = self.runs.get(wording.runs.clone()).unwrap_or(&[]);
            seen.clear();
            for run in runs {
                seen.extend(with_run.get(&spread(*run)).into_iter().flatten());
            }
            seen.sort_unstable();
            for shared in seen.chunk_by(|one, other| one == other) {
                let Some(number) = shared.first() else {
                    continue;
                };
                let Some(sentence) = sentences.get(*number as usize) else {
                    continue;
                };
                // What is in common bounds the resemblance: the rest need not be reckoned.
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "a sentence has fewer than 2^24 runs"
                )]
                if (shared.len() as f32) < NEAR * runs.len().max(sentence.shingles.len()) as f32 {
                    continue;
                }
                let found = resemblance(runs, &sentence.shingles);
                if found >= NEAR {
                    near.push((*number, found));
                }
            }
        }
        let own: Vec<Option<u32>> = sentences
            .iter()
            .map(|sentence| self.by_key.get(&sentence.key).copied())
            .collect();
        let mut members: Vec<Vec<Member>> = vec![Vec::new(); sentences.len()];
        for one in &self.standing {
            for (number, resemblance) in near.get(one.wording as usize).into_iter().flatten() {
                let at = *number as usize;
                if let (Some(members), Some(sentence)) = (members.get_mut(at), sentences.get(at)) {
                    members.push(Member {
                        place: one.place,
                        closeness: closeness(one, sentence.exact, own.get(at).copied().flatten()),
                        resemblance: *resemblance,
                    });
                }
            }
        }
        members
    }
}

/// A run's hash over the whole width of a key, as the table of keys expects it.
const fn spread(run: u32) -> u64 {
    (run as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::across::masked::mask;
    use proptest::prelude::*;

    fn sentence() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "the", "law", "courts", "did", "not", "hear", "of", "men", "in", "Ostmark", "12",
            "Sudmark", "held",
        ]);
        prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn all_at_once_gives_what_one_by_one_gives(
            reports in prop::collection::vec(prop::collection::vec(sentence(), 0..8), 0..5),
            asked in prop::collection::vec(sentence(), 0..6),
        ) {
            let mut formulas = Formulas::default();
            for report in &reports {
                formulas.add((0..).zip(report.iter().map(|text| mask(text))).collect());
            }
            let asked: Vec<Masked> = asked.iter().chain(reports.iter().flatten()).map(|text| mask(text)).collect();
            let each = formulas.same_as_each(&asked);
            for (sentence, members) in asked.iter().zip(each) {
                prop_assert_eq!(formulas.same_as(sentence), members);
            }
        }
    }
}
