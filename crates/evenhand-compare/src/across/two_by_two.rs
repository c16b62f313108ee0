//! A claim put to a whole edition: the two-by-two table over reports and its odds ratio.
//!
//! In: how many reports meet both conditions, one, none. Out: the conditional estimate of the odds
//! ratio with its exact interval and the two-sided p of Fisher's exact test. The estimate maximises
//! the likelihood given the margins; the ends invert the two one-sided exact tests (Cornfield 1956;
//! Gart 1970; the values are those of R's `fisher.test`, against which the tests hold them).

use super::interval::number;
use serde::Serialize;

/// How many reports meet the two conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TwoByTwo {
    /// Where and has.
    pub both: u64,
    /// Where, and has not.
    pub where_only: u64,
    /// Not where, yet has.
    pub has_only: u64,
    /// Neither.
    pub neither: u64,
}

/// The odds ratio of a table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OddsRatio {
    /// The conditional maximum likelihood estimate; infinite where no report speaks against.
    pub value: f64,
    /// Lower end of the exact 95 percent interval.
    pub low: f64,
    /// Upper end; infinite where nothing bounds it.
    pub high: f64,
    /// Two-sided p of Fisher's exact test.
    pub p: f64,
}

/// Half of what the interval leaves outside.
const TAIL: f64 = 0.025;
/// Tables whose chance differs by less than this share count as equally likely: rounding.
const EQUAL: f64 = 1e-7;
/// Bounds of the odds ratio on a logarithmic scale: e^50 is past any count of reports.
const FARTHEST: f64 = 50.0;

impl TwoByTwo {
    /// How many reports there are.
    #[must_use]
    pub fn reports(&self) -> u64 {
        self.both + self.where_only + self.has_only + self.neither
    }

    /// The odds ratio; none where a margin is empty, for then there is nothing to compare.
    #[must_use]
    pub fn odds_ratio(&self) -> Option<OddsRatio> {
        let first = self.both + self.where_only;
        let second = self.has_only + self.neither;
        let has = self.both + self.has_only;
        if first == 0 || second == 0 || has == 0 || has == self.reports() {
            return None;
        }
        let table = Conditional::new(first, second, has);
        let x = self.both;
        let (least, most) = (table.least, table.least + table.logs.len() as u64 - 1);
        let solve =
            |wanted: &dyn Fn(f64) -> f64| super::interval::root(-FARTHEST, FARTHEST, wanted);
        let value = if x == least {
            0.0
        } else if x == most {
            f64::INFINITY
        } else {
            solve(&|log| table.mean(log) - number(x)).exp()
        };
        let low = if x == least {
            0.0
        } else {
            solve(&|log| table.at_least(x, log) - TAIL).exp()
        };
        let high = if x == most {
            f64::INFINITY
        } else {
            solve(&|log| TAIL - table.at_most(x, log)).exp()
        };
        Some(OddsRatio {
            value,
            low,
            high,
            p: table.two_sided(x),
        })
    }
}

/// The chance of each count of `both`, given the margins, where the odds are even.
struct Conditional {
    least: u64,
    /// Logarithms of the chances, up to a constant.
    logs: Vec<f64>,
}

impl Conditional {
    fn new(first: u64, second: u64, has: u64) -> Self {
        let mut factorials = vec![0.0_f64];
        for n in 1..=(first + second) {
            let last = factorials.last().copied().unwrap_or(0.0);
            factorials.push(last + number(n).ln());
        }
        let log_factorial = |n: u64| {
            usize::try_from(n)
                .ok()
                .and_then(|at| factorials.get(at))
                .copied()
                .unwrap_or(f64::INFINITY)
        };
        let choose = |n: u64, k: u64| log_factorial(n) - log_factorial(k) - log_factorial(n - k);
        let least = has.saturating_sub(second);
        let most = has.min(first);
        Self {
            least,
            logs: (least..=most)
                .map(|x| choose(first, x) + choose(second, has - x))
                .collect(),
        }
    }

