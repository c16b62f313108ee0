//! Small reports from plain text, for tests: `# heading` opens a section, a blank line a passage,
//! every other line is a sentence.

use evenhand_report::{
    Format, Identity, Passage, PassageId, PassageKind, Report, Section, SectionId, Sentence,
    SentenceId, SentenceIndex, SourceMap, Span,
};

/// The report written down in `lines`.
pub(crate) fn report<'a>(lines: impl IntoIterator<Item = &'a str>) -> Report {
    let mut report = Report {
        identity: Identity {
            document: "2023/veldania".to_owned(),
            publisher: None,
            country: None,
            year: Some(2023),
            title: None,
            address: None,
            published: None,
            modified: None,
            language: None,
            format: Format::Text,
        },
        text: String::new(),
        source_map: SourceMap::default(),
        sections: vec![section("")],
        passages: Vec::new(),
        sentences: Vec::new(),
        notes: Vec::new(),
    };
    let (mut open, mut paragraph) = (false, 0);
    for line in lines {
        if let Some(heading) = line.strip_prefix("# ") {
            report.sections.push(section(heading));
            (open, paragraph) = (false, 0);
        } else if line.trim().is_empty() {
            open = false;
        } else {
            if !open {
                open = true;
                paragraph += 1;
                report.text.push('\n');
                report.passages.push(Passage {
                    section: SectionId(small(report.sections.len()) - 1),
                    kind: PassageKind::Paragraph,
                    span: Span::new(report.text.len(), report.text.len()),
                    run_in: None,
                    number: paragraph,
                    links: Vec::new(),
                });
            } else {
                report.text.push(' ');
            }
            let start = report.text.len();
            report.text.push_str(line);
            let passage = report.passages.last_mut().expect("a passage is open");
            passage.span.end = small(report.text.len());
            let id = PassageId(small(report.passages.len()) - 1);
            let before = report.sentences.iter().filter(|s| s.passage == id).count();
            report.sentences.push(Sentence {
                id: SentenceId::of("2023/veldania", line, small(report.sentences.len())),
                passage: id,
                span: Span::new(start, report.text.len()),
                number: small(before) + 1,
                pointer: false,
                repeats: None,
            });
        }
    }
    report
}

fn small(length: usize) -> u32 {
    u32::try_from(length).expect("test reports are small")
}

fn section(heading: &str) -> Section {
    Section {
        heading: heading.to_owned(),
        depth: 0,
        parent: None,
        label: heading.to_owned(),
    }
}

/// The words of a sentence.
pub(crate) fn words(report: &Report, at: SentenceIndex) -> &str {
    report.sentence_text(&report.sentences[at.0 as usize])
}
