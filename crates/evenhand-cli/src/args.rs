//! The commands and their options; each carries its own help.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Lays country human-rights reports open, statement by statement: who says so and how firmly, what figure it rests
/// on, which right it concerns, in which direction. Every answer leads back to the quoted words.
#[derive(Debug, Parser)]
#[command(name = "evenhand", version, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "Examples:
  evenhand audit kazakhstan.html --before 2022/kazakhstan.html
      writes kazakhstan/dossier.html and kazakhstan/dossier.json, and prints a summary
  evenhand read 2023/ --format csv --out 2023.csv
      one row a sentence, for a spreadsheet
  evenhand read report.html | jq 'select(.direction == \"violation\" and .attributions == [])'
      violations stated with no source
  evenhand explain according_to
      what this rule marks, what it leaves alone, and why it matters

Exit codes: 0 done, 1 nothing found, 2 failed.";

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read documents and write what is noted on every sentence.
    #[command(
        after_help = "One object a sentence and line in jsonl; one row a sentence in csv; pin-cite, direction, rights, \
        sources, figures and text in table. The order is that of the arguments; inside folders that of the names. \
        Documents that cannot be read are named at the end, and the rest is written; the exit code is then 2."
    )]
    Read(Read),
    /// Open one report: write its dossier (HTML and JSON) and print a summary.
    #[command(
        after_help = "With an archive (--archive or EVENHAND_ARCHIVE) the nearest earlier edition is found by itself, and part 9 holds \
        the report against the other countries of its edition: the same words there, formulas it lacks, where it stands.\n\n\
        Without --out the folder is named after the report. Files that are there already from an earlier run are replaced \
        whole.\n\nExamples:\n  evenhand audit kazakhstan.html --before 2022/kazakhstan.html\n  evenhand audit KAZ 2023 --archive reports.db\n  \
        evenhand audit kazakhstan.html --archive reports.db"
    )]
    Audit(crate::audit::Audit),
    /// Bring reports into the archive: files, folders, patterns, zip and tar archives.
    Import(crate::import::Import),
    /// Hold measures (reforms, laws, releases) against a report: which it mentions, which it does not; or another report's topics.
    Omissions(crate::omissions::Arguments),
    /// For every body a report relies on: who funds, employs or owns it, with citations.
    Ties(crate::ties::Arguments),
    /// For every person and body a report names: on which lists, as what, since when.
    Lists(crate::lists::Arguments),
    /// Lay two editions of one country's report side by side, or class given pairs of sentences.
    Compare(crate::compare::Compare),
    /// Search the sentences of all reports in the archive, with filters, context and the exact count.
    Search(crate::search::SearchArgs),
    /// Show which reports the archive has: country by year, with holes, drafts and doubles.
    Coverage(crate::coverage::CoverageArgs),
    /// Check that the archive is whole.
    CheckArchive(crate::care::Check),
    /// Copy the archive while it is in use.
    Backup(crate::care::Backup),
    /// Count terms by edition: rates and intervals, on the countries that every edition covers.
    #[command(
        after_help = "Example:\n  evenhand terms torture \"climate change\" journalis* --format csv\n      one row an edition and term\n  \
        evenhand terms --recipe newsroom \"human rights\" journalis --format csv\n      the newsroom's columns: year,reports,word_count,count_human_rights,…"
    )]
    Terms(crate::terms::Terms),
    /// Follow a name, label or formula through the editions.
    #[command(
        after_help = "Example:\n  evenhand trace Reshketi --country veldania --out trace\n      how often, described as what, \
        and trace/trace.html for people"
    )]
    Trace(crate::trace::Trace),
    /// Show since which edition each sentence of a report stands, and what was carried over.
    #[command(after_help = "Example:\n  evenhand life KAZ 2023 --sentences --format csv")]
    Life(crate::life::Life),
    /// List the formulas that reports share, and the countries that do not get them.
    #[command(
        after_help = "Examples:\n  evenhand formulas --year 2023\n  evenhand formulas --missing KAZ --year 2023\n      \
        what nearly all countries get and Kazakhstan does not\n  evenhand formulas --sentence 'There were no reports of …'"
    )]
    Formulas(crate::formulas::Formulas),
    /// Lay a country beside all others, its region and its peers, on one right or topic.
    #[command(
        after_help = "Example:\n  evenhand standing KAZ --right 19 --year 2023 --peers UZB,KGZ,TJK,TKM\n      shares with \
        their intervals, and how many countries lie clearly below and above"
    )]
    Standing(crate::standing::Standing),
    /// Put a claim to a whole edition: two conditions, their two-by-two table over reports, every example and counter-example.
    #[command(
        after_help = "Example:\n  evenhand test --where 'right:20 direction:violation' --has 'direction:improvement amnest*' --year 2023\n      \
        the odds ratio with its exact interval, and each report with the sentences that put it where it is"
    )]
    Test(crate::test::Test),
    /// Lay figures about one matter side by side, over sentences, editions and publishers.
    #[command(
        after_help = "Example:\n  evenhand figures KAZ --year 2022..2024 --about 'January deaths'\n      every figure with who \
        gives it, in which words, under which heading"
    )]
    Figures(crate::figures::Figures),
    /// Check a reply to a report, point by point: what it claims, what the reports say beside it, a proposed verdict.
    Check(crate::check::Check),
    /// Draft an answer to a report: every finding with its exact quotes, wording, and room for a reply.
    Answer(crate::draft::Answer),
    /// Show what a rule marks, what it leaves alone, why it matters, and its known gaps.
    Explain {
        /// The rule's name, as it stands in output (`according_to`).
        rule: String,
    },
    /// Tell whether names are the same person or body: two names, a table of pairs, or one name among many.
    #[command(after_help = crate::names::MORE)]
    Names(crate::names::Names),
    /// List the rules and models.
    Rules {
        /// How to write the list.
        #[arg(long, value_enum, default_value_t = ListFormat::Table)]
        format: ListFormat,
    },
    /// List the register of countries: names in every edition, ISO 3166 alpha-3 and Correlates-of-War codes.
    Countries {
        /// Only the country that this name, code or file name stands for.
        name: Option<String>,
        /// How to write the list.
        #[arg(long, value_enum, default_value_t = ListFormat::Table)]
        format: ListFormat,
    },
}

