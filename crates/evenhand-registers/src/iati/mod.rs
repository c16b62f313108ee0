//! IATI 2.03 activities: who funds, answers for, extends and carries out what, and its money.
//!
//! In: the bytes of an activity file. Out: activities, and the ties between their parties. An
//! identifier that stands twice and a publisher that reports on another's activity are flagged; their
//! money is shown and never added up. Budgets and planned disbursements are shown as planned.

mod element;
mod to_ties;

use crate::table::DATE;
use crate::{Amount, Flag, Money, Party, Place, Problem, RegisterError, Status, decode};
use element::Element;
use evenhand_report::Date;
use serde::Serialize;
use std::collections::BTreeSet;

evenhand_report::written_enum! {
    /// What an organisation does in an activity.
    pub enum PartyRole {
        /// Provides the money.
        Funding = "funding",
        /// Answers for the activity.
        Accountable = "accountable",
        /// Passes the money on.
        Extending = "extending",
        /// Carries the activity out.
        Implementing = "implementing",
    }
}

/// An organisation of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Participant {
    /// Who.
    pub party: Party,
    /// As what.
    pub role: PartyRole,
    /// Where it stands.
    pub place: Place,
}

/// Money of an activity that moved, was promised, or is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Movement {
    /// What has become of it; none for kinds that tie nobody (interest, repayments, equity).
    pub status: Option<Status>,
    /// The code of the transaction's kind, or "budget", "planned-disbursement".
    pub kind: String,
    /// How much.
    pub money: Money,
    /// When; of budgets and planned disbursements, from when.
    pub start: Option<Date>,
    /// Until when, for budgets and planned disbursements.
    pub end: Option<Date>,
    /// Who gives, where it is said.
    pub provider: Option<Party>,
    /// Who receives, where it is said.
    pub receiver: Option<Party>,
    /// What for.
    pub description: String,
    /// Where it stands.
    pub place: Place,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Activity {
    /// Its identifier.
    pub identifier: String,
    /// Who reports it.
    pub reporter: Party,
    /// Its title.
    pub title: String,
    /// Its level: 1 for the top, 2 for its children.
    pub hierarchy: u8,
    /// Identifier of its parent, where it is said.
    pub parent: Option<String>,
    /// From when: actual, else planned.
    pub start: Option<Date>,
    /// Until when: actual, else planned.
    pub end: Option<Date>,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Its money.
    pub movements: Vec<Movement>,
    /// Why its money is not added up.
    pub flags: Vec<Flag>,
    /// Where it stands.
    pub place: Place,
}

/// A file of activities.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct IatiFile {
    /// The activities, in order.
    pub activities: Vec<Activity>,
}

/// Reads an IATI 2.03 activity file.
///
/// # Errors
/// [`RegisterError`] for broken XML, an impossible date, an amount that is no number, a missing currency.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<IatiFile, RegisterError> {
    let text = decode::text(file, bytes)?;
    let mut seen = BTreeSet::new();
    let mut activities = Vec::new();
    element::activities(file, text, &mut |element| {
        let mut activity = activity(file, element)?;
        if !seen.insert(activity.identifier.clone()) {
            activity.flags.push(Flag::DuplicateId);
        }
        activities.push(activity);
        Ok(())
    })?;
    Ok(IatiFile { activities })
}

fn place(file: &str, element: &Element) -> Place {
    Place {
        file: file.to_owned(),
        line: element.line,
    }
}

fn wrong(file: &str, element: &Element, what: &str, found: &str, expected: &str) -> RegisterError {
    let field = if what.is_empty() {
        format!("<{}>", element.name)
    } else {
        format!("{what} of <{}>", element.name)
    };
    RegisterError {
        file: file.to_owned(),
        line: element.line,
        column: element.column,
        problem: if found.is_empty() {
            Problem::Value {
                field,
                found: String::new(),
                expected: expected.to_owned(),
            }
        } else {
            Problem::Value {
                field,
                found: found.to_owned(),
                expected: expected.to_owned(),
            }
        },
    }
}

