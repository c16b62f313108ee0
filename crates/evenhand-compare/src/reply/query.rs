//! What is searched for: weighed words and a meaning; and what a line offers to it.
//!
//! In: the words of a point and, fainter, those around it. Out: how well a line answers, 0 to about one.
//! Words are compared by stem, by root (the first letters of long words) and by groups of the
//! field's synonyms.

use super::meaning::Vector;
use super::synonyms;
use crate::words::{self, Key, KeyMap, Piece, Table};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Letters of a root; shorter words have none.
const ROOT: usize = 6;

/// What a match by root or by group counts, against 1 for the same stem.
const BY_ROOT: f32 = 0.7;
const BY_GROUP: f32 = 0.55;

/// Words that say nothing of what a point is about: those of every text, and those with which
/// replies speak of the report itself.
static EMPTY: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "a the and or but of in on at to from by for with without as than then that this there here \
         it its he she they them his her their our we us i my your you who whom whose which what \
         when where while how why be is have do can may will must not no nor so such any all each \
         every both either neither some many much more most few other another same own only just \
         even also too very quite rather yet still already again once ever never now always often \
         if because since until into onto over under about after before between among during \
         through against upon within up down out off one thing things way let like being etc \
         mr mrs ms et al first time however although though therefore thus indeed course perhaps \
         completely systematically certain fundamental so-called called call \
         report reports chapter section text paragraph page edition author authors reader reading \
         name names named source sources information issue position opinion statement question matter fact \
         use used using different create created kind situation way place places use placed \
         become becomes became remain remains say said says tell told write wrote written speak spoke mention mentioned note noted \
         word words learn known know see look find found give gave given take took taken made make",
        (),
    )])
});

/// Whether the word with this stem says nothing by itself.
pub(super) fn is_empty_word(stem: u64) -> bool {
    EMPTY.has(stem)
}

/// The words of a line, for matching.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    /// Stems, sorted, each once.
    stems: Vec<u64>,
    /// Roots, sorted, each once.
    roots: Vec<u64>,
    /// Groups of synonyms, sorted, each once.
    groups: Vec<u16>,
    /// How many words the line has.
    pub(crate) length: u32,
}

impl Terms {
    /// The words of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut terms = Self::default();
        each_term(text, |term| {
            terms.length += 1;
            terms.stems.push(term.stem);
            terms.roots.extend(term.root);
            terms.groups.extend(synonyms::groups(term.stem));
        });
        terms.stems.sort_unstable();
        terms.stems.dedup();
        terms.roots.sort_unstable();
        terms.roots.dedup();
        terms.groups.sort_unstable();
        terms.groups.dedup();
        terms
    }

    /// One word.
    pub(super) fn one(term: Term) -> Self {
        Self {
            stems: vec![term.stem],
            roots: term.root.into_iter().collect(),
            groups: synonyms::groups(term.stem).to_vec(),
            length: 1,
        }
    }

    /// Adds the words of another line of the same passage.
    pub(crate) fn join(&mut self, other: &Self) {
        self.length += other.length;
        self.stems.extend(&other.stems);
        self.roots.extend(&other.roots);
        self.groups.extend(&other.groups);
        self.stems.sort_unstable();
        self.stems.dedup();
        self.roots.sort_unstable();
        self.roots.dedup();
        self.groups.sort_unstable();
        self.groups.dedup();
    }

    /// The stems, sorted, each once.
    pub(crate) fn stems(&self) -> &[u64] {
        &self.stems
    }

    fn has_stem(&self, stem: u64) -> bool {
        self.stems.binary_search(&stem).is_ok()
    }

    /// How well the line has a term: 1 for its stem, less for its root or a synonym, 0 for nothing.
    pub(super) fn has(&self, term: Term) -> f32 {
        if self.has_stem(term.stem) {
            1.0
        } else if term
            .root
            .is_some_and(|root| self.roots.binary_search(&root).is_ok())
        {
            BY_ROOT
        } else if synonyms::groups(term.stem)
            .iter()
            .any(|group| self.groups.binary_search(group).is_ok())
        {
            BY_GROUP
        } else {
            0.0
        }
    }
}

/// A word as it is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) stem: u64,
    pub(super) root: Option<u64>,
    pub(super) number: bool,
    pub(super) capital: bool,
}

