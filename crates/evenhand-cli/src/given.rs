//! What the user says about a document, from the options.

use crate::args::{Identity, InputFormat};
use anyhow::{Context, Result, bail};
use evenhand::Given;
use evenhand::report::Format;
use evenhand::report::country::Countries;

/// The facade's form of the identity options.
pub(crate) fn given(identity: &Identity) -> Result<Given> {
    let country = identity
        .country
        .as_deref()
        .map(|name| Countries::register().find(name).map(|country| country.code))
        .transpose()
        .context("--country")?;
    if let Some(date) = &identity.date
        && !is_date(date)
    {
        bail!("--date {date:?}: a date is written year-month-day, as in 2024-04-22");
    }
    Ok(Given {
        document: String::new(),
        format: identity.input.map(|format| match format {
            InputFormat::Html => Format::Html,
            InputFormat::Markdown => Format::Markdown,
            InputFormat::Text => Format::Text,
        }),
        publisher: identity.publisher.clone(),
        country,
        year: identity.year,
        title: identity.title.clone(),
        address: identity.address.clone(),
        published: identity.date.clone(),
        language: identity.language.clone(),
    })
}

/// Whether a text is a calendar date, ISO 8601.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let number = |text: &str, digits: usize| {
        (text.len() == digits)
            .then(|| text.parse::<u32>().ok())
            .flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for good in ["2024-04-22", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "22-04-2024",
            "2024-4-2",
            "yesterday",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
