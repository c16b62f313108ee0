//! What ties held against a report give: sides, sources with their ties, ways, origins; each tie with its citation.

use super::{Held, Quoted};
use evenhand_registers::{Amount, Flag, Relation, Status, Sum, TieNote};
use evenhand_report::{Date, SourceKind};
use serde::Serialize;

evenhand_report::written_enum! {
    /// Where the other end of a tie stands.
    pub enum Side {
        /// The publisher, the government it is part of, that government's other parts.
        Publisher = "publisher",
        /// The government reported on.
        Government = "government",
        /// Another source the report relies on.
        Source = "source",
        /// Somebody the report names without relying on them.
        Named = "named",
        /// Somebody the report does not name.
        Unnamed = "unnamed",
    }
}

evenhand_report::written_enum! {
    /// How a tie's period stands to the year reported on.
    pub enum When {
        /// It ended before.
        Before = "before",
        /// It falls in the year, or may.
        During = "during",
        /// It begins after.
        After = "after",
        /// The tie or the report bears no date.
        Unknown = "unknown",
    }
}

/// What the user says about the sides.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Further names of the publisher's side.
    pub publisher: Vec<String>,
    /// Further names of the government reported on.
    pub government: Vec<String>,
}

/// Ties held against the bodies a report relies on.
#[derive(Debug, Clone, Serialize)]
pub struct TiesReport {
    /// The report.
    pub report: Held,
    /// Who counts as the publisher's side.
    pub publisher_side: Vec<String>,
    /// Who counts as the government reported on.
    pub government_side: Vec<String>,
    /// Named sources the report relies on.
    pub sources: usize,
    /// Of these, sources with a tie in these files.
    pub tied: usize,
    /// Share in percent.
    pub percent: Option<f64>,
    /// The tied sources, most relied on first.
    pub bodies: Vec<BodyTies>,
    /// Sources that receive from one origin.
    pub shared_origins: Vec<SharedOrigin>,
    /// Ties read.
    pub ties: usize,
    /// What is odd about the files.
    pub notes: Vec<TieNote>,
}

/// A body the report relies on, and its ties.
#[derive(Debug, Clone, Serialize)]
pub struct BodyTies {
    /// Its name in the report.
    pub name: String,
    /// Its name in the ties.
    pub name_in_ties: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Attributions to it.
    pub attributions: usize,
    /// Out of all attributions to named sources.
    pub of: usize,
    /// Share in percent.
    pub percent: Option<f64>,
    /// The first sentences that rely on it.
    pub quotes: Vec<Quoted>,
    /// Its own ties.
    pub links: Vec<Link>,
    /// The way from the publisher to it, where the publisher's side gives to it: the circle in which a
    /// publisher quotes a body it pays, employs or honours. Empty where there is none.
    pub circle: Vec<StepRow>,
    /// The circle in plain words.
    pub circle_words: String,
    /// The way from the government reported on to it, where that government's side gives to it: the same
    /// question put to the other side. Empty where there is none.
    pub from_government: Vec<StepRow>,
    /// That way in plain words.
    pub from_government_words: String,
}

/// A tie of a body, and where its other end stands.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Where the other end stands.
    pub side: Side,
    /// The other end.
    pub other: String,
    /// The tie or ties between them.
    #[serde(flatten)]
    pub step: StepRow,
}

/// A step of a way, with every tie it rests on.
#[derive(Debug, Clone, Serialize)]
pub struct StepRow {
    /// Who gives, employs, owns, is the whole.
    pub giver: String,
    /// How.
    pub relation: Relation,
    /// Who receives, is employed, is owned, is the part.
    pub receiver: String,
    /// In plain words.
    pub words: String,
    /// The ties.
    pub ties: Vec<TieRow>,
    /// Their amounts, added up at one level and in one currency each.
    pub sums: Vec<Sum>,
}

/// A tie with its citation.
#[derive(Debug, Clone, Serialize)]
pub struct TieRow {
    /// Its name in the source.
    pub id: String,
    /// How much.
    pub amount: Option<Amount>,
    /// In what currency.
    pub currency: Option<String>,
    /// What has become of the money.
    pub status: Status,
    /// From when.
    pub start: Option<Date>,
    /// Until when.
    pub end: Option<Date>,
    /// How that stands to the year reported on.
    pub when: When,
    /// What for.
    pub purpose: String,
    /// Where it can be looked up.
    pub citation: String,
    /// Why it is not added up.
    pub flags: Vec<Flag>,
    /// File of the register.
    pub file: String,
    /// Line in it.
    pub line: usize,
}

/// Two sources that receive from one origin.
#[derive(Debug, Clone, Serialize)]
pub struct SharedOrigin {
    /// Who gives to both.
    pub origin: String,
    /// Where the origin stands.
    pub side: Side,
    /// The sources, by their names in the report.
    pub sources: Vec<String>,
    /// The steps, one or more for each source.
    pub steps: Vec<StepRow>,
    /// In plain words.
    pub words: String,
}
