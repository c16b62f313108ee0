//! A reporting verb with its subject: "NGOs reported ...", "activists, however far away, ... said".

use super::clause::Clause;
use super::source::{Not, Source, Who, noun_at};
use super::verbs::{Frame, Verb, Who as May};
use super::words::{Class, Form};
use super::{Found, Range, between};
use evenhand_report::{SourceKind, Specificity, Stance};

const RULE: &str = "says_that";

/// The attribution made by the finite verb at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize, verb: &Verb, form: Form) -> Option<Found> {
    let clause = who.clause;
    if clause.adjectival(at) && !speaks(clause, at) {
        return None;
    }
    let group = clause.group(at);
    if at > 0 && (clause.class(at - 1) == Class::Hyphen || clause.class(at + 1) == Class::Hyphen)
        || matches!(form, Form::Past | Form::Participle) && (!clause.finite(at) || at > 0 && clause.class(at - 1) == Class::Det)
    {
        return None;
    }
    if group.unsaid || group.modal || group.infinitive {
        return None;
    }
    if group.negated && verb.stance != Stance::Denies {
        return None;
    }
    match form {
        // "NGOs continued to report", "observers note that".
        Form::Base => {
            let goes_on = group.start < at && clause.class(at - 1) == Class::To;
            let present = group.start > 0
                && clause.nominal(group.start - 1)
                && clause.class(at + 1) == Class::That
                && (clause.words.at(group.start - 1).ends_with('s')
                    || clause.is_any(group.start - 1, &["media", "police", "many", "some", "others"]));
            let did = (group.start..at).any(|k| clause.class(k) == Class::Do);
            if !goes_on && !present && !did {
                return None;
            }
        }
        Form::Third => {
            if group.start == 0
                || !(clause.nominal(group.start - 1) || clause.class(group.start - 1) == Class::Pron || clause.class(group.start - 1) == Class::Rel)
                || matches!(clause.class(at + 1), Class::Prep | Class::Stop | Class::Comma | Class::And)
                || clause.finite(at + 1)
                || clause.class(at + 1) != Class::That
                    && !(clause.clause_follows(at) && !clause.is_any(at, ALSO_NOUNS))
            {
                return None;
            }
        }
        Form::Past | Form::Participle | Form::Ing => {}
    }
    let cue = complete(clause, at, verb)?;
    let (range, source) = subject(who, group.start, at, verb)?;
    if !may(who, at, verb, &source, &range) {
        return None;
    }
    if let Some(head) = nobodys(clause, &range, &source) {
        // "Estimates ranged", "Some estimates placed": nobody is named.
        return Some(Found {
            source: None,
            cue: head..head + 1,
            stance: verb.stance,
            rule: RULE,
        });
    }
    let source = own_treatment(clause, at, &range, source);
    Some(Found {
        source: Some((range, source)),
        cue,
        stance: verb.stance,
        rule: RULE,
    })
}

/// Third persons that are plural nouns as well: "reports", "claims".
const ALSO_NOUNS: &[&str] = &[
    "reports", "claims", "calls", "states", "notes", "lists", "documents", "records", "estimates", "charges", "questions",
    "views", "rates", "ranges", "doubts", "fears", "demands", "appeals", "challenges", "comments", "details", "posts",
    "projects", "ranks", "suspects", "tweets", "hails", "faults", "quotes", "registers", "labels", "terms", "points",
    "answers", "repeats", "judges", "credits", "objects", "worries", "forecasts", "regrets", "echoes", "feels", "slams",
];

/// An "-ed" word that looks like an adjective and yet is the verb: "and alleged police".
fn speaks(clause: &Clause<'_>, at: usize) -> bool {
    at > 0 && matches!(clause.class(at - 1), Class::Stop) && clause.clause_follows(at) && at > 1
}

/// "estimates", "reports" with nobody behind them.
pub(crate) fn nobodys(clause: &Clause<'_>, range: &Range, source: &Source) -> Option<usize> {
    if !source.document || source.kind != SourceKind::Expert || source.specificity != Specificity::Category || source.body.is_some() {
        return None;
    }
    range
        .clone()
        .take(3)
        .find(|at| clause.is_any(*at, &["estimates", "reports", "accounts"]))
        .filter(|_| !range.clone().any(|at| clause.key(at) == super::words::KEYS.by || clause.key(at) == super::words::KEYS.from))
}

