//! Part 8: the measured accuracy, in words.

use super::Page;
use super::safe::Html;

/// What the metrics measure, in words, in the order they are shown; a metric not listed here is shown
/// under its own name.
const METRICS: &[(&str, &str)] = &[
    ("found", "sentences found in the document"),
    ("exact_split", "sentences split exactly"),
    ("attr_f1", "attributions, source overlapping (F1)"),
    ("attr_strict_f1", "attributions, source exact (F1)"),
    (
        "attr_kind_acc",
        "kind of source, where the attribution was found",
    ),
    (
        "attr_specificity_acc",
        "named, unnamed or nobody, where found",
    ),
    ("fig_f1", "figures (F1)"),
    ("fig_qualifier_acc", "qualifier of figures found"),
    ("fig_kind_acc", "kind of figures found"),
    ("fig_norm_acc", "norm or fact, of figures found"),
    ("fig_unit_acc", "unit of figures found"),
    ("rights_hit1", "first article is one a careful reader gave"),
    ("rights_f1", "articles (F1)"),
    ("direction_acc", "direction"),
];

impl Page<'_> {
    pub(super) fn accuracy(&self) -> Html {
        let mut out = Html::new();
        let measured = &self.d.method.accuracy;
        if measured.is_empty() {
            out.tag("<p>No measurement comes with this version.</p>");
            return out;
        }
        out.tag(
            "<p>Measured on sentences of real reports that careful readers had annotated by hand. ",
        );
        out.tag("1 would mean that nothing differs from what they noted.</p>");
        out.tag("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Measured</th>");
        out.tag("<th scope=\"col\" class=\"r\">Score</th><th scope=\"col\" class=\"r\">Cases</th></tr></thead><tbody>");
        for (metric, words) in METRICS {
            if let Some(row) = measured.iter().find(|row| row.metric == *metric) {
                out.tag("<tr><th scope=\"row\">")
                    .text(&self.sentence_case(words));
                out.tag("</th><td class=\"r\">")
                    .text(&format!("{:.3}", row.value));
                out.tag("</td><td class=\"r\">")
                    .text(&self.n(row.n))
                    .tag("</td></tr>");
            }
        }
        out.tag("</tbody></table></div>");
        out
    }
}
