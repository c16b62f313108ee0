//! `evenhand import`: documents into the archive.

use crate::archive::ArchiveArg;
use crate::args::Identity;
use crate::{Outcome, given, progress};
use anyhow::Result;
use clap::Args;
use evenhand::archive::{Archive, ImportOptions};
use std::io::Write;
use std::time::SystemTime;

/// Options of `evenhand import`.
#[derive(Debug, Args)]
#[command(
    after_help = "What the archive has already is passed over, so the same command again goes on where an import was \
    stopped, and brings in only what is new. A report that was changed since becomes a new version; the old one is kept, \
    and the change is told. Documents that cannot be read are named at the end, and the rest goes in; the exit code is \
    then 2.\n\nExample:\n  evenhand import reports/ ngo-papers.zip --archive reports.db"
)]
pub(crate) struct Import {
    /// Files, folders or patterns; zip, tar, tar.gz and tar.xz archives.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// The archive; made where it is not there.
    #[command(flatten)]
    archive: ArchiveArg,
    /// What is known about the documents.
    #[command(flatten)]
    identity: Identity,
}

/// Imports what is named.
pub(crate) fn run(options: &Import, out: &mut impl Write) -> Result<Outcome> {
    let settings = ImportOptions {
        given: given::given(&options.identity)?,
        now: now(),
        workers: None,
    };
    let mut archive = Archive::create(&options.archive.archive)?;
    let mut bar = None;
    let done = evenhand::archive::import(&mut archive, &options.paths, &settings, &mut |step| {
        let bar = bar.get_or_insert_with(|| progress::bytes_bar(step.of));
        bar.set_position(step.done);
        bar.set_message(step.document.to_owned());
    })?;
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    writeln!(
        out,
        "{}: {} new, {} changed since their last import, {} known already; {} sentences added",
        options.archive.archive.display(),
        done.new,
        done.republished.len(),
        done.known,
        done.sentences,
    )?;
    for (document, number) in &done.republished {
        writeln!(
            out,
            "{document} was changed after it was imported: this is version {number}, and the earlier ones are kept"
        )?;
    }
    for (_, fault) in &done.failed {
        progress::tell(&format!("evenhand: {fault}"));
    }
    if !done.failed.is_empty() {
        progress::tell(&format!(
            "{} documents could not be imported; the rest is in the archive",
            done.failed.len()
        ));
        return Ok(Outcome::PartFailed);
    }
    Ok(if done.new + done.republished.len() + done.known == 0 {
        Outcome::NothingFound
    } else {
        Outcome::Done
    })
}

/// The time, ISO 8601, in UTC.
fn now() -> String {
    #[expect(clippy::disallowed_methods, reason = "the program may ask the clock")]
    let seconds = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // From days to the calendar: years are counted from March, so that the leap day is the last.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}
