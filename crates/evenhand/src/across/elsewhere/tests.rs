//! A report among the others of its edition, on the invented reports.

use super::*;
use crate::Given;
use crate::across::formulas::gather;
use crate::across::standing::standing;
use crate::across::{Archived, Held};
use crate::archive::{Archive, DocumentFilter, ImportOptions, import};
use crate::dossier;
use evenhand_compare::across::families::Closeness;
use evenhand_report::SentenceIndex;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn open(name: &str) -> Opened {
    crate::open_file(&example(name), &Given::default()).expect("an example")
}

/// An archive of these invented reports in a folder of its own.
fn archive(names: &[&str]) -> (tempfile::TempDir, Archived) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = Archive::create(&folder.path().join("reports.db")).expect("made");
    let named: Vec<String> = names
        .iter()
        .map(|name| example(name).display().to_string())
        .collect();
    import(&mut archive, &named, &ImportOptions::default(), &mut |_| {}).expect("imported");
    let shelf = Archived::new(&archive, &DocumentFilter::default()).expect("a shelf");
    (folder, shelf)
}

fn all() -> (tempfile::TempDir, Archived) {
    archive(&["2022", "2023", "2024", "other"])
}

fn edition(held: &Held) -> bool {
    held.year == Some(2023) && held.publisher.as_deref() == Some("Office of External Affairs")
}

fn beside(shelf: &Archived, report: &Opened) -> Elsewhere {
    elsewhere(shelf, report, &mut |_| {}).expect("held against the others")
}

#[test]
fn a_report_is_held_against_its_own_edition_and_the_rest_is_named() {
    let (_folder, shelf) = all();
    let report = open("2023/veldania.html");
    let mut read = Vec::new();
    let found = elsewhere(&shelf, &report, &mut |count| read.push(count)).expect("compared");
    assert_eq!(read, [1, 2, 3]);
    let documents: Vec<&str> = found
        .compared
        .iter()
        .map(|one| one.document.as_str())
        .collect();
    assert_eq!(documents, ["2023/ambrelle", "2023/hestrania"]);
    assert_eq!(others(&shelf, &report), 2);
    assert_eq!(found.left_out, ["publisher unknown"]);
}

#[test]
fn the_same_words_are_those_that_the_formulas_find() {
    let (_folder, shelf) = all();
    let report = open("2023/veldania.html");
    let same = beside(&shelf, &report).same_words.expect("others");
    let gathered = gather(&shelf, &edition).expect("gathered");
    let mut most = 0;
    let mut by_closeness = [0; 3];
    for (at, sentence) in report.report.statements() {
        let text = report.report.sentence_text(sentence);
        let places = gathered.sentence(text, usize::MAX).expect("places");
        let mut closest = std::collections::BTreeMap::new();
        for (closeness, quote) in places.quotes {
            if quote.country != "XVD" {
                let known = closest.entry(quote.country).or_insert(closeness);
                *known = closeness.min(*known);
            }
        }
        let of = |wanted: Closeness| closest.values().filter(|one| **one == wanted).count();
        let mine = same.places.iter().find(|one| one.sentence == at);
        assert_eq!(
            mine.map_or([0; 3], |one| [one.exact, one.masked, one.near]),
            [Closeness::Exact, Closeness::Masked, Closeness::Near].map(of),
            "{text}"
        );
        most = most.max(closest.len());
        if let Some(closest) = closest.values().min() {
            let at = Closeness::ALL.iter().position(|one| one == closest);
            by_closeness[at.expect("one of them")] += 1;
        }
    }
    let counted: Vec<usize> = same.closeness.iter().map(|row| row.count.count).collect();
    assert_eq!(counted, by_closeness);
    assert!(
        counted.iter().sum::<usize>() > 0,
        "the examples share words"
    );
    // Every statement stands in one row.
    let mut rows: Vec<SentenceIndex> = same.nowhere.at.clone();
    rows.extend(same.closeness.iter().flat_map(|row| &row.count.at));
    let each: BTreeSet<SentenceIndex> = rows.iter().copied().collect();
    assert_eq!((rows.len(), each.len()), (same.nowhere.of, same.nowhere.of));
    let first = same.most.first().expect("shared statements");
    assert_eq!(first.found.reports(), most);
    assert_eq!((first.of, first.countries.len()), (2, most));
    for row in &same.most {
        assert!(!row.quotes.is_empty() && row.quotes.len() <= row.found.reports());
        assert!(
            row.quotes
                .iter()
                .all(|placed| placed.quote.country != "XVD")
        );
    }
}

