//! Whether a phrase names somebody, and who a bare name is.
//!
//! In: a range of tokens. Out: named or not; for a name without any describing word, the kind it
//! had when it was first mentioned, or a default.

use super::antecedent;
use super::clause::Range;
use super::heads::{Role, Unique};
use super::places;
use super::source::{Not, Who, noun_at};
use super::words::{Class, KEYS, people};
use crate::tokens::{Case, Kind};
use evenhand_report::SourceKind;

impl Who<'_, '_> {
    /// "the", "its", "X's" before the noun, or nothing before a name.
    pub(super) fn definite(&self, base: &Range) -> bool {
        let clause = self.clause;
        if clause.class(base.start) == Class::Num
            || clause.is_any(
                base.start,
                &["a", "an", "some", "several", "many", "another", "other"],
            )
        {
            return false;
        }
        clause.is_any(base.start, &["the", "its", "their", "his", "her"])
            || base
                .clone()
                .any(|at| clause.class(at) == Class::Poss && at + 1 < base.end)
            || self.proper(base.start)
    }

    /// A capital that makes a proper name: not "NGOs", not an adjective of origin or faith.
    pub(super) fn proper(&self, at: usize) -> bool {
        let clause = self.clause;
        let Some(tag) = clause.tag(at) else {
            return false;
        };
        if tag.class != Class::Name
            || tag.time
            || clause.class(at + 1) == Class::Hyphen
                && clause.is(at + 1, "-")
                && clause.class(at + 2) == Class::Noun
        {
            return false;
        }
        // "Professional units": the first word of a sentence before a common noun.
        let opens = at == 0 || clause.class(at - 1) == Class::Stop;
        if opens
            && clause.class(at + 1) == Class::Noun
            && clause
                .words
                .tokens()
                .get(at)
                .is_some_and(|token| token.case == Case::Capital)
        {
            return false;
        }
        !clause.is_any(at, COMMON_CAPITALS) && !places::adjective(clause.key(at))
    }

