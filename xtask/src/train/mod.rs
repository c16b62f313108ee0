//! Makes the weights of the models of rights and direction again: `cargo xtask train CORPUS`.
//!
//! In: the corpus (a folder a year), `training/labels.tsv` and `training/judged.bin`. Out:
//! `weights/{words,rights,direction}.bin`, the same bytes every time: files in order, one thread, a fixed shuffle, arithmetic that
//! does not depend on the machine. Of rights a teacher learns from the labelled sentences with their headings; what it says
//! of other sentences, under the headings of all editions, is then taught, with less weight, to a pupil who must also do without
//! headings. Of direction the teacher is a sentence encoder (`training/teacher.py`), too slow for reading; the pupil learns
//! what it said of others (distillation: Hinton, Vinyals and Dean 2015).

mod arithmetic;
mod classes;
mod corpus;
mod judged;
mod labels;
mod learn;
mod measure;

use anyhow::{Context as _, Result, bail};
use corpus::{Corpus, Example};
use evenhand_annotate::linear::table::{Table, Trained};
use evenhand_annotate::linear::vocabulary::Vocabulary;
use learn::{Learned, Task};
use measure::Sureness;
use std::path::Path;

/// Every so many sentences without a label one is judged by the teacher for the pupil.
const SAMPLE: usize = 5;
/// How much of each count a sentence's examples with and without context have.
const STATED: f32 = 1.0;
const BARE: f32 = 0.6;
/// Weight of a sentence whose rights the teacher judged, and of one whose direction the encoder judged, against one a person
/// labelled.
const TAUGHT: f32 = 0.3;
const JUDGED: f32 = 1.2;
/// How much the encoder's judgement of a direction is sharpened: its power.
const SHARPENED: f32 = 2.0;
/// Passes over the examples.
const TEACHER_PASSES: usize = 8;
const PUPIL_PASSES: usize = 4;
/// Shares of the directions in a sample drawn as the scored ones are, in the order of `Direction::ALL`, and how far the bias is
/// moved there from the shares among the drawn labels (0 not, 1 wholly). Shares: counted in `gold/`; the move: on countries left
/// out, their directions weighed as in such a sample, 0.754 right without it, 0.760 with 0.3, 0.765 wholly moved.
const SHARES: [f32; 5] = [0.46, 0.08, 0.24, 0.06, 0.16];
const SHARES_MOVED: f32 = 1.0;
/// Share of the features of an example that are passed over at each step when learning directions: what is left must do without
/// them, so that no rare word is trusted alone.
const PASSED_OVER: f32 = 0.3;

/// Both models.
struct Models {
    rights: Learned<30>,
    direction: Learned<5>,
}

/// Trains and writes the weights; with `measure_only`, prints scores on countries left out instead.
pub(crate) fn run(root: &Path, corpus: &Path, measure_only: bool) -> Result<()> {
    let weights = root.join("crates/evenhand-annotate/weights");
    let labels = labels::read(&root.join("training/labels.tsv"))?;
    let judged = judged::read(&root.join("training/judged.bin"))?;
    let reports = corpus::reports(corpus)?;
    eprintln!("{} reports", reports.len());
    let words_path = weights.join("words.bin");
    let rows = classes::vocabulary(&reports);
    let words = Vocabulary::written(&rows);
    if !measure_only {
        write(&words_path, &words)?;
    }
    let vocabulary = Vocabulary::of(&words).context("the words just written")?;
    eprintln!("{} words, {} bytes", rows.len(), words.len());
    let corpus = Corpus::of(&reports, &labels, &judged, &vocabulary, SAMPLE);
    eprintln!(
        "{} of {} labelled sentences found; {} others sampled",
        corpus.found,
        labels.len(),
        corpus.others.len()
    );
    if corpus.found * 20 < labels.len() * 19 {
        bail!(
            "only {} of {} labelled sentences are in this corpus",
            corpus.found,
            labels.len()
        );
    }
    // Countries left out tell how good and how honest the scores are.
    let kept = |example: &Example| !example.country.is_multiple_of(4);
    let models = models(&corpus, kept);
    let sureness = measure::report(
        &models,
        corpus
            .labelled
            .iter()
            .filter(|example| !kept(example) && example.drawn()),
    );
    if measure_only {
        return Ok(());
    }
    let models = self::models(&corpus, |_| true);
    finish(&weights, models, sureness)
}

