//! The points as columns for a terminal, with a line of summary.

use super::Checked;
use super::view::words;
use evenhand_compare::reply::{UNCERTAIN, Verdict};
use std::fmt::Write as _;

/// Characters of a point that are shown.
const SHOWN: usize = 84;

/// One line a point, then the counts.
#[must_use]
pub fn table(checked: &Checked) -> String {
    let mut text = format!(
        "{:>3}  {:<20} {:<18} {}\n",
        "", "about", "proposed", "point"
    );
    for (nth, point) in (1..).zip(&checked.points) {
        let words_of = point.span.of(&checked.reply.report.text);
        let mut shown: String = words_of.chars().take(SHOWN).collect();
        if shown.len() < words_of.len() {
            shown.push('…');
        }
        let mut verdict = words(point.verdict).to_owned();
        if point.confidence < UNCERTAIN {
            verdict.push_str(" ?");
        }
        let _ = writeln!(
            text,
            "{nth:>3}  {:<20} {verdict:<18} {shown}",
            point.kind.as_str()
        );
    }
    let all = checked.points.len();
    let counts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| {
            let count = checked
                .points
                .iter()
                .filter(|point| point.verdict == *verdict)
                .count();
            format!("{} {count}", words(*verdict).to_lowercase())
        })
        .collect();
    let uncertain = checked
        .points
        .iter()
        .filter(|point| point.confidence < UNCERTAIN)
        .count();
    let _ = writeln!(
        text,
        "\n{all} points: {}. {uncertain} are uncertain (?). Proposals by rules; a person decides.",
        counts.join(", ")
    );
    text
}
