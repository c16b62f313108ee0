//! Making the lists while documents come in: each document by itself (on any thread), then those of a segment together.

use super::postings::{CHUNK, put, put_chunk};
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

/// The list of one word in one document: sentences, counted from 0, how often in each, and the places as bytes.
#[derive(Debug, Default)]
struct List {
    sentences: Vec<(u32, u32, u32)>,
    places: Vec<u8>,
}

impl List {
    /// From (sentence, place) in order.
    fn of(places: &[(u32, u32)]) -> Self {
        let mut list = Self::default();
        for same in places.chunk_by(|a, b| a.0 == b.0) {
            let at = same.first().map_or(0, |(at, _)| *at);
            let mut before = 0;
            for (_, place) in same {
                put(&mut list.places, u64::from(place - before));
                before = *place;
            }
            let times = u32::try_from(same.len()).unwrap_or(u32::MAX);
            let end = u32::try_from(list.places.len()).unwrap_or(u32::MAX);
            list.sentences.push((at, times, end));
        }
        list
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

/// A list while it grows: whole chunks, and the one that is being filled.
#[derive(Debug, Default)]
struct Growing {
    body: Vec<u8>,
    base: u64,
    last: u64,
    count: u64,
    sentences: Vec<u8>,
    places: Vec<u8>,
}

impl Growing {
    fn add(&mut self, at: u64, times: u64, places: &[u8]) {
        if self.count == CHUNK {
            self.close();
        }
        if self.count == 0 {
            self.base = at;
            self.last = at;
        }
        put(
            &mut self.sentences,
            (at - self.last) << 1 | u64::from(times == 1),
        );
        if times != 1 {
            put(&mut self.sentences, times);
        }
        self.places.extend_from_slice(places);
        self.last = at;
        self.count += 1;
    }

    fn close(&mut self) {
        if self.count > 0 {
            put_chunk(
                &mut self.body,
                self.base,
                self.count,
                &self.sentences,
                &self.places,
            );
            self.count = 0;
            self.sentences.clear();
            self.places.clear();
        }
    }
}

/// The lists of a segment while it grows, document after document.
#[derive(Debug, Default)]
pub(crate) struct Segment {
    lists: Map<Growing>,
}

impl Segment {
    /// Adds a document whose first sentence is `first`; documents come in order.
    pub(crate) fn add(&mut self, first: u64, document: &DocumentWords) {
        for (word, list) in &document.lists {
            let growing = match self.lists.get_mut(word) {
                Some(growing) => growing,
                None => self.lists.entry(word.clone()).or_default(),
            };
            let mut start = 0;
            for (at, times, end) in &list.sentences {
                let end = *end as usize;
                let places = list.places.get(start..end).unwrap_or(&[]);
                growing.add(first + u64::from(*at), u64::from(*times), places);
                start = end;
            }
        }
    }

    /// The bodies, by word.
    pub(crate) fn bodies(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let mut lists: Vec<(String, Growing)> = self.lists.into_iter().collect();
        lists.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        lists.into_iter().map(|(word, mut list)| {
            list.close();
            (word, list.body)
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
            let mut segment = Segment::default();
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
