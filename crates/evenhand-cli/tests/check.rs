//! `evenhand check` and `evenhand answer` as a user runs them, on the invented reply and reports.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn evenhand() -> Command {
    let mut command = Command::cargo_bin("evenhand").expect("the program is built");
    command.env_remove("EVENHAND_ARCHIVE");
    command
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

fn check(folder: &Path, more: &[&str]) -> String {
    let output = evenhand()
        .current_dir(folder)
        .arg("check")
        .arg(example("reply/opinion.txt"))
        .arg("--against")
        .args([
            example("2023/veldania.html"),
            example("2022"),
            example("2024"),
            example("2023"),
        ])
        .args(more)
        .assert()
        .success();
    String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8")
}

fn points(folder: &Path) -> (String, Vec<Value>) {
    let text = check(folder, &["--format", "json"]);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    (text, value["points"].as_array().expect("points").clone())
}

#[test]
fn points_lead_back_to_the_bytes_of_the_reply_and_to_the_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let (text, points) = points(folder.path());
    let reply = std::fs::read(example("reply/opinion.txt")).expect("the reply");
    assert!(points.len() > 40);
    for point in &points {
        let at =
            |field: &str| usize::try_from(point[field].as_u64().expect("a number")).expect("small");
        assert_eq!(
            &reply[at("start")..at("end")],
            point["text"].as_str().expect("text").as_bytes()
        );
        let evidence = point["evidence"].as_array().expect("evidence");
        assert!(evidence.len() >= 10, "{point}");
        assert!(
            evidence
                .iter()
                .all(|passage| passage["pin"].as_str().is_some_and(|pin| !pin.is_empty()))
        );
    }
    assert_eq!(
        text,
        check(folder.path(), &["--format", "json"]),
        "the same bytes every time"
    );
}

#[test]
fn every_check_of_a_reply_has_its_page_in_the_program_and_none_calls_supported_what_is_refuted() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, points) = points(folder.path());
    let judged: Value =
        serde_json::from_slice(&std::fs::read(example("reply/points.json")).expect("read"))
            .expect("JSON");
    let reply = std::fs::read_to_string(example("reply/opinion.txt")).expect("the reply");
    let byte = |chars: u64| {
        reply
            .char_indices()
            .nth(usize::try_from(chars).expect("small"))
            .map_or(reply.len(), |(at, _)| at) as u64
    };
    let (mut same, mut all) = (0, 0);
    for wanted in judged["claims"].as_array().expect("claims") {
        let (start, end) = (
            byte(wanted["claim_start"].as_u64().expect("a number")),
            byte(wanted["claim_end"].as_u64().expect("a number")),
        );
        let overlap = |point: &&Value| {
            let (s, e) = (
                point["start"].as_u64().expect("start"),
                point["end"].as_u64().expect("end"),
            );
            let common = e.min(end).saturating_sub(s.max(start));
            // Thousandths of the stretch both cover.
            1000 * common / (e.max(end) - s.min(start))
        };
        let best = points.iter().max_by_key(overlap).expect("a point");
        assert!(overlap(&best) > 0, "no point on {}", wanted["claim"]);
        assert!(
            !(best["verdict"] == "supported" && wanted["verdict"] == "contradicted"),
            "{}",
            wanted["claim"]
        );
        all += 1;
        same += usize::from(best["verdict"] == wanted["verdict"]);
    }
    assert!(same * 10 >= all * 7, "{same} of {all} verdicts as judged");
    for point in &points {
        for reason in point["reasons"].as_array().expect("reasons") {
            evenhand()
                .args(["explain", reason["rule"].as_str().expect("a rule")])
                .assert()
                .success();
        }
    }
}

/// The points of a reply with all registers of the examples laid beside them.
fn with_registers(reply: &Path, folder: &Path, more: &[&str]) -> Vec<Value> {
    let output = evenhand()
        .current_dir(folder)
        .arg("check")
        .arg(reply)
        .arg("--against")
        .args([
            example("2023/veldania.html"),
            example("2022"),
            example("2024"),
            example("2023"),
        ])
        .args(["--format", "json", "--lists"])
        .arg(example("registers/lists.csv"))
        .arg("--measures")
        .arg(example("registers/measures.csv"))
        .arg("--ties")
        .arg(example("registers/ties.csv"))
        .args(more)
        .assert()
        .success();
    let value: Value = serde_json::from_slice(&output.get_output().stdout).expect("JSON");
    value["points"].as_array().expect("points").clone()
}

fn point<'p>(points: &'p [Value], words: &str) -> &'p Value {
    points
        .iter()
        .find(|point| {
            point["text"]
                .as_str()
                .is_some_and(|text| text.contains(words))
        })
        .unwrap_or_else(|| panic!("a point with {words:?}"))
}

