//! What a person decided on each point, kept in a CSV file beside the dossier.
//!
//! In: the points, and the file as a person has filled it in. Out: the file again, one row a point,
//! the person's cells untouched. Rows of points that are no longer there are kept at the end. A
//! broken file gets an error with its line and column.

use super::{CheckError, Checked};
use evenhand_compare::reply::{Point, Verdict};
use evenhand_report::SentenceId;
use std::collections::BTreeMap;

/// The columns, in order.
pub const COLUMNS: [&str; 7] = [
    "key",
    "text",
    "proposed",
    "judgement",
    "who",
    "when",
    "note",
];

/// What a person decided on a point.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgement {
    /// The verdict, as written; empty where nothing is decided yet.
    pub judgement: String,
    /// Who decided.
    pub who: String,
    /// When.
    pub when: String,
    /// Why.
    pub note: String,
    text: String,
    proposed: String,
}

/// Judgements by the key of their point, and keys in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgements {
    rows: BTreeMap<String, Judgement>,
    order: Vec<String>,
}

impl Judgements {
    /// What was decided on the point with this key.
    #[must_use]
    pub fn of(&self, key: &str) -> Option<&Judgement> {
        self.rows.get(key).filter(|row| !row.judgement.is_empty())
    }

    /// How many points are decided.
    #[must_use]
    pub fn decided(&self) -> usize {
        self.rows
            .values()
            .filter(|row| !row.judgement.is_empty())
            .count()
    }

    /// These judgements, with those of `others` on points that are not decided here: nothing decided is changed.
    #[must_use]
    pub fn with(mut self, others: &Self) -> Self {
        for key in &others.order {
            let Some(other) = others.rows.get(key) else {
                continue;
            };
            match self.rows.get_mut(key) {
                Some(own) if own.judgement.is_empty() && own.note.is_empty() => {
                    *own = other.clone()
                }
                Some(_) => {}
                None => {
                    self.order.push(key.clone());
                    self.rows.insert(key.clone(), other.clone());
                }
            }
        }
        self
    }

    /// Reads a file of judgements; `path` is for messages.
    ///
    /// # Errors
    /// [`CheckError::Judgements`] with the line and column of what is wrong.
    pub fn read(path: &str, bytes: &[u8]) -> Result<Self, CheckError> {
        let fault =
            |line: u64, column: usize, found: String, expected: String| CheckError::Judgements {
                path: path.to_owned(),
                line,
                column,
                found,
                expected,
            };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
        let header = reader
            .headers()
            .map_err(|error| fault(1, 1, error.to_string(), "a CSV file in UTF-8".to_owned()))?
            .clone();
        let place = |name: &str| header.iter().position(|column| column.trim() == name);
        let mut places = [0; COLUMNS.len()];
        for (slot, name) in places.iter_mut().zip(COLUMNS) {
            *slot = place(name).ok_or_else(|| {
                fault(
                    1,
                    header.len() + 1,
                    format!(
                        "the columns {}",
                        header.iter().collect::<Vec<_>>().join(", ")
                    ),
                    format!("also a column “{name}”"),
                )
            })?;
        }
        let mut found = Self::default();
        for row in reader.records() {
            let row = row.map_err(|error| {
                let line = error.position().map_or(0, csv::Position::line);
                fault(
                    line,
                    1,
                    error.to_string(),
                    "a row of a CSV file in UTF-8".to_owned(),
                )
            })?;
            let line = row.position().map_or(0, csv::Position::line);
            if row.len() < header.len() {
                return Err(fault(
                    line,
                    row.len() + 1,
                    format!("{} cells", row.len()),
                    format!("{} cells, as in the header", header.len()),
                ));
            }
            let cell = |nth: usize| {
                places
                    .get(nth)
                    .and_then(|at| row.get(*at))
                    .unwrap_or("")
                    .to_owned()
            };
            let key = cell(0);
            let judgement = cell(3).trim().to_owned();
            if !judgement.is_empty() && Verdict::from_written(&judgement).is_none() {
                let known: Vec<&str> = Verdict::ALL
                    .iter()
                    .map(|verdict| verdict.as_str())
                    .collect();
                return Err(fault(
                    line,
                    places[3] + 1,
                    format!("the judgement “{judgement}”"),
                    format!("one of {}, or nothing", known.join(", ")),
                ));
            }
            if key.is_empty() {
                return Err(fault(
                    line,
                    places[0] + 1,
                    "an empty key".to_owned(),
                    "the key of a point, as written by the program".to_owned(),
                ));
            }
            if found.rows.contains_key(&key) {
                return Err(fault(
                    line,
                    places[0] + 1,
                    format!("the key {key} a second time"),
                    "one row a point".to_owned(),
                ));
            }
            found.order.push(key.clone());
            found.rows.insert(
                key,
                Judgement {
                    judgement,
                    who: cell(4),
                    when: cell(5),
                    note: cell(6),
                    text: cell(1),
                    proposed: cell(2),
                },
            );
        }
        Ok(found)
    }

