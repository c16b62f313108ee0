//! The written forms of the glossary in words for people, and numbers as they are printed.

use super::Page;
use super::safe::{Html, is_page};
use crate::dossier::model::Basis;
use evenhand_compare::editions::Fate;
use evenhand_report::yardstick::{Article, article};
use evenhand_report::{Direction, RulePage, SourceKind, Specificity, Stance};

/// A number with its thousands parted: "11,459".
pub(in crate::dossier) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share as printed: "44.1%", or a dash where there is nothing to measure against.
pub(in crate::dossier) fn share(percent: Option<f64>) -> String {
    percent.map_or("–".to_owned(), |percent| format!("{percent:.1}%"))
}

/// A kind of source in words.
pub(in crate::dossier) const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::State => "The state reported on",
        SourceKind::ForeignState => "Foreign states",
        SourceKind::Oversight => "Oversight bodies",
        SourceKind::Court => "Courts",
        SourceKind::Ngo => "NGOs, civil society",
        SourceKind::Intergovernmental => "Intergovernmental bodies",
        SourceKind::Media => "Media",
        SourceKind::Party => "Parties, opposition",
        SourceKind::Union => "Unions, employers",
        SourceKind::Faith => "Religious bodies",
        SourceKind::Expert => "Experts",
        SourceKind::Affected => "People affected",
        SourceKind::Observer => "Observers, unspecified",
        SourceKind::Impersonal => "Nobody (“reportedly”)",
    }
}

/// A direction in words.
pub(in crate::dossier) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Violation => "violation",
        Direction::Improvement => "improvement",
        Direction::Safeguard => "safeguard",
        Direction::NoneReported => "none reported",
        Direction::Context => "context",
    }
}

/// The letter a direction has where there is no colour, and its class.
pub(super) const fn letter(direction: Direction) -> (&'static str, &'static str) {
    match direction {
        Direction::Violation => ("V", "fv"),
        Direction::Improvement => ("I", "fi"),
        Direction::Safeguard => ("S", "fs"),
        Direction::NoneReported => ("N", "fn"),
        Direction::Context => ("C", "fc"),
    }
}

/// What a statement rests on, in words.
pub(super) const fn basis(basis: Basis) -> (&'static str, &'static str) {
    match basis {
        Basis::Named => ("a named source", "fk-named"),
        Basis::Category => ("an unnamed source", "fk-category"),
        Basis::Impersonal => ("nobody (“reportedly”)", "fk-impersonal"),
        Basis::Unattributed => ("no source in the sentence", "fk-none"),
    }
}

/// A whole number, as templates hand it over.
pub(super) trait Whole {
    fn whole(&self) -> u64;
}

impl Whole for usize {
    fn whole(&self) -> u64 {
        *self as u64
    }
}

impl Whole for u64 {
    fn whole(&self) -> u64 {
        *self
    }
}

impl<T: Whole> Whole for &T {
    fn whole(&self) -> u64 {
        (**self).whole()
    }
}

impl Page<'_> {
    pub(super) fn n(&self, number: impl Whole) -> String {
        grouped(number.whole())
    }

    pub(super) fn pct(&self, percent: &Option<f64>) -> String {
        share(*percent)
    }

    pub(super) fn whole_pct(&self, percent: &Option<f64>) -> String {
        percent.map_or("–".to_owned(), |percent| match percent {
            p if p <= 0.0 => "·".to_owned(),
            p if p < 0.5 => "<1%".to_owned(),
            p => format!("{p:.0}%"),
        })
    }

    pub(super) fn rate(&self, rate: &Option<f64>) -> String {
        rate.map_or("–".to_owned(), |rate| format!("{rate:.1}"))
    }

    pub(super) fn kind_name(&self, of: &SourceKind) -> &'static str {
        kind(*of)
    }

    pub(super) fn specificity_label(&self, specificity: &Specificity) -> &'static str {
        match specificity {
            Specificity::Named => "Named",
            Specificity::Category => "Unnamed",
            Specificity::Impersonal => "Nobody",
        }
    }

    pub(super) fn direction_name(&self, of: &Direction) -> String {
        self.sentence_case(direction(*of))
    }

    pub(super) fn direction_meaning(&self, of: &Direction) -> &'static str {
        match of {
            Direction::Violation => "abuse, restriction, failing, impunity: alleged or established",
            Direction::Improvement => "a positive step or change",
            Direction::Safeguard => "a protective norm or practice as a standing fact",
            Direction::NoneReported => "no reports of abuse",
            Direction::Context => "neutral background",
        }
    }

    pub(super) fn fate_name(&self, fate: &Fate) -> &'static str {
        match fate {
            Fate::CarriedOver => "Carried over word for word",
            Fate::Edited => "Edited",
            Fate::New => "New",
            Fate::Dropped => "Dropped",
        }
    }

    pub(super) fn stances(&self) -> &'static [Stance] {
        Stance::ALL
    }

    pub(super) fn sentence_case(&self, words: &str) -> String {
        let mut chars = words.chars();
        chars.next().map_or(String::new(), |first| {
            first.to_uppercase().chain(chars).collect()
        })
    }

    /// A section as tables name it: its heading, or what a pin-cite calls it.
    pub(super) fn section_name(&self, label: &str, heading: &str) -> String {
        // A heading in capitals shouts in a table; its label says the same.
        let shouts = !label.is_empty() && !heading.chars().any(char::is_lowercase);
        match (label.strip_prefix("section "), heading.is_empty() || shouts) {
            (_, true) if label.is_empty() => "Before any heading".to_owned(),
            (_, true) => self.sentence_case(label),
            (Some(number), false) if heading.starts_with("Section") || number.contains(',') => {
                heading.to_owned()
            }
            (Some(number), false) => {
                // "a. Arbitrary …" under 1.a: the letter is in the number already.
                let letter = number.rsplit('.').next().unwrap_or("");
                let bare = heading
                    .strip_prefix(letter)
                    .and_then(|rest| rest.strip_prefix(". "));
                format!("{number} {}", bare.unwrap_or(heading))
            }
            (None, false) => heading.to_owned(),
        }
    }

    pub(super) fn silent(&self) -> Vec<Article> {
        self.d
            .rights
            .silent
            .iter()
            .filter_map(|number| article(*number))
            .collect()
    }

    pub(super) fn address(&self, address: &str) -> Html {
        let mut out = Html::new();
        if is_page(address) {
            out.tag("<a rel=\"noreferrer nofollow\" href=\"")
                .text(address)
                .tag("\">");
            out.text(address).tag("</a>");
        } else {
            out.text(address);
        }
        out
    }

    /// A rule's name, leading to its page in the appendix.
    pub(super) fn rule_link(&self, rule: &str) -> Html {
        let mut out = Html::new();
        if crate::explain(rule).is_some() {
            out.tag("<a class=\"tag\" href=\"#rule-")
                .text(rule)
                .tag("\">")
                .text(rule)
                .tag("</a>");
        } else {
            out.tag("<span class=\"tag\">").text(rule).tag("</span>");
        }
        out
    }

    pub(super) fn rule_pages(&self) -> Vec<&'static RulePage> {
        crate::rules().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_for_people() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(11_459), "11,459");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(share(Some(44.0)), "44.0%");
        assert_eq!(share(None), "–");
    }
}
