//! `evenhand coverage`: which reports the archive has, country by year.

use crate::Outcome;
use crate::archive::{ArchiveArg, FilterArgs};
use crate::args::ListFormat;
use crate::table;
use anyhow::Result;
use clap::Args;
use evenhand::archive::{Coverage, CoverageRow, State};
use std::collections::BTreeMap;
use std::io::Write;

/// Options of `evenhand coverage`.
#[derive(Debug, Args)]
#[command(
    after_help = "The table shows for each publisher how many sentences the report on a country and year has; a dot is a hole. \
    Below it stand drafts, doubles (other documents of the same publisher on the same country and year) and earlier versions \
    of reports that were changed after publication. csv and json have one row for each document and hole.\n\n\
    Example:\n  evenhand coverage --region 'Central Asia' --year 2020.. --archive reports.db"
)]
pub(crate) struct CoverageArgs {
    /// Which archive.
    #[command(flatten)]
    archive: ArchiveArg,
    /// Which reports.
    #[command(flatten)]
    filter: FilterArgs,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Shows what is there.
pub(crate) fn run(options: &CoverageArgs, out: &mut impl Write) -> Result<Outcome> {
    let archive = options.archive.open()?;
    let coverage = evenhand::archive::coverage(&archive, &options.filter.filter()?)?;
    match options.format {
        ListFormat::Table => grid(&coverage, out)?,
        ListFormat::Csv => {
            let head = [
                "publisher",
                "country",
                "name",
                "year",
                "state",
                "document",
                "version",
                "draft",
                "sentences",
                "origin",
                "imported",
            ];
            table::write(
                ListFormat::Csv,
                &head,
                coverage.rows.iter().map(fields),
                out,
            )?;
        }
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &coverage.rows)?;
            writeln!(out)?;
        }
    }
    Ok(if coverage.rows.is_empty() {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

fn fields(row: &CoverageRow) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        text(&row.publisher),
        row.country.map_or(String::new(), |code| code.to_string()),
        text(&row.name),
        row.year.map_or(String::new(), |year| year.to_string()),
        row.state.to_string(),
        text(&row.document),
        row.version
            .map_or(String::new(), |version| version.to_string()),
        u8::from(row.draft).to_string(),
        row.sentences.to_string(),
        text(&row.origin),
        text(&row.imported),
    ]
}

fn grid(coverage: &Coverage, out: &mut impl Write) -> Result<()> {
    for publisher in coverage.publishers() {
        let years = coverage.years(publisher);
        let mut countries: BTreeMap<String, BTreeMap<u16, String>> = BTreeMap::new();
        let mut reports = 0;
        for row in coverage.of(publisher) {
            if let (Some(name), Some(year), State::Report | State::Missing) =
                (&row.name, row.year, row.state)
            {
                let code = row
                    .country
                    .map_or(String::new(), |code| format!(" ({code})"));
                let cell = match row.state {
                    State::Report => row.sentences.to_string(),
                    _ => ".".to_owned(),
                };
                reports += usize::from(row.state == State::Report);
                let cells = countries.entry(format!("{name}{code}")).or_default();
                cells.insert(year, cell);
            }
        }
        if countries.is_empty() {
            continue;
        }
        writeln!(
            out,
            "{}: {reports} reports on {} countries; sentences of each",
            publisher.unwrap_or("publisher unknown"),
            countries.len()
        )?;
        let head: Vec<String> = std::iter::once("country".to_owned())
            .chain(years.iter().map(u16::to_string))
            .collect();
        let head: Vec<&str> = head.iter().map(String::as_str).collect();
        let rows = countries.into_iter().map(|(name, cells)| {
            let cell = |year: &u16| cells.get(year).cloned().unwrap_or_default();
            std::iter::once(name)
                .chain(years.iter().map(cell))
                .collect()
        });
        table::write(ListFormat::Table, &head, rows, out)?;
        writeln!(out)?;
    }
    let say = |row: &CoverageRow| {
        let document = row.document.as_deref().unwrap_or("");
        let version = row.version.unwrap_or(1);
        let draft = if row.draft {
            ", a draft or unpublished"
        } else {
            ""
        };
        match row.state {
            State::Double => Some(format!("double, not counted: {document}{draft}")),
            State::Earlier => Some(format!(
                "changed after publication: {document}, version {version} is kept (imported {})",
                row.imported.as_deref().unwrap_or("")
            )),
            State::Unplaced => Some(format!(
                "publisher, country or year unknown: {document}{draft}"
            )),
            State::Report if row.draft => Some(format!(
                "a draft or unpublished, counted for want of another: {document}"
            )),
            State::Report | State::Missing => None,
        }
    };
    for line in coverage.rows.iter().filter_map(say) {
        writeln!(out, "{line}")?;
    }
    let holes = coverage.count(State::Missing);
    writeln!(
        out,
        "{} reports, {holes} holes, {} doubles, {} earlier versions",
        coverage.count(State::Report),
        coverage.count(State::Double),
        coverage.count(State::Earlier)
    )?;
    Ok(())
}
