//! The labelled sentences: `training/labels.tsv`, a line a sentence, named by a hash of its letters and digits.

use anyhow::{Context as _, Result};
use evenhand::report::Direction;
use std::collections::BTreeMap;
use std::path::Path;

/// What a reader said of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// None where only the direction was judged: sentences chosen because the model was unsure of theirs, or as formulas.
    pub(super) rights: Option<[f32; 30]>,
    pub(super) direction: [f32; 5],
    /// How often the sentence was drawn.
    pub(super) weight: f32,
}

/// The name of a sentence: FNV-1a, 64 bit, over its letters and digits in small letters.
pub(super) fn name(texts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut buffer = [0; 4];
    for text in texts {
        for ch in text
            .chars()
            .filter(|ch| ch.is_alphanumeric())
            .flat_map(char::to_lowercase)
        {
            for byte in ch.encode_utf8(&mut buffer).bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
    }
    hash
}

/// The labels by name.
pub(super) fn read(path: &Path) -> Result<BTreeMap<u64, Label>> {
    let mut labels = BTreeMap::new();
    for line in crate::shared::text(path)?.lines().skip(1) {
        let label = label(line).with_context(|| format!("{}: {line:?}", path.display()))?;
        labels.insert(label.0, label.1);
    }
    Ok(labels)
}

fn label(line: &str) -> Result<(u64, Label)> {
    let mut fields = line.split('\t');
    let mut field = || fields.next().context("four fields, parted by tabs");
    let name = u64::from_str_radix(field()?, 16)?;
    let direction = Direction::from_written(field()?).context("a direction")?;
    let mut label = Label {
        rights: rights(field()?)?,
        direction: [0.0; 5],
        weight: 1.0,
    };
    label.weight = field()?.parse()?;
    let at = Direction::ALL
        .iter()
        .position(|known| *known == direction)
        .unwrap_or(0);
    label.direction[at] = 1.0;
    Ok((name, label))
}

/// Articles parted by commas; `-` for not judged.
fn rights(field: &str) -> Result<Option<[f32; 30]>> {
    if field == "-" {
        return Ok(None);
    }
    let mut rights = [0.0; 30];
    for article in field.split(',').filter(|article| !article.is_empty()) {
        let at = article.parse::<usize>()?.checked_sub(1);
        *at.and_then(|at| rights.get_mut(at))
            .context("an article, 1 to 30")? = 1.0;
    }
    Ok(Some(rights))
}
