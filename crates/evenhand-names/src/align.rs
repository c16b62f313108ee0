//! Which part of one name stands for which part of the other.
//!
//! In: two names. Out: aligned parts, and those that are left over on either side. The likest parts are taken first, so that the outcome
//! does not hang on the order of the words.

use crate::likeness::{self, Alike, How};
use crate::name::{Name, Part, Role};
use crate::romanise::Script;
use crate::skeleton;
use crate::words::persons;

/// A run of parts, by number, the end excluded.
pub(crate) type Run = (u8, u8);

/// Parts of the two names that stand for each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Aligned {
    pub(crate) left: Run,
    pub(crate) right: Run,
    pub(crate) how: How,
    pub(crate) edits: f32,
}

/// What was aligned, and what was not.
#[derive(Debug, Default)]
pub(crate) struct Alignment {
    pub(crate) aligned: Vec<Aligned>,
    /// Parts of the left name that are taken, one bit each; likewise the right.
    pub(crate) left: u32,
    pub(crate) right: u32,
}

const fn bit(at: usize) -> u32 {
    1 << at
}

/// One part, as a run. Names have at most twenty-four parts.
fn single(at: usize) -> Run {
    run(at, at + 1)
}

fn run(from: usize, to: usize) -> Run {
    (
        u8::try_from(from).unwrap_or(u8::MAX),
        u8::try_from(to).unwrap_or(u8::MAX),
    )
}

fn bits((from, to): Run) -> u32 {
    (usize::from(from)..usize::from(to)).fold(0, |set, at| set | bit(at))
}

/// Lays two names beside each other.
pub(crate) fn align(a: &Name, b: &Name) -> Alignment {
    let mut alignment = Alignment {
        aligned: Vec::with_capacity(a.parts.len().max(b.parts.len()) + 2),
        ..Alignment::default()
    };
    syllables(a, b, &mut alignment);
    if !alignment.aligned.is_empty() {
        return alignment;
    }
    let mut found: Vec<(u32, u8, u8, Alike)> = Vec::with_capacity(8);
    for (i, one) in a.parts.iter().enumerate() {
        for (j, other) in b.parts.iter().enumerate() {
            if let Some(alike) = likeness::parts(a, one, b, other) {
                // Every edit weighs more than any way of being the same, and place decides last.
                let rank = rank(alike) * 64 + u32::try_from(i.abs_diff(j)).unwrap_or(0).min(63);
                found.push((rank, single(i).0, single(j).0, alike));
            }
        }
    }
    found.sort_unstable_by_key(|&(rank, i, j, _)| (rank, i, j));
    let free = |name: &Name, taken: u32| {
        name.parts
            .iter()
            .enumerate()
            .any(|(at, part)| taken & bit(at) == 0 && is_word(part))
    };
    let (same, near): (Vec<_>, Vec<_>) = found.into_iter().partition(|(.., alike)| {
        alike.edits <= 0.0 && !matches!(alike.how, How::Initial | How::Nickname)
    });
    for (_, i, j, alike) in same {
        alignment.take(single(usize::from(i)), single(usize::from(j)), alike);
    }
    if free(a, alignment.left) && free(b, alignment.right) {
        join(a, b, &mut alignment, false, false);
        join(b, a, &mut alignment, true, false);
    }
    for (_, i, j, alike) in near {
        alignment.take(single(usize::from(i)), single(usize::from(j)), alike);
    }
    if free(a, alignment.left) && free(b, alignment.right) {
        join(a, b, &mut alignment, false, true);
        join(b, a, &mut alignment, true, true);
        acronym(a, b, &mut alignment, false);
        acronym(b, a, &mut alignment, true);
    }
    alignment
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "edits are between 0 and 3"
)]
fn rank(alike: Alike) -> u32 {
    let way = match alike.how {
        How::Equal => 0,
        How::Spelling | How::Transliteration => 1,
        How::Nickname => 8,
        How::Initial => 25,
        _ => 2,
    };
    way + (alike.edits * 10.0) as u32
}

