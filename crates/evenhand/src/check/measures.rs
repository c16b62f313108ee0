//! Measures of a register laid beside the points that speak of them.
//!
//! In: the points, the report replied to with its other editions, and measures the user brings. Out: the points with
//! what the register says of the measure, and whether, where and in which direction the report mentions it, as
//! `evenhand omissions` finds it. That a report does not mention a measure says nothing on whether it happened.

use super::settle::{first, place, settle};
use crate::Opened;
use crate::registers::{self, MeasureRow, RegistersError, Standing, sought};
use evenhand_compare::omissions::{Searched, dates};
use evenhand_compare::reply::{Kind, Place, Point, Reason, Shelf, UNCERTAIN, Verdict};
use evenhand_read::Given;
use evenhand_registers::Measure;
use evenhand_report::{Direction, Format, Span};

pub(super) const RULE: &str = "measure_in_register";

/// From so many hundredths on a point speaks of a measure: a phrase of its terms is enough where the point says that
/// something is missing; any other point must have more of it. Set on the invented reply and register.
const MISSING_SPEAKS: u8 = 30;
const SPEAKS: u8 = 45;

/// A measure told in the words of a surer one, and so much behind it, is not meant.
const BEHIND: u8 = 15;

/// How many measures are told to a point.
const TOLD: usize = 4;

/// How surely a measure bears on a point that says it is missing.
const ABSENT: f32 = 0.75;
const PRESENT: f32 = 0.7;
const POSSIBLE: f32 = 0.4;

/// How surely several measures, or the whole register, bear on a point that says they are missing.
const IN_GENERAL: f32 = 0.6;

/// The point speaks of reforms in general.
const GENERAL: &[&str] = &["reforms", "achievements", "measures", "efforts"];

/// Lays the measures beside the points.
///
/// # Errors
/// [`RegistersError`] when the report's country is unknown or has no measure in the register.
pub(super) fn beside(
    reply: &Opened,
    points: &mut [Point],
    shelf: &Shelf,
    (main, editions): (&Opened, &[Opened]),
    measures: &[Measure],
) -> Result<(), RegistersError> {
    if measures.is_empty() {
        return Ok(());
    }
    let rows = registers::omissions(main, measures, editions, &[])?.measures;
    for point in points {
        let omission = point.kind == Kind::Omission;
        if !omission
            && !matches!(
                point.kind,
                Kind::Wording | Kind::Figure | Kind::Organisation
            )
        {
            continue;
        }
        let words = point.span.of(&reply.report.text);
        let least = if omission { MISSING_SPEAKS } else { SPEAKS };
        let meant = meant(words, main.report.identity.year, &rows, least);
        for one in &meant {
            point.reasons.push(reason(words, shelf, one.row));
        }
        if !omission {
            continue;
        }
        match apart(&meant).as_slice() {
            [] if in_general(words) => general(point, shelf, &rows),
            [] => {}
            [row] => missing(point, shelf, row),
            several => several_missing(point, shelf, several),
        }
    }
    Ok(())
}

/// A measure that a point speaks of, and in which of its words.
struct Meant<'r> {
    row: &'r MeasureRow,
    spans: Vec<Span>,
}

impl Meant<'_> {
    /// Whether the two are told in the same words of the point.
    fn shares(&self, other: &Self) -> bool {
        let overlaps = |span: &Span| other.spans.iter().any(|other| other.overlaps(*span));
        self.spans.iter().any(overlaps)
    }
}

/// The measures that a point speaks of each in words of its own; one told in words of a surer one may only resemble it.
fn apart<'r>(meant: &[Meant<'r>]) -> Vec<&'r MeasureRow> {
    let alone = |at: usize, one: &Meant<'_>| !meant.iter().take(at).any(|surer| surer.shares(one));
    meant
        .iter()
        .enumerate()
        .filter(|(at, one)| alone(*at, one))
        .map(|(_, one)| one.row)
        .collect()
}

