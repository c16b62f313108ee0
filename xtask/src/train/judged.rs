//! What a sentence encoder said of the direction of further sentences: `training/judged.bin`.
//!
//! The encoder is taught the labelled sentences by `training/teacher.py`, which writes the file; no sentence stands in it. In:
//! thirteen bytes a sentence: its name (see [`labels::name`](super::labels::name)), least byte first, and the share
//! of each direction in 255ths, in the order of `Direction::ALL`. Sorted by name, each once.

use anyhow::{Context as _, Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;

const BYTES: usize = 13;

/// The shares of the directions by the name of the sentence.
pub(super) fn read(path: &Path) -> Result<BTreeMap<u64, [f32; 5]>> {
    shares(&crate::shared::bytes(path)?).with_context(|| path.display().to_string())
}

fn shares(bytes: &[u8]) -> Result<BTreeMap<u64, [f32; 5]>> {
    ensure!(
        bytes.len().is_multiple_of(BYTES),
        "{} bytes are no multiple of {BYTES}",
        bytes.len()
    );
    let mut judged = BTreeMap::new();
    for row in bytes.chunks_exact(BYTES) {
        let (name, parts) = row.split_at(8);
        let name = u64::from_le_bytes(name.try_into()?);
        let total: f32 = parts.iter().map(|part| f32::from(*part)).sum();
        ensure!(total > 0.0, "sentence {name:016x} has no direction");
        let mut of = [0.0; 5];
        for (to, part) in of.iter_mut().zip(parts) {
            *to = f32::from(*part) / total;
        }
        judged.insert(name, of);
    }
    Ok(judged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_one_and_broken_files_are_refused() {
        let row = |name: u64, parts: [u8; 5]| [&name.to_le_bytes()[..], &parts[..]].concat();
        let two = [row(7, [204, 51, 0, 0, 0]), row(9, [0, 0, 0, 0, 254])].concat();
        let read = shares(&two).expect("two sentences");
        assert_eq!(read.len(), 2);
        assert!((read[&7][0] - 0.8).abs() < 1e-6 && (read[&9][4] - 1.0).abs() < 1e-6);
        assert!(shares(&two[1..]).is_err(), "cut short");
        assert!(shares(&row(1, [0; 5])).is_err(), "no direction");
    }
}
