//! The archive over the real corpus: import, import again, search, growth.
//!
//! `cargo bench --package evenhand --bench archive [-- import|again|search|growth]` (all where none is named). Needs the
//! corpus: `EVENHAND_CORPUS`, or unpacked under `target/corpus` (`cargo xtask eval` does that). The archive is made under
//! `target/bench/`. Each part checks its own answer: an import brings in every page, an import again nothing, the growth
//! curve the same sentences as its parts; of the 200 queries every tenth is answered a second time by looking at every
//! sentence, and must have the same count and the same first hits.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the clock and the environment"
)]

use evenhand::archive::{
    Archive, ArchiveError, DocumentFilter, FigureFilter, ImportOptions, Query, SearchRequest,
    Searcher, SentenceFilter, import,
};
use evenhand::report::country::Countries;
use evenhand::report::{Direction, SourceKind, Specificity};
use std::path::{Path, PathBuf};
use std::time::Instant;

fn corpus() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/corpus");
    let named = std::env::var_os("EVENHAND_CORPUS").map(PathBuf::from);
    named
        .or(Some(root))
        .filter(|folder| folder.join("2023").is_dir())
}

fn bench_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/bench")
}

/// User and system seconds of this process, and its largest resident size in megabytes (Linux).
fn usage() -> (f64, f64) {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or("").split(' ').collect();
    let ticks = |at: usize| {
        fields
            .get(at)
            .and_then(|f| f.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    (
        (ticks(11) + ticks(12)) / 100.0,
        peak.unwrap_or(0.0) / 1024.0,
    )
}

fn put(archive: &mut Archive, folders: &[PathBuf]) -> evenhand::archive::Import {
    let named: Vec<String> = folders.iter().map(|f| f.display().to_string()).collect();
    let options = ImportOptions {
        now: "2026-01-01T00:00:00Z".to_owned(),
        ..ImportOptions::default()
    };
    import(archive, &named, &options, &mut |_| {}).expect("imported")
}

fn fresh(name: &str) -> Archive {
    std::fs::create_dir_all(bench_folder()).expect("a folder");
    let path = bench_folder().join(name);
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", path.display()));
    }
    Archive::create(&path).expect("made")
}

fn megabytes(path: &Path) -> f64 {
    path.metadata()
        .map_or(0.0, |about| about.len() as f64 / 1e6)
}

fn bench_import(corpus: &Path) {
    let mut archive = fresh("corpus.db");
    let (cpu, _) = usage();
    let start = Instant::now();
    let done = put(&mut archive, &[corpus.to_owned()]);
    let seconds = start.elapsed().as_secs_f64();
    let (cpu_after, peak) = usage();
    assert!(done.failed.is_empty() && done.new > 1000, "{done:?}");
    let path = archive.path().to_owned();
    drop(archive);
    println!(
        "import: {} pages, {} sentences, {seconds:.1} s, CPU {:.1} s, {:.0} MB archive, peak memory {peak:.0} MB",
        done.new,
        done.sentences,
        cpu_after - cpu,
        megabytes(&path)
    );
}

fn bench_again(corpus: &Path) {
    let mut archive = Archive::open(&bench_folder().join("corpus.db")).expect("imported before");
    let (cpu, _) = usage();
    let start = Instant::now();
    let done = put(&mut archive, &[corpus.to_owned()]);
    let seconds = start.elapsed().as_secs_f64();
    assert!(
        done.new == 0 && done.republished.is_empty() && done.known > 1000,
        "{done:?}"
    );
    println!(
        "import again: {} known, {seconds:.2} s, CPU {:.2} s",
        done.known,
        usage().0 - cpu
    );
}

fn bench_growth(corpus: &Path) {
    println!("growth: editions, sentences, seconds, CPU seconds, CPU microseconds a sentence, MB");
    for editions in [1, 2, 4, 8] {
        let folders: Vec<PathBuf> = (2016..2016 + editions)
            .map(|year: u16| corpus.join(year.to_string()))
            .collect();
        let mut archive = fresh("growth.db");
        let (cpu, _) = usage();
        let start = Instant::now();
        let done = put(&mut archive, &folders);
        let seconds = start.elapsed().as_secs_f64();
        let cpu = usage().0 - cpu;
        assert!(
            done.failed.is_empty() && done.new > 150 * usize::from(editions),
            "{done:?}"
        );
        let path = archive.path().to_owned();
        drop(archive);
        println!(
            "  {editions}  {}  {seconds:.1}  {cpu:.1}  {:.1}  {:.0}",
            done.sentences,
            cpu * 1e6 / done.sentences as f64,
            megabytes(&path)
        );
    }
}

/// Words of the field, from everywhere to seldom.
const WORDS: &[&str] = &[
    "the",
    "of",
    "and",
    "to",
    "in",
    "government",
    "law",
    "reported",
    "police",
    "rights",
    "human",
    "authorities",
    "persons",
    "security",
    "women",
    "children",
    "court",
    "prison",
    "media",
    "officials",
    "detained",
    "workers",
    "journalists",
    "organizations",
    "torture",
    "trial",
    "labor",
    "religious",
    "refugees",
    "corruption",
    "lawyer",
    "protest",
    "union",
    "trafficking",
    "elite",
    "conflict",
    "amnesty",
    "impunity",
    "ombudsman",
    "whistleblower",
    "defamation",
    "statelessness",
    "orphanage",
    "dowry",
    "hunger",
    "curfew",
];

/// A small generator of numbers that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % below
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.roll(WORDS.len())]
    }
}

