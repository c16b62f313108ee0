//! A figure in words: "at least 45", "70 to 90 percent", "1.2 million". In: a figure; out: how this
//! house writes it. Read again as a sentence of its own, the phrase gives the same value, range,
//! qualifier and (for percentages) kind; the unit is not written.

use evenhand_report::{Figure, FigureKind, Qualifier};

/// The figure as a phrase, without its unit.
#[must_use]
pub fn phrase(figure: &Figure) -> String {
    let before = match figure.qualifier {
        Qualifier::Exact | Qualifier::Range => "",
        Qualifier::About => "approximately ",
        Qualifier::AtLeast => "at least ",
        Qualifier::MoreThan => "more than ",
        Qualifier::AtMost => "up to ",
        Qualifier::LessThan => "fewer than ",
    };
    let mut text = format!("{before}{}", number(figure.value));
    if let Some(high) = figure.high {
        text.push_str(" to ");
        text.push_str(&number(high));
    }
    if figure.kind == FigureKind::Percent {
        text.push_str(" percent");
    }
    text
}

/// A number with its thousands parted; whole millions and their tenths as "1.2 million".
fn number(value: f64) -> String {
    for (by, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        let tenths = (value / by * 10.0).round();
        if value >= by && tenths / 10.0 * by == value {
            return format!("{} {name}", tenths / 10.0);
        }
    }
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut parted = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && digit.is_ascii_digit() {
            parted.push(',');
        }
        parted.push(digit);
    }
    if fraction.is_empty() {
        parted
    } else {
        format!("{parted}.{fraction}")
    }
}
