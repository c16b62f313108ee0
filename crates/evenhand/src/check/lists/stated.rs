//! Whether a point states just that somebody is, or is not, on a list.
//!
//! In: the words of a point and where its subject stands in them. Out: what is stated, or nothing where the point
//! says more, less or something else; then a register moves no verdict.

use evenhand_report::Span;

/// "He is on the list of …", taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    /// It is denied: "is on no list", "was never listed".
    pub(super) denied: bool,
    /// It is about now, not about what once was.
    pub(super) now: bool,
    /// Words that say which list, or as what.
    pub(super) which: Vec<String>,
}

/// Before the subject nothing else may stand.
const OPENING: &[&str] = &[
    "the", "a", "an", "and", "but", "yet", "though", "although", "while", "also", "even", "indeed",
    "mr", "mrs", "ms", "dr", "so",
];

/// Between the subject and the list.
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "been", "be", "stands", "stand", "stood", "appears", "appear",
    "appeared", "figures", "figured", "remains", "remain", "remained", "put", "placed", "entered",
    "included", "named", "added", "listed",
];
const THEN: &[&str] = &[
    "was", "were", "been", "stood", "appeared", "figured", "remained",
];
const FILLING: &[&str] = &[
    "has", "have", "had", "not", "never", "no", "also", "still", "now", "both", "nowhere",
    "indeed", "himself", "herself",
];
const DENIALS: &[&str] = &["not", "never", "no", "nowhere", "neither"];
const LISTS: &[&str] = &["list", "lists", "register", "registers", "roll"];

/// The point says something besides.
const BESIDES: &[&str] = &[
    "after",
    "although",
    "because",
    "before",
    "but",
    "called",
    "convicted",
    "described",
    "despite",
    "if",
    "known",
    "later",
    "long",
    "should",
    "since",
    "that",
    "though",
    "until",
    "when",
    "where",
    "while",
    "who",
    "whom",
    "whose",
    "would",
];

/// Words that say nothing on which list is meant.
const EMPTY: &[&str] = &[
    "a",
    "an",
    "any",
    "as",
    "at",
    "by",
    "for",
    "his",
    "her",
    "in",
    "its",
    "kept",
    "list",
    "lists",
    "no",
    "of",
    "on",
    "or",
    "person",
    "persons",
    "people",
    "register",
    "registers",
    "roll",
    "single",
    "such",
    "the",
    "their",
    "these",
    "this",
    "those",
    "to",
    "official",
];

/// What a point states about its subject; `subject` is the name with the words that describe it, or the pronoun.
pub(super) fn stated(text: &str, subject: Span) -> Option<Stated> {
    let before = words(text.get(..subject.start as usize)?);
    if !before.iter().all(|word| OPENING.contains(&word.as_str())) {
        return None;
    }
    let mut rest = text.get(subject.end as usize..)?;
    if rest.starts_with("'s") || rest.starts_with('’') || text.trim_end().ends_with('?') {
        return None;
    }
    // "Pirin Lovesta, the blogger, is on …"
    if let Some(aside) = rest.strip_prefix(',') {
        rest = aside.split_once(',')?.1;
    }
    let words = words(rest);
    let verb = words
        .iter()
        .take_while(|word| VERBS.contains(&word.as_str()) || FILLING.contains(&word.as_str()))
        .count();
    let (told, named) = words.split_at_checked(verb)?;
    let says =
        |list: &[&str], words: &[String]| words.iter().any(|word| list.contains(&word.as_str()));
    if !says(VERBS, told) || says(BESIDES, named) {
        return None;
    }
    let first = named.first()?.as_str();
    let list = named
        .iter()
        .take(9)
        .position(|word| LISTS.contains(&word.as_str()));
    let on_list = matches!(first, "on" | "in" | "to") && list.is_some();
    let listed =
        told.last().is_some_and(|word| word == "listed") && matches!(first, "as" | "by" | "among");
    if !on_list && !listed {
        return None;
    }
    Some(Stated {
        denied: says(DENIALS, told)
            || says(&["no"], named.get(..list.unwrap_or(0)).unwrap_or_default()),
        now: !says(THEN, told) && !says(&["never"], told),
        which: named
            .iter()
            .filter(|word| !EMPTY.contains(&word.as_str()))
            .cloned()
            .collect(),
    })
}

