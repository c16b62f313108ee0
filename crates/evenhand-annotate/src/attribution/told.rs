//! What one stretch of a noun phrase tells: its kind, the body in it, whether it is a document.
//!
//! In: a range of tokens. Out: [`Told`], or the reason why it can be no source. Kinds come, in
//! this order, from bodies that are known, the word before a name, the head noun, the words
//! before it, what hangs on it, and an apposition.

use super::antecedent;
use super::clause::Range;
use super::heads::{Noun, Role, Unique};
use super::source::{Not, Who, noun_at};
use super::weak::accepted;
use super::words::{Class, KEYS, people};
use crate::bodies::Bodies;
use crate::tokens::Case;
use evenhand_report::SourceKind;

/// Who runs or pays for something: "state-run", "government-commissioned".
pub(super) const OWNERS: &[&str] = &[
    "government",
    "state",
    "police",
    "military",
    "regime",
    "opposition",
    "church",
    "party",
];

/// What one stretch of a phrase tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub(super) kind: Option<SourceKind>,
    pub(super) body: Option<String>,
    pub(super) named: bool,
    pub(super) document: bool,
    /// The report or the group itself, not told which.
    pub(super) pointing: bool,
}

impl Who<'_, '_> {
    /// What one conjunct tells.
    pub(super) fn told(&self, range: &Range, end: usize) -> Result<Told, Not> {
        let clause = self.clause;
        let base = self.base(range);
        if let Some(told) = self.known_body(&base, end) {
            return Ok(told);
        }
        let mut told = Told::default();
        // "the NGO Police Watch": the describing word goes before the words of the name.
        if let Some(kind) = self.introduced(&base) {
            told.kind = Some(kind);
            return Ok(told);
        }
        // "the Morning Post": a paper by its name.
        if base.end > base.start && self.paper(base.end - 1, base.start) {
            told.kind = Some(SourceKind::Media);
            told.named = true;
            return Ok(told);
        }
        let mut weak: Option<(usize, Noun)> = None;
        let mut document = None;
        let mut thing = false;
        let mut at = base.end;
        while at > base.start {
            at -= 1;
            let Some(noun) = noun_at(clause, at) else {
                continue;
            };
            // Within "the party's lawyers" only what follows the owner is the head.
            let owner = clause.class(at + 1) == Class::Poss && at + 1 < base.end;
            match noun.role {
                // "a government-commissioned survey", "state-run outlets"
                _ if at + 2 < base.end
                    && clause.class(at + 1) == Class::Hyphen
                    && clause.is_any(at, OWNERS) => {}
                // "Article 44 states"
                _ if clause.is(at, "article") && clause.class(at + 1) == Class::Num => {
                    return Err(Not::Law);
                }
                _ if clause.is(at, "press")
                    && clause.is_any(
                        at + 1,
                        &[
                            "release",
                            "releases",
                            "statement",
                            "statements",
                            "conference",
                            "briefing",
                        ],
                    ) => {}
                _ if owner
                    && clause.class(base.end - 1) == Class::Noun
                    && base.end > at + 2
                    && self.head_unknown(at + 2, base.end)
                    && !people(clause.words.at(base.end - 1)) =>
                {
                    // "the government's failure"
                    return Err(Not::Thing);
                }
                _ if owner
                    && weak.is_none()
                    && document.is_none()
                    && !thing
                    && base.end > at + 2
                    && !self.head_unknown(at + 2, base.end) => {}
                Role::Head if document.is_some() => {
                    told.kind = noun.kind;
                    told.named |= noun.unique == Unique::Always
                        || noun.unique == Unique::WithThe && self.definite(&base);
                    break;
                }
                Role::Head => {
                    if let Some((place, first)) = weak {
                        // "Students News Agency"
                        if place > base.start
                            && clause.is_any(place - 1, &["news", "press", "media"])
                            && clause.class(place) == Class::Name
                        {
                            told.kind = Some(SourceKind::Media);
                            break;
                        }
                        told.kind = accepted(first, noun.kind);
                        if told.kind.is_some() {
                            break;
                        }
                        continue;
                    }
                    told.kind = noun.kind;
                    told.pointing = clause.is_any(base.start, &["this", "that", "these", "those"])
                        && base.len() == 2;
                    self.title(range, &base, at, &mut told);
                    break;
                }
                Role::Weak if clause.class(at) == Class::Det && at + 1 < base.end => {}
                Role::Weak if weak.is_none() && document.is_none() => weak = Some((at, noun)),
                Role::Weak => {
                    if document.is_some() && told.kind.is_none() {
                        // "the 2012 population census" is nobody's own.
                        told.kind = self
                            .kind_of_weak(at, noun, range, &base)
                            .filter(|kind| *kind != SourceKind::Affected);
                        break;
                    }
                }
                Role::Document if document.is_none() && weak.is_none() => {
                    document = Some(at);
                    told.document = true;
                }
                Role::Document => {}
                Role::Law if weak.is_none() && document.is_none() => return Err(Not::Law),
                Role::Thing if weak.is_none() && document.is_none() && at + 1 == base.end => {
                    if clause.class(at) != Class::Name {
                        return Err(Not::Thing);
                    }
                    thing = true;
                }
                Role::Law | Role::Thing => {}
            }
        }
        if told.kind.is_some() && document.is_none() {
            self.apposition(range, &mut told);
            return Ok(told);
        }
        if let Some((at, noun)) = weak {
            told.kind = self.kind_of_weak(at, noun, range, &base);
            // A name without an article ("Open Shelter") takes up nothing said before.
            let bare = base.clone().all(|at| clause.class(at) == Class::Name);
            told.pointing = self.definite(&base)
                && base.len() <= 2
                && !(bare && base.len() == 2)
                && !(clause.class(at) == Class::Name && clause.key(base.end) == KEYS.of)
                && noun.kind != Some(SourceKind::Observer);
            self.apposition(range, &mut told);
            return Ok(told);
        }
        if let Some(at) = document {
            self.of_document(at, range, &base, &mut told);
            return Ok(told);
        }
        if thing {
            return Err(Not::Thing);
        }
        // "eight of the defendants", "many of those interviewed".
        let only_amount = base
            .clone()
            .all(|at| matches!(clause.class(at), Class::Num | Class::Det | Class::Adv));
        if only_amount {
            if clause.key(base.end) == KEYS.of && base.end + 1 < range.end {
                return self.told(&(base.end + 1..range.end), end);
            }
            told.kind = Some(if base.clone().any(|at| clause.class(at) == Class::Num) {
                SourceKind::Affected
            } else {
                SourceKind::Observer
            });
            return Ok(told);
        }
        self.apposition(range, &mut told);
        Ok(told)
    }

