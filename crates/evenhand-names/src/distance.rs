//! How many slips of the pen lie between two words, and whether they are such as spellings differ by.
//!
//! Edits with weights: exchanging vowels that sound alike, or letters that transliterations exchange, costs less than exchanging any other
//! two; two neighbours swapped cost one edit. Signs are those of the skeleton.

/// What exchanging one sign for another costs.
fn exchange(one: u8, other: u8) -> f32 {
    if one == other {
        return 0.0;
    }
    let pair = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    match pair {
        // Sounds that transliterations of one letter differ by.
        (b'e', b'i') | (b'o', b'u') | (b'a', b'e') => 0.6,
        (b'C', b'S' | b'c' | b'k')
        | (b'J', b'S' | b'j' | b'z' | b'C')
        | (b'S', b's')
        | (b'c', b's' | b'k' | b'z')
        | (b's', b'z') => 0.6,
        (b'g' | b'k', b'h') | (b'f', b'v') | (b'b', b'v') => 0.8,
        _ => 1.0,
    }
}

/// What leaving a sign out costs.
fn omission(sign: u8) -> f32 {
    match sign {
        b'h' => 0.6,
        b'e' | b'i' | b'u' | b'a' | b'o' => 0.8,
        _ => 1.0,
    }
}

/// Longest word laid beside another letter by letter; longer ones are compared by what comes first.
const LONGEST: usize = 48;

/// Weighted edits between two words, or none where they are more than `most`.
pub(crate) fn edits(one: &[u8], other: &[u8], most: f32) -> Option<f32> {
    let one = one.get(..LONGEST).unwrap_or(one);
    let other = other.get(..LONGEST).unwrap_or(other);
    // A cheap omission costs 0.6: words that differ more in length cannot be near.
    #[expect(clippy::cast_precision_loss, reason = "lengths are at most 48")]
    if one.len().abs_diff(other.len()) as f32 * 0.6 > most {
        return None;
    }
    let mut rows = [[0.0_f32; LONGEST + 1]; 3];
    for (at, &sign) in other.iter().enumerate() {
        rows[0][at + 1] = rows[0][at] + omission(sign);
    }
    for (i, &left) in one.iter().enumerate() {
        let (before_last, last, row) = ((i + 2) % 3, i % 3, (i + 1) % 3);
        let gone = omission(left);
        rows[row][0] = rows[last][0] + gone;
        let mut least = rows[row][0];
        for (j, &right) in other.iter().enumerate() {
            let mut cost = (rows[last][j] + exchange(left, right))
                .min(rows[last][j + 1] + gone)
                .min(rows[row][j] + omission(right));
            if i > 0 && j > 0 && one[i - 1] == right && other[j - 1] == left {
                cost = cost.min(rows[before_last][j - 1] + 1.0);
            }
            rows[row][j + 1] = cost;
            least = least.min(cost);
        }
        // A swap may still reach back over one row, at the cost of one edit.
        if least > most + 1.0 {
            return None;
        }
    }
    let cost = rows[one.len() % 3][other.len()];
    (cost <= most + 1e-4).then_some(cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(one: &str, other: &str) -> Option<f32> {
        edits(one.as_bytes(), other.as_bytes(), 3.0)
    }

    #[test]
    fn likely_exchanges_cost_less_than_others() {
        assert_eq!(between("toregen", "toregen"), Some(0.0));
        assert_eq!(between("sabit", "sabet"), Some(0.6));
        assert_eq!(between("sabit", "samit"), Some(1.0));
        assert_eq!(between("marcel", "macrel"), Some(1.0));
        assert_eq!(between("abcdefgh", "ijklmnop"), None);
    }

    #[test]
    fn empty_words_are_their_other_word_away() {
        assert_eq!(between("", ""), Some(0.0));
        assert_eq!(between("", "bk"), Some(2.0));
    }
}
