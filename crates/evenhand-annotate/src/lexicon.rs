//! Word lists for rules: built once, looked up by a token's key without touching its letters.

use crate::tokens::key_of;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already; this passes them through.
#[derive(Debug, Default, Clone)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// A list of single words, each with a value. Never iterated, so its order cannot show.
#[derive(Debug)]
pub(crate) struct Lexicon<T>(HashMap<u64, T, BuildHasherDefault<KeyHasher>>);

impl<T: Copy> Lexicon<T> {
    /// A lexicon of `(words parted by white space, value)` rows; a later row wins.
    pub(crate) fn new(rows: &[(&str, T)]) -> Self {
        let mut map = HashMap::default();
        for (words, value) in rows {
            for word in words.split_whitespace() {
                map.insert(key_of(word), *value);
            }
        }
        Self(map)
    }

    /// A lexicon of `(key, value)` rows, for words that hold a space; a later row wins.
    pub(crate) fn keyed(rows: &[(u64, T)]) -> Self {
        Self(rows.iter().copied().collect())
    }

    /// The value of the word with this key.
    pub(crate) fn get(&self, key: u64) -> Option<T> {
        self.0.get(&key).copied()
    }
}

impl Lexicon<u32> {
    /// A lexicon of flags: a word that stands in several rows has the flags of all of them.
    pub(crate) fn flags(rows: &[(&str, u32)]) -> Self {
        let mut map: HashMap<u64, u32, BuildHasherDefault<KeyHasher>> = HashMap::default();
        for (words, flags) in rows {
            for word in words.split_whitespace() {
                *map.entry(key_of(word)).or_insert(0) |= *flags;
            }
        }
        Self(map)
    }
}
