//! A sentence with its names and numbers masked, so that what countries share can be seen.
//!
//! In: a sentence. Out: its exact key, its masked form in words for people, the key of that form,
//! and the hashes of its runs of three stems. Names are told by their capitals and by the register
//! of countries; a run of capitalised words ("the Ministry of the Interior") is one name. Acronyms
//! of groups, illnesses and world bodies that every report uses stay as they are.

use crate::words::{self, Key, KeyMap, Piece, stem};
use evenhand_report::Span;
use evenhand_report::country::Countries;
use std::sync::LazyLock;

/// How a masked name is written.
pub const NAME: &str = "[name]";
/// How a masked number is written.
pub const NUMBER: &str = "[number]";

/// A sentence made ready for comparing across reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// Key of the words as printed, typography aside.
    pub exact: u64,
    /// The masked sentence, for people.
    pub text: String,
    /// Key of the masked sentence.
    pub key: u64,
    /// Hashes of runs of three masked stems, sorted, each once. Stems are blind to tense.
    pub shingles: Vec<u32>,
    /// How many words it has, a masked run being one.
    pub words: u32,
}

/// Words a sentence may open with whose capital says nothing.
const OPENERS: &str = "the a an in on at of for from by to as and but or nor if while when where \
    although though however since during after before under among according there some many most \
    several few no not all any each every both either neither such other another this that these \
    those it its he his she her they their we our what which who whose one two three four five six \
    seven eight nine ten additionally also because between despite due instead persons persons' \
    women men children girls boys prisoners detainees police authorities government civil \
    human international local domestic national media media's press employers workers labor \
    nongovernmental political security with without within";
/// Small words that hold a name together between capitals.
const INSIDE: &str = "of for de la le del da dos du des al el the on bin von van y";
/// Words for numbers.
const NUMERALS: &str = "two three four five six seven eight nine ten eleven twelve thirteen fourteen \
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety \
    hundred hundreds thousand thousands million millions billion dozen dozens";
/// Capitalised words that are the same in every report.
const COMMON: &str = "NGO NGOs HIV AIDS LGBT LGBTI LGBTQ LGBTQI LGBTQ+ LGBTQI+ COVID-19 UN UNHCR \
    UNICEF ILO IOM ICRC UNFPA WHO I Jews Jewish Holocaust Internet Roma Christians Christian Muslims Muslim";

fn set(words: &str) -> KeyMap<()> {
    words
        .split_whitespace()
        .map(|word| (words::exact_key(word), ()))
        .collect()
}

static OPENS: LazyLock<KeyMap<()>> = LazyLock::new(|| set(OPENERS));
static HOLDS: LazyLock<KeyMap<()>> = LazyLock::new(|| set(INSIDE));
static NUMBERS: LazyLock<KeyMap<()>> = LazyLock::new(|| set(NUMERALS));
static SHARED: LazyLock<KeyMap<()>> = LazyLock::new(|| set(COMMON));

/// Names of one word: of a country, its people or its capital, in any edition.
static PLACES: LazyLock<KeyMap<()>> = LazyLock::new(|| {
    Countries::register()
        .all()
        .iter()
        .flat_map(|country| {
            [&country.name]
                .into_iter()
                .chain(&country.names)
                .chain(&country.adjectives)
                .chain(&country.capitals)
        })
        // Names of several words are told by their second capital.
        .filter(|name| name.chars().count() > 2 && !name.contains(char::is_whitespace))
        .map(|word| (words::exact_key(word), ()))
        .collect()
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    Number,
    Word(Span),
    Mark(Span),
}

/// Masks a sentence.
#[must_use]
pub fn mask(sentence: &str) -> Masked {
    let parts = parts(sentence);
    let mut text = String::with_capacity(sentence.len());
    let mut lower = String::new();
    let mut stems: Vec<u64> = Vec::with_capacity(parts.len());
    let mut key = Key::new();
    let mut spaced = 0_u32;
    for (at, part) in parts.iter().enumerate() {
        let (word, span) = match part {
            Part::Name => (NAME, None),
            Part::Number => (NUMBER, None),
            Part::Word(span) | Part::Mark(span) => (span.of(sentence), Some(*span)),
        };
        let glued = match part {
            Part::Mark(_) => !matches!(word, "(" | "“" | "\"" | "$" | "[" | "–" | "—"),
            Part::Name | Part::Number | Part::Word(_) => false,
        };
        let opened = span.is_some_and(|span| span.start == spaced) && at > 0;
        if at > 0 && !glued && !(opened && text.ends_with(['(', '“', '$', '[', '/', '"'])) {
            text.push(' ');
        }
        spaced = span.map_or(spaced, |span| span.end);
        text.push_str(word);
        match part {
            Part::Name => stems.push(NAME_STEM),
            Part::Number => stems.push(words::NUMBER),
            Part::Word(_) => stems.push(stem(word, &mut lower)),
            // Commas come and go with names in a list and say little.
            Part::Mark(_) => {}
        }
        if !matches!(part, Part::Mark(_)) {
            for ch in word.chars().flat_map(char::to_lowercase) {
                key.char(if matches!(ch, '’' | '‘' | 'ʼ') {
                    '\''
                } else {
                    ch
                });
            }
            key.byte(b' ');
        }
    }
    Masked {
        exact: words::exact_key(sentence),
        text,
        key: key.done(),
        shingles: shingles(&stems),
        words: u32::try_from(stems.len()).unwrap_or(u32::MAX),
    }
}

/// What every masked name counts as.
const NAME_STEM: u64 = 0x6e61_6d65;

fn parts(sentence: &str) -> Vec<Part> {
    let mut pieces = Vec::new();
    words::cut(sentence, |piece, span| pieces.push((piece, span)));
    let mut parts: Vec<Part> = Vec::with_capacity(pieces.len());
    let mut first_word = true;
    let mut at = 0;
    while let Some((piece, span)) = pieces.get(at).copied() {
        let word = span.of(sentence);
        at += 1;
        match piece {
            Piece::Number => push_masked(&mut parts, Part::Number),
            Piece::Mark => parts.push(Part::Mark(span)),
            Piece::Word => {
                let opens = std::mem::take(&mut first_word);
                if is_numeral(word) {
                    push_masked(&mut parts, Part::Number);
                } else if is_name(
                    word,
                    opens,
                    pieces.get(at).map(|(_, next)| next.of(sentence)),
                ) {
                    at = end_of_name(sentence, &pieces, at);
                    push_masked(&mut parts, Part::Name);
                } else {
                    parts.push(Part::Word(span));
                }
            }
        }
    }
    parts
}

/// A name after a name, a number after a number, is the same one going on.
fn push_masked(parts: &mut Vec<Part>, part: Part) {
    if parts.last() != Some(&part) {
        parts.push(part);
    }
}

fn is_numeral(word: &str) -> bool {
    word.is_ascii() && NUMBERS.contains_key(&words::exact_key(&word.to_ascii_lowercase()))
}

fn is_name(word: &str, opens: bool, next: Option<&str>) -> bool {
    if !word.starts_with(char::is_uppercase) || SHARED.contains_key(&words::exact_key(word)) {
        return false;
    }
    if !opens {
        return true;
    }
    let bare = word
        .strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word);
    let small = words::exact_key(&word.to_lowercase());
    PLACES.contains_key(&words::exact_key(bare))
        || bare.chars().count() > 1 && !bare.chars().any(char::is_lowercase)
        || next
            .is_some_and(|next| next.starts_with(char::is_uppercase) && !OPENS.contains_key(&small))
}

