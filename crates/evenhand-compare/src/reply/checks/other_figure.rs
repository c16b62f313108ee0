//! A number held against the numbers of the report. See `rules/reply/other_figure.md`.

use super::{Case, Found, credited, is_named, listed};
use crate::questions::plain_number;
use crate::reply::shelf::{Line, Place};
use crate::reply::{Kind, Verdict, cues};
use evenhand_report::{Figure, FigureKind, NameKind, Qualifier};

const RULE: &str = "other_figure";

/// How many of the best lines are looked into for other numbers.
const NEAR: usize = 8;

/// "A lot more" is not said of less than this.
const A_LOT: f64 = 1.5;

/// More or fewer than another number, without saying how many.
const MORE: &[&str] = &[
    "a lot more",
    "many more",
    "far more",
    "much more",
    "much higher",
    "times more",
    "far higher",
];

/// The report itself is said to give the number.
const REPORT_PUTS: &[&str] = &[
    "puts the number",
    "puts the toll",
    "puts it at",
    "the report gives",
    "department gives",
    "office gives",
    "the authors give",
    "it gives",
];

/// Words for the death of people: one matter.
const DEATH: &[&str] = &[
    "kill*",
    "murder*",
    "died",
    "dead",
    "death*",
    "lives",
    "lost their",
];

pub(super) fn put(case: &Case<'_>) -> Option<Found> {
    if matches!(
        case.kind,
        Kind::Opinion | Kind::AboutOtherDocument | Kind::Heading | Kind::Omission
    ) {
        return None;
    }
    if cues::any(&case.claim.plain, MORE) {
        return compared(case);
    }
    let own: Vec<&Figure> = case
        .claim
        .figures
        .iter()
        .filter(|figure| {
            matches!(
                figure.kind,
                FigureKind::Count | FigureKind::Percent | FigureKind::Money
            )
        })
        .filter(|figure| figure.value > 1.0)
        .collect();
    let first = own.first()?;
    let (same, others) = split(case, first);
    if same.is_empty() {
        let near: Vec<&(Place, &Line, &Figure)> = others
            .iter()
            .filter(|(_, line, figure)| like(case, first, figure, line))
            .collect();
        if let Some(found) = in_another_edition(case, first, &near) {
            return Some(found);
        }
        if near.is_empty() {
            return None;
        }
        return Some(
            Found::new(
                RULE,
                format!(
                    "{} does not give {}; it gives {}.",
                    whose(case, near.first().map(|(place, ..)| *place)),
                    plain_number(first.value),
                    listed(&given(&near))
                ),
                near.iter().map(|(place, _, _)| *place).collect(),
            )
            .says(Verdict::Contradicted, 0.45),
        );
    }
    let mut quotes: Vec<Place> = same.iter().map(|(place, _, _)| *place).collect();
    let refs: Vec<&(Place, &Line, &Figure)> = same.iter().collect();
    let mut message = format!(
        "{} gives {}.",
        whose(case, quotes.first().copied()),
        listed(&given(&refs))
    );
    let named = same
        .iter()
        .filter_map(|(_, line, _)| credited(line))
        .any(|(_, credit)| is_named(credit));
    let sourceless = cues::any(
        &case.claim.plain,
        &[
            "without any source",
            "without a source",
            "without source*",
            "no source",
        ],
    );
    if sourceless && named {
        message.push_str(" It names a source for it.");
        return Some(
            Found::new(RULE, message, quotes)
                .says(Verdict::Contradicted, 0.75)
                .first(),
        );
    }
    if sourceless {
        // Whoever counted may stand there without a crediting verb ("the group … listed 12").
        let body = same.iter().find_map(|(_, line, _)| {
            line.reading
                .names
                .iter()
                .find(|mention| mention.kind == NameKind::Body)
                .map(|mention| mention.span.of(&line.text).to_owned())
        });
        let Some(body) = body else {
            return Some(
                Found::new(RULE, message, quotes)
                    .says(Verdict::Partly, 0.5)
                    .first(),
            );
        };
        message.push_str(&format!(" “{body}” is named beside it."));
        return Some(
            Found::new(RULE, message, quotes)
                .says(Verdict::Contradicted, 0.55)
                .first(),
        );
    }
    // Where the point says whose number it is, those of others are no objection.
    let sourced = crate::reply::kind::speaks_of_the_report(case.claim)
        || same.iter().any(|(_, line, _)| {
            case.claim
                .names
                .iter()
                .chain(&case.claim.names_near)
                .any(|name| name.in_line(&line.text))
        });
    let besides: Vec<&(Place, &Line, &Figure)> = others
        .iter()
        .filter(|(_, line, figure)| like(case, first, figure, line))
        .collect();
    let more = if sourced { &[][..] } else { &besides[..] };
    let out_of = cues::any(&case.claim.plain, &["out of"])
        && same.iter().any(|(_, line, _)| {
            super::not_every_one::part_of(&crate::reply::quoted::plain_words(&line.text))
        });
    let rest_missing = out_of
        || own
            .iter()
            .skip(1)
            .any(|figure| split(case, figure).0.is_empty());
    let other_unit = same
        .iter()
        .all(|(_, _, figure)| counts_others(&first.unit, &figure.unit));
    let hedged = same.iter().all(|(_, _, figure)| {
        matches!(
            figure.qualifier,
            Qualifier::AtMost | Qualifier::About | Qualifier::LessThan
        )
    });
    if !more.is_empty() {
        message.push_str(&format!(" Beside it stand {}.", listed(&given(more))));
        quotes.extend(more.iter().map(|(place, _, _)| *place));
    }
    if rest_missing {
        message.push_str(" Another number of the point is not in the report.");
    }
    if other_unit {
        message.push_str(&format!(
            " It counts something else there: “{}”, in the reply “{}”.",
            same.first()
                .map_or("", |(_, _, figure)| figure.unit.as_str()),
            first.unit
        ));
    }
    quotes.dedup();
    let says = if hedged && !besides.is_empty() && cues::any(&case.claim.plain, REPORT_PUTS) {
        Verdict::Contradicted
    } else if !more.is_empty()
        || rest_missing
        || other_unit
        || (hedged && first.qualifier == Qualifier::Exact)
    {
        Verdict::Partly
    } else {
        Verdict::Supported
    };
    Some(Found::new(RULE, message, quotes).says(says, 0.6).first())
}

