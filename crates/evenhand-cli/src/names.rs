//! `evenhand names`: are these two names the same person or body? Two names, a table of pairs, or one name among many.

use crate::Outcome;
use crate::args::ListFormat;
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use evenhand::names::{self, Judgements, Pairs, Told};
use serde_json::{Map, Value, json};
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

/// Options of `evenhand names`.
#[derive(Debug, Args)]
pub(crate) struct Names {
    /// One name (with --among), or two to compare.
    #[arg(value_name = "NAME", num_args = 0..=2)]
    pub(crate) names: Vec<String>,
    /// A table of pairs (CSV with the columns name1 and name2; `-` reads standard input): every row is told.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["names", "among"])]
    pub(crate) pairs: Option<PathBuf>,
    /// Names to look in: one a line, or a table (CSV); `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) among: Option<PathBuf>,
    /// The column of the table to look in, where it is not called `name`.
    #[arg(long, value_name = "COLUMN", requires = "among")]
    pub(crate) column: Option<String>,
    /// What the names name. A table's column `schema` or `kind` says it row by row.
    #[arg(long, value_enum, default_value_t = KindOption::Unknown)]
    pub(crate) kind: KindOption,
    /// What people have decided (CSV: name1, name2, judgement, who, when, shown). It wins over every score and is only read.
    #[arg(long, value_name = "FILE")]
    pub(crate) judgements: Option<PathBuf>,
    /// Most names to show of --among.
    #[arg(long, value_name = "COUNT", default_value_t = 10, requires = "among")]
    pub(crate) most: usize,
    /// Least score to show of --among.
    #[arg(long, value_name = "SCORE", default_value_t = 0.5, requires = "among")]
    pub(crate) least: f64,
    /// How to write; csv for --pairs, otherwise table.
    #[arg(long, value_enum)]
    pub(crate) format: Option<ListFormat>,
}

/// What names name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindOption {
    /// Persons.
    Person,
    /// Companies, organisations, institutions.
    Body,
    /// Bodies where the words say so, otherwise persons.
    Unknown,
}

impl From<KindOption> for names::Kind {
    fn from(kind: KindOption) -> Self {
        match kind {
            KindOption::Person => Self::Person,
            KindOption::Body => Self::Body,
            KindOption::Unknown => Self::Unknown,
        }
    }
}

/// What the help adds.
pub(crate) const MORE: &str = "Examples:
  evenhand names \"Tolmai Reshketi\" \"Т. Решкети\"
      the score, same or not, and every part with what it cost
  evenhand names \"T. Reshketi\" --among register.csv --column name --kind person
      the likest names of the register, best first
  evenhand names --pairs pairs.csv > told.csv
      the same rows with score, same, grade and because

Same means near enough to be looked at side by side: a letter or a digit apart is held for a slip of the pen, and the grade then \
says misprint. For joining without a person looking, take equal and variant only.";

/// Compares, tells a table, or searches.
pub(crate) fn run(options: &Names, out: &mut impl Write) -> Result<Outcome> {
    let judgements = match &options.judgements {
        Some(path) => names::judgements(&bytes(path)?, &path.display().to_string())?,
        None => Judgements::default(),
    };
    match (&options.pairs, &options.among, options.names.as_slice()) {
        (Some(path), ..) => pairs(path, options, &judgements, out),
        (None, Some(path), [name]) => among(name, path, options, &judgements, out),
        (None, None, [one, other]) => {
            let told = names::tell(one, other, options.kind.into(), &judgements);
            if options
                .format
                .is_none_or(|format| format == ListFormat::Table)
            {
                two(one, other, options, &judgements, &told, out)?;
                return Ok(Outcome::Done);
            }
            let rows = vec![(vec![one.clone(), other.clone()], told)];
            write(
                options.format.unwrap_or(ListFormat::Table),
                &["name1", "name2"],
                &rows,
                out,
            )?;
            Ok(Outcome::Done)
        }
        (None, Some(_), _) => bail!(
            "--among looks for one name; {} are given",
            options.names.len()
        ),
        (None, None, _) => bail!(
            "give two names to compare, one name with --among FILE, or --pairs FILE; `evenhand names --help` shows each"
        ),
    }
}

