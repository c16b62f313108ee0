//! What filters ask of each sentence, in memory: read once from the archive, one entry a sentence.

use crate::error::{ArchiveError, Doing};
use crate::index::words;
use crate::reading::{COLUMN_BYTES, Columns};
use evenhand_report::FigureKind;
use rusqlite::Connection;
use std::collections::HashMap;

const DOING: &str = "loading what search filters ask";

/// Direction, section, rights, sources of every sentence, by its number.
pub(crate) fn columns(connection: &Connection, size: usize) -> Result<Vec<Columns>, ArchiveError> {
    let mut all = vec![Columns::default(); size];
    let mut statement = connection
        .prepare("SELECT first_sentence, columns FROM version")
        .doing(DOING)?;
    let mut rows = statement.query([]).doing(DOING)?;
    while let Some(row) = rows.next().doing(DOING)? {
        let first: usize =
            usize::try_from(row.get::<_, i64>(0).doing(DOING)?).unwrap_or(usize::MAX);
        let bytes = row.get_ref(1).doing(DOING)?.as_blob().unwrap_or(&[]);
        let (entries, _) = bytes.as_chunks::<COLUMN_BYTES>();
        for (entry, bytes) in all.iter_mut().skip(first).zip(entries) {
            *entry = Columns::read(bytes);
        }
    }
    Ok(all)
}

/// The outline of every version: what matters of each section to a filter.
#[derive(Debug)]
pub(crate) struct Sections {
    /// By version: label and heading (numbers into `texts`), parent.
    by_version: HashMap<i64, Vec<(u32, u32, Option<u32>)>>,
    /// Every different label and heading, folded.
    texts: Vec<String>,
}

impl Sections {
    pub(crate) fn load(connection: &Connection) -> Result<Self, ArchiveError> {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut texts = Vec::new();
        let mut by_version: HashMap<i64, Vec<_>> = HashMap::new();
        let mut statement = connection
            .prepare("SELECT version, label, heading, parent FROM section ORDER BY version, number")
            .doing(DOING)?;
        let mut rows = statement.query([]).doing(DOING)?;
        let mut number = |text: &str| {
            if let Some(number) = numbers.get(text) {
                return *number;
            }
            let number = u32::try_from(texts.len()).unwrap_or(u32::MAX);
            numbers.insert(text.to_owned(), number);
            texts.push(format!(" {} ", words::folded(text)));
            number
        };
        while let Some(row) = rows.next().doing(DOING)? {
            let text = |at: usize| row.get_ref(at).map(|value| value.as_str().unwrap_or(""));
            let label = number(text(1).doing(DOING)?);
            let heading = number(text(2).doing(DOING)?);
            by_version
                .entry(row.get(0).doing(DOING)?)
                .or_default()
                .push((label, heading, row.get(3).doing(DOING)?));
        }
        Ok(Self { by_version, texts })
    }

    /// For each version asked, whether each of its sections, or one above it, is one of those wanted.
    pub(crate) fn wanted(&self, wanted: &[String]) -> impl Fn(i64) -> Vec<bool> {
        let wanted: Vec<String> = wanted.iter().map(|w| words::folded(w)).collect();
        let label = |text: &str| {
            let label = text.trim();
            wanted
                .iter()
                .any(|w| label == w || label.strip_prefix("section ") == Some(w))
        };
        let heading = |text: &str| {
            wanted
                .iter()
                .any(|w| !w.is_empty() && text.contains(&format!(" {w} ")))
        };
        let fits: Vec<(bool, bool)> = self
            .texts
            .iter()
            .map(|text| (label(text), heading(text)))
            .collect();
        move |version| {
            let sections = self.by_version.get(&version).map_or(&[][..], Vec::as_slice);
            let mut found: Vec<bool> = Vec::with_capacity(sections.len());
            for (label, heading, parent) in sections {
                // A section stands after the one it stands in.
                let above = parent.and_then(|parent| found.get(parent as usize).copied());
                let label = fits.get(*label as usize).is_some_and(|(label, _)| *label);
                let heading = fits
                    .get(*heading as usize)
                    .is_some_and(|(_, heading)| *heading);
                found.push(above.unwrap_or(false) || label || heading);
            }
            found
        }
    }
}

