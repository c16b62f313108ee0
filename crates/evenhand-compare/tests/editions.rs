//! Aligning two editions: what is carried over, edited, new, dropped, and where it stands.

mod common;

use common::{report, words};
use evenhand_compare::editions::{Alignment, Fate, Stretch, align, lives, words as mark};
use evenhand_report::{Report, SentenceIndex};
use proptest::prelude::*;

/// `fate: earlier words > later words`, one line a step.
fn shown(before: &Report, after: &Report, alignment: &Alignment) -> Vec<String> {
    let of = |report, at: Option<SentenceIndex>| at.map_or("", |at| words(report, at)).to_owned();
    alignment
        .steps
        .iter()
        .map(|step| {
            let (old, new) = (of(before, step.before), of(after, step.after));
            match step.fate {
                Fate::Edited if old.is_empty() || new.is_empty() => format!("part: {old}{new}"),
                Fate::Edited => format!("edited: {old} > {new}"),
                fate @ (Fate::CarriedOver | Fate::New) => format!("{fate}: {new}"),
                fate @ Fate::Dropped => format!("{fate}: {old}"),
            }
        })
        .collect()
}

fn aligned(before: &str, after: &str) -> Vec<String> {
    let (before, after) = (report(before.lines()), report(after.lines()));
    shown(&before, &after, &align(&before, &after))
}

#[test]
fn tense_number_and_name_are_edits_of_the_same_statement() {
    assert_eq!(
        aligned(
            "The penal code prohibits beatings in custody.\nThe ombudswoman received 187 complaints about guards.\nDeputy Minister Obresti visited the Lomar prison in May.",
            "The penal code prohibited beatings in custody.\nThe ombudswoman received 152 complaints about guards.\nMinister Dravec visited the Lomar prison in May.",
        ),
        [
            "edited: The penal code prohibits beatings in custody. > The penal code prohibited beatings in custody.",
            "edited: The ombudswoman received 187 complaints about guards. > The ombudswoman received 152 complaints about guards.",
            "edited: Deputy Minister Obresti visited the Lomar prison in May. > Minister Dravec visited the Lomar prison in May.",
        ]
    );
}

#[test]
fn two_people_tried_on_like_charges_are_two_statements() {
    assert_eq!(
        aligned(
            "On April 12, the Lomar court sentenced Denek Orvai to four years in prison for running an online channel.",
            "On March 30, the Lomar court sentenced Kelm Vashtai to six years in prison for running an online channel.",
        )
        .len(),
        2
    );
}

#[test]
fn a_moved_statement_is_carried_over_whatever_the_outline() {
    assert_eq!(
        aligned(
            "# a. Killings\nSoldiers fired on the crowd at Kolvane.\n# f. Privacy\nAgents read private letters.",
            "# Liberty\nAgents read private letters.\n# Life\nSoldiers fired on the crowd at Kolvane.",
        ),
        [
            "carried_over: Agents read private letters.",
            "carried_over: Soldiers fired on the crowd at Kolvane."
        ]
    );
}

#[test]
fn a_repeated_formula_keeps_to_its_heading() {
    let before = report(
        "# Torture\nThere were no such reports.\n# Slavery\nThere were no such reports.".lines(),
    );
    let after = report("# Slavery\nThere were no such reports.".lines());
    let steps = align(&before, &after).steps;
    let kept = steps.iter().find(|step| step.fate == Fate::CarriedOver);
    assert_eq!(
        kept.and_then(|step| step.before),
        Some(SentenceIndex(1)),
        "{steps:?}"
    );
}

#[test]
fn dropped_statements_stand_where_they_would_have_stood() {
    assert_eq!(
        aligned(
            "Guards took the men's shoes.\nThe well was dry for weeks.\nA doctor came twice a year.\n\nNobody counted the sick.\nThe chapel was closed.",
            "Guards took the men's shoes.\nA doctor came twice a year.\n\nA new library opened in the east wing.\n\nThe chapel was closed.",
        ),
        [
            "carried_over: Guards took the men's shoes.",
            "dropped: The well was dry for weeks.",
            "carried_over: A doctor came twice a year.",
            "new: A new library opened in the east wing.",
            "dropped: Nobody counted the sick.",
            "carried_over: The chapel was closed.",
        ]
    );
}

#[test]
fn pointers_and_repeated_blocks_are_no_statements() {
    let mut before = report("See the other report.\nFees rose.\nFees rose.".lines());
    before.sentences[0].pointer = true;
    before.sentences[2].repeats = Some(SentenceIndex(1));
    assert_eq!(align(&before, &before).steps.len(), 1);
}

#[test]
fn marks_changed_words_and_leaves_typography_alone() {
    let (old, new) = (
        "The party’s leader may speak, but only some did.",
        "The party's leader could speak, but many did.",
    );
    let shown: Vec<String> = mark(old, new)
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Kept { new: span, .. } => format!("={}", span.of(new)),
            Stretch::Removed { old: span } => format!("-{}", span.of(old)),
            Stretch::Added { new: span } => format!("+{}", span.of(new)),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "=The party's leader",
            "-may",
            "+could",
            "=speak, but",
            "-only some",
            "+many",
            "=did."
        ]
    );
}

