//! The passages to lay beside a point, best first.
//!
//! In: a claim and its kind. Out: [`Evidence`]: places on the shelf with their scores. Every line of the
//! country's editions is scored by its words, its meaning, that of its passage, and by the names,
//! numbers and quoted phrases it shares with the point. The report replied to comes first; other
//! editions and countries come in where the point speaks of them or the report says nothing.

use super::claim::{Claim, Desk};
use super::cues;
use super::meaning::{Meaning, Vector};
use super::names::Name;
use super::order::{Found, order};
use super::query::{Query, Term, Terms};
use super::quoted;
use super::shelf::{Line, Place, Volume};
use super::{Kind, PROPOSED};
use evenhand_report::{Direction, FigureKind, NameKind, Specificity};
use std::collections::BTreeMap;

/// What counts how much; set on the invented case and on the worked case, judged points and unjudged.
mod weigh {
    /// The words of the point in the line.
    pub(super) const WORDS: f32 = 0.50;
    /// Its meaning, and that of the passage the line stands in.
    pub(super) const MEANING: f32 = 0.45;
    pub(super) const PASSAGE: f32 = 0.15;
    /// The words of the point in the passage and its headings.
    pub(super) const PASSAGE_WORDS: f32 = 0.25;
    /// The words around the point, more where it says little by itself.
    pub(super) const AROUND: f32 = 0.4;
    pub(super) const BEFORE: f32 = 0.3;
    /// Below this weight of its own words a point says little by itself.
    pub(super) const LITTLE: f32 = 2.2;
    /// A name of the point; a name near it, and where the point has none of its own.
    pub(super) const NAME: f32 = 0.35;
    pub(super) const NAME_NEAR: f32 = 0.10;
    pub(super) const NAME_NEAR_ONLY: f32 = 0.25;
    /// A body that other editions name together with a name this report does not have.
    pub(super) const NAME_BESIDE: f32 = 0.15;
    /// A quoted phrase that stands there word for word.
    pub(super) const PHRASE: f32 = 0.35;
    /// All or most words of a quoted phrase, in another order or form.
    pub(super) const PHRASE_WORDS: f32 = 0.25;
    /// A line that speaks of the report itself ("this report covers …").
    pub(super) const ITSELF: f32 = -0.4;
    /// The same number; a number of the same paragraph of the reply.
    pub(super) const FIGURE: f32 = 0.3;
    pub(super) const FIGURE_NEAR: f32 = 0.22;
    /// The heading has the quoted phrase, in its words or in others.
    pub(super) const HEADING: f32 = 0.15;
    pub(super) const HEADING_POINT: f32 = 0.3;
    /// The same right of the Universal Declaration.
    pub(super) const RIGHT: f32 = 0.08;
    /// An improvement, where the point speaks of a change or of praise.
    pub(super) const CHANGE: f32 = 0.08;
    /// A source that is only a category, where sources are said to be without a name; a number there.
    pub(super) const NAMELESS: f32 = 0.15;
    /// Somebody's word, where the point is about a label.
    pub(super) const CREDITED: f32 = 0.06;
    /// What stands before a point that does not lean on it.
    pub(super) const BEFORE_FAINT: f32 = 0.12;
    /// What the best line near it in the passage lends to a line.
    pub(super) const NEIGHBOUR: f32 = 0.25;
    /// What the best line of a passage lends to the sentence that opens it.
    pub(super) const LEAD: f32 = 0.35;
    /// The opening summary, where a point is about a whole country.
    pub(super) const SUMMARY: f32 = 0.3;
    pub(super) const SUMMARY_FACT: f32 = 0.08;
}

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
        let scored = search.volume(at, volume, 0.0);
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
        desk.is_home(term.stem)
    });
    let found = Found {
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
    phrases: Vec<String>,
    /// The same phrases as words, for headings.
    labels: Vec<Query>,
    /// Bodies that other editions name together with a name this report does not have.
    beside: Vec<Name>,
    /// The point speaks of a change or of praise.
    change: bool,
    /// The point says that sources have no names.
    nameless: bool,
}

