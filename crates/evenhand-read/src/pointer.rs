//! Sentences that only point elsewhere: "See the Department of State's … Report at https://…".
//!
//! A pointer makes no statement about the country, so it is marked and not counted as one. A
//! sentence that says something and then points ("… (see section 6)") is no pointer.

/// Beginnings after which a sentence may still be a mere pointer.
const OPENINGS: &[&str] = &["also", "please", "and", "but", "additionally", "note"];

/// Beginnings of a phrase that says what the pointer is for.
const PURPOSES: &[&str] = &[
    "for more",
    "for further",
    "for additional",
    "for details",
    "for information",
    "for specific",
    "for data",
    "for statistics",
    "for a ",
    "for an ",
    "for the ",
    "for country",
    "for estimates",
    "for previous",
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

/// Verbs that point.
const VERBS: &[&str] = &["see", "refer to", "consult", "visit", "compare", "cf."];

/// Longest pointer, in words; the longest seen names three reports and their addresses.
const MOST_WORDS: usize = 70;

/// Whether a sentence only points elsewhere.
pub(crate) fn is_pointer(sentence: &str) -> bool {
    // Almost every sentence is settled here: a pointer begins in one of few ways.
    let first = sentence
        .trim_start_matches(['(', '[', '“', '"', '*'])
        .as_bytes();
    if !matches!(
        first.first(),
        Some(
            b'S' | b's'
                | b'A'
                | b'a'
                | b'P'
                | b'p'
                | b'F'
                | b'f'
                | b'R'
                | b'r'
                | b'C'
                | b'c'
                | b'V'
                | b'v'
                | b'M'
                | b'm'
                | b'I'
                | b'i'
                | b'E'
                | b'e'
                | b'T'
                | b't'
                | b'N'
                | b'n'
        )
    ) {
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
            let before = rest.get(..at).unwrap_or("");
            // "For more on X, see Y": the verb opens the main clause.
            before.ends_with([',', ' '])
                && (before.trim_end().ends_with([',', ')', '”', '"'])
                    || before.trim_end().ends_with("please")
                    || before.trim_end().ends_with("also"))
                && points(rest.get(at..).unwrap_or(""))
        })
    }) || is_availability(rest)
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

/// "The report is available at https://…".
fn is_availability(rest: &str) -> bool {
    [
        "available at",
        "available online at",
        "be found at",
        "available here",
        "found online at",
    ]
    .iter()
    .any(|words| {
        rest.split_once(words).is_some_and(|(before, after)| {
            let place = after.trim_start_matches([' ', ':']);
            (place.is_empty()
                || place.starts_with("http")
                || place.starts_with("www.")
                || place.starts_with("travel.state"))
                && before.split(' ').count() <= 30
        })
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
            "The law provides for bail.",
        ] {
            assert!(!is_pointer(text), "{text}");
        }
    }
}
