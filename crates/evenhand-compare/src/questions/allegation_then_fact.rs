//! Credited to somebody in one place, stated as fact in another. See
//! `rules/allegation_then_fact.md`.

use super::{Case, speaks_of_law, whole};
use crate::Finding;
use crate::credit::Credit;
use crate::editions::echo::echoes;
use crate::words::{self, Piece};
use evenhand_report::{Direction, SentenceIndex, Stance};

/// A statement shorter than this is a formula rather than an account.
const LEAST_WORDS: usize = 8;

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    let at = |index: SentenceIndex| index.0 as usize;
    let violation = |index| {
        case.readings
            .get(at(index))
            .is_some_and(|reading| reading.direction.direction == Direction::Violation)
    };
    let fact = |index| {
        violation(index)
            && case.credits.get(at(index)) == Some(&Credit::None)
            && long_enough(case.text(index))
            && !case.text(index).contains(" law")
            && !speaks_of_law(case.text(index))
    };
    let credited = |index| {
        case.credits.get(at(index)) == Some(&Credit::Own)
            && case.readings.get(at(index)).is_some_and(|reading| {
                reading.attributions.iter().any(|attribution| {
                    matches!(
                        attribution.stance,
                        Stance::Alleges | Stance::Reports | Stance::Believes
                    )
                })
            })
    };
    echoes(case.report, fact, credited)
        .into_iter()
        .map(|echo| {
            let mut quotes = vec![whole(echo.held), whole(echo.holder)];
            quotes.sort_unstable();
            Finding {
                rule: "allegation_then_fact",
                message: "Nearly the same words stand in the report twice: in one place credited, \
                          in the other as fact."
                    .to_owned(),
                quotes,
                numbers: Vec::new(),
            }
        })
        .collect()
}

fn long_enough(text: &str) -> bool {
    let mut count = 0;
    words::cut(text, |piece, _| count += usize::from(piece == Piece::Word));
    count >= LEAST_WORDS && !text.starts_with('(')
}
