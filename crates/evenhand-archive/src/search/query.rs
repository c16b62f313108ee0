//! What a user typed, understood: words, "phrases", prefix*, AND, OR, NOT, NEAR, brackets.
//!
//! Operators are written in capitals; words side by side must all be there. Any text is either a query or an error that
//! says what is wrong with it. A word is folded as the sentences are (case, accents); one that falls apart ("court's") is
//! a phrase.

use crate::index::words;

/// Words between the two sides of NEAR, where none are given.
const NEAR: u32 = 10;
/// Brackets inside brackets; more are no query of a person.
const DEEPEST: usize = 40;
/// Words, quotes, operators and brackets of one query.
const LONGEST: usize = 400;

/// A word to be found; with `prefix` any word that begins so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) word: String,
    pub(crate) prefix: bool,
}

/// A query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(pub(crate) Node);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Every sentence.
    All,
    /// Words one after the other; at least one.
    Phrase(Vec<Term>),
    /// Both sides with at most so many words between, in either order.
    Near(Box<Node>, Box<Node>, u32),
    And(Vec<Node>),
    Or(Vec<Node>),
    Not(Box<Node>),
}

/// Why a text is no query.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// There is nothing to look for.
    #[error("the query {query:?} holds no word to look for")]
    NoWord {
        /// What was typed.
        query: String,
    },
    /// An operator lacks a side.
    #[error(
        "{operator} stands {place} without anything to join; for the word itself write it small or in quotes: \"{}\"", .operator.to_lowercase()
    )]
    Alone {
        /// The operator.
        operator: String,
        /// Where ("at the start", "at the end").
        place: &'static str,
    },
    /// NEAR joins something it cannot.
    #[error("NEAR joins words, phrases, and (one OR another) of them, not AND, NOT")]
    NearJoins,
    /// Brackets do not fit.
    #[error("{0}")]
    Brackets(&'static str),
    /// Too long or too deep.
    #[error(
        "the query is too long: more than {LONGEST} words and signs, or brackets more than {DEEPEST} deep"
    )]
    TooLong,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    Near(u32),
    Phrase(Vec<Term>),
    /// Quotes or signs without any word in them.
    Nothing,
}

fn terms(text: &str, last_prefix: bool) -> Vec<Term> {
    // In quotes each word may carry its own star.
    let mut terms: Vec<Term> = Vec::new();
    words::each(text, |word, _, end| {
        let rest = text.get(end..).unwrap_or("");
        terms.push(Term {
            word: word.to_owned(),
            prefix: rest.starts_with('*'),
        });
    });
    if last_prefix && let Some(last) = terms.last_mut() {
        last.prefix = true;
    }
    terms
}

fn is_quote(ch: char) -> bool {
    matches!(ch, '"' | '“' | '”' | '„' | '«' | '»')
}

fn tokens(text: &str) -> Result<Vec<Token>, QueryError> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        if tokens.len() > LONGEST {
            return Err(QueryError::TooLong);
        }
        if ch.is_whitespace() {
            continue;
        }
        if ch == '(' || ch == ')' {
            tokens.push(if ch == '(' { Token::Open } else { Token::Close });
            continue;
        }
        if is_quote(ch) {
            let start = at + ch.len_utf8();
            // A quote that is not closed runs to the end.
            let mut end = text.len();
            for (at, ch) in chars.by_ref() {
                if is_quote(ch) {
                    end = at;
                    break;
                }
            }
            let star = chars.next_if(|(_, ch)| *ch == '*').is_some();
            tokens.push(phrase(terms(text.get(start..end).unwrap_or(""), star)));
            continue;
        }
        let mut end = at + ch.len_utf8();
        while let Some((next, ch)) = chars
            .next_if(|(_, ch)| !ch.is_whitespace() && !is_quote(*ch) && !matches!(ch, '(' | ')'))
        {
            end = next + ch.len_utf8();
        }
        let word = text.get(at..end).unwrap_or("");
        tokens.push(match word {
            "AND" | "&&" => Token::And,
            "OR" | "||" => Token::Or,
            "NOT" => Token::Not,
            "NEAR" => Token::Near(NEAR),
            _ => match word.strip_prefix("NEAR/").map(str::parse) {
                Some(Ok(distance)) => Token::Near(distance),
                _ => phrase(terms(word, false)),
            },
        });
    }
    Ok(tokens)
}

