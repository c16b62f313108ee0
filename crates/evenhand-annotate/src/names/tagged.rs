//! A sentence with the roles of its words: what every rule of names looks at.
//!
//! In: the tokens. Out: for each token its roles, units of the register joined, and where a
//! capital says nothing because a sentence or quotation begins there.

use super::register;
use super::vocabulary::{
    self, ABBREVIATION, ACRONYM, DATE, FUNCTION, INSIDE, NO_NAME, PERSON_NOUN, PLAIN, REGISTER,
    Roles, TITLE,
};
use crate::tokens::{Case, Kind, Token, Words};

/// What a token is to the rules.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tag {
    /// Its roles.
    pub roles: Roles,
    /// Tokens in the unit that begins here, at least 1.
    pub length: u8,
    /// A capital here says nothing.
    pub initial: bool,
}

/// A sentence with the roles of its words.
pub(super) struct Tagged<'a> {
    /// The words.
    pub words: &'a Words,
    /// One tag a token.
    pub tags: Vec<Tag>,
}

/// Endings of ordinary words, for those too rare to stand in the list.
const PLAIN_ENDINGS: &[&str] = &[
    "ing", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ers", "ists", "ous",
    "able", "ible", "ism", "ology", "wide", "ship", "less",
];

impl<'a> Tagged<'a> {
    /// Tags a sentence; none where no word has a capital, so that there can be no name.
    pub(super) fn of(words: &'a Words) -> Option<Self> {
        let tokens = words.tokens();
        let mut capitals = 0;
        let mut shouted = 0;
        let mut plain = 0;
        for token in tokens {
            match (token.kind, token.case) {
                (Kind::Word, Case::Capital) => capitals += 1,
                (Kind::Word, Case::Upper) => shouted += 1,
                (Kind::Word, Case::Lower) => plain += 1,
                (Kind::Number | Kind::Possessive | Kind::Mark, _) => {}
            }
        }
        if capitals + shouted == 0 {
            return None;
        }
        // A line in capitals throughout tells nothing about acronyms.
        let acronyms = shouted <= capitals + plain;
        let mut tags = vec![Tag::default(); tokens.len()];
        let mut initial = true;
        let mut at = 0;
        while at < tokens.len() {
            let token = tokens[at];
            if token.kind == Kind::Word && token.case != Case::Lower {
                let found = register::unit(words, at).filter(|(length, class)| {
                    // "Male prisoners …": a word at the start that is also an ordinary one.
                    *length > 1 || !initial || class & REGISTER == 0 || !ordinary(token)
                });
                if let Some((length, class)) = found {
                    tags[at] = Tag {
                        roles: class,
                        length: u8::try_from(length).unwrap_or(1),
                        initial,
                    };
                    for inside in tags.iter_mut().skip(at + 1).take(length - 1) {
                        inside.roles = INSIDE | class;
                        inside.length = 1;
                    }
                    at += length;
                    initial = false;
                    continue;
                }
            }
            let mut roles = if token.kind == Kind::Word {
                vocabulary::roles(token.key)
            } else {
                0
            };
            if token.case == Case::Upper && roles & (NO_NAME | DATE | ABBREVIATION) == 0 {
                // "WHO" is not "who", but "MP" is a post all the same.
                roles = if acronyms {
                    ACRONYM | roles & (TITLE | PERSON_NOUN)
                } else {
                    roles
                };
            } else if token.case == Case::Capital && roles == 0 && plain_ending(words.str(token)) {
                roles = PLAIN;
            }
            tags[at] = Tag {
                roles,
                length: 1,
                initial,
            };
            initial = match token.kind {
                Kind::Word => false,
                Kind::Mark => opens(words.str(token)) || initial,
                Kind::Number | Kind::Possessive => initial,
            };
            at += 1;
        }
        Some(Self { words, tags })
    }

    /// The roles of the token at `at`; none past the ends.
    pub(super) fn roles(&self, at: usize) -> Roles {
        self.tags.get(at).map_or(0, |tag| tag.roles)
    }

    /// Whether the token at `at` has one of these roles.
    pub(super) fn is(&self, at: usize, roles: Roles) -> bool {
        self.roles(at) & roles != 0
    }

    /// Whether the token before `at` has one of these roles.
    pub(super) fn before(&self, at: usize, roles: Roles) -> bool {
        at > 0 && self.is(at - 1, roles)
    }

    /// The token at `at`.
    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.words.tokens().get(at).copied()
    }

    /// The letters of the token at `at`.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.words.at(at)
    }

    /// Where the unit at `at` ends.
    pub(super) fn after(&self, at: usize) -> usize {
        at + self
            .tags
            .get(at)
            .map_or(1, |tag| usize::from(tag.length.max(1)))
    }

    /// A word with a capital that may belong to a name.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower)
            && !self.is(at, DATE | NO_NAME | INSIDE)
    }

    /// A word in small letters.
    pub(super) fn lower(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Word && token.case == Case::Lower)
    }

    /// Whether the token at `at` follows without white space.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.glued)
    }

    /// A possessive ending stands at `at`.
    pub(super) fn possessive(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Possessive)
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tags.len()
    }
}

fn ordinary(token: Token) -> bool {
    vocabulary::roles(token.key) & (PLAIN | FUNCTION | DATE) != 0
}

fn opens(mark: &str) -> bool {
    matches!(mark, "“" | "\"" | ":" | "•" | "‘" | "?" | "!")
}

fn plain_ending(word: &str) -> bool {
    word.len() > 6 && PLAIN_ENDINGS.iter().any(|ending| word.ends_with(ending))
}