/// Two names for people: the outcome, then every part with what it cost.
fn two(
    one: &str,
    other: &str,
    options: &Names,
    judgements: &Judgements,
    told: &Told,
    out: &mut impl Write,
) -> Result<()> {
    let same = if told.same { "same" } else { "not the same" };
    writeln!(
        out,
        "score {:.3}: {same} ({})",
        told.score,
        told.grade.as_str()
    )?;
    if let Some(judged) = judgements.get(one, other) {
        writeln!(
            out,
            "judged {} {} {}",
            judged.judgement, judged.who, judged.when
        )?;
    }
    let compared = names::compare(one, other, options.kind.into());
    let rows = compared.parts.into_iter().map(|part| {
        let cost = if part.cost > 0.0 {
            format!("-{:.2}", part.cost)
        } else {
            String::new()
        };
        vec![part.left, part.right, part.how.to_string(), cost]
    });
    crate::table::write(
        ListFormat::Table,
        &["first", "second", "how", "cost"],
        rows,
        out,
    )
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    Ok(names::file(path)?)
}

fn pairs(
    path: &Path,
    options: &Names,
    judgements: &Judgements,
    out: &mut impl Write,
) -> Result<Outcome> {
    let told = names::pairs(
        &bytes(path)?,
        &path.display().to_string(),
        options.kind.into(),
        judgements,
    )?;
    let head: Vec<&str> = told.head.iter().map(String::as_str).collect();
    write(
        options.format.unwrap_or(ListFormat::Csv),
        &head,
        &told.rows,
        out,
    )?;
    Ok(if told.rows.is_empty() {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

fn among(
    name: &str,
    path: &Path,
    options: &Names,
    judgements: &Judgements,
    out: &mut impl Write,
) -> Result<Outcome> {
    let searched = names::Searched::read(
        &bytes(path)?,
        &path.display().to_string(),
        options.column.as_deref(),
        options.kind.into(),
    )?;
    let rows: Vec<(Vec<String>, Told)> = searched
        .find(name, options.most, options.least, judgements)
        .into_iter()
        .map(|found| (vec![found.line.to_string(), found.name], found.told))
        .collect();
    write(
        options.format.unwrap_or(ListFormat::Table),
        &["line", "name"],
        &rows,
        out,
    )?;
    Ok(if rows.is_empty() {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// Writes rows with what was told of each.
fn write(
    format: ListFormat,
    head: &[&str],
    rows: &[(Vec<String>, Told)],
    out: &mut impl Write,
) -> Result<()> {
    if format == ListFormat::Json {
        let objects = rows.iter().map(|(cells, told)| {
            let mut object: Map<String, Value> = head
                .iter()
                .map(|name| (*name).to_owned())
                .zip(cells.iter().cloned().map(Value::String))
                .collect();
            object.insert("score".to_owned(), json!(told.score));
            object.insert("same".to_owned(), json!(told.same));
            object.insert("grade".to_owned(), json!(told.grade.as_str()));
            object.insert("because".to_owned(), json!(told.because));
            Value::Object(object)
        });
        serde_json::to_writer_pretty(&mut *out, &objects.collect::<Vec<_>>())?;
        writeln!(out)?;
        return Ok(());
    }
    let head: Vec<&str> = head.iter().copied().chain(Pairs::added()).collect();
    let rows = rows.iter().map(|(cells, told)| {
        let mut cells = cells.clone();
        cells.extend([
            format!("{:.3}", told.score),
            told.same.to_string(),
            told.grade.as_str().to_owned(),
            told.because.clone(),
        ]);
        cells
    });
    crate::table::write(format, &head, rows, out)
}
