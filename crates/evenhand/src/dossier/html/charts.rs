//! Pictures as SVG, each with a title and a description; the numbers stand beside them as a table.
//!
//! Directions keep their letter and their pattern where colour is lost; what violations rest on goes
//! from solid to empty.

use super::Page;
use super::safe::Html;
use super::words::{basis, grouped, letter, share};
use crate::dossier::model::Basis;
use evenhand_report::Direction;

/// Width of a full picture, in its own units.
const WIDTH: f64 = 760.0;

/// A stretch of a bar.
pub(super) struct Part {
    pub(super) class: &'static str,
    /// Written inside where there is room.
    pub(super) letter: &'static str,
    pub(super) count: usize,
    pub(super) name: String,
}

impl Part {
    fn letter_class(&self) -> &'static str {
        match self.class {
            "fc" | "fk-category" | "fk-impersonal" | "fk-none" => "in-dark",
            // On a pattern a letter needs a plain ground.
            "fi" => "in on-i",
            "fs" => "in on-s",
            "fn" => "in on-n",
            _ => "in",
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
fn real(count: usize) -> f64 {
    count as f64
}

/// Where a bar lies in its picture.
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The stretches of a bar, `width` standing for `full`.
pub(super) fn bar(out: &mut Html, parts: &[Part], full: usize, place: &Place) {
    let mut x = place.x;
    for part in parts.iter().filter(|part| part.count > 0 && full > 0) {
        let width = place.width * real(part.count) / real(full);
        out.tag("<rect class=\"")
            .tag(part.class)
            .tag("\" x=\"")
            .num(x);
        out.tag("\" y=\"")
            .num(place.y)
            .tag("\" width=\"")
            .num((width - 0.8).max(0.6));
        out.tag("\" height=\"").num(place.height).tag("\"><title>");
        out.text(&part.name)
            .tag(": ")
            .num(part.count)
            .tag("</title></rect>");
        if width > 17.0 && !part.letter.is_empty() {
            out.tag("<text class=\"")
                .tag(part.letter_class())
                .tag("\" aria-hidden=\"true\" x=\"");
            out.num(x + width / 2.0)
                .tag("\" y=\"")
                .num(place.y + place.height / 2.0 + 4.2);
            out.tag("\">").tag(part.letter).tag("</text>");
        }
        x += width;
    }
}

/// Opens a picture of this height.
pub(super) fn open(out: &mut Html, id: &str, height: f64, title: &str, description: &str) {
    out.tag("<svg role=\"img\" aria-labelledby=\"")
        .text(id)
        .tag("-t ")
        .text(id);
    out.tag("-d\" viewBox=\"0 0 ")
        .num(WIDTH)
        .tag(" ")
        .num(height)
        .tag("\"><title id=\"");
    out.text(id)
        .tag("-t\">")
        .text(title)
        .tag("</title><desc id=\"")
        .text(id)
        .tag("-d\">");
    out.text(description).tag("</desc>");
}

/// A small bar inside a table, whose numbers stand beside it.
pub(super) fn cell_bar(parts: &[Part], full: usize) -> Html {
    let mut out = Html::new();
    out.tag("<svg aria-hidden=\"true\" viewBox=\"0 0 240 15\" preserveAspectRatio=\"none\">");
    let place = Place {
        x: 0.5,
        y: 0.5,
        width: 239.0,
        height: 14.0,
    };
    bar(&mut out, parts, full, &place);
    out.tag("</svg>");
    out
}

/// A sample of a filling, for keys.
pub(super) fn sample(out: &mut Html, class: &str) {
    out.tag("<svg aria-hidden=\"true\" viewBox=\"0 0 24 14\"><rect class=\"")
        .tag(class);
    out.tag("\" x=\"0.5\" y=\"0.5\" width=\"23\" height=\"13\"/></svg>");
}

pub(super) fn directions(counts: impl Iterator<Item = (Direction, usize)>) -> Vec<Part> {
    counts
        .map(|(direction, count)| Part {
            class: letter(direction).1,
            letter: letter(direction).0,
            count,
            name: super::words::direction(direction).to_owned(),
        })
        .collect()
}

pub(super) fn bases(counts: impl Iterator<Item = (Basis, usize)>) -> Vec<Part> {
    counts
        .map(|(of, count)| Part {
            class: basis(of).1,
            letter: "",
            count,
            name: basis(of).0.to_owned(),
        })
        .collect()
}

impl Page<'_> {
    /// The patterns that all pictures fill with, once.
    pub(super) fn patterns(&self) -> Html {
        let mut out = Html::new();
        out.tag("<svg class=\"defs\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>");
        let mut pattern = |id: &str, size: &str, base: &str, lines: &str| {
            out.tag("<pattern id=\"")
                .tag(id)
                .tag("\" patternUnits=\"userSpaceOnUse\" width=\"");
            out.tag(size)
                .tag("\" height=\"")
                .tag(size)
                .tag("\"><rect class=\"")
                .tag(base);
            out.tag("\" width=\"")
                .tag(size)
                .tag("\" height=\"")
                .tag(size)
                .tag("\"/>");
            out.tag(lines).tag("</pattern>");
        };
        pattern(
            "pi",
            "6",
            "pb-i",
            "<path class=\"pl\" d=\"M-1 7 7 -1M-1 1 1 -1M5 7 7 5\"/>",
        );
        pattern(
            "ps",
            "5",
            "pb-s",
            "<circle class=\"pd\" cx=\"2.5\" cy=\"2.5\" r=\"1.1\"/>",
        );
        pattern("pn", "5", "pb-n", "<path class=\"pl\" d=\"M0 2.5H5\"/>");
        pattern(
            "pk2",
            "6",
            "pb-k",
            "<path class=\"pl-k\" d=\"M-1 7 7 -1M-1 1 1 -1M5 7 7 5\"/>",
        );
        pattern(
            "pk3",
            "6",
            "pb-p",
            "<circle class=\"pd-k\" cx=\"3\" cy=\"3\" r=\"1.3\"/>",
        );
        out.tag("</defs></svg>");
        out
    }

    pub(super) fn direction_key(&self, direction: &Direction) -> Html {
        let mut out = Html::new();
        out.tag("<span class=\"swatch\" aria-hidden=\"true\">");
        sample(&mut out, letter(*direction).1);
        out.tag(letter(*direction).0).tag("</span> ");
        out
    }

    pub(super) fn direction_keys(&self) -> Html {
        let mut out = Html::new();
        out.tag("<ul class=\"key\" aria-label=\"Key\">");
        for of in Direction::ALL {
            out.tag("<li>");
            sample(&mut out, letter(*of).1);
            out.tag(letter(*of).0)
                .tag(" ")
                .tag(super::words::direction(*of))
                .tag("</li>");
        }
        out.tag("</ul>");
        out
    }

    pub(super) fn basis_key(&self) -> Html {
        self.key_of(Basis::ALL)
    }

    pub(super) fn specificity_key(&self) -> Html {
        self.key_of(&[Basis::Named, Basis::Category, Basis::Impersonal])
    }

    fn key_of(&self, list: &[Basis]) -> Html {
        let mut out = Html::new();
        out.tag("<ul class=\"key\" aria-label=\"Key\">");
        for of in list {
            out.tag("<li>");
            sample(&mut out, basis(*of).1);
            out.text(basis(*of).0).tag("</li>");
        }
        out.tag("</ul>");
        out
    }

    /// What all statements rest on, as one bar.
    pub(super) fn basis_figure(&self) -> Html {
        let rows = &self.d.glance.basis;
        let parts = bases(rows.iter().map(|row| (row.basis, row.count.count)));
        let told: Vec<String> = rows
            .iter()
            .map(|row| format!("{} {}", share(row.count.percent), basis(row.basis).0))
            .collect();
        let mut out = Html::new();
        out.tag("<figure>");
        open(
            &mut out,
            "fig-basis",
            24.0,
            "What the statements rest on",
            &told.join(", "),
        );
        let place = Place {
            x: 0.5,
            y: 1.0,
            width: WIDTH - 1.0,
            height: 21.0,
        };
        bar(&mut out, &parts, self.d.about.statements, &place);
        out.tag("</svg><figcaption><ul class=\"key\">");
        for row in rows {
            out.tag("<li>");
            sample(&mut out, basis(row.basis).1);
            out.text(&share(row.count.percent))
                .tag(" ")
                .text(basis(row.basis).0)
                .tag("</li>");
        }
        out.tag("</ul></figcaption></figure>");
        out
    }

    /// The directions of all statements, as one bar.
    pub(super) fn directions_figure(&self) -> Html {
        let rows = &self.d.glance.directions;
        let parts = directions(rows.iter().map(|row| (row.direction, row.count.count)));
        let told: Vec<String> = rows
            .iter()
            .map(|row| {
                format!(
                    "{} {}",
                    share(row.count.percent),
                    super::words::direction(row.direction)
                )
            })
            .collect();
        let mut out = Html::new();
        out.tag("<figure>");
        open(
            &mut out,
            "fig-directions",
            34.0,
            "Statements by direction",
            &told.join(", "),
        );
        let place = Place {
            x: 0.5,
            y: 1.0,
            width: WIDTH - 1.0,
            height: 30.0,
        };
        bar(&mut out, &parts, self.d.about.statements, &place);
        out.tag("</svg></figure>");
        out
    }

    /// The thirty articles as one picture: how much is said, and in which direction.
    pub(super) fn articles_figure(&self) -> Html {
        const ROW: f64 = 21.0;
        const LEFT: f64 = 218.0;
        const RIGHT: f64 = 70.0;
        let rows = &self.d.rights.articles;
        let most = rows
            .iter()
            .map(|row| row.count.count)
            .max()
            .unwrap_or(0)
            .max(1);
        let height = ROW * real(rows.len()) + 4.0;
        let mut out = self.direction_keys();
        let inner = &mut out;
        inner.tag("<figure class=\"pan\">");
        open(
            inner,
            "fig-articles",
            height,
            "Statements on each article of the Universal Declaration, by direction",
            &self.articles_described(),
        );
        for (at, row) in rows.iter().enumerate() {
            let y = ROW * real(at) + 2.0;
            inner
                .tag("<a href=\"#article-")
                .num(u32::from(row.article))
                .tag("\">");
            inner
                .tag("<text class=\"r soft\" x=\"24\" y=\"")
                .num(y + 14.5)
                .tag("\">");
            inner
                .num(u32::from(row.article))
                .tag("</text><text x=\"34\" y=\"")
                .num(y + 14.5);
            inner.tag(if row.count.count == 0 {
                "\" class=\"soft\">"
            } else {
                "\">"
            });
            inner.text(row.name).tag("</text></a>");
            let place = Place {
                x: LEFT,
                y: y + 1.5,
                width: WIDTH - LEFT - RIGHT,
                height: ROW - 4.5,
            };
            let counts = row
                .directions
                .iter()
                .map(|cell| (cell.direction, cell.count.count));
            bar(inner, &directions(counts), most, &place);
            let end = LEFT + place.width * real(row.count.count) / real(most);
            inner
                .tag("<text class=\"soft\" x=\"")
                .num(end + 7.0)
                .tag("\" y=\"")
                .num(y + 14.5);
            inner.tag("\">");
            match row.count.count {
                0 => inner.tag("nothing said"),
                count => inner.text(&grouped(count as u64)),
            };
            inner.tag("</text>");
        }
        inner.tag("</svg><figcaption>Length: how many statements are about the article. ");
        inner
            .tag("Filling: in which direction. A statement about two articles counts under both. ");
        inner.tag("An article leads to its quotes in part 4.</figcaption></figure>");
        out
    }

    fn articles_described(&self) -> String {
        let mut rows: Vec<_> = self.d.rights.articles.iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.count.count));
        let most: Vec<String> = rows
            .iter()
            .take(3)
            .map(|row| {
                format!(
                    "article {} ({}): {}",
                    row.article, row.name, row.count.count
                )
            })
            .collect();
        format!(
            "A bar for each of the thirty articles. Most is said on {}; nothing on {} articles. \
             The same numbers follow as a table.",
            most.join(", "),
            self.d.rights.silent.len()
        )
    }
}
