//! The dossier as one page: self-contained, printable, readable without JavaScript.
//!
//! The templates in `templates/dossier/` hold the words and the order; the modules beside this one
//! write what repeats (quotes, marks, charts). Everything that comes from a report is escaped, and
//! the page's policy lets nothing be loaded or run.

mod charts;
mod editions;
pub(super) mod elsewhere;
mod figures;
mod findings;
mod markdown;
mod marks;
mod method;
mod overview;
mod quotes;
pub(crate) mod safe;
mod speakers;
mod text;
pub(super) mod words;

use super::Dossier;
use askama::Template;
use evenhand_report::SentenceIndex;
use safe::Html;
use sha2::Digest;

pub(crate) const STYLE: &str = include_str!("../../../templates/dossier/style.css");

/// The page, as its templates see it.
#[derive(Template)]
#[template(path = "dossier/page.html")]
struct Page<'a> {
    d: &'a Dossier,
    style: Html,
    style_hash: String,
    /// Numbers of the findings that quote a sentence, one list a sentence.
    findings_on: Vec<Vec<usize>>,
}

/// The dossier as one self-contained page.
#[must_use]
pub fn html(dossier: &Dossier) -> String {
    let title = safe::css_string(&format!("Dossier: {}", dossier.about.identity.document));
    let style = STYLE.replace("PRINTED-TITLE", &title);
    let page = Page {
        d: dossier,
        style_hash: format!("sha256-{}", safe::base64(&sha2::Sha256::digest(&style))),
        style: Html::trusted(style),
        findings_on: findings_on(dossier),
    };
    let mut html = page
        .render()
        .expect("the templates have no fallible values and write to memory");
    // A control character in a report is no part of any word, and not allowed in a page.
    html.retain(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    if !html.ends_with('\n') {
        html.push('\n');
    }
    html
}

fn findings_on(dossier: &Dossier) -> Vec<Vec<usize>> {
    let mut on = vec![Vec::new(); dossier.opened.report.sentences.len()];
    for (number, finding) in dossier.findings.all.iter().enumerate() {
        for quote in &finding.quotes {
            if let Some(list) = on.get_mut(quote.sentence.0 as usize)
                && !list.contains(&number)
            {
                list.push(number);
            }
        }
    }
    on
}

impl Page<'_> {
    fn title(&self) -> String {
        let about = &self.d.about;
        match (
            &about.country_name,
            about.identity.year,
            &about.identity.title,
        ) {
            (Some(country), Some(year), _) => format!("{country}, {year}"),
            (_, _, Some(title)) => title.clone(),
            (Some(country), None, None) => country.clone(),
            (None, _, None) => about.identity.document.clone(),
        }
    }

    fn subtitle(&self) -> String {
        let about = &self.d.about;
        // A title that only names the country says nothing new under the country's name.
        let title = about.identity.title.as_ref();
        let title = title.filter(|title| Some(*title) != about.country_name.as_ref());
        let said = [title, about.identity.publisher.as_ref()];
        let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
        let length = format!("{} statements laid open", self.n(about.statements));
        if said.is_empty() {
            length
        } else {
            format!("{}. {length}", said.join(". "))
        }
    }

    fn contents(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let mut parts = vec![
            ("1", "glance", "The report at a glance"),
            ("2", "speakers", "Who speaks"),
            ("3", "figures", "Figures"),
            ("4", "rights", "Rights"),
            ("5", "editions", "Against the earlier edition"),
            ("6", "findings", "Findings of the tests"),
            ("7", "text", "The whole text"),
            ("8", "method", "Method"),
        ];
        if self.d.elsewhere.is_some() {
            parts.push(("9", "elsewhere", "The same edition, other countries"));
        }
        parts.push(("A", "rules", "The rules"));
        parts
    }

    fn language(&self) -> &str {
        let tag = self.d.about.identity.language.as_deref().unwrap_or("en");
        let plain = tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if plain { tag } else { "en" }
    }

    fn sentence_words(&self, at: SentenceIndex) -> &str {
        let report = &self.d.opened.report;
        report.sentence_text(&report.sentences[at.0 as usize])
    }
}
