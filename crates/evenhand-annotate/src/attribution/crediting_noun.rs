//! Nouns that credit, what stands before them and what follows.
//!
//! In: a sentence and where such a noun stands. Out: which noun it is, where its phrase begins,
//! whether "there were" or a negation stands over it, and whether content follows.

use super::clause::Clause;
use super::words::Class;
use evenhand_report::Stance;

/// What kind of noun it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Reports,
    Report,
    Allegations,
    Claims,
    Complaints,
    Evidence,
    Indications,
    Concerns,
    Calls,
    Recommendations,
}

impl Noun {
    pub(super) fn of(clause: &Clause<'_>, at: usize) -> Option<Self> {
        let is = |list: &[&str]| clause.is_any(at, list);
        Some(if is(&["reports"]) {
            Self::Reports
        } else if is(&["report", "allegation", "accusation"]) {
            Self::Report
        } else if is(&["allegations", "accusations"]) {
            Self::Allegations
        } else if is(&["claims"]) {
            Self::Claims
        } else if is(&["complaints"]) {
            Self::Complaints
        } else if is(&["evidence"]) {
            Self::Evidence
        } else if is(&["indications", "rumors", "rumours", "speculation"]) {
            Self::Indications
        } else if is(&["concerns", "suspicions", "fears"]) {
            Self::Concerns
        } else if is(&["calls"]) {
            Self::Calls
        } else if is(&["recommendations"]) {
            Self::Recommendations
        } else {
            return None;
        })
    }

    pub(super) fn stance(self) -> Stance {
        match self {
            Self::Reports | Self::Report | Self::Evidence | Self::Indications => Stance::Reports,
            Self::Allegations | Self::Claims | Self::Complaints => Stance::Alleges,
            Self::Concerns => Stance::Criticises,
            Self::Calls | Self::Recommendations => Stance::Demands,
        }
    }
}

/// What stands after the noun.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// "of abuse", "about", "regarding".
    Matter,
    /// "that ...", or a bare clause.
    Clause,
    /// "indicated", "suggested".
    Verb,
    Nothing,
}

impl Follows {
    pub(super) fn after(clause: &Clause<'_>, at: usize) -> Self {
        let mut next = at + 1;
        while clause.class(next) == Class::Adv {
            next += 1;
        }
        // "reports during the year that", "reports from NGOs of"
        if clause.class(next) == Class::Prep && clause.temporal(next) && !clause.is(next, "of") {
            let mut k = next + 1;
            while k < next + 7
                && clause
                    .tag(k)
                    .is_some_and(|tag| tag.time || matches!(tag.class, Class::Det | Class::Prep))
                && !clause.is_any(k, &["of"])
            {
                k += 1;
            }
            next = k;
        }
        match clause.class(next) {
            Class::That => Self::Clause,
            Class::Noun if clause.is(next, "related") => Self::Nothing,
            Class::Prep
                if clause.is_any(
                    next,
                    &[
                        "of",
                        "about",
                        "regarding",
                        "concerning",
                        "from",
                        "by",
                        "against",
                        "involving",
                    ],
                ) =>
            {
                Self::Matter
            }
            Class::Ing => {
                if clause.is_any(
                    next,
                    &[
                        "involving",
                        "regarding",
                        "concerning",
                        "surrounding",
                        "relating",
                    ],
                ) {
                    Self::Matter
                } else if clause.verb(next).is_some() {
                    Self::Clause
                } else {
                    Self::Nothing
                }
            }
            Class::Ed | Class::Finite
                if clause.is_any(
                    next,
                    &[
                        "indicated",
                        "suggested",
                        "stated",
                        "alleged",
                        "claimed",
                        "noted",
                        "said",
                        "described",
                        "emerged",
                        "surfaced",
                        "persisted",
                        "continued",
                        "circulated",
                    ],
                ) =>
            {
                if clause.verb(next).is_some() {
                    Self::Verb
                } else {
                    Self::Matter
                }
            }
            Class::Noun
                if clause.verb(next).is_some()
                    && clause
                        .is_any(next, &["indicate", "suggest", "state", "allege", "claim"]) =>
            {
                Self::Verb
            }
            Class::Stop if clause.is(next, ":") => Self::Matter,
            Class::Det
            | Class::Noun
            | Class::Name
            | Class::Num
            | Class::Pron
            | Class::There
            | Class::No
                if clause.subject_ahead(next) =>
            {
                Self::Clause
            }
            _ => Self::Nothing,
        }
    }
}

