//! What a point is about, and where a reply is cut into points: invented sentences in the manners that replies are
//! written in, each with the kind that a reader would give it.

#[path = "common/read.rs"]
mod read;

use evenhand_compare::reply::{Kind, Point, Shelf, Verdict, Volume, check, countries_named};
use evenhand_report::Format;
use read::read;

const VELDANIA: &str = "# Section 1\n\n## c. Prisons\n\nThe Red Cross had access to all prisons. Mirel Ostavai reported that 41 \
persons were beaten by guards.\n\n# Section 2\n\n## a. Press\n\nThe news site Dalen moved its office abroad.\n";
const HESTRANIA: &str = "# Section 1\n\n## c. Prisons\n\nIn Hestrania guards beat prisoners, and some 500 persons waited more than two years for a trial.\n";
const LAST_YEAR: &str = "# Section 1\n\n## c. Prisons\n\nThe head of the prison service was dismissed in May. Observers counted 122 political prisoners.\n";

fn points(reply: &str) -> (Vec<Point>, String) {
    let volumes = [
        ("2023/veldania", VELDANIA),
        ("2022/veldania", LAST_YEAR),
        ("2023/hestrania", HESTRANIA),
    ]
    .into_iter()
    .map(|(document, text)| {
        let (report, readings) = read(document, text, Format::Markdown);
        Volume::of(&report, &readings)
    })
    .collect();
    let (reply, readings) = read("reply", reply, Format::Text);
    let points = check(&reply, &readings, &Shelf::new(volumes));
    (points, reply.text)
}

/// The kind of the last point of a reply.
fn kind(reply: &str) -> Kind {
    let (points, _) = points(reply);
    points.last().expect("the reply has a point").kind
}

#[test]
fn kinds_of_points() {
    let mut faults = Vec::new();
    for (reply, wanted) in [
        // What the report says, in the words of somebody who does not like it; "our" makes no opinion.
        (
            "They confess that our prisons are open to visitors.",
            Kind::Wording,
        ),
        (
            "Even the authors could not deny that our guards were punished.",
            Kind::Wording,
        ),
        (
            "A Hestranian newspaper is quoted on the beatings in our prisons.",
            Kind::Wording,
        ),
        // Something missing, in many manners.
        (
            "The authors keep quiet that the Red Cross comes and goes in our jails.",
            Kind::Omission,
        ),
        (
            "It does not care to mention that the Red Cross visits them.",
            Kind::Omission,
        ),
        (
            "Not one paragraph is spent on the families of the guards.",
            Kind::Omission,
        ),
        (
            "The dismissal of the head of the prisons has disappeared.",
            Kind::Omission,
        ),
        ("The new court? Not a word.", Kind::Omission),
        // Numbers: one and two of a thing are none.
        ("It gives 41 beaten persons.", Kind::Figure),
        (
            "There is in these pages not one kind line on our courts.",
            Kind::Wording,
        ),
        // Another country, as a place or as who acts; not as where somebody goes.
        ("In Hestrania the guards beat them too.", Kind::CrossCountry),
        (
            "Several reporters packed their things and went to Hestrania.",
            Kind::Wording,
        ),
        (
            "In Hestrania people wait long. They sit there for two years before a trial.",
            Kind::CrossCountry,
        ),
        // Remarks elsewhere.
        (
            "Our ministry has answered on Monday that all of it is false.",
            Kind::AboutOtherDocument,
        ),
        (
            "The chief of police told reporters that his men are watched day and night.",
            Kind::AboutOtherDocument,
        ),
        // What the author thinks.
        ("I prefer strict prisons to full cemeteries.", Kind::Opinion),
        ("Our society has grown up.", Kind::Opinion),
        (
            "Such pages are a scandal and an insult to a whole people.",
            Kind::Opinion,
        ),
        // Headings.
        (
            "All this stands under the title \"Prisons\" in the report.",
            Kind::Heading,
        ),
        (
            "One discovers in the second section that sites work \"without any limit\" here.",
            Kind::Wording,
        ),
    ] {
        let got = kind(reply);
        if got != wanted {
            faults.push(format!("{reply}: {got:?}, wanted {wanted:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_question_answered_by_a_few_words_is_one_point() {
    let reply = "The Red Cross in our prisons? Not a word.";
    let (points, text) = points(reply);
    let point = points.last().expect("a point");
    assert_eq!(point.span.of(&text).trim(), reply);
    assert_eq!(point.verdict, Verdict::Contradicted, "{:?}", point.reasons);
}

#[test]
fn the_same_few_words_answer_each_question_by_itself() {
    let (points, _) = points(
        "The Red Cross in our prisons? Not a word. The census of fishing boats? Not a word.",
    );
    let verdicts: Vec<Verdict> = points.iter().map(|point| point.verdict).collect();
    assert_eq!(verdicts, [Verdict::Contradicted, Verdict::Supported]);
}

#[test]
fn a_number_of_last_year_is_looked_for_in_that_edition() {
    let (points, _) = points("A year ago they counted 122 political prisoners.");
    let point = points.last().expect("a point");
    assert_eq!(point.verdict, Verdict::Supported, "{:?}", point.reasons);
    assert!(point.evidence.iter().take(2).any(|place| place.volume == 1));
}

#[test]
fn figures_of_a_country_that_the_reply_compares_are_held_against_its_own_report() {
    let (points, _) =
        points("In Hestrania more than five hundred people wait over two years for a trial.");
    let point = points.last().expect("a point");
    assert_eq!(point.kind, Kind::CrossCountry);
    assert_eq!(point.evidence.first().map(|place| place.volume), Some(2));
    let told = &point.reasons.first().expect("a reason").message;
    assert!(
        told.starts_with("The report 2023/hestrania gives"),
        "{told}"
    );
}

#[test]
fn countries_are_named_by_name_adjective_or_capital() {
    let codes: Vec<String> = countries_named("Warsaw and the Hungarian guards say so in Iraq.")
        .into_iter()
        .map(|code| code.to_string())
        .collect();
    assert_eq!(codes, ["POL", "HUN", "IRQ"], "in the order of the text");
    assert!(countries_named("Nobody is named here.").is_empty());
}