    /// "the Morning Post", "Capital Times": the name of a paper, never "the Official Gazette".
    fn paper(&self, at: usize, start: usize) -> bool {
        let clause = self.clause;
        at > start
            && clause.class(at) == Class::Name
            && clause.is_any(
                at,
                &[
                    "post",
                    "times",
                    "herald",
                    "tribune",
                    "gazette",
                    "chronicle",
                    "news",
                    "mail",
                    "courier",
                    "telegraph",
                ],
            )
            && self.proper(at - 1)
            && !clause.is_any(at - 1, &["official", "government", "federal"])
    }

    /// The kind told by the word before a name that ends the phrase.
    pub(super) fn introduced(&self, base: &Range) -> Option<SourceKind> {
        let clause = self.clause;
        // "the NGO Accept LGBTI Ambrelle"
        if let Some(ngo) = (base.start..base.end.saturating_sub(1)).find(|at| {
            clause.is_any(*at, &["ngo", "cso"])
                && clause.class(*at + 1) == Class::Name
                && noun_at(clause, base.end - 1).is_none_or(|noun| noun.role != Role::Document)
        }) {
            return antecedent::describing(clause.words, ngo);
        }
        let mut at = base.end;
        while at > base.start
            && (self.proper(at - 1)
                || at < base.end && matches!(clause.class(at - 1), Class::Poss | Class::Hyphen))
        {
            at -= 1;
        }
        if at == base.end || at == base.start {
            return None;
        }
        let describes =
            clause.class(at - 1) == Class::Noun || clause.is_any(at - 1, &["ngo", "cso"]);
        if !describes {
            return None;
        }
        antecedent::describing(clause.words, at - 1)
    }

    /// Whether the words from `from` hold no noun of the table.
    pub(super) fn head_unknown(&self, from: usize, end: usize) -> bool {
        (from..end).all(|at| noun_at(self.clause, at).is_none())
    }

    /// A body of the register, or one the report has defined, inside the base of the phrase.
    pub(super) fn known_body(&self, base: &Range, end: usize) -> Option<Told> {
        let words = self.clause.words;
        let mut best: Option<(usize, Told, usize)> = None;
        for at in base.clone() {
            if !words
                .tokens()
                .get(at)
                .is_some_and(|t| t.case != Case::Lower)
            {
                continue;
            }
            let found = if let Some((definition, length)) = self.scene.defined.find(words, at, end)
            {
                definition
                    .kind
                    .map(|kind| (kind, definition.full.clone(), length))
            } else {
                None
            };
            // "the Public Committee against Torture": another body than the one so called.
            let longer = at > base.start
                && self
                    .clause
                    .is_any(at, &["committee", "commission", "council", "group"])
                && words
                    .tokens()
                    .get(at - 1)
                    .is_some_and(|token| token.case == Case::Capital)
                && self.clause.class(at - 1) == Class::Name;
            let found = found.filter(|_| !longer).or_else(|| {
                if longer {
                    return None;
                }
                Bodies::register()
                    .find(words, at, end)
                    .filter(|(body, length)| {
                        // "the Guardian Council" is no newspaper.
                        body.kind != SourceKind::Media
                            || self.clause.class(at + length) != Class::Name
                            || noun_at(self.clause, at + length)
                                .is_none_or(|noun| noun.role != Role::Weak)
                    })
                    .map(|(body, length)| (body.kind, body.name.clone(), length))
            });
            if let Some((kind, name, length)) = found
                && best
                    .as_ref()
                    .is_none_or(|(longest, _, _)| length > *longest)
            {
                let told = Told {
                    kind: Some(kind),
                    body: Some(name),
                    ..Told::default()
                };
                best = Some((length, told, at + length));
            }
        }
        let (_, mut told, after) = best?;
        // "UNHCR refugees" would be no body speaking; "the EU government" neither.
        let head = (after..base.end)
            .rev()
            .find_map(|at| noun_at(self.clause, at));
        if let Some(head) = head {
            told.document = head.role == Role::Document;
            let concerned = matches!(head.kind, Some(SourceKind::Affected));
            // "Marin's lawyers"
            let counsel = self.clause.class(after) == Class::Poss
                && self.clause.is_any(
                    base.end - 1,
                    &["lawyer", "lawyers", "attorney", "attorneys", "counsel"],
                );
            if (concerned || counsel) && head.role == Role::Head {
                told.kind = head.kind;
                told.body = None;
            }
        }
        Some(told)
    }