/// Calls `each` with every word and number of a text that says something.
pub(super) fn each_term(text: &str, mut each: impl FnMut(Term)) {
    let text = &*with_hyphens(text);
    let mut lower = String::new();
    words::cut(text, |piece, span| {
        let word = span.of(text);
        match piece {
            Piece::Mark => {}
            Piece::Number => {
                let mut key = Key::new();
                word.bytes()
                    .filter(|byte| *byte != b',')
                    .for_each(|byte| key.byte(byte));
                each(Term {
                    stem: key.done(),
                    root: None,
                    number: true,
                    capital: false,
                });
            }
            Piece::Word => {
                let stem = words::stem(word, &mut lower);
                if EMPTY.has(stem) {
                    return;
                }
                let letters = lower.chars().count();
                let root = (letters > ROOT).then(|| {
                    let mut key = Key::new();
                    lower.chars().take(ROOT).for_each(|ch| key.char(ch));
                    key.byte(b'~');
                    key.done()
                });
                each(Term {
                    stem,
                    root,
                    number: false,
                    capital: word.starts_with(char::is_uppercase),
                });
            }
        }
    });
}

/// A dash between two letters is a hyphen that an editor or a translation exchanged ("non–partisan").
fn with_hyphens(text: &str) -> Cow<'_, str> {
    if !text.contains('–') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(ch) = rest.next() {
        let inside = plain.ends_with(char::is_alphabetic)
            && rest.peek().is_some_and(|next| next.is_lowercase());
        plain.push(if ch == '–' && inside { '-' } else { ch });
    }
    Cow::Owned(plain)
}

/// How rare words are on the shelf.
#[derive(Debug, Default)]
pub(super) struct Rarity {
    /// In how many lines each stem stands. Never iterated.
    lines: KeyMap<u32>,
    all: u32,
}

impl Rarity {
    /// Counts the lines of a volume.
    pub(super) fn count(&mut self, terms: &[Terms]) {
        for line in terms {
            self.all += 1;
            for stem in line.stems() {
                *self.lines.entry(*stem).or_insert(0) += 1;
            }
        }
    }

    /// How much a word says: the logarithm of how few lines have it, 0 to 1.
    pub(super) fn of(&self, term: Term) -> f32 {
        let with = self.lines.get(&term.stem).copied().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "some thousand lines")]
        let (all, with) = (self.all.max(1) as f32, with as f32);
        // As if there were some lines more: a shelf of three sentences must not make every word worthless.
        ((all + 50.0) / (with + 1.0)).ln() / (all + 50.0).ln()
    }
}

/// What is searched for.
#[derive(Debug, Clone, Default)]
pub(super) struct Query {
    /// Words with their weight, rarity included; the heaviest counts once.
    pub(super) terms: Vec<(Term, f32)>,
    /// The meaning.
    pub(super) vector: Vector,
}

impl Query {
    /// Adds the words of a text with a weight.
    pub(super) fn words(
        &mut self,
        text: &str,
        weight: f32,
        rarity: &Rarity,
        skip: &dyn Fn(Term) -> bool,
    ) {
        each_term(text, |term| {
            if skip(term) {
                return;
            }
            let weight = weight * rarity.of(term);
            match self
                .terms
                .iter_mut()
                .find(|(known, _)| known.stem == term.stem)
            {
                Some((_, known)) => *known = known.max(weight),
                None => self.terms.push((term, weight)),
            }
        });
    }

    /// How well a line has the words: 1 where it has all of them and nothing much besides.
    pub(super) fn answered(&self, line: &Terms, average: f32) -> f32 {
        let all: f32 = self.terms.iter().map(|(_, weight)| weight).sum();
        if all <= 0.0 {
            return 0.0;
        }
        let has: f32 = self
            .terms
            .iter()
            .map(|(term, weight)| line.has(*term) * weight)
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "lengths of sentences are small")]
        let length = line.length as f32;
        // Long lines have many words by chance: the share is dampened as in BM25 (b = 0.35).
        has / all / (0.65 + 0.35 * (length / average).min(4.0))
    }

    /// The share of what is searched for, by weight, that the line has, whatever its length.
    pub(super) fn share(&self, line: &Terms) -> f32 {
        let all: f32 = self.terms.iter().map(|(_, weight)| weight).sum();
        let has: f32 = self
            .terms
            .iter()
            .map(|(term, weight)| line.has(*term) * weight)
            .sum();
        if all > 0.0 { has / all } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_inside_a_word_is_a_hyphen() {
        let of = |text: &str| {
            let mut stems = Vec::new();
            each_term(text, |term| stems.push(term.stem));
            stems
        };
        assert_eq!(of("non–partisan lists"), of("non-partisan lists"));
        assert_eq!(of("prisons – crowded"), of("prisons crowded"));
        assert_eq!(with_hyphens("1990–1995"), "1990–1995");
    }
}
