//! Judgements on names as a table: `name1,name2,judgement,who,when,shown`.

use super::{Judged, Judgement, Judgements, NamesError, Table};
use std::io;

/// The columns, in order.
const COLUMNS: [&str; 6] = ["name1", "name2", "judgement", "who", "when", "shown"];

/// Reads judgements. The columns `name1`, `name2` and `judgement` (same, different, unsure) are needed; `who`, `when` and `shown` are kept.
///
/// # Errors
/// [`NamesError`] with file, line and column where a row is no judgement, or where two do not agree.
pub fn judgements(bytes: &[u8], file: &str) -> Result<Judgements, NamesError> {
    let table = Table::read(bytes, file)?;
    let (left, right, judgement) = (
        table.needed(&["name1"])?,
        table.needed(&["name2"])?,
        table.needed(&["judgement"])?,
    );
    let (who, when, shown) = (
        table.find(&["who"]),
        table.find(&["when"]),
        table.find(&["shown"]),
    );
    let mut all = Judgements::default();
    for (line, row) in &table.rows {
        let cell = |at: usize| row.get(at).unwrap_or("");
        let perhaps = |at: Option<usize>| at.map_or("", cell).to_owned();
        let Some(word) = Judgement::of_word(cell(judgement)) else {
            return Err(NamesError::Cell {
                file: file.to_owned(),
                line: *line,
                column: "judgement".to_owned(),
                found: cell(judgement).to_owned(),
                expected: "same, different or unsure".to_owned(),
            });
        };
        all.keep(Judged {
            left: cell(left).to_owned(),
            right: cell(right).to_owned(),
            judgement: word,
            who: perhaps(who),
            when: perhaps(when),
            shown: perhaps(shown),
        })
        .map_err(|source| NamesError::JudgedTwice {
            file: file.to_owned(),
            line: *line,
            source,
        })?;
    }
    Ok(all)
}

/// Judgements as a table, in the order of the names; what [`judgements`] reads back.
///
/// # Errors
/// What writing to memory can give: none that is known.
pub fn judgements_csv(judgements: &Judgements) -> io::Result<Vec<u8>> {
    let mut rows = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    rows.write_record(COLUMNS)?;
    for judged in judgements.iter() {
        rows.write_record([
            &judged.left,
            &judged.right,
            judged.judgement.as_str(),
            &judged.who,
            &judged.when,
            &judged.shown,
        ])?;
    }
    rows.into_inner().map_err(csv::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "name1,name2,judgement,who,when,shown\r\n\
        Mira Orlan,\"Orlan, M.\",same,T. B.,2026-02-03,0.880\r\n\
        Mira Orlan,Mirna Orlan,different,T. B.,2026-02-03,\r\n";

    #[test]
    fn judgements_are_written_as_they_were_read() {
        let all = judgements(TABLE.as_bytes(), "judgements.csv").expect("read");
        assert_eq!(all.len(), 2);
        let written = judgements_csv(&all).expect("written");
        assert_eq!(judgements(&written, "again.csv").expect("read"), all);
    }

    #[test]
    fn a_fault_names_its_line_and_what_was_expected() {
        let wrong = "name1,name2,judgement\nMira Orlan,M. Orlan,perhaps\n";
        let fault = judgements(wrong.as_bytes(), "j.csv")
            .expect_err("no judgement")
            .to_string();
        assert_eq!(
            fault,
            "reading j.csv, line 2, column judgement: found \"perhaps\", expected same, different or unsure"
        );
        let two_signs = wrong.replace('\n', "\r\n");
        let fault = judgements(two_signs.as_bytes(), "j.csv").expect_err("no judgement");
        assert!(fault.to_string().contains("line 2,"), "{fault}");
        let twice =
            "name1,name2,judgement\nMira Orlan,M. Orlan,same\nM. Orlan,Mira Orlan,different\n";
        let fault = judgements(twice.as_bytes(), "j.csv")
            .expect_err("two judgements")
            .to_string();
        assert!(fault.starts_with("reading j.csv, line 3: "), "{fault}");
        let none = judgements(b"a,b\n", "j.csv")
            .expect_err("no column")
            .to_string();
        assert!(none.contains("no column name1; found a, b"), "{none}");
    }
}
