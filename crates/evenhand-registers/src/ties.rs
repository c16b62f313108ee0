//! Ties: who funds, employs, awards, founded, owns or is part of whom, with amount, period, citation.

use crate::table::{Row, Table};
use crate::{Amount, Column, Money, Place, RegisterError, grants, iati, json};
use evenhand_report::Date;
use serde::Serialize;

/// The columns of a register of ties.
pub const TIES_CODEBOOK: &[Column] = &[
    Column {
        name: "id",
        required: true,
        holds: "a name for the tie",
    },
    Column {
        name: "from",
        required: true,
        holds: "who gives, employs, owns, is the whole",
    },
    Column {
        name: "relation",
        required: true,
        holds: "funds, awards, employs, board_member, founded, owns, has_part or related",
    },
    Column {
        name: "to",
        required: true,
        holds: "who receives, is employed, is owned, is the part",
    },
    Column {
        name: "amount",
        required: false,
        holds: "a number without a currency sign",
    },
    Column {
        name: "currency",
        required: false,
        holds: "code of the currency, three letters; needed where there is an amount",
    },
    Column {
        name: "status",
        required: false,
        holds: "awarded, committed, paid, received, pledged or planned; empty where the source does not say",
    },
    Column {
        name: "start",
        required: false,
        holds: "from when: 2023-09-04, 2023-09 or 2023",
    },
    Column {
        name: "end",
        required: false,
        holds: "until when",
    },
    Column {
        name: "purpose",
        required: false,
        holds: "what for, in the source's words",
    },
    Column {
        name: "citation",
        required: true,
        holds: "where it can be looked up",
    },
    Column {
        name: "from_id",
        required: false,
        holds: "identifier of the giver (org-id.guide)",
    },
    Column {
        name: "to_id",
        required: false,
        holds: "identifier of the receiver (org-id.guide)",
    },
];

evenhand_report::written_enum! {
    /// How two parties are tied: the first does this to the second.
    pub enum Relation {
        /// Gives money.
        Funds = "funds",
        /// Gives an award.
        Awards = "awards",
        /// Employs, or has employed.
        Employs = "employs",
        /// Has the second on its board.
        BoardMember = "board_member",
        /// Founded.
        Founded = "founded",
        /// Owns.
        Owns = "owns",
        /// Has the second as a part of itself.
        HasPart = "has_part",
        /// Commissions: is answerable for work the second carries out.
        Commissions = "commissions",
        /// Is related in another way.
        Related = "related",
    }
}

evenhand_report::written_enum! {
    /// What has become of money; the order is the one in which a level for sums is chosen.
    pub enum Status {
        /// The source does not say.
        Stated = "stated",
        /// Awarded.
        Awarded = "awarded",
        /// Paid out: disbursements and expenditures.
        Paid = "paid",
        /// Received, as the receiver reports it.
        Received = "received",
        /// Committed, by the giver's word.
        Committed = "committed",
        /// Pledged.
        Pledged = "pledged",
        /// Planned for later: budgets, planned disbursements.
        Planned = "planned",
    }
}

evenhand_report::written_enum! {
    /// The level at which a tie stands in its source.
    pub enum Level {
        /// A row of a user's register.
        Row = "row",
        /// A grant.
        Grant = "grant",
        /// A single transaction of an activity.
        Transaction = "transaction",
        /// A planned disbursement of an activity.
        PlannedDisbursement = "planned_disbursement",
        /// A budget of an activity.
        Budget = "budget",
        /// An activity as a whole.
        Activity = "activity",
    }
}

evenhand_report::written_enum! {
    /// Why a tie is shown but never added up.
    pub enum Flag {
        /// The identifier stands more than once; this is not the first.
        DuplicateId = "duplicate_id",
        /// The publisher reports on another's activity, which that other may report too.
        SecondaryPublisher = "secondary_publisher",
    }
}

/// One end of a tie.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Party {
    /// Its name; where the source gives none, its identifier.
    pub name: String,
    /// Its identifier (org-id.guide), where the source gives one.
    pub id: Option<String>,
}

