//! A table of trained weights: for each known feature a row of small whole numbers, one a class.
//!
//! A class's score is the sum of its numbers over the features of a sentence, times the class's scale, plus
//! its bias. Unknown features add nothing. Sums are whole numbers: the same on every machine, in any order.

use super::features::Feature;
use evenhand_report::Span;

/// First bytes of the file: name and version of the format.
pub const MAGIC: &[u8; 8] = b"EVHLIN02";
/// Bits of a place that hold a feature's check; the others hold its row, from 1.
const CHECK_BITS: u32 = 14;
const ROW_MASK: u32 = (1 << (32 - CHECK_BITS)) - 1;

/// Trained weights of one model with `N` classes.
#[derive(Debug)]
pub struct Table<const N: usize> {
    /// Open addressing by hash; 0 is an empty place.
    places: Vec<u32>,
    rows: &'static [u8],
    scale: [f32; N],
    bias: [f32; N],
    /// Factor that makes the sums honest probabilities.
    sureness: f32,
    version: u64,
}

/// What a table is made of.
#[derive(Debug, Clone)]
pub struct Trained<const N: usize> {
    /// Hashes of the features, each with its weights.
    pub features: Vec<(u64, [f32; N])>,
    /// Bias of each class.
    pub bias: [f32; N],
    /// Scale of a sum before it is made a probability.
    pub sureness: f32,
}

impl<const N: usize> Table<N> {
    /// The table in a file: [`MAGIC`], then little-endian: hash of all that follows (u64: the version of the weights), number of
    /// classes, bits of the number of places, number of rows (u32 each), scale and bias a class, sureness (f32
    /// each), the places (u32 each), the rows (i8, one a class). None where the bytes are not that.
    #[must_use]
    pub fn of(bytes: &'static [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (version, rest) = rest.split_first_chunk::<8>()?;
        let version = u64::from_le_bytes(*version);
        let (head, rest) = rest.split_first_chunk::<12>()?;
        let mut numbers = head
            .as_chunks::<4>()
            .0
            .iter()
            .map(|chunk| u32::from_le_bytes(*chunk));
        let (classes, bits, count) = (numbers.next()?, numbers.next()?, numbers.next()?);
        if classes as usize != N || bits > 24 {
            return None;
        }
        let (floats, rest) = rest.split_at_checked((2 * N + 1) * 4)?;
        let mut floats = floats
            .as_chunks::<4>()
            .0
            .iter()
            .map(|chunk| f32::from_le_bytes(*chunk));
        let scale = std::array::from_fn(|_| floats.next().unwrap_or(0.0));
        let bias = std::array::from_fn(|_| floats.next().unwrap_or(0.0));
        let sureness = floats.next()?;
        let (places, rows) = rest.split_at_checked(4 << bits)?;
        let places = places
            .as_chunks::<4>()
            .0
            .iter()
            .map(|chunk| u32::from_le_bytes(*chunk))
            .collect();
        (rows.len() == count as usize * N).then_some(Self {
            places,
            rows,
            scale,
            bias,
            sureness,
            version,
        })
    }

