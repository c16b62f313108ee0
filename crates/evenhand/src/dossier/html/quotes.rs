//! Lists of quotes that a number opens: the words, marked, with the place they stand at.
//!
//! A list shows so many sentences whole; the rest are cited by place, each leading to the marked
//! text, so that no number is without its quotes and the file stays small.

use super::Page;
use super::marks::{self, Laid, Mark};
use super::safe::Html;
use crate::dossier::model::{CreditAt, FigureAt};
use evenhand_report::{SentenceIndex, Span};

/// Most places cited under one list; a longer rest is counted.
const PINS: usize = 400;

impl Page<'_> {
    /// Where a sentence stands, short: its section ("1.a") and its place in it ("¶2.1").
    fn place(&self, at: SentenceIndex) -> (&str, String) {
        let report = &self.d.opened.report;
        let sentence = &report.sentences[at.0 as usize];
        let passage = report.passage(sentence.passage);
        let label = &report.section(passage.section).label;
        let label = label.strip_prefix("section ").unwrap_or(label);
        (label, format!("¶{}.{}", passage.number, sentence.number))
    }

    fn short_pin(&self, at: SentenceIndex) -> String {
        let (label, place) = self.place(at);
        format!("{label} {place}").trim_start().to_owned()
    }

    /// Places of sentences, each a link, under the name of their section once.
    pub(super) fn pins(&self, out: &mut Html, sentences: &[SentenceIndex]) {
        let mut section = None;
        for at in sentences {
            let (label, place) = self.place(*at);
            if section != Some(label) {
                section = Some(label);
                out.tag("<b>").text(label).tag("</b> ");
            }
            out.tag("<a href=\"#s")
                .num(at.0)
                .tag("\">")
                .text(&place)
                .tag("</a> ");
        }
    }

    /// A link to a sentence in the text, under its place.
    pub(super) fn pin(&self, out: &mut Html, at: SentenceIndex) {
        out.tag("<a class=\"pin\" href=\"#s").num(at.0).tag("\">");
        out.text(&self.short_pin(at)).tag("</a>");
    }

    /// A sentence in quotation marks with some of its words marked, and its place.
    pub(super) fn quote(&self, out: &mut Html, at: SentenceIndex, marked: &[Laid]) {
        out.tag("“");
        marks::write(out, self.sentence_words(at), marked, &[]);
        out.tag("” ");
        self.pin(out, at);
    }

    /// A list of quotes, the first `shown` of them whole.
    pub(super) fn quote_list(
        &self,
        out: &mut Html,
        quotes: &[(SentenceIndex, Vec<Laid>)],
        shown: usize,
    ) {
        // One or two more are shown rather than cited.
        let shown = if quotes.len() <= shown + 2 {
            quotes.len()
        } else {
            shown
        };
        out.tag("<ul class=\"quotes\">");
        for (at, marked) in quotes.iter().take(shown) {
            out.tag("<li>");
            self.quote(out, *at, marked);
            out.tag("</li>\n");
        }
        out.tag("</ul>");
        let rest: Vec<SentenceIndex> = quotes.iter().skip(shown).map(|(at, _)| *at).collect();
        if rest.is_empty() {
            return;
        }
        out.tag("<p class=\"pins\">And ")
            .num(rest.len())
            .tag(" more: ");
        self.pins(out, rest.get(..PINS).unwrap_or(&rest));
        if rest.len() > PINS {
            out.tag("and ")
                .num(rest.len() - PINS)
                .tag(" further on in the text, part 7.");
        }
        out.tag("</p>");
    }

    /// A list of quotes that a line opens.
    pub(super) fn opens(
        &self,
        out: &mut Html,
        label: &str,
        quotes: &[(SentenceIndex, Vec<Laid>)],
        shown: usize,
    ) {
        if quotes.is_empty() {
            return;
        }
        out.tag("<details><summary>").text(label).tag("</summary>");
        self.quote_list(out, quotes, shown);
        out.tag("</details>");
    }

    pub(super) fn of_sentences(&self, at: &[SentenceIndex]) -> Vec<(SentenceIndex, Vec<Laid>)> {
        at.iter().map(|at| (*at, self.credit_marks(*at))).collect()
    }

    /// Sources and cues of a sentence.
    fn credit_marks(&self, at: SentenceIndex) -> Vec<Laid> {
        let reading = &self.d.opened.readings[at.0 as usize];
        let credits = reading.attributions.iter();
        let source = |span| Laid::bare(span, Mark::Source);
        credits
            .flat_map(|a| {
                a.source
                    .map(source)
                    .into_iter()
                    .chain([Laid::bare(a.cue, Mark::Cue)])
            })
            .collect()
    }

    pub(super) fn of_credits(&self, at: &[CreditAt]) -> Vec<(SentenceIndex, Vec<Laid>)> {
        at.iter()
            .filter_map(|at| {
                let reading = &self.d.opened.readings[at.sentence.0 as usize];
                let credit = reading.attributions.get(at.attribution)?;
                let mut marked = vec![Laid::bare(credit.cue, Mark::Cue)];
                marked.extend(credit.source.map(|span| Laid::bare(span, Mark::Source)));
                Some((at.sentence, marked))
            })
            .collect()
    }

    pub(super) fn of_figures(&self, at: &[FigureAt]) -> Vec<(SentenceIndex, Vec<Laid>)> {
        at.iter()
            .filter_map(|at| Some((at.sentence, vec![self.figure_mark(*at)?])))
            .collect()
    }

    pub(super) fn figure_mark(&self, at: FigureAt) -> Option<Laid> {
        let reading = &self.d.opened.readings[at.sentence.0 as usize];
        let figure = reading.figures.get(at.figure)?;
        let mark = if figure.norm { Mark::Norm } else { Mark::Fact };
        Some(Laid::bare(figure.span, mark))
    }

    pub(super) fn opens_sentences(&self, at: &[SentenceIndex], shown: usize) -> Html {
        let mut out = Html::new();
        self.opens(
            &mut out,
            &self.quotes_label(at.len()),
            &self.of_sentences(at),
            shown,
        );
        out
    }

    pub(super) fn opens_credits(&self, label: &str, at: &[CreditAt], shown: usize) -> Html {
        let mut out = Html::new();
        self.opens(
            &mut out,
            &format!("{label}: {}", self.n(at.len())),
            &self.of_credits(at),
            shown,
        );
        out
    }

    pub(super) fn opens_figures(&self, label: &str, at: &[FigureAt], shown: usize) -> Html {
        let mut out = Html::new();
        self.opens(
            &mut out,
            &format!("{label}: {}", self.n(at.len())),
            &self.of_figures(at),
            shown,
        );
        out
    }

    pub(super) fn quotes_label(&self, count: usize) -> String {
        match count {
            1 => "1 quote".to_owned(),
            _ => format!("{} quotes", self.n(count)),
        }
    }

    /// The whole sentence, or the decisive words of it, marked.
    pub(super) fn hit(span: Option<Span>) -> Vec<Laid> {
        span.map(|span| Laid::bare(span, Mark::Hit))
            .into_iter()
            .collect()
    }
}
