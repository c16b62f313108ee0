//! The reading as columns for a terminal: one line a sentence, cut to a width that fits.

use crate::Opened;
use crate::csv_rows::basis;
use evenhand_report::{Direction, Specificity};
use std::io::{self, Write};

/// Widths of the columns before the text, and of the text.
const PIN: usize = 34;
const SOURCE: usize = 24;
const FIGURES: usize = 18;
const TEXT: usize = 72;

pub(crate) fn head(out: &mut dyn Write) -> io::Result<()> {
    line(
        out,
        ["pin", "direction", "right", "source", "figures", "text"],
    )
}

pub(crate) fn rows(opened: &Opened, out: &mut Vec<u8>) -> io::Result<()> {
    let report = &opened.report;
    for (sentence, reading) in report.sentences.iter().zip(&opened.readings) {
        let text = report.sentence_text(sentence);
        let best = basis(&reading.attributions);
        let source = reading
            .attributions
            .iter()
            .find(|a| Some(a.specificity) == best)
            .map_or(String::new(), |a| match a.source {
                Some(span) => format!("{}: {}", short(a.specificity), span.of(text)),
                None => format!("{}: {}", short(a.specificity), a.cue.of(text)),
            });
        let figures: Vec<&str> = reading.figures.iter().map(|f| f.span.of(text)).collect();
        let right = reading
            .rights
            .first()
            .map_or(String::new(), |r| format!("art. {}", r.article));
        let direction = match reading.direction.direction {
            Direction::Context => "",
            other => other.as_str(),
        };
        line(
            out,
            [
                &report.pin(sentence),
                direction,
                &right,
                &source,
                &figures.join("; "),
                text,
            ],
        )?;
    }
    Ok(())
}

fn short(specificity: Specificity) -> &'static str {
    match specificity {
        Specificity::Named => "named",
        Specificity::Category => "unnamed",
        Specificity::Impersonal => "nobody",
    }
}

fn line(
    out: &mut dyn Write,
    [pin, direction, right, source, figures, text]: [&str; 6],
) -> io::Result<()> {
    writeln!(
        out,
        "{}  {}  {}  {}  {}  {}",
        cell(pin, PIN),
        cell(direction, 13),
        cell(right, 7),
        cell(source, SOURCE),
        cell(figures, FIGURES),
        cell(text, TEXT).trim_end()
    )
}

/// Exactly `width` characters; control characters, which could steer a terminal, become spaces.
fn cell(text: &str, width: usize) -> String {
    let mut cell: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(width + 1)
        .collect();
    let count = cell.chars().count();
    if count > width {
        cell = cell.chars().take(width - 1).collect();
        cell.push('…');
    } else {
        cell.extend(std::iter::repeat_n(' ', width - count));
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_their_width_and_carry_no_control_characters() {
        assert_eq!(cell("ab", 4), "ab  ");
        assert_eq!(cell("abcdef", 4), "abc…");
        assert_eq!(cell("a\u{1b}[1m", 6), "a [1m ");
    }
}
