//! The passages to lay beside a point, best first.
//!
//! In: a claim and its kind. Out: [`Evidence`]: places on the shelf with their scores. Every line of the
//! country's editions is scored by its words, its meaning, that of its passage, and by the names,
//! numbers and quoted phrases it shares with the point. The report replied to comes first; other
//! editions and countries come in where the point speaks of them or the report says nothing.

use super::claim::{Claim, Desk};
use super::cues;
use super::meaning::{Meaning, Vector};
use super::query::{Query, Term};
use super::quoted;
use super::shelf::{Place, Volume};
use super::{Kind, PROPOSED};

/// What counts how much; set on the invented case and on the worked case, judged points and unjudged.
mod weigh {
    /// The words of the point in the line.
    pub(super) const WORDS: f32 = 0.50;
    /// Its meaning, and that of the passage the line stands in.
    pub(super) const MEANING: f32 = 0.45;
    pub(super) const PASSAGE: f32 = 0.15;
    /// The words around the point.
    pub(super) const AROUND: f32 = 0.5;
    pub(super) const BEFORE: f32 = 0.3;
    /// A name of the point; a name near it.
    pub(super) const NAME: f32 = 0.35;
    pub(super) const NAME_NEAR: f32 = 0.12;
    /// A quoted phrase that stands there word for word.
    pub(super) const PHRASE: f32 = 0.5;
    /// The same number.
    pub(super) const FIGURE: f32 = 0.3;
    /// The opening summary, where a point is about a whole country.
    pub(super) const SUMMARY: f32 = 0.25;
}

/// What was found beside a point.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    /// Best first.
    pub(super) places: Vec<Place>,
    /// The best lines of the report replied to with their scores, best first.
    pub(super) main: Vec<(Place, f32)>,
    /// The best lines of the country's other editions.
    pub(super) others: Vec<(Place, f32)>,
    /// The best lines about other countries.
    pub(super) abroad: Vec<(Place, f32)>,
    /// What was searched for.
    pub(super) query: Query,
}

/// The passages beside a claim.
pub(super) fn beside(desk: &Desk<'_>, claim: &Claim, kind: Kind) -> Evidence {
    let search = Search::new(desk, claim, kind);
    let mut main = Vec::new();
    let mut others = Vec::new();
    for (at, volume) in desk.shelf.editions() {
        let scored = search.volume(at, volume, 0.0);
        if at == 0 {
            main = scored;
        } else {
            others.extend(scored.into_iter().take(PROPOSED));
        }
    }
    best_first(&mut others);
    let abroad = search.abroad();
    let places = order(desk, claim, kind, &main, &others, &abroad);
    main.truncate(PROPOSED);
    others.truncate(PROPOSED);
    Evidence {
        places,
        main,
        others,
        abroad,
        query: search.query,
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
}

impl<'a> Search<'a> {
    fn new(desk: &'a Desk<'a>, claim: &'a Claim, kind: Kind) -> Self {
        let meaning = Meaning::table();
        let skip = |_: Term| false;
        let mut query = Query::default();
        query.words(&claim.text, 1.0, &desk.rarity, &skip);
        let mut vector: Vector = meaning.of(&content(&claim.text));
        if claim.item {
            // The thing itself is looked for; the sentence only says that it is missing.
        } else {
            let rest = claim.whole.replace(&claim.text, " ");
            if claim.leans || kind == Kind::AboutOtherDocument {
                query.words(&rest, weigh::AROUND, &desk.rarity, &skip);
                vector.add(&meaning.of(&content(&rest)), weigh::AROUND);
                for (nth, before) in claim.before.iter().take(2).enumerate() {
                    let weight = if nth == 0 { weigh::BEFORE } else { weigh::BEFORE / 2.0 };
                    query.words(before, weight, &desk.rarity, &skip);
                    vector.add(&meaning.of(&content(before)), weight);
                }
            } else {
                query.words(&rest, weigh::AROUND / 2.0, &desk.rarity, &skip);
                vector.add(&meaning.of(&content(&rest)), weigh::AROUND / 2.0);
            }
        }
        vector.normalise();
        query.vector = vector;
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
        }
    }

    /// The lines of a volume, scored, best first.
    fn volume(&self, at: u32, volume: &Volume, summary: f32) -> Vec<(Place, f32)> {
        let index = volume.index();
        let mut scored: Vec<(Place, f32)> = (0..)
            .zip(&volume.lines)
            .zip(index.terms.iter().zip(&index.vectors))
            .map(|((line, words), (terms, vector))| {
                let passage = index
                    .passages
                    .get(&words.passage)
                    .map_or(0.0, |passage| passage.likeness(&self.query.vector));
                let mut score = weigh::WORDS * self.query.answered(terms, index.length)
                    + weigh::MEANING * vector.likeness(&self.query.vector)
                    + weigh::PASSAGE * passage;
                score += self.shared(words.text.as_str(), words);
                if summary > 0.0 && volume.in_summary(words) {
                    score += summary;
                }
                (Place { volume: at, line }, score)
            })
            .collect();
        best_first(&mut scored);
        scored
    }

    /// What a line shares with the point besides words: names, phrases, numbers.
    fn shared(&self, text: &str, line: &super::shelf::Line) -> f32 {
        let mut score = 0.0;
        if self.claim.names.iter().any(|name| name.in_line(text)) {
            score += weigh::NAME;
        }
        if self.claim.names_near.iter().any(|name| name.in_line(text)) {
            score += weigh::NAME_NEAR;
        }
        if self.phrases.iter().any(|phrase| quoted::holds(text, phrase)) {
            score += weigh::PHRASE;
        }
        let same_number = self.claim.figures.iter().any(|own| {
            line.reading
                .figures
                .iter()
                .any(|figure| figure.value == own.value && own.value > 2.0)
        });
        if same_number {
            score += weigh::FIGURE;
        }
        score
    }

    /// Lines about the other countries that the point speaks of, or that name whom it speaks of.
    fn abroad(&self) -> Vec<(Place, f32)> {
        let mut found = Vec::new();
        let outside = matches!(self.kind, Kind::CrossCountry | Kind::AboutOtherDocument);
        let named = self
            .claim
            .countries
            .iter()
            .chain(self.claim.countries_near.iter().filter(|_| outside && self.claim.countries.is_empty()));
        for country in named {
            let Some(at) = country.volume else { continue };
            if let Some(volume) = self.desk.shelf.volumes.get(at as usize) {
                let summary = if outside { weigh::SUMMARY } else { 0.0 };
                found.extend(self.volume(at, volume, summary).into_iter().take(PROPOSED));
            }
        }
        if self.kind == Kind::AboutOtherDocument {
            for (at, volume) in self.desk.shelf.abroad() {
                for (line, words) in (0..).zip(&volume.lines) {
                    let named = self.claim.names.iter().any(|name| {
                        name.person && words.text.contains(name.family()) && name.in_line(&words.text)
                    });
                    if named {
                        found.push((Place { volume: at, line }, 1.0));
                    }
                }
            }
        }
        best_first(&mut found);
        found.truncate(PROPOSED);
        found
    }
}

