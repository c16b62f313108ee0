//! The dossier of a small invented report, annotated by hand so that no rule's change moves it.

mod among_others;

use super::{Computed, Dossier, assemble, html, json, summary};
use crate::{Opened, Sha256};
use evenhand_compare::editions::align;
use evenhand_compare::matters::{FigureAt, Matter};
use evenhand_compare::{Finding, Number, Quote};
use evenhand_report::{
    Attribution, Direction, DirectionCall, Figure, FigureKind, Format, Identity, Link, NameKind,
    NameMention, Passage, PassageId, PassageKind, Qualifier, Reading, Report, RightCall, Section,
    SectionId, Sentence, SentenceId, SentenceIndex, SourceKind, SourceMap, Span, Specificity,
    Stance,
};
use std::collections::BTreeSet;

/// A sentence with its reading: source, cue, figure, direction, articles.
struct Said {
    text: &'static str,
    credit: Option<(&'static str, &'static str, SourceKind, Specificity, Stance)>,
    figure: Option<(&'static str, f64, Qualifier, &'static str, bool)>,
    direction: Direction,
    articles: &'static [u8],
}

const KILLED: &[u8] = &[3];
const PRESS: &[u8] = &[19, 20];

fn later() -> Vec<(&'static str, Vec<Said>)> {
    vec![
        (
            "a. Killings <script>alert(1)</script>",
            vec![
                Said {
                    text: "The ministry claimed that 41 persons were killed in Kolvane.",
                    credit: Some((
                        "The ministry",
                        "claimed",
                        SourceKind::State,
                        Specificity::Named,
                        Stance::Alleges,
                    )),
                    figure: Some(("41", 41.0, Qualifier::Exact, "persons", false)),
                    direction: Direction::Violation,
                    articles: KILLED,
                },
                Said {
                    text: "Activists reported up to 60 deaths & <b onload=\"x()\">more</b>.",
                    credit: Some((
                        "Activists",
                        "reported",
                        SourceKind::Ngo,
                        Specificity::Category,
                        Stance::Reports,
                    )),
                    figure: Some(("up to 60", 60.0, Qualifier::AtMost, "deaths", false)),
                    direction: Direction::Violation,
                    articles: KILLED,
                },
                Said {
                    text: "Soldiers beat boys in the square.",
                    credit: None,
                    figure: None,
                    direction: Direction::Violation,
                    articles: &[5],
                },
            ],
        ),
        (
            "b. Press",
            vec![
                Said {
                    text: "The law provides for fines of at most 300 drel.",
                    credit: None,
                    figure: Some(("at most 300", 300.0, Qualifier::AtMost, "drel", true)),
                    direction: Direction::Safeguard,
                    articles: PRESS,
                },
                Said {
                    text: "See the Office's paper at https://example.org/a?b=1&c=\"2\".",
                    credit: None,
                    figure: None,
                    direction: Direction::Context,
                    articles: &[],
                },
                Said {
                    text: "There were reportedly no closures.",
                    credit: Some((
                        "",
                        "reportedly",
                        SourceKind::Impersonal,
                        Specificity::Impersonal,
                        Stance::Reports,
                    )),
                    figure: None,
                    direction: Direction::NoneReported,
                    articles: &[19],
                },
            ],
        ),
    ]
}

fn earlier() -> Vec<(&'static str, Vec<Said>)> {
    let mut parts = later();
    parts[0].1.truncate(2);
    parts[0].1[0].text = "The ministry claimed that 40 persons were killed in Kolvane.";
    parts[0].1[0].figure = Some(("40", 40.0, Qualifier::Exact, "persons", false));
    parts
}

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).expect("words of the sentence");
    Span::new(at, at + words.len())
}

