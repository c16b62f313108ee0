//! Whom a point names, and whether a register names the same.
//!
//! In: a reply and its points, and the report replied to. Out: the names of each point; a last name alone is
//! taken for the full names that the report replied to (or the reply elsewhere) gives with it, and says so. Names
//! are compared by `evenhand-names`, with score and reason; a last name alone is never enough.

use crate::Opened;
use crate::registers::persons_in_full;
use evenhand_compare::reply::Point;
use evenhand_names::{Grade, Kind, compare};
use evenhand_registers::Naming;
use evenhand_report::{NameKind, SentenceIndex, Span};

/// From this score on, two full names are taken for one without a doubt told.
const SURE: f64 = 0.85;

/// Why names without any difference fit.
const SAME_WORDS: &str = "the same words";

/// How far back a pronoun may point, in sentences of its paragraph.
const BACK: u32 = 2;

/// Words that point back to somebody named before.
const POINTING: &[&str] = &[
    "he", "she", "his", "her", "him", "they", "their", "them", "it", "its", "who", "whose",
];

/// Words beside a last name that speak of several who bear it.
const SEVERAL: &[&str] = &[
    "brothers",
    "sisters",
    "siblings",
    "family",
    "couple",
    "spouses",
    "relatives",
    "clan",
];

/// How the full names of a name were come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// It is written in full.
    Itself,
    /// It is a run of words with capitals that the reading took for no name: only the very same words fit.
    Capitals,
    /// A last name, with which the report replied to gives these.
    Report,
    /// A last name, with which the reply elsewhere gives these.
    Reply,
}

/// A name that a point speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// As the reply writes it.
    pub(super) written: String,
    pub(super) kind: NameKind,
    /// The names to compare; none for a last name that nobody gives in full.
    pub(super) full: Vec<String>,
    pub(super) by: By,
    /// It speaks of several ("the brothers Vashtai").
    pub(super) several: bool,
    /// Where it stands in the reply's text, with the words that describe it; none where only the words before the point have it.
    pub(super) span: Option<Span>,
    /// The name alone, counted as `span` is.
    pub(super) name: Option<Span>,
}

impl Named {
    /// Whether one full name is meant, as far as can be told.
    pub(super) const fn one(&self) -> bool {
        self.several || self.full.len() < 2
    }

    /// How the full name was come by, in words; empty where it is written.
    pub(super) fn told(&self) -> String {
        let all = self.full.join(" and ");
        let who = match self.by {
            By::Itself | By::Capitals => return String::new(),
            By::Report => "the report replied to names",
            By::Reply => "the reply elsewhere names",
        };
        let which = if self.one() {
            ""
        } else {
            ", and which of them is meant it does not say"
        };
        format!(
            " The reply writes “{}” alone here; {who} {all}{which}.",
            self.written
        )
    }
}

/// Two names that may be one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    /// The full name on the side of the reply.
    pub(super) name: String,
    /// The name on the side of the register.
    other: String,
    pub(super) score: f64,
    pub(super) because: String,
    /// Nothing speaks for another than the named one.
    pub(super) sure: bool,
    /// How the full name was come by, where the reply does not write it.
    told: String,
}

impl Fit {
    /// Score and reason in words, and what is not sure about it.
    pub(super) fn words(&self) -> String {
        let doubt = if self.sure {
            ""
        } else {
            " It may be another who is meant; a person must look."
        };
        let how = if self.because == SAME_WORDS {
            "written as in the register".to_owned()
        } else {
            format!("“{}” in the register", self.other)
        };
        format!(
            "Name: “{}”, {how}; score {:.2} ({}).{}{doubt}",
            self.name, self.score, self.because, self.told
        )
    }

    /// Whether this fits better than another.
    pub(super) fn beats(&self, other: &Self) -> bool {
        (self.sure, self.score) > (other.sure, other.score)
    }
}

