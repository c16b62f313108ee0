//! Names of a reply found in a report in another spelling.
//!
//! In: a name as the reply writes it, and a line. Out: whether the line names the same. Letters that
//! transliterations exchange are made one before names are compared; a score with its explanation
//! is the business of `evenhand-names`.

use crate::words::{self, Piece};

/// A word of a name in the letters that all its spellings share.
pub(super) fn plain(word: &str) -> String {
    let mut letters = String::new();
    for ch in word.chars().flat_map(char::to_lowercase) {
        let same = match ch {
            'а' | 'ә' | 'á' | 'à' | 'ä' | 'â' | 'ã' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ғ' => "g",
            'д' => "d",
            'е' | 'э' | 'ё' | 'é' | 'è' | 'ê' | 'ë' => "e",
            'ж' => "zh",
            'з' => "z",
            'и' | 'й' | 'і' | 'ы' | 'í' | 'ï' | 'ı' => "i",
            'к' | 'қ' => "k",
            'л' => "l",
            'м' => "m",
            'н' | 'ң' | 'ñ' => "n",
            'о' | 'ө' | 'ó' | 'ö' | 'ô' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' | 'ұ' | 'ү' | 'ú' | 'ü' => "u",
            'ф' => "f",
            'х' | 'һ' => "kh",
            'ц' => "ts",
            'ч' => "ch",
            'ш' | 'ş' | 'š' => "sh",
            'щ' => "sh",
            'ю' => "iu",
            'я' => "ia",
            'ь' | 'ъ' | '\'' | '’' | 'ʼ' | '-' => "",
            'ž' => "zh",
            'č' | 'ç' => "ch",
            other => {
                letters.push(other);
                continue;
            }
        };
        letters.push_str(same);
    }
    // Exchanged from spelling to spelling: y and j and i; kh and h; dzh, zh and j; iye and ie; double letters.
    let mut plain = letters
        .replace("dzh", "zh")
        .replace("kh", "h")
        .replace("ck", "k")
        .replace('q', "k")
        .replace('w', "v")
        .replace("zh", "j")
        .replace(['y', 'j'], "i");
    for (from, to) in [
        ("iie", "ie"),
        ("iia", "ia"),
        ("iio", "io"),
        ("iiu", "iu"),
        ("ii", "i"),
    ] {
        plain = plain.replace(from, to);
    }
    let mut last = None;
    plain.retain(|ch| {
        let again = last == Some(ch);
        last = Some(ch);
        !again
    });
    plain
}

/// Whether two words of names in plain letters are spellings of one: all the same, or one letter
/// exchanged, left out or added after the first in words of five letters and more.
pub(super) fn same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len().min(b.len()) < 5 || a.first() != b.first() || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let end = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let shorter = a.len().min(b.len());
    start + end.min(shorter - start) + 1 >= a.len().max(b.len())
}

/// A name of the reply, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// As the reply writes it.
    pub(super) text: String,
    /// Its words in plain letters, initials left out; the last is the family name or the only one.
    words: Vec<String>,
    /// The first letters of a body's words, three or more, as reports shorten them.
    acronym: Option<String>,
    /// A person, of whom the family name is enough.
    pub(super) person: bool,
}

impl Name {
    pub(super) fn new(text: &str, person: bool) -> Self {
        let mut list = Vec::new();
        words::cut(text, |piece, span| {
            let word = span.of(text);
            let small = matches!(word, "of" | "the" | "for" | "and" | "in" | "on");
            if piece == Piece::Word && word.chars().count() > 1 && !small {
                list.push(plain(word));
            }
        });
        let letters: String = text
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .filter(|ch| ch.is_uppercase())
            .collect();
        Self {
            acronym: (!person && letters.chars().count() > 2).then_some(letters),
            text: text.to_owned(),
            words: list,
            person,
        }
    }

    /// Its last word as written, the family name of a person.
    pub(super) fn family(&self) -> &str {
        self.text
            .split_whitespace()
            .next_back()
            .unwrap_or(&self.text)
    }

    /// Whether there is anything to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.words
            .last()
            .is_none_or(|word| word.chars().count() < 3)
    }

    /// Whether a line names it.
    pub(super) fn in_line(&self, text: &str) -> bool {
        let Some(last) = self.words.last() else {
            return false;
        };
        // Cheap test first: names begin with a capital, and share their first letter.
        let mut found = Vec::new();
        let mut short = false;
        words::cut(text, |piece, span| {
            let word = span.of(text);
            if piece == Piece::Word && word.starts_with(char::is_uppercase) {
                let bare = word
                    .strip_suffix("'s")
                    .or_else(|| word.strip_suffix("’s"))
                    .unwrap_or(word);
                short |= self.acronym.as_deref() == Some(bare);
                found.push(plain(bare));
            }
        });
        if short {
            return true;
        }
        if self.person {
            found.iter().any(|word| same(last, word))
        } else {
            self.words
                .iter()
                .all(|wanted| found.iter().any(|word| same(wanted, word)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (one, other) in [
            ("Ostavaj", "Ostavay"),
            ("Ostavai", "Ostavaj"),
            ("Reshketi", "Решкети"),
            ("Korsdiyev", "Korsdiev"),
            ("Jumagul", "Zhumagul"),
            ("Dorekhova", "Dorehova"),
            ("Tarevojina", "Tarevojena"),
        ] {
            assert!(same(&plain(one), &plain(other)), "{one} {other}");
        }
    }

    #[test]
    fn other_names_do_not() {
        for (one, other) in [
            ("Vashtai", "Lovesta"),
            ("Kelm", "Kels"),
            ("Marin", "Darin"),
            ("Reshketi", "Reshken"),
        ] {
            assert!(!same(&plain(one), &plain(other)), "{one} {other}");
        }
    }

    #[test]
    fn a_person_is_found_by_family_name_and_a_body_by_all_its_words() {
        let person = Name::new("T. Reshketi", true);
        assert!(person.in_line("The banker Tolmai Reshketi’s house was searched."));
        assert!(!person.in_line("The banker was searched."));
        let body = Name::new("Constitutional Court", false);
        assert!(body.in_line("In January the Constitutional Court resumed its work."));
        assert!(!body.in_line("The Supreme Court heard the case."));
    }
}
