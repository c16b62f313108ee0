//! What kind of file the bytes are.
//!
//! Readers for PDF and DOCX will take their kinds from [`Kind::Other`] when they come.

use evenhand_report::Format;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A format that is read.
    Text,
    /// Something else, in words for the user.
    Other(&'static str),
}

/// First bytes of files that are no text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word or Excel file (.doc, .xls)",
    ),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"%!PS", "a PostScript file"),
    (b"OggS", "a sound or film file"),
    (b"ID3", "a sound file"),
    (b"WARC/", "a web archive (WARC)"),
];

/// How many first bytes decide about zero bytes.
const BINARY_REACH: usize = 4096;

/// Tells the kind of a file by its first bytes.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    if memchr::memmem::find(head, b"%PDF-").is_some_and(|at| at < 64) {
        return Kind::Other("a PDF file");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Kind::Other(zip(bytes));
    }
    for (signature, name) in SIGNATURES {
        if bytes.starts_with(signature) {
            return Kind::Other(name);
        }
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Kind::Other("a WebP image");
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Kind::Other("a film file");
    }
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let head = bytes.get(..bytes.len().min(BINARY_REACH)).unwrap_or(bytes);
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    // UTF-16 without a mark has a zero in every other byte of Latin text.
    if !wide && zeros > 0 && zeros * 10 < head.len() * 3 {
        return Kind::Other("a binary file");
    }
    Kind::Text
}

fn zip(bytes: &[u8]) -> &'static str {
    let has = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if has(b"word/") {
        "a Word file (.docx)"
    } else if has(b"xl/worksheets") || has(b"xl/workbook") {
        "an Excel file (.xlsx)"
    } else if has(b"ppt/slides") {
        "a PowerPoint file (.pptx)"
    } else if has(b"application/epub+zip") {
        "an e-book (.epub)"
    } else if has(b"opendocument.text") {
        "an OpenDocument text (.odt)"
    } else {
        "a zip archive"
    }
}

/// Which format that is read a text is in.
pub(crate) fn format(text: &str) -> Format {
    if is_html(text) {
        Format::Html
    } else if is_markdown(text) {
        Format::Markdown
    } else {
        Format::Text
    }
}

fn is_html(text: &str) -> bool {
    let start = text.trim_start();
    let opens = |word: &str| {
        start
            .get(..word.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    if opens("<!doctype html") || opens("<html") || opens("<head") || opens("<body") {
        return true;
    }
    if !start.starts_with('<') {
        return false;
    }
    let head: String = start
        .chars()
        .take(2000)
        .collect::<String>()
        .to_ascii_lowercase();
    [
        "<html", "<body", "<p>", "<p ", "<div", "<h1", "<h2", "<article", "<section", "<table",
        "<ul",
    ]
    .iter()
    .any(|tag| head.contains(tag))
}

/// Two signs of Markdown, or one heading mark.
fn is_markdown(text: &str) -> bool {
    let mut signs = 0;
    let mut headings = 0;
    for line in text.lines().take(400) {
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&marks) && line.as_bytes().get(marks) == Some(&b' ') {
            headings += 1;
        }
        signs += usize::from(line.contains("](http") || line.contains("](/"));
        signs += usize::from(line.matches("**").count() >= 2);
        signs += usize::from(line.starts_with("> ") || line.starts_with("```"));
        signs += usize::from(line.starts_with("[^") && line.contains("]: "));
    }
    headings > 0 || signs >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_files() {
        assert_eq!(kind(b"%PDF-1.7\n"), Kind::Other("a PDF file"));
        assert_eq!(
            kind(b"PK\x03\x04 word/document.xml"),
            Kind::Other("a Word file (.docx)")
        );
        assert_eq!(kind(b"PK\x03\x04"), Kind::Other("a zip archive"));
        assert_eq!(
            kind(b"text\0\x01\x02more of the same"),
            Kind::Other("a binary file")
        );
        assert_eq!(kind("Überall Text".as_bytes()), Kind::Text);
        assert_eq!(kind(b"N\0o\0r\0d\0a\0v\0"), Kind::Text);
    }

    #[test]
    fn formats_of_text() {
        assert_eq!(format("\n<!DOCTYPE HTML><p>x"), Format::Html);
        assert_eq!(format("<div><p>x</p></div>"), Format::Html);
        assert_eq!(format("<5 percent of ships>"), Format::Text);
        assert_eq!(format("# Title\n\nWords."), Format::Markdown);
        assert_eq!(format("Plain words.\n#1 in the list."), Format::Text);
    }
}
