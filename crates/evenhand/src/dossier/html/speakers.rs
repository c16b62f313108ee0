//! Part 2: who speaks, and what the crediting words make of it.

use super::Page;
use super::charts::{bases, cell_bar};
use super::safe::Html;
use super::words::{basis, kind, share};
use crate::dossier::model::Basis;
use crate::dossier::speakers::{BasisRow, BodyRow, KindRow};
use evenhand_report::{SourceKind, Stance};

/// Bodies listed with their quotes; further ones are named in a line.
const BODIES: usize = 20;

impl Page<'_> {
    pub(super) fn kind_bar(&self, row: &KindRow) -> Html {
        let most = self
            .d
            .speakers
            .kinds
            .iter()
            .map(|row| row.count.count)
            .max()
            .unwrap_or(1);
        let counts = row.specificity.iter().map(|cell| {
            let of = Basis::from(Some(cell.specificity));
            (of, cell.count.count)
        });
        cell_bar(&bases(counts), most)
    }

    pub(super) fn cues(&self, row: &KindRow) -> String {
        let cues = row
            .cues
            .iter()
            .take(4)
            .map(|cue| format!("{} ({})", cue.cue, cue.count));
        cues.collect::<Vec<_>>().join(", ")
    }

    /// The quotes of a kind of source, stance by stance.
    pub(super) fn kind_quotes(&self, row: &KindRow) -> Html {
        let mut out = Html::new();
        out.tag("<details><summary>")
            .text(&self.quotes_label(row.count.count))
            .tag("</summary>");
        for cell in row.stances.iter().filter(|cell| cell.count.count > 0) {
            out.tag("<div id=\"k-")
                .tag(row.kind.as_str())
                .tag("-")
                .tag(cell.stance.as_str());
            out.tag("\"><p class=\"note\">")
                .text(&self.sentence_case(cell.stance.as_str()));
            out.tag(": ").text(&self.n(cell.count.count)).tag(" (");
            out.text(&share(cell.count.percent)).tag(")</p>");
            self.quote_list(&mut out, &self.of_credits(&cell.count.at), 10);
            out.tag("</div>");
        }
        out.tag("</details>");
        out
    }

    pub(super) fn heat(&self, percent: &Option<f64>) -> &'static str {
        match percent.unwrap_or(0.0) {
            p if p <= 0.0 => "h0",
            p if p < 10.0 => "h1",
            p if p < 25.0 => "h2",
            p if p < 50.0 => "h3",
            _ => "h4",
        }
    }

    /// How often the words of the state and of NGOs are put at a distance.
    pub(super) fn distance_sentence(&self) -> Html {
        let alleged = |wanted: SourceKind| {
            let row = self
                .d
                .speakers
                .kinds
                .iter()
                .find(|row| row.kind == wanted)?;
            let cell = row
                .stances
                .iter()
                .find(|cell| cell.stance == Stance::Alleges)?;
            Some((cell.count.percent?, row.count.count))
        };
        let mut out = Html::new();
        if let (Some((state, states)), Some((ngo, ngos))) =
            (alleged(SourceKind::State), alleged(SourceKind::Ngo))
        {
            out.tag("<p>The words of the state are put at a distance (“alleges”) in ");
            out.text(&share(Some(state)))
                .tag(" of its ")
                .text(&self.n(states));
            out.tag(" attributions, those of NGOs in ")
                .text(&share(Some(ngo)))
                .tag(" of their ");
            out.text(&self.n(ngos)).tag(".</p>");
        }
        out
    }

    /// How many bodies are listed with their quotes: those credited more than once.
    fn main_count(&self) -> usize {
        let all = &self.d.speakers.bodies;
        let often = all.iter().take_while(|body| body.count.count > 1).count();
        // Where nearly all are credited once, some are shown all the same.
        often.clamp(3.min(all.len()), BODIES)
    }

    pub(super) fn main_bodies(&self) -> &[BodyRow] {
        let all = &self.d.speakers.bodies;
        all.get(..self.main_count()).unwrap_or(all)
    }

    /// The bodies after the main ones, in a line each leading to the first quote.
    pub(super) fn other_bodies(&self) -> Html {
        let mut out = Html::new();
        let rest = self
            .d
            .speakers
            .bodies
            .get(self.main_count()..)
            .unwrap_or(&[]);
        if rest.is_empty() {
            return out;
        }
        out.tag("<details><summary>And ")
            .num(rest.len())
            .tag(" further named sources</summary>");
        out.tag("<p class=\"pins\">");
        for body in rest {
            out.text(&body.name)
                .tag(" (")
                .tag(kind(body.kind))
                .tag(", ")
                .num(body.count.count);
            out.tag("): ");
            let at: Vec<_> = body.count.at.iter().map(|at| at.sentence).collect();
            self.pins(&mut out, &at);
            out.tag("<br>");
        }
        out.tag("</p></details>");
        out
    }

    pub(super) fn violations_sentence(&self) -> String {
        let row = &self.d.speakers.violations;
        let of = |wanted: &[Basis]| {
            let cells = row.basis.iter().filter(|cell| wanted.contains(&cell.basis));
            cells.map(|cell| cell.count.count).sum::<usize>()
        };
        let unnamed = of(&[Basis::Category, Basis::Impersonal]);
        let none = of(&[Basis::Unattributed]);
        format!(
            "Of {} statements of violations, {} ({}) rest on unnamed sources or on nobody, and {} ({}) \
             carry no source in the sentence.",
            self.n(row.violations),
            self.n(unnamed),
            share(crate::dossier::percent(unnamed, row.violations)),
            self.n(none),
            share(crate::dossier::percent(none, row.violations)),
        )
    }

    /// Section by section, and the whole report last.
    pub(super) fn basis_rows(&self) -> Vec<&BasisRow> {
        let speakers = &self.d.speakers;
        speakers
            .sections
            .iter()
            .chain([&speakers.violations])
            .collect()
    }

    pub(super) fn basis_bar(&self, row: &BasisRow) -> Html {
        let counts = row.basis.iter().map(|cell| (cell.basis, cell.count.count));
        cell_bar(&bases(counts), row.violations)
    }

    pub(super) fn basis_quotes(&self, row: &BasisRow) -> Html {
        let mut out = Html::new();
        out.tag("<details><summary>")
            .text(&self.quotes_label(row.violations))
            .tag("</summary>");
        for cell in row.basis.iter().filter(|cell| cell.count.count > 0) {
            out.tag("<p class=\"note\">On ")
                .text(basis(cell.basis).0)
                .tag(": ");
            out.text(&self.n(cell.count.count)).tag("</p>");
            let shown = if cell.basis == Basis::Named { 3 } else { 10 };
            self.quote_list(&mut out, &self.of_sentences(&cell.count.at), shown);
        }
        out.tag("</details>");
        out
    }
}