    /// The chances at an odds ratio given by its logarithm; they sum to one.
    fn chances(&self, log: f64) -> Vec<f64> {
        let logs: Vec<f64> = self
            .logs
            .iter()
            .zip(self.least..)
            .map(|(chance, x)| chance + log * number(x))
            .collect();
        let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut chances: Vec<f64> = logs.iter().map(|log| (log - most).exp()).collect();
        let sum: f64 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= sum);
        chances
    }

    fn mean(&self, log: f64) -> f64 {
        let chances = self.chances(log);
        (self.least..)
            .zip(&chances)
            .map(|(x, p)| number(x) * p)
            .sum()
    }

    fn at_least(&self, x: u64, log: f64) -> f64 {
        let chances = self.chances(log);
        let from = usize::try_from(x - self.least).unwrap_or(usize::MAX);
        chances.iter().skip(from).sum()
    }

    fn at_most(&self, x: u64, log: f64) -> f64 {
        let chances = self.chances(log);
        let to = usize::try_from(x - self.least).unwrap_or(usize::MAX);
        chances.iter().take(to.saturating_add(1)).sum()
    }

    fn two_sided(&self, x: u64) -> f64 {
        let chances = self.chances(0.0);
        let own = usize::try_from(x - self.least)
            .ok()
            .and_then(|at| chances.get(at))
            .copied()
            .unwrap_or(0.0);
        let sum: f64 = chances
            .iter()
            .filter(|chance| **chance <= own * (1.0 + EQUAL))
            .sum();
        sum.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(both: u64, where_only: u64, has_only: u64, neither: u64) -> TwoByTwo {
        TwoByTwo {
            both,
            where_only,
            has_only,
            neither,
        }
    }

    #[test]
    fn the_published_tables_have_their_published_values() {
        // The two examples of R's `fisher.test`: Fisher's tea taster (Agresti 1990, p. 61) and
        // the convictions of like-sex twins (Fisher 1970, p. 95).
        for (table, published) in [
            (
                table(3, 1, 1, 3),
                [6.408_309, 0.211_732_9, 621.933_75, 0.485_7],
            ),
            (
                table(2, 15, 10, 3),
                [0.046_936_61, 0.003_325_764, 0.363_182_271, 0.000_536_7],
            ),
        ] {
            let found = table.odds_ratio().expect("margins");
            for (found, published) in [found.value, found.low, found.high, found.p]
                .into_iter()
                .zip(published)
            {
                // R searches the upper end on the reciprocal and stops early: 621.93 is there what
                // solving the fourth-degree equation by hand gives as 626.24 (see the next test).
                assert!(
                    (found - published).abs() <= 0.01 * published,
                    "{found} is not {published}"
                );
            }
        }
    }

    #[test]
    fn at_each_end_of_the_interval_the_tail_is_a_fortieth() {
        // Margins of 4 and 4: the chances of 0 to 4 are as 1, 16r, 36r², 16r³, r⁴.
        let found = table(3, 1, 1, 3).odds_ratio().expect("margins");
        let chances = |r: f64| [1.0, 16.0 * r, 36.0 * r * r, 16.0 * r.powi(3), r.powi(4)];
        let share = |r: f64, from: usize, to: usize| {
            let all = chances(r);
            all[from..to].iter().sum::<f64>() / all.iter().sum::<f64>()
        };
        assert!((share(found.low, 3, 5) - 0.025).abs() < 1e-9);
        assert!((share(found.high, 0, 4) - 0.025).abs() < 1e-9);
    }

    #[test]
    fn a_claim_without_counter_examples_has_a_lower_end_only() {
        let found = table(8, 0, 3, 40).odds_ratio().expect("margins");
        assert!(found.value.is_infinite() && found.high.is_infinite());
        assert!(found.low > 1.0 && found.low.is_finite());
        assert_eq!(table(0, 0, 5, 5).odds_ratio(), None);
        assert_eq!(table(3, 3, 0, 0).odds_ratio(), None);
    }

    proptest! {
        #[test]
        fn exchanging_the_conditions_keeps_the_ratio_and_denying_one_turns_it(
            a in 0_u64..40, b in 0_u64..40, c in 0_u64..40, d in 0_u64..160,
        ) {
            let one = table(a, b, c, d).odds_ratio();
            let turned = table(a, c, b, d).odds_ratio();
            prop_assert_eq!(one.is_some(), turned.is_some());
            if let (Some(one), Some(turned)) = (one, turned) {
                prop_assert!(one.low <= one.value && one.value <= one.high);
                prop_assert!(one.value.is_infinite() || (one.value - turned.value).abs() <= 1e-6 * one.value.max(1e-9));
                let denied = table(b, a, d, c).odds_ratio().expect("the same margins");
                prop_assert!((one.p - denied.p).abs() < 1e-9);
                if one.value > 0.0 && one.value.is_finite() {
                    prop_assert!((one.value * denied.value - 1.0).abs() < 1e-6);
                }
            }
        }
    }
}