    /// "president of the bar association", "spokesperson for the union": the kind of what follows.
    pub(super) fn title(&self, range: &Range, base: &Range, at: usize, told: &mut Told) {
        // "the Hestranian Congress of Trade Unions"
        if self.clause.is(at, "congress")
            && at + 1 == base.end
            && self.hanging(range, base) == Some(SourceKind::Union)
        {
            told.kind = Some(SourceKind::Union);
            return;
        }
        if self.clause.is(at, "union")
            && at + 1 == base.end
            && self.hanging(range, base) == Some(SourceKind::Faith)
        {
            // "the Union of Reformed Churches"
            told.kind = Some(SourceKind::Faith);
            return;
        }
        let titled = self.clause.is_any(
            at,
            &[
                "president",
                "general",
                "commissioner",
                "official",
                "officials",
                "officer",
                "officers",
                "spokesperson",
                "spokesman",
                "spokeswoman",
                "spokespersons",
                "commander",
            ],
        );
        if !titled {
            return;
        }
        // "union president", "church official"
        if let Some(kind) = (base.start..at).rev().find_map(|k| {
            noun_at(self.clause, k)
                .filter(|noun| noun.role == Role::Head)
                .and_then(|noun| noun.kind)
                .or_else(|| {
                    self.clause
                        .tag(k)
                        .and_then(|tag| tag.before)
                        .filter(|kind| *kind != SourceKind::Union)
                })
        }) {
            if matches!(
                kind,
                SourceKind::Union
                    | SourceKind::Faith
                    | SourceKind::Party
                    | SourceKind::Court
                    | SourceKind::Ngo
                    | SourceKind::Media
                    | SourceKind::ForeignState
            ) && !self.clause.is(at, "general")
            {
                told.kind = Some(kind);
            }
        } else if at + 1 == base.end
            && let Some(kind) = self.hanging(range, base)
        {
            told.kind = Some(kind);
        }
    }

    /// The kind of the phrase after "of", "for" or "from".
    pub(super) fn hanging(&self, range: &Range, base: &Range) -> Option<SourceKind> {
        let clause = self.clause;
        let link = (base.end..range.end).find(|at| {
            clause.class(*at) == Class::Prep
                && clause.is_any(*at, &["of", "for", "from", "by", "at", "with", "in"])
        })?;
        if link + 1 >= range.end || link > base.end + 6 {
            return None;
        }
        let inner = link + 1..range.end;
        let parts = self.conjuncts(&inner);
        match self.told(parts.first()?, range.end) {
            Ok(told) => told.kind,
            // "the Law and Order Party": one name.
            Err(_) => self.told(&inner, range.end).ok()?.kind,
        }
    }

    /// "X, a lawyer": what stands after the comma tells the kind of a name, or of a relative.
    pub(super) fn apposition(&self, range: &Range, told: &mut Told) {
        if !matches!(told.kind, None | Some(SourceKind::Affected)) {
            return;
        }
        let clause = self.clause;
        let words = clause.words;
        let mut at = range.end;
        if clause.class(at) != Class::Comma {
            return;
        }
        at += 1;
        if !matches!(
            clause.class(at),
            Class::Det | Class::Noun | Class::Name | Class::Adv
        ) || at >= words.tokens().len()
        {
            return;
        }
        let end = (at..words.tokens().len())
            .find(|k| matches!(clause.class(*k), Class::Comma | Class::Stop))
            .unwrap_or(words.tokens().len());
        if (at..end).any(|k| clause.finite(k)) {
            return;
        }
        if let Ok(after) = self.told(&(at..end), end)
            && after.kind.is_some()
            && after.kind != Some(SourceKind::Observer)
        {
            told.kind = after.kind;
            told.body = after.body;
        }
    }
}
