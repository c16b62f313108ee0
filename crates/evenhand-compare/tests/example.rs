//! The invented country's editions, read and annotated: what was planted in them is found.

use evenhand_compare::editions::{Fate, align};
use evenhand_compare::matters::matters;
use evenhand_compare::questions::{PAGES, findings};
use evenhand_read::{Given, read};
use evenhand_report::country::Countries;
use evenhand_report::{Reading, Report};

fn edition(year: u16) -> Report {
    let path = format!(
        "{}/../../examples/{year}/veldania.html",
        env!("CARGO_MANIFEST_DIR")
    );
    #[expect(clippy::disallowed_methods, reason = "a test reads the example")]
    let bytes = std::fs::read(path).expect("the example is part of the repository");
    let given = Given {
        document: format!("{year}/veldania"),
        year: Some(year),
        // Veldania is in no register; any country's code does, since no rule looks at it.
        country: Countries::register()
            .find("KAZ")
            .ok()
            .map(|country| country.code),
        ..Given::default()
    };
    read(&bytes, &given).expect("the example is readable")
}

fn annotated(year: u16) -> (Report, Vec<Reading>) {
    let report = edition(year);
    let readings = evenhand_annotate::annotate(&report);
    (report, readings)
}

#[test]
fn editions_align_as_their_maker_counted() {
    let (before, after) = (edition(2022), edition(2023));
    let alignment = align(&before, &after);
    let count = |fate| alignment.count(fate);
    // The maker counts 191 sentences carried over word for word and 162 edited; what the maker
    // rewrote in substance ("was suspended", "was dismissed") is an edit here, new there.
    assert!(
        (186..=196).contains(&count(Fate::CarriedOver)),
        "{}",
        count(Fate::CarriedOver)
    );
    assert!(
        (160..=205).contains(&count(Fate::Edited)),
        "{}",
        count(Fate::Edited)
    );
    let mut dropped_first = alignment.steps.clone();
    dropped_first.retain(|step| step.fate != Fate::New);
    assert_eq!(dropped_first.len(), before.statements().count());
}

#[test]
fn an_edition_in_another_outline_keeps_its_sentences() {
    let alignment = align(&edition(2023), &edition(2024));
    let kept = alignment.count(Fate::CarriedOver);
    assert!((30..=36).contains(&kept), "{kept} of 34 carried over");
}

#[test]
fn the_dead_of_kolvane_stand_side_by_side() {
    let (report, readings) = annotated(2023);
    let all = matters(&report, &readings);
    let kolvane = all
        .iter()
        .find(|matter| matter.what.contains("deaths") && matter.what.contains("Kolvane"))
        .expect("the dead of Kolvane are counted by several");
    let values: Vec<f64> = kolvane
        .figures
        .iter()
        .map(|at| readings[at.sentence.0 as usize].figures[at.figure].value)
        .collect();
    for wanted in [41.0, 43.0, 48.0, 60.0] {
        assert!(values.contains(&wanted), "{wanted} among {values:?}");
    }
    assert!(kolvane.differ);
}

#[test]
fn what_was_planted_is_found_and_quoted() {
    let (report, readings) = annotated(2023);
    let found = findings(&report, &readings);
    let of = |rule: &str| found.iter().filter(|finding| finding.rule == rule).count();
    assert!(of("violation_without_source") > 20);
    assert!(of("figure_without_named_source") > 20);
    assert!(of("same_matter_other_count") >= 4);
    assert_eq!(
        of("clashing_descriptions"),
        1,
        "Reshketi, banker and leader"
    );
    assert_eq!(of("repeated_text"), 1, "the block on Korstany");
    let order: Vec<usize> = found
        .iter()
        .map(|finding| {
            PAGES
                .iter()
                .position(|page| page.name == finding.rule)
                .expect("a finding's rule has a page")
        })
        .collect();
    assert!(order.is_sorted(), "test by test");
    assert_eq!(found, findings(&report, &readings), "the same every time");
}
