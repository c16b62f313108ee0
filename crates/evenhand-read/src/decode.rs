//! Bytes into text: byte order marks, declared encodings, and detection where nothing is said.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// How far into a page its declared encoding is looked for, in bytes.
const DECLARATION_REACH: usize = 4096;

/// A document's text.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub(crate) text: Cow<'a, str>,
    /// Name of the encoding where bytes did not fit it.
    pub(crate) misfit: Option<&'static str>,
}

/// Decodes a document.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let marked = Encoding::for_bom(bytes);
    let (encoding, bytes) = match marked {
        Some((encoding, len)) => (encoding, bytes.get(len..).unwrap_or(&[])),
        None => (utf16_by_zeros(bytes).unwrap_or(UTF_8), bytes),
    };
    if encoding != UTF_8 {
        return with(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            misfit: None,
        };
    }
    if marked.is_some() {
        return with(UTF_8, bytes);
    }
    if let Some(declared) = declared(bytes) {
        return with(declared, bytes);
    }
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    with(detector.guess(None, true), bytes)
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, misfit) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text,
        misfit: misfit.then_some(encoding.name()),
    }
}

/// UTF-16 without a mark: every other byte of the beginning is zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(256) & !1)?;
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |parity: usize| {
        head.iter()
            .skip(parity)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if odd * 10 >= pairs * 7 && even == 0 => Some(UTF_16LE),
        () if even * 10 >= pairs * 7 && odd == 0 => Some(UTF_16BE),
        () => None,
    }
}

/// The encoding a page declares: `charset=…` or an XML `encoding="…"`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(DECLARATION_REACH))?;
    let head: String = head.iter().map(|byte| char::from(*byte)).collect();
    let head = head.to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|word| {
        let (_, after) = head.split_once(word)?;
        let after = after.trim_start().strip_prefix('=')?;
        let label: String = after
            .trim_start_matches([' ', '"', '\''])
            .chars()
            .take_while(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_' | ':'))
            .collect();
        // A page that could declare UTF-16 in ASCII letters is not UTF-16.
        Encoding::for_label(label.as_bytes()).map(|found| {
            if found == UTF_16LE || found == UTF_16BE {
                UTF_8
            } else {
                found
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_declarations_and_detection() {
        assert_eq!(decode("\u{feff}Ärger".as_bytes()).text, "Ärger");
        let utf16: Vec<u8> = "Nordavia"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&utf16).text, "Nordavia");
        let declared = b"<meta charset=\"windows-1251\"><p>\xd1\xf3\xe4";
        assert!(decode(declared).text.ends_with("Суд"));
        let (guess, _, _) = encoding_rs::WINDOWS_1251
            .encode("Суд заслушал дело и отправил команду на остров, где она осталась до весны.");
        assert!(decode(&guess).text.starts_with("Суд заслушал"));
    }

    #[test]
    fn misfits_are_told() {
        let found = decode(b"<meta charset=utf-8>\xff\xfe\xfd text");
        assert_eq!(found.misfit, Some("UTF-8"));
    }
}
