//! Reports and replies read from text and annotated, for tests of the checks.

use evenhand_read::Given;
use evenhand_report::{Format, Reading, Report};

/// A text read and annotated, under a document's name ("2023/veldania").
pub(crate) fn read(document: &str, text: &str, format: Format) -> (Report, Vec<Reading>) {
    let given = Given {
        document: document.to_owned(),
        year: document.get(..4).and_then(|year| year.parse().ok()),
        format: Some(format),
        ..Given::default()
    };
    let report = evenhand_read::read(text.as_bytes(), &given).expect("the test's own text is read");
    let readings = evenhand_annotate::annotate(&report);
    (report, readings)
}
