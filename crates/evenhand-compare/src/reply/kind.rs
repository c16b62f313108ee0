//! What a point is about, by the phrases it is put in.
//!
//! In: a claim. Out: its [`Kind`]. The first that fits of an ordered list; what fits none says
//! something about the wording of the report.

use super::claim::{Abroad, Claim};
use super::cues::{self, any};
use super::{Kind, quoted};
use evenhand_report::FigureKind;

/// The kind of a claim.
pub(super) fn of(claim: &Claim) -> Kind {
    let own = claim.plain.as_str();
    if is_heading(claim) {
        return Kind::Heading;
    }
    if is_remark(claim) {
        return Kind::AboutOtherDocument;
    }
    // "Nor is his brother": what is missing goes on from the sentence before.
    let goes_on = own.starts_with(" nor ")
        && claim.before.first().is_some_and(|before| {
            let before = quoted::plain_words(before);
            before.starts_with(" nor ") || cues::says_missing(&before)
        });
    // "Not one kind line": a judgement of the report, no missing thing.
    let missing = cues::says_missing(own) && (!any(own, cues::WHOLE) || any(own, cues::MISSING));
    if missing || claim.item || goes_on {
        return Kind::Omission;
    }
    if is_cross_country(claim) {
        return Kind::CrossCountry;
    }
    if any(own, cues::MONEY) && !any(own, &["minimum wage", "grants that", "grant that"]) {
        return Kind::Funding;
    }
    let judged = is_judgement(claim);
    if is_counted(claim) || any(own, cues::NUMBERS) && !judged {
        return Kind::Figure;
    }
    if names_a_label(claim) {
        return Kind::Wording;
    }
    let person = claim.names.iter().any(|name| name.person);
    if !person && any(own, cues::SOURCED) {
        return Kind::Organisation;
    }
    if !claim.names.is_empty() && !person && any(own, cues::BODIES) {
        return Kind::Organisation;
    }
    let person_near = person || claim.names_near.iter().any(|name| name.person);
    if (person && any(own, cues::LIVES))
        || (person_near
            && any(
                own,
                &[
                    "criminal",
                    "criminals",
                    "convicted",
                    "acquitted",
                    "political refugee*",
                    "laureate",
                    "award",
                    "prize",
                ],
            ))
    {
        return Kind::Person;
    }
    if any(own, cues::BODIES) && !any(own, &["as an ngo"]) && !claim.names.is_empty() {
        return Kind::Organisation;
    }
    let holds_office = any(own, cues::OFFICES) && any(own, cues::SPEECH);
    if (person || holds_office) && !speaks_of_the_report(claim) {
        return Kind::Person;
    }
    if judged {
        let own_money = any(&claim.whole_plain, &["grants", "grant", "funding"])
            && any(own, &["budget", "applications", "partners", "money"]);
        return if own_money {
            Kind::Funding
        } else {
            Kind::Opinion
        };
    }
    Kind::Wording
}

/// "Two young men": a smaller number is seldom what a point is about.
const FEW: f64 = 5.0;

/// A number is what it says: several of a thing, a share, a sum.
fn is_counted(claim: &Claim) -> bool {
    claim.figures.iter().any(|figure| {
        figure.value >= FEW
            && matches!(
                figure.kind,
                FigureKind::Count | FigureKind::Percent | FigureKind::Money
            )
    })
}

/// Whether a point says of the report, or of those who wrote it, that they say something.
pub(super) fn speaks_of_the_report(claim: &Claim) -> bool {
    any(&claim.plain, cues::THE_REPORT) || any(&claim.plain, cues::IT_SAYS) || told(&claim.plain)
}

/// "They confess that", "the document itself concedes", "we read that": who speaks or reads, and the verb near it.
pub(super) fn told(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().any(|(at, word)| {
        let verbs = match *word {
            "they" | "it" | "authors" | "document" | "report" | "text" => cues::SPEECH,
            "we" | "one" | "reader" => cues::READING,
            _ => return false,
        };
        let after: Vec<&str> = words.iter().skip(at + 1).take(3).copied().collect();
        any(&format!(" {} ", after.join(" ")), verbs)
    })
}

fn is_heading(claim: &Claim) -> bool {
    let own = claim.plain.as_str();
    let titled = any(
        own,
        &[
            "heading", "headed", "entitled", "titled", "title", "headline", "rubric",
        ],
    );
    let quoted = claim.phrases.first().is_some_and(|phrase| {
        // "The chapter 'Political Murders'": the words stand right after it.
        let phrase = quoted::plain_words(phrase);
        own.find(phrase.as_str()).is_some_and(|at| {
            let before = own.get(..at).unwrap_or("");
            before
                .rsplit(' ')
                .take(3)
                .any(|word| matches!(word, "chapter" | "section" | "part"))
        })
    });
    titled && (!claim.phrases.is_empty() || any(own, &["heading", "entitled"])) || quoted
}

