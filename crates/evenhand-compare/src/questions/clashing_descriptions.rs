//! A person or body described in clashing ways in one report. See
//! `rules/clashing_descriptions.md`.

use super::{Case, part};
use crate::Finding;
use crate::words::{self, KeyMap, Piece, Table, Word};
use evenhand_report::{NameKind, SentenceIndex, Span};
use std::sync::LazyLock;

/// What class of words a description takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// Names an offence or a threat.
    Accusing,
    /// Names a place in politics or civic life.
    Political,
    /// Honours.
    Honouring,
    /// Names an occupation or post.
    Occupation,
}

impl Class {
    const fn label(self) -> &'static str {
        match self {
            Self::Accusing => "names an offence or a threat",
            Self::Political => "names a place in public life",
            Self::Honouring => "honours",
            Self::Occupation => "names an occupation or post",
        }
    }
}

/// The classes of words. A description belongs to the first class here that any of its words does:
/// a clash is one that accuses beside one that does not.
static CLASSES: LazyLock<Table<Class>> = LazyLock::new(|| {
    Table::new(&[
        (
            "banker businessman businesswoman entrepreneur oligarch merchant blogger vlogger \
             journalist reporter editor writer poet author lawyer attorney teacher professor \
             academic scholar scientist doctor physician nurse engineer farmer worker miner driver \
             student pupil soldier officer general colonel judge prosecutor official minister \
             deputy mayor governor ambassador diplomat senator president cleric priest imam pastor \
             bishop monk rabbi musician singer rapper actor actress artist filmmaker director \
             athlete boxer photographer analyst economist publisher printer manager chairman owner \
             founder citizen resident mother father company charity foundation newspaper website \
             magazine broadcaster channel",
            Class::Occupation,
        ),
        (
            "hero heroine martyr laureate respected prominent renowned celebrated acclaimed \
             distinguished beloved award-winning prizewinning",
            Class::Honouring,
        ),
        (
            "opposition activist activists dissident defender campaigner reformer politician \
             leader candidate exile exiled prisoner detainee critic whistleblower unionist \
             protester demonstrator refugee movement party union organizer organiser advocate \
             environmentalist feminist group",
            Class::Political,
        ),
        (
            "terrorist terrorists extremist extremists fugitive criminal criminals fraudster \
             swindler embezzler bribe-taker bribetaker traitor spy mercenary separatist militant \
             militants insurgent gangster smuggler thief convict convicted murderer killer rapist \
             provocateur saboteur agitator warlord wanted radical jihadist disgraced \
             ringleader conspirator coupist pirate",
            Class::Accusing,
        ),
    ])
});

struct Described {
    at: SentenceIndex,
    name: Span,
    words: Span,
    class: Class,
}

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    let mut who: KeyMap<usize> = KeyMap::default();
    let mut all: Vec<Vec<Described>> = Vec::new();
    for statement in case.statements() {
        let line = labels_somebody(statement.text).then(|| words::line(statement.text));
        for name in &statement.reading.names {
            let called = || called(statement.text, line.as_deref()?, name.span);
            let Some(description) = name.description.or_else(called) else {
                continue;
            };
            let full = name.full.as_deref().unwrap_or(name.span.of(statement.text));
            let (Some(class), Some(key)) = (
                class_of(description.of(statement.text)),
                identity(full, name.kind),
            ) else {
                continue;
            };
            let place = *who.entry(key).or_insert_with(|| {
                all.push(Vec::new());
                all.len() - 1
            });
            all[place].push(Described {
                at: statement.at,
                name: name.span,
                words: description,
                class,
            });
        }
    }
    all.iter()
        .filter_map(|mentions| clash(case, mentions))
        .collect()
}

fn clash(case: &Case<'_>, mentions: &[Described]) -> Option<Finding> {
    let accuses = |mention: &&Described| mention.class == Class::Accusing;
    let (first, other) = mentions.iter().filter(accuses).find_map(|first| {
        mentions
            .iter()
            .find(|other| !accuses(other) && may_be_one(case, first, other))
            .map(|other| (first, other))
    })?;
    let words = |mention: &Described| mention.words.of(case.text(mention.at));
    let mut quotes: Vec<_> = [first, other]
        .iter()
        .map(|mention| part(mention.at, mention.words))
        .collect();
    quotes.sort_unstable();
    let (one, two) = if first.at <= other.at {
        (first, other)
    } else {
        (other, first)
    };
    Some(Finding {
        rule: "clashing_descriptions",
        message: format!(
            "{}: “{}” ({}) in one place, “{}” ({}) in another.",
            one.name.of(case.text(one.at)),
            words(one),
            one.class.label(),
            words(two),
            two.class.label()
        ),
        quotes,
        numbers: Vec::new(),
    })
}