/// The measures that a point speaks of, the surest first.
fn meant<'r>(words: &str, year: Option<u16>, rows: &'r [MeasureRow], least: u8) -> Vec<Meant<'r>> {
    // A point may be a piece of a sentence; it is searched as a sentence of its own.
    let sentence = format!("{}.\n", words.trim_end_matches(['.', ',', ';', ':', ' ']));
    let given = Given {
        document: "point".to_owned(),
        year,
        format: Some(Format::Text),
        ..Given::default()
    };
    let Ok(opened) = crate::open(sentence.as_bytes(), &given) else {
        return Vec::new();
    };
    let searched = Searched::new(&opened.report, &opened.readings);
    let mut found: Vec<(u8, Meant<'_>)> = rows
        .iter()
        .filter_map(|row| {
            let mention = searched.using(&sought(&row.measure)).into_iter().next()?;
            let spans = mention.spans;
            (mention.confidence >= least).then_some((mention.confidence, Meant { row, spans }))
        })
        .collect();
    found.sort_by_key(|(sure, _)| std::cmp::Reverse(*sure));
    let mut kept: Vec<(u8, Meant<'_>)> = Vec::new();
    for (sure, one) in found {
        let surer = kept
            .iter()
            .filter(|(_, known)| known.shares(&one))
            .map(|(sure, _)| *sure)
            .max();
        if kept.len() < TOLD && surer.is_none_or(|surer| sure + BEHIND >= surer) {
            kept.push((sure, one));
        }
    }
    kept.into_iter().map(|(_, meant)| meant).collect()
}

/// Sentences of the report that speak of a measure.
fn mentions(shelf: &Shelf, row: &MeasureRow) -> Vec<Place> {
    row.mentions
        .iter()
        .filter_map(|mention| place(shelf, &mention.quote))
        .take(3)
        .collect()
}

/// What the register says of a measure, and how it stands in the report and its other editions.
fn reason(words: &str, shelf: &Shelf, row: &MeasureRow) -> Reason {
    let measure = &row.measure;
    let mut message = format!(
        "Register of measures: {}, {} ({}). Source: {}. The report replied to: {}",
        measure.title, measure.date, measure.id, measure.source, row.message
    );
    if let Some(mention) = row.mentions.first() {
        message.push_str(&format!(
            " ({}{})",
            mention.quote.pin,
            direction(mention.direction)
        ));
    }
    message.push('.');
    message.push_str(&other_editions(row));
    let given = dates(words, None);
    if !given.is_empty() && !given.iter().any(|(_, date)| date.may_be(measure.date)) {
        let said: Vec<String> = given.iter().map(|(_, date)| date.to_string()).collect();
        message.push_str(&format!(
            " The point gives {}, the register {}.",
            said.join(", "),
            measure.date
        ));
    }
    if matches!(row.standing, Standing::NotFound | Standing::AfterPeriod) {
        message.push_str(" That a report does not mention it says nothing on whether it happened.");
    }
    Reason {
        rule: RULE,
        message,
        quotes: mentions(shelf, row),
    }
}

/// How a measure stands in the other editions at hand, those that mention it first.
fn other_editions(row: &MeasureRow) -> String {
    let mut said: Vec<String> = Vec::new();
    for (standing, words) in [
        (Standing::Mentioned, "mentioned in"),
        (Standing::Possibly, "possibly mentioned in"),
        (Standing::NotFound, "not found in"),
        (Standing::AfterPeriod, "after the period of"),
    ] {
        let documents: Vec<String> = row
            .editions
            .iter()
            .filter(|edition| edition.standing == standing)
            .map(|edition| {
                let pin = edition
                    .mentions
                    .first()
                    .map(|mention| format!(" ({})", mention.quote.pin))
                    .unwrap_or_default();
                format!("{}{pin}", edition.document)
            })
            .collect();
        if !documents.is_empty() {
            said.push(format!("{words} {}", documents.join(", ")));
        }
    }
    if said.is_empty() {
        String::new()
    } else {
        format!(" Other editions: {}.", said.join("; "))
    }
}

/// The direction of a sentence, in words.
const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Violation => ", in a sentence read as a violation",
        Direction::Improvement => ", in a sentence read as an improvement",
        Direction::Safeguard => ", in a sentence read as a safeguard",
        Direction::NoneReported => ", in a sentence that says none was reported",
        Direction::Context => ", in a sentence without direction",
    }
}

