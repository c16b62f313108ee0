//! Something said to be missing: looked for, in this edition and the others. See
//! `rules/reply/not_mentioned.md`.

use super::{Case, Found, listed};
use crate::reply::query::{Query, Terms, each_term};
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues, quoted};
use crate::words::Table;
use evenhand_report::Direction;
use std::sync::LazyLock;

const RULE: &str = "not_mentioned";

/// From this share of its words close together on, a thing is taken to be mentioned; from the lower one
/// on, something near it.
const MENTIONED: f32 = 0.58;
const NEAR: f32 = 0.5;

/// So few words that say something speak of reforms in general.
const GENERAL: usize = 4;

/// From this score on a line is the best one beyond doubt.
const BEST: f32 = 1.2;

/// From this score, and this share of its words, on a line states what is said to be missing.
const STATED: f32 = 0.95;
const STATED_WORDS: f32 = 0.3;

/// So much closer another edition has what is meant than a sentence here that only comes near it.
const CLOSER: f32 = 0.2;

/// A statement of so many words that say something is taken to be mentioned from this share of them on.
const MANY: usize = 5;
const MENTIONED_OF_MANY: f32 = 0.5;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind == Kind::Organisation && case.says(cues::UNNOTICED) {
        return unnoticed(case);
    }
    if case.kind != Kind::Omission || cues::any(&case.claim.plain, cues::NAMELESS) {
        return None;
    }
    // "They were not even mentioned": what they are stands before.
    let meant = match case.claim.before.first() {
        Some(before) if opens_with_pronoun(&case.claim.plain) || only_points(case) => {
            before.as_str()
        }
        _ => case.claim.text.as_str(),
    };
    let plain = quoted::plain_words(meant);
    if cues::any(&plain, cues::IN_GENERAL) && case.claim.names.is_empty() && is_general(meant) {
        return Some(in_general(case, meant));
    }
    let thing = thing(meant, case.claim.item);
    let silent = silent(case);
    let mut query = Query::default();
    query.words(&thing, 1.0, &case.desk.rarity, &|term| {
        case.desk.is_home(term.stem) || is_date(term.stem) || silent.contains(&term.stem)
    });
    // A whole statement may be told in other words.
    let stated = crate::reply::verbs::has_finite(
        quoted::plain_words(&thing)
            .split(' ')
            .filter(|word| !word.is_empty()),
    );
    // Of many words few are the report's: a sentence that is told in other words shares a smaller part of them.
    let mentioned = if query.terms.len() >= MANY && stated && !case.claim.item {
        MENTIONED_OF_MANY
    } else {
        MENTIONED
    };
    let near = NEAR.min(mentioned - 0.05);
    // A thing that is no more than a name is mentioned where the name is.
    let by_name = case.claim.names.iter().find(|name| {
        !name.person
            && quoted::plain_words(&thing)
                .trim()
                .trim_start_matches("the ")
                == quoted::plain_words(&name.text).trim()
    });
    let mut by_year: Vec<(u16, u32, f32, Place)> = Vec::new();
    for (at, volume) in case.desk.shelf.editions() {
        let mut best: Option<(f32, Place)> = None;
        for (place, line) in case.lines(at, volume) {
            let close = match by_name {
                Some(name) => f32::from(u8::from(name.in_line(&line.text))),
                None => closeness(case, &query, place, line),
            };
            if best.is_none_or(|(known, _)| close > known) {
                best = Some((close, place));
            }
        }
        if let Some((close, place)) = best {
            by_year.push((volume.year.unwrap_or(0), at, close, place));
        }
    }
    let &(_, _, here, place) = by_year.iter().find(|(_, at, _, _)| *at == 0)?;
    let mut elsewhere: Vec<(u16, Place)> = by_year
        .iter()
        .filter(|(_, at, close, _)| *at != 0 && *close >= mentioned)
        .map(|(year, _, _, place)| (*year, *place))
        .collect();
    elsewhere.sort_unstable();
    let years: Vec<String> = elsewhere.iter().map(|(year, _)| year.to_string()).collect();
    let trace = if by_year.len() < 2 {
        String::new()
    } else if years.is_empty() {
        format!(
            " Nor was it found in the {} other editions at hand.",
            by_year.len() - 1
        )
    } else {
        format!(" It was found in the edition of {}.", listed(&years))
    };
    let mut quotes: Vec<Place> = elsewhere
        .iter()
        .rev()
        .map(|(_, place)| *place)
        .take(3)
        .collect();
    // Where another edition has it much more closely, what is here is something else.
    let elsewhere_closer = by_year
        .iter()
        .filter(|(_, at, _, _)| *at != 0)
        .map(|(_, _, close, _)| close - here)
        .fold(0.0, f32::max);
    let told = in_other_words(case, &thing, |terms| {
        stated && elsewhere_closer < CLOSER && query.share(terms) >= STATED_WORDS
    });
    let (here, place) = match told {
        Some(best) if here < mentioned => (mentioned, best),
        _ => (here, place),
    };
    let found = if here >= mentioned {
        quotes.insert(0, place);
        Found::new(
            RULE,
            format!("It is mentioned: {}.{trace}", case.pin(place)),
            quotes,
        )
        .says(Verdict::Contradicted, 0.5 + (here - mentioned).min(0.3))
        .first()
    } else if here >= near {
        quotes.insert(0, place);
        Found::new(
            RULE,
            format!(
                "Not found as such; something near it stands at {}.{trace}",
                case.pin(place)
            ),
            quotes,
        )
        .says(
            // Of a whole statement something near it may be half of it; of a bare thing it is another thing.
            if query.terms.len() >= MANY && stated && !case.claim.item && elsewhere_closer < CLOSER
            {
                Verdict::Partly
            } else {
                Verdict::Supported
            },
            0.42,
        )
    } else {
        Found::new(
            RULE,
            format!(
                "A search for its words and their synonyms found nothing in the report.{trace}"
            ),
            quotes,
        )
        .says(
            Verdict::Supported,
            // A whole statement may stand there in quite other words; a thing has fewer names.
            if stated && !case.claim.item {
                0.45
            } else {
                0.6
            },
        )
    };
    Some(found)
}

