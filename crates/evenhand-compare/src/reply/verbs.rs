//! Whether a stretch of a reply has a finite verb, so that it can stand as a statement by itself.
//!
//! In: words in small letters. Out: yes or no, by a list of auxiliaries and common verbs and by
//! endings. It serves the cutting of sentences only; nothing is parsed.

use crate::words::Table;
use std::sync::LazyLock;

/// Forms that are finite wherever they stand.
const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "can", "could",
    "may", "might", "will", "would", "shall", "should", "must", "cannot", "isn't", "aren't",
    "wasn't", "died", "lay", "let", "doesn't", "don't", "didn't", "hasn't", "haven't", "won't",
    "can't",
];

/// Verbs that replies are written with; their forms in -s and -ed, and the irregular ones, are finite.
static VERBS: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "accuse accept accuses achieve add admit agree allow answer appear apply ask assert award \
         became become begin began begins believe belong blame bring brought build calls call came \
         carry carried cause change choose chose cite claim come comes concern confirm consider \
         contain continue count cover create created credit criticize cut date decide deny depend \
         describe devote differ elaborate elect emphasize enter exist expect explain express \
         fail fall feel felt finance find finds forget forgot forgets fund gave get give gives go \
         goes grew grow grows happen hear help hide hides hold holds ignore include increase \
         inform introduce keep keeps kept know knows lack lead learn learned leave leaves left lie \
         lies list lived look lose lost maintain make makes made mean meant measure mention name \
         need note notice observe omit open overlook own owns paint pass pay pays paid permit place \
         praise present prefer print promise promised prove provide publish put puts quote raise \
         reach read receive recall receives record refer reflect refuse reiterate rely remain \
         repeat reply report represent require respect restrict reveal rise rose run runs said \
         says say see sees seem seems send sent serve set shape show shows speak speaks spoke stand \
         stands start state stay stood stop stops strengthen suffer suggest support take takes took \
         talk teach tell tells told think thinks thought took treat turn turns use uses validate \
         visit visits vote wait want wants warn weigh went win wins won work works write writes wrote",
        (),
    )])
});

/// Endings and words of nouns that look like verbs after these.
const BEFORE_NOUNS: &[&str] = &[
    "the", "a", "an", "its", "his", "her", "their", "our", "my", "these", "those", "of", "in",
    "on", "at", "for", "by", "with", "from", "to", "and", "no", "any", "some", "such", "all",
    "every", "each",
];

/// Bare forms that are nouns as often as verbs: they count after a plural or a pronoun only.
const NOUNS_TOO: &[&str] = &[
    "award",
    "work",
    "list",
    "place",
    "fund",
    "visit",
    "vote",
    "name",
    "report",
    "state",
    "need",
    "note",
    "record",
    "count",
    "lead",
    "claim",
    "date",
    "cause",
    "show",
    "start",
    "support",
    "talk",
    "treat",
    "use",
    "change",
    "concern",
    "cover",
    "set",
    "run",
    "rise",
    "point",
    "look",
    "measure",
    "result",
    "respect",
    "request",
    "answer",
    "help",
    "lie",
    "feature",
    "finance",
    "grant",
    "return",
    "run",
    "quote",
    "print",
    "present",
    "praise",
    "promise",
    "credit",
    "reply",
    "call",
    "turn",
    "permit",
    "increase",
    "influence",
    "human",
    "learned",
    "lost",
    "known",
    "given",
    "taken",
    "made",
    "held",
    "found",
];

/// Whether the words (in small letters, in order) have a finite verb.
pub(super) fn has_finite<'a>(words: impl IntoIterator<Item = &'a str>) -> bool {
    let mut before = "";
    let mut lower = String::new();
    for word in words {
        if AUXILIARIES.contains(&word) {
            return true;
        }
        let noun = before.is_empty() || BEFORE_NOUNS.contains(&before);
        if matches!(before, "having" | "being" | "to") {
            before = word;
            continue;
        }
        let doubtful = NOUNS_TOO.contains(&word)
            && !before.ends_with('s')
            && !matches!(
                before,
                "i" | "we" | "you" | "they" | "who" | "people" | "which"
            );
        if !noun && !doubtful && is_verb(word, &mut lower) {
            return true;
        }
        before = word;
    }
    false
}

/// Whether a word by itself is a finite form of a verb of the list ("maintains", "wrote").
pub(super) fn is_verb(word: &str, lower: &mut String) -> bool {
    !word.ends_with("ing") && VERBS.has(crate::words::stem(word, lower))
}

#[cfg(test)]
mod tests {
    use super::has_finite;

    fn finite(text: &str) -> bool {
        has_finite(text.split(' '))
    }

    #[test]
    fn statements_have_a_verb_and_bare_nouns_have_none() {
        for yes in [
            "the report says so",
            "it was printed twice",
            "she maintains a list",
            "they paid him",
            "nobody can see it",
        ] {
            assert!(finite(yes), "{yes}");
        }
        for no in [
            "the ban on high office",
            "chairman of the foundation",
            "victims of the reform",
            "a fine promise",
        ] {
            assert!(!finite(no), "{no}");
        }
    }
}