    /// The file again: one row a point of `checked`, then what the file had besides.
    #[must_use]
    pub fn write(&self, checked: &Checked) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory does not fail.
        let mut row = |cells: [&str; COLUMNS.len()]| {
            let _ = writer.write_record(cells);
        };
        row(COLUMNS);
        let none = Judgement::default();
        let keys = keys(checked);
        for (key, point) in keys.iter().zip(&checked.points) {
            let own = self.rows.get(key).unwrap_or(&none);
            row([
                key,
                point.span.of(&checked.reply.report.text),
                point.verdict.as_str(),
                &own.judgement,
                &own.who,
                &own.when,
                &own.note,
            ]);
        }
        for key in self.order.iter().filter(|key| !keys.contains(key)) {
            if let Some(own) = self.rows.get(key) {
                row([
                    key,
                    &own.text,
                    &own.proposed,
                    &own.judgement,
                    &own.who,
                    &own.when,
                    &own.note,
                ]);
            }
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// The key of each point: made of its words, and how often they stood before.
#[must_use]
pub fn keys(checked: &Checked) -> Vec<String> {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let text = |point: &Point| point.span.of(&checked.reply.report.text);
    checked
        .points
        .iter()
        .map(|point| {
            let nth = seen.entry(text(point)).or_insert(0);
            let key = SentenceId::of("reply", text(point), *nth).to_string();
            *nth += 1;
            key
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Source;
    use crate::check::{Beside, check};
    use proptest::prelude::*;
    use std::path::Path;
    use std::sync::LazyLock;

    /// The invented reply, checked.
    static CHECKED: LazyLock<Checked> = LazyLock::new(|| {
        let example = |name: &str| -> Vec<Source> {
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../examples")
                .join(name);
            crate::sources(&[path.display().to_string()]).expect("the example is there")
        };
        let reply = example("reply/opinion.txt");
        check(
            reply.first().expect("a reply"),
            &Beside {
                against: &example("2023/veldania.html"),
                ..Beside::default()
            },
        )
        .expect("the example is checked")
    });

    /// What a person may have made of a file: the rows of a whole one, changed, mixed and broken.
    fn broken(whole: &str, cuts: &[(usize, String)]) -> String {
        let mut text: Vec<char> = whole.chars().collect();
        for (at, piece) in cuts {
            let at = at % (text.len() + 1);
            let end = (at + piece.chars().count()).min(text.len());
            text.splice(at..end, piece.chars());
        }
        text.into_iter().collect()
    }

    fn whole() -> String {
        String::from_utf8(Judgements::default().write(&CHECKED)).expect("UTF-8")
    }

    /// Reads the bytes and, where they are judgements, writes and reads them again.
    fn holds(bytes: &[u8]) {
        match Judgements::read("j.csv", bytes) {
            Err(CheckError::Judgements {
                path,
                column,
                found,
                expected,
                ..
            }) => {
                assert_eq!(path, "j.csv");
                assert!(column > 0 && !found.is_empty() && !expected.is_empty());
            }
            Err(other) => panic!("an error of another kind: {other}"),
            Ok(judgements) => {
                let written = judgements.write(&CHECKED);
                let again = Judgements::read("j.csv", &written).expect("what is written is read");
                assert_eq!(again.write(&CHECKED), written, "written twice, the same");
                for key in &judgements.order {
                    assert_eq!(
                        again.of(key).map(decided),
                        judgements.of(key).map(decided),
                        "what a person decided is kept"
                    );
                }
                assert_eq!(again.decided(), judgements.decided());
            }
        }
    }

    fn decided(own: &Judgement) -> [&str; 4] {
        [&own.judgement, &own.who, &own.when, &own.note]
    }

    proptest! {
        #[test]
        fn any_bytes_are_judgements_or_a_clear_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            holds(&bytes);
        }

        #[test]
        fn a_broken_file_of_judgements_is_read_or_told(
            cuts in proptest::collection::vec((any::<usize>(), "[a-z,\"\r\n éЖ]{0,6}"), 0..6)
        ) {
            holds(broken(&whole(), &cuts).as_bytes());
        }

        #[test]
        fn what_a_person_writes_into_a_cell_comes_back_as_it_was(
            cells in proptest::collection::vec("\\PC{0,20}", 3),
            verdict in 0..Verdict::ALL.len(),
            key in "[a-z0-9]{4,12}",
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(COLUMNS).expect("in memory");
            let own = Verdict::ALL[verdict].as_str();
            let row = [&key, "a point", "partly", own, &cells[0], &cells[1], &cells[2]];
            writer.write_record(row).expect("in memory");
            let bytes = writer.into_inner().expect("in memory");
            let read = Judgements::read("j.csv", &bytes).expect("a whole file");
            let again = Judgements::read("j.csv", &read.write(&CHECKED)).expect("a whole file");
            let kept = again.of(&key).expect("decided");
            prop_assert_eq!(decided(kept), [own, &cells[0], &cells[1], &cells[2]]);
        }
    }
}
