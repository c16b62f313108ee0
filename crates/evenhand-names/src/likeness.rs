//! How two single parts of names are alike.
//!
//! In: one part of each name. Out: in what way they are the same, and the edits between them; nothing where they are not.

use crate::distance;
use crate::name::{Name, Part, Role};
use crate::romanise::Script;
use crate::skeleton;
use std::fmt;

/// In what way parts of two names stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Letter for letter, but for case and accents.
    Equal,
    /// The same name spelt another way.
    Spelling,
    /// The same name in another script.
    Transliteration,
    /// Borders between words are set otherwise.
    Spacing,
    /// A short, pet or sister form of a given name.
    Nickname,
    /// One letter for the word.
    Initial,
    /// First letters for the words.
    Acronym,
    /// A slip of the pen; or another name that is one or two letters away.
    Misprint,
    /// Numbers a digit or two apart.
    Number,
    /// One legal form in two spellings.
    LegalForm,
    /// A father's name that only one has.
    Patronymic,
    /// A title that only one has.
    TitleDropped,
    /// A particle or small word that only one has.
    ParticleDropped,
    /// A word that is said twice.
    Repeated,
    /// A part that only one has.
    OneSided,
    /// A legal form that only one has.
    LegalFormDropped,
    /// Another legal form of the same sort.
    OtherLegalForm,
    /// Legal forms of two sorts.
    LegalFormContradicts,
    /// An initial that does not fit the word: another person, or a misprint.
    InitialContradicts,
    /// Each has another word here.
    Contradicts,
    /// The parts stand in another order.
    Order,
    /// Father and son changed places.
    FatherAndSon,
    /// Too little is shared to say.
    TooLittle,
}

