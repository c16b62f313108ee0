//! What was read, row by row, in the order of the documents: sentences, attributions, figures, names.

use crate::error::{ArchiveError, Doing};
use crate::{Archive, Document, DocumentFilter};
use evenhand_report::{
    Direction, FigureKind, NameKind, Qualifier, SentenceId, SourceKind, Span, Specificity, Stance,
};
use rusqlite::Row;

/// One sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceRow<'a> {
    /// Its number in the archive.
    pub id: i64,
    /// Position in the report, from 0.
    pub position: u32,
    /// The stable name.
    pub key: SentenceId,
    /// Heading of the section it stands in.
    pub heading: &'a str,
    /// What a pin-cite calls the section.
    pub label: &'a str,
    /// Heading at the start of its paragraph.
    pub run_in: Option<&'a str>,
    /// Number of the paragraph in its section, from 1.
    pub paragraph: u32,
    /// Number in the paragraph, from 1.
    pub number: u32,
    /// Its words, as bytes of the report's text.
    pub span: Span,
    /// Its words, as bytes of the decoded file.
    pub source: Span,
    /// Whether it only sends the reader elsewhere.
    pub pointer: bool,
    /// Position of the earlier sentence it repeats.
    pub repeats: Option<u32>,
    /// What it says about the state of the right.
    pub direction: Direction,
    /// The article it is most about.
    pub right: Option<u8>,
    /// Its words.
    pub text: &'a str,
}

impl SentenceRow<'_> {
    /// Whether it counts: no pointer, no repetition.
    #[must_use]
    pub fn statement(&self) -> bool {
        !self.pointer && self.repeats.is_none()
    }

    /// Where it stands, for people: "2023, section 1.a, para. 2, sentence 1".
    #[must_use]
    pub fn pin(&self, document: &Document) -> String {
        pin(document.year, self.label, self.paragraph, self.number)
    }
}

pub(crate) fn pin(year: Option<u16>, label: &str, paragraph: u32, number: u32) -> String {
    use std::fmt::Write as _;
    let mut pin = String::new();
    if let Some(year) = year {
        let _ = write!(pin, "{year}, ");
    }
    if !label.is_empty() {
        let _ = write!(pin, "{label}, ");
    }
    let _ = write!(pin, "para. {paragraph}, sentence {number}");
    pin
}

/// One attribution, with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributionRow<'a> {
    /// The sentence; spans count bytes of its text.
    pub sentence: &'a SentenceRow<'a>,
    /// The words that name the source.
    pub source: Option<Span>,
    /// The crediting words.
    pub cue: Span,
    /// Who the source is.
    pub kind: SourceKind,
    /// How closely it is identified.
    pub specificity: Specificity,
    /// What the cue makes of the content.
    pub stance: Stance,
    /// The body the source names.
    pub body: Option<&'a str>,
    /// What a pronoun stands for.
    pub antecedent: Option<&'a str>,
    /// The rule that found it.
    pub rule: &'a str,
}

/// One figure, with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow<'a> {
    /// The sentence; spans count bytes of its text.
    pub sentence: &'a SentenceRow<'a>,
    /// The number with its qualifier words.
    pub span: Span,
    /// The number; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// How it is qualified.
    pub qualifier: Qualifier,
    /// What it measures.
    pub kind: FigureKind,
    /// What is counted.
    pub unit: &'a str,
    /// Set by law and the like, not measured.
    pub norm: bool,
    /// The rule that found it.
    pub rule: &'a str,
}

/// One name, with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct NameRow<'a> {
    /// The sentence; spans count bytes of its text.
    pub sentence: &'a SentenceRow<'a>,
    /// The name.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// The words that describe it.
    pub description: Option<Span>,
    /// What a short form stands for.
    pub full: Option<&'a str>,
    /// The rule that found it.
    pub rule: &'a str,
}

