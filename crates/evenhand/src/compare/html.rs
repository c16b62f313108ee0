//! The comparison as a chart that can be filed: one self-contained page, earlier left, later right.

use super::model::{Comparison, Join, Row, What};
use crate::dossier::html::STYLE;
use crate::dossier::html::safe::{self, Html};
use crate::dossier::{About, per};
use askama::Template;
use sha2::Digest;

const OWN_STYLE: &str = include_str!("../../templates/compare/style.css");

#[derive(Template)]
#[template(path = "compare/page.html")]
struct Page<'a> {
    c: &'a Comparison,
    style: Html,
    style_hash: String,
}

/// The chart as one self-contained page.
#[must_use]
pub fn html(comparison: &Comparison) -> String {
    let (earlier, later) = (&comparison.earlier.identity, &comparison.later.identity);
    let title = safe::css_string(&format!("{} and {}", earlier.document, later.document));
    let style = format!("{STYLE}{OWN_STYLE}").replace("PRINTED-TITLE", &title);
    let page = Page {
        c: comparison,
        style_hash: format!("sha256-{}", safe::base64(&sha2::Sha256::digest(&style))),
        style: Html::trusted(style),
    };
    let mut html = page
        .render()
        .expect("the templates have no fallible values and write to memory");
    html.retain(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    html
}

impl Page<'_> {
    fn title(&self) -> String {
        let name = |about: &About| {
            about
                .country_name
                .clone()
                .or_else(|| about.identity.title.clone())
                .unwrap_or_else(|| about.identity.document.clone())
        };
        let year = |about: &About| about.identity.year.map_or(String::new(), |y| y.to_string());
        let (one, two) = (name(&self.c.earlier), name(&self.c.later));
        let (a, b) = (year(&self.c.earlier), year(&self.c.later));
        if one == two && !a.is_empty() && !b.is_empty() {
            format!("{one}: {a} and {b}")
        } else {
            format!("{one} {a} and {two} {b}")
        }
    }

    fn sides(&self) -> [(&'static str, &About); 2] {
        [("Earlier", &self.c.earlier), ("Later", &self.c.later)]
    }

    fn rate(&self, rate: &Option<f64>) -> String {
        rate.map_or("–".to_owned(), |rate| format!("{rate:.1}"))
    }

    fn meaning(&self, what: &What) -> &'static str {
        match what {
            What::Verbatim => "word for word",
            What::Style => "spelling, tense, house terms, order; nothing else is asserted",
            What::Name => "a person, body, place or law named otherwise",
            What::Number => "a figure or date changed",
            What::Caveat => "a hedge, qualification or source added, dropped or exchanged",
            What::Substance => "what is asserted changed",
            What::New => "only in the later edition",
            What::Dropped => "only in the earlier edition: absence of reporting",
        }
    }

    fn length(&self) -> String {
        let (earlier, later) = (self.c.earlier.words, self.c.later.words);
        per(later, earlier, 100).map_or(String::new(), |share| {
            format!("The later edition has {share:.1} words for every 100 of the earlier one.")
        })
    }

    /// The heading above a row, where it is another one than above the row before.
    fn heading_above(&self, at: &usize) -> Option<&str> {
        let heading = |row: &Row| -> Option<String> {
            let place = row.new.first().or(row.old.first())?;
            Some(place.heading.clone())
        };
        let row = self.c.rows.get(*at)?;
        let before = at.checked_sub(1).and_then(|at| self.c.rows.get(at));
        if before.and_then(heading) == heading(row) {
            return None;
        }
        let place = row.new.first().or(row.old.first())?;
        (!place.heading.is_empty()).then_some(place.heading.as_str())
    }

    fn classes(&self, row: &Row) -> String {
        let mut classes = format!("w-{}", row.what);
        if row.moved {
            classes.push_str(" moved");
        }
        if !row.meaning_changed {
            classes.push_str(" same-meaning");
        }
        classes
    }

    fn tags(&self, row: &Row) -> Vec<&'static str> {
        let mut tags = Vec::new();
        match row.join {
            Some(Join::Split) => tags.push("split"),
            Some(Join::Merged) => tags.push("merged"),
            None => {}
        }
        if row.moved {
            tags.push("moved");
        }
        if row.meaning_changed {
            tags.push("meaning changed");
        }
        tags
    }

    fn lighter(&self, row: &Row) -> String {
        let names: Vec<&str> = row
            .classes
            .iter()
            .skip(1)
            .map(|class| class.as_str())
            .collect();
        if names.is_empty() {
            String::new()
        } else {
            format!("also {}", names.join(", "))
        }
    }

    fn old_side(&self, row: &Row) -> Html {
        Self::side(row, true)
    }

    fn new_side(&self, row: &Row) -> Html {
        Self::side(row, false)
    }

    /// One side of a row, changed words marked.
    fn side(row: &Row, old: bool) -> Html {
        let (places, segments, open, close) = if old {
            (&row.old, &row.old_marked, "<del>", "</del>")
        } else {
            (&row.new, &row.new_marked, "<ins>", "</ins>")
        };
        let mut out = Html::new();
        if places.is_empty() {
            out.tag("<p class=\"absent\">")
                .text(if old {
                    "not in the earlier edition"
                } else {
                    "not in the later edition"
                })
                .tag("</p>");
            return out;
        }
        out.tag("<p class=\"pin\">");
        for (at, place) in places.iter().enumerate() {
            out.text(if at == 0 { "" } else { "; " }).text(&place.pin);
        }
        out.tag("</p><p>");
        if segments.is_empty() {
            for (at, place) in places.iter().enumerate() {
                out.text(if at == 0 { "" } else { " " }).text(&place.text);
            }
        }
        for segment in segments {
            let words = segment.text.trim_end();
            if segment.changed {
                out.tag(open).text(words).tag(close);
            } else {
                out.text(words);
            }
            if words.len() < segment.text.len() {
                out.text(" ");
            }
        }
        out.tag("</p>");
        out
    }
}
