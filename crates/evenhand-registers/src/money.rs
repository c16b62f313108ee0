//! Amounts, added up only where they stand at one level and in one currency.
//!
//! A commitment and the payments made on it, or a parent activity and its children, say the same
//! money twice; so one level is chosen, it is named, and what stands at others is counted, not added.

use crate::{Level, Status, Tie};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// An amount in ten-thousandths of the currency's unit, so that sums are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i128);

/// Ten-thousandths in one.
const UNIT: i128 = 10_000;

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The amount of a number as registers write it: "780000", "1,204.50", "-3.5"; digits beyond
    /// the fourth after the point are cut off.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = thousands(whole)?;
        if whole.len() > 24 || !part.bytes().all(|b| b.is_ascii_digit()) || digits.ends_with('.') {
            return None;
        }
        let fraction: String = part.chars().chain("0000".chars()).take(4).collect();
        let value = whole.parse::<i128>().ok()? * UNIT + fraction.parse::<i128>().ok()?;
        Some(Self(if negative { -value } else { value }))
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// The digits of a whole number, commas allowed between groups of three.
fn thousands(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(',').collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.len() == 1
        || groups.iter().enumerate().all(|(at, group)| {
            if at == 0 {
                group.len() <= 3
            } else {
                group.len() == 3
            }
        });
    (groups.iter().all(digits) && grouped).then(|| groups.concat())
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.abs() / UNIT, self.0.abs() % UNIT);
        let mut shown = String::new();
        let digits = whole.to_string();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                shown.push(',');
            }
            shown.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{shown}")?;
        if part != 0 {
            let part = format!("{part:04}");
            write!(f, ".{}", part.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.0 / UNIT) {
            Ok(whole) if self.0 % UNIT == 0 => serializer.serialize_i64(whole),
            #[expect(
                clippy::cast_precision_loss,
                reason = "a number for people; sums are made before"
            )]
            _ => serializer.serialize_f64(self.0 as f64 / UNIT as f64),
        }
    }
}

/// An amount with its currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// Code of the currency, ISO 4217 where it is one.
    pub currency: String,
}

/// Amounts of one currency, status and level, added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// The currency.
    pub currency: String,
    /// All together.
    pub amount: Amount,
    /// How many amounts were added.
    pub added: usize,
    /// The level at which they stand.
    pub level: Level,
    /// Level in a hierarchy of activities (IATI), where there is one.
    pub hierarchy: Option<u8>,
    /// Whether they were awarded, committed, paid, or are planned.
    pub status: Status,
    /// Amounts of this currency that stand at other levels, or are flagged, and were not added.
    pub not_added: usize,
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.currency, self.amount, self.status)?;
        write!(f, " (level: {}", self.level)?;
        if let Some(hierarchy) = self.hierarchy {
            write!(f, ", hierarchy {hierarchy}")?;
        }
        if self.not_added > 0 {
            write!(
                f,
                "; {} at other levels or flagged not added",
                self.not_added
            )?;
        }
        write!(f, ")")
    }
}

/// Adds up the amounts of ties between the same two parties: for each currency one sum of what was
/// given, at one level, and one of what is planned.
///
/// Chosen is the first there is of: stated in a row, awarded, paid, received, committed, pledged, at the
/// highest activity (lowest hierarchy number) that has any. Flagged ties are never added.
#[must_use]
pub fn sums(ties: &[&Tie]) -> Vec<Sum> {
    let mut by_currency: BTreeMap<(&str, bool), Vec<&Tie>> = BTreeMap::new();
    for tie in ties {
        if let Some(money) = &tie.money {
            let planned = tie.status == Status::Planned;
            by_currency
                .entry((money.currency.as_str(), planned))
                .or_default()
                .push(tie);
        }
    }
    let mut sums = Vec::new();
    for ((currency, _), ties) in by_currency {
        let place = |tie: &Tie| (tie.status, tie.hierarchy, tie.level);
        let open = || ties.iter().filter(|tie| tie.flags.is_empty());
        let Some(chosen) = open().map(|tie| place(tie)).min() else {
            continue;
        };
        let added: Vec<&&Tie> = open().filter(|tie| place(tie) == chosen).collect();
        sums.push(Sum {
            currency: currency.to_owned(),
            amount: added
                .iter()
                .filter_map(|tie| tie.money.as_ref())
                .fold(Amount::ZERO, |sum, money| sum.plus(money.amount)),
            added: added.len(),
            status: chosen.0,
            hierarchy: chosen.1,
            level: chosen.2,
            not_added: ties.len() - added.len(),
        });
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_exactly_and_nonsense_is_refused() {
        for (text, shown) in [
            ("780000", "780,000"),
            ("1,204.50", "1,204.5"),
            ("-3.5", "-3.5"),
            ("0", "0"),
            ("95000000", "95,000,000"),
        ] {
            assert_eq!(Amount::parse(text).expect(text).to_string(), shown);
        }
        for bad in [
            "", "12,34", "1.2.3", "USD 5", "1e6", "-", ".", "5.", ",000", "1,,000",
        ] {
            assert_eq!(Amount::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_prints_and_parses_back(whole in -1_000_000_000_i64..1_000_000_000, cents in 0_u8..100) {
            let amount = Amount::parse(&format!("{whole}.{cents:02}")).expect("an amount");
            prop_assert_eq!(Amount::parse(&amount.to_string()), Some(amount));
        }

        #[test]
        fn any_text_is_an_amount_or_none(text in ".{0,40}") {
            let _ = Amount::parse(&text);
        }
    }
}
