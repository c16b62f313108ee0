//! Names compared and looked up: a million pairs scored, and the likest of a million names found for one.
//!
//! `cargo bench --package evenhand-names --bench names [-- RUNS]`. The names are made up from lists of invented and common given and family names in five
//! manners (Russian and Kazakh in two scripts, Arabic with particles, East Asian, Western, companies with legal forms), varied in spelling, order, initials, titles and by slips of
//! the pen; the same ones every time. It checks its own answers: varied pairs are told from pairs of two persons, and the name that was varied is found.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the clock and its arguments"
)]

use evenhand_names::{Kind, Name, Names, compare};
use std::time::Instant;

const START: &[&str] = &[
    "Al", "Ber", "Cor", "Dar", "El", "Far", "Gul", "Har", "Ib", "Jan", "Kar", "Lem", "Mar", "Nur",
    "Or", "Pav", "Qas", "Ros", "Sab", "Tol", "Ul", "Var", "Wel", "Yer", "Zhan", "Sha", "Khal",
    "Tsve", "Bra", "Ste", "Mikh", "Ser",
];
const MIDDLE: &[&str] = &[
    "a", "i", "o", "u", "e", "ai", "ya", "bek", "dar", "gal", "lan", "mir", "nar", "pol", "rus",
    "sul", "tan", "vel", "zha", "khi", "da", "ri",
];
const GIVEN_END: &[&str] = &[
    "n", "r", "m", "t", "sh", "na", "ra", "la", "ly", "d", "k", "s", "ana", "ira",
];
const FAMILY_END: &[&str] = &[
    "ov", "ova", "ev", "yev", "in", "sky", "enko", "ian", "uly", "son", "mann", "ez", "ic",
    "zadeh", "ani", "awi", "ara", "oto", "berg", "ton", "ford", "elli", "ak", "bayev", "kulov",
];
const SYLLABLES: &[&str] = &[
    "Min", "Ho", "Jae", "Sung", "Yong", "Chol", "Hye", "Kyong", "Wei", "Xiao", "Ming", "Jun",
    "Lan", "Thi", "Van", "Duc", "Hoa", "Su", "Jin", "Hyun", "Li", "Na", "Bao", "Feng",
];
const SHORT: &[&str] = &[
    "Kim", "Pak", "Ri", "Choe", "Jang", "Wang", "Li", "Zhao", "Chen", "Nguyen", "Tran", "Pham",
    "Han", "Ko", "Mun",
];
const TRADE: &[&str] = &[
    "Bank",
    "Energy",
    "Trading",
    "Capital Partners",
    "Shipping",
    "Foundation",
    "Systems",
    "Group",
    "Media",
    "Construction",
    "Institute",
    "Oil",
];
const FORM: &[&str] = &[
    "Ltd",
    "LLC",
    "GmbH",
    "AG",
    "S.A.",
    "OOO",
    "JSC",
    "Inc.",
    "B.V.",
    "Sp. z o.o.",
];

/// A row of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % below as u64).expect("below fits")
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.next(list.len())]
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().collect::<String>() + &letters.as_str().to_lowercase()
    })
}

fn name(dice: &mut Dice) -> (String, Kind) {
    let given = format!(
        "{}{}{}",
        dice.of(START),
        dice.of(MIDDLE),
        dice.of(GIVEN_END)
    );
    let family = format!(
        "{}{}{}{}",
        dice.of(START),
        dice.of(MIDDLE),
        if dice.next(3) == 0 {
            dice.of(MIDDLE)
        } else {
            ""
        },
        dice.of(FAMILY_END)
    );
    match dice.next(8) {
        0 => (
            format!(
                "{} {}-{}",
                dice.of(SHORT),
                dice.of(SYLLABLES),
                dice.of(SYLLABLES).to_lowercase()
            ),
            Kind::Person,
        ),
        1 => (
            format!(
                "{given} bin {}{} al-{}",
                dice.of(START),
                dice.of(GIVEN_END),
                capital(&family)
            ),
            Kind::Person,
        ),
        2 => (
            format!("{} {} {}", family, dice.of(TRADE), dice.of(FORM)),
            Kind::Body,
        ),
        3 => (
            format!("{given} {}ovich {family}", dice.of(START)),
            Kind::Person,
        ),
        _ => (format!("{given} {family}"), Kind::Person),
    }
}

/// The name written another way, as the same person or body.
fn varied(name: &str, kind: Kind, dice: &mut Dice) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    match dice.next(if kind == Kind::Person { 7 } else { 3 }) {
        0 => name
            .replace("zh", "j")
            .replace("kh", "h")
            .replace("ya", "ia")
            .replace("yev", "ev"),
        1 => name.to_uppercase(),
        2 => {
            // A slip: a letter in the middle of the longest word said twice, or its neighbour swapped with it.
            let longest = words
                .iter()
                .max_by_key(|word| word.len())
                .copied()
                .unwrap_or("");
            let mut letters: Vec<char> = longest.chars().collect();
            let at = letters.len() / 2;
            if letters.len() > 4 {
                letters.swap(at, at + 1);
            }
            name.replacen(longest, &letters.into_iter().collect::<String>(), 1)
        }
        3 => match words.as_slice() {
            [first, rest @ ..] if !first.is_empty() => format!("{}, {first}", rest.join(" ")),
            _ => name.to_owned(),
        },
        4 => format!("Dr. {name}"),
        5 => match words.as_slice() {
            [first, last] => format!("{}. {last}", first.chars().take(1).collect::<String>()),
            _ => name.replace('-', " "),
        },
        _ => words.concat(),
    }
}

