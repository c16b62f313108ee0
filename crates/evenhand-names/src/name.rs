//! A name made ready for comparing: its parts, what each is, and its legal forms.
//!
//! In: the name as written, and whether it is a person's or a body's. Out: a [`Name`]. Any text gives a name, also an empty or a
//! nonsensical one. Nothing is compared here.

use crate::romanise::{self, Script};
use crate::skeleton;
use crate::words::bodies::{self, Common};
use crate::words::forms::{self, Form};
use crate::words::given;
use std::ops::Range;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person.
    Person,
    /// A company, organisation, institution, vessel or list.
    Body,
    /// Not known: a body where the words say so (a legal form, "ministry", "fund"), otherwise a person.
    Unknown,
}

impl Kind {
    /// The word for it in input and output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Body => "body",
            Self::Unknown => "unknown",
        }
    }

    /// The kind that a word of a register stands for ("Person", "Company", "Organization", "LegalEntity", "Vessel").
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        match word.trim().to_ascii_lowercase().as_str() {
            "person" | "individual" | "people" => Self::Person,
            "body" | "company" | "organization" | "organisation" | "publicbody" | "vessel"
            | "airplane" | "asset" => Self::Body,
            _ => Self::Unknown,
        }
    }
}

/// What a part of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A word that tells this name from others.
    Word,
    /// One letter for a word.
    Initial,
    /// A title, rank or form of address of a person.
    Title,
    /// "al", "von" of a person; "of", "and" of a body.
    Particle,
    /// "bin", "ould": what follows is the father.
    Father,
    /// "abu", "abdul".
    Half,
    /// "Jr".
    Generation,
    /// A number, or a word with digits in it.
    Number,
    /// "group", "holding".
    Loose,
    /// "bank", "committee".
    Sort,
    /// A legal form; compared as such and not as a word.
    Form,
}

/// A part of a name; ranges lead into the texts of the [`Name`].
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Where it stands in the name as written.
    pub(crate) span: Range<u32>,
    /// Where its Latin letters stand in `Name::plain`.
    pub(crate) plain: Range<u32>,
    /// Where its skeleton stands in `Name::folded`.
    folded: Range<u32>,
    pub(crate) role: Role,
    pub(crate) script: Script,
    /// Which letters the skeleton has, one bit each.
    pub(crate) letters: u32,
    /// The value of a number word or Roman number.
    pub(crate) value: Option<u16>,
    /// Letters as written.
    pub(crate) characters: u16,
    /// A point follows.
    pub(crate) dotted: bool,
    /// Letters that were joined to one word: only the very same letters are the same.
    pub(crate) lettered: bool,
    /// The groups of sister forms that a given name stands in.
    pub(crate) groups: &'static [u16],
}

/// A name ready to be compared.
#[derive(Debug, Clone)]
pub struct Name {
    text: String,
    kind: Kind,
    pub(crate) plain: String,
    folded: String,
    /// How much of `plain` is the name written without any borders.
    compact: usize,
    pub(crate) parts: Vec<Part>,
    pub(crate) forms: Vec<Form>,
    /// The family name stands first and a comma says so.
    pub(crate) turned: bool,
    /// There were more parts than are compared.
    pub(crate) cut: bool,
}

/// Most parts of a name that are compared; texts longer than this are not names.
const MOST_PARTS: usize = 24;

impl Name {
    /// Makes a name ready. Any text will do.
    #[must_use]
    pub fn read(text: &str, kind: Kind) -> Self {
        let mut name = Self {
            text: text.to_owned(),
            kind,
            plain: String::with_capacity(text.len() + 8),
            folded: String::with_capacity(text.len() + 8),
            compact: 0,
            parts: Vec::with_capacity(6),
            forms: Vec::new(),
            turned: false,
            cut: false,
        };
        let comma = name.split();
        name.compact = name.plain.len();
        name.cut = name.parts.len() > MOST_PARTS;
        name.parts.truncate(MOST_PARTS);
        if name.kind == Kind::Unknown {
            name.kind = if name.looks_like_a_body() {
                Kind::Body
            } else {
                Kind::Person
            };
        }
        if name.kind == Kind::Body {
            name.as_body();
        } else {
            name.as_person(comma);
        }
        for at in 0..name.parts.len() {
            let from = name.folded.len();
            let Some(part) = name.parts.get(at) else {
                break;
            };
            let range = part.plain.start as usize..part.plain.end as usize;
            let plain = name.plain.get(range).unwrap_or("");
            match part.script {
                Script::Consonants => {
                    skeleton::fold(&plain.replace('w', "u").replace('y', "i"), &mut name.folded)
                }
                Script::Syllables => {
                    skeleton::fold(&syllables(plain, name.written(part)), &mut name.folded)
                }
                Script::Latin | Script::Cyrillic | Script::Other => {
                    skeleton::fold(plain, &mut name.folded)
                }
            }
            let letters = letters(name.folded.get(from..).unwrap_or(""));
            let groups = if name.kind == Kind::Person {
                given::groups(name.folded.get(from..).unwrap_or(""))
            } else {
                &[]
            };
            let folded = short(from)..short(name.folded.len());
            if let Some(part) = name.parts.get_mut(at) {
                part.folded = folded;
                part.letters = letters;
                part.groups = groups;
            }
        }
        name
    }

