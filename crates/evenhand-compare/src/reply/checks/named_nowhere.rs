//! A person or body that the reports do not name. See `rules/reply/named_nowhere.md`.

use super::{Case, Found, listed};
use crate::reply::query::Query;
use crate::reply::{Kind, Verdict, cues};

const RULE: &str = "named_nowhere";

/// Ties of the heart and dealings that no report would contain.
const PRIVATE: &[&str] = &[
    "friend*",
    "relations with",
    "loves",
    "secretly",
    "behind the scenes",
    "does not notice",
    "colleagues",
];

/// From this share of the point's other words on, a line that has the name speaks of the same.
const SAME: f32 = 0.35;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if !matches!(case.kind, Kind::Person | Kind::Organisation) {
        return None;
    }
    if case.says(PRIVATE) {
        return Some(
            Found::new(
                RULE,
                "It speaks of dealings between persons or offices that the reports do not show."
                    .to_owned(),
                Vec::new(),
            )
            .says(Verdict::NotCheckable, 0.55),
        );
    }
    if case.kind != Kind::Person || cues::any(&case.claim.plain, &["list", "lists", "inclusion"]) {
        return None;
    }
    let names: Vec<_> = case
        .claim
        .names
        .iter()
        .chain(
            case.claim
                .names_near
                .iter()
                .filter(|_| case.claim.names.is_empty()),
        )
        .filter(|name| name.person)
        .collect();
    if names.is_empty() {
        return None;
    }
    let mut with_name = Vec::new();
    for (at, volume) in case.desk.shelf.editions() {
        for (place, line) in case.lines(at, volume) {
            if names.iter().any(|name| name.in_line(&line.text)) {
                with_name.push(place);
            }
        }
    }
    let told: Vec<String> = names.iter().map(|name| name.text.clone()).collect();
    if with_name.is_empty() {
        return Some(
            Found::new(
                RULE,
                format!(
                    "{} is named in none of the {} editions at hand, in any spelling tried.",
                    listed(&told),
                    case.desk.shelf.editions().len()
                ),
                Vec::new(),
            )
            .says(Verdict::NotInReport, 0.65),
        );
    }
    // The name itself is not what is said of its bearer.
    let mut own = Query::default();
    own.words(&case.claim.text, 1.0, &case.desk.rarity, &|term| {
        term.capital || case.desk.is_home(term.stem)
    });
    let best = with_name
        .iter()
        .filter_map(|place| case.terms(*place))
        .map(|terms| own.share(terms))
        .fold(0.0, f32::max);
    with_name.truncate(3);
    (best < SAME).then(|| {
        Found::new(
            RULE,
            format!(
                "{} is named, but no sentence that names him, her or it says this.",
                listed(&told)
            ),
            with_name,
        )
        .says(Verdict::NotInReport, 0.5)
    })
}
