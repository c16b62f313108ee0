//! `evenhand ties` on the invented reports: sides, circles, one origin, planned grants, duplicate ids.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn evenhand(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command
        .env_remove("EVENHAND_ARCHIVE")
        .current_dir(examples())
        .args(["ties", "2023/veldania.html"])
        .args(arguments);
    command
}

fn json(files: &[&str]) -> Value {
    let output = evenhand(&["--format", "json", "--ties"])
        .args(files)
        .assert()
        .success();
    serde_json::from_slice(&output.get_output().stdout).expect("JSON")
}

fn body<'a>(found: &'a Value, name: &str) -> &'a Value {
    found["bodies"]
        .as_array()
        .expect("bodies")
        .iter()
        .find(|body| body["name_in_ties"] == name)
        .expect(name)
}

#[test]
fn a_publisher_that_pays_whom_it_quotes_is_a_way_with_citations() {
    let found = json(&["registers/ties.csv"]);
    let lantern = body(&found, "Lantern");
    assert_eq!(lantern["links"][0]["side"], "publisher");
    let circle: Vec<&str> = lantern["circle"]
        .as_array()
        .expect("a way")
        .iter()
        .map(|step| step["ties"][0]["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(circle, ["T03", "T04", "T01"]);
    let last = &lantern["circle"][2];
    assert_eq!(last["sums"][0]["amount"], 780_000);
    assert_eq!(last["sums"][0]["level"], "row");
    assert_eq!(
        last["ties"][0]["citation"],
        "https://ada.example.org/grants/VD-2021-017"
    );
    assert_eq!(last["ties"][0]["line"], 2);
    assert!(
        lantern["attributions"].as_u64().expect("a count") > 1
            && lantern["percent"].as_f64().is_some()
    );
    assert!(
        lantern["quotes"][0]["pin"]
            .as_str()
            .expect("a pin")
            .starts_with("2023, ")
    );
    let shelters = body(&found, "Shelter Network of Veldania");
    assert_eq!(
        shelters["from_government"].as_array().expect("a way").len(),
        1,
        "the same for the government"
    );
    let cell = body(&found, "Open Cell");
    assert_eq!(
        cell["circle"].as_array().expect("none").len(),
        0,
        "no way, no circle"
    );
}

#[test]
fn sides_are_told_in_the_same_words_for_everybody() {
    let found = json(&["registers/ties.csv"]);
    assert_eq!(
        found["publisher_side"].as_array().expect("a side").len(),
        3,
        "the publisher, its government, the agency: {}",
        found["publisher_side"]
    );
    let side = |name: &str| {
        body(&found, name)["links"][0]["side"]
            .as_str()
            .expect("a side")
            .to_owned()
    };
    assert_eq!(side("Shelter Network of Veldania"), "government");
    assert_eq!(side("Federation of Trade Unions of Veldania"), "source");
    assert_eq!(side("Institute for Public Opinion"), "named");
    assert_eq!(side("Honest Count"), "unnamed");
    let words = |name: &str| {
        body(&found, name)["links"][0]["words"]
            .as_str()
            .expect("words")
            .to_owned()
    };
    assert!(
        words("Shelter Network of Veldania")
            .starts_with("Ministry of Labor and Social Welfare funds ")
    );
    assert!(words("Lantern").starts_with("Aldermark Development Agency funds "));
}

#[test]
fn two_sources_with_one_origin_are_told() {
    let found = json(&["registers/ties.csv"]);
    let shared = &found["shared_origins"][0];
    assert_eq!(shared["origin"], "Harbor Fund");
    assert_eq!(
        shared["sources"],
        serde_json::json!(["Global Rights Monitor", "Open Cell"])
    );
    assert_eq!(shared["steps"].as_array().expect("steps").len(), 2);
}

#[test]
fn planned_grants_are_planned_and_sums_stay_at_one_level() {
    let found = json(&[
        "registers/iati.xml",
        "registers/360giving.json",
        "registers/360giving.csv",
    ]);
    let sums = |name: &str| -> Value {
        let links = body(&found, name)["links"]
            .as_array()
            .expect("links")
            .clone();
        let mut sums = links.iter().map(|link| link["sums"].clone());
        sums.find(|sums| sums[0].is_object()).expect("a sum")
    };
    let lantern = sums("Lantern");
    assert_eq!(lantern[0]["amount"], 780_000);
    assert_eq!(lantern[0]["status"], "paid");
    assert_eq!(lantern[0]["hierarchy"], 1);
    assert_eq!(
        lantern[0]["not_added"], 2,
        "the commitment and the child activity"
    );
    assert_eq!(lantern[1]["status"], "planned");
    assert_eq!(
        sums("Tuul Center for Free Expression")[0]["status"],
        "planned"
    );
    let aid = body(&found, "Sarve Legal Aid Center");
    assert_eq!(aid["links"][0]["ties"][0]["when"], "after");
    assert!(
        aid["links"][0]["words"]
            .as_str()
            .expect("words")
            .contains("plans to fund")
    );
}

#[test]
fn duplicate_ids_and_secondary_publishers_are_told() {
    let output = evenhand(&["--ties", "registers/iati.xml", "registers/360giving.csv"])
        .assert()
        .success();
    let told = String::from_utf8(output.get_output().stderr.clone()).expect("UTF-8");
    assert!(
        told.contains(
            "registers/iati.xml, line 42: the identifier XA-ADA-1-VD-2023-004 stands a second time"
        ),
        "{told}"
    );
    assert!(told.contains("as a secondary publisher"), "{told}");
    assert!(told.contains("registers/360giving.csv, line 4: "), "{told}");
    let shown = String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8");
    assert!(shown.contains("[duplicate_id]"), "{shown}");
    assert!(shown.ends_with("A tie is a fact of your files, not a verdict.\n"));
}

#[test]
fn csv_has_one_row_a_tie() {
    let output = evenhand(&[
        "--format",
        "csv",
        "--ties",
        "registers/ties.csv",
        "registers/ftm.jsonl",
    ])
    .assert()
    .success();
    let text = String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8");
    assert!(
        text.starts_with(
            "body,kind,attributions,of,side,giver,relation,receiver,id,amount,currency"
        ),
        "{text}"
    );
    assert!(
        text.contains(",Unity and Labor Party,owns,Institute for Public Opinion,vd-own-1,"),
        "{text}"
    );
}

#[test]
fn a_file_without_a_tie_of_anybody_quoted_finds_nothing_and_a_broken_one_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.csv");
    let file = |text: &str| {
        evenhand::write_aside(&path, text.as_bytes()).expect("written");
        path.to_str().expect("a path").to_owned()
    };
    let head = "id,from,relation,to,amount,currency,start,end,purpose,citation\n";
    let named = file(&format!(
        "{head}T1,Some Fund,funds,Some Club,5,USD,2023,,p,c\n"
    ));
    evenhand(&["--ties", &named]).assert().code(1);
    let named = file(&format!(
        "{head}T1,Some Fund,funds,Some Club,five,USD,2023,,p,c\n"
    ));
    let output = evenhand(&["--ties", &named]).assert().code(2);
    let told = String::from_utf8(output.get_output().stderr.clone()).expect("UTF-8");
    assert!(
        told.contains("t.csv, line 2, column 30: amount is \"five\", where a number"),
        "{told}"
    );
}
