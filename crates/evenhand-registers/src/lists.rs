//! Lists: persons and bodies named somewhere, as what, and from when to when.

use crate::table::{Row, Table};
use crate::{Column, Place, RegisterError};
use evenhand_report::Date;
use serde::Serialize;

/// The columns of a register of lists.
pub const LISTS_CODEBOOK: &[Column] = &[
    Column {
        name: "id",
        required: true,
        holds: "a name for the entry",
    },
    Column {
        name: "name",
        required: true,
        holds: "the name as the list writes it",
    },
    Column {
        name: "aliases",
        required: false,
        holds: "other spellings and names, parted by \";\"",
    },
    Column {
        name: "kind",
        required: true,
        holds: "person, company or organisation",
    },
    Column {
        name: "list",
        required: true,
        holds: "the list, with who keeps it",
    },
    Column {
        name: "listed_as",
        required: true,
        holds: "as what, in the list's own words",
    },
    Column {
        name: "since",
        required: false,
        holds: "since when: 2023-09-04, 2023-09 or 2023",
    },
    Column {
        name: "until",
        required: false,
        holds: "until when; empty where it still stands",
    },
    Column {
        name: "citation",
        required: true,
        holds: "where it can be looked up",
    },
];

evenhand_report::written_enum! {
    /// What stands on a list.
    pub enum Listed {
        /// A human being.
        Person = "person",
        /// A company.
        Company = "company",
        /// Any other body.
        Organisation = "organisation",
    }
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// Its name in the register.
    pub id: String,
    /// The name as the list writes it.
    pub name: String,
    /// Other spellings and names.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Listed,
    /// The list.
    pub list: String,
    /// As what.
    pub listed_as: String,
    /// Since when.
    pub since: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Where it can be looked up.
    pub citation: String,
    /// Where it stands in the register.
    pub place: Place,
}

impl Listing {
    /// The name and its other forms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// Reads a register of lists: CSV, or FollowTheMoney JSON lines (recognised by its first `{`).
///
/// # Errors
/// [`RegisterError`] at the first field that is not what it should be.
pub fn lists(file: &str, bytes: &[u8]) -> Result<Vec<Listing>, RegisterError> {
    if crate::json::looks_like(bytes) {
        return Ok(crate::ftm::read(file, bytes)?.listings);
    }
    let table = Table::read(file, bytes, "lists", LISTS_CODEBOOK)?;
    table.rows().map(listing).collect()
}

fn listing(row: Row<'_>) -> Result<Listing, RegisterError> {
    let since = row.date("since")?;
    let until = row.date("until")?;
    if let (Some(since), Some(until)) = (since, until)
        && until.surely_before(since)
    {
        return Err(row.wrong("until", format!("a date not before since ({since})")));
    }
    Ok(Listing {
        id: row.some("id", "a name for the entry")?,
        name: row.some("name", "the name as the list writes it")?,
        aliases: row.list("aliases"),
        kind: Listed::from_written(row.text("kind"))
            .ok_or_else(|| row.wrong("kind", "person, company or organisation"))?,
        list: row.some("list", "the list's name")?,
        listed_as: row.some("listed_as", "as what it is listed")?,
        since,
        until,
        citation: row.some("citation", "an address or citation")?,
        place: row.place(),
    })
}
