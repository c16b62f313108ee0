//! Making the lists while documents come in: each document by itself (on any thread), then those of a segment together.

use super::postings::{put, put_chunk};
use super::words;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// FNV-1a: words are short, and nobody who could choose them gains by making them clash.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

type Map<V> = HashMap<String, V, BuildHasherDefault<Fnv>>;

/// The list of one word in one document; sentences count from 0.
#[derive(Debug)]
struct List {
    first: u64,
    first_times: u64,
    last: u64,
    count: u64,
    /// The first part of a chunk, without the first sentence.
    sentences: Vec<u8>,
    places: Vec<u8>,
}

impl List {
    /// From (sentence, place) in order.
    fn of(places: &[(u32, u32)]) -> Self {
        let mut list = Self {
            first: 0,
            first_times: 0,
            last: 0,
            count: 0,
            sentences: Vec::new(),
            places: Vec::with_capacity(places.len()),
        };
        for same in places.chunk_by(|a, b| a.0 == b.0) {
            let at = same.first().map_or(0, |(at, _)| u64::from(*at));
            let times = same.len() as u64;
            if list.count == 0 {
                list.first = at;
                list.first_times = times;
            } else {
                put_step(&mut list.sentences, at - list.last, times);
            }
            list.count += 1;
            list.last = at;
            let mut before = 0;
            for (_, place) in same {
                put(&mut list.places, u64::from(place - before));
                before = *place;
            }
        }
        list
    }
}

fn put_step(bytes: &mut Vec<u8>, step: u64, times: u64) {
    put(bytes, step << 1 | u64::from(times == 1));
    if times != 1 {
        put(bytes, times);
    }
}

/// Every word of one document, made on any thread.
#[derive(Debug, Default)]
pub(crate) struct DocumentWords {
    lists: Vec<(String, List)>,
    /// Words in all.
    pub(crate) total: u64,
}

impl DocumentWords {
    /// Cuts every sentence of a document.
    pub(crate) fn of<'a>(sentences: impl Iterator<Item = &'a str>) -> Self {
        let mut numbers: Map<usize> = HashMap::default();
        let mut lists: Vec<Vec<(u32, u32)>> = Vec::new();
        let mut total = 0;
        for (at, text) in (0_u32..).zip(sentences) {
            let mut place = 0_u32;
            words::each(text, |word, _, _| {
                let number = match numbers.get(word) {
                    Some(number) => *number,
                    None => {
                        numbers.insert(word.to_owned(), lists.len());
                        lists.push(Vec::new());
                        lists.len() - 1
                    }
                };
                if let Some(list) = lists.get_mut(number) {
                    list.push((at, place));
                }
                place += 1;
            });
            total += u64::from(place);
        }
        let lists = numbers
            .into_iter()
            .map(|(word, number)| (word, List::of(&lists[number])))
            .collect();
        Self { lists, total }
    }
}

#[derive(Debug, Default)]
struct Growing {
    last: u64,
    count: u64,
    sentences: Vec<u8>,
    places: Vec<u8>,
}

/// The lists of a segment while it grows, document after document.
#[derive(Debug)]
pub(crate) struct Segment {
    base: u64,
    lists: Map<Growing>,
}

impl Segment {
    /// An empty segment whose first sentence will be `base`.
    pub(crate) fn from(base: u64) -> Self {
        Self {
            base,
            lists: Map::default(),
        }
    }

    /// Adds a document whose first sentence is `first`; documents come in order.
    pub(crate) fn add(&mut self, first: u64, document: &DocumentWords) {
        for (word, list) in &document.lists {
            let base = self.base;
            let growing = match self.lists.get_mut(word) {
                Some(growing) => growing,
                None => self.lists.entry(word.clone()).or_insert_with(|| Growing {
                    last: base,
                    ..Growing::default()
                }),
            };
            let step = first + list.first - growing.last;
            put_step(&mut growing.sentences, step, list.first_times);
            growing.sentences.extend_from_slice(&list.sentences);
            growing.places.extend_from_slice(&list.places);
            growing.last = first + list.last;
            growing.count += list.count;
        }
    }

    /// The bodies, by word.
    pub(crate) fn bodies(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let base = self.base;
        let mut lists: Vec<(String, Growing)> = self.lists.into_iter().collect();
        lists.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        lists.into_iter().map(move |(word, list)| {
            let mut body = Vec::with_capacity(list.sentences.len() + list.places.len() + 16);
            put_chunk(&mut body, base, list.count, &list.sentences, &list.places);
            (word, body)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::postings::chunks;
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn lists_say_where_each_word_stands(
            documents in proptest::collection::vec(proptest::collection::vec("[abc ]{0,12}", 0..6), 1..5),
            base in 1_u64..1000,
        ) {
            let mut expected: BTreeMap<String, Vec<(u64, Vec<u32>)>> = BTreeMap::new();
            let mut segment = Segment::from(base);
            let mut first = base;
            for document in &documents {
                segment.add(first, &DocumentWords::of(document.iter().map(String::as_str)));
                for (at, text) in (first..).zip(document) {
                    for (place, word) in (0..).zip(words::all(text)) {
                        let list = expected.entry(word).or_default();
                        match list.last_mut() {
                            Some((last, places)) if *last == at => places.push(place),
                            _ => list.push((at, vec![place])),
                        }
                    }
                }
                first += document.len() as u64;
            }
            let mut found = BTreeMap::new();
            for (word, body) in segment.bodies() {
                let mut list = Vec::new();
                let mut places = Vec::new();
                for chunk in chunks(&body) {
                    let mut walk = chunk.expect("whole").walk();
                    while let Some(at) = walk.next(|_| true, &mut places).expect("whole") {
                        list.push((at, places.clone()));
                    }
                }
                found.insert(word, list);
            }
            prop_assert_eq!(found, expected);
        }
    }
}
