//! Phrases by which a reply shows what a point is about.
//!
//! In: words made plain (small letters, parted by single spaces, a space at both ends). Out: whether
//! one of a list of phrases stands in them, whole words only.

/// Whether one of the phrases stands in plain words.
pub(super) fn any(plain: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has(plain, phrase))
}

/// Whether a phrase stands in plain words; a closing `*` stands for any ending of the last word.
pub(super) fn has(plain: &str, phrase: &str) -> bool {
    let (stem, open) = phrase
        .strip_suffix('*')
        .map_or((phrase, false), |stem| (stem, true));
    let mut rest = plain;
    while let Some(at) = rest.find(stem) {
        let before = rest.get(..at).is_some_and(|text| text.ends_with(' '));
        let after = rest.get(at + stem.len()..).unwrap_or("");
        if before && (open || after.starts_with(' ')) {
            return true;
        }
        rest = after;
    }
    false
}

/// The words of the phrases that stand in plain words.
pub(super) fn words_of<'a>(plain: &'a str, phrases: &[&str]) -> Vec<&'a str> {
    let parts = |phrase: &str, word: &str| {
        phrase.split(' ').any(|part| match part.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => part == word,
        })
    };
    let found: Vec<&&str> = phrases.iter().filter(|phrase| has(plain, phrase)).collect();
    plain
        .split(' ')
        .filter(|word| found.iter().any(|phrase| parts(phrase, word)))
        .collect()
}

/// Something is said to be missing.
pub(super) const MISSING: &[&str] = &[
    "not mentioned",
    "not even mentioned",
    "never mentioned",
    "not mention",
    "no mention",
    "without mention*",
    "unmentioned",
    "not a word",
    "without a word",
    "with a single word",
    "not one word",
    "no word",
    "nothing to say",
    "says nothing",
    "said nothing",
    "say nothing",
    "silent",
    "silence",
    "forgot to",
    "forgets to",
    "forgotten",
    "failed to mention",
    "fails to mention",
    "passed over",
    "passes over",
    "overlook*",
    "omit*",
    "omission",
    "left out",
    "leaves out",
    "hide from",
    "hides from",
    "hides",
    "hidden from",
    "not taken into account",
    "not take into account",
    "the report ignores",
    "the authors ignore*",
    "the office ignores",
    "ignored in the report",
    "keeps from",
    "not say whose",
    "does not say who",
    "not name",
    "not named",
    "not given",
    "does not give",
    "not tell",
    "nor does the reader",
    "not learn",
    "does not say",
    "do not say",
    "have been decent to add",
    "should have added",
    "absent",
    "missing from",
    "no trace",
    "not notice* in the report",
    "not reflected",
    "not included",
    "not find",
    "nowhere",
];

/// The report is the subject: what follows is what it says.
pub(super) const IT_SAYS: &[&str] = &[
    "it says",
    "it records",
    "it admits",
    "it confirms",
    "it notes",
    "it states",
    "it reports",
    "it also",
    "it claims",
    "it accuses",
    "it praises",
    "it puts",
    "it was noted",
    "it is noted",
    "they say",
    "they write",
    "they claim",
    "is noted",
    "was noted",
    "it describes",
    "it lists",
    "it names",
    "it quotes",
    "it tells",
    "it speaks",
];

/// A change of law or practice.
pub(super) const CHANGES: &[&str] = &[
    "tightened",
    "adopted",
    "introduced",
    "passed",
    "brought into line",
    "abolished",
    "improved",
    "strengthened",
    "has become",
    "have become",
    "was raised",
    "were raised",
    "measures",
    "steps",
    "reform*",
    "liberali*",
    "simplif*",
    "positive",
    "not bad",
    "progress",
    "improvement*",
    "praise*",
    "created",
    "established",
    "were freed",
    "released",
];

/// A point speaks of all reforms or efforts, not of one.
pub(super) const IN_GENERAL: &[&str] = &[
    "reforms",
    "efforts",
    "years of work",
    "achievements",
    "progress made",
    "successes",
];

/// Somebody is said not to notice what was spoken of before.
pub(super) const UNNOTICED: &[&str] = &[
    "not notice this",
    "not see this",
    "notice none of this",
    "not notice it",
    "not see it",
    "not notice these",
    "not see these",
    "ignores this",
    "ignores all this",
];

/// A judgement of a report as a whole.
pub(super) const WHOLE: &[&str] = &[
    "assessment*",
    "not bad",
    "favourable",
    "favorable",
    "positive picture",
    "negative picture",
    "only criticism",
    "nothing good",
    "nothing but",
    "one sided",
    "praises the government",
];

/// Families of rights by name, with their articles of the Universal Declaration: those of the two Covenants of 1966.
pub(super) const FAMILIES: &[(&[&str], &[u8])] = &[
    (
        &[
            "socio economic",
            "social and economic",
            "economic and social",
            "social rights",
            "economic rights",
        ],
        &[22, 23, 24, 25, 26, 27],
    ),
    (
        &["political rights", "civil and political"],
        &[18, 19, 20, 21],
    ),
    (
        &[
            "political life",
            "political reform*",
            "political construction",
            "political system",
            "political development",
        ],
        &[21],
    ),
];

