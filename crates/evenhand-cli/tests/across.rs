//! The commands over many reports, run on the invented reports: terms, trace, life, formulas, standing, test, figures.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the files the program wrote"
)]

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

fn evenhand(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command.args(arguments).env("EVENHAND_ARCHIVE", archive());
    command
}

/// An archive of the three editions, made once.
fn archive() -> PathBuf {
    static MADE: LazyLock<TempDir> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        Command::cargo_bin("evenhand")
            .expect("the program is built")
            .arg("import")
            .args(["2022", "2023", "2024", "other"].map(|name| examples.join(name)))
            .env("EVENHAND_ARCHIVE", folder.path().join("examples.db"))
            .assert()
            .success();
        folder
    });
    MADE.path().join("examples.db")
}

struct Run {
    code: i32,
    out: String,
    told: String,
}

fn run(arguments: &[&str]) -> Run {
    let output = evenhand(arguments).output().expect("run");
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        told: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let mut arguments = arguments.to_vec();
    arguments.extend(["--format", "json"]);
    let run = run(&arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.told);
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn terms_are_counted_on_matched_countries_and_those_left_out_are_named() {
    let found = json(&["terms", "journalis*", "police"]);
    let editions = found["editions"].as_array().expect("editions");
    let years: Vec<u64> = editions.iter().filter_map(|e| e["year"].as_u64()).collect();
    assert_eq!(years, [2022, 2023, 2024]);
    assert!(
        editions.iter().all(|edition| edition["reports"] == 1),
        "only Veldania is in all three"
    );
    let dropped = found["dropped_out"].as_array().expect("a list");
    assert_eq!(dropped.len(), 2);
    assert!(
        run(&["terms", "police"])
            .told
            .contains("XHS (no report for 2022, 2024)")
    );
    let all = json(&["terms", "police", "--unmatched"]);
    assert_eq!(all["editions"][1]["reports"], 3);
    let rate = &all["editions"][1]["terms"][0]["per_10_000_words"];
    let end = |name: &str| rate[name].as_f64().expect("a number");
    assert!(end("low") < end("value") && end("value") < end("high"));
}

#[test]
fn the_recipe_writes_the_published_columns() {
    let run = run(&[
        "terms",
        "--recipe",
        "newsroom",
        "Human rights",
        "prison",
        "--format",
        "csv",
    ]);
    let mut lines = run.out.lines();
    assert_eq!(
        lines.next(),
        Some("year,reports,word_count,count_human_rights,count_prison")
    );
    assert_eq!(lines.count(), 3);
}

#[test]
fn a_file_of_terms_is_read_and_nonsense_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("terms.txt");
    std::fs::write(&file, "police\n\nprison*\n").expect("written");
    let found = json(&["terms", file.to_str().expect("a path")]);
    assert_eq!(found["terms"], serde_json::json!(["police", "prison*"]));
    let refused = run(&["terms", "—"]);
    assert_eq!(refused.code, 2);
    assert!(refused.told.contains("holds no word to look for"));
    assert_eq!(run(&["terms", "xylophone"]).code, 1);
}

#[test]
fn a_person_is_traced_with_the_descriptions_of_each_year() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("trace");
    let arguments = [
        "trace",
        "Reshketi",
        "--country",
        "veldania",
        "--out",
        out.to_str().expect("a path"),
    ];
    let found = json(&arguments);
    let described = |at: usize| found["editions"][at]["descriptions"].to_string();
    assert!(
        described(0).contains("opposition leader"),
        "{}",
        described(0)
    );
    assert!(described(1).contains("fugitive banker"), "{}", described(1));
    assert!(
        found["first"]["pin"]
            .as_str()
            .is_some_and(|pin| pin.starts_with("2022"))
    );
    assert!(
        found["last"]["pin"]
            .as_str()
            .is_some_and(|pin| pin.starts_with("2024"))
    );
    let page = std::fs::read_to_string(out.join("trace.html")).expect("the page");
    assert!(page.contains("fugitive banker") && page.contains("<desc"));
    assert!(!page.contains("<script") && !page.contains("src="));
    assert_eq!(run(&["trace", "Nobodyhere"]).code, 1);
}

#[test]
fn formulas_that_only_others_get_are_found_with_the_nearest_sentence() {
    let shared = json(&["formulas", "--year", "2023"]);
    let in_all = shared["formulas"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|f| f["countries"] == 3);
    assert!(
        in_all.count() >= 5,
        "five formulas stand in all three reports of 2023"
    );
    let found = json(&["formulas", "--missing", "veldania", "--year", "2023"]);
    let missing = found["formulas"].as_array().expect("a list");
    assert!(!missing.is_empty());
    assert!(
        missing
            .iter()
            .all(|f| f["missing"] == serde_json::json!(["XVD"]) && f["countries"] == 2)
    );
    let text = shared["formulas"][0]["quotes"][0]["text"]
        .as_str()
        .expect("a quote")
        .to_owned();
    let places = json(&["formulas", "--sentence", &text, "--year", "2023"]);
    assert_eq!(
        places["editions"][0]["countries"].as_array().map(Vec::len),
        Some(3)
    );
    assert_eq!(
        run(&[
            "formulas",
            "--sentence",
            "Nobody ever wrote quite this about herring."
        ])
        .code,
        1
    );
}

