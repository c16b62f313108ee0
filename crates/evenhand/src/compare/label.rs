//! Pairs of sentences given one object a line, labelled one object a line.
//!
//! In: `{"id":…,"old":…,"new":…}` a line; other fields are not looked at. Out: relation, changes, the
//! weightiest change, whether the meaning changed, a note in words, and the words changed.

use evenhand_compare::pairs::{Change, Class, Pair, Relation, class};
use evenhand_report::Span;
use serde::Serialize;
use serde_json::Value;
use std::io::{BufRead, Write};

/// Why pairs could not be labelled.
#[derive(Debug, thiserror::Error)]
pub enum LabelError {
    /// The lines could not be read, or the labels not be written.
    #[error("reading pairs and writing their labels: {0}")]
    Stream(#[from] std::io::Error),
    /// A line that is no pair.
    #[error(
        "line {line} of the pairs: {problem}; a line is one JSON object with the texts `id`, `old` and `new`"
    )]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What was found.
        problem: String,
    },
}

/// The labels of one pair.
#[derive(Debug, Serialize)]
struct Label<'a> {
    id: &'a Value,
    relation: Relation,
    changes: Vec<Class>,
    main: &'static str,
    meaning_changed: bool,
    note: String,
    spans: Vec<Piece<'a>>,
}

/// Words that changed, with what they speak for; places count bytes of `old` and `new`.
#[derive(Debug, Serialize)]
struct Piece<'a> {
    class: Class,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<Words<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<Words<'a>>,
}

#[derive(Debug, Serialize)]
struct Words<'a> {
    text: &'a str,
    start: u32,
    end: u32,
}

/// Labels every pair, in order; empty lines are passed over. Returns how many there were.
///
/// # Errors
/// [`LabelError`] at the first line that is no pair, or when reading or writing fails.
pub fn label_pairs(pairs: &mut dyn BufRead, out: &mut dyn Write) -> Result<usize, LabelError> {
    let mut count = 0;
    for (at, line) in pairs.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let fault = |problem: String| LabelError::Line {
            line: at + 1,
            problem,
        };
        let row: Value =
            serde_json::from_str(&line).map_err(|found| fault(format!("no JSON ({found})")))?;
        let field = |name: &str| {
            row.get(name)
                .and_then(Value::as_str)
                .ok_or_else(|| fault(format!("no text `{name}`")))
        };
        let (old, new) = (field("old")?, field("new")?);
        let id = row.get("id").ok_or_else(|| fault("no `id`".to_owned()))?;
        serde_json::to_writer(&mut *out, &label(id, old, new)).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
        count += 1;
    }
    Ok(count)
}

fn label<'a>(id: &'a Value, old: &'a str, new: &'a str) -> Label<'a> {
    let pair = class(old, new);
    let words = |span: Option<Span>, text: &'a str| {
        span.map(|span| Words {
            text: span.of(text),
            start: span.start,
            end: span.end,
        })
    };
    Label {
        id,
        relation: pair.relation,
        changes: pair.classes.clone(),
        main: match pair.main {
            Class::Verbatim => "",
            other => other.as_str(),
        },
        meaning_changed: pair.meaning_changed,
        note: note(&pair, old, new),
        spans: pair
            .changes
            .iter()
            .map(|change| Piece {
                class: change.class,
                rule: change.rule,
                old: words(change.old, old),
                new: words(change.new, new),
            })
            .collect(),
    }
}

/// Why a pair has its class, in words: the evidence for the weightiest class.
#[must_use]
pub(super) fn note(pair: &Pair, old: &str, new: &str) -> String {
    if pair.relation == Relation::Different {
        return "hardly a word that asserts something is in common".to_owned();
    }
    if pair.main == Class::Verbatim {
        return "word for word".to_owned();
    }
    let reasons: Vec<String> = pair
        .changes
        .iter()
        .filter(|change| change.class == pair.main)
        .map(|change| reason(change, old, new))
        .collect();
    let mut kept: Vec<String> = Vec::new();
    for reason in reasons {
        if !kept.contains(&reason) && kept.len() < 4 {
            kept.push(reason);
        }
    }
    kept.join("; ")
}

/// One piece of evidence in words.
fn reason(change: &Change, old: &str, new: &str) -> String {
    let what = match change.rule {
        "marks" => return "marks and capitals only".to_owned(),
        "heading" => return "a heading stands before it in one edition".to_owned(),
        "other_form_or_term" => {
            return "other forms of words, or other terms for the same".to_owned();
        }
        "word_order" => return "another order of words".to_owned(),
        "same_root" => return "other words of one root".to_owned(),
        "spelling" => return "spelling".to_owned(),
        "abbreviation" => return "an abbreviation or its long form".to_owned(),
        "pointer" => return "a pointer to another section".to_owned(),
        "light_words" | "function_words" => {
            return "words that assert nothing by themselves".to_owned();
        }
        "quantity" => "figure",
        "date" => "date",
        "name" => "name",
        "source" => "source",
        "hedge" => "hedge",
        "share" => "how many",
        "how_often" => "how often",
        "bound" => "bounds of the statement",
        "negation" => "with a negation",
        _ => "",
    };
    let what = if what.is_empty() {
        String::new()
    } else {
        format!("{what}: ")
    };
    match (change.old, change.new) {
        (Some(a), Some(b)) => format!("{what}“{}” to “{}”", a.of(old), b.of(new)),
        (Some(a), None) => format!("{what}“{}” dropped", a.of(old)),
        (None, Some(b)) => format!("{what}“{}” added", b.of(new)),
        (None, None) => what.trim_end_matches(": ").to_owned(),
    }
}
