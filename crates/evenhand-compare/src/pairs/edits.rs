//! What changed between two wordings, word by word, with everything taken out that changes no
//! assertion: tense, terms, word order, spelling, abbreviations, references to other sections.
//!
//! In: two sentences. Out: their tokens, each with its state, and the places where they differ.

use super::lexicon::Kind;
use super::tokens::{Token, after_heading, tokens};
use crate::words::same_letters;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// What became of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Stands in both, letter by letter.
    Kept,
    /// Stands in both in another form: tense, number, another term for the same.
    Reworded,
    /// Stands elsewhere in the other sentence.
    Moved,
    /// Has a word of the same root in the other sentence.
    Related,
    /// Is spelled otherwise there.
    Spelled,
    /// Is an abbreviation there, or its long form.
    Abbreviated,
    /// Belongs to a pointer to another section.
    Pointer,
    /// Stands on one side only.
    Changed,
}

/// A place where the sentences differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    /// Tokens of the older sentence.
    pub(super) old: Range<usize>,
    /// Tokens of the newer sentence.
    pub(super) new: Range<usize>,
}

/// One sentence of a pair.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) states: Vec<State>,
    /// The heading that runs into it, where it has one.
    pub(super) heading: usize,
}

impl<'a> Side<'a> {
    fn new(text: &'a str) -> Self {
        let heading = after_heading(text);
        let tokens = tokens(text, heading);
        Self {
            text,
            states: vec![State::Kept; tokens.len()],
            tokens,
            heading,
        }
    }

    /// The tokens that stand on this side only.
    pub(super) fn changed(&self) -> impl Iterator<Item = (usize, &Token)> {
        self.tokens
            .iter()
            .enumerate()
            .filter(|(at, _)| self.states[*at] == State::Changed)
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens[at].span.of(self.text)
    }

    fn lower(&self, at: usize) -> String {
        self.word(at)
            .chars()
            .filter(|ch| ch.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    }

    fn open(&self, range: &Range<usize>) -> Vec<usize> {
        range
            .clone()
            .filter(|at| self.states[*at] == State::Changed)
            .collect()
    }
}

/// Two sentences and where they differ.
#[derive(Debug)]
pub(super) struct Edits<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    pub(super) hunks: Vec<Hunk>,
}

impl<'a> Edits<'a> {
    pub(super) fn of(old: &'a str, new: &'a str) -> Self {
        let (old, new) = (Side::new(old), Side::new(new));
        let mut edits = Self {
            old,
            new,
            hunks: Vec::new(),
        };
        edits.diff();
        edits.pointers();
        edits.spellings();
        edits.abbreviations();
        edits.moved();
        edits.related();
        edits
    }

