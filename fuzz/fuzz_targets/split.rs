//! Any text as one passage: its sentences stand in order, apart, on character boundaries, and hold
//! no white space at their ends.
#![no_main]

#[path = "../../crates/evenhand-read/tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|text: &str| support::check_split(text));
