//! The readings of a document as they were stored, put together again.

use crate::error::{ArchiveError, Doing};
use crate::reading::take_calls;
use crate::{Archive, Document};
use evenhand_report::{
    Attribution, Direction, Figure, FigureKind, NameKind, NameMention, Qualifier, Reading,
    SourceKind, Span, Specificity, Stance,
};
use rusqlite::Row;
use std::collections::BTreeMap;

const DOING: &str = "fetching a reading from the archive";

type Fault = rusqlite::Error;

fn written<T>(row: &Row<'_>, at: usize, find: fn(&str) -> Option<T>) -> Result<T, Fault> {
    let text = row.get_ref(at)?.as_str()?;
    find(text).ok_or_else(|| {
        Fault::FromSqlConversionFailure(
            at,
            rusqlite::types::Type::Text,
            format!("{text:?} is no word this program knows here").into(),
        )
    })
}

fn span(row: &Row<'_>, at: usize) -> Result<Span, Fault> {
    Ok(Span {
        start: row.get(at)?,
        end: row.get(at + 1)?,
    })
}

fn maybe_span(row: &Row<'_>, at: usize) -> Result<Option<Span>, Fault> {
    match row.get::<_, Option<u32>>(at)? {
        Some(_) => span(row, at).map(Some),
        None => Ok(None),
    }
}

impl Archive {
    /// The readings of a document, one a sentence, as they were put in. `rule` gives the lasting form of a rule's name.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read or what is stored is damaged.
    pub fn readings(
        &self,
        document: &Document,
        rule: &dyn Fn(&str) -> &'static str,
    ) -> Result<Vec<Reading>, ArchiveError> {
        let rules = self.rules(rule).doing(DOING)?;
        let name_of = |id: i64| rules.get(&id).copied();
        let first = document.first_sentence;
        let range = [first, first + i64::from(document.sentences)];
        let mut readings = Vec::with_capacity(document.sentences as usize);
        let damaged = |found: &str| ArchiveError::Damaged {
            doing: DOING,
            found: format!("{}: {found}", document.name),
        };
        self.each(
            "SELECT direction, calls FROM sentence WHERE id >= ?1 AND id < ?2 ORDER BY id",
            range,
            |row| {
                let direction = written(row, 0, Direction::from_written)?;
                let bytes = row.get_ref(1)?.as_blob()?;
                readings.push(
                    take_calls(bytes, direction, &name_of).map(|(rights, direction)| Reading {
                        rights,
                        direction,
                        ..Reading::default()
                    }),
                );
                Ok(())
            },
        )?;
        let mut readings = readings
            .into_iter()
            .collect::<Option<Vec<Reading>>>()
            .ok_or_else(|| damaged("rights and direction cannot be understood"))?;
        if readings.len() != document.sentences as usize {
            return Err(damaged("sentences are missing"));
        }
        let mut lost = false;
        let mut put = |row: &Row<'_>, put: &mut dyn FnMut(&mut Reading, &'static str)| {
            let at = usize::try_from(row.get::<_, i64>(0)? - first).unwrap_or(usize::MAX);
            match (readings.get_mut(at), name_of(row.get(1)?)) {
                (Some(reading), Some(rule)) => put(reading, rule),
                _ => lost = true,
            }
            Ok(())
        };
        self.each(
            "SELECT sentence, rule, source_start, source_end, cue_start, cue_end, kind, specificity, stance, \
             (SELECT text FROM named WHERE id = body), antecedent \
             FROM attribution WHERE sentence >= ?1 AND sentence < ?2 ORDER BY sentence, number",
            range,
            |row| {
                let mut one = Attribution {
                    source: maybe_span(row, 2)?,
                    cue: span(row, 4)?,
                    kind: written(row, 6, SourceKind::from_written)?,
                    specificity: written(row, 7, Specificity::from_written)?,
                    stance: written(row, 8, Stance::from_written)?,
                    body: row.get(9)?,
                    antecedent: row.get(10)?,
                    rule: "",
                };
                put(row, &mut |reading, rule| {
                    one.rule = rule;
                    reading.attributions.push(one.clone());
                })
            },
        )?;
        self.each(
            "SELECT sentence, rule, start, end, value, high, qualifier, kind, unit, norm \
             FROM figure WHERE sentence >= ?1 AND sentence < ?2 ORDER BY sentence, number",
            range,
            |row| {
                let mut one = Figure {
                    span: span(row, 2)?,
                    value: row.get(4)?,
                    high: row.get(5)?,
                    qualifier: written(row, 6, Qualifier::from_written)?,
                    kind: written(row, 7, FigureKind::from_written)?,
                    unit: row.get(8)?,
                    norm: row.get(9)?,
                    rule: "",
                };
                put(row, &mut |reading, rule| {
                    one.rule = rule;
                    reading.figures.push(one.clone());
                })
            },
        )?;
        self.each(
            "SELECT sentence, rule, start, end, kind, description_start, description_end, \
             (SELECT text FROM named WHERE id = full) FROM name JOIN named ON named.id = named \
             WHERE sentence >= ?1 AND sentence < ?2 ORDER BY sentence, number",
            range,
            |row| {
                let mut one = NameMention {
                    span: span(row, 2)?,
                    kind: written(row, 4, NameKind::from_written)?,
                    description: maybe_span(row, 5)?,
                    full: row.get(7)?,
                    rule: "",
                };
                put(row, &mut |reading, rule| {
                    one.rule = rule;
                    reading.names.push(one.clone());
                })
            },
        )?;
        if lost {
            return Err(damaged("a note belongs to no sentence or no rule"));
        }
        Ok(readings)
    }

    fn rules(
        &self,
        rule: &dyn Fn(&str) -> &'static str,
    ) -> Result<BTreeMap<i64, &'static str>, Fault> {
        let mut all = self
            .connection
            .prepare_cached("SELECT id, name FROM rule")?;
        let rows = all.query_map([], |row| Ok((row.get(0)?, rule(row.get_ref(1)?.as_str()?))))?;
        rows.collect()
    }

    fn each(
        &self,
        sql: &str,
        range: [i64; 2],
        mut show: impl FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), ArchiveError> {
        let mut all = self.connection.prepare_cached(sql).doing(DOING)?;
        let mut rows = all.query(range).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            show(row).doing(DOING)?;
        }
        Ok(())
    }
}
