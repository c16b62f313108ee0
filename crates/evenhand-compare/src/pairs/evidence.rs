//! What in a changed pair speaks for which class: the words, where they stand, and why they count.
//!
//! In: the edits of a pair. Out: pieces of evidence, each with its class, rule and places, and
//! the counts that the weights combine.

use super::edits::{Edits, Side, State};
use super::lexicon::Kind;
use super::{Change, Class};
use evenhand_report::Span;
use std::ops::Range;

/// The counts that the weights combine, by name; whole numbers, each with a ceiling.
pub(super) const FEATURES: &[&str] = &[
    "always",
    "content_removed",
    "content_added",
    "content_exchanged",
    "content_longest_run",
    "content_any",
    "content_one_only",
    "share_removed",
    "share_added",
    "content_alone",
    "list_item",
    "clause_removed",
    "clause_added",
    "light_removed",
    "light_added",
    "negation_unbalanced",
    "quantity_exchanged",
    "quantity_alone",
    "date_exchanged",
    "date_alone",
    "name_removed",
    "name_added",
    "name_any",
    "name_exchanged",
    "hedge",
    "share",
    "often",
    "bound",
    "source",
    "saying_exchanged",
    "function_only",
    "places",
    "moved",
    "related",
    "reworded",
    "long",
];

/// How many features there are.
pub(super) const WIDTH: usize = FEATURES.len();

/// What was found in a pair.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Each with its places, in reading order.
    pub(super) changes: Vec<Change>,
    /// By [`FEATURES`].
    pub(super) counts: Vec<i32>,
    /// Whether a quantity, not only a date, changed.
    pub(super) quantity: bool,
    /// Share of the asserting words in common, in thousandths of the smaller and of both sides.
    pub(super) common: (u32, u32),
}

impl Evidence {
    /// Whether anything speaks for a class.
    pub(super) fn speaks_for(&self, class: Class) -> bool {
        self.changes.iter().any(|change| change.class == class)
    }
}

/// Looks at every place where a pair differs.
pub(super) fn evidence(edits: &Edits<'_>) -> Evidence {
    let mut found = Evidence::default();
    let mut count = Counter(vec![0; WIDTH]);
    count.set("always", 1);
    style(edits, &mut found, &mut count);
    let left = |side: &Side<'_>, kind: Kind| {
        side.changed()
            .filter(|(_, token)| token.kind == kind)
            .count()
    };
    for hunk in &edits.hunks {
        hunk_evidence(edits, &hunk.old, &hunk.new, &mut found, &mut count);
    }
    let (old, new) = (&edits.old, &edits.new);
    let unbalanced = |kind: Kind| left(old, kind).abs_diff(left(new, kind));
    count.set("negation_unbalanced", unbalanced(Kind::Negation));
    let (mut longest, mut places) = (0, 0);
    for hunk in &edits.hunks {
        let run = |side: &Side<'_>, range: &Range<usize>| {
            range
                .clone()
                .filter(|at| side.states[*at] == State::Changed && asserts(side, *at))
                .count()
        };
        let here = run(old, &hunk.old).max(run(new, &hunk.new));
        longest = longest.max(here);
        places += usize::from(here > 0);
    }
    count.set("content_longest_run", longest.min(8));
    count.set("places", places.min(6));
    let (removed, added) = (count.get("content_removed"), count.get("content_added"));
    count.set("content_any", usize::from(removed + added > 0));
    count.set("content_one_only", usize::from(removed + added == 1));
    let names = count.get("name_removed") + count.get("name_added");
    count.set("name_any", usize::from(names > 0));
    let weighty = |side: &Side<'_>| {
        let of = (0..side.tokens.len())
            .filter(|at| asserts(side, *at))
            .count();
        let gone = side.changed().filter(|(at, _)| asserts(side, *at)).count();
        (gone, of)
    };
    let ((gone_old, of_old), (gone_new, of_new)) = (weighty(old), weighty(new));
    let tenths = |gone: usize, of: usize| (10 * gone).checked_div(of).unwrap_or(0);
    count.set("share_removed", tenths(gone_old, of_old));
    count.set("share_added", tenths(gone_new, of_new));
    let kept = (of_old - gone_old).min(of_new - gone_new);
    let thousandths =
        |of: usize| u32::try_from((1000 * kept).checked_div(of).unwrap_or(1000)).unwrap_or(1000);
    found.common = (
        thousandths(of_old.min(of_new)),
        thousandths(of_old.max(of_new)),
    );
    count.set("long", (of_old.max(of_new) / 8).min(5));
    let more = !found
        .changes
        .iter()
        .any(|change| change.class != Class::Style);
    count.set("function_only", usize::from(more));
    found.counts = count.0;
    found.changes.sort_by_key(|change| {
        let place = |span: Option<Span>| span.map_or(u32::MAX, |span| span.start);
        (place(change.new).min(place(change.old)), change.class)
    });
    found
}

