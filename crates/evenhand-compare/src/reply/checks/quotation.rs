//! Words in quotation marks, compared letter by letter. See `rules/reply/quotation.md`.

use super::{Case, Found, credited, listed};
use crate::reply::query::Query;
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues, quoted};

const RULE: &str = "quotation";

/// The quoted words are said to be the report's.
const ATTRIBUTING: &[&str] = &[
    "calls",
    "calling",
    "called",
    "call",
    "classify",
    "classifies",
    "presented",
    "presents",
    "wrote",
    "writes",
    "finds",
    "find",
    "describes",
    "described",
    "says",
    "said",
    "speaks of",
    "term",
    "terms",
    "label*",
    "so called",
    "victims of",
    "words",
    "lists",
    "names them",
    "spoke of",
];

/// Words that hold a statement at a distance; a quotation that leaves them out says more than the text.
const CAVEATS: &[&str] = &[
    "apparent",
    "apparently",
    "alleged",
    "allegedly",
    "reportedly",
    "reported",
    "possibly",
    "may",
    "might",
    "some",
    "claimed",
    "considered",
    "suspected",
    "according to",
    "estimated",
    "credible",
    "unconfirmed",
];

/// So many words on either side of a phrase may take it back or narrow it.
const BESIDE: usize = 6;

/// From this share of its words on, a line says a quoted phrase in another form.
const ALIKE: f32 = 0.74;

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if matches!(
        case.kind,
        Kind::Heading | Kind::Opinion | Kind::AboutOtherDocument | Kind::Funding
    ) {
        return None;
    }
    let attributed = cues::any(&case.claim.plain, ATTRIBUTING)
        || (case.claim.leans && cues::any(&case.claim.whole_plain, ATTRIBUTING));
    let phrases: Vec<&String> = case
        .claim
        .phrases
        .iter()
        .filter(|phrase| !is_name(phrase))
        .collect();
    // Words that stand in the report letter by letter are worth telling whoever is said to have used them.
    let stands = |phrase: &str| {
        words(phrase) > 1
            && case.main().is_some_and(|main| {
                let plain = quoted::plain_words(phrase);
                main.lines
                    .iter()
                    .any(|line| quoted::holds(&line.text, &plain))
            })
    };
    let told = crate::reply::kind::speaks_of_the_report(case.claim);
    let phrases: Vec<&String> = phrases
        .into_iter()
        .filter(|phrase| attributed || stands(phrase) || told && words(phrase) > 2)
        .collect();
    if phrases.is_empty() {
        return None;
    }
    let mut messages = Vec::new();
    let mut quotes = Vec::new();
    let mut worst = Verdict::Supported;
    let mut under = false;
    for phrase in phrases {
        let one = compare(case, phrase, attributed);
        messages.push(one.message);
        under |= one.quotes.len() > 3;
        quotes.extend(one.quotes);
        worst = match (worst, one.says) {
            (Verdict::Contradicted, _) | (_, Verdict::Contradicted) => Verdict::Contradicted,
            (Verdict::Partly, _) | (_, Verdict::Partly) => Verdict::Partly,
            (other, _) => other,
        };
    }
    let sure = if worst == Verdict::Contradicted {
        0.7
    } else {
        0.6
    };
    let found = Found::new(RULE, messages.join(" "), quotes).says(worst, sure);
    Some(if under { found.first() } else { found })
}

struct One {
    message: String,
    quotes: Vec<Place>,
    says: Verdict,
}