fn reading(said: &Said) -> Reading {
    let credit = said
        .credit
        .map(|(source, cue, kind, specificity, stance)| Attribution {
            source: (!source.is_empty()).then(|| span(said.text, source)),
            cue: span(said.text, cue),
            kind,
            specificity,
            stance,
            body: None,
            antecedent: None,
            rule: "by_hand",
        });
    let figure = said
        .figure
        .map(|(words, value, qualifier, unit, norm)| Figure {
            span: span(said.text, words),
            value,
            high: None,
            qualifier,
            kind: if norm {
                FigureKind::Money
            } else {
                FigureKind::Count
            },
            unit: unit.to_owned(),
            norm,
            rule: "by_hand",
        });
    let name = said.text.contains("Kolvane").then(|| NameMention {
        span: span(said.text, "Kolvane"),
        kind: NameKind::Place,
        description: None,
        full: None,
        rule: "by_hand",
    });
    let right = |article: &u8| RightCall {
        article: *article,
        score: 0.9,
        because: Vec::new(),
        rule: "by_hand",
    };
    Reading {
        attributions: credit.into_iter().collect(),
        figures: figure.into_iter().collect(),
        names: name.into_iter().collect(),
        rights: said.articles.iter().map(right).collect(),
        direction: DirectionCall {
            direction: said.direction,
            ..DirectionCall::default()
        },
    }
}