struct Counter(Vec<i32>);

impl Counter {
    fn at(name: &str) -> usize {
        FEATURES
            .iter()
            .position(|feature| *feature == name)
            .unwrap_or_default()
    }

    fn get(&self, name: &str) -> usize {
        usize::try_from(self.0[Self::at(name)]).unwrap_or(0)
    }

    fn set(&mut self, name: &str, value: usize) {
        self.0[Self::at(name)] = i32::try_from(value).unwrap_or(i32::MAX);
    }

    fn add(&mut self, name: &str, value: usize, ceiling: usize) {
        let sum = (self.get(name) + value).min(ceiling);
        self.set(name, sum);
    }
}

/// Whether a word asserts something by itself.
fn asserts(side: &Side<'_>, at: usize) -> bool {
    matches!(
        side.tokens[at].kind,
        Kind::Content | Kind::Negation | Kind::Name | Kind::Body
    )
}

/// What changes no assertion.
fn style(edits: &Edits<'_>, found: &mut Evidence, count: &mut Counter) {
    let mut note = |rule: &'static str, old: Option<Span>, new: Option<Span>| {
        found.changes.push(Change {
            class: Class::Style,
            rule,
            old,
            new,
        });
    };
    let rule = |state: State| match state {
        State::Reworded => Some("other_form_or_term"),
        State::Moved => Some("word_order"),
        State::Related => Some("same_root"),
        State::Spelled => Some("spelling"),
        State::Abbreviated => Some("abbreviation"),
        State::Pointer => Some("pointer"),
        State::Kept | State::Changed => None,
    };
    for (side, is_old) in [(&edits.old, true), (&edits.new, false)] {
        let mut last: Option<(&'static str, Span)> = None;
        for (at, token) in side.tokens.iter().enumerate() {
            let rule = rule(side.states[at]);
            match (rule, &mut last) {
                (Some(rule), Some((open, span))) if *open == rule => *span = span.join(token.span),
                (rule, last) => {
                    if let Some((rule, span)) = last.take() {
                        note(rule, is_old.then_some(span), (!is_old).then_some(span));
                    }
                    *last = rule.map(|rule| (rule, token.span));
                }
            }
        }
        if let Some((rule, span)) = last {
            note(rule, is_old.then_some(span), (!is_old).then_some(span));
        }
        if side.heading > 0 && edits.old.heading.min(edits.new.heading) == 0 {
            let span = Span::new(0, side.heading);
            note("heading", is_old.then_some(span), (!is_old).then_some(span));
        }
    }
    let states = |state: State| {
        edits.old.states.iter().filter(|s| **s == state).count()
            + edits.new.states.iter().filter(|s| **s == state).count()
    };
    count.set("moved", states(State::Moved).min(6));
    count.set("related", states(State::Related).min(6));
    count.set("reworded", (states(State::Reworded) / 2).min(6));
    if found.changes.is_empty() && edits.hunks.is_empty() && edits.old.text != edits.new.text {
        found.changes.push(Change {
            class: Class::Style,
            rule: "marks",
            old: None,
            new: None,
        });
    }
}