fn finish(weights: &Path, models: Models, sureness: Sureness) -> Result<()> {
    let rights: Trained<30> = models.rights.trained(sureness.rights);
    let direction: Trained<5> = models.direction.trained(sureness.direction);
    for (name, bytes) in [
        ("rights.bin", Table::written(&rights)),
        ("direction.bin", Table::written(&direction)),
    ] {
        write(&weights.join(name), &bytes)?;
        eprintln!("{name}: {} bytes", bytes.len());
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "a chore writes files")]
    std::fs::write(path, bytes).with_context(|| path.display().to_string())
}

/// Of rights a teacher of the labelled sentences, then a pupil of both; of direction the encoder's pupil.
fn models(corpus: &Corpus, kept: impl Fn(&Example) -> bool) -> Models {
    let labelled: Vec<&Example> = corpus
        .labelled
        .iter()
        .filter(|example| kept(example))
        .collect();
    let others: Vec<&Example> = corpus
        .others
        .iter()
        .filter(|example| kept(example))
        .collect();
    let rights = |taught| Task {
        reach: corpus::rights_reach,
        passes: if taught { PUPIL_PASSES } else { TEACHER_PASSES },
        softmax: false,
        passed_over: 0.0,
    };
    let direction = Task {
        reach: corpus::direction_reach,
        passes: PUPIL_PASSES,
        softmax: true,
        passed_over: PASSED_OVER,
    };
    let mut own: Vec<learn::Row<'_, 30>> = Vec::new();
    let mut own_direction: Vec<learn::Row<'_, 5>> = Vec::new();
    for example in &labelled {
        let Some(label) = &example.label else {
            continue;
        };
        let weight = label.weight;
        for (context, share) in [(true, STATED), (false, BARE)] {
            if let Some(target) = label.rights {
                own.push(learn::Row {
                    example,
                    context,
                    target,
                    weight: weight * share,
                });
            }
            own_direction.push(learn::Row {
                example,
                context,
                target: label.direction,
                weight: weight * share,
            });
        }
    }
    let mut teacher_rights = Learned::new(&own, &[], rights(false));
    teacher_rights.learn(&own);
    let mut taught = Vec::new();
    let mut taught_direction = Vec::new();
    for example in &others {
        let target = teacher_rights.judge(example, true);
        for (context, share) in [(true, STATED), (false, BARE)] {
            if example.sampled {
                taught.push(learn::Row {
                    example,
                    context,
                    target,
                    weight: TAUGHT * share,
                });
            }
            if let Some(says) = example.judged {
                taught_direction.push(learn::Row {
                    example,
                    context,
                    target: learn::sharpened(says, SHARPENED),
                    weight: JUDGED * share,
                });
            }
        }
    }
    let mut pupil_rights = Learned::new(&own, &taught, rights(true));
    pupil_rights.learn(&own.iter().chain(&taught).copied().collect::<Vec<_>>());
    let mut pupil_direction = Learned::new(&own_direction, &taught_direction, direction);
    pupil_direction.learn(
        &own_direction
            .iter()
            .chain(&taught_direction)
            .copied()
            .collect::<Vec<_>>(),
    );
    let drawn: Vec<_> = own_direction
        .into_iter()
        .filter(|row| row.example.drawn())
        .collect();
    pupil_direction.move_shares(&drawn, SHARES, SHARES_MOVED);
    Models {
        rights: pupil_rights,
        direction: pupil_direction,
    }
}
