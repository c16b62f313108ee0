//! Search over the invented reports: the index finds exactly what looking at every sentence finds, whatever is typed.

use evenhand::archive::{
    Archive, ArchiveError, DocumentFilter, ImportOptions, Query, SearchRequest, Searcher,
    SentenceFilter, import,
};
use evenhand::report::Direction;
use proptest::prelude::*;
use std::path::Path;

const WORDS: &[&str] = &[
    "the",
    "of",
    "ministry",
    "government",
    "police",
    "said",
    "court",
    "women",
    "prison",
    "Veldania",
    "Tesmar",
    "41",
    "journalists",
    "reported",
    "league",
    "zzz",
];

/// An archive in several segments: what is imported at different times is indexed apart until there is enough of it.
fn archive(folder: &Path) -> Searcher {
    let path = folder.join("reports.db");
    let mut archive = Archive::create(&path).expect("made");
    for part in ["2023/veldania.html", "2022", "2024", "2023", "other"] {
        let named = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../examples")
            .join(part);
        let options = ImportOptions::default();
        import(
            &mut archive,
            &[named.display().to_string()],
            &options,
            &mut |_| {},
        )
        .expect("imported");
    }
    Searcher::open(&path).expect("open")
}

fn term() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(WORDS).prop_map(str::to_owned);
    prop_oneof![
        4 => word.clone(),
        1 => (word.clone(), 1_usize..4).prop_map(|(word, cut)| {
            let start: String = word.chars().take(cut).collect();
            format!("{start}*")
        }),
        1 => (word.clone(), word).prop_map(|(a, b)| format!("\"{a} {b}\"")),
    ]
}

fn query() -> impl Strategy<Value = String> {
    term().prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} OR {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} NOT ({b})")),
            (term(), term(), 0_u32..8).prop_map(|(a, b, n)| format!("({a} NEAR/{n} {b})")),
        ]
    })
}

#[test]
fn the_index_finds_what_looking_at_every_sentence_finds() {
    let folder = tempfile::tempdir().expect("a folder");
    let searcher = std::cell::RefCell::new(archive(folder.path()));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(100));
    let strategy = (query(), any::<bool>(), any::<bool>());
    let run = runner.run(&strategy, |(text, one_year, violations)| {
        let query = Query::parse(&text).expect(&text);
        let mut documents = DocumentFilter::default();
        let mut sentences = SentenceFilter::default();
        if one_year {
            documents.years = "2023".parse().expect("a year");
        }
        if violations {
            sentences.directions = vec![Direction::Violation];
        }
        let mut expected = Vec::new();
        let mut searcher = searcher.borrow_mut();
        searcher
            .archive()
            .sentences::<ArchiveError>(&documents, |_, row| {
                if query.fits(row.text) && (!violations || row.direction == Direction::Violation) {
                    expected.push(row.key);
                }
                Ok(())
            })
            .expect("rows");
        let mut request = SearchRequest {
            query,
            documents,
            sentences,
            offset: 0,
            limit: usize::MAX,
        };
        let found = searcher.search(&request).expect("answered");
        let keys: Vec<_> = found.hits.iter().map(|hit| hit.sentence_id).collect();
        prop_assert_eq!(&keys, &expected, "{}", text);
        prop_assert_eq!(found.total.hits, expected.len());
        let by_year: usize = found.years.iter().map(|year| year.share.hits).sum();
        prop_assert_eq!(by_year, expected.len());
        // A page is a piece of the whole.
        request.offset = expected.len() / 3;
        request.limit = 5;
        let page = searcher.search(&request).expect("answered");
        let page: Vec<_> = page.hits.iter().map(|hit| hit.sentence_id).collect();
        let piece: Vec<_> = expected
            .iter()
            .skip(request.offset)
            .take(5)
            .copied()
            .collect();
        prop_assert_eq!(page, piece);
        Ok(())
    });
    run.unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn whatever_is_typed_gives_hits_or_a_plain_message() {
    let folder = tempfile::tempdir().expect("a folder");
    let searcher = std::cell::RefCell::new(archive(folder.path()));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200));
    let typed = prop_oneof![".{0,40}", "[a-c\"'()*:^{}+ANDORNEAR/0-9 %;-]{0,40}"];
    let run = runner.run(&typed, |text| {
        match Query::parse(&text) {
            Err(fault) => prop_assert!(!fault.to_string().is_empty()),
            Ok(query) => {
                let request = SearchRequest {
                    query,
                    documents: DocumentFilter::default(),
                    sentences: SentenceFilter {
                        named: vec![text.clone()],
                        sections: vec![text.clone()],
                        ..SentenceFilter::default()
                    },
                    offset: 0,
                    limit: 3,
                };
                let answered = searcher.borrow_mut().search(&request);
                prop_assert!(answered.is_ok(), "{text:?}: {answered:?}");
            }
        }
        Ok(())
    });
    run.unwrap_or_else(|fault| panic!("{fault}"));
}
