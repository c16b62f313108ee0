//! The outline, rebuilt from what headings say: "Section 1.", "a.", sub-headings.
//!
//! Tag levels only decide where the words leave it open: the editions of 2016-2018 set sub-headings
//! one level deeper, those of 2019-2020 all on one level, and single pages set either wrongly.

use crate::html::LOOKS_LIKE_HEADING;
use evenhand_report::{Section, SectionId};

/// What a heading says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// "Section 3. …".
    Section(u32),
    /// "Executive Summary" and other parts that stand beside the sections.
    Part,
    /// "c. …".
    Letter(char),
    /// Nothing about its place.
    Plain,
}

/// A heading and the section it opens.
#[derive(Debug, Clone, Copy)]
struct Open {
    says: Says,
    level: u8,
    id: SectionId,
}

/// Something odd in the outline, for a note.
pub(crate) type Gap = String;

/// Builds the outline heading by heading.
#[derive(Debug)]
pub(crate) struct Outline {
    sections: Vec<Section>,
    open: Vec<Open>,
    /// "Section 1." on a line of its own, waiting for its title.
    waiting: Option<(String, u32)>,
    /// Sub-headings stand on the level of the lettered headings they belong to.
    flat: bool,
    /// Some heading of the document is numbered "Section N".
    numbered: bool,
}