/// 200 queries of every kind, with filters of every kind.
fn requests() -> Vec<(String, SearchRequest)> {
    let mut dice = Dice(2026);
    let countries = Countries::register().all();
    (0..200)
        .map(|n| {
            let text = match n % 12 {
                0 => dice.word().to_owned(),
                1 => format!("{} {}", dice.word(), dice.word()),
                2 => (0..6).map(|_| dice.word()).collect::<Vec<_>>().join(" OR "),
                3 => "the OR of OR and OR to OR in".to_owned(),
                4 => format!("\"{} {}\"", dice.word(), dice.word()),
                5 => [
                    "\"members of the security forces\"",
                    "\"human rights\"",
                    "\"the government\"",
                    "\"of the law\"",
                ][dice.roll(4)]
                .to_owned(),
                6 => format!("{}*", dice.word().get(..3).unwrap_or("the")),
                7 => format!("{} NEAR {}", dice.word(), dice.word()),
                8 => format!("{} NOT {}", dice.word(), dice.word()),
                9 => format!("({} OR {}) AND {}", dice.word(), dice.word(), dice.word()),
                10 => format!(
                    "({} OR {}*) NEAR/5 \"{}\"",
                    dice.word(),
                    dice.word(),
                    dice.word()
                ),
                _ => format!(
                    "{} {}* NOT (\"{} {}\" OR {})",
                    dice.word(),
                    dice.word(),
                    dice.word(),
                    dice.word(),
                    dice.word()
                ),
            };
            let mut documents = DocumentFilter::default();
            let mut sentences = SentenceFilter::default();
            match dice.roll(10) {
                0 => documents.countries = vec![countries[dice.roll(countries.len())].code],
                1 => documents.years = "2020..".parse().expect("years"),
                2 => {
                    documents.regions = vec!["Central Asia".to_owned(), "Eastern Africa".to_owned()]
                }
                3 => sentences.directions = vec![Direction::Violation],
                4 => sentences.rights = vec![3, 5, 9],
                5 => {
                    sentences.source_kinds = vec![SourceKind::Ngo, SourceKind::State];
                    sentences.specificities = vec![Specificity::Category];
                }
                6 => {
                    sentences.figure = Some(FigureFilter {
                        value: "10..1000".parse().expect("values"),
                        norm: Some(false),
                        ..FigureFilter::default()
                    });
                }
                7 => sentences.named = vec!["UN".to_owned()],
                8 => sentences.sections = vec!["prison".to_owned()],
                _ => {}
            }
            let request = SearchRequest {
                query: Query::parse(&text).unwrap_or_else(|fault| panic!("{text}: {fault}")),
                documents,
                sentences,
                offset: 0,
                limit: 50,
            };
            (text, request)
        })
        .collect()
}