impl<'a> Search<'a> {
    fn new(desk: &'a Desk<'a>, claim: &'a Claim, kind: Kind) -> Self {
        // "Passed over in silence": the words that say so are not what is looked for.
        let silent: Vec<u64> = if kind == Kind::Omission {
            cues::words_of(&claim.plain, cues::MISSING)
                .into_iter()
                .map(|word| crate::words::stem(word, &mut String::new()))
                .collect()
        } else {
            Vec::new()
        };
        let skip = |term: Term| desk.is_home(term.stem) || silent.contains(&term.stem);
        let mut query = Query::default();
        query.words(&claim.text, 1.0, &desk.rarity, &skip);
        let own: f32 = query.terms.iter().map(|(_, weight)| weight).sum();
        let mut vector = meaning(desk, &claim.text, &silent);
        if !claim.item {
            // Of an item the thing itself is looked for; its sentence only says that it is missing.
            let rest = claim.whole.replace(&claim.text, " ");
            let leans = claim.leans || own < weigh::LITTLE || kind == Kind::AboutOtherDocument;
            let more = match kind {
                // What is said to be missing is looked for by its own words.
                Kind::Omission if !cues::any(&claim.plain, cues::NAMELESS) => 0.4,
                _ if own < weigh::LITTLE => 1.6,
                _ => 1.0,
            };
            let around = if leans {
                weigh::AROUND * more
            } else {
                weigh::AROUND / 2.0
            };
            query.words(&rest, around, &desk.rarity, &skip);
            vector.add(&meaning(desk, &rest, &[]), around);
            if !leans && let Some(before) = claim.before.first() {
                query.words(before, weigh::BEFORE_FAINT, &desk.rarity, &skip);
                vector.add(&meaning(desk, before, &[]), weigh::BEFORE_FAINT);
            }
            if leans {
                for (before, share) in claim.before.iter().zip([1.0, 0.6, 0.4]) {
                    let weight = weigh::BEFORE * more * share;
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
            phrases: claim
                .phrases
                .iter()
                .map(|phrase| quoted::plain_words(phrase))
                .collect(),
            labels,
            beside: beside_names(desk, claim),
            change: cues::any(&claim.plain, cues::CHANGES),
            nameless: cues::any(&claim.plain, cues::NAMELESS),
        }
    }

    /// The lines of a volume, scored, best first.
    fn volume(&self, volume_at: u32, volume: &Volume, summary: f32) -> Vec<(Place, f32)> {
        let index = volume.index();
        let headings: Vec<f32> = volume
            .sections
            .iter()
            .map(|path| self.heading(path))
            .collect();
        let scores: Vec<f32> = volume
            .lines
            .iter()
            .zip(index.terms.iter().zip(&index.vectors))
            .map(|(line, (terms, vector))| {
                let passage = index
                    .passages
                    .get(&line.passage)
                    .map_or(0.0, |(whole, words)| {
                        weigh::PASSAGE * whole.likeness(&self.query.vector)
                            + weigh::PASSAGE_WORDS
                                * self.query.answered(words, index.passage_length)
                    });
                let mut score = weigh::WORDS * self.query.answered(terms, index.length)
                    + weigh::MEANING * vector.likeness(&self.query.vector)
                    + passage
                    + headings.get(line.section as usize).copied().unwrap_or(0.0)
                    + self.shared(line, terms);
                if summary > 0.0 && volume.in_summary(line) {
                    score += summary;
                }
                score
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
                    weigh::LEAD * best_of.get(&passage).copied().unwrap_or(0.0)
                } else {
                    0.0
                };
                (
                    Place {
                        volume: volume_at,
                        line,
                    },
                    score + (weigh::NEIGHBOUR * near).max(lead),
                )
            })
            .collect();
        best_first(&mut scored);
        scored
    }

    /// What a heading has of the phrases quoted by the point.
    fn heading(&self, path: &[String]) -> f32 {
        let Some(last) = path.last() else { return 0.0 };
        let terms = Terms::of(last);
        let best = self
            .labels
            .iter()
            .map(|label| label.share(&terms))
            .fold(0.0, f32::max);
        let full = if self.kind == Kind::Heading {
            weigh::HEADING_POINT
        } else {
            weigh::HEADING
        };
        if best > 0.6 { full * best } else { 0.0 }
    }

    /// What a line shares with the point besides words: names, phrases, numbers, rights.
    fn shared(&self, line: &Line, terms: &Terms) -> f32 {
        let text = line.text.as_str();
        let mut score = 0.0;
        if self.claim.names.iter().any(|name| name.in_line(text)) {
            score += weigh::NAME;
        }
        if self.claim.names_near.iter().any(|name| name.in_line(text)) {
            score += if self.claim.names.is_empty() {
                weigh::NAME_NEAR_ONLY
            } else {
                weigh::NAME_NEAR
            };
        }
        if self.beside.iter().any(|name| name.in_line(text)) {
            score += weigh::NAME_BESIDE;
        }
        if self
            .phrases
            .iter()
            .any(|phrase| quoted::holds(text, phrase))
        {
            score += weigh::PHRASE;
        } else {
            let share = self
                .labels
                .iter()
                .filter(|label| label.terms.len() > 1)
                .map(|label| label.share(terms))
                .fold(0.0, f32::max);
            if share > 0.7 {
                score += weigh::PHRASE_WORDS * share;
            }
        }
        if text.contains("this report") || text.contains("This report") {
            score += weigh::ITSELF;
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
            score += weigh::FIGURE;
        } else if self.claim.figures_near.iter().any(|value| has(*value)) {
            score += weigh::FIGURE_NEAR;
        }
        let same_right = line
            .reading
            .rights
            .first()
            .is_some_and(|right| self.claim.rights.contains(&right.article));
        if same_right {
            score += weigh::RIGHT;
        }
        if self.change && line.reading.direction.direction == Direction::Improvement {
            score += weigh::CHANGE;
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
            score += if counted {
                weigh::NAMELESS
            } else {
                weigh::NAMELESS / 2.0
            };
        }
        if self.kind == Kind::Wording && !self.phrases.is_empty() && !credited.is_empty() {
            score += weigh::CREDITED;
        }
        score
    }

    /// Lines about the other countries that the point speaks of, or that name whom it speaks of.
    fn abroad(&self) -> Vec<(Place, f32)> {
        let outside = matches!(self.kind, Kind::CrossCountry | Kind::AboutOtherDocument);
        let mut named: Vec<u32> = self
            .claim
            .countries
            .iter()
            .filter_map(|country| country.volume)
            .collect();
        if named.is_empty() && outside {
            named = self
                .claim
                .countries_near
                .iter()
                .filter_map(|country| country.volume)
                .collect();
        }
        named.dedup();
        // Each country has its turn: the best of every one, then the second best.
        let mut lists: Vec<Vec<(Place, f32)>> = Vec::new();
        for at in named {
            if let Some(volume) = self.desk.shelf.volumes.get(at as usize) {
                let summary = match self.kind {
                    Kind::AboutOtherDocument => weigh::SUMMARY,
                    Kind::CrossCountry => weigh::SUMMARY_FACT,
                    _ => 0.0,
                };
                let mut list = self.volume(at, volume, summary);
                list.truncate(PROPOSED);
                lists.push(list);
            }
        }
        let mut found = Vec::new();
        if self.kind == Kind::AboutOtherDocument {
            for (at, volume) in self.desk.shelf.abroad() {
                for (line, words) in (0..).zip(&volume.lines) {
                    let named = self.claim.names.iter().any(|name| {
                        name.person
                            && words.text.contains(name.family())
                            && name.in_line(&words.text)
                    });
                    if named {
                        found.push((Place { volume: at, line }, 1.0));
                    }
                }
            }
        }
        for nth in 0..PROPOSED {
            found.extend(lists.iter().filter_map(|list| list.get(nth)).copied());
        }
        found.truncate(PROPOSED);
        found
    }
}

/// Bodies that other editions name in one sentence with a name of the point that the report replied to
/// does not have: the party of a leader who is no longer named, the trust of its founder.
fn beside_names(desk: &Desk<'_>, claim: &Claim) -> Vec<Name> {
    let Some(main) = desk.shelf.main() else {
        return Vec::new();
    };
    let mut found: Vec<(Name, usize)> = Vec::new();
    for name in claim
        .names
        .iter()
        .chain(&claim.names_near)
        .filter(|name| name.person)
    {
        if main.lines.iter().any(|line| name.in_line(&line.text)) {
            continue;
        }
        for (_, volume) in desk.shelf.editions().into_iter().skip(1) {
            for line in volume.lines.iter().filter(|line| name.in_line(&line.text)) {
                for mention in &line.reading.names {
                    if mention.kind != NameKind::Body {
                        continue;
                    }
                    let text = mention
                        .full
                        .as_deref()
                        .unwrap_or(mention.span.of(&line.text));
                    let body = Name::new(text, false);
                    match found.iter_mut().find(|(known, _)| *known == body) {
                        Some((_, count)) => *count += 1,
                        None if !body.is_empty() => found.push((body, 1)),
                        None => {}
                    }
                }
            }
        }
    }
    found
        .into_iter()
        .filter(|(_, count)| *count > 1)
        .map(|(name, _)| name)
        .collect()
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
