//! FollowTheMoney JSON lines (OpenSanctions and others): persons and bodies on lists, and ties.
//!
//! In: one entity a line. Out: a listing for every sanction or entry of an entity (`Sanction`,
//! linked by `entity`), or, where it has none, for every data set it stands in; and ties from
//! ownership, directorship, employment, membership, family and payments.

use crate::table::DATE;
use crate::{
    Amount, Level, Listed, Listing, Money, Party, Place, Problem, RegisterError, Relation, Status,
    Tie, decode,
};
use evenhand_report::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

const EXPECTED: &str = "one FollowTheMoney entity a line, {\"id\", \"schema\", \"properties\": {\"name\": [\"…\"] …}},";

/// What a FollowTheMoney file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FtmFile {
    /// Persons and bodies on lists.
    pub listings: Vec<Listing>,
    /// Ties between them.
    pub ties: Vec<Tie>,
}

#[derive(Deserialize)]
struct Entity {
    id: String,
    schema: String,
    #[serde(default)]
    properties: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    datasets: Vec<String>,
    #[serde(default)]
    first_seen: Option<String>,
}

struct Line {
    entity: Entity,
    place: Place,
    text: String,
}

impl Line {
    fn all(&self, property: &str) -> &[String] {
        self.entity
            .properties
            .get(property)
            .map_or(&[], Vec::as_slice)
    }

    fn first(&self, property: &str) -> Option<&str> {
        self.all(property)
            .iter()
            .map(|value| value.trim())
            .find(|value| !value.is_empty())
    }

    /// A fault at a value of this line.
    fn wrong(&self, field: &str, found: &str, expected: &str) -> RegisterError {
        let at = self.text.find(found).unwrap_or(0);
        RegisterError {
            file: self.place.file.clone(),
            line: self.place.line,
            column: decode::place(&self.text, at).1,
            problem: Problem::Value {
                field: field.to_owned(),
                found: found.to_owned(),
                expected: expected.to_owned(),
            },
        }
    }

    /// The first date under these properties.
    fn date(&self, properties: &[&str]) -> Result<Option<Date>, RegisterError> {
        for property in properties {
            let mut dates = Vec::new();
            for value in self.all(property) {
                let day = value.split('T').next().unwrap_or("");
                dates.push(Date::parse(day).ok_or_else(|| self.wrong(property, value, DATE))?);
            }
            if let Some(date) = dates.into_iter().reduce(|one, other| {
                if other.in_order(one).is_lt() {
                    other
                } else {
                    one
                }
            }) {
                return Ok(Some(date));
            }
        }
        Ok(None)
    }

    fn kind(&self) -> Option<Listed> {
        match self.entity.schema.as_str() {
            "Person" => Some(Listed::Person),
            "Company" => Some(Listed::Company),
            "Organization" | "LegalEntity" | "PublicBody" => Some(Listed::Organisation),
            _ => None,
        }
    }
}

/// The words for the topics that lists use most; any other stands as it is written.
fn topic(code: &str) -> String {
    let words = match code {
        "sanction" => "sanctioned",
        "sanction.linked" => "linked to a sanctioned person or body",
        "wanted" => "wanted",
        "crime" => "crime",
        "crime.terror" => "terrorism",
        "crime.fraud" => "fraud",
        "role.pep" => "politically exposed person",
        "role.rca" => "close associate of a politically exposed person",
        "role.judge" => "judge",
        "role.journo" => "journalist",
        "role.act" => "activist",
        "role.lawyer" => "lawyer",
        "poi" => "person of interest",
        "debarment" => "debarred",
        "corp.disqual" => "disqualified",
        other => other,
    };
    words.to_owned()
}

/// Reads FollowTheMoney JSON lines.
///
/// # Errors
/// [`RegisterError`] with line and column for broken JSON, a missing field, an impossible date.
pub fn read(file: &str, bytes: &[u8]) -> Result<FtmFile, RegisterError> {
    let text = decode::text(file, bytes)?;
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let entity: Entity = serde_json::from_str(line)
            .map_err(|error| crate::json::fault(file, at + 1, &error, EXPECTED))?;
        lines.push(Line {
            entity,
            place: Place {
                file: file.to_owned(),
                line: at + 1,
            },
            text: line.to_owned(),
        });
    }
    let by_id: BTreeMap<&str, &Line> = lines
        .iter()
        .map(|line| (line.entity.id.as_str(), line))
        .collect();
    let mut sanctions: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.entity.schema == "Sanction") {
        for entity in line.all("entity") {
            sanctions.entry(entity).or_default().push(line);
        }
    }
    let mut read = FtmFile::default();
    for line in &lines {
        if let Some(kind) = line.kind() {
            let entries = sanctions
                .get(line.entity.id.as_str())
                .map_or(&[][..], Vec::as_slice);
            listings(line, kind, entries, &mut read.listings)?;
        }
        ties(line, &by_id, &mut read.ties)?;
    }
    Ok(read)
}

