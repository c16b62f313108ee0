//! A violation stated as fact, with no source. See `rules/violation_without_source.md`.

use super::{Case, Statement, whole};
use crate::Finding;
use crate::credit::Credit;
use crate::words::{self, Piece, Table};
use evenhand_report::Direction;
use std::sync::LazyLock;

pub(super) fn put(case: &Case<'_>) -> Vec<Finding> {
    case.statements()
        .filter(|statement| {
            statement.reading.direction.direction == Direction::Violation
                && statement.credit == Credit::None
                && !speaks_of_law(statement)
        })
        .map(|statement| Finding {
            rule: "violation_without_source",
            message:
                "Stated as fact: the sentence credits nobody, and no credit carries over from \
                      the sentence before it."
                    .to_owned(),
            quotes: vec![whole(statement.at)],
            numbers: Vec::new(),
        })
        .collect()
}

/// Names of legal texts: near the start of a sentence they are what it rests on.
static LAW: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "law laws constitution code codes article articles decree decrees regulation regulations \
         statute statutes legislation amendment amendments ordinance ordinances act acts bill \
         provision provisions legal",
        (),
    )])
});

/// How far into the sentence its legal text is looked for, in words.
const OPENING: usize = 6;

fn speaks_of_law(statement: &Statement<'_>) -> bool {
    let mut lower = String::new();
    let (mut seen, mut law) = (0, false);
    words::cut(statement.text, |piece, span| {
        if piece == Piece::Word && seen < OPENING {
            seen += 1;
            law |= LAW.has(words::stem(span.of(statement.text), &mut lower));
        }
    });
    law || [
        "punishable by",
        "criminalize",
        "is illegal",
        "was illegal",
        "are illegal",
        "were illegal",
    ]
    .iter()
    .any(|words| statement.text.contains(words))
}
