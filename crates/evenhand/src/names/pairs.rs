//! A table of pairs of names, told same or different row by row.

use super::{Judgements, Kind, NamesError, Table, Told, tell};

/// Columns that are added, and replaced where the table has them already.
const ADDED: [&str; 4] = ["score", "same", "grade", "because"];

/// A table of pairs and what was told of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs {
    /// Headings of the input columns.
    pub head: Vec<String>,
    /// The input's cells, as many in each row as there are headings, and what was told.
    pub rows: Vec<(Vec<String>, Told)>,
}

impl Pairs {
    /// Headings of the columns that are added.
    #[must_use]
    pub fn added() -> [&'static str; 4] {
        ADDED
    }
}

/// Tells for every row whether `name1` and `name2` are the same. The kind comes from the column `schema` or `kind` where there is one, otherwise it is
/// `kind`. All columns are kept, in their order.
///
/// # Errors
/// [`NamesError`] where the table cannot be read or lacks a column of names.
pub fn pairs(
    bytes: &[u8],
    file: &str,
    kind: Kind,
    judgements: &Judgements,
) -> Result<Pairs, NamesError> {
    let table = Table::read(bytes, file)?;
    let (left, right) = (
        table.needed(&["name1", "left"])?,
        table.needed(&["name2", "right"])?,
    );
    let schema = table.find(&["schema", "kind"]);
    let kept: Vec<usize> = (0..table.head.len())
        .filter(|&at| {
            table
                .head
                .get(at)
                .is_some_and(|column| !ADDED.contains(&column.as_str()))
        })
        .collect();
    let told = |(_, row): &(u64, csv::StringRecord)| {
        let cell = |at: usize| row.get(at).unwrap_or("");
        let kind = schema
            .map(cell)
            .filter(|word| !word.is_empty())
            .map_or(kind, Kind::of_word);
        let cells = kept.iter().map(|&at| cell(at).to_owned()).collect();
        (cells, tell(cell(left), cell(right), kind, judgements))
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = table.rows.len().div_ceil(workers).max(1);
    let rows = std::thread::scope(|scope| {
        let threads: Vec<_> = table
            .rows
            .chunks(share)
            .map(|rows| scope.spawn(|| rows.iter().map(told).collect::<Vec<_>>()))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|fault| std::panic::resume_unwind(fault))
            })
            .collect()
    });
    let head = kept
        .iter()
        .filter_map(|&at| table.head.get(at).cloned())
        .collect();
    Ok(Pairs { head, rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::judgements;

    #[test]
    fn every_row_is_told_and_its_columns_are_kept() {
        let table = "id,name1,name2,schema\n7,Mira Orlan,\"Orlan, Mira\",Person\n8,Veldt AG,Veldt GmbH,Company\n";
        let pairs = pairs(
            table.as_bytes(),
            "pairs.csv",
            Kind::Unknown,
            &Judgements::default(),
        )
        .expect("told");
        assert_eq!(pairs.head, ["id", "name1", "name2", "schema"]);
        assert_eq!(
            pairs
                .rows
                .iter()
                .map(|(cells, told)| (cells[0].as_str(), told.same))
                .collect::<Vec<_>>(),
            [("7", true), ("8", false)]
        );
    }

    #[test]
    fn a_judgement_wins_and_is_told() {
        let judged = judgements(
            b"name1,name2,judgement,who\nVeldt GmbH,Veldt AG,same,T. B.\n",
            "j.csv",
        )
        .expect("read");
        let table = "name1,name2,same\nVeldt AG,Veldt GmbH,false\n";
        let pairs = pairs(table.as_bytes(), "pairs.csv", Kind::Body, &judged).expect("told");
        assert_eq!(
            pairs.head,
            ["name1", "name2"],
            "an older answer is replaced"
        );
        let told = &pairs.rows[0].1;
        assert!(told.same && told.score < 0.7);
        assert!(
            told.because.starts_with("judged same by T. B.; "),
            "{}",
            told.because
        );
    }

    #[test]
    fn a_table_without_names_is_refused_with_what_was_found() {
        let fault = pairs(
            b"one,two\na,b\n",
            "pairs.csv",
            Kind::Person,
            &Judgements::default(),
        )
        .expect_err("no names");
        assert!(
            fault
                .to_string()
                .contains("no column name1 or left; found one, two"),
            "{fault}"
        );
        assert!(pairs(b"", "empty.csv", Kind::Person, &Judgements::default()).is_err());
    }
}
