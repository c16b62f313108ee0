//! The score of two names and what it rests on.
//!
//! In: two names. Out: a [`Comparison`]: a score between 0 and 1, whether that is enough, and every part with what it cost. The score
//! is 1 less the costs; costs stand in `weights.rs`.

use crate::align::{self, Run};
use crate::costs::{Cost, Costs, NONE};
use crate::likeness::How;
use crate::name::{Kind, Name};
use crate::weights::Weights;
use std::fmt;

/// How sure one may be that two names are one, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Nothing differs but case, accents, order and small words.
    Equal,
    /// Spelling, script, borders of words, short forms, initials or left-out parts differ: one name may be written so.
    Variant,
    /// Letters or digits differ as by a slip of the pen; or it is somebody else whose name is near.
    Misprint,
    /// Something differs that speaks against one name, or too little is shared.
    Doubtful,
    /// Two names.
    Different,
}

impl Grade {
    /// The word for it in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Variant => "variant",
            Self::Misprint => "misprint",
            Self::Doubtful => "doubtful",
            Self::Different => "different",
        }
    }
}

/// Parts of the two names, how they stand to each other, and what it costs.
#[derive(Debug, Clone, PartialEq)]
pub struct PartsCompared {
    /// The part of the first name as written; empty where only the second has it.
    pub left: String,
    /// The part of the second name as written; empty where only the first has it.
    pub right: String,
    /// How they stand to each other.
    pub how: How,
    /// What it takes off the score.
    pub cost: f32,
}

/// What comparing two names gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Between 0 (two names) and 1 (one name), to three places.
    pub score: f64,
    /// Whether the score is enough to take them for one name.
    pub same: bool,
    /// In words.
    pub grade: Grade,
    /// What the score rests on: aligned parts first, then what differs.
    pub parts: Vec<PartsCompared>,
}

/// Compares two names.
///
/// ```
/// use evenhand_names::{compare, Grade, Kind};
/// let found = compare("Zh. Orazbaeva", "Жулдыз Оразбаева", Kind::Person);
/// assert!(found.same);
/// assert_eq!(found.grade, Grade::Variant);
/// assert_eq!(found.to_string(), "Zh ~ Жулдыз: initial (-0.10); Orazbaeva = Оразбаева: transliteration");
/// ```
#[must_use]
pub fn compare(one: &str, other: &str, kind: Kind) -> Comparison {
    let (a, b) = read(one, other, kind);
    a.compare(&b)
}

/// Both names, read as of one kind.
fn read(one: &str, other: &str, kind: Kind) -> (Name, Name) {
    let (a, b) = (Name::read(one, kind), Name::read(other, kind));
    match (a.kind(), b.kind()) {
        (Kind::Body, Kind::Person) => (a, Name::read(other, Kind::Body)),
        (Kind::Person, Kind::Body) => (Name::read(one, Kind::Body), b),
        _ => (a, b),
    }
}