/// The columns of a sentence, in every query below.
macro_rules! select {
    ($more:literal, $from:literal) => {
        concat!(
            "SELECT s.id, s.position, s.key, c.heading, c.label, p.run_in, p.paragraph, s.number, s.start, s.end, \
             s.source_start, s.source_end, s.pointer, s.repeats, s.direction, s.right, s.text",
            $more,
            " FROM sentence AS s JOIN passage AS p ON p.version = s.version AND p.number = s.passage \
             JOIN section AS c ON c.version = s.version AND c.number = p.section ",
            $from,
            " WHERE s.id >= ?1 AND s.id < ?2 ORDER BY s.id"
        )
    };
}

/// Position of the first column after those of the sentence.
const MORE: usize = 17;

const DOING: &str = "reading rows of the archive";

fn text<'a>(row: &'a Row<'_>, at: usize) -> Result<&'a str, rusqlite::Error> {
    Ok(row.get_ref(at)?.as_str()?)
}

fn maybe_text<'a>(row: &'a Row<'_>, at: usize) -> Result<Option<&'a str>, rusqlite::Error> {
    Ok(row.get_ref(at)?.as_str_or_null()?)
}

fn span(row: &Row<'_>, at: usize) -> Result<Span, rusqlite::Error> {
    Ok(Span {
        start: row.get(at)?,
        end: row.get(at + 1)?,
    })
}

fn maybe_span(row: &Row<'_>, at: usize) -> Result<Option<Span>, rusqlite::Error> {
    Ok(match row.get(at)? {
        Some(start) => Some(Span {
            start,
            end: row.get(at + 1)?,
        }),
        None => None,
    })
}

/// A written form back into its variant.
fn variant<T>(
    row: &Row<'_>,
    at: usize,
    find: impl Fn(&str) -> Option<T>,
) -> Result<T, rusqlite::Error> {
    let written = text(row, at)?;
    find(written).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(
            at,
            rusqlite::types::Type::Text,
            format!("{written:?} is no word this program knows here").into(),
        )
    })
}

fn sentence<'a>(row: &'a Row<'_>) -> Result<SentenceRow<'a>, rusqlite::Error> {
    Ok(SentenceRow {
        id: row.get(0)?,
        position: row.get(1)?,
        key: SentenceId(row.get::<_, i64>(2)?.cast_unsigned()),
        heading: text(row, 3)?,
        label: text(row, 4)?,
        run_in: maybe_text(row, 5)?,
        paragraph: row.get(6)?,
        number: row.get(7)?,
        span: span(row, 8)?,
        source: span(row, 10)?,
        pointer: row.get(12)?,
        repeats: row.get(13)?,
        direction: variant(row, 14, Direction::from_written)?,
        right: row.get(15)?,
        text: text(row, 16)?,
    })
}