pub(super) const CREDIBLE: &[&str] = &[
    "credible",
    "numerous",
    "anecdotal",
    "unconfirmed",
    "widespread",
    "frequent",
    "persistent",
    "multiple",
    "continued",
    "continuing",
    "serious",
    "strong",
    "substantial",
    "several",
    "many",
    "some",
    "occasional",
    "sporadic",
    "unsubstantiated",
    "isolated",
    "reliable",
    "repeated",
    "conflicting",
    "uncorroborated",
    "consistent",
    "unverified",
    "regular",
    "considerable",
];

/// Where the phrase of the noun begins.
pub(super) fn left_edge(clause: &Clause<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 {
        let k = start - 1;
        let part = match clause.class(k) {
            // "to report abuse" is an infinitive, "to media reports" is none.
            Class::Noun => clause.is_person(k) || !(k > 0 && clause.class(k - 1) == Class::To),
            Class::Det
            | Class::No
            | Class::Num
            | Class::Hyphen
            | Class::Adv
            | Class::Name
            | Class::Poss => true,
            Class::Ed => clause.adjectival(k),
            Class::And | Class::Comma => {
                // "credible and persistent reports"
                k > 0 && clause.class(k) == Class::And && clause.is_any(k - 1, CREDIBLE)
            }
            Class::Ing => clause.is_any(k, &["continuing", "conflicting", "ongoing"]),
            _ => false,
        };
        if !part {
            break;
        }
        start = k;
        if clause.class(k) == Class::Det
            && k > 0
            && clause.class(k - 1) != Class::Det
            && clause.class(k - 1) != Class::Adv
        {
            break;
        }
    }
    while start < at && clause.class(start) == Class::Adv {
        start += 1;
    }
    start
}

/// "there were" before `start`.
pub(super) fn existential(clause: &Clause<'_>, start: usize) -> bool {
    existential_start(clause, start).is_some()
}

pub(super) fn existential_start(clause: &Clause<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    let mut verb = false;
    while at > 0 && at + 7 > start {
        at -= 1;
        match clause.class(at) {
            Class::There => return verb.then_some(at),
            Class::Be | Class::Have | Class::Adv | Class::Modal | Class::To => verb = true,
            Class::Ed | Class::Finite | Class::Noun
                if clause.is_any(
                    at,
                    &[
                        "continued",
                        "remained",
                        "existed",
                        "continue",
                        "remain",
                        "exist",
                    ],
                ) =>
            {
                verb = true
            }
            _ => return None,
        }
    }
    None
}

/// "no reports", "not receive any complaints", "did not investigate reports".
pub(super) fn denied(clause: &Clause<'_>, start: usize, at: usize) -> bool {
    if (start..at).any(|k| clause.class(k) == Class::No || clause.is_any(k, &["any", "few"])) {
        return true;
    }
    if start > 0
        && (clause.class(start - 1) == Class::No || clause.is_any(start - 1, &["without", "any"]))
    {
        return true;
    }
    if start > 1
        && clause.class(start - 1) == Class::And
        && (start.saturating_sub(4)..start).any(|k| clause.is_any(k, &["no", "without"]))
    {
        return true;
    }
    // The verb over the noun is negated.
    let mut k = start;
    let mut steps = 0;
    while k > 0 && steps < 5 {
        k -= 1;
        steps += 1;
        match clause.class(k) {
            Class::Adv if clause.is_any(k, &["not", "never"]) => return true,
            Class::Do if clause.words.at(k).ends_with("n't") => return true,
            Class::Modal => return true,
            Class::Be if clause.words.at(k).ends_with("n't") => return true,
            Class::Noun if clause.is_any(k, &["failure", "failed", "refusal", "defense"]) => {
                return true;
            }
            Class::Stop | Class::Comma | Class::That | Class::Sub => return false,
            Class::Ed if clause.is_any(k, &["failed", "refused", "declined"]) => return true,
            _ => {}
        }
    }
    false
}
