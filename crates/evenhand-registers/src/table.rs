//! CSV (RFC 4180) with the place of every field, so that a fault can be pointed at.
//!
//! In: text. Out: a head and rows of fields, each with line and column. The comma separates; where
//! the head has semicolons or tabs and no comma, those do (spreadsheets of many countries write them).

use crate::{Column, Place, Problem, RegisterError, decode};
use evenhand_report::Date;
use std::collections::BTreeMap;

/// A field and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) text: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A cursor over the characters that knows line and column.
struct Cursor<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    line: usize,
    column: usize,
}

impl Cursor<'_> {
    fn next(&mut self) -> Option<char> {
        let ch = self.chars.next()?;
        if ch == '\n' || (ch == '\r' && self.chars.peek() != Some(&'\n')) {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        Some(ch)
    }
}

/// A fault of the marks: line, column, what.
type Fault = (usize, usize, &'static str);

/// Cuts a text into rows of fields; empty lines are left out.
pub(crate) fn rows(text: &str, separator: char) -> Result<Vec<Vec<Field>>, Fault> {
    let mut at = Cursor {
        chars: text.chars().peekable(),
        line: 1,
        column: 1,
    };
    let mut rows = Vec::new();
    let mut row: Vec<Field> = Vec::new();
    while at.chars.peek().is_some() {
        let (line, column) = (at.line, at.column);
        let quoted = at.chars.peek() == Some(&'"');
        let text = if quoted {
            quoted_field(&mut at, separator)?
        } else {
            plain_field(&mut at, separator)?
        };
        row.push(Field { text, line, column });
        match at.next() {
            Some(ch) if ch == separator => {
                if at.chars.peek().is_none() {
                    let (line, column) = (at.line, at.column);
                    row.push(Field {
                        text: String::new(),
                        line,
                        column,
                    });
                }
            }
            end => {
                if end == Some('\r') && at.chars.peek() == Some(&'\n') {
                    at.next();
                }
                let blank =
                    row.len() == 1 && row.iter().all(|field| field.text.is_empty()) && !quoted;
                let whole = std::mem::take(&mut row);
                if !blank {
                    rows.push(whole);
                }
            }
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    Ok(rows)
}

fn plain_field(at: &mut Cursor<'_>, separator: char) -> Result<String, Fault> {
    let mut text = String::new();
    while let Some(ch) = at.chars.peek().copied() {
        if ch == separator || ch == '\n' || ch == '\r' {
            break;
        }
        if ch == '"' {
            return Err((
                at.line,
                at.column,
                "a quotation mark stands inside a field that does not begin with one",
            ));
        }
        text.push(ch);
        at.next();
    }
    Ok(text)
}

fn quoted_field(at: &mut Cursor<'_>, separator: char) -> Result<String, Fault> {
    let opened = (at.line, at.column);
    at.next();
    let mut text = String::new();
    loop {
        match at.next() {
            None => {
                return Err((
                    opened.0,
                    opened.1,
                    "the quotation mark that opens this field is never closed",
                ));
            }
            Some('"') => match at.chars.peek().copied() {
                Some('"') => {
                    text.push('"');
                    at.next();
                }
                None | Some('\n' | '\r') => return Ok(text),
                Some(ch) if ch == separator => return Ok(text),
                Some(_) => {
                    return Err((
                        at.line,
                        at.column,
                        "after the closing quotation mark of a field stands something else than a comma or the end of the line",
                    ));
                }
            },
            Some(ch) => text.push(ch),
        }
    }
}

/// A register's rows under its head.
#[derive(Debug)]
pub(crate) struct Table {
    file: String,
    columns: BTreeMap<String, usize>,
    rows: Vec<Vec<Field>>,
}

/// The form of a column name that is compared: small letters, words joined by `_`.
fn form(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

impl Table {
    /// Reads a register that must have these columns.
    pub(crate) fn read(
        file: &str,
        bytes: &[u8],
        register: &'static str,
        columns: &'static [Column],
    ) -> Result<Self, RegisterError> {
        let text = decode::text(file, bytes)?;
        let fault = |line, column, problem| RegisterError {
            file: file.to_owned(),
            line,
            column,
            problem,
        };
        let first = text.lines().next().unwrap_or("");
        let separator = if first.contains(',') {
            ','
        } else if first.contains('\t') {
            '\t'
        } else if first.contains(';') {
            ';'
        } else {
            ','
        };
        let mut rows = rows(text, separator)
            .map_err(|(line, column, found)| fault(line, column, Problem::Quotes { found }))?
            .into_iter();
        let head = rows.next().ok_or_else(|| {
            fault(
                1,
                1,
                Problem::Empty {
                    expected: "a head with the names of the columns",
                },
            )
        })?;
        let mut by_name = BTreeMap::new();
        for (at, field) in head.iter().enumerate() {
            if !field.text.is_empty() && by_name.insert(form(&field.text), at).is_some() {
                return Err(fault(
                    field.line,
                    field.column,
                    Problem::ColumnTwice(field.text.clone()),
                ));
            }
        }
        let required = || columns.iter().filter(|column| column.required);
        if let Some(missing) = required().find(|column| !by_name.contains_key(&form(column.name))) {
            let found: Vec<&str> = head.iter().map(|field| field.text.as_str()).collect();
            let expected: Vec<&str> = required().map(|column| column.name).collect();
            let column = head
                .last()
                .map_or(1, |field| field.column + field.text.chars().count());
            let line = head.first().map_or(1, |field| field.line);
            return Err(fault(
                line,
                column,
                Problem::MissingColumn {
                    missing: missing.name,
                    found: found.join(","),
                    register,
                    expected: expected.join(", "),
                },
            ));
        }
        let rows: Vec<Vec<Field>> = rows.collect();
        for row in &rows {
            if row.len() != head.len() {
                // Pointed at: the first field too many, or where the row ends too early.
                let (line, column) = row.get(head.len()).or(row.last()).map_or((1, 1), |field| {
                    let past = if row.len() > head.len() {
                        0
                    } else {
                        field.text.chars().count()
                    };
                    (field.line, field.column + past)
                });
                return Err(fault(
                    line,
                    column,
                    Problem::Fields {
                        expected: head.len(),
                        found: row.len(),
                    },
                ));
            }
        }
        Ok(Self {
            file: file.to_owned(),
            columns: by_name,
            rows,
        })
    }

    /// The rows, in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|fields| Row {
            table: self,
            fields,
        })
    }
}

/// A row, whose fields are asked for by name.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    fields: &'a [Field],
}

