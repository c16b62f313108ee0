//! What people have decided about two names. It wins over every score, and no program changes it.
//!
//! Plain data and look-up; reading and writing files is the facade's.

use std::collections::BTreeMap;
use std::fmt;

/// What a person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judgement {
    /// One person or body.
    Same,
    /// Two.
    Different,
    /// Looked at, and not decided.
    Unsure,
}

impl Judgement {
    /// The word for it in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }

    /// The judgement that a word stands for.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Same, Self::Different, Self::Unsure]
            .into_iter()
            .find(|judgement| judgement.as_str() == word.trim().to_ascii_lowercase())
    }
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One decision: about which names, by whom, when, and what was shown to decide by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// One name as written.
    pub left: String,
    /// The other.
    pub right: String,
    /// The decision.
    pub judgement: Judgement,
    /// Who decided.
    pub who: String,
    /// When, as written by the person (ISO 8601).
    pub when: String,
    /// What was shown: a score and its parts, a passage.
    pub shown: String,
}

/// Two decisions about the same names that do not agree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "keeping the judgement on {:?} and {:?}: it is {} here, and {} (by {:?}) stands already; only a person may change it, by removing one of the two",
    .new.left, .new.right, .new.judgement, .old.judgement, .old.who
)]
pub struct JudgedTwice {
    /// The decision that stands.
    pub old: Box<Judged>,
    /// The one that was to be kept beside it.
    pub new: Box<Judged>,
}

/// All decisions, found by the two names in either order. Case and spaces at the ends do not matter; nothing else is forgiven.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judgements {
    by_names: BTreeMap<(String, String), Judged>,
}

fn key(one: &str, other: &str) -> (String, String) {
    let fold = |name: &str| {
        name.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    let (one, other) = (fold(one), fold(other));
    if one <= other {
        (one, other)
    } else {
        (other, one)
    }
}

impl Judgements {
    /// Keeps a decision.
    ///
    /// # Errors
    /// [`JudgedTwice`] where another decision about the same names stands; it stays.
    pub fn keep(&mut self, judged: Judged) -> Result<(), JudgedTwice> {
        let key = key(&judged.left, &judged.right);
        match self.by_names.get(&key) {
            Some(old) if old.judgement != judged.judgement => Err(JudgedTwice {
                old: Box::new(old.clone()),
                new: Box::new(judged),
            }),
            Some(_) => Ok(()),
            None => {
                self.by_names.insert(key, judged);
                Ok(())
            }
        }
    }

    /// The decision about two names, if there is one.
    #[must_use]
    pub fn get(&self, one: &str, other: &str) -> Option<&Judged> {
        if self.by_names.is_empty() {
            None
        } else {
            self.by_names.get(&key(one, other))
        }
    }

    /// All decisions, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = &Judged> {
        self.by_names.values()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_names.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_names.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(left: &str, right: &str, judgement: Judgement) -> Judged {
        Judged {
            left: left.into(),
            right: right.into(),
            judgement,
            who: "M. O.".into(),
            when: "2026-02-03".into(),
            shown: String::new(),
        }
    }

    #[test]
    fn a_decision_is_found_from_either_side() {
        let mut all = Judgements::default();
        all.keep(judged("Mira Orlan", "M. Orlan", Judgement::Same))
            .expect("kept");
        assert_eq!(
            all.get("m. orlan", " Mira  Orlan")
                .map(|found| found.judgement),
            Some(Judgement::Same)
        );
        assert_eq!(all.get("Mira Orlan", "N. Orlan"), None);
    }

    #[test]
    fn a_decision_is_not_overwritten() {
        let mut all = Judgements::default();
        all.keep(judged("Mira Orlan", "M. Orlan", Judgement::Different))
            .expect("kept");
        let refused = all
            .keep(judged("M. Orlan", "Mira Orlan", Judgement::Same))
            .expect_err("another stands");
        assert_eq!(refused.old.judgement, Judgement::Different);
        assert_eq!(
            all.get("Mira Orlan", "M. Orlan")
                .map(|found| found.judgement),
            Some(Judgement::Different)
        );
    }
}