/// What the reasons of one rule say on a point, one after the other.
fn told(point: &Value, rule: &str) -> String {
    point["reasons"]
        .as_array()
        .expect("reasons")
        .iter()
        .filter(|reason| reason["rule"] == rule)
        .map(|reason| reason["text"].as_str().expect("text"))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn lists_move_the_verdict_on_who_is_on_them_in_either_direction_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let points = with_registers(&example("reply/letter.txt"), folder.path(), &[]);
    let on = point(&points, "Derun Vashtai is on");
    assert_eq!(on["verdict"], "supported");
    let listed = told(on, "listed_in_register");
    for words in [
        "“political prisoner” since 2022-08-02",
        "Lantern, list of political prisoners; L04; https://lantern.example.org/list/vashtai-d",
        "score 1.00",
        "what its keeper says",
    ] {
        assert!(listed.contains(words), "{words}: {listed}");
    }
    // Against the statement, as surely as for it.
    let never = point(&points, "Karl Obresti was never");
    assert_eq!(never["verdict"], "contradicted");
    assert_eq!(never["confidence"], on["confidence"]);
    // A list without the name: uncertain, since the register may not have all of it.
    let not = point(&points, "Lovesta is not on");
    assert_eq!(not["verdict"], "supported");
    assert!(not["confidence"].as_f64().expect("a number") < 0.5);
    // More is stated than that he is on a list: told, and the verdict is what it was without the register.
    let before = point(&points, "long before he was listed");
    assert!(told(before, "listed_in_register").contains("L02"));
    assert!(
        told(before, "dates_in_order").contains("2016-11-04 listed as wanted for embezzlement")
    );
    let text = check_reply(&example("reply/letter.txt"), folder.path());
    let plain: Value = serde_json::from_str(&text).expect("JSON");
    let plain = plain["points"].as_array().expect("points");
    let same = point(plain, "long before he was listed");
    assert_eq!(same["verdict"], before["verdict"]);
    assert_eq!(same["confidence"], before["confidence"]);
}

fn check_reply(reply: &Path, folder: &Path) -> String {
    let output = evenhand()
        .current_dir(folder)
        .arg("check")
        .arg(reply)
        .arg("--against")
        .args([
            example("2023/veldania.html"),
            example("2022"),
            example("2024"),
            example("2023"),
        ])
        .args(["--format", "json"])
        .assert()
        .success();
    String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8")
}

#[test]
fn a_last_name_alone_stands_for_those_the_report_names_in_full_and_a_word_in_common_for_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let points = with_registers(&example("reply/opinion.txt"), folder.path(), &[]);
    let brothers = told(point(&points, "the brothers Vashtai"), "listed_in_register");
    assert!(
        brothers.contains("L04") && brothers.contains("L05"),
        "{brothers}"
    );
    assert!(brothers.contains("The reply writes “Vashtai” alone here; the report replied to names Derun Vashtai and Kelm Vashtai."));
    let order = told(point(&points, "long before politics"), "dates_in_order");
    assert!(
        order.contains("2022-08-02 listed as political prisoner"),
        "{order}"
    );
    let ties = told(point(&points, "Prize for Civic Courage"), "who_pays");
    assert!(
        ties.contains("Government of Aldermark awards Mirel Ostavai"),
        "{ties}"
    );
    assert!(!ties.contains("Office of External Affairs"), "{ties}");
    // Nobody is named here, and nothing is told.
    let silent = point(&points, "Whoever pays the band");
    assert_eq!(
        told(silent, "who_pays") + &told(silent, "listed_in_register"),
        ""
    );
    // Not one verdict is turned to "supported" by a register against what a careful reader saw.
    let alone = folder.path().join("alone.txt");
    std::fs::write(&alone, "Veldania is tired. Torm Vashtai is a trader.\n").expect("written");
    let points = with_registers(&alone, folder.path(), &[]);
    assert!(
        points
            .iter()
            .all(|point| told(point, "listed_in_register").is_empty())
    );
}

