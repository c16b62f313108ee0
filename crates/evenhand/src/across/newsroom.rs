//! The newsroom's recipe: what a published table of terms counted, on the pages as downloaded.
//!
//! In: the bytes of a page, terms in small letters. Out: its words and how often each term stands in
//! it. Counted is the text of every `p` under an element of class `report__main`: words are runs of
//! characters other than white space, terms are looked for as runs of characters in small letters,
//! inside words too. Headings and list items that hold no `p` are not counted. `docs/commands/terms.md`
//! states the recipe; our own count ([`super::terms()`]) differs in all these points.

use html5gum::{Token, Tokenizer};
use std::convert::Infallible;

/// What the recipe counts on one page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageCount {
    /// Runs of characters other than white space.
    pub words: u64,
    /// One count a term.
    pub counts: Vec<u64>,
}

/// Counts a page.
#[must_use]
pub fn count(page: &[u8], terms: &[String]) -> PageCount {
    let mut counted = PageCount {
        words: 0,
        counts: vec![0; terms.len()],
    };
    paragraphs(page, &mut |paragraph| {
        counted.words += paragraph.split_whitespace().count() as u64;
        let small = paragraph.to_lowercase();
        for (count, term) in counted.counts.iter_mut().zip(terms) {
            if !term.is_empty() {
                *count += small.matches(term.as_str()).count() as u64;
            }
        }
    });
    counted
}

/// Start tags before which an open `p` ends by itself (HTML, 13.1.2.4 and 13.2.6.4.7).
const END_A_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
    "xmp",
];
/// Elements whose end also ends a `p` left open inside them.
const HOLD_PARAGRAPHS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
];
/// Elements whose inside is not text to be read.
const NOT_TEXT: &[&str] = &["script", "style", "template", "noscript"];
/// The class of the element that holds a report.
const REPORT: &str = "report__main";

/// Calls `each` with the text of every `p` under the report, in order.
fn paragraphs(page: &[u8], each: &mut dyn FnMut(&str)) {
    let mut main: Option<(Vec<u8>, u32)> = None;
    let mut open = false;
    let mut silent = 0_u32;
    let mut text = String::new();
    let mut close = |open: &mut bool, text: &mut String| {
        if std::mem::take(open) {
            each(text);
            text.clear();
        }
    };
    let source = String::from_utf8_lossy(page);
    for token in Tokenizer::new(source.as_ref()) {
        let Ok::<_, Infallible>(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = tag.name.as_slice();
                let is = |names: &[&str]| names.iter().any(|known| known.as_bytes() == name);
                if let Some((element, depth)) = &mut main {
                    if element.as_slice() == name {
                        *depth += 1;
                    }
                    if is(END_A_PARAGRAPH) {
                        close(&mut open, &mut text);
                    }
                    open |= name == b"p";
                    silent += u32::from(is(NOT_TEXT) && !tag.self_closing);
                } else {
                    let class = tag.attributes.get(b"class".as_slice());
                    let classes = class.map(|class| String::from_utf8_lossy(class));
                    let marked = classes.is_some_and(|classes| {
                        classes
                            .split_ascii_whitespace()
                            .any(|class| class == REPORT)
                    });
                    if marked {
                        main = Some((name.to_vec(), 1));
                    }
                }
            }
            Token::EndTag(tag) => {
                let name = tag.name.as_slice();
                let is = |names: &[&str]| names.iter().any(|known| known.as_bytes() == name);
                if name == b"p" || is(HOLD_PARAGRAPHS) {
                    close(&mut open, &mut text);
                }
                if is(NOT_TEXT) {
                    silent = silent.saturating_sub(1);
                }
                if let Some((element, depth)) = &mut main
                    && element.as_slice() == name
                {
                    *depth -= 1;
                    if *depth == 0 {
                        main = None;
                        silent = 0;
                    }
                }
            }
            Token::String(words) => {
                if open && silent == 0 {
                    text.push_str(&String::from_utf8_lossy(&words));
                }
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    close(&mut open, &mut text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(page: &str, terms: &[&str]) -> (u64, Vec<u64>) {
        let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
        let found = count(page.as_bytes(), &terms);
        (found.words, found.counts)
    }

    #[test]
    fn paragraphs_of_the_report_are_counted_and_nothing_else() {
        let page = "<p>Before democracy</p><div class='a report__main'><h2>Democracy</h2>\
            <p>The <b>Democ</b>rats met\u{a0}democratically.<div><p>Two &amp; three<li>not counted</li>\
            <ul><li><p>an item</p></li></ul></div></div><p>After democracy</p>";
        assert_eq!(counted(page, &["democ"]), (4 + 3 + 2, vec![2]));
    }

    #[test]
    fn a_term_of_two_words_must_stand_on_one_line_as_typed() {
        let page =
            "<div class=report__main><p>climate change, climate\nchange, Climate Change</p></div>";
        assert_eq!(counted(page, &["climate change"]), (6, vec![2]));
    }

    #[test]
    fn any_bytes_are_counted() {
        for page in [
            "",
            "<",
            "<div class=report__main><p",
            "<div class=report__main><script><p>x",
            "\u{0}",
        ] {
            assert_eq!(counted(page, &["x"]).1, [0]);
        }
        assert_eq!(count(&[0xff, 0xfe, b'<'], &[]).words, 0);
    }
}
