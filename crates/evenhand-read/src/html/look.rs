//! What a block is by its looks: a line set off as a heading, a menu among the paragraphs.

/// A whole line set off, short and without an end: "Anti-Semitism" in bold.
pub(super) fn looks_like_heading(block: &str) -> bool {
    block.len() <= 120
        && !block.ends_with(['.', '!', '?', ';', ',', '…', '"', '”'])
        && block.starts_with(|ch: char| ch.is_uppercase() || ch.is_numeric())
        && !block.contains("://")
        && block.split(' ').count() <= 14
}

/// How the menus begin that state.gov set among its paragraphs, 2016-2024.
const MENUS: &[&str] = &[
    "read a section",
    "in this section",
    "on this page",
    "view report by",
    "download report",
];

/// A block that is nothing but links and says nothing: "China | Hong Kong | Macau".
pub(super) fn is_menu(block: &str, linked: usize) -> bool {
    let named = block.len() <= 200
        && MENUS.iter().any(|menu| {
            block
                .get(..menu.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(menu))
        });
    if named {
        return true;
    }
    let words = block
        .split(|ch: char| ch.is_whitespace() || ch == '|')
        .map(str::len)
        .sum::<usize>();
    linked * 10 >= words * 9
        && block.len() <= 200
        && block.contains('|')
        && !block.contains("://")
        && !block.ends_with(['.', '!', '?'])
}
