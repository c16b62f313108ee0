//! Part 5: what became of each statement, with the wordings side by side.

use super::Page;
use super::charts::{self, Part, Place};
use super::safe::Html;
use super::words::letter;
use crate::dossier::editions::{BeforeSentence, Comparison, Edit, Measure, Share, StepRow};
use crate::dossier::model::About;
use evenhand_compare::editions::Fate;
use evenhand_report::Direction;

/// Statements of one fate shown under a section; more are opened by a line of their own.
const SHOWN: usize = 400;

impl Page<'_> {
    /// The comparisons with their numbers, from 1.
    pub(super) fn editions(&self) -> Vec<(usize, &Comparison)> {
        (1..).zip(&self.d.editions).collect()
    }

    pub(super) fn named(&self, about: &About) -> String {
        match (&about.country_name, about.identity.year) {
            (Some(country), Some(year)) => format!("{country}, {year}"),
            _ => about.identity.document.clone(),
        }
    }

    pub(super) fn shares<'m>(&self, row: &'m Measure) -> [&'m Share; 4] {
        [
            &row.earlier,
            &row.later,
            &row.matched_earlier,
            &row.matched_later,
        ]
    }

    /// Two bars, the earlier edition above this one, what stands in both first.
    pub(super) fn fates_figure(&self, comparison: &Comparison) -> Html {
        let count = |wanted: Fate| {
            comparison
                .fates
                .iter()
                .find(|row| row.fate == wanted)
                .map_or(0, |row| row.count)
        };
        let part = |class, fate: Fate, name: &str| Part {
            class,
            letter: "",
            count: count(fate),
            name: name.to_owned(),
        };
        let carried = || part("fk-named", Fate::CarriedOver, "carried over");
        let edited = || part("fk-category", Fate::Edited, "edited");
        let earlier = [
            carried(),
            edited(),
            part("fk-none", Fate::Dropped, "dropped"),
        ];
        let later = [carried(), edited(), part("fk-impersonal", Fate::New, "new")];
        let sum = |parts: &[Part]| parts.iter().map(|part| part.count).sum::<usize>();
        let most = sum(&earlier).max(sum(&later)).max(1);
        let told = format!(
            "{} statements carried over, {} edited, {} dropped from the earlier edition, {} new in this one",
            count(Fate::CarriedOver),
            count(Fate::Edited),
            count(Fate::Dropped),
            count(Fate::New)
        );
        let mut out = Html::new();
        out.tag("<figure>");
        let id = format!("fig-fates-{}", comparison.earlier.sha256);
        charts::open(&mut out, &id, 66.0, "The two editions", &told);
        for (y, label, parts) in [(4.0, "earlier", earlier), (38.0, "this one", later)] {
            out.tag("<text class=\"soft\" x=\"0\" y=\"")
                .num(y + 16.0)
                .tag("\">")
                .tag(label);
            out.tag("</text>");
            let place = Place {
                x: 70.0,
                y,
                width: 689.0,
                height: 22.0,
            };
            charts::bar(&mut out, &parts, most, &place);
        }
        out.tag("</svg><figcaption><ul class=\"key\">");
        let key = [
            ("fk-named", "carried over word for word"),
            ("fk-category", "edited"),
            ("fk-none", "dropped"),
            ("fk-impersonal", "new"),
        ];
        for (class, name) in key {
            out.tag("<li>");
            charts::sample(&mut out, class);
            out.tag(name).tag("</li>");
        }
        out.tag("</ul></figcaption></figure>");
        out
    }

    /// The statements themselves, fate by fate.
    pub(super) fn steps(&self, comparison: &Comparison, edition: &usize) -> Html {
        let mut out = Html::new();
        let order = [Fate::Edited, Fate::Dropped, Fate::New, Fate::CarriedOver];
        for fate in order {
            let steps: Vec<&StepRow> = comparison
                .steps
                .iter()
                .filter(|step| step.fate == fate)
                .collect();
            out.tag("<h3 id=\"")
                .tag(fate.as_str())
                .tag("-")
                .num(*edition)
                .tag("\">");
            out.text(self.fate_name(&fate)).tag("</h3>");
            if steps.is_empty() {
                out.tag("<p>None.</p>");
                continue;
            }
            out.tag("<details class=\"wide\"><summary>")
                .text(&self.n(steps.len()));
            out.tag(if fate == Fate::CarriedOver {
                " places"
            } else {
                " statements"
            });
            out.tag("</summary>");
            match fate {
                Fate::CarriedOver => self.carried(&mut out, &steps),
                Fate::Edited | Fate::New | Fate::Dropped => self.changed(&mut out, &steps),
            }
            out.tag("</details>");
        }
        out
    }

    fn carried(&self, out: &mut Html, steps: &[&StepRow]) {
        out.tag("<p class=\"pins\">");
        for at in steps.iter().filter_map(|step| step.after) {
            out.tag("<a href=\"#s")
                .num(at.0)
                .tag("\">")
                .text(&self.short_pin(at))
                .tag("</a> ");
        }
        out.tag("</p>");
    }

    fn changed(&self, out: &mut Html, steps: &[&StepRow]) {
        out.tag("<ul class=\"quotes\">");
        for (at, step) in steps.iter().enumerate() {
            if at == SHOWN {
                out.tag("</ul><details><summary>")
                    .text(&self.n(steps.len() - SHOWN));
                out.tag(" more</summary><ul class=\"quotes\">");
            }
            out.tag("<li>");
            match (step.after, &step.before) {
                (Some(after), Some(_)) => {
                    self.pieces(out, step);
                    out.tag(" ");
                    self.pin(out, after);
                }
                (Some(after), None) => self.quote(out, after, &[]),
                (None, Some(before)) => earlier(out, before),
                (None, None) => {}
            }
            out.tag("</li>\n");
        }
        out.tag("</ul>");
        if steps.len() > SHOWN {
            out.tag("</details>");
        }
    }

    fn pieces(&self, out: &mut Html, step: &StepRow) {
        for piece in &step.diff {
            let tag = match piece.edit {
                Edit::Kept => {
                    out.text(&piece.text);
                    continue;
                }
                Edit::Removed => "del",
                Edit::Added => "ins",
            };
            // The blank after a changed word is not marked.
            let words = piece.text.trim_end();
            out.tag("<")
                .tag(tag)
                .tag(">")
                .text(words)
                .tag("</")
                .tag(tag)
                .tag(">");
            if words.len() < piece.text.len() {
                out.tag(" ");
            }
        }
    }
}

/// A sentence of the earlier edition, which has no place in this text.
fn earlier(out: &mut Html, before: &BeforeSentence) {
    if before.direction != Direction::Context {
        out.tag("<span class=\"tag\" title=\"")
            .tag(super::words::direction(before.direction));
        out.tag("\">")
            .tag(letter(before.direction).0)
            .tag("</span> ");
    }
    out.tag("“")
        .text(&before.text)
        .tag("” <span class=\"pin\">")
        .text(&before.pin)
        .tag("</span>");
}