/// Sources said to be without a name.
pub(super) const NAMELESS: &[&str] = &[
    "names are not",
    "names not",
    "whose names",
    "without any source",
    "without a source",
    "without sources",
    "unnamed",
    "anonymous",
    "does not say whose",
    "do not say whose",
    "not say who",
    "not named",
    "no source",
    "nameless",
    "whose statistics",
    "sources are not",
];

/// Speech about other things than the report.
pub(super) const REMARKS: &[&str] = &[
    "comments",
    "remarks",
    "presentation",
    "speech",
    "press conference",
    "briefing",
    "interview",
    "statement",
    "elaborated",
    "reiterated",
    "recalled",
    "promised",
    "announced",
    "tweet*",
    "reconfirmed",
    "preface",
    "declared",
    "testimony",
    "letter",
];

/// Who holds office abroad and speaks.
pub(super) const SPEAKERS: &[&str] = &[
    "secretary",
    "minister",
    "commissioner",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "ambassador",
    "president of the united",
    "head of the office",
    "under secretary",
    "chancellor",
    "envoy",
    "director",
    "high representative",
];

/// Words for the report and its makers.
pub(super) const THE_REPORT: &[&str] = &[
    "report",
    "the authors",
    "the office",
    "state department",
    "the department",
    "chapter",
    "section",
    "the document",
    "the text",
    "americans",
    "the experts",
    "compilers",
    "drafters",
];

/// How replies name those who publish such reports, in translation too.
pub(super) const PUBLISHERS: &[&str] = &[
    "state department",
    "department of state",
    "american foreign ministry",
    "us foreign ministry",
    "foreign ministry of the united states",
    "american diplomats",
    "american colleagues",
];

/// Money that goes from one to another.
pub(super) const MONEY: &[&str] = &[
    "grant",
    "grants",
    "funding",
    "funded",
    "funds",
    "finance",
    "finances",
    "financed",
    "financing",
    "donor",
    "donors",
    "sponsor*",
    "budget",
    "paid by",
    "on the payroll",
    "receives money",
    "salary from",
    "dollars",
    "euros",
    "subsid*",
    "money from",
    "usaid",
    "endowment",
    "from anyone who",
];

/// One measure for some and another for others.
pub(super) const ELSEWHERE: &[&str] = &[
    "other countries",
    "only in countries",
    "only in those countries",
    "those countries",
    "western countries",
    "neighbouring countries",
    "neighboring countries",
    "the only country",
    "double standard*",
    "other states",
    "in the region",
    "only where",
    "only for countries",
    "that country",
    "some countries",
    "rest of the world",
    "elsewhere",
];

/// Something is said to hold only under a condition; no country in particular is meant.
pub(super) const ONLY_WHERE: &[&str] = &[
    "only in countries where",
    "only in those countries where",
    "only where",
    "only those countries that",
    "only for countries",
];

/// Facts of a person's life.
pub(super) const LIVES: &[&str] = &[
    "convicted",
    "criminal",
    "criminals",
    "laureate",
    "award",
    "prize",
    "was given the",
    "brothers",
    "friend*",
    "born",
    "citizen",
    "fled",
    "fugitive",
    "sentenced",
    "wanted",
    "listed them",
    "lists of",
    "inclusion",
    "political refugee*",
    "political prisoner*",
    "relations with",
    "participation of",
    "activist",
    "her",
    "his",
    "oligarch*",
];

/// Numbers spoken of.
pub(super) const NUMBERS: &[&str] = &[
    "statistics",
    "statistic",
    "the number",
    "correct number",
    "numbers",
    "figures",
    "figure",
    "percent",
    "per cent",
    "how many",
    "a lot more",
    "many more",
    "far more",
    "the toll",
    "overstated",
    "exaggerat*",
    "times more",
    "puts it at",
];

/// Judgements.
pub(super) const JUDGEMENTS: &[&str] = &[
    "should",
    "pity",
    "flaw",
    "deserve*",
    "decent",
    "unfair",
    "astonish*",
    "scandal",
    "i believe",
    "i think",
    "i support",
    "i fully support",
    "urge",
    "must not",
    "be supported",
    "blood and sweat",
    "high standards",
    "lecture",
    "yardstick",
    "matured",
    "confidence",
    "honest",
    "friend",
    "erroneous",
    "spirit of",
    "moving towards",
    "people do not like",
    "geopolitical",
    "reader to decide",
    "let us",
    "let the",
    "we have nothing",
    "complex",
    "biased",
    "i do not claim",
    "road",
    "thank",
];

/// Bodies.
pub(super) const BODIES: &[&str] = &[
    "alliance",
    "ngo",
    "ngos",
    "organisation",
    "organization",
    "foundation",
    "embassy",
    "coalition",
    "association",
    "institute",
    "movement",
    "agency",
    "mission",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_count_unless_left_open() {
        assert!(has(" it is silent on that ", "silent"));
        assert!(!has(" it is silently left ", "silent"));
        assert!(has(" the authors overlooked it ", "overlook*"));
        assert!(!has(" unmentionable ", "mention*"));
    }
}
