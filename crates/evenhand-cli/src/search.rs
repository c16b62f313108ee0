//! `evenhand search`: sentences of all reports that answer a query.

use crate::Outcome;
use crate::archive::{ArchiveArg, FilterArgs};
use crate::args::ListFormat;
use anyhow::{Result, bail};
use clap::Args;
use evenhand::archive::{
    FigureFilter, Found, Hit, Query, Range, SearchRequest, Searcher, SentenceFilter, found_csv,
};
use evenhand::report::{Direction, FigureKind, SourceKind, Specificity};
use std::io::{IsTerminal, Write};

/// Options of `evenhand search`.
#[derive(Debug, Args)]
#[command(
    after_help = "Words side by side must all stand in a sentence. \"Quotes\" hold a phrase together, a star ends a prefix (detain*), \
    AND, OR, NOT and brackets join, NEAR joins two within 10 words, NEAR/3 within 3. Case and accents make no difference. Without a \
    query the filters alone decide.\n\nHits come by country's code, year, publisher and place in the report. The count is exact, and \
    stands with the number of sentences searched.\n\nExamples:\n  evenhand search 'elite NEAR conflict' --country KAZ --year 2022..\n  \
    evenhand search '\"court order\" OR warrant*' --direction violation --source-kind ngo\n  evenhand search --figure 100.. --unit \
    persons --fact --right 3 --format csv"
)]
pub(crate) struct SearchArgs {
    /// What to look for.
    query: Option<String>,
    /// Which archive.
    #[command(flatten)]
    archive: ArchiveArg,
    /// Which reports.
    #[command(flatten)]
    filter: FilterArgs,
    /// Which sentences of them.
    #[command(flatten)]
    sentences: SentenceArgs,
    /// Most hits to show.
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    limit: usize,
    /// Hits to pass over.
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    offset: usize,
    /// How to write the hits.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// Which sentences.
#[derive(Debug, Args)]
#[command(next_help_heading = "Which sentences")]
pub(crate) struct SentenceArgs {
    /// Only in this section or below it: its label (1.a) or words of its heading; may be given several times.
    #[arg(long, value_name = "SECTION")]
    section: Vec<String>,
    /// Only about this article of the Universal Declaration; may be given several times.
    #[arg(long, value_name = "ARTICLE", value_parser = clap::value_parser!(u8).range(1..=30))]
    right: Vec<u8>,
    /// Only in this direction: violation, improvement, safeguard, none_reported, context.
    #[arg(long, value_name = "DIRECTION", value_parser = written(Direction::ALL, Direction::as_str))]
    direction: Vec<Direction>,
    /// Only credited to this kind of source: state, ngo, media, affected … (`docs/glossary.md`).
    #[arg(long, value_name = "KIND", value_parser = written(SourceKind::ALL, SourceKind::as_str))]
    source_kind: Vec<SourceKind>,
    /// Only credited to a source that is named, a category, or impersonal.
    #[arg(long, value_name = "SPECIFICITY", value_parser = written(Specificity::ALL, Specificity::as_str))]
    specificity: Vec<Specificity>,
    /// Only naming this person, body or place: words of its name; several must all be named.
    #[arg(long, value_name = "NAME")]
    named: Vec<String>,
    /// Only with a figure of this value: 41, 40..60, 100.. or ..10.
    #[arg(long, value_name = "VALUES")]
    figure: Option<Range>,
    /// Only with a figure of this unit (persons).
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// Only with a figure that measures this: count, percent, money, duration, age, other.
    #[arg(long, value_name = "KIND", value_parser = written(FigureKind::ALL, FigureKind::as_str))]
    figure_kind: Option<FigureKind>,
    /// Only with a figure set by law and the like.
    #[arg(long, conflicts_with = "fact")]
    norm: bool,
    /// Only with a figure that was measured or happened.
    #[arg(long)]
    fact: bool,
    /// Only sentences that count: no pure pointers, no repetitions inside a report.
    #[arg(long)]
    statements: bool,
}

/// Reads the written form of a variant; the possible ones stand in the help and in errors.
fn written<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    as_str: fn(T) -> &'static str,
) -> impl clap::builder::TypedValueParser<Value = T> {
    use clap::builder::TypedValueParser as _;
    let names = all.iter().map(|one| as_str(*one));
    clap::builder::PossibleValuesParser::new(names).try_map(move |text| {
        let found = all.iter().find(|one| as_str(**one) == text);
        found.copied().ok_or("not one of the possible values")
    })
}