/// The names of a reply, with what is known of them.
pub(super) struct Names<'a> {
    reply: &'a Opened,
    /// Persons in full, of the report replied to and of the reply.
    report: Vec<String>,
    own: Vec<String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(reply: &'a Opened, main: &Opened) -> Self {
        Self {
            reply,
            report: persons_in_full(main),
            own: persons_in_full(reply),
        }
    }

    /// Names in the words of the point.
    pub(super) fn of(&self, point: &Point) -> Vec<Named> {
        let mut found: Vec<Named> = self
            .mentions(point.sentence)
            .into_iter()
            .filter(|named| named.name.is_some_and(|span| span.overlaps(point.span)))
            .collect();
        for span in runs(point.span.of(&self.reply.report.text)) {
            let span = span.shifted(point.span.start);
            let taken = |named: &Named| named.name.is_some_and(|other| other.overlaps(span));
            if found.iter().any(taken) {
                continue;
            }
            let written = span.of(&self.reply.report.text).to_owned();
            for kind in [NameKind::Person, NameKind::Body] {
                if kind == NameKind::Body || written.contains(' ') {
                    found.push(Named {
                        full: vec![written.clone()],
                        written: written.clone(),
                        kind,
                        by: By::Capitals,
                        several: false,
                        span: Some(span),
                        name: Some(span),
                    });
                }
            }
        }
        found
    }

    /// Names in the rest of the sentence; where it points back, those of the sentences before it, nearest first.
    pub(super) fn near(&self, point: &Point) -> Vec<Named> {
        let outside = |named: &Named| named.name.is_some_and(|span| !span.overlaps(point.span));
        let mut found: Vec<Named> = self
            .mentions(point.sentence)
            .into_iter()
            .filter(outside)
            .collect();
        let text = point.span.of(&self.reply.report.text).to_lowercase();
        let points = text
            .split(|ch: char| !ch.is_alphanumeric())
            .any(|word| POINTING.contains(&word));
        let sentences = &self.reply.report.sentences;
        let passage = |at: u32| sentences.get(at as usize).map(|sentence| sentence.passage);
        for back in 1..=BACK {
            let Some(at) = point.sentence.0.checked_sub(back) else {
                break;
            };
            if points && passage(at) == passage(point.sentence.0) {
                found.extend(self.mentions(SentenceIndex(at)));
            }
        }
        for named in &mut found {
            named.span = None;
            named.name = None;
        }
        found
    }

    fn mentions(&self, at: SentenceIndex) -> Vec<Named> {
        let report = &self.reply.report;
        let (Some(sentence), Some(reading)) = (
            report.sentences.get(at.0 as usize),
            self.reply.readings.get(at.0 as usize),
        ) else {
            return Vec::new();
        };
        let text = report.sentence_text(sentence);
        reading
            .names
            .iter()
            .filter(|mention| mention.kind != NameKind::Place)
            .map(|mention| {
                let written = mention.span.of(text).to_owned();
                // "The brothers Vashtai", "the Vashtai brothers".
                let around = [
                    mention.description.map_or("", |span| span.of(text)),
                    text.get(..mention.span.start as usize)
                        .and_then(|before| before.split_whitespace().next_back())
                        .unwrap_or(""),
                    text.get(mention.span.end as usize..)
                        .and_then(|after| after.split_whitespace().next())
                        .unwrap_or(""),
                ];
                let several = around
                    .iter()
                    .flat_map(|words| words.split(|ch: char| !ch.is_alphabetic()))
                    .any(|word| SEVERAL.contains(&word));
                let whole = mention
                    .description
                    .filter(|described| described.end <= mention.span.start)
                    .map_or(mention.span, |described| described.join(mention.span));
                let (full, by) =
                    self.in_full(&written, mention.full.as_deref(), mention.kind, several);
                Named {
                    written,
                    kind: mention.kind,
                    full,
                    by,
                    several,
                    span: Some(whole.shifted(sentence.span.start)),
                    name: Some(mention.span.shifted(sentence.span.start)),
                }
            })
            .collect()
    }

    /// The full names behind a name, and how they were come by.
    fn in_full(
        &self,
        written: &str,
        full: Option<&str>,
        kind: NameKind,
        several: bool,
    ) -> (Vec<String>, By) {
        let bare = written.split_whitespace().nth(1).is_none();
        match full {
            Some(full) if kind != NameKind::Person || !bare => {
                return (vec![full.to_owned()], By::Itself);
            }
            Some(full) if !several => return (vec![full.to_owned()], By::Reply),
            None if kind != NameKind::Person || !bare => {
                return (vec![written.to_owned()], By::Itself);
            }
            _ => {}
        }
        let bear = |names: &[String]| -> Vec<String> {
            names
                .iter()
                .filter(|name| {
                    name.split_whitespace().next_back().is_some_and(|last| {
                        let found = compare(written, last, Kind::Person);
                        found.same && matches!(found.grade, Grade::Equal | Grade::Variant)
                    })
                })
                .cloned()
                .collect()
        };
        let report = bear(&self.report);
        if report.is_empty() {
            (bear(&self.own), By::Reply)
        } else {
            (report, By::Report)
        }
    }
}

/// The best fit of a point's name with any of the names of one entry of a register.
pub(super) fn fit(named: &Named, naming: Naming, others: &[&str]) -> Option<Fit> {
    let kind = match naming {
        Naming::Person => NameKind::Person,
        Naming::Body => NameKind::Body,
    };
    if named.kind != kind {
        return None;
    }
    let mut best: Option<Fit> = None;
    for name in &named.full {
        for other in others {
            let found = same(name, other, naming, named.by);
            if let Some(mut found) = found
                && best.as_ref().is_none_or(|best| found.beats(best))
            {
                found.sure &= named.one();
                found.told = named.told();
                best = Some(found);
            }
        }
    }
    best
}