/// Where the report gives the number, and which other numbers stand in the lines beside the point.
type Numbers<'a> = Vec<(Place, &'a Line, &'a Figure)>;

fn split<'a>(case: &Case<'a>, own: &Figure) -> (Numbers<'a>, Numbers<'a>) {
    let (mut same, mut others) = (Vec::new(), Vec::new());
    for (nth, (place, line)) in case.beside(NEAR * 2).into_iter().enumerate() {
        for figure in line
            .reading
            .figures
            .iter()
            .filter(|figure| figure.kind == own.kind && !figure.norm)
        {
            let equal = bears_out(own, figure);
            // Small numbers are everywhere: they must count the like.
            let covers = case.covers(place);
            let telling = covers >= 0.3
                || own.value >= 100.0 && (covers >= 0.12 || !is_round(own.value))
                || equal && like(case, own, figure, line);
            if equal && telling {
                same.push((place, line, figure));
            } else if nth < NEAR && !equal && figure.value > 1.0 {
                others.push((place, line, figure));
            }
        }
    }
    (same, others)
}

/// How far above "more than" a number may lie, and how far from "about".
const ABOVE: f64 = 1.3;
const ROUGHLY: f64 = 0.1;

/// Whether a number of the report is the point's own, or what "more than", "up to" or "about" it says.
fn bears_out(own: &Figure, figure: &Figure) -> bool {
    let value = figure.value;
    if value == own.value || figure.high == Some(own.value) {
        return true;
    }
    match own.qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => {
            value >= own.value && value <= own.value * ABOVE
        }
        Qualifier::About => (value - own.value).abs() <= own.value * ROUGHLY,
        Qualifier::Exact | Qualifier::AtMost | Qualifier::LessThan | Qualifier::Range => false,
    }
}

/// Words for people that say nothing of who they are.
const PEOPLE: &[&str] = &[
    "person",
    "persons",
    "people",
    "individual",
    "individuals",
    "citizens",
    "victims",
    "lives",
    "dead",
    "deaths",
    "men",
    "others",
];

/// Whether two units count different things: both say what they count, and no word of one stands for one of the other.
fn counts_others(own: &str, other: &str) -> bool {
    let says = |unit: &str| {
        unit.split_whitespace()
            .any(|word| word.chars().count() > 3 && !PEOPLE.contains(&word.to_lowercase().as_str()))
    };
    says(own) && says(other) && !super::not_mentioned::unit_alike(own, other)
}

/// A number that stands for many a thing: 100, 150, 2,000.
fn is_round(value: f64) -> bool {
    value % 50.0 == 0.0
}

