//! What a reply states, taken apart: each point with its words, names, numbers, quotations, and what
//! stands before it.
//!
//! In: the reply and the shelf. Out: a [`Desk`] on which everything lies that the checks look at, and
//! the [`Claim`]s in order. A sentence that says again, word for word, what an earlier one said is
//! no claim of its own.

use super::names::Name;
use super::query::Rarity;
use super::quoted;
use super::shelf::Shelf;
use super::{split, verbs};
use crate::words::KeyMap;
use evenhand_report::country::{Countries, CountryCode};
use evenhand_report::{
    Figure, FigureKind, NameKind, Reading, Report, Sentence, SentenceIndex, Span,
};

/// The reply, the shelf, and what is known of both.
pub(super) struct Desk<'a> {
    pub(super) reply: &'a Report,
    pub(super) readings: &'a [Reading],
    pub(super) shelf: &'a Shelf,
    /// How rare words are in the editions of the country replied about.
    pub(super) rarity: Rarity,
    /// Words for the country replied about and for the publisher: they tell no line from another.
    home: KeyMap<()>,
    /// Countries that the names of the publisher hold; they are spoken of as its own.
    publisher: Vec<CountryCode>,
}

/// One statement of the reply.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// Its words in the reply's text.
    pub(super) span: Span,
    pub(super) sentence: SentenceIndex,
    pub(super) text: String,
    /// Its words in small letters, parted by single spaces.
    pub(super) plain: String,
    /// The whole sentence, and its plain words.
    pub(super) whole: String,
    pub(super) whole_plain: String,
    /// The sentences before it that it leans on, nearest first.
    pub(super) before: Vec<String>,
    /// Stems of words in it that nothing is looked for by: those that only name the publisher ("the State Department"),
    /// and those of its numbers, which are compared as numbers.
    pub(super) aside: Vec<u64>,
    /// Phrases in quotation marks.
    pub(super) phrases: Vec<String>,
    pub(super) names: Vec<Name>,
    /// Names in the rest of the sentence and in the sentences it leans on.
    pub(super) names_near: Vec<Name>,
    pub(super) figures: Vec<Figure>,
    /// Numbers in the rest of its paragraph.
    pub(super) figures_near: Vec<f64>,
    /// Articles of the Universal Declaration its sentence is about.
    pub(super) rights: Vec<u8>,
    /// Other countries it speaks of, and those its context speaks of.
    pub(super) countries: Vec<Abroad>,
    pub(super) countries_near: Vec<Abroad>,
    /// It opens with, or hangs on, a pronoun.
    pub(super) leans: bool,
    /// A bare thing of a list that the sentence says is missing.
    pub(super) item: bool,
}

/// Another country that a point speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Abroad {
    /// The word for it in the reply.
    pub(super) name: String,
    /// The word is an adjective: it may only mark a thing or a person.
    pub(super) adjective: bool,
    /// Its volumes of the year replied about, where there are any.
    pub(super) volume: Option<u32>,
}

/// How much of its sentence a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    First,
    Later,
}

/// An answer of so few words says only that something is missing.
const FEW_WORDS: usize = 4;

/// Pronouns and pointers that lean on what stands before.
const LEANING: &[&str] = &[
    "he", "she", "it", "they", "this", "these", "those", "them", "his", "her", "their", "then",
    "there", "such", "its", "itself", "that",
];

impl<'a> Desk<'a> {
    pub(super) fn new(reply: &'a Report, readings: &'a [Reading], shelf: &'a Shelf) -> Self {
        let mut rarity = Rarity::default();
        for (_, volume) in shelf.editions() {
            rarity.count(&volume.index().terms);
        }
        let publisher: Vec<CountryCode> = shelf
            .main()
            .and_then(|main| main.publisher.as_deref())
            .map(|name| {
                let plain = quoted::plain_words(&name.replace("U.S.", "United States"));
                named_in(&plain)
                    .into_iter()
                    .map(|(code, ..)| code)
                    .collect()
            })
            .unwrap_or_default();
        let home = home_words(shelf, &publisher);
        Self {
            reply,
            readings,
            shelf,
            rarity,
            home,
            publisher,
        }
    }

    /// Whether the word with this stem only names the country replied about, or the publisher.
    pub(super) fn is_home(&self, stem: u64) -> bool {
        self.home.contains_key(&stem)
    }