    /// Whether the phrase names somebody.
    pub(super) fn named(&self, range: &Range) -> bool {
        let clause = self.clause;
        let base = self.base(range);
        if self.known_body(&base, range.end).is_some() {
            let plural_class = (base.start..base.end)
                .rev()
                .find_map(|at| noun_at(clause, at));
            if plural_class.is_some_and(|noun| {
                noun.unique == Unique::Never
                    && noun.role != Role::Document
                    && noun.kind != Some(SourceKind::Ngo)
            }) && crate::names::plural_ending(clause.words.at(base.end - 1))
                && clause.class(base.end - 1) == Class::Noun
            {
                // "UN officials": somebody from a body that is named.
                return false;
            }
            let loose = clause.class(base.start) == Class::Det
                && !clause.is(base.start, "the")
                && !plural_class.is_some_and(|noun| noun.role == Role::Document);
            return !loose || base.len() <= 2;
        }
        let head = (base.start..base.end)
            .rev()
            .find_map(|at| noun_at(clause, at).map(|noun| (at, noun)));
        // A name next to the end of the base, or alone: "activist Ana Lopez", "the NGO Casa Abierta".
        if let Some(last) = (base.start..base.end)
            .rev()
            .find(|at| clause.class(*at) != Class::Quote)
            && self.proper(last)
            && noun_at(clause, last).is_none_or(|noun| {
                noun.role != Role::Head
                    || noun.unique != Unique::Never
                    || base.len() > 1 && !crate::names::plural_ending(clause.words.at(last))
                    || self.proper(last.wrapping_sub(1))
            })
            && !clause.is_any(base.start, &["some", "many", "several", "most", "other"])
        {
            return true;
        }
        let Some((at, noun)) = head else {
            return base.clone().any(|at| self.proper(at));
        };
        if noun.role == Role::Document {
            let linked = (base.end..range.end)
                .find(|k| clause.is_any(*k, &["by", "from", "in", "of"]))
                .is_some_and(|link| {
                    !clause.is_any(at, &["estimates", "reports", "accounts"])
                        || !clause.is(link, "of")
                });
            let specific = range
                .clone()
                .take_while(|k| linked || *k < base.end)
                .any(|k| self.proper(k) && k != at)
                || (self.definite(&base)
                    && clause.is_any(
                        at,
                        &[
                            "report",
                            "survey",
                            "study",
                            "census",
                            "statement",
                            "investigation",
                            "inquiry",
                            "review",
                            "audit",
                            "assessment",
                            "mission",
                            "article",
                            "ruling",
                            "decree",
                            "plan",
                            "data",
                            "website",
                        ],
                    ));
            let unique_owner = (base.start..at).any(|k| {
                noun_at(clause, k).is_some_and(|noun| {
                    noun.unique == Unique::Always
                        || noun.unique == Unique::WithThe && self.definite(&base)
                })
            });
            let behind = (base.end..range.end)
                .find(|k| clause.key(*k) == KEYS.by || clause.key(*k) == KEYS.from);
            let by_named =
                behind.is_some_and(|k| k + 1 < range.end && self.named(&(k + 1..range.end)));
            return specific
                || (unique_owner
                    && !clause.is_any(base.start, &["a", "an", "some", "one", "several"]))
                || by_named;
        }
        let indefinite = matches!(clause.class(base.start), Class::Det | Class::Num)
            && !clause.is_any(
                base.start,
                &["the", "its", "their", "his", "her", "this", "that"],
            );
        match noun.unique {
            Unique::Always => {
                !indefinite
                    && !clause.is_any(
                        at.wrapping_sub(1),
                        &["local", "regional", "foreign", "municipal", "other"],
                    )
            }
            Unique::WithThe => {
                self.definite(&base)
                    && !clause.is_any(
                        at,
                        &[
                            "judge",
                            "opposition",
                            "magistrate",
                            "judges",
                            "courts",
                            "party",
                            "parties",
                            "groups",
                            "organizations",
                            "associations",
                            "networks",
                            "politicians",
                        ],
                    )
                    || (!indefinite && base.len() == 1 && clause.class(base.start) == Class::Name)
            }
            Unique::Never => {
                // "the NGO", "the newspaper": one that was named before.
                self.definite(&base)
                    && clause.is(base.start, "the")
                    && clause.is_any(
                        at,
                        &[
                            "ngo",
                            "newspaper",
                            "union",
                            "broadcaster",
                            "outlet",
                            "website",
                            "church",
                            "company",
                            "magazine",
                            "party",
                            "embassy",
                            "university",
                            "syndicate",
                            "firm",
                            "spokesperson",
                            "spokesman",
                        ],
                    )
                    || (clause.is(base.start, "the")
                        && clause.is_any(at, &["community"])
                        && base.clone().any(|k| clause.class(k) == Class::Name))
            }
        }
    }

    /// A name with no noun of the table in it.
    pub(super) fn bare_name(&self, range: &Range) -> bool {
        let base = self.base(range);
        base.clone().any(|at| self.proper(at)) && self.clause.class(base.end - 1) == Class::Name
    }

