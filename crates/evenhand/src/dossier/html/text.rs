//! Part 7: the whole text, marked, with anchors for every section, paragraph and sentence.

use super::Page;
use super::marks::{self, Linked};
use super::safe::{Html, is_page};
use evenhand_report::{
    Direction, Passage, PassageId, PassageKind, Reading, Report, SectionId, Sentence,
    SentenceIndex, Span,
};

impl Page<'_> {
    pub(super) fn outline(&self) -> Html {
        let mut out = Html::new();
        out.tag("<ul class=\"quotes\">");
        for (at, section) in self.d.opened.report.sections.iter().enumerate() {
            if section.heading.is_empty() || section.depth > 1 {
                continue;
            }
            out.tag("<li><a href=\"#sec")
                .num(at)
                .tag("\">")
                .text(&section.heading);
            out.tag("</a></li>");
        }
        out.tag("</ul>");
        out
    }

    /// The text of the report under its headings.
    pub(super) fn text(&self) -> Html {
        let mut out = Html::new();
        let report = &self.d.opened.report;
        let mut of_passage: Vec<Vec<u32>> = vec![Vec::new(); report.passages.len()];
        for (at, sentence) in (0_u32..).zip(&report.sentences) {
            if let Some(list) = of_passage.get_mut(sentence.passage.0 as usize) {
                list.push(at);
            }
        }
        // Headings are written when their section or one below it begins.
        let mut written = 0;
        for (at, passage) in report.passages.iter().enumerate() {
            let here = passage.section.0 as usize;
            while written <= here {
                self.heading(&mut out, report, written);
                written += 1;
            }
            let id = PassageId(u32::try_from(at).unwrap_or(u32::MAX));
            let sentences = of_passage.get(at).map_or(&[][..], Vec::as_slice);
            self.passage(&mut out, id, passage, sentences);
        }
        while written < report.sections.len() {
            self.heading(&mut out, report, written);
            written += 1;
        }
        out
    }

    fn heading(&self, out: &mut Html, report: &Report, at: usize) {
        let section = report.section(SectionId(u32::try_from(at).unwrap_or(u32::MAX)));
        if section.heading.is_empty() {
            out.tag("<a id=\"sec").num(at).tag("\"></a>");
            return;
        }
        let tag = if section.depth == 0 { "h3" } else { "h4" };
        out.tag("<")
            .tag(tag)
            .tag(" id=\"sec")
            .num(at)
            .tag("\">")
            .text(&section.heading);
        out.tag("</").tag(tag).tag(">\n");
    }

    fn passage(&self, out: &mut Html, id: PassageId, passage: &Passage, sentences: &[u32]) {
        let class = match passage.kind {
            PassageKind::Paragraph => "para",
            PassageKind::ListItem => "para li",
            PassageKind::Quotation => "para quo",
            PassageKind::TableCell => "para cell",
            PassageKind::Note => "para foot",
        };
        out.tag("<p class=\"")
            .tag(class)
            .tag("\" id=\"p")
            .num(id.0)
            .tag("\"><a class=\"num\" href=\"#p");
        out.num(id.0)
            .tag("\" aria-label=\"paragraph ")
            .num(passage.number)
            .tag("\">");
        out.num(passage.number).tag("</a>");
        if passage.kind == PassageKind::ListItem {
            out.tag("• ");
        }
        let text = &self.d.opened.report.text;
        if let Some(span) = passage.run_in {
            out.tag("<span class=\"runin\">")
                .text(span.of(text))
                .tag("</span> ");
        }
        for at in sentences {
            self.sentence(out, SentenceIndex(*at), passage);
            out.tag(" ");
        }
        out.tag("</p>\n");
    }

    fn sentence(&self, out: &mut Html, at: SentenceIndex, passage: &Passage) {
        let report = &self.d.opened.report;
        let sentence = &report.sentences[at.0 as usize];
        let reading = &self.d.opened.readings[at.0 as usize];
        let words = report.sentence_text(sentence);
        out.tag("<span id=\"s")
            .num(at.0)
            .tag("\" class=\"st")
            .tag(class(sentence, reading))
            .tag("\">");
        marks::write(
            out,
            words,
            &marks::of_reading(reading),
            &links(sentence, passage),
        );
        let findings = self
            .findings_on
            .get(at.0 as usize)
            .map_or(&[][..], Vec::as_slice);
        if !findings.is_empty() {
            out.tag("<sup class=\"fr\">");
            for number in findings {
                out.tag("<a href=\"#f")
                    .num(number + 1)
                    .tag("\" aria-label=\"finding ");
                out.num(number + 1).tag("\">").num(number + 1).tag("</a>");
            }
            out.tag("</sup>");
        }
        out.tag("</span>");
    }
}

fn class(sentence: &Sentence, reading: &Reading) -> &'static str {
    match (
        sentence.pointer,
        sentence.repeats,
        reading.direction.direction,
    ) {
        (true, _, _) => " ptr",
        (false, Some(_), _) => " rep",
        (false, None, Direction::Violation) => " dv",
        (false, None, Direction::Improvement) => " di",
        (false, None, Direction::Safeguard) => " ds",
        (false, None, Direction::NoneReported) => " dn",
        (false, None, Direction::Context) => "",
    }
}

/// The links of the passage that lie over the sentence, counted from the sentence's start.
fn links<'p>(sentence: &Sentence, passage: &'p Passage) -> Vec<Linked<'p>> {
    passage
        .links
        .iter()
        .filter(|link| is_page(&link.address) && link.span.overlaps(sentence.span))
        .map(|link| {
            let start = link.span.start.max(sentence.span.start) - sentence.span.start;
            let end = link.span.end.min(sentence.span.end) - sentence.span.start;
            Linked {
                span: Span { start, end },
                address: &link.address,
            }
        })
        .collect()
}
