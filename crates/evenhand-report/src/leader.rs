//! Heads of state and government, as the reports name them, by country.
//!
//! Serves one purpose: whoever treats one leader's name in some way treats all of them so, and the
//! exchange of countries (even hand) can exchange their leaders too. Holds no dates and no posts.

use crate::country::CountryCode;
use std::sync::LazyLock;

/// A leader's name in one of its forms ("Ashraf Ghani", "Ghani").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leader {
    /// The country.
    pub code: CountryCode,
    /// The name.
    pub name: String,
}

static LEADERS: LazyLock<Vec<Leader>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_str!("../data/leaders.csv").as_bytes())
        .records()
        .filter_map(Result::ok)
        .filter_map(|row| {
            Some(Leader {
                code: CountryCode::parse(row.get(0)?)?,
                name: row.get(1)?.to_owned(),
            })
        })
        .collect()
});

/// Every form of every leader's name, in the order of the table.
#[must_use]
pub fn leaders() -> &'static [Leader] {
    &LEADERS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Countries;

    #[test]
    fn every_row_is_read_and_belongs_to_a_country_of_the_register() {
        let rows = include_str!("../data/leaders.csv").lines().count() - 1;
        assert_eq!(leaders().len(), rows);
        for leader in leaders() {
            assert!(
                Countries::register().get(leader.code).is_some(),
                "{leader:?}"
            );
            assert!(leader.name.trim() == leader.name && !leader.name.is_empty());
        }
    }
}
