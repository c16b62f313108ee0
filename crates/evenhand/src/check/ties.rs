//! Ties of a register laid beside the points that speak of their parties.
//!
//! In: the points, and ties the user brings. Out: the points with a reason for each tie whose giver or receiver a point
//! about money, a person or a body names. A tie is told with its citation; it moves no verdict but one: a point on money that
//! was set apart for want of a register, and that a tie with the same sum bears on, is then "partly".

use evenhand_compare::reply::{Kind, Point, Reason, Verdict};
use evenhand_registers::Tie;
use evenhand_report::Report;

/// How many ties are told to a point.
const TOLD: usize = 4;

/// Lays the ties beside the points.
pub(super) fn beside(reply: &Report, points: &mut [Point], ties: &[Tie]) {
    for point in points {
        if !matches!(
            point.kind,
            Kind::Funding | Kind::Person | Kind::Organisation
        ) {
            continue;
        }
        let text = point.span.of(&reply.text);
        let sentence = reply
            .sentences
            .get(point.sentence.0 as usize)
            .map_or(text, |sentence| reply.sentence_text(sentence));
        let own_affairs = ["My ", " my ", "Our ", " our "]
            .iter()
            .any(|word| text.contains(word));
        let mut told = 0;
        for tie in ties {
            let named = names(sentence, &tie.to.name) || names(sentence, &tie.from.name);
            if !named || own_affairs || told == TOLD {
                continue;
            }
            told += 1;
            point.reasons.push(Reason {
                rule: "who_pays",
                message: message(tie),
                quotes: Vec::new(),
            });
            let sum = tie
                .money
                .as_ref()
                .map(|money| money.amount.to_string())
                .is_some_and(|sum| text.contains(sum.trim_end_matches(".00")));
            if point.kind == Kind::Funding && sum && point.verdict == Verdict::NotCheckable {
                point.verdict = Verdict::Partly;
            }
        }
    }
}

fn message(tie: &Tie) -> String {
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
    text
}

/// Whether a text has the telling word of a name: its last with a capital, as the name writes it or nearly so.
fn names(text: &str, name: &str) -> bool {
    let telling = name
        .split(|ch: char| !ch.is_alphanumeric())
        .rfind(|word| word.starts_with(char::is_uppercase))
        .unwrap_or("");
    telling.chars().count() > 3
        && text
            .split(|ch: char| !ch.is_alphanumeric())
            .any(|word| word == telling || alike(word, telling))
}

/// One letter exchanged at the end, as spellings do ("Ostavaj", "Ostavai").
fn alike(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    a.len() == b.len()
        && a.len() > 5
        && a.iter().zip(&b).filter(|(x, y)| x != y).count() <= 1
        && a.first() == b.first()
}
