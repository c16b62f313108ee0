//! XML, one activity at a time: the element tree of a whole activity, each element with its place.

use crate::{Problem, RegisterError, decode};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Deepest nesting that is followed; an IATI activity has five levels.
const DEEPEST: usize = 32;

/// An element with what stands in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Element {
    /// The attribute of this name; empty where there is none.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(found, _)| found == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// The children of this name, in order.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child of this name.
    pub(super) fn first(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The words of its first `narrative`, or its own.
    pub(super) fn narrative(&self) -> String {
        let narratives = || self.all("narrative");
        let words = narratives()
            .find(|narrative| matches!(narrative.attribute("xml:lang"), "" | "en"))
            .or_else(|| narratives().next())
            .map_or(self.text.as_str(), |narrative| narrative.text.as_str());
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The place in the text as the reader goes on, counted once from the start.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    start: usize,
}

impl Lines<'_> {
    fn place(&mut self, at: usize) -> (usize, usize) {
        if at < self.at {
            return decode::place(self.text, at);
        }
        for (offset, byte) in self.text.bytes().enumerate().take(at).skip(self.at) {
            if byte == b'\n' {
                self.line += 1;
                self.start = offset + 1;
            }
        }
        self.at = at;
        let column = self
            .text
            .get(self.start..at)
            .map_or(0, |before| before.chars().count());
        (self.line, column + 1)
    }
}

/// Calls `each` with every activity of the file, and `head` with the attributes of the root.
pub(super) fn activities(
    file: &str,
    text: &str,
    each: &mut dyn FnMut(&Element) -> Result<(), RegisterError>,
) -> Result<(), RegisterError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
        start: 0,
    };
    let mut open: Vec<Element> = Vec::new();
    let mut rooted = false;
    let fault = |(line, column): (usize, usize), found: String| RegisterError {
        file: file.to_owned(),
        line,
        column,
        problem: Problem::Xml { found },
    };
    loop {
        let before = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(before);
                return Err(fault(decode::place(text, at), error.to_string()));
            }
        };
        match event {
            Event::Start(start) => {
                let place = lines.place(before);
                let name = start.name().0.to_owned();
                if !rooted {
                    if name != "iati-activities" {
                        let problem = Problem::Value {
                            field: "the root element".to_owned(),
                            found: name,
                            expected: "iati-activities (IATI 2.03)".to_owned(),
                        };
                        let (line, column) = place;
                        return Err(RegisterError {
                            file: file.to_owned(),
                            line,
                            column,
                            problem,
                        });
                    }
                    rooted = true;
                    open.push(Element {
                        name,
                        ..Element::default()
                    });
                    continue;
                }
                if open.is_empty() {
                    return Err(fault(
                        place,
                        format!("<{name}> stands after the end of the file's one root element"),
                    ));
                }
                if open.len() > DEEPEST {
                    return Err(fault(
                        place,
                        format!("elements nested more than {DEEPEST} deep"),
                    ));
                }
                open.push(element(&start, place).map_err(|found| fault(place, found))?);
            }
            Event::End(_) => {
                // The reader has checked that it closes what was opened.
                let Some(done) = open.pop() else { continue };
                match open.len() {
                    0 => {}
                    1 => {
                        if done.name == "iati-activity" {
                            each(&done)?;
                        }
                    }
                    _ => {
                        if let Some(parent) = open.last_mut() {
                            parent.children.push(done);
                        }
                    }
                }
            }
            Event::Text(words) => push(&mut open, &words),
            Event::CData(words) => push(&mut open, &words),
            Event::GeneralRef(reference) => {
                let resolved = match reference.resolve_char_ref() {
                    Ok(Some(ch)) => ch.to_string(),
                    Ok(None) | Err(_) => {
                        match quick_xml::escape::resolve_predefined_entity(&reference) {
                            Some(words) => words.to_owned(),
                            None => {
                                return Err(fault(
                                    decode::place(text, before),
                                    format!("the reference &{}; stands for nothing", &*reference),
                                ));
                            }
                        }
                    }
                };
                push(&mut open, &resolved);
            }
            Event::Eof => {
                if let Some(left) = open.last() {
                    return Err(fault(
                        decode::place(text, text.len()),
                        format!("the file ends inside <{}>", left.name),
                    ));
                }
                if !rooted {
                    return Err(fault((1, 1), "there is no element".to_owned()));
                }
                return Ok(());
            }
            // Empty elements come as a start and an end.
            Event::Empty(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Comment(_) => {}
        }
    }
}

fn push(open: &mut [Element], words: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(words);
    }
}

fn element(start: &BytesStart<'_>, (line, column): (usize, usize)) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| error.to_string())?;
        attributes.push((attribute.key.0.to_owned(), value.into_owned()));
    }
    Ok(Element {
        name: start.name().0.to_owned(),
        attributes,
        line,
        column,
        ..Element::default()
    })
}