    /// The name as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it names; never [`Kind::Unknown`].
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The words of the name as skeletons, without titles, particles and legal forms: what an index of names is made of.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let telling = |part: &&Part| {
            !matches!(
                part.role,
                Role::Title | Role::Particle | Role::Father | Role::Form | Role::Initial
            )
        };
        self.parts
            .iter()
            .filter(telling)
            .map(|part| self.folded(part))
    }

    /// The name in Latin letters without any borders.
    pub(crate) fn compact(&self) -> &str {
        self.plain.get(..self.compact).unwrap_or("")
    }

    pub(crate) fn plain(&self, part: &Part) -> &str {
        self.plain
            .get(part.plain.start as usize..part.plain.end as usize)
            .unwrap_or("")
    }

    pub(crate) fn folded(&self, part: &Part) -> &str {
        self.folded
            .get(part.folded.start as usize..part.folded.end as usize)
            .unwrap_or("")
    }

    pub(crate) fn written(&self, part: &Part) -> &str {
        self.text
            .get(part.span.start as usize..part.span.end as usize)
            .unwrap_or("")
    }

    /// Whether `next` follows `part` with nothing between, and the run may be taken together.
    pub(crate) fn joined<'a>(&'a self, part: &Part, next: &Part) -> Option<&'a str> {
        (part.plain.end <= next.plain.end
            && part.plain.start < next.plain.start
            && (next.plain.end as usize) <= self.compact)
            .then(|| {
                self.plain
                    .get(part.plain.start as usize..next.plain.end as usize)
            })
            .flatten()
    }

    /// Splits the text into parts; gives the number of parts before the first comma, if there is one.
    fn split(&mut self) -> Option<usize> {
        let mut comma = None;
        let mut open: Option<Part> = None;
        let text = std::mem::take(&mut self.text);
        for (at, ch) in text.char_indices() {
            if is_joiner(ch) {
                continue;
            }
            if ch == '.' || ch == '。' || ch == '．' {
                if let Some(part) = &mut open {
                    part.dotted = true;
                }
                self.close(open.take());
                continue;
            }
            let from = self.plain.len();
            romanise::push(ch, &mut self.plain);
            let word = match ch {
                '&' => "and",
                '%' => "percent",
                _ => "",
            };
            if self.plain.len() == from && word.is_empty() {
                // Marks that stand on a letter (accents, vowel signs) do not end the word.
                if !ch.is_alphanumeric() && !is_mark(ch) {
                    self.close(open.take());
                    let parts = self.parts.len();
                    if matches!(ch, ',' | '،' | '，') && comma.is_none() && parts > 0 {
                        comma = Some(parts);
                    }
                }
                continue;
            }
            let end = at + ch.len_utf8();
            if !word.is_empty() {
                self.close(open.take());
                self.plain.truncate(from);
                self.plain.push_str(word);
            }
            let part = open.get_or_insert_with(|| Part {
                span: short(at)..short(at),
                plain: short(from)..short(from),
                folded: 0..0,
                role: Role::Word,
                script: Script::Latin,
                letters: 0,
                value: None,
                characters: u16::from(!word.is_empty()),
                dotted: false,
                lettered: false,
                groups: &[],
            });
            part.span.end = short(end);
            part.plain.end = short(self.plain.len());
            part.characters = part.characters.saturating_add(1);
            if let Some(script) = Script::of(ch) {
                part.script = part.script.max(script);
            }
            if !word.is_empty() {
                self.close(open.take());
            }
        }
        self.close(open.take());
        self.text = text;
        comma
    }

    fn close(&mut self, part: Option<Part>) {
        self.parts.extend(part);
    }

    fn looks_like_a_body(&self) -> bool {
        let last = self.parts.len().saturating_sub(1);
        self.parts.iter().enumerate().any(|(at, part)| {
            let word = self.plain(part);
            bodies::common(word).is_some_and(|common| common != Common::Stop)
                || (word.len() > 2 && (at == 0 || at == last) && forms::form(word).is_some())
        })
    }
}

