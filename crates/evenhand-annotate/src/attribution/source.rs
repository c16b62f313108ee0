//! Who a noun phrase is: its kind, how closely it is identified, the body of the register it names.
//!
//! In: a range of tokens. Out: a [`Source`], or the reason why it can be none (a law, a thing, "no
//! reports"). Kinds come, in this order, from the register of bodies and the report's own
//! definitions, the head noun, the words before it, what hangs on it ("members of ..."), and for a
//! bare name from the describing word it had when it was first mentioned.

use super::clause::{Clause, Range};
use super::heads::{NOUNS, Noun, Role, Unique};
use super::words::{Class, KEYS, people};
use super::{antecedent, places};
use crate::Scene;
use crate::bodies::Bodies;
use crate::tokens::{Case, Kind};
use evenhand_report::{Attribution, SourceKind, Specificity};

/// A noun phrase that can be the source of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// Who it is.
    pub(crate) kind: SourceKind,
    /// How closely it is identified.
    pub(crate) specificity: Specificity,
    /// The body it names, if the register or the report knows it.
    pub(crate) body: Option<String>,
    /// What a pronoun stands for.
    pub(crate) antecedent: Option<String>,
    /// It is a document rather than somebody.
    pub(crate) document: bool,
    /// The kind comes from a word, not from a default.
    pub(crate) sure: bool,
}

/// Why a phrase is no source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Not {
    /// A law provides; it does not credit.
    Law,
    /// Cases, conditions, years.
    Thing,
    /// "no group".
    Nobody,
    /// Nothing tells.
    Unknown,
}

/// Everything the classification looks at.
pub(crate) struct Who<'a, 'b> {
    /// The sentence and its context.
    pub(crate) scene: &'b Scene<'a>,
    /// Its words, tagged.
    pub(crate) clause: &'b Clause<'a>,
    /// What has been marked in the sentence so far.
    pub(crate) sofar: &'b [Attribution],
}

/// What one stretch of a phrase tells.
#[derive(Debug, Clone, Default)]
struct Told {
    kind: Option<SourceKind>,
    body: Option<String>,
    named: bool,
    document: bool,
    /// The report or the group itself, not told which.
    pointing: bool,
}

/// The row of the table for the noun at `at`.
pub(crate) fn noun_at(clause: &Clause<'_>, at: usize) -> Option<Noun> {
    let row = clause.tag(at)?.noun?;
    NOUNS.get(usize::from(row)).map(|(_, noun)| *noun)
}

impl Who<'_, '_> {
    /// The source that `range` names.
    pub(crate) fn is(&self, range: &Range) -> Result<Source, Not> {
        let clause = self.clause;
        if range.len() == 1 && clause.class(range.start) == Class::Pron {
            return antecedent::pronoun(self, range.start).ok_or(Not::Unknown);
        }
        if clause.class(range.start) == Class::No {
            return Err(Not::Nobody);
        }
        let parts = self.conjuncts(range);
        let mut told = self.told(&parts[0], range.end)?;
        let mut used = 0;
        let bare_name = told.kind.is_none() && !told.pointing && self.bare_name(&parts[0]);
        while !bare_name && told.kind.is_none() && used + 1 < parts.len() {
            used += 1;
            let joined = parts[0].start..parts[used].end;
            let more = self.told(&parts[used], range.end)?;
            told.named |= more.named;
            told = Told {
                named: told.named,
                ..more
            };
            if told.kind.is_none() {
                told.named |= self.named(&joined);
            }
        }
        let named = told.named || parts.iter().any(|part| self.named(part));
        let pointing = told.pointing;
        let mut source = Source {
            kind: told.kind.unwrap_or(SourceKind::Observer),
            specificity: if named {
                Specificity::Named
            } else {
                Specificity::Category
            },
            body: told.body,
            antecedent: None,
            document: told.document || parts.len() > 1 && parts.last().is_some_and(|part| self.is_document(part)),
            sure: told.kind.is_some(),
        };
        if pointing && let Some(found) = antecedent::definite(self, range) {
            if !source.sure || source.document || clause.is_any(range.start, &["this", "that", "these", "those"]) {
                source.kind = found.kind;
                source.sure = true;
            }
            source.specificity = found.specificity;
            source.body = source.body.or(found.body);
            source.antecedent = found.antecedent;
        } else if pointing && source.document && !source.sure {
            source.kind = SourceKind::Expert;
            source.sure = true;
        }
        if !source.sure {
            let (kind, sure) = self.bare(if bare_name { &parts[0] } else { range })?;
            source.kind = kind;
            source.sure = sure;
        }
        if source.kind == SourceKind::State && places::foreign(self, range) {
            source.kind = SourceKind::ForeignState;
        } else if source.kind == SourceKind::ForeignState
            && source.body.is_none()
            && places::own(self, range)
        {
            source.kind = SourceKind::State;
        }
        Ok(source)
    }