    fn diff(&mut self) {
        let keys = |side: &Side<'_>| side.tokens.iter().map(|t| t.key).collect::<Vec<u64>>();
        let (old, new) = (keys(&self.old), keys(&self.new));
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let (before, after) = (op.old_range(), op.new_range());
            if let DiffOp::Equal { .. } = op {
                for (i, j) in before.zip(after) {
                    if !same_letters(self.old.word(i), self.new.word(j)) {
                        self.old.states[i] = State::Reworded;
                        self.new.states[j] = State::Reworded;
                    }
                }
                continue;
            }
            for i in before.clone() {
                self.old.states[i] = State::Changed;
            }
            for j in after.clone() {
                self.new.states[j] = State::Changed;
            }
            // One place where a removal meets an addition.
            match self.hunks.last_mut() {
                Some(last) if last.old.end == before.start && last.new.end == after.start => {
                    last.old.end = before.end;
                    last.new.end = after.end;
                }
                _ => self.hunks.push(Hunk {
                    old: before,
                    new: after,
                }),
            }
        }
    }

    /// "(see section 1.c.)" and the like, on either side.
    fn pointers(&mut self) {
        for side in [&mut self.old, &mut self.new] {
            let mut at = 0;
            while at < side.tokens.len() {
                let see = side.word(at).eq_ignore_ascii_case("see")
                    || side.word(at).to_lowercase().starts_with("see ");
                let section = (at + 1..side.tokens.len().min(at + 4))
                    .any(|near| side.word(near).to_lowercase().starts_with("section"));
                if see && section {
                    let from = side.tokens[at].span.end as usize;
                    let rest = side.text.get(from..).unwrap_or("");
                    // To the end of the brackets, else to the end.
                    let end = rest
                        .find(").")
                        .or_else(|| rest.find(')'))
                        .unwrap_or(rest.len())
                        + from;
                    while at < side.tokens.len() && (side.tokens[at].span.start as usize) < end {
                        if side.states[at] == State::Changed {
                            side.states[at] = State::Pointer;
                        }
                        at += 1;
                    }
                } else {
                    at += 1;
                }
            }
        }
    }

    /// The same letters with other hyphens and blanks, and slips of one letter.
    fn spellings(&mut self) {
        for hunk in self.hunks.clone() {
            let (old, new) = (self.old.open(&hunk.old), self.new.open(&hunk.new));
            for width in 1..=3usize {
                for other in 1..=3usize {
                    for a in old.windows(width) {
                        for b in new.windows(other) {
                            if a.iter().any(|i| self.old.states[*i] != State::Changed)
                                || b.iter().any(|j| self.new.states[*j] != State::Changed)
                            {
                                continue;
                            }
                            let one: String = a.iter().map(|i| self.old.lower(*i)).collect();
                            let two: String = b.iter().map(|j| self.new.lower(*j)).collect();
                            let slip = width == 1
                                && other == 1
                                && one_letter_apart(&one, &two, self.old.tokens[a[0]].capital);
                            if one == two || slip {
                                a.iter().for_each(|i| self.old.states[*i] = State::Spelled);
                                b.iter().for_each(|j| self.new.states[*j] = State::Spelled);
                            }
                        }
                    }
                }
            }
        }
    }

    /// "UN High Commissioner for Refugees" and "UNHCR", with or without the other beside it.
    fn abbreviations(&mut self) {
        let acronyms = |side: &Side<'_>| -> Vec<String> {
            side.tokens
                .iter()
                .filter(|token| token.acronym)
                .map(|token| {
                    token
                        .span
                        .of(side.text)
                        .trim_end_matches("s")
                        .chars()
                        .filter(|ch| ch.is_alphabetic())
                        .flat_map(char::to_lowercase)
                        .collect()
                })
                .collect()
        };
        let mut all = acronyms(&self.old);
        all.extend(acronyms(&self.new));
        all.sort();
        all.dedup();
        for hunk in self.hunks.clone() {
            for acronym in &all {
                spell_out(&mut self.old, &hunk.old, acronym);
                spell_out(&mut self.new, &hunk.new, acronym);
            }
        }
        // The acronym itself, where its long form was found or it stands in brackets.
        for side in [&mut self.old, &mut self.new] {
            for at in 0..side.tokens.len() {
                if side.states[at] != State::Changed || !side.tokens[at].acronym {
                    continue;
                }
                let span = side.tokens[at].span.range();
                let before = side.text.get(..span.start).unwrap_or("").trim_end();
                let after = side.text.get(span.end..).unwrap_or("").trim_start();
                let bracketed = before.ends_with('(') && after.starts_with(')');
                if bracketed {
                    side.states[at] = State::Abbreviated;
                }
            }
        }
        for hunk in self.hunks.clone() {
            let near = |side: &Side<'_>, range: &Range<usize>| {
                range
                    .clone()
                    .any(|at| side.states[at] == State::Abbreviated)
            };
            let (old_long, new_long) = (near(&self.old, &hunk.old), near(&self.new, &hunk.new));
            for (side, range, other) in [
                (&mut self.old, &hunk.old, new_long),
                (&mut self.new, &hunk.new, old_long),
            ] {
                for at in range.clone() {
                    if other && side.states[at] == State::Changed && side.tokens[at].acronym {
                        side.states[at] = State::Abbreviated;
                    }
                }
            }
        }
    }

    /// Words that stand elsewhere in the other sentence.
    fn moved(&mut self) {
        for i in 0..self.old.tokens.len() {
            if self.old.states[i] != State::Changed {
                continue;
            }
            let key = self.old.tokens[i].key;
            if let Some(j) = (0..self.new.tokens.len())
                .find(|j| self.new.states[*j] == State::Changed && self.new.tokens[*j].key == key)
            {
                self.old.states[i] = State::Moved;
                self.new.states[j] = State::Moved;
            }
        }
    }

    /// Words of one root: "enforce" and "enforcement", "inconsistent" and "inconsistently".
    fn related(&mut self) {
        for i in 0..self.old.tokens.len() {
            if self.old.states[i] != State::Changed || self.old.tokens[i].kind == Kind::Number {
                continue;
            }
            let one = self.old.lower(i);
            let found = (0..self.new.tokens.len()).find(|j| {
                self.new.states[*j] == State::Changed && same_root(&one, &self.new.lower(*j))
            });
            if let Some(j) = found {
                self.old.states[i] = State::Related;
                self.new.states[j] = State::Related;
            }
        }
    }
}

