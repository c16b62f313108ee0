//! Common words in the names of bodies: those that say little, and those that may be left out.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How little a word in a body's name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Common {
    /// "the", "of", "and": says nothing by itself.
    Stop,
    /// "group", "holding": is often left out.
    Loose,
    /// "bank", "committee": what sort of body it is; many share it.
    Sort,
}

const LISTS: &[(Common, &str)] = &[
    (
        Common::Stop,
        "the of and for in on at to a an by with de del la le les el los las des du da do dos das di della e et y und der die das den fur \
         von van i v po na s dlya im imeni o ob",
    ),
    (
        Common::Loose,
        "group groupe gruppe gruppa grupo gruppo holding holdings kholding company co companies corporation corp international intl global worldwide world \
         europe european asia asian africa african america americas american enterprise enterprises kompaniya compania compagnie firma firm konzern \
         concern limited firme",
    ),
    (
        Common::Sort,
        "bank banking banka banco banque trust fund funds fond foundation fondation stiftung fundacion solutions systems services service industries industry \
         industrial industriya partners capital finance financial insurance investment investments invest securities trading trade trader commerce \
         commercial management consulting technologies technology tech energy oil gas petroleum mining steel metal metals construction stroy stroi building \
         engineering electronics motors motor shipping lines line marine maritime logistics transport airlines airways aviation air media news press \
         publishing telecom telecommunications communications software data pharma pharmaceutical pharmaceuticals chemical chemicals food foods hotel \
         hotels real estate properties property development resources products production manufacturing works factory plant zavod kombinat institute institut institution \
         university universitet universite college school shkola academy akademiya center centre tsentr centro committee komitet commission komissiya council \
         sovet association assotsiatsiya associations union soyuz federation federatsiya league liga society obshchestvo organization organisation organizatsiya \
         organizatsia party partiya partido movement dvizhenie front army brigade battalion force forces ministry ministerstvo ministere department departament \
         agency agentstvo agence bureau byuro office authority directorate court sud police service national state public general central regional federal republic \
         human rights law legal women children youth workers people peoples free democratic united first new",
    ),
];

static TABLE: LazyLock<FxHashMap<&'static str, Common>> = LazyLock::new(|| super::table(LISTS));

/// How little a word says; none for words that tell a body from others.
pub(crate) fn common(word: &str) -> Option<Common> {
    TABLE.get(word).copied()
}

/// Words that are spelt or written in two ways which the skeleton does not bring together.
pub(crate) fn usual(word: &str) -> &str {
    match word {
        "organisation" => "organization",
        "centre" => "center",
        "labour" => "labor",
        "defence" => "defense",
        "intl" | "int" | "internatl" => "international",
        "natl" => "national",
        "govt" => "government",
        "dept" => "department",
        "univ" => "university",
        "assn" | "assoc" => "association",
        "mfg" => "manufacturing",
        "bros" => "brothers",
        "inst" => "institute",
        "min" => "ministry",
        "cttee" => "committee",
        "tech" => "technology",
        "ind" | "inds" => "industries",
        "mgmt" => "management",
        "st" => "saint",
        "corp" => "corporation",
        "co" => "company",
        other => other,
    }
}
