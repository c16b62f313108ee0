//! Ties of a register laid beside the points that speak of their parties.
//!
//! In: the points, and ties the user brings. Out: the points with a reason for each tie whose giver or receiver a point
//! about money, a person or a body names; names are compared by `evenhand-names`. A tie is told with its citation; it
//! moves no verdict but one: a point on money that was set apart for want of a register, and that a tie with the same
//! sum bears on, is then "partly".

use super::named::{Fit, Named, Names, fit};
use evenhand_compare::reply::{Kind, Point, Reason, Verdict};
use evenhand_registers::{Naming, Party, Tie};
use evenhand_report::NameKind;

/// How many ties are told to a point.
const TOLD: usize = 4;

/// The writer speaks of his own affairs.
const OWN_AFFAIRS: &[&str] = &["My ", " my ", "Our ", " our "];

/// Lays the ties beside the points.
pub(super) fn beside(text: &str, names: &Names<'_>, points: &mut [Point], ties: &[Tie]) {
    for point in points {
        if !matches!(
            point.kind,
            Kind::Funding | Kind::Person | Kind::Organisation
        ) {
            continue;
        }
        let words = point.span.of(text);
        if point.kind == Kind::Funding && OWN_AFFAIRS.iter().any(|word| words.contains(word)) {
            continue;
        }
        let own = names.of(point);
        let near = names.near(point);
        let mut found: Vec<(usize, &Tie, Option<Fit>)> = Vec::new();
        for tie in ties {
            // An end that the point names counts more than one named near it.
            let ends = [&tie.from, &tie.to].map(|party| {
                party_named(&own, party).map_or_else(
                    || party_named(&near, party).map(|fit| (1, fit)),
                    |fit| Some((3, fit)),
                )
            });
            let weight: usize = ends.iter().flatten().map(|(weight, _)| weight).sum();
            if weight > 0 {
                let weakest = ends
                    .into_iter()
                    .flatten()
                    .map(|(_, fit)| fit)
                    .min_by(|one, other| one.score.total_cmp(&other.score));
                found.push((weight, tie, weakest));
            }
        }
        // Where the point itself names an end, ties of what is named around it are left alone.
        let most = found.iter().map(|(weight, ..)| *weight).max().unwrap_or(0);
        found.retain(|(weight, ..)| most < 3 || *weight >= 3);
        found.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
        for (_, tie, fit) in found.into_iter().take(TOLD) {
            point.reasons.push(Reason {
                rule: "who_pays",
                message: message(tie, fit.as_ref()),
                quotes: Vec::new(),
            });
            let sum = tie
                .money
                .as_ref()
                .map(|money| money.amount.to_string())
                .is_some_and(|sum| words.contains(sum.trim_end_matches(".00")));
            if point.kind == Kind::Funding && sum && point.verdict == Verdict::NotCheckable {
                point.verdict = Verdict::Partly;
            }
        }
    }
}

/// The best fit of a party with any of these names.
fn party_named(named: &[Named], party: &Party) -> Option<Fit> {
    named
        .iter()
        .filter_map(|named| {
            let naming = match named.kind {
                NameKind::Person => Naming::Person,
                NameKind::Body | NameKind::Place => Naming::Body,
            };
            fit(named, naming, &[party.name.as_str()])
        })
        .reduce(|best, next| if next.beats(&best) { next } else { best })
}

fn message(tie: &Tie, fit: Option<&Fit>) -> String {
    let mut text = format!(
        "Register of ties: {} {} {}",
        tie.from.name, tie.relation, tie.to.name
    );
    if let Some(money) = &tie.money {
        text.push_str(&format!(", {} {}", money.amount, money.currency));
    }
    match (&tie.start, &tie.end) {
        (Some(start), Some(end)) => text.push_str(&format!(", {start} to {end}")),
        (Some(start), None) => text.push_str(&format!(", from {start}")),
        (None, Some(end)) => text.push_str(&format!(", until {end}")),
        (None, None) => {}
    }
    if !tie.purpose.is_empty() {
        text.push_str(&format!(" ({})", tie.purpose));
    }
    text.push_str(&format!(". Source: {}.", tie.citation));
    if let Some(fit) = fit {
        text.push(' ');
        text.push_str(&fit.words());
    }
    text
}