#[test]
fn a_country_stands_beside_its_peers_with_intervals() {
    let found = json(&[
        "standing",
        "veldania",
        "--right",
        "19",
        "--year",
        "2023",
        "--peers",
        "hestrania,ambrelle",
    ]);
    let measures = found["measures"].as_array().expect("measures");
    let attributed = measures
        .iter()
        .find(|m| m["measure"] == "attributed")
        .expect("a measure");
    assert!(attributed["own"]["low"].as_f64() < attributed["own"]["high"].as_f64());
    assert_eq!(attributed["beside"][0]["group"], "all");
    assert_eq!(attributed["beside"][2]["group"], "peers");
    assert_eq!(attributed["beside"][2]["countries"], 2);
    assert!(
        attributed["quotes"]
            .as_array()
            .is_some_and(|quotes| !quotes.is_empty())
    );
    let whole = json(&["standing", "veldania", "--all", "--year", "2023"]);
    let measures = whole["measures"].as_array().expect("measures");
    let share = |name: &str| measures.iter().find(|m| m["measure"] == name);
    assert!(
        share("share_of_report").is_none(),
        "all of all says nothing"
    );
    let credited = share("attributed").expect("a measure");
    assert!(credited["own"]["low"].as_f64() < credited["own"]["high"].as_f64());
    let narrow = |m: &serde_json::Value| {
        m["own"]["high"].as_f64().expect("high") - m["own"]["low"].as_f64().expect("low")
    };
    assert!(
        narrow(credited) < narrow(attributed),
        "more statements, narrower"
    );
    let absent = run(&["standing", "hestrania", "--right", "19", "--year", "2022"]);
    assert_eq!(absent.code, 2);
    assert!(
        absent.told.contains("no report on it for 2022"),
        "{}",
        absent.told
    );
}

#[test]
fn a_claim_yields_its_table_and_every_report_behind_it() {
    let found = json(&[
        "test",
        "--where",
        "Ostavai OR Reshketi",
        "--has",
        "direction:violation",
    ]);
    let table = &found["table"];
    let cell = |name: &str| table[name].as_u64().expect("a count");
    let all = cell("both") + cell("where_only") + cell("has_only") + cell("neither");
    assert_eq!(all, 5, "five reports of the Office");
    assert_eq!(found["reports"].as_array().map(Vec::len), Some(5));
    assert_eq!(cell("both"), 3, "the three Veldania editions name them");
    let example = &found["reports"][0];
    assert_eq!(example["cell"], "where_and_has");
    assert!(example["where_quotes"][0]["pin"].as_str().is_some());
    for (condition, told) in [("right:99", "1 to 30"), ("", "empty condition")] {
        let refused = run(&["test", "--where", condition, "--has", "x"]);
        assert_eq!(refused.code, 2);
        assert!(refused.told.contains(told), "{}", refused.told);
    }
}

#[test]
fn the_dead_of_one_event_stand_side_by_side_over_editions_and_publishers() {
    let found = json(&["figures", "veldania", "--about", "Kolvane deaths"]);
    let matter = &found["matters"][0];
    let figures = matter["figures"].as_array().expect("figures");
    let values: Vec<f64> = figures.iter().filter_map(|f| f["value"].as_f64()).collect();
    for value in [41.0, 48.0, 43.0] {
        assert!(values.contains(&value), "{value} is not among {values:?}");
    }
    assert!(matter["low"].as_f64() <= Some(41.0) && matter["high"].as_f64() >= Some(57.0));
    assert!(
        figures
            .iter()
            .all(|f| f["pin"].is_string() && f["rule"].is_string())
    );
    let changed = json(&["figures", "veldania", "--changed"]);
    assert!(
        changed.as_array().is_some_and(|list| list.len() >= 10),
        "some 55 sentences change a number"
    );
}

#[test]
fn sentences_are_followed_back_and_law_is_told_apart() {
    let found = json(&["life", "veldania", "2023"]);
    let whole = &found["editions"][1]["shares"][0];
    assert!(
        whole["carried_over"].as_u64() >= Some(150),
        "some 190 are carried word for word: {whole}"
    );
    let law = found["editions"][1]["shares"]
        .as_array()
        .expect("shares")
        .iter()
        .find(|s| s["kind"] == "law");
    assert!(law.is_some_and(|law| law["statements"].as_u64() >= Some(20)));
    let sentences = found["sentences"].as_array().expect("sentences");
    assert!(sentences.iter().any(|s| s["verbatim_since"] == 2022));
    assert!(
        sentences
            .iter()
            .any(|s| s["near_since"] == 2022 && s["verbatim_since"] == 2023)
    );
    assert_eq!(run(&["life", "veldania", "1999"]).code, 2);
}
