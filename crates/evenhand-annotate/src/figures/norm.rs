//! Whether a figure was set by a law, policy, court or contract, or tells what happened.
//! In: the amount's place, its kind and qualifier, and the cues of its sentence; out: yes or no.
//! A sum of points: words of law speak for a norm, words of events for a fact, most of all near the
//! number, less in its clause, least in the rest of the sentence. Names no country and no body.

use super::amount::Amount;
use super::look::Look;
use crate::key;
use crate::lexicon::Lexicon;
use evenhand_report::{FigureKind, Qualifier};
use std::sync::LazyLock;

/// Points of a group of words: near the number, in its clause, elsewhere in the sentence.
///
/// The points are tenths of the log odds of a logistic regression over these groups, fitted to the
/// 780 figures of the gold sentences and two samples annotated like them, then rounded by hand; a
/// few words were moved after the fit. Before rounding the fit was right on 0.95 of figures left out
/// (ten-fold by sentence), and on 0.92 to 0.97 of a whole sample left out. Scores on those samples
/// themselves are higher and say nothing of new text.
const GROUPS: [[i32; 3]; 19] = [
    [4, 8, 0],     // law and rules
    [4, 10, 1],    // what a law does
    [8, 8, 3],     // must, may
    [4, 5, 0],     // could, would, a right
    [8, 9, 0],     // penalties
    [7, 8, 0],     // limits
    [9, 6, 1],     // hours and pay
    [8, 5, 0],     // seats, registrations, deadlines to apply
    [3, 0, -2],    // stages of detention
    [2, 8, 2],     // conditions
    [2, 1, 2],     // ages and marriage
    [-2, -4, -1],  // sentences handed down
    [-6, -6, -3],  // what happened to persons
    [-4, -12, -3], // who reported it
    [-5, -5, -2],  // the past
    [1, 8, 0],     // the present
    [-1, -2, 0],   // persons already named
    [2, -7, -3],   // dates
    [-4, -8, -1],  // shares and frequencies
];

/// The words of the groups, in the order of the points.
static WORDS: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    Lexicon::flags(&[
        (
            "law laws legal legally statute statutes statutory code codes constitution \
             decree decrees regulation regulations rule rules legislation ordinance policy \
             provision provisions constitutional amendment amendments guidelines directive \
             rights illegal policies bylaws",
            1 << 0,
        ),
        (
            "provides provide provided stipulates stipulate stipulated requires require \
             required mandates mandate mandated prescribes prescribed sets set establishes \
             permits permit permitted allows allow allowed prohibits prohibited bars \
             imposes guarantees grants grant criminalizes defines specifies limits entitles \
             stipulating requiring allowing permitting forbids demanding demand compulsory \
             obligatory restricting limiting regulate regulates",
            1 << 1,
        ),
        ("must shall may cannot can should need needs needed", 1 << 2),
        ("could would right", 1 << 3),
        (
            "punishable penalty penalties fine fines fined punishment punishments \
             imprisonment punished offense misdemeanor sanctions carries carry faces liable \
             anyone felony crime guilty",
            1 << 4,
        ),
        (
            "minimum maximum limit limited limits cap ceiling threshold exceed mandatory",
            1 << 5,
        ),
        (
            "workweek workday overtime wage wages employer employers employees leave rest \
             hours premium holidays vacation break salary per pay working paid",
            1 << 6,
        ),
        (
            "quota quotas reserved reserves seats signatures register registration \
             candidates eligible entitled valid renewable renewed appeal apply application \
             notice notify",
            1 << 7,
        ),
        (
            "detention detainee detain arraignment magistrate judge charge warrant pretrial \
             custody suspect suspects accused",
            1 << 8,
        ),
        (
            "if unless or when within depending whichever whether until provided before",
            1 << 9,
        ),
        (
            "age ages marriage marry consent consensual sex sexual younger older minor \
             minors children",
            1 << 10,
        ),
        (
            "sentenced sentencing convicted convicting serving served sentence sentences \
             imprisoned jailed prison",
            1 << 11,
        ),
        (
            "killed killing arrested died injured wounded attacked kidnapped fled displaced \
             released rescued raped shot beat beaten tortured detained abducted deported \
             protested elected executed burned destroyed accused charged lost disappeared \
             lasted spent waited lived expelled dismissed suspended reduced commuted",
            1 << 12,
        ),
        (
            "reported reportedly according estimated survey media statistics data ngo ngos \
             stated found indicated claimed alleged allegedly recorded documented \
             registered received noted report study said observers estimates investigated \
             identified counted census published",
            1 << 13,
        ),
        ("was were had been did", 1 << 14),
        ("is are has be does", 1 << 15),
        ("he she his her him they their", 1 << 16),
        (
            "january february march april june july august september october november \
             december year during since late",
            1 << 17,
        ),
        (
            "some often sometimes many most several approximately population country former \
             rate rates percent percentage average",
            1 << 18,
        ),
    ])
});

const LAW: u32 = 1 << 0;
const RULING: u32 = 1 << 1;
const MODAL: u32 = 1 << 2;
const SENTENCE: u32 = 1 << 11;
const EVENT: u32 = 1 << 12;
const PAST: u32 = 1 << 14;
const PERSON: u32 = 1 << 16;
const DATE: u32 = 1 << 17;

