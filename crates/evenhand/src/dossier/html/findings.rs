//! Part 6: each finding with its quotes and their places, under its test.

use super::Page;
use super::safe::Html;
use crate::contract::Number;
use crate::dossier::findings::FindingRow;
use crate::dossier::glance::TestCount;

/// Findings of a test shown openly; a longer list is opened by a line.
const SHOWN: usize = 12;

impl Page<'_> {
    pub(super) fn findings_sentence(&self) -> String {
        let all = self.d.findings.all.len();
        let rate = crate::dossier::per(all, self.d.about.statements, 100);
        format!(
            "{} findings of {} tests, {} on 100 statements. A finding says what stands there; it is not a \
             verdict.",
            self.n(all),
            self.n(self.d.glance.findings.len()),
            self.rate(&rate)
        )
    }

    pub(super) fn finding_list(&self, test: &TestCount) -> Html {
        let mut out = Html::new();
        for (shown, number) in test.at.iter().enumerate() {
            if shown == SHOWN {
                out.tag("<details class=\"wide\"><summary>");
                out.num(test.at.len() - SHOWN)
                    .tag(" further findings of this test</summary>");
            }
            if let Some(finding) = self.d.findings.all.get(*number) {
                self.finding(&mut out, *number, finding);
            }
        }
        if test.at.len() > SHOWN {
            out.tag("</details>");
        }
        out
    }

    fn finding(&self, out: &mut Html, number: usize, finding: &FindingRow) {
        out.tag("<div class=\"finding\" id=\"f")
            .num(number + 1)
            .tag("\"><span class=\"no\">");
        out.num(number + 1)
            .tag("</span><div><p>")
            .text(&finding.message)
            .tag("</p>");
        if !finding.numbers.is_empty() {
            let numbers: Vec<String> = finding
                .numbers
                .iter()
                .map(|n| {
                    format!("{} {} {}", n.name, Number::of(n.value), n.unit)
                        .trim_end()
                        .to_owned()
                })
                .collect();
            out.tag("<p class=\"note\">")
                .text(&numbers.join("; "))
                .tag("</p>");
        }
        out.tag("<ul class=\"quotes\">");
        for quote in &finding.quotes {
            out.tag("<li>");
            self.quote(out, quote.sentence, &Self::hit(quote.span));
            out.tag("</li>");
        }
        out.tag("</ul></div></div>\n");
    }
}
