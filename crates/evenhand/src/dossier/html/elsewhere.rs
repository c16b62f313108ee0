//! Part 9: the same edition, other countries: shared words, formulas not here, standing among others.

use super::Page;
use super::safe::Html;
use super::words::share;
use crate::across::Quote;
use crate::across::elsewhere::{Compared, Elsewhere, MissingFormulas, SharedStatement};
use crate::across::formulas::Missing;
use crate::across::interval::Interval;
use crate::across::standing::{StandingRow, Stands};
use crate::dossier::model::Dossier;
use evenhand_compare::across::families::Closeness;
use evenhand_compare::across::standing::Beside;
use evenhand_report::SentenceIndex;
use evenhand_report::country::Countries;

/// A share with its interval, in percent: "44.1% (40.2–48.0)".
pub(in crate::dossier) fn percent_with_ends(interval: Interval) -> String {
    let in_percent = interval.times(100.0);
    format!(
        "{} ({:.1}–{:.1})",
        share(Some(in_percent.value)),
        in_percent.low,
        in_percent.high
    )
}

/// A number with its interval: "27.3 (26.0–28.6)"; an end that nothing bounds is left out.
fn with_ends(interval: Interval) -> String {
    if interval.high.is_finite() {
        format!(
            "{:.1} ({:.1}–{:.1})",
            interval.value, interval.low, interval.high
        )
    } else {
        format!("{:.1} (from {:.1})", interval.value, interval.low)
    }
}

/// Why a report was compared with none, or with how many it was.
pub(in crate::dossier) fn compared(dossier: &Dossier, elsewhere: &Elsewhere) -> String {
    let count = elsewhere.compared.len();
    match (&elsewhere.publisher, elsewhere.year) {
        (Some(publisher), Some(year)) if count > 0 => format!(
            "{count} other {} of {publisher}, {year}",
            if count == 1 { "report" } else { "reports" }
        ),
        (Some(publisher), Some(year)) => format!(
            "the archive holds no other report of {publisher} for {year}, so nothing was compared"
        ),
        _ => format!(
            "{} does not tell its publisher or its year, so its edition is not known and nothing was compared",
            dossier.about.identity.document
        ),
    }
}

/// One row of a table of measures.
struct Row<'a> {
    name: String,
    own: Option<String>,
    counted: Option<(u64, u64)>,
    beside: Option<&'a Beside>,
    in_percent: bool,
    quotes: &'a [Quote],
}

