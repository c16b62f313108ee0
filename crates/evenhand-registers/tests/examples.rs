//! The invented registers, read whole: what each format gives.

use evenhand_registers::web::Web;
use evenhand_registers::{Flag, Level, Listed, Relation, Status, Tie, lists, measures, sums, ties};

macro_rules! example {
    ($name:literal) => {
        include_bytes!(concat!("../../../examples/registers/", $name))
    };
}

fn between<'a>(ties: &'a [Tie], from: &str, to: &str) -> Vec<&'a Tie> {
    ties.iter()
        .filter(|tie| tie.from.name == from && tie.to.name == to)
        .collect()
}

fn shown(ties: &[&Tie]) -> Vec<String> {
    sums(ties).iter().map(ToString::to_string).collect()
}

#[test]
fn the_csv_registers_are_read_whole() {
    let measures = measures("measures.csv", example!("measures.csv")).expect("measures");
    assert_eq!(measures.len(), 25);
    let amnesty = measures.iter().find(|m| m.id == "M16").expect("M16");
    assert_eq!(amnesty.terms, ["amnesty", "1,204"]);
    assert_eq!(
        (amnesty.date.to_string().as_str(), amnesty.place.line),
        ("2023-09-04", 17)
    );
    let file = ties("ties.csv", example!("ties.csv")).expect("ties");
    assert_eq!((file.ties.len(), file.notes.len()), (18, 0));
    let listings = lists("lists.csv", example!("lists.csv")).expect("lists");
    assert_eq!(listings.len(), 19);
    assert_eq!(listings[12].kind, Listed::Company);
}

#[test]
fn iati_sums_stay_at_one_level_and_say_which() {
    let file = ties("iati.xml", example!("iati.xml")).expect("ties");
    let lantern = between(&file.ties, "Aldermark Development Agency", "Lantern");
    assert_eq!(
        shown(&lantern),
        [
            "USD 780,000 paid (level: transaction, hierarchy 1; 2 at other levels or flagged not added)",
            "USD 275,000 planned (level: planned_disbursement, hierarchy 1)",
        ],
        "the commitment and the child activity are not added to the payments"
    );
    let tuul = between(
        &file.ties,
        "Aldermark Development Agency",
        "Tuul Center for Free Expression",
    );
    assert!(
        tuul.iter()
            .filter(|tie| tie.money.is_some())
            .all(|tie| tie.status == Status::Planned)
    );
    assert_eq!(
        shown(&tuul),
        [
            "EUR 60,000 planned (level: planned_disbursement, hierarchy 1; 1 at other levels or flagged not added)"
        ]
    );
}

#[test]
fn iati_duplicates_and_secondary_publishers_are_flagged_and_not_added() {
    let file = ties("iati.xml", example!("iati.xml")).expect("ties");
    let told: Vec<(Flag, usize)> = file
        .notes
        .iter()
        .map(|note| (note.flag, note.place.line))
        .collect();
    assert_eq!(
        told,
        [(Flag::DuplicateId, 42), (Flag::SecondaryPublisher, 51)]
    );
    let sarve = between(
        &file.ties,
        "Aldermark Development Agency",
        "Watch on the Sarve",
    );
    assert_eq!(
        shown(&sarve),
        [
            "USD 140,000 paid (level: transaction, hierarchy 1; 2 at other levels or flagged not added)"
        ]
    );
    let open_cell = file.ties.iter().filter(|tie| tie.to.name == "Open Cell");
    assert!(open_cell.clone().count() >= 1);
    assert!(
        open_cell
            .clone()
            .all(|tie| tie.flags == [Flag::SecondaryPublisher])
    );
    assert!(sums(&open_cell.collect::<Vec<_>>()).is_empty());
}

#[test]
fn iati_roles_become_ties() {
    let file = ties("iati.xml", example!("iati.xml")).expect("ties");
    let roles: Vec<(&str, Relation, &str)> = file
        .ties
        .iter()
        .filter(|tie| tie.level == Level::Activity && tie.id == "XA-ADA-1-VD-2021-017")
        .map(|tie| (tie.from.name.as_str(), tie.relation, tie.to.name.as_str()))
        .collect();
    assert_eq!(
        roles,
        [
            (
                "Government of Aldermark",
                Relation::Funds,
                "Aldermark Development Agency"
            ),
            ("Aldermark Development Agency", Relation::Funds, "Lantern"),
            (
                "Office of External Affairs",
                Relation::Commissions,
                "Lantern"
            ),
        ]
    );
}

