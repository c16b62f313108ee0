//! The archive over the invented reports: what goes in comes out the same, versions are kept, bad files are told.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own files"
)]

use evenhand::archive::{
    Archive, ArchiveError, DocumentFilter, FromArchiveError, Import, ImportOptions, Judgement,
    Query, SearchRequest, Searcher, SentenceFilter, Versions, check, import, opened, reports,
};
use evenhand::{Given, Opened};
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn put(archive: &mut Archive, paths: &[PathBuf]) -> Import {
    let options = ImportOptions {
        now: "2025-01-02T03:04:05Z".to_owned(),
        ..ImportOptions::default()
    };
    let named: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
    import(archive, &named, &options, &mut |_| {}).expect("imported")
}

/// The invented reports of all years, in a new archive.
fn with_examples(folder: &Path) -> Archive {
    let mut archive = Archive::create(&folder.join("reports.db")).expect("made");
    let years = ["2022", "2023", "2024"].map(|year| examples().join(year));
    let done = put(&mut archive, &years);
    assert_eq!((done.new, done.known, done.failed.len()), (5, 0, 0));
    archive
}

#[test]
fn what_is_imported_comes_out_as_it_was_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = with_examples(folder.path());
    let mut order = Vec::new();
    opened::<Opened, FromArchiveError>(
        &archive,
        &DocumentFilter::default(),
        None,
        |_, opened| opened,
        |document, from_archive| {
            order.push(document.name.clone());
            let file = examples().join(format!("{}.html", document.name));
            let direct = evenhand::open_file(&file, &Given::default()).expect("read");
            assert_eq!(from_archive, direct, "{}", document.name);
            Ok(())
        },
    )
    .expect("all come out");
    // By country's code (XAM, XHS, XVD), then by year.
    assert_eq!(
        order,
        [
            "2023/ambrelle",
            "2023/hestrania",
            "2022/veldania",
            "2023/veldania",
            "2024/veldania"
        ]
    );
}

#[test]
fn rows_agree_with_the_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = with_examples(folder.path());
    let filter = DocumentFilter {
        years: "2022..2023".parse().expect("years"),
        ..DocumentFilter::default()
    };
    let mut expected = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    opened::<_, FromArchiveError>(
        &archive,
        &filter,
        None,
        |_, opened| opened,
        |_, opened: Opened| {
            let report = &opened.report;
            for (sentence, reading) in report.sentences.iter().zip(&opened.readings) {
                let text = report.sentence_text(sentence).to_owned();
                expected
                    .0
                    .push((sentence.id, report.pin(sentence), text.clone()));
                for a in &reading.attributions {
                    expected
                        .1
                        .push((a.source, a.kind, a.body.clone(), a.rule.to_owned()));
                }
                for f in &reading.figures {
                    expected.2.push((f.value, f.high, f.unit.clone(), f.norm));
                }
                for n in &reading.names {
                    let description = n.description.map(|span| span.of(&text).to_owned());
                    expected
                        .3
                        .push((n.span.of(&text).to_owned(), n.full.clone(), description));
                }
            }
            Ok(())
        },
    )
    .expect("all come out");
    let mut rows = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    archive
        .sentences::<ArchiveError>(&filter, |document, row| {
            rows.0
                .push((row.key, row.pin(document), row.text.to_owned()));
            Ok(())
        })
        .expect("sentences");
    archive
        .attributions::<ArchiveError>(&filter, |_, row| {
            let body = row.body.map(str::to_owned);
            rows.1
                .push((row.source, row.kind, body, row.rule.to_owned()));
            Ok(())
        })
        .expect("attributions");
    archive
        .figures::<ArchiveError>(&filter, |_, row| {
            rows.2
                .push((row.value, row.high, row.unit.to_owned(), row.norm));
            Ok(())
        })
        .expect("figures");
    archive
        .names::<ArchiveError>(&filter, |_, row| {
            let text = row.sentence.text;
            let description = row.description.map(|span| span.of(text).to_owned());
            let full = row.full.map(str::to_owned);
            rows.3
                .push((row.span.of(text).to_owned(), full, description));
            Ok(())
        })
        .expect("names");
    assert!(rows.0.len() > 500 && rows.1.len() > 50 && rows.2.len() > 50 && rows.3.len() > 50);
    assert_eq!(rows, expected);
}

