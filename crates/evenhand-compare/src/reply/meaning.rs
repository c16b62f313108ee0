//! Meaning of a sentence as a short vector: the sum of the vectors of its word pieces.
//!
//! In: a text. Out: a [`Vector`] of length 1; two texts are alike as far as their vectors point the
//! same way. The table (`data/meaning.bin`) was made once by `training/meaning.py` from a
//! sentence-embedding model; nothing is learned here.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The table as committed; its form is told in `training/meaning.py`.
static BYTES: &[u8] = include_bytes!("../../data/meaning.bin");

static TABLE: LazyLock<Meaning> = LazyLock::new(|| Meaning::read(BYTES).unwrap_or_default());

/// The meaning of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Vector(Vec<f32>);

impl Vector {
    /// Adds `times` another vector.
    pub(crate) fn add(&mut self, other: &Self, times: f32) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0.0);
        }
        for (to, from) in self.0.iter_mut().zip(&other.0) {
            *to += from * times;
        }
    }

    /// Makes every number `times` as large.
    pub(crate) fn scale(&mut self, times: f32) {
        self.0.iter_mut().for_each(|number| *number *= times);
    }

    /// Brings the length to 1; a vector of nothing stays nothing.
    pub(crate) fn normalise(&mut self) {
        let length = self.0.iter().map(|n| n * n).sum::<f32>().sqrt();
        if length > 0.0 {
            self.scale(1.0 / length);
        }
    }

    /// How far two vectors of length 1 point the same way, -1 to 1.
    pub(crate) fn likeness(&self, other: &Self) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum()
    }
}

/// The vectors of the word pieces.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    dims: usize,
    /// Row of each piece. Never iterated.
    pieces: HashMap<&'static str, u32>,
    scales: Vec<f32>,
    rows: &'static [u8],
    stride: usize,
}

impl Meaning {
    /// The table that comes with the program.
    pub(crate) fn table() -> &'static Self {
        &TABLE
    }

    fn read(bytes: &'static [u8]) -> Option<Self> {
        let number = |at: usize| -> Option<usize> {
            let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
            usize::try_from(u32::from_le_bytes(four)).ok()
        };
        if bytes.get(..4)? != b"EHM1" {
            return None;
        }
        let (count, dims, names) = (number(4)?, number(8)?, number(12)?);
        let list = std::str::from_utf8(bytes.get(16..16 + names)?).ok()?;
        let rows = bytes.get(16 + names..)?;
        let stride = dims + 4;
        if rows.len() != count * stride {
            return None;
        }
        let scales = rows
            .chunks_exact(stride)
            .filter_map(|row| Some(f32::from_le_bytes(row.get(..4)?.try_into().ok()?) / 127.0))
            .collect();
        Some(Self {
            dims,
            pieces: list.split('\n').zip(0..).collect(),
            scales,
            rows,
            stride,
        })
    }

    /// The meaning of a text.
    pub(crate) fn of(&self, text: &str) -> Vector {
        let mut sum = vec![0.0; self.dims];
        self.each_piece(text, |row| self.add(row, &mut sum));
        let mut vector = Vector(sum);
        vector.normalise();
        vector
    }

    fn add(&self, row: u32, sum: &mut [f32]) {
        let at = row as usize;
        let (Some(scale), Some(bytes)) = (
            self.scales.get(at),
            self.rows.get(at * self.stride + 4..(at + 1) * self.stride),
        ) else {
            return;
        };
        for (to, byte) in sum.iter_mut().zip(bytes) {
            *to += scale * f32::from(byte.cast_signed());
        }
    }

    /// Calls `each` with the row of every word piece: words in small letters and marks, a word that is
    /// not in the table cut into the longest pieces that are, from the left.
    fn each_piece(&self, text: &str, mut each: impl FnMut(u32)) {
        let mut word = String::new();
        let mut piece = String::new();
        let mut flush = |word: &mut String| {
            self.cut_word(word, &mut piece, &mut each);
            word.clear();
        };
        for ch in text.chars() {
            let ch = match ch {
                '’' | '‘' => '\'',
                '“' | '”' => '"',
                other => plain_letter(other),
            };
            if ch.is_alphanumeric() {
                word.extend(ch.to_lowercase());
            } else {
                flush(&mut word);
                // Marks say nothing of meaning; the model was trained to see past them.
            }
        }
        flush(&mut word);
    }

    fn cut_word(&self, word: &str, piece: &mut String, each: &mut impl FnMut(u32)) {
        if word.is_empty() {
            return;
        }
        if let Some(row) = self.pieces.get(word) {
            return each(*row);
        }
        let mut from = 0;
        let mut rows = Vec::new();
        while from < word.len() {
            let ends = word
                .char_indices()
                .map(|(at, ch)| at + ch.len_utf8())
                .filter(|end| *end > from);
            let mut best = None;
            for end in ends {
                let Some(part) = word.get(from..end) else {
                    continue;
                };
                piece.clear();
                if from > 0 {
                    piece.push_str("##");
                }
                piece.push_str(part);
                if let Some(row) = self.pieces.get(piece.as_str()) {
                    best = Some((end, *row));
                }
            }
            let Some((end, row)) = best else {
                // A word with a part that is not in the table is unknown as a whole.
                return;
            };
            rows.push(row);
            from = end;
        }
        rows.into_iter().for_each(each);
    }
}

/// A letter without its accent, as the model's own word list has it.
fn plain_letter(ch: char) -> char {
    match ch {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' => 'n',
        'š' | 'ś' | 'ş' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_comes_along_is_whole() {
        let table = Meaning::read(BYTES).expect("the committed table reads");
        assert_eq!(table.scales.len(), table.pieces.len());
        assert!(table.dims >= 64);
    }

    #[test]
    fn words_of_like_meaning_lie_nearer_than_others() {
        let table = Meaning::table();
        let like = |a: &str, b: &str| table.of(a).likeness(&table.of(b));
        for (one, near, far) in [
            (
                "a shelter for women",
                "a crisis center for victims",
                "a border crossing",
            ),
            ("prison", "detention facility", "wage"),
            (
                "cross-border repression",
                "transnational repression",
                "child labor",
            ),
        ] {
            assert!(like(one, near) > like(one, far), "{one}");
        }
    }

    #[test]
    fn nothing_means_nothing() {
        let table = Meaning::table();
        assert_eq!(table.of("").likeness(&table.of("prison")), 0.0);
        assert_eq!(table.of("«»").likeness(&table.of("prison")), 0.0);
    }
}
