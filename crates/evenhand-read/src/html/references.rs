//! Character references: "&amp;", "&#8217;", "&#x2019;" into the characters they stand for.
//!
//! The names are those of the HTML standard (`data/references.txt`, name and code points in hex).
//! A reference that is none is left to the caller as plain text.

use std::sync::LazyLock;

/// What a reference stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The first character.
    pub(crate) first: char,
    /// A second character; a few names stand for two.
    pub(crate) second: Option<char>,
    /// Length of the reference in bytes, `&` included.
    pub(crate) len: usize,
}

/// Longest name in the table.
const LONGEST_NAME: usize = 31;

/// Names that are also understood without a semicolon, as old pages write them.
const WITHOUT_SEMICOLON: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("copy", '©'),
    ("reg", '®'),
];

static NAMES: LazyLock<Vec<(&str, char, Option<char>)>> = LazyLock::new(|| {
    let char_of = |hex: &str| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
    let mut names: Vec<_> = include_str!("../../data/references.txt")
        .lines()
        .filter_map(|line| {
            let (name, codes) = line.split_once('\t')?;
            let mut codes = codes.split(' ');
            let first = char_of(codes.next()?)?;
            Some((name, first, codes.next().and_then(char_of)))
        })
        .collect();
    names.sort_unstable_by_key(|(name, _, _)| *name);
    names
});

/// The reference at the start of `text`, which begins with `&`.
pub(crate) fn reference(text: &[u8]) -> Option<Reference> {
    match text.get(1)? {
        b'#' => numeric(text),
        byte if byte.is_ascii_alphabetic() => named(text),
        _ => None,
    }
}

fn numeric(text: &[u8]) -> Option<Reference> {
    let (radix, digits_at) = match text.get(2)? {
        b'x' | b'X' => (16, 3),
        _ => (10, 2),
    };
    let mut code: u32 = 0;
    let mut at = digits_at;
    while let Some(digit) = text
        .get(at)
        .and_then(|byte| char::from(*byte).to_digit(radix))
    {
        code = code.saturating_mul(radix).saturating_add(digit);
        at += 1;
    }
    if at == digits_at {
        return None;
    }
    if text.get(at) == Some(&b';') {
        at += 1;
    }
    let code = match code {
        0x80..=0x9f => windows(code),
        _ => code,
    };
    let first = char::from_u32(code)
        .filter(|ch| *ch != '\0')
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    Some(Reference {
        first,
        second: None,
        len: at,
    })
}

/// The standard reads the C1 controls as windows-1252, because so many pages meant that.
fn windows(code: u32) -> u32 {
    const TABLE: [u16; 32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ];
    TABLE
        .get(code.wrapping_sub(0x80) as usize)
        .map_or(code, |code| u32::from(*code))
}

fn named(text: &[u8]) -> Option<Reference> {
    let name_len = text
        .iter()
        .skip(1)
        .take(LONGEST_NAME + 1)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let name = std::str::from_utf8(text.get(1..=name_len)?).ok()?;
    if text.get(name_len + 1) == Some(&b';') {
        let at = NAMES
            .binary_search_by_key(&name, |(name, _, _)| *name)
            .ok()?;
        let (_, first, second) = NAMES.get(at)?;
        return Some(Reference {
            first: *first,
            second: *second,
            len: name_len + 2,
        });
    }
    WITHOUT_SEMICOLON
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, first)| Reference {
            first: *first,
            second: None,
            len: name_len + 1,
        })
}

/// `text` with its references resolved, white space folded and trimmed: for titles and attributes.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let push = |out: &mut String, ch: char| {
        if !ch.is_whitespace() {
            out.push(ch);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    };
    while let Some(ch) = rest.chars().next() {
        let mut len = ch.len_utf8();
        match (ch == '&').then(|| reference(rest.as_bytes())).flatten() {
            Some(found) => {
                push(&mut out, found.first);
                if let Some(second) = found.second {
                    push(&mut out, second);
                }
                len = found.len;
            }
            None => push(&mut out, ch),
        }
        rest = rest.get(len..).unwrap_or("");
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_named_decimal_and_hex_references() {
        assert_eq!(
            plain("Caf&eacute; &amp; bar&#8217;s &#x2014; &#150;"),
            "Café & bar’s — –"
        );
        assert_eq!(plain("a&nbsp;&nbsp;b&nbsp"), "a b");
    }

    #[test]
    fn leaves_what_is_no_reference() {
        assert_eq!(
            plain("AT&T, R&D; &unknown; &# &#x;"),
            "AT&T, R&D; &unknown; &# &#x;"
        );
        assert_eq!(
            plain("&#0; &#xD800; &#99999999999;"),
            "\u{fffd} \u{fffd} \u{fffd}"
        );
    }
}
