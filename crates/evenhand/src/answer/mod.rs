//! A report laid out to be answered: every finding with its exact quotes, standard wording, and room for a
//! reply.
//!
//! In: one opened report. Out: [`Answer`]; [`html()`] and [`docx()`] write it for people. The wording quotes
//! and points, it argues nothing; what is answered is the writer's own.

mod wording;

use crate::Opened;
use crate::docx::{Block, write};
use crate::dossier::html::safe::{self, Html};
use crate::registers::{self, Measure, RegistersError, Standing};
use askama::Template;
use evenhand_compare::{Finding, questions};
use sha2::Digest;
use std::path::{Path, PathBuf};

/// One finding of the report, ready to be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The test that found it.
    pub rule: &'static str,
    /// What stands there, in plain words.
    pub message: String,
    /// The sentences it rests on, whole, with their pin-cites.
    pub quotes: Vec<Quoted>,
    /// Wording that quotes exactly, to begin an answer with.
    pub wording: String,
}

/// A sentence of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Where it stands.
    pub pin: String,
    /// Its words.
    pub text: String,
}

/// A report laid out to be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The document's name.
    pub document: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its sentences that count.
    pub statements: usize,
    /// The findings by test, in the order the tests are put.
    pub parts: Vec<Part>,
    /// Measures of the register that the report does not mention.
    pub unmentioned: Vec<Unmentioned>,
    /// How many measures were held against the report.
    pub measures_held: usize,
}

/// A measure that the report does not mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmentioned {
    /// What was done, and when, in the register's words.
    pub title: String,
    /// How it stands in the report, in plain words.
    pub message: String,
    /// Where the fact can be looked up.
    pub citation: String,
    /// Wording to begin with.
    pub wording: String,
}

/// The findings of one test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The test.
    pub rule: &'static str,
    /// What the test asks.
    pub summary: &'static str,
    /// Its findings, in document order.
    pub matters: Vec<Matter>,
}

impl Answer {
    /// How many findings there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.parts.iter().map(|part| part.matters.len()).sum()
    }
}

impl Answer {
    /// Lays out the measures that the report does not mention.
    ///
    /// # Errors
    /// [`RegistersError`] when the report's country is unknown or has no measure in the register.
    pub fn measures(
        &mut self,
        opened: &Opened,
        measures: &[Measure],
    ) -> Result<(), RegistersError> {
        let found = registers::omissions(opened, measures, &[], &[])?;
        self.measures_held = found.measures.len();
        self.unmentioned = found
            .measures
            .into_iter()
            .filter(|row| row.standing == Standing::NotFound)
            .map(|row| Unmentioned {
                wording: format!(
                    "The report does not mention: {} ({}). Source: {}. We ask that it be considered.",
                    row.measure.title, row.measure.date, row.measure.source
                ),
                title: format!("{} ({})", row.measure.title, row.measure.date),
                message: row.message,
                citation: row.measure.source,
            })
            .collect();
        Ok(())
    }
}

/// Why an answer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// The document for a word processor could not be packed.
    #[error("packing the .docx file: {0}")]
    Docx(#[source] zip::result::ZipError),
    /// A file could not be written.
    #[error(transparent)]
    Write(#[from] crate::WriteError),
}

/// Lays a report out to be answered.
#[must_use]
pub fn answer(opened: &Opened) -> Answer {
    let identity = &opened.report.identity;
    let findings = questions::findings(&opened.report, &opened.readings);
    let parts = questions::PAGES
        .iter()
        .map(|page| Part {
            rule: page.name,
            summary: page.summary(),
            matters: findings
                .iter()
                .filter(|finding| finding.rule == page.name)
                .map(|finding| matter(opened, finding))
                .collect(),
        })
        .filter(|part| !part.matters.is_empty())
        .collect();
    Answer {
        document: identity.document.clone(),
        title: identity
            .title
            .clone()
            .unwrap_or_else(|| identity.document.clone()),
        publisher: identity.publisher.clone().unwrap_or_default(),
        statements: opened.report.statements().count(),
        parts,
        unmentioned: Vec::new(),
        measures_held: 0,
    }
}

fn matter(opened: &Opened, finding: &Finding) -> Matter {
    let mut quotes: Vec<Quoted> = Vec::new();
    for quote in &finding.quotes {
        if let Some(sentence) = opened.report.sentences.get(quote.sentence.0 as usize) {
            let quoted = Quoted {
                pin: opened.report.pin(sentence),
                text: opened.report.sentence_text(sentence).to_owned(),
            };
            if !quotes.contains(&quoted) {
                quotes.push(quoted);
            }
        }
    }
    Matter {
        rule: finding.rule,
        message: finding.message.clone(),
        wording: wording::of(finding.rule, &quotes),
        quotes,
    }
}

#[derive(Template)]
#[template(path = "answer/page.html")]
struct Page<'a> {
    a: &'a Answer,
    style: Html,
    style_hash: String,
    version: &'static str,
}

const STYLE: &str = include_str!("../../templates/check/style.css");

/// The answer's draft as one self-contained page.
#[must_use]
pub fn html(answer: &Answer) -> String {
    let page = Page {
        a: answer,
        style_hash: format!("sha256-{}", safe::base64(&sha2::Sha256::digest(STYLE))),
        style: Html::trusted(STYLE.to_owned()),
        version: env!("CARGO_PKG_VERSION"),
    };
    let mut html = page
        .render()
        .expect("the template has no fallible values and writes to memory");
    html.retain(|ch| !ch.is_control() || matches!(ch, '\n' | '\t'));
    html
}

/// The answer's draft as the bytes of a `.docx` file.
///
/// # Errors
/// [`AnswerError::Docx`] when the file cannot be packed.
pub fn docx(answer: &Answer) -> Result<Vec<u8>, AnswerError> {
    let mut blocks = vec![
        Block::Title(format!("Draft of an answer: {}", answer.title)),
        Block::Plain(format!(
            "{} findings in {} statements of {}. A finding is a place to look at, not a fault; strike what needs no answer.",
            answer.count(),
            answer.statements,
            answer.document
        )),
    ];
    for part in &answer.parts {
        blocks.push(Block::Heading(part.summary.to_owned()));
        for matter in &part.matters {
            blocks.push(Block::Numbered(matter.message.clone()));
            for quote in &matter.quotes {
                blocks.push(Block::Quote(quote.text.clone(), quote.pin.clone()));
            }
            blocks.push(Block::Labelled(
                "Wording:".to_owned(),
                matter.wording.clone(),
            ));
            blocks.push(Block::Labelled("Reply:".to_owned(), String::new()));
            blocks.push(Block::Room);
        }
    }
    if !answer.unmentioned.is_empty() {
        blocks.push(Block::Heading(
            "Measures the report does not mention".to_owned(),
        ));
        for measure in &answer.unmentioned {
            blocks.push(Block::Numbered(measure.title.clone()));
            blocks.push(Block::Labelled("–".to_owned(), measure.message.clone()));
            blocks.push(Block::Labelled(
                "Wording:".to_owned(),
                measure.wording.clone(),
            ));
            blocks.push(Block::Room);
        }
    }
    write(&blocks).map_err(AnswerError::Docx)
}

/// Writes answer.html and answer.docx into a folder.
///
/// # Errors
/// [`AnswerError`] when a file cannot be packed or written.
pub fn write_into(answer: &Answer, folder: &Path) -> Result<Vec<PathBuf>, AnswerError> {
    let files = [
        ("answer.html", html(answer).into_bytes()),
        ("answer.docx", docx(answer)?),
    ];
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        crate::write_aside(&path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}
