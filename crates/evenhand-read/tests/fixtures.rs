//! Invented documents of every kind, and what must be read from them.
#![expect(clippy::disallowed_methods, reason = "tests read their fixtures")]

mod support;

use evenhand_read::{Given, ReadError, read};
use evenhand_report::{Format, NoteKind, PassageKind, Report};

fn fixture(name: &str) -> Report {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("the fixtures lie beside the tests");
    support::check(&bytes, None);
    let given = Given {
        document: name.split('.').next().unwrap_or(name).to_owned(),
        ..Given::default()
    };
    read(&bytes, &given).expect("every fixture is a document")
}

/// "pin | sentence" of every sentence.
fn pins(report: &Report) -> Vec<String> {
    report
        .sentences
        .iter()
        .map(|s| format!("{} | {}", report.pin(s), report.sentence_text(s)))
        .collect()
}

fn has(report: &Report, kind: NoteKind) -> bool {
    report.notes.iter().any(|note| note.kind == kind)
}

#[test]
fn an_older_edition() {
    let report = fixture("edition_2016.html");
    assert_eq!(
        pins(&report),
        [
            "2016, executive summary, para. 1, sentence 1 | Nordavia is a republic of nine harbours.",
            "2016, executive summary, para. 1, sentence 2 | The crew of the Lark was held for 40 days–without charge.",
            "2016, section 1.c, para. 1, sentence 1 | Guards beat two sailors (see section 6).",
            "2016, section 1.c, Harbour Cell Conditions, para. 1, sentence 1 | Cells held up to 12 men.",
            "2016, section 1.c, Harbour Cell Conditions, para. 1, sentence 2 | Light was poor.",
            "2016, section 1.c, Harbour Cell Conditions, para. 2, sentence 1 | Ledgers were kept.",
            "2016, section 1.c, Harbour Cell Conditions, para. 3, sentence 1 | Nobody read them.",
            "2016, section 1.c, Harbour Cell Conditions, para. 4, sentence 1 | one cell flooded;",
            "2016, section 1.c, Harbour Cell Conditions, para. 5, sentence 1 | two had no door.",
            "2016, section 1.d, para. 1, sentence 1 | The law requires a warrant.",
            "2016, section 1.d, para. 1, sentence 2 | See the Office’s Digest at https://inquiry.example/digest/ .",
            "2016, section 6, Women, para. 1, sentence 1 | Wages differed.",
            "2016, section 6, Women, para. 1, sentence 2 | According to the harbour union, women earned 80 percent of what men earned.",
        ]
    );
    let identity = &report.identity;
    assert_eq!(identity.title.as_deref(), Some("Nordavia"));
    assert_eq!(identity.publisher.as_deref(), Some("Office of Inquiry"));
    assert_eq!(identity.published.as_deref(), Some("2017-03-03"));
    assert_eq!(identity.year, Some(2016));
    assert_eq!(identity.language.as_deref(), Some("en-US"));
    assert!(has(&report, NoteKind::Draft));
    assert!(
        has(&report, NoteKind::OutlineGap),
        "c. comes first, 6 after 1"
    );
    let pointers: Vec<_> = report.sentences.iter().filter(|s| s.pointer).collect();
    assert_eq!(pointers.len(), 1);
    let cells = report.passages.iter().find(|p| p.run_in.is_some()).unwrap();
    assert_eq!(
        cells.run_in.unwrap().of(&report.text),
        "Physical Conditions:"
    );
    let linked = report
        .passages
        .iter()
        .find(|p| !p.links.is_empty())
        .unwrap();
    assert_eq!(linked.links[0].address, "https://inquiry.example/digest/");
    assert_eq!(
        linked.links[0].span.of(&report.text),
        "https://inquiry.example/digest/"
    );
    for furniture in ["Home", "View report by", "Site footer", "not this", "Isles"] {
        assert!(!report.text.contains(furniture), "{furniture}");
    }
}

