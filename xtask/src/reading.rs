//! Many documents read and written as JSON Lines, by the facade's own action.

use anyhow::{Result, bail};
use std::io::Write;
use std::path::PathBuf;

/// Writes the reading of these files; a file that cannot be read is a failure here.
pub(crate) fn write_all(paths: &[PathBuf], out: &mut dyn Write) -> Result<()> {
    let sources: Vec<evenhand::Source> =
        paths.iter().cloned().map(evenhand::Source::File).collect();
    let mut faults = Vec::new();
    let totals = evenhand::read_many(&sources, &evenhand::Options::default(), out, &mut |step| {
        if let Err(fault) = &step.outcome {
            faults.push(format!("{}: {fault}", step.source.label()));
        }
    })?;
    if !faults.is_empty() {
        bail!(
            "{} of {} reports cannot be read: {}",
            totals.failed,
            paths.len(),
            faults.join("; ")
        );
    }
    Ok(())
}
