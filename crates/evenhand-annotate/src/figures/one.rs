//! "one" where it counts nothing: a pronoun ("no one"), a vague time ("at one point"), a source
//! ("one NGO reported"), a thing named by rank ("one of the largest"). In: its place; out: yes or
//! no.

use super::look::Look;
use super::terms::Word;
use super::vocabulary::{AUXILIARY, BOUNDARY, DETERMINER, PREPOSITION, RANKING, REPORTING, VERB};
use crate::key;
use crate::tokens::Kind;

/// Whether this "one" stands for nobody counted: a pronoun, a vague time, a mere article.
pub(super) fn idle_one(look: Look<'_>, at: usize, counted_before: bool) -> bool {
    if look.word(at) != Some(Word::Small(1)) {
        return false;
    }
    let back = look.key_before(at, 1);
    let next = at + 1;
    // "a one-year permit", "one and six months", "one 24-hour period".
    let joined = keys!("and to or through").contains(&look.key(next));
    let number = |at: usize| {
        look.is_number(at) || matches!(look.word(at), Some(Word::Small(_) | Word::Tens(_)))
    };
    if look.dash(next) && look.glued(next) || look.is_number(next) || joined && number(next + 1) {
        return false;
    }
    let idle_before =
        keys!("no any every each some this that which the another such number day as what")
            .contains(&back);
    let measured = look.time(next).is_some() || look.hyphen(next);
    if idle_before
        && !measured
        && !(back == key!("the") && look.is_word(next) && !look.has(next, BOUNDARY))
    {
        return true;
    }
    if look.kind(next) == Some(Kind::Possessive) {
        return true;
    }
    let vague = keys!(
        "another point time such thing way side here there hand reason example roof must may can should by after on with"
    );
    if vague.contains(&look.key(next)) {
        return !(counted_before && look.has(next, PREPOSITION));
    }
    if look.is(next, key!("of")) {
        return one_of(look, at);
    }
    if !look.is_word(next) || look.has(next, BOUNDARY) {
        let counts = counted_before
            || keys!("including only in").contains(&back)
            || look.is(next, key!("or"))
            || look.is(next, key!("to"));
        return !counts;
    }
    told(look, at)
}

/// "one of the largest …", "is one of …", "one of 12 cities": names a thing, counts nothing.
fn one_of(look: Look<'_>, at: usize) -> bool {
    if numeral_follows(look, at + 2) {
        // "was one of eight arrested" and "including one of 12" count; "to one of 68 cities" does not.
        let named = keys!("was is including and only");
        return !named.contains(&look.key_before(at, 1));
    }
    let superlative = (at + 2..at + 8).any(|word| {
        let text = look.str(word);
        let other = ["quest", "rrest", "test", "erest", "unrest", "forest"];
        look.has(word, RANKING)
            || text.len() > 5
                && look.ends(word, "est")
                && !other.iter().any(|end| text.ends_with(end))
    });
    let predicate =
        look.had(at, 1, AUXILIARY) || keys!("as to into from").contains(&look.key_before(at, 1));
    superlative || predicate
}

fn numeral_follows(look: Look<'_>, at: usize) -> bool {
    let skip = usize::from(look.has(at, DETERMINER));
    look.is_number(at + skip)
        || matches!(look.word(at + skip), Some(Word::Small(_) | Word::Tens(_)))
}

/// "One NGO reported": the source of what is said, not a count.
fn told(look: Look<'_>, at: usize) -> bool {
    let opens = at == 0
        || matches!(look.str(at - 1), "," | ";" | "“" | ":" | ")")
        || keys!("and but that while although").contains(&look.key_before(at, 1));
    let mut word = at + 1;
    while opens && word < at + 9 {
        if look.has(word, REPORTING) && word > at + 1 {
            return true;
        }
        if look.has(word, AUXILIARY | VERB) || matches!(look.str(word), "," | ";" | "." | ")") {
            return false;
        }
        word += 1;
    }
    false
}
