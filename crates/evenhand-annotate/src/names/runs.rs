//! Runs of words with capitals: where a name may begin and end, before it is known what it names.
//!
//! In: a tagged sentence. Out: runs in order, with the small words inside them ("Ministry of Labor
//! and Social Affairs", "Mohammad bin Faisal"). Lists of names ("Kivu and Ituri") are left apart.

use super::tagged::Tagged;
use super::vocabulary::{
    ABBREVIATION, ACRONYM, ADJECTIVE, BODY_HEAD, COUNTRY, DOCUMENT_HEAD, FUNCTION, GIVEN, JOINER,
    LEADER, OPENER, PARTICLE, PLACE_HEAD, PLAIN, REGISTER, SIDE, TITLE,
};
use crate::tokens::{Case, Kind};

/// Tokens `start..end` that may hold a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

/// Every run of the sentence, in order.
pub(super) fn runs(t: &Tagged<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < t.len() {
        let Some(start) = begins(t, at) else {
            at += 1;
            continue;
        };
        let end = grow(t, at, start);
        if end > at {
            runs.push(Run { start: at, end });
        }
        at = end.max(at + 1);
    }
    runs
}

/// Whether a run begins at `at`; where its first capital word ends.
fn begins(t: &Tagged<'_>, at: usize) -> Option<usize> {
    if t.capital(at) {
        let function = t.tags.get(at)?.initial && t.is(at, FUNCTION);
        // "A Haber", "The Initiative": an article is part of a name only inside a sentence.
        let article = t.is(at, FUNCTION) && !t.capital(at + 1);
        return (!function && !article).then(|| t.after(at));
    }
    // "al-Shabaab".
    if t.lower(at)
        && t.glued(at + 1)
        && t.glued(at + 2)
        && t.text(at + 1) == "-"
        && t.capital(at + 2)
    {
        let article = matches!(
            t.text(at),
            "al" | "el"
                | "ad"
                | "as"
                | "ar"
                | "an"
                | "at"
                | "az"
                | "ash"
                | "ul"
                | "ur"
                | "ed"
                | "es"
                | "et"
        );
        return article.then(|| t.after(at + 2));
    }
    None
}

/// Where the run from `start` ends, whose first word ends at `at`.
fn grow(t: &Tagged<'_>, start: usize, mut at: usize) -> usize {
    let mut slot = false;
    loop {
        let next = glue(t, at)
            .or_else(|| word(t, start, at))
            .or_else(|| if slot { None } else { owned(t, at) })
            .or_else(|| particle(t, start, at));
        if let Some(end) = next {
            at = end;
        } else if let Some(end) = joined(t, start, at) {
            slot = true;
            at = end;
        } else if let Some(end) = listed(t, start, at, slot) {
            at = end;
        } else {
            return at;
        }
    }
}

/// Hyphens, slashes and the points of initials.
fn glue(t: &Tagged<'_>, at: usize) -> Option<usize> {
    if !t.glued(at) {
        return None;
    }
    match t.text(at) {
        "-" | "/" | "‑" | "–" if t.glued(at + 1) && t.capital(at + 1) => Some(t.after(at + 1)),
        // "Val-de-Marne".
        "-" if t.glued(at + 1)
            && t.is(at + 1, PARTICLE | JOINER)
            && t.text(at + 2) == "-"
            && t.glued(at + 3)
            && t.capital(at + 3) =>
        {
            Some(t.after(at + 3))
        }
        "." if t.capital(at + 1) && !t.glued(at + 1) && at > 0 => {
            let short = t.text(at - 1).chars().count() == 1 || t.is(at - 1, ABBREVIATION);
            short.then(|| t.after(at + 1))
        }
        _ => None,
    }
}

/// The next word with a capital.
fn word(t: &Tagged<'_>, start: usize, at: usize) -> Option<usize> {
    if t.capital(at) && !t.tags.get(at)?.initial {
        return Some(t.after(at));
    }
    if t.text(at) == "&" && t.capital(at + 1) {
        return Some(t.after(at + 1));
    }
    // "Cellule d'Ecoute", "Cour l'Appel".
    let token = t.token(at)?;
    let elided = token.kind == Kind::Word
        && token.case == Case::Lower
        && at > start
        && (t.text(at).starts_with("d’") || t.text(at).starts_with("d'"))
        && t.text(at).chars().nth(2).is_some_and(char::is_uppercase);
    // "Nancy al-Haddad".
    let article = t.lower(at)
        && t.text(at + 1) == "-"
        && t.glued(at + 1)
        && t.glued(at + 2)
        && t.capital(at + 2)
        && t.text(at).chars().count() <= 3
        && t.text(at) != "non"
        && t.text(at) != "pro";
    if article {
        return Some(t.after(at + 2));
    }
    elided.then_some(at + 1)
}

