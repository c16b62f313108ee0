//! Hits as CSV: one row a hit, RFC 4180, UTF-8.

use crate::csv_rows::{guarded, writer};
use evenhand_archive::{Found, Hit};
use evenhand_report::country::Countries;
use std::io::{self, Write};

/// The columns.
pub const FOUND_COLUMNS: &[&str] = &[
    "document",
    "version",
    "country",
    "cow",
    "year",
    "publisher",
    "sentence_id",
    "index",
    "section",
    "pin",
    "direction",
    "right",
    "counted",
    "text",
    "marks",
    "before",
    "after",
];

/// Writes the hits under their columns.
///
/// # Errors
/// When `out` cannot be written.
pub fn found_csv(found: &Found, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = writer(out);
    rows.write_record(FOUND_COLUMNS)?;
    for hit in &found.hits {
        rows.write_record(fields(hit).iter().map(|field| guarded(field).into_owned()))?;
    }
    rows.flush()
}

fn fields(hit: &Hit) -> Vec<String> {
    let cow = hit
        .country
        .and_then(|code| Countries::register().get(code))
        .and_then(|country| country.cow);
    let number = |number: Option<u16>| number.map_or(String::new(), |number| number.to_string());
    let marks: Vec<&str> = hit.marks.iter().map(|span| span.of(&hit.text)).collect();
    vec![
        hit.document.clone(),
        hit.version.to_string(),
        hit.country.map_or(String::new(), |code| code.to_string()),
        number(cow),
        number(hit.year),
        hit.publisher.clone().unwrap_or_default(),
        hit.sentence_id.to_string(),
        hit.index.to_string(),
        hit.heading.clone(),
        hit.pin.clone(),
        hit.direction.to_string(),
        number(hit.right.map(u16::from)),
        u8::from(hit.statement).to_string(),
        hit.text.clone(),
        marks.join("; "),
        hit.before.clone().unwrap_or_default(),
        hit.after.clone().unwrap_or_default(),
    ]
}
