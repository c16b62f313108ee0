//! Where data lies that is not ours: annotated sentences and the corpus, outside the repository.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of shared data: `EVENHAND_SHARED`, or `../shared` beside the repository.
#[expect(
    clippy::disallowed_methods,
    reason = "a chore may look at the environment"
)]
pub(crate) fn folder(root: &Path) -> Option<PathBuf> {
    let named = std::env::var_os("EVENHAND_SHARED").map(PathBuf::from);
    named
        .or_else(|| Some(root.join("../shared")))
        .filter(|path| path.join("gold").is_dir())
}

/// The corpus, one file a report under a folder a year: `EVENHAND_CORPUS`, or unpacked from the shared data into
/// the target folder, once.
#[expect(
    clippy::disallowed_methods,
    reason = "a chore may look at the environment"
)]
pub(crate) fn corpus(root: &Path, shared: &Path) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("EVENHAND_CORPUS").map(PathBuf::from) {
        return Ok(named);
    }
    let place = root.join("target/corpus");
    let whole = place.join(".whole");
    if !whole.exists() {
        let script = shared.join("corpus/unpack.sh");
        let status = Command::new("bash")
            .arg(&script)
            .arg(&place)
            .stdout(std::process::Stdio::null())
            .status()
            .with_context(|| script.display().to_string())?;
        if !status.success() {
            bail!("{} failed", script.display());
        }
        write(&whole, "")?;
    }
    Ok(place)
}

/// A text file.
pub(crate) fn text(path: &Path) -> Result<String> {
    #[expect(clippy::disallowed_methods, reason = "a chore reads files")]
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// A file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    #[expect(clippy::disallowed_methods, reason = "a chore reads files")]
    std::fs::read(path).with_context(|| path.display().to_string())
}

/// Writes a text file, its folder too.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    #[expect(clippy::disallowed_methods, reason = "a chore writes files")]
    std::fs::write(path, text).with_context(|| path.display().to_string())
}