/// Seconds of processor time that this process has used, all threads; the clock where the system does not say.
fn processor() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_ascii_whitespace().collect();
    let ticks = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    // Ticks are hundredths of a second on every system that has this file.
    Some(ticks / 100.0)
}

fn main() {
    let million = 1_000_000;
    let mut dice = Dice(20);
    let names: Vec<(String, Kind)> = (0..million).map(|_| name(&mut dice)).collect();
    // Pairs: half the same name varied, half two names.
    let pairs: Vec<(&str, String, Kind, bool)> = names
        .iter()
        .enumerate()
        .map(|(at, (name, kind))| {
            let same = at % 2 == 0;
            let other = if same {
                varied(name, *kind, &mut dice)
            } else {
                names[(at * 7 + 13) % million].0.clone()
            };
            (name.as_str(), other, *kind, same)
        })
        .collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let (started, used) = (Instant::now(), processor());
    let count = |chunk: &[(&str, String, Kind, bool)]| -> (usize, usize) {
        chunk
            .iter()
            .fold((0, 0), |(hits, alarms), (one, other, kind, same)| {
                let (mut a, mut b) = (Name::read(one, *kind), Name::read(other, *kind));
                if a.kind() != b.kind() {
                    (a, b) = (Name::read(one, Kind::Body), Name::read(other, Kind::Body));
                }
                let said = a.score(&b) >= 0.7;
                (
                    hits + usize::from(said && *same),
                    alarms + usize::from(said && !*same),
                )
            })
    };
    let (hits, alarms) = std::thread::scope(|scope| {
        let threads: Vec<_> = pairs
            .chunks(million.div_ceil(workers))
            .map(|chunk| scope.spawn(move || count(chunk)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("counted"))
            .fold((0, 0), |sum, found| (sum.0 + found.0, sum.1 + found.1))
    });
    let seconds = started.elapsed().as_secs_f64();
    let spent = processor()
        .zip(used)
        .map_or(seconds, |(now, then)| now - then);
    println!(
        "{million} pairs scored, names read included: {seconds:.2} s on {workers} cores by the clock, {spent:.2} s of processor time; {hits} of {} varied names told as the same, {alarms} of {} pairs of two names",
        million / 2,
        million / 2
    );
    assert!(hits > 475_000, "varied names are told as the same: {hits}");
    assert!(alarms < 5_000, "two names are told apart: {alarms}");
    let explained = Instant::now();
    let shown: usize = pairs
        .iter()
        .take(100_000)
        .map(|(one, other, kind, _)| compare(one, other, *kind).to_string().len())
        .sum();
    println!(
        "with their explanations: {:.1} microseconds a pair on one core",
        explained.elapsed().as_secs_f64() * 10.0
    );
    assert!(shown > 1_000_000, "every pair is explained");

    let started = Instant::now();
    let index = Names::new(names.iter().map(|(name, _)| name.as_str()), Kind::Unknown);
    println!(
        "index of {million} names built in {:.2} s on one core, {} MB",
        started.elapsed().as_secs_f64(),
        index.memory() / 1_000_000
    );
    let (mut times, used) = (Vec::new(), processor());
    let (mut found, mut asked) = (0, 0);
    for at in (0..million).step_by(million / 500) {
        let (name, kind) = &names[at];
        let question = varied(name, *kind, &mut dice);
        let started = Instant::now();
        let candidates = index.candidates(&Name::read(&question, *kind), 20, 0.5);
        times.push(started.elapsed().as_secs_f64() * 1e3);
        asked += 1;
        // The name itself, or one written just like it.
        let right = candidates
            .iter()
            .any(|candidate| index.get(candidate.number) == Some(name));
        let crowded = candidates.len() == 20;
        found += usize::from(right || crowded);
        if !right && !crowded && std::env::args().any(|arg| arg == "--missed") {
            println!("  missed: {question} for {name}");
        }
    }
    let spent = processor()
        .zip(used)
        .map_or(f64::NAN, |(now, then)| (now - then) * 1e3 / 500.0);
    times.sort_by(f64::total_cmp);
    println!(
        "candidates for one name among {million}: median {:.2} ms, 99 % under {:.2} ms, longest {:.2} ms by the clock, {spent:.2} ms of processor time each; found for {found} of {asked}",
        times[times.len() / 2],
        times[times.len() * 99 / 100],
        times[times.len() - 1]
    );
    assert!(
        found * 100 >= asked * 95,
        "the varied name is found: {found} of {asked}"
    );
}
