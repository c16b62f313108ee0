//! The passages to lay beside a point, best first.
//!
//! In: a claim and its kind. Out: [`Evidence`]: places on the shelf with their scores. Every line of the
//! country's editions is scored by its words, its meaning, that of its passage, and by the names,
//! numbers and quoted phrases it shares with the point. The report replied to comes first; other
//! editions and countries come in where the point speaks of them or the report says nothing.

mod elsewhere;

use super::claim::{Claim, Desk};
use super::cues;
use super::meaning::{Meaning, Vector};
use super::names::Name;
use super::order::{Found, order};
use super::query::{Query, Term, Terms};
use super::quoted;
use super::shelf::{Line, Place, Volume};
use super::signals::{LEAD, NEIGHBOUR, Signal, Signals};
use super::{Kind, PROPOSED};
use evenhand_report::{Direction, FigureKind, Specificity};
use std::collections::BTreeMap;

/// What the words around a point count against its own.
mod around {
    /// The rest of its sentence, and the sentences before it that it leans on.
    pub(super) const SENTENCE: f32 = 0.4;
    pub(super) const BEFORE: f32 = 0.3;
    /// What stands before a point that does not lean on it.
    pub(super) const BEFORE_FAINT: f32 = 0.12;
    /// Below this weight of its own words a point says little by itself.
    pub(super) const LITTLE: f32 = 2.2;
}

/// A smaller number of the same paragraph is no sign: "eight persons", "eight hours".
const TELLING: f64 = 13.0;

/// Below this share of the point's words a line is not asked how close together it has them.
const OWN: f32 = 0.25;

/// What was found beside a point.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    /// Best first.
    pub(super) places: Vec<Place>,
    /// The best lines of the report replied to with their scores, best first.
    pub(super) main: Vec<(Place, f32)>,
    /// The best lines about other countries.
    pub(super) abroad: Vec<(Place, f32)>,
}

/// The passages beside a claim.
pub(super) fn beside(desk: &Desk<'_>, claim: &Claim, kind: Kind) -> Evidence {
    let search = Search::new(desk, claim, kind);
    let mut main = Vec::new();
    let mut others = Vec::new();
    let mut by_edition: Vec<Vec<(Place, f32)>> = Vec::new();
    for (at, volume) in desk.shelf.editions() {
        let scored = search.volume(at, volume, None);
        if at == 0 {
            main = scored;
        } else {
            others.extend(scored.iter().take(PROPOSED).copied());
            by_edition.push(scored.into_iter().take(PROPOSED).collect());
        }
    }
    best_first(&mut others);
    let abroad = search.abroad();
    let turns: Vec<(Place, f32)> = (0..PROPOSED)
        .flat_map(|nth| {
            by_edition
                .iter()
                .filter_map(move |list| list.get(nth))
                .copied()
        })
        .collect();
    let mut own = Query::default();
    own.words(&claim.text, 1.0, &desk.rarity, &|term| {
        desk.is_home(term.stem) || claim.aside.contains(&term.stem)
    });
    let expected = if kind == Kind::Omission {
        search.expected()
    } else {
        Vec::new()
    };
    let found = Found {
        expected: &expected,
        main: &main,
        others: &others,
        turns: &turns,
        abroad: &abroad,
        own,
    };
    let places = order(desk, claim, kind, &found);
    main.truncate(PROPOSED);
    Evidence {
        places,
        main,
        abroad,
    }
}

fn best_first(list: &mut [(Place, f32)]) {
    list.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
}

struct Search<'a> {
    desk: &'a Desk<'a>,
    claim: &'a Claim,
    kind: Kind,
    query: Query,
    /// The words of the point alone.
    own: Query,
    phrases: Vec<String>,
    /// The same phrases as words, for headings.
    labels: Vec<Query>,
    /// Bodies that other editions name together with a name this report does not have.
    beside: Vec<Name>,
    /// The point speaks of a change or of praise.
    change: bool,
    /// Numbers of its paragraph may be meant: not where a thing is said to be missing, which is looked for by its own words.
    counted: bool,
    /// It speaks of reforms or efforts in general; it judges the report as a whole.
    in_general: bool,
    whole: bool,
    /// It says that something stands at the opening of the report.
    opening: bool,
    /// The point says that sources have no names.
    nameless: bool,
}