impl Outline {
    /// An outline for a document with these headings (words and level).
    pub(crate) fn new<'a>(headings: impl Iterator<Item = (&'a str, u8)>) -> Self {
        let (mut letter_level, mut deeper, mut numbered) = (None::<u8>, false, false);
        for (text, level) in headings {
            match says(text) {
                Says::Letter(_) => {
                    letter_level = Some(letter_level.map_or(level, |l| l.max(level)))
                }
                Says::Section(_) => numbered = true,
                Says::Plain if level < LOOKS_LIKE_HEADING => {
                    deeper |= letter_level.is_some_and(|letter| level > letter);
                }
                Says::Plain | Says::Part => {}
            }
        }
        Self {
            sections: Vec::new(),
            open: Vec::new(),
            waiting: None,
            flat: !deeper,
            numbered,
        }
    }

    /// The section that text standing here belongs to; one without heading where none is open.
    pub(crate) fn here(&mut self) -> SectionId {
        self.settle();
        if let Some(open) = self.open.last() {
            return open.id;
        }
        if let Some(at) = self
            .sections
            .iter()
            .rposition(|section| section.heading.is_empty())
            && at + 1 == self.sections.len()
        {
            return section_id(at);
        }
        self.sections.push(Section {
            heading: String::new(),
            depth: 0,
            parent: None,
            label: String::new(),
        });
        section_id(self.sections.len() - 1)
    }

    /// Takes a heading; tells when it does not fit the outline.
    pub(crate) fn heading(&mut self, text: &str, level: u8) -> Option<Gap> {
        let text = text.trim();
        if is_furniture(text) {
            return None;
        }
        match says(text) {
            Says::Section(number) if is_marker(text) => {
                self.settle();
                self.waiting = Some((text.to_owned(), number));
                None
            }
            Says::Plain | Says::Part if self.waiting.is_some() => {
                let (marker, number) = self.waiting.take()?;
                self.push(&format!("{marker} {text}"), level, Says::Section(number))
            }
            said => {
                self.settle();
                self.push(text, level, said)
            }
        }
    }

    /// A marker whose title never came stands as its own heading.
    fn settle(&mut self) {
        if let Some((marker, number)) = self.waiting.take() {
            self.push(&marker, 2, Says::Section(number));
        }
    }

    /// The sections, in order.
    pub(crate) fn finish(mut self) -> Vec<Section> {
        self.settle();
        self.sections
    }

    fn push(&mut self, heading: &str, level: u8, said: Says) -> Option<Gap> {
        let gap = self.gap(heading, said);
        let keep = self
            .open
            .iter()
            .rposition(|open| self.holds(*open, said, level))
            .map_or(0, |at| at + 1);
        self.open.truncate(keep);
        let parent = self.open.last().copied();
        let label = self.label(heading, said, parent);
        let depth = parent
            .and_then(|open| self.sections.get(open.id.0 as usize))
            .map_or(0, |above| above.depth.saturating_add(1));
        self.sections.push(Section {
            heading: heading.to_owned(),
            depth,
            parent: parent.map(|open| open.id),
            label,
        });
        // Deeper than any outline of the editions: kept as text, not followed further down.
        if self.open.len() < 12 {
            self.open.push(Open {
                says: said,
                level,
                id: section_id(self.sections.len() - 1),
            });
        }
        gap
    }

    /// Whether an open section holds a heading that comes.
    fn holds(&self, open: Open, said: Says, level: u8) -> bool {
        match (said, open.says) {
            (Says::Section(_) | Says::Part, _) => false,
            (Says::Letter(_), Says::Section(_)) => true,
            (Says::Letter(_), Says::Letter(_)) => false,
            (Says::Letter(_), Says::Part) => !self.numbered && open.level < level,
            (Says::Letter(_), Says::Plain) => !self.numbered && open.level < level,
            (Says::Plain, Says::Section(_)) => level >= open.level,
            (Says::Plain, Says::Part | Says::Plain) => level > open.level,
            (Says::Plain, Says::Letter(_)) => {
                level > open.level || level == open.level && self.flat
            }
        }
    }

    fn gap(&self, heading: &str, said: Says) -> Option<Gap> {
        let before = |wanted: fn(Says) -> Option<u32>| {
            self.open.iter().rev().find_map(|open| wanted(open.says))
        };
        match said {
            Says::Section(number) => {
                let last = before(|says| match says {
                    Says::Section(number) => Some(number),
                    _ => None,
                })
                .unwrap_or(0);
                (number != last + 1).then(|| {
                    format!(
                        "the heading {heading:?} follows section {last}; it was kept as it stands"
                    )
                })
            }
            Says::Letter(letter) => {
                if !self
                    .open
                    .iter()
                    .any(|open| matches!(open.says, Says::Section(_)))
                    && self.numbered
                {
                    return Some(format!(
                        "the heading {heading:?} stands under no section; it was kept as it stands"
                    ));
                }
                let last = before(|says| match says {
                    Says::Letter(letter) => Some(u32::from(letter)),
                    _ => None,
                });
                let expected = last.map_or(u32::from('a'), |last| last + 1);
                (u32::from(letter) != expected && self.numbered).then(|| {
                    format!(
                        "the heading {heading:?} stands where {:?} was due; it was kept as it stands",
                        format!("{}.", char::from_u32(expected).unwrap_or('?'))
                    )
                })
            }
            Says::Part | Says::Plain => None,
        }
    }

    fn label(&self, heading: &str, said: Says, parent: Option<Open>) -> String {
        let above = parent
            .and_then(|open| self.sections.get(open.id.0 as usize))
            .map_or("", |section| section.label.as_str());
        match said {
            Says::Section(number) => format!("section {number}"),
            // "Executive Summary Title" stands on a few pages of 2020-2024.
            Says::Part if heading.to_lowercase().starts_with("executive summary") => {
                "executive summary".to_owned()
            }
            Says::Part => shortened(&quiet(heading).to_lowercase()),
            Says::Letter(letter) if above.is_empty() => format!("section {letter}"),
            Says::Letter(letter)
                if matches!(
                    parent,
                    Some(Open {
                        says: Says::Section(_),
                        ..
                    })
                ) =>
            {
                format!("{above}.{letter}")
            }
            Says::Letter(letter) => format!("{above}, {letter}"),
            Says::Plain if above.is_empty() => shortened(&quiet(heading)),
            Says::Plain => format!("{above}, {}", shortened(&quiet(heading))),
        }
    }
}

