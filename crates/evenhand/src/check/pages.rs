//! The pages of what registers say to a point; each rule has its page in `rules/check/`.

use evenhand_report::{Family, RulePage};

macro_rules! pages {
    ($($name:literal),+ $(,)?) => {
        /// The pages of the rules by which registers are laid beside points.
        pub const PAGES: &[RulePage] = &[$(RulePage {
            name: $name,
            family: Family::Check,
            page: include_str!(concat!("../../rules/check/", $name, ".md")),
        }),+];
    };
}

pages![
    "listed_in_register",
    "dates_in_order",
    "measure_in_register"
];
