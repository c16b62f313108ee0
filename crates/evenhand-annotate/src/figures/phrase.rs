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

#[cfg(test)]
mod tests {
    use super::phrase;
    use crate::bodies::Defined;
    use crate::tokens::Words;
    use crate::{Earlier, Scene, figures};
    use evenhand_report::{Figure, FigureKind, Qualifier, Span};
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Figure> {
        let words = Words::of(text);
        let defined = Defined::default();
        figures::mark(&Scene::new(
            &words,
            Earlier::text(None),
            &[],
            None,
            &defined,
        ))
    }

    fn figure(value: f64, high: Option<f64>, qualifier: Qualifier, percent: bool) -> Figure {
        Figure {
            span: Span::default(),
            value,
            high,
            qualifier,
            kind: if percent {
                FigureKind::Percent
            } else {
                FigureKind::Count
            },
            unit: String::new(),
            norm: false,
            rule: "count",
        }
    }

    proptest! {
        #[test]
        fn a_figure_prints_and_parses_back(
            value in prop_oneof![2_u64..1_200, 3_000_u64..100_000, 1_000_000_u64..5_000_000_000],
            tenth in 0_u8..10,
            more in 1_u32..100_000,
            shape in 0_usize..7,
            percent: bool,
        ) {
            let qualifier = [
                Qualifier::Exact, Qualifier::About, Qualifier::AtLeast, Qualifier::MoreThan,
                Qualifier::AtMost, Qualifier::LessThan, Qualifier::Range,
            ][shape];
            // Percentages have tenths, counts have none.
            let value = format!("{value}.{}", if percent { tenth } else { 0 }).parse::<f64>().unwrap();
            let high = (qualifier == Qualifier::Range).then(|| value + f64::from(more));
            let figure = figure(value, high, qualifier, percent);
            let text = format!("Monitors counted {} of the huts.", phrase(&figure));
            let back = read(&text);
            prop_assert_eq!(back.len(), 1, "{}: {:?}", text, back);
            prop_assert_eq!(back[0].value, figure.value, "{}", text);
            prop_assert_eq!(back[0].high, figure.high, "{}", text);
            prop_assert_eq!(back[0].qualifier, figure.qualifier, "{}", text);
            prop_assert_eq!(back[0].kind, figure.kind, "{}", text);
            prop_assert_eq!(&phrase(&back[0]), &phrase(&figure));
        }

        #[test]
        fn any_text_is_read_in_order_and_within_its_bounds(
            text in "([a-z]{1,6} |[0-9]{1,5}[,.$%/:-]?|(two|half|a dozen|million|percent|years|to|and|age|(|) |\\$|€|–|one|May) ){0,24}"
        ) {
            let figures = read(&text);
            let mut last = 0;
            for figure in figures {
                prop_assert!(figure.span.start >= last && !figure.span.is_empty(), "{}", text);
                prop_assert!(!figure.span.of(&text).is_empty());
                prop_assert!(figure.value.is_finite());
                last = figure.span.end;
            }
        }
    }
}