impl<'a> Row<'a> {
    fn field(&self, name: &str) -> Option<&'a Field> {
        self.fields.get(*self.table.columns.get(&form(name))?)
    }

    /// Where the row stands.
    pub(crate) fn place(&self) -> Place {
        Place {
            file: self.table.file.clone(),
            line: self.fields.first().map_or(1, |field| field.line),
        }
    }

    /// What stands under `name`, without white space around it; empty where there is no such column.
    pub(crate) fn text(&self, name: &str) -> &'a str {
        self.field(name).map_or("", |field| field.text.trim())
    }

    /// What stands under `name`; a fault where that is nothing.
    pub(crate) fn some(&self, name: &str, expected: &'static str) -> Result<String, RegisterError> {
        let text = self.text(name);
        if text.is_empty() {
            let problem = Problem::Nothing {
                field: name.to_owned(),
                expected,
            };
            return Err(self.fault(name, problem));
        }
        Ok(text.to_owned())
    }

    /// The parts of a field, parted by `;`.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        self.text(name)
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The date under `name`; none where nothing stands there.
    pub(crate) fn date(&self, name: &str) -> Result<Option<Date>, RegisterError> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        Date::parse(text)
            .map(Some)
            .ok_or_else(|| self.wrong(name, DATE))
    }

    /// A fault: the field under `name` is not what is expected.
    pub(crate) fn wrong(&self, name: &str, expected: impl Into<String>) -> RegisterError {
        let problem = Problem::Value {
            field: name.to_owned(),
            found: self.text(name).to_owned(),
            expected: expected.into(),
        };
        self.fault(name, problem)
    }

    fn fault(&self, name: &str, problem: Problem) -> RegisterError {
        let at = self.field(name).or(self.fields.first());
        RegisterError {
            file: self.table.file.clone(),
            line: at.map_or(1, |field| field.line),
            column: at.map_or(1, |field| field.column),
            problem,
        }
    }
}

/// What a date should be.
pub(crate) const DATE: &str =
    "a day of the calendar (2023-09-04), a month (2023-09) or a year (2023)";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fields_know_their_line_and_column() {
        let cut = rows("a,b\r\n\"x, \"\"y\"\"\nz\",é,\r\n\r\nlast,1,2", ',').expect("cut");
        let told: Vec<Vec<(&str, usize, usize)>> = cut
            .iter()
            .map(|row| {
                row.iter()
                    .map(|f| (f.text.as_str(), f.line, f.column))
                    .collect()
            })
            .collect();
        assert_eq!(
            told,
            [
                vec![("a", 1, 1), ("b", 1, 3)],
                vec![("x, \"y\"\nz", 2, 1), ("é", 3, 4), ("", 3, 6)],
                vec![("last", 5, 1), ("1", 5, 6), ("2", 5, 8)],
            ]
        );
    }

    proptest! {
        #[test]
        fn what_a_csv_writer_writes_is_read_back(
            wanted in prop::collection::vec(prop::collection::vec("[a-zé,\"\n; ]{0,6}", 3), 1..6)
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &wanted {
                writer.write_record(row).expect("written");
            }
            let bytes = writer.into_inner().expect("whole");
            let text = String::from_utf8(bytes).expect("UTF-8");
            let read: Vec<Vec<String>> = rows(&text, ',')
                .expect("read")
                .into_iter()
                .map(|row| row.into_iter().map(|field| field.text).collect())
                .collect();
            prop_assert_eq!(read, wanted);
        }

        #[test]
        fn any_text_is_cut_or_refused(text in "[ab,\"\r\n;]{0,40}") {
            let _ = rows(&text, ',');
        }
    }
}
