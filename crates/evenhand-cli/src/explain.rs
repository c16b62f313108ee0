//! `evenhand rules`, `evenhand explain RULE` and `evenhand countries`: what the program knows, for people and
//! programs.

use crate::args::ListFormat;
use anyhow::{Result, bail};
use evenhand::report::{RulePage, country::Countries};
use std::io::Write;

/// Lists the rules by family.
pub(crate) fn rules(format: ListFormat, out: &mut impl Write) -> Result<()> {
    let rows = evenhand::rules().map(|rule| {
        vec![
            rule.name.to_owned(),
            rule.family.to_string(),
            rule.summary().to_owned(),
        ]
    });
    crate::table::write(format, &["rule", "family", "what it recognises"], rows, out)
}

/// Shows the page of one rule.
pub(crate) fn explain(name: &str, out: &mut impl Write) -> Result<()> {
    let wanted = name.trim().to_lowercase().replace(['-', ' '], "_");
    let Some(rule) = evenhand::rules().find(|rule| rule.name == wanted) else {
        bail!(
            "there is no rule named {name:?}{}; `evenhand rules` lists them",
            nearest(&wanted)
        );
    };
    writeln!(out, "{}", rule.page.trim_end())?;
    Ok(())
}

/// Rules whose names share a word or a start with what was asked.
fn nearest(wanted: &str) -> String {
    let alike = |rule: &&RulePage| {
        rule.name.contains(wanted)
            || wanted
                .split('_')
                .any(|part| part.len() > 3 && rule.name.contains(part))
    };
    let names: Vec<&str> = evenhand::rules()
        .filter(alike)
        .map(|rule| rule.name)
        .take(5)
        .collect();
    if names.is_empty() {
        String::new()
    } else {
        format!("; near it are {}", names.join(", "))
    }
}

/// Lists the register of countries, or the one country that a name stands for.
pub(crate) fn countries(
    name: Option<&str>,
    format: ListFormat,
    out: &mut impl Write,
) -> Result<()> {
    let register = Countries::register();
    let chosen = match name {
        Some(name) => vec![register.find(name)?],
        None => register.all().iter().collect(),
    };
    let rows = chosen.into_iter().map(|country| {
        vec![
            country.code.to_string(),
            country.cow.map(|cow| cow.to_string()).unwrap_or_default(),
            country.name.clone(),
            country.region.clone(),
            country.names.join("; "),
            country.adjectives.join("; "),
            country.capitals.join("; "),
        ]
    });
    let head = [
        "code",
        "cow",
        "name",
        "region",
        "other names",
        "adjectives",
        "capital",
    ];
    crate::table::write(format, &head, rows, out)
}
