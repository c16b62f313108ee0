//! A person after a title or post: "President X", "Education Minister X".

use super::description;
use super::look::{Look, Mention};
use super::vocabulary::{
    ABBREVIATION, ACRONYM, ADJECTIVE, COUNTRY, FUNCTION, GIVEN, LEADER, NO_NAME, PERSON_NOUN,
    PLAIN, TITLE,
};
use evenhand_report::NameKind;
use std::ops::Range;

pub(super) const RULE: &str = "titled";

/// A title group and the person after it.
pub(super) struct Titled {
    /// What stands before the title inside the run: a body or place, perhaps.
    pub before: Range<usize>,
    /// The person.
    pub person: Option<Mention>,
}

/// Splits a run at its last title, if it has one that stands before something.
pub(super) fn split(look: &Look<'_>) -> Option<Titled> {
    let t = look.t;
    // "Sharif Sheikh Ahmed": inside a name these are names.
    let inner = |at: usize| {
        at > look.start
            && matches!(
                t.text(at),
                "Sheikh"
                    | "Shah"
                    | "Sultan"
                    | "Emir"
                    | "Amir"
                    | "Haji"
                    | "Imam"
                    | "King"
                    | "Prince"
                    | "Lama"
                    | "Pastor"
                    | "Bishop"
                    | "Judge"
            )
            && look
                .capitals()
                .take_while(|before| *before < at)
                .any(|before| t.is(before, GIVEN) || look.unknown(before) && t.after(before) == at)
            && t.after(at) < look.end
            && !t.is(at - 1, TITLE)
            && t.lower(look.start.saturating_sub(1))
    };
    let is_title = |at: usize| {
        t.is(at, TITLE) && !inner(at) || at == look.start && look.initial() && t.is(at, PERSON_NOUN)
    };
    let last = look
        .capitals()
        .filter(|at| is_title(*at) && !t.is(*at, GIVEN))
        .last()?;
    // The person begins at the first word after the title that is no ordinary word.
    let part = |at: usize| {
        look.unknown(at) || t.is(at, GIVEN | LEADER | ACRONYM) && !t.is(at, PLAIN & NO_NAME)
    };
    let mut name = last + 1;
    if t.text(name) == "." && t.is(last, ABBREVIATION) {
        name += 1;
    }
    // "Minister of Education X": over the words of the post.
    while name < look.end && !(t.capital(name) && part(name)) {
        name = t.after(name);
    }
    // The first title of the group decides where the description begins.
    let first = look.capitals().find(|at| is_title(*at)).unwrap_or(last);
    if name >= look.end {
        // "Judge Hope": one ordinary word right after a title of address is a last name.
        let lone = last + 1 < look.end
            && t.after(last + 1) == look.end
            && t.is(last + 1, PLAIN)
            && !t.is(last + 1, ADJECTIVE | COUNTRY | FUNCTION | TITLE)
            && matches!(
                t.text(last),
                "President"
                    | "Judge"
                    | "Mr"
                    | "Mrs"
                    | "Ms"
                    | "Senator"
                    | "Dr"
                    | "Pastor"
                    | "Bishop"
                    | "Sheikh"
            );
        if !lone {
            return Some(Titled {
                before: look.start..first,
                person: None,
            });
        }
        name = last + 1;
    }
    let start = description::leftwards(t, look.from, first);
    // At the start of a sentence the run's own first words belong to the description.
    let start = if first > look.start {
        description::leftwards(t, look.from.min(look.start), look.start).min(start)
    } else {
        start
    };
    let person = Mention::sure(name..look.end, NameKind::Person, RULE)
        .described(Some(start..trimmed(look, name)));
    Some(Titled {
        before: look.start..first,
        person: Some(person),
    })
}

/// Without the point of "Dr." and quotation marks before the name.
fn trimmed(look: &Look<'_>, name: usize) -> usize {
    if look.t.text(name - 1) == "“" {
        name - 1
    } else {
        name
    }
}
