//! The fuzz targets' properties for a short fixed time on stable: seeds changed at random, the same
//! way in every run.
#![expect(clippy::disallowed_methods, reason = "tests read their seeds")]

mod support;

use evenhand_report::Format;

/// How often each seed is changed.
const ROUNDS: usize = 400;

/// xorshift64*: deterministic, good enough to choose bytes.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap_or(0) % below.max(1)
    }
}

fn change(seed: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.next(6) {
        let at = chance.next(bytes.len());
        let end = (at + chance.next(40)).min(bytes.len());
        match chance.next(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                let to = chance.next(bytes.len());
                bytes.splice(to..to, piece);
            }
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(chance.next(256)).unwrap_or(0);
                }
            }
            4 => {
                let mark = b"<>&\"'/!.-=;:()[]*_#|\n \xe2\x80\xc2"[chance.next(25)];
                bytes.insert(at, mark);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.next(8);
                }
            }
        }
    }
    bytes
}

fn smoke(seeds: &[&str], format: Option<Format>) {
    for seed in seeds {
        let path = format!("{}/tests/fixtures/{seed}", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).expect("the seeds lie beside the tests");
        let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
        for _ in 0..ROUNDS {
            support::check(&change(&bytes, &mut chance), format);
        }
    }
}

#[test]
fn changed_pages_are_read() {
    smoke(
        &["edition_2016.html", "edition_2024.html", "article.html"],
        Some(Format::Html),
    );
}

#[test]
fn changed_texts_are_read() {
    smoke(&["reply.txt"], Some(Format::Text));
    smoke(&["notes.md"], Some(Format::Markdown));
    smoke(&["reply.txt", "notes.md", "article.html"], None);
}

#[test]
fn changed_passages_are_split() {
    let seed = "Gen. M. Ostrava (see section 1.c.) said: “No. 5 is open. Go!” At 5 p.m. the U.S. envoy left.[3] \
                Судья ст. 5 огласил. 船が出た。 هل؟ Then... it ended.The crew (of 12. men) left";
    let mut chance = Chance(7);
    for _ in 0..20 * ROUNDS {
        let changed = change(seed.as_bytes(), &mut chance);
        support::check_split(&String::from_utf8_lossy(&changed));
    }
}
