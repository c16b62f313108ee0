//! The invented measures held against the invented reports: mentioned, not mentioned, words only.

use evenhand_compare::omissions::{Searched, Sought, Standing, dates, uncovered};
use evenhand_read::Given;
use evenhand_report::{Date, Reading, Report};
use proptest::prelude::*;

macro_rules! opened {
    ($name:literal, $document:literal) => {{
        let given = Given {
            document: $document.to_owned(),
            ..Given::default()
        };
        let bytes = include_bytes!(concat!("../../../examples/", $name));
        let report = evenhand_read::read(bytes, &given).expect("a report");
        let readings = evenhand_annotate::annotate(&report);
        (report, readings)
    }};
}

struct Measure {
    id: String,
    date: Date,
    title: String,
    rights: Vec<u8>,
    terms: Vec<String>,
}

fn measures(country: &str) -> Vec<Measure> {
    let list = |text: &str| {
        text.split(';')
            .map(|part| part.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let bytes = include_bytes!("../../../examples/registers/measures.csv");
    csv::Reader::from_reader(bytes.as_slice())
        .records()
        .map(|row| row.expect("a row"))
        .filter(|row| &row[1] == country)
        .map(|row| Measure {
            id: row[0].to_owned(),
            date: Date::parse(&row[2]).expect("a date"),
            title: row[4].to_owned(),
            rights: list(&row[5])
                .iter()
                .map(|article| article.parse().expect("an article"))
                .collect(),
            terms: list(&row[6]),
        })
        .collect()
}

fn standings(
    (report, readings): &(Report, Vec<Reading>),
    country: &str,
) -> Vec<(String, Standing)> {
    let searched = Searched::new(report, readings);
    measures(country)
        .iter()
        .map(|measure| {
            let found = searched.find(&Sought {
                title: &measure.title,
                date: measure.date,
                rights: &measure.rights,
                terms: &measure.terms,
            });
            for mention in &found.mentions {
                let text = report.sentence_text(&report.sentences[mention.sentence.0 as usize]);
                assert!(
                    !mention.spans.is_empty()
                        && mention.spans.iter().all(|span| !span.of(text).is_empty())
                );
            }
            (measure.id.clone(), found.standing)
        })
        .collect()
}

fn with(standings: &[(String, Standing)], wanted: Standing) -> Vec<&str> {
    standings
        .iter()
        .filter(|(_, standing)| *standing == wanted)
        .map(|(id, _)| id.as_str())
        .collect()
}

#[test]
fn measures_the_2023_edition_mentions_are_found_and_words_in_common_are_not_mentions() {
    let found = standings(&opened!("2023/veldania.html", "2023/veldania"), "XVD");
    assert_eq!(
        with(&found, Standing::Mentioned),
        [
            "M04", "M05", "M06", "M07", "M08", "M09", "M11", "M12", "M13", "M14", "M15", "M16",
            "M18"
        ]
    );
    assert_eq!(
        with(&found, Standing::NotFound),
        ["M01", "M02", "M03", "M10", "M17", "M19"]
    );
    assert_eq!(with(&found, Standing::AfterPeriod), ["M20", "M21"]);
    assert_eq!(with(&found, Standing::Possibly), Vec::<&str>::new());
}

#[test]
fn an_earlier_edition_mentions_what_this_one_leaves_out() {
    let found = standings(&opened!("2022/veldania.html", "2022/veldania"), "XVD");
    assert!(with(&found, Standing::Mentioned).contains(&"M01"));
    assert!(
        !with(&found, Standing::Mentioned).contains(&"M04"),
        "15 days is the value before"
    );
    assert!(with(&found, Standing::AfterPeriod).contains(&"M12"));
}

#[test]
fn the_edition_after_mentions_measures_of_its_year() {
    let found = standings(&opened!("2024/veldania.html", "2024/veldania"), "XVD");
    let mentioned = with(&found, Standing::Mentioned);
    assert!(
        mentioned.contains(&"M20") && mentioned.contains(&"M21"),
        "{mentioned:?}"
    );
}

#[test]
fn peers_have_theirs() {
    for (found, country) in [
        (opened!("2023/hestrania.html", "2023/hestrania"), "XHS"),
        (opened!("2023/ambrelle.html", "2023/ambrelle"), "XAM"),
    ] {
        let found = standings(&found, country);
        assert_eq!(found.len(), 2);
        assert_eq!(with(&found, Standing::Mentioned).len(), 2, "{found:?}");
    }
}

#[test]
fn topics_of_another_report_are_told_and_a_report_leaves_none_of_its_own_out() {
    let this = opened!("2023/veldania.html", "2023/veldania");
    let other = opened!("other/veldania-un-2023.md", "veldania-un-2023");
    let left = uncovered((&other.0, &other.1), (&this.0, &this.1));
    assert!(left.covered > 0 && !left.topics.is_empty());
    let told: usize = left.topics.iter().map(|topic| topic.statements.len()).sum();
    assert_eq!(told + left.covered + left.other_words, left.held);
    let none = uncovered((&this.0, &this.1), (&this.0, &this.1));
    assert_eq!((none.topics.len(), none.covered), (0, none.held));
}

proptest! {
    #[test]
    fn dates_of_any_text_lie_in_it(text in "(on|in|since|May|March|June|1[0-9]|20[0-9][0-9]|[,.] |[a-zé]{1,5}| ){0,24}") {
        let mut last = 0;
        for (span, _) in dates(&text, Some(2023)) {
            prop_assert!(!span.of(&text).is_empty() && span.start >= last, "{text}");
            last = span.end;
        }
    }
}