/// "Attorney General's Office", "People's Court".
fn owned(t: &Tagged<'_>, at: usize) -> Option<usize> {
    if !t.possessive(at) || at == 0 {
        return None;
    }
    let owner = t.is(at - 1, PLAIN | TITLE | OPENER) && !t.is(at - 1, GIVEN);
    if !owner {
        return None;
    }
    if t.capital(at + 1)
        && t.is(
            at + 1,
            PLAIN | BODY_HEAD | DOCUMENT_HEAD | PLACE_HEAD | ADJECTIVE,
        )
    {
        return Some(t.after(at + 1));
    }
    // "the Attorney General's office".
    (t.is(at - 1, TITLE) && t.text(at + 1) == "office").then_some(at + 2)
}

/// "Mohammad bin Faisal", "San Pedro de Sula", "Correia e Silva".
fn particle(t: &Tagged<'_>, start: usize, at: usize) -> Option<usize> {
    if !t.lower(at) || !t.is(at, PARTICLE) {
        return None;
    }
    let names = !t.is(at - 1, PLAIN | FUNCTION | ADJECTIVE) || t.is(at - 1, BODY_HEAD | SIDE);
    if !names && at - start < 2 {
        return None;
    }
    let mut next = at + 1;
    if t.lower(next) && t.is(next, PARTICLE) {
        next += 1;
    }
    t.capital(next).then(|| t.after(next))
}

/// "Ministry" + "of Justice", "Committee" + "against Torture".
fn joined(t: &Tagged<'_>, start: usize, at: usize) -> Option<usize> {
    if !t.lower(at) || !(t.is(at, JOINER) || matches!(t.text(at), "without" | "by")) {
        return None;
    }
    let joiner = t.text(at);
    let mut next = at + 1;
    let article = matches!(t.text(next), "the" | "all");
    if article {
        next += 1;
    }
    if !t.capital(next) {
        return None;
    }
    let inside = start..at;
    let head = inside.clone().any(|i| t.is(i, BODY_HEAD | DOCUMENT_HEAD));
    let place = inside.clone().any(|i| t.is(i, PLACE_HEAD | SIDE));
    let country = t.is(next, REGISTER);
    let plain = t.is(next, PLAIN | ADJECTIVE | BODY_HEAD | DOCUMENT_HEAD);
    let title = t.is(at - 1, TITLE) && !t.is(at - 1, BODY_HEAD);
    let fits = match joiner {
        "of" if title => plain && !article && !country && !t.is(next, BODY_HEAD | ADJECTIVE),
        "of" => head || place || t.is(at - 1, PLAIN) && plain,
        "to" | "by" => head && t.is(next, PLAIN) && !country && !t.is(next, BODY_HEAD | TITLE),
        "without" | "against" => plain,
        // "for": "Physicians for Human Rights"; "on" only after a head.
        "for" => (head || t.is(at - 1, PLAIN)) && plain && !country,
        _ => head && plain && !country,
    };
    fits.then(|| t.after(next))
}

/// "Labor and Social Affairs", "Police, National Security, and Correctional Services".
fn listed(t: &Tagged<'_>, start: usize, at: usize, slot: bool) -> Option<usize> {
    if t.is(at - 1, REGISTER) && t.text(at) == "and" && slot && t.is(at + 1, COUNTRY) {
        return Some(t.after(at + 1));
    }
    if t.text(at) == "and" || t.text(at) == "&" {
        return piece(t, start, at + 1, slot);
    }
    if t.text(at) != "," || !slot {
        return None;
    }
    let mut end = at;
    for _ in 0..5 {
        if t.text(end) != "," {
            return None;
        }
        if t.text(end + 1) == "and" {
            return piece(t, start, end + 2, slot);
        }
        end = piece(t, start, end + 1, slot)?;
        if t.text(end) == "and" {
            return piece(t, start, end + 1, slot);
        }
    }
    None
}

/// A stretch of ordinary words with capitals that continues the name before it.
fn piece(t: &Tagged<'_>, start: usize, at: usize, slot: bool) -> Option<usize> {
    let mut end = at;
    let mut head = false;
    while t.capital(end) {
        if !t.is(end, PLAIN | ADJECTIVE) || t.is(end, LEADER | COUNTRY | ACRONYM) {
            return None;
        }
        head = t.is(end, BODY_HEAD | DOCUMENT_HEAD);
        end = t.after(end);
    }
    if end == at {
        return None;
    }
    if slot {
        // "Ministry of Justice and National Police" are two.
        let services = matches!(
            t.text(end - 1),
            "Services"
                | "Communications"
                | "Telecommunications"
                | "Immigration"
                | "Investigations"
                | "Youth"
                | "Customs"
                | "Solidarity"
        );
        // "Maintenance of Peace and Order Act": the only head is the last word.
        let lawless = !(start..at - 1).any(|i| t.is(i, BODY_HEAD | DOCUMENT_HEAD));
        return (!head || services || lawless && t.is(end - 1, DOCUMENT_HEAD)).then_some(end);
    }
    // "Environment and Land Court": nothing before is a head, the last word is.
    let ordinary = (start..at - 1)
        .all(|i| t.is(i, PLAIN | ADJECTIVE) && !t.is(i, BODY_HEAD | DOCUMENT_HEAD | TITLE));
    let title = (at..end).any(|i| t.is(i, TITLE));
    (ordinary && (head || title)).then_some(end)
}
