//! What every difference between two names costs.
//!
//! In: two names and how their parts are aligned. Out: costs of aligned parts, then of what is left over, by the rules for persons or those for
//! bodies. Figures stand in `weights.rs`.

use crate::align::{self, Aligned, Alignment, Run};
use crate::likeness::How;
use crate::name::{Kind, Name, Role};
use crate::weights::Weights;

/// Parts and their cost, by number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) left: Run,
    pub(crate) right: Run,
    pub(crate) how: How,
    pub(crate) cost: f32,
}

/// No part.
pub(crate) const NONE: Run = (0, 0);

/// Costs being gathered.
pub(crate) struct Costs<'a> {
    pub(crate) a: &'a Name,
    pub(crate) b: &'a Name,
    pub(crate) weights: &'a Weights,
    pub(crate) alignment: &'a Alignment,
    pub(crate) costs: Vec<Cost>,
}

/// The run of one part.
fn at(place: usize) -> Run {
    let from = u8::try_from(place).unwrap_or(u8::MAX - 1);
    (from, from + 1)
}

impl Costs<'_> {
    pub(crate) fn add(&mut self, left: Run, right: Run, how: How, cost: f32) {
        self.costs.push(Cost {
            left,
            right,
            how,
            cost,
        });
    }

    fn body_names(&self) -> bool {
        self.a.kind() == Kind::Body || self.b.kind() == Kind::Body
    }

    /// Letters of the shorter of two aligned runs.
    fn letters(&self, pair: &Aligned) -> usize {
        let count = |name: &Name, (from, to): Run| -> usize {
            let parts = name
                .parts
                .get(usize::from(from)..usize::from(to))
                .unwrap_or_default();
            parts
                .iter()
                .filter(|part| align::is_word(part))
                .map(|part| name.folded(part).len())
                .sum()
        };
        count(self.a, pair.left).min(count(self.b, pair.right))
    }

    /// What the aligned parts cost.
    #[expect(clippy::cast_precision_loss, reason = "letters of a name")]
    pub(crate) fn aligned(&mut self) {
        let weights = self.weights;
        let body = self.body_names();
        let all: usize = self
            .alignment
            .aligned
            .iter()
            .map(|pair| self.letters(pair))
            .sum();
        for pair in &self.alignment.aligned {
            let slips = if pair.edits <= 0.0 {
                0.0
            } else if pair.how == How::Number {
                weights.number_edit() * pair.edits
            } else if body {
                weights.edit_body() * pair.edits
                    + weights.edit_share_body() * pair.edits / self.letters(pair).max(1) as f32
            } else {
                weights.edit_person() * pair.edits
                    + weights.edit_share_person() * pair.edits / all.max(1) as f32
            };
            // Spellings differ by what costs half.
            let slips = if pair.how == How::Spelling {
                slips * 0.5
            } else {
                slips
            };
            let way = match pair.how {
                How::Spelling => weights.spelling(),
                How::Nickname => weights.nickname(),
                How::Initial => weights.initial(),
                How::Acronym => weights.acronym(),
                How::Spacing => weights.spacing(),
                _ => 0.0,
            };
            self.costs.push(Cost {
                left: pair.left,
                right: pair.right,
                how: pair.how,
                cost: way + slips,
            });
        }
    }

    /// Numbers of the parts of each name that are left over and of which `wanted` holds.
    fn left_over(&self, wanted: impl Fn(Role) -> bool) -> (Vec<usize>, Vec<usize>) {
        let free = |name: &Name, taken: u32| -> Vec<usize> {
            let parts = name.parts.iter().enumerate();
            parts
                .filter(|(at, part)| taken & (1 << at) == 0 && wanted(part.role))
                .map(|(at, _)| at)
                .collect()
        };
        (
            free(self.a, self.alignment.left),
            free(self.b, self.alignment.right),
        )
    }

    /// Adds a cost for parts on one side only.
    fn one_side(&mut self, (left, right): &(Vec<usize>, Vec<usize>), how: How, cost: f32) {
        for &place in left {
            self.add(at(place), NONE, how, cost);
        }
        for &place in right {
            self.add(NONE, at(place), how, cost);
        }
    }

    /// Takes as many words as both sides have left over for contradictions; what then remains stands on one side.
    fn contradictions(&mut self, left: &mut Vec<usize>, right: &mut Vec<usize>) {
        let cost = self.weights.contradiction();
        while !left.is_empty() && !right.is_empty() {
            let (one, other) = (left.remove(0), right.remove(0));
            self.add(at(one), at(other), How::Contradicts, cost);
        }
    }

    fn order(&mut self) {
        if !align::same_order(self.alignment) {
            self.add(NONE, NONE, How::Order, self.weights.order());
        }
    }

    /// What is left over of a person's name.
    pub(crate) fn person(&mut self) {
        let weights = self.weights;
        let whole = |pair: &&Aligned| pair.how != How::Initial && self.letters(pair) > 0;
        let words = self.alignment.aligned.iter().filter(whole).count();
        let initials = self
            .alignment
            .aligned
            .iter()
            .filter(|pair| pair.how == How::Initial)
            .count();
        let (mut left, mut right) =
            self.left_over(|role| matches!(role, Role::Word | Role::Half | Role::Number));
        let (mut left_initials, mut right_initials) = self.left_over(|role| role == Role::Initial);
        for (letters, others, turned) in [
            (&mut left_initials, &mut right, false),
            (&mut right_initials, &mut left, true),
        ] {
            while !letters.is_empty() && !others.is_empty() {
                let (letter, word) = (letters.remove(0), others.remove(0));
                let (one, other) = if turned {
                    (word, letter)
                } else {
                    (letter, word)
                };
                self.add(
                    at(one),
                    at(other),
                    How::InitialContradicts,
                    weights.initial_contradicts(),
                );
            }
        }
        while !left_initials.is_empty() && !right_initials.is_empty() {
            let (one, other) = (left_initials.remove(0), right_initials.remove(0));
            self.add(
                at(one),
                at(other),
                How::InitialContradicts,
                weights.initial_contradicts(),
            );
        }
        self.one_side(
            &(left_initials, right_initials),
            How::OneSided,
            weights.extra_initial(),
        );
        self.contradictions(&mut left, &mut right);
        // "Mira Mira": the second adds nothing.
        for (name, places, is_left) in [(self.a, &mut left, true), (self.b, &mut right, false)] {
            let mut kept = Vec::new();
            for &place in places.iter() {
                let word = name.parts.get(place).map_or("", |part| name.folded(part));
                let twice = name.parts.iter().enumerate().any(|(other, part)| {
                    other != place && name.folded(part) == word && !places.contains(&other)
                });
                if twice {
                    let (one, other) = if is_left {
                        (at(place), NONE)
                    } else {
                        (NONE, at(place))
                    };
                    self.costs.push(Cost {
                        left: one,
                        right: other,
                        how: How::Repeated,
                        cost: weights.repeated(),
                    });
                } else {
                    kept.push(place);
                }
            }
            *places = kept;
        }
        let more = left.len() + right.len();
        for (name, places, is_left) in [(self.a, left, true), (self.b, right, false)] {
            for place in places {
                let half = name
                    .parts
                    .get(place)
                    .is_some_and(|part| part.role == Role::Half);
                let (how, cost) = if align::is_fathers_name(name, place) {
                    (How::Patronymic, weights.extra_fathers_name())
                } else if half {
                    (How::OneSided, weights.extra_title())
                } else {
                    (How::OneSided, weights.extra_word_person())
                };
                let (one, other) = if is_left {
                    (at(place), NONE)
                } else {
                    (NONE, at(place))
                };
                self.add(one, other, how, cost);
            }
        }
        if words == 0 && self.a.text() != self.b.text() {
            self.add(NONE, NONE, How::TooLittle, 1.0);
        } else if words == 1 && initials == 0 && more > 0 {
            self.add(NONE, NONE, How::TooLittle, weights.one_word_only());
        }
        let titles = self.left_over(|role| role == Role::Title);
        self.one_side(&titles, How::TitleDropped, weights.extra_title());
        let particles = self.left_over(|role| matches!(role, Role::Particle | Role::Father));
        self.one_side(&particles, How::ParticleDropped, weights.extra_particle());
        let generations = self.left_over(|role| role == Role::Generation);
        self.one_side(&generations, How::OneSided, weights.generation());
        if align::father_and_son(self.a, self.b, self.alignment) {
            self.add(NONE, NONE, How::FatherAndSon, weights.father_and_son());
        }
        self.order();
    }

    /// What is left over of a body's name.
    pub(crate) fn body(&mut self) {
        let weights = self.weights;
        let (mut left, mut right) =
            self.left_over(|role| matches!(role, Role::Word | Role::Sort | Role::Half));
        self.contradictions(&mut left, &mut right);
        let (mut loose_left, mut loose_right) = self.left_over(|role| role == Role::Loose);
        // "Systems" against "Group" is no contradiction of its own: each is a word too many.
        while !loose_left.is_empty() && !loose_right.is_empty() {
            let (one, other) = (loose_left.remove(0), loose_right.remove(0));
            self.add(
                at(one),
                at(other),
                How::Contradicts,
                weights.extra_loose() * 2.0,
            );
        }
        self.one_side(
            &(loose_left, loose_right),
            How::OneSided,
            weights.extra_loose(),
        );
        let by_letters = self
            .alignment
            .aligned
            .iter()
            .any(|pair| pair.how == How::Acronym);
        for (name, places, is_left) in [(self.a, left, true), (self.b, right, false)] {
            for place in places {
                let sort = name
                    .parts
                    .get(place)
                    .is_some_and(|part| part.role == Role::Sort);
                // Letters are often given a word that says whose they are.
                let cost = if by_letters {
                    weights.extra_loose()
                } else if sort {
                    weights.extra_sort()
                } else {
                    weights.extra_word_body()
                };
                let (one, other) = if is_left {
                    (at(place), NONE)
                } else {
                    (NONE, at(place))
                };
                self.add(one, other, How::OneSided, cost);
            }
        }
        let (mut left, mut right) = self.left_over(|role| role == Role::Number);
        self.contradictions(&mut left, &mut right);
        self.one_side(&(left, right), How::OneSided, weights.extra_number());
        let particles = self.left_over(|role| {
            matches!(
                role,
                Role::Particle | Role::Initial | Role::Title | Role::Father | Role::Generation
            )
        });
        self.one_side(&particles, How::ParticleDropped, weights.extra_particle());
        self.forms();
        if !self
            .alignment
            .aligned
            .iter()
            .any(|pair| self.letters(pair) > 0 || pair.how == How::Equal)
            && self.a.text() != self.b.text()
        {
            self.add(NONE, NONE, How::TooLittle, 1.0);
        }
        self.order();
    }

    /// Legal forms of the two bodies.
    fn forms(&mut self) {
        use crate::words::forms::Sort;
        let weights = self.weights;
        let (one, other) = (&self.a.forms, &self.b.forms);
        let run = |name: &Name| -> Run {
            let first = name.parts.iter().position(|part| part.role == Role::Form);
            let last = name.parts.iter().rposition(|part| part.role == Role::Form);
            match (first, last) {
                // A form at either end: the last is shown.
                (Some(first), Some(last))
                    if name
                        .parts
                        .get(first..=last)
                        .is_some_and(|run| run.iter().all(|part| part.role == Role::Form)) =>
                {
                    (at(first).0, at(last).1)
                }
                (_, Some(last)) => at(last),
                _ => NONE,
            }
        };
        let (left, right) = (run(self.a), run(self.b));
        if one.is_empty() && other.is_empty() {
            return;
        }
        if one.is_empty() || other.is_empty() {
            return self.add(left, right, How::LegalFormDropped, weights.form_missing());
        }
        if one.iter().any(|form| other.contains(form)) {
            return self.add(left, right, How::LegalForm, 0.0);
        }
        let near = one.iter().any(|form| {
            other.iter().any(|against| {
                form.sort == against.sort
                    || matches!(
                        (form.sort, against.sort),
                        (Sort::Either, Sort::Shares | Sort::Limited)
                            | (Sort::Shares | Sort::Limited, Sort::Either)
                    )
            })
        });
        let (how, cost) = if near {
            (How::OtherLegalForm, weights.form_other())
        } else {
            (How::LegalFormContradicts, weights.form_contradicts())
        };
        self.add(left, right, how, cost);
    }
}
