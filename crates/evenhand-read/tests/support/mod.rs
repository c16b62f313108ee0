//! What must hold of every report, whatever the bytes were; shared by tests and fuzz targets.
#![allow(dead_code, reason = "each test uses its part of it")]

use evenhand_read::{Given, ReadError, read};
use evenhand_report::{Format, Report, Span};

/// Reads `bytes` and checks every property of the outcome.
pub(crate) fn check(bytes: &[u8], format: Option<Format>) {
    let given = Given {
        document: "2023/nordavia".to_owned(),
        format,
        ..Given::default()
    };
    match read(bytes, &given) {
        Ok(report) => {
            check_report(&report);
            if let Ok(source) = std::str::from_utf8(bytes) {
                let source = source.strip_prefix('\u{feff}').unwrap_or(source);
                check_way_back(&report, source);
            }
            assert_eq!(
                read(bytes, &given).ok().as_ref(),
                Some(&report),
                "same bytes, same report"
            );
        }
        Err(
            error @ (ReadError::NotADocument { .. }
            | ReadError::Empty { .. }
            | ReadError::Country { .. }),
        ) => assert!(error.to_string().starts_with("2023/nordavia: ")),
    }
}

fn fits(span: Span, text: &str) {
    assert!(
        text.get(span.range()).is_some(),
        "{span:?} is no stretch of a text of {} bytes",
        text.len()
    );
}

/// Spans, order, numbers, outline.
pub(crate) fn check_report(report: &Report) {
    let text = &report.text;
    let mut end = 0;
    for (at, passage) in report.passages.iter().enumerate() {
        fits(passage.span, text);
        assert!(!passage.span.is_empty());
        let gap = Span {
            start: end,
            end: passage.span.start,
        };
        assert_eq!(
            gap.of(text),
            if at == 0 { "" } else { "\n" },
            "passages are parted by a line break"
        );
        end = passage.span.end;
        assert!((passage.section.0 as usize) < report.sections.len());
        if let Some(run_in) = passage.run_in {
            fits(run_in, text);
            assert_eq!(run_in.start, passage.span.start);
            assert!(passage.span.contains(run_in));
        }
        for link in &passage.links {
            fits(link.span, text);
            assert!(
                passage.span.contains(link.span),
                "a link outside its passage"
            );
        }
        let words = passage.span.of(text);
        assert!(
            !words.contains("  ") && !words.contains('\n'),
            "white space is folded: {words:?}"
        );
    }
    assert_eq!(end as usize, text.len(), "the passages are the whole text");
    check_sentences(report);
    for (at, section) in report.sections.iter().enumerate() {
        let above = section.parent.map(|id| {
            assert!(
                (id.0 as usize) < at,
                "a section stands below an earlier one"
            );
            report.section(id).depth + 1
        });
        assert_eq!(section.depth, above.unwrap_or(0));
    }
    for note in &report.notes {
        fits(note.span, text);
        assert!(!note.message.is_empty());
    }
}

fn check_sentences(report: &Report) {
    let text = &report.text;
    let mut ids = std::collections::BTreeSet::new();
    let mut sentences = report.sentences.iter().enumerate().peekable();
    for (id, passage) in (0..).zip(&report.passages) {
        let mut at = passage.run_in.unwrap_or(passage.span).start;
        if let Some(run_in) = passage.run_in {
            at = run_in.end;
        }
        let mut rebuilt = passage.run_in.map_or("", |span| span.of(text)).to_owned();
        let mut number = 0;
        while let Some((index, sentence)) = sentences.next_if(|(_, s)| s.passage.0 == id) {
            number += 1;
            assert_eq!(sentence.number, number);
            fits(sentence.span, text);
            assert!(passage.span.contains(sentence.span));
            assert!(
                sentence.span.start >= at,
                "sentences stand in order and apart"
            );
            let words = sentence.span.of(text);
            assert_eq!(words, words.trim());
            assert!(
                words.contains(char::is_alphanumeric),
                "a sentence has words: {words:?}"
            );
            let gap = Span {
                start: at,
                end: sentence.span.start,
            };
            rebuilt.push_str(gap.of(text));
            rebuilt.push_str(words);
            at = sentence.span.end;
            assert!(ids.insert(sentence.id), "two sentences with one id");
            if let Some(earlier) = sentence.repeats {
                assert!((earlier.0 as usize) < index);
            }
        }
        rebuilt.push_str(
            Span {
                start: at,
                end: passage.span.end,
            }
            .of(text),
        );
        assert_eq!(
            rebuilt,
            passage.span.of(text),
            "sentences and gaps rebuild the passage"
        );
    }
    assert!(
        sentences.next().is_none(),
        "every sentence stands in a passage, in order"
    );
}

/// The way back to the source.
pub(crate) fn check_way_back(report: &Report, source: &str) {
    let mut last = 0;
    for sentence in &report.sentences {
        let words = report.sentence_text(sentence);
        let span = report.source_map.source_span(sentence.span);
        fits(span, source);
        assert!(span.start >= last, "the text follows the source");
        last = span.start;
        let there = span.of(source);
        if report.identity.format == Format::Text {
            assert_eq!(folded(there), folded(words), "plain text is left as it is");
        } else {
            assert!(
                same_end(there.chars().next(), words.chars().next(), '&'),
                "{there:?} {words:?}"
            );
            let ends = there.chars().next_back();
            assert!(
                same_end(ends, words.chars().next_back(), ';') || there.contains('&'),
                "{there:?} {words:?}"
            );
        }
    }
}

fn same_end(there: Option<char>, here: Option<char>, reference: char) -> bool {
    there == here || there == Some(reference)
}

/// Without white space and what shows nothing.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|ch| {
            !ch.is_whitespace()
                && !ch.is_control()
                // The mark of a quoted line.
                && *ch != '>'
                && !matches!(
                    ch,
                    '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
                        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
                )
        })
        .collect()
}

/// Checks the sentences of one passage.
pub(crate) fn check_split(text: &str) {
    let mut at = 0;
    for span in evenhand_read::sentences::split(text) {
        fits(span, text);
        assert!(span.start >= at && !span.is_empty());
        let words = span.of(text);
        assert_eq!(words, words.trim());
        at = span.end;
    }
}
