//! Every bad input gets an error that names file, line and column and what was expected.

use evenhand_registers::{RegisterError, lists, measures, ties};
use proptest::prelude::*;

const MEASURES: &str = "id,country,date,kind,title,rights,search_terms,source\n";
const TIES: &str = "id,from,relation,to,amount,currency,start,end,purpose,citation\n";
const LISTS: &str = "id,name,aliases,kind,list,listed_as,since,until,citation\n";

/// Asserts where a fault is and that its message says some words.
fn faulty<T: std::fmt::Debug>(
    result: Result<T, RegisterError>,
    (line, column): (usize, usize),
    words: &[&str],
) {
    let error = result.expect_err("a fault");
    let message = error.to_string();
    assert_eq!((error.line, error.column), (line, column), "{message}");
    let place = format!("m.csv, line {line}, column {column}: ");
    assert!(message.starts_with(&place), "{message}");
    for word in words {
        assert!(message.contains(word), "{word:?} in {message}");
    }
}

fn measures_of(row: &str) -> Result<Vec<evenhand_registers::Measure>, RegisterError> {
    measures("m.csv", format!("{MEASURES}{row}").as_bytes())
}

#[test]
fn a_missing_column_is_named_with_those_expected() {
    let bytes = b"id,country,date,kind,title,rights,source\nM1,XVD,2023,law,t,3,s\n";
    faulty(
        measures("m.csv", bytes),
        (1, 41),
        &[
            "no column \"search_terms\"",
            "id, country, date, title, rights, search_terms, source",
        ],
    );
    faulty(
        ties("m.csv", b"id,from,to\na,b,c\n"),
        (1, 11),
        &["\"relation\"", "ties need"],
    );
    faulty(
        lists("m.csv", b"name\nx\n"),
        (1, 5),
        &["\"id\"", "lists need"],
    );
    faulty(
        measures("m.csv", b"id,id\n1,2\n"),
        (1, 4),
        &["\"id\" stands twice"],
    );
    faulty(measures("m.csv", b""), (1, 1), &["empty", "a head"]);
}

#[test]
fn an_impossible_date_is_pointed_at() {
    faulty(
        measures_of("M1,XVD,2023-02-30,law,t,3,term,s\n"),
        (2, 8),
        &[
            "date is \"2023-02-30\"",
            "a day of the calendar (2023-09-04)",
        ],
    );
    faulty(
        measures_of("M1,XVD,,law,t,3,term,s\n"),
        (2, 8),
        &["date", "calendar"],
    );
    let row = format!("{TIES}T1,A,funds,B,5,USD,2023-13,,p,c\n");
    faulty(
        ties("m.csv", row.as_bytes()),
        (2, 20),
        &["start is \"2023-13\""],
    );
    let row = format!("{TIES}T1,A,funds,B,5,USD,2023,2021,p,c\n");
    faulty(
        ties("m.csv", row.as_bytes()),
        (2, 25),
        &["end is \"2021\"", "not before start (2023)"],
    );
    let row = format!("{LISTS}L1,N,,person,l,as,04.11.2016,,c\n");
    faulty(
        lists("m.csv", row.as_bytes()),
        (2, 19),
        &["since is \"04.11.2016\""],
    );
    let row = format!("{LISTS}L1,N,,person,l,as,2016,2015,c\n");
    faulty(
        lists("m.csv", row.as_bytes()),
        (2, 24),
        &["until is \"2015\""],
    );
}

#[test]
fn a_row_of_too_few_or_too_many_fields_says_how_many_there_should_be() {
    faulty(
        measures_of("M1,XVD,2023,law,t,3,term\n"),
        (2, 25),
        &["has 7 fields", "head has 8"],
    );
    faulty(
        measures_of("M1,XVD,2023,law,t,3,term,s\nM2,XVD,2023,law,a, b,3,term,s\n"),
        (3, 29),
        &["has 9 fields", "head has 8", "quotation marks"],
    );
}

#[test]
fn broken_quotation_marks_are_pointed_at() {
    faulty(
        measures_of("M1,XVD,2023,law,\"t,3,term,s\n"),
        (2, 17),
        &["never closed"],
    );
    faulty(
        measures_of("M1,XVD,2023,law,a \"t\",3,term,s\n"),
        (2, 19),
        &["inside a field"],
    );
    faulty(
        measures_of("M1,XVD,2023,law,\"t\"x,3,term,s\n"),
        (2, 20),
        &["after the closing"],
    );
}

#[test]
fn a_wrong_encoding_is_told() {
    let mut bytes = MEASURES.as_bytes().to_vec();
    bytes.extend(b"M1,XVD,2023,law,Gef\xe4ngnis,3,term,s\n");
    faulty(
        measures("m.csv", &bytes),
        (2, 20),
        &["the byte 0xE4", "UTF-8"],
    );
    faulty(
        ties("m.csv", b"\xff\xfei\0d\0"),
        (1, 1),
        &["UTF-16", "save the file as UTF-8"],
    );
    faulty(lists("m.csv", b"{\"id\": \"\xe4\"}"), (1, 9), &["0xE4"]);
}

