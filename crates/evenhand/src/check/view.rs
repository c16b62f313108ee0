//! The points in words for people, once for the page and the word processor's document.

use super::Checked;
use super::judgements::{Judgements, keys};
use evenhand_compare::reply::{Kind, Place, Point, UNCERTAIN, Verdict};

/// How many passages are shown to a point.
const SHOWN: usize = 4;

/// A passage with where it stands.
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) pin: String,
    pub(super) section: String,
}

/// A reason in words, with the sentences it rests on.
pub(super) struct ReasonView<'a> {
    pub(super) rule: &'static str,
    pub(super) message: &'a str,
    pub(super) quotes: Vec<Passage<'a>>,
}

/// A point in words.
pub(super) struct PointView<'a> {
    pub(super) number: usize,
    pub(super) key: String,
    pub(super) text: &'a str,
    pub(super) kind: &'static str,
    pub(super) verdict: &'static str,
    /// The verdict's written form, for styles.
    pub(super) class: &'static str,
    /// So little sure that a person must look.
    pub(super) doubtful: bool,
    pub(super) confidence: String,
    pub(super) repeated: String,
    pub(super) reasons: Vec<ReasonView<'a>>,
    pub(super) passages: Vec<Passage<'a>>,
    /// What a person decided, in words; empty where nothing is decided.
    pub(super) judgement: String,
}

/// A verdict with its count and share.
pub(super) struct Share {
    pub(super) verdict: &'static str,
    pub(super) class: &'static str,
    pub(super) count: usize,
    pub(super) percent: String,
}

/// The whole in words.
pub(super) struct View<'a> {
    pub(super) reply: &'a str,
    pub(super) report: String,
    pub(super) beside: String,
    /// The registers laid beside it, in words; empty where there are none.
    pub(super) registers: String,
    pub(super) points: Vec<PointView<'a>>,
    pub(super) shares: Vec<Share>,
    pub(super) uncertain: usize,
    pub(super) decided: usize,
}

/// A verdict in words.
pub(super) const fn words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "Supported",
        Verdict::Partly => "Partly supported",
        Verdict::Contradicted => "Contradicted",
        Verdict::NotInReport => "Not in the report",
        Verdict::NotCheckable => "Not checkable",
    }
}

/// A kind in words.
const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Wording => "what the report says",
        Kind::Heading => "a heading",
        Kind::Figure => "a figure",
        Kind::Omission => "something said to be missing",
        Kind::CrossCountry => "other countries",
        Kind::Person => "a person",
        Kind::Organisation => "an organisation",
        Kind::Funding => "who pays whom",
        Kind::AboutOtherDocument => "another document or speech",
        Kind::Opinion => "a judgement",
    }
}

impl<'a> View<'a> {
    pub(super) fn new(checked: &'a Checked, judgements: &Judgements) -> Self {
        let keys = keys(checked);
        let points: Vec<PointView<'_>> = (1..)
            .zip(keys.into_iter().zip(&checked.points))
            .map(|(number, (key, point))| view(checked, judgements, number, key, point))
            .collect();
        let all = checked.points.len();
        let shares = Verdict::ALL
            .iter()
            .map(|verdict| {
                let count = checked
                    .points
                    .iter()
                    .filter(|point| point.verdict == *verdict)
                    .count();
                #[expect(clippy::cast_precision_loss, reason = "counts of points are small")]
                let percent = if all == 0 {
                    0.0
                } else {
                    100.0 * count as f64 / all as f64
                };
                Share {
                    verdict: words(*verdict),
                    class: verdict.as_str(),
                    count,
                    percent: format!("{percent:.0} %"),
                }
            })
            .collect();
        let documents: Vec<&str> = checked
            .shelf
            .volumes
            .iter()
            .map(|volume| volume.document.as_str())
            .collect();
        let (first, rest) = documents
            .split_first()
            .map_or(("", &[][..]), |(first, rest)| (*first, rest));
        Self {
            reply: &checked.reply.report.identity.document,
            report: first.to_owned(),
            beside: match rest {
                [] => "no other report".to_owned(),
                few if few.len() <= 12 => few.join(", "),
                many => format!("{} other reports", many.len()),
            },
            registers: checked.registers.join(", "),
            uncertain: checked
                .points
                .iter()
                .filter(|point| point.confidence < UNCERTAIN)
                .count(),
            decided: points
                .iter()
                .filter(|point| !point.judgement.is_empty())
                .count(),
            points,
            shares,
        }
    }
}

fn view<'a>(
    checked: &'a Checked,
    judgements: &Judgements,
    number: usize,
    key: String,
    point: &'a Point,
) -> PointView<'a> {
    let decided = judgements.of(&key).map_or_else(String::new, |own| {
        let mut text = Verdict::from_written(&own.judgement).map_or_else(
            || own.judgement.clone(),
            |verdict| words(verdict).to_owned(),
        );
        for (before, cell) in [(" – ", &own.who), (", ", &own.when), (": ", &own.note)] {
            if !cell.is_empty() {
                text.push_str(before);
                text.push_str(cell);
            }
        }
        text
    });
    PointView {
        number,
        key,
        text: point.span.of(&checked.reply.report.text),
        kind: kind(point.kind),
        verdict: words(point.verdict),
        class: point.verdict.as_str(),
        doubtful: point.confidence < UNCERTAIN,
        confidence: if point.confidence < UNCERTAIN {
            format!(
                "uncertain ({:.0} %): a person must look",
                point.confidence * 100.0
            )
        } else {
            format!("{:.0} % sure", point.confidence * 100.0)
        },
        repeated: match point.repeated.len() {
            0 => String::new(),
            1 => "Said once more, word for word, further on.".to_owned(),
            more => format!("Said {more} times more, word for word, further on."),
        },
        reasons: point
            .reasons
            .iter()
            .map(|reason| ReasonView {
                rule: reason.rule,
                message: &reason.message,
                quotes: passages(checked, reason.quotes.iter().take(SHOWN)),
            })
            .collect(),
        passages: passages(checked, point.evidence.iter().take(SHOWN)),
        judgement: decided,
    }
}

fn passages<'a, 'p>(
    checked: &'a Checked,
    places: impl Iterator<Item = &'p Place>,
) -> Vec<Passage<'a>> {
    places
        .filter_map(|place| checked.shelf.at(*place))
        .map(|(volume, line)| Passage {
            text: &line.text,
            pin: format!("{}: {}", volume.document, line.pin),
            section: volume.section(line).last().cloned().unwrap_or_default(),
        })
        .collect()
}