impl Page<'_> {
    pub(super) fn nothing_compared(&self, elsewhere: &Elsewhere) -> String {
        self.sentence_case(&format!("{}.", compared(self.d, elsewhere)))
    }

    pub(super) fn compared_sentence(&self, elsewhere: &Elsewhere) -> String {
        format!(
            "Held against {}, as the archive has them.",
            compared(self.d, elsewhere)
        )
    }

    pub(super) fn compared_names(&self, elsewhere: &Elsewhere) -> String {
        let name = |one: &Compared| match &one.country_name {
            Some(name) => name.clone(),
            None => one.document.clone(),
        };
        let names: Vec<String> = elsewhere.compared.iter().map(name).collect();
        names.join(", ")
    }

    pub(super) fn closeness_name(&self, closeness: &Closeness) -> &'static str {
        match closeness {
            Closeness::Exact => "Word for word",
            Closeness::Masked => "But for names and numbers",
            Closeness::Near => "Nearly",
        }
    }

    pub(super) fn closeness_meaning(&self, closeness: &Closeness) -> &'static str {
        match closeness {
            Closeness::Exact => "the same sentence stands there",
            Closeness::Masked => "the same once names and numbers are masked",
            Closeness::Near => "seven in ten runs of three words are the same, or more",
        }
    }

    pub(super) fn interval(&self, interval: &Interval) -> String {
        percent_with_ends(*interval)
    }

    pub(super) fn own_quote(&self, at: &SentenceIndex) -> Html {
        let mut out = Html::new();
        self.quote(&mut out, *at, &[]);
        out
    }

    /// Where a statement stands elsewhere: a few quotes, and all countries.
    pub(super) fn placed(&self, row: &SharedStatement) -> Html {
        let mut out = Html::new();
        out.tag("<details><summary>Where else</summary><ul class=\"quotes\">");
        for placed in &row.quotes {
            out.tag("<li><span class=\"tag\">")
                .tag(placed.closeness.as_str())
                .tag("</span> ");
            quoted(&mut out, &placed.quote);
            out.tag("</li>\n");
        }
        out.tag("</ul><p class=\"pins\">In all: ");
        let names: Vec<String> = row.countries.iter().map(|place| named(place)).collect();
        out.text(&names.join(", ")).tag("</p></details>");
        out
    }

    pub(super) fn missing_sentence(&self, missing: &MissingFormulas) -> String {
        let least = format!(
            "{:.0} percent of the countries of the edition",
            missing.least_percent
        );
        match (missing.found, missing.formulas.len()) {
            (0, _) => format!("None: what at least {least} get stands here too."),
            (found, shown) if shown < found => format!(
                "{} formulas that at least {least} get do not stand here; the {} that most get are shown.",
                self.n(found),
                self.n(shown)
            ),
            (1, _) => format!("One formula that at least {least} get does not stand here."),
            (found, _) => format!(
                "{} formulas that at least {least} get do not stand here.",
                self.n(found)
            ),
        }
    }

    /// What stands here in a formula's stead, and what it looks like elsewhere.
    pub(super) fn instead(&self, row: &Missing) -> Html {
        let mut out = Html::new();
        match &row.nearest {
            Some((quote, likeness)) => {
                out.tag("<p>Nearest here (");
                out.text(&share(Some(f64::from(*likeness) * 100.0)));
                out.tag(" of the runs of words in common): ");
                self.linked(&mut out, quote);
                out.tag("</p>");
            }
            None => {
                out.tag("<p>No sentence of this report comes near.</p>");
            }
        }
        out.tag("<details><summary>As it stands elsewhere</summary><ul class=\"quotes\">");
        for quote in &row.formula.quotes {
            out.tag("<li>");
            quoted(&mut out, quote);
            out.tag("</li>\n");
        }
        out.tag("</ul></details>");
        out
    }

    /// A quote of this report, leading to its place in the text.
    fn linked(&self, out: &mut Html, quote: &Quote) {
        let sentences = &self.d.opened.report.sentences;
        let found = (0..)
            .zip(sentences)
            .find(|(_, one)| one.id == quote.sentence_id);
        match found {
            Some((at, _)) => self.quote(out, SentenceIndex(at), &[]),
            None => quoted(out, quote),
        }
    }

    /// The groups the report is held against that have anybody in them.
    pub(super) fn groups(&self, standing: &Stands) -> Vec<String> {
        let groups = standing.length.reports.iter();
        groups
            .filter(|group| group.countries > 0)
            .map(|group| group.group.clone())
            .collect()
    }

    pub(super) fn group_caption(&self, group: &str, elsewhere: &Elsewhere) -> String {
        let spread = elsewhere.standing.as_ref().and_then(|standing| {
            let mut groups = standing.length.reports.iter();
            groups.find(|one| one.group == group)
        });
        let count = spread.map_or(0, |spread| spread.countries);
        let countries = if count == 1 { "country" } else { "countries" };
        match group {
            "all" => format!(
                "Beside all {} other {countries} of the edition",
                self.n(count)
            ),
            region => format!(
                "Beside the {} other {countries} of its region: {region}",
                self.n(count)
            ),
        }
    }

    pub(super) fn standing_rows(&self, standing: &Stands, group: &str) -> Html {
        let of = |beside: &'_ [Beside]| beside.iter().position(|one| one.group == group);
        let mut rows: Vec<Row<'_>> = standing
            .measures
            .iter()
            .filter(|row| row.standing.part > 0 || anywhere(row))
            .map(|row| Row {
                name: measure(&row.standing.measure),
                own: row.standing.own.map(percent_with_ends),
                counted: Some((row.standing.part, row.standing.whole)),
                beside: of(&row.standing.beside).and_then(|at| row.standing.beside.get(at)),
                in_percent: true,
                quotes: &row.quotes,
            })
            .collect();
        let length = &standing.length;
        rows.push(Row {
            name: "Words a statement".to_owned(),
            own: length.words_a_statement.map(with_ends),
            counted: None,
            beside: of(&length.beside).and_then(|at| length.beside.get(at)),
            in_percent: false,
            quotes: &[],
        });
        let mut out = Html::new();
        for row in rows {
            self.standing_row(&mut out, &row, group == "all");
        }
        out
    }

    fn standing_row(&self, out: &mut Html, row: &Row<'_>, with_quotes: bool) {
        let dash = || "–".to_owned();
        out.tag("<tr><th scope=\"row\">")
            .text(&row.name)
            .tag("</th><td class=\"r\">");
        out.text(&row.own.clone().unwrap_or_else(dash));
        if let Some((part, whole)) = row.counted {
            out.tag("<br><span class=\"note\">").text(&self.n(part));
            out.tag(" of ").text(&self.n(whole)).tag("</span>");
        }
        out.tag("</td><td class=\"r\">");
        let written = |interval| {
            if row.in_percent {
                percent_with_ends(interval)
            } else {
                with_ends(interval)
            }
        };
        let together = row.beside.and_then(|beside| beside.together);
        out.text(&together.map_or_else(dash, written));
        out.tag("</td><td class=\"r\">");
        let quartiles = row.beside.and_then(|beside| beside.quartiles);
        out.text(&quartiles.map_or_else(dash, |[low, _, high]| {
            if row.in_percent {
                format!("{:.1}–{:.1}%", low * 100.0, high * 100.0)
            } else {
                format!("{low:.1}–{high:.1}")
            }
        }));
        out.tag("</td>");
        let counts = row
            .beside
            .map_or([0; 3], |beside| [beside.below, beside.alike, beside.above]);
        for count in counts {
            out.tag("<td class=\"r\">")
                .text(&self.n(count))
                .tag("</td>");
        }
        out.tag("</tr>");
        if !with_quotes || row.quotes.is_empty() {
            return;
        }
        out.tag("<tr class=\"q\"><td colspan=\"7\"><details><summary>For example</summary>");
        out.tag("<ul class=\"quotes\">");
        for quote in row.quotes {
            out.tag("<li>");
            self.linked(out, quote);
            out.tag("</li>\n");
        }
        out.tag("</ul></details></td></tr>\n");
    }

    /// How long the other reports are.
    pub(super) fn lengths(&self, standing: &Stands) -> String {
        let mut said = String::new();
        for spread in &standing.length.reports {
            if let Some([low, median, high]) = spread.quartiles {
                let whose = match spread.group.as_str() {
                    "all" => "the others",
                    _ => "those of its region",
                };
                said.push_str(&format!(
                    "; {whose} have a median of {median:.0} (middle half {low:.0}–{high:.0})"
                ));
            }
        }
        said
    }
}

/// Whether any country has anything to count in a measure.
fn anywhere(row: &StandingRow) -> bool {
    let mut groups = row.standing.beside.iter();
    groups.any(|group| group.together.is_some_and(|together| together.value > 0.0))
}

/// A measure in words.
fn measure(name: &str) -> String {
    match name.split_once(':') {
        Some(("direction", direction)) => format!("Direction: {}", direction.replace('_', " ")),
        Some(("stance", stance)) => format!("Crediting words that say: {stance}"),
        _ => match name {
            "attributed" => "Statements that credit somebody",
            "unnamed" => "Of these, name nobody they credit",
            "impersonal" => "Of the same, credit nobody at all (“reportedly”)",
            other => other,
        }
        .to_owned(),
    }
}

fn named(place: &str) -> String {
    let found = Countries::register().find(place);
    found.map_or_else(|_| place.to_owned(), |country| country.name.clone())
}

/// A sentence of another report, which has no place in this text.
fn quoted(out: &mut Html, quote: &Quote) {
    out.tag("“").text(&quote.text).tag("” <span class=\"pin\">");
    out.text(&named(&quote.country)).tag(" ").text(&quote.pin);
    out.tag("</span>");
}