fn listings(
    line: &Line,
    kind: Listed,
    entries: &[&Line],
    listings: &mut Vec<Listing>,
) -> Result<(), RegisterError> {
    let Some(name) = line.first("name") else {
        return Err(line.wrong("name", "properties", "a name of the entity"));
    };
    let aliases: Vec<String> = ["name", "alias", "weakAlias", "previousName"]
        .iter()
        .flat_map(|property| line.all(property))
        .filter(|alias| alias.as_str() != name)
        .cloned()
        .collect();
    let topics: Vec<String> = line.all("topics").iter().map(|code| topic(code)).collect();
    let as_what = |own: Option<&str>| {
        own.map(str::to_owned)
            .or_else(|| (!topics.is_empty()).then(|| topics.join(", ")))
            .unwrap_or_else(|| "entry without a reason".to_owned())
    };
    let base = Listing {
        id: line.entity.id.clone(),
        name: name.to_owned(),
        aliases,
        kind,
        list: String::new(),
        listed_as: as_what(None),
        since: None,
        until: None,
        citation: line
            .first("sourceUrl")
            .map_or_else(|| format!("entity {}", line.entity.id), str::to_owned),
        place: line.place.clone(),
    };
    for entry in entries {
        let list = [entry.first("authority"), entry.first("program")];
        let list: Vec<&str> = list.into_iter().flatten().collect();
        listings.push(Listing {
            id: entry.entity.id.clone(),
            list: if list.is_empty() {
                entry.entity.datasets.join(", ")
            } else {
                list.join(", ")
            },
            listed_as: as_what(entry.first("reason").or(entry.first("provisions"))),
            since: entry.date(&["listingDate", "startDate"])?,
            until: entry.date(&["endDate"])?,
            citation: entry
                .first("sourceUrl")
                .map_or(base.citation.clone(), str::to_owned),
            place: entry.place.clone(),
            ..base.clone()
        });
    }
    if entries.is_empty() {
        // When a data set first showed the entity is not since when it has been listed; only a
        // date that the entity itself bears is.
        let since = line.date(&["listingDate", "startDate"])?;
        let seen = line.entity.first_seen.is_some();
        for dataset in &line.entity.datasets {
            listings.push(Listing {
                list: dataset.clone(),
                since,
                ..base.clone()
            });
        }
        if line.entity.datasets.is_empty() && (seen || !topics.is_empty()) {
            listings.push(Listing {
                list: line.place.file.clone(),
                since,
                ..base
            });
        }
    }
    Ok(())
}

/// Schemas that tie two entities: the property of the first, the relation, the property of the second.
const TYING: &[(&str, &str, Relation, &str)] = &[
    ("Ownership", "owner", Relation::Owns, "asset"),
    (
        "Directorship",
        "organization",
        Relation::BoardMember,
        "director",
    ),
    ("Employment", "employer", Relation::Employs, "employee"),
    ("Membership", "organization", Relation::HasPart, "member"),
    ("Family", "person", Relation::Related, "relative"),
    ("Associate", "person", Relation::Related, "associate"),
    ("Payment", "payer", Relation::Funds, "beneficiary"),
    ("UnknownLink", "subject", Relation::Related, "object"),
];

fn ties(
    line: &Line,
    by_id: &BTreeMap<&str, &Line>,
    ties: &mut Vec<Tie>,
) -> Result<(), RegisterError> {
    let Some((_, from, relation, to)) = TYING
        .iter()
        .find(|(schema, ..)| *schema == line.entity.schema)
    else {
        return Ok(());
    };
    let party = |id: &String| Party {
        name: by_id
            .get(id.as_str())
            .and_then(|entity| entity.first("name"))
            .unwrap_or(id)
            .to_owned(),
        id: Some(id.clone()),
    };
    let money = match (line.first("amount"), line.first("currency")) {
        (Some(amount), Some(currency)) => Some(Money {
            amount: Amount::parse(amount)
                .ok_or_else(|| line.wrong("amount", amount, "a number such as 780000"))?,
            currency: currency.to_uppercase(),
        }),
        _ => None,
    };
    for one in line.all(from) {
        for other in line.all(to) {
            ties.push(Tie {
                id: line.entity.id.clone(),
                from: party(one),
                relation: *relation,
                to: party(other),
                money: money.clone(),
                status: if money.is_some() {
                    Status::Paid
                } else {
                    Status::Stated
                },
                start: line.date(&["startDate", "date"])?,
                end: line.date(&["endDate"])?,
                purpose: line
                    .first("role")
                    .or(line.first("purpose"))
                    .or(line.first("relationship"))
                    .unwrap_or("")
                    .to_owned(),
                citation: line
                    .first("sourceUrl")
                    .map_or_else(|| format!("entity {}", line.entity.id), str::to_owned),
                level: Level::Row,
                hierarchy: None,
                flags: Vec::new(),
                place: line.place.clone(),
            });
        }
    }
    Ok(())
}