/// Parts that say who is meant.
pub(crate) fn is_word(part: &Part) -> bool {
    matches!(
        part.role,
        Role::Word | Role::Half | Role::Loose | Role::Sort
    )
}

impl Alignment {
    /// Takes the parts, where both runs are still free.
    fn take(&mut self, left: Run, right: Run, alike: Alike) -> bool {
        let free = self.left & bits(left) == 0 && self.right & bits(right) == 0;
        if free {
            self.left |= bits(left);
            self.right |= bits(right);
            self.aligned.push(Aligned {
                left,
                right,
                how: alike.how,
                edits: alike.edits,
            });
        }
        free
    }

    fn take_turned(&mut self, one: Run, other: Run, alike: Alike, turned: bool) -> bool {
        if turned {
            self.take(other, one, alike)
        } else {
            self.take(one, other, alike)
        }
    }

    fn free(&self, turned: bool) -> (u32, u32) {
        if turned {
            (self.right, self.left)
        } else {
            (self.left, self.right)
        }
    }
}

/// One word against two to four that follow each other: "Zhanbolat" against "Zhan Bolat".
fn join(a: &Name, b: &Name, alignment: &mut Alignment, turned: bool, slips: bool) {
    let mut folded = String::new();
    for (i, one) in a.parts.iter().enumerate() {
        if !is_word(one) || alignment.free(turned).0 & bit(i) != 0 {
            continue;
        }
        let word = a.folded(one);
        'runs: for from in 0..b.parts.len() {
            for to in from + 2..=(from + 4).min(b.parts.len()) {
                let Some([first, .., last]) = b.parts.get(from..to) else {
                    break;
                };
                if alignment.free(turned).1 & bits(run(from, to)) != 0 {
                    break;
                }
                let Some(joined) = b.joined(first, last) else {
                    break;
                };
                if joined.len() > a.plain(one).len() + 3 {
                    break;
                }
                folded.clear();
                skeleton::fold(joined, &mut folded);
                let bare = one.script == Script::Consonants
                    || (first.script == Script::Consonants && one.script != first.script);
                // A whole name in syllables is long, and its reading less sure.
                let most = match one.script {
                    Script::Syllables if slips && word.len() > 5 => 2.0,
                    _ if slips && word.len() > 5 => 1.0,
                    _ => 0.0,
                };
                let edits = if bare && one.script != first.script {
                    likeness::by_consonants(word, &folded)
                        .map(|alike| alike.edits)
                        .filter(|&edits| edits <= most)
                } else if word == folded {
                    Some(0.0)
                } else {
                    likeness::edits(word, &folded, most).map(|alike| alike.edits)
                };
                if let Some(edits) = edits {
                    alignment.take_turned(
                        single(i),
                        run(from, to),
                        Alike {
                            how: How::Spacing,
                            edits,
                        },
                        turned,
                    );
                    break 'runs;
                }
            }
        }
    }
}

/// Two ways of writing Chinese syllables, where one of the names shows the older one and the words are few and short.
fn syllables(a: &Name, b: &Name, alignment: &mut Alignment) {
    const OLDER: &[&str] = &["hs", "ts", "tz", "ieh", "ueh", "ih", "ch"];
    let (one, other) = (a.compact(), b.compact());
    let written_so = |name: &Name| {
        (2..=3).contains(&name.parts.len())
            && name
                .parts
                .iter()
                .all(|part| is_word(part) && name.plain(part).len() < 13)
    };
    if a.kind() == crate::Kind::Body
        || one.len().max(other.len()) > 18
        || one == other
        || one
            .bytes()
            .chain(other.bytes())
            .any(|byte| matches!(byte, b'v' | b'r'))
        || !(OLDER.iter().any(|mark| one.contains(mark))
            || OLDER.iter().any(|mark| other.contains(mark)))
        || !(written_so(a) && written_so(b))
    {
        return;
    }
    if syllable_sounds(one) == syllable_sounds(other) {
        let (left, right) = (run(0, a.parts.len()), run(0, b.parts.len()));
        alignment.take(
            left,
            right,
            Alike {
                how: How::Transliteration,
                edits: 0.0,
            },
        );
    }
}

