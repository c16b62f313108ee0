//! Number words and ordinals as digits.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const WORDS: &[(u16, &str)] = &[
    (0, "zero"),
    (1, "one first 1st 1st"),
    (2, "two second 2nd"),
    (3, "three third 3rd"),
    (4, "four fourth 4th"),
    (5, "five fifth 5th"),
    (6, "six sixth 6th"),
    (7, "seven seventh 7th"),
    (8, "eight eighth 8th"),
    (9, "nine ninth 9th"),
    (10, "ten tenth 10th"),
    (11, "eleven eleventh 11th"),
    (12, "twelve twelfth 12th"),
    (13, "thirteen thirteenth 13th"),
    (14, "fourteen fourteenth 14th"),
    (15, "fifteen fifteenth 15th"),
    (16, "sixteen sixteenth 16th"),
    (17, "seventeen seventeenth 17th"),
    (18, "eighteen eighteenth 18th"),
    (19, "nineteen nineteenth 19th"),
    (20, "twenty twentieth 20th"),
    (30, "thirty thirtieth 30th"),
    (40, "forty fortieth 40th"),
    (50, "fifty fiftieth 50th"),
    (60, "sixty sixtieth 60th"),
    (70, "seventy seventieth 70th"),
    (80, "eighty eightieth 80th"),
    (90, "ninety ninetieth 90th"),
    (100, "hundred hundredth 100th"),
];

static TABLE: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| super::table(WORDS));

/// The value of a number word.
pub(crate) fn value(word: &str) -> Option<u16> {
    TABLE.get(word).copied().or_else(|| {
        // "21st", "33rd".
        let digits = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))?;
        (!digits.is_empty()
            && digits.len() < 5
            && digits.bytes().all(|digit| digit.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
    })
}

/// Whether a word is written with the letters of Roman numbers and is one up to thirty-nine.
pub(crate) fn roman(word: &str) -> Option<u16> {
    let tens = word.bytes().take_while(|&letter| letter == b'x').count();
    let rest = word.get(tens..)?;
    let ones: u16 = match rest {
        "" => 0,
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
        _ => return None,
    };
    let tens = u16::try_from(tens).ok().filter(|&tens| tens < 4)?;
    Some(tens * 10 + ones).filter(|&value| value > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_ordinals_and_roman_letters_have_values() {
        assert_eq!(value("forty"), Some(40));
        assert_eq!(value("33rd"), Some(33));
        assert_eq!(value("thirst"), None);
        assert_eq!(roman("xiv"), Some(14));
        assert_eq!(roman("mix"), None);
        assert_eq!(roman(""), None);
    }
}