/// A text without the words that speak of the report itself or carry nothing, for its meaning.
fn content(text: &str) -> String {
    let mut kept = String::new();
    let mut lower = String::new();
    crate::words::cut(text, |piece, span| {
        let word = span.of(text);
        if piece != crate::words::Piece::Mark
            && !super::query::is_empty_word(crate::words::stem(word, &mut lower))
        {
            kept.push_str(word);
            kept.push(' ');
        }
    });
    kept
}

/// In which order the passages are proposed.
fn order(
    desk: &Desk<'_>,
    claim: &Claim,
    kind: Kind,
    main: &[(Place, f32)],
    others: &[(Place, f32)],
    abroad: &[(Place, f32)],
) -> Vec<Place> {
    let text = |place: &Place| desk.shelf.text(*place);
    let named = |list: &[(Place, f32)]| {
        list.iter()
            .take(PROPOSED)
            .any(|(place, _)| claim.names.iter().any(|name| name.in_line(text(place))))
    };
    let over_time = cues::any(
        &claim.whole_plain,
        &["for the first time", "stopped", "no longer", "last year", "previous*", "before"],
    );
    let elsewhere_only = !claim.names.is_empty() && !named(main) && named(others);
    let mut places: Vec<Place> = Vec::new();
    let mut take = |list: &[(Place, f32)], count: usize| {
        let mut taken = 0;
        for (place, _) in list {
            if taken == count || places.len() == PROPOSED {
                break;
            }
            if !places.contains(place) {
                places.push(*place);
                taken += 1;
            }
        }
    };
    if !abroad.is_empty() && matches!(kind, Kind::CrossCountry | Kind::AboutOtherDocument) {
        take(abroad, 4);
        take(main, 4);
        take(others, 1);
        take(abroad, PROPOSED);
    } else if elsewhere_only {
        take(others, 3);
        take(main, 4);
        take(others, PROPOSED);
    } else if over_time {
        take(main, 2);
        take(others, 3);
        take(main, 3);
        take(others, PROPOSED);
    } else {
        take(main, 4);
        take(abroad, 1);
        take(others, 1);
        take(main, 3);
        take(others, 2);
    }
    take(main, PROPOSED);
    take(others, PROPOSED);
    places
}
