//! Invented pages and headings, and what must be made of them.

use super::*;

fn outline(headings: &[(&str, u8)]) -> Vec<(u8, String)> {
    let mut outline = Outline::new(headings.iter().copied());
    for (text, level) in headings {
        outline.heading(text, *level);
    }
    outline
        .finish()
        .into_iter()
        .map(|section| (section.depth, section.label))
        .collect()
}

#[test]
fn sections_letters_and_deeper_headings() {
    assert_eq!(
        outline(&[
            ("EXECUTIVE SUMMARY", 2),
            ("Section 1.", 4),
            ("Respect for Persons, Including Freedom from:", 3),
            ("a. Disappearance", 3),
            ("b. Torture", 3),
            ("PRISON AND CAMP CONDITIONS", 4),
            ("Section 6.", 4),
            ("Discrimination", 3),
            ("Women", 4),
        ]),
        [
            (0, "executive summary".to_owned()),
            (0, "section 1".to_owned()),
            (1, "section 1.a".to_owned()),
            (1, "section 1.b".to_owned()),
            (2, "section 1.b, Prison and Camp Conditions".to_owned()),
            (0, "section 6".to_owned()),
            (1, "section 6, Women".to_owned()),
        ]
    );
}

#[test]
fn sub_headings_on_the_level_of_the_letters() {
    assert_eq!(
        outline(&[
            ("Executive Summary", 2),
            ("Section 1. Respect", 3),
            ("c. Torture", 3),
            ("Camp Conditions", 3),
            ("d. Arrest", 3),
            ("Section 6. Discrimination", 3),
            ("Women", 3),
        ]),
        [
            (0, "executive summary".to_owned()),
            (0, "section 1".to_owned()),
            (1, "section 1.c".to_owned()),
            (2, "section 1.c, Camp Conditions".to_owned()),
            (1, "section 1.d".to_owned()),
            (0, "section 6".to_owned()),
            (1, "section 6, Women".to_owned()),
        ]
    );
}

#[test]
fn four_levels_and_other_documents() {
    assert_eq!(
        outline(&[
            ("Section 2.", 7),
            ("Liberty", 2),
            ("b. Worker Rights", 3),
            ("Conditions of Work", 4),
            ("Wage Laws", 5),
        ]),
        [
            (0, "section 2".to_owned()),
            (1, "section 2.b".to_owned()),
            (2, "section 2.b, Conditions of Work".to_owned()),
            (3, "section 2.b, Conditions of Work, Wage Laws".to_owned()),
        ]
    );
    assert_eq!(
        outline(&[("Background", 2), ("History", 3), ("Methods", 2)]),
        [
            (0, "Background".to_owned()),
            (1, "Background, History".to_owned()),
            (0, "Methods".to_owned()),
        ]
    );
}

#[test]
fn gaps_are_told() {
    let mut outline = Outline::new([("Section 1. A", 2)].into_iter());
    assert!(outline.heading("Section 1. A", 2).is_none());
    assert!(outline.heading("b. Second", 3).is_some());
    assert!(outline.heading("c. Third", 3).is_none());
    assert!(outline.heading("Section 3. C", 2).is_some());
    assert!(outline.heading("Read a Section: Nordavia", 2).is_none());
    assert_eq!(outline.finish().len(), 4);
}
