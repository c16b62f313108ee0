//! Any bytes as plain text, as Markdown, and as whatever they look like: the same properties.
#![no_main]

#[path = "../../crates/evenhand-read/tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    support::check(bytes, Some(evenhand_report::Format::Text));
    support::check(bytes, Some(evenhand_report::Format::Markdown));
    support::check(bytes, None);
});