#[test]
fn the_same_again_is_passed_over_and_a_changed_report_becomes_a_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = with_examples(folder.path());
    let again = put(&mut archive, &[examples().join("2023")]);
    assert_eq!((again.new, again.known), (0, 3));
    // Moved to a folder that is no year, it is still the same report.
    let moved = folder.path().join("elsewhere/hestrania.html");
    std::fs::create_dir_all(moved.parent().expect("a folder")).expect("made");
    std::fs::copy(examples().join("2023/hestrania.html"), &moved).expect("copied");
    let again = put(&mut archive, &[moved]);
    assert_eq!((again.new, again.known), (0, 1));

    let changed = folder.path().join("2023/hestrania.html");
    let page = std::fs::read_to_string(examples().join("2023/hestrania.html")).expect("read");
    std::fs::create_dir_all(changed.parent().expect("a folder")).expect("made");
    std::fs::write(&changed, page + "<!-- later -->").expect("written");
    let done = put(&mut archive, &[changed]);
    assert_eq!(done.republished, [("2023/hestrania".to_owned(), 2)]);
    let found = |versions| {
        let filter = DocumentFilter {
            names: vec!["2023/hestrania".to_owned()],
            versions,
            ..DocumentFilter::default()
        };
        let found = archive.documents(&filter).expect("listed");
        found
            .iter()
            .map(|document| {
                let original = archive.original(document).expect("kept");
                (document.version, original.ends_with(b"<!-- later -->"))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(found(Versions::Newest), [(2, true)]);
    assert_eq!(found(Versions::All), [(1, false), (2, true)]);
}

#[test]
fn an_archive_is_read_anew_into_another_with_its_judgements() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = with_examples(folder.path());
    let judgement = Judgement {
        document: "reply/opinion".to_owned(),
        point: "3".to_owned(),
        verdict: "refuted".to_owned(),
        who: "A. Reader".to_owned(),
        at: "2025-02-03T04:05:06Z".to_owned(),
        shown: "supported; 2023, section 1.a, para. 2".to_owned(),
        note: String::new(),
    };
    assert!(old.judge(&judgement).expect("added"));
    assert!(!old.judge(&judgement).expect("the very same is there"));
    let later = Judgement {
        verdict: "partly".to_owned(),
        at: "2025-02-04T04:05:06Z".to_owned(),
        ..judgement.clone()
    };
    assert!(old.judge(&later).expect("added"));
    let mut new = Archive::create(&folder.path().join("new.db")).expect("made");
    let done = put(&mut new, &[old.path().to_owned()]);
    assert_eq!((done.new, done.failed.len()), (5, 0), "{done:?}");
    assert_eq!(new.judgements(None).expect("listed"), [judgement, later]);
    assert!(new.judgements(Some("other")).expect("listed").is_empty());
    let listed = |archive: &Archive| {
        archive
            .documents(&DocumentFilter::default())
            .expect("listed")
    };
    assert_eq!(listed(&old), listed(&new));
    assert_eq!(check(&new).expect("checked").faults, Vec::<String>::new());
}

/// Every schema that was ever released; each has a small archive in `tests/fixtures`.
const SCHEMAS: &[u32] = &[1];

#[test]
fn archives_of_every_schema_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for schema in SCHEMAS {
        let path = folder.path().join("old.db");
        std::fs::copy(fixtures.join(format!("schema-{schema}.db")), &path).expect("copied");
        let archive = Archive::open(&path).expect("opened");
        assert_eq!(
            check(&archive).expect("checked").faults,
            Vec::<String>::new()
        );
        let documents = archive
            .documents(&DocumentFilter::default())
            .expect("listed");
        assert_eq!(documents.len(), 1);
        let mut searcher = Searcher::open(&path).expect("opened");
        let request = SearchRequest {
            query: Query::parse("ministry OR police").expect("a query"),
            documents: DocumentFilter::default(),
            sentences: SentenceFilter::default(),
            offset: 0,
            limit: 10,
        };
        assert!(searcher.search(&request).expect("answered").total.hits > 0);
        assert_eq!(archive.judgements(None).expect("listed").len(), 1);
    }
    // An archive of a schema that is not known yet.
    let path = folder.path().join("new.db");
    let mut bytes = std::fs::read(fixtures.join("schema-1.db")).expect("read");
    // The database's header keeps the user version in bytes 60 to 63.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    std::fs::write(&path, bytes).expect("written");
    let fault = Archive::open(&path).expect_err("refused").to_string();
    assert!(
        fault.contains("schema 99") && fault.contains("newer program"),
        "{fault}"
    );
}

