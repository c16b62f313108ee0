//! Every rule page's own sentences: what it must mark, what it must leave alone.
//!
//! A page (`rules/<family>/<name>.md`) holds, under `## Marked` and `## Not marked`, fenced blocks
//! named `sentence`:
//!
//! ````text
//! ```sentence
//! > The sentence before, where it matters (at most one such line).
//! # country KAZ           (optional: the country the report is about)
//! Activists said ten people were held.
//! ^^^^^^^^^ source ngo category
//!           ^^^^ cue reports
//! ```
//! ````
//!
//! Each caret line marks a stretch of the sentence and says what must stand there. The first word
//! is the part (`source`, `cue`, `figure`, `name`, `described`, `right`, `direction`), the words after it are
//! written forms and numbers that the annotation must bear, in any order. `## Not marked` sentences must get
//! nothing from this rule.

use evenhand_annotate::{Earlier, Scene, annotate_scene, bodies::Defined, rules, tokens::Words};
use evenhand_report::country::Countries;
use evenhand_report::{Family, Reading, RulePage, Span};

struct Case<'a> {
    before: Option<&'a str>,
    country: Option<&'a str>,
    sentence: &'a str,
    marks: Vec<(Span, Vec<&'a str>)>,
}

fn cases<'a>(page: &'a str, heading: &str) -> Vec<Case<'a>> {
    let mut found = Vec::new();
    let mut here = false;
    let mut block: Option<Vec<&str>> = None;
    for line in page.lines() {
        if let Some(lines) = &mut block {
            if line.starts_with("```") {
                found.push(case(lines));
                block = None;
            } else {
                lines.push(line);
            }
        } else if line.starts_with("## ") {
            here = line.trim_start_matches("## ").trim() == heading;
        } else if here && line.trim() == "```sentence" {
            block = Some(Vec::new());
        }
    }
    assert!(block.is_none(), "a block is not closed");
    found
}

fn case<'a>(lines: &[&'a str]) -> Case<'a> {
    let mut case = Case {
        before: None,
        country: None,
        sentence: "",
        marks: Vec::new(),
    };
    for line in lines {
        if let Some(before) = line.strip_prefix("> ") {
            case.before = Some(before);
        } else if let Some(code) = line.strip_prefix("# country ") {
            case.country = Some(code.trim());
        } else if line.trim_start().starts_with('^') {
            let chars: Vec<char> = line.chars().collect();
            let first = chars.iter().position(|c| *c == '^').expect("a caret");
            let count = chars[first..].iter().take_while(|c| **c == '^').count();
            let byte = |n: usize| {
                case.sentence
                    .chars()
                    .take(n)
                    .map(char::len_utf8)
                    .sum::<usize>()
            };
            let labels: String = chars[first + count..].iter().collect();
            let labels: Vec<&str> = line
                .get(line.len() - labels.len()..)
                .unwrap_or("")
                .split_whitespace()
                .collect();
            case.marks
                .push((Span::new(byte(first), byte(first + count)), labels));
        } else if !line.trim().is_empty() {
            assert!(
                case.sentence.is_empty(),
                "two sentences in one block: {line}"
            );
            case.sentence = line;
        }
    }
    case
}

fn read(case: &Case<'_>) -> Reading {
    let words = Words::of(case.sentence);
    let defined = Defined::default();
    let country = case
        .country
        .map(|code| Countries::register().find(code).expect("a country"));
    annotate_scene(&Scene::new(
        &words,
        Earlier::text(case.before),
        &[],
        country,
        &defined,
    ))
}