#[test]
fn values_out_of_their_list_name_what_is_expected() {
    faulty(
        measures_of("M1,Atlantis,2023,law,t,3,term,s\n"),
        (2, 4),
        &["\"Atlantis\"", "no country named"],
    );
    faulty(
        measures_of("M1,XVD,2023,law,t,31,term,s\n"),
        (2, 19),
        &["rights is \"31\"", "1 to 30"],
    );
    faulty(
        measures_of("M1,XVD,2023,law,t,3,;,s\n"),
        (2, 21),
        &["search_terms", "at least one word"],
    );
    faulty(
        measures_of("M1,XVD,2023,law,,3,x,s\n"),
        (2, 17),
        &["title is empty"],
    );
    faulty(
        measures_of("M1,XVD,2023,law,t,3,x,s\nM1,XVD,2023,law,t,3,x,s\n"),
        (3, 1),
        &["id is \"M1\"", "no row above bears"],
    );
    let tie = |row: &str| ties("m.csv", format!("{TIES}{row}").as_bytes());
    faulty(
        tie("T1,A,pays,B,5,USD,,,p,c\n"),
        (2, 6),
        &["relation is \"pays\"", "funds, awards"],
    );
    faulty(
        tie("T1,A,funds,B,5 million,USD,,,p,c\n"),
        (2, 14),
        &["amount is \"5 million\""],
    );
    faulty(
        tie("T1,A,funds,B,5,,,,p,c\n"),
        (2, 16),
        &["currency", "three letters"],
    );
    let row = format!("{LISTS}L1,N,,cat,l,as,,,c\n");
    faulty(
        lists("m.csv", row.as_bytes()),
        (2, 7),
        &["kind is \"cat\"", "person, company"],
    );
}

const ACTIVITY: &str = "<iati-activities version=\"2.03\">\n<iati-activity default-currency=\"USD\">\n\
<iati-identifier>A</iati-identifier>\n<reporting-org ref=\"R\"/>\n";

#[test]
fn broken_xml_and_wrong_values_in_it_are_pointed_at() {
    let xml = |rest: &str| ties("m.csv", format!("{ACTIVITY}{rest}").as_bytes());
    faulty(
        xml("</iati-activites>"),
        (5, 1),
        &["broken XML", "IATI 2.03"],
    );
    faulty(xml(""), (5, 1), &["the file ends inside <iati-activity>"]);
    faulty(
        xml("<title>&nothing;</title>"),
        (5, 8),
        &["&nothing; stands for nothing"],
    );
    faulty(
        xml(
            "<activity-date type=\"2\" iso-date=\"2023-02-30\"/></iati-activity></iati-activities>",
        ),
        (5, 1),
        &["iso-date of <activity-date> is \"2023-02-30\"", "calendar"],
    );
    faulty(
        xml(
            "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2023-01-01\"/>\n\
            <value>much</value></transaction></iati-activity></iati-activities>",
        ),
        (6, 1),
        &["<value> is \"much\"", "a number"],
    );
    faulty(
        xml("<participating-org role=\"9\"/></iati-activity></iati-activities>"),
        (5, 1),
        &["role of <participating-org> is \"9\"", "1 (funding)"],
    );
    faulty(
        ties("m.csv", b"<html></html>"),
        (1, 1),
        &["root element is \"html\"", "iati-activities"],
    );
}

#[test]
fn broken_json_is_pointed_at_and_the_shape_told() {
    faulty(
        ties("m.csv", b"{\"grants\": [\n{\"id\": 5}]}"),
        (2, 8),
        &["invalid type", "360Giving"],
    );
    faulty(
        ties("m.csv", b"{\"grants\": [\n"),
        (2, 1),
        &["EOF", "360Giving"],
    );
    let grant = |date: &str| {
        format!(
            "{{\"grants\": [{{\"id\": \"g\", \"currency\": \"USD\", \"amountAwarded\": 5,\n\"awardDate\": \"{date}\",\n\
             \"recipientOrganization\": [{{\"name\": \"R\"}}], \"fundingOrganization\": [{{\"name\": \"F\"}}]}}]}}"
        )
    };
    assert_eq!(
        ties("g.json", grant("2023-02-28").as_bytes())
            .expect("read")
            .ties
            .len(),
        1
    );
    faulty(
        ties("m.csv", grant("2023-02-30").as_bytes()),
        (2, 25),
        &["2023-02-30", "calendar"],
    );
    faulty(
        lists(
            "m.csv",
            b"{\"id\": \"x\", \"schema\": \"Person\"}\n{\"id\": \n",
        ),
        (2, 7),
        &["FollowTheMoney"],
    );
    let line = "{\"id\": \"s\", \"schema\": \"Sanction\", \"properties\": {\"entity\": [\"p\"], \"listingDate\": [\"2023-02-30\"]}}\n\
                {\"id\": \"p\", \"schema\": \"Person\", \"properties\": {\"name\": [\"N\"]}}\n";
    faulty(
        lists("m.csv", line.as_bytes()),
        (1, 84),
        &["listingDate is \"2023-02-30\""],
    );
}

proptest! {
    #[test]
    fn any_bytes_give_a_register_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        let _ = measures("x", &bytes);
        let _ = lists("x", &bytes);
        let _ = ties("x", &bytes);
    }

    #[test]
    fn a_changed_byte_gives_a_register_or_a_fault_in_the_file(at in 0_usize..4000, byte in any::<u8>()) {
        for example in [
            include_bytes!("../../../examples/registers/iati.xml").as_slice(),
            include_bytes!("../../../examples/registers/360giving.json"),
            include_bytes!("../../../examples/registers/360giving.csv"),
            include_bytes!("../../../examples/registers/ftm.jsonl"),
            include_bytes!("../../../examples/registers/ties.csv"),
            include_bytes!("../../../examples/registers/lists.csv"),
        ] {
            let mut bytes = example.to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            let lines = bytes.split(|b| *b == b'\n').count() + bytes.iter().filter(|b| **b == b'\r').count() + 1;
            for fault in [ties("x", &bytes).err(), lists("x", &bytes).err()].into_iter().flatten() {
                prop_assert!(fault.line >= 1 && fault.line <= lines && fault.column >= 1, "{}", fault);
            }
        }
    }
}