/// The same answer by looking at every sentence; only for filters that rows carry.
fn by_looking(archive: &Archive, request: &SearchRequest) -> (usize, Vec<String>) {
    let mut count = 0;
    let mut first = Vec::new();
    archive
        .sentences::<ArchiveError>(&request.documents, |_, row| {
            let directions = &request.sentences.directions;
            if (directions.is_empty() || directions.contains(&row.direction))
                && request.query.fits(row.text)
            {
                count += 1;
                if first.len() < request.limit {
                    first.push(row.text.to_owned());
                }
            }
            Ok(())
        })
        .expect("rows");
    (count, first)
}

fn bench_search() {
    let path = bench_folder().join("corpus.db");
    let start = Instant::now();
    let mut searcher = Searcher::open(&path).expect("imported before");
    let requests = requests();
    // Once for the archive's tables, as a server would when it starts.
    let mut counts = Vec::new();
    for (_, request) in &requests {
        counts.push(searcher.search(request).expect("answered").total.hits);
    }
    println!(
        "search: {} queries, first round {:.2} s",
        requests.len(),
        start.elapsed().as_secs_f64()
    );
    let mut times: Vec<(f64, usize)> = Vec::new();
    for (at, (_, request)) in requests.iter().enumerate() {
        // The best of three: other programs share the machine.
        let best = (0..3)
            .map(|_| {
                let start = Instant::now();
                let found = searcher.search(request).expect("answered");
                let time = start.elapsed().as_secs_f64() * 1e3;
                assert_eq!(found.total.hits, counts[at], "the same count every time");
                time
            })
            .fold(f64::INFINITY, f64::min);
        times.push((best, at));
    }
    let archive = Archive::open(&path).expect("open");
    let mut checked = 0;
    for (text, request) in requests.iter().step_by(10) {
        let plain = SentenceFilter {
            directions: request.sentences.directions.clone(),
            ..SentenceFilter::default()
        };
        let request = SearchRequest {
            sentences: plain,
            ..request.clone()
        };
        let found = searcher.search(&request).expect("answered");
        let (count, first) = by_looking(&archive, &request);
        assert_eq!(found.total.hits, count, "{text}");
        let texts: Vec<String> = found.hits.into_iter().map(|hit| hit.text).collect();
        assert_eq!(texts, first, "{text}");
        checked += 1;
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].0;
    println!(
        "  median {:.2} ms, 90th percentile {:.2} ms, 99th {:.2} ms, slowest {:.2} ms; {checked} checked by looking at \
         every sentence; peak memory {:.0} MB",
        at(0.5),
        at(0.9),
        at(0.99),
        at(1.0),
        usage().1
    );
    for (time, at) in times.iter().rev().take(8) {
        println!("  {time:.2} ms, {} hits: {}", counts[*at], requests[*at].0);
    }
}

fn main() {
    let Some(corpus) = corpus() else {
        println!(
            "skipped: no corpus (EVENHAND_CORPUS, or target/corpus made by `cargo xtask eval`)"
        );
        return;
    };
    let named: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with('-'))
        .collect();
    let wanted = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    if wanted("import") {
        bench_import(&corpus);
    }
    if wanted("again") {
        bench_again(&corpus);
    }
    if wanted("search") {
        bench_search();
    }
    if wanted("growth") {
        bench_growth(&corpus);
    }
}