impl<'a> Search<'a> {
    fn new(desk: &'a Desk<'a>, claim: &'a Claim, kind: Kind) -> Self {
        // "Passed over in silence", "in other countries": the words that say so are not what is looked for.
        let said: &[&str] = match kind {
            Kind::Omission => cues::MISSING,
            Kind::CrossCountry => cues::ELSEWHERE,
            _ => &[],
        };
        let mut silent = cues::stems_of(&claim.plain, said);
        silent.extend(&claim.aside);
        let skip = |term: Term| desk.is_home(term.stem) || silent.contains(&term.stem);
        let mut query = Query::default();
        query.words(&claim.text, 1.0, &desk.rarity, &skip);
        let alone = query.clone();
        let own: f32 = query.terms.iter().map(|(_, weight)| weight).sum();
        let mut vector = meaning(desk, &claim.text, &silent);
        if !claim.item {
            // Of an item the thing itself is looked for; its sentence only says that it is missing.
            let rest = claim.whole.replace(&claim.text, " ");
            let leans = claim.leans || own < around::LITTLE || kind == Kind::AboutOtherDocument;
            let more = match kind {
                // What is said to be missing is looked for by its own words.
                Kind::Omission if !cues::any(&claim.plain, cues::NAMELESS) => 0.4,
                _ if own < around::LITTLE => 1.6,
                _ => 1.0,
            };
            let share = if leans {
                around::SENTENCE * more
            } else {
                around::SENTENCE / 2.0
            };
            query.words(&rest, share, &desk.rarity, &skip);
            vector.add(&meaning(desk, &rest, &[]), share);
            if !leans && let Some(before) = claim.before.first() {
                query.words(before, around::BEFORE_FAINT, &desk.rarity, &skip);
                vector.add(&meaning(desk, before, &[]), around::BEFORE_FAINT);
            }
            if leans {
                for (before, share) in claim.before.iter().zip([1.0, 0.6, 0.4]) {
                    let weight = around::BEFORE * more * share;
                    query.words(before, weight, &desk.rarity, &skip);
                    vector.add(&meaning(desk, before, &[]), weight);
                }
            }
        }
        vector.normalise();
        query.vector = vector;
        let labels = claim
            .phrases
            .iter()
            .map(|phrase| {
                let mut label = Query::default();
                label.words(phrase, 1.0, &desk.rarity, &|_| false);
                label
            })
            .collect();
        Self {
            desk,
            claim,
            kind,
            query,
            own: alone,
            phrases: claim
                .phrases
                .iter()
                .map(|phrase| quoted::plain_words(phrase))
                .collect(),
            labels,
            beside: elsewhere::beside_names(desk, claim),
            change: cues::any(&claim.plain, cues::CHANGES),
            counted: kind != Kind::Omission || cues::any(&claim.plain, cues::NAMELESS),
            in_general: kind == Kind::Omission && cues::any(&claim.plain, cues::IN_GENERAL),
            whole: kind == Kind::Wording && cues::any(&claim.plain, cues::WHOLE),
            opening: cues::any(&claim.plain, cues::OPENING),
            nameless: cues::any(&claim.plain, cues::NAMELESS),
        }
    }

    /// The lines of a volume, scored, best first.
    fn volume(
        &self,
        volume_at: u32,
        volume: &Volume,
        summary: Option<Signal>,
    ) -> Vec<(Place, f32)> {
        let index = volume.index();
        let headings: Vec<(f32, f32)> = volume
            .sections
            .iter()
            .map(|path| self.heading(path))
            .collect();
        let scores: Vec<f32> = volume
            .lines
            .iter()
            .zip(index.terms.iter().zip(&index.vectors))
            .map(|(line, (terms, vector))| {
                let mut signals = self.shared(line, terms);
                signals.set(Signal::OwnWords, self.own.answered(terms, index.length));
                if self.own.share(terms) > OWN {
                    signals.set(
                        Signal::OwnClose,
                        super::checks::closely(&self.own, &line.text),
                    );
                }
                signals.set(Signal::Words, self.query.answered(terms, index.length));
                signals.set(Signal::Meaning, vector.likeness(&self.query.vector));
                if let Some((whole, words)) = index.passages.get(&line.passage) {
                    signals.set(Signal::Passage, whole.likeness(&self.query.vector));
                    signals.set(
                        Signal::PassageWords,
                        self.query.answered(words, index.passage_length),
                    );
                }
                let (label, topic) = headings
                    .get(line.section as usize)
                    .copied()
                    .unwrap_or_default();
                let heading = if self.kind == Kind::Heading {
                    Signal::HeadingPoint
                } else {
                    Signal::Heading
                };
                signals.set(heading, label);
                signals.set(Signal::Topic, topic);
                if let Some(summary) = summary
                    && volume.in_summary(line)
                {
                    signals.set(summary, 1.0);
                }
                if self.opening && volume.in_summary(line) {
                    signals.set(Signal::Opening, 1.0);
                }
                signals.score()
            })
            .collect();
        let mut best_of: BTreeMap<u32, f32> = BTreeMap::new();
        for (line, score) in volume.lines.iter().zip(&scores) {
            let best = best_of.entry(line.passage).or_insert(0.0);
            *best = best.max(*score);
        }
        // People quote by the paragraph: a good line lends something to its neighbours.
        let mut scored: Vec<(Place, f32)> = (0..)
            .zip(&scores)
            .map(|(line, score)| {
                let at = line as usize;
                let near = (at.saturating_sub(2)..(at + 3).min(scores.len()))
                    .filter(|other| {
                        *other != at && volume.lines[*other].passage == volume.lines[at].passage
                    })
                    .map(|other| scores[other])
                    .fold(0.0, f32::max);
                // The first sentence of a passage says what the passage is about.
                let passage = volume.lines[at].passage;
                let lead = if at > 0 && volume.lines[at - 1].passage != passage {
                    LEAD * best_of.get(&passage).copied().unwrap_or(0.0)
                } else {
                    0.0
                };
                (
                    Place {
                        volume: volume_at,
                        line,
                    },
                    score + (NEIGHBOUR * near).max(lead),
                )
            })
            .collect();
        best_first(&mut scored);
        scored
    }

