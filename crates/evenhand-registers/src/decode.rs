//! Bytes to text: UTF-8, with or without its mark; anything else is refused with its place.

use crate::{Problem, RegisterError};

/// The text of a register.
///
/// # Errors
/// [`Problem::Encoding`] at the first byte that is not UTF-8.
pub(crate) fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, RegisterError> {
    let fault = |line, column, found: String| RegisterError {
        file: file.to_owned(),
        line,
        column,
        problem: Problem::Encoding { found },
    };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(fault(
            1,
            1,
            "the file begins with the mark of UTF-16".to_owned(),
        ));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let at = error.valid_up_to();
            let good = bytes
                .get(..at)
                .and_then(|good| std::str::from_utf8(good).ok())
                .unwrap_or("");
            let (line, column) = place(good, good.len());
            let byte = bytes.get(at).copied().unwrap_or(0);
            Err(fault(line, column, format!("the byte 0x{byte:02X}")))
        }
    }
}

/// Line and column (in characters) of a byte of a text, from 1.
pub(crate) fn place(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = text.get(..at).unwrap_or("");
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).map_or(0, |rest| rest.chars().count()) + 1;
    (line, column)
}
