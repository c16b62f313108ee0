//! placeholder
use super::claim::{Claim, Desk};
use super::passages::Evidence;
use super::{Kind, Reason, Verdict};
pub(super) struct Proposed { pub(super) verdict: Verdict, pub(super) confidence: f32, pub(super) reasons: Vec<Reason> }
pub(super) fn propose(_: &Desk<'_>, _: &Claim, kind: Kind, _: &Evidence, reasons: Vec<Reason>) -> Proposed {
    let verdict = match kind { Kind::AboutOtherDocument | Kind::Opinion | Kind::Funding => Verdict::NotCheckable, Kind::Omission => Verdict::Supported, _ => Verdict::Partly };
    Proposed { verdict, confidence: 0.3, reasons }
}
