//! Marks laid over the words of a sentence, which may overlap: the words are cut where any begins or ends.

use super::safe::Html;
use evenhand_report::{NameKind, Reading, Span};

/// What a stretch of words is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Source,
    Cue,
    Fact,
    Norm,
    Name,
    Hit,
}

impl Mark {
    const fn class(self) -> &'static str {
        match self {
            Self::Source => "src",
            Self::Cue => "cue",
            Self::Fact => "fig",
            Self::Norm => "norm",
            Self::Name => "nam",
            Self::Hit => "hit",
        }
    }
}

/// A mark over a span of the sentence, with what a pointer over it tells.
#[derive(Debug, Clone)]
pub(super) struct Laid {
    pub(super) span: Span,
    pub(super) mark: Mark,
    pub(super) tells: String,
}

impl Laid {
    pub(super) fn bare(span: Span, mark: Mark) -> Self {
        Self {
            span,
            mark,
            tells: String::new(),
        }
    }
}

/// A link of the report over a span of the sentence.
pub(super) struct Linked<'a> {
    pub(super) span: Span,
    pub(super) address: &'a str,
}

/// Writes the words of a sentence with its marks and links.
pub(super) fn write(out: &mut Html, words: &str, marks: &[Laid], links: &[Linked<'_>]) {
    let mut cuts: Vec<u32> = vec![0, Span::new(0, words.len()).end];
    for span in marks
        .iter()
        .map(|m| m.span)
        .chain(links.iter().map(|l| l.span))
    {
        cuts.extend([span.start, span.end]);
    }
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let piece = Span { start, end };
        let text = piece.of(words);
        if text.is_empty() {
            continue;
        }
        let link = links.iter().find(|link| link.span.contains(piece));
        if let Some(link) = link {
            out.tag("<a rel=\"noreferrer nofollow\" href=\"")
                .text(link.address)
                .tag("\">");
        }
        write_piece(out, text, piece, marks);
        if link.is_some() {
            out.tag("</a>");
        }
    }
}

fn write_piece(out: &mut Html, text: &str, piece: Span, marks: &[Laid]) {
    let over: Vec<&Laid> = marks.iter().filter(|m| m.span.contains(piece)).collect();
    if over.is_empty() {
        out.text(text);
        return;
    }
    out.tag("<mark class=\"");
    let mut classes: Vec<&str> = Vec::new();
    for mark in &over {
        if !classes.contains(&mark.mark.class()) {
            classes.push(mark.mark.class());
        }
    }
    out.tag(&classes.join(" "));
    let tells: Vec<&str> = over
        .iter()
        .map(|m| m.tells.as_str())
        .filter(|t| !t.is_empty())
        .collect();
    if !tells.is_empty() {
        out.tag("\" title=\"").text(&tells.join("; "));
    }
    out.tag("\">").text(text).tag("</mark>");
}

/// Every mark of a reading.
pub(super) fn of_reading(reading: &Reading) -> Vec<Laid> {
    let mut marks = Vec::new();
    for credit in &reading.attributions {
        let tells = format!("{}, {}, {}", credit.kind, credit.specificity, credit.stance);
        if let Some(span) = credit.source {
            marks.push(Laid {
                span,
                mark: Mark::Source,
                tells: tells.clone(),
            });
        }
        marks.push(Laid {
            span: credit.cue,
            mark: Mark::Cue,
            tells: if credit.source.is_none() {
                tells
            } else {
                String::new()
            },
        });
    }
    for figure in &reading.figures {
        marks.push(Laid {
            span: figure.span,
            mark: if figure.norm { Mark::Norm } else { Mark::Fact },
            tells: format!("{}, {}: {}", figure.kind, figure.qualifier, figure.unit),
        });
    }
    for name in &reading.names {
        marks.push(Laid {
            span: name.span,
            mark: Mark::Name,
            tells: match (name.kind, &name.full) {
                (_, Some(full)) => full.clone(),
                (NameKind::Person | NameKind::Body | NameKind::Place, None) => String::new(),
            },
        });
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_are_cut_apart_and_lose_no_word() {
        let words = "Police said 41 <died>.";
        let marks = [
            Laid::bare(Span::new(0, 6), Mark::Source),
            Laid::bare(Span::new(3, 14), Mark::Fact),
        ];
        let mut out = Html::new();
        write(&mut out, words, &marks, &[]);
        assert_eq!(
            out.to_string(),
            "<mark class=\"src\">Pol</mark><mark class=\"src fig\">ice</mark>\
             <mark class=\"fig\"> said 41</mark> &lt;died&gt;."
        );
    }
}
