//! `evenhand omissions`: measures a report mentions and those it does not; topics another report covers
//! that this one does not.

use crate::args::{Identity, ListFormat};
use crate::which::Which;
use crate::{Outcome, audit, table};
use anyhow::{Result, bail};
use clap::Args;
use evenhand::registers::{self, Against, MentionRow, Omissions, Standing};
use std::io::Write;
use std::path::PathBuf;

/// Options of `evenhand omissions`.
#[derive(Debug, Args)]
#[command(after_help = "\
A measure is mentioned where a sentence uses its search terms and, besides, its date, its value, words of its title, or tells of a step \
taken; a mere word in common is no mention. What is absent was not found by these terms in this report: absence of reporting is not \
absence of the measure. The columns of the register: docs/registers.md.

Example:
  evenhand omissions 2023/veldania.html --measures measures.csv --before 2022/veldania.html --peers 2023/hestrania.html
  evenhand omissions KAZ 2023 --measures measures.csv --archive reports.db
  evenhand omissions 2023/veldania.html --against un-2023.md --format json")]
pub(crate) struct Arguments {
    /// The report.
    #[command(flatten)]
    which: Which,
    /// Register of measures (CSV).
    #[arg(long, value_name = "FILE", required_unless_present = "against")]
    measures: Option<PathBuf>,
    /// Other editions of the report in which the measures are looked for too; from the archive, all of the same publisher.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    before: Vec<String>,
    /// Reports on other countries, against which those countries' measures are held; from the archive, those of the same region.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    peers: Vec<String>,
    /// Another report on the same country, whose topics are looked for here.
    #[arg(long, value_name = "FILE")]
    against: Option<String>,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
    /// What is known about the report.
    #[command(flatten)]
    identity: Identity,
}

