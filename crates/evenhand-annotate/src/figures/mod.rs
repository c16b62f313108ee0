//! The quantities a sentence states.
//!
//! Numbers are found and joined to amounts (`amount`, `numeral`), those that count nothing are
//! left out (`calendar`), their bounds read (`bounds`), and then each amount goes to the first rule
//! that takes it: `percent`, `fraction`, `money`, `age`, `duration`, `times`, `rate`, `measure`,
//! `count`. What a number counts is read by `noun`, whether the law set it by `norm`.

/// The keys of words known when the program is built, for `.contains(&look.key(at))`.
macro_rules! keys {
    ($words:literal) => {{
        static KEYS: std::sync::LazyLock<Vec<u64>> = std::sync::LazyLock::new(|| {
            $words
                .split_whitespace()
                .map($crate::tokens::key_of)
                .collect()
        });
        KEYS.as_slice()
    }};
}

mod afar;
mod age;
mod amount;
mod belonging;
mod bounds;
mod calendar;
mod count;
mod cues;
mod duration;
mod fraction;
mod look;
mod measure;
mod money;
mod norm;
mod noun;
mod numeral;
mod one;
mod percent;
mod phrase;
mod range;
mod rate;
mod share;
mod terms;
mod times;
mod vocabulary;

pub use phrase::phrase;

use crate::Scene;
use crate::key;
use crate::tokens::Kind;
use amount::{Amount, Sort};
use bounds::Bound;
use evenhand_report::{Family, Figure, FigureKind, Qualifier, RulePage};
use look::Look;
use terms::{Word, number_word};

/// The pages of the rules of this family.
pub(crate) const PAGES: &[RulePage] = &[
    percent::PAGE,
    fraction::PAGE,
    money::PAGE,
    age::PAGE,
    duration::PAGE,
    times::PAGE,
    rate::PAGE,
    measure::PAGE,
    count::PAGE,
];

/// A rule: what kind of quantity the amount is and what it counts, where the rule takes it.
type Rule = fn(&Place<'_>) -> Option<Taken>;

/// The rules, in the order in which they are asked.
const RULES: [(&str, Rule); 9] = [
    (percent::PAGE.name, percent::take),
    (fraction::PAGE.name, fraction::take),
    (money::PAGE.name, money::take),
    (age::PAGE.name, age::take),
    (duration::PAGE.name, duration::take),
    (times::PAGE.name, times::take),
    (rate::PAGE.name, rate::take),
    (measure::PAGE.name, measure::take),
    (count::PAGE.name, count::take),
];

/// An amount in its sentence, as the rules see it.
struct Place<'a> {
    look: Look<'a>,
    amount: Amount,
    bound: Bound,
    /// One past the words of the figure before.
    floor: usize,
    /// The figures before it in the sentence.
    earlier: &'a [Figure],
}

impl Place<'_> {
    /// The words of these tokens.
    fn words(&self, (start, end): noun::Stretch) -> String {
        self.look.text(start, end).to_owned()
    }

    /// The unit of the last figure of this kind.
    fn earlier_unit(&self, kind: FigureKind) -> Option<String> {
        self.earlier
            .iter()
            .rev()
            .find(|figure| figure.kind == kind)
            .map(|figure| figure.unit.clone())
    }
}

/// What a rule says of an amount.
struct Taken {
    kind: FigureKind,
    unit: String,
}

/// The page of a figure rule.
const fn page(name: &'static str, page: &'static str) -> RulePage {
    RulePage {
        name,
        family: Family::Figure,
        page,
    }
}

/// The figures of a sentence, in order.
pub(crate) fn mark(scene: &Scene<'_>) -> Vec<Figure> {
    let look = Look::new(scene.words);
    if !has_number(look) {
        return Vec::new();
    }
    let mut figures: Vec<Figure> = Vec::new();
    let mut floor = 0;
    let mut ruling = None;
    for amount in amount::amounts(look) {
        let age_before = figures
            .last()
            .is_some_and(|figure| figure.kind == FigureKind::Age);
        let bound = bounds::bound(look, &amount, floor, age_before);
        let place = Place {
            look,
            amount,
            bound,
            floor,
            earlier: &figures,
        };
        let taken = RULES
            .iter()
            .find_map(|(name, take)| take(&place).map(|taken| (*name, taken)));
        let Some((rule, Taken { kind, mut unit })) = taken else {
            continue;
        };
        if unit.is_empty() {
            unit = spoken_of(scene, kind).unwrap_or_default();
        }
        let mut qualifier = bound.qualifier;
        if amount.shares
            && qualifier == Qualifier::Exact
            && let Some(first) = figures.last()
        {
            qualifier = first.qualifier;
        }
        if carries_on(look, &amount, floor, figures.last()) && qualifier == Qualifier::Exact {
            qualifier = Qualifier::AtMost;
        }
        let cues = ruling.get_or_insert_with(|| norm::cues(look));
        let mut norm = norm::norm(&amount, kind, qualifier, cues);
        if money::converts(&place)
            && let Some(converted) = figures.last()
        {
            if qualifier == Qualifier::Exact {
                qualifier = converted.qualifier;
            }
            norm = converted.norm;
        }
        floor = bound.end.max(amount.end);
        figures.push(Figure {
            span: scene.words.span(bound.start, bound.end),
            value: amount.low,
            high: amount.high,
            qualifier,
            kind,
            unit,
            norm,
            rule,
        });
    }
    figures
}

/// What the sentence before counted last: "Of these, 14 were in the service sector."
fn spoken_of(scene: &Scene<'_>, kind: FigureKind) -> Option<String> {
    let (_, reading) = scene.before.nearest_first().next()?;
    let counted = |figure: &&Figure| figure.kind == FigureKind::Count && !figure.unit.is_empty();
    matches!(kind, FigureKind::Count | FigureKind::Percent)
        .then(|| reading?.figures.iter().rev().find(counted))?
        .map(|figure| figure.unit.clone())
}

/// "a maximum of 30 months for felonies and 12 months for others": the second stands under the
/// first's ceiling.
fn carries_on(look: Look<'_>, amount: &Amount, floor: usize, before: Option<&Figure>) -> bool {
    let Sort::Time(_, noun) = amount.sort else {
        return false;
    };
    let link = amount.start.checked_sub(1);
    link.is_some_and(|link| look.is(link, key!("and")))
        && amount.start - floor.min(amount.start) < 12
        && !look.hyphen(amount.end)
        && before.is_some_and(|before| {
            before.kind == FigureKind::Duration
                && before.qualifier == Qualifier::AtMost
                && before.unit.split(' ').next() == Some(look.str(noun))
        })
}

/// Whether any word can open a number: most sentences have none and are done here.
fn has_number(look: Look<'_>) -> bool {
    let tokens = look.words.tokens();
    tokens
        .iter()
        .enumerate()
        .any(|(at, token)| match token.kind {
            Kind::Number => true,
            Kind::Word => match number_word(token.key) {
                Some(Word::Article) => look.time(at + 1).or_else(|| look.time(at + 2)).is_some(),
                word => word.is_some(),
            },
            Kind::Possessive | Kind::Mark => false,
        })
}
