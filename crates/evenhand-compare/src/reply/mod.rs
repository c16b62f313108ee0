//! A reply laid beside the reports it speaks of: its points, the passages to each, a verdict with
//! its reasons.
//!
//! In: the reply as read, and a [`Shelf`] of reports. Out: [`Point`]s in the order of the reply, each
//! with its kind, evidence best first, what the checks found, and a proposed [`Verdict`]. The same
//! questions are put whichever way the answer falls; a person decides. Nothing here knows a
//! country, a publisher or a reply.

mod checks;
mod claim;
mod cues;
mod kind;
mod meaning;
mod names;
mod order;
mod passages;
mod query;
mod quoted;
mod shelf;
mod signals;
mod split;
mod synonyms;
mod verbs;
mod verdict;

pub use checks::PAGES;
pub use shelf::{Line, Place, Shelf, Volume};

use evenhand_report::country::CountryCode;
use evenhand_report::{Reading, Report, SentenceIndex, Span};

evenhand_report::written_enum! {
    /// What a point is about.
    pub enum Kind {
        /// What a report says, and in which words.
        Wording = "wording",
        /// The heading something stands under.
        Heading = "heading",
        /// A number.
        Figure = "figure",
        /// Something said to be missing from the report.
        Omission = "omission",
        /// Other countries, or one standard for some and another for others.
        CrossCountry = "cross_country",
        /// A person.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// Who pays whom.
        Funding = "funding",
        /// Remarks, speeches and papers other than the report.
        AboutOtherDocument = "about_other_document",
        /// A judgement; no report can bear it out or refute it.
        Opinion = "opinion",
    }
}

evenhand_report::written_enum! {
    /// What is proposed on a point.
    pub enum Verdict {
        /// The report bears it out.
        Supported = "supported",
        /// In part, or with something left out.
        Partly = "partly",
        /// The report says otherwise.
        Contradicted = "contradicted",
        /// The report does not speak of it.
        NotInReport = "not_in_report",
        /// No report can settle it.
        NotCheckable = "not_checkable",
    }
}

/// What a check found: its rule, plain words, and the sentences it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The check.
    pub rule: &'static str,
    /// What was found, in plain words.
    pub message: String,
    /// The sentences it rests on; none where the finding is that nothing is there.
    pub quotes: Vec<Place>,
}

/// One checkable statement of a reply, with what was laid beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its words in the reply's text.
    pub span: Span,
    /// The sentence of the reply it stands in.
    pub sentence: SentenceIndex,
    /// What it is about.
    pub kind: Kind,
    /// What is proposed.
    pub verdict: Verdict,
    /// How sure the proposal is, 0 to 1.
    pub confidence: f32,
    /// What the checks found.
    pub reasons: Vec<Reason>,
    /// Passages to lay beside it, best first.
    pub evidence: Vec<Place>,
    /// Where the reply says the same again, word for word.
    pub repeated: Vec<Span>,
}

/// Below this a verdict is called uncertain wherever it is shown.
pub const UNCERTAIN: f32 = 0.5;

/// How many passages are proposed to a point.
pub const PROPOSED: usize = 12;

/// The countries that a text names, by any of their names, adjectives or capitals, in the order of their names in it.
#[must_use]
pub fn countries_named(text: &str) -> Vec<CountryCode> {
    let plain = quoted::plain_words(text);
    let mut named = claim::named_in(&plain);
    named.sort_by_key(|(_, name, _)| plain.find(&format!(" {name} ")));
    named.into_iter().map(|(code, ..)| code).collect()
}

/// Checks a reply against the reports on the shelf.
#[must_use]
pub fn check(reply: &Report, readings: &[Reading], shelf: &Shelf) -> Vec<Point> {
    let desk = claim::Desk::new(reply, readings, shelf);
    desk.claims()
        .into_iter()
        .map(|claim| {
            let kind = kind::of(&claim);
            let evidence = passages::beside(&desk, &claim, kind);
            let found = checks::put(&checks::Case::new(&desk, &claim, kind, &evidence));
            let proposed = verdict::propose(kind, &evidence, found);
            Point {
                span: claim.span,
                sentence: claim.sentence,
                kind,
                verdict: proposed.verdict,
                confidence: proposed.confidence,
                reasons: proposed.reasons,
                evidence: proposed.evidence,
                repeated: desk.repeated(&claim),
            }
        })
        .collect()
}
