//! A sentence as comparing sees it: words by stem and group of terms, phrases as one, values of
//! numbers, each with its place and what it does.
//!
//! In: the text of a sentence. Out: its tokens in order; marks are left out.

use super::lexicon::{Kind, LEXICON, Run};
use crate::words::{Key, Piece, cut, stem};
use evenhand_report::Span;

/// One word, number or phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// Equal for words that stand for the same.
    pub(super) key: u64,
    /// Its stem, or the key of the phrase.
    pub(super) stem: u64,
    /// What it does.
    pub(super) kind: Kind,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether all its letters are capitals, at least two of them.
    pub(super) acronym: bool,
}

/// The tokens of a sentence, without a heading that runs into it.
pub(super) fn tokens(text: &str, from: usize) -> Vec<Token> {
    let single = singles(text, from);
    let mut tokens: Vec<Token> = Vec::with_capacity(single.len());
    let mut at = 0;
    while let Some(token) = single.get(at) {
        let run = LEXICON.runs.get(&token.stem).and_then(|list| {
            list.iter().find(|(run, _)| {
                single
                    .get(at..at + run.len())
                    .is_some_and(|here| here.iter().zip(run).all(|(a, b)| a.stem == *b))
            })
        });
        let Some((run, what)) = run else {
            tokens.push(*token);
            at += 1;
            continue;
        };
        let last = single[at + run.len() - 1];
        let span = token.span.join(last.span);
        let (key, kind) = match what {
            Run::Term(key) => (*key, kind_of_run(&single[at..at + run.len()])),
            Run::Phrase(key, kind) => (*key, *kind),
        };
        tokens.push(Token {
            span,
            key,
            stem: key,
            kind,
            capital: token.capital,
            acronym: false,
        });
        at += run.len();
    }
    tokens
}

/// A run of terms does what its weightiest word does.
fn kind_of_run(run: &[Token]) -> Kind {
    run.iter()
        .map(|token| token.kind)
        .max()
        .unwrap_or(Kind::Function)
}

fn singles(text: &str, from: usize) -> Vec<Token> {
    let mut lower = String::new();
    let mut found: Vec<Token> = Vec::new();
    let mut opens = true;
    cut(text, |piece, span| {
        if (span.start as usize) < from {
            return;
        }
        let word = span.of(text);
        match piece {
            Piece::Mark => {
                if matches!(word, "." | ":" | "“" | ";") {
                    opens = true;
                }
                if word == "%" {
                    found.push(Token {
                        span,
                        key: stem("percent", &mut lower),
                        stem: stem("percent", &mut lower),
                        kind: Kind::Light,
                        capital: false,
                        acronym: false,
                    });
                }
            }
            Piece::Number => {
                found.push(number(word, span));
                opens = false;
            }
            Piece::Word => {
                let stem = own_stem(word, &mut lower);
                let capitals = word.chars().filter(|ch| ch.is_uppercase()).count();
                let acronym = capitals >= 2 && capitals * 2 > word.chars().count();
                let capital = capitals > 0;
                let value = LEXICON.number(stem);
                let listed = if word == "May" && !opens {
                    Some(Kind::Date)
                } else {
                    LEXICON.kind(stem)
                };
                let kind = match (value, listed) {
                    (Some(_), _) => Kind::Number,
                    // "may" is a verb, "May" inside the sentence a month.
                    (None, Some(Kind::Date)) if !capital => Kind::Function,
                    (None, Some(Kind::Date)) => Kind::Date,
                    (None, Some(Kind::Function)) => Kind::Function,
                    (None, _) if capital && (!opens || acronym) => Kind::Name,
                    (None, Some(kind)) => kind,
                    (None, None) => Kind::Content,
                };
                let key = match value {
                    Some(value) => value_key(&value.to_string()),
                    None => LEXICON.terms.get(&stem).copied().unwrap_or(stem),
                };
                found.push(Token {
                    span,
                    key,
                    stem,
                    kind,
                    capital,
                    acronym,
                });
                opens = false;
            }
        }
    });
    dates(text, &mut found);
    found
}

/// Words whose stem another word has that does something else: "not" and "noted", "the state" and
/// "stated".
const APART: &[&str] = &["not", "state", "states", "one", "on"];

pub(super) fn own_stem(word: &str, lower: &mut String) -> u64 {
    let found = stem(word, lower);
    if APART.iter().any(|apart| word.eq_ignore_ascii_case(apart)) {
        let mut key = Key::new();
        key.byte(b'=');
        word.bytes()
            .for_each(|byte| key.byte(byte.to_ascii_lowercase()));
        return key.done();
    }
    found
}

fn number(word: &str, span: Span) -> Token {
    let digits: String = word.chars().filter(|ch| *ch != ',').collect();
    let key = value_key(&digits);
    let year = word.len() == 4
        && digits
            .parse::<u32>()
            .is_ok_and(|value| (1900..2100).contains(&value));
    Token {
        span,
        key,
        stem: key,
        kind: if year { Kind::Date } else { Kind::Number },
        capital: false,
        acronym: false,
    }
}

fn value_key(digits: &str) -> u64 {
    let mut key = Key::new();
    key.byte(b'#');
    digits.bytes().for_each(|byte| key.byte(byte));
    key.done()
}

/// A number right after a month is its day.
fn dates(text: &str, tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let (before, here) = (tokens[at - 1], tokens[at]);
        let near = here.span.start.saturating_sub(before.span.end) <= 1;
        if near
            && before.kind == Kind::Date
            && before.capital
            && here.kind == Kind::Number
            && here.span.of(text).len() <= 2
        {
            tokens[at].kind = Kind::Date;
        }
    }
}

/// Where the sentence begins after a heading that runs into it ("Child Abuse : …"), or 0.
pub(super) fn after_heading(text: &str) -> usize {
    let Some(colon) = text.find(':').filter(|at| *at <= 90) else {
        return 0;
    };
    let (head, rest) = text.split_at(colon);
    let rest = rest.trim_start_matches(':');
    let mut words = head.split_whitespace();
    let titled = head.split_whitespace().count() <= 11
        && !head.contains(['.', ';', '“', '"'])
        && words.all(|word| {
            word.chars().next().is_some_and(|ch| !ch.is_lowercase())
                || word.chars().count() <= 3
                || matches!(
                    word,
                    "with" | "from" | "against" | "into" | "other" | "than"
                )
                || word.contains('-')
        });
    let sentence = rest.trim_start();
    let begins = sentence.starts_with(|ch: char| ch.is_uppercase() || ch == '“' || ch == '"');
    if titled && begins {
        text.len() - sentence.len()
    } else {
        0
    }
}
