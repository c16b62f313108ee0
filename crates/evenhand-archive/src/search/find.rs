//! The sentences that answer a query, as a set.

use super::bits::Bits;
use super::cache::{Frequent, Kept};
use super::filters::SentenceFilter;
use super::marks::terms;
use super::places::places;
use super::query::{Node, Term};
use crate::error::{ArchiveError, Doing};
use crate::index::postings::{Broken, chunks};
use crate::index::words;
use crate::reading::source_bit;
use crate::{Archive, Document};
use evenhand_report::{SourceKind, Specificity};
use std::rc::Rc;

const DOING: &str = "searching the archive";

/// A word in more than one of so many sentences is kept as a set between searches …
const FREQUENT: usize = 50;
/// … for so many words.
const MOST_KEPT: usize = 512;

impl From<Broken> for ArchiveError {
    fn from(_: Broken) -> Self {
        Self::Damaged {
            doing: DOING,
            found: "a list of the full-text index cannot be understood".to_owned(),
        }
    }
}

/// Answers queries for one state of the archive.
pub(crate) struct Finder<'a> {
    pub(crate) archive: &'a Archive,
    pub(crate) kept: &'a Kept,
}

impl Finder<'_> {
    /// The sentences of `within` that answer.
    pub(crate) fn find(&self, node: &Node, within: &Bits) -> Result<Bits, ArchiveError> {
        match node {
            Node::All => Ok(within.clone()),
            Node::Phrase(terms) if terms.len() == 1 => {
                let mut found = within.clone();
                for term in terms {
                    let sentences = self.sentences(term)?;
                    found.and(&sentences);
                }
                Ok(found)
            }
            Node::Phrase(_) | Node::Near(..) => self.by_place(node, within),
            Node::And(parts) => {
                // Whole words first: what they leave makes phrases and the rest cheaper.
                let rank = |part: &&Node| match part {
                    Node::Phrase(terms) if terms.len() == 1 => 0,
                    Node::All | Node::And(_) | Node::Or(_) => 1,
                    Node::Phrase(_) | Node::Near(..) => 2,
                    Node::Not(_) => 3,
                };
                let mut order: Vec<&Node> = parts.iter().collect();
                order.sort_by_key(rank);
                let mut found = within.clone();
                for part in order {
                    found = self.find(part, &found)?;
                }
                Ok(found)
            }
            Node::Or(parts) => {
                let mut found = Bits::none(self.kept.size);
                for part in parts {
                    found.or(&self.find(part, within)?);
                }
                Ok(found)
            }
            Node::Not(part) => {
                let mut found = within.clone();
                found.without(&self.find(part, within)?);
                Ok(found)
            }
        }
    }

    /// Shows the lists of a term: one, or with a prefix several, in each segment.
    fn lists(
        &self,
        term: &Term,
        mut show: impl FnMut(&[u8]) -> Result<(), ArchiveError>,
    ) -> Result<(), ArchiveError> {
        let sql = if term.prefix {
            "SELECT body FROM posting WHERE segment = ?1 AND word >= ?2 AND word < ?3"
        } else {
            "SELECT body FROM posting WHERE segment = ?1 AND word = ?2 AND ?3 IS NOT NULL"
        };
        let mut statement = self.archive.connection.prepare_cached(sql).doing(DOING)?;
        let end = format!("{}\u{10ffff}", term.word);
        for segment in &self.kept.segments {
            let mut rows = statement
                .query(rusqlite::params![segment, term.word, end])
                .doing(DOING)?;
            while let Some(row) = rows.next().doing(DOING)? {
                let body = row.get_ref(0).doing(DOING)?;
                show(body.as_blob().unwrap_or(&[]))?;
            }
        }
        Ok(())
    }

    /// The sentences in which a term stands.
    fn sentences(&self, term: &Term) -> Result<Rc<Bits>, ArchiveError> {
        let key = key(term);
        if let Some(kept) = self.kept.frequent.borrow().get(&key) {
            return Ok(Rc::clone(&kept.sentences));
        }
        let mut found = Bits::none(self.kept.size);
        let mut many = 0;
        let mut lists = Vec::new();
        let enough = self.kept.size / FREQUENT;
        self.lists(term, |body| {
            for chunk in chunks(body) {
                let chunk = chunk?;
                many += usize::try_from(chunk.count()).unwrap_or(usize::MAX);
                chunk.each(|at, _| found.add(usize::try_from(at).unwrap_or(usize::MAX)))?;
            }
            if !term.prefix {
                lists.push(body.to_vec());
            }
            Ok(())
        })?;
        let found = Rc::new(found);
        let mut kept = self.kept.frequent.borrow_mut();
        if many > enough && kept.len() < MOST_KEPT {
            let frequent = Frequent {
                sentences: Rc::clone(&found),
                lists: Rc::new(lists),
            };
            kept.insert(key, frequent);
        }
        Ok(found)
    }

    /// The sentences that hold every word that a part with places needs.
    fn candidates(&self, node: &Node) -> Result<Bits, ArchiveError> {
        let mut parts: Vec<Bits> = Vec::new();
        match node {
            Node::Phrase(terms) => {
                let mut found: Option<Bits> = None;
                for term in terms {
                    let sentences = self.sentences(term)?;
                    match &mut found {
                        Some(found) => found.and(&sentences),
                        None => found = Some((*sentences).clone()),
                    }
                }
                parts.extend(found);
            }
            Node::Near(a, b, _) => {
                let mut both = self.candidates(a)?;
                both.and(&self.candidates(b)?);
                parts.push(both);
            }
            Node::Or(all) => {
                for part in all {
                    parts.push(self.candidates(part)?);
                }
            }
            Node::All | Node::And(_) | Node::Not(_) => {}
        }
        let mut found = Bits::none(self.kept.size);
        parts.iter().for_each(|part| found.or(part));
        Ok(found)
    }

    fn by_place(&self, node: &Node, within: &Bits) -> Result<Bits, ArchiveError> {
        let mut candidates = self.candidates(node)?;
        candidates.and(within);
        let mut leaves = Vec::new();
        let mut all = Vec::new();
        terms(node, &mut all);
        for term in &all {
            leaves.push(self.leaf(term, &candidates)?);
        }
        let mut found = Bits::none(self.kept.size);
        for at in candidates.each() {
            leaves.iter_mut().for_each(|leaf| leaf.seek(at));
            let leaf = |n: usize| leaves.get(n).map_or(&[][..], Leaf::here);
            let stands = match node {
                Node::Phrase(terms) => follows(terms.len(), leaf),
                _ => !places(node, &mut 0, &leaf).is_empty(),
            };
            if stands {
                found.add(at);
            }
        }
        Ok(found)
    }

    /// Where a term stands in the candidates.
    fn leaf(&self, term: &Term, candidates: &Bits) -> Result<Leaf, ArchiveError> {
        let mut leaf = Leaf::default();
        let mut places = Vec::new();
        let has = |at: u64| usize::try_from(at).is_ok_and(|at| candidates.has(at));
        let mut look = |body: &[u8]| -> Result<(), ArchiveError> {
            let mut all = chunks(body).peekable();
            while let Some(chunk) = all.next() {
                let chunk = chunk?;
                let number = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
                // What is listed here stands before what the next chunk lists.
                let end = match all.peek() {
                    Some(Ok(next)) => number(next.base()),
                    Some(Err(_)) | None => self.kept.size,
                };
                if !candidates.any_in(number(chunk.base())..end) {
                    continue;
                }
                let mut walk = chunk.walk();
                while let Some(at) = walk.next(has, &mut places)? {
                    leaf.add(u32::try_from(at).unwrap_or(u32::MAX), &places);
                }
            }
            Ok(())
        };
        let kept = self.kept.frequent.borrow().get(&key(term)).cloned();
        match kept {
            Some(kept) if !term.prefix => kept.lists.iter().try_for_each(|body| look(body))?,
            _ => self.lists(term, look)?,
        }
        if term.prefix {
            leaf.sort();
        }
        Ok(leaf)
    }

    /// The sentences of these documents that answer the filter.
    pub(crate) fn filtered(
        &self,
        documents: &[&Document],
        filter: &SentenceFilter,
    ) -> Result<Bits, ArchiveError> {
        let mut found = Bits::none(self.kept.size);
        for document in documents {
            found.add_run(Kept::run(document));
        }
        self.by_columns(documents, filter, &mut found)?;
        for name in &filter.named {
            let mut with = Bits::none(self.kept.size);
            let names = self.kept.names(self.archive)?;
            names.each(name, |sentence| with.add(sentence));
            found.and(&with);
        }
        if let Some(wanted) = &filter.figure {
            let figures = self.kept.figures(self.archive)?;
            let unit = wanted.unit.as_deref().map(words::folded);
            let units: Vec<bool> = figures
                .units
                .iter()
                .map(|has| {
                    unit.as_ref()
                        .is_none_or(|u| has.contains(&format!(" {u} ")))
                })
                .collect();
            let mut with = Bits::none(self.kept.size);
            for figure in &figures.all {
                if wanted.value.meets(figure.value, figure.high)
                    && units.get(figure.unit as usize).is_some_and(|fits| *fits)
                    && wanted.norm.is_none_or(|norm| norm == figure.norm)
                    && (wanted.kind.is_none() || wanted.kind == figure.kind)
                {
                    with.add(figure.sentence as usize);
                }
            }
            found.and(&with);
        }
        Ok(found)
    }

    fn by_columns(
        &self,
        documents: &[&Document],
        filter: &SentenceFilter,
        found: &mut Bits,
    ) -> Result<(), ArchiveError> {
        let rights = filter
            .rights
            .iter()
            .fold(0_u32, |bits, article| bits | 1 << article.min(&31));
        let directions = filter.directions.iter().fold(0_u32, |bits, d| {
            bits | 1 << crate::reading::direction_number(*d)
        });
        let mut sources = 0;
        if !(filter.source_kinds.is_empty() && filter.specificities.is_empty()) {
            for kind in SourceKind::ALL {
                for specificity in Specificity::ALL {
                    let kinds = &filter.source_kinds;
                    let specificities = &filter.specificities;
                    if (kinds.is_empty() || kinds.contains(kind))
                        && (specificities.is_empty() || specificities.contains(specificity))
                    {
                        sources |= source_bit(*kind, *specificity);
                    }
                }
            }
        }
        let by_section = !filter.sections.is_empty();
        if rights == 0 && directions == 0 && sources == 0 && !by_section && !filter.statements {
            return Ok(());
        }
        let columns = self.kept.columns(self.archive)?;
        let sections = match by_section {
            true => Some(self.kept.sections(self.archive)?.wanted(&filter.sections)),
            false => None,
        };
        let mut fitting = Bits::none(self.kept.size);
        for document in documents {
            let run = Kept::run(document);
            let wanted = sections.as_ref().map(|wanted| wanted(document.id));
            let entries = columns.get(run.clone()).unwrap_or(&[]);
            for (at, column) in run.zip(entries) {
                let fits = (rights == 0 || column.rights & rights != 0)
                    && (directions == 0 || directions >> column.direction & 1 == 1)
                    && (sources == 0 || column.sources & sources != 0)
                    && (!filter.statements || column.statement)
                    && wanted
                        .as_ref()
                        .is_none_or(|w| w.get(usize::from(column.section)) == Some(&true));
                if fits {
                    fitting.add(at);
                }
            }
        }
        found.and(&fitting);
        Ok(())
    }
}

