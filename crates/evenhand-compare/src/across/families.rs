//! Families of formulas: sentences of many reports that are one but for names, numbers, an ending.
//!
//! In: the masked sentences of reports, added one report at a time. Out: families, each gathered
//! around the wording that stands in most reports; every member resembles that wording itself, so
//! no family drifts. Candidates come from MinHash (runs of three stems, 16 bands of 4 hashes, sorted);
//! each is verified. The work grows as n log n: a wording is held against few others a band.

mod same_as_each;

use super::masked::{Masked, resemblance};
use crate::words::KeyMap;

/// Bands and hashes a band: two wordings that share 0.7 of their runs meet in a band with a chance
/// of 0.988, at 0.8 of 0.9998 (1 - (1 - s^4)^16).
const BANDS: usize = 16;
const ROWS: usize = 4;
/// Wordings of a band that a wording is held against, those in most reports first.
const HELD_AGAINST: usize = 4;
/// From here on two wordings are one formula.
pub const NEAR: f32 = 0.7;
/// Shorter sentences are headings and lists, not formulas.
pub const FEWEST_WORDS: u32 = 5;

/// Where a sentence stands: which report, which of its sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the report in the order they were added.
    pub report: u32,
    /// Number of the sentence in its report.
    pub sentence: u32,
}

evenhand_report::written_enum! {
    /// How like a sentence is to the wording its family is gathered around.
    pub enum Closeness {
        /// Word for word.
        Exact = "exact",
        /// The same but for names and numbers.
        Masked = "masked",
        /// Most runs of three words are the same.
        Near = "near",
    }
}

/// A sentence of a family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    /// Where it stands.
    pub place: Place,
    /// How like it is.
    pub closeness: Closeness,
    /// Share of runs in common with the family's wording.
    pub resemblance: f32,
}

/// Sentences that are one formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The masked wording that stands in most reports.
    pub wording: String,
    /// Its sentences, in the order of reports.
    pub members: Vec<Member>,
}

/// One masked wording.
#[derive(Debug)]
struct Wording {
    text: String,
    /// Where its runs stand in the common list.
    runs: std::ops::Range<usize>,
    /// Reports it stands in.
    reports: u32,
    /// The last report it was seen in.
    last: u32,
}

#[derive(Debug, Clone, Copy)]
struct Standing {
    place: Place,
    exact: u64,
    wording: u32,
}

/// The masked sentences of many reports.
#[derive(Debug, Default)]
pub struct Formulas {
    wordings: Vec<Wording>,
    runs: Vec<u32>,
    by_key: KeyMap<u32>,
    standing: Vec<Standing>,
    reports: u32,
}

impl Formulas {
    /// Adds a report's sentences, each with its number; gives the report's number.
    pub fn add(&mut self, sentences: Vec<(u32, Masked)>) -> u32 {
        let report = self.reports;
        self.reports += 1;
        for (sentence, masked) in sentences {
            if masked.words < FEWEST_WORDS {
                continue;
            }
            let next = u32::try_from(self.wordings.len()).unwrap_or(u32::MAX);
            let wording = *self.by_key.entry(masked.key).or_insert(next);
            if wording == next {
                let from = self.runs.len();
                self.runs.extend_from_slice(&masked.shingles);
                self.wordings.push(Wording {
                    text: masked.text,
                    runs: from..self.runs.len(),
                    reports: 0,
                    last: u32::MAX,
                });
            }
            if let Some(known) = self.wordings.get_mut(wording as usize)
                && known.last != report
            {
                known.last = report;
                known.reports += 1;
            }
            self.standing.push(Standing {
                place: Place { report, sentence },
                exact: masked.exact,
                wording,
            });
        }
        report
    }