/// The subject, looked for further left where the nearest one could not speak.
fn subject(who: &Who<'_, '_>, start: usize, at: usize, verb: &Verb) -> Option<(Range, Source)> {
    let clause = who.clause;
    let mut from = start;
    for _ in 0..4 {
        let Some(subject) = clause.subject(from) else {
            return inverted(who, at, verb);
        };
        match who.is(&subject.range) {
            Ok(source) => {
                if subject.shared_with.is_none() || source.sure || source.specificity == Specificity::Named {
                    return Some((subject.range, source));
                }
            }
            Err(Not::Nobody) => return None,
            Err(Not::Law) if subject.shared_with.is_none() => return None,
            Err(Not::Unknown)
                if subject.shared_with.is_none()
                    && clause.class(subject.range.end - 1) == Class::Noun
                    && (clause.words.at(subject.range.end - 1).ends_with('s')
                        || clause.is_any(at, &["said", "stated", "claimed", "told", "complained", "alleged", "testified"]))
                    && clause.clause_follows(at) =>
            {
                let source = Source {
                    kind: SourceKind::Affected,
                    specificity: Specificity::Category,
                    body: None,
                    antecedent: None,
                    document: false,
                    sure: false,
                };
                return Some((subject.range, source));
            }
            Err(_) => {}
        }
        // Further left only for a verb that shares its subject.
        let shared = subject.shared_with?;
        let earlier = clause.earlier_verb(clause.group(shared).start)?;
        from = clause.group(earlier).start;
        if from == 0 {
            return None;
        }
    }
    None
}

/// "“...,” said the ombudsman".
fn inverted(who: &Who<'_, '_>, at: usize, verb: &Verb) -> Option<(Range, Source)> {
    let clause = who.clause;
    if !clause.is_any(at, &["said", "says", "added", "stated", "explained", "noted", "wrote", "told"]) {
        return None;
    }
    let quoted = at > 0 && matches!(clause.class(at - 1), Class::Quote | Class::Comma);
    if !quoted || verb.frame != Frame::Any && verb.frame != Frame::Clause {
        return None;
    }
    if !clause.content_before(at) || !matches!(clause.class(at + 1), Class::Det | Class::Name | Class::Noun) {
        return None;
    }
    let range = clause.phrase_from(at + 1, true)?;
    let source = who.is(&range).ok()?;
    (source.sure || source.specificity == Specificity::Named).then_some((range, source))
}

