//! Text into words as search knows them: runs of letters and digits, without case and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest word that is kept apart, in bytes; what is longer (a run of symbols, an address without points) is cut.
const LONGEST: usize = 64;

fn is_part(ch: char) -> bool {
    ch.is_alphanumeric() || is_combining_mark(ch)
}

/// Letters that carry no separable mark but are typed without it.
fn plain(ch: char) -> Option<&'static str> {
    Some(match ch {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

fn fold_char(ch: char, folded: &mut String) {
    for ch in ch.to_lowercase().nfkd() {
        if is_combining_mark(ch) {
            continue;
        }
        match plain(ch) {
            Some(text) => folded.push_str(text),
            // Compatibility forms may bring capitals and signs ("㎏", "№").
            None => folded.extend(ch.to_lowercase().filter(|ch| ch.is_alphanumeric())),
        }
    }
}

/// Shows every word of a text, folded, with the bytes it stands at.
pub(crate) fn each<'a>(text: &'a str, mut show: impl FnMut(&str, usize, usize)) {
    let mut folded = String::with_capacity(32);
    let mut start = 0;
    let mut show_word = |folded: &mut String, start: usize, end: usize| {
        if !folded.is_empty() {
            if folded.len() > LONGEST {
                let mut cut = LONGEST;
                while !folded.is_char_boundary(cut) {
                    cut -= 1;
                }
                folded.truncate(cut);
            }
            show(folded, start, end);
            folded.clear();
        }
    };
    let chars: std::str::CharIndices<'a> = text.char_indices();
    for (at, ch) in chars {
        let inside = if ch.is_ascii() {
            ch.is_ascii_alphanumeric()
        } else {
            is_part(ch)
        };
        if !inside {
            show_word(&mut folded, start, at);
            continue;
        }
        if folded.is_empty() {
            start = at;
        }
        if ch.is_ascii() {
            folded.push(ch.to_ascii_lowercase());
        } else {
            fold_char(ch, &mut folded);
        }
    }
    show_word(&mut folded, start, text.len());
}

/// The words of a text, folded.
#[cfg(test)]
pub(crate) fn all(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each(text, |word, _, _| words.push(word.to_owned()));
    words
}

/// A text as its folded words with one space between, for comparing names.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each(text, |word, _, _| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    });
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_are_folded() {
        for (text, words) in [
            ("The Court's 1,500 files", "the court s 1 500 files"),
            ("Ëlvira Ødegård-Łuks", "elvira odegard luks"),
            ("e\u{301}lite", "elite"),
            ("Төреғожина Йод", "төреғожина иод"),
            ("ﬁnancial №", "financial"),
            ("…", ""),
        ] {
            assert_eq!(folded(text), words, "{text}");
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "«Élite» x";
        let mut found = Vec::new();
        each(text, |word, start, end| {
            found.push((
                word.to_owned(),
                text.get(start..end).unwrap_or("?").to_owned(),
            ));
        });
        assert_eq!(
            found,
            [
                ("elite".to_owned(), "Élite".to_owned()),
                ("x".to_owned(), "x".to_owned())
            ]
        );
    }
}
