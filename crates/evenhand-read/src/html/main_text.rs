//! Where the main text of a page stands.
//!
//! In this order: the element state.gov marks `report__main`; `<main>`, `role="main"` or
//! `<article>` where it holds at least half of the page's prose; else the smallest element that
//! holds most of the prose, which is a guess and noted as one.

use super::tags::{Marks, Name};
use super::tokens::{Token, Tokens};
use super::walk::MAX_DEPTH;
use memchr::memmem;

/// Shortest block that counts as prose, in bytes; shorter ones are as often menus.
const PROSE_BYTES: usize = 60;
/// A block with a greater share of link text is no prose.
const PROSE_LINKS_PERCENT: usize = 40;
/// Share of the page's prose that a marked element must hold to be believed.
const MARKED_PERCENT: usize = 50;
/// Share of the page's prose that a guessed element must hold.
const GUESSED_PERCENT: usize = 75;

/// Where to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MainText {
    /// The tag that opens it.
    pub(super) start: usize,
    /// Its end.
    pub(super) end: usize,
    /// It was guessed.
    pub(super) guessed: bool,
}

/// Finds the main text; none where the page has no prose to measure.
pub(super) fn find(source: &str) -> Option<MainText> {
    if let Some(start) = state_gov(source) {
        return Some(MainText {
            start,
            end: source.len(),
            guessed: false,
        });
    }
    survey(source)
}

/// The tag with class `report__main`.
fn state_gov(source: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    memmem::find_iter(bytes, b"report__main").find_map(|at| {
        let start =
            memchr::memrchr(b'<', bytes.get(at.saturating_sub(400)..at)?)? + at.saturating_sub(400);
        match Tokens::new(source, start).next() {
            Some(Token::Start(tag)) if Marks::of(tag.attributes).main => Some(start),
            _ => None,
        }
    })
}

struct Candidate {
    start: usize,
    end: usize,
    prose: usize,
    marked: bool,
}

struct Open {
    name: Name,
    start: usize,
    prose_before: usize,
    marked: bool,
    skip: bool,
}

/// Measures the prose in every container.
fn survey(source: &str) -> Option<MainText> {
    let mut tokens = Tokens::new(source, 0);
    let mut stack: Vec<Open> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    let (mut prose, mut block, mut linked) = (0_usize, 0_usize, 0_usize);
    let (mut skipping, mut links, mut beyond) = (0_u32, 0_u32, 0_u32);
    loop {
        let at = tokens.position();
        let Some(token) = tokens.next() else { break };
        match token {
            Token::Text(start, end) => {
                let words = source.get(start..end).unwrap_or("").trim();
                if skipping == 0 {
                    block += words.len();
                    if links > 0 {
                        linked += words.len();
                    }
                }
            }
            Token::Start(tag) => {
                if tag.name == Name::A {
                    links = 1;
                }
                if tag.name.is_inline() || tag.name.is_void() {
                    continue;
                }
                settle(&mut prose, &mut block, &mut linked);
                let marks = Marks::of(tag.attributes);
                let skip = tag.name.is_furniture() || marks.left_out;
                if !skip && !tag.name.is_container() {
                    continue;
                }
                if stack.len() >= MAX_DEPTH {
                    beyond += 1;
                    continue;
                }
                skipping += u32::from(skip);
                stack.push(Open {
                    name: tag.name,
                    start: tag.start,
                    prose_before: prose,
                    marked: marks.main || matches!(tag.name, Name::Main | Name::Article),
                    skip,
                });
            }
            Token::End(name) => {
                if name == Name::A {
                    links = 0;
                }
                if name.is_inline() || name.is_void() {
                    continue;
                }
                settle(&mut prose, &mut block, &mut linked);
                if beyond > 0 && (name.is_container() || name.is_furniture()) {
                    beyond -= 1;
                    continue;
                }
                let Some(found) = stack.iter().rposition(|open| open.name == name) else {
                    continue;
                };
                for open in stack.split_off(found) {
                    skipping -= u32::from(open.skip);
                    candidates.push(Candidate {
                        start: open.start,
                        end: at,
                        prose: prose - open.prose_before,
                        marked: open.marked,
                    });
                }
            }
        }
    }
    settle(&mut prose, &mut block, &mut linked);
    for open in stack {
        candidates.push(Candidate {
            start: open.start,
            end: source.len(),
            prose: prose - open.prose_before,
            marked: open.marked,
        });
    }
    choose(&candidates, prose)
}

/// Ends a block: counts it if it is prose.
fn settle(prose: &mut usize, block: &mut usize, linked: &mut usize) {
    if *block >= PROSE_BYTES && *linked * 100 < *block * PROSE_LINKS_PERCENT {
        *prose += *block;
    }
    *block = 0;
    *linked = 0;
}

fn choose(candidates: &[Candidate], prose: usize) -> Option<MainText> {
    let smallest = |percent: usize, marked: bool| {
        candidates
            .iter()
            .filter(|c| (c.marked || !marked) && c.prose > 0 && c.prose * 100 >= prose * percent)
            .min_by_key(|c| c.end - c.start)
    };
    let found = smallest(MARKED_PERCENT, true).map(|found| (found, false));
    let (found, guessed) =
        found.or_else(|| smallest(GUESSED_PERCENT, false).map(|found| (found, true)))?;
    Some(MainText {
        start: found.start,
        end: found.end,
        guessed,
    })
}
