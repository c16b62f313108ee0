//! Many names, and which of them may be a given one: built once, asked often.
//!
//! In: names in order. Out: the likest, best first, with their scores. Every word of every name is kept once as its skeleton; a word
//! of the question finds the words with the same skeleton, those whose consonants differ by one at most, sister forms of given names, words written
//! together or apart, and first letters of a body's words. Names that share the most telling words are then compared in full.

use crate::likeness;
use crate::name::{self, Kind, Name, Role};
use crate::skeleton;
use crate::words::given;
use rustc_hash::FxHashMap;

/// How many names are compared in full for one question.
const COMPARED: usize = 800;

/// A word found in more names than this only adds to names that another word found first.
const COMMON: usize = 40_000;

/// Names made ready for being searched.
#[derive(Debug)]
pub struct Names {
    kind: Kind,
    texts: String,
    ends: Vec<u32>,
    /// First letters of the words of each name, one bit each, and how many words it has.
    marks: Vec<(u32, u8)>,
    words: FxHashMap<Box<str>, u32>,
    /// For each word the names that have it: `names[starts[word]..starts[word + 1]]`.
    starts: Vec<u32>,
    names: Vec<u32>,
    /// Hashes of the consonants of words, and of these with one left out; sorted.
    near: Vec<(u32, u32)>,
    /// The words by number, and which letters each has.
    spelt: Vec<Box<str>>,
    letters: Vec<u32>,
}

/// A name that may be the one asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Its number, counted from 0 in the order in which the names were given.
    pub number: usize,
    /// The score of comparing it.
    pub score: f64,
}