fn phrase(terms: Vec<Term>) -> Token {
    if terms.is_empty() {
        Token::Nothing
    } else {
        Token::Phrase(terms)
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    deep: usize,
}

/// A part of a query; none where it is signs only.
type Part = Option<Node>;

impl Parser<'_> {
    fn next_is(&self, wanted: &Token) -> bool {
        self.tokens.first() == Some(wanted)
    }

    fn pass(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or(&[]);
    }

    fn any(&mut self) -> Result<Part, QueryError> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return Err(QueryError::TooLong);
        }
        let mut parts = vec![self.all()?];
        while self.next_is(&Token::Or) {
            self.pass();
            self.side("OR")?;
            parts.push(self.all()?);
        }
        self.deep -= 1;
        Ok(joined(parts, Node::Or))
    }

    fn all(&mut self) -> Result<Part, QueryError> {
        let mut parts = vec![self.not()?];
        loop {
            match self.tokens.first() {
                Some(Token::And) => {
                    self.pass();
                    self.side("AND")?;
                    parts.push(self.not()?);
                }
                None | Some(Token::Or | Token::Close) => break,
                Some(
                    Token::Open | Token::Not | Token::Near(_) | Token::Phrase(_) | Token::Nothing,
                ) => {
                    parts.push(self.not()?);
                }
            }
        }
        Ok(joined(parts, Node::And))
    }

    fn not(&mut self) -> Result<Part, QueryError> {
        // "NOT NOT a" is "a".
        let mut negated = false;
        while self.next_is(&Token::Not) {
            self.pass();
            self.side("NOT")?;
            negated = !negated;
        }
        let part = self.near()?;
        Ok(part.map(|node| match node {
            node if negated => Node::Not(Box::new(node)),
            node => node,
        }))
    }

    fn near(&mut self) -> Result<Part, QueryError> {
        let mut left = self.one()?;
        while let Some(Token::Near(distance)) = self.tokens.first() {
            let distance = *distance;
            self.pass();
            self.side("NEAR")?;
            let right = self.one()?;
            left = match (left, right) {
                (Some(left), Some(right)) => {
                    if !(left.has_places() && right.has_places()) {
                        return Err(QueryError::NearJoins);
                    }
                    Some(Node::Near(Box::new(left), Box::new(right), distance))
                }
                (one, other) => one.or(other),
            };
        }
        Ok(left)
    }

    fn one(&mut self) -> Result<Part, QueryError> {
        let alone = |operator: &str| QueryError::Alone {
            operator: operator.to_owned(),
            place: "where a word should be,",
        };
        match self.tokens.first().cloned() {
            Some(Token::Phrase(terms)) => {
                self.pass();
                Ok(Some(Node::Phrase(terms)))
            }
            Some(Token::Nothing) => {
                self.pass();
                Ok(None)
            }
            Some(Token::Open) => {
                self.pass();
                if self.next_is(&Token::Close) {
                    self.pass();
                    return Ok(None);
                }
                let inside = self.any()?;
                if !self.next_is(&Token::Close) {
                    return Err(QueryError::Brackets("a bracket ( is not closed"));
                }
                self.pass();
                Ok(inside)
            }
            Some(Token::Close) => Err(QueryError::Brackets("a bracket ) was not opened")),
            Some(Token::And) => Err(alone("AND")),
            Some(Token::Or) => Err(alone("OR")),
            Some(Token::Not) => Err(QueryError::NearJoins),
            Some(Token::Near(_)) => Err(alone("NEAR")),
            None => Err(QueryError::Brackets("a bracket ( is not closed")),
        }
    }

    /// After an operator something must follow.
    fn side(&self, operator: &str) -> Result<(), QueryError> {
        match self.tokens.first() {
            None | Some(Token::Close) => Err(QueryError::Alone {
                operator: operator.to_owned(),
                place: "at the end",
            }),
            Some(_) => Ok(()),
        }
    }
}

fn joined(parts: Vec<Part>, join: fn(Vec<Node>) -> Node) -> Part {
    let mut parts: Vec<Node> = parts.into_iter().flatten().collect();
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(join(parts)),
    }
}

impl Node {
    /// Whether it stands at places in a sentence, so that NEAR can join it.
    fn has_places(&self) -> bool {
        match self {
            Self::Phrase(_) | Self::Near(..) => true,
            Self::Or(parts) => parts.iter().all(Self::has_places),
            Self::All | Self::And(_) | Self::Not(_) => false,
        }
    }
}

