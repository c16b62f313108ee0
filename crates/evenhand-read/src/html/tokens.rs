//! A web page cut into tags and stretches of text, with their byte offsets; no tree is built.
//!
//! Comments, doctypes and processing instructions are passed over; the inside of scripts, styles,
//! titles and the like comes with its tag. Any bytes are cut, in one pass and linear time.

use super::tags::Name;
use memchr::{memchr, memchr3, memmem};

/// One piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Text between tags, references not resolved: start and end in the source.
    Text(usize, usize),
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag.
    End(Name),
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// Its name.
    pub(crate) name: Name,
    /// What stands between the name and `>`.
    pub(crate) attributes: &'a str,
    /// Where its `<` stands.
    pub(crate) start: usize,
    /// The inside of an element whose inside is not markup (script, style, title, textarea).
    pub(crate) raw: &'a str,
}

/// The tokens of a page, in order.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'a> {
    source: &'a str,
    at: usize,
    /// No further `"`, `'` to the end: a search for one is not repeated.
    no_more: [bool; 2],
    /// A comment, tag or script was cut off by the end of the page.
    pub(crate) cut_off: bool,
}

impl<'a> Tokens<'a> {
    /// The tokens of `source` from the byte `at` on.
    pub(crate) fn new(source: &'a str, at: usize) -> Self {
        Self {
            source,
            at,
            no_more: [false; 2],
            cut_off: false,
        }
    }

    /// Where the next token begins.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.source.get(start..end).unwrap_or("")
    }

    fn rest(&self, at: usize) -> &'a [u8] {
        self.source.as_bytes().get(at..).unwrap_or(&[])
    }

    /// One past the first `needle` at or after `from`; the end of the page without one.
    fn past(&mut self, from: usize, needle: &[u8]) -> usize {
        match memmem::find(self.rest(from), needle) {
            Some(found) => from + found + needle.len(),
            None => {
                self.cut_off = true;
                self.source.len()
            }
        }
    }

    /// One past the `>` that ends the tag whose attributes begin at `from`.
    fn tag_end(&mut self, from: usize) -> usize {
        let mut at = from;
        loop {
            let Some(found) = memchr3(b'>', b'"', b'\'', self.rest(at)) else {
                self.cut_off = true;
                return self.source.len();
            };
            let found = at + found;
            at = found + 1;
            let mark = self.source.as_bytes()[found];
            if mark == b'>' {
                return at;
            }
            // A quotation mark opens a value only after "="; elsewhere it is a slip of the page.
            let before = self.source.as_bytes()[from..found]
                .iter()
                .rev()
                .find(|byte| !byte.is_ascii_whitespace());
            let which = usize::from(mark == b'\'');
            if before == Some(&b'=') && !self.no_more[which] {
                match memchr(mark, self.rest(at)) {
                    Some(close) => at += close + 1,
                    None => self.no_more[which] = true,
                }
            }
        }
    }

    /// End of the raw inside of an element, and where reading goes on after its end tag.
    fn raw_end(&mut self, from: usize, name: &str) -> (usize, usize) {
        let mut at = from;
        while let Some(found) = memmem::find(self.rest(at), b"</") {
            let inside = at + found;
            at = inside + 2;
            let closes = self
                .rest(at)
                .get(..name.len())
                .is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
                && !self
                    .rest(at + name.len())
                    .first()
                    .is_some_and(u8::is_ascii_alphanumeric);
            if closes {
                let next = self.tag_end(at + name.len());
                return (inside, next);
            }
        }
        self.cut_off = true;
        (self.source.len(), self.source.len())
    }

    fn name_end(&self, from: usize) -> usize {
        let len = self
            .rest(from)
            .iter()
            .take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'/'))
            .count();
        from + len
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let start = self.at;
            if start >= self.source.len() {
                return None;
            }
            let bytes = self.source.as_bytes();
            if bytes[start] != b'<' || !opens(bytes.get(start + 1)) {
                // A "<" that opens nothing is text.
                let mut end = start + 1;
                loop {
                    match memchr(b'<', self.rest(end)) {
                        Some(found) if opens(bytes.get(end + found + 1)) => {
                            end += found;
                            break;
                        }
                        Some(found) => end += found + 1,
                        None => {
                            end = self.source.len();
                            break;
                        }
                    }
                }
                self.at = end;
                return Some(Token::Text(start, end));
            }
            match bytes.get(start + 1) {
                Some(b'!') => {
                    let rest = self.rest(start);
                    self.at = if rest.starts_with(b"<!-->") {
                        start + 5
                    } else if rest.starts_with(b"<!--->") {
                        start + 6
                    } else if rest.starts_with(b"<!--") {
                        self.past(start + 4, b"-->")
                    } else {
                        self.past(start + 2, b">")
                    };
                }
                Some(b'/') => {
                    if !bytes.get(start + 2).is_some_and(u8::is_ascii_alphabetic) {
                        self.at = self.past(start + 2, b">");
                        continue;
                    }
                    let name_end = self.name_end(start + 2);
                    let name = Name::of(self.slice(start + 2, name_end));
                    self.at = self.tag_end(name_end);
                    return Some(Token::End(name));
                }
                Some(b'?') => self.at = self.past(start + 2, b">"),
                _ => {
                    let name_end = self.name_end(start + 1);
                    let word = self.slice(start + 1, name_end);
                    let name = Name::of(word);
                    let end = self.tag_end(name_end);
                    let attributes = self.slice(name_end, end.saturating_sub(1).max(name_end));
                    self.at = end;
                    let mut raw = "";
                    if name.holds_raw_text() && !attributes.ends_with('/') {
                        let (inside, next) = self.raw_end(end, word);
                        raw = self.slice(end, inside);
                        self.at = next;
                    }
                    return Some(Token::Start(Tag {
                        name,
                        attributes,
                        start,
                        raw,
                    }));
                }
            }
        }
    }
}

