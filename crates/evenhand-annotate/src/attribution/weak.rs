//! Phrases whose head does not tell who it is: "members", "groups", "a commission", "a report".
//!
//! In: the phrase and its head. Out: the kind that the words before the head, the phrase after
//! "of", or the author of a document tell.

use super::clause::Range;
use super::heads::{Noun, Role};
use super::source::{Who, noun_at};
use super::told::Told;
use super::words::{Class, KEYS};
use crate::tokens::Case;
use evenhand_report::SourceKind;

impl Who<'_, '_> {
    /// The kind of a phrase headed by a noun that does not tell by itself.
    pub(super) fn kind_of_weak(
        &self,
        at: usize,
        noun: Noun,
        range: &Range,
        base: &Range,
    ) -> Option<SourceKind> {
        let clause = self.clause;
        let mut kind = None;
        let mut k = at;
        while k > base.start && kind.is_none() {
            k -= 1;
            let Some(tag) = clause.tag(k) else { break };
            let told = tag.before.or_else(|| {
                noun_at(clause, k)
                    .filter(|noun| noun.role == Role::Head)
                    .and_then(|noun| noun.kind)
            });
            kind = accepted(noun, told);
            // "members of the disability community" are not an organization.
            if noun.kind == Some(SourceKind::Affected)
                && kind == Some(SourceKind::Ngo)
                && !clause.is_any(
                    k,
                    &[
                        "society",
                        "rights",
                        "ngo",
                        "ngos",
                        "advocacy",
                        "nongovernmental",
                        "humanitarian",
                        "activist",
                    ],
                )
            {
                kind = None;
            }
        }
        let word = |list: &[&str]| clause.is_any(at, list);
        // "the Bar Association", "the Medical Council"
        if word(&["association", "council", "society", "federation", "order"])
            && (base.start..at).any(|k| {
                clause.is_any(
                    k,
                    &[
                        "bar",
                        "medical",
                        "law",
                        "lawyers",
                        "jurists",
                        "physicians",
                        "doctors",
                    ],
                )
            })
        {
            return Some(SourceKind::Expert);
        }
        // "the Media Authority" watches over the media for the state.
        if word(&[
            "authority",
            "directorate",
            "inspectorate",
            "office",
            "department",
            "cell",
        ]) && matches!(kind, Some(SourceKind::Media | SourceKind::Union))
        {
            return Some(SourceKind::State);
        }
        if word(&["committee"])
            && (base.start..at)
                .any(|k| clause.is_any(k, &["investigative", "state", "security", "executive"]))
        {
            return Some(SourceKind::State);
        }
        let national = (base.start..at).any(|k| {
            clause.is_any(
                k,
                &[
                    "national",
                    "federal",
                    "state",
                    "central",
                    "government",
                    "presidential",
                    "parliamentary",
                ],
            )
        });
        let whole_has = |list: &[&str]| range.clone().any(|k| clause.is_any(k, list));
        if word(&["mechanism"])
            && (base.start..at).any(|k| clause.is_any(k, &["verification", "ceasefire"]))
        {
            return Some(SourceKind::Intergovernmental);
        }
        // "the Chamber of Commerce"; "the Chamber of Deputies" is the state's.
        if word(&["chamber", "chambers"]) {
            let trade = whole_has(&[
                "commerce",
                "employees",
                "labor",
                "labour",
                "industry",
                "industries",
                "trade",
                "crafts",
                "agriculture",
                "workers",
                "business",
                "mines",
                "salaried",
                "private",
            ]);
            return Some(if trade {
                SourceKind::Union
            } else {
                SourceKind::State
            });
        }
        if word(&["commission", "mechanism"]) {
            let watches = whole_has(&[
                "rights",
                "election",
                "elections",
                "electoral",
                "anticorruption",
                "corruption",
                "equality",
                "inquiry",
                "truth",
                "audit",
                "torture",
                "discrimination",
                "integrity",
                "complaints",
                "oversight",
                "preventive",
                "privacy",
                "ombudsman",
                "human",
                "women",
                "gender",
            ]);
            return Some(if watches || base.len() <= 2 {
                SourceKind::Oversight
            } else {
                SourceKind::State
            });
        }
        if word(&["federation", "confederation", "congress", "association"])
            && clause.key(base.end) == KEYS.of
            && clause.class(at) == Class::Name
            && (base.end + 1..range.end.min(base.end + 7)).any(|k| {
                clause.class(k) == Class::Name
                    && clause.is_any(
                        k,
                        &[
                            "workers",
                            "labor",
                            "labour",
                            "unions",
                            "employees",
                            "employers",
                            "teachers",
                            "nurses",
                            "miners",
                            "industries",
                            "industry",
                            "entrepreneurs",
                            "chambers",
                        ],
                    )
            })
        {
            return Some(SourceKind::Union);
        }
        if word(&["board", "council", "committee", "federation"])
            && let Some(hanging) = self.hanging(range, base)
            && matches!(hanging, SourceKind::Faith | SourceKind::Union)
        {
            return Some(hanging);
        }
        if word(&[
            "council",
            "committee",
            "institution",
            "institute",
            "center",
            "centre",
            "board",
            "office",
            "authority",
            "agency",
            "service",
        ]) {
            if whole_has(&[
                "election",
                "elections",
                "electoral",
                "audit",
                "ombudsman",
                "ombudsperson",
            ]) {
                return Some(SourceKind::Oversight);
            }
            let rights = whole_has(&["rights", "torture"]);
            if national && rights {
                return Some(SourceKind::Oversight);
            }
            if national
                || word(&["council"]) && matches!(kind, None | Some(SourceKind::Ngo)) && !rights
            {
                return Some(SourceKind::State);
            }
        }
        if kind.is_some() {
            return kind;
        }
        let person = word(&[
            "member",
            "members",
            "leader",
            "leaders",
            "representative",
            "representatives",
            "staff",
            "head",
            "director",
            "directors",
            "chair",
            "chairman",
            "chairwoman",
            "chairperson",
            "secretary",
            "coordinator",
            "chief",
            "deputy",
            "group",
            "groups",
            "sources",
            "supporters",
            "followers",
            "some",
            "many",
            "most",
            "several",
            "few",
            "both",
            "all",
            "coalition",
            "others",
            "contacts",
            "secretary-general",
        ]);
        if person && let Some(kind) = self.hanging(range, base) {
            return Some(kind);
        }
        if word(&[
            "federation",
            "association",
            "associations",
            "confederation",
            "league",
            "congress",
            "society",
            "network",
            "center",
            "centre",
            "council",
            "committee",
            "alliance",
            "coalition",
            "forum",
            "organization",
            "foundation",
            "board",
            "union",
        ]) && let Some(kind) = self.hanging(range, base)
            && matches!(
                kind,
                SourceKind::Union | SourceKind::Faith | SourceKind::Expert
            )
        {
            return Some(kind);
        }
        noun.kind
    }