#[test]
fn a_sentence_split_in_two_and_two_made_one_are_edits() {
    let whole = "Guards beat prisoners in the Lomar prison, and the ombudswoman asked the ministry for an inquiry into the beatings.\nThe chapel was closed.";
    let parts = "Guards beat prisoners in the Lomar prison during interrogations.\nThe ombudswoman asked the ministry for an inquiry into the beatings.\nThe chapel was closed.";
    let (whole, parts) = (report(whole.lines()), report(parts.lines()));
    let split = align(&whole, &parts);
    assert_eq!(split.count(Fate::New), 0, "{split:?}");
    let further: Vec<_> = split
        .steps
        .iter()
        .filter_map(|s| Some((s.part_of?, s.after?)))
        .collect();
    assert_eq!(further.len(), 1, "{split:?}");
    let merged = align(&parts, &whole);
    assert_eq!(merged.count(Fate::Dropped), 0, "{merged:?}");
    let drawn: Vec<_> = merged
        .steps
        .iter()
        .filter_map(|s| Some((s.part_of?, s.before?)))
        .collect();
    assert_eq!(further, drawn, "the other way round it is the mirror");
}

#[test]
fn a_new_sentence_beside_an_edited_one_is_new() {
    let before = report("Guards beat prisoners in the Lomar prison in May.".lines());
    let after = report("Guards beat prisoners in the Lomar prison in June.\nFishermen at Kolvane lost their boats to a storm.".lines());
    assert_eq!(align(&before, &after).count(Fate::New), 1);
}

#[test]
fn a_statement_that_left_its_place_is_a_move() {
    let before = report("Guards took the men's shoes.\n\nThe well was dry for weeks.\n\nA doctor came twice a year.\n\nThe chapel was closed.".lines());
    let after = report("The chapel was closed.\n\nGuards took the men's shoes.\n\nThe well was dry for weeks.\n\nA doctor came twice a year.".lines());
    let moved: Vec<_> = align(&before, &after)
        .steps
        .iter()
        .filter(|s| s.moved)
        .filter_map(|s| s.after)
        .collect();
    assert_eq!(moved, [SentenceIndex(0)]);
}

#[test]
fn a_sentence_is_followed_back_through_its_editions() {
    let years = [
        "The chapel was closed.\nGuards took the shoes of the men at Lomar.",
        "Guards take the shoes of the men at Lomar.\nA doctor came twice a year.",
        "Guards take the shoes of the men at Lomar.\nA doctor came twice a year.",
    ];
    let reports: Vec<Report> = years.iter().map(|text| report(text.lines())).collect();
    let all = lives(&reports.iter().collect::<Vec<_>>());
    let shown: Vec<_> = all[2]
        .iter()
        .flatten()
        .map(|life| (life.since, life.verbatim_since))
        .collect();
    assert_eq!(shown, [(0, 1), (1, 1)]);
}

const WORDS: &[&str] = &[
    "guards",
    "beat",
    "the",
    "men",
    "in",
    "Lomar",
    "prison",
    "12",
    "40",
    "officials",
    "said",
    "no",
    "reports",
    "of",
    "abuse",
    "courts",
    "were",
    "law",
    "provides",
    "provided",
];

fn sentences() -> impl Strategy<Value = String> {
    let sentence = proptest::collection::vec(proptest::sample::select(WORDS), 1..9)
        .prop_map(|words| words.join(" ") + ".");
    let line = prop_oneof![6 => sentence, 1 => Just(String::new()), 1 => Just("# h".to_owned())];
    proptest::collection::vec(line, 0..30).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_statement_stands_once_and_the_other_way_round_mirrors(a in sentences(), b in sentences()) {
        let (a, b) = (report(a.lines()), report(b.lines()));
        let there = align(&a, &b);
        let mut before: Vec<_> = there.steps.iter().filter_map(|step| step.before).collect();
        let after: Vec<_> = there.steps.iter().filter_map(|step| step.after).collect();
        let all = |report: &Report| report.statements().map(|(at, _)| at).collect::<Vec<_>>();
        prop_assert_eq!(&after, &all(&b), "in the order of the later edition");
        before.sort();
        prop_assert_eq!(&before, &all(&a));
        let mut pairs: Vec<_> = there.steps.iter().map(|s| (s.before, s.after, s.similarity.to_bits(), s.moved, s.part_of)).collect();
        let mut back: Vec<_> = align(&b, &a).steps.iter().map(|s| (s.after, s.before, s.similarity.to_bits(), s.moved, s.part_of)).collect();
        pairs.sort();
        back.sort();
        prop_assert_eq!(pairs, back);
    }

    #[test]
    fn a_report_beside_itself_is_carried_over(a in sentences()) {
        let a = report(a.lines());
        for step in align(&a, &a).steps {
            prop_assert_eq!(step.fate, Fate::CarriedOver);
            prop_assert_eq!(step.before, step.after);
            prop_assert!(!step.moved && step.part_of.is_none());
        }
    }

    #[test]
    fn stretches_cover_every_word_of_both(a in sentences(), b in sentences()) {
        let (mut old, mut new) = (String::new(), String::new());
        for stretch in mark(&a, &b) {
            let (o, n) = match stretch {
                Stretch::Kept { old, new } => (Some(old), Some(new)),
                Stretch::Removed { old } => (Some(old), None),
                Stretch::Added { new } => (None, Some(new)),
            };
            old.push_str(o.map_or("", |span| span.of(&a)));
            new.push_str(n.map_or("", |span| span.of(&b)));
        }
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(bare(&old), bare(&a));
        prop_assert_eq!(bare(&new), bare(&b));
    }
}
