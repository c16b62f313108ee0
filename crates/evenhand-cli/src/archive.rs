//! Options that all commands on the archive share: which archive, and which documents of it.

use anyhow::{Context, Result};
use clap::Args;
use evenhand::archive::{Archive, Counted, DocumentFilter, Versions, Years};
use evenhand::report::country::Countries;
use std::path::PathBuf;

/// Which archive.
#[derive(Debug, Args)]
pub(crate) struct ArchiveArg {
    /// The archive.
    #[arg(
        long,
        value_name = "FILE",
        env = "EVENHAND_ARCHIVE",
        default_value = "evenhand.db"
    )]
    pub(crate) archive: PathBuf,
}

impl ArchiveArg {
    /// Opens the archive, which must be there.
    pub(crate) fn open(&self) -> Result<Archive> {
        Ok(Archive::open(&self.archive)?)
    }
}

/// Which documents of the archive.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Which reports")]
pub(crate) struct FilterArgs {
    /// Only this country, by name or code; may be given several times.
    #[arg(long, value_name = "NAME")]
    pub(crate) country: Vec<String>,
    /// Only countries of this region, as `evenhand countries` writes it; may be given several times.
    #[arg(long, value_name = "REGION")]
    pub(crate) region: Vec<String>,
    /// Only these years: 2023, 2020..2022, 2022.. or ..2019.
    #[arg(long, value_name = "YEARS")]
    pub(crate) year: Option<Years>,
    /// Only publishers whose name holds these words.
    #[arg(long, value_name = "NAME")]
    pub(crate) publisher: Option<String>,
    /// Every version of every document, drafts and doubles too; otherwise the newest version of the one document that
    /// counts as its publisher's report on a country and year.
    #[arg(long)]
    pub(crate) every_version: bool,
}

impl FilterArgs {
    /// The facade's form.
    pub(crate) fn filter(&self) -> Result<DocumentFilter> {
        let register = Countries::register();
        let countries = self
            .country
            .iter()
            .map(|name| register.find(name).map(|country| country.code))
            .collect::<Result<Vec<_>, _>>()
            .context("--country")?;
        let mut regions = Vec::new();
        for region in &self.region {
            regions.push(known_region(region)?);
        }
        let (versions, counted) = if self.every_version {
            (Versions::All, Counted::All)
        } else {
            (Versions::Newest, Counted::Edition)
        };
        Ok(DocumentFilter {
            countries,
            regions,
            years: self.year.unwrap_or_default(),
            publisher: self.publisher.clone(),
            names: Vec::new(),
            versions,
            counted,
        })
    }
}

/// A region as the register writes it.
fn known_region(wanted: &str) -> Result<String> {
    let mut all: Vec<&str> = Countries::register()
        .all()
        .iter()
        .map(|country| country.region.as_str())
        .collect();
    all.sort_unstable();
    all.dedup();
    match all.iter().find(|has| has.eq_ignore_ascii_case(wanted)) {
        Some(found) => Ok((*found).to_owned()),
        None => anyhow::bail!(
            "--region {wanted:?}: no such region; the regions are {}",
            all.join(", ")
        ),
    }
}
