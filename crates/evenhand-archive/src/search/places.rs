//! Where a query's words stand inside one sentence: phrases and NEAR, on word numbers.

use super::query::Node;

/// Words from the first to the last, counted from 0.
pub(crate) type Place = (u32, u32);

/// Where a part of a query with places stands; `leaf` gives the numbers of the words that answer the `n`th term (in the
/// order of the query's terms), sorted.
pub(crate) fn places<'a>(
    node: &Node,
    next: &mut usize,
    leaf: &dyn Fn(usize) -> &'a [u32],
) -> Vec<Place> {
    match node {
        Node::Phrase(terms) => {
            let first = *next;
            *next += terms.len();
            let mut found = Vec::new();
            for start in leaf(first) {
                let follows = (1..terms.len()).all(|n| {
                    let at = u32::try_from(n).ok().and_then(|n| start.checked_add(n));
                    at.is_some_and(|at| leaf(first + n).binary_search(&at).is_ok())
                });
                if follows {
                    let length = u32::try_from(terms.len()).unwrap_or(u32::MAX);
                    found.push((*start, start.saturating_add(length - 1)));
                }
            }
            found
        }
        Node::Near(a, b, distance) => {
            let left = places(a, next, leaf);
            let right = places(b, next, leaf);
            near(&left, &right, *distance)
        }
        Node::Or(parts) => {
            let mut found: Vec<Place> = parts
                .iter()
                .flat_map(|part| places(part, next, leaf))
                .collect();
            found.sort_unstable();
            found.dedup();
            found
        }
        // The parser lets no other part under NEAR.
        Node::All | Node::And(_) | Node::Not(_) => Vec::new(),
    }
}

/// Pairs with at most `distance` words between, joined; for each left one the nearest on either side.
fn near(left: &[Place], right: &[Place], distance: u32) -> Vec<Place> {
    let mut found = Vec::new();
    for a in left {
        let next = right.partition_point(|b| b.0 <= a.1);
        let after = right.get(next);
        let before = right.iter().take(next).rev().find(|b| b.1 < a.0);
        // Overlapping places are no two places ("a NEAR a" needs two).
        for b in [before, after].into_iter().flatten() {
            let gap = if b.0 > a.1 { b.0 - a.1 } else { a.0 - b.1 };
            if gap - 1 <= distance {
                found.push((a.0.min(b.0), a.1.max(b.1)));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_counts_the_words_between() {
        assert_eq!(near(&[(0, 0)], &[(3, 3)], 2), [(0, 3)]);
        assert!(near(&[(0, 0)], &[(3, 3)], 1).is_empty());
        assert_eq!(near(&[(5, 6)], &[(1, 2), (9, 9)], 2), [(1, 6), (5, 9)]);
        assert!(near(&[(2, 2)], &[(2, 2)], 5).is_empty());
    }
}