/// A number that the point gives for an earlier time: the nearest edition that has it, with what this one gives.
fn in_another_edition(
    case: &Case<'_>,
    own: &Figure,
    near: &[&(Place, &Line, &Figure)],
) -> Option<Found> {
    if !cues::any(&case.claim.whole_plain, cues::OVER_TIME) {
        return None;
    }
    let (place, line) = case
        .evidence
        .places
        .iter()
        .filter(|place| place.volume != 0)
        .filter_map(|place| Some((*place, case.line(*place)?)))
        .find(|(_, line)| {
            line.reading
                .figures
                .iter()
                .any(|figure| figure.kind == own.kind && !figure.norm && bears_out(own, figure))
        })?;
    let mut message = format!(
        "{} stands in another edition ({}).",
        plain_number(own.value),
        line.pin
    );
    if !near.is_empty() {
        message.push_str(&format!(" This one gives {}.", listed(&given(near))));
    }
    let mut quotes: Vec<Place> = near.iter().map(|(place, _, _)| *place).take(1).collect();
    quotes.push(place);
    Some(
        Found::new(RULE, message, quotes)
            .says(Verdict::Supported, 0.5)
            .first(),
    )
}

/// Whether a number of the report measures the same as one of the point: the same unit in words, or both
/// the dead of one event.
fn like(case: &Case<'_>, own: &Figure, figure: &Figure, line: &Line) -> bool {
    // A part of the total ("including at least six") is no other total.
    if figure.value * 3.0 < own.value || own.value * 3.0 < figure.value {
        return false;
    }
    let plain = crate::reply::quoted::plain_words(&line.text);
    let context: String = case.claim.before.concat();
    let of_death = cues::any(&case.claim.plain, DEATH)
        || cues::any(&crate::reply::quoted::plain_words(&context), DEATH);
    if of_death && cues::any(&plain, DEATH) {
        return true;
    }
    let same_unit = |word: &str| {
        word.chars().count() > 4
            && case
                .claim
                .plain
                .contains(&format!(" {} ", word.to_lowercase()))
    };
    figure.unit.split_whitespace().any(same_unit)
}

/// Whose number it is: the report replied to, or by its name the one on the country that the point compares.
fn whose(case: &Case<'_>, place: Option<Place>) -> String {
    place
        .filter(|place| place.volume != 0)
        .and_then(|place| case.desk.shelf.at(place))
        .map_or_else(
            || "The report".to_owned(),
            |(volume, _)| format!("The report {}", volume.document),
        )
}

/// The numbers with who gives them: "238 (credited to the government)".
fn given(list: &[&(Place, &Line, &Figure)]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for (_, line, figure) in list {
        let number = figure.span.of(&line.text);
        let text = match credited(line) {
            Some((source, _)) => format!("“{number}” ({}; credited to “{source}”)", line.pin),
            None => format!("“{number}” ({}; credited to nobody)", line.pin),
        };
        if !told.contains(&text) {
            told.push(text);
        }
    }
    told.truncate(4);
    told
}

/// "A lot more": the number spoken of before, and the highest the report has beside it.
fn compared(case: &Case<'_>) -> Option<Found> {
    let base = case
        .claim
        .figures_near
        .iter()
        .copied()
        .fold(0.0_f64, f64::max);
    if base <= 0.0 {
        return None;
    }
    let mut anchors: Vec<u32> = Vec::new();
    let main = case.main()?;
    for line in &main.lines {
        if line
            .reading
            .figures
            .iter()
            .any(|figure| figure.value == base)
        {
            anchors.push(line.passage);
        }
    }
    let mut highest: Option<(f64, Place)> = None;
    let mut at_base: Option<Place> = None;
    for (place, line) in case.lines(0, main) {
        if !anchors.contains(&line.passage) {
            continue;
        }
        for figure in &line.reading.figures {
            let value = figure.high.unwrap_or(figure.value);
            if figure.kind != FigureKind::Count || figure.norm || value < base / 2.0 {
                continue;
            }
            if value == base {
                at_base.get_or_insert(place);
            } else if highest.is_none_or(|(known, _)| value > known) {
                highest = Some((value, place));
            }
        }
    }
    let at_base = at_base?;
    let Some((highest, place)) = highest else {
        return Some(
            Found::new(
                RULE,
                format!(
                    "The report gives {}, and no other total beside it.",
                    plain_number(base)
                ),
                vec![at_base],
            )
            .says(Verdict::Contradicted, 0.6)
            .first(),
        );
    };
    let percent = 100.0 * (highest - base) / base;
    let message = format!(
        "The report gives {} and, at most, {}: a difference of {} ({percent:.0} percent).",
        plain_number(base),
        plain_number(highest),
        plain_number(highest - base)
    );
    let says = if highest / base < A_LOT {
        Verdict::Contradicted
    } else {
        Verdict::Supported
    };
    Some(
        Found::new(RULE, message, vec![at_base, place])
            .says(says, 0.7)
            .first(),
    )
}
