//! What keeps a stranger's text harmless: escaping, the type of what is escaped, hashes, style strings.

use std::fmt::{self, Write};

/// Markup that is safe to write as it is: everything that came from outside was escaped on its way in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Html(String);

impl askama::filters::HtmlSafe for Html {}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Html {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Markup written by this program, without anything from outside.
    pub(crate) fn trusted(markup: String) -> Self {
        Self(markup)
    }

    /// Adds markup written by this program.
    pub(crate) fn tag(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds words, escaped.
    pub(crate) fn text(&mut self, words: &str) -> &mut Self {
        escape(words, &mut self.0);
        self
    }

    /// Adds a number or another value whose written form needs no escaping.
    pub(crate) fn num(&mut self, number: impl Into<Num>) -> &mut Self {
        let Num(text) = number.into();
        self.0.push_str(&text);
        self
    }
}

/// A number as written in markup; nothing else becomes one.
pub(crate) struct Num(String);

impl From<usize> for Num {
    fn from(number: usize) -> Self {
        Self(number.to_string())
    }
}

impl From<u32> for Num {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}

impl From<f64> for Num {
    /// Two decimals at most: enough for places in a picture.
    fn from(number: f64) -> Self {
        let mut text = String::new();
        let _ = write!(text, "{number:.2}");
        if text.contains('.') {
            let kept = text.trim_end_matches('0').trim_end_matches('.').len();
            text.truncate(kept);
        }
        Self(text)
    }
}

fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

/// Words inside a string of a style sheet that itself stands in a page: letters, digits and a few
/// harmless signs as they are, everything else by number.
pub(crate) fn css_string(words: &str) -> String {
    let mut safe = String::new();
    for c in words.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, ' ' | '/' | '-' | '_' | '.' | ':' | ',') {
            safe.push(c);
        } else {
            let _ = write!(safe, "\\{:x} ", u32::from(c));
        }
    }
    safe
}

/// Whether an address of the report may become a link: the schemes that lead to a page.
pub(crate) fn is_page(address: &str) -> bool {
    let address = address.trim_start().to_ascii_lowercase();
    address.starts_with("https://") || address.starts_with("http://")
}

/// Base64 with padding (RFC 4648), for the hash in the page's policy.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            if at <= chunk.len() {
                let letter = group >> (18 - 6 * at) & 63;
                text.push(char::from(LETTERS[letter as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn nothing_from_outside_ends_a_tag_or_a_style() {
        let mut html = Html::new();
        html.text("<script>\"'&");
        assert_eq!(html.to_string(), "&lt;script&gt;&quot;&#39;&amp;");
        assert_eq!(css_string("a</style>\""), "a\\3c /style\\3e \\22 ");
        assert!(!is_page("javascript:alert(1)"));
    }
}
