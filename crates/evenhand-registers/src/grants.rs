//! 360Giving grants, JSON and CSV: who awarded how much to whom, for what, from when to when.
//!
//! What was awarded is one thing; what was only applied for, or is still to be awarded, is shown as
//! planned. A grant's identifier that stands twice is flagged.

use crate::table::{Row, Table};
use crate::ties::{TieNote, is_currency};
use crate::{
    Amount, Column, Flag, Level, Money, Party, Place, Problem, RegisterError, Relation, Status,
    Tie, TiesFile, decode,
};
use evenhand_report::Date;
use serde::Deserialize;
use std::collections::BTreeSet;

/// The columns of 360Giving CSV that are read.
pub const GRANTS_CODEBOOK: &[Column] = &[
    Column {
        name: "Identifier",
        required: true,
        holds: "the grant's identifier (360G-…)",
    },
    Column {
        name: "Title",
        required: false,
        holds: "what the grant is called",
    },
    Column {
        name: "Description",
        required: false,
        holds: "what it is for",
    },
    Column {
        name: "Currency",
        required: true,
        holds: "code of the currency",
    },
    Column {
        name: "Amount Awarded",
        required: true,
        holds: "a number; empty where nothing is awarded yet",
    },
    Column {
        name: "Amount Applied For",
        required: false,
        holds: "a number, shown as planned where nothing is awarded",
    },
    Column {
        name: "Award Date",
        required: true,
        holds: "when it was awarded",
    },
    Column {
        name: "Planned Dates:Start Date",
        required: false,
        holds: "from when it is to run",
    },
    Column {
        name: "Planned Dates:End Date",
        required: false,
        holds: "until when it is to run",
    },
    Column {
        name: "Recipient Org:Identifier",
        required: false,
        holds: "org-id.guide identifier of the recipient",
    },
    Column {
        name: "Recipient Org:Name",
        required: true,
        holds: "name of the recipient",
    },
    Column {
        name: "Funding Org:Identifier",
        required: false,
        holds: "org-id.guide identifier of the funder",
    },
    Column {
        name: "Funding Org:Name",
        required: true,
        holds: "name of the funder",
    },
];

const EXPECTED: &str = "a 360Giving file, {\"grants\": [{\"id\", \"title\", \"currency\", \"amountAwarded\", \
     \"awardDate\", \"recipientOrganization\", \"fundingOrganization\" …}]},";

#[derive(Deserialize)]
struct File {
    grants: Vec<Grant>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Grant {
    id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    description: String,
    currency: Currency,
    #[serde(default)]
    amount_awarded: Option<Amount>,
    #[serde(default)]
    amount_applied_for: Option<Amount>,
    #[serde(default)]
    award_date: Option<Day>,
    #[serde(default)]
    planned_dates: Vec<Period>,
    recipient_organization: Vec<Organization>,
    funding_organization: Vec<Organization>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Period {
    start_date: Option<Day>,
    end_date: Option<Day>,
}

#[derive(Deserialize)]
struct Organization {
    #[serde(default)]
    id: Option<String>,
    name: String,
}

/// A date whose fault has the place of the JSON reader.
struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // Dates may carry a time of day ("2023-09-04T00:00:00+00:00").
        let day = text.split('T').next().unwrap_or("");
        Date::parse(day).map(Self).ok_or_else(|| {
            serde::de::Error::custom(format!("{text:?} is no {}", crate::table::DATE))
        })
    }
}

/// A currency's code.
struct Currency(String);

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if is_currency(&text) {
            Ok(Self(text.to_uppercase()))
        } else {
            Err(serde::de::Error::custom(format!(
                "{text:?} is no currency of three letters (USD)"
            )))
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?;
        Amount::parse(&number.to_string())
            .ok_or_else(|| serde::de::Error::custom(format!("{number} is no amount of money")))
    }
}

/// Reads 360Giving JSON.
///
/// # Errors
/// [`RegisterError`] with line and column for broken JSON, a missing field, an impossible date.
pub(crate) fn json(file: &str, bytes: &[u8]) -> Result<TiesFile, RegisterError> {
    let text = decode::text(file, bytes)?;
    let read: File = serde_json::from_str(text)
        .map_err(|error| crate::json::fault(file, 1, &error, EXPECTED))?;
    let mut seen = Ids::default();
    let mut from = 0;
    for grant in &read.grants {
        // The line of the grant's identifier, looked for from the last one on.
        let quoted = serde_json::to_string(&grant.id).unwrap_or_default();
        let found = text.get(from..).and_then(|rest| rest.find(&quoted));
        let at = found.map_or(from, |found| from + found);
        from = at + found.map_or(0, |_| quoted.len());
        let (line, column) = decode::place(text, at);
        let place = Place {
            file: file.to_owned(),
            line,
        };
        let currency = &grant.currency.0;
        let money = |amount| Money {
            amount,
            currency: currency.clone(),
        };
        let Some((status, money)) = status(
            grant.amount_awarded.map(money),
            grant.amount_applied_for.map(money),
        ) else {
            return Err(RegisterError {
                file: file.to_owned(),
                line,
                column,
                problem: Problem::Nothing {
                    field: format!("amountAwarded of {}", grant.id),
                    expected: "a number, or amountAppliedFor where nothing is awarded yet",
                },
            });
        };
        let planned = grant.planned_dates.first();
        let start = planned.and_then(|period| period.start_date.as_ref());
        let end = planned.and_then(|period| period.end_date.as_ref());
        let awarded = grant.award_date.as_ref().map(|day| day.0);
        for funder in &grant.funding_organization {
            for recipient in &grant.recipient_organization {
                let party = |organization: &Organization| Party {
                    name: organization.name.trim().to_owned(),
                    id: organization.id.clone().filter(|id| !id.is_empty()),
                };
                seen.push(Tie {
                    id: grant.id.clone(),
                    from: party(funder),
                    relation: Relation::Funds,
                    to: party(recipient),
                    money: Some(money.clone()),
                    status,
                    start: start.map(|day| day.0).or(awarded),
                    end: end.map(|day| day.0),
                    purpose: purpose(&grant.title, &grant.description),
                    citation: citation(&grant.id, awarded),
                    level: Level::Grant,
                    hierarchy: None,
                    flags: Vec::new(),
                    place: place.clone(),
                });
            }
        }
        seen.done(&grant.id);
    }
    Ok(seen.file)
}