/// The sounds that two ways of writing Chinese syllables share.
fn syllable_sounds(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    const FOLDS: &[(&str, &str)] = &[
        ("ihs", "ix"),
        ("hs", "x"),
        ("sh", "S"),
        ("zh", "j"),
        ("ch", "j"),
        ("q", "j"),
        ("tz", "z"),
        ("ts", "z"),
        ("ung", "ong"),
        ("ieh", "ie"),
        ("ueh", "ue"),
        ("ih", "i"),
        ("c", "z"),
        ("t", "d"),
        ("p", "b"),
        ("k", "g"),
    ];
    while let Some(first) = rest.chars().next() {
        if let Some((from, to)) = FOLDS.iter().find(|(from, _)| rest.starts_with(from)) {
            out.push_str(to);
            rest = rest.get(from.len()..).unwrap_or("");
        } else {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or("");
        }
    }
    out
}

/// The first letters of words that follow each other, as a word of the other name.
fn acronym(a: &Name, b: &Name, alignment: &mut Alignment, turned: bool) {
    if a.kind() != crate::Kind::Body {
        return;
    }
    for (i, one) in a.parts.iter().enumerate() {
        let letters = a.plain(one);
        if !is_word(one)
            || alignment.free(turned).0 & bit(i) != 0
            || !(2..=7).contains(&letters.len())
        {
            continue;
        }
        'starts: for from in 0..b.parts.len() {
            // With and without the small words between.
            for small in [false, true] {
                let mut rest = letters;
                for (to, part) in b.parts.iter().enumerate().skip(from) {
                    if alignment.free(turned).1 & bit(to) != 0 || part.role == Role::Form {
                        break;
                    }
                    if part.role == Role::Particle && !small {
                        if to == from {
                            break;
                        }
                        continue;
                    }
                    let first = b.plain(part).chars().next();
                    let Some(shorter) = first.and_then(|first| rest.strip_prefix(first)) else {
                        break;
                    };
                    rest = shorter;
                    if rest.is_empty() {
                        if to > from {
                            alignment.take_turned(
                                single(i),
                                run(from, to + 1),
                                Alike {
                                    how: How::Acronym,
                                    edits: 0.0,
                                },
                                turned,
                            );
                            break 'starts;
                        }
                        break;
                    }
                }
            }
        }
    }
}

/// Whether the words of the two names follow each other in one order.
pub(crate) fn same_order(alignment: &Alignment) -> bool {
    let mut places: Vec<(u8, u8)> = alignment
        .aligned
        .iter()
        .map(|pair| (pair.left.0, pair.right.0))
        .collect();
    places.sort_unstable();
    places.is_sorted_by_key(|place| place.1)
}

/// Both names say "A son of B", and what is A in one is not A in the other.
pub(crate) fn father_and_son(a: &Name, b: &Name, alignment: &Alignment) -> bool {
    let given = |name: &Name| {
        let father = name
            .parts
            .iter()
            .position(|part| part.role == Role::Father)?;
        // A "bin" at the very end says nothing about who is whose son.
        let son = (0..father).find(|&at| name.parts.get(at).is_some_and(is_word))?;
        name.parts
            .get(father + 1..)?
            .iter()
            .any(is_word)
            .then_some(son)
    };
    let (Some(left), Some(right)) = (given(a), given(b)) else {
        return false;
    };
    alignment.aligned.iter().any(|pair| {
        let (of_left, of_right) = (
            usize::from(pair.left.0) == left,
            usize::from(pair.right.0) == right,
        );
        of_left != of_right
            && a.parts.get(usize::from(pair.left.0)).is_some_and(is_word)
            && b.parts.get(usize::from(pair.right.0)).is_some_and(is_word)
    })
}

/// Whether a left-over word is a father's name by its ending and place: neither first nor the only family name.
pub(crate) fn is_fathers_name(name: &Name, at: usize) -> bool {
    let words = name.parts.iter().filter(|part| is_word(part)).count();
    words > 2
        && at > 0
        && name
            .parts
            .get(at)
            .is_some_and(|part| persons::is_fathers_name(name.plain(part)))
}