    /// A phrase in which no noun of the table stands: a bare name, or a word not known.
    pub(super) fn bare(&self, range: &Range) -> Result<(SourceKind, bool), Not> {
        let clause = self.clause;
        let words = clause.words;
        let base = self.base(range);
        let names: Vec<usize> = base.clone().filter(|at| self.proper(*at)).collect();
        let Some(last) = names.last().copied() else {
            let head = base.end.saturating_sub(1);
            if clause.class(head) == Class::Noun && people(words.at(head))
                || clause.class(head) == Class::Name
            {
                return Ok((SourceKind::Affected, true));
            }
            if base.clone().any(|at| clause.class(at) == Class::Ed)
                && clause.class(base.start) == Class::Det
            {
                return Ok((SourceKind::Affected, false));
            }
            return Err(Not::Unknown);
        };
        if clause.class(base.end - 1) == Class::Noun
            && !people(words.at(base.end - 1))
            && base.end - 1 > last
        {
            // "the Lopez bridge"
            let plural = crate::names::plural_ending(words.at(base.end - 1));
            return if plural {
                Ok((SourceKind::Affected, false))
            } else {
                Err(Not::Unknown)
            };
        }
        if clause.class(base.end - 1) == Class::Noun && base.end - 1 > last {
            return Ok((SourceKind::Affected, true));
        }
        if let Some(kind) = antecedent::described(self, last, names[0]) {
            return Ok((kind, true));
        }
        if names.iter().any(|at| {
            words.at(*at).starts_with("UN") && words.at(*at).len() > 3 && {
                let token = words.tokens().get(*at);
                token.is_some_and(|token| token.case == Case::Upper)
            }
        }) {
            // Missions, agencies and rapporteurs of the United Nations are called so.
            return Ok((SourceKind::Intergovernmental, true));
        }
        if names.iter().any(|at| newsy(words.at(*at)))
            || base.clone().any(|at| {
                clause.class(at) == Class::Hyphen && words.at(at) == "." && at > base.start
            })
        {
            return Ok((SourceKind::Media, true));
        }
        let token = words.tokens().get(last).copied();
        let article = clause.key(base.start) == KEYS.the;
        if token.is_some_and(|token| token.case == Case::Upper && token.kind == Kind::Word) {
            let letters = words.at(last);
            if ["MINU", "MONU", "ONU"]
                .iter()
                .any(|mission| letters.starts_with(mission))
                && letters.len() > 5
            {
                // Missions and agencies of the United Nations are called so.
                return Ok((SourceKind::Intergovernmental, true));
            }
            let rights = letters.contains("NPM")
                || ["HR", "DH"].iter().any(|mark| letters.contains(mark))
                    && letters.contains(['C', 'I', 'N']);
            let society = letters.contains("HR") && letters.len() > 3;
            return Ok(if article && rights {
                (SourceKind::Oversight, false)
            } else if article && !society {
                (SourceKind::State, false)
            } else {
                (SourceKind::Ngo, false)
            });
        }
        if article && names.len() == 1 && base.len() == 2 {
            // "the Taliban", "the Front"
            return Ok((SourceKind::State, false));
        }
        Ok((SourceKind::Ngo, false))
    }
}

/// "OpenWire", "Quaynews": the name of an outlet tells by itself.
fn newsy(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.len() > 5
        && (["wire", "news", "press", "radio", "times", "media", "tv"]
            .iter()
            .any(|ending| lower.ends_with(ending))
            || ["radio", "news", "tele"]
                .iter()
                .any(|beginning| lower.starts_with(beginning)))
}

/// Whether a short form stands for a class of people or bodies: "NGOs", "IDPs".
pub(super) fn names_nobody(short: &str) -> bool {
    COMMON_CAPITALS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(short))
}

/// Words written with capitals that name nobody.
const COMMON_CAPITALS: &[&str] = &[
    "ngo",
    "ngos",
    "cso",
    "csos",
    "lgbt",
    "lgbti",
    "lgbtq",
    "lgbtqi",
    "lgbtqi+",
    "idp",
    "idps",
    "hiv",
    "aids",
    "un-",
    "osh",
    "roma",
    "romani",
    "sami",
    "indigenous",
    "kurdish",
    "muslim",
    "muslims",
    "christian",
    "christians",
    "jewish",
    "jews",
    "catholic",
    "catholics",
    "protestant",
    "sunni",
    "shia",
    "hindu",
    "buddhist",
    "islamic",
    "orthodox",
    "internet",
    "black",
    "afro",
    "european",
    "western",
    "asian",
    "african",
    "arab",
    "arabs",
    "latin",
    "u.s.",
    "us",
    "mps",
    "mp",
    "i",
    "hrd",
    "hrds",
    "tibetan",
    "uyghur",
    "uyghurs",
    "rohingya",
    "tibetans",
    "yezidi",
    "yazidi",
    "yezidis",
    "romany",
    "turkmen",
    "assyrian",
    "albanians",
    "amazigh",
    "berber",
    "pygmy",
    "batwa",
    "twa",
    "maya",
    "mayan",
    "mapuche",
    "garifuna",
    "creole",
    "san",
    "maasai",
    "dalit",
    "dalits",
    "baha'i",
    "baha'is",
    "ahmadi",
    "ahmadis",
    "alevi",
    "evangelical",
    "coptic",
    "druze",
    "ltte",
    "tv",
    "covid",
    "asians",
    "southern",
    "northern",
    "eastern",
    "middle",
    "east",
    "facebook",
    "twitter",
    "deaf",
    "other",
];