fn hunk_evidence(
    edits: &Edits<'_>,
    old: &Range<usize>,
    new: &Range<usize>,
    found: &mut Evidence,
    count: &mut Counter,
) {
    let of = |side: &Side<'_>, range: &Range<usize>, kinds: &[Kind]| -> Vec<usize> {
        range
            .clone()
            .filter(|at| {
                side.states[*at] == State::Changed && kinds.contains(&side.tokens[*at].kind)
            })
            .collect()
    };
    let both = |kinds: &[Kind]| (of(&edits.old, old, kinds), of(&edits.new, new, kinds));
    let span = |side: &Side<'_>, list: &[usize]| -> Option<Span> {
        let (first, last) = (list.first()?, list.last()?);
        Some(side.tokens[*first].span.join(side.tokens[*last].span))
    };
    let mut note = |class: Class, rule: &'static str, a: &[usize], b: &[usize]| {
        found.changes.push(Change {
            class,
            rule,
            old: span(&edits.old, a),
            new: span(&edits.new, b),
        });
    };

    // Figures and dates.
    let (a, b) = both(&[Kind::Number]);
    let lone_one = |side: &Side<'_>, list: &[usize]| {
        list.iter()
            .all(|at| matches!(side.word(*at).to_lowercase().as_str(), "one" | "zero"))
    };
    let only_one =
        (a.is_empty() || b.is_empty()) && lone_one(&edits.old, &a) && lone_one(&edits.new, &b);
    let any = !a.is_empty() || !b.is_empty();
    if any && !only_one {
        note(Class::Number, "quantity", &a, &b);
        let name = if a.is_empty() || b.is_empty() {
            "quantity_alone"
        } else {
            "quantity_exchanged"
        };
        count.add(name, 1, 3);
        found.quantity = true;
    }
    let (a, b) = both(&[Kind::Date]);
    if !(a.is_empty() && b.is_empty()) {
        note(Class::Number, "date", &a, &b);
        let name = if a.is_empty() || b.is_empty() {
            "date_alone"
        } else {
            "date_exchanged"
        };
        count.add(name, 1, 3);
    }

    // Who says so: a source or a crediting word in the hunk, or the words before a crediting word.
    let (a, b) = both(&[Kind::Saying]);
    let said = !a.is_empty() || !b.is_empty();
    let source = source_changes(edits, old, new);
    if a.is_empty() != b.is_empty() || source {
        let whole = |side: &Side<'_>, range: &Range<usize>| -> Vec<usize> {
            range
                .clone()
                .filter(|at| side.states[*at] == State::Changed)
                .collect()
        };
        let (x, y) = if source {
            (whole(&edits.old, old), whole(&edits.new, new))
        } else {
            (a, b)
        };
        note(Class::Caveat, "source", &x, &y);
        count.add("source", 1, 2);
    } else if said {
        note(Class::Style, "other_form_or_term", &a, &b);
        count.add("saying_exchanged", 1, 2);
    }

    // How sure, how many, how often, within what bounds.
    for (kind, rule, name) in [
        (Kind::Hedge, "hedge", "hedge"),
        (Kind::Share, "share", "share"),
        (Kind::Often, "how_often", "often"),
        (Kind::Bound, "bound", "bound"),
    ] {
        let (a, b) = both(&[kind]);
        if !(a.is_empty() && b.is_empty()) {
            note(Class::Caveat, rule, &a, &b);
            count.add(name, a.len().max(b.len()), 3);
        }
    }

    // Names, and common nouns for bodies where nothing else that asserts is exchanged.
    let (a, b) = both(&[Kind::Content, Kind::Negation]);
    let bodies = a.is_empty() && b.is_empty();
    let named: &[Kind] = if bodies {
        &[Kind::Name, Kind::Body]
    } else {
        &[Kind::Name]
    };
    let asserting: &[Kind] = if bodies {
        &[]
    } else {
        &[Kind::Content, Kind::Negation, Kind::Body]
    };
    let (a, b) = both(named);
    if !(a.is_empty() && b.is_empty()) {
        note(Class::Name, "name", &a, &b);
        if !a.is_empty() && !b.is_empty() {
            count.add("name_exchanged", 1, 3);
        }
        count.add("name_removed", a.len(), 5);
        count.add("name_added", b.len(), 5);
    }

    // What is asserted.
    let (a, b) = both(asserting);
    if !(a.is_empty() && b.is_empty()) {
        let rule = if has_negation(&edits.old, &a) != has_negation(&edits.new, &b) {
            "negation"
        } else if b.is_empty() {
            "content_dropped"
        } else if a.is_empty() {
            "content_added"
        } else {
            "content_exchanged"
        };
        note(Class::Substance, rule, &a, &b);
        count.add("content_exchanged", a.len().min(b.len()), 8);
        count.add("content_removed", a.len(), 10);
        count.add("content_added", b.len(), 10);
        let all = |side: &Side<'_>, range: &Range<usize>| {
            range
                .clone()
                .filter(|at| side.states[*at] == State::Changed)
                .count()
        };
        if a.is_empty() && all(&edits.old, old) == 0 || b.is_empty() && all(&edits.new, new) == 0 {
            count.add("content_alone", 1, 3);
            let (side, range) = if a.is_empty() {
                (&edits.new, new)
            } else {
                (&edits.old, old)
            };
            count.add("list_item", usize::from(in_list(side, range)), 2);
        }
        if b.is_empty() && all(&edits.new, new) == 0 && all(&edits.old, old) >= 4 {
            count.add("clause_removed", 1, 2);
        }
        if a.is_empty() && all(&edits.old, old) == 0 && all(&edits.new, new) >= 4 {
            count.add("clause_added", 1, 2);
        }
    }
    let (a, b) = both(&[Kind::Light]);
    if !(a.is_empty() && b.is_empty()) {
        note(Class::Style, "light_words", &a, &b);
        count.add("light_removed", a.len(), 6);
        count.add("light_added", b.len(), 6);
    }
    let (a, b) = both(&[Kind::Function]);
    if !(a.is_empty() && b.is_empty()) {
        note(Class::Style, "function_words", &a, &b);
    }
}

