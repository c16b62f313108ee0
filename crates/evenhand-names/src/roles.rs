//! What each part of a name is: titles, particles, initials and fathers of persons; legal forms, numbers, common words of bodies.
//!
//! In: a name cut into parts. Out: the same with roles; words that are one are joined (letters, numbers), and what is written in two usual ways
//! is written in one.

use crate::name::{Name, Part, Role, short};
use crate::romanise::Script;
use crate::words::bodies::{self, Common};
use crate::words::forms::{self, Form};
use crate::words::numbers;
use crate::words::persons::{self, Aside};

impl Name {
    /// Roles in a person's name.
    pub(crate) fn as_person(&mut self, comma: Option<usize>) {
        while self.parts.len() > 2
            && self
                .parts
                .last()
                .is_some_and(|part| forms::follows_a_person(self.plain(part)))
        {
            self.parts.pop();
        }
        if let Some(comma) = comma.filter(|&comma| comma < self.parts.len()) {
            let rest_is_aside = self.parts.get(comma..).is_some_and(|rest| {
                rest.iter().all(|part| {
                    matches!(
                        persons::aside(self.plain(part)),
                        Some(Aside::Title | Aside::Generation)
                    )
                })
            });
            if !rest_is_aside {
                self.parts.rotate_left(comma);
                self.turned = true;
            }
        }
        let mut roles: Vec<Role> = Vec::with_capacity(self.parts.len());
        let last = self.parts.len().saturating_sub(1);
        for (at, part) in self.parts.iter().enumerate() {
            let word = self.plain(part);
            let letter = matches!(part.script, Script::Latin | Script::Cyrillic)
                && (part.characters == 1
                    || (part.dotted
                        && matches!(
                            word,
                            "yu" | "ya" | "ye" | "zh" | "sh" | "ch" | "kh" | "ts" | "dzh"
                        )));
            roles.push(match persons::aside(word) {
                _ if word.bytes().any(|byte| byte.is_ascii_digit()) => Role::Number,
                _ if letter => Role::Initial,
                Some(Aside::Title) if at < last || matches!(word, "phd" | "md" | "hrh") => {
                    Role::Title
                }
                Some(Aside::Particle) if at < last || self.parts.len() > 2 => Role::Particle,
                Some(Aside::Father) => Role::Father,
                Some(Aside::Half) if at < last => Role::Half,
                Some(Aside::Generation) => Role::Generation,
                _ => Role::Word,
            });
        }
        // A name of nothing but titles and particles is a name all the same.
        if !roles
            .iter()
            .any(|role| matches!(role, Role::Word | Role::Half))
        {
            for role in &mut roles {
                if !matches!(role, Role::Initial | Role::Number) {
                    *role = Role::Word;
                }
            }
        }
        for (part, role) in self.parts.iter_mut().zip(roles) {
            part.role = role;
        }
    }

    /// Roles in a body's name.
    pub(crate) fn as_body(&mut self) {
        self.join_letters();
        self.mark_forms();
        self.join_numbers();
        for at in 0..self.parts.len() {
            let Some(part) = self.parts.get(at) else {
                break;
            };
            if part.role == Role::Form {
                continue;
            }
            let word = self.plain(part);
            let usual = bodies::usual(word);
            let value = part
                .value
                .or_else(|| numbers::value(word))
                .or_else(|| numbers::roman(word).filter(|_| at > 0));
            let role = if value.is_some() || word.bytes().any(|byte| byte.is_ascii_digit()) {
                Role::Number
            } else {
                match bodies::common(usual) {
                    Some(Common::Stop) if at + 1 < self.parts.len() => Role::Particle,
                    Some(Common::Loose) => Role::Loose,
                    Some(Common::Sort) => Role::Sort,
                    Some(Common::Stop) | None => Role::Word,
                }
            };
            let replaced = if usual == word {
                None
            } else {
                Some(usual.to_owned())
            };
            let from = self.plain.len();
            if let Some(usual) = &replaced {
                self.plain.push_str(usual);
            }
            let to = self.plain.len();
            if let Some(part) = self.parts.get_mut(at) {
                part.role = role;
                part.value = value;
                if replaced.is_some() {
                    part.plain = short(from)..short(to);
                }
            }
        }
    }