#[test]
fn measures_support_an_omission_the_report_has_and_contradict_one_it_has_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let points = with_registers(&example("reply/letter.txt"), folder.path(), &[]);
    let absent = point(&points, "pardon of nine minors");
    assert_eq!(absent["verdict"], "supported");
    let said = told(absent, "measure_in_register");
    for words in [
        "2023-12-16 (M19)",
        "https://president-vd.example.org/acts/2023/901",
        "not found by these terms",
        "says nothing on whether it happened",
        "Other editions: not found in 2024/veldania; after the period of 2022/veldania.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let present = point(&points, "forensic service");
    assert_eq!(present["verdict"], "contradicted");
    assert!(told(present, "measure_in_register").contains("mentioned in"));
    assert!(
        present["evidence"][0]["text"]
            .as_str()
            .is_some_and(|text| text.to_lowercase().contains("forensic"))
    );
    // What took effect after the period settles nothing.
    let later = told(
        point(&points, "mines without notice"),
        "measure_in_register",
    );
    assert!(later.contains("after the period reported on"), "{later}");
    // Of two measures in one point the report has one.
    let two = folder.path().join("two.txt");
    std::fs::write(
        &two,
        "The report on Veldania hides that the death penalty was abolished and that the Constitutional Court resumed its work.\n",
    )
    .expect("written");
    let two = with_registers(&two, folder.path(), &[]);
    let both = point(&two, "death penalty");
    assert_eq!(both["verdict"], "partly", "{both}");
    let opinion = with_registers(&example("reply/opinion.txt"), folder.path(), &[]);
    assert_eq!(point(&opinion, "free legal aid")["verdict"], "supported");
    let dated = told(
        point(&opinion, "independent candidates"),
        "measure_in_register",
    );
    assert!(
        dated.contains("The point gives 2023-04, the register 2022-12-20."),
        "{dated}"
    );
    let general = told(
        point(&opinion, "The reforms have been"),
        "measure_in_register",
    );
    assert!(general.contains("of 19 that took effect"), "{general}");
    assert_eq!(
        told(point(&opinion, "five policemen who"), "measure_in_register"),
        ""
    );
}

#[test]
fn registers_make_verdicts_of_the_invented_reply_surer_and_none_worse() {
    let folder = tempfile::tempdir().expect("a folder");
    let judged: Value =
        serde_json::from_slice(&std::fs::read(example("reply/points.json")).expect("read"))
            .expect("JSON");
    let plain: Value =
        serde_json::from_str(&check_reply(&example("reply/opinion.txt"), folder.path()))
            .expect("JSON");
    let right = |points: &[Value]| {
        judged["claims"]
            .as_array()
            .expect("claims")
            .iter()
            .filter(|wanted| {
                let claim = wanted["claim"].as_str().expect("a claim");
                points.iter().any(|point| {
                    let text = point["text"].as_str().expect("text");
                    (text.contains(claim) || claim.contains(text))
                        && point["verdict"] == wanted["verdict"]
                })
            })
            .count()
    };
    let without = right(plain["points"].as_array().expect("points"));
    let points = with_registers(&example("reply/opinion.txt"), folder.path(), &[]);
    let with = right(&points);
    assert!(with >= without, "{with} with registers, {without} without");
    let sure = |points: &[Value]| {
        let aid = point(points, "new law on free legal aid");
        (
            aid["verdict"].clone(),
            aid["confidence"].as_f64().expect("a confidence"),
        )
    };
    let (alone, beside) = (
        sure(plain["points"].as_array().expect("points")),
        sure(&points),
    );
    assert_eq!(alone.0, "supported");
    assert_eq!(beside.0, "supported");
    assert!(alone.1 < 0.5 && beside.1 > 0.5, "{alone:?} {beside:?}");
}

#[test]
fn a_passage_said_to_be_printed_twice_is_looked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let points = with_registers(&example("reply/letter.txt"), folder.path(), &[]);
    let twice = point(&points, "reporter Korstany");
    assert_eq!(twice["verdict"], "supported");
    assert!(told(twice, "printed_twice").starts_with("4 sentences in a row"));
    assert_eq!(twice["evidence"][0]["text"], twice["evidence"][1]["text"]);
    assert_eq!(point(&points, "Jorun Pelk")["verdict"], "contradicted");
}

#[test]
fn an_uncertain_verdict_is_called_so_in_the_list_and_beside_the_point() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = check(folder.path(), &["--format", "json", "--out", "checked"]);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let doubtful = value["points"]
        .as_array()
        .expect("points")
        .iter()
        .filter(|point| point["confidence"].as_f64().expect("a confidence") < 0.5)
        .count();
    assert!(doubtful > 0);
    let page = std::fs::read_to_string(folder.path().join("checked/check.html")).expect("a page");
    let told = |words: &str| page.matches(words).count();
    assert_eq!(told("<span class=\"soft\">uncertain</span></li>"), doubtful);
    assert_eq!(told("%): a person must look"), doubtful);
}