impl SentenceArgs {
    /// The facade's form.
    pub(crate) fn filter(&self) -> SentenceFilter {
        let norm = match (self.norm, self.fact) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            (false, false) => None,
        };
        let asked = self.figure.is_some()
            || self.unit.is_some()
            || self.figure_kind.is_some()
            || norm.is_some();
        SentenceFilter {
            sections: self.section.clone(),
            rights: self.right.clone(),
            directions: self.direction.clone(),
            source_kinds: self.source_kind.clone(),
            specificities: self.specificity.clone(),
            named: self.named.clone(),
            figure: asked.then(|| FigureFilter {
                value: self.figure.unwrap_or_default(),
                unit: self.unit.clone(),
                kind: self.figure_kind,
                norm,
            }),
            statements: self.statements,
        }
    }
}

/// Searches, and shows a page of hits.
pub(crate) fn run(options: &SearchArgs, out: &mut impl Write) -> Result<Outcome> {
    let sentences = options.sentences.filter();
    let query = match &options.query {
        Some(text) => Query::parse(text)?,
        None if sentences == SentenceFilter::default() => {
            bail!("say what to look for: words, or a filter such as --direction or --named")
        }
        None => Query::all(),
    };
    let request = SearchRequest {
        query,
        documents: options.filter.filter()?,
        sentences,
        offset: options.offset,
        limit: options.limit,
    };
    let mut searcher = Searcher::open(&options.archive.archive)?;
    let found = searcher.search(&request)?;
    match options.format {
        ListFormat::Table => show(&found, options.offset, out)?,
        ListFormat::Csv => found_csv(&found, out)?,
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &found)?;
            writeln!(out)?;
        }
    }
    Ok(if found.total.hits == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

fn show(found: &Found, offset: usize, out: &mut impl Write) -> Result<()> {
    let bold = std::io::stdout().is_terminal();
    for hit in &found.hits {
        let country = hit.country.map_or(String::new(), |code| format!("{code} "));
        let right = hit
            .right
            .map_or(String::new(), |right| format!(", art. {right}"));
        writeln!(out, "{country}{}  [{}{right}]", hit.pin, hit.direction)?;
        if let Some(before) = &hit.before {
            writeln!(out, "    {before}")?;
        }
        writeln!(out, "  > {}", marked(hit, bold))?;
        if let Some(after) = &hit.after {
            writeln!(out, "    {after}")?;
        }
        writeln!(out)?;
    }
    let total = &found.total;
    let rate = total
        .per_thousand()
        .map_or(String::new(), |rate| format!(", {rate:.2} in 1,000"));
    writeln!(
        out,
        "{} of {} sentences{rate}; in {} of {} reports",
        total.hits, total.sentences, total.reports_with_hits, total.reports
    )?;
    if found.years.len() > 1 {
        for year in &found.years {
            let name = year
                .year
                .map_or("no year".to_owned(), |year| year.to_string());
            let rate = year.share.per_thousand().unwrap_or(0.0);
            writeln!(
                out,
                "  {name}: {} of {}, {rate:.2} in 1,000; in {} of {} reports",
                year.share.hits,
                year.share.sentences,
                year.share.reports_with_hits,
                year.share.reports
            )?;
        }
    }
    let shown = found.hits.len();
    if shown > 0 && shown < total.hits {
        writeln!(
            out,
            "shown: {} to {}; --offset {} goes on",
            offset + 1,
            offset + shown,
            offset + shown
        )?;
    }
    Ok(())
}

/// The sentence, on a terminal with the words that answer in bold.
fn marked(hit: &Hit, bold: bool) -> String {
    if !bold {
        return hit.text.clone();
    }
    let mut text = String::with_capacity(hit.text.len() + 16);
    let mut at = 0;
    for mark in &hit.marks {
        let range = mark.range();
        text.push_str(hit.text.get(at..range.start).unwrap_or(""));
        text.push_str("\u{1b}[1m");
        text.push_str(mark.of(&hit.text));
        text.push_str("\u{1b}[0m");
        at = range.end;
    }
    text.push_str(hit.text.get(at..).unwrap_or(""));
    text
}
