//! Which paired statements have moved: their order among the others is another one.
//!
//! In: the earlier place of each pair, in the order of the later edition. Out: for each, whether
//! it left the longest run that keeps its order. A statement stays only where every longest run
//! holds it, so that the answer does not depend on which edition is called the earlier.

/// Which of the places moved.
pub(super) fn moved(places: &[usize]) -> Vec<bool> {
    let up = lengths(places.iter().copied());
    let down = {
        let mut back = lengths(places.iter().rev().map(|place| usize::MAX - place));
        back.reverse();
        back
    };
    let longest = up.iter().copied().max().unwrap_or(0);
    let on_longest = |at: usize| up[at] + down[at] == longest + 1;
    let mut at_length = vec![0_usize; longest + 1];
    for at in (0..places.len()).filter(|at| on_longest(*at)) {
        at_length[up[at]] += 1;
    }
    (0..places.len())
        .map(|at| !(on_longest(at) && at_length[up[at]] == 1))
        .collect()
}

/// The length of the longest rising run that ends at each place.
fn lengths(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    places
        .map(|place| {
            let at = ends.partition_point(|end| *end < place);
            if let Some(end) = ends.get_mut(at) {
                *end = place;
            } else {
                ends.push(place);
            }
            at + 1
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn what_keeps_its_order_stays() {
        assert_eq!(moved(&[0, 1, 2, 3]), [false; 4]);
        assert_eq!(moved(&[3, 0, 1, 2]), [true, false, false, false]);
        assert_eq!(moved(&[0, 2, 1, 3]), [false, true, true, false]);
        assert_eq!(moved(&[]), [false; 0]);
    }
}