/// Everything a reading holds, as `(part, span, written forms, rule)`.
fn parts(reading: &Reading) -> Vec<(&'static str, Option<Span>, Vec<String>, &'static str)> {
    let mut parts = Vec::new();
    for a in &reading.attributions {
        let forms = || {
            let mut forms = vec![
                a.kind.to_string(),
                a.specificity.to_string(),
                a.stance.to_string(),
            ];
            forms.extend(a.body.iter().cloned());
            forms
        };
        if let Some(source) = a.source {
            parts.push(("source", Some(source), forms(), a.rule));
        }
        parts.push(("cue", Some(a.cue), forms(), a.rule));
    }
    for f in &reading.figures {
        let mut forms = vec![
            f.value.to_string(),
            f.qualifier.to_string(),
            f.kind.to_string(),
        ];
        forms.extend(f.high.map(|high| high.to_string()));
        forms.push(if f.norm { "norm" } else { "fact" }.to_owned());
        forms.extend(f.unit.split_whitespace().map(str::to_owned));
        parts.push(("figure", Some(f.span), forms, f.rule));
    }
    for n in &reading.names {
        parts.push(("name", Some(n.span), vec![n.kind.to_string()], n.rule));
        if let Some(description) = n.description {
            parts.push((
                "described",
                Some(description),
                vec![n.kind.to_string()],
                n.rule,
            ));
        }
    }
    for r in &reading.rights {
        let forms = vec![r.article.to_string()];
        parts.push(("right", None, forms.clone(), r.rule));
        for because in &r.because {
            parts.push(("right", Some(*because), forms.clone(), r.rule));
        }
    }
    let d = &reading.direction;
    parts.push(("direction", None, vec![d.direction.to_string()], d.rule));
    for because in &d.because {
        parts.push((
            "direction",
            Some(*because),
            vec![d.direction.to_string()],
            d.rule,
        ));
    }
    parts
}

fn check_marked(page: &RulePage, case: &Case<'_>, faults: &mut Vec<String>) {
    let reading = read(case);
    let parts = parts(&reading);
    if !parts.iter().any(|(_, _, _, rule)| *rule == page.name) {
        faults.push(format!(
            "{}: the rule marks nothing in {:?}: {parts:?}",
            page.name, case.sentence
        ));
        return;
    }
    for (span, labels) in &case.marks {
        let (part, wanted) = labels.split_first().expect("a label after the carets");
        let whole_sentence = matches!(*part, "right" | "direction");
        let hit = parts.iter().any(|(have, at, forms, _)| {
            have == part
                && (*at == Some(*span) || (whole_sentence && at.is_none()))
                && wanted.iter().all(|w| forms.iter().any(|f| f == w))
        });
        if !hit {
            faults.push(format!(
                "{}: no {labels:?} at {:?} in {:?}; there is {:?}",
                page.name,
                span.of(case.sentence),
                case.sentence,
                parts
                    .iter()
                    .filter(|(have, ..)| have == part)
                    .collect::<Vec<_>>()
            ));
        }
    }
}

#[test]
fn every_rule_page_holds() {
    let mut faults = Vec::new();
    let mut sentences = 0;
    for page in rules() {
        let marked = cases(page.page, "Marked");
        let unmarked = cases(page.page, "Not marked");
        let is_model = matches!(page.family, Family::Right | Family::Direction)
            && page.name.ends_with("_model");
        if marked.len() < 3 || (unmarked.len() < 3 && !is_model) {
            faults.push(format!(
                "{}: at least three marked and three unmarked sentences, there are {} and {}",
                page.name,
                marked.len(),
                unmarked.len()
            ));
        }
        for case in &marked {
            sentences += 1;
            if case.marks.is_empty() {
                faults.push(format!(
                    "{}: nothing is marked in {:?}",
                    page.name, case.sentence
                ));
            }
            check_marked(page, case, &mut faults);
        }
        for case in &unmarked {
            sentences += 1;
            let reading = read(case);
            for (part, span, forms, rule) in parts(&reading) {
                if rule == page.name {
                    let words = span.map_or("", |span| span.of(case.sentence));
                    faults.push(format!(
                        "{}: marks {part} {words:?} {forms:?} in {:?}",
                        page.name, case.sentence
                    ));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(
        sentences >= 6 * rules().count(),
        "only {sentences} sentences over all pages"
    );
}

#[test]
fn every_rule_page_explains_itself() {
    let mut names = std::collections::BTreeSet::new();
    for page in rules() {
        assert!(names.insert(page.name), "two rules are named {}", page.name);
        assert!(
            page.page.starts_with(&format!("# {}\n", page.name)),
            "the page of {} opens with its name",
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
