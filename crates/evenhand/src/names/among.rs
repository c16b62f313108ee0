//! One name among many: a list of names, one a line, or a column of a table.

use super::{Judgements, Kind, Name, Names, NamesError, Table, Told, tell};

/// A list or table of names ready to be searched.
#[derive(Debug)]
pub struct Searched {
    names: Names,
    /// The line of each name.
    lines: Vec<u64>,
    kind: Kind,
}

/// A name that may be the one asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The line it stands in.
    pub line: u64,
    /// The name as written there.
    pub name: String,
    /// What comparing gave.
    pub told: Told,
}

impl Searched {
    /// Reads a list. With `column`, or where the file's name ends in `.csv`, it is a table; the column is then that one, or `name`, or the only
    /// one. Otherwise it is one name a line. Empty names are left out.
    ///
    /// # Errors
    /// [`NamesError`] where the table cannot be read or has no such column.
    pub fn read(
        bytes: &[u8],
        file: &str,
        column: Option<&str>,
        kind: Kind,
    ) -> Result<Self, NamesError> {
        let is_table = column.is_some() || file.to_lowercase().ends_with(".csv");
        let mut lines = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        if is_table {
            let table = Table::read(bytes, file)?;
            let at = match column {
                Some(column) => table.needed(&[column])?,
                None if table.head.len() == 1 => 0,
                None => table.needed(&["name", "name1", "caption"])?,
            };
            for (line, row) in &table.rows {
                if let Some(name) = row.get(at).map(str::trim).filter(|name| !name.is_empty()) {
                    lines.push(*line);
                    texts.push(name.to_owned());
                }
            }
        } else {
            let text =
                String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
            for (line, name) in (1..).zip(text.lines()) {
                if !name.trim().is_empty() {
                    lines.push(line);
                    texts.push(name.trim().to_owned());
                }
            }
        }
        Ok(Self {
            names: Names::new(texts.iter().map(String::as_str), kind),
            lines,
            kind,
        })
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The names that may be `name`, best first: at most `most`, none with a score under `least` unless a person judged it the same.
    #[must_use]
    pub fn find(&self, name: &str, most: usize, least: f64, judgements: &Judgements) -> Vec<Found> {
        let asked = Name::read(name, self.kind);
        let mut found: Vec<Found> = self
            .names
            .candidates(&asked, most, least)
            .into_iter()
            .filter_map(|candidate| self.found(name, candidate.number, judgements))
            .collect();
        // What a person judged the same stands in no need of a score.
        if !judgements.is_empty() {
            let judged = (0..self.names.len()).filter(|&number| {
                self.names
                    .get(number)
                    .and_then(|text| judgements.get(name, text))
                    .is_some_and(|judged| judged.judgement == super::Judgement::Same)
            });
            for number in judged {
                let line = self.lines.get(number).copied();
                if !found.iter().any(|other| Some(other.line) == line) {
                    found.extend(self.found(name, number, judgements));
                }
            }
        }
        found.sort_by(|one, other| {
            other
                .told
                .same
                .cmp(&one.told.same)
                .then(other.told.score.total_cmp(&one.told.score))
                .then(one.line.cmp(&other.line))
        });
        found.truncate(most);
        found
    }

    fn found(&self, asked: &str, number: usize, judgements: &Judgements) -> Option<Found> {
        let name = self.names.get(number)?;
        Some(Found {
            line: *self.lines.get(number)?,
            name: name.to_owned(),
            told: tell(asked, name, self.kind, judgements),
        })
    }
}

/// Reads a list and finds a name in it, once; see [`Searched`] for asking often.
///
/// # Errors
/// As [`Searched::read`].
pub fn among(
    name: &str,
    bytes: &[u8],
    file: &str,
    column: Option<&str>,
    kind: Kind,
    judgements: &Judgements,
) -> Result<Vec<Found>, NamesError> {
    Ok(Searched::read(bytes, file, column, kind)?.find(name, 10, 0.5, judgements))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::judgements;

    #[test]
    fn a_name_is_found_in_a_list_and_in_a_table() {
        let none = Judgements::default();
        let list = "Tarek Belmont\n\nМира Орлан\nMirna Orlov\n";
        let found = among(
            "M. Orlan",
            list.as_bytes(),
            "names.txt",
            None,
            Kind::Person,
            &none,
        )
        .expect("read");
        assert_eq!(
            (found[0].line, found[0].name.as_str(), found[0].told.same),
            (3, "Мира Орлан", true)
        );
        let table = "id,name\n1,Tarek Belmont\n2,\"Orlan, Mira\"\n";
        let found = among(
            "Mira Orlan",
            table.as_bytes(),
            "names.csv",
            None,
            Kind::Person,
            &none,
        )
        .expect("read");
        assert_eq!(found[0].line, 3);
        let fault = among(
            "Mira Orlan",
            table.as_bytes(),
            "names.csv",
            Some("who"),
            Kind::Person,
            &none,
        )
        .expect_err("no column");
        assert!(
            fault.to_string().contains("no column who; found id, name"),
            "{fault}"
        );
    }

    #[test]
    fn what_was_judged_the_same_is_found_whatever_its_score() {
        let judged = judgements(
            "name1,name2,judgement\nMira Orlan,The Painter,same\n".as_bytes(),
            "j.csv",
        )
        .expect("read");
        let found = among(
            "Mira Orlan",
            b"Tarek Belmont\nThe Painter\n",
            "names.txt",
            None,
            Kind::Person,
            &judged,
        )
        .expect("read");
        assert_eq!(
            found
                .iter()
                .map(|found| found.name.as_str())
                .collect::<Vec<_>>(),
            ["The Painter"]
        );
    }
}