impl Query {
    /// The query that every sentence answers.
    #[must_use]
    pub fn all() -> Self {
        Self(Node::All)
    }

    /// Whether a text answers the query, looked at by itself; what search finds by its index is the same.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        super::marks::fits(&self.0, text)
    }

    /// Reads what a user typed.
    ///
    /// # Errors
    /// [`QueryError`] that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let no_word = || QueryError::NoWord {
            query: text.chars().take(60).collect(),
        };
        let tokens = tokens(text)?;
        let mut parser = Parser {
            tokens: &tokens,
            deep: 0,
        };
        if tokens.is_empty() {
            return Err(no_word());
        }
        let start = match tokens.first() {
            Some(Token::And) => Some("AND"),
            Some(Token::Or) => Some("OR"),
            Some(Token::Near(_)) => Some("NEAR"),
            _ => None,
        };
        if let Some(operator) = start {
            return Err(QueryError::Alone {
                operator: operator.to_owned(),
                place: "at the start",
            });
        }
        let node = parser.any()?;
        if !parser.tokens.is_empty() {
            return Err(QueryError::Brackets("a bracket ) was not opened"));
        }
        node.map(Self).ok_or_else(no_word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(node: &Node) -> String {
        let list = |parts: &[Node], join: &str| {
            let parts: Vec<String> = parts.iter().map(shown).collect();
            format!("({})", parts.join(join))
        };
        match node {
            Node::All => "everything".to_owned(),
            Node::Phrase(terms) => {
                let words: Vec<String> = terms
                    .iter()
                    .map(|t| format!("{}{}", t.word, if t.prefix { "*" } else { "" }))
                    .collect();
                words.join("+")
            }
            Node::Near(a, b, distance) => format!("({} ~{distance} {})", shown(a), shown(b)),
            Node::And(parts) => list(parts, " & "),
            Node::Or(parts) => list(parts, " | "),
            Node::Not(part) => format!("!{}", shown(part)),
        }
    }

    #[test]
    fn queries_mean_what_they_say() {
        for (text, meaning) in [
            ("elite", "elite"),
            ("Élite NEAR conflict", "(elite ~10 conflict)"),
            ("a b OR c", "((a & b) | c)"),
            ("a AND (b OR c) NOT d", "(a & (b | c) & !d)"),
            ("\"court order*\" judg*", "(court+order* & judg*)"),
            ("\"the court\"*", "the+court*"),
            ("government's", "government+s"),
            ("1,500", "1+500"),
            ("a NEAR/3 b NEAR c", "((a ~3 b) ~10 c)"),
            ("(a OR b) NEAR/2 \"c d\"", "((a | b) ~2 c+d)"),
            ("NOT NOT a", "a"),
            ("NOT a", "!a"),
            ("and or not near", "(and & or & not & near)"),
            ("\"never closed", "never+closed"),
            ("a -- b", "(a & b)"),
            ("«цитата» “two words”", "(цитата & two+words)"),
            ("a () b", "(a & b)"),
        ] {
            let query = Query::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
            assert_eq!(shown(&query.0), meaning, "{text}");
        }
    }

    #[test]
    fn what_is_no_query_is_told_plainly() {
        for (text, part) in [
            ("", "no word"),
            ("  -- ", "no word"),
            ("\"\"", "no word"),
            ("AND a", "AND stands at the start"),
            ("a OR", "OR stands at the end"),
            ("a NEAR", "NEAR stands at the end"),
            ("a OR OR b", "OR stands where"),
            ("(a", "not closed"),
            ("a)", "not opened"),
            ("a NEAR (b c)", "NEAR joins"),
            ("a NEAR NOT b", "NEAR joins"),
            ("(a OR )", "at the end"),
        ] {
            let fault = Query::parse(text).expect_err(text).to_string();
            assert!(fault.contains(part), "{text}: {fault}");
        }
        assert!(Query::parse(&"(".repeat(100)).is_err());
        assert!(Query::parse(&"a ".repeat(1000)).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_a_query_or_a_plain_error(text in ".{0,60}", signs in "[ab\"()* ANDORNEAR/0-9-]{0,60}") {
            for text in [text, signs] {
                match Query::parse(&text) {
                    Ok(query) => prop_assert!(query.0 != Node::All),
                    Err(fault) => prop_assert!(!fault.to_string().is_empty()),
                }
            }
        }
    }
}