/// The best line of all, where it tells the thing beyond doubt: it has a name of the thing and much else of the point, or
/// comes as near as a statement in other words does.
fn in_other_words(case: &Case<'_>, thing: &str, states: impl Fn(&Terms) -> bool) -> Option<Place> {
    if case.claim.item {
        return None;
    }
    let (place, score) = *case.evidence.main.first()?;
    let text = case.line(place)?.text.as_str();
    let by_name = score >= BEST
        && case
            .claim
            .names
            .iter()
            .any(|name| thing.contains(&name.text) && name.in_line(text));
    let by_words = score >= STATED && case.terms(place).is_some_and(states);
    (by_name || by_words).then_some(place)
}

/// Whether reforms or efforts are spoken of in general: with little else said of them, or with the family of rights
/// they belong to. "The efforts against child labor in mines" are one thing.
fn is_general(meant: &str) -> bool {
    let mut terms = 0;
    each_term(meant, |_| terms += 1);
    terms <= GENERAL || !cues::family(&quoted::plain_words(meant)).is_empty()
}

/// The words that only say that something is missing.
fn silent(case: &Case<'_>) -> Vec<u64> {
    let mut silent = cues::stems_of(&case.claim.plain, cues::MISSING);
    silent.extend(&case.claim.aside);
    silent
}

/// Whether a point has no thing of its own besides the words that say it is missing ("here the document is mute").
fn only_points(case: &Case<'_>) -> bool {
    let silent = silent(case);
    let mut own = 0;
    each_term(&case.claim.text, |term| {
        if !silent.contains(&term.stem) && !case.desk.is_home(term.stem) {
            own += 1;
        }
    });
    let points = cues::any(
        &case.claim.plain,
        &["here", "this", "it", "that", "them", "these"],
    );
    own == 0 || own == 1 && points
}

/// Whether what is missing is only pointed at: "they were not even mentioned", but not "it would be fair to add that ...",
/// where what is missing stands after.
fn opens_with_pronoun(plain: &str) -> bool {
    let mut words = plain.split(' ').filter(|word| !word.is_empty());
    matches!(
        words.next(),
        Some("they" | "it" | "these" | "those" | "this" | "all")
    ) && matches!(
        words.next(),
        Some("is" | "are" | "was" | "were" | "has" | "have" | "had" | "remain" | "remained")
    ) && !cues::any(
        plain,
        &["that", "about", "mention of", "silent on", "to say"],
    )
}