/// What a term is kept under.
fn key(term: &Term) -> String {
    format!("{}{}", term.word, if term.prefix { "*" } else { "" })
}

/// Whether words stand one after the other somewhere.
fn follows<'a>(count: usize, leaf: impl Fn(usize) -> &'a [u32]) -> bool {
    // From the rarest word outwards: a phrase of small words is mostly refused at once.
    let rarest = (0..count).min_by_key(|n| leaf(*n).len()).unwrap_or(0);
    leaf(rarest).iter().any(|at| {
        let start = u32::try_from(rarest).ok().and_then(|n| at.checked_sub(n));
        start.is_some_and(|start| {
            (0..count).all(|n| {
                let place = u32::try_from(n).ok().and_then(|n| start.checked_add(n));
                place.is_some_and(|place| leaf(n).contains(&place))
            })
        })
    })
}

/// Where one term stands, sentence after sentence.
#[derive(Debug, Default)]
struct Leaf {
    /// Sentence and where its places begin.
    sentences: Vec<(u32, u32)>,
    places: Vec<u32>,
    next: usize,
    sought: usize,
}

impl Leaf {
    fn add(&mut self, sentence: u32, places: &[u32]) {
        let start = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.sentences.push((sentence, start));
        self.places.extend_from_slice(places);
    }

