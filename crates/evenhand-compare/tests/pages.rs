//! Every test's page: the texts it must find something in, and those it must stay silent on.
//!
//! A page (`rules/<name>.md`) holds, under `## Marked` and `## Not marked`, fenced blocks named
//! `report`:
//!
//! ````text
//! ```report
//! # Heading                  opens a section; a blank line opens a passage
//! Activists said ten people were held.
//! ^^^^^^^^^ source ngo category
//!           ^^^^ cue reports
//!                ^^^ figure 10 count people held
//! ^^^^^^^^^^^^^^^ direction violation
//! -> Activists | ten         a finding and the words it quotes, in order
//! ```
//! ````
//!
//! Caret lines say what is noted on the sentence above them (`source`, `cue`, `figure`, `name`,
//! `described`, `direction`), as in the pages of annotation rules; `repeats` says that the reader
//! found the sentence in a block that stands earlier. Texts under `## Not marked` have no `->`.

mod common;

use common::{report, words};
use evenhand_compare::Finding;
use evenhand_compare::questions::{PAGES, findings};
use evenhand_report::{
    Attribution, Direction, DirectionCall, Figure, FigureKind, NameKind, NameMention, Qualifier,
    Reading, Report, RulePage, SentenceIndex, SourceKind, Span, Specificity, Stance,
};

/// A small report, what is noted on it, and the quotes of each finding expected in it.
struct Text {
    report: Report,
    readings: Vec<Reading>,
    expected: Vec<Vec<String>>,
}

fn texts(page: &RulePage, heading: &str) -> Vec<Text> {
    let mut found = Vec::new();
    let mut here = false;
    let mut block: Option<Vec<&str>> = None;
    for line in page.page.lines() {
        if let Some(lines) = &mut block {
            if line.starts_with("```") {
                found.push(text(lines));
                block = None;
            } else {
                lines.push(line);
            }
        } else if let Some(title) = line.strip_prefix("## ") {
            here = title.trim() == heading;
        } else if here && line.trim() == "```report" {
            block = Some(Vec::new());
        }
    }
    assert!(block.is_none(), "{}: a block is not closed", page.name);
    found
}

fn text(lines: &[&str]) -> Text {
    let note = |line: &&&str| line.trim_start().starts_with('^') || line.starts_with("-> ");
    let mut report = report(lines.iter().filter(|line| !note(line)).copied());
    let mut readings = vec![Reading::default(); report.sentences.len()];
    let mut expected = Vec::new();
    let mut next = 0;
    for line in lines {
        if let Some(quotes) = line.strip_prefix("-> ") {
            expected.push(quotes.split(" | ").map(str::to_owned).collect());
        } else if line.trim_start().starts_with('^') {
            let at = next - 1;
            let (span, labels) = caret(line, words(&report, index(at)));
            if labels == ["repeats"] {
                let same =
                    |earlier: &usize| words(&report, index(*earlier)) == words(&report, index(at));
                report.sentences[at].repeats = (0..at).find(same).map(index);
            } else {
                put(&mut readings[at], span, &labels);
            }
        } else if !line.trim().is_empty() && !line.starts_with("# ") {
            next += 1;
        }
    }
    Text {
        report,
        readings,
        expected,
    }
}

fn index(at: usize) -> SentenceIndex {
    SentenceIndex(u32::try_from(at).expect("test reports are small"))
}

/// The words under the carets, and the labels after them.
fn caret<'a>(line: &'a str, sentence: &str) -> (Span, Vec<&'a str>) {
    let first = line.find('^').expect("a caret");
    let labels = line.trim_start().trim_start_matches('^');
    let carets = line.trim_start().len() - labels.len();
    let byte = |chars: usize| {
        sentence
            .chars()
            .take(chars)
            .map(char::len_utf8)
            .sum::<usize>()
    };
    (
        Span::new(byte(first), byte(first + carets)),
        labels.split_whitespace().collect(),
    )
}

