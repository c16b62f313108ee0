//! What a point is about, by the phrases it is put in.
//!
//! In: a claim. Out: its [`Kind`]. The first that fits of an ordered list; what fits none says
//! something about the wording of the report.

use super::claim::{Claim, Desk};
use super::cues::{self, any};
use super::{Kind, quoted};
use evenhand_report::FigureKind;

/// The kind of a claim.
pub(super) fn of(desk: &Desk<'_>, claim: &Claim) -> Kind {
    let own = claim.plain.as_str();
    if is_heading(claim) {
        return Kind::Heading;
    }
    if is_remark(desk, claim) {
        return Kind::AboutOtherDocument;
    }
    if any(own, cues::MISSING) || claim.item {
        return Kind::Omission;
    }
    if is_cross_country(claim) {
        return Kind::CrossCountry;
    }
    if any(own, cues::MONEY) && !any(own, &["minimum wage"]) {
        return Kind::Funding;
    }
    let counted = claim.figures.iter().any(|figure| {
        matches!(
            figure.kind,
            FigureKind::Count | FigureKind::Percent | FigureKind::Money
        )
    });
    if counted || any(own, cues::NUMBERS) {
        return Kind::Figure;
    }
    if names_a_label(claim) {
        return Kind::Wording;
    }
    let person = claim.names.iter().any(|name| name.person);
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
    if person && !any(own, cues::THE_REPORT) {
        return Kind::Person;
    }
    if is_judgement(claim) {
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

fn is_heading(claim: &Claim) -> bool {
    let own = claim.plain.as_str();
    any(
        own,
        &[
            "chapter", "heading", "headed", "section", "entitled", "titled", "title", "headline",
            "rubric",
        ],
    ) && (!claim.phrases.is_empty() || any(own, &["heading", "entitled"]))
}

/// Remarks and papers other than the report: a speaker with words of speech, or a pronoun that goes on
/// from such a sentence.
fn is_remark(desk: &Desk<'_>, claim: &Claim) -> bool {
    let speaks = |plain: &str| any(plain, cues::SPEAKERS) && any(plain, cues::REMARKS);
    if speaks(&claim.whole_plain)
        || (any(&claim.plain, cues::SPEAKERS) && claim.names.iter().any(|name| name.person))
    {
        return true;
    }
    let pronoun = matches!(
        claim.whole_plain.split(' ').find(|word| !word.is_empty()),
        Some("he" | "she")
    );
    let _ = desk;
    pronoun
        && any(&claim.whole_plain, cues::REMARKS)
        && claim
            .before
            .first()
            .is_some_and(|before| speaks(&quoted::plain_words(before)))
}

fn is_cross_country(claim: &Claim) -> bool {
    any(&claim.plain, cues::ELSEWHERE)
        || claim
            .countries
            .iter()
            .any(|country| country.volume.is_some())
            && !any(&claim.plain, &["embassy", "our embassy"])
        || any(
            &claim.plain,
            &["standards", "standard", "country", "government there"],
        ) && claim
            .countries_near
            .iter()
            .any(|country| country.volume.is_some())
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
        ],
    )
}

fn is_judgement(claim: &Claim) -> bool {
    let own = claim.plain.as_str();
    // "It should be supported, and not ignored": the rest of a judgement is one too.
    let rest = own.trim_start().starts_with("not ") && any(&claim.whole_plain, cues::JUDGEMENTS);
    rest || any(own, cues::JUDGEMENTS)
        || (any(own, &["i", "we", "my", "our"])
            && !any(own, cues::THE_REPORT)
            && !any(own, cues::IT_SAYS))
}