/// Verbs by which somebody is given a label: "called", "labeled".
const LABELLING: &[&str] = &[
    "called",
    "calling",
    "labeled",
    "labelled",
    "labeling",
    "branded",
    "branding",
    "described",
    "termed",
    "dubbed",
    "denounced",
    "designated",
    "declared",
];

fn labels_somebody(text: &str) -> bool {
    LABELLING.iter().any(|verb| text.contains(verb))
}

/// How many words may stand between the verb and the one it labels, and in a label.
const VERB_TO_NAME: usize = 6;
const LABEL: usize = 6;

/// The label a sentence gives by a verb: "called Orvai an extremist", "Orvai, labeled a traitor".
fn called(text: &str, line: &[Word], name: Span) -> Option<Span> {
    let first = line.partition_point(|word| word.span.start < name.start);
    let after = line.partition_point(|word| word.span.end <= name.end);
    let verb = |word: &Word| LABELLING.contains(&word.span.of(text));
    let before = line
        .get(first.saturating_sub(VERB_TO_NAME)..first)?
        .iter()
        .any(verb);
    let start = if before {
        after
    } else {
        // "Orvai, who was labeled …", "Orvai was called …": the verb soon after the name.
        let near = line.get(after..(after + 5).min(line.len()))?;
        after + near.iter().position(verb)? + 1
    };
    let small = |word: &Word| {
        word.piece == Piece::Mark || matches!(word.span.of(text), "as" | "a" | "an" | "the")
    };
    let rest = line.get(start..)?;
    let skip = rest.iter().take(4).take_while(|word| small(word)).count();
    let label = rest.get(skip..)?;
    let article = rest
        .get(..skip)?
        .iter()
        .any(|word| word.piece == Piece::Word);
    let len = label
        .iter()
        .take(LABEL)
        .take_while(|word| {
            word.piece == Piece::Word
                && !matches!(
                    word.span.of(text),
                    "and"
                        | "or"
                        | "because"
                        | "for"
                        | "after"
                        | "who"
                        | "which"
                        | "in"
                        | "by"
                        | "on"
                        | "to"
                        | "from"
                        | "with"
                        | "whose"
                        | "that"
                )
        })
        .count();
    let words = label.get(..len)?;
    match (words.first(), words.last()) {
        (Some(one), Some(other)) if article => Some(one.span.join(other.span)),
        _ => None,
    }
}

/// Letters at the start of a first name that one person's spellings share.
const SAME_START: usize = 3;

/// Whether first names allow the two to be the same: they begin alike ("Tolmai", "Tolmay"), or one of
/// them is missing or an initial.
fn may_be_one(case: &Case<'_>, one: &Described, other: &Described) -> bool {
    let first = |mention: &Described| {
        let name = mention.name.of(case.text(mention.at));
        let mut words = name.split_whitespace();
        words
            .next()
            .filter(|first| words.next().is_some() && first.chars().count() > 2)
            .map(|first| first.chars().take(SAME_START).collect::<String>())
    };
    match (first(one), first(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn class_of(description: &str) -> Option<Class> {
    let line = words::line(description);
    let of = |word: &Word| {
        // "Convicted of murder" tells of a judgment; "convicted bribe-taker" is a label.
        line.iter()
            .find(|next| next.span.start > word.span.start)
            .is_some_and(|next| {
                matches!(next.span.of(description), "of" | "for" | "in" | "by" | "on")
            })
    };
    line.iter()
        .filter(|word| !(of(word) && word.span.of(description).ends_with("ed")))
        .filter(|word| word.piece == Piece::Word)
        .flat_map(|word| {
            // "opposition-leaning" and "bribe-taker" by the whole and by their parts.
            let whole = word.span.of(description);
            let mut lower = String::new();
            std::iter::once(whole)
                .chain(whole.split('-').filter(|_| whole.contains('-')))
                .filter_map(|piece| CLASSES.get(words::stem(piece, &mut lower)))
                .collect::<Vec<_>>()
        })
        .min()
}

/// Who is meant: a person by the last name, a body by the whole name; places have no labels.
fn identity(name: &str, kind: NameKind) -> Option<u64> {
    let line = words::line(name);
    let mut key = words::Key::new();
    match kind {
        NameKind::Person => key.number(line.iter().rfind(|word| word.piece == Piece::Word)?.stem),
        NameKind::Body => line.iter().for_each(|word| key.number(word.stem)),
        NameKind::Place => return None,
    }
    Some(key.done())
}