impl How {
    /// The word for it in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Spelling => "spelling",
            Self::Transliteration => "transliteration",
            Self::Spacing => "spacing",
            Self::Nickname => "short or sister form",
            Self::Initial => "initial",
            Self::Acronym => "acronym",
            Self::Misprint => "misprint or another name",
            Self::Number => "number differs",
            Self::LegalForm => "same legal form",
            Self::Patronymic => "father's name on one side",
            Self::TitleDropped => "title on one side",
            Self::ParticleDropped => "small word on one side",
            Self::Repeated => "said twice",
            Self::OneSided => "on one side only",
            Self::LegalFormDropped => "legal form on one side",
            Self::OtherLegalForm => "other legal form of the same sort",
            Self::LegalFormContradicts => "legal form of another sort",
            Self::InitialContradicts => "initial does not fit: another person, or a misprint",
            Self::Contradicts => "differ",
            Self::Order => "other order",
            Self::FatherAndSon => "father and son changed places",
            Self::TooLittle => "too little is shared",
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Two parts that are alike, and by how many edits they are not the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Alike {
    pub(crate) how: How,
    pub(crate) edits: f32,
}

const fn alike(how: How) -> Option<Alike> {
    Some(Alike { how, edits: 0.0 })
}

/// Most edits between two words that are still taken for one, by the length of the longer.
fn most_edits(length: usize) -> f32 {
    match length {
        0 | 1 => 0.0,
        2 => 1.0,
        3..=8 => 2.0,
        _ => 2.7,
    }
}

/// How two parts are alike, if they are.
pub(crate) fn parts(a: &Name, one: &Part, b: &Name, other: &Part) -> Option<Alike> {
    use Role::{
        Father, Form, Generation, Half, Initial, Loose, Number, Particle, Sort, Title, Word,
    };
    match (one.role, other.role) {
        (Form, _) | (_, Form) => None,
        (Father, Father) => alike(How::Equal),
        (Number, Number) => numbers(a, one, b, other),
        (Initial, Initial) => (initial(a, one) == initial(b, other))
            .then_some(())
            .and(alike(How::Equal)),
        (Initial, Word | Half) => fits(a, one, b, other)
            .then_some(())
            .and(alike(How::Initial)),
        (Word | Half, Initial) => fits(b, other, a, one)
            .then_some(())
            .and(alike(How::Initial)),
        (Word | Half | Loose | Sort, Word | Half | Loose | Sort) => words(a, one, b, other),
        (Particle, Particle) if is_article(a.plain(one)) && is_article(b.plain(other)) => {
            alike(How::Equal)
        }
        (
            Title | Particle | Generation | Father | Number | Word | Half | Loose | Sort | Initial,
            Title | Particle | Generation | Father | Number | Word | Half | Loose | Sort | Initial,
        ) => (a.plain(one) == b.plain(other))
            .then_some(())
            .and(alike(How::Equal)),
    }
}

/// The Arabic article in the forms it takes before other letters.
fn is_article(word: &str) -> bool {
    matches!(
        word,
        "al" | "el" | "ul" | "ur" | "ad" | "ash" | "az" | "ar" | "es"
    )
}

fn initial(name: &Name, part: &Part) -> u8 {
    name.folded(part).bytes().next().unwrap_or(0)
}

/// Whether an initial fits a word, by sound or by letter ("E." for Yevgeny, "Y." too).
fn fits(a: &Name, letter: &Part, b: &Name, word: &Part) -> bool {
    let first = |name: &Name, part: &Part| name.plain(part).bytes().next();
    initial(a, letter) == initial(b, word)
        || first(a, letter) == first(b, word)
        || matches!(
            (a.plain(letter), b.folded(word).bytes().next()),
            ("j" | "g", Some(b'J'))
                | ("y" | "i" | "j", Some(b'i' | b'e'))
                | ("c" | "k", Some(b'k' | b'C'))
        )
}

fn numbers(a: &Name, one: &Part, b: &Name, other: &Part) -> Option<Alike> {
    let (left, right) = (a.plain(one), b.plain(other));
    if left == right {
        return alike(How::Equal);
    }
    let value = |part: &Part, plain: &str| part.value.or_else(|| plain.parse().ok());
    let values = (value(one, left), value(other, right));
    if let (Some(one), Some(other)) = values
        && one == other
    {
        return alike(How::Spelling);
    }
    let edits = distance::edits(left.as_bytes(), right.as_bytes(), 2.0)?;
    Some(Alike {
        how: How::Number,
        edits: edits.max(1.0),
    })
}

fn words(a: &Name, one: &Part, b: &Name, other: &Part) -> Option<Alike> {
    let same_script = one.script == other.script;
    if same_script && one.script == Script::Syllables {
        return (a.written(one) == b.written(other))
            .then_some(())
            .and(alike(How::Equal));
    }
    let (left, right) = (a.folded(one), b.folded(other));
    if left == right {
        return alike(if !same_script {
            How::Transliteration
        } else if a.plain(one) == b.plain(other) {
            How::Equal
        } else {
            How::Spelling
        });
    }
    if same_script && one.script == Script::Consonants {
        return native(a.written(one), b.written(other));
    }
    if one.script == Script::Consonants || other.script == Script::Consonants {
        return by_consonants(left, right);
    }
    // Words of two or three letters in a body's name are mostly first letters of others.
    let letters = a.kind() == crate::Kind::Body && left.len().max(right.len()) < 4;
    if one.lettered || other.lettered || letters {
        return None;
    }
    let most = most_edits(left.len().max(right.len()));
    let apart = (one.letters ^ other.letters).count_ones();
    #[expect(clippy::cast_precision_loss, reason = "at most thirty-two")]
    let near = if apart as f32 * 0.5 <= most * 1.7 {
        edits(left, right, most).filter(|found| {
            // What folding brought nearer than one edit is a spelling; beyond that the letters as written must be near too.
            let (left, right) = (a.plain(one), b.plain(other));
            let most = if left.len().max(right.len()) < 6 {
                2.0
            } else {
                2.9
            };
            found.edits <= 1.0 || distance::edits(left.as_bytes(), right.as_bytes(), most).is_some()
        })
    } else {
        None
    };
    let related =
        || !one.groups.is_empty() && other.groups.iter().any(|group| one.groups.contains(group));
    match near {
        Some(near) if near.edits > 0.6 && related() => alike(How::Nickname),
        None if related() => alike(How::Nickname),
        found => found,
    }
}

/// Edits between two skeletons, told as a spelling where spellings differ by such, otherwise as a misprint.
pub(crate) fn edits(left: &str, right: &str, most: f32) -> Option<Alike> {
    let edits = distance::edits(left.as_bytes(), right.as_bytes(), most)?;
    // One exchange of sounds that transliterations exchange, in a word long enough not to be another by it.
    let how = if edits < 0.7 && left.len().min(right.len()) > 4 {
        How::Spelling
    } else {
        How::Misprint
    };
    Some(Alike { how, edits })
}

/// Letters of a script without vowels say more than others.
fn native(left: &str, right: &str) -> Option<Alike> {
    let signs = |text: &str| -> Vec<u8> {
        text.chars()
            .filter(|ch| ch.is_alphanumeric())
            .map(|ch| 0x80 | u8::try_from(u32::from(ch) & 0x7f).unwrap_or(0))
            .collect()
    };
    let edits = distance::edits(&signs(left), &signs(right), 1.0)? * 1.5;
    Some(Alike {
        how: if edits > 0.0 {
            How::Misprint
        } else {
            How::Equal
        },
        edits,
    })
}

/// A script without vowels against one with them.
pub(crate) fn by_consonants(left: &str, right: &str) -> Option<Alike> {
    let bare = |word: &str| {
        let mut out = String::new();
        skeleton::consonants(word, &mut out);
        out
    };
    let (left, right) = (bare(left), bare(right));
    let article =
        |word: &str, other: &str| word.strip_prefix('l').is_some_and(|rest| rest == other);
    // One sign stands for "w" and for "u".
    let without = |word: &str| word.replace('v', "");
    if left == right
        || article(&left, &right)
        || article(&right, &left)
        || (left.len() > 2 && without(&left) == without(&right))
    {
        return alike(How::Transliteration);
    }
    if left.len().min(right.len()) < 3 {
        return None;
    }
    let edits = distance::edits(left.as_bytes(), right.as_bytes(), 1.0)?;
    Some(Alike {
        how: How::Transliteration,
        edits,
    })
}
