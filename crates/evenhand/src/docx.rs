//! A document for a word processor (Office Open XML), written by hand: headings, numbered paragraphs,
//! quotations, room to write in.
//!
//! In: [`Block`]s. Out: the bytes of a `.docx` file, the same for the same blocks. Nothing is
//! numbered by hand: paragraphs carry the word processor's own numbering, so that inserting one
//! renumbers the rest.

use quick_xml::escape::escape;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// A paragraph of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// The title of the whole.
    Title(String),
    /// A heading of a part.
    Heading(String),
    /// A paragraph with a number before it.
    Numbered(String),
    /// A plain paragraph.
    Plain(String),
    /// A label in bold, and text.
    Labelled(String, String),
    /// A quotation, and where it stands.
    Quote(String, String),
    /// Room to write in.
    Room,
}

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const DOCUMENT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>"#;

const NUMBERING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr><w:keepNext/><w:spacing w:before="240"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:pPr><w:pBdr><w:left w:val="single" w:sz="8" w:space="8" w:color="9AA5B1"/></w:pBdr><w:ind w:left="567"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:pPr><w:ind w:left="567"/></w:pPr></w:style></w:styles>"#;

/// The bytes of a document of these blocks.
pub(crate) fn write(blocks: &[Block]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut body = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
    );
    for block in blocks {
        paragraph(&mut body, block);
    }
    body.push_str(
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" \
         w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
    );
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed date: the same blocks give the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, text) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/document.xml", &body),
    ] {
        file.start_file(name, options)?;
        file.write_all(text.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

fn paragraph(body: &mut String, block: &Block) {
    match block {
        Block::Title(text) => styled(body, "Title", &[(text, "")]),
        Block::Heading(text) => styled(body, "Heading1", &[(text, "")]),
        Block::Numbered(text) => styled(body, "Numbered", &[(text, "")]),
        Block::Plain(text) => styled(body, "Normal", &[(text, "")]),
        Block::Labelled(label, text) => {
            styled(
                body,
                "Note",
                &[(label, "<w:b/>"), (&format!(" {text}"), "")],
            );
        }
        Block::Quote(text, pin) => styled(
            body,
            "Quote",
            &[
                (text, ""),
                (
                    &format!("  ({pin})"),
                    "<w:color w:val=\"5B6770\"/><w:sz w:val=\"18\"/>",
                ),
            ],
        ),
        Block::Room => {
            for _ in 0..3 {
                body.push_str(
                    "<w:p><w:pPr><w:pStyle w:val=\"Note\"/><w:pBdr><w:bottom w:val=\"dotted\" w:sz=\"4\" w:space=\"1\" \
                     w:color=\"9AA5B1\"/></w:pBdr></w:pPr></w:p>",
                );
            }
        }
    }
}

fn styled(body: &mut String, style: &str, runs: &[(&str, &str)]) {
    let numbering = if style == "Numbered" {
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
    } else {
        ""
    };
    let _ = write!(
        body,
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{numbering}</w:pPr>"
    );
    for (text, look) in runs {
        let clean: String = text
            .chars()
            .filter(|ch| !ch.is_control() || *ch == '\t')
            .collect();
        let _ = write!(
            body,
            "<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escape(clean.as_str())
        );
    }
    body.push_str("</w:p>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_is_written_is_well_formed_and_whole() {
        let blocks = [
            Block::Title("A & B <c>".to_owned()),
            Block::Numbered("\u{1}odd".to_owned()),
            Block::Quote("«Сөз»".to_owned(), "2023, section 1.a".to_owned()),
            Block::Room,
        ];
        let bytes = write(&blocks).expect("written");
        assert_eq!(bytes, write(&blocks).expect("written again"));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut text = String::new();
        archive
            .by_name("word/document.xml")
            .expect("a document")
            .read_to_string(&mut text)
            .expect("UTF-8");
        let mut reader = quick_xml::Reader::from_str(&text);
        while reader.read_event().expect("well-formed") != quick_xml::events::Event::Eof {}
        assert!(text.contains("A &amp; B &lt;c&gt;") && text.contains("«Сөз»"));
    }
}
