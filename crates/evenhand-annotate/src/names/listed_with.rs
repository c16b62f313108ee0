//! A name in a list with names already known: "in Derna and Sirte", "activists X and Y".

use super::look::Mention;
use super::tagged::Tagged;
use evenhand_report::NameKind;
use std::ops::Range;

pub(super) const RULE: &str = "listed_with";

/// Gives an unsure name the kind, and a plural description, of the sure one beside it in a list.
pub(super) fn settle(
    t: &Tagged<'_>,
    mentions: &mut [Mention],
    open: &mut Vec<Range<usize>>,
    out: &mut Vec<Mention>,
) {
    for at in 1..mentions.len() {
        let (left, right) = mentions.split_at_mut(at);
        let (Some(before), Some(name)) = (left.last(), right.first_mut()) else {
            continue;
        };
        if !beside(t, before.tokens.end, name.tokens.start) {
            continue;
        }
        if !name.sure && before.sure && before.kind != name.kind && name.kind != NameKind::Body {
            name.kind = before.kind;
            name.rule = RULE;
        }
        share(t, before, name);
    }
    // Runs for which no rule spoke: the neighbour before them does.
    for run in open.drain(..) {
        let near = mentions
            .iter()
            .chain(out.iter())
            .filter(|known| known.sure || known.kind != NameKind::Body)
            .find(|known| {
                beside(t, known.tokens.end, run.start)
                    || beside(t, run.end, known.tokens.start) && known.kind == NameKind::Place
            });
        if let Some(near) = near {
            let mut name = Mention::likely(run, near.kind, RULE);
            share(t, near, &mut name);
            out.push(name);
        }
    }
}

/// "journalists X and Y": both are journalists.
fn share(t: &Tagged<'_>, before: &Mention, name: &mut Mention) {
    if let Some(range) = &before.description
        && name.description.is_none()
        && before.kind == name.kind
        && range.end <= before.tokens.start
        && range.end.checked_sub(1).is_some_and(|last| {
            t.text(last).ends_with('s') || matches!(t.text(last), "men" | "women")
        })
    {
        name.description = Some(range.clone());
    }
}

/// Only a comma or "and" stands between.
fn beside(t: &Tagged<'_>, end: usize, start: usize) -> bool {
    if start <= end || start - end > 2 {
        return false;
    }
    (end..start).all(|at| matches!(t.text(at), "," | "and" | "or" | "&"))
}