fn activity(file: &str, element: &Element) -> Result<Activity, RegisterError> {
    let identifier = element
        .first("iati-identifier")
        .map(|child| child.text.trim().to_owned())
        .filter(|identifier| !identifier.is_empty())
        .ok_or_else(|| wrong(file, element, "iati-identifier", "", "an identifier"))?;
    let reporter = element.first("reporting-org").ok_or_else(|| {
        wrong(
            file,
            element,
            "reporting-org",
            "",
            "the organisation that reports",
        )
    })?;
    let hierarchy = match element.attribute("hierarchy") {
        "" => 1,
        text => text.parse().map_err(|_| {
            wrong(
                file,
                element,
                "hierarchy",
                text,
                "a small number, 1 for the top",
            )
        })?,
    };
    let date = |kinds: [&str; 2]| -> Result<Option<Date>, RegisterError> {
        for kind in kinds {
            for child in element.all("activity-date") {
                if child.attribute("type") == kind {
                    return iso_date(file, child, "iso-date").map(Some);
                }
            }
        }
        Ok(None)
    };
    let secondary = matches!(reporter.attribute("secondary-reporter"), "1" | "true");
    let currency = element.attribute("default-currency");
    let mut movements = Vec::new();
    for child in &element.children {
        movements.extend(movement(file, child, currency)?);
    }
    Ok(Activity {
        identifier,
        reporter: party(reporter),
        title: element
            .first("title")
            .map_or(String::new(), Element::narrative),
        hierarchy,
        parent: element
            .all("related-activity")
            .find(|related| related.attribute("type") == "1")
            .map(|related| related.attribute("ref").to_owned()),
        start: date(["2", "1"])?,
        end: date(["4", "3"])?,
        participants: element
            .all("participating-org")
            .map(|child| participant(file, child))
            .collect::<Result<_, _>>()?,
        movements,
        flags: if secondary {
            vec![Flag::SecondaryPublisher]
        } else {
            Vec::new()
        },
        place: place(file, element),
    })
}

fn iso_date(file: &str, element: &Element, attribute: &str) -> Result<Date, RegisterError> {
    let found = element.attribute(attribute);
    // "2023-09-04Z" is a date of XML Schema with its zone.
    let day = found
        .get(..10)
        .filter(|_| found.len() > 10)
        .unwrap_or(found);
    Date::parse(day).ok_or_else(|| wrong(file, element, attribute, found, DATE))
}

fn party(element: &Element) -> Party {
    let id = element.attribute("ref");
    let name = element.narrative();
    Party {
        name: if name.is_empty() { id.to_owned() } else { name },
        id: Some(id.to_owned()).filter(|id| !id.is_empty()),
    }
}

fn named(element: Option<&Element>) -> Option<Party> {
    element.map(party).filter(|party| !party.name.is_empty())
}

fn participant(file: &str, element: &Element) -> Result<Participant, RegisterError> {
    let role = match element.attribute("role") {
        "1" => PartyRole::Funding,
        "2" => PartyRole::Accountable,
        "3" => PartyRole::Extending,
        "4" => PartyRole::Implementing,
        other => {
            let expected = "1 (funding), 2 (accountable), 3 (extending) or 4 (implementing)";
            return Err(wrong(file, element, "role", other, expected));
        }
    };
    let party = party(element);
    if party.name.is_empty() {
        return Err(wrong(
            file,
            element,
            "",
            "",
            "a ref or a narrative that names the organisation",
        ));
    }
    Ok(Participant {
        party,
        role,
        place: place(file, element),
    })
}

/// The money of one child of an activity; none where it is no transaction, budget or plan.
fn movement(
    file: &str,
    element: &Element,
    currency: &str,
) -> Result<Option<Movement>, RegisterError> {
    let (status, kind, start, end) = match element.name.as_str() {
        "transaction" => {
            let code = element
                .first("transaction-type")
                .map_or("", |child| child.attribute("code"));
            let status = match code {
                "2" => Some(Status::Committed),
                "3" | "4" => Some(Status::Paid),
                "1" => Some(Status::Received),
                "11" => Some(Status::Committed),
                "12" | "13" => Some(Status::Pledged),
                "5" | "6" | "7" | "8" | "9" | "10" => None,
                other => {
                    return Err(wrong(
                        file,
                        element,
                        "transaction-type",
                        other,
                        "a code of 1 to 13",
                    ));
                }
            };
            let date = element
                .first("transaction-date")
                .ok_or_else(|| wrong(file, element, "transaction-date", "", DATE))?;
            (
                status,
                code.to_owned(),
                Some(iso_date(file, date, "iso-date")?),
                None,
            )
        }
        "budget" | "planned-disbursement" => {
            let date = |name| {
                element
                    .first(name)
                    .map(|child| iso_date(file, child, "iso-date"))
                    .transpose()
            };
            (
                Some(Status::Planned),
                element.name.clone(),
                date("period-start")?,
                date("period-end")?,
            )
        }
        _ => return Ok(None),
    };
    let value = element
        .first("value")
        .ok_or_else(|| wrong(file, element, "value", "", "an amount"))?;
    let amount = Amount::parse(&value.text).ok_or_else(|| {
        wrong(
            file,
            value,
            "",
            value.text.trim(),
            "a number such as 780000.00",
        )
    })?;
    let own = value.attribute("currency");
    let currency = if own.is_empty() { currency } else { own };
    if !crate::ties::is_currency(currency) {
        let expected = "a code of three letters, here or as default-currency of the activity";
        return Err(wrong(file, value, "currency", currency, expected));
    }
    Ok(Some(Movement {
        status,
        kind,
        money: Money {
            amount,
            currency: currency.to_uppercase(),
        },
        start,
        end,
        provider: named(element.first("provider-org")),
        receiver: named(element.first("receiver-org")),
        description: element
            .first("description")
            .map_or(String::new(), Element::narrative),
        place: place(file, element),
    }))
}
