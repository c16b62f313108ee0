//! The picture of a trace, for people: one self-contained page with a chart and its table.
//!
//! In: a [`Trace`]. Out: HTML that asks nothing of the network, prints, and says in words and in a
//! table what the chart shows. Everything that comes from a report is escaped.

use super::quote::Quote;
use super::trace::{Trace, TracedEdition};
use evenhand_report::Span;
use std::fmt::Write;

/// Writes a stranger's words harmless.
fn safe(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for ch in words.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{202a}'..='\u{202e}' => {}
            ch => out.push(ch),
        }
    }
    out
}

const STYLE: &str = "body{font:16px/1.5 Georgia,serif;margin:2em auto;max-width:62em;padding:0 1em;color:#1a1a1a;background:#fff}\
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em}table{border-collapse:collapse;width:100%}\
th,td{border-bottom:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}td.n,th.n{text-align:right}\
svg{width:100%;height:auto}.bar{fill:#2f5d8a}.whisker{stroke:#1a1a1a;stroke-width:1.5}.axis{stroke:#777;stroke-width:1}\
text{font:13px sans-serif;fill:#1a1a1a}.quiet{color:#555}mark{background:#ffe9a8;color:inherit}blockquote{margin:.6em 0;padding-left:1em;border-left:3px solid #bbb}\
@media print{body{margin:0;max-width:none}}@media (prefers-color-scheme:dark){body{background:#161616;color:#eaeaea}text{fill:#eaeaea}\
.whisker{stroke:#eaeaea}.bar{fill:#7aaede}.quiet{color:#aaa}th,td{border-color:#444}mark{background:#5a4a10}}";

/// Height of the chart's bars, and the width and gap of one, in units of the picture.
const HIGH: f64 = 220.0;
const WIDE: f64 = 72.0;
const LEFT: f64 = 60.0;

/// The page.
#[must_use]
pub fn html(trace: &Trace) -> String {
    let term = safe(&trace.term);
    let mut page = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{term}, edition by edition</title>\
         <style>{STYLE}</style></head><body><h1>“{term}”, edition by edition</h1><p class=\"quiet\">{}</p>",
        safe(trace.publisher.as_deref().unwrap_or("Publisher unknown"))
    );
    let _ = write!(page, "<p>{}</p>", summary(trace));
    chart(&mut page, trace);
    table(&mut page, trace);
    if trace.is_person() {
        people(&mut page, trace);
    }
    let _ = write!(page, "<h2>Quotes</h2>");
    for edition in &trace.editions {
        if edition.quotes.is_empty() {
            continue;
        }
        let _ = write!(page, "<h3>{}</h3>", edition.year);
        for quote in &edition.quotes {
            blockquote(&mut page, quote);
        }
    }
    let _ = writeln!(
        page,
        "<h2>How this was counted</h2><p>Times the term stands in 10,000 words of the statements of each edition’s reports. \
         Intervals: {}. Not named means that the reports at hand do not name it, not that nothing happened.</p></body></html>",
        safe(trace.interval)
    );
    page
}

fn summary(trace: &Trace) -> String {
    let with: Vec<&TracedEdition> = trace.editions.iter().filter(|e| e.count > 0).collect();
    match (with.first(), with.last()) {
        (Some(first), Some(last)) => format!(
            "It stands {} times in {} of {} editions: first in {}, last in {}.",
            trace.count,
            with.len(),
            trace.editions.len(),
            first.year,
            last.year
        ),
        _ => format!("It stands in none of {} editions.", trace.editions.len()),
    }
}

fn chart(page: &mut String, trace: &Trace) {
    let top = trace
        .editions
        .iter()
        .map(|edition| edition.per_10_000_words)
        .filter(|rate| rate.value > 0.0)
        .map(|rate| rate.high)
        .fold(0.0, f64::max);
    if top <= 0.0 {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of editions")]
    let width = LEFT + WIDE * trace.editions.len() as f64 + 10.0;
    let described: Vec<String> = trace
        .editions
        .iter()
        .map(|edition| format!("{}: {:.3}", edition.year, edition.per_10_000_words.value))
        .collect();
    let _ = write!(
        page,
        "<h2>Times in 10,000 words</h2><svg viewBox=\"0 0 {width:.0} {:.0}\" role=\"img\" aria-labelledby=\"t d\">\
         <title id=\"t\">Times in 10,000 words, by edition</title><desc id=\"d\">{}. The table below holds the same numbers with \
         their intervals.</desc>",
        HIGH + 50.0,
        safe(&described.join(", "))
    );
    let y = |value: f64| 10.0 + HIGH * (1.0 - (value / top).clamp(0.0, 1.0));
    for tick in [0.0, 0.5, 1.0] {
        let at = y(top * tick);
        let _ = write!(
            page,
            "<line class=\"axis\" x1=\"{LEFT}\" x2=\"{width:.0}\" y1=\"{at:.1}\" y2=\"{at:.1}\" stroke-dasharray=\"2 4\"/>\
             <text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{:.2}</text>",
            LEFT - 6.0,
            at + 4.0,
            top * tick
        );
    }
    let mut x = LEFT;
    for edition in &trace.editions {
        let rate = edition.per_10_000_words;
        let middle = x + WIDE / 2.0;
        let _ = write!(
            page,
            "<text x=\"{middle:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>",
            HIGH + 30.0,
            edition.year
        );
        if edition.count == 0 {
            let _ = write!(
                page,
                "<text x=\"{middle:.0}\" y=\"{:.0}\" text-anchor=\"middle\">none</text>",
                HIGH + 4.0
            );
        } else {
            let (bar, low, high) = (y(rate.value), y(rate.low), y(rate.high));
            let _ = write!(
                page,
                "<rect class=\"bar\" x=\"{:.0}\" y=\"{bar:.1}\" width=\"{:.0}\" height=\"{:.1}\"/>\
                 <line class=\"whisker\" x1=\"{middle:.0}\" x2=\"{middle:.0}\" y1=\"{high:.1}\" y2=\"{low:.1}\"/>",
                x + 14.0,
                WIDE - 28.0,
                y(0.0) - bar
            );
        }
        x += WIDE;
    }
    page.push_str("</svg>");
}

fn table(page: &mut String, trace: &Trace) {
    page.push_str(
        "<table><thead><tr><th>edition</th><th class=\"n\">reports</th><th class=\"n\">words</th><th class=\"n\">times</th>\
         <th class=\"n\">in 10,000 words</th><th class=\"n\">95 % interval</th><th class=\"n\">reports with it</th></tr></thead><tbody>",
    );
    for edition in &trace.editions {
        let rate = edition.per_10_000_words;
        let _ = write!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{:.3}</td>\
             <td class=\"n\">{:.3} to {:.3}</td><td class=\"n\">{}</td></tr>",
            edition.year,
            edition.reports,
            edition.words,
            edition.count,
            rate.value,
            rate.low,
            rate.high,
            edition.reports_with
        );
    }
    page.push_str("</tbody></table>");
}