fn hash(text: &[u8], without: usize) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for (at, &byte) in text.iter().enumerate() {
        if at != without {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash
}

/// The consonants of a word, whole and with one left out each.
fn keys(word: &str, out: &mut Vec<u32>) {
    out.clear();
    let mut bare = String::new();
    skeleton::consonants(word, &mut bare);
    let bytes = bare.as_bytes();
    out.push(hash(bytes, usize::MAX));
    if bytes.len() > 1 {
        out.extend((0..bytes.len().min(12)).map(|at| hash(bytes, at)));
    }
    out.sort_unstable();
    out.dedup();
}

/// First letters of a body's words, small words left out; of a name with two words or fewer, nothing.
fn first_letters(name: &Name) -> Option<String> {
    if name.kind() != Kind::Body {
        return None;
    }
    let words = name
        .parts
        .iter()
        .filter(|part| matches!(part.role, Role::Word | Role::Sort | Role::Loose));
    let letters: String = words
        .filter_map(|part| name.plain(part).chars().next())
        .collect();
    (3..=7).contains(&letters.len()).then_some(letters)
}

impl Names {
    /// Makes names ready. Their numbers are their places in the order given.
    ///
    /// ```
    /// use evenhand_names::{Kind, Name, Names};
    /// let names = Names::new(["Mira Orlan", "Tarek Belmont", "Orlan, M."], Kind::Person);
    /// let found = names.candidates(&Name::read("Мира Орлан", Kind::Person), 10, 0.7);
    /// assert_eq!(found.iter().map(|found| found.number).collect::<Vec<_>>(), [0, 2]);
    /// ```
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>, kind: Kind) -> Self {
        let mut index = Self {
            kind,
            texts: String::new(),
            ends: Vec::new(),
            marks: Vec::new(),
            words: FxHashMap::default(),
            starts: Vec::new(),
            names: Vec::new(),
            near: Vec::new(),
            spelt: Vec::new(),
            letters: Vec::new(),
        };
        // (word, name) in the order found.
        let mut found: Vec<(u32, u32)> = Vec::new();
        for (number, text) in (0_u32..).zip(names) {
            index.texts.push_str(text);
            index
                .ends
                .push(u32::try_from(index.texts.len()).unwrap_or(u32::MAX));
            let name = Name::read(text, kind);
            index.marks.push(mark(&name));
            for word in name.words() {
                found.push((index.word(word), number));
            }
            if let Some(letters) = first_letters(&name) {
                found.push((index.word(&letters), number));
            }
        }
        index.place(&found);
        let mut hashes = Vec::new();
        for (number, word) in (0_u32..).zip(&index.spelt) {
            keys(word, &mut hashes);
            index.near.extend(hashes.iter().map(|&hash| (hash, number)));
        }
        index.near.sort_unstable();
        index
    }

    fn word(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.words.get(word) {
            return number;
        }
        let number = u32::try_from(self.spelt.len()).unwrap_or(u32::MAX);
        self.spelt.push(word.into());
        self.letters.push(name::letters(word));
        self.words.insert(word.into(), number);
        number
    }

    /// Sorts the names by word, counting first.
    fn place(&mut self, found: &[(u32, u32)]) {
        self.starts = vec![0; self.spelt.len() + 1];
        for &(word, _) in found {
            self.starts[word as usize + 1] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
        let mut next = self.starts.clone();
        self.names = vec![0; found.len()];
        for &(word, name) in found {
            let at = &mut next[word as usize];
            self.names[*at as usize] = name;
            *at += 1;
        }
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A name by its number, as it was given.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = number
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end as usize);
        self.texts.get(start..end)
    }

    /// Bytes that the index holds, near enough.
    #[must_use]
    pub fn memory(&self) -> usize {
        let spelt: usize = self
            .spelt
            .iter()
            .map(|word| 2 * (word.len() + 24) + 12)
            .sum();
        self.texts.capacity()
            + 4 * self.ends.capacity()
            + 8 * self.marks.capacity()
            + 4 * (self.starts.capacity() + self.names.capacity())
            + 8 * self.near.capacity()
            + spelt
    }

    fn of_word(&self, word: u32) -> &[u32] {
        let bounds = (
            self.starts.get(word as usize),
            self.starts.get(word as usize + 1),
        );
        let (Some(&from), Some(&to)) = bounds else {
            return &[];
        };
        self.names
            .get(from as usize..to as usize)
            .unwrap_or_default()
    }

    /// Words of the index that may be this word, with what each is worth in hundredths.
    fn alike(&self, word: &str, out: &mut Vec<(u32, u32)>) {
        if let Some(&number) = self.words.get(word) {
            out.push((number, 100));
        }
        let mut hashes = Vec::new();
        keys(word, &mut hashes);
        let letters = name::letters(word);
        let most = if word.len() < 5 { 1.0 } else { 2.0 };
        for hash in hashes {
            let from = self.near.partition_point(|&(other, _)| other < hash);
            for &(_, number) in self
                .near
                .get(from..)
                .unwrap_or_default()
                .iter()
                .take_while(|&&(other, _)| other == hash)
            {
                // Two edits change four letters at most: most words with these consonants are sorted out by that.
                let apart = (letters ^ self.letters.get(number as usize).copied().unwrap_or(0))
                    .count_ones();
                if apart > 4 {
                    continue;
                }
                let spelt = self.spelt.get(number as usize).map_or("", |word| word);
                if spelt != word && likeness::edits(word, spelt, most).is_some() {
                    out.push((number, 80));
                }
            }
        }
        for form in given::sisters(word) {
            out.extend(self.words.get(form).map(|&number| (number, 70)));
        }
        // "Miraorlan": both halves are words.
        if word.len() > 5 {
            for (front, back) in (2..word.len() - 1).filter_map(|cut| word.split_at_checked(cut)) {
                let Some(&front) = self.words.get(front) else {
                    continue;
                };
                if let Some(&back) = self.words.get(back) {
                    out.extend([(front, 60), (back, 60)]);
                } else if back.len() > 5 {
                    // Three words.
                    let halves = (3..back.len() - 2).filter_map(|cut| back.split_at_checked(cut));
                    for (middle, back) in halves {
                        if let (Some(&middle), Some(&back)) =
                            (self.words.get(middle), self.words.get(back))
                        {
                            out.extend([(front, 50), (middle, 50), (back, 50)]);
                        }
                    }
                }
            }
        }
        out.sort_unstable_by_key(|&(number, worth)| (number, u32::MAX - worth));
        out.dedup_by_key(|&mut (number, _)| number);
    }

    /// The likest names, best first, at most `most`, none with a score under `least`.
    #[must_use]
    pub fn candidates(&self, name: &Name, most: usize, least: f64) -> Vec<Candidate> {
        let mut questions: Vec<Vec<(u32, u32)>> = Vec::new();
        let words: Vec<&str> = name.words().collect();
        let together: Vec<String> = words.windows(2).map(|pair| pair.concat()).collect();
        for word in words
            .iter()
            .copied()
            .chain(together.iter().map(String::as_str))
            .chain(first_letters(name).as_deref())
        {
            let mut found = Vec::new();
            self.alike(word, &mut found);
            if !found.is_empty() {
                questions.push(found);
            }
        }
        let names_of = |question: &Vec<(u32, u32)>| {
            question
                .iter()
                .map(|&(word, _)| self.of_word(word).len())
                .sum::<usize>()
        };
        // The rarest word first: common ones then only add to what is found already.
        questions.sort_by_key(names_of);
        let mut weights: Vec<u16> = vec![0; self.len()];
        let mut this_word: Vec<u16> = vec![0; self.len()];
        let (mut touched, mut changed): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for question in &questions {
            let count = names_of(question);
            let only_add = count > COMMON && !touched.is_empty();
            // How much rarer than a word that all have: in doublings.
            let rarity = (self.len() / count.max(1)).max(1).ilog2() + 2;
            for &(word, worth) in question {
                let weight = u16::try_from(rarity * worth / 20).unwrap_or(u16::MAX);
                for &number in self.of_word(word) {
                    let (Some(sum), Some(best)) = (
                        weights.get_mut(number as usize),
                        this_word.get_mut(number as usize),
                    ) else {
                        continue;
                    };
                    if *sum == 0 {
                        if only_add {
                            continue;
                        }
                        touched.push(number);
                    }
                    // Several words of a name may be like the one asked for: the best counts.
                    if weight > *best {
                        *sum = sum.saturating_add(weight - *best);
                        if *best == 0 {
                            changed.push(number);
                        }
                        *best = weight;
                    }
                }
            }
            for number in changed.drain(..) {
                if let Some(best) = this_word.get_mut(number as usize) {
                    *best = 0;
                }
            }
        }
        let (first, count) = mark(name);
        let rank = |&number: &u32| {
            let (other, words) = self.marks.get(number as usize).copied().unwrap_or_default();
            // First letters that both have, and as many words.
            let shared = (first & other).count_ones();
            let weight = u32::from(weights.get(number as usize).copied().unwrap_or(0));
            let key = weight * 4 + shared * 12 - shared.min(u32::from(words.abs_diff(count))) * 4;
            (u32::MAX - key, number)
        };
        if touched.len() > COMPARED {
            touched.select_nth_unstable_by_key(COMPARED, rank);
            touched.truncate(COMPARED);
        }
        let mut found: Vec<Candidate> = touched
            .iter()
            .filter_map(|&number| {
                let number = number as usize;
                let text = self.get(number)?;
                let kind = if self.kind == Kind::Unknown {
                    name.kind()
                } else {
                    self.kind
                };
                let score = name.score(&Name::read(text, kind));
                (score >= least).then_some(Candidate { number, score })
            })
            .collect();
        found.sort_by(|one, other| {
            other
                .score
                .total_cmp(&one.score)
                .then(one.number.cmp(&other.number))
        });
        found.truncate(most);
        found
    }
}

