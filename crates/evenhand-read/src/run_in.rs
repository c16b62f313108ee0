//! Headings that run into the paragraph they head: "Arrest Procedures: The law …".
//!
//! Recognised by how they are set (bold or underlined up to a colon) and, where the page lost that,
//! by their words: short, in title case, up to a colon. "The following: …" is none.

use crate::page::Block;

/// Most words of a heading that is not set off.
const MOST_WORDS: usize = 14;
/// Longest heading, in bytes.
const LONGEST: usize = 130;

/// Words that are small inside a title.
const SMALL_WORDS: &[&str] = &[
    "a", "against", "among", "an", "and", "as", "at", "before", "between", "by", "during", "for",
    "from", "in", "into", "its", "of", "on", "or", "other", "over", "s", "the", "their", "to",
    "toward", "towards", "under", "upon", "versus", "via", "vs", "with", "within", "without",
];

/// Words before a colon that head nothing.
const NO_HEADINGS: &[&str] = &[
    "Answer", "Example", "Examples", "However", "Likewise", "Moreover", "NB", "Note", "Notes",
    "Question", "Source", "Sources", "Thus", "Update", "Warning", "P.S",
];

/// Length in bytes of the heading at the start of a block, its colon included.
pub(crate) fn heading(text: &str, block: &Block) -> Option<usize> {
    let lead = (block.lead as usize).min(text.len());
    set_off(text, lead, block.strong).or_else(|| plain(text))
}

/// Bold or underlined, up to a colon or a full stop.
fn set_off(text: &str, lead: usize, strong: bool) -> Option<usize> {
    let words = text.get(..lead)?;
    if words.is_empty() || lead > LONGEST + 20 || lead == text.len() && !words.ends_with(':') {
        return None;
    }
    let rest = text.get(lead..)?;
    let starts = words.starts_with(|ch: char| ch.is_uppercase() || ch.is_numeric());
    // Several sentences, or the first half of one.
    if !starts || words.contains(". ") || is_no_heading(words) {
        return None;
    }
    if words.ends_with(':') {
        // A whole line of bold up to a colon that is a sentence: "The law says the following:".
        return (strong && is_headline(words) || is_title(words.trim_end_matches(':')))
            .then_some(lead);
    }
    let after_space = rest.trim_start();
    let skipped = rest.len() - after_space.len();
    if let Some(tail) = after_space.strip_prefix(':') {
        return (!tail.starts_with("//") && (strong && is_headline(words) || is_title(words)))
            .then_some(lead + skipped + 1);
    }
    if let Some(title) = words.strip_suffix('.') {
        let next = after_space.starts_with(|ch: char| ch.is_uppercase() || "“\"".contains(ch));
        return (strong && next && is_title(title)).then_some(lead);
    }
    None
}

/// In title case, up to a colon.
fn plain(text: &str) -> Option<usize> {
    let reach = text
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST)
        .find(|(_, ch)| matches!(ch, ':' | '.' | '!' | '?' | '\n'))?;
    let (at, ':') = reach else { return None };
    let rest = text.get(at + 1..)?;
    let space = rest.starts_with(char::is_whitespace);
    let next = rest.trim_start().chars().next()?;
    if !space || next.is_lowercase() {
        return None;
    }
    let words = text.get(..at)?.trim_end();
    (is_title(words) && !is_no_heading(words) && !is_work(words)).then_some(at + 1)
}

/// The title of a work, or the beginning of a sentence with one: "According to …", "… Annual Report".
fn is_work(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or("");
    let last = words.rsplit(' ').next().unwrap_or("");
    let opens_sentence = matches!(
        first,
        "According" | "For" | "In" | "On" | "See" | "From" | "At"
    );
    let numbered = words.contains("’s ") && words.contains(|ch: char| ch.is_ascii_digit())
        || last.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    opens_sentence || numbered || matches!(last, "Report" | "Reports" | "Survey" | "Index")
}

/// Bold words that are short, or capitals for the most part: a bold sentence is no heading.
fn is_headline(words: &str) -> bool {
    let long: Vec<&str> = words
        .split(' ')
        .filter(|word| word.chars().count() > 3)
        .collect();
    let capitals = long
        .iter()
        .filter(|word| word.chars().any(char::is_uppercase))
        .count();
    long.len() <= 4 || capitals * 2 >= long.len()
}

fn is_no_heading(words: &str) -> bool {
    let words = words.trim_end_matches([':', ' ']);
    NO_HEADINGS.contains(&words)
}

/// Every word but the small ones begins with a capital or a digit.
fn is_title(words: &str) -> bool {
    let mut count = 0;
    let mut first = true;
    for word in words.split([' ', '/', '-', '–', '—', '\u{a0}']) {
        let word = word.trim_matches(|ch: char| !ch.is_alphanumeric());
        let Some(letter) = word.chars().next() else {
            continue;
        };
        count += 1;
        let title = letter.is_uppercase() || letter.is_ascii_digit();
        if !title && (first || !SMALL_WORDS.contains(&word)) {
            return false;
        }
        first = false;
    }
    (1..=MOST_WORDS).contains(&count)
        && words.chars().filter(|ch| ch.is_alphabetic()).count() > 2
        && words.starts_with(|ch: char| ch.is_uppercase() || ch.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_report::{PassageKind, Span};

    fn of(text: &str, lead: &str) -> String {
        let block = Block {
            kind: PassageKind::Paragraph,
            span: Span::new(0, text.len()),
            lead: lead.len() as u32,
            strong: !lead.is_empty(),
            links: Vec::new(),
        };
        heading(text, &block)
            .and_then(|len| text.get(..len))
            .unwrap_or("")
            .to_owned()
    }

    #[test]
    fn headings_set_off() {
        assert_eq!(of("Bail Terms: The law", "Bail Terms:"), "Bail Terms:");
        assert_eq!(of("Bail terms : The law", "Bail terms"), "Bail terms :");
        assert_eq!(of("Bail Terms. The law", "Bail Terms."), "Bail Terms.");
        assert_eq!(of("Bail Terms:The law", "Bail Terms:"), "Bail Terms:");
    }

    #[test]
    fn headings_in_title_case() {
        for (text, heading) in [
            (
                "Treatment of Witnesses: They were heard.",
                "Treatment of Witnesses:",
            ),
            (
                "Press and Media, Including Online Media: Some",
                "Press and Media, Including Online Media:",
            ),
            (
                "Early and Forced Marriage : The age",
                "Early and Forced Marriage :",
            ),
            (
                "Female Cutting (FGM/C): No cases",
                "Female Cutting (FGM/C):",
            ),
        ] {
            assert_eq!(of(text, ""), heading, "{text}");
        }
    }

    #[test]
    fn no_headings() {
        for (text, lead) in [
            ("The following: One and two.", ""),
            ("Significant issues included: Torture.", ""),
            ("The Nordavia Gazette reported: It rained.", ""),
            ("See the Annual Report at https://example.org/a.", ""),
            ("Note: The area was closed.", ""),
            ("Gazette of Nordavia wrote that", "Gazette of Nordavia"),
            ("The court ruled on Section 5. Police: none", ""),
            ("Article 3: bail", ""),
            (
                "According to the Harbour Digest: The Crews of Nordavia was read.",
                "",
            ),
            ("Watch’s 2016 Digest: The Isles were quiet.", ""),
            (
                "Nearly every harbour must keep a ledger by law: The ports did.",
                "Nearly every harbour must keep a ledger by law:",
            ),
        ] {
            assert_eq!(of(text, lead), "", "{text}");
        }
    }
}