/// Whether what follows the verb lets it credit, and the words of the cue.
pub(crate) fn complete(clause: &Clause<'_>, at: usize, verb: &Verb) -> Option<Range> {
    let plain = at..at + 1;
    let mut next = at + 1;
    while clause.class(next) == Class::Adv {
        next += 1;
    }
    match verb.frame {
        Frame::Any => {
            if verb.forms == "report" && !reports_something(clause, at, next) {
                return None;
            }
            if verb.forms == "claim" && clause.is_any(next, &["asylum", "refugee", "benefits", "compensation", "ownership", "land"]) {
                return None;
            }
            if verb.forms.starts_with("find ") && clause.is_any(next, &["guilty", "innocent", "themselves", "itself", "himself", "herself", "their", "dead", "employment", "work", "refuge"]) {
                return None;
            }
            if verb.forms == "object" && clause.class(next) != Class::To {
                return None;
            }
            if verb.forms == "question" && !clause.is_any(next, &["whether", "the", "how", "why", "this", "these", "his", "its"]) {
                return None;
            }
            if verb.forms == "post" && clause.class(next) == Class::Prep {
                return None;
            }
            Some(plain)
        }
        Frame::Clause => clause.clause_follows(at).then_some(plain),
        Frame::That => clause.says_so(at).then_some(plain),
        Frame::Claim => {
            let claims = clause.says_so(at)
                || matches!(clause.class(next), Class::Pron) && clause.finite(next + 1)
                || !matches!(clause.class(next), Class::Prep | Class::To) && bare_clause(clause, next)
                || matches!(clause.class(next), Class::Ing)
                || (clause.class(next) == Class::To && clause.class(next + 1) == Class::Ing)
                || (next..next + 6)
                    .take_while(|k| !matches!(clause.class(*k), Class::Stop | Class::Comma))
                    .any(|k| clause.is_any(k, CLAIMED))
                || (verb.forms == "confirm"
                    && matches!(clause.class(next), Class::Det | Class::Num)
                    && !object_is_person(clause, next));
            claims.then_some(plain)
        }
        Frame::Particle(list) => {
            if !clause.is_any(at + 1, list) {
                // "called the rules unfair"
                let called = verb.forms == "call"
                    && (clause.is_any(at + 1, &["the", "it", "this", "these", "such", "its", "his", "their"]))
                    && judged(clause, at + 1);
                return called.then_some(plain);
            }
            if verb.forms == "call" && clause.is(at + 1, "attention") && !clause.is(at + 2, "to") {
                return None;
            }
            if clause.is(at + 1, "out") && clause.is_any(at + 2, &["against"]) {
                return Some(at..at + 3);
            }
            Some(at..at + 2)
        }
        Frame::Noun(list) => {
            let mut k = at + 1;
            while k < at + 8 {
                if clause.is_any(k, list) {
                    return Some(at..k + 1);
                }
                if !between(clause.class(k)) {
                    return None;
                }
                k += 1;
            }
            None
        }
        Frame::Judgement => {
            let as_needed = verb.forms.starts_with("see ") || matches!(verb.forms, "evaluate" | "view" | "regard" | "perceive" | "interpret" | "label" | "dub");
            let related = clause.class(at - 1) != Class::Be
                && (clause.class(next) == Class::To && clause.class(next + 1) == Class::Be || clause.is(next, "as"));
            if related && at > 0 && clause.object_relative(at - 1) {
                return Some(plain);
            }
            let object = matches!(clause.class(next), Class::Det | Class::Pron | Class::Noun | Class::Name | Class::That | Class::Num);
            if !object {
                return None;
            }
            let has_as = (next..next + 16)
                .take_while(|k| clause.class(*k) != Class::Stop)
                .any(|k| clause.is(k, "as"));
            if as_needed && !has_as {
                return None;
            }
            (as_needed || judged(clause, next) || clause.clause_follows(at)).then_some(plain)
        }
    }
}

/// "denied police had beaten him": a clause with no infinitive on the way to its verb.
fn bare_clause(clause: &Clause<'_>, from: usize) -> bool {
    let mut noun = false;
    for at in from..from + 16 {
        match clause.class(at) {
            Class::To | Class::Stop | Class::Comma | Class::Prep | Class::Rel => return false,
            Class::Noun | Class::Name | Class::Pron | Class::Num => noun = true,
            Class::There => return true,
            _ if clause.finite(at) => return noun,
            _ => {}
        }
    }
    false
}

/// "the elections free and fair", "it to be": a judgement after the object that begins at `from`.
fn judged(clause: &Clause<'_>, from: usize) -> bool {
    let end = (from..from + 18)
        .find(|k| matches!(clause.class(*k), Class::Stop) || *k >= clause.len())
        .unwrap_or(from + 18);
    let to_be = (from..end).any(|k| clause.class(k) == Class::To && clause.class(k + 1) == Class::Be);
    to_be || end > from + 1
}

/// Words that make the object of "denied" or "admitted" a claim.
const CLAIMED: &[&str] = &[
    "allegations", "allegation", "accusations", "accusation", "charges", "charge", "claims", "claim", "reports", "report",
    "involvement", "responsibility", "existence", "wrongdoing", "knowledge", "having", "being", "guilt", "any", "mistakes",
    "abuses", "killings", "torture", "this", "that", "it", "these", "all",
];

fn object_is_person(clause: &Clause<'_>, from: usize) -> bool {
    clause
        .phrase_from(from, false)
        .and_then(|range| noun_at(clause, range.end - 1))
        .is_some_and(|noun| noun.kind.is_some())
}

