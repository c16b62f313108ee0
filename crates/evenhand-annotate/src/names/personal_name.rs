//! A person by the shape of the name: a first name, an initial, "bin", two words in no list.

use super::look::{Look, Mention};
use super::vocabulary::{
    ACRONYM, ADJECTIVE, BODY_HEAD, COUNTRY, DETERMINER, GIVEN, PLACE_HEAD, PLAIN,
};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "personal_name";

/// A run with the shape of a personal name.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    let count = look.capitals().count();
    if look.last_before().is_some_and(|at| t.is(at, DETERMINER)) && !t.is(look.start, GIVEN) {
        return None;
    }
    let first = look.capitals().next()?;
    let given = t.is(first, GIVEN);
    let person = || Mention::sure(look.tokens(), NameKind::Person, RULE);
    if given && count >= 2 {
        let rest = look
            .capitals()
            .skip(1)
            .all(|at| !t.is(at, COUNTRY | BODY_HEAD | PLACE_HEAD | ACRONYM) || look.unknown(at));
        // "Jean DUPONT" is one person; "Maria Foundation" was a body before this rule.
        return (rest || count == 2 && t.is(first + 1, ACRONYM)).then(person);
    }
    if given && count == 1 {
        let alone = !t.is(first, PLAIN | ADJECTIVE) && !look.initial();
        return alone.then(|| Mention::likely(look.tokens(), NameKind::Person, RULE));
    }
    let initial = look
        .capitals()
        .any(|at| t.text(at).chars().count() == 1 && t.text(at + 1) == ".");
    let linked = look.words().any(|at| {
        t.lower(at)
            && matches!(
                t.text(at),
                "bin"
                    | "ibn"
                    | "bint"
                    | "ould"
                    | "mint"
                    | "van"
                    | "von"
                    | "ben"
                    | "abu"
                    | "e"
                    | "der"
            )
    });
    let plain = look.capitals().filter(|at| t.is(*at, PLAIN)).count();
    let middle = look
        .capitals()
        .skip(1)
        .any(|at| t.is(at, GIVEN) && !t.is(at, PLAIN));
    (count >= 2 && plain == 0 && (initial || linked || middle)).then(person)
}