#[test]
fn what_registers_say_stands_on_the_page_and_in_the_document_with_its_citation() {
    let folder = tempfile::tempdir().expect("a folder");
    with_registers(
        &example("reply/letter.txt"),
        folder.path(),
        &["--out", "checked"],
    );
    let page = std::fs::read_to_string(folder.path().join("checked/check.html")).expect("a page");
    for words in [
        "Registers: 19 entries of lists, 25 measures, 18 ties.",
        "https://lantern.example.org/list/vashtai-d",
        "https://president-vd.example.org/acts/2023/901",
        "<code>measure_in_register</code>",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("http:") && !page.contains("<script"));
    let document = std::fs::read(folder.path().join("checked/check.docx")).expect("a document");
    assert!(document.starts_with(b"PK"));
}

#[test]
fn what_a_person_decided_is_kept_and_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    check(folder.path(), &["--out", "checked"]);
    let file = folder.path().join("checked/judgements.csv");
    let text = std::fs::read_to_string(&file).expect("judgements");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "key,text,proposed,judgement,who,when,note");
    let decided = lines[1]
        .strip_suffix(",,,,")
        .map(|row| format!("{row},contradicted,R. Ilse,2026-01-09,seen in print"))
        .expect("an undecided row");
    lines[1].clone_from(&decided);
    std::fs::write(&file, lines.join("\n")).expect("written");
    check(folder.path(), &["--out", "checked"]);
    let again = std::fs::read_to_string(&file).expect("judgements");
    assert!(again.lines().any(|line| line == decided), "{again}");
    let page = std::fs::read_to_string(folder.path().join("checked/check.html")).expect("a page");
    assert!(page.contains("R. Ilse") && page.contains("seen in print"));
    assert!(!page.contains("http:") && !page.contains("<script"));
}

#[test]
fn bad_input_is_told_with_file_line_and_column() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    };
    let fails = |reply: &Path, more: &[&str], wanted: &[&str]| {
        let output = evenhand()
            .current_dir(folder.path())
            .arg("check")
            .arg(reply)
            .arg("--against")
            .arg(example("2023/veldania.html"))
            .args(more)
            .assert()
            .code(2);
        let told = String::from_utf8(output.get_output().stderr.clone()).expect("UTF-8");
        for words in wanted {
            assert!(told.contains(words), "{told}");
        }
    };
    fails(
        &write("empty.txt", " \n"),
        &[],
        &["empty.txt", "line 1, column 1", "expected"],
    );
    write("j.csv", "key,text\n1,2\n");
    let reply = example("reply/opinion.txt");
    fails(
        &reply,
        &["--judgements", "j.csv"],
        &["j.csv", "line 1, column 3", "proposed"],
    );
    write(
        "k.csv",
        "key,text,proposed,judgement,who,when,note\n1,a,partly,perhaps,,,\n",
    );
    fails(
        &reply,
        &["--judgements", "k.csv"],
        &["k.csv", "line 2, column 4", "perhaps", "supported"],
    );
    write(
        "lists.csv",
        "id,name,kind,list,listed_as,since,citation\n1,A B,person,L,x,2023-02-30,c\n",
    );
    fails(
        &reply,
        &["--lists", "lists.csv"],
        &["lists.csv", "line 2", "since", "2023-02-30"],
    );
    write("m.csv", "id,country,date,title,rights,source\n");
    fails(
        &reply,
        &["--measures", "m.csv"],
        &["m.csv", "line 1", "search_terms"],
    );
    write(
        "other.csv",
        "id,country,date,title,rights,search_terms,source\n1,Hestrania,2023,Act,9,act,s\n",
    );
    fails(
        &reply,
        &["--measures", "other.csv"],
        &["other.csv", "Veldania", "XHS"],
    );
    fails(&reply, &["--lists", "nowhere.csv"], &["nowhere.csv"]);
    fails(
        &write("kenya.txt", "Kenya is a country of laws.\n"),
        &["--country", "Kazakhstan"],
        &["kenya.txt", "line 1, column 1", "Kenya", "Kazakhstan"],
    );
}

#[test]
fn a_draft_quotes_the_report_letter_by_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    evenhand()
        .current_dir(folder.path())
        .arg("answer")
        .arg(example("2023/veldania.html"))
        .args(["--out", "draft", "--measures"])
        .arg(example("registers/measures.csv"))
        .assert()
        .success();
    let page = std::fs::read_to_string(folder.path().join("draft/answer.html")).expect("a page");
    assert!(page.contains("The government stated that 41 persons were killed in the Kolvane events, including five police officers."));
    assert!(page.contains("Measures the report does not mention"));
    let document = std::fs::read(folder.path().join("draft/answer.docx")).expect("a document");
    assert!(document.starts_with(b"PK"));
}