fn compare(case: &Case<'_>, phrase: &str, attributed: bool) -> One {
    let plain = quoted::plain_words(phrase);
    let mut label = Query::default();
    label.words(phrase, 1.0, &case.desk.rarity, &|_| false);
    let mut exact: Vec<(u16, Place, &Line)> = Vec::new();
    let mut alike: Vec<(Place, f32)> = Vec::new();
    for (at, volume) in case.desk.shelf.editions() {
        for (place, line) in case.lines(at, volume) {
            if quoted::holds(&line.text, &plain) {
                exact.push((volume.year.unwrap_or(0), place, line));
            } else if at == 0 && label.terms.len() > 1 {
                let close = super::closely(&label, &line.text);
                if close >= ALIKE {
                    alike.push((place, close));
                }
            }
        }
    }
    if let Some((heading, under)) = under_heading(case, &plain) {
        let mouths: Vec<String> = under
            .iter()
            .filter_map(|place| credited(case.line(*place)?))
            .map(|(source, _)| format!("“{source}”"))
            .collect();
        let message = if mouths.is_empty() {
            format!("“{phrase}” is a heading of the report (“{heading}”).")
        } else {
            format!(
                "“{phrase}” is a heading of the report (“{heading}”); the sentences under it credit {}.",
                listed(&mouths)
            )
        };
        return One {
            message,
            quotes: under,
            says: Verdict::Partly,
        };
    }
    let here: Vec<&(u16, Place, &Line)> = exact
        .iter()
        .filter(|(_, place, _)| place.volume == 0)
        .collect();
    if let Some((_, place, line)) = here.first() {
        let mut message = format!(
            "“{phrase}” stands word for word in the report ({}; {} in all).",
            line.pin,
            times(here.len())
        );
        let around = words(&line.text).saturating_sub(words(phrase));
        if around > 0 {
            message.push_str(&format!(
                " Around it {around} words of the sentence are left out."
            ));
        }
        let dropped = caveats(&around_it(&line.text, &plain), &case.claim.text);
        if !dropped.is_empty() {
            message.push_str(&format!(" Left out among them: {}.", listed(&dropped)));
        }
        let credit = credited(line);
        if let Some((source, _)) = &credit {
            message.push_str(&format!(" The sentence credits “{source}”."));
        }
        // Said to be the report's own word, or told with whoever is credited there?
        let with_source = case.claim.names.iter().any(|name| name.in_line(&line.text));
        let own_voice = credit.is_none() && dropped.is_empty() || !attributed || with_source;
        return One {
            message,
            quotes: vec![*place],
            says: if own_voice {
                Verdict::Supported
            } else {
                Verdict::Partly
            },
        };
    }
    let main_year = case.main().and_then(|main| main.year).unwrap_or(0);
    let speaks_of_past = cues::any(
        &case.claim.plain,
        &["last year", "previous year*", "a year ago"],
    );
    if let Some((year, place, line)) = exact
        .iter()
        .find(|(year, _, _)| speaks_of_past && *year + 1 == main_year)
    {
        return One {
            message: format!(
                "“{phrase}” stands word for word in the edition of {year} ({}).",
                line.pin
            ),
            quotes: vec![*place],
            says: Verdict::Supported,
        };
    }
    if !exact.is_empty() {
        let mut years: Vec<String> = exact.iter().map(|(year, _, _)| year.to_string()).collect();
        years.dedup();
        return One {
            message: format!(
                "“{phrase}” does not stand in the report; it stands in the edition of {}.",
                listed(&years)
            ),
            quotes: exact.iter().take(3).map(|(_, place, _)| *place).collect(),
            says: Verdict::Partly,
        };
    }
    alike.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
    if let Some((place, _)) = alike.first() {
        let line = case.line(*place);
        let dropped = line.map_or_else(Vec::new, |line| caveats(&line.text, &case.claim.text));
        let mut message = format!(
            "“{phrase}” does not stand there letter by letter; the same words in another form stand at {}.",
            case.pin(*place)
        );
        if !dropped.is_empty() {
            message.push_str(&format!(" Left out: {}.", listed(&dropped)));
        }
        return One {
            message,
            quotes: vec![*place],
            says: Verdict::Partly,
        };
    }
    // Other words for the same ("cross-border" for "transnational") are a question of meaning.
    let near = case.best(1).find(|(place, _)| {
        case.evidence
            .main
            .first()
            .is_some_and(|(_, score)| *score > 0.75)
            && case
                .terms(*place)
                .is_some_and(|terms| label.share(terms) > 0.5)
    });
    if let Some((place, _)) = near {
        return One {
            message: format!(
                "“{phrase}” stands in none of the {} editions searched; nearest to it in other words is {}.",
                case.desk.shelf.editions().len(),
                case.pin(place)
            ),
            quotes: vec![place],
            says: Verdict::Partly,
        };
    }
    One {
        message: format!(
            "“{phrase}” stands in none of the {} editions searched.",
            case.desk.shelf.editions().len()
        ),
        quotes: Vec::new(),
        says: Verdict::Contradicted,
    }
}

/// The words around a phrase, [`BESIDE`] on either side, and the phrase: what stands further off belongs to other
/// statements of the sentence.
fn around_it(line: &str, plain: &str) -> String {
    let line = quoted::plain_words(line);
    let Some(at) = line.find(plain) else {
        return line;
    };
    let (before, after) = (
        line.get(..at).unwrap_or(""),
        line.get(at + plain.len()..).unwrap_or(""),
    );
    let mut near: Vec<&str> = before.split_whitespace().rev().take(BESIDE).collect();
    near.reverse();
    near.extend(plain.split_whitespace());
    near.extend(after.split_whitespace().take(BESIDE));
    near.join(" ")
}

/// The heading that has the phrase and little else, with the first sentences under it.
fn under_heading(case: &Case<'_>, plain: &str) -> Option<(String, Vec<Place>)> {
    let main = case.main()?;
    let (section, heading) = (0..).zip(&main.sections).find_map(|(at, path): (u32, _)| {
        let heading = path.last()?;
        let short = words(heading) <= words(plain) + 3;
        (short && quoted::holds(heading, plain)).then_some((at, heading))
    })?;
    let under = case
        .lines(0, main)
        .filter(|(_, line)| line.section == section)
        .map(|(place, _)| place)
        .take(4)
        .collect::<Vec<_>>();
    (!under.is_empty()).then(|| (heading.clone(), under))
}

/// "once", "3 times".
fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        more => format!("{more} times"),
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The words of distance that a line has and the point has not.
pub(super) fn caveats(line: &str, claim: &str) -> Vec<String> {
    let (line, claim) = (quoted::plain_words(line), quoted::plain_words(claim));
    CAVEATS
        .iter()
        .filter(|caveat| cues::has(&line, caveat) && !cues::has(&claim, caveat))
        .map(|caveat| format!("“{caveat}”"))
        .collect()
}

/// A name in quotation marks ("Lantern") is no quotation.
fn is_name(phrase: &str) -> bool {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    words
        .iter()
        .filter(|word| word.chars().count() > 3)
        .all(|word| word.starts_with(char::is_uppercase))
}
