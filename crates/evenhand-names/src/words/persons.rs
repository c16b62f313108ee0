//! Words in the names of persons that are not names: titles, particles, words for "son of".

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word in a person's name is, other than a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aside {
    /// A title, rank, office or form of address.
    Title,
    /// "al", "de", "von".
    Particle,
    /// "bin", "ould": what follows is the father.
    Father,
    /// "abu", "abd": the first half of a name that is often written as one word with its second half.
    Half,
    /// "Jr", "III".
    Generation,
}

const LISTS: &[(Aside, &str)] = &[
    (
        Aside::Title,
        "mr mrs ms miss mister mme mlle monsieur madame mademoiselle herr frau sir dame lord lady don dona senor senora signor signora \
         dr doctor prof professor phd md eng engineer ing adv rev reverend father fr sister bishop archbishop cardinal pope \
         president pres premier minister chancellor chairman senator sen governor mayor ambassador amb secretary deputy judge justice \
         king queen prince princess sultan emir emperor shah sheikh shaikh sheik shaykh cheikh chaikh mullah mulla mollah molla maulvi mawlawi maulana \
         mawlana moulana qari hafiz haji hajji hajj al-haj alhaj alhaji hadji ayatollah imam hojatoleslam sayyid sayyed sayed seyed \
         sayid syed ustad ustaz general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm marshal commander cmdr brigadier \
         comrade hon honourable honorable excellency he hrh gospodin gospozha pan pani akademik polkovnik generalmayor comandante alias",
    ),
    (
        Aside::Particle,
        "al el ul ur ad ash as an at az ar ed es le la les los las de del della dello di da das dos do du des von van der den ter ten zu zum zur \
         of the y e af av",
    ),
    (
        Aside::Father,
        "bin ibn bn ben bint binti binte b ould wuld ouled ap mac oglu ogly uulu qizi kizi",
    ),
    (Aside::Half, "abu abou abd abdul abdel abdal abdoul umm um"),
    (Aside::Generation, "jr junior sr senior ii iii iv"),
];

static TABLE: LazyLock<FxHashMap<&'static str, Aside>> = LazyLock::new(|| super::table(LISTS));

/// What a word is, other than a name.
pub(crate) fn aside(word: &str) -> Option<Aside> {
    TABLE.get(word).copied()
}

/// Whether a word has the ending of a father's name ("-ovich", "-evna", "-uly", "-kyzy"); the name itself is in front of it.
pub(crate) fn is_fathers_name(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ovich", "evich", "ovitch", "evitch", "ovych", "evych", "yovych", "avich", "ovic", "ovna",
        "evna", "ivna", "yivna", "auna", "inichna", "ichna", "ilyich", "uly", "uli", "kyzy",
        "kizi", "qyzy", "ugli", "ogly", "oglu", "zoda", "zade",
    ];
    word.len() > 5
        && ENDINGS
            .iter()
            .any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
}
