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
mod names;
mod rights;
mod scene;
pub mod tokens;

pub use figures::phrase;
pub use scene::{Earlier, Scene};

use bodies::Defined;
use evenhand_report::{Reading, Report, RulePage, country::Countries};
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
    let mut section = None;
    for (at, sentence) in report.sentences.iter().enumerate() {
        if at == 0 || report.sentences[at - 1].passage != sentence.passage {
            passage_start = at;
            let here = report.passage(sentence.passage).section;
            if section != Some(here) {
                section = Some(here);
                headings = report.section_path(here);
            }
        }
        let text = report.sentence_text(sentence);
        words.read(text);
        let before = Earlier::new(
            report,
            &report.sentences[passage_start..at],
            &readings[passage_start..at],
        );
        let scene = Scene::new(&words, before, &headings, country, &defined);
        let reading = annotate_scene(&scene);
        let learned = bodies::definitions(&scene);
        defined.learn(learned);
        defined.names.learn(&words, &reading.names);
        readings.push(reading);
    }
    readings
}

/// Reads one sentence in its stated context.
#[must_use]
pub fn annotate_scene(scene: &Scene<'_>) -> Reading {
    let names = names::mark(scene);
    let figures = figures::mark(scene);
    let attributions = attribution::mark(scene, &names);
    let rights = rights::mark(scene);
    let direction = direction::mark(scene, &attributions);
    Reading {
        attributions,
        figures,
        names,
        rights,
        direction,
    }
}