/// How closely a line has the words of a thing; the same number of the same counts as a mention.
fn closeness(case: &Case<'_>, query: &Query, place: Place, line: &Line) -> f32 {
    let Some(terms) = case.terms(place) else {
        return 0.0;
    };
    let share = query.share(terms);
    let counted = case.claim.figures.iter().any(|own| {
        own.value > 2.0
            && line
                .reading
                .figures
                .iter()
                .any(|figure| figure.value == own.value && unit_alike(&own.unit, &figure.unit))
    });
    if counted {
        return 0.75;
    }
    if share < NEAR / 2.0 {
        return 0.0;
    }
    super::closely_outside_names(query, &line.text)
}

/// Whether two units count the same ("policemen", "police officers").
pub(super) fn unit_alike(one: &str, other: &str) -> bool {
    let mut query = Query::default();
    query.words(one, 1.0, &crate::reply::query::Rarity::default(), &|_| {
        false
    });
    let terms = Terms::of(other);
    query.terms.iter().any(|(term, _)| terms.has(*term) > 0.5)
}

/// The thing that is said to be missing: what stands after "about" or before "is not mentioned", without
/// clauses that tell more of it.
fn thing(text: &str, item: bool) -> String {
    let mut rest = text;
    if !item {
        for cue in [
            " about ",
            " learn that ",
            " to add that ",
            " mention of ",
            " silent on ",
            " overlooks ",
            " omits ",
            " quiet that ",
            " quiet about ",
            " told that ",
            " the reader that ",
            " know that ",
            " word on ",
            " word of ",
            " line on ",
            " line about ",
            " hides that ",
            " hide that ",
            " conceals that ",
            " conceal that ",
            " forgets that ",
            " forgot that ",
        ] {
            if let Some((_, after)) = rest.split_once(cue) {
                rest = after;
                break;
            }
        }
        for cue in [
            " is not ",
            " are not ",
            " was not ",
            " were not ",
            " is nowhere",
            " is missing",
            " has been passed",
            " have been passed",
            ", and the ",
            "; this",
            ", but the ",
            ", this the ",
            ": ",
            "; ",
            " did not deserve",
            " does not deserve",
            " does not occur",
            " do not occur",
            " has ceased",
            " have ceased",
            " have also ceased",
            " has disappeared",
            " have disappeared",
            " has vanished",
            " have vanished",
            " has evaporated",
        ] {
            if let Some((before, _)) = rest.split_once(cue)
                && before.split_whitespace().count() > 1
            {
                rest = before;
                break;
            }
        }
    }
    for clause in [" who ", ", which ", " which ", ", who ", ", for which "] {
        if let Some((before, _)) = rest.split_once(clause) {
            rest = before;
        }
    }
    for head in [
        "the work of ",
        "the fact that ",
        "the activity of ",
        "the role of ",
        "the existence of ",
    ] {
        if let Some(after) = rest.trim_start().strip_prefix(head) {
            rest = after;
        }
    }
    rest.trim().trim_end_matches('.').to_owned()
}

/// Months and words of time: a report has its own way of dating.
fn is_date(stem: u64) -> bool {
    static DATES: LazyLock<Table<()>> = LazyLock::new(|| {
        Table::new(&[(
            "january february march april may june july august september october november december \
             year month new newly recent recently",
            (),
        )])
    });
    DATES.has(stem)
}

/// Words of progress, as replies speak of it.
const ADVANCE: &[&str] = &[
    "reform",
    "progress",
    "moving towards",
    "moving toward",
    "development",
    "democratization",
    "democratisation",
    "modernization",
    "modernisation",
];

/// A reform by that name.
const NAMED_REFORMS: &[&str] = &["reform", "reforms"];

/// Words with which reports tell of a change of law or institution.
const REFORMS: &[&str] = &[
    "reform",
    "reforms",
    "reformed",
    "amendment",
    "amendments",
    "amended",
    "new law",
    "new laws",
    "adopted",
    "ratified",
    "enacted",
    "established",
    "establishing",
    "introduced",
    "took effect",
    "entered into force",
    "repealed",
    "abolished",
    "created",
    "resumed",
    "transferred",
    "began",
    "for the first time",
];

/// Somebody is said not to notice what the sentences before speak of: the reforms that reports tell of are laid
/// beside it; what he notices stands in no report.
fn unnoticed(case: &Case<'_>) -> Option<Found> {
    let meant = case.claim.before.iter().find(|before| {
        let plain = quoted::plain_words(before);
        cues::any(&plain, cues::IN_GENERAL) || cues::any(&plain, ADVANCE)
    })?;
    let mut found = in_general(case, meant);
    found.says = None;
    Some(found)
}