/// A fact that ties one party to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// Its name in the source.
    pub id: String,
    /// Who gives, employs, owns, is the whole.
    pub from: Party,
    /// How.
    pub relation: Relation,
    /// Who receives, is employed, is owned, is the part.
    pub to: Party,
    /// The amount, where there is one.
    pub money: Option<Money>,
    /// What has become of the money.
    pub status: Status,
    /// From when.
    pub start: Option<Date>,
    /// Until when.
    pub end: Option<Date>,
    /// What for.
    pub purpose: String,
    /// Where it can be looked up.
    pub citation: String,
    /// The level at which it stands.
    pub level: Level,
    /// Level in a hierarchy of activities (IATI), 1 for the top.
    pub hierarchy: Option<u8>,
    /// Why it is not added up.
    pub flags: Vec<Flag>,
    /// Where it stands.
    pub place: Place,
}

/// Something odd about a file of ties that the user should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TieNote {
    /// What kind of oddness.
    pub flag: Flag,
    /// In plain words.
    pub message: String,
    /// Where.
    pub place: Place,
}

/// A file of ties.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TiesFile {
    /// The ties, in the order of the file.
    pub ties: Vec<Tie>,
    /// What is odd.
    pub notes: Vec<TieNote>,
}

/// Reads a file of ties: this program's CSV, IATI 2.03 XML, 360Giving JSON or CSV, or
/// FollowTheMoney JSON lines; which one it is, its first characters tell.
///
/// # Errors
/// [`RegisterError`] at the first thing that is not what it should be.
pub fn ties(file: &str, bytes: &[u8]) -> Result<TiesFile, RegisterError> {
    let start = bytes
        .strip_prefix(&[0xef, 0xbb, 0xbf])
        .unwrap_or(bytes)
        .trim_ascii_start();
    if start.starts_with(b"<") {
        return Ok(iati::read(file, bytes)?.ties_file());
    }
    if json::looks_like(bytes) {
        return if json::is_grants(bytes) {
            grants::json(file, bytes)
        } else {
            Ok(TiesFile {
                ties: crate::ftm::read(file, bytes)?.ties,
                notes: Vec::new(),
            })
        };
    }
    if grants::is_csv(bytes) {
        return grants::csv(file, bytes);
    }
    let table = Table::read(file, bytes, "ties", TIES_CODEBOOK)?;
    Ok(TiesFile {
        ties: table.rows().map(tie).collect::<Result<_, _>>()?,
        notes: Vec::new(),
    })
}

fn tie(row: Row<'_>) -> Result<Tie, RegisterError> {
    let start = row.date("start")?;
    let end = row.date("end")?;
    if let (Some(start), Some(end)) = (start, end)
        && end.surely_before(start)
    {
        return Err(row.wrong("end", format!("a date not before start ({start})")));
    }
    let party = |name, id| -> Result<Party, RegisterError> {
        Ok(Party {
            name: row.some(name, "a name")?,
            id: Some(row.text(id).to_owned()).filter(|id| !id.is_empty()),
        })
    };
    let status = match row.text("status") {
        "" => Status::Stated,
        text => Status::from_written(text).ok_or_else(|| {
            let all: Vec<&str> = Status::ALL.iter().map(|status| status.as_str()).collect();
            row.wrong("status", format!("one of {}, or nothing", all.join(", ")))
        })?,
    };
    Ok(Tie {
        id: row.some("id", "a name for the tie")?,
        from: party("from", "from_id")?,
        relation: Relation::from_written(row.text("relation")).ok_or_else(|| {
            let all: Vec<&str> = Relation::ALL
                .iter()
                .map(|relation| relation.as_str())
                .collect();
            row.wrong("relation", format!("one of {}", all.join(", ")))
        })?,
        to: party("to", "to_id")?,
        money: money(row)?,
        status,
        start,
        end,
        purpose: row.text("purpose").to_owned(),
        citation: row.some("citation", "an address or citation")?,
        level: Level::Row,
        hierarchy: None,
        flags: Vec::new(),
        place: row.place(),
    })
}

fn money(row: Row<'_>) -> Result<Option<Money>, RegisterError> {
    if row.text("amount").is_empty() {
        return Ok(None);
    }
    let amount = Amount::parse(row.text("amount"))
        .ok_or_else(|| row.wrong("amount", "a number such as 780000 or 1,204.50"))?;
    if !is_currency(row.text("currency")) {
        return Err(row.wrong(
            "currency",
            "a code of three letters (USD), since there is an amount",
        ));
    }
    Ok(Some(Money {
        amount,
        currency: row.text("currency").to_uppercase(),
    }))
}

/// Whether a text has the form of a currency's code.
pub(crate) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}