#[test]
fn the_outline_of_2024() {
    let report = fixture("edition_2024.html");
    let labels: Vec<_> = report.sections.iter().map(|s| s.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "executive summary",
            "section 1",
            "section 1.a",
            "section 2",
            "section 2.b",
            "section 2.b, Acceptable Conditions",
            "section 2.b, Acceptable Conditions, Wage Laws",
            "section 3",
            "section 3.a",
        ]
    );
    assert_eq!(report.sections[1].heading, "Section 1. Life");
    assert_eq!(report.identity.year, Some(2024));
    assert_eq!(report.identity.modified.as_deref(), Some("2025-08-12"));
}

#[test]
fn a_page_that_does_not_mark_its_main_text() {
    let report = fixture("article.html");
    assert!(has(&report, NoteKind::MainTextGuessed));
    let sentences: Vec<_> = report
        .sentences
        .iter()
        .map(|s| report.sentence_text(s))
        .collect();
    assert_eq!(
        sentences,
        [
            "(Port Ilona) – The harbour guard held nine crews without charge for a month, Harbour Watch said today.",
            "“It is a disgrace. Nobody was told,” said Mara Sole, its director.",
            "“We saw the ledgers,” she added.",
            "The guard denied it.",
            "At least 140 sailors were held between May and July, according to the union of harbour crews.",
            "The crews will be heard in time, wrote the minister in a letter that the Watch has seen.",
            "Port",
            "Crews",
            "Ilona",
            "9",
            "Letter of the guard, 3 August.",
        ]
    );
    let kinds: Vec<_> = report.passages.iter().map(|p| p.kind).collect();
    assert!(kinds.contains(&PassageKind::Quotation));
    assert!(kinds.contains(&PassageKind::TableCell));
    assert_eq!(kinds.last(), Some(&PassageKind::Note));
    assert_eq!(
        report.identity.title.as_deref(),
        Some("Nordavia: Crews Held")
    );
    assert_eq!(report.identity.published.as_deref(), Some("2023-11-02"));
}

#[test]
fn markdown() {
    let report = fixture("notes.md");
    assert_eq!(report.identity.format, Format::Markdown);
    assert_eq!(report.identity.published.as_deref(), Some("2023-06-01"));
    let kinds: Vec<_> = report.passages.iter().map(|p| p.kind).collect();
    use PassageKind::{ListItem, Note, Paragraph, Quotation};
    assert_eq!(
        kinds,
        [Paragraph, Paragraph, ListItem, ListItem, Quotation, Note]
    );
    assert_eq!(
        report.passages[1].run_in.unwrap().of(&report.text),
        "Bail Terms:"
    );
    assert_eq!(
        report.passages[1].links[0].address,
        "https://e.example/code"
    );
    assert_eq!(report.sections.last().unwrap().label, "section 1");
}

#[test]
fn a_reply_with_a_block_pasted_twice() {
    let report = fixture("reply.txt");
    assert_eq!(report.identity.format, Format::Text);
    assert_eq!(
        report.sections[0].heading,
        "REPLY TO THE REPORT ON NORDAVIA"
    );
    let repeated = report
        .sentences
        .iter()
        .filter(|s| s.repeats.is_some())
        .count();
    assert_eq!(repeated, 4);
    assert_eq!(report.statements().count(), 5);
    assert!(has(&report, NoteKind::RepeatedText));
    assert_eq!(report.identity.language.as_deref(), Some("en"));
}

#[test]
fn what_is_no_document_is_refused_in_plain_words() {
    let given = Given {
        document: "a".to_owned(),
        ..Given::default()
    };
    let message = |bytes: &[u8]| read(bytes, &given).unwrap_err().to_string();
    assert_eq!(message(b"  \n"), "a: the file is empty");
    assert_eq!(
        message(b"%PDF-1.7 x"),
        "a: this is a PDF file, not a web page, plain text or Markdown"
    );
    assert!(matches!(
        read(b"\x89PNG\r\n", &given),
        Err(ReadError::NotADocument { .. })
    ));
}

#[test]
fn a_page_without_words_is_a_report_with_a_note() {
    let report = read(b"<html><body><nav>x</nav></body></html>", &Given::default()).unwrap();
    assert!(report.text.is_empty());
    assert!(has(&report, NoteKind::NoMainText));
}
