//! What JSON a register is, and faults of JSON with their place.

use crate::{Problem, RegisterError};

/// Whether the bytes begin like JSON.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['))
}

/// Whether JSON is a file of grants (360Giving) rather than FollowTheMoney lines: it has no
/// entity with a schema on its first line.
pub(crate) fn is_grants(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let first = bytes
        .trim_ascii_start()
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or(&[]);
    let holds = |words: &[u8]| first.windows(words.len()).any(|part| part == words);
    !holds(b"\"schema\"") && !holds(b"\"properties\"")
}

/// A fault of JSON; `line` is the line on which the text given to the reader began.
pub(crate) fn fault(
    file: &str,
    line: usize,
    error: &serde_json::Error,
    expected: &'static str,
) -> RegisterError {
    let said = error.to_string();
    let found = said
        .rsplit_once(" at line ")
        .map_or(said.as_str(), |(found, _)| found);
    RegisterError {
        file: file.to_owned(),
        line: line + error.line().saturating_sub(1),
        column: error.column().max(1),
        problem: Problem::Json {
            found: found.to_owned(),
            expected,
        },
    }
}
