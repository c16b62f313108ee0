//! The program `evenhand`: arguments, progress, printing. Everything else is the facade's.

mod answer;
mod archive;
mod args;
mod audit;
mod care;
mod check;
mod compare;
mod coverage;
mod draft;
mod explain;
mod figures;
mod formulas;
mod given;
mod import;
mod life;
mod lists;
mod names;
mod omissions;
mod progress;
mod read;
mod search;
mod standing;
mod table;
mod terms;
mod test;
mod ties;
mod trace;
mod which;

use anyhow::Result;
use args::{Arguments, Command};
use clap::Parser;
use std::io::{BufWriter, ErrorKind, Write};
use std::process::ExitCode;

/// How a command ended, where it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// What was asked for was done.
    Done,
    /// It was done, and there was nothing.
    NothingFound,
    /// A part could not be done; the user has been told which.
    PartFailed,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let outcome = run(&arguments.command, &mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NothingFound) => ExitCode::from(1),
        Ok(Outcome::PartFailed) => ExitCode::from(2),
        Err(fault) if is_broken_pipe(&fault) => ExitCode::SUCCESS,
        Err(fault) => {
            progress::tell(&format!("evenhand: {fault:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command, out: &mut impl Write) -> Result<Outcome> {
    match command {
        Command::Read(options) => read::run(options, out),
        Command::Audit(options) => audit::run(options, out),
        Command::Import(options) => import::run(options, out),
        Command::Omissions(options) => omissions::run(options, out),
        Command::Ties(options) => ties::run(options, out),
        Command::Lists(options) => lists::run(options, out),
        Command::Compare(options) => compare::run(options, out),
        Command::Search(options) => search::run(options, out),
        Command::Coverage(options) => coverage::run(options, out),
        Command::CheckArchive(options) => care::check(options, out),
        Command::Backup(options) => care::backup(options, out),
        Command::Terms(options) => terms::run(options, out),
        Command::Trace(options) => trace::run(options, out),
        Command::Life(options) => life::run(options, out),
        Command::Formulas(options) => formulas::run(options, out),
        Command::Standing(options) => standing::run(options, out),
        Command::Test(options) => test::run(options, out),
        Command::Figures(options) => figures::run(options, out),
        Command::Answer(options) => draft::run(options, out),
        Command::Check(options) => check::run(options, out),
        Command::Explain { rule } => explain::explain(rule, out).map(|()| Outcome::Done),
        Command::Names(options) => names::run(options, out),
        Command::Rules { format } => explain::rules(*format, out).map(|()| Outcome::Done),
        Command::Countries { name, format } => {
            explain::countries(name.as_deref(), *format, out).map(|()| Outcome::Done)
        }
    }
}

/// The reader of a pipe (`| head`) has seen enough: that is success.
fn is_broken_pipe(fault: &anyhow::Error) -> bool {
    fault.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| io.kind() == ErrorKind::BrokenPipe)
    })
}