impl Archive {
    /// Shows every sentence of the documents that are meant.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read, or whatever `show` returns.
    pub fn sentences<E: From<ArchiveError>>(
        &self,
        filter: &DocumentFilter,
        mut show: impl FnMut(&Document, &SentenceRow<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.rows(select!("", ""), filter, &mut |document, row| {
            let sentence = sentence(row).doing(DOING)?;
            show(document, &sentence)
        })
    }

    /// Shows every attribution of the documents that are meant.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read, or whatever `show` returns.
    pub fn attributions<E: From<ArchiveError>>(
        &self,
        filter: &DocumentFilter,
        mut show: impl FnMut(&Document, &AttributionRow<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = select!(
            ", x.source_start, x.source_end, x.cue_start, x.cue_end, x.kind, x.specificity, x.stance, b.text, \
             x.antecedent, r.name",
            "JOIN attribution AS x ON x.sentence = s.id JOIN rule AS r ON r.id = x.rule \
             LEFT JOIN named AS b ON b.id = x.body"
        );
        self.rows(sql, filter, &mut |document, row| {
            let sentence = sentence(row).doing(DOING)?;
            let read = || -> Result<AttributionRow<'_>, rusqlite::Error> {
                Ok(AttributionRow {
                    sentence: &sentence,
                    source: maybe_span(row, MORE)?,
                    cue: span(row, MORE + 2)?,
                    kind: variant(row, MORE + 4, SourceKind::from_written)?,
                    specificity: variant(row, MORE + 5, Specificity::from_written)?,
                    stance: variant(row, MORE + 6, Stance::from_written)?,
                    body: maybe_text(row, MORE + 7)?,
                    antecedent: maybe_text(row, MORE + 8)?,
                    rule: text(row, MORE + 9)?,
                })
            };
            show(document, &read().doing(DOING)?)
        })
    }

    /// Shows every figure of the documents that are meant.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read, or whatever `show` returns.
    pub fn figures<E: From<ArchiveError>>(
        &self,
        filter: &DocumentFilter,
        mut show: impl FnMut(&Document, &FigureRow<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = select!(
            ", x.start, x.end, x.value, x.high, x.qualifier, x.kind, x.unit, x.norm, r.name",
            "JOIN figure AS x ON x.sentence = s.id JOIN rule AS r ON r.id = x.rule"
        );
        self.rows(sql, filter, &mut |document, row| {
            let sentence = sentence(row).doing(DOING)?;
            let read = || -> Result<FigureRow<'_>, rusqlite::Error> {
                Ok(FigureRow {
                    sentence: &sentence,
                    span: span(row, MORE)?,
                    value: row.get(MORE + 2)?,
                    high: row.get(MORE + 3)?,
                    qualifier: variant(row, MORE + 4, Qualifier::from_written)?,
                    kind: variant(row, MORE + 5, FigureKind::from_written)?,
                    unit: text(row, MORE + 6)?,
                    norm: row.get(MORE + 7)?,
                    rule: text(row, MORE + 8)?,
                })
            };
            show(document, &read().doing(DOING)?)
        })
    }

    /// Shows every name of the documents that are meant.
    ///
    /// # Errors
    /// [`ArchiveError`] when the archive cannot be read, or whatever `show` returns.
    pub fn names<E: From<ArchiveError>>(
        &self,
        filter: &DocumentFilter,
        mut show: impl FnMut(&Document, &NameRow<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = select!(
            ", x.start, x.end, n.kind, x.description_start, x.description_end, f.text, r.name",
            "JOIN name AS x ON x.sentence = s.id JOIN rule AS r ON r.id = x.rule \
             JOIN named AS n ON n.id = x.named LEFT JOIN named AS f ON f.id = x.full"
        );
        self.rows(sql, filter, &mut |document, row| {
            let sentence = sentence(row).doing(DOING)?;
            let read = || -> Result<NameRow<'_>, rusqlite::Error> {
                Ok(NameRow {
                    sentence: &sentence,
                    span: span(row, MORE)?,
                    kind: variant(row, MORE + 2, NameKind::from_written)?,
                    description: maybe_span(row, MORE + 3)?,
                    full: maybe_text(row, MORE + 5)?,
                    rule: text(row, MORE + 6)?,
                })
            };
            show(document, &read().doing(DOING)?)
        })
    }

    /// Shows the sentences of a run of numbers.
    pub(crate) fn sentence_rows(
        &self,
        run: [i64; 2],
        mut show: impl FnMut(&SentenceRow<'_>),
    ) -> Result<(), ArchiveError> {
        let mut statement = self
            .connection
            .prepare_cached(select!("", ""))
            .doing(DOING)?;
        let mut rows = statement.query(run).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            show(&sentence(row).doing(DOING)?);
        }
        Ok(())
    }

    /// Runs a query over the sentences of each document that is meant.
    fn rows<E: From<ArchiveError>>(
        &self,
        sql: &str,
        filter: &DocumentFilter,
        show: &mut dyn FnMut(&Document, &Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let documents = self.documents(filter)?;
        let mut statement = self.connection.prepare_cached(sql).doing(DOING)?;
        for document in &documents {
            let end = document.first_sentence + i64::from(document.sentences);
            let mut rows = statement
                .query([document.first_sentence, end])
                .doing(DOING)?;
            while let Some(row) = rows.next().doing(DOING)? {
                show(document, row)?;
            }
        }
        Ok(())
    }
}