    fn text(&self, sentence: &Sentence) -> &'a str {
        self.reply.sentence_text(sentence)
    }

    /// Sentences that are said for the first time, with their place.
    fn first_said(&self) -> Vec<(SentenceIndex, &'a Sentence)> {
        let mut seen: KeyMap<()> = KeyMap::default();
        (0..)
            .map(SentenceIndex)
            .zip(&self.reply.sentences)
            .filter(|(at, sentence)| {
                let text = self.text(sentence);
                let mut key = crate::words::exact_key(text);
                // "Not a word" says something else after every question.
                if let Some(question) = self.asked_before(*at, text) {
                    key ^= crate::words::exact_key(self.text(question)).rotate_left(1);
                }
                seen.insert(key, ()).is_none()
            })
            .collect()
    }

    /// Every claim, in the order of the reply.
    pub(super) fn claims(&self) -> Vec<Claim> {
        let mut claims = Vec::new();
        for (at, sentence) in self.first_said() {
            let text = self.text(sentence);
            if let Some(question) = self.asked_before(at, text) {
                claims.push(self.missing_of(at, sentence, question));
                continue;
            }
            if !states(text) {
                continue;
            }
            let stretches = split::stretches(text);
            let several = stretches.len() > 1;
            for (nth, span) in stretches.into_iter().enumerate() {
                let part = match (several, nth) {
                    (false, _) => Part::Whole,
                    (true, 0) => Part::First,
                    (true, _) => Part::Later,
                };
                if part == Part::First && is_address(span.of(text)) {
                    continue;
                }
                claims.push(self.claim(at, sentence, span, part));
            }
        }
        claims
    }

    /// The question that a few words right after it answer with "nothing": "The new court? Not a word."
    fn asked_before(&self, at: SentenceIndex, text: &str) -> Option<&'a Sentence> {
        let plain = quoted::plain_words(text);
        if plain.split_whitespace().count() > FEW_WORDS || !super::cues::says_missing(&plain) {
            return None;
        }
        let before = self.reply.sentences.get((at.0 as usize).checked_sub(1)?)?;
        self.text(before)
            .trim_end()
            .ends_with('?')
            .then_some(before)
    }

    /// The claim that what a question names is missing; it reaches from the question to the answer.
    fn missing_of(&self, at: SentenceIndex, answer: &Sentence, question: &Sentence) -> Claim {
        let asked = SentenceIndex(at.0.saturating_sub(1));
        let whole = self.text(question);
        let mut claim = self.claim(asked, question, Span::new(0, whole.len()), Part::Whole);
        claim
            .plain
            .push_str(quoted::plain_words(self.text(answer)).trim_start());
        claim.whole_plain.clone_from(&claim.plain);
        claim.text = whole.trim_end_matches('?').to_owned();
        claim.span.end = answer.span.end;
        claim
    }

    fn claim(&self, at: SentenceIndex, sentence: &Sentence, span: Span, part: Part) -> Claim {
        let whole = self.text(sentence);
        let text = span.of(whole).to_owned();
        let plain = quoted::plain_words(&text);
        let whole_plain = quoted::plain_words(whole);
        let finite = verbs::has_finite(plain.split(' ').filter(|word| !word.is_empty()));
        let item = part != Part::Whole && !finite && super::cues::says_missing(&whole_plain);
        let leans = part == Part::Later
            || plain.split(' ').any(|word| LEANING.contains(&word))
            || plain.trim_end().ends_with(" one")
            || plain.split(' ').count() < 8;
        let before = self.before(at);
        let reading = self.readings.get(at.0 as usize);
        let (mut names, mut names_near) = (Vec::new(), Vec::new());
        for mention in reading.map_or(&[][..], |reading| reading.names.as_slice()) {
            if mention.kind == NameKind::Place {
                continue;
            }
            let name = Name::new(mention.span.of(whole), mention.kind == NameKind::Person);
            if name.is_empty() || self.is_publisher(&name) {
                continue;
            }
            if span.overlaps(mention.span) {
                names.push(name);
            } else {
                names_near.push(name);
            }
        }
        names.dedup();
        // Whom the sentence names it speaks of; only without a name the sentences before it tell who is meant.
        if leans && names.is_empty() && names_near.is_empty() {
            for (back, earlier) in self.earlier(at).into_iter().take(2) {
                let words = self.text(earlier);
                let reading = self.readings.get(back.0 as usize);
                for mention in reading.map_or(&[][..], |reading| reading.names.as_slice()) {
                    let name = Name::new(mention.span.of(words), mention.kind == NameKind::Person);
                    if mention.kind != NameKind::Place
                        && !name.is_empty()
                        && !self.is_publisher(&name)
                    {
                        names_near.push(name);
                    }
                }
            }
        }
        names_near.retain(|name| !names.contains(name));
        let figures = reading.map_or_else(Vec::new, |reading| {
            reading
                .figures
                .iter()
                .filter(|figure| span.overlaps(figure.span))
                .cloned()
                .collect()
        });
        let family = super::cues::family(&plain);
        let rights = if family.is_empty() {
            reading.map_or_else(Vec::new, |reading| {
                reading.rights.iter().map(|right| right.article).collect()
            })
        } else {
            family
        };
        let countries = self.countries(&plain);
        let mut countries_near = self.countries(&whole_plain);
        if leans {
            for earlier in &before {
                countries_near.extend(self.countries(&quoted::plain_words(earlier)));
            }
        }
        countries_near.retain(|country| !countries.contains(country));
        countries_near.dedup();
        let mut aside = super::cues::stems_of(&plain, super::cues::PUBLISHERS);
        // "They concede that": the words of saying are the reply's.
        if super::kind::told(&plain) {
            aside.extend(super::cues::stems_of(&plain, super::cues::SPEECH));
        }
        for figure in &figures {
            crate::words::cut(figure.span.of(whole), |piece, span| {
                if piece == crate::words::Piece::Word {
                    let word = span.of(figure.span.of(whole));
                    aside.push(crate::words::stem(word, &mut String::new()));
                }
            });
        }
        Claim {
            aside,
            span: span.shifted(sentence.span.start),
            sentence: at,
            phrases: quoted::phrases(&text)
                .iter()
                .map(|phrase| phrase.of(&text).to_owned())
                .collect(),
            text,
            plain,
            whole: whole.to_owned(),
            whole_plain,
            before,
            names,
            names_near,
            figures,
            figures_near: self.figures_near(at),
            rights,
            countries,
            countries_near,
            leans,
            item,
        }
    }

    /// The sentences before one, nearest first: those of its passage, and the last of the passage before
    /// where it opens one.
    fn earlier(&self, at: SentenceIndex) -> Vec<(SentenceIndex, &'a Sentence)> {
        let Some(own) = self.reply.sentences.get(at.0 as usize) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for back in (0..at.0).rev().take(3) {
            let Some(earlier) = self.reply.sentences.get(back as usize) else {
                break;
            };
            let near = earlier.passage == own.passage
                || (found.is_empty() && earlier.passage.0 + 1 == own.passage.0);
            if !near {
                break;
            }
            found.push((SentenceIndex(back), earlier));
        }
        found
    }

    /// The paragraph that a sentence stands in.
    pub(super) fn paragraph(&self, at: SentenceIndex) -> String {
        let Some(own) = self.reply.sentences.get(at.0 as usize) else {
            return String::new();
        };
        let sentences: Vec<&str> = self
            .reply
            .sentences
            .iter()
            .filter(|sentence| sentence.passage == own.passage)
            .map(|sentence| self.text(sentence))
            .collect();
        sentences.join(" ")
    }

    /// Counts in the sentences of the same paragraph.
    fn figures_near(&self, at: SentenceIndex) -> Vec<f64> {
        let passage = |index: usize| {
            self.reply
                .sentences
                .get(index)
                .map(|sentence| sentence.passage)
        };
        let own = passage(at.0 as usize);
        self.readings
            .iter()
            .enumerate()
            .filter(|(index, _)| passage(*index) == own)
            .flat_map(|(_, reading)| &reading.figures)
            .filter(|figure| figure.kind == FigureKind::Count)
            .map(|figure| figure.value)
            .collect()
    }

    fn before(&self, at: SentenceIndex) -> Vec<String> {
        self.earlier(at)
            .into_iter()
            .map(|(_, sentence)| self.text(sentence).to_owned())
            .collect()
    }

    /// Whether a name is that of the report's own publisher.
    fn is_publisher(&self, name: &Name) -> bool {
        let plain = quoted::plain_words(&name.text);
        let publisher = self
            .shelf
            .main()
            .and_then(|main| main.publisher.as_deref())
            .map(quoted::plain_words)
            .unwrap_or_default();
        matches!(
            plain.trim(),
            "us" | "u s" | "us state department" | "state department"
        ) || (plain.len() > 6 && publisher.contains(plain.trim()))
    }

    /// Other countries named in plain words, the publisher's own left out.
    fn countries(&self, plain: &str) -> Vec<Abroad> {
        let home = self.shelf.main().and_then(|main| main.country);
        let mut found: Vec<Abroad> = Vec::new();
        for (code, name, adjective) in named_in(plain) {
            if Some(code) == home || self.publisher.contains(&code) {
                continue;
            }
            let volume = self
                .shelf
                .abroad()
                .find(|(_, volume)| volume.country == Some(code))
                .map(|(at, _)| at);
            found.push(Abroad {
                name,
                adjective,
                volume,
            });
        }
        // Countries that the register does not know are known by their volumes.
        for (at, volume) in self.shelf.abroad() {
            let slug = quoted::plain_words(volume.slug());
            if volume.country.is_none() && super::cues::has(plain, slug.trim()) {
                found.push(Abroad {
                    name: slug.trim().to_owned(),
                    adjective: false,
                    volume: Some(at),
                });
            }
        }
        // As the reply names them: the first is meant first.
        found.sort_by_key(|country| plain.find(country.name.as_str()));
        found
    }

    /// Where the reply says a claim again, word for word.
    pub(super) fn repeated(&self, claim: &Claim) -> Vec<Span> {
        let key = crate::words::exact_key(&claim.whole);
        let Some(own) = self.reply.sentences.get(claim.sentence.0 as usize) else {
            return Vec::new();
        };
        let (from, to) = (
            claim.span.start - own.span.start,
            claim.span.end - own.span.start,
        );
        self.reply
            .sentences
            .iter()
            .skip(claim.sentence.0 as usize + 1)
            .filter(|later| crate::words::exact_key(self.text(later)) == key)
            .map(|later| Span {
                start: later.span.start + from,
                end: (later.span.start + to).min(later.span.end),
            })
            .collect()
    }
}