/// What all figures begin with.
const START: i32 = -7;
/// A year in the clause.
const YEAR: i32 = -7;
/// A sentence with a person, an event or the past in the clause: it was handed down.
const HANDED_DOWN: i32 = -6;
/// "sentence" near the number and no word of law in the clause.
const NO_LAW: i32 = -3;
/// Tokens before and after the number that are near it.
const NEAR: (usize, usize) = (8, 7);

const fn of_kind(kind: FigureKind) -> i32 {
    match kind {
        FigureKind::Count => -10,
        FigureKind::Percent => -3,
        FigureKind::Money => 3,
        FigureKind::Duration => 9,
        FigureKind::Age => 2,
        FigureKind::Other => -2,
    }
}

const fn of_qualifier(qualifier: Qualifier) -> i32 {
    match qualifier {
        Qualifier::Exact => -6,
        Qualifier::About => -8,
        Qualifier::AtLeast => 8,
        Qualifier::MoreThan => -4,
        Qualifier::AtMost => 7,
        Qualifier::LessThan => -1,
        Qualifier::Range => 2,
    }
}

/// A word of law in the clause, by kind of figure.
const fn of_law(kind: FigureKind) -> i32 {
    match kind {
        FigureKind::Money => -2,
        FigureKind::Other => 0,
        FigureKind::Count | FigureKind::Age => 4,
        FigureKind::Percent | FigureKind::Duration => 5,
    }
}

/// What the words of a sentence say of law and of fact, word by word.
#[derive(Debug, Default)]
pub(super) struct Cues {
    groups: Vec<u32>,
    /// Where clauses begin.
    breaks: Vec<usize>,
    years: Vec<usize>,
    /// How many words stand before each, a name counting as one.
    distance: Vec<usize>,
}

/// The cues of a sentence.
pub(super) fn cues(look: Look<'_>) -> Cues {
    let mut cues = Cues {
        groups: Vec::with_capacity(look.len()),
        breaks: Vec::new(),
        years: Vec::new(),
        distance: Vec::with_capacity(look.len()),
    };
    let mut words = 0;
    for at in 0..look.len() {
        words += usize::from(!look.same_name(at));
        cues.distance.push(words);
        let mut groups = WORDS.get(look.key(at)).unwrap_or(0);
        let month = look.is(at, key!("may")) || look.is(at, key!("march"));
        if month && look.capital(at) && at > 0 {
            groups = DATE;
        }
        // "According to the law" reports nothing.
        let by_law = look.is(at, key!("according"))
            && (at + 2..at + 5).any(|at| WORDS.get(look.key(at)).unwrap_or(0) & LAW != 0);
        let police = look.is(at, key!("law")) && look.is(at + 1, key!("enforcement"));
        if by_law || police {
            groups = 0;
        }
        cues.groups.push(groups);
        let turn = keys!("but although though while whereas however");
        if look.str(at) == ";" || turn.contains(&look.key(at)) && at > 0 {
            cues.breaks.push(at);
        }
        let year = look.is_number(at)
            && look.str(at).len() == 4
            && (look.str(at).starts_with("19") || look.str(at).starts_with("20"));
        if year {
            cues.years.push(at);
        }
    }
    cues
}

/// Whether the figure is a norm.
pub(super) fn norm(amount: &Amount, kind: FigureKind, qualifier: Qualifier, cues: &Cues) -> bool {
    let start = cues
        .breaks
        .iter()
        .rev()
        .find(|at| **at <= amount.start)
        .map_or(0, |at| at + 1);
    let end = cues
        .breaks
        .iter()
        .find(|at| **at >= amount.end)
        .map_or(cues.groups.len(), |at| *at);
    let words = |at: usize| {
        cues.distance
            .get(at)
            .copied()
            .unwrap_or(usize::MAX - NEAR.1)
    };
    let last = amount.end.max(amount.start + 1) - 1;
    let near = words(amount.start).saturating_sub(NEAR.0)..=words(last) + NEAR.1;
    let (mut close, mut own, mut other) = (0, 0, 0);
    for (at, groups) in cues.groups.iter().enumerate() {
        if (start..end).contains(&at) {
            own |= groups;
            if near.contains(&words(at)) {
                close |= groups;
            }
        } else {
            other |= groups;
        }
    }
    let mut points = START + of_kind(kind) + of_qualifier(qualifier);
    for (group, [near, clause, elsewhere]) in GROUPS.iter().enumerate() {
        let flag = 1_u32 << group;
        points += i32::from(close & flag != 0) * near
            + i32::from(own & flag != 0) * clause
            + i32::from(other & flag != 0) * elsewhere;
    }
    let law = own & (LAW | RULING | MODAL) != 0;
    if law {
        points += of_law(kind);
    } else if close & SENTENCE != 0 {
        points += NO_LAW;
    }
    if own & SENTENCE != 0 && own & (EVENT | PAST | PERSON) != 0 {
        points += HANDED_DOWN;
    }
    if qualifier == Qualifier::Exact {
        points += match kind {
            FigureKind::Count => -7,
            FigureKind::Duration => 3,
            FigureKind::Percent | FigureKind::Money | FigureKind::Age | FigureKind::Other => 0,
        };
    }
    if cues.years.iter().any(|at| (start..end).contains(at)) {
        points += YEAR;
    }
    points > 0
}