    /// Lists of several words into one.
    fn sort(&mut self) {
        let mut pairs = Vec::with_capacity(self.places.len());
        for (n, (sentence, start)) in self.sentences.iter().enumerate() {
            let end = self
                .sentences
                .get(n + 1)
                .map_or(self.places.len(), |(_, end)| *end as usize);
            let places = self.places.get(*start as usize..end).unwrap_or(&[]);
            pairs.extend(places.iter().map(|place| (*sentence, *place)));
        }
        pairs.sort_unstable();
        *self = Self::default();
        for same in pairs.chunk_by(|a, b| a.0 == b.0) {
            let places: Vec<u32> = same.iter().map(|(_, place)| *place).collect();
            self.add(same.first().map_or(0, |(sentence, _)| *sentence), &places);
        }
    }

    /// Goes on to a sentence; they are asked in order.
    fn seek(&mut self, sentence: usize) {
        while self
            .sentences
            .get(self.next)
            .is_some_and(|(has, _)| (*has as usize) < sentence)
        {
            self.next += 1;
        }
        self.sought = sentence;
    }

    /// The places in the sentence it has gone to.
    fn here(&self) -> &[u32] {
        match self.sentences.get(self.next) {
            Some((has, start)) if *has as usize == self.sought => {
                let end = self
                    .sentences
                    .get(self.next + 1)
                    .map_or(self.places.len(), |(_, end)| *end as usize);
                self.places.get(*start as usize..end).unwrap_or(&[])
            }
            _ => &[],
        }
    }
}