/// Holds the measures, or the other report, against the report.
pub(crate) fn run(options: &Arguments, out: &mut impl Write) -> Result<Outcome> {
    let found_report = options.which.open(&options.identity)?;
    let report = &found_report.report;
    let against = match &options.against {
        Some(other) => Some(registers::against(
            report,
            &audit::one(other, &found_report.same_country())?,
        )),
        None => None,
    };
    let mut found = match &options.measures {
        Some(file) => {
            let measures = registers::measures_file(file)?;
            let countries: Vec<_> = measures.iter().map(|measure| measure.country).collect();
            Some(registers::omissions(
                report,
                &measures,
                &found_report.others(&options.before)?,
                &found_report.peers(&options.peers, &countries)?,
            )?)
        }
        None => None,
    };
    if options.measures.is_none() && !(options.before.is_empty() && options.peers.is_empty()) {
        bail!("--before and --peers are held against measures; give them with --measures FILE");
    }
    if let Some(found) = &mut found {
        found.against = against.clone();
    }
    match options.format {
        ListFormat::Json => {
            match (&found, &against) {
                (Some(found), _) => serde_json::to_writer_pretty(&mut *out, found)?,
                (None, Some(against)) => serde_json::to_writer_pretty(&mut *out, against)?,
                (None, None) => {}
            }
            writeln!(out)?;
        }
        ListFormat::Csv => {
            if let Some(found) = &found {
                rows(found, out)?;
            }
            if let Some(against) = &against {
                topics(against, ListFormat::Csv, out)?;
            }
        }
        ListFormat::Table => {
            if let Some(found) = &found {
                shown(found, out)?;
            }
            if let Some(against) = &against {
                if found.is_some() {
                    writeln!(out)?;
                }
                shown_against(against, out)?;
            }
        }
    }
    let nothing = found.as_ref().is_none_or(|found| {
        found
            .measures
            .iter()
            .all(|row| row.standing == Standing::Mentioned)
    }) && against
        .as_ref()
        .is_none_or(|against| against.topics.is_empty());
    Ok(if nothing {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// One row a measure and report: this one, other editions, peers.
fn rows(found: &Omissions, out: &mut impl Write) -> Result<()> {
    let head = [
        "measure",
        "country",
        "date",
        "title",
        "rights",
        "document",
        "year",
        "standing",
        "confidence",
        "direction",
        "pin",
        "quote",
        "because",
        "terms",
        "source",
    ];
    let mut rows = Vec::new();
    let mut push = |measure: &registers::Measure,
                    document: &str,
                    year: Option<u16>,
                    standing: Standing,
                    mentions: &[MentionRow]| {
        let rights: Vec<String> = measure.rights.iter().map(ToString::to_string).collect();
        let best = mentions.first();
        rows.push(vec![
            measure.id.clone(),
            measure.country.to_string(),
            measure.date.to_string(),
            measure.title.clone(),
            rights.join("; "),
            document.to_owned(),
            year.map(|year| year.to_string()).unwrap_or_default(),
            standing.to_string(),
            best.map(|best| format!("{:.2}", best.confidence))
                .unwrap_or_default(),
            best.map(|best| best.direction.to_string())
                .unwrap_or_default(),
            best.map(|best| best.quote.pin.clone()).unwrap_or_default(),
            best.map(|best| best.quote.text.clone()).unwrap_or_default(),
            best.map(|best| best.because.join("; ")).unwrap_or_default(),
            measure.terms.join("; "),
            measure.source.clone(),
        ]);
    };
    for row in &found.measures {
        push(
            &row.measure,
            &found.report.document,
            found.report.year,
            row.standing,
            &row.mentions,
        );
        for edition in &row.editions {
            push(
                &row.measure,
                &edition.document,
                edition.year,
                edition.standing,
                &edition.mentions,
            );
        }
    }
    for row in &found.peers {
        push(
            &row.measure,
            &row.document,
            None,
            row.standing,
            &row.mentions,
        );
    }
    table::write(ListFormat::Csv, &head, rows.into_iter(), out)
}

/// For people: the measures by how they stand, with the words they rest on.
fn shown(found: &Omissions, out: &mut impl Write) -> Result<()> {
    let report = &found.report;
    writeln!(
        out,
        "{}: {} measures held against {} statements",
        title(report),
        found.measures.len(),
        report.statements
    )?;
    for count in found.standings.iter().filter(|count| count.count > 0) {
        writeln!(
            out,
            "  {:<13} {:>3} of {} ({})",
            count.standing.as_str(),
            count.count,
            count.of,
            percent(count.percent)
        )?;
    }
    for standing in Standing::ALL {
        let rows: Vec<_> = found
            .measures
            .iter()
            .filter(|row| row.standing == *standing)
            .collect();
        if rows.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", heading(*standing))?;
        for row in rows {
            writeln!(
                out,
                "\n{}  {}  {}",
                row.measure.id, row.measure.date, row.measure.title
            )?;
            writeln!(out, "    {}", row.message)?;
            for mention in &row.mentions {
                quoted(mention, out)?;
            }
            for edition in &row.editions {
                match edition.mentions.first() {
                    Some(mention) => {
                        writeln!(out, "    {}: {}", edition.document, edition.standing)?;
                        quoted(mention, out)?;
                    }
                    None => writeln!(out, "    {}: {}", edition.document, edition.standing)?,
                }
            }
            if row.peers.of > 0 {
                writeln!(
                    out,
                    "    peers' measures of the same rights: {} of {} mentioned ({}){}",
                    row.peers.mentioned,
                    row.peers.of,
                    percent(row.peers.percent),
                    if row.peers.measures.is_empty() {
                        String::new()
                    } else {
                        format!(": {}", row.peers.measures.join(", "))
                    }
                )?;
            }
        }
    }
    if !found.peers.is_empty() {
        writeln!(out, "\nPeers' measures in the peers' own reports\n")?;
        let rows = found.peers.iter().map(|row| {
            vec![
                row.country_name.clone(),
                row.measure.id.clone(),
                row.standing.to_string(),
                row.mentions
                    .first()
                    .map_or(String::new(), |mention| mention.quote.pin.clone()),
                row.measure.title.clone(),
            ]
        });
        table::write(
            ListFormat::Table,
            &["country", "measure", "standing", "where", "title"],
            rows,
            out,
        )?;
    }
    Ok(())
}

const fn heading(standing: Standing) -> &'static str {
    match standing {
        Standing::Mentioned => "Mentioned",
        Standing::Possibly => "Possibly mentioned",
        Standing::NotFound => "Not found (absence of reporting, not of the measure)",
        Standing::AfterPeriod => "Took effect after the period reported on",
    }
}

fn quoted(mention: &MentionRow, out: &mut impl Write) -> Result<()> {
    writeln!(
        out,
        "    “{}” ({}; {}; confidence {:.2}: {})",
        mention.quote.text,
        mention.quote.pin,
        mention.direction,
        mention.confidence,
        mention.because.join("; ")
    )?;
    Ok(())
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "no share".to_owned(), |share| format!("{share} percent"))
}

fn title(held: &registers::Held) -> String {
    let name = held.country_name.as_deref().unwrap_or(&held.document);
    held.year
        .map_or_else(|| name.to_owned(), |year| format!("{name}, {year}"))
}

fn topics(against: &Against, format: ListFormat, out: &mut impl Write) -> Result<()> {
    let head = [
        "article",
        "right",
        "matter",
        "statements",
        "percent",
        "pin",
        "quote",
    ];
    let rows = against.topics.iter().map(|topic| {
        let first = topic.quotes.first();
        vec![
            topic.article.to_string(),
            topic.right.to_owned(),
            topic.matter.clone(),
            topic.statements.to_string(),
            topic
                .percent
                .map(|share| share.to_string())
                .unwrap_or_default(),
            first.map(|quote| quote.pin.clone()).unwrap_or_default(),
            first.map(|quote| quote.text.clone()).unwrap_or_default(),
        ]
    });
    table::write(format, &head, rows, out)
}

fn shown_against(against: &Against, out: &mut impl Write) -> Result<()> {
    writeln!(
        out,
        "Of {} statements of {} that concern a right, {} ({}) have a counterpart here in like words; \
         {} more use words that stand here elsewhere.\nTopics of it without a counterpart (absence of reporting, or quite other words):\n",
        against.held,
        against.other.document,
        against.covered,
        percent(against.covered_percent),
        against.other_words
    )?;
    topics(against, ListFormat::Table, out)?;
    writeln!(
        out,
        "\nHow often each speaks of a right first, on 100 statements of its own:\n"
    )?;
    let rows = against.rights.iter().map(|row| {
        vec![
            row.article.to_string(),
            row.right.to_owned(),
            row.other.to_string(),
            row.other_percent
                .map(|share| share.to_string())
                .unwrap_or_default(),
            row.here.to_string(),
            row.here_percent
                .map(|share| share.to_string())
                .unwrap_or_default(),
        ]
    });
    table::write(
        ListFormat::Table,
        &["article", "right", "other", "percent", "here", "percent"],
        rows,
        out,
    )
}
