//! Noun phrases around a verb: its subject however far away, and the phrase that follows a word.
//!
//! In: the words of a sentence. Out: ranges of tokens. It knows no kinds of sources and marks
//! nothing; it is a shallow grammar of English clauses, read from the closed classes of words.

use super::words::{self, Class, Form, KEYS, Tag, Trigger};
use crate::Scene;
use crate::tokens::{Case, Kind, Words};

/// A range of tokens, end exclusive.
pub(crate) type Range = std::ops::Range<usize>;

/// A sentence with the part each word plays.
pub(crate) struct Clause<'a> {
    /// The words.
    pub(crate) words: &'a Words,
    tags: Vec<Tag>,
    /// Whether any rule has something to begin at.
    pub(crate) triggered: bool,
}

/// The subject of a verb, and how the verb stands to it.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    /// The noun phrase.
    pub(crate) range: Range,
    /// The verb that shares its subject with the one asked for ("found ... and recommended").
    pub(crate) shared_with: Option<usize>,
}

/// The verb with its auxiliaries and adverbs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// First token of the group.
    pub(crate) start: usize,
    /// "was reported".
    pub(crate) passive: bool,
    /// "did not report".
    pub(crate) negated: bool,
    /// "may report".
    pub(crate) modal: bool,
    /// "failed to report": what was not said.
    pub(crate) unsaid: bool,
    /// "to report" after anything but "continued" and the like.
    pub(crate) infinitive: bool,
    /// Where "widely" or "generally" stands, if it does.
    pub(crate) widely: bool,
}

impl<'a> Clause<'a> {
    /// The sentence of a scene, tagged.
    pub(crate) fn of(scene: &Scene<'a>) -> Self {
        Self::read(scene.words)
    }

    /// Words, tagged.
    pub(crate) fn read(words: &'a Words) -> Self {
        let tokens = words.tokens();
        let mut tags = Vec::with_capacity(tokens.len());
        let mut opening = true;
        let mut triggered = false;
        for (at, token) in tokens.iter().enumerate() {
            let tag = words::tag(words, at, *token, opening);
            triggered |= tag.verb.is_some() || tag.trigger.is_some();
            opening = match tag.class {
                Class::Stop => true,
                Class::Quote => opening || at == 0,
                _ => false,
            };
            tags.push(tag);
        }
        for at in 1..tags.len() {
            // "press reporting" is a noun.
            let told = tags.get(at - 1).is_some_and(|tag| tag.before.is_some() && tag.class != Class::Prep);
            if told
                && words.is(at, "reporting")
                && let Some(tag) = tags.get_mut(at)
            {
                tag.class = Class::Noun;
                tag.verb = None;
            }
        }
        // "state-owned", "so-called", "child-labor/findings": parts of one word.
        for at in 1..tags.len() {
            if tags.get(at).is_none_or(|tag| tag.class != Class::Hyphen) {
                continue;
            }
            let dotted = words.at(at) == ".";
            let named = tags.get(at - 1).is_some_and(|tag| tag.class == Class::Name);
            for part in [at - 1, at + 1] {
                if let Some(tag) = tags.get_mut(part)
                    && !matches!(tag.class, Class::Name | Class::Num | Class::And)
                {
                    tag.class = if dotted && named { Class::Name } else { Class::Noun };
                    tag.verb = None;
                    tag.trigger = None;
                }
            }
        }
        Self {
            words,
            tags,
            triggered,
        }
    }

