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

/// Whether plain words say that something is missing from the report: by one of the phrases, or by a word that denies
/// with a word for a mention shortly after it ("does not care to mention", "not one paragraph is spent on").
pub(super) fn says_missing(plain: &str) -> bool {
    any(plain, MISSING) || {
        let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
        words.iter().enumerate().any(|(at, word)| {
            DENYING.contains(word)
                && words
                    .iter()
                    .skip(at + 1)
                    .take(DENIES)
                    .any(|next| MENTIONING.contains(next))
        })
    }
}

/// How many words after a denial a word for a mention may stand.
const DENIES: usize = 5;

const DENYING: &[&str] = &[
    "not", "no", "never", "nowhere", "neither", "nor", "hardly", "without", "forgot", "forgets",
    "nobody", "cannot",
];

const MENTIONING: &[&str] = &[
    "mention",
    "mentioned",
    "mentioning",
    "paragraph",
    "paragraphs",
    "line",
    "disclosed",
    "disclose",
    "add",
    "added",
    "learn",
    "recorded",
    "noted",
    "explained",
    "explain",
    "told",
    "referred",
    "reference",
];

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
    "no mention of",
    "keep quiet",
    "keeps quiet",
    "kept quiet",
    "becomes mute",
    "is mute",
    "not occur",
    "does not appear",
    "ceased to exist",
    "thrown out",
    "is forgotten",
    "was forgotten",
    "are forgotten",
    "never learn",
    "nor is it told",
    "not told",
    "not permitted to know",
    "not allowed to know",
    "not deserve a mention",
    "not a line",
    "not one line",
    "not a single line",
    "not one sentence",
    "has disappeared",
    "have disappeared",
    "has vanished",
    "have vanished",
    "has evaporated",
    "have evaporated",
    "gone too",
    "this year the matter does not exist",
    "in vain",
    "conceal*",
    "leaves aside",
    "skips",
    "skipped",
    "given credit for",
    "deserves no mention",
    "deserve no mention",
    "not worth a mention",
    "unsaid",
    "no place for",
    "found no place",
    "did not find room",
    "no room for",
    "never speaks of",
    "does not speak of",
    "say not a word",
    "cannot bring themselves",
    "keeps mum",
    "keep mum",
    "kept mum",
    "leave out",
    "been suppressed",
    "was suppressed",
    "is suppressed",
    "worth a line",
    "are not there",
    "is not there",
    "quietly removed",
    "quietly dropped",
    "was dropped",
    "were dropped",
    "has been dropped",
    "went missing",
    "kept from",
    "find out from us",
    "find out for yourself",
    "find out elsewhere",
    "not a whisper",
    "struck off",
    "has been abolished altogether",
    "do not exist in",
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

/// Where in the report: at its opening.
pub(super) const OPENING: &[&str] = &[
    "first lines",
    "first line",
    "first sentence*",
    "first page",
    "very beginning",
    "in its summary",
    "in the summary",
    "executive summary",
    "opens with",
    "begins with",
    "already in the summary",
    "very outset",
    "at the outset",
    "the summary",
    "nothing has changed",
    "nothing changed",
    "no change",
    "has altered",
    "have altered",
    "same verdict",
    "unchanged",
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
    "kind line",
    "kind word",
    "good word",
    "not one good",
    "no praise",
    "no word of praise",
    "not a single positive",
    "nothing positive",
    "only the negative",
    "only bad",
    "friendly",
    "kind syllable",
    "word of praise",
    "nothing good to say",
];

/// Families of rights by name, with their articles of the Universal Declaration: those of the two Covenants of 1966.
const FAMILIES: &[(&[&str], &[u8])] = &[
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

/// The articles of the families of rights that plain words name.
pub(super) fn family(plain: &str) -> Vec<u8> {
    FAMILIES
        .iter()
        .filter(|(names, _)| any(plain, names))
        .flat_map(|(_, articles)| *articles)
        .copied()
        .collect()
}

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
    "who has counted",
    "who counted",
    "who measured",
    "who has measured",
    "without name",
    "without a name",
    "without names",
    "without face*",
    "without address",
    "faceless",
    "without source",
    "no name",
];

