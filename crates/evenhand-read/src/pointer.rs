//! Sentences that only point elsewhere: "See the Department of State's … Report at https://…".
//!
//! A pointer makes no statement about the country, so it is marked and not counted as one. A
//! sentence that says something and then points ("… (see section 6)") is no pointer.

/// Beginnings after which a sentence may still be a mere pointer.
const OPENINGS: &[&str] = &["also", "please", "and", "but", "additionally", "note"];

/// Beginnings of a phrase that says what the pointer is for.
const PURPOSES: &[&str] = &[
    "for ",
    "more information",
    "further information",
    "additional information",
    "information on",
    "information regarding",
    "information about",
    "estimates on",
    "to read",
    "to view",
    "to access",
];

/// The words a pointer without an address begins with.
const FIRST_WORDS: &[&str] = &[
    "see",
    "for",
    "also",
    "please",
    "and",
    "but",
    "additionally",
    "note",
    "more",
    "further",
    "additional",
    "information",
    "estimates",
    "to",
    "refer",
    "consult",
    "visit",
    "compare",
    "cf.",
];

/// Verbs that point.
const VERBS: &[&str] = &["see", "refer to", "consult", "visit", "compare", "cf."];

/// Longest pointer, in words; the longest seen names three reports and their addresses.
const MOST_WORDS: usize = 70;

/// Whether a sentence only points elsewhere.
pub(crate) fn is_pointer(sentence: &str) -> bool {
    if !may_point(sentence) {
        return false;
    }
    let head: String = sentence
        .trim_start_matches(['(', '[', '“', '"', '*'])
        .chars()
        .take(400)
        .flat_map(char::to_lowercase)
        .collect();
    let mut rest = head.as_str();
    loop {
        let trimmed = rest.trim_start_matches([' ', ',', ':']);
        let word = OPENINGS
            .iter()
            .find_map(|word| trimmed.strip_prefix(word))
            .filter(|rest| rest.starts_with([' ', ',', ':']));
        match word {
            Some(after) => rest = after,
            None => {
                rest = trimmed;
                break;
            }
        }
    }
    if sentence.split(' ').count() > MOST_WORDS {
        return false;
    }
    if points(rest) {
        return true;
    }
    let purpose = PURPOSES.iter().any(|start| rest.starts_with(start));
    if !purpose {
        return is_availability(rest);
    }
    VERBS.iter().any(|verb| {
        rest.match_indices(verb).any(|(at, _)| {
            // "For more on crews, see …", "For details see …": the verb opens the main clause.
            let before = rest.get(..at).unwrap_or("");
            let word = before.trim_end().rsplit(' ').next().unwrap_or("");
            before.ends_with(' ')
                && (word.ends_with([',', ')', '”', '"'])
                    || matches!(
                        word,
                        "please" | "also" | "information" | "details" | "detail" | "statistics"
                    ))
                && points(rest.get(at..).unwrap_or(""))
        })
    }) || is_availability(rest)
}

/// Settles almost every sentence without a closer look: a pointer begins with one of few words,
/// or holds an address.
fn may_point(sentence: &str) -> bool {
    let inside = sentence.trim_start_matches(['(', '[', '“', '"', '*']);
    let first = inside.split([' ', ',', ':']).next().unwrap_or("");
    FIRST_WORDS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(first))
        || memchr::memmem::find(sentence.as_bytes(), b"://").is_some()
        || memchr::memmem::find(sentence.as_bytes(), b"www.").is_some()
        || memchr::memmem::find(sentence.as_bytes(), b".gov/").is_some()
}

/// "see …" where what follows is a place and no clause.
fn points(rest: &str) -> bool {
    VERBS.iter().any(|verb| {
        rest.strip_prefix(verb).is_some_and(|after| {
            after.starts_with([' ', ':', ','])
                && !after.contains("; ")
                && !after.trim_start().starts_with("that ")
                && !after.trim_start().starts_with("how ")
        })
    })
}

/// "The report is available at https://…", and a printed address alone.
fn is_availability(rest: &str) -> bool {
    let end = rest.trim_end_matches([' ', '.', ')', ',']);
    let (head, last) = end.rsplit_once(' ').unwrap_or(("", end));
    let address = last.contains("://") || last.starts_with("www.") || last.contains(".gov/");
    if address && (head.is_empty() || head.ends_with(':') && head.len() < 3) {
        return true;
    }
    let found = ["available", "be found", "found online"]
        .iter()
        .find_map(|words| rest.split_once(words));
    found.is_some_and(|(before, after)| {
        before.split(' ').count() <= 30
            && (address
                || ["at", "here", "online at", "at:"]
                    .contains(&after.trim_end_matches(['.', ':', ' ']).trim_start()))
            && after.split(' ').count() <= 10
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers() {
        for text in [
            "See the Bureau’s Annual Digest on Labor at https://example.org/digest.",
            "Also see section 6, Women.",
            "Please see the Digest.",
            "(See section 1.c.)",
            "For more information on fishing crews, see section 7.c.",
            "For further details, please refer to the Digest at www.example.org.",
            "See also the Digest.",
            "Figures on crews are available at: https://example.org/crews.",
            "For details see the Digest.",
            "For matters of bail, see section 1.d.",
            "The Digest, out in May, can be found on its website: https://example.org/digest .",
            "https://example.org/digest/crews .",
        ] {
            assert!(is_pointer(text), "{text}");
        }
    }

    #[test]
    fn statements() {
        for text in [
            "Seeing no way out, the crew left.",
            "For the first time, the court agreed to see the detainees.",
            "Police beat the crew (see section 1.c.).",
            "See no evil was the motto; the court disagreed.",
            "Visitors said the camp was closed.",
            "Free legal aid was available at the border.",
            "For example, the crew came to see a lawyer (see section 1.d.).",
            "Forms were available at all ports in the north, said the union of harbour crews.",
            "The law provides for bail.",
        ] {
            assert!(!is_pointer(text), "{text}");
        }
    }
}
