//! A report with its statements at hand, so that every part counts the same ones.

use super::model::{About, Basis, CreditAt, FigureAt};
use crate::Opened;
use crate::csv_rows::basis;
use evenhand_report::country::Countries;
use evenhand_report::{
    Attribution, Figure, Reading, Report, Section, SectionId, Sentence, SentenceIndex,
};

/// An opened report and the indexes of its statements.
pub(crate) struct Tally<'a> {
    pub(crate) opened: &'a Opened,
    /// Statements: sentences that are neither pointers nor repetitions.
    pub(crate) statements: Vec<SentenceIndex>,
    pub(crate) words: usize,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(opened: &'a Opened) -> Self {
        Self {
            statements: opened.report.statements().map(|(index, _)| index).collect(),
            words: opened.report.text.split_whitespace().count(),
            opened,
        }
    }

    pub(crate) fn report(&self) -> &'a Report {
        &self.opened.report
    }

    pub(crate) fn sentence(&self, at: SentenceIndex) -> &'a Sentence {
        &self.opened.report.sentences[at.0 as usize]
    }

    pub(crate) fn text(&self, at: SentenceIndex) -> &'a str {
        self.report().sentence_text(self.sentence(at))
    }

    pub(crate) fn reading(&self, at: SentenceIndex) -> &'a Reading {
        &self.opened.readings[at.0 as usize]
    }

    pub(crate) fn basis(&self, at: SentenceIndex) -> Basis {
        basis(&self.reading(at).attributions).into()
    }

    /// The statements that fulfil a condition.
    pub(crate) fn such(&self, holds: impl Fn(SentenceIndex) -> bool) -> Vec<SentenceIndex> {
        self.statements
            .iter()
            .copied()
            .filter(|at| holds(*at))
            .collect()
    }

    /// Every attribution of a statement, in document order.
    pub(crate) fn credits(&self) -> impl Iterator<Item = (CreditAt, &'a Attribution)> {
        self.statements.iter().flat_map(|sentence| {
            let list = &self.reading(*sentence).attributions;
            list.iter().enumerate().map(|(attribution, credit)| {
                let sentence = *sentence;
                (
                    CreditAt {
                        sentence,
                        attribution,
                    },
                    credit,
                )
            })
        })
    }

    /// Every figure of a statement, in document order.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (FigureAt, &'a Figure)> {
        self.statements.iter().flat_map(|sentence| {
            let list = &self.reading(*sentence).figures;
            list.iter().enumerate().map(|(figure, found)| {
                let sentence = *sentence;
                (FigureAt { sentence, figure }, found)
            })
        })
    }

    /// The section a sentence counts under in tables by section: the second level of the outline
    /// ("section 1.a"), or the first where there is no second.
    pub(crate) fn section(&self, at: SentenceIndex) -> SectionId {
        let report = self.report();
        let mut id = report.passage(self.sentence(at).passage).section;
        while let Some(parent) = report.section(id).parent {
            if report.section(id).depth <= 1 {
                break;
            }
            id = parent;
        }
        id
    }

    /// Label and heading of a section.
    pub(crate) fn named(&self, id: SectionId) -> (String, String) {
        let Section { heading, label, .. } = self.report().section(id);
        (label.clone(), heading.clone())
    }

    pub(crate) fn about(&self) -> About {
        let report = self.report();
        let country = report
            .identity
            .country
            .and_then(|code| Countries::register().get(code));
        let indexed = || (0..).map(SentenceIndex).zip(&report.sentences);
        About {
            identity: report.identity.clone(),
            country_name: country.map(|country| country.name.clone()),
            cow: country.and_then(|country| country.cow),
            sha256: self.opened.sha256,
            bytes: self.opened.bytes,
            words: self.words,
            passages: report.passages.len(),
            sentences: report.sentences.len(),
            statements: self.statements.len(),
            pointers: indexed()
                .filter(|(_, s)| s.pointer)
                .map(|(at, _)| at)
                .collect(),
            repeated: indexed()
                .filter(|(_, s)| s.repeats.is_some())
                .map(|(at, _)| at)
                .collect(),
        }
    }
}
