//! What a sentence encoder said of the direction of further sentences: `training/judged.bin`.
//!
//! The encoder is taught the labelled sentences by `training/teacher.py`, which writes the file; no sentence stands in it. In:
//! thirteen bytes a sentence: its name (see [`labels::name`](super::labels::name)), least byte first, and the share
//! of each direction in 255ths, in the order of `Direction::ALL`. Sorted by name, each once.

use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;

const BYTES: usize = 13;

/// The shares of the directions by the name of the sentence.
pub(super) fn read(path: &Path) -> Result<BTreeMap<u64, [f32; 5]>> {
    let bytes = crate::shared::bytes(path)?;
    ensure!(
        bytes.len().is_multiple_of(BYTES),
        "{}: {} bytes are no multiple of {BYTES}",
        path.display(),
        bytes.len()
    );
    let mut judged = BTreeMap::new();
    for row in bytes.chunks_exact(BYTES) {
        let (name, shares) = row.split_at(8);
        let mut eight = [0; 8];
        eight.copy_from_slice(name);
        let total: f32 = shares.iter().map(|share| f32::from(*share)).sum();
        ensure!(
            total > 0.0,
            "{}: a sentence with no direction",
            path.display()
        );
        let mut of = [0.0; 5];
        for (to, share) in of.iter_mut().zip(shares) {
            *to = f32::from(*share) / total;
        }
        judged.insert(u64::from_le_bytes(eight), of);
    }
    Ok(judged)
}
