//! Dates that a sentence gives: "on February 8", "in October", "since September 2022", "8 March 2023".
//!
//! In: the words of a sentence and the year reported on, which a date without a year belongs to.
//! Out: the dates in order, each with its words. A month that could be another word ("may", "march")
//! counts only with a number or after a preposition of time.

use crate::words::{self, Piece};
use evenhand_report::{Date, Span};

/// Words before a month or year that make it a date.
const BEFORE: &[&str] = &[
    "in", "since", "of", "until", "by", "from", "during", "before", "after", "early", "late",
    "mid", "to", "and", "through", "between",
];

/// The dates of a sentence, in order; a date without a year is of `year`.
#[must_use]
pub fn dates(text: &str, year: Option<u16>) -> Vec<(Span, Date)> {
    let mut pieces: Vec<(Piece, Span)> = Vec::new();
    words::cut(text, |piece, span| {
        pieces.push((piece, span));
    });
    let word = |at: usize| pieces.get(at).map_or("", |(_, span)| span.of(text));
    let number = |at: usize| -> Option<u16> {
        pieces
            .get(at)
            .filter(|(piece, _)| *piece == Piece::Number)
            .and_then(|(_, span)| span.of(text).parse().ok())
    };
    let day = |at: usize| {
        number(at)
            .and_then(|n| u8::try_from(n).ok())
            .filter(|n| (1..=31).contains(n))
    };
    let a_year = |at: usize| number(at).filter(|n| (1900..=2100).contains(n));
    let preposition =
        |at: Option<usize>| at.is_some_and(|at| BEFORE.contains(&word(at).to_lowercase().as_str()));
    let mut found = Vec::new();
    let mut at = 0;
    // Pieces before this one belong to a date already.
    let mut free = 0;
    while at < pieces.len() {
        let month = Date::MONTHS
            .iter()
            .zip(1_u8..)
            .find(|(name, _)| **name == word(at).trim_end_matches("’s").trim_end_matches("'s"))
            .map(|(_, number)| number);
        if let Some(month) = month {
            let mut first = at;
            let mut last = at;
            let mut day_of = day(at + 1);
            if day_of.is_some() {
                last = at + 1;
            } else if let Some(before) = at
                .checked_sub(1)
                .filter(|before| *before >= free)
                .and_then(day)
            {
                day_of = Some(before);
                first = at - 1;
            }
            let after_comma = if word(last + 1) == "," {
                last + 2
            } else {
                last + 1
            };
            let own_year = if day_of.is_some() {
                a_year(after_comma)
            } else {
                a_year(last + 1)
            };
            if own_year.is_some() {
                last = if day_of.is_some() {
                    after_comma
                } else {
                    last + 1
                };
            }
            let meant = day_of.is_some()
                || own_year.is_some()
                || preposition(at.checked_sub(1))
                || !matches!(month, 3 | 5);
            if meant
                && let Some(year) = own_year.or(year)
                && let Some(date) = Date::new(year, Some(month), day_of)
            {
                found.push((pieces[first].1.join(pieces[last].1), date));
            }
            at = last + 1;
            free = at;
            continue;
        }
        if let Some(year) = a_year(at)
            && preposition(at.checked_sub(1))
            && let Some(date) = Date::new(year, None, None)
        {
            found.push((pieces[at].1, date));
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::dates;

    fn told(text: &str) -> Vec<String> {
        dates(text, Some(2023))
            .into_iter()
            .map(|(span, date)| format!("{}={date}", span.of(text)))
            .collect()
    }

    #[test]
    fn days_months_and_years_are_found() {
        for (text, wanted) in [
            (
                "On February 8, a court in Kolvane convicted five men.",
                vec!["February 8=2023-02-08"],
            ),
            (
                "The law of 15 May 2022 took effect in June.",
                vec!["15 May 2022=2022-05-15", "June=2023-06"],
            ),
            (
                "Since September the children could attend.",
                vec!["September=2023-09"],
            ),
            (
                "It fell between March 12 and March 16, 2022.",
                vec!["March 12=2023-03-12", "March 16, 2022=2022-03-16"],
            ),
            (
                "In 2018 a law of May allowed it.",
                vec!["2018=2018", "May=2023-05"],
            ),
            (
                "By April’s end nothing had changed.",
                vec!["April’s=2023-04"],
            ),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }

    #[test]
    fn other_numbers_and_words_are_left_alone() {
        for text in [
            "May the court be fair; the march was banned.",
            "March participants paid 2,000 drel and walked 2022 steps.",
            "Between 15 and 20 persons were held.",
            "On February 31, nothing could happen.",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }
}
