//! Phrases in quotation marks, and where they stand letter by letter.
//!
//! In: a text. Out: the spans inside its quotation marks, and whether a line holds a phrase word by
//! word, whatever its capitals and marks.

use evenhand_report::Span;

/// The words inside each pair of quotation marks, in order, without a closing point or comma.
pub(super) fn phrases(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, ch) in text.char_indices() {
        match (open, ch) {
            (None, '"' | '“' | '„' | '«') => open = Some((at + ch.len_utf8(), ch)),
            (Some((start, _)), '"' | '”' | '»' | '“') => {
                let inner = text.get(start..at).unwrap_or("");
                let kept = inner.trim_end_matches(['.', ',', ';', '!', '?', ' ']);
                if kept.chars().any(char::is_alphabetic) {
                    found.push(Span::new(start, start + kept.len()));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// The words of a text in small letters, parted by single spaces, with a space at both ends.
pub(super) fn plain_words(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 2);
    plain.push(' ');
    for ch in text.chars() {
        if ch.is_alphanumeric() {
            plain.extend(ch.to_lowercase());
        } else if ch == '\u{ad}' {
            // A soft hyphen shows nothing.
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    plain
}

/// Whether a text holds a phrase (made ready by [`plain_words`]) word by word.
pub(super) fn holds(text: &str, phrase: &str) -> bool {
    phrase.len() > 2 && plain_words(text).contains(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_what_stands_between_the_marks() {
        let text = "He wrote of a \"serious setback\" and now finds “no marked change.”";
        let words: Vec<&str> = phrases(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(words, ["serious setback", "no marked change"]);
        assert!(phrases("an open \"mark").is_empty());
        assert!(phrases("\"...\"").is_empty());
    }

    #[test]
    fn capitals_and_marks_do_not_part_a_phrase() {
        let phrase = plain_words("No marked change");
        assert!(holds("The year brought no marked\u{a0}change.", &phrase));
        assert!(!holds("The year brought no marked changes.", &phrase));
        assert!(!holds("anything", &plain_words("")));
    }
}
