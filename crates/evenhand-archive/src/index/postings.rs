//! The list of one word as bytes: sentences as steps, then places inside each sentence as steps.
//!
//! A body is one chunk or several behind one another; each chunk starts anew from its own base, so the lists of two
//! segments are joined by setting one behind the other. Chunks are short, so that a search for a phrase passes over those
//! in which nothing can be. A chunk: base, number of sentences, bytes of the first part,
//! bytes of the second part (all as variable-length numbers), then the two parts. First part: for each sentence the step
//! from the one before, doubled, plus one where the word stands there once; otherwise the number of times follows.
//! Second part: for each sentence the places, as steps.

/// Appends a number, seven bits a byte.
pub(crate) fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        #[expect(clippy::cast_possible_truncation, reason = "the low seven bits")]
        bytes.push((number as u8) | 0x80);
        number >>= 7;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below 128")]
    bytes.push(number as u8);
}

/// Takes a number off the front; none where the bytes end or the number is too long.
#[inline]
pub(crate) fn take(bytes: &mut &[u8]) -> Option<u64> {
    let (first, rest) = bytes.split_first()?;
    if *first < 0x80 {
        *bytes = rest;
        return Some(u64::from(*first));
    }
    let mut number = u64::from(*first & 0x7f);
    let mut shift = 7;
    *bytes = rest;
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(*byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
        shift += 7;
        if shift > 56 {
            return None;
        }
    }
}

/// Most sentences of a chunk.
pub(crate) const CHUNK: u64 = 128;

/// Appends a chunk to a body.
pub(crate) fn put_chunk(
    body: &mut Vec<u8>,
    base: u64,
    count: u64,
    sentences: &[u8],
    places: &[u8],
) {
    put(body, base);
    put(body, count);
    put(body, sentences.len() as u64);
    put(body, places.len() as u64);
    body.extend_from_slice(sentences);
    body.extend_from_slice(places);
}

/// One chunk of a body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunk<'a> {
    base: u64,
    count: u64,
    sentences: &'a [u8],
    places: &'a [u8],
}

/// The chunks of a body; ends at the first damaged one, told by an error.
pub(crate) fn chunks(mut body: &[u8]) -> impl Iterator<Item = Result<Chunk<'_>, Broken>> {
    std::iter::from_fn(move || {
        if body.is_empty() {
            return None;
        }
        let chunk = next_chunk(&mut body).ok_or(Broken);
        if chunk.is_err() {
            body = &[];
        }
        Some(chunk)
    })
}

/// A list that is cut off or makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken;

fn next_chunk<'a>(body: &mut &'a [u8]) -> Option<Chunk<'a>> {
    let base = take(body)?;
    let count = take(body)?;
    let sentences = usize::try_from(take(body)?).ok()?;
    let places = usize::try_from(take(body)?).ok()?;
    let (sentences, rest) = body.split_at_checked(sentences)?;
    let (places, rest) = rest.split_at_checked(places)?;
    *body = rest;
    Some(Chunk {
        base,
        count,
        sentences,
        places,
    })
}

impl<'a> Chunk<'a> {
    /// No sentence it lists is before this.
    pub(crate) fn base(&self) -> u64 {
        self.base
    }

    /// How many sentences it lists.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// Shows every sentence and how often the word stands in it.
    #[inline]
    pub(crate) fn each(&self, mut show: impl FnMut(u64, u64)) -> Result<(), Broken> {
        let mut bytes = self.sentences;
        let mut at = self.base;
        for _ in 0..self.count {
            let step = take(&mut bytes).ok_or(Broken)?;
            at = at.saturating_add(step >> 1);
            let times = if step & 1 == 1 {
                1
            } else {
                take(&mut bytes).ok_or(Broken)?
            };
            show(at, times);
        }
        if bytes.is_empty() {
            Ok(())
        } else {
            Err(Broken)
        }
    }

    /// A walk over sentences and places.
    pub(crate) fn walk(&self) -> Walk<'a> {
        Walk {
            left: self.count,
            at: self.base,
            sentences: self.sentences,
            places: self.places,
        }
    }
}

/// A walk over one chunk; places that are not asked for are passed over.
#[derive(Debug, Clone)]
pub(crate) struct Walk<'a> {
    left: u64,
    at: u64,
    sentences: &'a [u8],
    places: &'a [u8],
}

impl Walk<'_> {
    /// The next sentence for which `wanted` holds, its places put into `places`; none at the end.
    #[inline]
    pub(crate) fn next(
        &mut self,
        wanted: impl Fn(u64) -> bool,
        places: &mut Vec<u32>,
    ) -> Result<Option<u64>, Broken> {
        while self.left > 0 {
            self.left -= 1;
            let step = take(&mut self.sentences).ok_or(Broken)?;
            self.at = self.at.saturating_add(step >> 1);
            let times = if step & 1 == 1 {
                1
            } else {
                take(&mut self.sentences).ok_or(Broken)?
            };
            if wanted(self.at) {
                places.clear();
                let mut place = 0_u64;
                for _ in 0..times {
                    place = place.saturating_add(take(&mut self.places).ok_or(Broken)?);
                    places.push(u32::try_from(place).map_err(|_| Broken)?);
                }
                return Ok(Some(self.at));
            }
            self.skip(times)?;
        }
        Ok(None)
    }

    #[inline]
    fn skip(&mut self, times: u64) -> Result<(), Broken> {
        let mut left = times;
        let mut used = 0;
        while left > 0 {
            let byte = self.places.get(used).ok_or(Broken)?;
            used += 1;
            left -= u64::from(*byte < 0x80);
        }
        self.places = self.places.get(used..).ok_or(Broken)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(number in 0_u64..(1 << 56), rest in proptest::collection::vec(any::<u8>(), 0..4)) {
            let mut bytes = Vec::new();
            put(&mut bytes, number);
            bytes.extend(&rest);
            let mut left = bytes.as_slice();
            prop_assert_eq!(take(&mut left), Some(number));
            prop_assert_eq!(left, rest.as_slice());
        }

        #[test]
        fn any_bytes_are_a_list_or_broken(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            for chunk in chunks(&bytes).flatten() {
                // Lists too long to be real are broken before they are walked to their end.
                let _ = chunk.each(|_, _| {});
                let mut walk = chunk.walk();
                let mut places = Vec::new();
                while let Ok(Some(_)) = walk.next(|at| at % 2 == 0, &mut places) {}
            }
        }
    }
}