/// Korean syllables the way names are written in passports rather than by the official table: "Kim", not "Gim".
fn syllables(plain: &str, written: &str) -> String {
    if !written
        .chars()
        .any(|ch| matches!(u32::from(ch), 0xAC00..=0xD7AF))
    {
        return plain.to_owned();
    }
    let text = plain
        .replace("eo", "o")
        .replace("eu", "u")
        .replace("ae", "e");
    match text.split_at_checked(1) {
        Some(("g", rest)) => format!("k{rest}"),
        Some(("b", rest)) => format!("p{rest}"),
        Some(("d", rest)) => format!("t{rest}"),
        _ => text,
    }
}

/// Which letters a skeleton has: one bit a letter, one for digits; capitals of the skeleton share bits with small letters.
pub(crate) fn letters(folded: &str) -> u32 {
    folded.bytes().fold(0, |set, byte| {
        set | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'C' => 1 << 26,
            b'S' => 1 << 27,
            b'J' => 1 << 28,
            _ => 1 << 29,
        }
    })
}

/// Names are short; what lies beyond four gigabytes is not compared.
pub(crate) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Signs inside a word that spellings set or leave out.
fn is_joiner(ch: char) -> bool {
    matches!(
        ch,
        '\'' | '’' | '‘' | '`' | '´' | 'ʻ' | 'ʼ' | 'ʿ' | 'ʾ' | 'ʹ' | 'ʺ' | '\u{ad}' | '\u{200b}'
            ..='\u{200f}' | '\u{2060}' | '\u{feff}' | '*'
    )
}

/// Accents, vowel signs and tone marks that stand on or beside a letter.
fn is_mark(ch: char) -> bool {
    matches!(
        u32::from(ch),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06ED | 0x0900..=0x0DFF
        | 0x0E31..=0x0E4E | 0x0EB1..=0x0ECD | 0x102B..=0x103E | 0x17B4..=0x17DD | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20F0
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str, kind: Kind) -> Vec<(String, Role)> {
        let name = Name::read(text, kind);
        name.parts
            .iter()
            .map(|part| (name.plain(part).to_owned(), part.role))
            .collect()
    }

    #[test]
    fn parts_of_a_person_have_their_roles() {
        let parts = roles("Dr. Yu. Saparov", Kind::Person);
        assert_eq!(parts[0], ("dr".to_owned(), Role::Title));
        assert_eq!(parts[1].1, Role::Initial);
        assert_eq!(parts[2], ("saparov".to_owned(), Role::Word));
    }

    #[test]
    fn a_comma_turns_a_person_round() {
        let name = Name::read("Orlan, Mira T.", Kind::Person);
        assert!(name.turned);
        assert_eq!(name.plain(&name.parts[0]), "mira");
        assert!(!Name::read("Mira Orlan, PhD", Kind::Person).turned);
    }

    #[test]
    fn legal_forms_are_found_in_any_spelling() {
        let forms = |text| {
            Name::read(text, Kind::Body)
                .forms
                .iter()
                .map(|form| form.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            forms("Orlan Gesellschaft mit beschränkter Haftung"),
            ["GmbH"]
        );
        assert_eq!(forms("ТОО «Орлан»"), ["LLC"]);
        assert_eq!(forms("Orlan Sp. z o.o."), ["Sp. z o.o."]);
        assert_eq!(forms("Orlan S.A. de C.V."), ["SA"]);
        assert_eq!(forms("Limited"), [""; 0]);
    }

    #[test]
    fn letters_of_a_body_are_one_word() {
        assert_eq!(roles("J.P. Orlan", Kind::Body)[0].0, "jp");
        assert_eq!(
            roles("Orlan Partners V L.P.", Kind::Body)[2].1,
            Role::Number
        );
    }
}