    /// The file of these weights; its form is told at [`Table::of`]. Features whose weights all round to nothing are left out.
    #[must_use]
    pub fn written(trained: &Trained<N>) -> Vec<u8> {
        let mut scale = [1e-6_f32; N];
        for (_, weights) in &trained.features {
            for (scale, weight) in scale.iter_mut().zip(weights) {
                *scale = scale.max(weight.abs() / 127.0);
            }
        }
        let mut rows: Vec<(u64, [i8; N])> = trained
            .features
            .iter()
            .map(|(hash, weights)| {
                #[expect(clippy::cast_possible_truncation, reason = "at most 127 by the scale")]
                let row = std::array::from_fn(|at| (weights[at] / scale[at]).round() as i8);
                (*hash, row)
            })
            .filter(|(_, row)| row.iter().any(|weight| *weight != 0))
            .collect();
        rows.sort_unstable();
        rows.truncate(ROW_MASK as usize);
        // At most seven places in ten are taken: fewer would be found sooner, but the table would not stay in the cache.
        let bits = (rows.len() * 10 / 7)
            .next_power_of_two()
            .max(4)
            .trailing_zeros();
        let mut places = vec![0_u32; 1 << bits];
        for (row, (hash, _)) in (1..).zip(&rows) {
            let mut at = place(*hash, places.len());
            while places[at] != 0 {
                at = (at + 1) % places.len();
            }
            places[at] = check(*hash) | row;
        }
        let mut body = Vec::new();
        for number in [
            u32::try_from(N).unwrap_or(0),
            bits,
            u32::try_from(rows.len()).unwrap_or(0),
        ] {
            body.extend(number.to_le_bytes());
        }
        for number in scale.iter().chain(&trained.bias).chain([&trained.sureness]) {
            body.extend(number.to_le_bytes());
        }
        body.extend(places.iter().flat_map(|place| place.to_le_bytes()));
        body.extend(rows.iter().flat_map(|(_, row)| row.map(i8::cast_unsigned)));
        let mut bytes = MAGIC.to_vec();
        bytes.extend(fnv(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }

    /// A hash of the weights, to name their version by.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Whether the hash in the file is that of its bytes.
    #[must_use]
    pub fn whole(bytes: &[u8]) -> bool {
        let body = bytes.get(16..).unwrap_or(&[]);
        bytes
            .get(8..16)
            .is_some_and(|hash| hash == fnv(body).to_le_bytes())
    }

    /// The row of weights of a feature.
    #[must_use]
    pub fn row(&self, hash: u64) -> Option<u32> {
        let mut at = place(hash, self.places.len());
        let check = check(hash);
        loop {
            match self.places[at] {
                0 => return None,
                here if here & !ROW_MASK == check => return Some((here & ROW_MASK) - 1),
                _ => at = (at + 1) % self.places.len(),
            }
        }
    }

    fn weights(&self, row: u32) -> &[u8] {
        let start = row as usize * N;
        self.rows.get(start..start + N).unwrap_or(&[])
    }

    /// Adds a row to the sums.
    pub fn add(&self, row: u32, sums: &mut [i32; N]) {
        for (sum, weight) in sums.iter_mut().zip(self.weights(row)) {
            *sum += i32::from(weight.cast_signed());
        }
    }

    /// The weight of a row for a class.
    #[must_use]
    pub fn weight(&self, row: u32, class: usize) -> i32 {
        self.weights(row)
            .get(class)
            .map_or(0, |weight| i32::from(weight.cast_signed()))
    }

    /// The scores that the sums stand for, made honest: their logistic or softmax is the share of calls that are right.
    #[must_use]
    pub fn scores(&self, sums: &[i32; N]) -> [f32; N] {
        #[expect(
            clippy::cast_precision_loss,
            reason = "sums of some hundred small numbers"
        )]
        std::array::from_fn(|at| (sums[at] as f32 * self.scale[at] + self.bias[at]) * self.sureness)
    }
}

/// The words that spoke most for a class, at most `most`, in order.
pub(crate) fn because<const N: usize>(
    table: &Table<N>,
    found: &[(Feature, u32)],
    class: usize,
    most: usize,
) -> Vec<Span> {
    let mut by_span: Vec<(Span, i32)> = found
        .iter()
        .filter(|(feature, _)| !feature.span.is_empty())
        .map(|(feature, row)| (feature.span, table.weight(*row, class)))
        .collect();
    by_span.sort_unstable_by_key(|(span, _)| *span);
    by_span.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    let mut chosen: Vec<Span> = Vec::with_capacity(most);
    while chosen.len() < most {
        let best = by_span
            .iter()
            .filter(|(span, weight)| {
                *weight > 0 && !chosen.iter().any(|other| other.overlaps(*span))
            })
            .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
        match best {
            Some((span, _)) => chosen.push(*span),
            None => break,
        }
    }
    chosen.sort_unstable();
    chosen
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "taken modulo the number of places"
)]
fn place(hash: u64, places: usize) -> usize {
    hash as usize & (places - 1)
}

fn check(hash: u64) -> u32 {
    let high = (hash >> 32) as u32;
    high & !ROW_MASK
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