/// Speech about other things than the report.
pub(super) const REMARKS: &[&str] = &[
    "comments",
    "remarks",
    "presentation",
    "speech",
    "press conference",
    "briefing",
    "preface",
    "testimony",
    "tweet*",
    "elaborated",
    "reiterated",
    "reconfirmed",
    "promised",
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
    "department",
    "same report",
    "this edition",
    "earlier editions",
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
    "the document",
    "this document",
    "the document itself",
    "the paper",
    "this paper",
    "their pages",
    "the former edition",
    "previous edition",
    "the state department",
    "washington",
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
    "who pays",
    "pays for",
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

/// This edition is held beside another.
pub(super) const OVER_TIME: &[&str] = &[
    "for the first time",
    "stopped",
    "no longer",
    "last year",
    "a year ago",
    "one year before",
    "year before",
    "previous edition",
    "previous report",
    "previous year",
    "previously",
    "former edition",
    "former report",
    "earlier edition*",
    "earlier report*",
    "last edition",
    "than before",
    "as before",
    "this year",
    "the year before",
    "than the year before",
    "edition to edition",
    "earlier editions",
    "previous editions",
    "before this edition",
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
    "ought to",
    "pity",
    "flaw",
    "deserve*",
    "unfair",
    "unjust",
    "astonish*",
    "scandal*",
    "shame*",
    "disgrace*",
    "absurd*",
    "ridiculous",
    "hypocri*",
    "insult to",
    "urge",
    "must not",
    "high standards",
    "lecture us",
    "yardstick",
    "honest",
    "erroneous",
    "spirit of",
    "moving towards",
    "people do not like",
    "geopolitical",
    "reader to decide",
    "let us",
    "we have nothing",
    "biased",
    "blood and sweat",
    "i do not claim",
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

/// Who speaks for the publishers.
pub(super) const PUBLISHERS_HEAD: &[&str] = &[
    "secretary of state",
    "under secretary",
    "assistant secretary",
    "state department spokes*",
];

/// Offices that one person holds.
pub(super) const OFFICES: &[&str] = &[
    "vice president",
    "prime minister",
    "minister of",
    "mayor",
    "mayoress",
    "ombudsman",
    "ombudswoman",
    "ombudsperson",
    "attorney general",
    "prosecutor general",
    "chief justice",
    "first lady",
];

/// Verbs of saying, as replies use them of a report or its authors.
pub(super) const SPEECH: &[&str] = &[
    "say",
    "says",
    "said",
    "write",
    "writes",
    "wrote",
    "written",
    "admit*",
    "confess*",
    "conced*",
    "acknowledg*",
    "recogni*",
    "claim",
    "claims",
    "claimed",
    "assert*",
    "alleg*",
    "state",
    "states",
    "stated",
    "tell",
    "tells",
    "told",
    "note",
    "notes",
    "noted",
    "report",
    "reports",
    "reported",
    "record*",
    "accus*",
    "prais*",
    "scold*",
    "blam*",
    "condemn*",
    "describ*",
    "list",
    "lists",
    "mention*",
    "count",
    "counts",
    "mourn*",
    "call",
    "calls",
    "speak",
    "speaks",
    "conclud*",
    "repeat*",
    "cite",
    "cites",
    "quot*",
    "confirm*",
    "find",
    "finds",
    "deny",
    "denies",
    "denied",
    "complain*",
    "regret*",
    "read",
    "discover*",
    "learn*",
    "reiterated",
    "recalled",
    "announced",
    "declared",
    "grants that",
    "narrat*",
    "carries",
    "carried",
    "concedes",
    "assur*",
    "relat*",
    "print",
    "prints",
    "printed",
    "explains",
    "could not deny",
    "cannot deny",
];

/// Somebody said something.
pub(super) const SAID: &[&str] = &[
    "say",
    "says",
    "said",
    "tell",
    "tells",
    "told",
    "stated",
    "declared",
    "announced",
    "confirmed",
    "denied",
    "admitted",
];

/// What whoever reads the report does.
pub(super) const READING: &[&str] = &["read", "reads", "learn*", "discover*", "told", "assured"];

/// Reactions to the report from elsewhere.
pub(super) const REACTIONS: &[&str] = &[
    "called the report",
    "call the report",
    "called this report",
    "rejected the report",
    "rejects the report",
    "has answered",
    "have answered",
    "replied to the report",
    "responded to the report",
    "commented on the report",
    "protested against the report",
    "told reporters",
    "told journalists",
    "told the press",
    "told the senate",
    "told parliament",
    "told the house",
    "called the document",
    "has already called",
];

/// Where something is from: the source itself is what a point is about.
pub(super) const SOURCED: &[&str] = &[
    "with the mouth of",
    "from where did",
    "where do these numbers",
    "its source",
    "their source",
    "the source is",
    "relies on",
    "rely on",
    "relied on",
    "takes its",
    "borrowed from",
    "copied from",
    "validate*",
    "based on the word*",
    "on the word of",
];

/// The country spoken of before.
pub(super) const THERE: &[&str] = &[
    "there",
    "that country",
    "over there",
    "those people",
    "their courts",
    "their prisons",
];

/// The word that only opens a sentence.
pub(super) const THERE_IS: &[&str] = &[
    "there is",
    "there are",
    "there was",
    "there were",
    "there has",
    "there have",
    "there is not",
    "there can",
    "there be",
];

/// What the author thinks, wants or does.
pub(super) const THINKING: &[&str] = &[
    "i think",
    "i believe",
    "i hope",
    "i wish",
    "i prefer",
    "i know",
    "i feel",
    "i would",
    "i do not",
    "i am",
    "i have",
    "i lead",
    "i must",
    "i admit",
    "i ask",
    "i propose",
    "i reject",
    "i support",
    "i promise",
    "i wonder",
    "we think",
    "we believe",
    "we hope",
    "we wish",
    "we know",
    "we ask",
    "we propose",
    "we reject",
    "we do not need",
    "we would",
    "we are ready",
    "we invite",
    "we call on",
    "in my opinion",
    "in my view",
    "to my mind",
    "let us",
    "i read it",
    "i found",
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
