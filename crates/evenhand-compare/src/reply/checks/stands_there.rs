//! The report says it, in these words or near ones. See `rules/reply/stands_there.md`.

use super::{Case, Found};
use crate::reply::{Kind, Verdict, cues, quoted};
use evenhand_report::Direction;

const RULE: &str = "stands_there";

/// From this share of the point's words on, a line is taken to say it.
const SAYS: f32 = 0.6;

/// And from this share of those that are no names.
const BESIDES: f32 = 0.5;

/// The same where the point speaks of a change for the better and so does the line.
const CHANGED: f32 = 0.4;

/// A change, as reports tell it.
const CHANGES: &[&str] = &[
    "adopted",
    "amendments",
    "amended",
    "increased",
    "took effect",
    "entered into force",
    "introduced",
];

/// Words that leave no exception.
const ABSOLUTE: &[&str] = &[
    "only",
    "never",
    "all",
    "every",
    "always",
    "nobody",
    "none",
    "without exception",
    "not one",
    "completely",
    "exclusively",
];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if !matches!(case.kind, Kind::Wording | Kind::Person | Kind::Organisation) {
        return None;
    }
    let (place, covered) = case
        .best(5)
        .map(|(place, _)| (place, case.covers(place)))
        .max_by(|(a, x), (b, y)| x.total_cmp(y).then(b.cmp(a)))?;
    if covered < SAYS && case.says(cues::CHANGES) {
        let changed = case.best(4).find(|(place, line)| {
            let changes = line.reading.direction.direction == Direction::Improvement
                || cues::any(&quoted::plain_words(&line.text), CHANGES);
            changes && case.covers(*place) >= CHANGED
        });
        return changed.map(|(place, line)| {
            Found::new(
                RULE,
                format!(
                    "The report speaks of a change for the better in the same matter: {}.",
                    line.pin
                ),
                vec![place],
            )
            .says(Verdict::Supported, 0.42)
        });
    }
    let denies = |plain: &str| {
        cues::any(
            plain,
            &["not", "no", "never", "nobody", "none", "nothing", "cannot"],
        )
    };
    let line_plain = case
        .line(place)
        .map_or_else(String::new, |line| quoted::plain_words(&line.text));
    if denies(&case.claim.plain) && !denies(&line_plain) {
        return None;
    }
    // "Only", "never", "all": the report says less.
    let beyond = ABSOLUTE
        .iter()
        .find(|word| cues::has(&case.claim.plain, word) && !cues::has(&line_plain, word));
    if let Some(word) = beyond
        && covered >= SAYS
    {
        return Some(
            Found::new(
                RULE,
                format!("{} says much of it, but not “{word}”.", case.pin(place)),
                vec![place],
            )
            .says(Verdict::Partly, 0.45),
        );
    }
    // A name alone says nothing of its bearer: the other words count by themselves too.
    let mut besides = case.own.clone();
    besides.terms.retain(|(term, _)| !term.capital);
    let besides_names = case.terms(place).map_or(0.0, |terms| besides.share(terms));
    if besides_names < BESIDES && !besides.terms.is_empty() {
        return None;
    }
    (covered >= SAYS && case.own.terms.len() > 2).then(|| {
        Found::new(
            RULE,
            format!(
                "{} has {:.0} percent of what the point says, by the weight of its words.",
                case.pin(place),
                covered * 100.0
            ),
            vec![place],
        )
        .says(Verdict::Supported, 0.4 + (covered - SAYS) / 2.0)
    })
}