    /// "J.P." and "J P" are one word "jp" in a body's name.
    fn join_letters(&mut self) {
        let mut joined: Vec<Part> = Vec::with_capacity(self.parts.len());
        let mut run = false;
        for part in std::mem::take(&mut self.parts) {
            let single = part.characters == 1
                && matches!(part.script, Script::Latin | Script::Cyrillic)
                && !self.plain(&part).bytes().any(|byte| byte.is_ascii_digit());
            match joined.last_mut() {
                Some(last) if run && single && (last.dotted == part.dotted || last.dotted) => {
                    last.span.end = part.span.end;
                    last.plain.end = part.plain.end;
                    last.dotted = part.dotted;
                    last.lettered = true;
                }
                _ => joined.push(part),
            }
            run = single;
        }
        self.parts = joined;
    }

    /// "Thirty-one" is one number.
    fn join_numbers(&mut self) {
        let mut at = 0;
        while let Some([tens, ones]) = self.parts.get(at..at + 2) {
            let value = match (
                numbers::value(self.plain(tens)),
                numbers::value(self.plain(ones)),
            ) {
                (Some(tens @ 20..100), Some(ones @ 1..10)) if tens.is_multiple_of(10) => {
                    Some(tens + ones)
                }
                _ => None,
            };
            let end = (ones.span.end, ones.plain.end);
            if let (Some(value), Some(part)) = (value, self.parts.get_mut(at)) {
                part.value = Some(value);
                (part.span.end, part.plain.end) = end;
                self.parts.remove(at + 1);
            }
            at += 1;
        }
    }

    fn mark_forms(&mut self) {
        let count = self.parts.len();
        let mut found: Vec<(usize, usize, Form)> = Vec::new();
        let mut at = 0;
        while at < count {
            let Some(first) = self.parts.get(at) else {
                break;
            };
            let longest = if forms::may_start(self.plain(first)) {
                forms::MOST_WORDS.min(count - at)
            } else {
                1
            };
            let form = (1..=longest).rev().find_map(|length| {
                let last = self.parts.get(at + length - 1)?;
                let run = if length == 1 {
                    self.plain(first)
                } else {
                    self.joined(first, last)?
                };
                // A short word in the middle of a name is a word ("Banco do Sul SA" against "Casa SA Nova").
                let at_edge = at == 0
                    || at + length == count
                    || found.last().is_some_and(|(_, end, _)| *end == at);
                let form = forms::form(run).or_else(|| {
                    (at + length == count)
                        .then(|| forms::misspelt(run))
                        .flatten()
                })?;
                (run.len() > 3
                    || at_edge
                    || self
                        .parts
                        .get(at + length)
                        .is_some_and(|next| forms::form(self.plain(next)).is_some()))
                .then_some((length, form))
            });
            if let Some((length, form)) = form {
                found.push((at, at + length, form));
                at += length;
            } else {
                at += 1;
            }
        }
        let marked: usize = found.iter().map(|(from, to, _)| to - from).sum();
        if marked >= count {
            // "Limited" alone, or "Company Limited": there is no other name.
            found.retain(|(from, ..)| *from > 0);
        }
        for (from, to, form) in found {
            if self.parts.get(from..to).is_none_or(<[Part]>::is_empty) {
                continue;
            }
            if !self.forms.contains(&form) {
                self.forms.push(form);
            }
            for part in self.parts.get_mut(from..to).into_iter().flatten() {
                part.role = Role::Form;
            }
        }
        self.forms.sort_unstable();
    }
}
