//! What the user said about a document, as JSON in the archive: with it the original is read again the same way.

use evenhand_read::Given;
use evenhand_report::Format;
use evenhand_report::country::Countries;
use serde_json::{Map, Value};

/// What was said, without the document's name; "{}" where nothing was.
pub(crate) fn written(given: &Given) -> String {
    let mut said = Map::new();
    let mut say = |field: &str, value: Option<Value>| {
        if let Some(value) = value {
            said.insert(field.to_owned(), value);
        }
    };
    let text = |value: &Option<String>| value.clone().map(Value::String);
    say("format", given.format.map(|f| f.as_str().into()));
    say("publisher", text(&given.publisher));
    say("country", given.country.map(|c| c.as_str().into()));
    say("year", given.year.map(Value::from));
    say("title", text(&given.title));
    say("address", text(&given.address));
    say("published", text(&given.published));
    say("language", text(&given.language));
    Value::Object(said).to_string()
}

/// What was said, for the document of this name; none where it cannot be understood.
pub(crate) fn given(document: &str, written: &str) -> Option<Given> {
    let said: Map<String, Value> = serde_json::from_str(written).ok()?;
    let text = |field: &str| said.get(field).and_then(Value::as_str);
    let own = |field: &str| text(field).map(str::to_owned);
    Some(Given {
        document: document.to_owned(),
        format: match text("format") {
            Some(format) => Some(Format::from_written(format)?),
            None => None,
        },
        publisher: own("publisher"),
        country: match text("country") {
            Some(code) => Some(Countries::register().find(code).ok()?.code),
            None => None,
        },
        year: match said.get("year") {
            Some(year) => Some(u16::try_from(year.as_u64()?).ok()?),
            None => None,
        },
        title: own("title"),
        address: own("address"),
        published: own("published"),
        language: own("language"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_comes_back() {
        let nothing = Given {
            document: "2023/a".to_owned(),
            ..Given::default()
        };
        assert_eq!(written(&nothing), "{}");
        assert_eq!(given("2023/a", "{}"), Some(nothing.clone()));
        let all = Given {
            format: Some(Format::Text),
            publisher: Some("Watch \"on\" the Sarve".to_owned()),
            country: Some(Countries::register().find("Veldania").expect("known").code),
            year: Some(2023),
            title: Some("A title".to_owned()),
            address: Some("https://example.org/".to_owned()),
            published: Some("2024-01-02".to_owned()),
            language: Some("en".to_owned()),
            ..nothing
        };
        assert_eq!(given("2023/a", &written(&all)), Some(all));
        assert_eq!(given("a", "[]"), None);
        assert_eq!(given("a", "{\"country\":\"Nowhere\"}"), None);
    }
}
