//! Legal forms of companies and associations: their many spellings, and which are the same form.
//!
//! "Aktiengesellschaft" and "AG" are one form in two spellings; "AG" and "S.A." are two forms of one sort (a company with shares); "AG" and
//! "GmbH" are forms of two sorts, and so two bodies.

use crate::distance;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A legal form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    /// Its usual short spelling.
    pub(crate) name: &'static str,
    /// Its sort.
    pub(crate) sort: Sort,
}

/// Sorts of legal forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// Owned through shares, open or closed.
    Shares,
    /// Members are liable with their part only.
    Limited,
    /// "Inc.", "Ltd.", "Corp.": said of companies of either sort above.
    Either,
    /// Partnerships.
    Partnership,
    /// Associations, foundations, institutions that are not for profit.
    NotForProfit,
    /// Owned by a state.
    State,
}

/// Name, sort, and spellings with the borders of words left out, as `romanise` writes them.
const FORMS: &[(&str, Sort, &str)] = &[
    ("AG", Sort::Shares, "ag aktiengesellschaft aktg"),
    ("SE", Sort::Shares, "se societaseuropaea"),
    (
        "SA",
        Sort::Shares,
        "sa societeanonyme sociedadanonima sociedadeanonima spolkaakcyjna societateanonima sau sadecv sacv sab sabdecv sas anonimieteria \
         sociedadanonimadecapitalvariable",
    ),
    ("SpA", Sort::Shares, "spa societaperazioni"),
    ("NV", Sort::Shares, "nv naamlozevennootschap"),
    ("AB", Sort::Shares, "ab aktiebolag aktiebolaget publ abpubl"),
    (
        "AS",
        Sort::Shares,
        "asa aksjeselskap aktieselskab akciovaspolecnost anonimsirketi anonimsirket aktsiaselts as aos asi a/s",
    ),
    ("Oyj", Sort::Shares, "oyj oy osakeyhtio"),
    ("PLC", Sort::Shares, "plc publiclimitedcompany"),
    (
        "JSC",
        Sort::Shares,
        "jsc jointstockcompany jointstockco jointstock oao zao pao ao nao ojsc cjsc pjsc ajsc openjointstockcompany closedjointstockcompany \
         publicjointstockcompany aktsionernoeobshchestvo otkrytoeaktsionernoeobshchestvo zakrytoeaktsionernoeobshchestvo \
         publichnoeaktsionernoeobshchestvo nepublichnoeaktsionernoeobshchestvo aktsionerlikkogam aktsionerlikkogamy aktsionerlikqogam pat prat pjsk ad dd \
         aktsionerlykkogam aktsionerlikkogamy sharikatalmusahama psc saog saoc bsc jscb",
    ),
    (
        "GmbH",
        Sort::Limited,
        "gmbh gesellschaftmitbeschrankterhaftung gesellschaftmbh mbh gesmbh ggmbh gesellschaftmitbeschraenkterhaftung",
    ),
    (
        "LLC",
        Sort::Limited,
        "llc limitedliabilitycompany limitedliabilityco ooo too tov mchj obshchestvosogranichennoyotvetstvennostyu \
         obshchestvosogranichennoiotvetstvennostyu tovarishchestvosogranichennoyotvetstvennostyu tovarishchestvosogranichennoiotvetstvennostyu \
         tovarystvozobmezhenoyuvidpovidalnistyu zhauapkershilikishekteuliseriktestik zhshs doo dooel sia uab osoo fzllc fzco fze fzc dmcc wll",
    ),
    (
        "Srl",
        Sort::Limited,
        "srl sarl societearesponsabilitelimitee societaaresponsabilitalimitata sociedadderesponsabilidadlimitada societateacuraspunderelimitata \
         societatecuraspunderelimitata srls sociedadlimitada sl slu sprl bvba eurl",
    ),
    ("BV", Sort::Limited, "bv beslotenvennootschap"),
    (
        "Sp. z o.o.",
        Sort::Limited,
        "spzoo spolkazograniczonaodpowiedzialnoscia sro spolecnostsrucenimomezenym spolsro zoo",
    ),
    ("ApS", Sort::Limited, "aps anpartsselskab"),
    ("Kft", Sort::Limited, "kft korlatoltfelelossegutarsasag"),
    ("Zrt", Sort::Shares, "zrt nyrt rt"),
    ("OU", Sort::Limited, "ou osauhing"),
    (
        "Lda",
        Sort::Limited,
        "lda ltda limitada sociedadlimitadaporquotas",
    ),
    (
        "Ltd",
        Sort::Either,
        "ltd limited coltd coltda companylimited companyltd colimited pteltd ptelimited ptyltd ptylimited pvtltd privatelimited pvtlimited \
         privateltd pty pte pvt sdnbhd bhd berhad youxiangongsi youxianzerengongsi gufenyouxiangongsi kk kabushikigaisha kabushikikaisha \
         yugengaisha jusikhoesa",
    ),
    ("Inc", Sort::Either, "inc incorporated incorporation"),
    ("PT", Sort::Either, "pt perseroanterbatas pttbk tbk"),
    (
        "LP",
        Sort::Partnership,
        "lp limitedpartnership slp scsp scs",
    ),
    ("LLP", Sort::Partnership, "llp limitedliabilitypartnership"),
    (
        "KG",
        Sort::Partnership,
        "kg kommanditgesellschaft gmbhcokg gmbhundcokg cokg gmbhandcokg",
    ),
    (
        "OHG",
        Sort::Partnership,
        "ohg snc offenehandelsgesellschaft",
    ),
    (
        "NGO",
        Sort::NotForProfit,
        "ano avtonomnayanekommercheskayaorganizatsiya nko nonprofitorganization ngo nongovernmentalorganization npo ev eingetragenerverein gug cio \
         obshchestvennoeobedinenie asbl vzw",
    ),
    (
        "SOE",
        Sort::State,
        "fgup gup mup gp federalnoegosudarstvennoeunitarnoepredpriyatie stateownedenterprise stateenterprise",
    ),
];

