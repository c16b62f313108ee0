//! "were critical of", "remained concerned that": a stance told by an adjective.

use super::Found;
use super::source::Who;
use super::words::Class;
use evenhand_report::{Specificity, Stance};

const RULE: &str = "were_critical";

/// The attribution made by the adjective at `at`.
pub(crate) fn find(who: &Who<'_, '_>, at: usize) -> Option<Found> {
    let clause = who.clause;
    let critical = clause.is_any(at, &["critical", "skeptical", "sceptical"]);
    let end = if critical {
        if !clause.is(at + 1, "of") {
            return None;
        }
        at + 2
    } else {
        let follows = clause.class(at + 1) == Class::That
            || clause.is_any(at + 1, &["about", "over", "by", "at", "with"])
            || clause.clause_follows(at);
        if !follows {
            return None;
        }
        at + 1
    };
    let mut start = at;
    let mut be = None;
    while start > 0 {
        let k = start - 1;
        match clause.class(k) {
            Class::Adv => {
                if clause.is(k, "not") {
                    return None;
                }
            }
            Class::Be | Class::Have => be = Some(k),
            Class::Ed | Class::Finite if clause.is_any(k, &["remained", "became", "grew"]) => {
                be = Some(k)
            }
            _ => break,
        }
        start = k;
    }
    let be = be?;
    if be > 0 && clause.class(be - 1) == Class::Modal {
        return None;
    }
    let subject = clause.subject(start)?;
    let source = who.is(&subject.range).ok()?;
    if !source.sure && source.specificity != Specificity::Named {
        return None;
    }
    Some(Found {
        source: Some((subject.range, source)),
        cue: be..end,
        stance: Stance::Criticises,
        rule: RULE,
    })
}