/// Remarks and papers other than the report: a speaker with words of speech about it, a reaction to it, or a pronoun
/// that goes on from such a sentence.
fn is_remark(claim: &Claim) -> bool {
    let speaks = |plain: &str| {
        any(plain, cues::SPEAKERS) && any(plain, cues::REMARKS)
            || any(plain, cues::PUBLISHERS_HEAD) && any(plain, cues::SPEECH)
    };
    if speaks(&claim.whole_plain) || any(&claim.plain, cues::REACTIONS) {
        return true;
    }
    let pronoun = matches!(
        claim.whole_plain.split(' ').find(|word| !word.is_empty()),
        Some("he" | "she")
    );
    pronoun
        && (any(&claim.whole_plain, cues::REMARKS) || any(&claim.whole_plain, cues::SPEECH))
        && claim
            .before
            .first()
            .is_some_and(|before| speaks(&quoted::plain_words(before)))
}

/// Another country is held beside this one, or is what is spoken of.
fn is_cross_country(claim: &Claim) -> bool {
    let own = claim.plain.as_str();
    if any(own, cues::ELSEWHERE) {
        return true;
    }
    let beside = claim
        .countries
        .iter()
        .any(|country| country.volume.is_some() && is_place(own, country));
    if beside && !any(own, &["embassy", "our embassy"]) {
        return true;
    }
    // "There one goes to prison for it": the country of the sentence before.
    let near = claim
        .countries_near
        .iter()
        .any(|country| country.volume.is_some());
    let there = any(own, cues::THERE) && !any(own, cues::THERE_IS);
    near && (there
        || any(
            own,
            &[
                "standards",
                "standard",
                "country",
                "government there",
                "with us",
            ],
        ))
}

/// Whether a country's name stands as a place or as somebody who acts ("in X", "X receives", "the X guards"), not as a
/// mark of a thing ("a X newspaper") or as where somebody goes ("to X").
pub(super) fn is_place(plain: &str, country: &Abroad) -> bool {
    let name = format!(" {} ", country.name);
    let Some(at) = plain.find(&name) else {
        return false;
    };
    let before: Vec<&str> = plain
        .get(..at)
        .unwrap_or("")
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect();
    // As a mark of a thing ("a X newspaper") or where somebody goes ("to X") it is not what is spoken of.
    match before.last() {
        None => true,
        Some(&"a" | &"an" | &"from" | &"into" | &"this" | &"that") => false,
        Some(&"to") => before
            .iter()
            .any(|word| word.starts_with("appl") || word.starts_with("compar")),
        Some(&"the") if country.adjective => before.len() < 3,
        Some(&"the") => !before
            .iter()
            .rev()
            .nth(1)
            .is_some_and(|word| matches!(*word, "to" | "from" | "into")),
        Some(_) => !country.adjective,
    }
}

/// "Calls him 'such'": it is the word that is spoken of, not the man.
fn names_a_label(claim: &Claim) -> bool {
    any(
        &claim.plain,
        &[
            "calls",
            "calling",
            "called",
            "call",
            "classify",
            "label*",
            "describes",
            "presented to",
            "wrote",
            "term",
            "is served as",
            "presented as",
        ],
    )
}

/// What the author thinks: words of judgement, or what "I" and "we" think and want; not what the report says.
fn is_judgement(claim: &Claim) -> bool {
    let own = claim.plain.as_str();
    // "It should be supported, and not ignored": the rest of a judgement is one too.
    let rest = own.trim_start().starts_with("not ") && any(&claim.whole_plain, cues::JUDGEMENTS);
    if rest || any(own, cues::JUDGEMENTS) {
        return true;
    }
    if speaks_of_the_report(claim) {
        return false;
    }
    let thinks = any(own, cues::THINKING);
    // "Our courts have matured": of ourselves, with nothing that could be looked up.
    let mut words = own
        .split_whitespace()
        .skip_while(|word| matches!(*word, "and" | "but" | "so" | "yet" | "thus" | "as"));
    let of_ourselves = matches!(words.next(), Some("i" | "we" | "my" | "our"))
        && claim.names.is_empty()
        && claim.figures.is_empty()
        && claim.phrases.is_empty()
        && !any(own, cues::SAID);
    thinks || of_ourselves
}