fn opened(document: &str, year: u16, parts: &[(&'static str, Vec<Said>)]) -> Opened {
    let mut report = Report {
        identity: Identity {
            document: document.to_owned(),
            publisher: Some("Office </title><script>alert(2)</script>".to_owned()),
            country: None,
            year: Some(year),
            title: Some("Veldania \"<i>\" & others".to_owned()),
            address: Some("javascript:alert(3)".to_owned()),
            published: None,
            modified: None,
            language: Some("en\" onload=\"x".to_owned()),
            format: Format::Text,
        },
        text: String::new(),
        source_map: SourceMap::default(),
        sections: Vec::new(),
        passages: Vec::new(),
        sentences: Vec::new(),
        notes: Vec::new(),
    };
    let mut readings = Vec::new();
    for (number, (heading, said)) in (1_u32..).zip(parts) {
        let start = report.text.len();
        let passage = PassageId(number - 1);
        let mut links = Vec::new();
        for (nth, said) in (1_u32..).zip(said) {
            if nth > 1 {
                report.text.push(' ');
            }
            let at = report.text.len();
            report.text.push_str(said.text);
            if let Some(link) = said.text.find("https") {
                links.push(Link {
                    span: Span::new(at + link, at + said.text.len() - 1),
                    address: "https://example.org/a?b=1&c=\"2\"".to_owned(),
                });
            }
            report.sentences.push(Sentence {
                id: SentenceId::of(document, said.text, 0),
                passage,
                span: Span::new(at, report.text.len()),
                number: nth,
                pointer: said.text.starts_with("See "),
                repeats: None,
            });
            readings.push(reading(said));
        }
        report.sections.push(Section {
            heading: (*heading).to_owned(),
            depth: 0,
            parent: None,
            label: format!("section 1.{}", if number == 1 { "a" } else { "b" }),
        });
        report.passages.push(Passage {
            section: SectionId(number - 1),
            kind: PassageKind::Paragraph,
            span: Span::new(start, report.text.len()),
            run_in: None,
            number: 1,
            links,
        });
        report.text.push('\n');
    }
    Opened {
        report,
        readings,
        sha256: Sha256::of(document.as_bytes()),
        bytes: 512,
    }
}

fn dossier() -> Dossier {
    let later = opened("2023/veldania", 2023, &later());
    let earlier = opened("2022/veldania", 2022, &earlier());
    let quote = |sentence: u32, words: Option<&str>| {
        let at = SentenceIndex(sentence);
        let text = later
            .report
            .sentence_text(&later.report.sentences[sentence as usize]);
        Quote {
            sentence: at,
            span: words.map(|words| span(text, words)),
        }
    };
    let at = |sentence: u32| FigureAt {
        sentence: SentenceIndex(sentence),
        figure: 0,
    };
    let computed = Computed {
        findings: vec![
            Finding {
                rule: "counted_differently",
                message: "The dead are counted as 41 and as up to 60 <u>.".to_owned(),
                quotes: vec![quote(0, Some("41")), quote(1, Some("up to 60"))],
                numbers: vec![Number {
                    name: "spread",
                    value: 19.0,
                    unit: "deaths".to_owned(),
                }],
            },
            Finding {
                rule: "unsourced_violation",
                message: "A violation is stated without a source.".to_owned(),
                quotes: vec![quote(2, None)],
                numbers: Vec::new(),
            },
        ],
        matters: vec![Matter {
            what: "deaths <in> Kolvane".to_owned(),
            figures: vec![at(0), at(1)],
            differ: true,
        }],
        alignments: vec![align(&earlier.report, &later.report)],
    };
    assemble(&later, &[earlier], computed)
}

#[test]
fn the_facts_are_these() {
    let mut facts: serde_json::Value = serde_json::from_str(&json(&dossier())).expect("JSON");
    // What every change of a rule changes is tested elsewhere.
    facts["method"] = serde_json::Value::Null;
    facts["glance"]["findings"] = serde_json::Value::Null;
    facts["version"] = serde_json::Value::Null;
    insta::assert_snapshot!(serde_json::to_string_pretty(&facts).expect("JSON"));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(html(&dossier()), html(&dossier()));
    assert_eq!(json(&dossier()), json(&dossier()));
}

#[test]
fn the_summary_fits_a_screen() {
    let summary = summary(&dossier());
    assert!(summary.lines().count() <= 45, "{summary}");
    assert!(
        summary.lines().all(|line| line.chars().count() <= 90),
        "{summary}"
    );
    assert!(summary.contains("5 statements"), "{summary}");
}

#[test]
fn nothing_of_the_report_becomes_markup() {
    let page = html(&dossier());
    check_page(&page);
    for danger in [
        "<script",
        "onload=\"x",
        "<b onload",
        "href=\"javascript",
        "<u>",
        "<in>",
        "<i>",
    ] {
        assert!(!page.contains(danger), "{danger} stands in the page");
    }
    assert!(page.contains("Killings &lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("&lt;b onload="));
}

#[test]
fn every_finding_leads_to_its_words_and_back() {
    let dossier = dossier();
    let page = html(&dossier);
    assert_eq!(dossier.findings.all.len(), 2);
    for (number, finding) in (1..).zip(&dossier.findings.all) {
        let own = part(&page, &format!("id=\"f{number}\""), "</ul></div></div>");
        for quote in &finding.quotes {
            let at = quote.sentence.0;
            assert!(
                own.contains(&format!("href=\"#s{at}\"")),
                "finding {number}, sentence {at}"
            );
            let there = part(&page, &format!("<span id=\"s{at}\""), "</sup></span>");
            assert!(there.contains(&format!("href=\"#f{number}\"")), "{there}");
        }
    }
}

#[test]
fn the_page_and_the_facts_show_the_same_numbers() {
    let dossier = dossier();
    let page = html(&dossier);
    let facts: serde_json::Value = serde_json::from_str(&json(&dossier)).expect("JSON");
    let attributed = &facts["glance"]["attributed"];
    assert!(page.contains(&format!("{} of {}.", attributed["count"], attributed["of"])));
    assert!(page.contains(&format!(
        "{:.1}%</b> of the statements",
        attributed["percent"].as_f64().expect("a share")
    )));
    for row in facts["speakers"]["kinds"].as_array().expect("rows") {
        let own = part(
            &page,
            &format!("id=\"kind-{}\"", row["kind"].as_str().expect("a kind")),
            "</tr>",
        );
        assert!(own.contains(&format!(">{}</td>", row["count"])), "{own}");
        assert!(
            own.contains(&format!(
                ">{:.1}%</td>",
                row["percent"].as_f64().expect("a share")
            )),
            "{own}"
        );
    }
    let articles = facts["rights"]["articles"].as_array().expect("rows");
    assert_eq!(articles.len(), 30);
    for row in articles.iter().filter(|row| row["count"] != 0) {
        let own = part(&page, &format!("id=\"article-{}\"", row["article"]), "</p>");
        assert!(
            own.contains(&format!("{} of {} statements", row["count"], row["of"])),
            "{own}"
        );
    }
    for row in facts["editions"][0]["fates"].as_array().expect("rows") {
        let own = part(
            &page,
            &format!("<a href=\"#{}-1\">", row["fate"].as_str().expect("a fate")),
            "</tr>",
        );
        assert!(own.contains(&format!(">{}</td>", row["count"])), "{own}");
    }
}

#[test]
fn rates_and_counts_are_right() {
    let dossier = dossier();
    let glance = &dossier.glance;
    assert_eq!((glance.attributed.count, glance.attributed.of), (3, 5));
    assert_eq!(glance.attributed.percent, Some(60.0));
    assert_eq!((glance.facts.count, glance.norms.count), (2, 1));
    assert_eq!(dossier.about.pointers, [SentenceIndex(4)]);
    assert_eq!(dossier.speakers.violations.violations, 3);
    assert_eq!(dossier.rights.silent.len(), 26);
    let shares = glance
        .basis
        .iter()
        .map(|row| row.count.count)
        .sum::<usize>();
    assert_eq!(shares, 5, "every statement rests on one thing");
    let steps = &dossier.editions[0].steps;
    assert_eq!(steps.iter().filter(|step| step.after.is_some()).count(), 5);
    assert_eq!(steps.iter().filter(|step| step.before.is_some()).count(), 4);
}

fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page
        .find(from)
        .unwrap_or_else(|| panic!("{from} is not in the page"));
    let rest = page.get(start..).expect("a boundary");
    rest.split_once(to).map_or(rest, |(own, _)| own)
}

/// Elements without an end.
const VOID: &[&str] = &["meta", "br", "input"];
/// Elements that cannot stand in a paragraph.
const BLOCKS: &[&str] = &[
    "p", "ul", "ol", "div", "table", "details", "figure", "h3", "h4", "section", "dl",
];

/// Well-formed; ids once; links inside lead somewhere; nothing from outside is loaded.
fn check_page(page: &str) {
    let (head, body) = page.split_once("</style>").expect("a style");
    let (before, _style) = head.split_once("<style>").expect("a style");
    let page = format!("{before}<style></style>{body}");
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut leads = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("every tag ends");
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}> closes what is open");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or("");
        assert!(tag.matches('"').count().is_multiple_of(2), "<{tag}>");
        if BLOCKS.contains(&name) {
            assert!(!open.contains(&"p"), "<{name}> in a paragraph: {open:?}");
        }
        for attribute in ["src=", "style="] {
            assert!(!tag.contains(attribute), "<{tag}>");
        }
        let handler = |word: &str| word.starts_with("on") && word.contains('=');
        assert!(!tag.split_whitespace().any(handler), "<{tag}>");
        if let Some((_, rest)) = tag.split_once(" id=\"") {
            let id = rest.split('"').next().unwrap_or("");
            assert!(ids.insert(id.to_owned()), "the id {id} stands twice");
        }
        if let Some((_, rest)) = tag.split_once("href=\"") {
            let address = rest.split('"').next().unwrap_or("");
            match address.strip_prefix('#') {
                Some(id) => leads.push(id.to_owned()),
                None => assert!(
                    tag.contains("rel=\"noreferrer") && address.starts_with("http"),
                    "<{tag}>"
                ),
            }
        }
        if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    for id in leads {
        assert!(ids.contains(&id), "#{id} leads nowhere");
    }
    assert!(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"));
}

#[test]
fn the_invented_reports_give_whole_pages() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let open = |name: &str| {
        crate::open_file(&folder.join(name), &crate::Given::default()).expect("an example")
    };
    let before = open("2022/veldania.html");
    for (name, befores) in [
        ("2023/veldania.html", vec![before.clone()]),
        (
            "2024/veldania.html",
            vec![open("2023/veldania.html"), before.clone()],
        ),
        ("2023/ambrelle.html", vec![]),
        ("other/veldania-un-2023.md", vec![before]),
    ] {
        let dossier = super::audit(&open(name), &befores);
        let page = html(&dossier);
        check_page(&page);
        assert!(page.len() < 3_000_000, "{name}: {} bytes", page.len());
        for comparison in &dossier.editions {
            let steps = comparison.steps.iter();
            let later = steps.clone().filter(|step| step.after.is_some()).count();
            assert_eq!(
                later, dossier.about.statements,
                "{name}: each statement once"
            );
            let in_sections: usize = comparison.sections.iter().map(|row| row.of).sum();
            assert_eq!(in_sections, comparison.steps.len());
        }
    }
}
