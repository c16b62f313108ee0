//! What holds for any two names.

use evenhand_names::{Kind, Name, Names, compare, romanise, skeleton};
use proptest::prelude::*;

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Person), Just(Kind::Body), Just(Kind::Unknown)]
}

/// Anything at all, and things that look like names: words, points, commas, particles, legal forms, in several scripts.
fn names() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Z][a-z]{1,9}",
        "[А-Я][а-я]{2,9}",
        "[A-Z]\\.",
        Just("al-".to_owned()),
        Just("bin".to_owned()),
        Just("Abdul".to_owned()),
        Just("Dr.".to_owned()),
        Just("Ltd".to_owned()),
        Just("GmbH".to_owned()),
        Just("Sp. z o.o.".to_owned()),
        Just("& Co".to_owned()),
        Just(",".to_owned()),
        Just("VII".to_owned()),
        Just("forty-two".to_owned()),
        Just("2004-1".to_owned()),
        Just("李明".to_owned()),
        Just("김정호".to_owned()),
        Just("سعيد".to_owned()),
        Just("Ştefan".to_owned()),
    ];
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" ")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn comparing_either_way_round_gives_the_same(one in names(), other in names(), kind in kinds()) {
        let (there, back) = (compare(&one, &other, kind), compare(&other, &one, kind));
        prop_assert_eq!(there.score, back.score);
        prop_assert_eq!(there.same, back.same);
        prop_assert_eq!(there.grade, back.grade);
        prop_assert_eq!(there.parts.len(), back.parts.len());
    }

    #[test]
    fn a_name_is_itself(name in names(), kind in kinds()) {
        let found = compare(&name, &name, kind);
        prop_assert_eq!(found.score, 1.0, "{}", found);
        prop_assert!(found.same);
    }

    #[test]
    fn scores_lie_between_nothing_and_all_and_costs_explain_them(one in names(), other in names(), kind in kinds()) {
        let found = compare(&one, &other, kind);
        prop_assert!((0.0..=1.0).contains(&found.score));
        let costs: f64 = found.parts.iter().map(|part| f64::from(part.cost)).sum();
        prop_assert!((found.score - (1.0 - costs).max(0.0)).abs() < 0.001, "{} and {}", found.score, found);
    }

    #[test]
    fn case_does_not_matter(one in "[A-Za-z .,'-]{0,30}", other in "[A-Za-z .,'-]{0,30}", kind in kinds()) {
        let plain = compare(&one, &other, kind);
        prop_assert_eq!(plain.score, compare(&one.to_uppercase(), &other.to_lowercase(), kind).score);
        prop_assert_eq!(plain.score, compare(&one.to_lowercase(), &other.to_uppercase(), kind).score);
    }

    #[test]
    fn accents_do_not_matter(one in "[A-Z][a-zéèüöçşñãåžščć]{2,9} [A-Z][a-zéèüöçşñãåžščć]{2,9}", other in "[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}", kind in kinds()) {
        let bare = romanise::romanise(&one);
        prop_assert_eq!(compare(&one, &other, kind).score, compare(&bare, &other, kind).score);
        prop_assert_eq!(compare(&one, &bare, kind).score, 1.0);
    }

    #[test]
    fn a_cyrillic_name_is_its_transliteration(given in "[А-ЕЖ-ЩЭ-Я][а-щэ-я]{3,9}", family in "[А-ЕЖ-ЩЭ-ЯӘҒҚҢӨҰҮ][а-яәғқңөұүі]{3,9}") {
        let name = format!("{given} {family}");
        let latin = romanise::romanise(&name);
        prop_assert_eq!(skeleton(&name), skeleton(&latin));
        let found = compare(&name, &latin, Kind::Person);
        prop_assert!(found.same && found.score > 0.95, "{} / {}: {}", name, latin, found);
    }

    #[test]
    fn a_name_is_found_among_others(all in proptest::collection::vec("[A-Z][a-z]{3,8} [A-Z][a-z]{3,8}", 1..20)) {
        let index = Names::new(all.iter().map(String::as_str), Kind::Person);
        for (number, name) in all.iter().enumerate() {
            let found = index.candidates(&Name::read(name, Kind::Person), 50, 0.99);
            prop_assert!(found.iter().any(|found| found.number == number), "{} is not found", name);
        }
    }
}
