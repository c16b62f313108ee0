//! A country or capital of the register.

use super::look::{Look, Mention};
use super::vocabulary::{CAPITAL, COUNTRY, SIDE};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "country_or_capital";

/// Every unit of the run that is a country or capital, where nothing else stands in it.
pub(super) fn find(look: &Look<'_>) -> Vec<Mention> {
    let t = look.t;
    if look.all(COUNTRY | CAPITAL) {
        return look
            .capitals()
            .map(|at| Mention::sure(at..t.after(at), NameKind::Place, RULE))
            .collect();
    }
    // "eastern Ghouta" is small; "Northern Ireland", "Central Asia" are one.
    let sided =
        look.all(COUNTRY | CAPITAL | SIDE) && look.any(COUNTRY | CAPITAL) && !look.initial();
    if sided {
        return vec![Mention::sure(look.tokens(), NameKind::Place, RULE)];
    }
    Vec::new()
}