#[test]
fn missing_formulas_and_standing_are_those_of_their_own_commands() {
    let (_folder, shelf) = all();
    for country in ["XVD", "XAM", "XHS"] {
        let name = match country {
            "XVD" => "2023/veldania.html",
            "XAM" => "2023/ambrelle.html",
            _ => "2023/hestrania.html",
        };
        let found = beside(&shelf, &open(name));
        let gathered = gather(&shelf, &edition).expect("gathered");
        let (missing, all) = gathered
            .missing(Some(country), NEARLY_ALL / 100.0, FORMULAS, FORMULA_QUOTES)
            .expect("missing");
        let mine = found.missing.expect("others");
        assert_eq!((mine.found, &mine.formulas), (all, &missing), "{country}");
        let stands = standing(
            &shelf,
            &edition,
            country,
            2023,
            &Matter::All,
            &[],
            MEASURE_QUOTES,
        )
        .expect("counted")
        .expect("a report");
        let mine = found.standing.expect("others");
        assert_eq!(mine.measures, stands.measures, "{country}");
        assert_eq!(mine.length, stands.length, "{country}");
        let credit = mine.measures.iter().map(|row| &row.standing);
        let credit = credit.clone().find(|row| row.measure == "attributed");
        let credit = credit.expect("a measure");
        assert!(credit.part > 0 && credit.whole == mine.statements);
        let all = &credit.beside[0];
        assert_eq!((all.countries, all.below + all.alike + all.above), (2, 2));
    }
}

#[test]
fn a_file_that_was_not_imported_is_held_against_the_others_all_the_same() {
    let (_folder, shelf) = archive(&["2023/ambrelle.html", "2023/hestrania.html"]);
    let (_other, whole) = all();
    let report = open("2023/veldania.html");
    let (one, other) = (beside(&shelf, &report), beside(&whole, &report));
    assert_eq!(one.same_words, other.same_words);
    assert_eq!(one.compared, other.compared);
    assert!(one.left_out.is_empty());
}

#[test]
fn nothing_is_compared_where_the_edition_has_no_other_report() {
    let (_folder, shelf) = all();
    let ngo = open("other/veldania-ngo-2023.txt");
    let found = beside(&shelf, &ngo);
    assert!(found.compared.is_empty() && found.same_words.is_none() && found.standing.is_none());
    let page = dossier::html(&dossier::audit_beside(&ngo, &[], Some(found)));
    assert!(page.contains("nothing was compared"), "it is said");
}

#[test]
fn the_nearest_earlier_edition_is_found_by_itself() {
    let (_folder, shelf) = all();
    let earlier = |name: &str| {
        let found = earlier_edition(&shelf, &open(name)).expect("looked for");
        found.map(|found| found.report.identity.document)
    };
    assert_eq!(
        earlier("2024/veldania.html").as_deref(),
        Some("2023/veldania")
    );
    assert_eq!(
        earlier("2023/veldania.html").as_deref(),
        Some("2022/veldania")
    );
    assert_eq!(earlier("2022/veldania.html"), None);
    assert_eq!(earlier("2023/ambrelle.html"), None);
    assert_eq!(earlier("other/veldania-ngo-2023.txt"), None);
}