    /// What a heading has of the phrases quoted by the point, and of its words.
    fn heading(&self, path: &[String]) -> (f32, f32) {
        let Some(last) = path.last() else {
            return (0.0, 0.0);
        };
        let terms = Terms::of(last);
        let best = self
            .labels
            .iter()
            .map(|label| label.share(&terms))
            .fold(0.0, f32::max);
        let quoted = if best > 0.6 { best } else { 0.0 };
        (quoted, self.query.share(&terms))
    }

    /// What a line shares with the point besides words: names, phrases, numbers, rights.
    fn shared(&self, line: &Line, terms: &Terms) -> Signals {
        let text = line.text.as_str();
        let mut signals = Signals::default();
        if self.claim.names.iter().any(|name| name.in_line(text)) {
            signals.set(Signal::Name, 1.0);
        }
        if self.claim.names_near.iter().any(|name| name.in_line(text)) {
            let near = if self.claim.names.is_empty() {
                Signal::NameNearOnly
            } else {
                Signal::NameNear
            };
            signals.set(near, 1.0);
        }
        if self.beside.iter().any(|name| name.in_line(text)) {
            signals.set(Signal::NameBeside, 1.0);
        }
        if self
            .phrases
            .iter()
            .any(|phrase| quoted::holds(text, phrase))
        {
            signals.set(Signal::Phrase, 1.0);
        } else {
            let share = self
                .labels
                .iter()
                .filter(|label| label.terms.len() > 1)
                .map(|label| label.share(terms))
                .fold(0.0, f32::max);
            if share > 0.7 {
                signals.set(Signal::PhraseWords, share);
            }
        }
        if text.contains("this report") || text.contains("This report") {
            signals.set(Signal::Itself, 1.0);
        }
        let has = |value: f64| {
            value > 2.0
                && line
                    .reading
                    .figures
                    .iter()
                    .any(|figure| figure.value == value)
        };
        if self.claim.figures.iter().any(|own| has(own.value)) {
            // A number alone may be anybody's: with a word of the point beside it, it is the point's.
            let shared = self.query.share(terms) > 0.1;
            signals.set(Signal::Figure, if shared { 1.0 } else { 0.3 });
        } else if self.counted
            && self
                .claim
                .figures_near
                .iter()
                .any(|value| *value >= TELLING && has(*value))
        {
            signals.set(Signal::FigureNear, 1.0);
        }
        let same_right = line
            .reading
            .rights
            .first()
            .is_some_and(|right| self.claim.rights.contains(&right.article));
        if same_right {
            signals.set(Signal::Right, 1.0);
        }
        let direction = line.reading.direction.direction;
        let improves = direction == Direction::Improvement;
        if self.change && improves {
            signals.set(Signal::Change, 1.0);
        }
        if self.in_general && improves {
            signals.set(Signal::AnyChange, 1.0);
        }
        if self.whole && (improves || direction == Direction::Safeguard) {
            signals.set(Signal::Good, 1.0);
        }
        let credited = &line.reading.attributions;
        if self.nameless
            && credited
                .iter()
                .any(|credit| credit.specificity != Specificity::Named)
        {
            let counted = line
                .reading
                .figures
                .iter()
                .any(|figure| figure.kind == FigureKind::Count && !figure.norm);
            signals.set(Signal::Nameless, if counted { 1.0 } else { 0.5 });
        }
        signals
    }
}

fn normal(mut vector: Vector) -> Vector {
    vector.normalise();
    vector
}

/// The meaning of a text without the words that speak of the report itself or of the country at home,
/// and without the words with these stems.
fn meaning(desk: &Desk<'_>, text: &str, without: &[u64]) -> Vector {
    Meaning::table().of(&content(desk, text, without))
}

/// A text without the words that speak of the report itself or carry nothing, for its meaning.
fn content(desk: &Desk<'_>, text: &str, without: &[u64]) -> String {
    let mut kept = String::new();
    let mut lower = String::new();
    crate::words::cut(text, |piece, span| {
        let word = span.of(text);
        let stem = crate::words::stem(word, &mut lower);
        if piece != crate::words::Piece::Mark
            && !super::query::is_empty_word(stem)
            && !desk.is_home(stem)
            && !without.contains(&stem)
        {
            kept.push_str(word);
            kept.push(' ');
        }
    });
    kept
}
