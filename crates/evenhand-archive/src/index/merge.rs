//! Few segments out of many: a search asks each, so small ones are joined as they gather.

use rusqlite::{Connection, params};

/// A segment is joined with those after it when they together are more than half as large; so their number stays below the
/// logarithm of the sentences, and each sentence is written anew that often at most.
fn joined(sizes: &[i64]) -> usize {
    let mut from = sizes.len();
    let mut after = 0;
    for (at, size) in sizes.iter().enumerate().rev() {
        if at + 1 < sizes.len() && after * 2 < *size {
            break;
        }
        after += size;
        from = at;
    }
    from
}

/// Joins the newest segments where they have gathered; the caller holds a transaction.
pub(crate) fn merge(connection: &Connection) -> Result<(), rusqlite::Error> {
    let mut all = connection.prepare_cached(
        "SELECT id, first_sentence, sentences FROM segment ORDER BY first_sentence",
    )?;
    let segments: Vec<(i64, i64, i64)> = all
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let sizes: Vec<i64> = segments
        .iter()
        .map(|(_, _, sentences)| *sentences)
        .collect();
    let old = segments.get(joined(&sizes)..).unwrap_or(&[]);
    let [(_, first, _), _, ..] = old else {
        return Ok(());
    };
    let sentences: i64 = old.iter().map(|(_, _, sentences)| sentences).sum();
    connection.execute(
        "INSERT INTO segment (first_sentence, sentences) VALUES (?1, ?2)",
        params![first, sentences],
    )?;
    let new = connection.last_insert_rowid();
    // Each list of a segment begins anew from its own base, so joining is setting one behind the other.
    let mut lists: Vec<Cursor> = Vec::new();
    for (at, (id, _, _)) in old.iter().enumerate() {
        let mut words = connection
            .prepare_cached("SELECT word, id FROM posting WHERE segment = ?1 ORDER BY word")?;
        let words: Vec<(String, i64)> = words
            .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        lists.push(Cursor {
            segment: at,
            words: words.into_iter().peekable(),
        });
    }
    let mut body_of = connection.prepare_cached("SELECT body FROM posting WHERE id = ?1")?;
    let mut insert = connection
        .prepare_cached("INSERT INTO posting (segment, word, body) VALUES (?1, ?2, ?3)")?;
    lists.sort_by_key(|list| list.segment);
    let mut body: Vec<u8> = Vec::new();
    while let Some(word) = lists
        .iter_mut()
        .filter_map(|list| list.words.peek().map(|(word, _)| word))
        .min()
        .cloned()
    {
        body.clear();
        for list in &mut lists {
            if let Some((_, id)) = list.words.next_if(|(has, _)| *has == word) {
                body_of.query_row([id], |row| {
                    body.extend_from_slice(row.get_ref(0)?.as_blob()?);
                    Ok(())
                })?;
            }
        }
        insert.execute(params![new, word, body])?;
    }
    for (id, _, _) in old {
        connection.execute("DELETE FROM posting WHERE segment = ?1", [id])?;
        connection.execute("DELETE FROM segment WHERE id = ?1", [id])?;
    }
    Ok(())
}

struct Cursor {
    segment: usize,
    words: std::iter::Peekable<std::vec::IntoIter<(String, i64)>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_stay_few() {
        assert_eq!(joined(&[]), 0);
        assert_eq!(joined(&[10]), 0);
        assert_eq!(joined(&[10, 10]), 0);
        assert_eq!(joined(&[100, 10]), 1);
        assert_eq!(joined(&[100, 10, 10]), 1);
        assert_eq!(joined(&[100, 30, 30]), 0);
        let mut segments: Vec<i64> = Vec::new();
        let mut written = 0;
        for _ in 0..10_000 {
            segments.push(1);
            let from = joined(&segments);
            if from + 1 < segments.len() {
                let sum = segments.drain(from..).sum();
                written += sum;
                segments.push(sum);
            }
            assert!(segments.len() <= 14, "{segments:?}");
        }
        assert!(written < 10_000 * 14, "{written}");
    }
}