/// Whether a sentence states anything: questions, bare names and calls to the reader do not.
fn states(text: &str) -> bool {
    let plain = quoted::plain_words(text);
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() < 4 || text.trim_end().ends_with('?') {
        return false;
    }
    if matches!(words.first(), Some(&"let")) && words.get(1) == Some(&"us") {
        return false;
    }
    // A full sentence may have a verb that is in no list.
    let full = words.len() > 4 && text.trim_end().ends_with(['.', '!', '"', '”']);
    full || verbs::has_finite(words.iter().copied()) || super::cues::says_missing(&plain)
}

/// Whether a stretch only says who is spoken to ("Gentlemen of the Office, ...").
fn is_address(text: &str) -> bool {
    let plain = quoted::plain_words(text);
    let mut words = plain.split(' ').filter(|word| !word.is_empty());
    let called = matches!(
        words.next(),
        Some("gentlemen" | "ladies" | "dear" | "colleagues" | "sirs" | "friends" | "excellencies")
    );
    called && words.count() < 10
}

/// Countries named in plain words, in the order of the register, each with the name used.
pub(super) fn named_in(plain: &str) -> Vec<(CountryCode, String, bool)> {
    let mut found = Vec::new();
    for country in Countries::register().all() {
        let names = std::iter::once(&country.name)
            .chain(&country.names)
            .chain(&country.capitals)
            .map(|name| (name, false))
            .chain(country.adjectives.iter().map(|name| (name, true)));
        for (name, adjective) in names {
            let name = quoted::plain_words(name);
            if name.trim().len() > 1 && plain.contains(name.as_str()) {
                found.push((country.code, name.trim().to_owned(), adjective));
                break;
            }
        }
    }
    found
}

