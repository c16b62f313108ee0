//! A report with the others of its edition, as one shelf.
//!
//! The report itself is the one that was opened, in the place of the archive's report on the same
//! country; so a file is held against the other countries whether or not it was imported.

use crate::Opened;
use crate::across::AcrossError;
use crate::across::shelf::{Held, Opens, Shelf};
use evenhand_report::Report;
use std::collections::BTreeSet;

/// A report and the others of its publisher and year.
pub(super) struct Edition<'a> {
    shelf: &'a dyn Shelf,
    report: &'a Opened,
    held: Vec<Held>,
    /// Their numbers on the shelf they come from; none for the report itself.
    numbers: Vec<Option<usize>>,
    own: usize,
    left_out: Vec<String>,
}

impl<'a> Edition<'a> {
    pub(super) fn new(shelf: &'a dyn Shelf, report: &'a Opened) -> Self {
        let own = super::held(report);
        let place = own.place();
        let told = own.publisher.is_some() && own.year.is_some();
        let mut edition = Self {
            shelf,
            report,
            held: Vec::new(),
            numbers: Vec::new(),
            own: usize::MAX,
            left_out: Vec::new(),
        };
        let mut left_out = BTreeSet::new();
        for (at, other) in shelf.held().iter().enumerate() {
            if !told || other.year != own.year {
                continue;
            }
            if other.publisher != own.publisher {
                let name = other.publisher.as_deref().unwrap_or("publisher unknown");
                left_out.insert(name.to_owned());
            } else if other.place() != place {
                edition.held.push(other.clone());
                edition.numbers.push(Some(at));
            } else if edition.own == usize::MAX {
                edition.push_own(own.clone());
            }
        }
        if edition.own == usize::MAX {
            edition.push_own(own);
        }
        edition.left_out = left_out.into_iter().collect();
        edition
    }

    fn push_own(&mut self, own: Held) {
        self.own = self.held.len();
        self.held.push(own);
        self.numbers.push(None);
    }

    /// The number of the report itself.
    pub(super) fn own_number(&self) -> usize {
        self.own
    }

    /// The report itself.
    pub(super) fn own(&self) -> &Held {
        &self.held[self.own]
    }

    /// The other reports.
    pub(super) fn others(&self) -> impl Iterator<Item = &Held> {
        let own = self.own;
        let numbered = self.held.iter().enumerate();
        numbered
            .filter(move |(at, _)| *at != own)
            .map(|(_, held)| held)
    }

    /// Other publishers with reports of the year.
    pub(super) fn left_out(&self) -> &[String] {
        &self.left_out
    }
}

impl Shelf for Edition<'_> {
    fn held(&self) -> &[Held] {
        &self.held
    }

    fn opener(&self) -> Result<Box<dyn Opens + Send + '_>, AcrossError> {
        Ok(Box::new(EditionOpener {
            edition: self,
            others: self.shelf.opener()?,
        }))
    }
}

struct EditionOpener<'a> {
    edition: &'a Edition<'a>,
    others: Box<dyn Opens + Send + 'a>,
}

impl EditionOpener<'_> {
    /// The number on the shelf the others come from; none for the report itself.
    fn number(&self, at: usize) -> Result<Option<usize>, AcrossError> {
        let number = self.edition.numbers.get(at).copied();
        number.ok_or(AcrossError::NotHeld { at })
    }
}

impl Opens for EditionOpener<'_> {
    fn bytes(&mut self, at: usize) -> Result<Vec<u8>, AcrossError> {
        match self.number(at)? {
            Some(number) => self.others.bytes(number),
            // An opened report has left its bytes behind; nobody asks an edition for them.
            None => Err(AcrossError::NotHeld { at }),
        }
    }

    fn report(&mut self, at: usize) -> Result<Report, AcrossError> {
        match self.number(at)? {
            Some(number) => self.others.report(number),
            None => Ok(self.edition.report.report.clone()),
        }
    }

    fn opened(&mut self, at: usize) -> Result<Opened, AcrossError> {
        match self.number(at)? {
            Some(number) => self.others.opened(number),
            None => Ok(self.edition.report.clone()),
        }
    }
}
