//! Part 9 of the dossier: its numbers are those of the facts, its pages are whole, nothing becomes markup.

use super::*;

/// A report among others of which every word is hostile.
fn among_others() -> crate::across::elsewhere::Elsewhere {
    use crate::across::elsewhere::{
        ClosenessCount, Compared, Elsewhere, FoundIn, MissingFormulas, Placed, SameWords,
        SharedStatement,
    };
    use crate::across::formulas::{FormulaRow, Missing};
    use crate::across::interval::share;
    use crate::across::standing::{StandingRow, Stands};
    use evenhand_compare::across::families::Closeness;
    use evenhand_compare::across::standing::{Tally, length, standing};
    let bad = "<script>alert(9)</script> \" onload=\"x";
    let quote = crate::across::Quote {
        document: bad.to_owned(),
        country: bad.to_owned(),
        year: Some(2023),
        pin: format!("2023, {bad}"),
        sentence_id: SentenceId::of("2023/elsewhere", bad, 0),
        text: bad.to_owned(),
        marks: Vec::new(),
    };
    let found = FoundIn {
        sentence: SentenceIndex(1),
        exact: 1,
        masked: 1,
        near: 0,
    };
    let count = |at: Vec<SentenceIndex>| crate::dossier::Count::of(at, 5);
    let tally = |statements, attributed| Tally {
        statements,
        attributed,
        report_statements: statements,
        words: statements * 20,
        word_squares: statements * 410,
        ..Tally::default()
    };
    let (own, other) = (tally(5, 3), tally(80, 2));
    let groups = [
        ("all".to_owned(), vec![&other]),
        (bad.to_owned(), vec![&other]),
    ];
    Elsewhere {
        publisher: Some(bad.to_owned()),
        year: Some(2023),
        region: Some(bad.to_owned()),
        compared: vec![Compared {
            document: bad.to_owned(),
            country: bad.to_owned(),
            country_name: None,
        }],
        left_out: vec![bad.to_owned()],
        same_words: Some(SameWords {
            closeness: Closeness::ALL
                .iter()
                .map(|closeness| ClosenessCount {
                    closeness: *closeness,
                    count: count(match closeness {
                        Closeness::Exact => vec![SentenceIndex(1)],
                        Closeness::Masked | Closeness::Near => Vec::new(),
                    }),
                })
                .collect(),
            nowhere: count([0, 2, 3, 5].map(SentenceIndex).to_vec()),
            short: count(Vec::new()),
            places: vec![found],
            most: vec![SharedStatement {
                found,
                of: 2,
                share: share(2, 2).expect("a share"),
                countries: vec![bad.to_owned()],
                quotes: vec![Placed {
                    closeness: Closeness::Exact,
                    quote: quote.clone(),
                }],
            }],
        }),
        missing: Some(MissingFormulas {
            least_percent: 60.0,
            found: 1,
            formulas: vec![Missing {
                formula: FormulaRow {
                    wording: bad.to_owned(),
                    reports: 2,
                    countries: 2,
                    share: share(2, 3).expect("a share"),
                    first: Some(2023),
                    last: Some(2023),
                    exact: 1,
                    masked: 1,
                    near: 0,
                    quotes: vec![quote.clone()],
                },
                missing: vec!["XVD".to_owned()],
                nearest: Some((quote.clone(), 0.4)),
            }],
        }),
        standing: Some(Stands {
            country: "XVD".to_owned(),
            year: 2023,
            matter: "all statements".to_owned(),
            statements: 5,
            words: 100,
            words_a_statement: Some(20.0),
            words_a_statement_elsewhere: Some(20.0),
            publisher: Some(bad.to_owned()),
            left_out: vec![bad.to_owned()],
            peers_missing: Vec::new(),
            length: length(&own, &groups),
            measures: standing(&own, &groups)
                .into_iter()
                .map(|(_, standing)| StandingRow {
                    standing,
                    quotes: vec![quote.clone()],
                })
                .collect(),
        }),
    }
}

#[test]
fn without_an_archive_there_is_no_ninth_part() {
    let dossier = dossier();
    let facts: serde_json::Value = serde_json::from_str(&json(&dossier)).expect("JSON");
    assert!(facts["elsewhere"].is_null() && facts.get("elsewhere").is_some());
    assert!(!html(&dossier).contains("id=\"elsewhere\""));
    assert!(!summary(&dossier).contains("Other countries"));
}

#[test]
fn the_ninth_part_shows_the_numbers_of_the_facts_and_nothing_becomes_markup() {
    let dossier = Dossier {
        elsewhere: Some(among_others()),
        ..dossier()
    };
    let page = html(&dossier);
    check_page(&page);
    assert!(page.contains("<a href=\"#elsewhere\"><span>9</span>"));
    for danger in ["<script", "onload=\"x"] {
        assert!(!page.contains(danger), "{danger} stands in the page");
    }
    let own = part(
        &page,
        "<section class=\"part\" id=\"elsewhere\"",
        "</section>",
    );
    let facts: serde_json::Value = serde_json::from_str(&json(&dossier)).expect("JSON");
    for row in facts["elsewhere"]["same_words"]["closeness"]
        .as_array()
        .expect("rows")
    {
        let name = row["closeness"].as_str().expect("closeness");
        let row_shown = part(own, &format!("id=\"same-{name}\""), "</tr>");
        assert!(
            row_shown.contains(&format!(">{}</td>", row["count"])),
            "{row_shown}"
        );
    }
    // Three of five here, two of eighty there: its interval lies clearly lower.
    let credit = part(own, "Statements that credit somebody", "</tr>");
    assert!(credit.contains("60.0% (23.1–88.2)"), "{credit}");
    assert!(credit.contains("3 of 5"), "{credit}");
    assert!(own.contains("absence of reporting"));
    let said = summary(&dossier);
    assert!(said.contains("1 word for word (20.0%)"), "{said}");
    assert!(said.lines().count() <= 52, "{said}");
}

#[test]
fn the_invented_reports_among_each_other_give_whole_pages() {
    use crate::across::{Files, elsewhere::elsewhere};
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/2023");
    let names =
        ["ambrelle", "hestrania", "veldania"].map(|name| folder.join(format!("{name}.html")));
    let sources = names.iter().cloned().map(crate::Source::File).collect();
    let shelf = Files::new(sources, crate::Given::default()).expect("examples");
    for name in &names {
        let report = crate::open_file(name, &crate::Given::default()).expect("an example");
        let beside = elsewhere(&shelf, &report, &mut |_| {}).expect("compared");
        let dossier = crate::audit_beside(&report, &[], Some(beside));
        let page = html(&dossier);
        check_page(&page);
        let own = part(&page, "id=\"elsewhere\"", "</section>");
        assert!(own.contains("Held against 2 other reports of Office of External Affairs, 2023"));
        let missing = dossier
            .elsewhere
            .as_ref()
            .and_then(|beside| beside.missing.as_ref());
        let missing = missing.expect("others");
        for row in &missing.formulas {
            assert!(!row.missing.is_empty() && own.contains("As it stands elsewhere"));
        }
    }
}
