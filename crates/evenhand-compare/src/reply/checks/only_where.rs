//! "Only in countries where …": the two-by-two table over the year's reports. See
//! `rules/reply/only_where.md`.

use super::{Case, Found};
use crate::reply::query::{Query, Term, Terms};
use crate::reply::shelf::{Place, Volume};
use crate::reply::{Kind, Verdict, cues, quoted, synonyms};

const RULE: &str = "only_where";

/// An improvement, as summaries tell it.
const BETTER: &[&str] = &[
    "improvement",
    "improvements",
    "improved",
    "progress",
    "took effect",
    "released",
    "abolished",
    "repealed",
    "decriminalized",
    "legalized",
    "positive",
    "significant steps",
];

/// One of these shortly before it denies it ("no reported progress").
const DENIED: &[&str] = &[
    "no", "not", "little", "limited", "without", "lack", "few", "slow",
];

/// How many words a denial may stand before what it denies.
const BEFORE: usize = 4;

/// A law or right that was given, where the condition is that it was adopted.
const GRANTED: &[&str] = &[
    "legalized",
    "recognized",
    "adopted",
    "passed",
    "took effect",
    "introduced",
    "enacted",
    "granted",
    "extended",
];

/// From this share of its words close together on, a report has what is named as the condition.
const HAS: f32 = 0.6;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if case.kind != Kind::CrossCountry || !cues::any(&case.claim.plain, cues::ONLY_WHERE) {
        return None;
    }
    let condition = case
        .claim
        .text
        .split_once("where")
        .or_else(|| case.claim.text.split_once("that"))
        .map(|(_, rest)| rest)?;
    let condition = Condition::of(case, condition);
    let (mut both, mut better_only, mut with_only, mut neither) = (0, 0, 0, 0);
    let mut examples: Vec<Place> = Vec::new();
    let mut counter: Vec<Place> = Vec::new();
    let main = case.main()?;
    let volumes = std::iter::once((0, main)).chain(case.desk.shelf.abroad());
    for (at, volume) in volumes {
        let has = condition.stands_in(case, at, volume);
        let better = better_in(case, at, volume);
        match (better, has) {
            (Some(place), Some(law)) => {
                both += 1;
                examples.extend([law, place]);
            }
            (Some(place), None) => {
                better_only += 1;
                counter.push(place);
            }
            (None, Some(_)) => with_only += 1,
            (None, None) => neither += 1,
        }
    }
    let all = both + better_only + with_only + neither;
    if all < 2 {
        return None;
    }
    let message = format!(
        "Of {all} reports of the year at hand, {} tell of an improvement in their summary: {both} with what is named as the \
         condition, {better_only} without; {with_only} have the condition without an improvement, {neither} have neither.",
        both + better_only
    );
    // What refutes it stands first; one example of what it claims beside it.
    let refuted = !counter.is_empty();
    counter.truncate(2);
    examples.truncate(2);
    counter.extend(examples);
    let found = Found::new(RULE, message, counter).first();
    Some(if refuted {
        found.says(Verdict::Contradicted, 0.75)
    } else if both > 0 {
        found.says(Verdict::Partly, 0.5)
    } else {
        found.says(Verdict::NotInReport, 0.4)
    })
}

/// What is said to be the condition.
struct Condition {
    query: Query,
    begins: Vec<String>,
    /// The condition is that something was adopted: the rarest of its words of the field,
    /// and those that stand for it.
    core: Option<(Term, Vec<&'static str>)>,
}

impl Condition {
    fn of(case: &Case<'_>, text: &str) -> Self {
        let mut query = Query::default();
        query.words(text, 1.0, &case.desk.rarity, &|_| false);
        let adopted = cues::any(&quoted::plain_words(text), cues::CHANGES);
        let core = query
            .terms
            .iter()
            .filter(|(term, _)| adopted && !synonyms::groups(term.stem).is_empty())
            .max_by(|(_, one), (_, other)| one.total_cmp(other))
            .map(|(term, _)| *term)
            .map(|term| {
                let words = synonyms::groups(term.stem)
                    .iter()
                    .flat_map(|group| synonyms::words(*group))
                    .collect();
                (term, words)
            });
        Self {
            query,
            begins: begins(text),
            core,
        }
    }

    /// The first line of a report that has the condition.
    fn stands_in(&self, case: &Case<'_>, at: u32, volume: &Volume) -> Option<Place> {
        case.lines(at, volume)
            .find(|(_, line)| {
                let text = line.text.as_str();
                (self.word_for_word(text) || self.granted(text)) && !denies(text)
            })
            .map(|(place, _)| place)
    }

    fn word_for_word(&self, text: &str) -> bool {
        // A cheap test before the exact one: some two hundred reports are looked through.
        let begun = self
            .begins
            .iter()
            .filter(|begin| text.contains(begin.as_str()))
            .count();
        begun >= self.begins.len().min(2) && super::closely(&self.query, text) >= HAS
    }

    /// What it is about, in another word of the field, with the word that it was granted.
    fn granted(&self, text: &str) -> bool {
        let Some((core, words)) = &self.core else {
            return false;
        };
        words.iter().any(|word| text.contains(word))
            && cues::any(&quoted::plain_words(text), GRANTED)
            && Terms::of(text).has(*core) > 0.0
    }
}

/// How the longer words of the condition begin, after their first letter, which may be a capital.
fn begins(condition: &str) -> Vec<String> {
    condition
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| {
            word.chars().count() > 3 && !matches!(*word, "have" | "been" | "were" | "with" | "such")
        })
        .map(|word| word.chars().skip(1).take(4).collect())
        .collect()
}

/// Whether a line says that there is no such thing.
fn denies(text: &str) -> bool {
    cues::any(
        &quoted::plain_words(text),
        &[
            "no legal",
            "no law",
            "not recognize*",
            "did not allow",
            "prohibited",
            "no provision*",
            "not permitted",
            "criminali*",
            "outlaw*",
            "banned",
            "banning",
            "did not",
        ],
    )
}

fn better_in(case: &Case<'_>, at: u32, volume: &Volume) -> Option<Place> {
    case.lines(at, volume)
        .take_while(|(_, line)| volume.in_summary(line))
        .find(|(_, line)| tells_better(&quoted::plain_words(&line.text)))
        .map(|(place, _)| place)
}

/// Whether plain words tell of an improvement that no word shortly before it denies.
fn tells_better(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    BETTER.iter().any(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        words.windows(parts.len()).enumerate().any(|(at, window)| {
            window == parts
                && !words
                    .iter()
                    .take(at)
                    .rev()
                    .take(BEFORE)
                    .any(|word| DENIED.contains(word))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_improvement_denied_shortly_before_is_none() {
        let better = |text: &str| tells_better(&quoted::plain_words(text));
        assert!(better("The state of human rights in Veldania improved."));
        assert!(better("There were two positive changes during the year."));
        assert!(!better("There was no reported progress on these cases."));
        assert!(!better("Little was improved in prisons."));
        assert!(better(
            "There was no war, and with the new law on the courts the situation improved."
        ));
    }
}