/// Every name, and where it stands.
#[derive(Debug)]
pub(crate) struct Names {
    /// Each different name folded, a line each, in the order of `ids`.
    lines: String,
    starts: Vec<u32>,
    /// Name and sentence, in the order of the names.
    mentions: Vec<(u32, u32)>,
}

impl Names {
    pub(crate) fn load(connection: &Connection) -> Result<Self, ArchiveError> {
        let mut lines = String::new();
        let mut starts = Vec::new();
        let mut number_of: HashMap<i64, u32> = HashMap::new();
        let mut statement = connection
            .prepare("SELECT id, text FROM named ORDER BY id")
            .doing(DOING)?;
        let mut rows = statement.query([]).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let number = u32::try_from(starts.len()).unwrap_or(u32::MAX);
            number_of.insert(row.get(0).doing(DOING)?, number);
            starts.push(u32::try_from(lines.len()).unwrap_or(u32::MAX));
            lines.push(' ');
            let text = row.get_ref(1).doing(DOING)?;
            lines.push_str(&words::folded(text.as_str().unwrap_or("")));
            lines.push_str(" \n");
        }
        let mut mentions = Vec::new();
        let mut statement = connection
            .prepare(
                "SELECT named, sentence FROM name UNION ALL SELECT full, sentence FROM name WHERE full IS NOT NULL \
                 UNION ALL SELECT body, sentence FROM attribution WHERE body IS NOT NULL",
            )
            .doing(DOING)?;
        let mut rows = statement.query([]).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let named: i64 = row.get(0).doing(DOING)?;
            if let Some(number) = number_of.get(&named) {
                mentions.push((*number, row.get(1).doing(DOING)?));
            }
        }
        mentions.sort_unstable();
        Ok(Self {
            lines,
            starts,
            mentions,
        })
    }

    /// Shows every sentence in which a name stands that holds these words.
    pub(crate) fn each(&self, wanted: &str, mut show: impl FnMut(usize)) {
        let wanted = words::folded(wanted);
        if wanted.is_empty() {
            return;
        }
        let wanted = format!(" {wanted} ");
        let mut last = None;
        for at in memchr::memmem::find_iter(self.lines.as_bytes(), wanted.as_bytes()) {
            let number = self.starts.partition_point(|start| *start as usize <= at) - 1;
            if last.replace(number) == Some(number) {
                continue;
            }
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let from = self.mentions.partition_point(|(name, _)| *name < number);
            for (_, sentence) in self
                .mentions
                .iter()
                .skip(from)
                .take_while(|(name, _)| *name == number)
            {
                show(*sentence as usize);
            }
        }
    }
}

/// Every figure.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) all: Vec<FigureEntry>,
    /// Every different unit, folded.
    pub(crate) units: Vec<String>,
}

/// One figure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FigureEntry {
    pub(crate) sentence: u32,
    pub(crate) unit: u32,
    pub(crate) value: f64,
    pub(crate) high: f64,
    pub(crate) kind: Option<FigureKind>,
    pub(crate) norm: bool,
}

impl Figures {
    pub(crate) fn load(connection: &Connection) -> Result<Self, ArchiveError> {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut units = Vec::new();
        let mut all = Vec::new();
        let mut statement = connection
            .prepare("SELECT sentence, value, high, unit, kind, norm FROM figure")
            .doing(DOING)?;
        let mut rows = statement.query([]).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let unit = row.get_ref(3).doing(DOING)?.as_str().unwrap_or("");
            let number = match numbers.get(unit) {
                Some(number) => *number,
                None => {
                    let number = u32::try_from(units.len()).unwrap_or(u32::MAX);
                    units.push(format!(" {} ", words::folded(unit)));
                    numbers.insert(unit.to_owned(), number);
                    number
                }
            };
            let value: f64 = row.get(1).doing(DOING)?;
            let high: Option<f64> = row.get(2).doing(DOING)?;
            let kind = row.get_ref(4).doing(DOING)?.as_str().unwrap_or("");
            all.push(FigureEntry {
                sentence: row.get(0).doing(DOING)?,
                unit: number,
                value,
                high: high.unwrap_or(value),
                kind: FigureKind::from_written(kind),
                norm: row.get(5).doing(DOING)?,
            });
        }
        Ok(Self { all, units })
    }
}