fn section_id(at: usize) -> SectionId {
    SectionId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// What a heading says about its place.
fn says(text: &str) -> Says {
    let text = text.trim();
    if let Some(rest) = strip_word(text, "section")
        && let Some(number) = leading_number(rest)
    {
        return Says::Section(number);
    }
    let bytes = text.as_bytes();
    if let (Some(letter), Some(b'.' | b')')) = (bytes.first(), bytes.get(1))
        && letter.is_ascii_lowercase()
        && text
            .get(2..)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace) || !rest.contains('.'))
    {
        return Says::Letter(char::from(*letter));
    }
    let lower = text.to_lowercase();
    let part = ["executive summary", "appendix", "annex"]
        .iter()
        .any(|part| lower.starts_with(part));
    if part { Says::Part } else { Says::Plain }
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    let rest = text.get(word.len()..)?;
    (head.eq_ignore_ascii_case(word) && rest.starts_with(char::is_whitespace))
        .then(|| rest.trim_start())
}

fn leading_number(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let ends = rest.is_empty() || rest.starts_with(['.', ':', ' ', ')', '-', '–']);
    let number = text.get(..digits)?.parse().ok()?;
    ends.then_some(number)
}

/// What follows "Section 1." in a heading.
fn title_after_number(text: &str) -> &str {
    strip_word(text, "section")
        .unwrap_or("")
        .trim_start_matches(|ch: char| ch.is_ascii_digit())
        .trim_start_matches(['.', ':', ' ', ')', '-', '–'])
}

/// A line that numbers itself and is titled: "b. Disappearance", "Section 2.".
pub(crate) fn is_numbered(line: &str) -> bool {
    let line = line.trim();
    if line.len() > 160 {
        return false;
    }
    match says(line) {
        Says::Section(_) => is_marker(line) || !line.ends_with(['.', ';', ',', ':']),
        Says::Letter(_) => {
            let title = line.get(2..).unwrap_or("").trim_start();
            title.starts_with(char::is_uppercase) && !title.ends_with(['.', ';', ',', ':'])
        }
        Says::Part | Says::Plain => false,
    }
}

/// "Section 1." alone: its title stands in the next heading.
pub(crate) fn is_marker(line: &str) -> bool {
    matches!(says(line), Says::Section(_)) && title_after_number(line.trim()).is_empty()
}

/// Headings of the site, not of the report: "Read a Section: China", field codes of a word processor.
fn is_furniture(text: &str) -> bool {
    let start = |word: &str| {
        text.get(..word.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    text.is_empty()
        || start("read a section")
        || start("read section")
        || start("on this page")
        || start("in this section")
        || text.contains("MERGEFORMAT")
        || !text.contains(char::is_alphanumeric)
}

/// A heading for a pin-cite: without a closing colon, and capitals made quiet.
fn quiet(heading: &str) -> String {
    let heading = heading.trim_end_matches([':', '.', ' ']);
    let loud = heading.chars().filter(|ch| ch.is_alphabetic()).count() > 4
        && !heading.contains(char::is_lowercase);
    if !loud {
        return heading.to_owned();
    }
    let mut out = String::with_capacity(heading.len());
    for (at, word) in heading.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let lower = word.to_lowercase();
        if lower.starts_with('(') || matches!(lower.as_str(), "hiv" | "aids" | "hiv/aids" | "un") {
            out.push_str(word);
            continue;
        }
        let small = matches!(
            lower.as_str(),
            "a" | "an"
                | "and"
                | "at"
                | "by"
                | "for"
                | "from"
                | "in"
                | "of"
                | "on"
                | "or"
                | "the"
                | "to"
                | "with"
        );
        if at > 0 && small {
            out.push_str(&lower);
            continue;
        }
        let mut raise = true;
        for ch in word.chars() {
            if raise {
                out.push(ch);
            } else {
                out.extend(ch.to_lowercase());
            }
            raise = !ch.is_alphanumeric() && ch != '’' && ch != '\'';
        }
    }
    out
}

/// Long headings are cut in pin-cites at a word.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let head: String = text.chars().take(LONGEST).collect();
    let cut = head
        .rsplit_once(' ')
        .map_or(head.as_str(), |(head, _)| head);
    format!("{}…", cut.trim_end_matches([',', ' ', ';']))
}

#[cfg(test)]
mod tests;
