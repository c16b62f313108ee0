//! The general vocabulary: the words a model may know, each with the classes of words it belongs to.
//!
//! Made from the corpus: words that stand in small letters in the reports on many countries, and
//! capitalised ones ("Jewish", "Parliament") that belong to no country. A word's classes say which words
//! stand in the same surroundings ("beaten", "tortured"), so that a rare word profits from its kin.

use std::sync::LazyLock;

/// First bytes of the file: name and version of the format.
pub const MAGIC: &[u8; 8] = b"EVHWORD1";

/// Numbers below stand for marks and for what is masked; see [`mark`].
pub const FIRST_WORD: u16 = 16;

/// The numbers of what is no word of the vocabulary.
pub mod mark {
    /// A word in small letters that is not in the vocabulary.
    pub const OTHER: u16 = 0;
    /// A proper name: one word or a run of them.
    pub const NAME: u16 = 1;
    /// A country's name, adjective or capital.
    pub const COUNTRY: u16 = 2;
    /// A number.
    pub const NUMBER: u16 = 3;
    /// A year.
    pub const YEAR: u16 = 4;
    /// A month or day of the week.
    pub const MONTH: u16 = 5;
    /// Before the first word.
    pub const START: u16 = 6;
    /// After the last word.
    pub const END: u16 = 7;
}

/// A word of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Word {
    /// Its number, from [`FIRST_WORD`].
    pub number: u16,
    /// Its wide and its narrow class, from 1.
    pub classes: [u8; 2],
    /// Whether it is in the vocabulary only as written with a capital.
    pub capital: bool,
}

/// The words, looked up by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    /// Open addressing; the key 0 is an empty place.
    places: Vec<(u64, Word)>,
}

static COMMITTED: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::of(include_bytes!("../../weights/words.bin"))
        .expect("the committed words are whole: a test reads them")
});

impl Vocabulary {
    /// The vocabulary that comes with the program.
    #[must_use]
    pub fn committed() -> &'static Self {
        &COMMITTED
    }

    /// A vocabulary of `(key, classes, capital)` rows; numbers follow the order of the rows.
    #[must_use]
    pub fn new(rows: &[(u64, [u8; 2], bool)]) -> Self {
        let size = (rows.len() * 2).next_power_of_two().max(2);
        let mut vocabulary = Self {
            places: vec![(0, Word::default()); size],
        };
        for (number, (key, classes, capital)) in (FIRST_WORD..).zip(rows) {
            let mut at = vocabulary.place(*key);
            while vocabulary.places[at].0 != 0 && vocabulary.places[at].0 != *key {
                at = (at + 1) % size;
            }
            vocabulary.places[at] = (
                *key,
                Word {
                    number,
                    classes: *classes,
                    capital: *capital,
                },
            );
        }
        vocabulary
    }

    /// The vocabulary in a file: [`MAGIC`], the number of rows (u32), then a row a word, little-endian:
    /// key (u64), wide class, narrow class, 1 where only capitalised (u8 each). None where the bytes are not that.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let (rows, tail) = rest.as_chunks::<11>();
        if rows.len() != u32::from_le_bytes(*count) as usize || !tail.is_empty() {
            return None;
        }
        let rows: Vec<_> = rows
            .iter()
            .filter_map(|row| {
                let (key, rest) = row.split_first_chunk::<8>()?;
                let &[wide, narrow, capital] = rest else {
                    return None;
                };
                Some((u64::from_le_bytes(*key), [wide, narrow], capital == 1))
            })
            .collect();
        Some(Self::new(&rows))
    }

    /// The file of these rows; its form is told at [`Vocabulary::of`].
    #[must_use]
    pub fn written(rows: &[(u64, [u8; 2], bool)]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(u32::try_from(rows.len()).unwrap_or(0).to_le_bytes());
        for (key, classes, capital) in rows {
            bytes.extend(key.to_le_bytes());
            bytes.extend(classes);
            bytes.push(u8::from(*capital));
        }
        bytes
    }

    /// The word with this key.
    #[must_use]
    pub fn get(&self, key: u64) -> Option<Word> {
        let mut at = self.place(key);
        loop {
            match self.places[at] {
                (0, _) => return None,
                (here, word) if here == key => return Some(word),
                _ => at = (at + 1) % self.places.len(),
            }
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "taken modulo the number of places"
    )]
    fn place(&self, key: u64) -> usize {
        key as usize & (self.places.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::key_of;

    #[test]
    fn the_committed_vocabulary_is_whole() {
        let words = Vocabulary::committed();
        assert!(words.get(key_of("torture")).is_some());
        assert!(words.get(key_of("xyzzy")).is_none());
    }

    #[test]
    fn a_vocabulary_is_written_and_read_back() {
        let rows = [
            (key_of("police"), [3, 7], false),
            (key_of("Jewish"), [1, 2], true),
        ];
        let words = Vocabulary::of(&Vocabulary::written(&rows)).expect("what was written");
        assert_eq!(words, Vocabulary::new(&rows));
        assert!(words.get(key_of("jewish")).is_some_and(|word| word.capital));
        assert!(Vocabulary::of(b"EVHWORD1\x05\0\0\0").is_none());
        assert!(Vocabulary::of(b"").is_none());
    }
}