#[test]
fn a_bad_file_is_told_and_the_rest_goes_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = Archive::create(&folder.path().join("a.db")).expect("made");
    let bad = folder.path().join("bad.html");
    std::fs::write(&bad, b"%PDF-1.7 is no page").expect("written");
    let cut = folder.path().join("cut.zip");
    std::fs::write(&cut, b"PK\x03\x04 cut off").expect("written");
    let done = put(&mut archive, &[bad, cut, examples().join("2024")]);
    assert_eq!((done.new, done.failed.len()), (1, 2));
    assert!(done.failed[0].0.ends_with("bad.html"), "{:?}", done.failed);
    assert!(done.failed[1].1.contains("cut.zip"), "{:?}", done.failed);
}

#[test]
fn packed_archives_hold_the_same_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = std::fs::read(examples().join("2023/ambrelle.html")).expect("read");
    let made = |name: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        (std::fs::File::create(&path).expect("made"), path)
    };
    let tar = |out: &mut dyn std::io::Write| {
        let mut builder = tar::Builder::new(out);
        let mut header = tar::Header::new_gnu();
        header.set_size(page.len() as u64);
        header.set_mode(0o644);
        builder
            .append_data(&mut header, "state/2023/ambrelle.html", page.as_slice())
            .expect("added");
        builder.finish().expect("whole");
    };
    let gzip = |file| flate2::write::GzEncoder::new(file, flate2::Compression::fast());

    let (file, zip) = made("reports.zip");
    let mut writer = zip::ZipWriter::new(file);
    for name in [
        "state/2023/ambrelle.html",
        "__MACOSX/2023/._ambrelle.html",
        "read.me",
    ] {
        let plain = zip::write::SimpleFileOptions::default();
        writer.start_file(name, plain).expect("begun");
        writer.write_all(&page).expect("written");
    }
    writer.finish().expect("whole");
    let (mut file, plain) = made("reports.tar");
    tar(&mut file);
    let (file, gz) = made("reports.tar.gz");
    let mut packed = gzip(file);
    tar(&mut packed);
    packed.finish().expect("whole");
    let (file, xz) = made("reports.tar.xz");
    let level = lzma_rust2::XzOptions::with_preset(1);
    let mut packed = lzma_rust2::XzWriter::new(file, level).expect("begun");
    tar(&mut packed);
    packed.finish().expect("whole");
    let (file, single) = made("2023/ambrelle.html.gz");
    let mut packed = gzip(file);
    packed.write_all(&page).expect("written");
    packed.finish().expect("whole");

    for (at, packed) in [zip, plain, gz, xz, single].into_iter().enumerate() {
        let mut archive = Archive::create(&folder.path().join(format!("{at}.db"))).expect("made");
        let done = put(&mut archive, &[packed]);
        assert_eq!((done.new, done.failed.len()), (1, 0), "{done:?}");
        let mut names = Vec::new();
        reports::<_, FromArchiveError>(
            &archive,
            &DocumentFilter::default(),
            None,
            |_, report| report.identity,
            |_, identity| {
                names.push((identity.document, identity.year));
                Ok(())
            },
        )
        .expect("read");
        assert_eq!(names, [("2023/ambrelle".to_owned(), Some(2023))]);
    }
}

#[test]
fn what_is_no_archive_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("missing.db");
    assert!(matches!(
        Archive::open(&missing),
        Err(ArchiveError::Missing { .. })
    ));
    assert!(!missing.exists());
    let notes = "these are notes, many of them. ".repeat(100);
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, &notes).expect("written");
    for result in [Archive::open(&text), Archive::create(&text)] {
        let fault = result.expect_err("refused");
        assert!(
            matches!(fault, ArchiveError::NotAnArchive { .. }),
            "{fault}"
        );
    }
    assert_eq!(std::fs::read_to_string(&text).expect("read"), notes);
}