#[test]
fn grants_tell_awarded_from_planned_and_flag_a_second_entry() {
    let file = ties("360giving.json", example!("360giving.json")).expect("grants");
    let told: Vec<(String, Status)> = file
        .ties
        .iter()
        .map(|tie| {
            (
                tie.money.as_ref().expect("money").amount.to_string(),
                tie.status,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("310,000".to_owned(), Status::Awarded),
            ("96,000".to_owned(), Status::Awarded),
            ("54,000.5".to_owned(), Status::Planned),
        ]
    );
    assert_eq!(file.ties[1].to.id.as_deref(), Some("XV-NGO-207"));
    assert!(file.ties[2].place.line > file.ties[1].place.line);
    let file = ties("360giving.csv", example!("360giving.csv")).expect("grants");
    let flags: Vec<bool> = file.ties.iter().map(|tie| tie.flags.is_empty()).collect();
    assert_eq!(flags, [true, true, false]);
    assert_eq!(file.notes.len(), 1);
    assert_eq!(
        shown(&file.ties.iter().collect::<Vec<_>>()),
        [
            "EUR 205,000 awarded (level: grant; 1 at other levels or flagged not added)",
            "EUR 80,000 planned (level: grant)"
        ]
    );
}

#[test]
fn follow_the_money_gives_listings_and_ties() {
    let listings = lists("ftm.jsonl", example!("ftm.jsonl")).expect("lists");
    let told: Vec<String> = listings
        .iter()
        .map(|l| {
            let since = l.since.map_or("-".to_owned(), |date| date.to_string());
            format!("{}|{}|{}|{}|{since}", l.name, l.kind, l.list, l.listed_as)
        })
        .collect();
    assert_eq!(
        told,
        [
            "Arel J. Mordane|person|Treasury of Aldermark, Rights in Veldania|command of the Kolvane police station|2023-12-10",
            "Tolmai Reshketi|person|vd_wanted|wanted|-",
            "Sarve Coal JSC|company|vd_procurement|debarred|-",
            "Lantern|organisation|vd_foreign_funded|entry without a reason|-",
        ]
    );
    let file = ties("ftm.jsonl", example!("ftm.jsonl")).expect("ties");
    assert_eq!(file.ties.len(), 1);
    assert_eq!(file.ties[0].relation, Relation::Owns);
    assert_eq!(file.ties[0].from.name, "Unity and Labor Party");
}

#[test]
fn the_web_leads_from_a_publisher_through_its_government_to_whom_it_pays() {
    let file = ties("ties.csv", example!("ties.csv")).expect("ties");
    let web = Web::new(&file.ties);
    let office = web
        .find("the Office of External Affairs")
        .expect("the publisher");
    let lantern = web.find("Lantern").expect("a source");
    let way = web.way(&[office], lantern).expect("a way");
    let told: Vec<(&str, &str, &str)> = way
        .iter()
        .map(|step| {
            (
                web.name(step.from),
                step.ties[0].id.as_str(),
                web.name(step.to),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Office of External Affairs",
                "T03",
                "Government of Aldermark"
            ),
            (
                "Government of Aldermark",
                "T04",
                "Aldermark Development Agency"
            ),
            ("Aldermark Development Agency", "T01", "Lantern"),
        ]
    );
    assert_eq!(
        way.iter()
            .map(|step| step.forwards(&web))
            .collect::<Vec<_>>(),
        [false, true, true]
    );
    let tuul = web
        .find("Tuul Center for Free Expression")
        .expect("a source");
    assert!(web.way(&[office], tuul).is_none());
    let (monitor, cell) = (web.find("Global Rights Monitor"), web.find("Open Cell"));
    let origins = web.origins(monitor.expect("one"), cell.expect("other"));
    assert_eq!(origins.len(), 1);
    assert_eq!(web.name(origins[0].0), "Harbor Fund");
}

#[test]
fn the_codebook_page_lists_every_column() {
    let page = include_str!("../../../docs/registers.md");
    for (heading, codebook) in [
        ("## Measures", evenhand_registers::MEASURES_CODEBOOK),
        ("## Ties", evenhand_registers::TIES_CODEBOOK),
        ("**360Giving**", evenhand_registers::grants::GRANTS_CODEBOOK),
        ("## Lists", evenhand_registers::LISTS_CODEBOOK),
    ] {
        let part = page.split(heading).nth(1).expect(heading);
        let table = part.split("|---|---|---|\n").nth(1).expect("a table");
        let rows: Vec<&str> = table
            .lines()
            .take_while(|line| line.starts_with('|'))
            .collect();
        let wanted: Vec<String> = codebook
            .iter()
            .map(|column| {
                let needed = if column.required { "yes" } else { "" };
                format!("| `{}` | {needed} | {} |", column.name, column.holds)
            })
            .collect();
        assert_eq!(rows, wanted, "{heading}");
    }
}