/// Reforms or efforts in general: which changes of law or institution does the report tell of, and the edition before it?
fn in_general(case: &Case<'_>, meant: &str) -> Found {
    let mut query = Query::default();
    query.words(meant, 1.0, &case.desk.rarity, &|term| {
        case.desk.is_home(term.stem)
    });
    // "They were not even mentioned": the rights are those of what they are.
    let articles = cues::family(&quoted::plain_words(meant));
    let (mut told, all) = changes(case, &query, &articles, 0);
    let count = told.len();
    told.truncate(2);
    let editions = case.desk.shelf.editions();
    let year = editions.first().and_then(|(_, main)| main.year);
    let earlier = editions
        .iter()
        .filter(|(_, volume)| volume.year < year)
        .max_by_key(|(_, volume)| volume.year);
    let mut before = String::new();
    if let Some((at, volume)) = earlier {
        let (list, all) = changes(case, &query, &articles, *at);
        if let (Some(year), false) = (volume.year, list.is_empty()) {
            before = format!(" The edition of {year} has {} of {all}.", list.len());
        }
        told.extend(list.into_iter().take(2));
    }
    if count == 0 {
        return Found::new(
            RULE,
            format!("No sentence of the report speaks of an improvement.{before}"),
            told,
        )
        .says(Verdict::Supported, 0.5);
    }
    Found::new(
        RULE,
        format!(
            "{count} of the report’s {all} sentences speak of a reform or an improvement; which of them are meant, the reply does \
             not say.{before}"
        ),
        told,
    )
    .says(Verdict::Partly, 0.55)
    .first()
}

/// The sentences of a volume that tell of a reform or another improvement: those on the right that the point is about
/// first, reforms before other improvements, then those with more of its words, then as they stand. And how many
/// sentences the volume has.
fn changes(case: &Case<'_>, query: &Query, articles: &[u8], at: u32) -> (Vec<Place>, usize) {
    let Some(volume) = case.desk.shelf.volumes.get(at as usize) else {
        return (Vec::new(), 0);
    };
    let mut told: Vec<(u8, f32, Place)> = Vec::new();
    for (place, line) in case.lines(at, volume) {
        let improves = line.reading.direction.direction == Direction::Improvement;
        let plain = quoted::plain_words(&line.text);
        // A mixed sentence may tell of a reform too.
        let reform = cues::any(&plain, if improves { REFORMS } else { NAMED_REFORMS });
        if !improves && !reform {
            continue;
        }
        let topic = line
            .reading
            .rights
            .iter()
            .any(|right| articles.contains(&right.article));
        let class = match (topic, reform) {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (false, false) => 3,
        };
        let near = case.terms(place).map_or(0.0, |terms| query.share(terms));
        told.push((class, near, place));
    }
    told.sort_by(|(class, near, place), (other_class, other_near, other)| {
        class
            .cmp(other_class)
            .then(other_near.total_cmp(near))
            .then(place.cmp(other))
    });
    let places = told.into_iter().map(|(_, _, place)| place).collect();
    (places, volume.lines.len())
}

#[cfg(test)]
mod tests {
    use super::{is_general, opens_with_pronoun};
    use crate::reply::quoted::plain_words;

    #[test]
    fn only_a_bare_pronoun_is_looked_for_by_the_sentence_before() {
        for pointed in [
            "They were not even mentioned in the report.",
            "All are passed over in silence.",
        ] {
            assert!(opens_with_pronoun(&plain_words(pointed)), "{pointed}");
        }
        for named in [
            "It would be fair to add that inspectors visited every mine.",
            "It is not mentioned that the court resumed its work.",
            "It has nothing to say about the miners.",
            "These reforms are not mentioned.",
            "The court is not mentioned.",
        ] {
            assert!(!opens_with_pronoun(&plain_words(named)), "{named}");
        }
    }

    #[test]
    fn reforms_in_general_are_those_of_which_little_else_is_said() {
        assert!(is_general("The reforms have been passed over in silence."));
        assert!(is_general(
            "Five years of work on the international duties of the country in its political life were not taken into account."
        ));
        assert!(!is_general(
            "The efforts of inspectors against children working in the mines of Ushtel are forgotten."
        ));
    }
}
