//! Names of countries, capitals, adjectives and leaders of several words: one word everywhere.
//!
//! A country called by its letters ("U.S.", "UK") is a word like its name, not an acronym.
//! In: tokens and a place. Out: how many tokens the longest such name there has. Without it "Saint
//! Vincent and the Grenadines" would be a list of two to every rule that "Kenya" is one word to; the
//! even hand over the corpus showed some 500 readings that hung on it.

use crate::lexicon::KeyHasher;
use crate::tokens::{Case, Kind, Token, cut};
use evenhand_report::country::Countries;
use evenhand_report::leaders;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// The keys after the first word, by the key of the first word, longest first.
type Forms = HashMap<u64, Vec<Box<[u64]>>, BuildHasherDefault<KeyHasher>>;

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::default();
    let mut add = |name: &str| {
        let name = without_article(name);
        let mut tokens = Vec::new();
        cut(name, &mut tokens);
        if let [first, rest @ ..] = tokens.as_slice()
            && (!rest.is_empty() || first.case == Case::Upper)
        {
            let list = forms.entry(first.key).or_default();
            list.push(rest.iter().map(|token| token.key).collect());
            list.sort_by_key(|rest| std::cmp::Reverse(rest.len()));
        }
    };
    for country in Countries::register().all() {
        for name in std::iter::once(&country.name).chain(&country.names) {
            // "Gambia, the" and "Congo (Kinshasa)" are forms of lists, not of sentences.
            if !name.contains([',', '(', '–']) && !name.contains(" - ") {
                add(name);
            }
        }
        country.capitals.iter().for_each(|name| add(name));
        for adjective in &country.adjectives {
            add(adjective);
            add(&format!("{adjective}s"));
        }
    }
    leaders()
        .iter()
        .for_each(|leader| add(crate::names::without_title(&leader.name)));
    forms
});

/// A country's name without its article, which no other name has.
pub(crate) fn without_article(name: &str) -> &str {
    name.strip_prefix("The ")
        .or(name.strip_prefix("the "))
        .unwrap_or(name)
}

/// How many tokens the name at `at` has; none where no name of several words begins.
pub(crate) fn length(tokens: &[Token], at: usize) -> Option<usize> {
    let first = tokens.get(at)?;
    if first.kind != Kind::Word || first.case == Case::Lower {
        return None;
    }
    let fits = |rest: &[u64]| {
        tokens
            .get(at + 1..at + 1 + rest.len())
            .is_some_and(|tokens| {
                tokens
                    .iter()
                    .map(|token| token.key)
                    .eq(rest.iter().copied())
            })
    };
    FORMS
        .get(&first.key)?
        .iter()
        .find(|rest| fits(rest))
        .map(|rest| rest.len() + 1)
}
