//! The verdict that is proposed, out of what the checks found.
//!
//! In: the findings of the checks on a point. Out: a verdict, how sure it is, the reasons, and the
//! passages with those that a check asks for first. A finding that speaks against a point weighs
//! more than one that speaks for it: "supported" is proposed only where no check objects.

use super::checks::Found;
use super::passages::Evidence;
use super::shelf::Place;
use super::{Kind, PROPOSED, Reason, Verdict};

/// What is proposed on a point.
pub(super) struct Proposed {
    pub(super) verdict: Verdict,
    pub(super) confidence: f32,
    pub(super) reasons: Vec<Reason>,
    pub(super) evidence: Vec<Place>,
}

/// So many passages of one check stand before those that the search found.
const FIRST: usize = 4;

/// An objection from this sureness on stands against "supported".
const OBJECTS: f32 = 0.4;

/// Where no check has anything to say: a person must look.
const UNDECIDED: f32 = 0.25;

pub(super) fn propose(kind: Kind, evidence: &Evidence, found: Vec<Found>) -> Proposed {
    let (verdict, confidence) = weigh(kind, &found);
    let mut places: Vec<Place> = Vec::new();
    for place in found
        .iter()
        .filter(|one| one.first)
        .flat_map(|one| one.reason.quotes.iter().take(FIRST))
        .chain(&evidence.places)
    {
        if !places.contains(place) && places.len() < PROPOSED {
            places.push(*place);
        }
    }
    Proposed {
        verdict,
        confidence,
        reasons: found.into_iter().map(|one| one.reason).collect(),
        evidence: places,
    }
}

fn weigh(kind: Kind, found: &[Found]) -> (Verdict, f32) {
    let mut best: Option<(Verdict, f32)> = None;
    for one in found {
        if let Some(verdict) = one.says
            && best.is_none_or(|(_, sure)| one.sure > sure)
        {
            best = Some((verdict, one.sure));
        }
    }
    let Some((verdict, sure)) = best else {
        return match kind {
            Kind::Opinion | Kind::AboutOtherDocument | Kind::Funding | Kind::CrossCountry => {
                (Verdict::NotCheckable, UNDECIDED)
            }
            Kind::Wording
            | Kind::Heading
            | Kind::Figure
            | Kind::Omission
            | Kind::Organisation
            | Kind::Person => (Verdict::Partly, UNDECIDED),
        };
    };
    let against = found
        .iter()
        .filter(|one| {
            matches!(one.says, Some(Verdict::Contradicted | Verdict::Partly)) && one.sure >= OBJECTS
        })
        .map(|one| one.sure)
        .fold(0.0, f32::max);
    if verdict == Verdict::Supported && against > 0.0 {
        return (Verdict::Partly, (sure - against).abs().mul_add(0.5, 0.4));
    }
    (verdict, sure)
}
