//! A date as registers and reports give it: a day, a month or a year of the calendar.
//!
//! In: "2023-09-04", "2023-09", "2023". Out: a date that exists. Two dates of different precision
//! are before or after one another only where that is certain.

use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// How many days a month has.
const fn days(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

impl Date {
    /// The months by their English names, January first.
    pub const MONTHS: [&'static str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// The date of these parts; none where the calendar has no such day or month, or a day is
    /// given without its month.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let exists = match (month, day) {
            (None, None) => true,
            (Some(month), None) => (1..=12).contains(&month),
            (Some(month), Some(day)) => day >= 1 && day <= days(year, month),
            (None, Some(_)) => false,
        };
        (exists && (1..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// The date that is written year-month-day, year-month or year, ISO 8601.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let number = |part: Option<&str>, digits: usize| -> Option<Option<u16>> {
            match part {
                None => Some(None),
                Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                    part.parse().ok().map(Some)
                }
                Some(_) => None,
            }
        };
        let year = number(parts.next(), 4)??;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() {
            return None;
        }
        let small = |part: Option<u16>| part.map(u8::try_from).transpose().ok();
        Self::new(year, small(month)?, small(day)?)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// The first day it may be.
    fn first(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it may be.
    fn last(self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        (
            self.year,
            month,
            self.day.unwrap_or_else(|| days(self.year, month)),
        )
    }

    /// Whether every day it may be lies before every day `other` may be.
    #[must_use]
    pub fn surely_before(self, other: Self) -> bool {
        self.last() < other.first()
    }

    /// An order for lists: by the first day it may be, the less precise first.
    #[must_use]
    pub fn in_order(self, other: Self) -> Ordering {
        self.first()
            .cmp(&other.first())
            .then_with(|| other.last().cmp(&self.last()))
    }

    /// Whether both may be the same day.
    #[must_use]
    pub fn may_be(self, other: Self) -> bool {
        !self.surely_before(other) && !other.surely_before(self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn only_dates_of_the_calendar_are_read_and_they_print_as_they_were() {
        for good in ["2024-02-29", "2000-02-29", "2023-09", "1998"] {
            assert_eq!(date(good).to_string(), good);
        }
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00",
            "22-04-2024",
            "2024-4-2",
            "2024-04-31",
            "yesterday",
            "",
            "2024-",
            "2024-01-01-01",
            "0000",
            "+024",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn dates_of_different_precision_are_ordered_only_where_it_is_certain() {
        assert!(date("2022").surely_before(date("2023-01-01")));
        assert!(!date("2023").surely_before(date("2023-05")));
        assert!(date("2023").may_be(date("2023-05-01")));
        assert!(!date("2023-06").may_be(date("2023-05-01")));
        assert!(date("2023-05-31").surely_before(date("2023-06")));
    }
}
