//! A person said to be on a list: is he, under which heading, as what? See `rules/reply/on_a_list.md`.

use super::{Case, Found};
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "on_a_list";

const LISTED: &[&str] = &["list", "lists", "listed", "inclusion", "included", "among"];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Person || !case.says(LISTED) {
        return None;
    }
    let main = case.main()?;
    let name = case
        .claim
        .names
        .iter()
        .chain(&case.claim.names_near)
        .find(|name| name.person && main.lines.iter().any(|line| name.in_line(&line.text)))?;
    let lines: Vec<_> = case
        .lines(0, main)
        .filter(|(_, line)| name.in_line(&line.text))
        .collect();
    let on_list = lines.iter().any(|(_, line)| {
        cues::any(
            &quoted::plain_words(&line.text),
            &["list", "lists", "listed"],
        )
    });
    let (place, first) = lines.first()?;
    let heading = main.section(first).last().cloned().unwrap_or_default();
    let described = first
        .reading
        .names
        .iter()
        .filter(|mention| name.in_line(mention.span.of(&first.text)))
        .find_map(|mention| mention.description)
        .map(|span| format!(" as “{}”", span.of(&first.text)))
        .unwrap_or_default();
    let quotes = lines.iter().take(3).map(|(place, _)| *place).collect();
    let _ = place;
    Some(if on_list {
        Found::new(
            RULE,
            format!(
                "{} is named beside a list, under “{heading}”{described}.",
                name.text
            ),
            quotes,
        )
        .says(Verdict::Supported, 0.5)
    } else {
        Found::new(
            RULE,
            format!(
                "{} stands on no list that the report speaks of; it is named under “{heading}”{described}.",
                name.text
            ),
            quotes,
        )
        .says(Verdict::Partly, 0.5)
    })
}
