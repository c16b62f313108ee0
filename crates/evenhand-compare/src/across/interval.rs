//! How sure a share or a rate is: intervals that go with every number laid beside another.
//!
//! In: counts. Out: an estimate with the ends of its 95 percent interval. Four methods, each for
//! one kind of number: [`share`] for a part of a whole (Wilson 1927), [`mean`] for a length, [`ratio`] for a rate over
//! reports that differ in length (the ratio estimator, Cochran 1977, ch. 6, on a logarithmic
//! scale), [`poisson`] for a rare count in one text (Garwood 1936). No random draws: the same
//! counts give the same ends.

use serde::Serialize;

/// The point of the standard normal distribution that leaves 2.5 percent above it.
const Z: f64 = 1.959_963_984_540_054;
/// What lies outside an interval on either side.
const TAIL: f64 = 0.025;

/// An estimate and the ends of its 95 percent interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end; infinite where nothing bounds it.
    pub high: f64,
}

impl Interval {
    /// The same interval in another unit: every end times `factor`.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self {
            value: self.value * factor,
            low: self.low * factor,
            high: self.high * factor,
        }
    }

    /// Whether two intervals have no point in common, this one lying below.
    #[must_use]
    pub fn below(&self, other: &Self) -> bool {
        self.high < other.low
    }
}

/// A count as a number to reckon with; counts of texts lie far below the 2^53 that are exact.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words lie far below 2^53"
)]
pub(crate) fn number(count: u64) -> f64 {
    count as f64
}

/// The share of `part` in `whole`, with Wilson's score interval; none of an empty whole.
#[must_use]
pub fn share(part: u64, whole: u64) -> Option<Interval> {
    if whole == 0 {
        return None;
    }
    let part = part.min(whole);
    let (n, p) = (number(whole), number(part) / number(whole));
    let spread = 1.0 + Z * Z / n;
    let middle = (p + Z * Z / (2.0 * n)) / spread;
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / spread;
    Some(Interval {
        value: p,
        low: if part == 0 {
            0.0
        } else {
            (middle - half).max(0.0)
        },
        high: if part == whole {
            1.0
        } else {
            (middle + half).min(1.0)
        },
    })
}

/// The mean of `count` lengths whose sum and sum of squares are given, with the interval of the normal
/// distribution; none of fewer than two.
#[must_use]
pub fn mean(sum: u64, squares: u64, count: u64) -> Option<Interval> {
    if count < 2 {
        return None;
    }
    let (n, value) = (number(count), number(sum) / number(count));
    let variance = ((number(squares) - n * value * value) / (n - 1.0)).max(0.0);
    let half = Z * (variance / n).sqrt();
    Some(Interval {
        value,
        low: (value - half).max(0.0),
        high: value + half,
    })
}

/// A count seen in `exposure` units, as a rate a unit, with Garwood's exact interval.
#[must_use]
pub fn poisson(count: u64, exposure: f64) -> Option<Interval> {
    if exposure <= 0.0 {
        return None;
    }
    let value = number(count);
    // Beyond this count the exact ends and Wilson and Hilferty's agree to four figures.
    let (low, high) = if count > 2_000 {
        let ends = |k: f64, z: f64| k * (1.0 - 1.0 / (9.0 * k) + z / (3.0 * k.sqrt())).powi(3);
        (ends(value, -Z), ends(value + 1.0, Z))
    } else {
        let low = if count == 0 {
            0.0
        } else {
            root(0.0, value, |mean| 1.0 - cumulative(count - 1, mean) - TAIL)
        };
        let high = root(value, value * 2.0 + 20.0, |mean| {
            TAIL - cumulative(count, mean)
        });
        (low, high)
    };
    Some(Interval {
        value: value / exposure,
        low: low / exposure,
        high: high / exposure,
    })
}

/// The chance of at most `count` where `mean` are expected.
fn cumulative(count: u64, mean: f64) -> f64 {
    // Terms are summed on a logarithmic scale from the largest exponent: no underflow at 2,000.
    let mut log_term = -mean;
    let mut sum = log_term.exp();
    for k in 1..=count {
        log_term += mean.ln() - number(k).ln();
        sum += log_term.exp();
    }
    sum.min(1.0)
}

/// Where a rising function crosses nought between two points.
pub(crate) fn root(mut low: f64, mut high: f64, rising: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if rising(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
        if (high - low) <= 1e-12 * high.abs() {
            break;
        }
    }
    f64::midpoint(low, high)
}

/// The rate of `count` over `size` summed over reports (each a pair of both), with an interval that
/// lets reports differ: a count that one report makes alone is less sure than one that all share.
///
/// With a single report, or where nothing was counted, the interval is [`poisson`]'s.
#[must_use]
pub fn ratio(reports: &[(u64, u64)]) -> Option<Interval> {
    let count: u64 = reports.iter().map(|(count, _)| count).sum();
    let size: u64 = reports.iter().map(|(_, size)| size).sum();
    if size == 0 {
        return None;
    }
    if reports.len() < 2 || count == 0 {
        return poisson(count, number(size));
    }
    let n = number(reports.len() as u64);
    let rate = number(count) / number(size);
    let squares: f64 = reports
        .iter()
        .map(|(count, size)| (number(*count) - rate * number(*size)).powi(2))
        .sum();
    let error = (n / (n - 1.0) * squares).sqrt() / number(size);
    let spread = (Z * error / rate).exp();
    Some(Interval {
        value: rate,
        low: rate / spread,
        high: rate * spread,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, published: f64) {
        assert!(
            (found - published).abs() <= 5e-4 * published.abs().max(1.0),
            "{found} is not {published}"
        );
    }

    #[test]
    fn shares_have_the_published_intervals_of_newcombe() {
        // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
        for (part, whole, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let found = share(part, whole).expect("a whole");
            near(found.low, low);
            near(found.high, high);
        }
        assert_eq!(share(0, 0), None);
    }

    #[test]
    fn a_mean_has_the_interval_of_its_spread() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, variance 32/7.
        let found = mean(40, 232, 8).expect("a mean");
        near(found.value, 5.0);
        near(found.high - found.value, Z * (32.0_f64 / 7.0 / 8.0).sqrt());
        assert_eq!(mean(5, 25, 1), None);
    }

    #[test]
    fn rare_counts_have_the_published_intervals_of_garwood() {
        for (count, low, high) in [
            (0, 0.0, 3.6889),
            (1, 0.0253, 5.5716),
            (10, 4.7954, 18.3904),
            (100, 81.3640, 121.6273),
        ] {
            let found = poisson(count, 1.0).expect("an exposure");
            near(found.low, low);
            near(found.high, high);
        }
        let (exact, near_it) = (poisson(2_000, 1.0), poisson(2_001, 1.0));
        let (exact, near_it) = (exact.expect("one"), near_it.expect("one"));
        assert!((exact.low - near_it.low).abs() < 1.5 && (exact.high - near_it.high).abs() < 1.5);
    }

    #[test]
    fn a_rate_that_one_report_makes_alone_is_less_sure() {
        let even = ratio(&[(10, 1000), (10, 1000), (10, 1000), (10, 1000)]).expect("a rate");
        let alone = ratio(&[(40, 1000), (0, 1000), (0, 1000), (0, 1000)]).expect("a rate");
        near(even.value, 0.01);
        near(alone.value, 0.01);
        assert!(alone.low < even.low && alone.high > even.high);
        assert_eq!(ratio(&[(3, 500)]), poisson(3, 500.0));
        assert_eq!(ratio(&[(0, 0)]), None);
    }
}
