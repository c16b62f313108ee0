//! "According to X", and phrases that rest a statement on a document ("per", "based on").

use super::Found;
use super::source::{Not, Source, Who};
use super::words::{Class, KEYS};
use evenhand_report::{SourceKind, Specificity, Stance};

const RULE: &str = "according_to";

/// The attribution made by "according" at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize) -> Option<Found> {
    let clause = who.clause;
    if clause.class(at + 1) != Class::To {
        return None;
    }
    // At the head of a clause a comma ends the phrase; after the content a list may follow.
    let leads = at == 0
        || matches!(
            clause.class(at - 1),
            Class::Stop | Class::Sub | Class::That | Class::But | Class::And
        );
    let mut range = clause.phrase_from(at + 2, !leads)?;
    if leads && let Some(end) = list_end(who, range.end) {
        range.end = end;
    }
    let source = match who.is(&range) {
        Ok(source) => source,
        Err(Not::Unknown) if range.clone().any(|k| clause.class(k) == Class::Name) => Source {
            kind: SourceKind::Ngo,
            specificity: Specificity::Named,
            body: None,
            antecedent: None,
            document: false,
            sure: false,
        },
        Err(_) => return None,
    };
    Some(Found {
        source: Some((range, source)),
        cue: at..at + 2,
        stance: Stance::Reports,
        rule: RULE,
    })
}

/// Where a list ends that goes on at the comma `from` and is closed by one: "A, B, and C, ...".
fn list_end(who: &Who<'_, '_>, from: usize) -> Option<usize> {
    let clause = who.clause;
    let mut part = from + 1;
    let mut last = false;
    if clause.class(from) != Class::Comma {
        return None;
    }
    for at in from + 1..(from + 30).min(clause.len()) {
        match clause.class(at) {
            Class::And if at == part && !last => {
                last = true;
                part = at + 1;
            }
            Class::Comma => {
                let source = who.is(&(part..at)).ok()?;
                if !source.sure && source.specificity != Specificity::Named {
                    return None;
                }
                if last {
                    return Some(at);
                }
                part = at + 1;
            }
            Class::Det
            | Class::Noun
            | Class::Name
            | Class::Poss
            | Class::Hyphen
            | Class::Open
            | Class::Close => {}
            Class::Prep if clause.key(at) == KEYS.of || clause.is(at, "for") => {}
            Class::And if at > part => {}
            _ => return None,
        }
    }
    None
}

/// "per UN estimates", "based on court records": only where a document follows.
pub(crate) fn rests_on(who: &Who<'_, '_>, at: usize) -> Option<Found> {
    let clause = who.clause;
    let from = if clause.is(at, "per") {
        at + 1
    } else if clause.is_any(at + 1, &["on", "upon"]) {
        at + 2
    } else {
        return None;
    };
    let range = clause.phrase_from(from, false)?;
    let head = range
        .clone()
        .take_while(|k| *k == from || clause.class(*k) != Class::Prep)
        .last()?;
    let tells = clause.is_any(
        head,
        &[
            "records",
            "document",
            "documents",
            "report",
            "reports",
            "data",
            "statistics",
            "survey",
            "surveys",
            "census",
            "estimates",
            "figures",
            "reporting",
            "study",
            "studies",
        ],
    );
    if !tells || range.len() < 2 {
        return None;
    }
    let mut source = who.is(&range).ok()?;
    if !source.document && source.kind == SourceKind::Observer {
        return None;
    }
    if clause.is(head, "records") && !source.sure {
        source.kind = SourceKind::State;
    }
    let end = if clause.is(at, "per") { at + 1 } else { at + 2 };
    let _ = KEYS.of;
    Some(Found {
        source: Some((range, source)),
        cue: at..end,
        stance: Stance::Reports,
        rule: RULE,
    })
}
