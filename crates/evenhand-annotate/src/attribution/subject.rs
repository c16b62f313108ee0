//! The subject of a verb: past commas, relative clauses, examples, and shared with another verb.
//!
//! In: a tagged sentence and where a verb begins. Out: a noun phrase. Who that is, it does not ask.

use super::clause::{Clause, Range};
use super::words::Class;

/// The subject of a verb, and how the verb stands to it.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    /// The noun phrase.
    pub(crate) range: Range,
    /// The verb that shares its subject with the one asked for ("found ... and recommended").
    pub(crate) shared_with: Option<usize>,
}

impl Clause<'_> {
    /// The subject of the verb whose group starts at `start`.
    pub(crate) fn subject(&self, start: usize) -> Option<Subject> {
        self.subject_at(start, 0)
    }

    pub(super) fn subject_at(&self, start: usize, depth: u8) -> Option<Subject> {
        if depth > 3 {
            return None;
        }
        let last = start.checked_sub(1)?;
        match self.class(last) {
            Class::And | Class::But => {
                // "found ... and recommended": the subject of an earlier verb.
                let mut from = last;
                for _ in 0..4 {
                    let verb = self.earlier_verb(from)?;
                    from = self.group(verb).start;
                    if let Some(mut subject) = self.subject_at(from, depth + 1) {
                        subject.shared_with.get_or_insert(verb);
                        return Some(subject);
                    }
                }
                None
            }
            Class::Rel | Class::That => self.antecedent(last).map(whole),
            Class::Comma => self.past_comma(last, depth).or_else(|| {
                // "questioned her, alleged that ..., and threatened her"
                let verb = self.earlier_verb(last)?;
                if self.class(verb) != Class::Ed && self.class(verb) != Class::Finite
                    || self.inside_relative(verb)
                    || (verb..last).any(|at| matches!(self.class(at), Class::Sub | Class::That))
                {
                    return None;
                }
                let mut subject = self.subject_at(self.group(verb).start, depth + 1)?;
                subject.shared_with.get_or_insert(verb);
                Some(subject)
            }),
            Class::Quote => None,
            Class::Stop if matches!(self.words.at(last), "–" | "—") => {
                // "workers – most of them migrants – complained"
                let open = (last.saturating_sub(25)..last)
                    .rev()
                    .find(|at| matches!(self.words.at(*at), "–" | "—"))?;
                self.phrase_ending(open.checked_sub(1)?).map(whole)
            }
            _ => self.phrase_ending(last).map(whole),
        }
    }

    /// The noun phrase that a relative pronoun at `pronoun` takes up.
    pub(crate) fn antecedent(&self, pronoun: usize) -> Option<Range> {
        let mut last = pronoun.checked_sub(1)?;
        if self.class(last) == Class::Prep {
            last = last.checked_sub(1)?;
        }
        if self.class(last) == Class::Comma {
            last = last.checked_sub(1)?;
        }
        let range = self.phrase_before_pronoun(last)?;
        // "criticism by activists, who": the nearest noun, not all that hangs together with it.
        let mut start = range.start;
        let mut at = range.end;
        while at > range.start {
            at -= 1;
            if self.class(at) == Class::Prep && at + 1 < range.end {
                let person = (at + 1..range.end).any(|at| self.is_person(at));
                let person_before = (range.start..at).any(|at| self.is_person(at));
                if person && !person_before {
                    start = at + 1;
                    break;
                }
            }
        }
        Some(self.without_infinitive(start, range.end)..range.end)
    }

    /// "to criminalize organizations that", "could revoke licenses of papers that": the pronoun
    /// takes up the object, not the verb before it.
    fn without_infinitive(&self, start: usize, end: usize) -> usize {
        let governed = |at: usize| matches!(self.class(at), Class::To | Class::Modal);
        let mut from = start;
        let mut verb = start > 0 && governed(start - 1);
        for at in start..end.saturating_sub(1) {
            let object = !self.is_person(at + 1) && self.class(at + 1) == Class::Noun;
            if self.class(at) == Class::To && at + 2 < end {
                verb |= object;
                from = if object { at + 2 } else { at + 1 };
            } else if self.class(at) == Class::And && verb && at + 2 < end && object {
                from = at + 2;
            } else if self.class(at) == Class::Prep && verb && at + 1 < end {
                from = at + 1;
            }
        }
        if verb && from == start && start + 1 < end {
            from = start + 1;
        }
        from
    }

    /// The noun phrase that ends at `last`, be it subject, object, or behind a preposition.
    pub(super) fn phrase_before_pronoun(&self, last: usize) -> Option<Range> {
        if !self.nominal(last) {
            return self.phrase_ending(last);
        }
        let scan = self.scan(last);
        if !(scan.object && scan.commas.is_empty())
            && let Some(range) = self.phrase_ending(last)
        {
            return Some(range);
        }
        let mut start = scan.commas.first().map_or(scan.limit, |comma| comma + 1);
        if scan.commas.is_empty() && scan.object {
            start = scan.limit;
        }
        while start < last
            && matches!(
                self.class(start),
                Class::Prep | Class::Adv | Class::And | Class::To
            )
        {
            start += 1;
        }
        Some(start..last + 1)
    }

    /// "X, a lawyer, said", "X, in its report, said", "X, which ..., said", "X, however, said".
    pub(super) fn past_comma(&self, comma: usize, depth: u8) -> Option<Subject> {
        if let Some(range) = self.with_examples(comma) {
            return Some(whole(range));
        }
        let mut end = comma;
        for _ in 0..4 {
            let from = self.comma_before(end)?;
            let first = from + 1;
            if first >= end {
                return None;
            }
            let class = self.class(first);
            let insert = matches!(
                class,
                Class::Prep
                    | Class::Adv
                    | Class::Rel
                    | Class::Ing
                    | Class::Ed
                    | Class::To
                    | Class::Sub
            );
            if from == 0 {
                return None;
            }
            if insert {
                if matches!(self.class(from - 1), Class::And | Class::But) {
                    return self.subject_at(from, depth + 1);
                }
                if self.class(from - 1) == Class::Comma {
                    return None;
                }
                // Once the inserted words are off, an apposition may stand before them.
                if let Some(range) = self.apposed(from) {
                    return Some(whole(range));
                }
                return self.phrase_ending(from - 1).map(whole);
            }
            if (first..end).any(|at| self.finite(at)) {
                return None;
            }
            if let Some(range) = self.apposed(end) {
                return Some(whole(range));
            }
            if self.is(first, "one") && self.is(first + 1, "of") {
                let range = self.phrase_ending(from - 1)?;
                return Some(whole(range.start..comma));
            }
            if matches!(class, Class::Num) {
                // "On May 3, 2020, ..."
                return None;
            }
            end = from;
        }
        None
    }

    /// "sources, including NGOs, lawyers, and officials, said".
    pub(super) fn with_examples(&self, comma: usize) -> Option<Range> {
        let mut end = comma;
        for _ in 0..7 {
            let from = self.comma_before(end)?;
            if (from + 1..end).any(|at| self.finite(at)) {
                return None;
            }
            if from > 0
                && (self.is(from + 1, "including")
                    || self.is(from + 1, "such") && self.is(from + 2, "as"))
            {
                let range = self.phrase_ending(from - 1)?;
                return Some(range.start..comma);
            }
            end = from;
        }
        None
    }

    /// "X, a lawyer from Y" where the apposition ends before `end`.
    pub(super) fn apposed(&self, end: usize) -> Option<Range> {
        let mut from = self.comma_before(end)?;
        // "the Ombudsman, an independent, permanent office, said"
        if self.class(from + 1) == Class::Noun
            && let Some(further) = self.comma_before(from)
            && self.is_any(further + 1, &["a", "an", "the"])
            && from <= further + 4
        {
            from = further;
        }
        let first = from + 1;
        if from == 0 || first >= end || !self.nominal(end - 1) {
            return None;
        }
        if !matches!(
            self.class(first),
            Class::Det | Class::Noun | Class::Name | Class::Adv
        ) || (first..end).any(|at| self.finite(at) && !self.inside_relative(at))
        {
            return None;
        }
        if self.tag(first).is_some_and(|tag| tag.time) || !self.nominal(from - 1) {
            return None;
        }
        let range = self.phrase_ending(from - 1)?;
        // "In May, a union ..." has no noun phrase before the comma but a date.
        if self.timely(&range) {
            return None;
        }
        // "the X Center, an international NGO": a description of a body is no part of its name.
        // "a survey, the most recent one available, found"
        let newest = (first..end).any(|at| self.is(at, "available"));
        let describes = newest
            || self.is_any(first, &["a", "an"])
                && !(first..end).any(|at| super::antecedent::is_person_word(self.words, at))
                && range.clone().any(|at| self.class(at) == Class::Name);
        Some(if describes { range } else { range.start..end })
    }
}

fn whole(range: Range) -> Subject {
    Subject {
        range,
        shared_with: None,
    }
}
