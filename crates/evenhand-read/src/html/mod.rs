//! Web pages: state.gov's country reports of all editions, and any other page by its main text.
//!
//! In: the decoded source. Out: a [`Page`] in pieces. The outline and sentences are not its job.

mod look;
mod main_text;
mod metadata;
pub(crate) mod references;
mod tags;
mod tokens;
mod walk;

use crate::page::Page;
pub(crate) use metadata::date;
pub(crate) use walk::LOOKS_LIKE_HEADING;

/// Reads a page.
pub(crate) fn read(source: &str) -> Page {
    let metadata = metadata::read(source);
    let main = main_text::find(source);
    let walk = walk::Walk::new(source);
    let mut page = match main {
        Some(main) => walk.element(main.start, main.end),
        None => walk.everything(),
    };
    page.guessed = main.is_none_or(|main| main.guessed);
    page.metadata = metadata;
    page
}