    /// The kind of a document: of the body behind it.
    pub(super) fn of_document(&self, at: usize, range: &Range, base: &Range, told: &mut Told) {
        let clause = self.clause;
        let by = clause.key(base.end) == KEYS.by
            && self
                .conjuncts(&(base.end + 1..range.end))
                .first()
                .is_some_and(|part| {
                    self.told(part, range.end)
                        .is_ok_and(|told| told.kind.is_some())
                });
        // "the National Health Survey" is not the health authorities' word.
        let surveyed = clause.is_any(
            at,
            &["survey", "surveys", "study", "studies", "index", "poll"],
        );
        if told.kind.is_none() && !by {
            told.kind = (base.start..at)
                .rev()
                .filter(|k| {
                    !(clause.is(*k, "press")
                        && clause
                            .is_any(*k + 1, &["release", "releases", "statement", "statements"]))
                })
                .filter(|k| {
                    !(clause.class(*k + 1) == Class::Hyphen
                        && clause.is_any(*k, super::told::OWNERS))
                })
                .filter(|k| !(surveyed && clause.is_any(*k, FIELDS)))
                .find_map(|k| clause.tag(k).and_then(|tag| tag.before));
            if told.kind == Some(SourceKind::Expert)
                && clause.is_any(at, &["records", "documents", "record"])
            {
                told.kind = Some(SourceKind::State);
            }
        }
        // "a report by X", "figures released by X", "statistics from X".
        if told.kind.is_none() {
            let mut k = base.end;
            while k + 1 < range.end {
                let link = clause.class(k) == Class::Prep
                    && clause.is_any(k, &["by", "from", "of", "in", "to"]);
                if link {
                    let inner = k + 1..range.end;
                    let parts = self.conjuncts(&inner);
                    if let Some(part) = parts.first()
                        && let Ok(inner) = self.told(part, range.end)
                    {
                        let author = clause.key(k) != KEYS.of
                            || !matches!(
                                inner.kind,
                                Some(SourceKind::Affected | SourceKind::Observer)
                            );
                        if let Some(kind) = inner.kind.filter(|_| author) {
                            told.kind = Some(kind);
                            told.body = inner.body;
                            told.named |= self.named(part);
                            break;
                        } else if self.named(part)
                            && (clause.key(k) == KEYS.by || clause.key(k) == KEYS.from)
                        {
                            told.kind = self.bare(part).ok().map(|(kind, _)| kind);
                            told.named = true;
                            break;
                        }
                    }
                }
                k += 1;
            }
        }
        if told.kind.is_none() && clause.is_any(at, &["reporting", "reportage", "coverage"]) {
            told.kind = Some(SourceKind::Media);
        }
        if told.kind.is_none() && clause.is_any(at, &["census", "indictment"]) {
            told.kind = Some(SourceKind::State);
        }
        if told.kind.is_none() {
            // An owner that is a bare name: "Open Quay's report".
            let owner = (base.start..at).find(|k| clause.class(*k + 1) == Class::Poss);
            if let Some(owner) = owner
                && clause.class(owner) == Class::Name
            {
                told.kind = self
                    .bare(&(base.start..owner + 1))
                    .ok()
                    .map(|(kind, _)| kind);
                told.named = true;
            } else if base
                .clone()
                .any(|k| self.proper(k) && !clause.is_any(k, &["white", "paper"]))
                && !clause.is_any(at, &["survey", "study", "index", "census", "poll"])
                && base.clone().any(|k| {
                    self.proper(k)
                        && noun_at(clause, k).is_none()
                        && clause
                            .words
                            .tokens()
                            .get(k)
                            .is_some_and(|t| t.case == Case::Upper)
                })
            {
                // "ORK statistics", "an ORK report"
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
}

/// What surveys are about.
const FIELDS: &[&str] = &[
    "health",
    "education",
    "labor",
    "labour",
    "justice",
    "security",
    "public",
    "political",
    "immigration",
    "administration",
    "rights",
    "human",
    "women",
    "womens",
    "disability",
    "welfare",
    "transparency",
    "equality",
    "gender",
    "business",
    "workers",
    "employment",
];

/// A word before a weak noun counts only where it says who speaks.
pub(super) fn accepted(weak: Noun, kind: Option<SourceKind>) -> Option<SourceKind> {
    let kind = kind?;
    match (weak.kind?, kind) {
        (
            SourceKind::Observer,
            SourceKind::Intergovernmental
            | SourceKind::ForeignState
            | SourceKind::Expert
            | SourceKind::Affected,
        ) => None,
        (
            SourceKind::Affected,
            SourceKind::Intergovernmental | SourceKind::Media | SourceKind::ForeignState,
        ) => None,
        (
            SourceKind::State,
            SourceKind::Intergovernmental
            | SourceKind::Expert
            | SourceKind::Affected
            | SourceKind::ForeignState,
        ) => None,
        (SourceKind::Ngo | SourceKind::Expert, SourceKind::Affected) => None,
        (SourceKind::Oversight, _) => None,
        _ => Some(kind),
    }
}
