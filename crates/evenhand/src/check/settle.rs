//! What a register says of a point, joined with what the reports say.
//!
//! In: a point, and a verdict with its sureness out of a register. Out: the point's verdict. A register weighs no
//! more for one side than for the other.

use crate::registers::Quoted;
use evenhand_compare::reply::{Place, Point, Shelf, UNCERTAIN, Verdict};

/// How sure it is where reports and register say opposite things.
const OPPOSED: f32 = 0.45;

/// Joins a register's verdict with the point's own: the same makes it surer, the opposite of a verdict that is not
/// uncertain makes "partly", anything else is taken over.
pub(super) fn settle(point: &mut Point, says: Verdict, sure: f32) {
    let opposed = matches!(
        (point.verdict, says),
        (Verdict::Supported, Verdict::Contradicted) | (Verdict::Contradicted, Verdict::Supported)
    );
    if point.verdict == says {
        point.confidence = point.confidence.max(sure);
    } else if opposed && point.confidence >= UNCERTAIN {
        point.verdict = Verdict::Partly;
        point.confidence = OPPOSED;
    } else if opposed || sure >= UNCERTAIN || point.confidence <= UNCERTAIN {
        point.verdict = says;
        point.confidence = sure;
    } else {
        // An uncertain entry does not overturn what the reports say more surely.
        point.confidence = point.confidence.min(OPPOSED);
    }
}

/// Where a quoted sentence stands on the shelf.
pub(super) fn place(shelf: &Shelf, quote: &Quoted) -> Option<Place> {
    (0..)
        .zip(&shelf.volumes)
        .filter(|(_, volume)| volume.document == quote.document)
        .find_map(|(at, volume)| {
            let line = volume
                .lines
                .iter()
                .position(|line| line.id == quote.sentence_id)?;
            Some(Place {
                volume: at,
                line: u32::try_from(line).ok()?,
            })
        })
}

/// Puts a passage before the others.
pub(super) fn first(point: &mut Point, places: &[Place]) {
    for place in places.iter().rev() {
        point.evidence.retain(|known| known != place);
        point.evidence.insert(0, *place);
    }
    point.evidence.truncate(evenhand_compare::reply::PROPOSED);
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_compare::reply::Kind;
    use evenhand_report::{SentenceIndex, Span};

    fn settled(own: (Verdict, f32), says: Verdict, sure: f32) -> (Verdict, f32) {
        let mut point = Point {
            span: Span::new(0, 1),
            sentence: SentenceIndex(0),
            kind: Kind::Person,
            verdict: own.0,
            confidence: own.1,
            reasons: Vec::new(),
            evidence: Vec::new(),
            repeated: Vec::new(),
        };
        settle(&mut point, says, sure);
        (point.verdict, point.confidence)
    }

    #[test]
    fn a_register_weighs_the_same_for_either_side() {
        let turned = |verdict| match verdict {
            Verdict::Supported => Verdict::Contradicted,
            Verdict::Contradicted => Verdict::Supported,
            same => same,
        };
        for own in Verdict::ALL.iter().copied() {
            for says in [Verdict::Supported, Verdict::Partly, Verdict::Contradicted] {
                for confidence in [0.25, 0.5, 0.8] {
                    for sure in [0.4, 0.75] {
                        let (verdict, now) = settled((own, confidence), says, sure);
                        let other = settled((turned(own), confidence), turned(says), sure);
                        assert_eq!((turned(verdict), now), other);
                    }
                }
            }
        }
    }

    #[test]
    fn what_reports_and_register_say_opposite_things_on_is_partly_and_uncertain() {
        let (verdict, confidence) = settled((Verdict::Supported, 0.8), Verdict::Contradicted, 0.75);
        assert_eq!(verdict, Verdict::Partly);
        assert!(confidence < UNCERTAIN);
        let (verdict, _) = settled((Verdict::Supported, 0.3), Verdict::Contradicted, 0.75);
        assert_eq!(verdict, Verdict::Contradicted);
        let (verdict, confidence) = settled((Verdict::NotInReport, 0.65), Verdict::Supported, 0.4);
        assert_eq!(verdict, Verdict::NotInReport);
        assert!(confidence < UNCERTAIN);
    }
}
