//! Invented pages and headings, and what must be made of them.

use super::*;

fn blocks(source: &str) -> Vec<String> {
    let page = read(source);
    page.pieces
        .iter()
        .map(|piece| match piece {
            Piece::Heading { text, level, .. } => format!("h{level} {text}"),
            Piece::Block(block) => format!("{} {}", block.kind, block.span.of(&page.text)),
        })
        .collect()
}

#[test]
fn blocks_of_markdown() {
    assert_eq!(
        blocks(
            "# Nordavia #\n\nThe *harbour* court\nsat [on Monday](https://e.org/a).\n\n- one \
             `two`\n- three\n\n1. first\n\n> quoted\n> on\n\n| a | b |\n|---|---|\n| c | d |\n\n\
             [^1]: A note.\n\n```\ncode\n```\nTitle\n-----\nsnake_case &amp; 2 * 3[^1] \\*x\\*\n"
        ),
        [
            "h1 Nordavia",
            "paragraph The harbour court sat on Monday.",
            "list_item one two",
            "list_item three",
            "list_item 1. first",
            "quotation quoted on",
            "table_cell a",
            "table_cell b",
            "table_cell c",
            "table_cell d",
            "note A note.",
            "h2 Title",
            "paragraph snake_case & 2 * 3 *x*"
        ]
    );
}

#[test]
fn front_matter_links_and_leads() {
    let page = read(
        "---\ntitle: \"Nordavia\"\ndate: 2023-05-01\n---\n\n**Bail Terms:** See [the law](/law).\n",
    );
    assert_eq!(page.metadata.title.as_deref(), Some("Nordavia"));
    assert_eq!(page.metadata.published.as_deref(), Some("2023-05-01"));
    let Some(Piece::Block(block)) = page.pieces.first() else {
        panic!("no block");
    };
    assert_eq!(block.lead as usize, "Bail Terms:".len());
    assert_eq!(block.links[0].span.of(&page.text), "the law");
}
