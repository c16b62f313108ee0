//! Sentences that must be cut, and sentences that must be left whole; all invented.

use super::split;

/// Each line is a passage; " | " parts its sentences.
#[track_caller]
fn check(marked: &str) {
    let text = marked.replace(" | ", " ");
    let cut: Vec<&str> = split(&text).iter().map(|span| span.of(&text)).collect();
    let wanted: Vec<&str> = marked.split(" | ").collect();
    assert_eq!(cut, wanted, "{text}");
}

#[test]
fn plain_ends() {
    check("The court sat. | It heard nine crews. | Did it rule? | No! | It waited.");
    check("Crews left on foot. | 12 of them came back. | $5 was paid. | “Enough,” said one.");
}

#[test]
fn abbreviations_and_titles() {
    check(
        "The U.S. Embassy wrote to Gen. Ostrava of St. Ilona. | The answer came from the U.S. | In May it was published.",
    );
    check("Prof. M. Ablin and J. K. Varga met Dr. Sole at 5 p.m. on Monday. | At 6 p.m. Police closed the gate.".replace("p.m. Police", "p.m. | Police").as_str());
    check(
        "Under Decree No. 5 and Art. 12, see also No. 7, the port closed. | He said no. | The port opened.",
    );
    check(
        "In Varga v. Nordavia, no. 1234/05, it found a breach. | He lived on Quay St. | The house burned.",
    );
    check("It cited Varga et al. in the annex. | The study by Varga et al. (2019) was older.");
    check("Harbour Lines Inc. sued the Coast Co. Ltd. over tolls. | It lost.");
    check("The fine was Rs. 500 in Jan. 2020. | It rose in Feb. | The Isles paid.");
    check("The CPT. | The crew of nine came.");
}

#[test]
fn initials_and_letters() {
    check("Crews of Class B. | The rest were freed.");
    check("They named A. B. Varga, Yu. Ostrava, and Sh. Ilonen.");
    check("It was listed in Annex A. | Four ports were not.");
    check("The camp held 40 in section C. | In May it closed.");
}

#[test]
fn quotations_stay_with_their_speaker() {
    check("He said, “We came. We saw. We left.” | Then he sat down.");
    check("“The gate is shut. Nobody leaves,” the guard said. | He meant it.");
    check("She called it \"a farce. A bad one.\" | The judge smiled.");
    check("The label “safe.” was dropped. | “Unsafe” came next.");
    check("A quotation “that never ends. | The next sentence stands alone.");
}

#[test]
fn brackets_and_cross_references() {
    check("Police beat the crew (see section 1.c.). | Nobody paid (Art. 3. of the Code).");
    check("Some paid (about 5 percent. More did later) and left. | (A few stayed.) | Others hid.");
    check("The rule is in section 2.a., Freedom of Assembly. | See section 6.");
}

#[test]
fn ellipses_lists_and_addresses() {
    check("They waited... and waited. | Then... nothing.");
    check("Problems included: the bridge; the ferry at St. Ilona; and U.S. tolls.");
    check("See https://example.org/a.b/c.html. | The site harbour.example said so.");
    check("Rates rose 3.5 percent to 1.2 million. | Version 2.0.1 was used.");
    check("The paper Coast.Info reported it. | Yahoo! ran it later? | Perhaps.");
}

#[test]
fn missing_spaces_and_note_marks() {
    let text = "It closed last year.The crew left (by sea).In May it opened.";
    let cut: Vec<&str> = split(text).iter().map(|span| span.of(text)).collect();
    assert_eq!(
        cut,
        [
            "It closed last year.",
            "The crew left (by sea).",
            "In May it opened."
        ]
    );
    let text = "It closed that year.[12] The crew left.13 It came back.”14 They stayed.";
    let cut: Vec<&str> = split(text).iter().map(|span| span.of(text)).collect();
    assert_eq!(
        cut,
        [
            "It closed that year.",
            "The crew left.",
            "It came back.”",
            "They stayed."
        ]
    );
}

#[test]
fn list_marks_are_no_words() {
    for (text, first) in [
        ("1. The port closed.", "The port closed."),
        ("(a) the port closed;", "the port closed;"),
        ("12. The Committee notes it.", "The Committee notes it."),
        ("• A bullet.", "A bullet."),
        ("[3] A note.", "A note."),
        ("It closed.[3]", "It closed."),
        ("It closed in [3]", "It closed in [3]"),
        ("2023. It began so.", "2023."),
    ] {
        assert_eq!(split(text)[0].of(text), first);
    }
}

#[test]
fn names_that_begin_small() {
    check("The group left in March. | al-Nuri, its head, stayed. | The rest of al-Nuri fled.");
}

#[test]
fn other_scripts() {
    check("Суд заслушал дело в 2020 г. в Астане. | Он вынес решение по ст. 5 УК. | Кто прав?");
    check("هل هذا صحيح؟ | نعم هو صحيح. | انتهى الأمر.");
    let text = "船が出た。港は閉じた！本当か？はい。";
    assert_eq!(split(text).len(), 4);
    check("यह सच है। | वह चला गया।");
}

#[test]
fn nothing_is_lost_on_odd_input() {
    for text in [
        "", " ", ".", "...", ". . .", "“", "(((.", "!?!?", "\u{a0}", "a.", "é.",
    ] {
        for span in split(text) {
            assert!(!span.of(text).is_empty());
        }
    }
}
