//! What kind of change lies between two wordings of a statement.

use evenhand_compare::pairs::{Class, Relation, class};
use proptest::prelude::*;

/// `main meaning: classes`.
fn classed(old: &str, new: &str) -> (Class, bool) {
    let pair = class(old, new);
    assert_eq!(pair.relation, Relation::Same, "{old} | {new}");
    for change in &pair.changes {
        for (span, text) in [(change.old, old), (change.new, new)] {
            let found = span.map(|span| span.of(text));
            assert!(found.is_none_or(|words| !words.is_empty()), "{change:?}");
        }
    }
    (pair.main, pair.meaning_changed)
}

#[track_caller]
fn all(want: Class, meaning: bool, pairs: &[(&str, &str)]) {
    for (old, new) in pairs {
        assert_eq!(classed(old, new), (want, meaning), "{old} | {new}");
    }
}

#[test]
fn the_same_words_are_verbatim() {
    all(
        Class::Verbatim,
        false,
        &[("The “penal code” bans it.", "The \"penal code\" bans it.")],
    );
}

#[test]
fn tense_terms_spelling_and_order_are_style() {
    all(
        Class::Style,
        false,
        &[
            (
                "The penal code prohibits beatings in custody.",
                "The penal code prohibited beatings in custody.",
            ),
            (
                "Guards may search the visitors of prisoners.",
                "Guards could search the visitors of inmates.",
            ),
            (
                "The ombudsman may visit any prison.",
                "The ombudsperson may visit any prison.",
            ),
            (
                "Anti-Lomari leaflets were seen in Kolvane.",
                "Antilomari leaflets were seen in Kolvane.",
            ),
            (
                "The Veldanian Prison Service (VPS) runs nine prisons.",
                "The VPS runs nine prisons.",
            ),
            (
                "Food in prisons was poor.",
                "During the year food in prisons was poor.",
            ),
            ("Courts were slow (see section 1.d.).", "Courts were slow."),
            (
                "Prison Conditions : Cells were damp.",
                "Prison Conditions: Cells were damp.",
            ),
            (
                "Newspapers wrote freely.",
                "Freedom of the Press: Newspapers wrote freely.",
            ),
        ],
    );
}

#[test]
fn figures_and_dates_are_number() {
    all(
        Class::Number,
        true,
        &[(
            "The ombudswoman received 187 complaints about guards.",
            "The ombudswoman received 152 complaints about guards.",
        )],
    );
    all(
        Class::Number,
        false,
        &[(
            "In May the Lomar court ordered a new inquest into the drowning.",
            "In May 2021 the Lomar court ordered a new inquest into the drowning.",
        )],
    );
}

#[test]
fn a_body_named_otherwise_is_name() {
    all(
        Class::Name,
        false,
        &[(
            "Each quarter the bureau inspects the mills.",
            "Each quarter the Labor Inspectorate inspects the mills.",
        )],
    );
}

#[test]
fn hedges_sources_and_how_often_are_caveat() {
    all(
        Class::Caveat,
        true,
        &[
            (
                "Guards beat prisoners in Lomar.",
                "Guards reportedly beat prisoners in Lomar.",
            ),
            (
                "Judges often ignored the law.",
                "Judges rarely ignored the law.",
            ),
            (
                "The law is respected.",
                "The law is generally respected in practice.",
            ),
        ],
    );
}

#[test]
fn what_is_added_dropped_or_turned_round_is_substance() {
    all(
        Class::Substance,
        true,
        &[
            (
                "Prisoners may write letters.",
                "Prisoners may write letters, but guards burned most of them in the yard.",
            ),
            (
                "The law bans child labor, and inspectors visited farms and quarries every month.",
                "The law bans child labor.",
            ),
            (
                "There were no reports of torture in custody.",
                "There were reports of torture in custody, and two detainees died of their wounds.",
            ),
        ],
    );
}

#[test]
fn a_shared_topic_alone_is_different() {
    let pair = class(
        "The Kolvane mill dismissed weavers after a strike over unpaid wages.",
        "Voters in Ambrelle chose mayors while soldiers guarded ballot boxes.",
    );
    assert_eq!(pair.relation, Relation::Different);
    assert!(pair.classes.is_empty() && !pair.meaning_changed);
}

const WORDS: &[&str] = &[
    "guards",
    "beat",
    "the",
    "men",
    "in",
    "Lomar",
    "prison",
    "12",
    "May",
    "2021",
    "reportedly",
    "no",
    "(",
    "VPS",
    ")",
    "Veldanian",
    "Service",
    "see",
    "section",
    "1.c",
    ".",
    "prohibits",
    "prohibited",
    "some",
    ":",
    "é",
    "“",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_two_texts_are_classed_with_evidence_inside_them(
        old in proptest::collection::vec(proptest::sample::select(WORDS), 0..25),
        new in proptest::collection::vec(proptest::sample::select(WORDS), 0..25),
    ) {
        let (old, new) = (old.join(" "), new.join(" "));
        let pair = class(&old, &new);
        for change in &pair.changes {
            prop_assert!(change.old.is_none_or(|span| old.get(span.range()).is_some()));
            prop_assert!(change.new.is_none_or(|span| new.get(span.range()).is_some()));
        }
        if !matches!(pair.main, Class::Verbatim | Class::Style) {
            prop_assert!(pair.changes.iter().any(|change| change.class == pair.main), "evidence for {}", pair.main);
        }
        prop_assert_eq!(pair.classes.iter().max().copied().unwrap_or(Class::Verbatim), pair.main);
        prop_assert_eq!(class(&old, &old).main, Class::Verbatim);
    }

    #[test]
    fn any_characters_are_classed(old in any::<String>(), new in any::<String>()) {
        let pair = class(&old, &new);
        for change in &pair.changes {
            prop_assert!(change.old.is_none_or(|span| old.get(span.range()).is_some()));
            prop_assert!(change.new.is_none_or(|span| new.get(span.range()).is_some()));
        }
    }
}
