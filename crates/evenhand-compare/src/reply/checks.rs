//! placeholder
use super::claim::{Claim, Desk};
use super::passages::Evidence;
use super::{Kind, Reason};
/// Pages.
pub const PAGES: &[evenhand_report::RulePage] = &[];
pub(super) fn put(_: &Desk<'_>, _: &Claim, _: Kind, _: &Evidence) -> Vec<Reason> { Vec::new() }
