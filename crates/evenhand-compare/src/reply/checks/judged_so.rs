//! "X is bad": what the report says of X, by direction. See `rules/reply/judged_so.md`.

use super::{Case, Found};
use crate::reply::query::{Query, Term, each_term};
use crate::reply::shelf::Place;
use crate::reply::{Kind, Verdict, cues, quoted};
use evenhand_report::Direction;

const RULE: &str = "judged_so";

/// What the reply has the report think of a thing: bad, or good.
const BAD: &[&str] = &[
    "bad",
    "insufficient",
    "not enough",
    "poor",
    "weak",
    "worthless",
    "useless",
    "ineffective",
    "inadequate",
    "a failure",
    "wrong",
];
const GOOD: &[&str] = &[
    "good",
    "excellent",
    "exemplary",
    "adequate",
    "sufficient",
    "effective",
    "satisfactory",
];

/// Between a thing and what is thought of it.
const VERBS: &[&str] = &[
    " is ",
    " are ",
    " was ",
    " were ",
    " remains ",
    " remain ",
    " is an ",
    " is a ",
];

/// Words that name no thing of their own: "the participation of independents".
const LIGHT: &[&str] = &[
    "participation",
    "institution",
    "existence",
    "work",
    "role",
    "practice",
    "system",
    "use",
    "activity",
];

/// From this share of its words close together on, a sentence is about the thing.
const ABOUT: f32 = 0.55;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::Wording || !case.claim.phrases.is_empty() {
        return None;
    }
    let (thing, bad) = judged(&case.claim.text)?;
    let mut query = Query::default();
    query.words(thing, 1.0, &case.desk.rarity, &|term| {
        case.desk.is_home(term.stem)
    });
    let head = head(thing);
    let main = case.main()?;
    let (mut good, mut against, mut other) = (Vec::new(), Vec::new(), Vec::new());
    for (place, line) in case.lines(0, main) {
        let by_name = case.claim.names.iter().any(|name| name.in_line(&line.text));
        let near = super::closely(&query, &line.text) >= ABOUT
            && case
                .terms(place)
                .is_some_and(|terms| head.is_none_or(|head| terms.has(head) > 0.0));
        if !by_name && !near {
            continue;
        }
        match line.reading.direction.direction {
            Direction::Violation => against.push(place),
            Direction::Improvement | Direction::Safeguard => good.push(place),
            Direction::NoneReported | Direction::Context => other.push(place),
        }
    }
    let all = good.len() + against.len() + other.len();
    if all == 0 {
        return Some(
            Found::new(
                RULE,
                "No sentence of the report speaks of it as the point does, for good or ill."
                    .to_owned(),
                Vec::new(),
            )
            .says(Verdict::NotInReport, 0.42),
        );
    }
    let (verdict, sure) = match (good.is_empty(), against.is_empty()) {
        (true, true) => (Verdict::NotInReport, 0.4),
        (false, false) => (Verdict::Partly, 0.5),
        (good, _) if good == bad => (Verdict::Partly, 0.45),
        _ => (Verdict::Contradicted, 0.45),
    };
    let message = format!(
        "Sentences on it: {all}; of a violation or failing: {}; of a safeguard or improvement: {}. The word itself is the \
         reply’s.",
        against.len(),
        good.len(),
    );
    // Those that speak for the point first, then one that speaks against it.
    let (for_it, not_for_it) = if bad {
        (against, good)
    } else {
        (good, against)
    };
    let nearest = |mut list: Vec<Place>, count: usize| {
        list.sort_by(|a, b| case.answers(*b).total_cmp(&case.answers(*a)).then(a.cmp(b)));
        list.truncate(count);
        list
    };
    let mut quotes = nearest(for_it, 2);
    quotes.extend(nearest(not_for_it, 1));
    Some(
        Found::new(RULE, message, quotes)
            .says(verdict, sure)
            .first(),
    )
}

/// The word that says what a thing is: "liberalization" in "the liberalization of the press"; without it a sentence
/// speaks of something else.
fn head(thing: &str) -> Option<Term> {
    let mut parts = thing.split(" of ");
    let first = parts.next()?;
    let plain = quoted::plain_words(first);
    let first = match parts.next() {
        Some(second) if cues::any(&plain, LIGHT) => second,
        _ => first,
    };
    let mut last = None;
    each_term(first, |term| last = Some(term));
    last
}

/// The thing judged, and whether it is called bad.
fn judged(text: &str) -> Option<(&str, bool)> {
    let (at, verb) = VERBS
        .iter()
        .filter_map(|verb| text.find(verb).map(|at| (at, *verb)))
        .min()?;
    let (thing, said) = (text.get(..at)?, text.get(at + verb.len()..)?);
    let plain = quoted::plain_words(said);
    // The judgement is all that is said: "is bad", not "is in a bad place because".
    if plain.split_whitespace().count() > 4 {
        return None;
    }
    let denied = cues::any(&plain, &["not bad", "not good", "no good"]);
    match (cues::any(&plain, BAD), cues::any(&plain, GOOD)) {
        (true, _) if !denied => Some((thing, true)),
        (_, true) if !denied => Some((thing, false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::judged;

    #[test]
    fn only_a_bare_judgement_counts() {
        assert_eq!(
            judged("the new court is bad"),
            Some(("the new court", true))
        );
        assert_eq!(
            judged("the vote of the districts is an insufficient measure."),
            Some(("the vote of the districts", true))
        );
        assert_eq!(
            judged("the prisons are good."),
            Some(("the prisons", false))
        );
        assert_eq!(judged("The prisons are not bad."), None);
        assert_eq!(
            judged("The road to the bad mine is long and was built by the state in 1980."),
            None
        );
    }
}
