//! Standard wording for an answer: it quotes letter by letter, says where, and what is asked for.

use super::Quoted;

/// A sentence to begin an answer with.
pub(super) fn of(rule: &str, quotes: &[Quoted]) -> String {
    let Some(first) = quotes.first() else {
        return String::new();
    };
    let quoted = format!("The report states (“{}”): “{}”", first.pin, first.text);
    let asks = match rule {
        "violation_without_source" => "The sentence names no source. We ask on what it rests.",
        "figure_without_named_source" => {
            "The source of the figure is not named. We ask who counted, when and how."
        }
        "same_matter_other_count" => {
            "The report gives other figures for the same matter elsewhere. We ask which of them it holds to."
        }
        "sum_that_does_not_add_up" => {
            "The parts do not add up to the total. We ask for the correct figures."
        }
        "clashing_descriptions" => {
            "Elsewhere the report describes the same person or body otherwise. We ask which description it holds to."
        }
        "allegation_then_fact" => {
            "What is credited to others in one place is stated as fact in another. We ask on what that rests."
        }
        "repeated_text" => {
            "The same text stands in the report twice. We ask that it be counted once."
        }
        _ => "We ask on what this rests.",
    };
    let mut text = format!("{quoted} {asks}");
    if let Some(second) = quotes.get(1) {
        text.push_str(&format!(" Compare (“{}”): “{}”", second.pin, second.text));
    }
    text
}
