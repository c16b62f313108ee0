//! Nouns that credit: "there were reports that", "credible allegations of", "complaints from X that".

use super::clause::{Clause, Range};
use super::source::{Source, Who, noun_at};
use super::words::{Class, KEYS};
use super::Found;
use evenhand_report::{SourceKind, Specificity, Stance};

const RULE: &str = "reports_of";

/// The attribution made by the noun at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize) -> Option<Found> {
    let clause = who.clause;
    if clause.class(at) == Class::Name {
        return None;
    }
    let start = left_edge(clause, at);
    let modifiers = start..at;
    let existential = existential(clause, start);
    if denied(clause, start, at) && !clause.is(at, "recommendations") {
        return None;
    }
    let counted = modifiers.clone().any(|k| clause.class(k) == Class::Num && !clause.is_any(k, &["dozens", "hundreds", "thousands", "one"]));
    let word = Noun::of(clause, at)?;
    let follows = Follows::after(clause, at);
    let stance = word.stance();
    // "NGOs' complaints that", "media reports that", "reports by residents", "reports in local media".
    if let Some((range, source)) = owner(who, at, &modifiers)
        .or_else(|| agent(who, at, word))
    {
        if matches!(word, Noun::Report | Noun::Reports) && !existential && follows == Follows::Nothing {
            return None;
        }
        let especially = clause.class(at + 1) == Class::Comma;
        if counted && !existential || follows == Follows::Nothing && !existential && !especially && word != Noun::Calls {
            return None;
        }
        let enough = match word {
            Noun::Complaints => follows == Follows::Clause || existential || especially || clause.is_any(at + 1, &["of", "about", "regarding"]),
            Noun::Concerns | Noun::Evidence | Noun::Indications => follows == Follows::Clause,
            Noun::Calls => (at + 1..at + 10).any(|k| clause.is(k, "for")),
            Noun::Claims => follows == Follows::Clause || clause.key(at + 1) == KEYS.of,
            Noun::Recommendations | Noun::Reports | Noun::Report | Noun::Allegations => true,
        };
        if !enough {
            return None;
        }
        return Some(Found {
            source: Some((range, source)),
            cue: at..at + 1,
            stance,
            rule: RULE,
        });
    }
    let praised = modifiers.clone().any(|k| clause.is_any(k, CREDIBLE));
    let cue_start = existential_start(clause, start).unwrap_or(start);
    let take = match word {
        Noun::Reports => existential || follows != Follows::Nothing || praised && follows != Follows::Nothing || received(clause, start),
        Noun::Report => existential && follows != Follows::Nothing,
        Noun::Allegations => {
            existential
                || !counted && (follows != Follows::Nothing || praised)
                || modifiers.clone().any(|k| clause.class(k) == Class::Noun && !clause.is_any(k, &["such", "same"]))
        }
        Noun::Claims => follows == Follows::Clause || existential && follows != Follows::Nothing,
        Noun::Complaints => follows == Follows::Clause && !counted || existential && !counted && follows != Follows::Nothing,
        Noun::Evidence => praised && follows != Follows::Nothing || existential && follows == Follows::Clause,
        Noun::Indications | Noun::Concerns => existential && follows != Follows::Nothing || follows == Follows::Clause || clause.is_any(at + 1, &["persisted", "remained", "arose", "emerged"]),
        Noun::Calls | Noun::Recommendations => false,
    };
    if !take || counted && !existential {
        return None;
    }
    if clause.class(start.saturating_sub(1)) == Class::Prep && clause.is_any(start - 1, &["against", "without", "on"]) {
        return None;
    }
    // "reports indicated": the verb is part of the cue.
    let end = if follows == Follows::Verb { at + 2 } else { at + 1 };
    Some(Found {
        source: None,
        cue: cue_start..end,
        stance,
        rule: RULE,
    })
}