    /// Whether the phrase is headed by a document.
    fn is_document(&self, range: &Range) -> bool {
        let base = self.base(range);
        noun_at(self.clause, base.end - 1).is_some_and(|noun| noun.role == Role::Document)
    }

    /// The parts of a coordinated phrase: "media, lawyers, and the ombudsman".
    fn conjuncts(&self, range: &Range) -> Vec<Range> {
        let clause = self.clause;
        let mut parts = Vec::new();
        let mut start = range.start;
        let mut at = range.start;
        while at < range.end {
            match clause.class(at) {
                Class::Open => {
                    while at < range.end && clause.class(at) != Class::Close {
                        at += 1;
                    }
                }
                Class::And | Class::Comma => {
                    // "Ministry of Health and Welfare" is one name.
                    let inside_name = at > start
                        && clause.class(at - 1) == Class::Name
                        && clause.class(at + 1) == Class::Name
                        && (start..at).any(|k| clause.key(k) == KEYS.of || clause.is(k, "for"))
                        && noun_at(clause, at + 1).is_none_or(|noun| noun.role != Role::Head)
                        && !self.body_starts(at + 1, range.end);
                    if !inside_name && at > start {
                        parts.push(start..at);
                    }
                    if !inside_name {
                        start = at + 1;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        if start < range.end {
            parts.push(start..range.end);
        }
        if parts.is_empty() {
            parts.push(range.clone());
        }
        parts
    }

    fn body_starts(&self, at: usize, end: usize) -> bool {
        self.body_length(at, end).is_some()
    }

    fn body_length(&self, at: usize, end: usize) -> Option<usize> {
        let words = self.clause.words;
        let known = Bodies::register().find(words, at, end).map(|(_, length)| length);
        let defined = self.scene.defined.find(words, at, end).map(|(_, length)| length);
        known.max(defined)
    }

    /// The phrase up to its first preposition, participle or relative pronoun.
    fn base(&self, range: &Range) -> Range {
        let clause = self.clause;
        let mut at = range.start;
        while at < range.end {
            if clause.class(at) == Class::Name
                && let Some(length) = self.body_length(at, range.end)
            {
                at += length;
                continue;
            }
            let stop = match clause.class(at) {
                Class::Prep | Class::To => at > range.start,
                Class::Rel | Class::That | Class::Comma | Class::Open | Class::Be => true,
                Class::Ed => !clause.adjectival(at) && at > range.start && clause.nominal(at - 1),
                Class::Ing => {
                    at > range.start
                        && clause.nominal(at - 1)
                        && (clause.class(at + 1) != Class::Noun || clause.words.at(at - 1).ends_with('s') || noun_at(clause, at - 1).is_some())
                }
                Class::Finite => true,
                _ => false,
            };
            if stop {
                break;
            }
            at += 1;
        }
        range.start..at.max(range.start + 1)
    }

    /// What one conjunct tells.
    fn told(&self, range: &Range, end: usize) -> Result<Told, Not> {
        let clause = self.clause;
        let base = self.base(range);
        if let Some(told) = self.known_body(&base, end) {
            return Ok(told);
        }
        let mut told = Told::default();
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
                _ if clause.is(at, "press") && clause.is_any(at + 1, &["release", "releases", "statement", "statements", "conference", "briefing"]) => {}
                _ if owner && clause.class(base.end - 1) == Class::Noun && base.end > at + 2 && self.head_unknown(at + 2, base.end) && !people(clause.words.at(base.end - 1)) => {
                    // "the government's failure"
                    return Err(Not::Thing);
                }
                _ if owner && weak.is_none() && document.is_none() && !thing && base.end > at + 2 && !self.head_unknown(at + 2, base.end) => {}
                Role::Head if document.is_some() => {
                    told.kind = noun.kind;
                    told.named |= noun.unique == Unique::Always
                        || noun.unique == Unique::WithThe && self.definite(&base);
                    break;
                }
                Role::Head => {
                    if let Some((_, first)) = weak {
                        told.kind = accepted(first, noun.kind);
                        if told.kind.is_some() {
                            break;
                        }
                        continue;
                    }
                    told.kind = noun.kind;
                    told.pointing = clause.is_any(base.start, &["this", "that", "these", "those"]) && base.len() == 2;
                    self.title(range, &base, at, &mut told);
                    break;
                }
                Role::Weak if clause.class(at) == Class::Det && at + 1 < base.end => {}
                Role::Weak if weak.is_none() && document.is_none() => weak = Some((at, noun)),
                Role::Weak => {
                    if document.is_some() && told.kind.is_none() {
                        told.kind = self.kind_of_weak(at, noun, range, &base);
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
            told.pointing = self.definite(&base) && base.len() <= 2 && noun.kind != Some(SourceKind::Observer);
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
            told.kind = Some(
                if base.clone().any(|at| clause.class(at) == Class::Num) {
                    SourceKind::Affected
                } else {
                    SourceKind::Observer
                },
            );
            return Ok(told);
        }
        self.apposition(range, &mut told);
        Ok(told)
    }

    /// Whether the words from `from` hold no noun of the table.
    fn head_unknown(&self, from: usize, end: usize) -> bool {
        (from..end).all(|at| noun_at(self.clause, at).is_none())
    }

    /// A body of the register, or one the report has defined, inside the base of the phrase.
    fn known_body(&self, base: &Range, end: usize) -> Option<Told> {
        let words = self.clause.words;
        let mut best: Option<(usize, Told, usize)> = None;
        for at in base.clone() {
            if !words.tokens().get(at).is_some_and(|t| t.case != Case::Lower) {
                continue;
            }
            let found = if let Some((definition, length)) = self.scene.defined.find(words, at, end) {
                definition.kind.map(|kind| (kind, definition.full.clone(), length))
            } else {
                None
            };
            let found = found.or_else(|| {
                Bodies::register()
                    .find(words, at, end)
                    .map(|(body, length)| (body.kind, body.name.clone(), length))
            });
            if let Some((kind, name, length)) = found
                && best.as_ref().is_none_or(|(longest, _, _)| length > *longest)
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
            if matches!(head.kind, Some(SourceKind::Affected)) && head.role == Role::Head {
                told.kind = head.kind;
                told.body = None;
            }
        }
        Some(told)
    }

    /// "president of the bar association", "spokesperson for the union": the kind of what follows.
    fn title(&self, range: &Range, base: &Range, at: usize, told: &mut Told) {
        let titled = self.clause.is_any(
            at,
            &["president", "general", "commissioner", "official", "officials", "officer", "officers", "spokesperson", "spokesman", "spokeswoman", "spokespersons", "commander"],
        );
        if !titled {
            return;
        }
        // "union president", "church official"
        if let Some(kind) = (base.start..at).rev().find_map(|k| {
            noun_at(self.clause, k)
                .filter(|noun| noun.role == Role::Head)
                .and_then(|noun| noun.kind)
                .or_else(|| self.clause.tag(k).and_then(|tag| tag.before).filter(|kind| *kind != SourceKind::Union))
        }) {
            if matches!(kind, SourceKind::Union | SourceKind::Faith | SourceKind::Party | SourceKind::Court | SourceKind::Ngo | SourceKind::Media | SourceKind::ForeignState)
                && !self.clause.is(at, "general")
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
    fn hanging(&self, range: &Range, base: &Range) -> Option<SourceKind> {
        let clause = self.clause;
        let link = (base.end..range.end).find(|at| {
            clause.class(*at) == Class::Prep && clause.is_any(*at, &["of", "for", "from", "by", "at", "with", "in"])
        })?;
        if link + 1 >= range.end || link > base.end + 6 {
            return None;
        }
        let inner = link + 1..range.end;
        let parts = self.conjuncts(&inner);
        let told = self.told(parts.first()?, range.end).ok()?;
        told.kind
    }

    /// The kind of a phrase headed by a noun that does not tell by itself.
    fn kind_of_weak(&self, at: usize, noun: Noun, range: &Range, base: &Range) -> Option<SourceKind> {
        let clause = self.clause;
        let mut kind = None;
        let mut k = at;
        while k > base.start && kind.is_none() {
            k -= 1;
            let Some(tag) = clause.tag(k) else { break };
            let told = tag
                .before
                .or_else(|| noun_at(clause, k).filter(|noun| noun.role == Role::Head).and_then(|noun| noun.kind));
            kind = accepted(noun, told);
            // "members of the disability community" are not an organization.
            if noun.kind == Some(SourceKind::Affected)
                && kind == Some(SourceKind::Ngo)
                && !clause.is_any(k, &["society", "rights", "ngo", "ngos", "advocacy", "nongovernmental", "humanitarian", "activist"])
            {
                kind = None;
            }
        }
        let word = |list: &[&str]| clause.is_any(at, list);
        let national = (base.start..at).any(|k| clause.is_any(k, &["national", "federal", "state", "central", "government", "presidential", "parliamentary"]));
        let whole_has = |list: &[&str]| range.clone().any(|k| clause.is_any(k, list));
        if word(&["commission", "mechanism"]) {
            let watches = whole_has(&["rights", "election", "elections", "electoral", "anticorruption", "corruption", "equality", "inquiry", "truth", "audit", "torture", "discrimination", "integrity", "complaints", "oversight", "preventive", "privacy", "ombudsman", "human", "women", "gender"]);
            return Some(if watches || base.len() <= 2 { SourceKind::Oversight } else { SourceKind::State });
        }
        if word(&["board", "council", "committee", "federation"])
            && let Some(hanging) = self.hanging(range, base)
            && matches!(hanging, SourceKind::Faith | SourceKind::Union)
        {
            return Some(hanging);
        }
        if word(&["council", "committee", "institution", "institute", "center", "centre", "board", "office", "authority", "agency", "service"]) {
            if whole_has(&["election", "elections", "electoral", "audit", "ombudsman", "ombudsperson"]) {
                return Some(SourceKind::Oversight);
            }
            let rights = whole_has(&["rights", "torture"]);
            if national && rights {
                return Some(SourceKind::Oversight);
            }
            if national || word(&["council"]) && matches!(kind, None | Some(SourceKind::Ngo)) && !rights {
                return Some(SourceKind::State);
            }
        }
        if kind.is_some() {
            return kind;
        }
        let person = word(&["member", "members", "leader", "leaders", "representative", "representatives", "staff", "head", "director", "directors", "chair", "chairman", "chairwoman", "chairperson", "secretary", "coordinator", "chief", "deputy", "group", "groups", "sources", "supporters", "followers", "some", "many", "most", "several", "few", "both", "all", "coalition", "others", "contacts", "secretary-general"]);
        if person && let Some(kind) = self.hanging(range, base) {
            return Some(kind);
        }
        if word(&["federation", "association", "associations", "confederation", "league", "congress", "society", "network", "center", "centre", "council", "committee", "alliance", "coalition", "forum", "organization", "foundation", "board", "union"])
            && let Some(kind) = self.hanging(range, base)
            && matches!(kind, SourceKind::Union | SourceKind::Faith | SourceKind::Expert)
        {
            return Some(kind);
        }
        noun.kind
    }

    /// The kind of a document: of the body behind it.
    fn of_document(&self, at: usize, range: &Range, base: &Range, told: &mut Told) {
        let clause = self.clause;
        if told.kind.is_none() {
            told.kind = (base.start..at)
                .rev()
                .filter(|k| !(clause.is(*k, "press") && clause.is_any(*k + 1, &["release", "releases", "statement", "statements"])))
                .find_map(|k| clause.tag(k).and_then(|tag| tag.before));
            if told.kind == Some(SourceKind::Expert) && clause.is_any(at, &["records", "documents", "record"]) {
                told.kind = Some(SourceKind::State);
            }
        }
        // "a report by X", "figures released by X", "statistics from X".
        if told.kind.is_none() {
            let mut k = base.end;
            while k + 1 < range.end {
                let link = clause.class(k) == Class::Prep && clause.is_any(k, &["by", "from", "of", "in", "to"]);
                if link {
                    let inner = k + 1..range.end;
                    let parts = self.conjuncts(&inner);
                    if let Some(part) = parts.first()
                        && let Ok(inner) = self.told(part, range.end)
                    {
                        let author = clause.key(k) != KEYS.of || !matches!(inner.kind, Some(SourceKind::Affected | SourceKind::Observer));
                        if let Some(kind) = inner.kind.filter(|_| author) {
                            told.kind = Some(kind);
                            told.body = inner.body;
                            told.named |= self.named(part);
                            break;
                        } else if self.named(part) && (clause.key(k) == KEYS.by || clause.key(k) == KEYS.from) {
                            told.kind = self.bare(part).ok().map(|(kind, _)| kind);
                            told.named = true;
                            break;
                        }
                    }
                }
                k += 1;
            }
        }
        if told.kind.is_none() && clause.is_any(at, &["census", "indictment"]) {
            told.kind = Some(SourceKind::State);
        }
        if told.kind.is_none() {
            // An owner that is a bare name: "Procap's report".
            let owner = (base.start..at).find(|k| clause.class(*k + 1) == Class::Poss);
            if let Some(owner) = owner
                && clause.class(owner) == Class::Name
            {
                told.kind = self.bare(&(base.start..owner + 1)).ok().map(|(kind, _)| kind);
                told.named = true;
            } else if base.clone().any(|k| self.proper(k) && !clause.is_any(k, &["white", "paper"]))
                && !clause.is_any(at, &["survey", "study", "index", "census", "poll"])
                && base.clone().any(|k| self.proper(k) && noun_at(clause, k).is_none() && clause.words.tokens().get(k).is_some_and(|t| t.case == Case::Upper))
            {
                // "CELS statistics", "a COI report"
                if let Some(name) = base.clone().rev().find(|k| self.proper(*k)) {
                    told.kind = self.bare(&(name..name + 1)).ok().map(|(kind, _)| kind);
                }
                told.named = true;
            }
        }
        if told.kind.is_none() {
            told.kind = noun_at(clause, at).and_then(|noun| noun.kind);
        }
        let definite = self.definite(base) || clause.is_any(base.start, &["this", "that", "these"]);
        told.pointing = told.kind.is_none() && definite;
        if told.kind.is_none() && !told.pointing {
            told.kind = Some(SourceKind::Expert);
        }
    }

    /// "X, a lawyer": what stands after the comma tells the kind of a name, or of a relative.
    fn apposition(&self, range: &Range, told: &mut Told) {
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
        if !matches!(clause.class(at), Class::Det | Class::Noun | Class::Name | Class::Adv) || at >= words.tokens().len() {
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

    /// "the", "its", "X's" before the noun, or nothing before a name.
    fn definite(&self, base: &Range) -> bool {
        let clause = self.clause;
        if clause.class(base.start) == Class::Num || clause.is_any(base.start, &["a", "an", "some", "several", "many", "another", "other"]) {
            return false;
        }
        clause.is_any(base.start, &["the", "its", "their", "his", "her"])
            || base.clone().any(|at| clause.class(at) == Class::Poss && at + 1 < base.end)
            || self.proper(base.start)
    }

    /// A capital that makes a proper name: not "NGOs", not an adjective of origin or faith.
    fn proper(&self, at: usize) -> bool {
        let clause = self.clause;
        let Some(tag) = clause.tag(at) else {
            return false;
        };
        if tag.class != Class::Name || tag.time || clause.class(at + 1) == Class::Hyphen && clause.is(at + 1, "-") && clause.class(at + 2) == Class::Noun {
            return false;
        }
        !clause.is_any(at, COMMON_CAPITALS) && !places::adjective(clause.key(at))
    }

    /// Whether the phrase names somebody.
    fn named(&self, range: &Range) -> bool {
        let clause = self.clause;
        let base = self.base(range);
        if self.known_body(&base, range.end).is_some() {
            let plural_class = (base.start..base.end).rev().find_map(|at| noun_at(clause, at));
            if plural_class.is_some_and(|noun| noun.unique == Unique::Never && noun.role != Role::Document && noun.kind != Some(SourceKind::Ngo))
                && clause.words.at(base.end - 1).ends_with('s')
                && clause.class(base.end - 1) == Class::Noun
            {
                // "UN officials": somebody from a body that is named.
                return false;
            }
            let loose = clause.class(base.start) == Class::Det
                && !clause.is(base.start, "the")
                && !plural_class.is_some_and(|noun| noun.role == Role::Document);
            return !loose || base.len() <= 2;
        }
        let head = (base.start..base.end)
            .rev()
            .find_map(|at| noun_at(clause, at).map(|noun| (at, noun)));
        // A name next to the end of the base, or alone: "activist Ana Lopez", "the NGO Casa Abierta".
        if let Some(last) = (base.start..base.end).rev().find(|at| clause.class(*at) != Class::Quote)
            && self.proper(last)
            && noun_at(clause, last).is_none_or(|noun| {
                noun.role != Role::Head || noun.unique != Unique::Never || base.len() > 1 && !clause.words.at(last).ends_with('s') || self.proper(last.wrapping_sub(1))
            })
            && !clause.is_any(base.start, &["some", "many", "several", "most", "other"])
        {
            return true;
        }
        let Some((at, noun)) = head else {
            return base.clone().any(|at| self.proper(at));
        };
        if noun.role == Role::Document {
            let linked = (base.end..range.end)
                .find(|k| clause.is_any(*k, &["by", "from", "in", "of"]))
                .is_some_and(|link| !clause.is_any(at, &["estimates", "reports", "accounts"]) || !clause.is(link, "of"));
            let specific = range
                .clone()
                .take_while(|k| linked || *k < base.end)
                .any(|k| self.proper(k) && k != at)
                || (self.definite(&base) && clause.is_any(at, &["report", "survey", "study", "census", "statement", "investigation", "inquiry", "review", "audit", "assessment", "mission", "article", "ruling", "decree", "plan", "data", "website"]));
            let unique_owner = (base.start..at).any(|k| {
                noun_at(clause, k).is_some_and(|noun| noun.unique == Unique::Always || noun.unique == Unique::WithThe && self.definite(&base))
            });
            let behind = (base.end..range.end).find(|k| clause.key(*k) == KEYS.by || clause.key(*k) == KEYS.from);
            let by_named = behind.is_some_and(|k| k + 1 < range.end && self.named(&(k + 1..range.end)));
            return specific || (unique_owner && !clause.is_any(base.start, &["a", "an", "some", "one", "several"])) || by_named;
        }
        let indefinite = matches!(clause.class(base.start), Class::Det | Class::Num)
            && !clause.is_any(base.start, &["the", "its", "their", "his", "her", "this", "that"]);
        match noun.unique {
            Unique::Always => !indefinite && !clause.is_any(at.wrapping_sub(1), &["local", "regional", "foreign", "municipal", "other"]) ,
            Unique::WithThe => self.definite(&base) && !clause.is_any(at, &["judge", "opposition", "magistrate", "judges", "courts", "party", "parties", "groups", "organizations", "associations", "networks", "politicians"])
                || (!indefinite && base.len() == 1 && clause.class(base.start) == Class::Name),
            Unique::Never => {
                // "the NGO", "the newspaper": one that was named before.
                self.definite(&base)
                    && clause.is(base.start, "the")
                    && clause.is_any(at, &["ngo", "newspaper", "union", "broadcaster", "outlet", "website", "church", "company", "magazine", "party", "embassy", "university", "syndicate", "firm", "spokesperson", "spokesman"])
                    || (clause.is(base.start, "the") && clause.is_any(at, &["community"]) && base.clone().any(|k| clause.class(k) == Class::Name))
            }
        }
    }

    /// A name with no noun of the table in it.
    fn bare_name(&self, range: &Range) -> bool {
        let base = self.base(range);
        base.clone().any(|at| self.proper(at)) && self.clause.class(base.end - 1) == Class::Name
    }

    /// A phrase in which no noun of the table stands: a bare name, or a word not known.
    fn bare(&self, range: &Range) -> Result<(SourceKind, bool), Not> {
        let clause = self.clause;
        let words = clause.words;
        let base = self.base(range);
        let names: Vec<usize> = base.clone().filter(|at| self.proper(*at)).collect();
        let Some(last) = names.last().copied() else {
            let head = base.end.saturating_sub(1);
            if clause.class(head) == Class::Noun && people(words.at(head)) || clause.class(head) == Class::Name {
                return Ok((SourceKind::Affected, true));
            }
            if base.clone().any(|at| clause.class(at) == Class::Ed) && clause.class(base.start) == Class::Det {
                return Ok((SourceKind::Affected, false));
            }
            return Err(Not::Unknown);
        };
        if clause.class(base.end - 1) == Class::Noun && !people(words.at(base.end - 1)) && base.end - 1 > last {
            // "the Lopez bridge"
            let plural = words.at(base.end - 1).ends_with('s');
            return if plural { Ok((SourceKind::Affected, false)) } else { Err(Not::Unknown) };
        }
        if clause.class(base.end - 1) == Class::Noun && base.end - 1 > last {
            return Ok((SourceKind::Affected, true));
        }
        if let Some(kind) = antecedent::described(self, last, names[0]) {
            return Ok((kind, true));
        }
        let token = words.tokens().get(last).copied();
        let article = clause.key(base.start) == KEYS.the;
        if token.is_some_and(|token| token.case == Case::Upper && token.kind == Kind::Word) {
            let letters = words.at(last);
            if letters.starts_with("UN") && letters.len() > 3 {
                // Missions and agencies of the United Nations are called so.
                return Ok((SourceKind::Intergovernmental, true));
            }
            let rights = letters.contains("NPM")
                || ["HR", "DH"].iter().any(|mark| letters.contains(mark)) && letters.contains(['C', 'I', 'N']);
            return Ok(if article && rights {
                (SourceKind::Oversight, false)
            } else if article {
                (SourceKind::State, false)
            } else {
                (SourceKind::Ngo, false)
            });
        }
        if article && names.len() == 1 && base.len() == 2 {
            // "the Taliban", "the Front"
            return Ok((SourceKind::State, false));
        }
        Ok((SourceKind::Ngo, false))
    }
}

/// A word before a weak noun counts only where it says who speaks.
fn accepted(weak: Noun, kind: Option<SourceKind>) -> Option<SourceKind> {
    let kind = kind?;
    match (weak.kind?, kind) {
        (SourceKind::Observer, SourceKind::Intergovernmental | SourceKind::ForeignState | SourceKind::Expert | SourceKind::Affected) => None,
        (SourceKind::Affected, SourceKind::Intergovernmental | SourceKind::Media | SourceKind::ForeignState) => None,
        (SourceKind::State, SourceKind::Intergovernmental | SourceKind::Expert | SourceKind::Affected | SourceKind::ForeignState) => None,
        (SourceKind::Ngo | SourceKind::Expert, SourceKind::Affected) => None,
        (SourceKind::Oversight, _) => None,
        _ => Some(kind),
    }
}

/// Words written with capitals that name nobody.
const COMMON_CAPITALS: &[&str] = &[
    "ngo", "ngos", "cso", "csos", "lgbt", "lgbti", "lgbtq", "lgbtqi", "lgbtqi+", "idp", "idps", "hiv", "aids", "un-", "osh",
    "roma", "romani", "sami", "indigenous", "kurdish", "muslim", "muslims", "christian", "christians", "jewish", "jews",
    "catholic", "catholics", "protestant", "sunni", "shia", "hindu", "buddhist", "islamic", "orthodox", "internet", "black",
    "afro", "european", "western", "asian", "african", "arab", "arabs", "latin", "u.s.", "us", "mps", "mp", "i", "hrd", "hrds",
    "tibetan", "uyghur", "uyghurs", "rohingya", "tibetans", "yezidi", "yazidi", "yezidis", "romany", "turkmen", "assyrian", "albanians",
    "amazigh", "berber", "pygmy", "batwa", "twa", "maya", "mayan", "mapuche", "garifuna", "creole", "san", "maasai", "dalit", "dalits",
    "baha'i", "baha'is", "ahmadi", "ahmadis", "alevi", "evangelical", "coptic", "druze", "ltte", "tv", "covid", "asians",
    "southern", "northern", "eastern", "middle", "east", "facebook", "twitter", "deaf",
    "other",
];
