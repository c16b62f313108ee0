//! Part 5: what became of each statement, with the wordings side by side.

use super::Page;
use super::charts::{self, Part, Place};
use super::safe::Html;
use super::words::letter;
use crate::dossier::editions::{BeforeSentence, Comparison, Edit, Measure, Share, StepRow};
use crate::dossier::model::About;
use evenhand_compare::editions::Fate;
use evenhand_compare::pairs::Class;
use evenhand_report::Direction;

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

    pub(super) fn class_meaning(&self, class: &Class) -> &'static str {
        match class {
            Class::Verbatim => "word for word",
            Class::Style => "spelling, tense, house terms, order; nothing else is asserted",
            Class::Name => "a person, body, place or law named otherwise",
            Class::Number => "a figure or date changed",
            Class::Caveat => "a hedge, qualification or source added, dropped or exchanged",
            Class::Substance => "what is asserted changed",
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
        // A sentence that was split has one step more in this edition than in the earlier one.
        let count_in = |wanted: Fate, side: fn(&StepRow) -> bool| {
            let steps = comparison.steps.iter();
            steps.filter(|s| s.fate == wanted && side(s)).count()
        };
        let count = |wanted: Fate| count_in(wanted, |_| true);
        let old = |step: &StepRow| step.before.is_some();
        let new = |step: &StepRow| step.after.is_some();
        let part = |class, fate: Fate, name: &str, side: fn(&StepRow) -> bool| Part {
            class,
            letter: "",
            count: count_in(fate, side),
            name: name.to_owned(),
        };
        let carried = || part("fk-named", Fate::CarriedOver, "carried over", new);
        let edited = |side| part("fk-category", Fate::Edited, "edited", side);
        let earlier = [
            carried(),
            edited(old),
            part("fk-none", Fate::Dropped, "dropped", old),
        ];
        let later = [
            carried(),
            edited(new),
            part("fk-impersonal", Fate::New, "new", new),
        ];
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
            self.by_section(&mut out, comparison, *edition, fate);
            out.tag("</details>");
        }
        out
    }

    /// What became of each section's statements, each count leading to them.
    pub(super) fn fate_rows(&self, comparison: &Comparison, edition: &usize) -> Html {
        let mut out = Html::new();
        for (at, row) in comparison.sections.iter().enumerate() {
            out.tag("<tr><th scope=\"row\">")
                .text(&self.section_name(&row.label, &row.heading));
            out.tag("</th>");
            for (fate, count) in Fate::ALL.iter().zip(row.counts) {
                out.tag("<td class=\"r\">");
                if count == 0 {
                    out.tag("·</td>");
                    continue;
                }
                out.tag("<a href=\"#")
                    .tag(&anchor(*fate, *edition, at))
                    .tag("\">")
                    .num(count);
                out.tag("</a> <span class=\"note\">");
                out.text(&self.whole_pct(&crate::dossier::percent(count, row.of)));
                out.tag("</span></td>");
            }
            out.tag("</tr>");
        }
        out
    }

    /// The steps of one fate under their sections, in the order of the table of sections.
    fn by_section(&self, out: &mut Html, comparison: &Comparison, edition: usize, fate: Fate) {
        for (at, section) in comparison.sections.iter().enumerate() {
            let own = comparison.steps.iter();
            let own: Vec<&StepRow> = own
                .filter(|step| step.fate == fate && step.section == section.label)
                .collect();
            if own.is_empty() {
                continue;
            }
            out.tag("<h4 id=\"")
                .tag(&anchor(fate, edition, at))
                .tag("\">");
            out.text(&self.section_name(&section.label, &section.heading))
                .tag("</h4>");
            if fate == Fate::CarriedOver {
                self.carried(out, &own);
            } else {
                self.changed(out, &own);
            }
        }
    }

    fn carried(&self, out: &mut Html, steps: &[&StepRow]) {
        out.tag("<p class=\"pins\">");
        let at: Vec<_> = steps.iter().filter_map(|step| step.after).collect();
        self.pins(out, &at);
        out.tag("</p>");
    }

    fn changed(&self, out: &mut Html, steps: &[&StepRow]) {
        out.tag("<ul class=\"quotes\">");
        for step in steps {
            out.tag("<li>");
            match (step.after, &step.before) {
                (Some(after), Some(_)) => {
                    if let Some(class) = step.class {
                        out.tag("<span class=\"tag\">")
                            .tag(class.as_str())
                            .tag("</span> ");
                    }
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
    }

    fn pieces(&self, out: &mut Html, step: &StepRow) {
        for (at, piece) in step.diff.iter().enumerate() {
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
            let next = step
                .diff
                .get(at + 1)
                .filter(|next| next.edit == Edit::Added);
            let joined = next.is_some_and(|n| n.text.starts_with(char::is_alphanumeric));
            if words.len() < piece.text.len() || joined {
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

fn anchor(fate: Fate, edition: usize, section: usize) -> String {
    format!("{}-{edition}-{section}", fate.as_str())
}