/// The longest spelling in words.
pub(crate) const MOST_WORDS: usize = 7;

static TABLE: LazyLock<FxHashMap<&'static str, Form>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for &(name, sort, spellings) in FORMS {
        for spelling in spellings.split_ascii_whitespace() {
            table.entry(spelling).or_insert(Form { name, sort });
        }
    }
    table
});

/// Starts of the spellings of several words: where no word starts one, longer runs need not be looked up.
static STARTS: &[&str] = &[
    "joint",
    "open",
    "closed",
    "public",
    "limited",
    "limit",
    "company",
    "co",
    "gesellschaft",
    "societe",
    "societa",
    "societate",
    "societatea",
    "sociedad",
    "sociedade",
    "spolka",
    "spol",
    "sp",
    "s",
    "z",
    "a",
    "g",
    "b",
    "n",
    "l",
    "d",
    "o",
    "p",
    "e",
    "k",
    "m",
    "aktsionernoe",
    "otkrytoe",
    "zakrytoe",
    "publichnoe",
    "nepublichnoe",
    "obshchestvo",
    "obshchestvennoe",
    "tovarishchestvo",
    "tovarystvo",
    "zhauapkershiligi",
    "zhauapkershilik",
    "aktsionerlik",
    "aktsionerlyk",
    "pty",
    "pte",
    "pvt",
    "private",
    "sdn",
    "kabushiki",
    "perseroan",
    "gmbh",
    "ges",
    "avtonomnaya",
    "non",
    "eingetragener",
    "federalnoe",
    "state",
    "sa",
    "pt",
    "ab",
    "societas",
    "besloten",
    "naamloze",
    "anonim",
    "i",
    "sab",
    "fz",
    "akciova",
    "spolecnost",
    "korlatolt",
    "kommandit",
    "nonprofit",
    "nongovernmental",
];

/// Whether a longer run that starts with this word may be a legal form.
pub(crate) fn may_start(word: &str) -> bool {
    STARTS.contains(&word)
}

/// The legal form that a run of words is, their borders left out.
pub(crate) fn form(run: &str) -> Option<Form> {
    TABLE.get(run).copied()
}

/// The legal form that a long word or run is but for one letter.
pub(crate) fn misspelt(run: &str) -> Option<Form> {
    if run.len() < 14 {
        return None;
    }
    FORMS.iter().find_map(|&(name, sort, spellings)| {
        let near = |spelling: &str| {
            spelling.len().abs_diff(run.len()) < 2
                && distance::edits(spelling.as_bytes(), run.as_bytes(), 1.0).is_some()
        };
        spellings
            .split_ascii_whitespace()
            .any(near)
            .then_some(Form { name, sort })
    })
}

/// Forms after a person's name that someone put there by mistake or for a business of one.
pub(crate) fn follows_a_person(word: &str) -> bool {
    matches!(
        word,
        "sa" | "llc"
            | "ltd"
            | "inc"
            | "gmbh"
            | "plc"
            | "ooo"
            | "corp"
            | "limited"
            | "llp"
            | "ag"
            | "jsc"
            | "srl"
            | "company"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_form_are_one_form_and_forms_of_two_sorts_are_two() {
        assert_eq!(form("aktiengesellschaft"), form("ag"));
        assert_ne!(
            form("ag").map(|form| form.sort),
            form("gmbh").map(|form| form.sort)
        );
        assert_eq!(
            form("ag").map(|form| form.sort),
            form("sa").map(|form| form.sort)
        );
        assert_eq!(form("veld"), None);
    }
}
