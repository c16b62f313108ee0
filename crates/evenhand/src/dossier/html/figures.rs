//! Part 3: the schedule of figures, and those on one matter side by side on one scale.

use super::Page;
use super::charts;
use super::safe::Html;
use super::words::grouped;
use crate::dossier::figures::{FigureRow, MatterRow};
use crate::dossier::model::{Basis, per};
use evenhand_report::{Qualifier, SectionId, SentenceIndex};

impl Page<'_> {
    pub(super) fn figures_rate(&self) -> String {
        self.rate(&per(self.d.figures.all.len(), self.d.about.statements, 100))
    }

    /// Matters on which figures differ first.
    pub(super) fn matters(&self) -> Vec<&MatterRow> {
        let mut matters: Vec<&MatterRow> = self.d.figures.matters.iter().collect();
        matters.sort_by_key(|matter| !matter.differ);
        matters
    }

    pub(super) fn matters_sentence(&self) -> String {
        let all = self.d.figures.matters.len();
        let differ = self
            .d
            .figures
            .matters
            .iter()
            .filter(|matter| matter.differ)
            .count();
        format!(
            "{} {} counted more than once; on {} of them the figures differ. They may differ for a good \
             reason: another day, another place, another way of counting.",
            self.n(all),
            if all == 1 { "thing is" } else { "things are" },
            self.n(differ)
        )
    }

    pub(super) fn matter_rows(&self, matter: &MatterRow) -> Vec<&FigureRow> {
        matter
            .figures
            .iter()
            .filter_map(|at| self.d.figures.all.get(*at))
            .collect()
    }

    /// Who gives a figure, in a line.
    pub(super) fn given_by(&self, row: &FigureRow) -> String {
        match (row.basis, &row.giver) {
            (Basis::Impersonal, Some(words)) => format!("nobody (“{words}”)"),
            (Basis::Named | Basis::Category | Basis::Unattributed, Some(words)) => words.clone(),
            (_, None) => "no source in the sentence".to_owned(),
        }
    }

    pub(super) fn figure_quote(&self, row: &FigureRow) -> Html {
        let mut out = Html::new();
        let marked: Vec<_> = self.figure_mark(row.at).into_iter().collect();
        self.quote(&mut out, row.at.sentence, &marked);
        out
    }

    /// The figures of a matter on one line: a dot for a number, a stroke for a range, an arrow
    /// where the words leave one end open.
    pub(super) fn matter_figure(&self, matter: &MatterRow) -> Html {
        const LEFT: f64 = 250.0;
        const WIDTH: f64 = 440.0;
        const ROW: f64 = 24.0;
        let mut out = Html::new();
        let rows = self.matter_rows(matter);
        let ends = rows
            .iter()
            .flat_map(|row| [row.value, row.high.unwrap_or(row.value)]);
        let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), end| {
            (low.min(end), high.max(end))
        });
        if rows.len() < 2 || !low.is_finite() || high <= low {
            return out;
        }
        let room = (high - low) * 0.08;
        let x = |value: f64| LEFT + WIDTH * (value - low + room) / (high - low + 2.0 * room);
        #[expect(clippy::cast_precision_loss, reason = "a matter holds few figures")]
        let row_y = |at: usize| ROW * at as f64 + 15.0;
        let told: Vec<String> = rows
            .iter()
            .map(|row| format!("{}: {}", self.given_by(row), row.text))
            .collect();
        let first = matter.figures.first().copied().unwrap_or(0);
        let id = format!("fig-matter-{first}");
        out.tag("<figure class=\"pan\">");
        charts::open(
            &mut out,
            &id,
            row_y(rows.len()),
            &matter.what,
            &told.join("; "),
        );
        for (at, row) in rows.iter().enumerate() {
            let y = row_y(at);
            out.tag("<text class=\"r\" x=\"")
                .num(LEFT - 16.0)
                .tag("\" y=\"")
                .num(y + 4.5);
            out.tag("\">")
                .text(&clipped(&self.given_by(row), 36))
                .tag("</text>");
            out.tag("<path class=\"hair\" d=\"M")
                .num(LEFT)
                .tag(" ")
                .num(y)
                .tag("H");
            out.num(LEFT + WIDTH).tag("\"/>");
            mark(&mut out, row, y, &x, LEFT, LEFT + WIDTH);
            let end = x(row.high.unwrap_or(row.value));
            out.tag("<text x=\"")
                .num(end + 12.0)
                .tag("\" y=\"")
                .num(y - 4.0)
                .tag("\">");
            out.text(&value_words(row)).tag("</text>");
        }
        out.tag("</svg></figure>");
        out
    }

    /// Every figure under its section, one entry a sentence.
    pub(super) fn schedule(&self) -> Html {
        let mut out = Html::new();
        let mut section: Option<SectionId> = None;
        let all = &self.d.figures.all;
        let mut at = 0;
        while let Some(first) = all.get(at) {
            let sentence = first.at.sentence;
            let rows: Vec<&FigureRow> = all
                .iter()
                .skip(at)
                .take_while(|row| row.at.sentence == sentence)
                .collect();
            at += rows.len();
            let here = self.section_of(sentence);
            if section != Some(here) {
                if section.is_some() {
                    out.tag("</details>");
                }
                section = Some(here);
                let count = all.iter().skip(at - rows.len());
                let count = count
                    .take_while(|r| self.section_of(r.at.sentence) == here)
                    .count();
                let found = self.d.opened.report.section(here);
                out.tag("<details class=\"wide\"><summary>");
                out.text(&self.section_name(&found.label, &found.heading))
                    .tag(": ");
                out.num(count)
                    .tag(if count == 1 { " figure" } else { " figures" });
                out.tag("</summary>");
            }
            self.ledger(&mut out, sentence, &rows);
        }
        if section.is_some() {
            out.tag("</details>");
        }
        out
    }

    fn section_of(&self, at: SentenceIndex) -> SectionId {
        let report = &self.d.opened.report;
        report
            .passage(report.sentences[at.0 as usize].passage)
            .section
    }

    fn ledger(&self, out: &mut Html, sentence: SentenceIndex, rows: &[&FigureRow]) {
        out.tag("<div class=\"ledger\"><ul>");
        for row in rows {
            out.tag("<li><b>")
                .text(&row.text)
                .tag("</b> ")
                .text(&row.unit);
            out.tag("<span class=\"lab\">")
                .tag(row.kind.as_str())
                .tag(", ");
            out.tag(if row.norm { "norm" } else { "fact" });
            if row.qualifier != Qualifier::Exact {
                out.tag(", ")
                    .text(&row.qualifier.as_str().replace('_', " "));
            }
            out.tag("</span></li>");
        }
        out.tag("</ul><div><p>");
        let marked: Vec<_> = rows
            .iter()
            .filter_map(|row| self.figure_mark(row.at))
            .collect();
        self.quote(out, sentence, &marked);
        out.tag("</p><p class=\"note\">");
        let mut givers: Vec<(String, &str)> = Vec::new();
        for row in rows {
            let giver = self.given_by(row);
            if givers.last().is_none_or(|(last, _)| *last != giver) {
                givers.push((giver, &row.text));
            }
        }
        match givers.as_slice() {
            [(giver, _)] => {
                out.tag("Given by: ").text(giver);
            }
            several => {
                let each = several
                    .iter()
                    .map(|(giver, figure)| format!("{figure}: {giver}"));
                out.tag("Given by: ")
                    .text(&each.collect::<Vec<_>>().join("; "));
            }
        }
        out.tag("</p></div></div>");
    }
}

