//! A sentence as the models see it: every proper name is one mark, every number another.
//!
//! Names, adjectives and capitals of all countries of the register become [`mark::COUNTRY`]; names of
//! leaders and every capitalised word outside the general vocabulary become [`mark::NAME`], a whole run of them
//! once. So no name of a country, place or person can move a score (even hand).

use super::vocabulary::{FIRST_WORD, Vocabulary, mark};
use crate::tokens::{Case, Kind, Token, Words, key_of};
use evenhand_report::Span;
use evenhand_report::country::Countries;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// A word as the models see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its number in the vocabulary, or one of [`mark`].
    pub number: u16,
    /// Its wide and narrow class; 0 for none.
    pub classes: [u8; 2],
    /// Where it stands.
    pub span: Span,
    /// Its key; 0 for what is masked.
    pub key: u64,
}

struct Keys {
    the: u64,
    an: u64,
    a: u64,
    hyphen: u64,
    particles: Vec<u64>,
    quotes: Vec<u64>,
    months: Vec<u64>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let all = |words: &str| words.split_whitespace().map(key_of).collect::<Vec<_>>();
    Keys {
        the: key_of("the"),
        an: key_of("an"),
        a: key_of("a"),
        hyphen: key_of("-"),
        particles: all(
            "al el ul ud bin ibn bint abu ben de da do dos das la le du van von der den di del y e ould mint",
        ),
        quotes: all("\" ' “ ” ‘ ’ « »"),
        months: all(
            "january february march april may june july august september october november december \
             monday tuesday wednesday thursday friday saturday sunday",
        ),
    }
});

/// What a masked sequence of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Masked {
    Country,
    Leader,
}

type Sequences =
    HashMap<u64, Vec<(Vec<u64>, Masked)>, BuildHasherDefault<crate::lexicon::KeyHasher>>;

/// Sequences of words that are masked, by the key of the first word, longest first.
static MASKED: LazyLock<Sequences> = LazyLock::new(|| {
    let mut sequences = Sequences::default();
    let mut add = |name: &str, what: Masked| {
        let words = Words::of(name);
        let keys: Vec<u64> = words.tokens().iter().map(|token| token.key).collect();
        if let Some(first) = keys.first() {
            sequences.entry(*first).or_default().push((keys, what));
        }
    };
    for country in Countries::register().all() {
        for name in std::iter::once(&country.name).chain(&country.names) {
            // "Gambia, the" is a form of lists: in a sentence it would swallow the comma.
            if !name.contains([',', '(', '–']) && !name.contains(" - ") {
                add(name, Masked::Country);
            }
        }
        for capital in &country.capitals {
            add(capital, Masked::Country);
        }
        for adjective in &country.adjectives {
            add(adjective, Masked::Country);
            add(&format!("{adjective}s"), Masked::Country);
        }
    }
    for leader in evenhand_report::leaders() {
        add(crate::names::without_title(&leader.name), Masked::Leader);
    }
    // Longest first; the order of the rest only makes it the same every time.
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted for itself")]
    for list in sequences.values_mut() {
        list.sort_by(|(a, what), (b, other)| {
            b.len().cmp(&a.len()).then(what.cmp(other)).then(a.cmp(b))
        });
        list.dedup();
    }
    sequences
});

/// Keys of the single words that stand in names of countries, capitals and leaders: never words of the
/// vocabulary by their capital alone.
#[must_use]
pub fn words_of_names() -> std::collections::BTreeSet<u64> {
    let mut keys = std::collections::BTreeSet::new();
    #[expect(clippy::iter_over_hash_type, reason = "gathered into an ordered set")]
    for list in MASKED.values() {
        keys.extend(list.iter().flat_map(|(keys, _)| keys));
    }
    keys.extend(&KEYS.months);
    keys
}