/// What has become of the money: awarded, or only applied for.
fn status(awarded: Option<Money>, applied: Option<Money>) -> Option<(Status, Money)> {
    awarded
        .map(|money| (Status::Awarded, money))
        .or(applied.map(|money| (Status::Planned, money)))
}

fn purpose(title: &str, description: &str) -> String {
    let words = if title.is_empty() { description } else { title };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn citation(id: &str, awarded: Option<Date>) -> String {
    awarded.map_or_else(
        || format!("360Giving grant {id}"),
        |date| format!("360Giving grant {id}, awarded {date}"),
    )
}

/// Grants read so far, with identifiers that stand twice flagged.
#[derive(Default)]
struct Ids {
    seen: BTreeSet<String>,
    file: TiesFile,
}

impl Ids {
    fn push(&mut self, mut tie: Tie) {
        if self.seen.contains(&tie.id) {
            tie.flags.push(Flag::DuplicateId);
            self.file.notes.push(TieNote {
                flag: Flag::DuplicateId,
                message: format!(
                    "the identifier {} stands a second time; this grant is shown, its money is not added up",
                    tie.id
                ),
                place: tie.place.clone(),
            });
        }
        self.file.ties.push(tie);
    }

    fn done(&mut self, id: &str) {
        self.seen.insert(id.to_owned());
    }
}

/// Whether the head of a CSV is that of 360Giving grants.
pub(crate) fn is_csv(bytes: &[u8]) -> bool {
    let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
    let head = String::from_utf8_lossy(head).to_lowercase();
    head.contains("amount awarded") || head.contains("recipient org:")
}

/// Reads 360Giving CSV.
///
/// # Errors
/// [`RegisterError`] with line and column for a missing column or a field that is not what it should be.
pub(crate) fn csv(file: &str, bytes: &[u8]) -> Result<TiesFile, RegisterError> {
    let table = Table::read(file, bytes, "grants", GRANTS_CODEBOOK)?;
    let mut seen = Ids::default();
    for row in table.rows() {
        let tie = grant(row)?;
        let id = tie.id.clone();
        seen.push(tie);
        seen.done(&id);
    }
    Ok(seen.file)
}

fn grant(row: Row<'_>) -> Result<Tie, RegisterError> {
    let currency = row.text("Currency").to_uppercase();
    if !is_currency(&currency) {
        return Err(row.wrong("Currency", "a code of three letters (GBP)"));
    }
    let money = |name: &str| -> Result<Option<Money>, RegisterError> {
        if row.text(name).is_empty() {
            return Ok(None);
        }
        let amount = Amount::parse(row.text(name))
            .ok_or_else(|| row.wrong(name, "a number such as 780000 or 1,204.50"))?;
        Ok(Some(Money {
            amount,
            currency: currency.clone(),
        }))
    };
    let Some((status, money)) = status(money("Amount Awarded")?, money("Amount Applied For")?)
    else {
        return Err(row.wrong(
            "Amount Awarded",
            "a number, or one under \"Amount Applied For\" where nothing is awarded yet",
        ));
    };
    let id = row.some("Identifier", "the grant's identifier")?;
    let awarded = row.date("Award Date")?;
    let party = |name, id| -> Result<Party, RegisterError> {
        Ok(Party {
            name: row.some(name, "a name")?,
            id: Some(row.text(id).to_owned()).filter(|id| !id.is_empty()),
        })
    };
    Ok(Tie {
        citation: citation(&id, awarded),
        id,
        from: party("Funding Org:Name", "Funding Org:Identifier")?,
        relation: Relation::Funds,
        to: party("Recipient Org:Name", "Recipient Org:Identifier")?,
        money: Some(money),
        status,
        start: row.date("Planned Dates:Start Date")?.or(awarded),
        end: row.date("Planned Dates:End Date")?,
        purpose: purpose(row.text("Title"), row.text("Description")),
        level: Level::Grant,
        hierarchy: None,
        flags: Vec::new(),
        place: row.place(),
    })
}