/// First letters of the words of a name, initials too, and how many words it has.
fn mark(name: &Name) -> (u32, u8) {
    let letters = name.parts.iter().filter(|part| {
        !matches!(
            part.role,
            Role::Title | Role::Form | Role::Particle | Role::Father
        )
    });
    let mut first = 0;
    let mut count = 0_u8;
    for part in letters {
        if let Some(letter) = name.folded(part).bytes().next() {
            first |= 1 << (letter.to_ascii_lowercase() & 31);
        }
        count = count.saturating_add(1);
    }
    (first, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], question: &str, kind: Kind) -> Vec<usize> {
        let index = Names::new(names.iter().copied(), kind);
        let found = index.candidates(&Name::read(question, kind), 5, 0.7);
        found.iter().map(|found| found.number).collect()
    }

    #[test]
    fn other_spellings_scripts_and_misprints_are_found() {
        let names = [
            "Sabit Toregaliyev",
            "Tarek Belmont",
            "Сабит Торегалиев",
            "Sabit Toregalyev",
            "Sabyt Toregaliev",
        ];
        assert_eq!(found(&names, "Sabit Toregaliyev", Kind::Person).len(), 4);
    }

    #[test]
    fn words_together_and_apart_and_first_letters_are_found() {
        assert_eq!(
            found(&["Mira Orlan", "Orlan Mir"], "MiraOrlan", Kind::Person),
            [0]
        );
        assert_eq!(
            found(
                &["Veldanian Union of Free Painters", "Other Body"],
                "VUFP",
                Kind::Body
            ),
            [0]
        );
    }

    #[test]
    fn nothing_is_found_among_nothing() {
        assert_eq!(found(&[], "Mira Orlan", Kind::Person), [0; 0]);
        assert_eq!(found(&["Mira Orlan"], "", Kind::Person), [0; 0]);
    }
}