fn people(page: &mut String, trace: &Trace) {
    page.push_str(
        "<h2>Described as</h2><table><thead><tr><th>edition</th><th>words</th><th class=\"n\">times</th><th>where</th></tr></thead><tbody>",
    );
    for edition in &trace.editions {
        let year = edition.year;
        if edition.count == 0 {
            let _ = write!(
                page,
                "<tr><td>{year}</td><td class=\"quiet\">not named</td><td class=\"n\">0</td><td></td></tr>"
            );
        }
        for one in &edition.descriptions {
            let places: Vec<String> = one.quotes.iter().map(|quote| safe(&quote.pin)).collect();
            let _ = write!(
                page,
                "<tr><td>{year}</td><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
                safe(&one.words),
                one.times,
                places.join("; ")
            );
        }
        if edition.undescribed > 0 {
            let _ = write!(
                page,
                "<tr><td>{year}</td><td class=\"quiet\">named without a description</td><td class=\"n\">{}</td><td></td></tr>",
                edition.undescribed
            );
        }
    }
    page.push_str("</tbody></table>");
}

fn blockquote(page: &mut String, quote: &Quote) {
    let mut text = String::new();
    let mut at = 0;
    for mark in &quote.marks {
        // A mark that does not fit the words marks nothing, and loses none of them.
        if mark.start < at || mark.of(&quote.text).is_empty() {
            continue;
        }
        text.push_str(&safe(
            Span {
                start: at,
                end: mark.start.max(at),
            }
            .of(&quote.text),
        ));
        let _ = write!(text, "<mark>{}</mark>", safe(mark.of(&quote.text)));
        at = mark.end.max(at);
    }
    let end = u32::try_from(quote.text.len()).unwrap_or(u32::MAX);
    text.push_str(&safe(Span { start: at, end }.of(&quote.text)));
    let _ = write!(
        page,
        "<blockquote>{text}<br><span class=\"quiet\">{}, {}</span></blockquote>",
        safe(&quote.country),
        safe(&quote.pin)
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_compare::across::interval::Interval;
    use evenhand_report::SentenceId;

    fn edition(year: u16, count: u64, text: &str) -> TracedEdition {
        let rate = |value| Interval {
            value,
            low: value / 2.0,
            high: value * 2.0,
        };
        TracedEdition {
            year,
            reports: 1,
            words: 1000,
            count,
            per_10_000_words: rate(if count == 0 { 0.0 } else { 10.0 }),
            reports_with: count.min(1),
            countries: Vec::new(),
            as_person: count,
            descriptions: Vec::new(),
            undescribed: count,
            quotes: (0..count)
                .map(|_| Quote {
                    document: "2023/veldania".to_owned(),
                    country: "veldania".to_owned(),
                    year: Some(year),
                    pin: "2023, para. 1, sentence 1".to_owned(),
                    sentence_id: SentenceId::of("d", text, 0),
                    text: text.to_owned(),
                    marks: vec![Span::new(0, 1)],
                })
                .collect(),
        }
    }

    #[test]
    fn the_page_is_self_contained_and_a_strangers_words_are_harmless() {
        let hostile = "é<script>alert('x')</script> & \"more\"";
        let trace = Trace {
            term: hostile.to_owned(),
            publisher: None,
            left_out: Vec::new(),
            interval: "none",
            editions: vec![edition(2022, 0, ""), edition(2023, 1, hostile)],
            first: None,
            last: None,
            count: 1,
        };
        let page = html(&trace);
        assert!(
            !page.contains("<script") && !page.contains("http://") && !page.contains("https://")
        );
        assert!(page.contains("first in 2023, last in 2023"));
        assert!(page.contains("not named") && page.contains("aria-labelledby"));
        assert!(page.contains("é") && !page.contains("<mark></mark>"));
    }
}
