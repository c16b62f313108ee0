//! `evenhand figures`: figures about one matter side by side, over sentences, editions and publishers.

use crate::answer::{self, Which};
use crate::args::ListFormat;
use crate::{Outcome, progress};
use anyhow::Result;
use clap::Args;
use evenhand::across::figures::{Figures as Found, figures};
use evenhand::archive::Years;
use std::io::Write;

/// Options of `evenhand figures`.
#[derive(Debug, Args)]
pub(crate) struct Figures {
    /// Country, by name or code.
    #[arg(value_name = "COUNTRY")]
    country: String,
    /// Only these years: 2023, 2020..2022, 2022.. or ..2019.
    #[arg(long, value_name = "YEARS")]
    year: Option<Years>,
    /// Only figures about this: months, what befell people (deaths, detained …), words of the sentence or of its headings.
    #[arg(long, value_name = "WORDS")]
    about: Option<String>,
    /// List the sentences that stand again with another number instead.
    #[arg(long, conflicts_with = "about")]
    changed: bool,
    /// Which reports.
    #[command(flatten)]
    which: Which,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Lays figures side by side and writes.
pub(crate) fn run(options: &Figures, out: &mut impl Write) -> Result<Outcome> {
    let shelf = options.which.shelf(options.year)?;
    let country = answer::place(&options.country, &shelf)?;
    let found = figures(
        &shelf,
        &|held| held.place() == country,
        options.about.as_deref(),
    )?;
    let any = if options.changed {
        changed(options, &found, out)?
    } else {
        side_by_side(options, &found, out)?
    };
    if options.about.is_some() && !found.without.is_empty() {
        progress::tell(&format!(
            "no figure about it in {}: none is given there, which does not say that there is none",
            found.without.join(", ")
        ));
    }
    Ok(if any {
        Outcome::Done
    } else {
        Outcome::NothingFound
    })
}

fn side_by_side(options: &Figures, found: &Found, out: &mut impl Write) -> Result<bool> {
    let mut rows = Vec::new();
    for matter in &found.matters {
        for figure in &matter.figures {
            rows.push(vec![
                matter.matter.clone(),
                answer::number(matter.low),
                answer::number(matter.high),
                answer::number(matter.spread),
                figure.figure.clone(),
                figure.wording.clone(),
                figure
                    .given_by
                    .clone()
                    .unwrap_or_else(|| "nobody named".to_owned()),
                figure.source_kind.unwrap_or_default().to_owned(),
                figure.publisher.clone().unwrap_or_default(),
                figure.quote.pin.clone(),
                figure.heading.last().cloned().unwrap_or_default(),
                figure.quote.text.clone(),
            ]);
        }
    }
    let head = [
        "matter",
        "low",
        "high",
        "spread",
        "figure",
        "wording",
        "given_by",
        "source_kind",
        "publisher",
        "pin",
        "heading",
        "text",
    ];
    answer::write(options.format, found, &head, rows, out)?;
    Ok(!found.matters.is_empty())
}

fn changed(options: &Figures, found: &Found, out: &mut impl Write) -> Result<bool> {
    let rows = found
        .changed
        .iter()
        .map(|one| {
            vec![
                one.was.join("; "),
                one.is.join("; "),
                one.before.pin.clone(),
                one.after.pin.clone(),
                one.after.text.clone(),
                one.before.text.clone(),
            ]
        })
        .collect();
    let head = ["was", "is", "before_pin", "after_pin", "after", "before"];
    answer::write(options.format, &found.changed, &head, rows, out)?;
    Ok(!found.changed.is_empty())
}
