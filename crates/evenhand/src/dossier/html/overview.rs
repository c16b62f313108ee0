//! Part 1 and part 4: sentences and tables that the templates put between their own words.

use super::Page;
use super::charts::{self, Place};
use super::safe::Html;
use super::words::{direction, letter, share};
use crate::dossier::glance::DirectionCount;
use crate::dossier::rights::ArticleRow;
use evenhand_report::{Direction, Specificity};

impl Page<'_> {
    /// Where sentences that are no statements stand.
    pub(super) fn not_counted(&self) -> Html {
        let about = &self.d.about;
        let mut out = Html::new();
        let mut list = |label: &str, at: &[evenhand_report::SentenceIndex]| {
            self.opens(&mut out, label, &self.of_sentences(at), 5);
        };
        list("Pointers", &about.pointers);
        list("Repetitions", &about.repeated);
        out
    }

    pub(super) fn specificity_sentence(&self) -> String {
        let of = |wanted: Specificity| {
            let rows = &self.d.glance.specificity;
            rows.iter()
                .find(|row| row.specificity == wanted)
                .and_then(|row| row.count.percent)
        };
        format!(
            "Of {} attributions, {} name their source, {} name a class of sources (“activists”, “local \
             media”), {} nobody.",
            self.n(self.d.speakers.attributions),
            share(of(Specificity::Named)),
            share(of(Specificity::Category)),
            share(of(Specificity::Impersonal)),
        )
    }

    /// The picture of the articles in numbers.
    pub(super) fn articles_table(&self) -> Html {
        let mut out = Html::new();
        out.tag(
            "<div class=\"scroll\"><table><thead><tr><th scope=\"col\" class=\"r\">Article</th>",
        );
        out.tag("<th scope=\"col\">About</th><th scope=\"col\" class=\"r\">Statements</th>");
        out.tag("<th scope=\"col\" class=\"r\">Share</th>");
        for of in Direction::ALL {
            out.tag("<th scope=\"col\" class=\"r\">")
                .tag(direction(*of))
                .tag("</th>");
        }
        out.tag("</tr></thead><tbody>");
        for row in &self.d.rights.articles {
            out.tag("<tr><td class=\"r\"><a href=\"#article-")
                .num(u32::from(row.article));
            out.tag("\">")
                .num(u32::from(row.article))
                .tag("</a></td><th scope=\"row\">");
            out.text(row.name)
                .tag("</th><td class=\"r\">")
                .text(&self.n(row.count.count));
            out.tag("</td><td class=\"r\">")
                .text(&share(row.count.percent))
                .tag("</td>");
            for cell in &row.directions {
                out.tag("<td class=\"r\">")
                    .num(cell.count.count)
                    .tag("</td>");
            }
            out.tag("</tr>");
        }
        out.tag("</tbody></table></div>");
        out
    }

    pub(super) fn article_bar(&self, row: &ArticleRow) -> Html {
        let mut out = Html::new();
        let told: Vec<String> = row
            .directions
            .iter()
            .map(|cell| format!("{} {}", cell.count.count, direction(cell.direction)))
            .collect();
        let id = format!("fig-article-{}", row.article);
        let title = format!("Article {} by direction", row.article);
        charts::open(&mut out, &id, 21.0, &title, &told.join(", "));
        let counts = row
            .directions
            .iter()
            .map(|cell| (cell.direction, cell.count.count));
        let place = Place {
            x: 0.5,
            y: 0.5,
            width: 759.0,
            height: 19.0,
        };
        charts::bar(
            &mut out,
            &charts::directions(counts),
            row.count.count,
            &place,
        );
        out.tag("</svg>");
        out
    }

    pub(super) fn opens_direction(&self, cell: &DirectionCount) -> Html {
        let mut out = Html::new();
        let label = format!(
            "{} {}: {} ({})",
            letter(cell.direction).0,
            direction(cell.direction),
            self.n(cell.count.count),
            share(cell.count.percent)
        );
        let shown = if cell.direction == Direction::Context {
            4
        } else {
            12
        };
        self.opens(&mut out, &label, &self.of_sentences(&cell.count.at), shown);
        out
    }
}