/// The words of a text as the models see them, into `out`.
pub fn mask(words: &Words, vocabulary: &Vocabulary, out: &mut Vec<Seen>) {
    out.clear();
    let keys = &*KEYS;
    let tokens = words.tokens();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let capital = token.kind == Kind::Word && token.case != Case::Lower;
        let known = match token.kind {
            Kind::Word | Kind::Mark => vocabulary.get(token.key),
            Kind::Number | Kind::Possessive => None,
        };
        if capital && let Some((length, what)) = masked_at(tokens, at) {
            // "Male prisoners" opens a sentence; a capital of that name does so too rarely to matter.
            let plain = length == 1 && at == 0 && known.is_some_and(|word| !word.capital);
            if !plain {
                let number = match what {
                    Masked::Country => mark::COUNTRY,
                    Masked::Leader => mark::NAME,
                };
                if out.last().is_some_and(|last| last.key == keys.the) {
                    out.pop();
                }
                push_mark(out, number, token.span.join(tokens[at + length - 1].span));
                at += length;
                continue;
            }
        }
        match token.kind {
            Kind::Possessive => {}
            Kind::Number => push_mark(out, number_mark(words, *token), token.span),
            Kind::Mark if keys.quotes.contains(&token.key) => {}
            Kind::Word if capital && at > 0 && keys.months.contains(&token.key) => {
                push_mark(out, mark::MONTH, token.span);
            }
            Kind::Word | Kind::Mark => match known {
                Some(word) if capital || !word.capital => {
                    let key = if token.key == keys.an {
                        keys.a
                    } else {
                        token.key
                    };
                    let word = if key == token.key {
                        Some(word)
                    } else {
                        vocabulary.get(key)
                    };
                    let word = word.unwrap_or_default();
                    out.push(Seen {
                        number: word.number,
                        classes: word.classes,
                        span: token.span,
                        key,
                    });
                }
                _ if capital => {
                    fold_particles(out, keys);
                    push_mark(out, mark::NAME, token.span);
                }
                _ if token.kind == Kind::Word => out.push(Seen {
                    number: mark::OTHER,
                    classes: [0; 2],
                    span: token.span,
                    key: 0,
                }),
                _ => {}
            },
        }
        at += 1;
    }
}

fn number_mark(words: &Words, token: Token) -> u16 {
    let digits = words.str(token);
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if year { mark::YEAR } else { mark::NUMBER }
}

/// Particles and hyphens between two names are part of the name ("Mohammed bin Salman", "al-Asad").
fn fold_particles(out: &mut Vec<Seen>, keys: &Keys) {
    let folded = |seen: &Seen| seen.key == keys.hyphen || keys.particles.contains(&seen.key);
    let tail = out
        .iter()
        .rev()
        .take(3)
        .take_while(|seen| folded(seen))
        .count();
    let before = out.len() - tail;
    let after_name = before > 0
        && out
            .get(before - 1)
            .is_some_and(|seen| seen.number == mark::NAME);
    let particle = out
        .get(before)
        .is_some_and(|seen| keys.particles.contains(&seen.key));
    if tail > 0 && (after_name || particle) {
        out.truncate(before);
    }
}

/// Adds a mark, or lengthens the last one where it is the same.
fn push_mark(out: &mut Vec<Seen>, number: u16, span: Span) {
    debug_assert!(number < FIRST_WORD);
    match out.last_mut() {
        Some(last) if last.number == number => last.span = last.span.join(span),
        _ => out.push(Seen {
            number,
            classes: [0; 2],
            span,
            key: 0,
        }),
    }
}

/// The longest masked name that begins here: its length in tokens, and what it is.
fn masked_at(tokens: &[Token], at: usize) -> Option<(usize, Masked)> {
    MASKED
        .get(&tokens.get(at)?.key)?
        .iter()
        .find_map(|(keys, what)| {
            let rest = tokens.get(at..at + keys.len())?;
            let same = rest.iter().zip(keys).all(|(token, key)| token.key == *key);
            same.then_some((keys.len(), *what))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<u16> {
        let mut out = Vec::new();
        mask(&Words::of(text), Vocabulary::committed(), &mut out);
        out.iter().map(|seen| seen.number).collect()
    }

    #[test]
    fn no_name_of_a_country_or_person_is_seen() {
        let one =
            numbers("The Kazakh police said Kazakhstan’s courts freed Aidar Seitkali bin Omar.");
        for other in [
            "The Saudi Arabian police said the United Arab Emirates’ courts freed John Veldt.",
            "The Chadian police said Chad’s courts freed Abdul al-Qasim Okoro.",
            "The South Sudanese police said South Sudan’s courts freed Nguyen Xuvar.",
        ] {
            assert_eq!(one, numbers(other), "{other}");
        }
    }

    #[test]
    fn a_country_with_its_long_name_is_the_same_mark() {
        assert_eq!(
            numbers("An initiative of the government of the Netherlands, the business sector."),
            numbers(
                "An initiative of the government of the Republic of the Congo, the business sector."
            )
        );
        assert_eq!(
            numbers("In 2017 King Hamad freed the Bahrain National Agency."),
            numbers("In 2017 King Lourenco freed the Angola National Agency.")
        );
    }

    #[test]
    fn articles_and_lengths_of_names_do_not_show() {
        assert_eq!(
            numbers("In the Bahamas an Afghan journalist was held."),
            numbers("In Papua New Guinea a Dutch journalist was held.")
        );
    }
}
