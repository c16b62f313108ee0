//! "Every", "all", "none": is there an exception? See `rules/reply/not_every_one.md`.

use super::{Case, Found};
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "not_every_one";

const EVERY: &[&str] = &[
    "every",
    "each",
    "all",
    "everywhere",
    "without exception",
    "always",
    "entire",
];

/// Signs of an exception in a line.
const EXCEPT: &[&str] = &[
    "had none",
    "have none",
    "has none",
    "except",
    "not all",
    "did not have",
    "lacked",
    "only some",
    "not every",
    "without a",
];

/// A line speaks of the same matter from this share of the point's words on.
const SAME: f32 = 0.4;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if !matches!(case.kind, Kind::Wording | Kind::Figure | Kind::CrossCountry) || !case.says(EVERY)
    {
        return None;
    }
    for (place, line) in case.best(5) {
        if case.covers(place) < SAME {
            continue;
        }
        let plain = quoted::plain_words(&line.text);
        if cues::any(&plain, EVERY) && !cues::any(&plain, EXCEPT) {
            return Some(
                Found::new(
                    RULE,
                    format!("The report says so of all of them: {}.", line.pin),
                    vec![place],
                )
                .says(Verdict::Supported, 0.6),
            );
        }
        if cues::any(&plain, EXCEPT) || part_of(&plain) {
            return Some(
                Found::new(
                    RULE,
                    format!("The report names an exception: {}.", line.pin),
                    vec![place],
                )
                .says(Verdict::Contradicted, 0.65)
                .first(),
            );
        }
    }
    None
}

/// "two of the 14", "40 of 164".
pub(super) fn part_of(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').collect();
    let number = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty()
            || matches!(
                word,
                "one"
                    | "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "half"
                    | "most"
                    | "some"
            )
    };
    words.windows(4).any(|window| match window {
        [part, "of", "the", whole] => number(part) && number(whole),
        [part, "of", whole, _] => number(part) && number(whole),
        _ => false,
    })
}
