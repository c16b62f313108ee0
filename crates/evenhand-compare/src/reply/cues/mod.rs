//! Phrases by which a reply shows what a point is about.
//!
//! In: words made plain (small letters, parted by single spaces, a space at both ends). Out: whether
//! one of a list of phrases stands in them, whole words only.

mod matters;
mod missing;
mod report;

pub(super) use matters::*;
pub(super) use missing::*;
pub(super) use report::*;

/// Whether one of the phrases stands in plain words.
pub(super) fn any(plain: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has(plain, phrase))
}

/// Whether a phrase stands in plain words; a closing `*` stands for any ending of the last word.
pub(super) fn has(plain: &str, phrase: &str) -> bool {
    let (stem, open) = phrase
        .strip_suffix('*')
        .map_or((phrase, false), |stem| (stem, true));
    let mut rest = plain;
    while let Some(at) = rest.find(stem) {
        let before = rest.get(..at).is_some_and(|text| text.ends_with(' '));
        let after = rest.get(at + stem.len()..).unwrap_or("");
        if before && (open || after.starts_with(' ')) {
            return true;
        }
        rest = after;
    }
    false
}

/// Whether plain words say that something is missing from the report: by one of the phrases, or by a word that denies
/// with a word for a mention shortly after it ("does not care to mention", "not one paragraph is spent on").
pub(super) fn says_missing(plain: &str) -> bool {
    any(plain, MISSING) || {
        let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
        words.iter().enumerate().any(|(at, word)| {
            DENYING.contains(word)
                && words
                    .iter()
                    .skip(at + 1)
                    .take(DENIES)
                    .any(|next| MENTIONING.contains(next))
        })
    }
}

/// The words of the phrases that stand in plain words.
fn words_of<'a>(plain: &'a str, phrases: &[&str]) -> Vec<&'a str> {
    let parts = |phrase: &str, word: &str| {
        phrase.split(' ').any(|part| match part.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => part == word,
        })
    };
    let found: Vec<&&str> = phrases.iter().filter(|phrase| has(plain, phrase)).collect();
    plain
        .split(' ')
        .filter(|word| found.iter().any(|phrase| parts(phrase, word)))
        .collect()
}

/// The stems of the words of the phrases that stand in plain words.
pub(super) fn stems_of(plain: &str, phrases: &[&str]) -> Vec<u64> {
    let mut lower = String::new();
    words_of(plain, phrases)
        .into_iter()
        .map(|word| crate::words::stem(word, &mut lower))
        .collect()
}

/// The articles of the families of rights that plain words name.
pub(super) fn family(plain: &str) -> Vec<u8> {
    FAMILIES
        .iter()
        .filter(|(names, _)| any(plain, names))
        .flat_map(|(_, articles)| *articles)
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_count_unless_left_open() {
        assert!(has(" it is silent on that ", "silent"));
        assert!(!has(" it is silently left ", "silent"));
        assert!(has(" the authors overlooked it ", "overlook*"));
        assert!(!has(" unmentionable ", "mention*"));
    }
}
