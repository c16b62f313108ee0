//! Rights and direction of a sentence as bytes, and what filters ask of every sentence as columns.

use crate::index::postings::{put, take};
use evenhand_report::{
    Direction, DirectionCall, Reading, RightCall, Sentence, SourceKind, Span, Specificity,
};

/// Bytes of one sentence in the columns of a version.
pub(crate) const COLUMN_BYTES: usize = 16;

/// What filters ask of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Columns {
    /// Position in [`Direction::ALL`].
    pub(crate) direction: u8,
    /// Whether it counts: no pointer, no repetition.
    pub(crate) statement: bool,
    /// Number of its section in the version.
    pub(crate) section: u16,
    /// Bit `n` for article `n`.
    pub(crate) rights: u32,
    /// For each attribution the bit of [`source_bit`].
    pub(crate) sources: u64,
}

/// Position of a variant in its list.
fn position<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|each| each == one).unwrap_or(0)
}

/// The bit of a kind and specificity of source; there are 42.
pub(crate) fn source_bit(kind: SourceKind, specificity: Specificity) -> u64 {
    let kinds = position(SourceKind::ALL, &kind);
    1 << (kinds * Specificity::ALL.len() + position(Specificity::ALL, &specificity))
}

/// The number of a direction in the columns.
pub(crate) fn direction_number(direction: Direction) -> u8 {
    u8::try_from(position(Direction::ALL, &direction)).unwrap_or(u8::MAX)
}

impl Columns {
    pub(crate) fn of(sentence: &Sentence, section: u32, reading: &Reading) -> Self {
        Self {
            direction: direction_number(reading.direction.direction),
            statement: !sentence.pointer && sentence.repeats.is_none(),
            section: u16::try_from(section).unwrap_or(u16::MAX),
            rights: reading
                .rights
                .iter()
                .fold(0, |bits, right| bits | 1 << right.article.min(31)),
            sources: reading
                .attributions
                .iter()
                .fold(0, |bits, a| bits | source_bit(a.kind, a.specificity)),
        }
    }

    /// From the bytes of one sentence.
    pub(crate) fn read(bytes: &[u8; COLUMN_BYTES]) -> Self {
        let [direction, statement, s0, s1, r0, r1, r2, r3, sources @ ..] = *bytes;
        Self {
            direction,
            statement: statement == 1,
            section: u16::from_le_bytes([s0, s1]),
            rights: u32::from_le_bytes([r0, r1, r2, r3]),
            sources: u64::from_le_bytes(sources),
        }
    }

    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(self.direction);
        bytes.push(u8::from(self.statement));
        bytes.extend_from_slice(&self.section.to_le_bytes());
        bytes.extend_from_slice(&self.rights.to_le_bytes());
        bytes.extend_from_slice(&self.sources.to_le_bytes());
    }
}

/// Rights and direction as bytes; `rule` gives a rule's number.
pub(crate) fn put_calls<E>(
    bytes: &mut Vec<u8>,
    reading: &Reading,
    rule: &mut dyn FnMut(&str) -> Result<i64, E>,
) -> Result<(), E> {
    let mut call = |score: f32, name: &str, because: &[Span]| -> Result<Vec<u8>, E> {
        let mut bytes = score.to_le_bytes().to_vec();
        put(&mut bytes, rule(name)?.unsigned_abs());
        put(&mut bytes, because.len() as u64);
        for span in because {
            put(&mut bytes, u64::from(span.start));
            put(&mut bytes, span.len() as u64);
        }
        Ok(bytes)
    };
    put(bytes, reading.rights.len() as u64);
    for right in &reading.rights {
        bytes.push(right.article);
        bytes.extend(call(right.score, right.rule, &right.because)?);
    }
    let direction = &reading.direction;
    bytes.extend(call(direction.score, direction.rule, &direction.because)?);
    Ok(())
}

struct Call {
    score: f32,
    rule: &'static str,
    because: Vec<Span>,
}

fn take_call(bytes: &mut &[u8], rule: &dyn Fn(i64) -> Option<&'static str>) -> Option<Call> {
    let (score, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    let rule = rule(i64::try_from(take(bytes)?).ok()?)?;
    let count = take(bytes)?;
    let mut because = Vec::new();
    for _ in 0..count {
        let start = usize::try_from(take(bytes)?).ok()?;
        let length = usize::try_from(take(bytes)?).ok()?;
        because.push(Span::new(start, start.checked_add(length)?));
    }
    Some(Call {
        score: f32::from_le_bytes(*score),
        rule,
        because,
    })
}

/// Rights and direction from their bytes; none where they are damaged.
pub(crate) fn take_calls(
    mut bytes: &[u8],
    direction: Direction,
    rule: &dyn Fn(i64) -> Option<&'static str>,
) -> Option<(Vec<RightCall>, DirectionCall)> {
    let count = take(&mut bytes)?;
    let mut rights = Vec::new();
    for _ in 0..count {
        let (article, rest) = bytes.split_first()?;
        bytes = rest;
        let call = take_call(&mut bytes, rule)?;
        rights.push(RightCall {
            article: *article,
            score: call.score,
            because: call.because,
            rule: call.rule,
        });
    }
    let call = take_call(&mut bytes, rule)?;
    let direction = DirectionCall {
        direction,
        score: call.score,
        because: call.because,
        rule: call.rule,
    };
    bytes.is_empty().then_some((rights, direction))
}
