//! Word lists that comparing names rests on: titles, particles, legal forms, short forms of given names, common words of bodies, number words.
//!
//! Plain lists, no weights. No list holds a country's, a language's or a people's name: nothing here may turn on where a name comes from.

pub(crate) mod bodies;
pub(crate) mod forms;
pub(crate) mod given;
pub(crate) mod numbers;
pub(crate) mod persons;

use rustc_hash::FxHashMap;

/// A table from key to value, out of lists of words separated by spaces.
pub(crate) fn table<V: Copy>(lists: &[(V, &'static str)]) -> FxHashMap<&'static str, V> {
    let mut table = FxHashMap::default();
    for (value, words) in lists {
        for word in words.split_ascii_whitespace() {
            table.entry(word).or_insert(*value);
        }
    }
    table
}