/// Options of `evenhand read`.
#[derive(Debug, Args)]
pub(crate) struct Read {
    /// Files, folders or patterns; `-` reads standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// How to write the reading.
    #[arg(long, value_enum, default_value_t = ReadFormat::Jsonl)]
    pub(crate) format: ReadFormat,
    /// Write here instead of to standard output; the file appears whole or not at all.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// What is known about the documents.
    #[command(flatten)]
    pub(crate) identity: Identity,
}

/// What the user knows about a document; it wins over what the document says about itself.
#[derive(Debug, Args)]
#[command(next_help_heading = "Identity (where the page does not say, or says it wrong)")]
pub(crate) struct Identity {
    /// Name or code of the country; a name that fits several is refused with the candidates.
    #[arg(long, value_name = "NAME")]
    pub(crate) country: Option<String>,
    /// Year reported on.
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1800..=2200))]
    pub(crate) year: Option<u16>,
    /// Who published it.
    #[arg(long, value_name = "NAME")]
    pub(crate) publisher: Option<String>,
    /// Title.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// Address it was published at.
    #[arg(long, value_name = "URL")]
    pub(crate) address: Option<String>,
    /// Date of publication, ISO 8601 (2024-04-22).
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    /// Language tag (en).
    #[arg(long, value_name = "TAG")]
    pub(crate) language: Option<String>,
    /// Read as this format, whatever the bytes look like.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input: Option<InputFormat>,
}

/// How a reading is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReadFormat {
    /// One JSON object a sentence, a line each.
    Jsonl,
    /// One row a sentence (UTF-8, RFC 4180); docs/reading-csv.md is the codebook.
    Csv,
    /// Columns for people.
    Table,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// Columns for people.
    Table,
    /// UTF-8, RFC 4180.
    Csv,
    /// An array of objects.
    Json,
}

/// The format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}