fn put(reading: &mut Reading, span: Span, labels: &[&str]) {
    let (part, labels) = labels.split_first().expect("a label after the carets");
    let kind = labels
        .iter()
        .find_map(|label| SourceKind::from_written(label));
    let stance = labels.iter().find_map(|label| Stance::from_written(label));
    match *part {
        "source" => reading.attributions.push(Attribution {
            source: Some(span),
            cue: Span::default(),
            kind: kind.expect("a kind of source"),
            specificity: labels
                .iter()
                .find_map(|label| Specificity::from_written(label))
                .expect("a specificity"),
            stance: Stance::Reports,
            body: None,
            antecedent: None,
            rule: "by_hand",
        }),
        "cue" => {
            let stance = stance.expect("a stance");
            match reading.attributions.last_mut() {
                Some(open) if open.cue.is_empty() => (open.cue, open.stance) = (span, stance),
                _ => reading.attributions.push(Attribution {
                    source: None,
                    cue: span,
                    kind: SourceKind::Impersonal,
                    specificity: Specificity::Impersonal,
                    stance,
                    body: None,
                    antecedent: None,
                    rule: "by_hand",
                }),
            }
        }
        "figure" => reading.figures.push(figure(span, labels)),
        "name" => reading.names.push(NameMention {
            span,
            kind: NameKind::from_written(labels[0]).expect("a kind of name"),
            description: None,
            full: None,
            rule: "by_hand",
        }),
        "described" => {
            reading.names.last_mut().expect("a name before").description = Some(span);
        }
        "direction" => {
            reading.direction = DirectionCall {
                direction: Direction::from_written(labels[0]).expect("a direction"),
                ..DirectionCall::default()
            };
        }
        other => panic!("no such part: {other}"),
    }
}

fn figure(span: Span, labels: &[&str]) -> Figure {
    let mut figure = Figure {
        span,
        value: f64::NAN,
        high: None,
        qualifier: Qualifier::Exact,
        kind: FigureKind::Count,
        unit: String::new(),
        norm: false,
        rule: "by_hand",
    };
    for label in labels {
        if let Ok(number) = label.parse() {
            if figure.value.is_nan() {
                figure.value = number;
            } else {
                figure.high = Some(number);
            }
        } else if let Some(qualifier) = Qualifier::from_written(label) {
            figure.qualifier = qualifier;
        } else if let Some(kind) = FigureKind::from_written(label) {
            figure.kind = kind;
        } else if *label == "norm" {
            figure.norm = true;
        } else {
            if !figure.unit.is_empty() {
                figure.unit.push(' ');
            }
            figure.unit.push_str(label);
        }
    }
    figure
}

fn quotes(text: &Text, finding: &Finding) -> Vec<String> {
    finding
        .quotes
        .iter()
        .map(|quote| {
            let sentence = words(&text.report, quote.sentence);
            quote
                .span
                .map_or(sentence, |span| span.of(sentence))
                .to_owned()
        })
        .collect()
}

#[test]
fn every_page_holds() {
    let mut faults = Vec::new();
    for page in PAGES {
        for heading in ["Marked", "Not marked"] {
            let texts = texts(page, heading);
            assert!(
                texts.len() >= 3,
                "{}: three texts under {heading:?}",
                page.name
            );
            for text in texts {
                let found: Vec<_> = findings(&text.report, &text.readings)
                    .into_iter()
                    .filter(|finding| finding.rule == page.name)
                    .collect();
                let quoted: Vec<_> = found.iter().map(|finding| quotes(&text, finding)).collect();
                if quoted != text.expected {
                    faults.push(format!(
                        "{}, {heading}: {:?}\n  expected {:?}\n  found    {quoted:?}",
                        page.name, text.report.text, text.expected
                    ));
                }
                assert_eq!(
                    text.expected.is_empty(),
                    heading == "Not marked",
                    "{}",
                    page.name
                );
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_page_explains_itself() {
    let mut names = std::collections::BTreeSet::new();
    for page in PAGES {
        assert!(names.insert(page.name), "two tests are named {}", page.name);
        assert!(
            page.page.starts_with(&format!("# {}\n", page.name)),
            "{}",
            page.name
        );
        assert!(page.summary().len() > 20, "{} has a summary", page.name);
        for heading in ["Marks", "Leaves alone", "Why it matters", "Known gaps"] {
            assert!(
                page.page.contains(&format!("\n## {heading}\n")),
                "{} has the part {heading:?}",
                page.name
            );
        }
    }
}

#[test]
fn findings_quote_what_stands_in_the_report_and_judge_nothing() {
    // Words that would take a side; a message holds only its own fixed words and quotes.
    const JUDGING: &[&str] = &[
        "fail", "mislead", "biased", "false", "wrong", "lie", "unfair",
    ];
    for page in PAGES {
        for text in texts(page, "Marked") {
            for finding in findings(&text.report, &text.readings) {
                assert!(!finding.quotes.is_empty(), "{}", finding.rule);
                for quote in quotes(&text, &finding) {
                    assert!(text.report.text.contains(&quote) && !quote.is_empty());
                }
                let own: String = finding.message.split(['“', '”']).step_by(2).collect();
                for word in JUDGING {
                    assert!(!own.split_whitespace().any(|have| have == *word), "{own}");
                }
            }
        }
    }
}
