//! The points as one page: self-contained, printable, readable without JavaScript.

use super::Checked;
use super::judgements::Judgements;
use super::view::View;
use crate::dossier::html::safe::{self, Html};
use askama::Template;
use sha2::Digest;

const STYLE: &str = include_str!("../../templates/check/style.css");

#[derive(Template)]
#[template(path = "check/page.html")]
struct Page<'a> {
    v: View<'a>,
    style: Html,
    style_hash: String,
    version: &'static str,
}

/// The points as one self-contained page.
#[must_use]
pub fn html(checked: &Checked, judgements: &Judgements) -> String {
    let page = Page {
        v: View::new(checked, judgements),
        style_hash: format!("sha256-{}", safe::base64(&sha2::Sha256::digest(STYLE))),
        style: Html::trusted(STYLE.to_owned()),
        version: env!("CARGO_PKG_VERSION"),
    };
    let mut html = page
        .render()
        .expect("the template has no fallible values and writes to memory");
    html.retain(|ch| !ch.is_control() || matches!(ch, '\n' | '\t'));
    html
}