    /// Number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.tags.len()
    }

    /// The tag at `at`.
    pub(crate) fn tag(&self, at: usize) -> Option<&Tag> {
        self.tags.get(at)
    }

    /// The part the word at `at` plays; a stop past the end.
    pub(crate) fn class(&self, at: usize) -> Class {
        self.tags.get(at).map_or(Class::Stop, |tag| tag.class)
    }

    /// The key of the token at `at`.
    pub(crate) fn key(&self, at: usize) -> u64 {
        self.words.tokens().get(at).map_or(0, |token| token.key)
    }

    /// Whether the word at `at` is this one.
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.words.is(at, word)
    }

    /// Whether the word at `at` is one of these.
    pub(crate) fn is_any(&self, at: usize, list: &[&str]) -> bool {
        let word = self.words.at(at);
        !word.is_empty() && list.iter().any(|one| word.eq_ignore_ascii_case(one))
    }

    /// Noun, name, number and the like: what a noun phrase may end in.
    pub(crate) fn nominal(&self, at: usize) -> bool {
        matches!(
            self.class(at),
            Class::Noun | Class::Name | Class::Num | Class::Close
        ) || (self.class(at) == Class::Quote && at > 0)
            || (self.class(at) == Class::Poss && self.class(at + 1) != Class::Noun)
    }

    /// A verb that stands as the finite verb of a clause, not as an adjective or in "those arrested in".
    pub(crate) fn finite(&self, at: usize) -> bool {
        match self.class(at) {
            Class::Finite | Class::Be | Class::Have | Class::Do | Class::Modal => true,
            Class::Ed => !self.adjectival(at) && !self.reduced(at),
            _ => false,
        }
    }

    /// "-ed" before a noun as its adjective: "several detained students".
    pub(crate) fn adjectival(&self, at: usize) -> bool {
        if self.class(at) != Class::Ed {
            return false;
        }
        let next = self.class(at + 1);
        if at > 0 && self.class(at - 1) == Class::Hyphen {
            return true;
        }
        let article = at > 0 && matches!(self.class(at - 1), Class::Det | Class::No | Class::Poss);
        // "both recognized and unrecognized groups"
        if article && next == Class::And && matches!(self.class(at + 2), Class::Ed | Class::Noun) && matches!(self.class(at + 3), Class::Noun | Class::Name) {
            return true;
        }
        if !matches!(next, Class::Noun | Class::Name | Class::Hyphen | Class::Ed)
            && !(article && matches!(next, Class::Num | Class::Quote))
        {
            return false;
        }
        let mut before = at;
        while before > 0 && self.class(before - 1) == Class::Adv {
            before -= 1;
        }
        if before == 0 {
            return true;
        }
        matches!(
            self.class(before - 1),
            Class::Det | Class::No | Class::Prep | Class::Num | Class::Poss | Class::Hyphen | Class::Stop
        ) || (self.class(before - 1) == Class::Ed && (self.adjectival(before - 1) || self.verb(before - 1).is_some()))
    }

    /// "-ed" after a noun with no object: "persons detained in the protests".
    fn reduced(&self, at: usize) -> bool {
        if self.class(at) != Class::Ed || at == 0 {
            return false;
        }
        let before = if self.class(at - 1) == Class::Adv && at > 1 {
            at - 2
        } else {
            at - 1
        };
        if !self.nominal(before) && self.class(before) != Class::Comma {
            return false;
        }
        let next = self.class(at + 1);
        let Some(tag) = self.tag(at) else {
            return false;
        };
        if tag.alone || self.is_any(at, &["called"]) {
            return false;
        }
        if tag.verb.is_some() && !tag.object && next == Class::Prep {
            // "reported in May that"
            if self.key(at + 1) == KEYS.by {
                return true;
            }
            if self.content_soon(at + 1) || self.class(before) == Class::Name || self.is_person(before) {
                return false;
            }
            // The only verb of its clause is no participle.
            return self.other_verb(at);
        }
        if next == Class::Prep && tag.verb.is_some() && self.object_relative(before) {
            return false;
        }
        next == Class::Prep
            || (next == Class::To && self.tag(at).is_some_and(|tag| tag.verb.is_none()))
            || (next == Class::Name && self.tag(at + 1).is_some_and(|tag| tag.time))
    }

    /// Whether the clause around `at` holds another verb.
    fn other_verb(&self, at: usize) -> bool {
        let verb = |k: &usize| {
            matches!(self.class(*k), Class::Finite | Class::Be | Class::Have | Class::Do | Class::Modal)
                || self.class(*k) == Class::Ed && *k > 0 && self.nominal(*k - 1)
        };
        let end = |k: &usize| !matches!(self.class(*k), Class::Stop | Class::Sub | Class::That | Class::Rel);
        (0..at).rev().take_while(end).any(|k| verb(&k)) || (at + 1..self.len()).take_while(end).any(|k| verb(&k))
    }

    /// "a process that observers described as": the noun phrase ending at `last` stands behind a
    /// relative pronoun that is its verb's object.
    pub(crate) fn object_relative(&self, last: usize) -> bool {
        let mut at = last + 1;
        while at > 0 && at + 6 > last {
            at -= 1;
            match self.class(at) {
                Class::That | Class::Rel => return at > 0 && (self.nominal(at - 1) || self.class(at - 1) == Class::Comma),
                Class::Noun | Class::Name | Class::Det | Class::Adv | Class::Hyphen | Class::Poss | Class::And | Class::Pron => {}
                _ => return false,
            }
        }
        false
    }

    /// "that", "there were" or a quotation before the clause ends.
    pub(crate) fn content_soon(&self, from: usize) -> bool {
        (from..(from + 16).min(self.len()))
            .take_while(|at| !matches!(self.class(*at), Class::Stop | Class::Rel | Class::Sub))
            .any(|at| {
                matches!(self.class(at), Class::There | Class::Quote)
                    || self.class(at) == Class::That && !(self.finite(at + 1) && at > from && self.class(at - 1) == Class::Noun)
            })
    }

    /// The verb at `verb` with what belongs to it on the left.
    pub(crate) fn group(&self, verb: usize) -> Group {
        let mut group = Group {
            start: verb,
            passive: false,
            negated: false,
            modal: false,
            unsaid: false,
            infinitive: false,
            widely: false,
        };
        let ing = self.class(verb) == Class::Ing;
        while group.start > 0 {
            let at = group.start - 1;
            match self.class(at) {
                Class::Adv => {
                    group.negated |= self.is_any(at, &["not", "never", "rarely", "seldom"]);
                    group.widely |= self.is_any(
                        at,
                        &["widely", "generally", "commonly", "largely", "publicly", "broadly", "internationally"],
                    );
                }
                Class::Be => group.passive |= !ing,
                Class::Have => {}
                Class::Do => {
                    group.negated |= self.words.at(at).ends_with("n't");
                }
                Class::Modal => group.modal = true,
                Class::Hyphen if self.class(at.wrapping_sub(1)) == Class::Noun && at > 0 => {}
                Class::To if at > 0 => {
                    let control = at - 1;
                    if self.is_any(control, GO_ON) {
                        group.start = control;
                        continue;
                    }
                    group.infinitive = true;
                    group.unsaid |= self.is_any(control, REFUSE);
                    group.start = at;
                    break;
                }
                _ => break,
            }
            group.start = at;
        }
        group
    }

    /// The subject of the verb whose group starts at `start`.
    pub(crate) fn subject(&self, start: usize) -> Option<Subject> {
        self.subject_at(start, 0)
    }

    fn subject_at(&self, start: usize, depth: u8) -> Option<Subject> {
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
            if self.class(at) == Class::Prep && self.key(at) != KEYS.of && at + 1 < range.end {
                let person = (at + 1..range.end).any(|at| self.is_person(at));
                let person_before = (range.start..at).any(|at| self.is_person(at));
                if person && !person_before {
                    start = at + 1;
                    break;
                }
            }
        }
        Some(start..range.end)
    }

    /// Whether the noun at `at` stands for somebody.
    pub(crate) fn is_person(&self, at: usize) -> bool {
        self.tag(at).is_some_and(|tag| {
            tag.noun.is_some_and(|row| {
                super::heads::NOUNS
                    .get(usize::from(row))
                    .is_some_and(|(_, noun)| noun.kind.is_some())
            })
        })
    }

    /// The nearest finite verb left of `at`.
    pub(crate) fn earlier_verb(&self, at: usize) -> Option<usize> {
        let mut k = at;
        while k > 0 {
            k -= 1;
            match self.class(k) {
                Class::Stop => return None,
                Class::Close => k = self.opening(k),
                Class::Finite | Class::Ed if self.finite(k) => return Some(k),
                Class::Be | Class::Have | Class::Modal | Class::Do
                    if k == 0 || self.class(k - 1) != Class::To =>
                {
                    return Some(k);
                }
                _ => {}
            }
        }
        None
    }

    /// The bracket that the one at `close` closes, or `close` itself.
    fn opening(&self, close: usize) -> usize {
        (0..close)
            .rev()
            .find(|at| self.class(*at) == Class::Open)
            .unwrap_or(close)
    }

    /// "X, a lawyer, said", "X, in its report, said", "X, which ..., said", "X, however, said".
    fn past_comma(&self, comma: usize, depth: u8) -> Option<Subject> {
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
                Class::Prep | Class::Adv | Class::Rel | Class::Ing | Class::Ed | Class::To | Class::Sub
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
    fn with_examples(&self, comma: usize) -> Option<Range> {
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
    fn apposed(&self, end: usize) -> Option<Range> {
        let from = self.comma_before(end)?;
        let first = from + 1;
        if from == 0 || first >= end || !self.nominal(end - 1) {
            return None;
        }
        if !matches!(self.class(first), Class::Det | Class::Noun | Class::Name | Class::Adv)
            || (first..end).any(|at| self.finite(at) && !self.inside_relative(at))
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
        let describes = self.is_any(first, &["a", "an"])
            && !(first..end).any(|at| super::antecedent::is_person_word(self.words, at))
            && range.clone().any(|at| self.class(at) == Class::Name);
        Some(if describes { range } else { range.start..end })
    }

    fn comma_before(&self, end: usize) -> Option<usize> {
        let mut at = end;
        while at > 0 {
            at -= 1;
            match self.class(at) {
                Class::Comma => return Some(at),
                Class::Close => at = self.opening(at),
                Class::Stop => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether all words of a range are words of time.
    pub(crate) fn timely(&self, range: &Range) -> bool {
        range.clone().all(|at| {
            self.tag(at).is_some_and(|tag| {
                tag.time || matches!(tag.class, Class::Det | Class::Prep | Class::And | Class::Num | Class::Comma)
            })
        })
    }

    /// Whether a relative pronoun governs the finite verb at `verb`.
    fn inside_relative(&self, verb: usize) -> bool {
        self.relative_before(verb).is_some()
    }

    /// The relative pronoun of the clause in which `verb` stands: "who visited", "whom police held".
    fn relative_before(&self, verb: usize) -> Option<usize> {
        let start = self.group(verb).start;
        let mut at = start;
        let mut steps = 0;
        while at > 0 && steps < 14 {
            at -= 1;
            steps += 1;
            match self.class(at) {
                Class::Rel => return Some(at),
                Class::That => {
                    let noun = at > 0 && self.nominal(at - 1);
                    return (noun && at + 1 == start).then_some(at);
                }
                Class::Stop | Class::Sub | Class::Comma => return None,
                Class::But => return None,
                Class::Close => at = self.opening(at),
                _ if self.finite(at) => {
                    // "who visited prisons and spoke": the same relative clause.
                    let coordinated = (at + 1..start).any(|k| self.class(k) == Class::And);
                    if !coordinated && !matches!(self.class(at), Class::Be | Class::Have | Class::Do | Class::Modal) {
                        return None;
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The noun phrase whose last token is `last`, with what hangs on it.
    pub(crate) fn phrase_ending(&self, last: usize) -> Option<Range> {
        if self.class(last) == Class::Pron {
            return Some(last..last + 1);
        }
        if !self.nominal(last) && self.class(last) != Class::Det {
            // "those detained said", "persons affected reported"
            if !(self.class(last) == Class::Ed && last > 0 && (self.nominal(last - 1) || self.class(last - 1) == Class::Det)) {
                return None;
            }
        }
        let scan = self.scan(last);
        let start = self.first_segment(&scan, last)?;
        let start = self.without_adverbial(start, last)?;
        let end = self.without_time(start, last + 1);
        (start < end).then_some(start..end)
    }

    /// The noun phrase that ends at `last`, be it subject, object, or behind a preposition.
    fn phrase_before_pronoun(&self, last: usize) -> Option<Range> {
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
        while start < last && matches!(self.class(start), Class::Prep | Class::Adv | Class::And | Class::To) {
            start += 1;
        }
        Some(start..last + 1)
    }

    /// Walks left from `last` over everything that may belong to a noun phrase.
    fn scan(&self, last: usize) -> Scan {
        let mut scan = Scan {
            limit: 0,
            commas: Vec::new(),
            object: false,
            joints: Vec::new(),
        };
        let mut at = last + 1;
        while at > 0 {
            let k = at - 1;
            match self.class(k) {
                Class::Noun | Class::Name | Class::Num | Class::Poss | Class::Hyphen => {}
                Class::Pron => {
                    // "them" and "it" end an object; a phrase does not run over them.
                    scan.limit = at;
                    scan.object = true;
                    return scan;
                }
                Class::Det | Class::No => {
                    // A new article after a noun begins a new phrase.
                    let new = k > 0 && self.class(k - 1) != Class::Det
                        && matches!(self.class(k - 1), Class::Noun | Class::Name | Class::Num | Class::Close)
                        && !self.is_any(k, &["all", "both", "each", "such", "more", "half"])
                        && !(self.is_any(k - 1, &["all", "half", "both"]));
                    if new {
                        scan.limit = k;
                        // Behind the comma something else begins: "... the north, the mayor said".
                        scan.object = !scan.commas.is_empty()
                            && !self.tag(k - 1).is_some_and(|tag| tag.time);
                        return scan;
                    }
                }
                Class::Prep | Class::To => {
                    if self.is_any(k, &["after", "before", "since", "until", "till", "as"])
                        && !self.temporal(k)
                        && !self.is_any(k + 1, &["well", "of"])
                        && !self.is_any(k.wrapping_sub(1), &["well", "such"])
                        && !(k > 0 && self.class(k - 1) == Class::Ed)
                        && k < last
                    {
                        scan.limit = at;
                        return scan;
                    }
                    if self.class(k) == Class::To && self.class(k + 1) == Class::Noun
                        && self.tag(k + 1).is_some_and(|tag| tag.verb.is_some() || tag.noun.is_none() && tag.before.is_none())
                        && !scan.commas.is_empty()
                    {
                        // An infinitive is no part of a speaker.
                        scan.limit = at;
                        scan.object = true;
                        return scan;
                    }
                }
                Class::And => scan.joints.push(k),
                Class::Comma => scan.commas.push(k),
                Class::Close => {
                    let open = self.opening(k);
                    at = open;
                    continue;
                }
                Class::Quote => {
                    // A name in quotation marks, or the end of a quotation.
                    let open = (k.saturating_sub(8)..k).rev().find(|at| self.class(*at) == Class::Quote);
                    match open {
                        Some(open)
                            if (open + 1..k).all(|at| matches!(self.class(at), Class::Name | Class::Prep | Class::Det | Class::And | Class::Noun | Class::Hyphen | Class::Ing))
                                && (self.class(open + 1) == Class::Name || k < open + 5 && k < last) =>
                        {
                            at = open;
                            continue;
                        }
                        _ => {
                            scan.limit = at;
                            return scan;
                        }
                    }
                }
                Class::Adv => {}
                Class::Ing => {
                    let before = self.class(k.wrapping_sub(1));
                    let inside = k > 0 && (self.nominal(k - 1) || matches!(before, Class::Prep | Class::Det | Class::Hyphen | Class::And))
                        || (k > 1 && before == Class::Adv && self.nominal(k - 2));
                    let noun = matches!(self.class(k + 1), Class::Noun) && matches!(before, Class::Det | Class::Prep | Class::Noun);
                    if !inside && !noun && k > 0 && before != Class::Stop {
                        scan.limit = at;
                        scan.object = true;
                        return scan;
                    }
                    if k == 0 || before == Class::Stop {
                        scan.limit = at;
                        scan.object = true;
                        return scan;
                    }
                }
                Class::Ed if self.adjectival(k) || self.reduced(k) || k == last => {}
                Class::Ed | Class::Finite | Class::Be | Class::Have | Class::Do | Class::Modal => {
                    if let Some(pronoun) = self.relative_before(k) {
                        at = pronoun;
                        continue;
                    }
                    scan.limit = at;
                    // "media reported activists and lawyers said": the clause is the object.
                    scan.object = !self.tag(k).is_some_and(|tag| tag.verb.is_some() && !tag.object);
                    return scan;
                }
                Class::Rel => {
                    if k > 0 && self.nominal(k - 1) {
                        at = k;
                        continue;
                    }
                    scan.limit = at;
                    return scan;
                }
                Class::Stop | Class::Sub | Class::That | Class::But | Class::Open | Class::There => {
                    scan.limit = at;
                    return scan;
                }
            }
            at = k;
        }
        scan
    }

    /// Where, among the stretches parted by commas, the phrase begins.
    fn first_segment(&self, scan: &Scan, last: usize) -> Option<usize> {
        // Commas are listed from right to left.
        let mut start = scan.commas.first().map_or(scan.limit, |comma| comma + 1);
        if scan.object {
            // An object stands left: only what follows the last joint or comma is new.
            let joint = scan.joints.first().copied();
            return match (scan.commas.first(), joint) {
                (Some(comma), Some(joint)) if joint == comma + 1 => Some(joint + 1),
                (Some(comma), Some(joint)) if joint > *comma => Some(comma + 1),
                (Some(comma), _) => Some(comma + 1),
                (None, Some(joint)) => Some(joint + 1),
                (None, None) => None,
            };
        }
        let mut listed = self.class(start) == Class::And
            || (start..last).any(|at| self.class(at) == Class::And && !scan.commas.is_empty());
        if self.class(start) == Class::And && scan.commas.is_empty() {
            return Some(start + 1);
        }
        let with_joint = self.class(start) == Class::And;
        for (n, comma) in scan.commas.iter().enumerate() {
            if !listed {
                break;
            }
            let from = scan.commas.get(n + 1).map_or(scan.limit, |comma| comma + 1);
            let first = self.class(from);
            let leads = matches!(first, Class::Prep | Class::Adv | Class::Ing | Class::Ed | Class::To | Class::And)
                || self.timely(&(from..*comma))
                || *comma == from;
            if leads {
                break;
            }
            if !with_joint && (from..*comma).any(|at| self.class(at) == Class::And) {
                break;
            }
            start = from;
            listed = true;
        }
        if self.class(start) == Class::And {
            start += 1;
        }
        Some(start)
    }

    /// The phrase without "in May" at its end.
    fn without_time(&self, start: usize, end: usize) -> usize {
        let mut at = end;
        while at > start + 1 {
            at -= 1;
            let tag = self.tag(at);
            if self.class(at) == Class::Prep {
                let clipped = self.is_any(at, &["in", "on", "during", "at", "since"]) && self.timely(&(at + 1..end));
                return if clipped { at } else { end };
            }
            if !tag.is_some_and(|tag| tag.time || matches!(tag.class, Class::Det | Class::Num)) {
                return end;
            }
        }
        end
    }

    /// The phrase without "In May", "According to the press" and the like before it.
    fn without_adverbial(&self, start: usize, last: usize) -> Option<usize> {
        let mut at = start;
        for _ in 0..4 {
            while at <= last && (self.class(at) == Class::Adv || (self.class(at) == Class::And && at < last)) {
                at += 1;
            }
            if at > last {
                return None;
            }
            let timely_start = self.is_any(at, &["last", "next", "each", "every", "this"])
                && self.tag(at + 1).is_some_and(|tag| tag.time);
            if self.class(at) != Class::Prep && !timely_start {
                return Some(at);
            }
            // "In <time>": all words of time, as far as they go.
            let from = if timely_start { at } else { at + 1 };
            let mut end = from;
            let mut timely = false;
            while end <= last {
                let Some(tag) = self.tag(end) else { break };
                if tag.time {
                    timely = true;
                } else if !(matches!(tag.class, Class::Hyphen)
                    || matches!(tag.class, Class::Det | Class::Prep | Class::And)
                        && self.tag(end + 1).is_some_and(|next| next.time)
                    || (tag.class == Class::Det
                        && self.tag(end + 1).is_some_and(|next| next.class == Class::Num)))
                {
                    break;
                }
                end += 1;
            }
            if timely && end > from {
                at = end;
                continue;
            }
            return self.after_place(at, last);
        }
        Some(at)
    }

    /// "In Northern Province residents": where the phrase after the place begins.
    fn after_place(&self, prep: usize, last: usize) -> Option<usize> {
        let mut at = prep + 1;
        while at <= last && matches!(self.class(at), Class::Det | Class::Adv | Class::Num) {
            at += 1;
        }
        let mut seen_name = false;
        while at <= last {
            match self.class(at) {
                Class::Name | Class::Num => seen_name = true,
                Class::Det if seen_name || at > prep + 1 && self.class(at - 1) == Class::Noun => return Some(at),
                Class::Noun if seen_name && self.class(at - 1) == Class::Name => return Some(at),
                Class::Prep | Class::And | Class::Hyphen | Class::Poss => {}
                _ => {}
            }
            at += 1;
        }
        // "After the storm the mayor": nothing tells the two apart but the last noun.
        (self.class(last) == Class::Noun
            && last > prep + 2
            && self.is_person(last)
            && self.class(last - 1) == Class::Noun)
            .then_some(last)
    }

    /// The noun phrase that begins at `from`, up to `stop`, with what hangs on it.
    pub(crate) fn phrase_from(&self, from: usize, lists: bool) -> Option<Range> {
        let mut at = from;
        let mut end = from;
        let mut comma = None;
        while at < self.len() {
            match self.class(at) {
                Class::Noun | Class::Name | Class::Num => end = at + 1,
                Class::Poss => end = at + 1,
                Class::Pron if at == from => return Some(from..from + 1),
                Class::Det | Class::No => {
                    // A new article after a finished phrase begins something else.
                    if at > from && self.nominal(at - 1) && comma.is_none() {
                        break;
                    }
                }
                Class::Hyphen | Class::And => {}
                Class::Adv if at == from || !self.nominal(at - 1) => {}
                Class::Prep | Class::To => {
                    if self.temporal(at) && self.key(at) != KEYS.of && self.key(at) != KEYS.from
                        || self.is_any(at, &["as", "after", "before", "since", "until", "despite", "without", "including", "during", "because", "due", "according", "while"])
                    {
                        break;
                    }
                    if self.class(at) == Class::To && self.class(at + 1) == Class::Noun && self.tag(at + 1).is_some_and(|t| t.verb.is_some()) {
                        break;
                    }
                }
                Class::Open => {
                    let close = (at..(at + 14).min(self.len())).find(|k| self.class(*k) == Class::Close);
                    match close {
                        Some(close) if self.is_name_bracket(at, close) => {
                            end = close + 1;
                            at = close + 1;
                            continue;
                        }
                        _ => break,
                    }
                }
                Class::Quote => {
                    let close = (at + 1..(at + 10).min(self.len())).find(|k| self.class(*k) == Class::Quote);
                    match close {
                        Some(close) if self.class(at + 1) == Class::Name => {
                            end = close + 1;
                            at = close + 1;
                            continue;
                        }
                        _ => break,
                    }
                }
                Class::Ed => {
                    if self.adjectival(at) && (at == from || !self.nominal(at - 1)) {
                    } else if at > from && self.nominal(at - 1) && self.verb(at).is_none() && let Some(by) = self.agent_soon(at) {
                        at = by;
                    } else if at > from && self.class(at - 1) == Class::Det {
                    } else {
                        break;
                    }
                }
                Class::Ing => {
                    let modifies = at == from || !self.nominal(at - 1);
                    let working = self.nominal(at.wrapping_sub(1)) && self.tag(at).is_some_and(|tag| tag.verb.is_none());
                    if !modifies && !working {
                        break;
                    }
                }
                Class::Rel if self.is(at, "who") && at > from && self.nominal(at - 1) => {}
                Class::Finite | Class::Be | Class::Have if at > from && self.class(at - 1) == Class::Rel => {}
                Class::Comma => {
                    if !self.runs_on(from, at, lists) {
                        break;
                    }
                    comma = Some(at);
                }
                _ => break,
            }
            at += 1;
        }
        (end > from).then_some(from..end)
    }

    /// Whether a stretch of time follows the preposition at `at`.
    pub(crate) fn temporal(&self, at: usize) -> bool {
        let mut next = at + 1;
        while matches!(self.class(next), Class::Det) {
            next += 1;
        }
        let Some(tag) = self.tag(next) else {
            return false;
        };
        let mut after = next;
        while self.tag(after).is_some_and(|tag| tag.time) {
            after += 1;
        }
        // "into the 2018 violence", "in 2019 figures"
        if tag.time && self.class(after) == Class::Noun && !self.is_any(after, &["the"]) {
            return false;
        }
        tag.time
            && (tag.class != Class::Num || self.words.at(next).len() == 4)
            && !(tag.class == Class::Name && self.class(next + 1) == Class::Name && !self.tag(next + 1).is_some_and(|t| t.time))
    }

    /// An acronym or a short name in brackets: part of the name before it.
    fn is_name_bracket(&self, open: usize, close: usize) -> bool {
        close > open + 1
            && close - open <= 8
            && (open + 1..close).all(|at| {
                matches!(self.class(at), Class::Name | Class::Hyphen | Class::Quote | Class::Det | Class::Prep)
                    || self.words.tokens().get(at).is_some_and(|token| token.case != Case::Lower)
            })
            && (open + 1..close).any(|at| self.words.tokens().get(at).is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower))
            && !self.is_any(open + 1, &["see"])
    }

    /// "published in March by": an agent follows the participle at `at`.
    fn agent_soon(&self, at: usize) -> Option<usize> {
        let mut k = at + 1;
        while k < self.len() && k < at + 7 {
            if self.key(k) == KEYS.by {
                return Some(k);
            }
            match self.class(k) {
                Class::Prep | Class::Name | Class::Num | Class::Det | Class::Noun | Class::Adv => {}
                _ => return None,
            }
            k += 1;
        }
        None
    }

    /// Whether the phrase goes on after the comma: an apposition, or a list with "and".
    fn runs_on(&self, from: usize, comma: usize, lists: bool) -> bool {
        let first = comma + 1;
        if self.class(first) == Class::And {
            return lists && self.class(first + 1) != Class::Num && self.nominal(first + 1) | matches!(self.class(first + 1), Class::Det | Class::Name);
        }
        if !matches!(self.class(first), Class::Det | Class::Name | Class::Noun) {
            return false;
        }
        if self.tag(first).is_some_and(|tag| tag.time) || self.is_any(first, &["some", "many", "several", "most", "all"]) && !lists {
            return false;
        }
        // To the next comma or stop: noun phrase only?
        let mut at = first;
        while at < self.len() && !matches!(self.class(at), Class::Comma | Class::Stop) {
            if self.finite(at) || matches!(self.class(at), Class::That | Class::Sub | Class::There | Class::Pron | Class::But) {
                return false;
            }
            if self.class(at) == Class::Open {
                match (at..self.len()).find(|k| self.class(*k) == Class::Close) {
                    Some(close) => at = close,
                    None => return false,
                }
            }
            at += 1;
        }
        let joint = (first..at).any(|k| self.class(k) == Class::And)
            || (self.class(at) == Class::Comma && self.class(at + 1) == Class::And);
        let closes_list = lists && (joint || self.class(at) == Class::Stop);
        let named = (from..comma).any(|k| self.class(k) == Class::Name);
        let describes = self.is_any(first, &["the"])
            || self.is_any(first, &["a", "an"]) && (first..at).any(|k| super::antecedent::is_person_word(self.words, k))
            || (self.class(first) == Class::Name && (first..at).all(|k| matches!(self.class(k), Class::Name | Class::Prep | Class::Hyphen | Class::Poss | Class::Det | Class::Noun)));
        let apposed = !lists && !joint && self.class(at) == Class::Comma && describes && self.class(at + 1) != Class::And
            && (named || self.class(first) == Class::Name) && self.subject_ahead(at + 1);
        closes_list || apposed
    }

    /// Whether a clause with its own subject and verb begins at `from`.
    pub(crate) fn subject_ahead(&self, from: usize) -> bool {
        let mut at = from;
        let mut noun = false;
        let mut passed = false;
        while at < self.len() && at < from + 22 {
            match self.class(at) {
                Class::Stop | Class::Comma if noun => return false,
                Class::There => return true,
                Class::Noun | Class::Name | Class::Pron | Class::Num => noun = true,
                Class::That | Class::Rel if noun => passed = true,
                _ if noun && self.finite(at) => {
                    if !passed {
                        return true;
                    }
                    // The verb of a relative clause: another must follow.
                    if !matches!(self.class(at), Class::Be | Class::Have | Class::Do | Class::Modal)
                        || !matches!(self.class(at + 1), Class::Ed | Class::Be)
                    {
                        passed = false;
                        noun = false;
                        while matches!(self.class(at + 1), Class::Ed | Class::Adv) {
                            at += 1;
                        }
                        if self.class(at + 1) == Class::Stop {
                            return false;
                        }
                    }
                }
                _ if self.finite(at) => return false,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Whether a clause follows the verb at `verb`: "that", a quotation, or subject and verb.
    pub(crate) fn clause_follows(&self, verb: usize) -> bool {
        let mut at = verb + 1;
        while self.class(at) == Class::Adv {
            at += 1;
        }
        match self.class(at) {
            Class::That | Class::Quote | Class::There => true,
            Class::Stop => self.is(at, ":") || at + 1 >= self.len() && self.content_before(verb),
            Class::Comma => {
                // "said, “...”", "argued, however, that", or the content stands before.
                matches!(self.class(at + 1), Class::Quote | Class::That)
                    || self.class(at + 1) == Class::Adv && self.class(at + 2) == Class::Comma && self.class(at + 3) == Class::That
                    || self.content_before(verb)
            }
            Class::Prep | Class::To => {
                // "told reporters in May that"
                self.that_soon(at, 9)
            }
            Class::Det | Class::Noun | Class::Name | Class::Num | Class::Pron | Class::No | Class::Ed => {
                self.that_soon(at, 6) || self.subject_ahead(at)
            }
            _ => false,
        }
    }

    /// "that ...", a quotation, or the content before: in so many words.
    pub(crate) fn says_so(&self, verb: usize) -> bool {
        let mut at = verb + 1;
        while self.class(at) == Class::Adv {
            at += 1;
        }
        match self.class(at) {
            Class::That | Class::There => true,
            Class::Quote => true,
            Class::Prep => self.content_soon(at),
            Class::To | Class::Comma => self.clause_follows(verb),
            Class::Stop => self.is(at, ":") || at + 1 >= self.len() && self.content_before(verb),
            Class::Noun | Class::Name | Class::Det | Class::Pron => {
                // "told the family that": the one who is told stands between.
                self.tag(verb).is_some_and(|tag| tag.verb.is_some())
                    && self.is_any(verb, &["informed", "advised", "told", "informing", "advising", "promised"])
                    && self.content_soon(at)
            }
            _ => false,
        }
    }

    fn that_soon(&self, from: usize, within: usize) -> bool {
        (from..(from + within).min(self.len()))
            .take_while(|at| !matches!(self.class(*at), Class::Stop) && !self.finite(*at))
            .any(|at| self.class(at) == Class::That && self.class(at + 1) != Class::Noun || self.class(at) == Class::That && !self.nominal(at.wrapping_sub(1)))
    }

    /// "..., activists said": a comma or a quotation stands before the subject.
    pub(crate) fn content_before(&self, verb: usize) -> bool {
        let start = self.group(verb).start;
        let mut at = start;
        let mut steps = 0;
        while at > 0 && steps < 12 {
            at -= 1;
            steps += 1;
            match self.class(at) {
                Class::Comma | Class::Quote => {
                    return (0..at).any(|k| self.finite(k));
                }
                Class::Stop => return false,
                _ if self.finite(at) => return false,
                _ => {}
            }
        }
        false
    }

    /// The verb of the list at `at` and its form.
    pub(crate) fn verb(&self, at: usize) -> Option<(u16, Form)> {
        self.tag(at)?.verb
    }

    /// The trigger at `at`.
    pub(crate) fn trigger(&self, at: usize) -> Option<Trigger> {
        self.tag(at)?.trigger
    }
}

fn whole(range: Range) -> Subject {
    Subject {
        range,
        shared_with: None,
    }
}

/// What a walk to the left passed.
struct Scan {
    /// First token that may belong to the phrase.
    limit: usize,
    /// Commas passed, from right to left.
    commas: Vec<usize>,
    /// "and" and "or" passed, from right to left.
    joints: Vec<usize>,
    /// The walk ended at a verb that takes what follows as its object.
    object: bool,
}

/// "continued to report" is reporting.
const GO_ON: &[&str] = &[
    "continued", "continue", "continues", "continuing", "began", "begin", "started", "went", "tended", "appeared",
    "seemed", "used", "proceeded", "came", "chose", "quick", "happened", "remained",
];

/// "refused to comment" is not.
const REFUSE: &[&str] = &[
    "refused", "failed", "declined", "reluctant", "unwilling", "hesitated", "unable", "refusing", "failing", "afraid",
    "neglected", "hesitant", "failure", "refusal", "forgot", "omitted",
];
