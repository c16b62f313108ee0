//! Invented pages and headings, and what must be made of them.

use super::*;

fn walk(source: &str) -> Page {
    Walk::new(source).element(0, source.len())
}

fn blocks(source: &str) -> Vec<String> {
    let page = walk(source);
    page.pieces
        .iter()
        .map(|piece| match piece {
            Piece::Heading { text, level, .. } => format!("h{level} {text}"),
            Piece::Block(block) => {
                format!("{} {}", block.kind, block.span.of(&page.text))
            }
        })
        .collect()
}

#[test]
fn blocks_of_a_page() {
    assert_eq!(
        blocks(
            "<div><h2>Title<svg><path d='M'/></svg></h2><p>One <b>bold</b>\n word.<p>Two.\
             <ul><li>first<li><p>second</p></ul><blockquote><p>quoted</p></blockquote>\
             <table><tr><td>cell<td>other</table><nav>Home</nav><p hidden>no</p>loose</div>\
             <p>after</p>"
        ),
        [
            "h2 Title",
            "paragraph One bold word.",
            "paragraph Two.",
            "list_item first",
            "list_item second",
            "quotation quoted",
            "table_cell cell",
            "table_cell other",
            "paragraph loose"
        ]
    );
}

#[test]
fn breaks_and_misnested_bold() {
    assert_eq!(
        blocks("<div><b><p>One<br>line.<br><br>Next one.</b> more</p><i>x</div>"),
        [
            "paragraph One line.",
            "paragraph Next one. more",
            "paragraph x"
        ]
    );
}

#[test]
fn lead_and_links() {
    let page = walk(
        "<div><p><b>Child, </b><b>Early</b><b>:</b> The law. See <a href='/x?a&amp;b'>this \
         page</a>.</p><p class=stars-above>China</p><p><a href=/a>A</a> | <a href=/b>B</a></p></div>",
    );
    let Some(Piece::Block(block)) = page.pieces.first() else {
        panic!("no block");
    };
    assert_eq!(page.text, "Child, Early: The law. See this page.");
    assert_eq!(block.lead as usize, "Child, Early:".len());
    assert!(block.strong);
    assert_eq!(block.links[0].span.of(&page.text), "this page");
    assert_eq!(block.links[0].address, "/x?a&b");
    assert_eq!(page.pieces.len(), 1);
}

#[test]
fn headings_before_a_line_break() {
    assert_eq!(
        blocks(
            "<div><p>Section 2.<br>Liberty<br>b. Property<br/>Laws were in place.</p>\
             <p>One line.<br>Another.</p></div>"
        ),
        [
            "h7 Section 2.",
            "h7 Liberty",
            "h7 b. Property",
            "paragraph Laws were in place.",
            "paragraph One line. Another."
        ]
    );
}

#[test]
fn nesting_without_end_is_survived() {
    let deep = "<div>".repeat(5_000) + "deep" + &"</div>".repeat(5_000) + "<p>after</p>";
    let page = walk(&deep);
    assert!(page.broken);
    assert_eq!(page.text, "deep");
}
