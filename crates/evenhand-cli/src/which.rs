//! Which report is meant: a file, or a country and year of the archive, with what stands around it there.

use crate::archive::ArchiveArg;
use crate::args::Identity;
use crate::{audit, given, read};
use anyhow::{Result, bail};
use clap::Args;
use evenhand::archive::Archive;
use evenhand::report::country::CountryCode;
use evenhand::{Given, Opened, registers};

/// A report on the disk or in the archive.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// The report: a file (`-` reads standard input), or a country and a year of the archive (KAZ 2023).
    #[arg(value_name = "REPORT", num_args = 1..=2, required = true)]
    report: Vec<String>,
    /// The archive that a country and year are looked up in.
    #[command(flatten)]
    archive: ArchiveArg,
}

/// The report, and the archive it came from.
pub(crate) struct Found {
    pub(crate) report: Opened,
    archive: Option<Archive>,
    country: Option<CountryCode>,
}

impl Which {
    /// Opens the report.
    pub(crate) fn open(&self, identity: &Identity) -> Result<Found> {
        match self.report.as_slice() {
            [file] => {
                let given = given::given(identity)?;
                let report = audit::one(file, &given)?;
                Ok(Found {
                    country: given.country.or(report.report.identity.country),
                    report,
                    archive: None,
                })
            }
            [country, year] => {
                let (code, year) = audit::country_and_year(country, year)?;
                let archive = self.archive.open()?;
                let report =
                    registers::from_archive(&archive, code, year, identity.publisher.as_deref())?;
                Ok(Found {
                    report,
                    archive: Some(archive),
                    country: Some(code),
                })
            }
            _ => bail!("a report is named by a file, or by a country and a year of the archive"),
        }
    }
}

impl Found {
    /// What is known about other reports on the same country.
    pub(crate) fn same_country(&self) -> Given {
        Given {
            country: self.country,
            ..Given::default()
        }
    }

    /// Other editions: those named, else those of the archive.
    pub(crate) fn others(&self, named: &[String]) -> Result<Vec<Opened>> {
        match &self.archive {
            Some(archive) if named.is_empty() => {
                Ok(registers::other_editions(archive, &self.report)?)
            }
            _ => all(named, &self.same_country()),
        }
    }

    /// Reports on peers: those named, else those of the archive on countries of the same region that
    /// `wanted` holds.
    pub(crate) fn peers(&self, named: &[String], wanted: &[CountryCode]) -> Result<Vec<Opened>> {
        match &self.archive {
            Some(archive) if named.is_empty() => {
                Ok(registers::peers(archive, &self.report, wanted)?)
            }
            _ => all(named, &Given::default()),
        }
    }
}

fn all(named: &[String], given: &Given) -> Result<Vec<Opened>> {
    read::sources(named)?
        .iter()
        .map(|source| audit::open(source, given))
        .collect()
}
