//! The pages of the rules from their Markdown: headings, paragraphs, lists, fenced blocks, emphasis,
//! code. Everything else stays the words it is; no markup of a page reaches the dossier.

use super::Page;
use super::safe::Html;
use evenhand_report::RulePage;

/// What the lines being gathered belong to.
#[derive(Clone, Copy, PartialEq)]
enum Block {
    Nothing,
    Paragraph,
    List,
    Fence,
}

impl Block {
    fn close(self, out: &mut Html) {
        match self {
            Self::Nothing => {}
            Self::Paragraph => {
                out.tag("</p>");
            }
            Self::List => {
                out.tag("</li></ul>");
            }
            Self::Fence => {
                out.tag("</pre>");
            }
        }
    }
}

impl Page<'_> {
    /// The page of a rule without its title and summary, which stand above it.
    pub(super) fn markdown(&self, page: &RulePage) -> Html {
        let summary = page.summary();
        let body = page
            .page
            .lines()
            .filter(|line| !line.starts_with("# ") && line.trim() != summary);
        markdown(body)
    }

    /// A line of Markdown: emphasis and code.
    pub(super) fn inline(&self, words: &str) -> Html {
        let mut out = Html::new();
        inline(&mut out, words);
        out
    }
}

fn markdown<'a>(lines: impl Iterator<Item = &'a str>) -> Html {
    let mut out = Html::new();
    let mut block = Block::Nothing;
    for line in lines {
        let bare = line.trim();
        if bare.starts_with("```") {
            block.close(&mut out);
            block = match block {
                Block::Fence => Block::Nothing,
                Block::Nothing | Block::Paragraph | Block::List => {
                    out.tag("<pre>");
                    Block::Fence
                }
            };
        } else if block == Block::Fence {
            out.text(line).tag("\n");
        } else if bare.is_empty() {
            block.close(&mut out);
            block = Block::Nothing;
        } else if let Some(heading) = bare.strip_prefix("## ") {
            block.close(&mut out);
            block = Block::Nothing;
            out.tag("<h4>").text(heading).tag("</h4>");
        } else if let Some(item) = bare.strip_prefix("- ").or_else(|| bare.strip_prefix("* ")) {
            if block == Block::List {
                out.tag("</li>");
            } else {
                block.close(&mut out);
                out.tag("<ul>");
                block = Block::List;
            }
            out.tag("<li>");
            inline(&mut out, item);
        } else {
            match block {
                Block::Nothing => {
                    out.tag("<p>");
                    block = Block::Paragraph;
                }
                Block::Paragraph | Block::List | Block::Fence => {
                    out.tag(" ");
                }
            }
            inline(&mut out, bare);
        }
    }
    block.close(&mut out);
    out
}

/// Words with `code`, *emphasis* and **weight**; a sign without its partner stays a sign.
fn inline(out: &mut Html, words: &str) {
    let mut rest = words;
    while let Some(at) = rest.find(['`', '*']) {
        let (before, from) = rest.split_at(at);
        out.text(before);
        let (sign, tag) = if from.starts_with('`') {
            ("`", "code")
        } else if from.starts_with("**") {
            ("**", "b")
        } else {
            ("*", "em")
        };
        let after = from.strip_prefix(sign).unwrap_or(from);
        match after
            .split_once(sign)
            .filter(|(inside, _)| !inside.is_empty() && !inside.starts_with(' '))
        {
            Some((inside, remaining)) => {
                out.tag("<")
                    .tag(tag)
                    .tag(">")
                    .text(inside)
                    .tag("</")
                    .tag(tag)
                    .tag(">");
                rest = remaining;
            }
            None => {
                out.text(sign);
                rest = after;
            }
        }
    }
    out.text(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_become_markup_and_bring_none_of_their_own() {
        let page = "## Marks\n\nA *verb* of `saying` with <b>.\n- one\n  more\n- two **x**\n\n```sentence\na <b>\n^ cue\n```\n";
        assert_eq!(
            markdown(page.lines()).to_string(),
            "<h4>Marks</h4><p>A <em>verb</em> of <code>saying</code> with &lt;b&gt;.</p>\
             <ul><li>one more</li><li>two <b>x</b></li></ul><pre>a &lt;b&gt;\n^ cue\n</pre>"
        );
    }

    #[test]
    fn a_lone_sign_stays_a_sign() {
        let mut out = Html::new();
        inline(&mut out, "2 * 3 is `six");
        assert_eq!(out.to_string(), "2 * 3 is `six");
    }
}