/// Marks a run of changed words whose initials make the acronym.
fn spell_out(side: &mut Side<'_>, range: &Range<usize>, acronym: &str) {
    let letters: Vec<char> = acronym.chars().collect();
    if letters.len() < 2 {
        return;
    }
    for start in range.clone() {
        let mut next = 0;
        let mut strangers = 0;
        for at in start..range.end {
            if side.states[at] != State::Changed {
                break;
            }
            let word = side.word(at).to_lowercase();
            if word
                .chars()
                .filter(|ch| ch.is_alphabetic())
                .collect::<String>()
                == *acronym
            {
                break;
            }
            let mut used = false;
            for part in word.split(['-', ' ', '‑']) {
                // "nongovernmental" gives N and G; "UN" gives both its letters.
                let part: Vec<char> = part.chars().filter(|ch| ch.is_alphabetic()).collect();
                if next < letters.len() && part.first() == letters.get(next) {
                    next += 1;
                    used = true;
                    let second = match part.as_slice() {
                        [_, second] => Some(second),
                        ['n', 'o', 'n', second, ..] => Some(second),
                        _ => None,
                    };
                    next += usize::from(second.is_some() && second == letters.get(next));
                }
            }
            if at == start && !used {
                break;
            }
            if !used && side.tokens[at].kind != Kind::Function {
                strangers += 1;
            }
            if strangers > 2 {
                break;
            }
            if next == letters.len() {
                for word in start..=at {
                    side.states[word] = State::Abbreviated;
                }
                return;
            }
        }
    }
}

/// Whether two words differ by one letter left out, or, in names, by one letter or its place.
fn one_letter_apart(one: &str, two: &str, name: bool) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if short.len() < 5 || short.first() != long.first() || long.iter().any(char::is_ascii_digit) {
        return false;
    }
    let same = short
        .iter()
        .zip(long.iter())
        .take_while(|(a, b)| a == b)
        .count();
    let tail = |offset: usize, skip: usize| {
        short
            .get(same + skip..)
            .is_some_and(|rest| long.get(same + offset..).is_some_and(|other| rest == other))
    };
    match long.len() - short.len() {
        0 => name && tail(1, 1),
        1 => tail(1, 0),
        _ => false,
    }
}

/// Whether two words have one root: a long common beginning and short endings.
fn same_root(one: &str, two: &str) -> bool {
    let common = one
        .chars()
        .zip(two.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = one.chars().count().max(two.chars().count());
    common >= 4 && common * 3 >= longest * 2 && longest - common <= 5
        || common >= 6 && common * 2 >= longest
}