impl Name {
    /// Compares this name with another of its kind.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Comparison {
        self.compare_by(other, &Weights::default())
    }

    /// Compares with other weights than the usual: for measuring what they do.
    #[must_use]
    pub fn compare_by(&self, other: &Self, weights: &Weights) -> Comparison {
        let weighed = weigh(self, other, weights);
        let text = |name: &Self, (from, to): Run| -> String {
            let parts = name
                .parts
                .get(usize::from(from)..usize::from(to))
                .unwrap_or_default();
            let words: Vec<&str> = parts.iter().map(|part| name.written(part)).collect();
            words.join(" ")
        };
        let mut parts: Vec<(Run, PartsCompared)> = weighed
            .costs
            .iter()
            .map(|found| {
                let (left, right) = (text(self, found.left), text(other, found.right));
                (
                    found.left,
                    PartsCompared {
                        left,
                        right,
                        how: found.how,
                        cost: found.cost,
                    },
                )
            })
            .collect();
        parts.sort_by_key(|(left, part)| (part.left.is_empty(), *left));
        Comparison {
            score: weighed.score,
            same: weighed.same(weights),
            grade: weighed.grade(weights),
            parts: parts.into_iter().map(|(_, part)| part).collect(),
        }
    }

    /// The score alone: what [`Name::compare`] gives, without the words for it.
    #[must_use]
    pub fn score(&self, other: &Self) -> f64 {
        weigh(self, other, &Weights::default()).score
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            part.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for PartsCompared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.how {
            How::Equal | How::Transliteration | How::Spelling | How::Spacing | How::LegalForm => {
                "="
            }
            How::Contradicts
            | How::InitialContradicts
            | How::LegalFormContradicts
            | How::OtherLegalForm
            | How::FatherAndSon => "≠",
            _ => "~",
        };
        match (self.left.as_str(), self.right.as_str()) {
            ("", "") => write!(f, "{}", self.how)?,
            (one, "") | ("", one) => write!(f, "{one}: {}", self.how)?,
            (left, right) => write!(f, "{left} {sign} {right}: {}", self.how)?,
        }
        if self.cost > 0.0 {
            write!(f, " (-{:.2})", self.cost)?;
        }
        Ok(())
    }
}

/// A score and its costs.
#[derive(Debug)]
struct Weighed {
    score: f64,
    costs: Vec<Cost>,
}

/// The score and its costs. The names are put in one order first, so that both ways round give the same.
fn weigh(a: &Name, b: &Name, weights: &Weights) -> Weighed {
    if (a.compact(), a.text()) <= (b.compact(), b.text()) {
        return weigh_in_order(a, b, weights);
    }
    let mut weighed = weigh_in_order(b, a, weights);
    for cost in &mut weighed.costs {
        std::mem::swap(&mut cost.left, &mut cost.right);
    }
    weighed
}

fn weigh_in_order(a: &Name, b: &Name, weights: &Weights) -> Weighed {
    let alignment = align::align(a, b);
    let mut costs = Costs {
        a,
        b,
        weights,
        alignment: &alignment,
        costs: Vec::with_capacity(8),
    };
    if a.text() != b.text() && (a.cut || b.cut) && a.compact() != b.compact() {
        costs.add(NONE, NONE, How::TooLittle, 1.0);
    }
    if a.parts.is_empty() || b.parts.is_empty() {
        if a.text() != b.text() {
            costs.add(NONE, NONE, How::TooLittle, 1.0);
        }
    } else if a.kind() == Kind::Body || b.kind() == Kind::Body {
        costs.aligned();
        costs.body();
    } else {
        costs.aligned();
        costs.person();
    }
    let whole = costs.costs;
    let loss: f64 = whole.iter().map(|found| f64::from(found.cost)).sum();
    Weighed {
        score: ((1.0 - loss).clamp(0.0, 1.0) * 1000.0).round() / 1000.0,
        costs: whole,
    }
}

impl Weighed {
    fn same(&self, weights: &Weights) -> bool {
        self.score >= f64::from(weights.threshold()) - 1e-6
    }

    fn grade(&self, weights: &Weights) -> Grade {
        let has = |wanted: &[How]| {
            self.costs
                .iter()
                .any(|found| wanted.contains(&found.how) && found.cost > 0.0)
        };
        let against = [
            How::Contradicts,
            How::InitialContradicts,
            How::LegalFormContradicts,
            How::FatherAndSon,
            How::TooLittle,
        ];
        if !self.same(weights) {
            // An initial or a legal form that does not fit, all else equal, is worth a look; another word is not.
            return if self.score >= f64::from(weights.threshold()) - 0.15 {
                Grade::Doubtful
            } else {
                Grade::Different
            };
        }
        if has(&against) {
            Grade::Doubtful
        } else if has(&[How::Misprint, How::Number]) {
            Grade::Misprint
        } else if self
            .costs
            .iter()
            .all(|found| matches!(found.how, How::Equal | How::Order | How::ParticleDropped))
        {
            Grade::Equal
        } else {
            Grade::Variant
        }
    }
}
