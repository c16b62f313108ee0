//! Exponential and logarithm from additions and multiplications alone: the same bits on every machine, which the
//! functions of the system do not promise.

/// e to the power of `x`, to about 1e-12 relative.
pub(super) fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let x = x.min(700.0);
    let whole = (x * std::f64::consts::LOG2_E).round();
    let rest = x - whole * std::f64::consts::LN_2;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in 1..14 {
        term *= rest / f64::from(n);
        sum += term;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between -1010 and 1010"
    )]
    let power = f64::from_bits(((whole as i64 + 1023) as u64) << 52);
    sum * power
}

/// The natural logarithm of a positive, finite, normal number, to about 1e-12.
pub(super) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    #[expect(clippy::cast_precision_loss, reason = "at most 2047")]
    let power = ((bits >> 52) & 0x7ff) as f64 - 1023.0;
    let part = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | (1023 << 52));
    let t = (part - 1.0) / (part + 1.0);
    let square = t * t;
    let mut term = t;
    let mut sum = 0.0;
    for n in 0..18 {
        sum += term / f64::from(2 * n + 1);
        term *= square;
    }
    2.0 * sum + power * std::f64::consts::LN_2
}

/// xorshift64 (Marsaglia 2003): a fixed sequence that looks random.
#[derive(Debug, Clone)]
pub(super) struct Sequence(u64);

impl Sequence {
    pub(super) fn new() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        #[expect(clippy::cast_possible_truncation, reason = "below a usize")]
        let number = (self.next() % end as u64) as usize;
        number
    }

    /// Fisher and Yates.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.below(at + 1);
            list.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_system() {
        for x in [-30.0, -2.5, -0.1, 0.0, 0.3, 1.0, 7.7, 25.0_f64] {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-12, "{x}");
        }
        for x in [1e-6, 0.3, 1.0, 2.0, 77.0, 1e9_f64] {
            assert!((ln(x) - x.ln()).abs() < 1e-11, "{x}");
        }
    }
}