/// A figure's place on the scale.
fn mark(out: &mut Html, row: &FigureRow, y: f64, x: &impl Fn(f64) -> f64, left: f64, right: f64) {
    let from = x(row.value);
    let to = row.high.map_or(from, x);
    let (start, end) = match row.qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => (from, right),
        Qualifier::AtMost | Qualifier::LessThan => (left, to),
        Qualifier::Exact | Qualifier::About | Qualifier::Range => (from, to),
    };
    if end > start {
        out.tag("<path class=\"span\" d=\"M")
            .num(start)
            .tag(" ")
            .num(y)
            .tag("H")
            .num(end);
        if matches!(row.qualifier, Qualifier::AtLeast | Qualifier::MoreThan) {
            out.tag("m-6 -4l6 4l-6 4");
        }
        if matches!(row.qualifier, Qualifier::AtMost | Qualifier::LessThan) {
            out.tag("M")
                .num(start + 6.0)
                .tag(" ")
                .num(y - 4.0)
                .tag("l-6 4l6 4");
        }
        out.tag("\"/>");
    }
    let class = match row.qualifier {
        Qualifier::Exact | Qualifier::Range | Qualifier::AtLeast | Qualifier::AtMost => "dot",
        // An open circle where the number itself is not meant exactly.
        Qualifier::About | Qualifier::MoreThan | Qualifier::LessThan => "hole",
    };
    let mut dot = |at: f64| {
        out.tag("<circle class=\"")
            .tag(class)
            .tag("\" cx=\"")
            .num(at)
            .tag("\" cy=\"")
            .num(y);
        out.tag("\" r=\"4.5\"/>");
    };
    dot(from);
    if row.high.is_some() {
        dot(to);
    }
}

fn value_words(row: &FigureRow) -> String {
    let number = |value: f64| {
        if value.fract() == 0.0 && (0.0..1e15).contains(&value) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole, small, positive"
            )]
            grouped(value as u64)
        } else {
            value.to_string()
        }
    };
    match row.high {
        Some(high) => format!("{}–{}", number(row.value), number(high)),
        None => number(row.value),
    }
}

fn clipped(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let mut clipped: String = words.chars().take(most - 1).collect();
    clipped.push('…');
    clipped
}
