//! What must hold of any input: never a panic, spans that fit, a way back, linear time.

mod support;

use evenhand_report::Format;
use proptest::prelude::*;

/// Pieces of pages, well formed and not, put together at random.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<h2>Section 1. ",
    "</h2>",
    "<h3>a. ",
    "</h3>",
    "<ul><li>",
    "</ul>",
    "<table><td>",
    "</table>",
    "<blockquote>",
    "</blockquote>",
    "<br>",
    "<br/>",
    "<a href='/x'>",
    "</a>",
    "<!-- ",
    "-->",
    "<script>",
    "</script>",
    "<nav>",
    "</nav>",
    "&amp;",
    "&#8217;",
    "&nbsp;",
    "&bogus;",
    "& ",
    "<",
    ">",
    "\"",
    "'",
    "=",
    "Bail Terms: ",
    "The court sat. ",
    "U.S. ",
    "No. 5 ",
    "“Quiet. ",
    "” ",
    "(see section 1.c.). ",
    "\u{a0}",
    "\u{200b}",
    "é",
    "Суд. ",
    "。",
    "؟ ",
    "\n",
    "\n\n",
    "# ",
    "- ",
    "1. ",
    "**",
    "_",
    "`",
    "[",
    "](",
    ")",
    "|",
    "> ",
    "---\n",
    "<section class=\"report__main\">",
    "</section>",
    "<svg><title>",
    "<p hidden>",
    "\u{0}",
    "\r\n",
    "<main>",
    "</main>",
    "See https://e.example/a.b. ",
    "<p class=report-toc-section>Section 2.</p>",
];

fn page() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read(source in page()) {
        support::check(source.as_bytes(), Some(Format::Html));
    }

    #[test]
    fn any_text_is_read(source in page()) {
        support::check(source.as_bytes(), Some(Format::Text));
    }

    #[test]
    fn any_markdown_is_read(source in page()) {
        support::check(source.as_bytes(), Some(Format::Markdown));
    }

    #[test]
    fn any_bytes_give_a_report_or_a_clear_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        support::check(&bytes, None);
    }

    #[test]
    fn any_text_is_split(text in "\\PC{0,200}") {
        support::check_split(&text);
    }

    #[test]
    fn any_words_are_split(text in page()) {
        support::check_split(&text);
    }
}

/// Half a megabyte of one pattern: done at once where time is linear, never where it is not.
#[test]
fn time_is_linear_on_hostile_input() {
    const SIZE: usize = 500_000;
    for pattern in [
        "<",
        "<!--",
        "<p",
        "<p a=\"",
        "<p a='",
        "</",
        "<div>",
        "<b>",
        "<b><p></i>",
        "&",
        "&a",
        "&#1",
        "<a href=x>y",
        "<script>",
        "<li>",
        "<td>",
        ".",
        ". ",
        ".\"",
        "“A. ",
        "(A. ",
        "A. ",
        "A.B.",
        "! ",
        "\u{a0}",
        "[",
        "[^",
        "![",
        "*",
        "**a",
        "_",
        "`",
        "|",
        "> ",
        "#\n",
        "\n",
        "- \n",
        "No. ",
        "1. ",
        "Same words stand here. ",
        "<h2>x</h2>",
        "<p>x</p>",
        "<i><div>",
        "</b></i>",
        "…",
        "a:",
        "<br>",
        "report__main",
        "<section class=report__main>",
        "\u{200b}",
        "<p>Section 1.<br>",
    ] {
        let source = pattern.repeat(SIZE / pattern.len());
        for format in [Format::Html, Format::Text, Format::Markdown] {
            let given = evenhand_read::Given {
                format: Some(format),
                ..evenhand_read::Given::default()
            };
            let _ = evenhand_read::read(source.as_bytes(), &given);
        }
        let _ = evenhand_read::sentences::split(&source);
    }
}