/// The verdict on a point that says a measure is missing.
fn missing(point: &mut Point, shelf: &Shelf, row: &MeasureRow) {
    match row.standing {
        Standing::Mentioned => {
            // A quote outweighs a search that found nothing.
            if point.verdict == Verdict::Supported {
                point.confidence = point.confidence.min(UNCERTAIN - 0.01);
            }
            settle(point, Verdict::Contradicted, PRESENT);
            first(point, &mentions(shelf, row));
        }
        Standing::Possibly => {
            if point.verdict == Verdict::Supported {
                point.confidence = point.confidence.min(POSSIBLE);
            }
            first(point, &mentions(shelf, row));
        }
        Standing::NotFound => settle(point, Verdict::Supported, ABSENT),
        // A report cannot mention what came after its period: this settles nothing.
        Standing::AfterPeriod => {}
    }
}

/// The verdict on a point that says several measures are missing: of one mind where all stand alike.
fn several_missing(point: &mut Point, shelf: &Shelf, rows: &[&MeasureRow]) {
    let stands = |standing: Standing| rows.iter().filter(move |row| row.standing == standing);
    if stands(Standing::Mentioned).next().is_some() && stands(Standing::NotFound).next().is_some() {
        settle(point, Verdict::Partly, IN_GENERAL);
        for row in stands(Standing::Mentioned) {
            first(point, &mentions(shelf, row));
        }
    } else {
        for row in rows {
            missing(point, shelf, row);
        }
    }
}

fn in_general(words: &str) -> bool {
    words
        .to_lowercase()
        .split(|ch: char| !ch.is_alphanumeric())
        .any(|word| GENERAL.contains(&word))
}

/// The verdict on a point that says reforms in general are missing: how many of the register the report mentions.
fn general(point: &mut Point, shelf: &Shelf, rows: &[MeasureRow]) {
    let stand = |standing: Standing| -> Vec<&MeasureRow> {
        rows.iter().filter(|row| row.standing == standing).collect()
    };
    let ids = |rows: &[&MeasureRow]| -> String {
        let ids: Vec<&str> = rows.iter().map(|row| row.measure.id.as_str()).collect();
        ids.join(", ")
    };
    let (mentioned, absent) = (stand(Standing::Mentioned), stand(Standing::NotFound));
    let possibly = stand(Standing::Possibly);
    let of = mentioned.len() + absent.len() + possibly.len();
    if of == 0 {
        return;
    }
    let mut message = format!(
        "Register of measures: of {of} that took effect by the end of the period, the report replied to mentions {}",
        mentioned.len()
    );
    for (rows, words) in [
        (&mentioned, ""),
        (&possibly, "possibly mentions"),
        (&absent, "does not mention"),
    ] {
        if !words.is_empty() && !rows.is_empty() {
            message.push_str(&format!(", {words} {}", rows.len()));
        }
        if !rows.is_empty() {
            message.push_str(&format!(" ({})", ids(rows)));
        }
    }
    message.push_str(
        ". That a report does not mention a measure says nothing on whether it happened.",
    );
    let quotes: Vec<Place> = mentioned
        .iter()
        .filter_map(|row| mentions(shelf, row).first().copied())
        .take(3)
        .collect();
    point.reasons.push(Reason {
        rule: RULE,
        message,
        quotes,
    });
    let verdict = match (mentioned.is_empty(), absent.is_empty()) {
        (true, false) if possibly.is_empty() => Verdict::Supported,
        (false, true) if possibly.is_empty() => Verdict::Contradicted,
        _ => Verdict::Partly,
    };
    settle(point, verdict, IN_GENERAL);
}
