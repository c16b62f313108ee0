//! Any script to lower-case Latin letters, so that names can be laid beside each other.
//!
//! In: a character or a text. Out: ASCII letters and digits. Russian, Kazakh, Ukrainian, Belarusian and Serbian letters go by a
//! table of our own (the way passports and news agencies write them); every other script goes by `any_ascii`. Nothing
//! is judged here: which spellings are the same is the skeleton's business.

/// What a script writes, as far as comparing letter by letter hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin letters, with or without accents; digits too.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// A script that leaves short vowels out: Arabic, Hebrew.
    Consonants,
    /// A script of which one character is a whole syllable or word: Chinese, Korean, Japanese.
    Syllables,
    /// Any other alphabet.
    Other,
}

impl Script {
    /// The script of a character; none for digits, marks and signs that every script shares.
    #[must_use]
    pub fn of(ch: char) -> Option<Self> {
        Some(match u32::from(ch) {
            _ if ch.is_ascii_alphabetic() => Self::Latin,
            0x00C0..=0x024F | 0x1E00..=0x1EFF if ch.is_alphabetic() => Self::Latin,
            0x0400..=0x052F | 0x1C80..=0x1C8F => Self::Cyrillic,
            0x0590..=0x06FF
            | 0x0750..=0x077F
            | 0x08A0..=0x08FF
            | 0xFB1D..=0xFDFF
            | 0xFE70..=0xFEFC => Self::Consonants,
            0x1100..=0x11FF
            | 0x3040..=0x30FF
            | 0x3130..=0x318F
            | 0x3400..=0x9FFF
            | 0xAC00..=0xD7AF
            | 0xF900..=0xFAFF
            | 0x20000..=0x3FFFF => Self::Syllables,
            _ if ch.is_alphabetic() => Self::Other,
            _ => return None,
        })
    }

    /// The word for it in explanations.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Cyrillic => "Cyrillic",
            Self::Consonants => "consonantal",
            Self::Syllables => "syllabic",
            Self::Other => "other",
        }
    }
}

/// Cyrillic letters from U+0430 on: Russian in the order of the alphabet.
const RUSSIAN: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
];

/// A lower-case Cyrillic letter; none where the table does not hold it.
fn cyrillic(ch: char) -> Option<&'static str> {
    let at = u32::from(ch).wrapping_sub(0x0430) as usize;
    if let Some(letters) = RUSSIAN.get(at) {
        return Some(letters);
    }
    Some(match ch {
        'ё' => "yo",
        // Kazakh, as in the passports of the country's citizens.
        'ә' => "a",
        'ғ' | 'ґ' => "g",
        'қ' | 'ҡ' => "k",
        'ң' => "n",
        'ө' => "o",
        'ұ' | 'ү' => "u",
        'һ' | 'ҳ' => "h",
        // Ukrainian, Belarusian, and the southern alphabets.
        'і' => "i",
        'ї' => "yi",
        'є' => "ye",
        'ў' => "u",
        'ђ' | 'џ' => "dzh",
        'ѓ' => "gj",
        'ј' => "y",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "ch",
        'ќ' => "kj",
        'ѕ' => "dz",
        'җ' | 'ҷ' => "j",
        _ => return None,
    })
}

/// Appends a character as lower-case ASCII letters and digits. What has no letters (marks, signs) appends nothing.
pub fn push(ch: char, out: &mut String) {
    if ch.is_ascii() {
        if ch.is_ascii_alphanumeric() {
            out.push(ch.to_ascii_lowercase());
        }
        return;
    }
    for low in ch.to_lowercase() {
        if let Some(letters) = cyrillic(low) {
            out.push_str(letters);
        } else if low == 'ı' {
            out.push('i');
        } else {
            let plain = any_ascii::any_ascii_char(low);
            out.extend(
                plain
                    .chars()
                    .filter(char::is_ascii_alphanumeric)
                    .map(|letter| letter.to_ascii_lowercase()),
            );
        }
    }
}

/// A text in Latin letters: words keep their borders, everything else that is not a letter or digit goes.
#[must_use]
pub fn romanise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        if ch.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            push(ch, &mut out);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_and_kazakh_letters_are_written_as_in_passports() {
        assert_eq!(romanise("Жанна Щукина"), "zhanna shchukina");
        assert_eq!(romanise("Әсел Өтегенқызы"), "asel otegenkyzy");
    }

    #[test]
    fn other_scripts_become_latin_letters() {
        assert_eq!(romanise("Ελένη"), "eleni");
        assert_eq!(romanise("Müller  Ångström"), "muller angstrom");
    }
}