/// "reported abuses", not "reported on the trial", "reported to police", "reported the theft to police".
fn reports_something(clause: &Clause<'_>, at: usize, next: usize) -> bool {
    if matches!(clause.class(next), Class::To)
        || clause.is_any(next, &["on", "for", "about", "directly"])
    {
        return clause.class(next) == Class::To && clause.clause_follows(at)
            || clause.class(next) == Class::Prep && (next..next + 10).any(|k| clause.class(k) == Class::That);
    }
    if clause.clause_follows(at) {
        return true;
    }
    let mut k = next;
    while k < clause.len() && !matches!(clause.class(k), Class::Stop | Class::Comma | Class::That | Class::Rel) {
        if clause.class(k) == Class::To {
            let mut to = k + 1;
            while matches!(clause.class(to), Class::Det | Class::Name | Class::Poss)
                || clause.class(to) == Class::Noun && noun_at(clause, to).is_none_or(|noun| noun.kind.is_none())
            {
                to += 1;
                if to > k + 5 {
                    break;
                }
            }
            let told = (k + 1..to + 1).any(|k| {
                clause.is_any(k, &["police", "authorities", "ombudsman", "prosecutors", "government", "officials", "ministry", "employers", "administration", "court", "courts", "army", "parliament"])
            });
            if told {
                return false;
            }
        }
        k += 1;
    }
    true
}

/// Whether this source may do what the verb says.
pub(crate) fn may(who: &Who<'_, '_>, at: usize, verb: &Verb, source: &Source, range: &Range) -> bool {
    let clause = who.clause;
    match verb.who {
        May::Anyone => {
            // Deciding and considering is what authorities do; others judge.
            // "when they believed an offense had been committed": what somebody may have in mind.
            if verb.stance == Stance::Believes && clause.class(range.start) == Class::Pron && !source.sure {
                return false;
            }
            if clause.is_any(at + 1, &["themselves", "himself", "herself", "itself"]) && matches!(verb.forms, "declare" | "describe" | "consider" | "proclaim") {
                return false;
            }
            if source.kind == SourceKind::Court && matches!(verb.forms, "declare" | "proclaim") {
                return false;
            }
            if verb.frame == Frame::Judgement && matches!(source.kind, SourceKind::State | SourceKind::Court) {
                return (at + 1..at + 14).any(|k| clause.class(k) == Class::To && clause.class(k + 1) == Class::Be);
            }
            true
        }
        May::Document => source.document,
        May::Watcher => {
            if clause.class(range.start) == Class::Pron && matches!(verb.forms, "record" | "register" | "identify" | "document") && !clause.is_any(range.start, &["it"]) {
                return false;
            }
            let acts = matches!(
                source.kind,
                SourceKind::State | SourceKind::Court | SourceKind::Affected | SourceKind::Union | SourceKind::Party | SourceKind::Faith | SourceKind::ForeignState
            );
            if !acts || source.document {
                return true;
            }
            match verb.forms {
                "record" => source.kind == SourceKind::State,
                "document" => false,
                "register" | "identify" | "verify" => {
                    source.kind == SourceKind::State
                        && verb.forms == "register"
                        && matches!(clause.class(at + 1), Class::Num)
                        && !object_is_person(clause, at + 1)
                }
                "find finds found found finding" => {
                    (clause.class(at + 1) == Class::That
                        || matches!(clause.class(at + 1), Class::Pron | Class::No)
                        || clause.class(at + 1) == Class::There)
                        && source.kind != SourceKind::Affected
                }
                "expect" | "question" | "welcome" => !range.is_empty() && source.kind != SourceKind::State && source.kind != SourceKind::Court,
                "determine" | "assess" | "calculate" | "appeal" | "see sees saw seen seeing" | "press" => {
                    clause.class(at + 1) == Class::That
                }
                _ => true,
            }
        }
    }
}

/// Journalists who tell what was done to themselves are those concerned, not the media.
pub(crate) fn own_treatment(clause: &Clause<'_>, at: usize, range: &Range, mut source: Source) -> Source {
    if source.kind == SourceKind::Media
        && range.clone().any(|k| clause.is_any(k, &["journalists", "reporters", "editors", "bloggers", "journalist", "broadcasters", "photographers"]))
        && (clause.class(at + 1) == Class::Ing
            || clause.is_any(at + 1, &["harassment", "threats", "intimidation", "self", "difficulty", "difficulties", "pressure"]))
    {
        source.kind = SourceKind::Affected;
    }
    source
}