fn same(name: &str, other: &str, naming: Naming, by: By) -> Option<Fit> {
    let key = naming.key(name);
    if key.is_empty() {
        return None;
    }
    if key == naming.key(other) {
        return Some(Fit {
            name: name.to_owned(),
            other: other.to_owned(),
            score: 1.0,
            because: SAME_WORDS.to_owned(),
            sure: true,
            told: String::new(),
        });
    }
    if by == By::Capitals {
        return None;
    }
    let kind = match naming {
        Naming::Person => Kind::Person,
        Naming::Body => Kind::Body,
    };
    let found = compare(name, other, kind);
    // A last name alone is graded doubtful: too little is shared.
    let alike = found.same
        && match found.grade {
            Grade::Equal | Grade::Variant => true,
            Grade::Misprint => naming == Naming::Person,
            Grade::Doubtful | Grade::Different => false,
        };
    alike.then(|| Fit {
        name: name.to_owned(),
        other: other.to_owned(),
        score: found.score,
        because: found.to_string(),
        sure: found.grade != Grade::Misprint && found.score >= SURE,
        told: String::new(),
    })
}

/// Runs of words with capitals, small words between them counted in; a single word that opens the text is none.
fn runs(text: &str) -> Vec<Span> {
    const SMALL: &[&str] = &["of", "for", "the", "on", "to", "in"];
    let mut found: Vec<Span> = Vec::new();
    let mut run: Option<Span> = None;
    let mut close = |run: &mut Option<Span>| {
        found.extend(
            run.take()
                .filter(|span| span.start > 0 || span.of(text).contains(' ')),
        );
    };
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let from = at;
        at += word.len();
        let bare = word.trim_matches(|ch: char| !ch.is_alphanumeric() && ch != '.');
        let bare = bare.trim_end_matches('.');
        let bare = bare
            .strip_suffix("’s")
            .or_else(|| bare.strip_suffix("'s"))
            .unwrap_or(bare);
        let Some(start) = word.find(bare).filter(|_| !bare.is_empty()) else {
            close(&mut run);
            continue;
        };
        let span = Span::new(from + start, from + start + bare.len());
        // Punctuation before the word ends a run; after it, nothing follows in the same one.
        if start > 0 {
            close(&mut run);
        }
        if bare.starts_with(char::is_uppercase) {
            run = Some(run.map_or(span, |open| open.join(span)));
        } else if !SMALL.contains(&bare) {
            close(&mut run);
        }
        if word.trim_end().len() > start + bare.len() {
            close(&mut run);
        }
    }
    close(&mut run);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_capitals_are_names_with_their_small_words() {
        let text =
            "Renewal has paid the Fund for Free Courts of Tesmar, Harbor Fund and Renewal’s men.";
        let found: Vec<&str> = runs(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(
            found,
            ["Fund for Free Courts of Tesmar", "Harbor Fund", "Renewal"]
        );
    }

    fn named(full: &str, kind: NameKind) -> Named {
        Named {
            written: full.to_owned(),
            kind,
            full: vec![full.to_owned()],
            by: By::Itself,
            several: false,
            span: None,
            name: None,
        }
    }

    #[test]
    fn a_last_name_alone_fits_nobody_and_an_initial_does() {
        let fits =
            |name: &str, other: &str| fit(&named(name, NameKind::Person), Naming::Person, &[other]);
        assert_eq!(fits("Reshketi", "Tolmai Reshketi"), None);
        assert!(fits("T. Reshketi", "Tolmai Reshketi").is_some_and(|fit| fit.sure));
        assert!(fits("Толмай Решкети", "Tolmai Reshketi").is_some());
        assert!(fits("Tolmai Reshken", "Tolmai Reshketi").is_none_or(|fit| !fit.sure));
        assert_eq!(fits("Kelm Vashtai", "Derun Vashtai"), None);
    }

    #[test]
    fn a_word_in_common_makes_no_body() {
        let fits =
            |name: &str, other: &str| fit(&named(name, NameKind::Body), Naming::Body, &[other]);
        assert_eq!(fits("Tax Agency", "Aldermark Development Agency"), None);
        assert!(fits("Sarve Coal", "Sarve Coal JSC").is_some());
    }

    proptest::proptest! {
        #[test]
        fn runs_of_any_text_stand_in_it_in_order_and_do_not_overlap(text in "[A-Za-zÉЖ’'., \\n“”-]{0,60}|\\PC{0,40}") {
            let found = runs(&text);
            for span in &found {
                let words = text.get(span.start as usize..span.end as usize);
                proptest::prop_assert!(words.is_some_and(|words| words.starts_with(char::is_uppercase)));
            }
            proptest::prop_assert!(found.windows(2).all(|two| two[0].end <= two[1].start));
        }
    }
}