/// Whether the words stand between commas, or between a comma or joining word and the rest of a
/// list.
fn in_list(side: &Side<'_>, range: &Range<usize>) -> bool {
    let Some(span) = range
        .clone()
        .map(|at| side.tokens[at].span)
        .reduce(evenhand_report::Span::join)
    else {
        return false;
    };
    let text = span.range();
    let before = side.text.get(..text.start).unwrap_or("").trim_end();
    let after = side.text.get(text.end..).unwrap_or("").trim_start();
    let joins = |at: Option<usize>| {
        at.filter(|at| *at < side.tokens.len())
            .is_some_and(|at| matches!(side.word(at).to_lowercase().as_str(), "and" | "or"))
    };
    let opened =
        before.ends_with(',') || joins(range.start.checked_sub(1)) || joins(Some(range.start));
    let closed = after.starts_with([',', '.', ';'])
        || joins(Some(range.end))
        || joins(range.end.checked_sub(1));
    opened && closed
}

fn has_negation(side: &Side<'_>, list: &[usize]) -> bool {
    list.iter()
        .any(|at| side.tokens[*at].kind == Kind::Negation)
}

/// Whether the hunk is the subject of a crediting word that stands right after it, or follows
/// "according to".
fn source_changes(edits: &Edits<'_>, old: &Range<usize>, new: &Range<usize>) -> bool {
    let exchanged = |side: &Side<'_>, range: &Range<usize>| {
        let open: Vec<usize> = range
            .clone()
            .filter(|at| side.states[*at] == State::Changed)
            .collect();
        let weighty = open.iter().any(|at| {
            matches!(
                side.tokens[*at].kind,
                Kind::Content | Kind::Name | Kind::Body
            )
        });
        let credits = |at: usize| {
            side.tokens.get(at).is_some_and(|token| {
                token.kind == Kind::Saying
                    && (side.states[at] != State::Changed || range.contains(&at))
            })
        };
        let after = (range.end.saturating_sub(1)..=range.end + 1).any(credits);
        let before = (range.start.saturating_sub(3)..range.start)
            .any(|at| side.word(at).to_lowercase().starts_with("according"));
        weighty && (after && range.end <= 12 || before)
    };
    exchanged(&edits.old, old) && exchanged(&edits.new, new)
}