/// What kind of noun it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Noun {
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
    fn of(clause: &Clause<'_>, at: usize) -> Option<Self> {
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

    fn stance(self) -> Stance {
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
enum Follows {
    /// "of abuse", "about", "regarding".
    Matter,
    /// "that ...", or a bare clause.
    Clause,
    /// "indicated", "suggested".
    Verb,
    Nothing,
}

impl Follows {
    fn after(clause: &Clause<'_>, at: usize) -> Self {
        let mut next = at + 1;
        while clause.class(next) == Class::Adv {
            next += 1;
        }
        // "reports during the year that", "reports from NGOs of"
        if clause.class(next) == Class::Prep && clause.temporal(next) && !clause.is(next, "of") {
            let mut k = next + 1;
            while k < next + 7 && clause.tag(k).is_some_and(|tag| tag.time || matches!(tag.class, Class::Det | Class::Prep)) && !clause.is_any(k, &["of"]) {
                k += 1;
            }
            next = k;
        }
        match clause.class(next) {
            Class::That => Self::Clause,
            Class::Prep if clause.is_any(next, &["of", "about", "regarding", "concerning", "from", "by", "against", "involving"]) => Self::Matter,
            Class::Ing => {
                if clause.is_any(next, &["involving", "regarding", "concerning", "surrounding", "relating"]) {
                    Self::Matter
                } else if clause.verb(next).is_some() {
                    Self::Clause
                } else {
                    Self::Nothing
                }
            }
            Class::Ed | Class::Finite if clause.is_any(next, &["indicated", "suggested", "stated", "alleged", "claimed", "noted", "said", "described", "emerged", "surfaced", "persisted", "continued", "circulated"]) => {
                if clause.verb(next).is_some() { Self::Verb } else { Self::Matter }
            }
            Class::Noun if clause.verb(next).is_some() && clause.is_any(next, &["indicate", "suggest", "state", "allege", "claim"]) => Self::Verb,
            Class::Stop if clause.is(next, ":") => Self::Matter,
            Class::Det | Class::Noun | Class::Name | Class::Num | Class::Pron | Class::There | Class::No
                if clause.subject_ahead(next) => Self::Clause,
            _ => Self::Nothing,
        }
    }
}

const CREDIBLE: &[&str] = &[
    "credible", "numerous", "anecdotal", "unconfirmed", "widespread", "frequent", "persistent", "multiple", "continued",
    "continuing", "serious", "strong", "substantial", "several", "many", "some", "occasional", "sporadic", "unsubstantiated",
    "isolated", "reliable", "repeated", "conflicting", "uncorroborated", "consistent", "unverified", "regular", "considerable",
];

/// Where the phrase of the noun begins.
fn left_edge(clause: &Clause<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 {
        let k = start - 1;
        let part = match clause.class(k) {
            Class::Noun => !(k > 0 && clause.class(k - 1) == Class::To),
            Class::Det | Class::No | Class::Num | Class::Hyphen | Class::Adv | Class::Name | Class::Poss => true,
            Class::Ed => clause.adjectival(k),
            Class::And | Class::Comma => {
                // "credible and persistent reports"
                k > 0
                    && clause.class(k) == Class::And
                    && clause.is_any(k - 1, CREDIBLE)
            }
            Class::Ing => clause.is_any(k, &["continuing", "conflicting", "ongoing"]),
            _ => false,
        };
        if !part {
            break;
        }
        start = k;
        if clause.class(k) == Class::Det && k > 0 && clause.class(k - 1) != Class::Det && clause.class(k - 1) != Class::Adv {
            break;
        }
    }
    while start < at && clause.class(start) == Class::Adv {
        start += 1;
    }
    start
}

/// "there were" before `start`.
fn existential(clause: &Clause<'_>, start: usize) -> bool {
    existential_start(clause, start).is_some()
}

fn existential_start(clause: &Clause<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    let mut verb = false;
    while at > 0 && at + 7 > start {
        at -= 1;
        match clause.class(at) {
            Class::There => return verb.then_some(at),
            Class::Be | Class::Have | Class::Adv | Class::Modal | Class::To => verb = true,
            Class::Ed | Class::Finite | Class::Noun if clause.is_any(at, &["continued", "remained", "existed", "continue", "remain", "exist"]) => verb = true,
            _ => return None,
        }
    }
    None
}

/// "no reports", "not receive any complaints", "did not investigate reports".
fn denied(clause: &Clause<'_>, start: usize, at: usize) -> bool {
    if (start..at).any(|k| clause.class(k) == Class::No || clause.is_any(k, &["any", "few"])) {
        return true;
    }
    if start > 0 && (clause.class(start - 1) == Class::No || clause.is_any(start - 1, &["without", "any"])) {
        return true;
    }
    if start > 1 && clause.class(start - 1) == Class::And && (start.saturating_sub(4)..start).any(|k| clause.is_any(k, &["no", "without"])) {
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
            Class::Noun if clause.is_any(k, &["failure", "failed", "refusal", "defense"]) => return true,
            Class::Stop | Class::Comma | Class::That | Class::Sub => return false,
            Class::Ed if clause.is_any(k, &["failed", "refused", "declined"]) => return true,
            _ => {}
        }
    }
    false
}

fn received(clause: &Clause<'_>, start: usize) -> bool {
    start > 0 && clause.is_any(start - 1, &["received", "reviewed", "investigated", "heard", "documented", "confirmed"])
}

/// "media reports", "NGOs' complaints", "the prosecution's calls".
fn owner(who: &Who<'_, '_>, at: usize, modifiers: &Range) -> Option<(Range, Source)> {
    let clause = who.clause;
    if let Some(poss) = modifiers.clone().rev().find(|k| clause.class(*k) == Class::Poss) {
        let range = modifiers.start..poss;
        if range.is_empty() {
            return None;
        }
        let source = who.is(&range).ok()?;
        return (source.sure || source.specificity == Specificity::Named).then_some((range, source));
    }
    if clause.is_any(at, &["reports", "report"]) && at > modifiers.start {
        let teller = clause.tag(at - 1)?.before.is_some_and(|kind| matches!(kind, SourceKind::Media | SourceKind::Ngo | SourceKind::Intergovernmental))
            && !clause.is_any(at - 1, &["rights", "civil", "human", "international", "independent", "aid", "relief"])
            || noun_at(clause, at - 1).is_some_and(|noun| {
                noun.role == super::heads::Role::Head
                    && matches!(noun.kind, Some(SourceKind::Media | SourceKind::Ngo | SourceKind::Intergovernmental | SourceKind::State))
            });
        if teller {
            // "several media reports": the phrase itself is the source.
            let range = at - 1..at + 1;
            let mut start = range.start;
            while start > modifiers.start
                && !matches!(clause.class(start - 1), Class::Poss)
                && !clause.is_any(start - 1, &["some", "several", "numerous", "multiple", "many", "frequent", "credible"])
            {
                start -= 1;
            }
            let range = start..at + 1;
            let source = who.is(&range).ok()?;
            return source.sure.then_some((range, source));
        }
    }
    None
}

/// "reports by X", "complaints from X", "recommendations of X", "reports in local media".
fn agent(who: &Who<'_, '_>, at: usize, word: Noun) -> Option<(Range, Source)> {
    let clause = who.clause;
    let mut link = at + 1;
    // "complaints, especially from Romani individuals,"
    if clause.class(link) == Class::Comma && clause.class(link + 1) == Class::Adv {
        link += 2;
    }
    let by = clause.key(link) == KEYS.by;
    let from = clause.key(link) == KEYS.from;
    let of = clause.key(link) == KEYS.of && word == Noun::Recommendations;
    let inside = clause.key(link) == KEYS.r#in && matches!(word, Noun::Reports);
    if !(by || from || of || inside) || clause.class(link + 1) == Class::Ing {
        return None;
    }
    let range = clause.phrase_from(link + 1, false)?;
    let range = if of {
        range
    } else if inside {
        let end = range.clone().find(|k| clause.class(*k) == Class::Prep).unwrap_or(range.end);
        range.start..end
    } else {
        up_to_of(clause, range)
    };
    let source = who.is(&range).ok()?;
    if inside && source.kind != SourceKind::Media {
        return None;
    }
    (source.sure || source.specificity == Specificity::Named).then_some((range, source))
}

/// "by residents of beatings": what was told is no part of who told it.
pub(crate) fn up_to_of(clause: &Clause<'_>, range: Range) -> Range {
    let mut seen = false;
    for at in range.clone() {
        if seen
            && clause.class(at) == Class::Prep
            && (clause.key(at) != KEYS.of
                || noun_at(clause, at + 1).is_none_or(|noun| noun.kind.is_none())
                    && clause.class(at + 1) != Class::Det
                    && clause.class(at + 1) != Class::Name)
        {
            return range.start..at;
        }
        if clause.nominal(at) {
            seen = true;
        }
    }
    range
}
