//! Putting documents in: prepared on any thread, written by one, whole or not at all.

use crate::error::{ArchiveError, Doing};
use crate::incoming::Incoming;
use crate::index::gather::Segment;
use crate::index::merge::merge;
use crate::reading::put_calls;
use crate::{Archive, edition};
use evenhand_report::{NoteKind, Reading};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;

const DOING: &str = "writing to the archive";

/// What became of a document that was put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is new.
    New,
    /// The archive had another version of it, which is kept.
    Version(u32),
    /// The archive has the same bytes with the same identity already; nothing was written.
    Known,
}

/// Writes documents. What was added is in the archive after [`Writer::commit`]; dropped before, it leaves no trace.
#[derive(Debug)]
pub struct Writer<'a> {
    connection: &'a Connection,
    open: bool,
    data_version: Option<i64>,
    next_sentence: i64,
    segment: Option<(i64, Segment)>,
    rules: HashMap<String, i64>,
    named: HashMap<(String, &'static str), i64>,
    touched: Vec<edition::Place>,
    bytes: Vec<u8>,
}

impl Archive {
    /// Begins to write.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be written.
    pub fn writer(&mut self) -> Result<Writer<'_>, ArchiveError> {
        Ok(Writer {
            connection: &self.connection,
            open: false,
            data_version: None,
            next_sentence: 1,
            segment: None,
            rules: HashMap::new(),
            named: HashMap::new(),
            touched: Vec::new(),
            bytes: Vec::new(),
        })
    }
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        if self.open {
            // Nothing can be done where even this fails: the archive rolls back when it is opened again.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}

impl Writer<'_> {
    /// Puts a document in; `now` is the time of import, ISO 8601, `reader` the version of the program that read it.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be written; what was added since the last commit is then lost.
    pub fn add(
        &mut self,
        incoming: &Incoming,
        now: &str,
        reader: &str,
    ) -> Result<Added, ArchiveError> {
        self.begin()?;
        let name = incoming.name();
        let known: Option<i64> = self
            .one(
                "SELECT id FROM version WHERE sha256 = ?1 AND name = ?2 AND given = ?3",
                params![incoming.sha256, name, incoming.given],
            )
            .doing(DOING)?;
        if known.is_some() {
            return Ok(Added::Known);
        }
        let (document, number) = self.lineage(incoming)?;
        let version = self.version(incoming, document, number, now, reader)?;
        self.outline(incoming, version)?;
        self.sentences(incoming, version)?;
        let first = self.next_sentence;
        if let Some((_, segment)) = &mut self.segment {
            segment.add(first.unsigned_abs(), &incoming.words);
        }
        self.next_sentence += i64::try_from(incoming.sentences()).unwrap_or(i64::MAX);
        Ok(if number == 1 {
            Added::New
        } else {
            Added::Version(number)
        })
    }

    /// Makes everything that was added since the last commit part of the archive, at once.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be written.
    pub fn commit(&mut self) -> Result<(), ArchiveError> {
        if !self.open {
            return Ok(());
        }
        self.touched.sort();
        self.touched.dedup();
        for place in std::mem::take(&mut self.touched) {
            edition::choose(self.connection, &place).doing(DOING)?;
        }
        if let Some((first, segment)) = self.segment.take()
            && self.next_sentence > first
        {
            self.run(
                "INSERT INTO segment (first_sentence, sentences) VALUES (?1, ?2)",
                params![first, self.next_sentence - first],
            )?;
            let id = self.connection.last_insert_rowid();
            let mut insert = self
                .connection
                .prepare_cached("INSERT INTO posting (segment, word, body) VALUES (?1, ?2, ?3)")
                .doing(DOING)?;
            for (word, body) in segment.bodies() {
                insert.execute(params![id, word, body]).doing(DOING)?;
            }
        }
        self.connection.execute_batch("COMMIT").doing(DOING)?;
        self.open = false;
        self.data_version = Some(self.data_version().doing(DOING)?);
        Ok(())
    }

    /// Commits, and joins what the full-text index has gathered in small parts, so that searches stay quick.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be written.
    pub fn finish(mut self) -> Result<(), ArchiveError> {
        self.commit()?;
        self.connection
            .execute_batch("BEGIN IMMEDIATE")
            .doing(DOING)?;
        self.open = true;
        merge(self.connection).doing(DOING)?;
        self.connection.execute_batch("COMMIT").doing(DOING)?;
        self.open = false;
        Ok(())
    }

    fn data_version(&self) -> Result<i64, rusqlite::Error> {
        self.connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
    }

    /// Takes the lock; learns again what another program may have changed.
    fn begin(&mut self) -> Result<(), ArchiveError> {
        if self.open {
            return Ok(());
        }
        self.connection
            .execute_batch("BEGIN IMMEDIATE")
            .doing(DOING)?;
        self.open = true;
        let data_version = self.data_version().doing(DOING)?;
        if self.data_version != Some(data_version) {
            self.learn().doing(DOING)?;
            self.data_version = Some(data_version);
        }
        let first = self.next_sentence;
        self.segment = Some((first, Segment::default()));
        Ok(())
    }

    fn learn(&mut self) -> Result<(), rusqlite::Error> {
        self.next_sentence = self.connection.query_row(
            "SELECT coalesce(max(first_sentence + sentences), 1) FROM version",
            [],
            |row| row.get(0),
        )?;
        self.rules.clear();
        let mut all = self.connection.prepare("SELECT name, id FROM rule")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            self.rules.insert(row.get(0)?, row.get(1)?);
        }
        self.named.clear();
        let mut all = self
            .connection
            .prepare("SELECT text, kind, id FROM named")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let kind: String = row.get(1)?;
            if let Some(kind) = evenhand_report::NameKind::from_written(&kind) {
                self.named.insert((row.get(0)?, kind.as_str()), row.get(2)?);
            }
        }
        Ok(())
    }

    fn one(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Option<i64>, rusqlite::Error> {
        self.connection
            .prepare_cached(sql)?
            .query_row(params, |row| row.get(0))
            .optional()
    }

    fn run(&self, sql: &str, params: impl rusqlite::Params) -> Result<(), ArchiveError> {
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params))
            .map(|_| ())
            .doing(DOING)
    }

    /// The document it is a version of, and which version. The same bytes under the same name are the same document even
    /// where the user now says something else about them.
    fn lineage(&mut self, incoming: &Incoming) -> Result<(i64, u32), ArchiveError> {
        let key = incoming.key();
        let same_bytes = self
            .one(
                "SELECT document FROM version WHERE sha256 = ?1 AND name = ?2",
                params![incoming.sha256, incoming.name()],
            )
            .doing(DOING)?;
        let found = match same_bytes {
            Some(document) => Some(document),
            None => self
                .one("SELECT id FROM document WHERE key = ?1", [&key])
                .doing(DOING)?,
        };
        let Some(document) = found else {
            self.run("INSERT INTO document (key) VALUES (?1)", [&key])?;
            return Ok((self.connection.last_insert_rowid(), 1));
        };
        let before = self
            .one(
                "SELECT max(number) FROM version WHERE document = ?1",
                [document],
            )
            .doing(DOING)?
            .unwrap_or(0);
        self.touched
            .extend(edition::Place::of_document(self.connection, document).doing(DOING)?);
        self.run(
            "UPDATE version SET newest = 0 WHERE document = ?1 AND newest = 1",
            [document],
        )?;
        Ok((document, u32::try_from(before + 1).unwrap_or(u32::MAX)))
    }

    fn version(
        &mut self,
        incoming: &Incoming,
        document: i64,
        number: u32,
        now: &str,
        reader: &str,
    ) -> Result<i64, ArchiveError> {
        let report = &incoming.report;
        let identity = &report.identity;
        let country = identity.country.as_ref().map(|code| code.as_str());
        let draft = report.notes.iter().any(|note| note.kind == NoteKind::Draft);
        let notes =
            serde_json::to_string(&report.notes).map_err(|fault| ArchiveError::Damaged {
                doing: DOING,
                found: fault.to_string(),
            })?;
        self.run(
            "INSERT INTO version (document, number, newest, edition, name, publisher, country, year, title, address, \
             published, modified, language, format, draft, origin, imported, sha256, bytes, given, reader, words, \
             first_sentence, sentences, statements, notes, columns) VALUES (?1, ?2, 1, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, \
             ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)",
            params![
                document,
                number,
                identity.document,
                identity.publisher,
                country,
                identity.year,
                identity.title,
                identity.address,
                identity.published,
                identity.modified,
                identity.language,
                identity.format.as_str(),
                draft,
                incoming.origin,
                now,
                incoming.sha256,
                i64::try_from(incoming.bytes).unwrap_or(i64::MAX),
                incoming.given,
                reader,
                i64::try_from(incoming.words.total).unwrap_or(i64::MAX),
                self.next_sentence,
                i64::try_from(report.sentences.len()).unwrap_or(i64::MAX),
                i64::try_from(report.statements().count()).unwrap_or(i64::MAX),
                notes,
                incoming.columns,
            ],
        )?;
        let version = self.connection.last_insert_rowid();
        self.touched
            .extend(edition::Place::of_document(self.connection, document).doing(DOING)?);
        self.run(
            "INSERT INTO original (version, content) VALUES (?1, ?2)",
            params![version, incoming.packed],
        )?;
        Ok(version)
    }

    fn outline(&self, incoming: &Incoming, version: i64) -> Result<(), ArchiveError> {
        let report = &incoming.report;
        for (number, section) in (0_i64..).zip(&report.sections) {
            self.run(
                "INSERT INTO section (version, number, parent, depth, heading, label) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    version,
                    number,
                    section.parent.map(|id| id.0),
                    section.depth,
                    section.heading,
                    section.label
                ],
            )?;
        }
        for (number, passage) in (0_i64..).zip(&report.passages) {
            self.run(
                "INSERT INTO passage (version, number, section, kind, paragraph, run_in) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    version,
                    number,
                    passage.section.0,
                    passage.kind.as_str(),
                    passage.number,
                    passage.run_in.map(|span| span.of(&report.text))
                ],
            )?;
        }
        Ok(())
    }

    fn sentences(&mut self, incoming: &Incoming, version: i64) -> Result<(), ArchiveError> {
        let report = &incoming.report;
        let pairs = report.sentences.iter().zip(&incoming.readings);
        for (position, (sentence, reading)) in (0_i64..).zip(pairs) {
            let id = self.next_sentence + position;
            let source = report.source_map.source_span(sentence.span);
            let mut calls = std::mem::take(&mut self.bytes);
            calls.clear();
            put_calls(&mut calls, reading, &mut |name| self.rule(name))?;
            self.run(
                "INSERT INTO sentence (id, version, position, key, passage, number, start, end, source_start, \
                 source_end, pointer, repeats, direction, right, calls, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, \
                 ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
                params![
                    id,
                    version,
                    position,
                    sentence.id.0.cast_signed(),
                    sentence.passage.0,
                    sentence.number,
                    sentence.span.start,
                    sentence.span.end,
                    source.start,
                    source.end,
                    sentence.pointer,
                    sentence.repeats.map(|at| at.0),
                    reading.direction.direction.as_str(),
                    reading.rights.first().map(|right| right.article),
                    calls,
                    report.sentence_text(sentence),
                ],
            )?;
            self.bytes = calls;
            self.reading(id, report.sentence_text(sentence), reading)?;
        }
        Ok(())
    }

    fn reading(&mut self, id: i64, text: &str, reading: &Reading) -> Result<(), ArchiveError> {
        for (number, a) in (0_i64..).zip(&reading.attributions) {
            let rule = self.rule(a.rule)?;
            let body = match &a.body {
                Some(body) => Some(self.named(body, "body")?),
                None => None,
            };
            self.run(
                "INSERT INTO attribution (sentence, number, source_start, source_end, cue_start, cue_end, kind, \
                 specificity, stance, body, antecedent, rule) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                params![
                    id,
                    number,
                    a.source.map(|span| span.start),
                    a.source.map(|span| span.end),
                    a.cue.start,
                    a.cue.end,
                    a.kind.as_str(),
                    a.specificity.as_str(),
                    a.stance.as_str(),
                    body,
                    a.antecedent,
                    rule
                ],
            )?;
        }
        for (number, f) in (0_i64..).zip(&reading.figures) {
            let rule = self.rule(f.rule)?;
            self.run(
                "INSERT INTO figure (sentence, number, start, end, value, high, qualifier, kind, unit, norm, rule) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                params![
                    id,
                    number,
                    f.span.start,
                    f.span.end,
                    f.value,
                    f.high,
                    f.qualifier.as_str(),
                    f.kind.as_str(),
                    f.unit,
                    f.norm,
                    rule
                ],
            )?;
        }
        for (number, n) in (0_i64..).zip(&reading.names) {
            let rule = self.rule(n.rule)?;
            let named = self.named(n.span.of(text), n.kind.as_str())?;
            let full = match &n.full {
                Some(full) => Some(self.named(full, n.kind.as_str())?),
                None => None,
            };
            self.run(
                "INSERT INTO name (sentence, number, start, end, named, description_start, description_end, full, rule) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    id,
                    number,
                    n.span.start,
                    n.span.end,
                    named,
                    n.description.map(|span| span.start),
                    n.description.map(|span| span.end),
                    full,
                    rule
                ],
            )?;
        }
        Ok(())
    }

    fn rule(&mut self, name: &str) -> Result<i64, ArchiveError> {
        if let Some(id) = self.rules.get(name) {
            return Ok(*id);
        }
        self.run("INSERT INTO rule (name) VALUES (?1)", [name])?;
        let id = self.connection.last_insert_rowid();
        self.rules.insert(name.to_owned(), id);
        Ok(id)
    }

    fn named(&mut self, text: &str, kind: &'static str) -> Result<i64, ArchiveError> {
        let wanted = (text.to_owned(), kind);
        if let Some(id) = self.named.get(&wanted) {
            return Ok(*id);
        }
        self.run(
            "INSERT INTO named (text, kind) VALUES (?1, ?2)",
            params![text, kind],
        )?;
        let id = self.connection.last_insert_rowid();
        self.named.insert(wanted, id);
        Ok(id)
    }
}
