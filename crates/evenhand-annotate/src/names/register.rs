//! Countries, capitals, adjectives and leaders of the register, found in a sentence as units.
//!
//! In: the tokens of a sentence and a place. Out: the longest name of the register there, its
//! length and its class. A unit counts as one word for every rule of names, whatever its length,
//! so that all countries are treated alike. Knows no report and no own country.

use super::vocabulary::{self, ADJECTIVE, CAPITAL, COUNTRY, LEADER, Roles};
use crate::joined::without_article;
use crate::lexicon::KeyHasher;
use crate::tokens::{Case, Kind, Words, key_of};
use evenhand_report::country::Countries;
use evenhand_report::leaders;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// A name of the register beyond its first word.
#[derive(Debug)]
struct Form {
    rest: Vec<u64>,
    class: Roles,
}

/// Forms by the key of their first word, longest first.
type Forms = HashMap<u64, Vec<Form>, BuildHasherDefault<KeyHasher>>;

static FORMS: LazyLock<Forms> = LazyLock::new(load);

fn load() -> Forms {
    let mut forms = Forms::default();
    let mut words = Words::default();
    let mut add = |name: &str, class: Roles| {
        words.read(without_article(name));
        let Some((first, rest)) = words.tokens().split_first() else {
            return;
        };
        // "May", "Li": a short form that is also a word or a first name cannot be told apart.
        let word = vocabulary::roles(first.key);
        if class == LEADER && rest.is_empty() && word != 0 {
            return;
        }
        let rest: Vec<u64> = rest.iter().map(|token| token.key).collect();
        let list: &mut Vec<Form> = forms.entry(first.key).or_default();
        match list.iter_mut().find(|form| form.rest == rest) {
            // A name of several is a country's before a capital's or an adjective.
            Some(_) => {}
            None => list.push(Form { rest, class }),
        }
    };
    for country in Countries::register().all() {
        // "Gambia, the" and "Congo (Kinshasa)" are forms of lists, not of sentences.
        let running = |name: &&String| !name.contains([',', '(']);
        for name in std::iter::once(&country.name)
            .chain(&country.names)
            .filter(running)
        {
            add(name, COUNTRY);
        }
    }
    for country in Countries::register().all() {
        for name in &country.capitals {
            add(name, CAPITAL);
        }
    }
    for country in Countries::register().all() {
        for adjective in &country.adjectives {
            add(adjective, ADJECTIVE);
            add(&format!("{adjective}s"), ADJECTIVE);
        }
    }
    for leader in leaders() {
        add(super::without_title(&leader.name), LEADER);
    }
    #[expect(
        clippy::iter_over_hash_type,
        reason = "each list is sorted by itself; the order of lists cannot show"
    )]
    for list in forms.values_mut() {
        list.sort_by_key(|form| std::cmp::Reverse(form.rest.len()));
    }
    forms
}

/// Whether an adjective's form is the plural of another ("Iraqis", but not "Swiss").
pub(super) fn is_plural(word: &str) -> bool {
    word.strip_suffix('s')
        .and_then(|single| FORMS.get(&key_of(single)))
        .is_some_and(|forms| {
            forms
                .iter()
                .any(|form| form.rest.is_empty() && form.class == ADJECTIVE)
        })
}

/// The class of a word that is a name of the register by itself.
pub(super) fn class(word: &str) -> Option<Roles> {
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let form = FORMS
        .get(&key_of(word))?
        .iter()
        .find(|form| form.rest.is_empty())?;
    Some(form.class)
}

/// The longest name of the register at token `at`: its length in tokens and its class.
pub(super) fn unit(words: &Words, at: usize) -> Option<(usize, Roles)> {
    let tokens = words.tokens();
    let first = tokens.get(at)?;
    if first.case == Case::Lower || first.kind != Kind::Word {
        return None;
    }
    for form in FORMS.get(&first.key)? {
        let rest = tokens.get(at + 1..at + 1 + form.rest.len());
        if rest.is_some_and(|rest| {
            rest.iter()
                .map(|token| token.key)
                .eq(form.rest.iter().copied())
        }) {
            return Some((form.rest.len() + 1, form.class));
        }
    }
    None
}