/// Whether a `<` before this byte opens a tag, comment or instruction.
fn opens(next: Option<&u8>) -> bool {
    next.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'/' | b'?'))
}

/// The attributes of a tag: name and raw value, in order.
#[derive(Debug, Clone)]
pub(crate) struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Attributes<'a> {
    /// The attributes in the inside of a tag.
    pub(crate) fn new(inside: &'a str) -> Self {
        Self { rest: inside }
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let blank = |ch: char| ch.is_ascii_whitespace();
        let rest = self
            .rest
            .trim_start_matches(|ch| blank(ch) || ch == '/' || ch == '=');
        if rest.is_empty() {
            return None;
        }
        let name_len = rest
            .find(|ch| blank(ch) || ch == '=' || ch == '/')
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_len);
        let Some(value) = after.trim_start_matches(blank).strip_prefix('=') else {
            self.rest = after;
            return Some((name, ""));
        };
        let value = value.trim_start_matches(blank);
        for quote in ['"', '\''] {
            if let Some(inside) = value.strip_prefix(quote)
                && let Some((text, rest)) = inside.split_once(quote)
            {
                self.rest = rest;
                return Some((name, text));
            }
        }
        let (text, rest) = value.split_at(value.find(blank).unwrap_or(value.len()));
        self.rest = rest;
        Some((name, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_report::Span;

    fn cut(source: &str) -> Vec<String> {
        Tokens::new(source, 0)
            .map(|token| match token {
                Token::Text(start, end) => Span::new(start, end).of(source).to_owned(),
                Token::Start(tag) => {
                    format!("<{:?} {}|{}>", tag.name, tag.attributes.trim(), tag.raw)
                }
                Token::End(name) => format!("</{name:?}>"),
            })
            .collect()
    }

    #[test]
    fn cuts_tags_text_and_raw_text() {
        assert_eq!(
            cut("<!doctype html><p class='a>b'>x < y<!-- <p> --></P ><script>if(a</b)</script>z"),
            [
                "<P class='a>b'|>",
                "x < y",
                "</P>",
                "<Script |if(a</b)>",
                "z"
            ]
        );
    }

    #[test]
    fn survives_what_is_cut_off() {
        for source in [
            "<", "<!", "<!--", "<p", "<p a=\"", "</", "<script>", "a<", "<!-->x", "<?x",
        ] {
            let _ = cut(source);
        }
        assert_eq!(cut("<<<b>"), ["<<", "<B |>"]);
    }

    #[test]
    fn reads_attributes() {
        let found: Vec<_> = Attributes::new(" id=a class=\"b c\" hidden data-x = 'y' /").collect();
        assert_eq!(
            found,
            [
                ("id", "a"),
                ("class", "b c"),
                ("hidden", ""),
                ("data-x", "y")
            ]
        );
    }
}