/// The stems of the words that name the country of the report and its publisher.
fn home_words(shelf: &Shelf, publisher: &[CountryCode]) -> KeyMap<()> {
    let mut lower = String::new();
    let mut home = KeyMap::default();
    let mut add = |text: &str| {
        crate::words::cut(text, |_, span| {
            let word = span.of(text);
            // Common words inside names ("of", "states") are left to the search.
            if word.chars().count() > 1 && word.starts_with(char::is_uppercase) {
                home.insert(crate::words::stem(word, &mut lower), ());
            }
        });
    };
    let Some(main) = shelf.main() else {
        return home;
    };
    for code in main.country.iter().chain(publisher) {
        if let Some(country) = Countries::register().get(*code) {
            std::iter::once(&country.name)
                .chain(&country.names)
                .chain(&country.adjectives)
                .for_each(|name| add(name));
        }
    }
    if main.country.is_none() {
        let slug = main.slug();
        let mut name: String = slug.chars().take(1).flat_map(char::to_uppercase).collect();
        name.extend(slug.chars().skip(1));
        add(&name);
    }
    add(main.publisher.as_deref().unwrap_or(""));
    home
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn who_is_spoken_to_is_no_point() {
        assert!(is_address("Gentlemen of the Office"));
        assert!(is_address("Dear colleagues in Aldermark"));
        assert!(!is_address("The gentlemen of the Office were silent"));
    }
}
