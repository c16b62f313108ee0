//! What the program knows and shows on request: the pages of its rules, the register of countries.

use evenhand_report::RulePage;
use evenhand_report::country::{Countries, Country};

/// The page of every rule, model and test, by family, in a stable order.
pub fn rules() -> impl Iterator<Item = &'static RulePage> {
    evenhand_annotate::rules()
        .chain(evenhand_compare::questions::PAGES)
        .chain(evenhand_compare::reply::PAGES)
        .chain(crate::check::PAGES)
}

/// The page of one rule; none where no rule has that name.
#[must_use]
pub fn explain(rule: &str) -> Option<&'static RulePage> {
    rules().find(|page| page.name == rule)
}

/// Every country of the register, by name.
#[must_use]
pub fn countries() -> &'static [Country] {
    Countries::register().all()
}