impl Stated {
    /// Whether a list, and as what it lists, is the one that is meant: every word that says which stands in its words.
    pub(super) fn means(&self, list: &str, listed_as: &str) -> bool {
        let own: Vec<String> = words(list).into_iter().chain(words(listed_as)).collect();
        self.which
            .iter()
            .all(|word| own.iter().any(|other| alike(word, other)))
    }
}

/// Words in small letters; "isn't" is "is not".
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .replace("n't", " not")
        .replace("n’t", " not")
        .replace("'s", "")
        .replace("’s", "")
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The same word, or forms of one: the same but for a plural's ending, or the same first six letters.
fn alike(one: &str, other: &str) -> bool {
    let bare = |word: &str| word.trim_end_matches('s').to_owned();
    let root = |word: &str| -> Option<String> {
        let letters: String = word.chars().take(6).collect();
        (letters.chars().count() == 6).then_some(letters)
    };
    bare(one) == bare(other) || root(one).is_some_and(|letters| root(other) == Some(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, subject: &str) -> Option<Stated> {
        let start = text.find(subject).expect("the subject stands in the text");
        stated(text, Span::new(start, start + subject.len()))
    }

    #[test]
    fn what_is_stated_of_a_list_is_told() {
        let on = of(
            "Derun Vashtai is on Lantern’s list of political prisoners.",
            "Derun Vashtai",
        )
        .expect("stated");
        assert!(!on.denied && on.now);
        assert_eq!(on.which, ["lantern", "political", "prisoners"]);
        assert!(on.means("Lantern, list of political prisoners", "political prisoner"));
        assert!(!on.means("Financial monitoring", "financing of extremism"));
        let no = of("But the blogger Lovesta is on no list.", "blogger Lovesta").expect("stated");
        assert!(no.denied && no.which.is_empty());
        let never = of(
            "Karl Obresti was never listed as a sanctioned official.",
            "Karl Obresti",
        )
        .expect("stated");
        assert!(never.denied && !never.now);
        assert!(
            of("Vana Sirrel isn’t on the list of deputies.", "Vana Sirrel")
                .is_some_and(|said| said.denied)
        );
    }

    #[test]
    fn what_says_more_or_something_else_is_left_alone() {
        for (text, subject) in [
            (
                "Derun Vashtai was known for fraud long before he was listed as a political prisoner.",
                "Derun Vashtai",
            ),
            (
                "Derun Vashtai’s brother is on the list of political prisoners.",
                "Derun Vashtai",
            ),
            (
                "The report says that Derun Vashtai is on the list.",
                "Derun Vashtai",
            ),
            ("Derun Vashtai is on trial.", "Derun Vashtai"),
            ("Derun Vashtai should be on the list.", "Derun Vashtai"),
            ("Is Derun Vashtai on the list?", "Derun Vashtai"),
            ("Derun Vashtai wrote a list of prisoners.", "Derun Vashtai"),
        ] {
            assert_eq!(of(text, subject), None, "{text}");
        }
    }

    #[test]
    fn a_denial_and_its_statement_are_one_another_s_mirror() {
        for (yes, no) in [
            (
                "Kelm Vashtai is on the list of prisoners.",
                "Kelm Vashtai is not on the list of prisoners.",
            ),
            (
                "Kelm Vashtai was listed as a prisoner.",
                "Kelm Vashtai was never listed as a prisoner.",
            ),
            (
                "Kelm Vashtai stands on a list.",
                "Kelm Vashtai stands on no list.",
            ),
        ] {
            let (yes, no) = (of(yes, "Kelm Vashtai"), of(no, "Kelm Vashtai"));
            let (yes, no) = (yes.expect("stated"), no.expect("stated"));
            assert!(!yes.denied && no.denied);
            assert_eq!(yes.which, no.which);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_a_fault(text in "(Kelm|is|on|list|no|,|’s|the|é| ){0,20}|\\PC{0,40}", start in 0_usize..20, len in 0_usize..20) {
            let _ = stated(&text, Span::new(start, start + len));
        }
    }
}