/// Where a name ends that has begun before `at`: capitals, and small words between them.
fn end_of_name(sentence: &str, pieces: &[(Piece, Span)], mut at: usize) -> usize {
    let capital = |at: usize| {
        pieces.get(at).is_some_and(|(piece, span)| {
            let word = span.of(sentence);
            *piece == Piece::Word
                && word.starts_with(char::is_uppercase)
                && !SHARED.contains_key(&words::exact_key(word))
        })
    };
    let small = |at: usize| {
        pieces.get(at).is_some_and(|(piece, span)| {
            *piece == Piece::Word && HOLDS.contains_key(&words::exact_key(span.of(sentence)))
        })
    };
    loop {
        if capital(at) {
            at += 1;
        } else if small(at) && capital(at + 1) {
            at += 2;
        } else if small(at) && small(at + 1) && capital(at + 2) {
            at += 3;
        } else {
            return at;
        }
    }
}

/// Hashes of runs of three stems; of a shorter sentence, of all of it.
fn shingles(stems: &[u64]) -> Vec<u32> {
    let hash = |run: &[u64]| {
        let mut key = Key::new();
        run.iter().for_each(|stem| key.number(*stem));
        let [a, b, c, d, ..] = key.done().to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    };
    let mut found: Vec<u32> = if stems.len() < RUN {
        vec![hash(stems)]
    } else {
        stems.windows(RUN).map(hash).collect()
    };
    found.sort_unstable();
    found.dedup();
    found
}

/// Words of a run.
const RUN: usize = 3;

/// Runs in common of all runs (Jaccard), 0 to 1.
#[must_use]
pub fn resemblance(one: &[u32], other: &[u32]) -> f32 {
    let (mut i, mut j, mut common) = (0, 0, 0_u32);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    let all = one.len() + other.len() - common as usize;
    #[expect(
        clippy::cast_precision_loss,
        reason = "a sentence has fewer than 2^24 runs"
    )]
    if all == 0 {
        0.0
    } else {
        common as f32 / all as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_and_numbers_are_masked_and_the_rest_stays() {
        for (sentence, masked) in [
            (
                "The Ministry of the Interior of Ostmark paid 1,204 men in May 2021.",
                "The [name] paid [number] men in [name] [number].",
            ),
            (
                "Kenya’s law provides for freedom of expression.",
                "[name] law provides for freedom of expression.",
            ),
            (
                "NGOs (including Lantern) reported two deaths.",
                "NGOs (including [name]) reported [number] deaths.",
            ),
            ("Mirel Ostavai said nothing.", "[name] said nothing."),
            (
                "During March soldiers left.",
                "During [name] soldiers left.",
            ),
        ] {
            assert_eq!(mask(sentence).text, masked, "{sentence}");
        }
    }

    #[test]
    fn the_same_formula_for_two_countries_has_one_key() {
        let one = mask(
            "The law in Kenya provides for 12 days of leave, and the government respected it.",
        );
        let other = mask(
            "The law in Papua New Guinea provides for 30 days of leave, and the government respected it.",
        );
        assert_eq!(one.key, other.key);
        assert_ne!(one.exact, other.exact);
        let tense =
            mask("The law in Kenya provided for 12 days of leave, and the government respects it.");
        assert_ne!(one.key, tense.key);
        assert!((resemblance(&one.shingles, &tense.shingles) - 1.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn any_text_is_masked_and_resembles_itself(text in "\\PC{0,120}") {
            let masked = mask(&text);
            prop_assert_eq!(&masked, &mask(&text));
            prop_assert!((resemblance(&masked.shingles, &masked.shingles) - 1.0).abs() < 1e-6);
        }
    }
}
