//! Any bytes as a web page: a report whose spans fit, whose sentences rebuild their passages and
//! lead back to the source, or a clear error.
#![no_main]

#[path = "../../crates/evenhand-read/tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    support::check(bytes, Some(evenhand_report::Format::Html));
});
