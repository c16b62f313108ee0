//! The bodies and persons a sentence defines: an acronym in brackets, a describing word before a name.
//!
//! In: a sentence. Out: definitions for the rest of the report. It reads each sentence for itself.

use super::Definition;
use crate::Scene;
use crate::attribution;
use crate::tokens::{Case, Kind, Words};
use evenhand_report::{Date, SourceKind};

/// The bodies and persons a sentence defines: a name with a short form in brackets, or with the
/// word that says what it is before it.
#[must_use]
pub fn definitions(scene: &Scene<'_>) -> Vec<Definition> {
    let words = scene.words;
    let tokens = words.tokens();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if words.at(at) == "(" && at > 0 {
            if let Some(definition) = bracketed(scene, at) {
                found.push(definition);
            }
        } else if at > 0
            && tokens
                .get(at)
                .is_some_and(|t| t.case != Case::Lower && t.kind == Kind::Word)
            && tokens
                .get(at - 1)
                .is_some_and(|t| t.case == Case::Lower && t.kind == Kind::Word)
            && let Some(kind) = attribution::describing(words, at - 1)
        {
            let end = name_end(words, at);
            // A country or a head of government is who it is without the report's describing it.
            if end == at + 1 && crate::names::is_register(words, at) {
                at = end;
                continue;
            }
            let full = words.span(at, end).of(words.text());
            // "civil society NGOs" defines nobody.
            if end - at <= 7 && full.len() > 3 && !attribution::names_nobody(full) {
                let acronym = if !matches!(
                    kind,
                    SourceKind::Observer | SourceKind::Impersonal | SourceKind::Intergovernmental
                ) && (end - at >= 2 || full.contains(' '))
                    && !crate::names::is_place(words, end - 1)
                    && words.at(at - 1).len() > 3
                    && attribution::is_person_word(words, at - 1)
                {
                    // A person is called by the last name afterwards.
                    let last = words.at(end - 1);
                    last.rsplit(' ').next().unwrap_or(last).to_owned()
                } else {
                    String::new()
                };
                found.push(Definition {
                    acronym,
                    full: full.to_owned(),
                    kind: Some(kind),
                });
            }
            at = end;
            continue;
        } else if let Some(definition) = titled(words, at) {
            found.push(definition);
        }
        at += 1;
    }
    found
}

/// "Interior Minister Ana Lopez": called "Lopez" afterwards. A title with "of" tells no name's beginning.
fn titled(words: &Words, at: usize) -> Option<Definition> {
    let tokens = words.tokens();
    let capital = |k: usize| {
        tokens
            .get(k)
            .is_some_and(|t| t.case == Case::Capital && t.kind == Kind::Word)
    };
    if !capital(at) || !capital(at + 1) || !attribution::is_person_word(words, at) {
        return None;
    }
    let kind = attribution::describing(words, at)?;
    let end = (at + 1..at + 6).find(|k| !capital(*k))?;
    let plain = |k: usize| {
        !attribution::is_person_word(words, k)
            && attribution::describing(words, k).is_none()
            && !crate::names::is_place(words, k)
            && !crate::names::is_register(words, k)
    };
    if end > at + 5 || words.at(end) == "of" || !(at + 1..end).all(plain) {
        return None;
    }
    let last = words.at(end - 1);
    if last.chars().count() < 4 {
        return None;
    }
    Some(Definition {
        acronym: if end > at + 2 {
            last.to_owned()
        } else {
            String::new()
        },
        full: words.span(at + 1, end).of(words.text()).to_owned(),
        kind: Some(kind),
    })
}

/// Where the run of capitalised words from `at` ends: small words inside it belong to it.
fn name_end(words: &Words, at: usize) -> usize {
    let tokens = words.tokens();
    let mut end = at + 1;
    let mut next = end;
    while let Some(token) = tokens.get(next) {
        let capital = token.case != Case::Lower && token.kind == Kind::Word;
        if capital {
            end = next + 1;
        } else if !(matches!(
            words.at(next),
            "of" | "for"
                | "the"
                | "and"
                | "de"
                | "la"
                | "du"
                | "des"
                | "against"
                | "to"
                | "del"
                | "di"
                | "do"
                | "da"
                | "y"
                | "et"
                | "without"
                | "in"
                | "on"
        ) || matches!(words.at(next), "-" | "’s" | "'s" | "’" | "'") && token.glued)
            || next > end + 1
        {
            break;
        }
        next += 1;
    }
    end
}

/// "the National Commission on Human Rights (NCHR)".
fn bracketed(scene: &Scene<'_>, open: usize) -> Option<Definition> {
    let words = scene.words;
    let tokens = words.tokens();
    let mut at = open + 1;
    while matches!(words.at(at), "“" | "\"" | "the" | "or") {
        at += 1;
    }
    let token = tokens.get(at)?;
    let short = words.at(at);
    let letters = short.chars().filter(|ch| ch.is_uppercase()).count();
    if token.kind != Kind::Word
        || letters < 2
        || short.chars().count() > 14
        || token.case == Case::Lower
    {
        return None;
    }
    // "Bosnia and Herzegovina (BiH)" defines no body, "Nongovernmental Organizations (NGOs)" neither.
    if crate::names::is_register(words, at) || attribution::names_nobody(short) {
        return None;
    }
    let mut end = at + 1;
    while matches!(words.at(end), "-" | "/" | "+")
        && tokens.get(end).is_some_and(|token| token.glued)
        && tokens.get(end + 1).is_some_and(|token| token.glued)
    {
        end += 2;
    }
    if !matches!(words.at(end), ")" | "," | ";" | "”" | "\"") {
        return None;
    }
    // The name: the capitalised run that ends before the bracket.
    let mut start = open;
    let mut k = open;
    while k > 0 {
        k -= 1;
        let token = tokens.get(k)?;
        let capital = token.kind == Kind::Word && token.case != Case::Lower;
        if capital
            && (Date::MONTHS.contains(&words.at(k)) || k == 0 && start < open && words.at(1) == ",")
        {
            break;
        } else if capital {
            start = k;
        } else if !(matches!(
            words.at(k),
            "of" | "for"
                | "the"
                | "and"
                | "de"
                | "la"
                | "du"
                | "des"
                | "against"
                | "to"
                | "on"
                | "in"
                | "with"
                | "del"
                | "di"
                | "do"
                | "da"
                | "y"
                | "et"
                | "&"
                | "without"
                | ","
        ) || matches!(words.at(k), "-" | "’s" | "'s" | "’" | "'"))
            || start > k + 3
        {
            break;
        }
    }
    while start < open
        && (matches!(
            words.at(start),
            "The" | "In" | "On" | "According" | "At" | "As" | "NGO" | "CSO"
        ) || words.at(start).starts_with(char::is_lowercase))
    {
        start += 1;
    }
    if start >= open {
        // "nongovernmental organizations (NGOs)" defines no body.
        return None;
    }
    // "Coastal Television’s (CTV)"
    let last = if tokens
        .get(open - 1)
        .is_some_and(|token| token.kind == Kind::Possessive)
    {
        open - 1
    } else {
        open
    };
    if start >= last {
        return None;
    }
    let full = words.span(start, last).of(words.text()).to_owned();
    let kind = attribution::kind_of_name(scene, start, last);
    Some(Definition {
        acronym: words.span(at, end).of(words.text()).to_owned(),
        full,
        kind,
    })
}
