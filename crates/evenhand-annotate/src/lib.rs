//! Sentence in, reading out: who says so, which figures, which names, which rights, which direction.
//!
//! A reading is a pure function of the sentence and its stated context ([`Scene`]): no clock,
//! files, network, randomness or hash order. Each rule has one page in `rules/`, which is at once
//! its documentation (`evenhand explain`) and its tests.

mod attribution;
pub mod bodies;
mod direction;
pub mod even_hand;
mod figures;
mod joined;
mod lexicon;
pub mod linear;
mod names;
mod rights;
mod scene;
pub mod tokens;

pub use figures::phrase;
pub use scene::{Earlier, Scene};

use bodies::Defined;
use evenhand_report::{Reading, Report, RulePage, country::Countries};
use linear::{Room, Scored};
use tokens::Words;

/// The page of every rule and model of this crate, by family, in a stable order.
pub fn rules() -> impl Iterator<Item = &'static RulePage> {
    attribution::PAGES
        .iter()
        .chain(figures::PAGES)
        .chain(names::PAGES)
        .chain(rights::PAGES)
        .chain(direction::PAGES)
}

/// Reads every sentence of a report; one reading a sentence, in order.
#[must_use]
pub fn annotate(report: &Report) -> Vec<Reading> {
    let country = report
        .identity
        .country
        .and_then(|code| Countries::register().get(code));
    let mut defined = Defined::default();
    let mut readings: Vec<Reading> = Vec::with_capacity(report.sentences.len());
    let mut words = Words::default();
    let mut passage_start = 0;
    let mut headings = Vec::new();
    let mut room = Room::default();
    for (at, sentence) in report.sentences.iter().enumerate() {
        if at == 0 || report.sentences[at - 1].passage != sentence.passage {
            passage_start = at;
            let passage = report.passage(sentence.passage);
            headings = report.section_path(passage.section);
            headings.extend(passage.run_in.map(|heading| heading.of(&report.text)));
        }
        let text = report.sentence_text(sentence);
        words.read(text);
        let before = Earlier::new(
            report,
            &report.sentences[passage_start..at],
            &readings[passage_start..at],
        );
        let scene = Scene::new(&words, before, &headings, country, &defined);
        let reading = annotate_in(&scene, &mut room);
        let learned = bodies::definitions(&scene);
        defined.learn(learned);
        defined.names.learn(&words, &reading.names);
        readings.push(reading);
    }
    readings
}

/// Shows every sentence of a report in the context that the models see, with its index: what they learn from
/// is what they read.
pub fn scenes(report: &Report, look: &mut dyn FnMut(usize, &Scene<'_>)) {
    let defined = Defined::default();
    let mut words = Words::default();
    let mut before: Option<usize> = None;
    for (at, sentence) in report.sentences.iter().enumerate() {
        before = before.filter(|before| report.sentences[*before].passage == sentence.passage);
        let passage = report.passage(sentence.passage);
        let mut headings = report.section_path(passage.section);
        headings.extend(passage.run_in.map(|heading| heading.of(&report.text)));
        words.read(report.sentence_text(sentence));
        let earlier = before.map(|before| report.sentence_text(&report.sentences[before]));
        look(
            at,
            &Scene::new(&words, Earlier::text(earlier), &headings, None, &defined),
        );
        before = Some(at);
    }
}

/// Reads one sentence in its stated context.
#[must_use]
pub fn annotate_scene(scene: &Scene<'_>) -> Reading {
    annotate_in(scene, &mut Room::default())
}

fn annotate_in(scene: &Scene<'_>, room: &mut Room) -> Reading {
    let names = names::mark(scene);
    let figures = figures::mark(scene);
    let attributions = attribution::mark(scene, &names);
    let scored = Scored::of(scene, room);
    let rights = rights::mark(scene, &scored);
    let direction = direction::mark(scene, &scored);
    Reading {
        attributions,
        figures,
        names,
        rights,
        direction,
    }
}