    /// How many sentences were added.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.standing.len()
    }

    /// How many wordings they have once names and numbers are masked.
    #[must_use]
    pub fn wordings(&self) -> usize {
        self.wordings.len()
    }

    fn runs_of(&self, wording: u32) -> &[u32] {
        self.wordings
            .get(wording as usize)
            .and_then(|wording| self.runs.get(wording.runs.clone()))
            .unwrap_or(&[])
    }

    /// Where sentences stand that are the given one, in the order of reports.
    #[must_use]
    pub fn same_as(&self, sentence: &Masked) -> Vec<Member> {
        let mut near: Vec<Option<f32>> = vec![None; self.wordings.len()];
        for (at, wording) in self.wordings.iter().enumerate() {
            let runs = self.runs.get(wording.runs.clone()).unwrap_or(&[]);
            let (short, long) = (
                runs.len().min(sentence.shingles.len()),
                runs.len().max(sentence.shingles.len()),
            );
            // Lengths alone bound what two lists can have in common.
            #[expect(
                clippy::cast_precision_loss,
                reason = "a sentence has fewer than 2^24 runs"
            )]
            if (short as f32) < NEAR * long as f32 {
                continue;
            }
            let found = resemblance(runs, &sentence.shingles);
            near[at] = (found >= NEAR).then_some(found);
        }
        let own = self.by_key.get(&sentence.key).copied();
        self.standing
            .iter()
            .filter_map(|one| {
                let resemblance = near.get(one.wording as usize).copied().flatten()?;
                Some(Member {
                    place: one.place,
                    closeness: closeness(one, sentence.exact, own),
                    resemblance,
                })
            })
            .collect()
    }

    /// The families whose sentences stand in at least `least_reports` reports, those in most
    /// reports first.
    #[must_use]
    pub fn families(&self, least_reports: usize) -> Vec<Family> {
        let heads = self.heads();
        let mut members: Vec<(u32, Standing)> = self
            .standing
            .iter()
            .map(|one| (heads[one.wording as usize], *one))
            .collect();
        members.sort_unstable_by_key(|(head, one)| (*head, one.place));
        let mut families: Vec<(usize, Family)> = members
            .chunk_by(|(one, _), (other, _)| one == other)
            .filter_map(|family| {
                let mut reports: Vec<u32> =
                    family.iter().map(|(_, one)| one.place.report).collect();
                reports.dedup();
                (reports.len() >= least_reports).then(|| (reports.len(), self.family(family)))
            })
            .collect();
        families
            .sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.wording.cmp(&other.wording)));
        families.into_iter().map(|(_, family)| family).collect()
    }

    fn family(&self, members: &[(u32, Standing)]) -> Family {
        let head = members.first().map_or(0, |(head, _)| *head);
        // "Exact" is said of the printed wording that most members have.
        let mut exact: Vec<u64> = members
            .iter()
            .filter(|(_, one)| one.wording == head)
            .map(|(_, one)| one.exact)
            .collect();
        exact.sort_unstable();
        let printed = exact
            .chunk_by(|one, other| one == other)
            .max_by_key(|run| run.len())
            .and_then(|run| run.first())
            .copied()
            .unwrap_or(0);
        let runs = self.runs_of(head);
        Family {
            wording: self
                .wordings
                .get(head as usize)
                .map(|wording| wording.text.clone())
                .unwrap_or_default(),
            members: members
                .iter()
                .map(|(_, one)| Member {
                    place: one.place,
                    closeness: closeness(one, printed, Some(head)),
                    resemblance: resemblance(runs, self.runs_of(one.wording)),
                })
                .collect(),
        }
    }

    /// For every wording, the wording its family is gathered around.
    fn heads(&self) -> Vec<u32> {
        let count = self.wordings.len();
        let mut order: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
        order.sort_by_key(|at| {
            let reports = self.wordings[*at as usize].reports;
            (std::cmp::Reverse(reports), *at)
        });
        let candidates = self.candidates(&order);
        let mut heads: Vec<u32> = vec![u32::MAX; count];
        let mut next = candidates.iter().peekable();
        for (rank, at) in (0_u32..).zip(&order) {
            let mut best: Option<(f32, u32)> = None;
            while let Some((_, other)) = next.next_if(|(member, _)| *member == rank) {
                let head = heads[order[*other as usize] as usize];
                let found = resemblance(self.runs_of(head), self.runs_of(*at));
                if found >= NEAR && best.is_none_or(|(so_far, _)| found > so_far) {
                    best = Some((found, head));
                }
            }
            heads[*at as usize] = best.map_or(*at, |(_, head)| head);
        }
        heads
    }

    /// Pairs of ranks, a later with an earlier, that meet in a band; sorted.
    fn candidates(&self, order: &[u32]) -> Vec<(u32, u32)> {
        let signatures: Vec<[u64; BANDS]> =
            order.iter().map(|at| bands(self.runs_of(*at))).collect();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for band in 0..BANDS {
            let mut keys: Vec<(u64, u32)> = signatures
                .iter()
                .zip(0_u32..)
                .map(|(keys, rank)| (keys[band], rank))
                .collect();
            keys.sort_unstable();
            for bucket in keys.chunk_by(|(one, _), (other, _)| one == other) {
                for (at, (_, member)) in bucket.iter().enumerate().skip(1) {
                    let earlier = bucket.get(..at.min(HELD_AGAINST)).unwrap_or(&[]);
                    pairs.extend(earlier.iter().map(|(_, other)| (*member, *other)));
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

fn closeness(one: &Standing, exact: u64, wording: Option<u32>) -> Closeness {
    if one.exact == exact {
        Closeness::Exact
    } else if Some(one.wording) == wording {
        Closeness::Masked
    } else {
        Closeness::Near
    }
}

/// The keys of the bands of a list of runs.
fn bands(runs: &[u32]) -> [u64; BANDS] {
    let mut least = [u32::MAX; BANDS * ROWS];
    for run in runs {
        let run = u64::from(*run);
        for (at, least) in (0_u64..).zip(least.iter_mut()) {
            // Multiply and shift, an odd multiplier a hash (Dietzfelbinger 1997).
            let hash = (run.wrapping_mul(odd(at)).wrapping_add(odd(at + 1_000))) >> 32;
            *least = (*least).min(hash as u32);
        }
    }
    let mut keys = [0; BANDS];
    for (key, rows) in keys.iter_mut().zip(least.chunks(ROWS)) {
        let mut hash = crate::words::Key::new();
        rows.iter().for_each(|least| hash.number(u64::from(*least)));
        *key = hash.done();
    }
    keys
}

/// The `at`th odd multiplier: SplitMix64's step, made odd.
const fn odd(at: u64) -> u64 {
    let z = (at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) | 1
}

#[cfg(test)]
mod tests {
    use super::super::masked::mask;
    use super::*;

    fn report(sentences: &[&str]) -> Vec<(u32, Masked)> {
        (0..).zip(sentences.iter().map(|text| mask(text))).collect()
    }

    fn three() -> Formulas {
        let mut formulas = Formulas::default();
        for (name, extra) in [
            (
                "Ostmark",
                "Soldiers shot at a boat with nine fishermen on the lake.",
            ),
            (
                "Westmark",
                "Nobody knew where the three brothers had been taken that night.",
            ),
            (
                "Sudmark",
                "Prices in the harbour doubled within a month of the strike.",
            ),
        ] {
            formulas.add(report(&[
                &format!(
                    "The year brought no marked change in the state of human rights in {name}."
                ),
                extra,
                "The law prohibits forced labour, and the authorities enforced it in the main.",
            ]));
        }
        formulas
    }

    #[test]
    fn a_formula_is_found_in_every_report_and_nothing_else_is_one() {
        let families = three().families(2);
        let seen: Vec<(&str, usize)> = families
            .iter()
            .map(|f| (f.wording.as_str(), f.members.len()))
            .collect();
        assert_eq!(
            seen,
            [
                (
                    "The law prohibits forced labour, and the authorities enforced it in the main.",
                    3
                ),
                (
                    "The year brought no marked change in the state of human rights in [name].",
                    3
                ),
            ]
        );
        let change: Vec<Closeness> = families[1].members.iter().map(|m| m.closeness).collect();
        assert_eq!(
            change.iter().filter(|c| **c == Closeness::Masked).count(),
            2
        );
    }

    #[test]
    fn a_sentence_is_found_in_other_reports_though_its_tense_has_changed() {
        let formulas = three();
        let found = formulas.same_as(&mask(
            "The law prohibited forced labour, and the authorities enforced it in the main.",
        ));
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|m| m.closeness == Closeness::Near));
        assert!(
            formulas
                .same_as(&mask("A wholly different remark about fishing rights."))
                .is_empty()
        );
    }

    #[test]
    fn candidates_miss_no_near_wording_that_holding_all_against_all_finds() {
        let mut formulas = Formulas::default();
        let nouns = [
            "assembly",
            "speech",
            "movement",
            "belief",
            "association",
            "travel",
        ];
        for nth in 0..240_usize {
            let noun = nouns[nth % nouns.len()];
            let tail = ["often", "rarely", "in general", "for the most part"][nth / 6 % 4];
            let text = format!(
                "The constitution protects the freedom of {noun} for all who live in the land, and the \
                 authorities {tail} kept to what it says during the year number word{}.",
                nth / 24
            );
            formulas.add(report(&[&text]));
        }
        let heads = formulas.heads();
        for (at, head) in heads.iter().enumerate() {
            if *head as usize != at {
                continue;
            }
            let near_heads = (0..at as u32).filter(|other| {
                heads[*other as usize] == *other
                    && resemblance(formulas.runs_of(*other), formulas.runs_of(at as u32)) >= 0.8
            });
            assert_eq!(
                near_heads.count(),
                0,
                "wording {at} stands apart from one it resembles"
            );
        }
        assert!(
            heads
                .iter()
                .collect::<std::collections::BTreeSet<_>>()
                .len()
                < 80
        );
    }

    #[test]
    fn adding_a_report_twice_doubles_its_members_only() {
        let once = three().families(1).len();
        let mut twice = three();
        twice.add(report(&[
            "Prices in the harbour doubled within a month of the strike.",
        ]));
        assert_eq!(twice.families(1).len(), once);
    }
}
