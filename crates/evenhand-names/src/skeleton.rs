//! The skeleton of a word: what stays the same when the word is spelt another way.
//!
//! In: a word in lower-case ASCII letters. Out: the word with digraphs folded to one sign each, doubled letters single, `y`, `j` and
//! `i` told by their place, `w` as `v`, and so on. Two spellings of one name have one skeleton; two names rarely do.
//! Signs that are not letters of the output alphabet stand for sounds: `C` (ch), `S` (sh), `J` (zh, j), `c` (ts).

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Digraphs and what they fold to, longest first. A `y` before a vowel is dealt with by place.
const FOLDS: &[(&[u8], &[u8])] = &[
    (b"shch", b"S"),
    (b"tsch", b"C"),
    (b"tzh", b"tJ"),
    (b"dzh", b"J"),
    (b"tch", b"C"),
    (b"sch", b"S"),
    (b"ch", b"C"),
    (b"sh", b"S"),
    (b"zh", b"J"),
    (b"dj", b"J"),
    (b"kh", b"h"),
    (b"gh", b"g"),
    (b"ph", b"f"),
    (b"th", b"t"),
    (b"dh", b"d"),
    (b"bh", b"b"),
    (b"ck", b"k"),
    (b"ts", b"c"),
    (b"tz", b"c"),
    (b"qu", b"kv"),
    (b"oo", b"u"),
    (b"ou", b"u"),
    (b"ee", b"i"),
    (b"x", b"ks"),
    (b"q", b"k"),
    (b"w", b"v"),
];

/// Appends the skeleton of `word` (lower-case ASCII letters and digits) to `out`.
pub(crate) fn fold(word: &str, out: &mut String) {
    let from = out.len();
    let bytes = word.as_bytes();
    let mut at = 0;
    while let Some(&letter) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let next = rest.get(1).copied().unwrap_or(0);
        let fold = match letter {
            b's' | b't' | b'd' | b'c' | b'z' | b'k' | b'g' | b'p' | b'b' | b'q' | b'o' | b'e'
            | b'x' | b'w' => FOLDS.iter().find(|(from, _)| rest.starts_with(from)),
            _ => None,
        };
        if let Some((long, short)) = fold {
            // "Schwarz", "Schmidt" against "Shmidt": one sign; "Tsai": one sign.
            for &sign in *short {
                push(out, from, sign);
            }
            at += long.len();
            continue;
        }
        let last = out
            .as_bytes()
            .get(from..)
            .and_then(<[u8]>::last)
            .copied()
            .unwrap_or(0);
        let sign = match letter {
            b'y' => b'i',
            // "Jurij", "Andrej", "Abljazov" against "Janbolat", "Raja".
            b'j' if next == 0 || !is_vowel(next) => b'i',
            // "Akhmetjan", "Tatjana".
            b'j' if rest == b"jan" => b'J',
            b'j' if last != 0 && !is_vowel(last) => b'i',
            b'j' if last == b'i' => b'i',
            b'j' => b'J',
            // "Marc" and "Mark", "Cyril" and "Tsyril"; a last "ic" is a southern "itch".
            b'c' if matches!(next, b'e' | b'i' | b'y') => b'c',
            b'c' if next == 0 && last == b'i' => b'c',
            b'c' => b'k',
            other => other,
        };
        push(out, from, sign);
        at += 1;
    }
    end(out, from);
}

/// Appends a sign, keeping doubled ones single, and `ie` after a vowel or at the start as `e` ("Yevgeny", "Nazarbayev").
fn push(out: &mut String, from: usize, sign: u8) {
    let written = out.as_bytes().get(from..).unwrap_or_default();
    let last = written.last().copied().unwrap_or(0);
    if last == sign && !sign.is_ascii_digit() {
        return;
    }
    if sign == b'e' && last == b'i' {
        let before = written
            .len()
            .checked_sub(2)
            .and_then(|at| written.get(at))
            .copied();
        if before.is_none_or(is_vowel) {
            out.pop();
            if out.len() > from && out.ends_with('e') {
                return;
            }
        }
    }
    out.push(char::from(sign));
}

/// Endings: "Romanoff" is "Romanov".
fn end(out: &mut String, from: usize) {
    if out.len() > from + 4 && (out.ends_with("of") || out.ends_with("ef")) {
        out.pop();
        out.push('v');
    }
}

/// The skeleton of a name or word in any script: words joined by one space.
///
/// ```
/// use evenhand_names::skeleton;
/// assert_eq!(skeleton("Zhuldyz Orazbayeva"), skeleton("Жулдыз Оразбаева"));
/// assert_eq!(skeleton("Juldyz Orazbaeva"), skeleton("Zhuldyz Orazbayeva"));
/// assert_ne!(skeleton("Oraz"), skeleton("Orman"));
/// ```
#[must_use]
pub fn skeleton(text: &str) -> String {
    let plain = crate::romanise::romanise(&text.replace(['-', '‐', '–', '.', ','], " "));
    let mut out = String::with_capacity(plain.len());
    for word in plain.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        fold(word, &mut out);
    }
    out
}

/// Consonants of a skeleton only, for scripts that leave vowels out and for finding candidates. An `h` goes too: it comes and
/// goes between spellings. A word without consonants keeps its first letter.
pub(crate) fn consonants(skeleton: &str, out: &mut String) {
    let from = out.len();
    let mut last = 0;
    for &sign in skeleton.as_bytes() {
        let sign = match sign {
            b'C' | b'S' => b'S',
            b'J' => b'j',
            b'c' => b's',
            b'h' => continue,
            vowel if is_vowel(vowel) => {
                continue;
            }
            other => other,
        };
        if sign != last {
            out.push(char::from(sign));
        }
        last = sign;
    }
    if out.len() == from {
        out.extend(skeleton.chars().next());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) {
        assert_eq!(skeleton(one), skeleton(other), "{one} / {other}");
    }

    #[test]
    fn spellings_of_one_name_share_a_skeleton() {
        same("Saparbayev", "Saparbaev");
        same("Утегенов", "Utegenov");
        same("Lyubov Zhakiyanova", "Любовь Жакиянова");
        same("Galiya Azhenova", "Galija Ajenova");
        same("Yermek", "Ermek");
        same("Vasily Shumilin", "Wasilij Schumilin");
        same("Romanoff", "Romanov");
        same("Tolegen Mamay", "Tolegen Mamai");
    }

    #[test]
    fn other_names_keep_other_skeletons() {
        assert_ne!(skeleton("Sadykov"), skeleton("Sadyrov"));
        assert_ne!(skeleton("Alim"), skeleton("Alima"));
    }

    #[test]
    fn consonants_stay_when_vowels_go() {
        let mut out = String::new();
        consonants(&skeleton("Mukhtar"), &mut out);
        assert_eq!(out, "mktr".replace('k', ""));
    }
}
